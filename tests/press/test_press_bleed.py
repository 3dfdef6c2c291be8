"""Bleed, by numbers and by pixels: what touches an edge goes on beyond it, as far as there is room."""

import pytest
from PIL import Image

from cardmaker.frame import Frame, Group, Path, Placed, Role
from cardmaker.geometry import Point, Rect, Size
from cardmaker.press.bleed import bled, window
from cardmaker.press.fold import pair_up
from cardmaker.press.grid import Grid, pack
from cardmaker.press.sheets import impose, one_up
from cardmaker.press.ticket import Ticket
from tests.press.press_kit import A4, A7, POKER, How, coded_cards, plain_cards, rectangle, rendered

CARD = Size(60, 90)


def shapes(*items: Placed, bleed: float = 3) -> list[Path]:
    """The paths of a frame's bleed; [] if it has none."""
    frame = bled(Frame(CARD, items), bleed)
    if frame is None:
        return []
    assert frame.size == (CARD.width + 2 * bleed, CARD.height + 2 * bleed)
    (group,) = frame.items
    assert isinstance(group.item, Group) and group.item.role is Role.ARTIFACT
    assert all((one.x, one.y) == (bleed, bleed) for one in group.item.items)
    return [one.item for one in group.item.items if isinstance(one.item, Path)]


def points(path: Path) -> list[tuple[float, float]]:
    """A path's points."""
    numbers = [float(token) for token in path.data.split() if not token.isalpha()]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_what_touches_no_edge_has_no_bleed() -> None:
    assert shapes(rectangle(5, 5, 50, 80, "#112233")) == []
    assert shapes() == []


def test_a_ground_grows_on_all_sides() -> None:
    (ground,) = shapes(rectangle(0, 0, *CARD, "#112233"))
    assert points(ground) == [(-3, -3), (63, -3), (63, 93), (-3, 93)]
    assert ground.fill == "#112233"


def test_a_tab_grows_only_where_it_touches() -> None:
    (tab,) = shapes(rectangle(50, 20, 10, 8, "#C4281A"))
    assert points(tab) == [(50, 20), (63, 20), (63, 28), (50, 28)]
    (band,) = shapes(rectangle(0, 80, 60, 10, "#C4281A"))
    assert points(band) == [(-3, 80), (63, 80), (63, 93), (-3, 93)]


def test_other_shapes_are_mirrored_at_the_edge() -> None:
    slanted = Placed(0, 0, Path("M 0 10 L 12 10 L 0 30 Z", fill="#C4281A"))
    (mirrored,) = shapes(slanted)
    assert points(mirrored) == [(0, 10), (-12, 10), (0, 30)]
    corner = Placed(0, 0, Path("M 0 0 L 12 0 L 0 12 Z", fill="#C4281A"))
    assert len(shapes(corner)) == 3, "across, down, and both ways into the corner"
    line = Placed(0, 40, Path("M 0 0 L 60 0", stroke="#0F4C5C", width=0.5))
    assert [points(one) for one in shapes(line)] == [[(0, 40), (-60, 40)], [(120, 40), (60, 40)]]


def test_groups_are_looked_into() -> None:
    inner = Group(Role.SECT, (Placed(2, 0, Group(Role.ARTIFACT, (rectangle(-2, 5, 8, 8, "#112233"),))),))
    (tab,) = shapes(Placed(0, 10, inner))
    assert points(tab) == [(-3, 15), (8, 15), (8, 23), (-3, 23)]


def test_invisible_shapes_and_texts_do_not_bleed() -> None:
    assert shapes(Placed(0, 0, Path("M 0 0 L 60 0 L 60 90 Z"))) == []


