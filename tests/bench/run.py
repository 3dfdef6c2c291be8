"""python tests/bench/run.py: how long a build takes against Typst and WeasyPrint, and where its time goes.

Everything is measured in fresh processes, in turn, after a warm-up; ratios are medians over the rounds, each taken
within one round. See README.md next to this file.
"""

import argparse
import importlib.util
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # for the modules beside this one, however it was started

from goals import WEEKS, year  # noqa: E402
from timing import FailedError, Run, measure, middle, once_output, ratio  # noqa: E402

ROOT = HERE.parents[1]
STARTER = ROOT / "templates" / "plans" / "runners-week.yaml"
OURS = "cardmaker build"
TYPST = "Typst, tagged"
WEASYPRINT = "WeasyPrint, tagged"
START_UP = {
    "bare Python": ["-c", "pass"],
    "import cardmaker": ["-c", "import cardmaker"],
    "cardmaker --help": ["-m", "cardmaker", "--help"],
    "cardmaker list exercises": ["-m", "cardmaker", "list", "exercises"],
    "import pydantic": ["-c", "from pydantic import BaseModel"],
    "import reportlab": ["-c", "import reportlab.pdfbase.pdfdoc"],
    "import both": ["-c", "from pydantic import BaseModel; import reportlab.pdfbase.pdfdoc"],
}
LEAST_SHARED = 0.99
INK_BETWEEN = (0.9, 1.1)


