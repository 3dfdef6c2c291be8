"""Cut marks, by numbers."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.errors import CardmakerError
from cardmaker.frame import Frame, Group, Path, Role
from cardmaker.geometry import Point, Rect, Size
from cardmaker.press.crop import unmarked
from cardmaker.press.duplex import Axis
from cardmaker.press.fold import pair_up
from cardmaker.press.grid import Grid, arrange, pack
from cardmaker.press.marks import back_marks, front_marks, grid_of, has_room_for_corners
from cardmaker.press.ticket import Mark, Ticket
from tests.press.press_kit import How, imposition, stocks_on_papers

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


def uncut(grid: Grid, lines: list[Rect]) -> set[str]:
    """The sides of a sheet whose outer trims no mark is level with, and that aren't its own edge, give or take 1 mm."""
    (width, height), cells = grid.sheet, grid.cells()
    trims = {
        "left": min(cell.x for cell in cells), "right": max(cell.right for cell in cells),
        "top": min(cell.y for cell in cells), "bottom": max(cell.bottom for cell in cells),
    }  # fmt: skip
    marked = {
        "left": [line.x for line in lines if line.height],
        "top": [line.y for line in lines if line.width],
    }
    marked |= {"right": marked["left"], "bottom": marked["top"]}
    edges = {"left": 0.0, "right": width, "top": 0.0, "bottom": height}
    return {
        side
        for side, trim in trims.items()
        if abs(trim - edges[side]) > 1 + 1e-6 and not any(abs(trim - at) < 1e-2 for at in marked[side])
    }


@pytest.mark.parametrize("gutter", [None, 2.0, 3.0, 5.0])
@pytest.mark.parametrize(("stock", "paper"), [pair for pair in stocks_on_papers() if "-" not in pair[0]])
def test_every_outer_cut_is_marked_or_said_not_to_be(stock: str, paper: str, gutter: float | None) -> None:
    try:
        grid = grid_of(imposition(stock, paper, Ticket(gutter=gutter)))
    except CardmakerError:
        return
    frame = front_marks(grid, Ticket())
    assert uncut(grid, segments(frame) if frame else []) == set(unmarked(grid, 3.0))
    if gutter is None:
        assert not unmarked(grid, 3.0)


def test_cards_go_to_the_edge_where_only_one_side_has_room_for_marks() -> None:
    """A7 on Letter: 215.9 − 2 × 105 = 5.9 mm are left, of which half is 0.05 mm too little for a mark."""
    grid = pack(Size(74, 105), LETTER)
    assert (grid.block.x, grid.sheet.width - grid.block.right) == pytest.approx((0, 5.9))
    assert {105, 210} == {
        round(line.x, 2) for line in segments(front_marks(grid, Ticket())) if line.height > 5 - 1e-3
    }
    assert pack(Size(74, 105), LETTER, margin=2).block.x > 2, "a margin that is asked for is kept"


def test_a_sliver_next_to_gutters_goes_to_the_gutters() -> None:
    """Tarot on Letter, 3 mm apart: 0.2 mm are left, and nobody can cut that off."""
    grid = pack(Size(69.9, 120.7), LETTER, gutter=3)
    assert (grid.block.x, grid.block.right) == pytest.approx((0, 215.9))
    assert grid.pitch.width - 69.9 == pytest.approx(3.1)


# What is asked for -----------------------------------------------------------------------------------


def paths(frame: Frame | None) -> list[Path]:
    """Everything that is drawn."""
    assert frame is not None
    (group,) = frame.items
    assert isinstance(group.item, Group)
    return [placed.item for placed in group.item.items if isinstance(placed.item, Path)]


def points(path: Path) -> list[tuple[float, float]]:
    numbers = [float(token) for token in path.data.split() if not token.isalpha()]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def asked(*marks: Mark, **more: Any) -> Ticket:
    return Ticket(marks=frozenset(marks), **more)


def test_no_marks_no_frame() -> None:
    assert front_marks(pack(POKER, A4), asked()) is None
    assert back_marks(pack(POKER, A4), asked(), Axis.UPRIGHT) is None
    assert front_marks(pack(POKER, A4), Ticket(corner_radius=3).unmarked) is None


def test_crop_marks_stand_clear_of_the_bleed() -> None:
    grid = pack(POKER, A4, margin=8.5, gutter=6)
    lines = segments(front_marks(grid, Ticket(bleed=3)))
    assert max(line.bottom for line in lines if line.height and line.y < 20) <= grid.block.y - 3 + 2e-3
    assert max(line.right for line in lines if line.width and line.x < 20) <= grid.block.x - 3 + 2e-3
    assert all(line.width or line.height for line in lines)


def test_marks_come_nearer_to_the_edge_when_asked() -> None:
    grid = pack(Size(100, 140), Size(210, 297))
    assert min(line.x for line in segments(front_marks(grid, Ticket()))) >= 3
    near = segments(front_marks(grid, Ticket(edge=0.0)))
    assert min(line.x for line in near) == 0
    assert min(min(line.x, line.y) for line in segments(front_marks(grid, Ticket(edge=8.0)))) >= 8


