"""A sheet and a paper larger than its own → how much larger it may be drawn, and how many weeks it has there."""

from functools import lru_cache
from math import ceil

from cardmaker.geometry import Size
from cardmaker.theme.face import Sheet
from cardmaker.theme.stock import load_paper

_NOTICEABLE = 1.1
"""On paper that is hardly larger, a sheet rather has more room: Legal is as wide as A4."""
_STEPS = 6
"""Sizes from the largest to the one that a sheet was drawn in: on A3 1.41, 1.33, 1.26, … 1.06 and 1."""


def weeks_on(sheet: Sheet, paper: Size) -> int:
    """The most weeks on a page of a sheet: a block has as many more as a larger paper is higher than its own."""
    return int(sheet.weeks * _most(sheet, paper)) if sheet.kind == "block" else sheet.weeks


def enlargements(sheet: Sheet, paper: Size, weeks: int = 0) -> list[float]:
    """How many times as large as it was drawn a sheet with so many *weeks* may be on a paper, the most first."""
    most = _most(sheet, paper)
    if most < _NOTICEABLE:
        return [1.0]
    sizes = [most ** (step / _STEPS) for step in reversed(range(_STEPS + 1))]
    return [by for by in sizes if ceil(sheet.weeks * most / by) >= weeks] or sizes[-1:]


@lru_cache(maxsize=16)
def _drawn_for(paper: str) -> Size:
    """The size of a bundled paper."""
    return load_paper(paper).size


def _most(sheet: Sheet, paper: Size) -> float:
    """How many times as large as its own a paper is; 1 if that is not said."""
    if not sheet.enlarged_from:
        return 1.0
    own = _drawn_for(sheet.enlarged_from)
    return max(1.0, min(min(paper) / own.width, max(paper) / own.height))