@pytest.mark.parametrize(
    ("grid", "index", "expected"),
    [
        (Grid(A4, CARD, 3, 3, Point(9, 7.5), Size(66, 96)), 4, Rect(72, 100.5, 66, 96)),
        (Grid(A4, CARD, 3, 3, Point(9, 7.5), Size(66, 96)), 0, Rect(6, 4.5, 66, 96)),
        (Grid(A4, CARD, 3, 3, Point(15, 13.5), Size(60, 90)), 4, Rect(75, 103.5, 60, 90)),
        (Grid(A4, CARD, 3, 3, Point(15, 13.5), Size(60, 90)), 0, Rect(12, 10.5, 63, 93)),
        (Grid(A4, CARD, 3, 3, Point(5, 4), Size(60, 90)), 0, Rect(3, 3, 62, 91)),
        (Grid(A4, CARD, 3, 3, Point(1, 0), Size(60, 90)), 0, Rect(0, 0, 61, 90)),
    ],
    ids=["gutters", "outer", "shared cuts", "outer of shared", "paper's edge", "at the paper's edge"],
)  # fmt: skip
def test_bleed_shows_as_far_as_there_is_room(grid: Grid, index: int, expected: Rect) -> None:
    assert window(grid, index, 3, 3) == pytest.approx(expected)


def pixel(picture: Image.Image, x: float, y: float) -> object:
    """The colour at a place in mm."""
    return picture.getpixel((round(4 * x), round(4 * y)))


WHITE, GROUND, BACK = (255, 255, 255), (0xBF, 0xDC, 0xDD), (0xF3, 0xE2, 0xB3)


def test_cards_bleed_into_the_gutters_on_both_sides() -> None:
    grid = pack(POKER, A4, margin=8.5, gutter=6)
    front, back = rendered(impose(coded_cards(POKER, grid.capacity), grid, Ticket(bleed=3).unmarked))
    for picture, colour in ((front, GROUND), (back, BACK)):
        block = grid.block
        assert pixel(picture, block.x - 2.5, block.y + 40) == colour
        assert pixel(picture, block.x - 3.5, block.y + 40) == WHITE
        assert pixel(picture, block.x - 2.5, block.bottom + 2.5) == colour
        assert pixel(picture, block.right + 2.5, block.y + 40) == colour
        for cell in grid.cells():
            assert pixel(picture, cell.x - 2.5, cell.y - 2.5) == colour


def test_without_bleed_there_is_none() -> None:
    grid = pack(POKER, A4, gutter=6)
    (page, _) = impose(coded_cards(POKER, 4), grid)
    assert page.grounds == ()
    assert len(impose(coded_cards(POKER, 4), grid, Ticket(bleed=3))[0].grounds) == 4
    assert impose(plain_cards(POKER, 4), grid, Ticket(bleed=3))[0].grounds == ()


def test_halves_of_a_pair_do_not_bleed_over_the_fold() -> None:
    pairs = pair_up(A7, A4, How(margin=8.5, gutter=6))
    (page,) = impose(coded_cards(A7, 1), pairs, Ticket(fold=True, bleed=3).unmarked)
    front, back = page.grounds
    assert front.window and back.window
    assert not front.window.overlaps(back.window)
    (picture,) = rendered([page])
    cell = pairs.grid.cell(0)
    for half, colour in ((pairs.front(0).place, GROUND), (pairs.back(0).place, BACK)):
        middle = half.y + half.height / 2
        assert pixel(picture, half.x + half.width / 2, middle) == colour
        beside = cell.x - 2.5 if half.x == pytest.approx(cell.x) else cell.right + 2.5
        assert pixel(picture, beside, middle) == colour


def test_a_single_card_bleeds_to_the_edges_of_its_page() -> None:
    pages = one_up(coded_cards(POKER, 1), Ticket(bleed=3))
    for page, picture, colour in zip(pages, rendered(pages), (GROUND, BACK), strict=True):
        assert page.size == (69, 94)
        assert (page.trim, page.bleed) == (Rect(3, 3, *POKER), 3)
        assert page.marks is None
        assert all(pixel(picture, x, y) == colour for x in (0.5, 68) for y in (0.5, 93))
