"""A grid or pairs and a ticket in; the marks around the cards out, as a frame of artifacts.

Backs carry only the marks outside the cards. Held to the light those show how well both sides register, and
one can cut from either side. A tick or a cross on the back would do harm: backs come out a millimetre or so
off, and cutting along the fronts would leave its hairline on the card.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from cardmaker.frame import Frame, Group, Path, Placed, Role
from cardmaker.geometry import Insets, Point, Rect, rounded
from cardmaker.press.crop import crosses, level_with, outside, ticks
from cardmaker.press.cutter import cutter_marks
from cardmaker.press.duplex import Axis, behind
from cardmaker.press.fold import Pairs
from cardmaker.press.grid import Grid
from cardmaker.press.targets import HOLE_RADIUS, RADIUS, REACH, corners, fronts, guides, hole, ring, targets
from cardmaker.press.ticket import Mark, Ticket

WIDTH = 0.2
HAIR = 0.1
COLOUR = "#000000"
QUIET = "#808080"
"""Of what is drawn on a card."""
DASH = (1.6, 1.2)

Imposition = Grid | Pairs
"""Where cards are on a sheet: one to a cell, or a front and its back."""


def grid_of(imposition: Imposition) -> Grid:
    """The grid that the knife cuts along."""
    return imposition.grid if isinstance(imposition, Pairs) else imposition


@lru_cache(maxsize=64)
def front_marks(imposition: Imposition, ticket: Ticket) -> Frame | None:
    """All marks that the ticket asks for; None if there are none to draw."""
    grid, bleed, edge = grid_of(imposition), ticket.bleed, ticket.edge
    paths: list[Path] = []
    if Mark.GUIDES in ticket.marks:
        paths += _lines(guides(grid, edge, HAIR), HAIR)
    if Mark.CROP in ticket.marks:
        marks = (*outside(grid, bleed, edge), *ticks(grid, bleed, edge), *crosses(grid, bleed, edge))
        paths += _lines(marks, WIDTH)
    if Mark.FOLD in ticket.marks and isinstance(imposition, Pairs):
        paths += _folds(imposition, ticket)
    if Mark.REGISTRATION in ticket.marks:
        paths += _targets(grid, ticket, None)
    if Mark.CUTTER in ticket.marks:
        paths.append(Path(" ".join(map(_solid, cutter_marks(grid.sheet))), fill=COLOUR))
    if Mark.CORNERS in ticket.marks and (arcs := " ".join(_arcs(imposition, ticket))):
        paths.append(Path(arcs, stroke=QUIET, width=HAIR))
    if Mark.HOLE in ticket.marks:
        rings = " ".join(ring(hole(place, turn), HOLE_RADIUS, 0.6) for place, turn in fronts(imposition))
        paths.append(Path(rings, stroke=QUIET, width=HAIR))
    return _frame(grid, paths)


@lru_cache(maxsize=64)
def back_marks(grid: Grid, ticket: Ticket, about: Axis | None) -> Frame | None:
    """The marks outside the cards, behind those of the front."""
    paths: list[Path] = []
    if Mark.CROP in ticket.marks:
        marks = (behind(mark, grid.sheet, about) for mark in outside(grid, ticket.bleed, ticket.edge))
        paths += _lines(marks, WIDTH)
    if Mark.REGISTRATION in ticket.marks:
        paths += _targets(grid, ticket, about)
    return _frame(grid, paths)


def has_room_for_corners(imposition: Imposition, ticket: Ticket) -> bool:
    """Whether the arcs of all corners are far enough from the paper's edge."""
    return len(list(_arcs(imposition, ticket))) == 4 * imposition.capacity


def has_room_for_targets(imposition: Imposition, ticket: Ticket) -> bool:
    """Whether there is a corner of the sheet that a registration target goes into."""
    return bool(_targets(grid_of(imposition), ticket, None))


def _arcs(imposition: Imposition, ticket: Ticket) -> Iterator[str]:
    """To round each card's corners along, no nearer to the paper's edge than marks may come."""
    within = Rect(0, 0, *grid_of(imposition).sheet).inset(Insets.all(ticket.edge))
    for place, _ in fronts(imposition) if ticket.corner_radius > 0 else ():
        yield from corners(place, ticket.corner_radius, within)


def _frame(grid: Grid, paths: Iterable[Path]) -> Frame | None:
    items = tuple(Placed(0.0, 0.0, path) for path in paths)
    return Frame(grid.sheet, (Placed(0.0, 0.0, Group(Role.ARTIFACT, items)),)) if items else None


def _solid(mark: Rect) -> str:
    left, top, right, bottom = map(rounded, (mark.x, mark.y, mark.right, mark.bottom))
    return f"M {left} {top} L {right} {top} L {right} {bottom} L {left} {bottom} Z"


def _lines(
    lines: Iterable[Rect], width: float, colour: str = COLOUR, dash: tuple[float, ...] = ()
) -> list[Path]:
    data = " ".join(
        f"M {rounded(m.x)} {rounded(m.y)} L {rounded(m.right)} {rounded(m.bottom)}" for m in lines
    )
    return [Path(data, stroke=colour, width=width, dash=dash)] if data else []


def _folds(pairs: Pairs, ticket: Ticket) -> Iterator[Path]:
    """The creases, dashed, so that one can score along them when all is cut; and their ends outside."""
    creases = [pairs.crease(index) for index in range(pairs.capacity)]
    xs = sorted({round(crease.x, 6) for crease in creases if not crease.width})
    ys = sorted({round(crease.y, 6) for crease in creases if not crease.height})
    yield from _lines(level_with(pairs.grid, xs, ys, ticket.bleed, ticket.edge), WIDTH, dash=DASH)
    yield from _lines((_within(crease, pairs.grid, ticket.edge) for crease in creases), WIDTH, QUIET, DASH)


def _within(line: Rect, grid: Grid, edge: float) -> Rect:
    """The part of a line that is no nearer to the paper's edge than *edge* mm."""
    width, height = grid.sheet
    x, y = max(line.x, edge), max(line.y, edge)
    return Rect(
        x, y, max(0.0, min(line.right, width - edge) - x), max(0.0, min(line.bottom, height - edge) - y)
    )


def _targets(grid: Grid, ticket: Ticket, about: Axis | None) -> list[Path]:
    taken = [_wide(mark) for mark in outside(grid, ticket.bleed, ticket.edge)]
    places = (behind(Rect(*spot, 0, 0), grid.sheet, about) for spot in targets(grid, ticket.edge, taken))
    data = " ".join(ring(Point(place.x, place.y), RADIUS, REACH) for place in places)
    return [Path(data, stroke=COLOUR, width=HAIR)] if data else []


def _wide(line: Rect) -> Rect:
    return Rect(line.x - WIDTH, line.y - WIDTH, line.width + 2 * WIDTH, line.height + 2 * WIDTH)
