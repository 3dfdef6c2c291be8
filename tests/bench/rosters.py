"""python tests/bench/rosters.py: what an athlete of a roster takes, against Typst, and how memory and files grow.

Athletes of the bundled plan differ in 74 strings on all their nine pages: names, paces, loads. Typst is given the
pages of each as `content.py` writes them, in one process that stays open, so that its fonts are read once and what is
alike is cached; it reads no table, looks nothing up and doesn't choose what fits. The two take turns, one by one.
CPU seconds of all threads. `rosters.py 1000` makes so many athletes for memory and size; without a number it is 200.
`rosters.py 1000 --one-file` puts them into one file instead, as a print shop gets it, tagged and not.
`rosters.py 1000 --command` has the command make them, and ten before, with which its memory is compared.
"""

import importlib.util
import os
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
sys.path[:0] = [
    str(HERE),
    str(HERE.parents[1]),
]  # for the modules beside this one, and this checkout's package

STARTER = HERE.parents[1] / "templates" / "plans" / "runners-week.yaml"
HEADINGS = "Name,Email,5k time,Squat load,Romanian deadlift load,Bent-over row load,Shoulder press load"
AGAINST_TYPST = 12
ONE_FILE, COMMAND = "--one-file", "--command"
_FEW = 10
_WARM = 4


def table(count: int) -> bytes:
    """So many athletes, of whom hardly two have the same paces or loads."""
    draw = random.Random(5)
    rows = [HEADINGS]
    for number in range(1, count + 1):
        seconds = draw.randint(17 * 60, 32 * 60)
        loads = [f"{draw.randint(low, high) * 2} kg" for low, high in ((10, 60), (10, 60), (5, 30), (5, 20))]
        clock = f"{seconds // 60}:{seconds % 60:02d}"
        rows.append(",".join([f"Runner {number}", f"r{number}@club.example", clock, *loads]))
    return "\n".join(rows).encode()


def main() -> int:
    """Measure and print."""
    given = [one for one in sys.argv[1:] if one not in (ONE_FILE, COMMAND)]
    count = int(given[0]) if given else 200
    if ONE_FILE in sys.argv:
        return _one_file(count)
    if COMMAND in sys.argv:
        return _by_command(count)
    if importlib.util.find_spec("typst") is None:
        print("this needs typst: pip install 'cardmaker[bench]'", file=sys.stderr)
        return 2
    import cardmaker
    from cardmaker.roster.workers import few_cycles_looked_for

    athletes = table(count + AGAINST_TYPST)
    opened, other = (cardmaker.Workshop().open_roster(STARTER, athletes, "club.csv") for _ in range(2))
    maker, entries = opened.maker, opened.roster.entries
    for entry in entries[:_WARM]:
        maker.file(entry)
    before, start, size = _peak(), time.process_time(), 0
    with few_cycles_looked_for():
        for entry in entries[_WARM:count]:
            size += len(maker.file(entry).data)
    made = count - _WARM
    each, more = (time.process_time() - start) / made, _peak() - before
    print(
        f"{count} athletes: {each * 1000:.0f} ms each, {size / made / 1000:.0f} kB each, {more:.0f} MiB more"
    )
    with few_cycles_looked_for():
        taken = _against_typst(maker, other.maker, entries[-AGAINST_TYPST:])
    ours, theirs = median(taken["ours"]), median(taken["Typst"])
    ratio = median(one / two for one, two in zip(taken["ours"], taken["Typst"], strict=True))
    print(f"an athlete: ours {ours * 1000:.0f} ms, Typst {theirs * 1000:.0f} ms: {ratio:.2f} of its time")
    return 0


def _one_file(count: int) -> int:
    """Measure and print what so many athletes take in one file."""
    import cardmaker
    from cardmaker.paint import write_volume
    from cardmaker.roster.volume import volume_of

    opened = cardmaker.Workshop().open_roster(STARTER, table(count), "club.csv")
    start = time.process_time()
    jobs = [(entry.name, opened.maker.job(entry)) for entry in opened.roster.entries]
    document = volume_of(jobs, "club")
    size = len(write_volume(document))
    each = (time.process_time() - start) / count
    print(
        f"{count} athletes in one file: {size / 1e6:.1f} MB, {size / count / 1000:.1f} kB and"
        f" {each * 1000:.0f} ms each, {_peak():.0f} MiB at the most"
    )
    size = len(write_volume(document, tagged=False))
    print(f"untagged: {size / 1e6:.1f} MB, {size / count / 1000:.1f} kB each")
    return 0


def _by_command(count: int) -> int:
    """Measure and print what a run of the command takes, and what more than one for ten athletes."""
    _run_of(2)  # after which the bytecode is there
    (few_s, few_mib), (many_s, many_mib) = map(_run_of, (_FEW, count))
    each = (many_s - few_s) / (count - _FEW)
    print(
        f"{count} athletes by the command: {each * 1000:.1f} ms each, {many_mib:.0f} MiB at the most,"
        f" {many_mib - few_mib:.0f} more than {_FEW} take"
    )
    return 0


def _run_of(count: int) -> tuple[float, float]:
    """CPU seconds and the most MiB of one run of the command."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "club.csv").write_bytes(table(count))
        wish = ["build", str(STARTER), "--roster", str(folder / "club.csv"), "-o", str(folder / "out")]
        command = [sys.executable, "-m", "cardmaker", *wish]
        pid = os.posix_spawn(sys.executable, command, os.environ | {"PYTHONPATH": str(HERE.parents[1])})
        _, state, used = os.wait4(pid, 0)
        if state:
            raise SystemExit("the command has failed")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return used.ru_utime + used.ru_stime, used.ru_maxrss / unit


def _against_typst(maker: object, other: object, entries: object) -> dict[str, list[float]]:
    """CPU seconds of each for athletes of whom *maker* has made nothing; *other* makes what Typst is given."""
    import typst
    from content import write_content_of
    from fonts import write_fonts

    taken: dict[str, list[float]] = {"ours": [], "Typst": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(HERE / "peers" / "plan.typ", folder)
        write_fonts(folder / "fonts")
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder / "fonts")]
        )
        for number, entry in enumerate(entries):  # type: ignore[call-overload]
            content = f"content-{number}.json"
            write_content_of(other.job(entry), folder, content)  # type: ignore[attr-defined]

            def ours(entry: object = entry) -> None:
                maker.file(entry)  # type: ignore[attr-defined]

            def theirs(content: str = content) -> None:
                typst.compile(
                    f"{folder}/plan.typ",
                    output=f"{folder}/{os.getpid()}.pdf",
                    root=str(folder),
                    font_paths=fonts,
                    sys_inputs={"content": content},
                    pdf_tags=True,
                )

            for which, make in (("Typst", theirs), ("ours", ours)):
                taken[which].append(_timed(make))
    return taken


def _timed(make: Callable[[], None]) -> float:
    start = time.process_time()
    make()
    return time.process_time() - start


def _peak() -> float:
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    sys.exit(main())
