"""A stock's grid on a sheet of paper → a drawing of it at true size, with measures, to hold against the product."""

from collections.abc import Iterator
from typing import Protocol

from cardmaker.frame import Frame, Group, Path, Placed, Role, Text
from cardmaker.geometry import MM_PER_PT, Point, Rect, Size, rounded
from cardmaker.layout.shapes import circle, line, rect
from cardmaker.namedtuple import NamedTuple
from cardmaker.text.fonts import FontBook

INK, PALE = "#15232B", "#8A979E"
EDGE, FINE = 0.3, 0.15
SIZE_PT, NUMBER_PT = 7.0, 16.0
BARB = 1.2
"""Half an arrowhead's height, mm."""
_ROUND = 2.0
"""The least radius of the film's corners, without the film, mm."""
_BROKEN = (2.0, 1.5)
LEAST = 1.0
"""A distance shorter than this in mm is left without a measure."""


class CellGrid(Protocol):
    """Equal cards on a sheet of paper, as the press arranges them; layout doesn't know the press."""

    @property
    def sheet(self) -> Size: ...
    @property
    def card(self) -> Size: ...
    @property
    def columns(self) -> int: ...
    @property
    def rows(self) -> int: ...
    @property
    def origin(self) -> Point: ...
    @property
    def pitch(self) -> Size: ...
    @property
    def turn(self) -> int: ...
    @property
    def cell_size(self) -> Size: ...
    @property
    def block(self) -> Rect: ...
    def positions(self) -> tuple[Rect, ...]: ...


class Punched(NamedTuple):
    """A round hole in each card: its middle from the upright card's top left, and its diameter."""

    centre: Point
    diameter: float


def draw_diagram(
    grid: CellGrid,
    title: str,
    corner_radius: float = 0.0,
    holes: tuple[Punched, ...] = (),
    film: float = 0.0,
) -> Frame:
    """The sheet with its cards, the position of each, and what one would measure with a rule, in mm.

    *film* is what is left of a pouch around each card: it is cut at broken lines so far outside.
    """
    book = FontBook()
    cells = grid.positions()
    items = [_outline(cell, corner_radius) for cell in cells]
    items += [_film(cell, corner_radius, film) for cell in cells if film]
    items += [_hole(grid, cell, hole) for cell in cells for hole in holes]
    for position, cell in enumerate(cells, 1):
        items += _label(book, str(position), _middle(cell), NUMBER_PT, PALE)
    for measure in _measures(grid):
        items += measure.drawn(book)
    items += _lines(book, _first(grid), (title, *_numbers(grid)))
    group = Group(Role.FIGURE, tuple(items), f"{title}: {'; '.join(_numbers(grid))}")
    return Frame(grid.sheet, (Placed(0, 0, group),))


class _Measure(NamedTuple):
    """A distance between two points on a level or upright line."""

    start: Point
    end: Point

    @property
    def length(self) -> float:
        return (self.end.x - self.start.x) + (self.end.y - self.start.y)

    def drawn(self, book: FontBook) -> Iterator[Placed]:
        across = self.end.x - self.start.x
        down = self.end.y - self.start.y
        yield Placed(*self.start, Path(line(across, down), stroke=INK, width=FINE))
        for tip, way in ((self.start, 1), (self.end, -1)):
            legs = [(way * BARB, BARB / 2), (way * BARB, -BARB / 2)]
            ends = legs if across else [(y, x) for x, y in legs]
            for x, y in ends:
                yield Placed(*tip, Path(line(x, y), stroke=INK, width=FINE))
        middle = Point(self.start.x + across / 2, self.start.y + down / 2)
        shift = (0.0, 2.2) if across else (_width(book, rounded(self.length, 2)) / 2 + 0.8, 0.0)
        yield from _label(book, rounded(self.length, 2), Point(middle.x + shift[0], middle.y + shift[1]))


