"""The runs of a plan → the unit of their distances, for a run that says none: '6 easy' among others in miles."""

import re
from collections.abc import Iterable
from typing import Final, Literal

from cardmaker.patterns import Pattern

Unit = Literal["", "km", "mi"]

_KM: Final = Pattern(
    r"\d ?(?:km|k|kms|kilomet(?:re|er)s?)\b(?! ?(?:pace|effort|race|tempo))|/ ?km\b", "", re.IGNORECASE
)
_MI: Final = Pattern(
    r"\d ?(?:mi|miles?)\b(?! ?(?:pace|effort|race|repeats))|/ ?mi(?:le)?\b", "", re.IGNORECASE
)
_ASIDE: Final = Pattern(
    r"\d ?x ?\d+(?:\.\d+)? ?(?:km?|mi|miles?)\b|\([^()]*\)|\b(?:race|tt|parkrun|time trial):? ?\d+ ?k\b"
    r"|\d ?km?\b[^,;/]*\b(?:race|tt|time trial)\b|\d ?x ?\([^()]*\)|(?:@|\bat) ?\d+ ?k\b",
    "x|(|race|tt|parkrun|trial|@|at",
    re.IGNORECASE,
)
"""Repeats, races and brackets, whose unit needn't be that of the plan: '5 x 1 km' among miles, '5 mi (8 km)'."""
_LEAST: Final = 2
"""Runs that say their unit, so that others are meant alike."""


def usual_unit(texts: Iterable[str], declared: Unit = "") -> Unit:
    """The only unit of distances in some runs, if at least two of them have it; '' where there are both or none.

    One that is *declared* for the plan needs no runs that have it, only none that have the other.
    """
    km = mi = 0
    for text in (_ASIDE.sub(" ", text) for text in texts):
        km += bool(_KM.search(text))
        mi += bool(_MI.search(text))
    if km and mi:
        return ""
    if declared:
        return declared if (mi if declared == "km" else km) == 0 else ""
    return "km" if km >= _LEAST else "mi" if mi >= _LEAST else ""
