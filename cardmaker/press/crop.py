"""A grid in; the lines that guide the knife out, where the paper is cut.

Where paper is left around the cards a crop mark stands outside them at each end of each cut, clear of what
bleeds, and nothing is drawn on a card. Where the cards fill the sheet there is no such paper: each cut is shown
by a tick from the sheet's edge inwards and by a small cross where cuts meet, so that a strip still carries marks
after the first cut. These lie in the cards' margins, on the line that the knife takes away.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from cardmaker.geometry import Insets, Rect
from cardmaker.press.grid import SLIVER, Grid

GAP = 1.5
"""Between a card and a crop mark outside it."""
LENGTH = 5.0
"""Of a crop mark, where there is room."""
SHORTEST = 2.5
"""A crop mark shorter than this is no use: a tick inside takes its place."""
TICK = 6.0
"""Of a tick inside, which begins as near to the sheet's edge as marks may come."""
ARM = 4.0
"""Of a cross where two cuts meet."""
SHARED = 1.0
"""Cards no further apart than this are parted by one cut."""
_SLACK = 1e-6


def waste_for_marks(bleed: float, edge: float) -> float:
    """How much paper around the cards crop marks take, mm."""
    return max(GAP, bleed) + SHORTEST + edge


def outside(grid: Grid, bleed: float, edge: float) -> Iterator[Rect]:
    """The crop marks outside the cards."""
    yield from level_with(grid, cuts_x(grid, edge), cuts_y(grid, edge), bleed, edge)


def level_with(
    grid: Grid, xs: Iterable[float], ys: Iterable[float], bleed: float, edge: float
) -> Iterator[Rect]:
    """Marks outside the cards at these places along the sheet, wherever there is room."""
    room, block, gap = _room(grid), grid.block, max(GAP, bleed)

    def length(free: float) -> float:
        most = min(LENGTH, free - gap - edge)
        return most if most >= SHORTEST - _SLACK else 0.0

    above, right, below, left = map(length, room)
    for x in xs:
        if above:
            yield Rect(x, block.y - gap - above, 0, above)
        if below:
            yield Rect(x, block.bottom + gap, 0, below)
    for y in ys:
        if left:
            yield Rect(block.x - gap - left, y, left, 0)
        if right:
            yield Rect(block.right + gap, y, right, 0)


def ticks(grid: Grid, bleed: float, edge: float) -> Iterator[Rect]:
    """The ticks from the sheet's edges inwards."""
    width, height = grid.sheet
    above, right, below, left = _without(grid, bleed, edge)
    for x in cuts_x(grid, edge):
        if above:
            yield Rect(x, edge, 0, TICK)
        if below:
            yield Rect(x, height - edge - TICK, 0, TICK)
    for y in cuts_y(grid, edge):
        if left:
            yield Rect(edge, y, TICK, 0)
        if right:
            yield Rect(width - edge - TICK, y, TICK, 0)


def crosses(grid: Grid, bleed: float, edge: float) -> Iterator[Rect]:
    """The crosses where cuts meet inside."""
    above, right, below, left = _without(grid, bleed, edge)
    for x in _inner(cuts_x(grid, edge), grid.block.x, grid.block.right):
        for y in _inner(cuts_y(grid, edge), grid.block.y, grid.block.bottom):
            if above or below:
                yield Rect(x, y - ARM, 0, 2 * ARM)
            if left or right:
                yield Rect(x - ARM, y, 2 * ARM, 0)


def cuts_x(grid: Grid, edge: float) -> list[float]:
    """Where upright cuts go."""
    cell, pitch = grid.cell_size, grid.pitch
    return _cuts(grid.origin.x, cell.width, pitch.width, grid.columns, grid.sheet.width, edge)


def cuts_y(grid: Grid, edge: float) -> list[float]:
    """Where level cuts go."""
    cell, pitch = grid.cell_size, grid.pitch
    return _cuts(grid.origin.y, cell.height, pitch.height, grid.rows, grid.sheet.height, edge)


def _room(grid: Grid) -> Insets:
    block = grid.block
    return Insets(block.y, grid.sheet.width - block.right, grid.sheet.height - block.bottom, block.x)


def _without(grid: Grid, bleed: float, edge: float) -> tuple[bool, bool, bool, bool]:
    """Which sides, from the top clockwise, have no room for crop marks."""
    least = waste_for_marks(bleed, edge) - _SLACK
    above, right, below, left = _room(grid)
    return above < least, right < least, below < least, left < least


def _cuts(first: float, length: float, pitch: float, count: int, sheet: float, edge: float) -> list[float]:
    edges = [(first + i * pitch, first + i * pitch + length) for i in range(count)]
    cuts = [edges[0][0]]
    for (_, end), (start, _) in pairwise(edges):
        cuts += [(end + start) / 2] if start - end <= SHARED else [end, start]
    cuts.append(edges[-1][1])
    least = max(edge, _SLACK)
    return [cut for cut in cuts if least <= cut <= sheet - least]


def unmarked(grid: Grid, edge: float) -> tuple[str, ...]:
    """The sides on which the outer cut is too near to the paper's edge for a mark, and yet isn't that edge."""
    sides = zip(("top", "right", "bottom", "left"), _room(grid), strict=True)
    return tuple(side for side, waste in sides if SLIVER / 2 + _SLACK < waste < edge - _SLACK)


def _inner(cuts: list[float], start: float, end: float) -> list[float]:
    return [cut for cut in cuts if start + SHARED < cut < end - SHARED]
