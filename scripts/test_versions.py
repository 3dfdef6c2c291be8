"""Pythons × versions of the dependencies → a table of which of them pass the tests.

    python scripts/test_versions.py                         # all Pythons found; lowest, locked and newest versions
    python scripts/test_versions.py --quick                 # the tests that lean on the dependencies most
    python scripts/test_versions.py --python 3.12 --versions newest -- tests/plan -x

Lowest are the lower bounds of pyproject.toml, on the lowest Python only: older versions have no wheels for newer ones.
Each run has an environment of its own in a temporary folder. Needs uv: `pip install -c constraints.txt -e ".[dev]"`.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

ROOT = Path(__file__).parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
VERSIONS = {
    "lowest": ["--resolution", "lowest-direct"],
    "locked": ["--constraints", "constraints.txt"],
    "newest": ["--upgrade"],
}
QUICK = [
    "cli/test_cli_build.py",
    "deliver",
    "library",
    "paint",
    "picture",
    "plan",
    "text",
    "yaml12",
    "test_wheel.py",
]


class Run(NamedTuple):
    """A Python, by its version and its program, and which versions of the dependencies it runs with."""

    python: str
    program: str
    versions: str


def main() -> int:
    """Run them in turn, print the table, and return how many runs failed."""
    parser = argparse.ArgumentParser(
        description="Test with several Pythons and versions of the dependencies."
    )
    parser.add_argument(
        "--python", action="append", choices=PYTHONS, help="this Python only; may be repeated"
    )
    parser.add_argument("--versions", action="append", choices=VERSIONS, help="these only; may be repeated")
    parser.add_argument("--quick", action="store_true", help="only tests of what leans on the dependencies")
    parser.add_argument("pytest", nargs="*", help="arguments for pytest, after --")
    args = parser.parse_args()
    chosen = [f"tests/{name}" for name in QUICK] if args.quick else []
    rows, failed = [], 0
    for run in runs(args.python or PYTHONS, args.versions or list(VERSIONS)):
        print(f"Python {run.python}, {run.versions} versions …", file=sys.stderr)
        began = time.monotonic()
        passed, said = tested(run, [*chosen, *args.pytest])
        failed += not passed
        rows.append(
            (
                run.python,
                run.versions,
                "passed" if passed else "FAILED",
                said,
                f"{time.monotonic() - began:.0f} s",
            )
        )
    print(table([("Python", "versions", "", "pytest", "time"), *rows]))
    return failed


def runs(pythons: list[str] | tuple[str, ...], versions: list[str]) -> Iterator[Run]:
    """What to run: each Python that this machine has with the versions that suit it."""
    for python in pythons:
        program = found(python)
        if program is None:
            print(f"Python {python}: none on this machine, left out", file=sys.stderr)
            continue
        for name in versions:
            if name != "lowest" or python == PYTHONS[0]:
                yield Run(python, program, name)


def found(python: str) -> str | None:
    """The program of a Python version: one that uv finds, or pyenv has."""
    done = uv("python", "find", "--no-project", "--no-python-downloads", python)
    if done.returncode == 0:
        return done.stdout.strip()
    kept = sorted(Path.home().glob(f".pyenv/versions/{python}.*/bin/python"))
    return str(kept[-1]) if kept else None


def tested(run: Run, arguments: list[str]) -> tuple[bool, str]:
    """Whether the tests pass, and how many there were; what failed goes to standard error."""
    with tempfile.TemporaryDirectory(prefix="cardmaker-versions-") as folder:
        home = Path(folder) / "env"
        programs = home / ("Scripts" if sys.platform == "win32" else "bin")
        for step in (
            ("venv", "--quiet", "--seed", "--python", run.program, str(home)),
            (
                "pip",
                "install",
                "--quiet",
                "--python",
                str(home),
                *VERSIONS[run.versions],
                "--editable",
                ".[test]",
            ),
        ):
            done = uv(*step)
            if done.returncode:
                print(done.stderr, file=sys.stderr)
                return False, "the set-up failed"
        report = Path(folder) / "report.xml"
        tests = [str(programs / "python"), "-m", "pytest", "-p", "no:cacheprovider", f"--junitxml={report}"]
        done = subprocess.run([*tests, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
        said = counts(report) or f"exit code {done.returncode}"
    if done.returncode:
        lines = re.findall(r"^(?:FAILED|ERROR|E  ).*", done.stdout, flags=re.M)
        lines.sort(key=lambda line: line.startswith("E  "))  # which tests, then why
        print("\n".join(lines[:60]), file=sys.stderr)
    return done.returncode == 0, said


def counts(report: Path) -> str:
    """How many tests passed, failed and so on, by pytest's report, which no -q leaves out; '' without one."""
    if not report.is_file():
        return ""
    suites = list(ElementTree.parse(report).getroot().iter("testsuite"))
    run, *others = (
        sum(int(suite.get(name, "0")) for suite in suites)
        for name in ("tests", "failures", "errors", "skipped")
    )
    words = zip((run - sum(others), *others), ("passed", "failed", "errors", "skipped"), strict=True)
    return ", ".join(f"{count} {word}" for count, word in words if count or word == "passed")


def uv(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run uv in the project's folder."""
    command = [sys.executable, "-m", "uv", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def table(rows: list[tuple[str, ...]]) -> str:
    """Rows in columns as wide as what they hold."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    padded = ([cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows)
    return "\n".join("  ".join(cells).rstrip() for cells in padded)


if __name__ == "__main__":
    sys.exit(main())
