"""A grid or pairs in; the marks that are asked for besides crop marks out: targets, guides, corners, holes."""

from collections.abc import Iterator

from cardmaker.geometry import Point, Rect, rounded
from cardmaker.press.crop import SHARED
from cardmaker.press.fold import Pairs
from cardmaker.press.grid import Grid

RADIUS = 1.6
"""Of the ring of a target."""
REACH = 2.5
"""Of a target's cross from its middle."""
HOLE_AT = 5.0
"""The middle of a ring's hole, from the card's top and left edges as it is read."""
HOLE_RADIUS = 2.0
HOLE_CLEAR = HOLE_AT + HOLE_RADIUS + 1.0
"""How far down a card with a hole its content begins, so that the punch misses it."""
_CLEAR = 1.0
_ARC = 0.5523  # the handle that comes closest to a quarter circle, in radii


def targets(grid: Grid, edge: float, taken: list[Rect]) -> Iterator[Point]:
    """The middles of registration targets: in the sheet's corners, clear of cards and of other marks."""
    inset = edge + REACH
    width, height = grid.sheet
    obstacles = [*grid.cells(), *taken]
    for x in (inset, width - inset):
        for y in (inset, height - inset):
            reach = REACH + _CLEAR
            around = Rect(x - reach, y - reach, 2 * reach, 2 * reach)
            if not any(around.overlaps(other) for other in obstacles):
                yield Point(x, y)


def guides(grid: Grid, edge: float, width: float) -> Iterator[Rect]:
    """Lines from end to end of the sheet along each edge of a card that has waste next to it, on the waste."""
    (cell_width, cell_height), pitch, sheet = grid.cell_size, grid.pitch, grid.sheet
    for x in _beside(grid.origin.x, cell_width, pitch.width, grid.columns, sheet.width, edge, width):
        yield Rect(x, edge, 0, sheet.height - 2 * edge)
    for y in _beside(grid.origin.y, cell_height, pitch.height, grid.rows, sheet.height, edge, width):
        yield Rect(edge, y, sheet.width - 2 * edge, 0)


def _beside(
    first: float, length: float, pitch: float, count: int, sheet: float, edge: float, width: float
) -> Iterator[float]:
    for i in range(count):
        start, end = first + i * pitch, first + i * pitch + length
        if start - width >= edge if i == 0 else pitch - length > SHARED:
            yield start - width / 2
        if end + width <= sheet - edge if i == count - 1 else pitch - length > SHARED:
            yield end + width / 2


def fronts(imposition: Grid | Pairs) -> Iterator[tuple[Rect, int]]:
    """Where fronts lie, and how far each is turned."""
    for index in range(imposition.capacity):
        if isinstance(imposition, Pairs):
            half = imposition.front(index)
            yield half.place, half.turn
        else:
            yield imposition.cell(index), imposition.turn


def hole(place: Rect, turn: int) -> Point:
    """The middle of the hole in the top left corner of a card as it is read."""
    x = place.x + HOLE_AT if turn in (0, 270) else place.right - HOLE_AT
    y = place.y + HOLE_AT if turn in (0, 90) else place.bottom - HOLE_AT
    return Point(x, y)


def ring(middle: Point, radius: float, arm: float) -> str:
    """A circle with a cross through its middle, as path data."""
    x, y = middle
    k = _ARC * radius
    return (
        f"M {rounded(x)} {rounded(y - radius)} "
        f"{_curve((x + k, y - radius), (x + radius, y - k), (x + radius, y))} "
        f"{_curve((x + radius, y + k), (x + k, y + radius), (x, y + radius))} "
        f"{_curve((x - k, y + radius), (x - radius, y + k), (x - radius, y))} "
        f"{_curve((x - radius, y - k), (x - k, y - radius), (x, y - radius))} Z "
        f"M {rounded(x - arm)} {rounded(y)} L {rounded(x + arm)} {rounded(y)} "
        f"M {rounded(x)} {rounded(y - arm)} L {rounded(x)} {rounded(y + arm)}"
    )


def corners(place: Rect, radius: float, within: Rect) -> Iterator[str]:
    """The arcs to round a card's corners along, as path data; those alone that lie *within* what is printed."""
    r = min(radius, place.width / 2, place.height / 2)
    k = r * (1 - _ARC)
    for x, right in ((place.x, 1), (place.right, -1)):
        for y, down in ((place.y, 1), (place.bottom, -1)):
            if within.contains(Rect(min(x, x + right * r), min(y, y + down * r), r, r)):
                yield (
                    f"M {rounded(x + right * r)} {rounded(y)} "
                    + _curve((x + right * k, y), (x, y + down * k), (x, y + down * r))
                )


def _curve(*points: tuple[float, float]) -> str:
    return "C " + " ".join(f"{rounded(x)} {rounded(y)}" for x, y in points)
