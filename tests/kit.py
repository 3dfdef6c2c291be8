"""What the fixtures of conftest.py hand to tests, by name; bundled plans to try things on."""

import subprocess
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cardmaker import assets

if TYPE_CHECKING:
    from cardmaker.api import Job, Workshop
    from cardmaker.pipeline.order import Order


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]
Program = Callable[..., subprocess.CompletedProcess[bytes]]


def shared_workshop() -> "Workshop":
    """A workshop that all tests of a process make their plans in, with the bundled templates alone.

    What is made in it is what a fresh one makes, as tests/test_api.py and tests/roster see to; cards and pages that
    tests have in common are laid out once.
    """
    from cardmaker.api import opened

    return opened(())


def make(path: str | Path, order: "Order | None" = None, templates: Iterable[str | Path] = ()) -> "Job":
    """Read one plan and make what is ordered of it, in the workshop that tests share, or in one with *templates*."""
    from cardmaker.api import opened

    workshop = opened(templates)
    return workshop.make(workshop.load(path), order)


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


def mostly_deep(every: Iterable[Any], usual: Container[Any]) -> list[Any]:
    """Parameters for `parametrize`, those in *usual* always, the others in the deep run alone."""
    return [
        pytest.param(
            *(one if isinstance(one, tuple) else (one,)), marks=() if one in usual else pytest.mark.deep
        )
        for one in every
    ]


def in_the_widest_and_one_more(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Of pairs of something and a theme, such as pages in themes: what has most to take up room, and each value once.

    Each first is in bold, whose type is widest, in large print, whose type is largest, and in one more of its themes;
    which, changes about, so that each theme is tried on something.
    """
    themes: dict[str, list[str]] = {}
    for first, theme in pairs:
        themes.setdefault(first, []).append(theme)
    for number, (first, has) in enumerate(themes.items()):
        others = [theme for theme in has if theme not in WIDE]
        chosen = {*WIDE, *others[number % max(len(others), 1) :][:1]}
        yield from ((first, theme) for theme in has if theme in chosen)


WIDE = ("bold", "large-print")
"""The themes with the widest and the largest type."""
