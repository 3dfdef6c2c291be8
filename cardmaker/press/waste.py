"""Small frames and a sheet of cards in; the places for them in the paper around the cards, clear of all marks, out."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from cardmaker.frame import Frame, Path
from cardmaker.geometry import Rect, Size
from cardmaker.namedtuple import NamedTuple
from cardmaker.page import Placement
from cardmaker.press.duplex import Axis, back_turn, behind
from cardmaker.press.grid import Grid
from cardmaker.press.marks import Imposition, front_marks, grid_of
from cardmaker.press.ticket import Mark, Ticket
from cardmaker.record import record

_CLEAR = 1.0
"""Paper around what is printed in the waste, mm."""
_STEP = 0.5
_UPWARDS = 270
_SHOWING = frozenset({Mark.CROP, Mark.GUIDES, Mark.REGISTRATION})


@record
class Slug:
    """What is printed next to the cards: a *rule* on fronts, and a *line* for a sheet's number, of how many, and side.

    The line is given the number from 1, how many sheets there are, and whether it is for the back.
    """

    rule: Frame
    line: Callable[[int, int, bool], Frame]


class FreeSpot(NamedTuple):
    """A place on a front, and how far what lies there is turned, degrees clockwise."""

    place: Rect
    turn: int

    def holding(self, frame: Frame, sheet: Size, about: Axis | None = None) -> Placement:
        """A frame in this spot, or with an axis in the one behind it."""
        place, turn = behind(self.place, sheet, about), back_turn(self.turn, about)
        return Placement(frame, place.x, place.y, turn)


def slugs(
    slug: Slug | None,
    imposition: Imposition,
    ticket: Ticket,
    sheet: int,
    sheets: int,
    about: Axis | None,
    *,
    back: bool,
) -> Iterator[Placement]:
    """What of a slug there is room for on a side of the sheet *sheet*, counted from 0.

    Sheets without marks have none, nor has a sheet that was begun before and carries one already.
    """
    if slug is None or not ticket.marks & _SHOWING or (sheet == 0 and ticket.start_at > 1):
        return
    paper = grid_of(imposition).sheet
    longest = [slug.line(sheets, sheets, side).size for side in (False, True)]
    room = Size(max(size.width for size in longest), max(size.height for size in longest))
    line, rule = spots(imposition, ticket, (room, slug.rule.size))
    behind_it = about if back else None
    if line:
        yield line.holding(slug.line(sheet + 1, sheets, back), paper, behind_it)
    if rule and not back:
        yield rule.holding(slug.rule, paper)


@lru_cache(maxsize=64)
def spots(imposition: Imposition, ticket: Ticket, sizes: tuple[Size, ...]) -> tuple[FreeSpot | None, ...]:
    """A spot on fronts for each size, those first nearest to the cards; None where there is no room for it."""
    taken = list(_marked(front_marks(imposition, ticket)))
    found: list[FreeSpot | None] = []
    for size in sizes:
        spot = next(_free(grid_of(imposition), ticket, size, taken), None)
        taken += [spot.place] if spot else []
        found.append(spot)
    return tuple(found)


def _free(grid: Grid, ticket: Ticket, size: Size, taken: Sequence[Rect]) -> Iterator[FreeSpot]:
    """All free spots: below the cards, above, to the right and to the left of them, the nearest to the cards first."""
    (width, height), block, edge = grid.sheet, grid.block, ticket.edge
    gap = max(_CLEAR, ticket.bleed)
    turned = size.turned
    below = [*_steps(block.bottom + gap, height - edge - size.height)]
    above = [*_steps(edge, block.y - gap - size.height)][::-1]
    right = [*_steps(block.right + gap, width - edge - turned.width)]
    left = [*_steps(edge, block.x - gap - turned.width)][::-1]
    across = [*_steps(edge, width - edge - size.width)]
    down = [*_steps(edge, height - edge - turned.height)]
    for y in (*below, *above):
        yield from (FreeSpot(place, 0) for x in across if _is_free(place := Rect(x, y, *size), taken))
    for x in (*right, *left):
        yield from (FreeSpot(place, _UPWARDS) for y in down if _is_free(place := Rect(x, y, *turned), taken))


def _steps(first: float, last: float) -> Iterator[float]:
    at = first
    while at <= last + 1e-6:
        yield at
        at += _STEP


def _is_free(place: Rect, taken: Sequence[Rect]) -> bool:
    x, y, width, height = place
    around = Rect(x - _CLEAR, y - _CLEAR, width + 2 * _CLEAR, height + 2 * _CLEAR)
    return not any(around.overlaps(other, slack=-1e-6) for other in taken)


def _marked(marks: Frame | None) -> Iterator[Rect]:
    """The box around each line of the marks."""
    for _, _, path in marks.walk() if marks else ():
        if isinstance(path, Path):
            for part in path.data.split("M")[1:]:
                numbers = [float(token) for token in part.split() if not token.isalpha()]
                yield Rect.around(numbers[::2], numbers[1::2])
