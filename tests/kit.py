"""What the fixtures of conftest.py hand to tests, by name."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]
Program = Callable[..., subprocess.CompletedProcess[bytes]]