def main() -> int:
    """Measure, print the tables, and return 1 if a peer doesn't do the same work."""
    args = _arguments()
    missing = [name for name in ("typst", "weasyprint") if importlib.util.find_spec(name) is None]
    if missing:
        print(f"the benchmark needs {' and '.join(missing)}: pip install 'cardmaker[bench]'", file=sys.stderr)
        return 2
    rounds = 3 if args.quick else args.rounds
    _keep_bytecode()
    once_output([sys.executable, "-c", "from cardmaker.pipeline.readyforms import make_forms; make_forms()"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(
            name
        )  # made in a process of its own: a child's peak memory is never given as less than ours
        once_output([sys.executable, str(HERE / "content.py"), str(args.plan), name])
        for peer in ("plan.typ", "plan.css"):
            shutil.copy(HERE / "peers" / peer, folder)
        outputs = {name: folder / f"{index}.pdf" for index, name in enumerate(_commands(args.plan, folder))}
        commands = {
            name: [*command, str(outputs[name]), *tagged]
            for name, (command, tagged) in _commands(args.plan, folder).items()
        }
        try:
            runs = measure(commands, rounds)
            starts = measure({n: [sys.executable, *a] for n, a in START_UP.items()}, rounds)
            same = _print_comparison(runs, outputs)
            _print_goals(args.plan, folder, rounds, runs)
            _print_start_up(starts, runs[TYPST])
            _print_stages(args.plan, folder, rounds)
            _print_imports(rounds)
            _print_figures()
        except FailedError as fault:
            print(fault, file=sys.stderr)
            return 3
    return 0 if same else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--plan", type=Path, default=STARTER, help="a plan of one week; default: the starter plan"
    )
    parser.add_argument("--rounds", type=int, default=7, help="how often each is run (default: 7)")
    parser.add_argument("--quick", action="store_true", help="three rounds")
    return parser.parse_args()


def _keep_bytecode() -> None:
    """Let the processes keep compiled bytecode, as an installed package has it; and find this checkout's package."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPATH"] = str(ROOT)


def _commands(plan: Path, folder: Path) -> dict[str, tuple[list[str], list[str]]]:
    """What is run for each, without its output; and what follows the output."""
    python = sys.executable
    typst = [python, str(HERE / "peers" / "typst_peer.py"), str(folder)]
    weasyprint = [python, str(HERE / "peers" / "weasyprint_peer.py"), str(folder)]
    return {
        OURS: ([python, "-m", "cardmaker", "build", "--no-cache", str(plan), "-o"], []),
        TYPST: (typst, ["tagged"]),
        "Typst, untagged": (typst, []),
        WEASYPRINT: (weasyprint, ["tagged"]),
        "WeasyPrint, untagged": (weasyprint, []),
    }


# Tables ----------------------------------------------------------------------------------------------


def _print_comparison(runs: dict[str, list[Run]], outputs: dict[str, Path]) -> bool:
    """The builds side by side; whether the peers' pages say and show what ours do."""
    from ink import ink_of, shared

    inks = {name: ink_of(path) for name, path in outputs.items()}
    own, same = inks[OURS], True
    names = ("CPU s", "wall s", "ours is", "KB", "peak MiB", "words", "ink")
    print("one cold build".ljust(24) + "".join(map("{:>10}".format, names)))
    for name, taken in runs.items():
        ink = inks[name]
        words, dark = shared(own.words, ink.words), ink.coverage / own.coverage
        kept = ink.pages == own.pages and words >= LEAST_SHARED and INK_BETWEEN[0] <= dark <= INK_BETWEEN[1]
        same = same and kept
        print(
            f"{name:24}{middle(taken):10.3f}{middle(taken, 'wall'):10.3f}{ratio(runs[OURS], taken):9.2f}×"
            f"{ink.size / 1024:10.0f}{middle(taken, 'peak'):10.0f}{words:10.0%}{dark:10.2f}"
            f"{'' if kept else '   not the same pages'}"
        )
    print(
        f"\n{own.pages} pages; words: how many of our characters a peer has too; ink: how dark it is against ours\n"
    )
    return same


def _print_goals(plan: Path, folder: Path, rounds: int, runs: dict[str, list[Run]]) -> None:
    """What was meant to be reached, and what is: ratios within this run."""
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    year(plan, folder / "year.yaml")
    build = [sys.executable, "-m", "cardmaker", "build"]
    out = ["-o", str(folder / "goal.pdf")]
    more = {
        "again": [*build, str(plan), *out],
        "one": [*build, "--no-cache", str(plan), *out],
        "year": [*build, "--no-cache", "--only", "sheets", str(folder / "year.yaml"), *out],
        "week": [*build, "--no-cache", "--only", "sheets", str(plan), *out],
        "copies": [*build, "--no-cache", "--copies", "200", str(plan), *out],
    }
    taken = measure({"Typst": _typst(folder), **more}, rounds)
    warm = json.loads(
        once_output([sys.executable, str(HERE / "goals.py"), str(plan), str(folder), str(rounds)])
    )
    week = median(
        (long.cpu - short.cpu) / (WEEKS - 1) for long, short in zip(taken["year"], taken["week"], strict=True)
    )
    copies = middle(taken["copies"], "peak") - middle(taken["one"], "peak")
    for goal, reached, most in (
        ("first build of a plan, to Typst", f"{ratio(runs[OURS], runs[TYPST]):.2f}×", "2.00×"),
        ("the same build again, to Typst", f"{ratio(taken['again'], taken['Typst']):.2f}×", "0.50×"),
        ("a changed line, to Typst's", f"{warm['ours'] / warm['Typst']:.2f}×", "2.00×"),
        (f"a week more, of {WEEKS}", f"{week * 1000:.0f} ms", "40 ms"),
        ("200 copies, above one", f"{copies:.0f} MiB", "30 MiB"),
    ):
        print(f"{goal:34}{reached:>10}{'at most ' + most:>18}")
    print(f"warm: ours {warm['ours'] * 1000:.0f} ms, Typst {warm['Typst'] * 1000:.0f} ms\n")


def _typst(folder: Path) -> list[str]:
    return [
        sys.executable,
        str(HERE / "peers" / "typst_peer.py"),
        str(folder),
        str(folder / "typst.pdf"),
        "tagged",
    ]


def _print_start_up(runs: dict[str, list[Run]], typst: list[Run]) -> None:
    print(f"{'start-up':24}{'CPU s':>7}{'to Typst':>10}{'peak MiB':>10}")
    for name, taken in runs.items():
        share = middle(taken) / middle(typst)
        print(f"{name:24}{middle(taken):7.3f}{share:9.2f}×{middle(taken, 'peak'):10.0f}")
    print()


def _print_stages(plan: Path, folder: Path, rounds: int) -> None:
    """Where a build's time goes: the median of each stage, in the order in which they come."""
    command = [sys.executable, str(HERE / "stages.py"), str(plan), str(folder / "stages.pdf")]
    taken = [json.loads(once_output(command)) for _ in range(rounds)]
    stages = {name: median(one.get(name, 0.0) for one in taken) for name in taken[0]}
    whole = sum(stages.values())
    print(f"{'stages of a build':40}{'CPU s':>7}{'share':>7}")
    for name, seconds in stages.items():
        print(f"{name:40}{seconds:7.3f}{seconds / whole:7.0%}")
    print()


def _print_imports(rounds: int) -> None:
    """What a build imports, by package: the least self time of each module over the rounds."""
    code = "import cardmaker.cli.build, cardmaker.pipeline, cardmaker.deliver.prints, cardmaker.deliver.files"
    command = [sys.executable, "-X", "importtime", "-c", code]
    least: dict[str, int] = {}
    for _ in range(rounds):
        for line in once_output(command, errors=True).splitlines():
            if line.startswith("import time:") and "|" in line and "self" not in line:
                micros, _, module = line.removeprefix("import time:").split("|")
                least[module.strip()] = min(least.get(module.strip(), sys.maxsize), int(micros))
    packages: dict[str, list[int]] = {}
    for module, micros in least.items():
        packages.setdefault(_package(module), []).append(micros)
    print(f"{'imports of a build':32}{'ms':>7}{'modules':>9}")
    for name, each in sorted(packages.items(), key=lambda item: -sum(item[1]))[:16]:
        print(f"{name:32}{sum(each) / 1000:7.1f}{len(each):9}")


def _print_figures() -> None:
    """What figures cost: in a build, and to those who draw them."""
    reported = json.loads(once_output([sys.executable, str(HERE / "figures.py"), "few"]))
    print("\nfigures (medians)")
    for name, value in reported.items():
        shown = f"{value:10,.0f}" if "bytes" in name else f"{value * 1000:10.2f} ms"
        print(f"{name:40}{shown}")


def _package(module: str) -> str:
    top, _, rest = module.partition(".")
    if top == "cardmaker":
        return f"cardmaker.{rest.partition('.')[0]}".rstrip(".")
    return (
        "the standard library" if top.lstrip("_") in sys.stdlib_module_names or top.startswith("_") else top
    )


if __name__ == "__main__":
    sys.exit(main())
