"""Orders on plain integers."""

from hypothesis import given
from hypothesis import strategies as st

from cardmaker.press.imposition import deal, from_behind


def test_deal() -> None:
    assert deal(range(6), 4) == ((0, 1, 2, 3), (4, 5, None, None))
    assert deal(range(4), 4) == ((0, 1, 2, 3),)
    assert deal((), 4) == ()


def test_from_behind() -> None:
    assert from_behind((0, 1, 2, 3, 4, 5, 6, 7), 4) == (3, 2, 1, 0, 7, 6, 5, 4)
    assert from_behind((0, 1, 2, 3, 4, None), 2) == (1, 0, 3, 2, None, 4)
    assert from_behind((0, 1, 2), 1) == (0, 1, 2)


@given(st.integers(0, 200), st.integers(1, 6), st.integers(1, 6))
def test_each_card_once_and_behind_twice_is_in_front(count: int, across: int, down: int) -> None:
    sheets = deal(range(count), across * down)
    assert [card for cells in sheets for card in cells if card is not None] == list(range(count))
    for cells in sheets:
        assert len(cells) == across * down
        assert from_behind(from_behind(cells, across), across) == cells
