"""Places for a pencil: the log, set boxes, labelled fields and lines."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardmaker.frame import Group, Path, Role, Text
from cardmaker.geometry import Rect
from cardmaker.handout import LogRow
from tests.layout.layout_kit import MONO, groups, laid, outside, roles, shapes, words

GRID = (
    "{grid: '{log}', head: Date, first: Set, first_width: 20, head_height: 5, row_height: 6, rows: 8, "
    "least_rows: 4, columns: 4, head_style: text, style: text, date_style: text, height: fill}"
)
ROWS = (
    LogRow("1 Mar", ("8", "8", "8"), ("8", "8", "8")),
    LogRow("", ("8 · 60 kg",), ("8",)),
)


def cells(text: str, content: object, **more: Any) -> list[list[str]]:
    """A table's cells, row by row."""
    frame = laid(text, content, **more)
    [table] = groups(frame.items, Role.TABLE)
    found = []
    for row in table.items:
        assert isinstance(row.item, Group)
        found.append(["".join(_texts(cell.item)) for cell in row.item.items])
    return found


def _texts(item: object) -> list[str]:
    if isinstance(item, Text):
        return [item.content]
    return [text for placed in item.items for text in _texts(placed.item)] if isinstance(item, Group) else []


def test_log_is_a_table_with_heads() -> None:
    table = cells(GRID, {"log": ROWS}, height=29)
    assert table[0] == ["Date", "Set 1", "2", "3", "4"]
    assert table[1] == ["1 Mar", "8", "8", "8", ""]
    assert table[3] == ["", "", "", "", ""], "rows beyond the sessions are empty"
    frame = laid(GRID, {"log": ROWS}, height=29)
    assert roles(frame.items)[1][1][1:] == [
        ["TH", "Date"],
        ["TH", "Set 1"],
        ["TH", "2"],
        ["TH", "3"],
        ["TH", "4"],
    ]
    assert {group.scope for group in groups(frame.items, Role.TH)} == {"Column"}


@pytest.mark.parametrize(("height", "rows"), [(29, 4), (34, 4), (35, 5), (53, 8), (90, 8)])
def test_log_has_as_many_rows_as_fit(height: float, rows: int) -> None:
    assert len(cells(GRID, {"log": ROWS}, height=height)) == rows + 1


def test_rows_share_the_height() -> None:
    frame = laid(GRID, {"log": ROWS}, height=34)
    lines = sorted({round(shape.y, 3) for shape in shapes(frame) if not shape.height})
    assert lines == [5, 12.25, 19.5, 26.75, 34]


def test_narrow_columns_take_the_short_target() -> None:
    wide = cells(GRID, {"log": ROWS}, width=140, height=29)
    assert wide[2] == ["", "8 · 60 kg", "", "", ""]
    narrow = cells(GRID, {"log": ROWS}, width=52, height=29)
    assert narrow[2] == ["", "8", "", "", ""]


def test_more_sets_than_columns_get_columns_of_their_own_while_a_pencil_has_room() -> None:
    five = {"log": (LogRow("", ("5",) * 5, ("5",) * 5), LogRow("", ("8",) * 3, ("8",) * 3))}
    head, first, second, *_ = cells(GRID, five, height=29)
    assert head[-1] == "5"
    assert first == ["", *"55555"]
    assert second == ["", *"888", "", ""]


def test_sets_that_have_no_room_share_the_last_column() -> None:
    ten = {"log": (LogRow("", ("10",) * 30, ("10",) * 30),)}
    head, first, *_ = cells(GRID, ten, height=29)
    assert len(head) == len(first) < 30
    assert head[-1] == f"{len(head) - 1}–30"


def test_log_without_sessions_is_empty_boxes() -> None:
    assert cells(GRID, {"log": ()}, height=29)[1:] == [["", "", "", "", ""]] * 4


@given(st.integers(60, 150), st.integers(29, 90), st.integers(0, 9))
def test_log_stays_in_its_box(width: float, height: float, sessions: int) -> None:
    frame = laid(GRID, {"log": (ROWS * 5)[:sessions]}, width=width, height=height)
    assert not outside(frame, Rect(0, 0, width, height), MONO)


