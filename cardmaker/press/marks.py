"""A grid in; the hairlines that guide the knife out, as a frame of artifacts.

Where paper is left around the cards a crop mark stands outside them at each end of each cut, and nothing is
drawn on a card. Where the cards fill the sheet there is no such paper: each cut is shown by a tick from the
sheet's edge inwards and by a small cross where cuts meet, so that a strip still carries marks after the first
cut. These lie in the cards' margins, on the line that the knife takes away.

Backs carry only the marks outside the cards. Held to the light those show how well both sides register, and
one can cut from either side. A tick or a cross on the back would do harm: backs come out a millimetre or so
off, and cutting along the fronts would leave its hairline on the card.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from cardmaker.frame import Frame, Group, Path, Placed, Role
from cardmaker.geometry import Rect
from cardmaker.press.duplex import Axis, behind
from cardmaker.press.grid import Grid

PAPER_EDGE = 3.0
"""How near to the paper's edge a mark may come: nearer, printers can't print and viewers shrink the page."""
GAP = 1.5
"""Between a card and a crop mark outside it."""
LENGTH = 5.0
"""Of a crop mark, where there is room."""
SHORTEST = 2.5
"""A crop mark shorter than this is no use: a tick inside takes its place."""
TICK_END = 9.0
"""How far from the sheet's edge a tick inside ends."""
ARM = 4.0
"""Of a cross where two cuts meet."""
SHARED = 1.0
"""Cards no further apart than this are parted by one cut."""
WIDTH = 0.2
COLOUR = "#000000"


@lru_cache(maxsize=64)
def front_marks(grid: Grid) -> Frame | None:
    """All marks of a grid; None if there is nothing to cut."""
    return _frame(grid, [*_outside(grid), *_ticks(grid), *_crosses(grid)])


@lru_cache(maxsize=64)
def back_marks(grid: Grid, about: Axis | None) -> Frame | None:
    """The marks outside the cards, behind those of the front."""
    return _frame(grid, [behind(mark, grid.sheet, about) for mark in _outside(grid)])


def _frame(grid: Grid, marks: list[Rect]) -> Frame | None:
    if not marks:
        return None
    data = " ".join(f"M {_n(m.x)} {_n(m.y)} L {_n(m.right)} {_n(m.bottom)}" for m in marks)
    lines = Placed(0.0, 0.0, Path(data, stroke=COLOUR, width=WIDTH))
    return Frame(grid.sheet, (Placed(0.0, 0.0, Group(Role.ARTIFACT, (lines,))),))


def _outside(grid: Grid) -> Iterator[Rect]:
    left, above, right, below = _room(grid)
    for x in _cuts_x(grid):
        if _fits(above):
            length = min(LENGTH, above - GAP - PAPER_EDGE)
            yield Rect(x, above - GAP - length, 0, length)
        if _fits(below):
            length = min(LENGTH, below - GAP - PAPER_EDGE)
            yield Rect(x, grid.block.bottom + GAP, 0, length)
    for y in _cuts_y(grid):
        if _fits(left):
            length = min(LENGTH, left - GAP - PAPER_EDGE)
            yield Rect(left - GAP - length, y, length, 0)
        if _fits(right):
            length = min(LENGTH, right - GAP - PAPER_EDGE)
            yield Rect(grid.block.right + GAP, y, length, 0)


def _ticks(grid: Grid) -> Iterator[Rect]:
    left, above, right, below = _room(grid)
    length = TICK_END - PAPER_EDGE
    for x in _cuts_x(grid):
        if not _fits(above):
            yield Rect(x, PAPER_EDGE, 0, length)
        if not _fits(below):
            yield Rect(x, grid.sheet.height - TICK_END, 0, length)
    for y in _cuts_y(grid):
        if not _fits(left):
            yield Rect(PAPER_EDGE, y, length, 0)
        if not _fits(right):
            yield Rect(grid.sheet.width - TICK_END, y, length, 0)


def _crosses(grid: Grid) -> Iterator[Rect]:
    left, above, right, below = _room(grid)
    upright = not (_fits(above) and _fits(below))
    level = not (_fits(left) and _fits(right))
    for x in _inner(_cuts_x(grid), grid.block.x, grid.block.right):
        for y in _inner(_cuts_y(grid), grid.block.y, grid.block.bottom):
            if upright:
                yield Rect(x, y - ARM, 0, 2 * ARM)
            if level:
                yield Rect(x - ARM, y, 2 * ARM, 0)


def _room(grid: Grid) -> tuple[float, float, float, float]:
    block = grid.block
    return block.x, block.y, grid.sheet.width - block.right, grid.sheet.height - block.bottom


def _fits(room: float) -> bool:
    return room >= PAPER_EDGE + SHORTEST + GAP


def _cuts_x(grid: Grid) -> list[float]:
    return _cuts(grid.origin.x, grid.cell_size.width, grid.pitch.width, grid.columns, grid.sheet.width)


def _cuts_y(grid: Grid) -> list[float]:
    return _cuts(grid.origin.y, grid.cell_size.height, grid.pitch.height, grid.rows, grid.sheet.height)


def _cuts(first: float, length: float, pitch: float, count: int, sheet: float) -> list[float]:
    edges = [(first + i * pitch, first + i * pitch + length) for i in range(count)]
    cuts = [edges[0][0]]
    for (_, end), (start, _) in pairwise(edges):
        cuts += [(end + start) / 2] if start - end <= SHARED else [end, start]
    cuts.append(edges[-1][1])
    return [cut for cut in cuts if PAPER_EDGE <= cut <= sheet - PAPER_EDGE]


def _inner(cuts: list[float], start: float, end: float) -> list[float]:
    return [cut for cut in cuts if start + SHARED < cut < end - SHARED]


def _n(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
