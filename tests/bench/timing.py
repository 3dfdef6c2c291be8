"""Commands -> the CPU time, wall time and memory of fresh processes, taken in turn so that noise meets all alike."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

_MIB = 1024 * 1024


@dataclass(frozen=True)
class Run:
    """What one process took: seconds of CPU (user and system, all threads), seconds of wall, peak MiB."""

    cpu: float
    wall: float
    peak: float


class FailedError(Exception):
    """A process that is measured did not succeed."""


def once(command: Sequence[str]) -> Run:
    """Run a command to its end; FailedError carries what it wrote on standard error."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedError(f"{' '.join(command)}\n{said.decode(errors='replace')}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * unit / _MIB)


def once_output(command: Sequence[str], errors: bool = False) -> str:
    """What a command writes on standard output, or on standard error; FailedError if it doesn't succeed."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FailedError(f"{' '.join(command)}\n{done.stderr}")
    return done.stderr if errors else done.stdout


def measure(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[Run]]:
    """Run every command once to warm the caches, then all in turn, *rounds* times: A B C A B C ..."""
    for command in commands.values():
        once(command)
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(once(command))
    return runs


def ratio(runs: Sequence[Run], others: Sequence[Run], what: str = "cpu") -> float:
    """The median over the rounds of what the first took to what the second took in the same round."""
    return median(getattr(a, what) / getattr(b, what) for a, b in zip(runs, others, strict=True))


def middle(runs: Sequence[Run], what: str = "cpu") -> float:
    """The median of what the runs took."""
    return median(getattr(run, what) for run in runs)
