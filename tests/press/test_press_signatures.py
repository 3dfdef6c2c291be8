"""Folded books on plain integers: folding the sheet brings the pages into order, and all of them upright."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from cardmaker.press.signatures import POCKET, Half, padded, pocket_books, saddle


def test_booklet_of_eight_pages() -> None:
    assert saddle(8) == (((8, 1), (2, 7)), ((6, 3), (4, 5)))


def test_booklet_of_five_pages_has_white_ones_at_its_end() -> None:
    assert saddle(5) == (((None, 1), (2, None)), ((None, 3), (4, 5)))


def test_one_page_is_one_sheet() -> None:
    assert saddle(1) == (((None, 1), (None, None)),)
    assert saddle(0) == ()


def folded(sheets: tuple[tuple[Half, Half], ...]) -> tuple[int | None, ...]:
    """The pages of stitched sheets in the order in which one turns them: the way back from `saddle`."""
    leaves = [(front[1], back[0]) for front, back in sheets]
    leaves += [(back[1], front[0]) for front, back in reversed(sheets)]
    return tuple(chain.from_iterable(leaves))


@given(st.integers(1, 200))
def test_stitched_sheets_read_in_order(count: int) -> None:
    sheets = saddle(count)
    assert len(sheets) * 4 == padded(count, 4)
    pages = folded(sheets)
    assert pages[:count] == tuple(range(1, count + 1))
    assert set(pages[count:]) <= {None}


@given(st.integers(1, 200))
def test_opposite_pages_share_a_side_of_a_sheet(count: int) -> None:
    """An open spread is one side of a sheet only in the middle; left pages are even, right ones odd."""
    for front, back in saddle(count):
        for left, right in (front, back):
            assert left is None or left % 2 == 0
            assert right is None or right % 2 == 1


def fold_pocket() -> list[tuple[int, bool, int, bool]]:
    """Fold an eight-panel sheet as a hand does; for each opening of the book: left page, upright, right page, upright.

    The sheet is folded in half along its length, printed side out, so that the upper row comes to lie behind the
    lower one, head to head; that sets the upper row's pages upright, and mirrors their order. Opened at the slit
    and pressed together from both ends, the four panels of the lower row and the four behind them make a ring:
    along the front from left to right, round the joint at the right end, and along the behind.
    """
    upper, lower = POCKET
    ring = [*((page, True) for page in lower), *((page, True) for page in reversed(upper))]
    first = next(at for at, (page, _) in enumerate(ring) if page == 1)
    turned = ring[first:] + ring[:first]
    return [(*turned[at], *turned[(at + 1) % 8]) for at in range(1, 8, 2)]


def test_pocket_book_opens_in_order() -> None:
    assert [(left, right) for left, _, right, _ in fold_pocket()] == [(2, 3), (4, 5), (6, 7), (8, 1)]


def test_pocket_joints_are_where_the_slit_is_not() -> None:
    """The slit parts the two middle columns; the outer ones hold on: 8 with 7 and 3 with 4, back to back or facing."""
    upper, lower = POCKET
    assert {lower[0], upper[0]} == {7, 8}
    assert {lower[3], upper[3]} == {3, 4}


def test_long_books_go_on_in_another() -> None:
    assert pocket_books(8) == (tuple(range(1, 9)),)
    assert pocket_books(10) == (tuple(range(1, 9)), (9, 10, *[None] * 6))
