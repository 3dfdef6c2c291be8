"""Orders on plain integers: copies, used sheets, cut and stack, backs."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.press.imposition import Cells, copied, deal, from_behind


def piled(sheets: tuple[Cells, ...]) -> list[int]:
    """What is in the hand after the pile of sheets was cut, and each position's pile put under the one before."""
    positions = zip(*sheets, strict=True)
    return [card for pile in positions for card in pile if card is not None]


def dealt(sheets: tuple[Cells, ...]) -> list[int]:
    """The cards as one reads the sheets."""
    return [card for cells in sheets for card in cells if card is not None]


def test_deal() -> None:
    assert deal(range(6), 4) == ((0, 1, 2, 3), (4, 5, None, None))
    assert deal(range(4), 4) == ((0, 1, 2, 3),)
    assert deal((), 4) == ()
    assert deal([3, 1, 7, 5], 4) == ((3, 1, 7, 5),)


def test_deal_on_a_used_sheet() -> None:
    assert deal(range(3), 4, used=2) == ((None, None, 0, 1), (2, None, None, None))
    assert deal(range(2), 4, used=2) == ((None, None, 0, 1),)
    assert deal((), 4, used=2) == ()
    for wrong in (-1, 4, 5):
        with pytest.raises(ValueError, match="can't be used up"):
            deal(range(2), 4, used=wrong)


def test_cut_and_stack() -> None:
    assert deal(range(8), 4, stacked=True) == ((0, 2, 4, 6), (1, 3, 5, 7))
    assert deal(range(7), 4, stacked=True) == ((0, 2, 4, 6), (1, 3, 5, None))
    assert deal(range(5), 4, stacked=True) == ((0, 2, 3, 4), (1, None, None, None))
    assert deal(range(5), 4, used=2, stacked=True) == ((None, None, 2, 4), (0, 1, 3, None))
    assert deal(range(3), 4, stacked=True) == deal(range(3), 4)


def test_deal_as_the_sheet_is_read() -> None:
    """Cards that lie on their sides are counted from the sheet's top left, too, and go on in their own order."""
    lying = (1, 3, 0, 2)  # the cells from the top left, row by row
    assert deal(range(8), 4, as_read=lying) == ((0, 1, 2, 3), (4, 5, 6, 7)), "full sheets are as ever"
    assert deal(range(2), 4, as_read=lying) == ((None, 0, None, 1),), "the top row"
    assert deal(range(2), 4, used=2, as_read=lying) == ((0, None, 1, None),), "what that left free"
    assert deal(range(3), 4, used=3, as_read=lying) == ((None, None, 0, None), (None, 1, None, 2))
    assert deal(range(5), 4, used=2, stacked=True, as_read=lying) == ((0, None, 3, None), (1, 2, None, 4))


def test_copied() -> None:
    assert copied([2, 1, 3]) == (0, 1, 2, 0, 2, 2)
    assert copied([1, 1, 1]) == (0, 1, 2)
    assert copied([3, 3]) == (0, 1, 0, 1, 0, 1)
    assert copied([0, 2, 0]) == (1, 1)
    assert copied([0]) == copied([]) == ()


def test_from_behind() -> None:
    assert from_behind((0, 1, 2, 3, 4, 5, 6, 7), 4) == (3, 2, 1, 0, 7, 6, 5, 4)
    assert from_behind((0, 1, 2, 3, 4, None), 2) == (1, 0, 3, 2, None, 4)
    assert from_behind((None, None, 2, 3), 2) == (None, None, 3, 2)
    assert from_behind((0, 1, 2), 1) == (0, 1, 2)


@given(st.lists(st.integers(0, 4), max_size=30))
def test_each_card_as_often_as_asked_deck_after_deck(counts: list[int]) -> None:
    order = copied(counts)
    assert [order.count(card) for card in range(len(counts))] == counts
    rounds = [order[:1]]
    for before, card in pairwise(order):
        rounds = [*rounds[:-1], (*rounds[-1], card)] if card > before else [*rounds, (card,)]
    assert [len(one) for one in rounds if one] == sorted(map(len, filter(None, rounds)), reverse=True)


@given(st.integers(0, 200), st.integers(1, 6), st.integers(1, 6), st.integers(0, 35), st.booleans())
@settings(max_examples=300)
def test_orders(count: int, across: int, down: int, used: int, stacked: bool) -> None:
    capacity = across * down
    used %= capacity
    sheets = deal(range(count), capacity, used, stacked)
    assert (piled if stacked else dealt)(sheets) == list(range(count))
    filled = [slot is not None for cells in sheets for slot in cells]
    assert filled[:used] == [False] * min(used, len(filled))
    assert all(filled[used : used + count]) and not any(filled[used + count :])
    assert len(sheets) == (-(-(used + count) // capacity) if count else 0)
    for cells in sheets:
        assert len(cells) == capacity
        assert from_behind(from_behind(cells, across), across) == cells
