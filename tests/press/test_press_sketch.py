"""Sketches of sheets: what stands where, in characters."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.geometry import Point, Size
from cardmaker.press.grid import Grid, pack
from cardmaker.press.sketch import sketch


def test_neighbours_share_their_lines() -> None:
    grid = Grid(Size(40, 40), Size(20, 20), 2, 2, Point(0, 0), Size(20, 20))
    assert sketch(grid, 4) == (
        "┌───┬───┐",
        "│ 1 │ 2 │",
        "├───┼───┤",
        "│ 3 │ 4 │",
        "└───┴───┘",
    )


def test_margins_gaps_and_turned_cards() -> None:
    grid = Grid(Size(60, 40), Size(30, 10), 2, 1, Point(10, 5), Size(30, 30), 90)
    assert sketch(grid, 8, plain=True) == (
        "+-----------------------+",
        "|   +---+       +---+   |",
        "|   |   |       |   |   |",
        "|   |   |       |   |   |",
        "|   | 1 |       | 2 |   |",
        "|   |   |       |   |   |",
        "|   |   |       |   |   |",
        "|   +---+       +---+   |",
        "+-----------------------+",
    )


sides = st.integers(10, 200)


@given(sides, sides, st.integers(200, 500), st.integers(200, 500), st.integers(1, 40))
@settings(max_examples=60, deadline=None)
def test_any_sheet_can_be_sketched(width: int, height: int, wide: int, high: int, lines: int) -> None:
    grid = pack(Size(width, height), Size(wide, high))
    drawn = sketch(grid, lines)
    assert len(drawn) == lines + 1
    assert max(map(len, drawn)) == round(wide * 2 * lines / high) + 1
