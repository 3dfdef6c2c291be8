"""Lists: items with their markers, gaps and columns, their short forms, and how many of them are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardmaker import assets
from cardmaker.geometry import Rect
from cardmaker.handout import CardCue, CardMistake
from cardmaker.pipeline import Order
from tests.kit import make
from tests.layout.layout_kit import LEADING, RISE, laid, outside, roles, shapes, words
from tests.text.monospace import Monospace

CUES = {"cues": (CardCue("Feet apart", "Feet"), CardCue("Chest up", "Chest"), CardCue("Knees out", "Knees"))}

PLAN = assets.templates("plans") / "runners-week.yaml"


def said(text: str, content: object = None, **more: object) -> list[str]:
    """The lines of a list."""
    return [one for one, _, _ in words(laid(text, content or CUES, **more))]  # type: ignore[arg-type]


def test_items_stand_one_under_the_other() -> None:
    frame = laid("{list: cues, indent: 6, gap: 2}", CUES)
    assert words(frame) == [
        ("Feet apart", 6, RISE),
        ("Chest up", 6, RISE + 7),
        ("Knees out", 6, RISE + 14),
    ]


def test_braces_about_the_list_make_no_difference() -> None:
    assert said("{list: '{cues}'}") == said("{list: cues}")


def test_items_wrap_inside_their_indent() -> None:
    frame = laid("{list: cues, indent: 6}", CUES, width=16)
    assert {x for _, x, _ in words(frame)} == {6}
    assert not outside(frame, Rect(0, 0, 16, 30), Monospace())


def test_numbers_in_rings() -> None:
    frame = laid("{list: cues, marker: number, indent: 8}", CUES)
    assert [one for one, x, _ in words(frame) if x < 8] == ["1", "2", "3"]
    rings = shapes(frame)
    assert len(rings) == 3
    for ring, (_, x, y) in zip(rings, [one for one in words(frame) if one[1] < 8], strict=True):
        assert ring.x < x
        assert ring.contains(Rect(x, y - 2.18, 1.56, 2.18), 0.01), "the digit stands inside its ring"
    assert roles(frame.items)[0][1] == ["LI", ["Artifact"], ["Lbl", "1"], ["LBody", "Feet apart"]]


def test_only_items_that_are_marked_have_a_marker() -> None:
    items = {
        "all": (
            {"text": "Run", "tick": True},
            {"text": "Note", "tick": False},
            {"text": "Lift", "tick": True},
        )
    }
    boxes = shapes(laid("{list: all, marker: box, marked: tick, indent: 5}", items))
    assert [0 < box.x < box.right < 5 for box in boxes] == [True, True]
    assert boxes[1].y - boxes[0].y == pytest.approx(2 * LEADING)


@pytest.mark.parametrize("marker", ["box", "cross", "dash"])
def test_drawn_markers_are_artifacts(marker: str) -> None:
    frame = laid(f"{{list: cues, marker: {marker}, indent: 5}}", CUES)
    assert len(shapes(frame)) == 3
    assert all(shape.right <= 5 for shape in shapes(frame))
    assert roles(frame.items)[0][1] == ["LI", ["Artifact"], ["LBody", "Feet apart"]]


def test_list_is_tagged() -> None:
    assert roles(laid("list: cues", CUES).items) == [
        ["L", ["LI", ["LBody", "Feet apart"]], ["LI", ["LBody", "Chest up"]], ["LI", ["LBody", "Knees out"]]]
    ]


def test_item_template_with_optional_piece() -> None:
    box = "{list: faults, item: ['{wrong}', {text: ' – {instead}', colour: ink2, optional: true}]}"
    faults = {"faults": (CardMistake("Heels lift", "go less deep"), CardMistake("Back rounds", ""))}
    assert said(box, faults) == ["Heels lift", " – go less deep", "Back rounds"]


def test_empty_items_and_lists_are_left_out() -> None:
    assert said(
        "{list: faults, item: '{wrong}'}", {"faults": (CardMistake("", "x"), CardMistake("A", "y"))}
    ) == ["A"]
    assert not laid("stack: [{list: none}]", {"none": ()}).items


# The ladder ------------------------------------------------------------------------------------------


def test_short_forms_come_when_room_is_short() -> None:
    assert said("{list: cues, id: cues}", ladder="[{short: [cues]}]", height=15) == [
        *("Feet apart", "Chest up", "Knees out"),
    ]
    assert said("{list: cues, id: cues}", ladder="[{short: [cues]}]", height=15, width=12) == [
        *("Feet", "Chest", "Knees"),
    ]


def test_only_so_many_items_are_kept() -> None:
    assert said("{list: cues, id: cues}", ladder="[{limit: {cues: 2}}]", height=12) == [
        "Feet apart",
        "Chest up",
    ]


# Columns and spreading -------------------------------------------------------------------------------


def test_columns_are_filled_one_after_the_other() -> None:
    tips = {"tips": tuple("abcde")}
    frame = laid("{list: tips, column_width: 20}", tips, width=72)
    assert [(one, x, y - RISE) for one, x, y in words(frame)] == [
        ("a", 0, 0),
        ("b", 0, LEADING),
        ("c", 26, 0),
        ("d", 26, LEADING),
        ("e", 52, 0),
    ]


def test_no_more_columns_than_items() -> None:
    frame = laid("{list: tips, column_width: 20}", {"tips": ("abc def ghi jkl mno pqr", "z")}, width=100)
    assert [x for _, x, _ in words(frame)] == [0, 53], "two items share the width in two columns"


def test_spare_room_goes_between_items_up_to_the_spread() -> None:
    frame = laid("{list: cues, gap: 1, spread: 2, height: fill}", CUES, height=60)
    assert [y - RISE for _, _, y in words(frame)] == [0, 8, 16]
    frame = laid("{list: cues, gap: 1, spread: 2, height: fill}", CUES, height=19)
    assert [y - RISE for _, _, y in words(frame)] == [0, 7, 14]


@given(
    st.lists(st.text("abc ", min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=9),
    st.integers(12, 90),
    st.sampled_from([0, 12, 30]),
)
def test_every_word_of_a_list_is_there_once(items: list[str], width: float, column: float) -> None:
    box = f"{{list: all, marker: dash, indent: 3, column_width: {column}}}"
    frame = laid(box, {"all": tuple(items)}, width=width, height=2000)
    kept = (
        "".join(one for one, _, _ in words(frame)).replace(" ", "").replace("-", "")
    )  # of a word that is broken
    assert kept == "".join(items).replace(" ", "")
    assert not outside(frame, Rect(0, 0, width, 2000), Monospace())


@pytest.mark.parametrize(("most", "kept"), [(1, ["Feet apart"]), (2, ["Feet apart", "Knees out"])])
def test_a_list_that_ends_keeps_its_last_item_next_to_others(most: int, kept: list[str]) -> None:
    ladder = f"[{{limit: {{cues: {most}}}}}]"
    assert said("{list: cues, id: cues, ends: true}", ladder=ladder, height=LEADING * most + 1) == kept
    assert said("{list: cues, ends: true}") == ["Feet apart", "Chest up", "Knees out"], (
        "all that there is room for"
    )
    assert said("{list: cues, id: cues, most: 2, ends: true}") == ["Feet apart", "Knees out"]
    assert said("{list: cues, id: cues, most: 2}", ladder="[{limit: {cues: 1}}]", height=LEADING + 1) == [
        "Feet apart"
    ]


def test_tents_say_the_way_back_and_have_sets_at_the_head_of_their_block_and_the_load_at_its_foot() -> None:
    order = Order(stock="avery-5305", parts=("cards",), exercises=("squat", "cat-cow", "monster-walk"))
    fronts = [side.frame for side in make(PLAN, order).parts[0].sides if "back" not in side.name]
    assert "Push the floor away" in fronts[0].text
    bases = set()
    for front in fronts:
        [block] = [shape for shape in shapes(front) if abs(shape.width - 60) < 0.1 and shape.height > 20]
        inside = [(y, said) for said, x, y in words(front) if x < block.right and y > block.y]
        bases.add(min(inside)[0])
        if "rest" in front.text:
            assert block.bottom - 4 < max(inside)[0] < block.bottom
    assert len(bases) == 1, "on one line on all cards"
