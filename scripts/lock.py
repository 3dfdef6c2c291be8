"""pyproject.toml → constraints.txt: one version of each package, for every Python and system we support.

Run it when a dependency changes, or to take newer versions: `.venv/bin/python scripts/lock.py --upgrade`.
It needs uv (`pip install -c constraints.txt -e ".[dev]"`). What it writes is for pip: markers say which line is for
which Python or system.
"""

import argparse
import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "constraints.txt"
HEAD = """\
# One version of every package, so that a set-up next year is the set-up of today.
# Written by scripts/lock.py from pyproject.toml; change that, not this.
"""


def main() -> int:
    """Write the lock; the versions that it has stay unless they are to be upgraded or no longer fit."""
    parser = argparse.ArgumentParser(description="Lock the versions of all packages.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions")
    upgrade = ["--upgrade"] if parser.parse_args().upgrade else []
    everything = ["--all-extras", "--universal", "--python-version", lowest_python()]
    plainly = ["--no-header", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    compiling = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--output-file", str(LOCK)]
    done = subprocess.run(
        [*compiling, *everything, *plainly, *upgrade],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        check=False,
    )
    if done.returncode == 0:
        LOCK.write_text(HEAD + LOCK.read_text("utf-8").removeprefix(HEAD), "utf-8")
    return done.returncode


def lowest_python() -> str:
    """The lowest Python that pyproject.toml allows: '3.11'."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["requires-python"]).removeprefix(">=")


if __name__ == "__main__":
    sys.exit(main())
