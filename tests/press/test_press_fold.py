"""Fold-over cards: laid flat on one page, folded by program, they are cards with a front and a back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.errors import PaperError
from cardmaker.geometry import Point, Rect, Size
from cardmaker.page import Page
from cardmaker.press.fold import Fold, Pairs, one_pair, pair_up
from cardmaker.press.sheets import impose, one_up
from cardmaker.press.ticket import Ticket
from tests.press.press_kit import A4, A6, A7, LETTER, POKER, How, corners, plain_cards

FOLDED = Ticket(fold=True)


def folded(point: Point, crease: Rect) -> Point:
    """Where a point of the half that is folded back comes to lie, seen through the paper."""
    if crease.width:
        return Point(point.x, 2 * crease.y - point.y)
    return Point(2 * crease.x - point.x, point.y)


def rounded(points: list[Point]) -> list[Point]:
    return [Point(round(p.x, 6), round(p.y, 6)) for p in points]


def check(page: Page, pairs: Pairs, count: int, first: int = 0) -> None:
    """Folded about its crease, each back lies behind its front, and is upright when the card is turned like a page."""
    sides = [page.placements[at : at + 2] for at in range(0, len(page.placements), 2)]
    assert len(sides) == count
    cells = sorted(pairs.grid.as_read[first : first + count])
    for index, (front, back) in zip(cells, sides, strict=True):
        assert front.section == back.section
        top_left, top_right, bottom_right, bottom_left = rounded(corners(front))
        behind = rounded([folded(corner, pairs.crease(index)) for corner in corners(back)])
        assert behind == [top_right, top_left, bottom_left, bottom_right]
        assert not front.box.overlaps(back.box)
        whole = pairs.grid.cell(index)
        assert whole.contains(front.box) and whole.contains(back.box)


@pytest.mark.parametrize(
    ("card", "paper", "fold", "capacity"),
    [
        (A7, A4, Fold.BESIDE, 4),
        (POKER, A4, Fold.BESIDE, 4),
        (POKER, LETTER, Fold.BESIDE, 4),
        (A6, A4, Fold.BESIDE, 2),
        (Size(55, 85), A4, Fold.ABOVE, 5),
    ],
)
def test_most_pairs_that_go_on(card: Size, paper: Size, fold: Fold, capacity: int) -> None:
    pairs = pair_up(card, paper, How())
    assert (pairs.fold, pairs.capacity) == (fold, capacity)


def test_pairs_of_a_stock_that_says_where_its_cells_are() -> None:
    touching = How(columns=2, rows=5, turn=270, origin=Point(19.05, 12.7), pitch=Size(88.9, 50.8))
    pairs = pair_up(Size(50.8, 88.9), LETTER, touching)
    assert (pairs.fold, pairs.capacity) == (Fold.ABOVE, 5)
    apart = How(columns=2, rows=5, turn=270, origin=Point(15, 13.5), pitch=Size(95, 54))
    pairs = pair_up(Size(54, 85), A4, apart)
    assert (pairs.fold, pairs.capacity) == (Fold.BESIDE, 4), "rows touch, columns don't; the fifth is left"
    with pytest.raises(PaperError, match="the cards of this stock don't touch"):
        pair_up(Size(54, 85), A4, How(columns=2, rows=4, turn=270, pitch=Size(95, 72)))


def test_a_pair_too_large_says_so() -> None:
    with pytest.raises(PaperError, match="two cards side by side don't fit; print both sides"):
        pair_up(Size(148, 210), Size(148, 210), How())


lengths = st.integers(250, 1000).map(lambda tenths: tenths / 10)


@given(
    st.tuples(lengths, lengths), st.integers(1, 20), st.integers(0, 5), st.sampled_from([A4, LETTER, A4.turned]),
    st.integers(1, 3),
)  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_backs_fold_behind_their_fronts(
    card: tuple[float, float], count: int, gutter: int, paper: Size, start: int
) -> None:
    pairs = pair_up(Size(*card), paper, How(gutter=gutter))
    start = min(start, pairs.capacity)
    pages = impose(plain_cards(Size(*card), count), pairs, Ticket(fold=True, start_at=start))
    left = count
    for number, page in enumerate(pages):
        first = start - 1 if number == 0 else 0
        here = min(left, pairs.capacity - first)
        check(page, pairs, here, first)
        assert len(page.trims) == here
        left -= here
    assert left == 0


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("across", [True, False])
def test_neighbours_turned_any_way_fold(turn: int, across: bool) -> None:
    cell = Size(40, 60)
    card = cell.turned if turn % 180 else cell
    pitch = Size(40, 65) if across else Size(45, 60)
    how = How(columns=3, rows=3, turn=turn, pitch=pitch)
    pairs = pair_up(card, A4, how)
    assert pairs.capacity == 3
    (page,) = impose(plain_cards(card, 3), pairs, FOLDED)
    check(page, pairs, 3)


def test_a_pair_as_a_page() -> None:
    pages = one_up(plain_cards(A7, 2), FOLDED)
    assert [page.size for page in pages] == [Size(148, 105)] * 2
    for page in pages:
        check(page, one_pair(A7), 1)
        assert page.trim == Rect(0, 0, 148, 105)


def test_a_card_without_a_back_is_folded_all_the_same() -> None:
    one, two = plain_cards(A7, 2)
    pages = impose([one, type(two)(two.front, None, two.name)], pair_up(A7, A4, How()), FOLDED)
    assert [len(page.placements) for page in pages] == [3]
