"""Stacks, rows, flows and panels: how they share out room, what goes when it is short, and what overlaps nothing."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardmaker.errors import DoesNotFitError
from cardmaker.frame import Text
from cardmaker.geometry import Rect
from cardmaker.layout.shares import share_out
from tests.layout.layout_kit import LEADING, MONO, RISE, extent, laid, outside, roles, shapes, words
from tests.text.monospace import Monospace

AMOUNTS = st.floats(0, 50, allow_nan=False)


def tops(
    text: str, content: object = None, height: float = 100, width: float = 100, **more: Any
) -> dict[str, float]:
    """What each line says, and how far from the top its line begins."""
    return {said: y - RISE for said, _, y in words(laid(text, content, width, height, **more))}


def lefts(text: str, content: object = None, width: float = 100, **more: Any) -> dict[str, float]:
    """What each line says, and how far from the left it begins."""
    return {said: x for said, x, _ in words(laid(text, content, width, **more))}


# Sharing out -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spare", "wants", "given_out"),
    [
        (12, [(1, 100), (2, 100)], [4, 8]),
        (12, [(1, 2), (1, 100)], [2, 10]),
        (12, [(1, 2), (1, 3)], [2, 3]),
        (12, [(0, 100), (1, 100)], [0, 12]),
        (0, [(1, 100)], [0]),
        (12, [(1, 0), (1, 100)], [0, 12]),
        (12, [], []),
    ],
)
def test_share_out(spare: float, wants: list[tuple[float, float]], given_out: list[float]) -> None:
    assert share_out(spare, wants) == pytest.approx(given_out)


@given(AMOUNTS, st.lists(st.tuples(st.integers(0, 3), AMOUNTS), max_size=6))
def test_nobody_gets_more_than_it_takes_and_nothing_is_left_over(
    spare: float, wants: list[tuple[int, float]]
) -> None:
    given_out = share_out(spare, wants)
    takers = [most for share, most in wants if share]
    assert all(0 <= own <= most + 1e-3 for own, (_, most) in zip(given_out, wants, strict=True))
    assert sum(given_out) == pytest.approx(min(spare, sum(takers)), abs=2e-3)


# Stack -----------------------------------------------------------------------------------------------


def test_stack_goes_down() -> None:
    assert tops("stack: [{text: a}, {space: 2}, {text: b}]") == {"a": 0, "b": 7}
    assert tops("{stack: [{text: a}, {text: b}, {text: c}], gap: 3}") == {"a": 0, "b": 8, "c": 16}


@pytest.mark.parametrize(("valign", "top"), [("top", 0), ("middle", 7.5), ("bottom", 15)])
def test_stack_stands_in_its_height(valign: str, top: float) -> None:
    assert tops(f"{{stack: [{{text: a}}], valign: {valign}}}", height=20) == {"a": top}


def test_spaces_that_fill_push() -> None:
    assert tops("stack: [{text: a}, {space: fill}, {text: b}]", height=30) == {"a": 0, "b": 25}
    text = "stack: [{space: fill}, {text: a}, {space: fill 2}, {text: b}]"
    assert tops(text, height=40) == {"a": 10, "b": 35}


def test_box_that_fills_stops_at_its_most() -> None:
    text = "stack: [{stack: [{text: a}], height: fill, max_height: 8}, {text: b}]"
    assert tops(text, height=30) == {"a": 0, "b": 8}
    text = "stack: [{stack: [{text: a}, {space: fill}, {text: z}], height: fill, max_height: 12}, {text: b}]"
    assert tops(text, height=30) == {"a": 0, "z": 7, "b": 12}


def test_stack_takes_no_more_than_what_fills_in_it() -> None:
    inner = "{stack: [{text: a}, {stack: [{text: c}], height: fill, max_height: 9}], height: fill}"
    text = f"stack: [{inner}, {{stack: [{{text: z}}], height: fill}}]"
    assert tops(text, height=60) == {"a": 0, "c": 5, "z": 14}


def test_fixed_and_least_heights() -> None:
    assert tops("stack: [{stack: [{text: a}], height: 12}, {text: b}]") == {"a": 0, "b": 12}
    assert tops("stack: [{stack: [{text: a}], min_height: 9}, {text: b}]") == {"a": 0, "b": 9}
    assert tops("stack: [{stack: [{text: a}], min_height: 2}, {text: b}]") == {"a": 0, "b": 5}
    assert tops("stack: [{stack: [{text: a}], height: 1 cm}, {text: b}]") == {"a": 0, "b": 10}


def refusal(
    text: str, content: object = None, height: float = 100, width: float = 100
) -> tuple[str, float, float]:
    """The field, and what it needs and has."""
    with pytest.raises(DoesNotFitError) as caught:
        laid(text, content, width, height)
    return caught.value.field, caught.value.needed_mm, caught.value.available_mm


def test_content_higher_than_its_height_is_refused_by_its_longest_field() -> None:
    inner = "{text: '{short}'}, {text: '{t.x} {long} '}"
    content = {"short": "x", "long": "aa bb cc", "t": {"x": ""}}
    assert refusal(f"stack: [{{stack: [{inner}], height: 12}}]", content, width=4) == ("long", 15, 7)
    assert refusal(f"stack: [{{rule: rule}}, {{space: 90}}, {inner}]", content, 100, 4)[0] == "long"
    row = "{row: [{text: '{short}', width: 50}, {text: '{long}', width: 4}]}"
    assert refusal(f"stack: [{row}]", content, 10) == ("long", 15, 10)
    panel = "{panel: {stack: [{list: many}]}, surface: rest, padding: [1, 1]}"
    assert refusal(f"stack: [{panel}]", {"many": ("a", "b")}, 8) == ("many", 10, 6)


def test_refusal_says_what_the_field_belongs_to() -> None:
    day = "{stack: [{stack: [{text: '{text}', each: lines}], each: runs}], each: days}"
    content = {
        "days": (
            SimpleNamespace(name="Mon", runs=()),
            SimpleNamespace(
                name="Tue", runs=(SimpleNamespace(title="Tempo", lines=("aa bb", "aa bb cc dd")),)
            ),
        )
    }
    assert refusal(f"stack: [{day}]", content, 12, 4) == ("Tue, Tempo, lines", 20, 2)


# Row -------------------------------------------------------------------------------------------------


def test_row_goes_right() -> None:
    assert lefts("row: [{text: ab}, {space: 3}, {text: cd}]") == {"ab": 0, "cd": 7}
    assert lefts("{row: [{text: ab}, {text: cd}], gap: 1.5}") == {"ab": 0, "cd": 5.5}


def test_widths_that_fill_share_what_is_left() -> None:
    text = "row: [{text: ab, width: 20}, {text: cd, width: fill}, {text: ef, width: fill 3}]"
    assert lefts(text) == {"ab": 0, "cd": 20, "ef": 40}
    assert lefts("row: [{text: a}, {space: fill}, {text: b}]") == {"a": 0, "b": 98}


@pytest.mark.parametrize(("align", "left"), [("left", 0), ("center", 48), ("right", 96)])
def test_row_stands_in_its_width(align: str, left: float) -> None:
    assert lefts(f"{{row: [{{text: ab}}], align: {align}}}") == {"ab": left}


@pytest.mark.parametrize(("cells", "top"), [("top", 0), ("middle", 5), ("bottom", 10)])
def test_cells_stand_in_the_rows_height(cells: str, top: float) -> None:
    row = f"{{row: [{{text: a}}, {{stack: [{{text: b}}], height: 15}}], cells: {cells}}}"
    assert tops(f"stack: [{row}]")["a"] == top


def test_baselines_meet() -> None:
    frame = laid("{row: [{text: ab}, {text: cd, style: small}], cells: baseline}")
    assert {y for _, _, y in words(frame)} == {RISE}


def test_what_yields_goes_when_the_row_is_narrow_the_last_first() -> None:
    text = "row: [{text: aaaa}, {text: bbbb, yields: true}, {text: cccc, yields: true}]"
    assert list(lefts(text, width=24)) == ["aaaa", "bbbb", "cccc"]
    assert list(lefts(text, width=23)) == ["aaaa", "bbbb"]
    assert list(lefts(text, width=9)) == ["aaaa"]


def test_narrow_row_squeezes_what_has_no_fixed_width() -> None:
    text = "row: [{text: 'aa aa', lines: 2}, {text: bb, width: 4}, {text: 'cc cc', lines: 2}]"
    frame = laid(text, width=16)
    assert [said for said, _, _ in words(frame)] == ["aa", "aa", "bb", "cc", "cc"]
    assert not outside(frame, Rect(0, 0, 16, 10), Monospace())


def test_row_without_room_is_refused() -> None:
    assert refusal("row: [{text: a, width: 50}, {text: '{b}', width: 60}]", {"b": "x"}) == ("b", 110, 100)


def test_kept_width_lines_columns_up() -> None:
    text = "row: [{text: '{a}', width: 20, keep: true}, {text: b}]"
    assert lefts(text, {"a": ""}) == {"b": 20}
    assert lefts(text.replace(", keep: true", ""), {"a": ""}) == {"b": 0}
    each = "row: [{stack: [{text: '{text}'}], each: many, width: 20, keep: true}, {text: z}]"
    assert lefts(each, {"many": ()}) == {"z": 20}
    assert lefts(each, {"many": ("x", "y")}) == {"x": 0, "y": 20, "z": 40}


@given(st.lists(st.text("abcd", min_size=1, max_size=8), min_size=1, max_size=6), st.integers(4, 90))
def test_boxes_of_a_row_never_overlap(texts: list[str], width: float) -> None:
    boxes = ", ".join(
        f"{{text: '{text}', lines: 2{', yields: true' * (n % 2)}}}" for n, text in enumerate(texts)
    )
    try:
        frame = laid(f"{{row: [{boxes}], gap: 1}}", width=width)
    except DoesNotFitError:
        return
    places = [extent(placed, MONO) for placed in frame.walk() if isinstance(placed.item, Text)]
    assert all(not one.overlaps(other) for i, one in enumerate(places) for other in places[:i])
    assert not outside(frame, Rect(0, 0, width, 100), Monospace())


# Flow ------------------------------------------------------------------------------------------------


def test_flow_goes_on_in_the_next_line() -> None:
    text = "{flow: [{text: aaa}, {text: bbb}, {text: ccc}], gap: 1, line_gap: 2}"
    assert [(said, x, y - RISE) for said, x, y in words(laid(text, width=14))] == [
        ("aaa", 0, 0),
        ("bbb", 7, 0),
        ("ccc", 0, LEADING + 2),
    ]


@given(st.integers(1, 30), st.integers(5, 60))
def test_flow_keeps_everything_inside_without_overlaps(count: int, width: float) -> None:
    members = tuple(f"{n:02}" for n in range(count))
    frame = laid("flow: [{text: '{text}', each: all}]", {"all": members}, width=width, height=500)
    assert [said for said, _, _ in words(frame)] == list(members)
    places = [extent(placed, MONO) for placed in frame.walk() if isinstance(placed.item, Text)]
    assert all(not one.overlaps(other) for i, one in enumerate(places) for other in places[:i])
    assert not outside(frame, Rect(0, 0, width, 500), Monospace())


@pytest.mark.parametrize(
    ("down", "places"),
    [
        ("false", {"a": (0, 0), "b": (16, 0), "c": (0, LEADING + 2)}),
        ("true", {"a": (0, 0), "b": (0, LEADING + 2), "c": (16, 0)}),
    ],
)
def test_flow_in_columns(down: str, places: dict[str, tuple[float, float]]) -> None:
    text = f"{{flow: [{{text: '{{text}}', each: all}}], columns: 2, down: {down}, gap: 2, line_gap: 2}}"
    frame = laid(text, {"all": ("a", "b", "c")}, width=30)
    assert {said: (x, y - RISE) for said, x, y in words(frame)} == places


# Layers ----------------------------------------------------------------------------------------------


def test_layers_share_a_place_and_are_as_high_as_the_highest() -> None:
    text = "stack: [{layers: [{stack: [{text: a}, {text: b}]}, {row: [{space: 10}, {text: c}]}]}, {text: z}]"
    assert words(laid(text, width=30)) == [
        ("a", 0, RISE),
        ("b", 0, RISE + LEADING),
        ("c", 10, RISE),
        ("z", 0, RISE + 2 * LEADING),
    ]


# Panel -----------------------------------------------------------------------------------------------


def test_panel_pads_and_paints() -> None:
    frame = laid("stack: [{panel: {text: abc}, surface: rest, padding: [2, 1]}, {text: z}]", width=30)
    assert words(frame) == [("abc", 2, RISE + 1), ("z", 0, RISE + 7)]
    assert shapes(frame) == [Rect(0, 0, 30, 7)]


def test_panel_without_content_is_not_there() -> None:
    assert not laid("stack: [{panel: {text: '{a}'}, surface: rest}]", {"a": ""}).items


# Presence --------------------------------------------------------------------------------------------


def test_if_and_unless() -> None:
    text = "stack: [{text: there, if: a}, {text: absent, unless: a}]"
    assert list(tops(text, {"a": "x"})) == ["there"]
    assert list(tops(text, {"a": ()})) == ["absent"]


def test_container_without_content_takes_no_room() -> None:
    text = "stack: [{stack: [{rule: rule}, {space: 4}, {text: '{a}'}]}, {text: z}]"
    assert tops(text, {"a": ""}) == {"z": 0}
    assert not shapes(laid(text, {"a": ""}))
    assert tops("stack: [{stack: [{space: 4}]}, {text: z}]") == {"z": 4}, "room alone is meant"


def test_each_repeats_for_the_members_of_a_list() -> None:
    text = "{stack: [{text: '{name}', each: rows}], gap: 1}"
    assert tops(text, {"rows": ({"name": "a"}, {"name": ""}, {"name": "c"})}) == {"a": 0, "c": 6}


def test_nested_lists_see_outwards() -> None:
    text = "stack: [{row: [{text: '{week}{text}', each: days}], each: weeks}]"
    weeks = ({"week": "1", "days": ("m", "t")}, {"week": "2", "days": ("w",)})
    assert [said for said, _, _ in words(laid(text, {"weeks": weeks}))] == ["1m", "1t", "2w"]


def test_containers_with_a_role_hold_their_elements() -> None:
    text = "{stack: [{text: a, role: H2}, {row: [{text: b}, {text: c}]}], role: Sect}"
    assert roles(laid(text).items) == [["Sect", ["H2", "a"], ["P", "b"], ["P", "c"]]]
    text = "{row: [{text: a}, {text: b}], role: P}"
    assert roles(laid(text).items) == [["P", "a", "b"]], "one paragraph, not two in it"


@pytest.mark.parametrize("lacking", [0.4, 0.05, 0.001])
def test_no_box_is_drawn_in_less_than_it_needs(lacking: float) -> None:
    """Not even by what the eye would overlook: there is no box around it here that would see it first."""
    _, needed, available = refusal("text: '{x}'", {"x": "a"}, height=LEADING - lacking)
    assert needed - available == pytest.approx(lacking)
    assert tops("text: '{x}'", {"x": "a"}, height=LEADING) == {"a": 0}
