"""A sheet of paper → the marks that a cutting machine finds it by: a square and two corners.

Machines that cut what is printed look for three marks with a sensor: a solid square at the top left, and corners at
the top right and the bottom left. Nothing else may be printed near them, on that side of the paper.
"""

from collections.abc import Iterator
from typing import Final

from cardmaker.geometry import Rect, Size
from cardmaker.press.grid import Grid

INSET: Final = 10.0
"""From the paper's edges to the outer edges of the marks, mm: the least that programs for such machines take."""
SQUARE: Final = 5.0
LEG: Final = 20.0
"""How long the two legs of a corner are, mm."""
THICK: Final = 0.5
CLEAR: Final = 2.0
"""Paper around the marks, mm."""
MARGINS: Final = (INSET + THICK + CLEAR, INSET + SQUARE + CLEAR)
"""Margins that keep cards away from the corners' legs, and from the square as well, mm."""


def cutter_marks(sheet: Size) -> Iterator[Rect]:
    """The marks as solid rectangles: the square, then the legs of the corners."""
    right, bottom = sheet.width - INSET, sheet.height - INSET
    yield Rect(INSET, INSET, SQUARE, SQUARE)
    yield Rect(right - LEG, INSET, LEG, THICK)
    yield Rect(right - THICK, INSET, THICK, LEG)
    yield Rect(INSET, bottom - THICK, LEG, THICK)
    yield Rect(INSET, bottom - LEG, THICK, LEG)


def is_clear(grid: Grid, bleed: float) -> bool:
    """Whether all cards, with what bleeds, keep away from the marks."""
    around = CLEAR + bleed
    wide = [
        Rect(m.x - around, m.y - around, m.width + 2 * around, m.height + 2 * around)
        for m in cutter_marks(grid.sheet)
    ]
    return not any(mark.overlaps(cell) for mark in wide for cell in grid.cells())
