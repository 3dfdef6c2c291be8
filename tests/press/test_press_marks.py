"""Cut marks, by numbers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.errors import CardmakerError
from cardmaker.frame import Frame, Group, Path, Role
from cardmaker.geometry import Point, Rect, Size
from cardmaker.press.duplex import Axis
from cardmaker.press.grid import Grid, pack
from cardmaker.press.marks import back_marks, front_marks
from cardmaker.press.ticket import Ticket

A4, LETTER = Size(210, 297), Size(215.9, 279.4)
POKER = Size(63, 88)


def segments(frame: Frame | None) -> list[Rect]:
    """The lines of a frame of marks."""
    assert frame is not None
    (placed,) = frame.items
    assert isinstance(placed.item, Group)
    assert placed.item.role is Role.ARTIFACT
    (line,) = (p.item for p in placed.item.items)
    assert isinstance(line, Path)
    assert line.fill is None
    assert 0.12 <= line.width <= 0.25
    tokens = line.data.split(" ")
    assert set(tokens[::3]) == {"M", "L"}
    numbers = [(float(x), float(y)) for x, y in zip(tokens[1::3], tokens[2::3], strict=True)]
    return [
        Rect(x1, y1, x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in zip(numbers[::2], numbers[1::2], strict=True)
    ]


def in_order(lines: list[Rect]) -> list[tuple[float, ...]]:
    """Lines in one order, to a hundredth of a millimetre."""
    return sorted(tuple(round(value, 2) for value in line) for line in lines)


def grown(line: Rect) -> Rect:
    """A line with some width, to be compared with areas."""
    return Rect(line.x - 1e-4, line.y - 1e-4, line.width + 2e-4, line.height + 2e-4)


def test_poker_on_a4_has_crop_marks_outside_only() -> None:
    grid = pack(POKER, A4)
    lines = segments(front_marks(grid, Ticket()))
    assert len(lines) == 16
    assert Rect(10.5, 10, 0, 5) in lines
    assert Rect(73.5, 282, 0, 5) in lines
    assert Rect(4, 16.5, 5, 0) in lines
    assert not any(grown(line).overlaps(grid.block) for line in lines)


def test_marks_shrink_to_stay_off_the_edge() -> None:
    lines = segments(front_marks(pack(POKER, LETTER), Ticket()))
    assert min(line.y for line in lines) == pytest.approx(3)
    assert max(line.bottom for line in lines) == pytest.approx(279.4 - 3)


def test_a7_on_a4_has_ticks_and_crosses() -> None:
    lines = segments(front_marks(pack(Size(74, 105), A4), Ticket()))
    ticks = [Rect(105, 3, 0, 6), Rect(105, 288, 0, 6)]
    ticks += [Rect(x, y, 6, 0) for x in (3, 201) for y in (74.25, 148.5, 222.75)]
    crosses = [Rect(105, y - 4, 0, 8) for y in (74.25, 148.5, 222.75)]
    crosses += [Rect(101, y, 8, 0) for y in (74.25, 148.5, 222.75)]
    assert sorted(lines) == sorted(ticks + crosses)


def test_backs_of_a_full_sheet_carry_nothing() -> None:
    assert back_marks(pack(Size(74, 105), A4), Ticket(), Axis.UPRIGHT) is None


def test_back_marks_are_the_front_marks_mirrored() -> None:
    grid = Grid(A4, POKER, 2, 2, Point(12, 30), POKER)
    mirrored = [Rect(210 - m.right, m.y, m.width, m.height) for m in segments(front_marks(grid, Ticket()))]
    got = segments(back_marks(grid, Ticket(), Axis.UPRIGHT))
    assert in_order(got) == in_order(mirrored)


def test_gutters_get_two_cuts() -> None:
    grid = pack(POKER, A4, gutter=4)
    xs = sorted({line.x for line in segments(front_marks(grid, Ticket())) if line.height})
    assert xs == pytest.approx([6.5 + step for step in (0, 63, 67, 130, 134, 197)])


def test_no_margin_one_way_only() -> None:
    """Three cards fill the width of the sheet and stand far from its head and foot."""
    grid = pack(Size(70, 100), Size(210, 240))
    lines = segments(front_marks(grid, Ticket()))
    assert sum(1 for line in lines if line.height) == 4
    level = [line for line in lines if line.width]
    assert Rect(3, 20, 6, 0) in level
    assert Rect(66, 120, 8, 0) in level


def test_nothing_to_cut() -> None:
    grid = pack(A4, A4)
    assert front_marks(grid, Ticket()) is None
    assert back_marks(grid, Ticket(), Axis.UPRIGHT) is None


def test_marks_are_one_frame_for_all_sheets() -> None:
    assert front_marks(pack(POKER, A4), Ticket()) is front_marks(pack(POKER, A4), Ticket())


lengths = st.integers(400, 1500).map(lambda tenths: tenths / 10)


@given(st.tuples(lengths, lengths), st.integers(0, 12), st.sampled_from([A4, LETTER, A4.turned]))
@settings(max_examples=80, deadline=None)
def test_marks_stay_in_waste_and_margins(card: tuple[float, float], gutter: int, sheet: Size) -> None:
    """No mark within 3 mm of the paper's edge, none in a card's inner area, 4 mm inside its edges."""
    try:
        grid = pack(Size(*card), sheet, gutter=gutter)
    except CardmakerError:
        return
    paper = Rect(3, 3, sheet.width - 6, sheet.height - 6)
    inner = [Rect(c.x + 1, c.y + 1, c.width - 2, c.height - 2) for c in grid.cells()]
    for line in segments(front_marks(grid, Ticket())) if front_marks(grid, Ticket()) else []:
        assert paper.contains(line, slack=2e-3)
        assert not any(grown(line).overlaps(area) for area in inner)
    for line in segments(back) if (back := back_marks(grid, Ticket(), Axis.UPRIGHT)) else []:
        assert not any(grown(line).overlaps(cell) for cell in grid.cells())