def test_targets_that_need_it_get_the_room_of_columns() -> None:
    long = {"log": (LogRow("", ("30 s or longer",) * 8, ("30 s or longer",) * 8),)}
    head, first, *_ = cells(GRID, long, height=29)
    assert len(head) < 9
    assert first[1] == "30 s or longer"


# Set boxes -------------------------------------------------------------------------------------------

SETS = "stack: [{sets: '{count}', size: [9, 10], columns: 4, gap: 1, style: small}]"


def boxes(count: int, width: float = 100) -> tuple[list[Rect], list[Rect]]:
    """The whole boxes and the dashed ones."""
    frame = laid(SETS, {"count": count}, width=width, height=400)
    paths = [placed for placed in frame.walk() if isinstance(placed.item, Path)]
    places = list(zip(paths, shapes(frame), strict=True))
    dashed = [place for path, place in places if isinstance(path.item, Path) and path.item.dash]
    return [place for _, place in places if place not in dashed], dashed


@pytest.mark.parametrize(
    ("count", "whole", "dashed"), [(0, 4, 0), (1, 1, 3), (3, 3, 1), (4, 4, 0), (6, 6, 0), (10, 10, 0)]
)
def test_a_box_for_each_set(count: int, whole: int, dashed: int) -> None:
    """Where nothing says how many, all are to be written in."""
    found = boxes(count)
    assert (len(found[0]), len(found[1])) == (whole, dashed)
    assert [said for said, _, _ in words(laid(SETS, {"count": count}))] == [
        str(n) for n in range(1, count + 1)
    ]


def test_boxes_that_do_not_fit_one_row_make_two() -> None:
    whole, _ = boxes(8, 40)
    assert len({round(box.y, 3) for box in whole}) == 2
    assert len({round(box.x, 3) for box in whole}) == 4


@given(st.integers(0, 20), st.integers(8, 100))
def test_set_boxes_keep_a_size_to_write_in_and_do_not_overlap(count: int, width: float) -> None:
    whole, dashed = boxes(count, width)
    every = whole + dashed
    assert all(box.width >= 6 and box.height >= 6 for box in every)
    assert all(not one.overlaps(other) for i, one in enumerate(every) for other in every[:i])
    assert not outside(laid(SETS, {"count": count}, width=width, height=400), Rect(0, 0, width, 400), MONO)


# Fields and lines ------------------------------------------------------------------------------------


def test_field_is_labelled_at_its_lower_right() -> None:
    frame = laid("row: [{field: km, width: 20, height: 8, style: small}]")
    [(said, x, y)] = words(frame)
    assert (said, x + 2) == ("km", 19)
    assert y == pytest.approx(8 - 1.15)
    [edge] = shapes(frame)
    assert Rect(0, 0, 20, 8).contains(edge)
    assert edge.width > 19


def test_field_without_words() -> None:
    frame = laid("row: [{field: '', width: 20, height: 8}]")
    assert len(shapes(frame)) == 1
    assert not words(frame)


@pytest.mark.parametrize(("height", "count"), [(5, 0), (5.9, 0), (6.1, 1), (12.3, 1), (12.6, 2), (19, 3)])
def test_lines_fill_their_height(height: float, count: int) -> None:
    found = shapes(laid("{lines: 6.4, height: fill}", height=height))
    assert len(found) == count
    assert all(0 <= line.y <= height for line in found)
    if found:
        assert found[-1].y == height, "the last stands on the foot"


def test_no_more_lines_than_can_be_written_on() -> None:
    assert len(shapes(laid("{lines: 2, height: fill}", height=30))) == 5


def test_counted_lines_take_their_pitch() -> None:
    frame = laid("stack: [{lines: 6, count: 3}, {text: z}]")
    assert [line.y for line in shapes(frame)] == pytest.approx([0, 6, 12])
    assert words(frame)[0][2] == pytest.approx(12 + 3.5)


@pytest.mark.parametrize("text", [SETS, "{field: km, style: small}", "{lines: 6, count: 2}"])
def test_boxes_to_write_in_are_not_read_aloud(text: str) -> None:
    frame = laid(f"stack: [{text}]" if not text.startswith("stack") else text, {"count": 3})
    assert [one[0] for one in roles(frame.items)] == ["Artifact"]


