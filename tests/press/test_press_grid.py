"""Grids: where cells lie, in which order they are read, and how many cards go on a sheet."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.errors import CardmakerError
from cardmaker.geometry import Point, Rect, Size
from cardmaker.press.grid import Grid, arrange, pack
from tests.press.press_kit import How

A4, LETTER = Size(210, 297), Size(215.9, 279.4)
A7, A6, POKER, INDEX = Size(74, 105), Size(105, 148), Size(63, 88), Size(76.2, 127)


@pytest.mark.parametrize(
    ("card", "sheet", "columns", "rows", "turn"),
    [
        (A7, A4, 2, 4, 270),
        (A6, A4, 2, 2, 0),
        (POKER, A4, 3, 3, 0),
        (POKER, LETTER, 3, 3, 0),
        (INDEX, LETTER, 2, 2, 0),
        (A7, LETTER, 2, 3, 270),
        (Size(50.8, 88.9), LETTER, 4, 3, 0),
        (A4, A4, 1, 1, 0),
        (A4.turned, A4, 1, 1, 270),
    ],
)
def test_pack_holds_most(card: Size, sheet: Size, columns: int, rows: int, turn: int) -> None:
    grid = pack(card, sheet)
    assert (grid.columns, grid.rows, grid.turn) == (columns, rows, turn)


def test_slivers_are_shared_out() -> None:
    grid = pack(A7, A4)
    assert grid.pitch == Size(105, 74.25)
    assert grid.origin == Point(0, 0.125)
    assert pack(POKER, A4).pitch == POKER


def test_gutter_and_margin_keep_paper_free() -> None:
    assert pack(POKER, A4, margin=11).columns == 2
    grid = pack(POKER, A4, gutter=3)
    assert grid.pitch == Size(66, 91)
    assert grid.origin == Point((210 - 195) / 2, (297 - 270) / 2)


def test_too_large_says_so() -> None:
    with pytest.raises(CardmakerError, match=r"105 × 148 mm cards do not fit on 74 × 105 mm paper; choose"):
        pack(A6, A7)
    with pytest.raises(CardmakerError, match="do not fit on 210 × 297 mm paper; use fewer"):
        arrange(POKER, A4, How(columns=4, rows=3))
    with pytest.raises(CardmakerError, match="overlap at a pitch"):
        arrange(POKER, A4, How(columns=2, rows=3, pitch=Size(60, 88)))


def test_arrange_centres_unless_asked_otherwise() -> None:
    assert arrange(A7, A4, How(columns=2, rows=4, turn=270, pitch=Size(105, 74.25))) == pack(A7, A4)
    grid = arrange(A7, A4, How(landscape=True, columns=4, rows=2))
    assert grid.sheet == A4.turned
    assert grid.origin == Point(0.5, 0)
    reported = arrange(POKER, A4, How(columns=2, rows=2, origin=Point(15, 13.5), gutter=5))
    assert reported.cell(3) == Rect(83, 106.5, 63, 88)


def test_reading_order_follows_upright_cards() -> None:
    """Held so that its cards stand upright, a turned sheet is read like any other."""
    small = {"sheet": Size(40, 80), "columns": 2, "rows": 4, "origin": Point(0, 0), "pitch": Size(20, 20)}

    def order(turn: int) -> list[tuple[float, float]]:
        return [
            (cell.x // 20, cell.y // 20)
            for cell in Grid(card=Size(20, 20), turn=turn, **small).cells()  # type: ignore[arg-type]
        ]

    assert order(0) == [(0, 0), (1, 0), (0, 1), (1, 1), (0, 2), (1, 2), (0, 3), (1, 3)]
    assert order(270) == [(0, 3), (0, 2), (0, 1), (0, 0), (1, 3), (1, 2), (1, 1), (1, 0)]
    assert order(90) == [(1, 0), (1, 1), (1, 2), (1, 3), (0, 0), (0, 1), (0, 2), (0, 3)]
    assert order(180) == order(0)[::-1]


def test_no_such_cell() -> None:
    with pytest.raises(IndexError):
        pack(POKER, A4).cell(9)


lengths = st.integers(100, 4000).map(lambda tenths: tenths / 10)


@given(
    st.tuples(lengths, lengths), st.tuples(lengths, lengths), st.integers(0, 20), st.sampled_from([0, 2, 3.5])
)
@settings(max_examples=200, deadline=None)
def test_packed_cards_lie_on_the_sheet_apart(
    card: tuple[float, float], sheet: tuple[float, float], margin: int, gutter: float
) -> None:
    try:
        grid = pack(Size(*card), Size(*sheet), margin, gutter)
    except CardmakerError:
        assert min(card) > min(sheet) - 2 * margin - 1e-6 or max(card) > max(sheet) - 2 * margin - 1e-6
        return
    cells = grid.cells()
    paper = Rect(0, 0, *sheet)
    for i, cell in enumerate(cells[:60]):
        assert paper.contains(Rect(cell.x - margin, cell.y - margin, cell.width, cell.height))
        for other in cells[i + 1 : 60]:
            assert not cell.overlaps(other)
    block = grid.block
    for start, end in ((block.x, sheet[0] - block.right), (block.y, sheet[1] - block.bottom)):
        at_edge = not margin and start == 0 and 3 - 1e-6 <= end < 6
        assert at_edge or start == pytest.approx(end)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_positions_are_counted_from_the_top_left(turn: int) -> None:
    """However the cards lie: somebody who peels cards off a sheet doesn't turn it first."""
    cell = Size(40, 20)
    grid = Grid(A4, cell.turned if turn % 180 else cell, 2, 3, Point(10, 10), Size(45, 25), turn)
    corners = [(x, y) for y in (10, 35, 60) for x in (10, 55)]
    assert [(place.x, place.y) for place in grid.positions()] == corners
    assert sorted(grid.as_read) == list(range(6))
