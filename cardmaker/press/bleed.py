"""A frame in; what goes on of it beyond its edges out, so that a cut a little off shows no white paper.

Only what touches an edge goes on. A plain rectangle grows; any other shape is mirrored at the edge, which
continues it without a seam. The frame itself stays as it is: its bleed lies beneath it, is read by nobody, and
is shown in a window that ends halfway to the next card.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product

from cardmaker.frame import Frame, Group, Path, Placed, Role
from cardmaker.geometry import Rect, Size, rounded
from cardmaker.press.grid import Grid

_TOUCH = 0.05
"""How near to the edge a shape touches it, mm."""


@lru_cache(maxsize=4096)
def bled(frame: Frame, bleed: float) -> Frame | None:
    """The bleed of a frame, *bleed* mm larger all round; None if nothing touches the edges."""
    items = tuple(
        Placed(bleed, bleed, replace(path, data=_written(path.data, points)))
        for x, y, path in frame.walk()
        if isinstance(path, Path)
        for points in _beyond(path, _points(path.data, x, y), frame.size, bleed)
    )
    if not items:
        return None
    width, height = frame.size
    return Frame(
        Size(width + 2 * bleed, height + 2 * bleed), (Placed(0.0, 0.0, Group(Role.ARTIFACT, items)),)
    )


@lru_cache(maxsize=512)
def window(grid: Grid, index: int, bleed: float, edge: float) -> Rect:
    """Where the bleed of a card shows: *bleed* all round, but no more than half the gutter, nor nearer to the
    paper's edge than *edge* mm, unless the card itself is nearer."""
    cell, (width, height) = grid.cell(index), grid.cell_size
    gap_x, gap_y = grid.pitch.width - width, grid.pitch.height - height
    block, sheet = grid.block, grid.sheet

    def room(at_end: bool, waste: float, gap: float) -> float:
        free = (waste - edge if waste >= edge else waste) if at_end else gap / 2
        return max(0.0, min(bleed, free))

    left = room(math.isclose(cell.x, block.x), cell.x, gap_x)
    right = room(math.isclose(cell.right, block.right), sheet.width - cell.right, gap_x)
    above = room(math.isclose(cell.y, block.y), cell.y, gap_y)
    below = room(math.isclose(cell.bottom, block.bottom), sheet.height - cell.bottom, gap_y)
    return Rect(cell.x - left, cell.y - above, width + left + right, height + above + below)


def half_window(half: Rect, cell: Rect, shown: Rect) -> Rect:
    """The part of a pair's window that belongs to one half: its bleed ends at the fold."""
    left = shown.x if math.isclose(half.x, cell.x) else half.x
    top = shown.y if math.isclose(half.y, cell.y) else half.y
    right = shown.right if math.isclose(half.right, cell.right) else half.right
    bottom = shown.bottom if math.isclose(half.bottom, cell.bottom) else half.bottom
    return Rect(left, top, right - left, bottom - top)


Points = Sequence[tuple[float, float]]


def _points(data: str, x: float, y: float) -> Points:
    numbers = [float(token) for token in data.split() if not token.isalpha()]
    return [(x + one, y + two) for one, two in zip(numbers[::2], numbers[1::2], strict=True)]


def _written(data: str, points: Points) -> str:
    """The path with other points in place of its own."""
    numbers = (rounded(value) for point in points for value in point)
    return " ".join(token if token.isalpha() else next(numbers) for token in data.split())


def _beyond(path: Path, points: Points, size: Size, bleed: float) -> Iterator[Points]:
    """What a shape is beyond the edges that it touches."""
    if not points or (path.fill is None and path.stroke is None):
        return
    half = path.width / 2 if path.stroke is not None else 0.0
    across = _mirrors([x for x, _ in points], half, size.width)
    down = _mirrors([y for _, y in points], half, size.height)
    if not across and not down:
        return
    if path.stroke is None and _is_rectangle(path.data, points):
        yield [(_grown(x, size.width, bleed), _grown(y, size.height, bleed)) for x, y in points]
        return
    for x_mirror, y_mirror in product((None, *across), (None, *down)):
        if x_mirror is not None or y_mirror is not None:
            yield [
                (x if x_mirror is None else 2 * x_mirror - x, y if y_mirror is None else 2 * y_mirror - y)
                for x, y in points
            ]


def _mirrors(values: list[float], half: float, length: float) -> list[float]:
    """The edges, at 0 and at *length*, that a shape touches."""
    mirrors = [0.0] if min(values) - half <= _TOUCH else []
    return [*mirrors, length] if max(values) + half >= length - _TOUCH else mirrors


def _is_rectangle(data: str, points: Points) -> bool:
    if "C" in data or data.count("M") != 1:
        return False
    corners = [*points[:-1]] if len(points) == 5 and points[0] == points[-1] else [*points]
    xs, ys = {round(x, 3) for x, _ in corners}, {round(y, 3) for _, y in corners}
    level = all(
        (a[0] == b[0]) != (a[1] == b[1]) for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)
    )
    return len(corners) == 4 and len(xs) == 2 and len(ys) == 2 and level


def _grown(value: float, length: float, bleed: float) -> float:
    if value <= _TOUCH:
        return min(value, -bleed)
    return max(value, length + bleed) if value >= length - _TOUCH else value