def _measures(grid: CellGrid) -> Iterator[_Measure]:
    """Margins on all sides, the first card's sides, and the gaps to its neighbours."""
    first, block, sheet = _first(grid), grid.block, grid.sheet
    x, y = first.x + first.width * 0.75, first.y + first.height * 0.75
    level = [(0, block.x), (first.x, first.right), (block.right, sheet.width)]
    upright = [(0, block.y), (first.y, first.bottom), (block.bottom, sheet.height)]
    if grid.columns > 1:
        level.append((first.right, first.x + grid.pitch.width))
    if grid.rows > 1:
        upright.append((first.bottom, first.y + grid.pitch.height))
    for start, end in level:
        if end - start >= LEAST:
            yield _Measure(Point(start, y), Point(end, y))
    for start, end in upright:
        if end - start >= LEAST:
            yield _Measure(Point(x, start), Point(x, end))


def _numbers(grid: CellGrid) -> Iterator[str]:
    cell = grid.cell_size
    yield f"{rounded(grid.sheet.width, 2)} × {rounded(grid.sheet.height, 2)} mm, {grid.columns} × {grid.rows} cards"
    yield f"each {rounded(cell.width, 2)} × {rounded(cell.height, 2)} mm as it lies"
    yield f"first {rounded(grid.origin.x, 2)}, {rounded(grid.origin.y, 2)} mm from the top left"
    yield f"step {rounded(grid.pitch.width, 2)}, {rounded(grid.pitch.height, 2)} mm"


def _first(grid: CellGrid) -> Rect:
    """The card at the sheet's top left."""
    return Rect(*grid.origin, *grid.cell_size)


def _outline(cell: Rect, radius: float) -> Placed:
    return Placed(cell.x, cell.y, Path(rect(cell.width, cell.height, radius), stroke=INK, width=EDGE))


def _film(cell: Rect, radius: float, film: float) -> Placed:
    """Where the film around a card is cut, with round corners: square ones lift off."""
    width, height = cell.width + 2 * film, cell.height + 2 * film
    path = Path(rect(width, height, max(radius, _ROUND) + film), stroke=PALE, width=FINE, dash=_BROKEN)
    return Placed(cell.x - film, cell.y - film, path)


def _hole(grid: CellGrid, cell: Rect, hole: Punched) -> Placed:
    (x, y), (width, height) = hole.centre, grid.card
    spot = {
        0: Point(x, y),
        90: Point(height - y, x),
        180: Point(width - x, height - y),
        270: Point(y, width - x),
    }
    centre, radius = spot[grid.turn], hole.diameter / 2
    path = Path(circle(radius), stroke=INK, width=EDGE)
    return Placed(cell.x + centre.x - radius, cell.y + centre.y - radius, path)


def _lines(book: FontBook, cell: Rect, lines: tuple[str, ...]) -> Iterator[Placed]:
    """Lines under one another in the upper left of a card, as large as they go in."""
    widest = max(_width(book, one) for one in lines)
    room = Size(cell.width * 0.92, cell.height * 0.34)
    leading = SIZE_PT * MM_PER_PT * 1.3
    size = SIZE_PT * min(1.0, room.width / widest, room.height / (leading * len(lines)))
    for row, text in enumerate(lines):
        y = cell.y + cell.height * 0.05 + (row + 0.8) * leading * size / SIZE_PT
        yield Placed(cell.x + cell.width * 0.04, y, Text(book.shape(text, "regular").runs, size, INK))


def _label(
    book: FontBook, text: str, centre: Point, size_pt: float = SIZE_PT, colour: str = INK
) -> Iterator[Placed]:
    """A word about a point."""
    capital = book.metrics("regular").cap_height * size_pt * MM_PER_PT
    runs = book.shape(text, "regular").runs
    yield Placed(
        centre.x - _width(book, text, size_pt) / 2, centre.y + capital / 2, Text(runs, size_pt, colour)
    )


def _width(book: FontBook, text: str, size_pt: float = SIZE_PT) -> float:
    return book.shape(text, "regular").width_em * size_pt * MM_PER_PT


def _middle(cell: Rect) -> Point:
    return Point(cell.x + cell.width / 2, cell.y + cell.height / 2)
