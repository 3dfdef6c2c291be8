"""The pages of a book in reading order → sheets of paper to fold: a stitched booklet, or pocket books with a slit.

Sheets are upright pages and the book lies on its side on them: about upright pages all printers agree. A booklet
is turned like every other sheet; folded and stitched, its pages follow one another. Inner sheets lie in the fold
of the outer ones and stick out by their thickness, which is creep; their pages move towards the fold by as much, and
are level with the others when the edges are trimmed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from cardmaker.frame import Frame, Group, Path, Placed, Role
from cardmaker.geometry import Point, Rect, Size
from cardmaker.namedtuple import NamedTuple
from cardmaker.page import Bookmark, Page, Placement, centred
from cardmaker.press.duplex import Flip, axis, back_turn, behind
from cardmaker.press.grid import Grid
from cardmaker.press.signatures import POCKET, Half, pocket_books, saddle

_LYING = 270
PAPER_THICKNESS = 0.1
"""Of office paper, 80 g/m², mm: by so much each sheet of a booklet creeps out of the one around it."""
_EDGE = 4.0
"""Where fold marks begin, mm from the paper's edge."""
_TICK = 5.0
_STAPLE = 6.0
_WIDTH = 0.2
_COLOUR = "#000000"
_DASH = (1.0, 0.8)


class Leaf(NamedTuple):
    """A page of a book, no larger than its place on the sheet, and its name; '' for one that isn't listed."""

    frame: Frame
    name: str


def booklet_grid(paper: Size) -> Grid:
    """Two pages on an upright sheet, which is folded between them."""
    return _grid(paper, 1, 2)


def pocket_grid(paper: Size) -> Grid:
    """Eight pages on an upright sheet; read with the sheet lying wide they are two rows of four."""
    return _grid(paper, 2, 4)


def _grid(paper: Size, columns: int, rows: int) -> Grid:
    sheet = Size(min(paper), max(paper))
    leaf = Size(sheet.height / rows, sheet.width / columns)
    return Grid(sheet, leaf, columns, rows, Point(0.0, 0.0), leaf.turned, _LYING)


def booklet(
    leaves: Sequence[Leaf], paper: Size, flip: Flip = Flip.LONG, colour: str = _COLOUR
) -> tuple[Page, ...]:
    """Fronts and backs of the sheets, the outermost first; all in one pile they are folded and stitched.

    *colour* is that of the marks, which shows on what the pages are printed on.
    """
    grid = booklet_grid(paper)
    about = axis(flip, grid.sheet)
    left, right = grid.cell(0), grid.cell(1)
    back = left, right
    if about is not None:
        back = behind(right, grid.sheet, about), behind(left, grid.sheet, about)
    pages: list[Page] = []
    for number, sides in enumerate(saddle(len(leaves))):
        marks = _booklet_marks(grid.sheet, colour, staples=not number)
        pages += (
            _crept(_spread(leaves, grid, sides[0], (left, right), grid.turn, marks), number),
            _crept(_spread(leaves, grid, sides[1], back, back_turn(grid.turn, about), None), number),
        )
    return tuple(pages)


def _spread(
    leaves: Sequence[Leaf], grid: Grid, half: Half, places: tuple[Rect, Rect], turn: int, marks: Frame | None
) -> Page:
    """One side of a sheet."""
    filled = [(leaves[n - 1], place) for n, place in zip(half, places, strict=True) if n]
    label = "–".join(str(n) for n in half if n)
    return Page(
        grid.sheet,
        tuple(centred(leaf.frame, place, turn, leaf.name) for leaf, place in filled),
        label,
        marks,
        bookmarks=tuple(_bookmarks(filled)),
    )


def _crept(page: Page, sheet: int) -> Page:
    """A side of the sheet *sheet*, counted from the outermost as 0, its pages moved towards the fold."""
    if not sheet:
        return page
    middle, creep = page.size.height / 2, sheet * PAPER_THICKNESS
    return replace(page, placements=tuple(_moved(one, middle, creep) for one in page.placements))


def _moved(one: Placement, middle: float, creep: float) -> Placement:
    """A page nearer to the fold, and none of it beyond."""
    box = one.box
    above = box.y + box.height / 2 < middle
    half = Rect(box.x, 0.0 if above else middle, box.width, middle)
    return replace(one, y=one.y + (creep if above else -creep), window=half)


def pocket(leaves: Sequence[Leaf], paper: Size, colour: str = _COLOUR) -> tuple[Page, ...]:
    """A page for each eight leaves, printed on one side: a book each; its marks in a *colour*."""
    grid = pocket_grid(paper)
    pages = []
    for number, book in enumerate(pocket_books(len(leaves)), 1):
        filled = [
            (leaves[index - 1], grid.cell(4 * row + column), (grid.turn + (0 if row else 180)) % 360)
            for row, panels in enumerate(POCKET)
            for column, page in enumerate(panels)
            if (index := book[page - 1])
        ]
        filled.sort(key=lambda one: leaves.index(one[0]))
        places = [(leaf, place) for leaf, place, _ in filled]
        pages.append(
            Page(
                grid.sheet,
                tuple(centred(leaf.frame, place, turn, leaf.name) for leaf, place, turn in filled),
                str(number),
                _pocket_marks(grid, colour),
                bookmarks=tuple(_bookmarks(places)),
            )
        )
    return tuple(pages)


def _bookmarks(filled: Sequence[tuple[Leaf, Rect]]) -> Iterator[Bookmark]:
    return (Bookmark(leaf.name, 0, place.y) for leaf, place in filled if leaf.name)


# Marks -----------------------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def _booklet_marks(sheet: Size, colour: str, *, staples: bool) -> Frame:
    """Where to fold, and on the outermost sheet where the staples go."""
    width, middle = sheet.width, sheet.height / 2
    lines = [
        _line(Point(_EDGE, middle), Point(_EDGE + _TICK, middle), colour, dashed=True),
        _line(Point(width - _EDGE - _TICK, middle), Point(width - _EDGE, middle), colour, dashed=True),
    ]
    for x in (width / 4, width * 3 / 4) if staples else ():
        lines.append(_line(Point(x - _STAPLE, middle), Point(x + _STAPLE, middle), colour, dashed=False))
    return _marks(sheet, lines)


@lru_cache(maxsize=16)
def _pocket_marks(grid: Grid, colour: str) -> Frame:
    """Where to fold, at the paper's edges, and the slit along the joint of the four middle panels."""
    sheet = grid.sheet
    width, middle, pitch = sheet.width, sheet.width / 2, sheet.height / 4
    lines = [
        _line(Point(middle, y), Point(middle, y + _TICK), colour, dashed=True)
        for y in (_EDGE, sheet.height - _EDGE - _TICK)
    ]
    for fold in (pitch, 2 * pitch, 3 * pitch):
        for x in (_EDGE, width - _EDGE - _TICK):
            lines.append(_line(Point(x, fold), Point(x + _TICK, fold), colour, dashed=True))
    lines.append(_line(Point(middle, pitch), Point(middle, 3 * pitch), colour, dashed=False))
    return _marks(sheet, lines)


def _line(start: Point, end: Point, colour: str, *, dashed: bool) -> Placed:
    data = f"M {start.x:.3f} {start.y:.3f} L {end.x:.3f} {end.y:.3f}"
    return Placed(0.0, 0.0, Path(data, stroke=colour, width=_WIDTH, dash=_DASH if dashed else ()))


def _marks(sheet: Size, lines: Sequence[Placed]) -> Frame:
    return Frame(sheet, (Placed(0.0, 0.0, Group(Role.ARTIFACT, tuple(lines))),))
