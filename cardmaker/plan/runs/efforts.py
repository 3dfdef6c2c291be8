"""How hard a stretch of a run is, what it is for, and which effort is the hardest."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal, get_args

Effort = Literal[
    "",
    "rest",
    "walk",
    "jog",
    "recovery",
    "easy",
    "long",
    "steady",
    "marathon",
    "half",
    "tempo",
    "threshold",
    "10k",
    "5k",
    "3k",
    "mile",
    "interval",
    "repetition",
    "fast",
    "strides",
    "race",
]
"""How hard; '' where it isn't said."""

Role = Literal["", "warm-up", "cool-down"]

EFFORTS: Final[tuple[Effort, ...]] = get_args(Effort)[1:]
ROLES: Final = ("warm-up", "cool-down")

HARDNESS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("rest", "walk"), 0),
    **dict.fromkeys(("", "jog", "recovery", "easy"), 1),
    **dict.fromkeys(("long", "steady"), 2),
    **dict.fromkeys(("marathon", "half", "tempo", "threshold"), 3),
    **dict.fromkeys(("10k", "5k", "3k", "mile", "interval", "repetition", "fast", "strides", "race"), 4),
}
"""0 not running, 1 easy, 2 steady, 3 tempo, 4 fast."""

AIMED: Final = ("marathon", "half", "10k", "5k", "3k", "mile")
"""The efforts that are a race's pace."""

_FASTER: Final = (
    "long", "steady", "marathon", "half", "tempo", "threshold", "10k", "5k", "interval", "3k", "mile", "repetition",
)  # fmt: skip
"""Of efforts that are as hard, the faster come later."""


def hardest_of(efforts: Iterable[Effort]) -> Effort:
    """The hardest effort: of two paces of races the faster, strides least of what is as hard; else the first."""
    found: Effort = ""
    for place, effort in enumerate(efforts):
        if place == 0 or (not found and HARDNESS[effort]) or _is_harder(effort, found):
            found = effort
    return found


def _is_harder(effort: Effort, other: Effort) -> bool:
    if HARDNESS[effort] != HARDNESS[other]:
        return HARDNESS[effort] > HARDNESS[other]
    if effort in _FASTER and other in _FASTER:
        return _FASTER.index(effort) > _FASTER.index(other)
    return other == "strides"


RESTING: Final = ("rest", "walk", "jog", "recovery")
"""The efforts of a recovery between repeats."""