@pytest.mark.parametrize(("height", "count"), [(9.7, 0), (9.8, 1), (16.7, 1), (16.8, 2), (30, 3)])
def test_lines_that_keep_clear_of_the_foot_are_a_pitch_apart(height: float, count: int) -> None:
    found = shapes(laid("{lines: 7, clear: 2.8, height: fill}", height=height))
    assert [placed.y for placed in found] == [7.0 * line for line in range(1, count + 1)]


# Load and effort -------------------------------------------------------------------------------------

LOADED = GRID.replace(
    "height: fill",
    "load: '{unit}', load_width: 10, effort: RPE, effort_width: 8, last: Last time, sides: '{sides}', height: fill",
)
EIGHTS = LogRow("", ("8 | 8",) * 3, ("8",) * 3, "2×8")


def loaded(*rows: LogRow, width: float = 140, sides: str = "") -> list[list[str]]:
    return cells(LOADED, {"log": rows, "unit": "kg", "sides": sides}, width=width, height=29)


def test_a_log_has_columns_for_the_load_and_the_effort() -> None:
    head, last, first, *_ = loaded(EIGHTS, sides="L | R")
    assert head == ["Date", "kg", "1 L | R", "2", "3", "4", "RPE"]
    assert last == ["Last time", *[""] * 6]
    assert first == ["", "2×8", "8 | 8", "8 | 8", "8 | 8", "", ""]


@pytest.mark.parametrize(
    ("asked", "width", "sets", "cell"),
    [
        ("30 | 30 s", 140, ["1 L | R", "2", "3", "4"], "30 | 30 s"),
        ("30 | 30 s", 90, ["1 L | R", "2", "3"], "30|30 s"),
        ("30 | 30 s", 78, ["1 L | R", "2"], "30 | 30 s"),
        ("10 | 10", 84, ["1 L | R", "2", "3", "4"], "10|10"),
    ],
)
def test_targets_keep_both_sides_in_wider_columns_or_closer_together(
    asked: str, width: float, sets: list[str], cell: str
) -> None:
    head, _, first, *_ = loaded(LogRow("", (asked,) * 2, (asked[-4:],) * 2), sides="L | R", width=width)
    assert head[2:-1] == sets
    assert first[2:4] == [cell, cell]


UNLIKE = LogRow("", ("5", "3"), ("5", "3"), loads=("75 %", "85 %"))


def test_sets_with_loads_of_their_own_have_a_row_for_these_and_one_for_repetitions() -> None:
    head, *rows = loaded(UNLIKE, UNLIKE)
    assert head == ["Date", "", "Set 1", "2", "3", "4", "RPE"]
    assert rows == [
        ["Last time", "kg", "", "", "", "", ""],
        ["", "×", "", "", "", "", ""],
        ["", "kg", "75 %", "85 %", "", "", ""],
        ["", "×", "5", "3", "", "", ""],
    ]


def test_an_odd_row_is_left_out_where_sessions_take_two() -> None:
    made = cells(LOADED, {"log": (UNLIKE,), "unit": "kg", "sides": ""}, width=140, height=5 + 5 * 6)
    assert len(made) == 1 + 4


def test_more_sessions_than_have_room_in_two_rows_have_one_each() -> None:
    dated = [replace(UNLIKE, date=f"{day} Mar") for day in range(1, 5)]
    head, first, *_ = loaded(*dated)
    assert head == ["Date", "Set 1", "2", "3", "4", "RPE"]
    assert first == ["1 Mar", "5 · 75 %", "3 · 85 %", "", "", ""]
    assert [row[0] for row in loaded(*dated[:2])[1:]] == ["1 Mar", "", "2 Mar", ""]


def test_sets_with_their_loads_leave_out_an_empty_column_before_they_share_one() -> None:
    own = LogRow("", ("5", "5", "5+"), ("5", "5", "5+"), loads=("80 kg", "90 kg", "100 kg"))
    dated = [replace(own, date=f"wk {week}") for week in range(1, 5)]
    heads = {width: loaded(*dated, width=width)[0] for width in (140, 100, 90, 60)}
    assert heads[140] == ["Date", "Set 1", "2", "3", "4", "RPE"]
    assert heads[100] == ["Date", "Set 1", "2", "3", "RPE"]
    assert heads[90] == ["Date", "Set 1", "2", "3"], "effort has no column that they need"
    assert heads[60] == ["Date", "Set 1–3"]


