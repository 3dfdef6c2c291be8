"""A sheet is printed, turned over and cut as a printer and a person do it; front and back must then agree.

The model knows nothing of mirrored coordinates: it puts a page's picture on a sheet of paper in space, turns
the paper over about one of its edges, and looks through it.
"""

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.frame import Frame
from cardmaker.geometry import Point, Rect, Size
from cardmaker.page import Page, Placement
from cardmaker.press.duplex import Axis, Flip, axis, back_turn, behind
from cardmaker.press.grid import Grid
from cardmaker.press.sheets import PrintCard, impose, one_up
from cardmaker.press.ticket import Ticket


class Corners(NamedTuple):
    """The corners of a frame, named as its reader names them, as points of the paper seen from the front."""

    top_left: Point
    top_right: Point
    bottom_right: Point
    bottom_left: Point


def on_page(placement: Placement) -> list[Point]:
    """The frame's corners on its page, as Placement has it: turned clockwise, then its box at (x, y)."""
    width, height = placement.frame.size
    corners = [Point(0, 0), Point(width, 0), Point(width, height), Point(0, height)]
    for _ in range(placement.turn // 90):
        corners = [Point(-p.y, p.x) for p in corners]
    left, top = min(p.x for p in corners), min(p.y for p in corners)
    return [Point(p.x - left + placement.x, p.y - top + placement.y) for p in corners]


def on_paper(point: Point, page: Size, clockwise: bool) -> Point:
    """A point of a page on portrait paper; a landscape page is turned to go on it, either way round."""
    if not page.landscape:
        return point
    return Point(page.height - point.y, point.x) if clockwise else Point(point.y, page.width - point.x)


def turned_over(point: Point, paper: Size, flip: Flip) -> Point:
    """Where a point of the back lies, seen through the paper from its front.

    The back is printed so that it reads as the front did once the paper has been turned over about its edge.
    Turning over about the long, upright edge keeps heights; about the short, level edge it keeps sides.
    """
    x, y, z = point.x - paper.width / 2, point.y - paper.height / 2, 1.0
    if flip is Flip.LONG:
        x, z = -x, -z
    else:
        y, z = -y, -z
    assert z == -1.0
    return Point(x + paper.width / 2, y + paper.height / 2)


def seen(page: Page, placement: Placement, flip: Flip | None, clockwise: bool) -> Corners:
    """The corners of a placement on the paper; *flip* None for the front."""
    paper = page.size.turned if page.size.landscape else page.size
    points = [on_paper(p, page.size, clockwise) for p in on_page(placement)]
    if flip:
        points = [turned_over(p, paper, flip) for p in points]
    return Corners(*(Point(round(p.x, 6), round(p.y, 6)) for p in points))


def check(pages: tuple[Page, ...], cards: list[PrintCard], flip: Flip) -> None:
    """Each back lies behind its front, and a card turned like a page in a book is upright on both sides."""
    assert len(pages) % 2 == 0
    owner = {id(side): card for card in cards for side in (card.front, card.back)}
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        assert front.size == back.size
        for clockwise in (True, False):
            fronts = {owner[id(p.frame)].name: seen(front, p, None, clockwise) for p in front.placements}
            backs = {owner[id(p.frame)].name: seen(back, p, flip, clockwise) for p in back.placements}
            assert backs.keys() == {name for name in fronts if card_of(name, cards).back}
            for name, behind_it in backs.items():
                face = fronts[name]
                assert behind_it.top_left == face.top_right
                assert behind_it.top_right == face.top_left
                assert behind_it.bottom_left == face.bottom_right
                assert behind_it.bottom_right == face.bottom_left


def card_of(name: str, cards: list[PrintCard]) -> PrintCard:
    """The card of that name."""
    return next(card for card in cards if card.name == name)


def cards_of(size: Size, backs: list[bool]) -> list[PrintCard]:
    """Cards with frames of their own, some without a back."""
    return [
        PrintCard(Frame(size, ()), Frame(size, ()) if back else None, f"card {n}")
        for n, back in enumerate(backs)
    ]


lengths = st.integers(200, 1500).map(lambda tenths: tenths / 10)
sides = st.sampled_from([Flip.LONG, Flip.SHORT])


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Grids anywhere on portrait and landscape sheets, centred or not, with cards turned or not."""
    card = Size(draw(lengths), draw(lengths))
    turn = draw(st.sampled_from([0, 90, 180, 270]))
    columns, rows = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    cell = card.turned if turn % 180 else card
    pitch = Size(cell.width + draw(st.integers(0, 9)), cell.height + draw(st.integers(0, 9)))
    origin = Point(draw(st.integers(0, 20)), draw(st.integers(0, 20)))
    sheet = Size(
        origin.x + columns * pitch.width + draw(st.integers(0, 30)),
        origin.y + rows * pitch.height + draw(st.integers(0, 30)),
    )
    return Grid(sheet, card, columns, rows, origin, pitch, turn)


@given(grids(), st.lists(st.booleans(), min_size=1, max_size=40), sides)
@settings(max_examples=150, deadline=None)
def test_back_lies_behind_its_front_and_upright(grid: Grid, backs: list[bool], flip: Flip) -> None:
    backs = [True, *backs]
    cards = cards_of(grid.card, backs)
    check(impose(cards, grid, Ticket(flip=flip)), cards, flip)


@given(st.lists(st.tuples(lengths, lengths), min_size=1, max_size=5), sides)
@settings(max_examples=50, deadline=None)
def test_one_up_back_is_upright(sizes: list[tuple[float, float]], flip: Flip) -> None:
    cards = [
        PrintCard(Frame(Size(*size), ()), Frame(Size(*size), ()), f"card {n}") for n, size in enumerate(sizes)
    ]
    check(one_up(cards, Ticket(flip=flip)), cards, flip)


def test_model_rejects_the_usual_mistakes() -> None:
    """Columns left as they are, backs upright on a landscape long edge, and the wrong edge all fail."""
    grid = Grid(Size(297, 210), Size(74, 105), 4, 2, Point(0.125, 0), Size(74.25, 105))
    cards = cards_of(grid.card, [True] * 8)
    front, back = impose(cards, grid)
    check((front, back), cards, Flip.LONG)
    upright = tuple(Placement(p.frame, p.x, p.y, 0, p.section) for p in back.placements)
    unmirrored = tuple(
        Placement(b.frame, f.x, f.y, b.turn) for f, b in zip(front.placements, back.placements, strict=True)
    )
    for wrong in (upright, unmirrored):
        with pytest.raises(AssertionError):
            check((front, Page(back.size, wrong)), cards, Flip.LONG)
    with pytest.raises(AssertionError):
        check((front, back), cards, Flip.SHORT)


@pytest.mark.parametrize(
    ("flip", "sheet", "expected"),
    [
        (Flip.LONG, Size(210, 297), Axis.UPRIGHT),
        (Flip.LONG, Size(297, 210), Axis.LEVEL),
        (Flip.SHORT, Size(210, 297), Axis.LEVEL),
        (Flip.SHORT, Size(297, 210), Axis.UPRIGHT),
        (Flip.LONG, Size(200, 200), Axis.UPRIGHT),
        (Flip.NONE, Size(210, 297), None),
    ],
)
def test_axis(flip: Flip, sheet: Size, expected: Axis | None) -> None:
    assert axis(flip, sheet) is expected


def test_long_edge_on_portrait_mirrors_sides_only() -> None:
    place, sheet = Rect(10, 20, 63, 88), Size(210, 297)
    assert behind(place, sheet, Axis.UPRIGHT) == Rect(137, 20, 63, 88)
    assert back_turn(0, Axis.UPRIGHT) == 0
    assert behind(place, sheet, Axis.LEVEL) == Rect(10, 189, 63, 88)
    assert back_turn(0, Axis.LEVEL) == 180


def test_viewer_preferences() -> None:
    assert [flip.viewer_preference for flip in Flip] == [
        "DuplexFlipLongEdge",
        "DuplexFlipShortEdge",
        "Simplex",
    ]