def test_guides_run_in_the_gutters_only() -> None:
    grid = pack(POKER, A4, gutter=4)
    (guides,) = paths(front_marks(grid, asked(Mark.GUIDES)))
    found = points(guides)
    lines = [
        Rect(x1, y1, x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in zip(found[::2], found[1::2], strict=True)
    ]
    assert len(lines) == 12
    assert {line.height for line in lines if line.height} == {291.0}
    assert {line.width for line in lines if line.width} == {204.0}
    wide = [Rect(m.x - 0.05, m.y - 0.05, m.width + 0.1, m.height + 0.1) for m in lines]
    assert not any(line.overlaps(cell, slack=2e-3) for line in wide for cell in grid.cells())


def test_shared_cuts_get_no_guides_inside() -> None:
    (guides,) = paths(front_marks(pack(POKER, A4), asked(Mark.GUIDES)))
    assert len(points(guides)) == 2 * 4, "outer edges alone"


def test_targets_meet_on_both_sides() -> None:
    grid = Grid(A4, POKER, 2, 3, Point(20, 16.5), POKER)
    ticket = asked(Mark.REGISTRATION)
    front, back = (
        paths(made)[0] for made in (front_marks(grid, ticket), back_marks(grid, ticket, Axis.UPRIGHT))
    )
    mirrored = {(round(210 - x, 2), round(y, 2)) for x, y in points(front)}
    assert {(round(x, 2), round(y, 2)) for x, y in points(back)} == mirrored
    assert all(3 - 1e-6 <= x <= 207 + 1e-6 and 3 - 1e-6 <= y <= 294 + 1e-6 for x, y in points(front))
    assert front.data.count("Z") == 4


def test_a_full_sheet_has_no_room_for_targets() -> None:
    assert front_marks(pack(Size(74, 105), A4), asked(Mark.REGISTRATION)) is None


@pytest.mark.parametrize(
    ("turn", "middle"), [(0, (15, 25)), (90, (45, 25)), (180, (45, 65)), (270, (15, 65))]
)
def test_the_hole_is_in_the_top_left_corner_as_it_is_read(turn: int, middle: tuple[float, float]) -> None:
    cell = Size(40, 50)
    grid = Grid(A4, cell.turned if turn % 180 else cell, 1, 1, Point(10, 20), cell, turn)
    (ring,) = paths(front_marks(grid, asked(Mark.HOLE)))
    xs, ys = zip(*points(ring), strict=True)
    assert ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2) == pytest.approx(middle, abs=1e-3)
    assert back_marks(grid, asked(Mark.HOLE), Axis.UPRIGHT) is None, "it is punched from the front"


def test_corners_are_arcs_inside_the_card() -> None:
    grid = Grid(A4, POKER, 1, 1, Point(10, 20), POKER)
    (arcs,) = paths(front_marks(grid, asked(Mark.CORNERS, corner_radius=3)))
    assert arcs.data.count("C") == 4
    assert {(10, 23), (13, 20), (70, 20), (73, 23), (10, 105), (13, 108)} < {*points(arcs)}
    assert all(10 <= x <= 73 and 20 <= y <= 108 for x, y in points(arcs))
    assert front_marks(grid, asked(Mark.CORNERS)) is None, "no radius, no arcs"


def test_corners_at_the_papers_edge_have_no_arcs() -> None:
    """Of eight A7 cards on A4 two columns by four rows touch the edges: 12 corners of 32 lie inside."""
    grid, ticket = pack(Size(74, 105), A4), asked(Mark.CORNERS, corner_radius=3)
    (arcs,) = paths(front_marks(grid, ticket))
    assert all(3 <= x <= 207 and 3 <= y <= 294 for x, y in points(arcs))
    assert arcs.data.count("M") == 12
    assert not has_room_for_corners(grid, ticket)
    assert has_room_for_corners(pack(POKER, A4), ticket)


def test_folds_are_dashed_from_end_to_end_of_each_pair() -> None:
    pairs = pair_up(POKER, A4, How())
    crop, ends, creases = paths(front_marks(pairs, Ticket(fold=True)))
    assert not crop.dash and ends.dash and creases.dash
    found = points(creases)
    assert len(found) == 2 * pairs.capacity
    lines = [
        Rect(x1, y1, x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in zip(found[::2], found[1::2], strict=True)
    ]
    for line, index in zip(lines, range(pairs.capacity), strict=True):
        assert line == pytest.approx(pairs.crease(index), abs=2e-3)
    assert not any(pairs.grid.block.overlaps(Rect(x - 1e-3, y - 1e-3, 2e-3, 2e-3)) for x, y in points(ends))


@given(
    st.tuples(lengths, lengths), st.integers(0, 9), st.sampled_from([0.0, 2.0, 3.0]), st.sampled_from([0.0, 3.0, 6.0]),
    st.booleans(), st.sampled_from([A4, LETTER, A4.turned]),
)  # fmt: skip
@settings(max_examples=80, deadline=None)
def test_nothing_is_nearer_to_the_edge_than_allowed(
    card: tuple[float, float], gutter: int, bleed: float, edge: float, fold: bool, sheet: Size
) -> None:
    ticket = asked(*set(Mark) - {Mark.CORNERS, Mark.HOLE}, bleed=bleed, edge=edge)
    try:
        imposition = (pair_up if fold else arrange)(Size(*card), sheet, How(gutter=gutter))
    except CardmakerError:
        return
    sheet = grid_of(imposition).sheet
    for frame in (front_marks(imposition, ticket), back_marks(grid_of(imposition), ticket, Axis.UPRIGHT)):
        for path in paths(frame) if frame else []:
            for x, y in points(path):
                assert edge - 2e-3 <= x <= sheet.width - edge + 2e-3
                assert edge - 2e-3 <= y <= sheet.height - edge + 2e-3