def test_dated_sessions_go_before_the_row_for_the_last_time() -> None:
    dated = [LogRow(f"{day} Mar", ("8",), ("8",)) for day in range(1, 5)]
    assert [row[0] for row in loaded(*dated)[1:]] == ["1 Mar", "2 Mar", "3 Mar", "4 Mar"]
    assert [row[0] for row in loaded(*dated[:3])[1:]] == ["Last time", "1 Mar", "2 Mar", "3 Mar"]


def test_like_sets_without_room_are_left_to_the_target_line() -> None:
    long = ("30 s or longer",) * 3
    head, _, first, *_ = loaded(LogRow("", long, long), width=76)
    assert head[1] == "kg"
    assert first[2:5] == ["", "", ""]


def test_sets_share_a_column_where_each_of_its_own_would_be_too_narrow_to_write_in() -> None:
    """20 mm for the date, 10 for the load and 8 for the effort leave 31: less than 8 for each of four."""
    head, _, first, *_ = loaded(EIGHTS, width=69)
    assert head == ["Date", "kg", "Set 1–3", "RPE"]
    assert first == ["", "2×8", "8 | 8", ""]
    unlike = LogRow("", ("5", "3", "1+"), ("5", "3", "1+"), "60")
    assert loaded(unlike, width=69)[2] == ["", "60", "5/3/1+", ""]
    assert len(loaded(EIGHTS, width=70)[0]) == 7


def test_targets_of_a_log_are_in_one_size() -> None:
    rows = (LogRow("", ("8", "30–45 s"), ("8", "30–45 s"), "60"),)
    frame = laid(LOADED, {"log": rows, "unit": "kg", "sides": ""}, width=80, height=29)
    said = {one.item.content: one.item.size_pt for one in frame.walk() if isinstance(one.item, Text)}
    assert said["8"] == said["60"] == said["30–45 s"] < said["kg"]


# Boxes that line up ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "most", "columns", "lines"),
    [
        (36, 3, 4, 1),
        (37.2, 5, 5, 1),
        (37.0, 5, 4, 2),
        (45, 6, 6, 1),
        (36, 6, 4, 2),
        (36, 8, 4, 2),
        (37.2, 9, 5, 2),
    ],
)
def test_boxes_of_all_rows_share_out_the_width_alike_and_a_pencil_has_room(
    width: float, most: int, columns: int, lines: int
) -> None:
    text = "stack: [{sets: '{count}', size: [9, 8], across: '{most}', gap: 0.55, style: small}]"
    two, all_of_them = (
        shapes(laid(text, {"count": count, "most": most}, width=width)) for count in (2, most)
    )
    assert [round(box.x, 3) for box in two] == [round(box.x, 3) for box in all_of_them[:columns]]
    assert (len(two), len({round(box.y) for box in all_of_them})) == (columns, lines)
    assert max(box.right for box in two) == pytest.approx(width, abs=0.31)
    assert min(box.width for box in two) > 6.5


def test_a_field_says_what_is_asked_for_and_its_unit() -> None:
    box = "stack: [{field: kg, asked: '{load}', style: text, width: 20, height: 9}]"
    frame = laid(box, {"load": "40"})
    assert [text for text, *_ in words(frame)] == ["kg", "40"]
    kg, asked = (placed for placed in frame.walk() if isinstance(placed.item, Text))
    assert asked.x < kg.x
    assert asked.y < kg.y
    assert [text for text, *_ in words(laid(box, {"load": ""}))] == ["kg"]


def test_a_field_may_have_its_label_in_the_middle() -> None:
    frame = laid("stack: [{field: '7', style: text, align: center, width: 9, height: 9}]", {})
    [label] = (placed for placed in frame.walk() if isinstance(placed.item, Text))
    assert 48 < label.x < 51
    assert 4 < label.y < 7
