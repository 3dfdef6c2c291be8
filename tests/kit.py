"""What the fixtures of conftest.py hand to tests, by name; bundled plans to try things on."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from cardmaker import assets


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]
Program = Callable[..., subprocess.CompletedProcess[bytes]]

PLANS = {path.stem: path for path in sorted(assets.templates("plans").glob("*.yaml"))}
"""The bundled plans by name."""


def bundled_plans(*usual: str) -> pytest.MarkDecorator:
    """Try a test on every bundled plan, as `plan`: in the usual run on those of *usual*, in the deep one on the others.

    For tests that lay pages out; those that only read plans take them all.
    """
    assert usual and not {*usual} - PLANS.keys(), "plans that are bundled"
    every = [
        pytest.param(path, id=name, marks=() if name in usual else pytest.mark.deep)
        for name, path in PLANS.items()
    ]
    return pytest.mark.parametrize("plan", every)
