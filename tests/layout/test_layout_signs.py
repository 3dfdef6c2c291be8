"""Rules, marks, chips and index tabs."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardmaker.errors import DoesNotFitError
from cardmaker.frame import Path
from cardmaker.geometry import Rect
from cardmaker.theme.theme import EFFORTS
from tests.layout.layout_kit import MONO, laid, outside, roles, shapes, theme, words

MARKS = ["disc", "ring", "cross", "up", "down", "stop", "box", "weights"]
TAB = "stack: [{tab: '{tab}', slot: '{slot}', slots: '{slots}', style: text, height: 4, slot_width: %s}]"


def paths(text: str, content: object = None, **more: Any) -> list[Path]:
    """All paths of a frame."""
    return [placed.item for placed in laid(text, content, **more).walk() if isinstance(placed.item, Path)]


def test_rule_runs_the_whole_width() -> None:
    frame = laid("stack: [{space: 3}, {rule: rule, stroke: hair}]", width=40)
    [line] = shapes(frame)
    assert (line.x, line.width) == (0, 40)
    assert line.y == pytest.approx(3 + theme().strokes["hair"] / 2)
    [path] = paths("stack: [{rule: primary, stroke: index}]")
    assert (path.stroke, path.width) == ("#0F4C5C", 0.25)


@pytest.mark.parametrize("mark", MARKS)
def test_mark_has_its_size_and_stays_in_it(mark: str) -> None:
    frame = laid(f"row: [{{mark: {mark}, size: 4}}, {{text: z}}]", width=20)
    assert shapes(frame)
    assert not outside(frame, Rect(0, 0, 20, 5), MONO)
    [(_, x, _)] = words(frame)
    assert x == pytest.approx(4 * (0.84 if mark == "weights" else 1))
    assert all(shape.right <= x + 0.05 and shape.bottom <= 4.55 for shape in shapes(frame))


@pytest.mark.parametrize("mark", MARKS)
def test_mark_takes_its_colour(mark: str) -> None:
    inks = {
        ink for path in paths(f"{{mark: {mark}, colour: signal}}") for ink in (path.fill, path.stroke) if ink
    }
    assert "#C4281A" in inks
    assert inks <= {"#C4281A", "#FFFFFF"}


def test_mark_is_there_only_with_its_value() -> None:
    text = "row: [{mark: weights, size: 3, value: '{strength}'}, {text: z}]"
    assert shapes(laid(text, {"strength": True}))
    assert not shapes(laid(text, {"strength": False}))


@pytest.mark.parametrize("effort", EFFORTS)
def test_swatch_shows_how_hard(effort: str) -> None:
    [path] = paths(f"row: [{{mark: swatch, value: {effort}, size: 3, width: 6}}]")
    assert path.fill == theme().colours[effort]


@pytest.mark.parametrize(
    ("joined", "top", "foot"), [("first", 0.6, 20), ("middle", 0, 20), ("last", 0, 19.4)]
)
def test_bracket_opens_and_closes(joined: str, top: float, foot: float) -> None:
    text = "row: [{mark: bracket, value: '{joined}', size: 1.5, height: fill}]"
    [line] = shapes(laid(text, {"joined": joined}, height=20))
    assert (line.y, line.bottom) == pytest.approx((top, foot))
    assert line.right <= 1.5
    assert not laid(text, {"joined": ""}).items


# Chip ------------------------------------------------------------------------------------------------


def test_chip_is_a_plate_with_its_number_in_the_middle() -> None:
    frame = laid("row: [{chip: '07', style: small, width: 9, height: 11}]")
    assert shapes(frame) == [Rect(0, 0, 9, 11)]
    [(said, x, y)] = words(frame)
    assert (said, x) == ("07", 3.5)
    assert y == pytest.approx((11 + 0.7 * 2) / 2)


def test_chip_with_a_note_stays_on_its_plate() -> None:
    frame = laid("row: [{chip: '07', note: of 24, style: small, note_style: small, width: 9, height: 11}]")
    (number, _, upper), (note, _, lower) = words(frame)
    assert (number, note) == ("07", "of 24")
    assert upper < lower
    assert not outside(frame, Rect(0, 0, 9, 11), MONO)
    assert roles(frame.items) == [["P", "07", "of 24"]]


def test_chip_shrinks_its_number_or_is_refused() -> None:
    assert words(laid("row: [{chip: '107', style: text, width: 6, height: 6}]"))
    with pytest.raises(DoesNotFitError):
        laid("row: [{chip: '1000000', style: text, width: 6, height: 6}]")


def test_chip_without_a_number_is_not_there() -> None:
    assert not laid("row: [{chip: '{n}', style: small}]", {"n": ""}).items


# Tab -------------------------------------------------------------------------------------------------


def plate(tab: str, slot: int, slots: int, slot_width: float = 20, width: float = 100) -> Rect:
    """Where a tab stands."""
    frame = laid(TAB % slot_width, {"tab": tab, "slot": slot, "slots": slots}, width=width)
    return next(shape for shape in shapes(frame) if shape.height)


def test_tab_stands_on_a_rule_at_its_place() -> None:
    places = [plate("Legs", slot, 5) for slot in range(5)]
    assert [place.x for place in places] == [0, 20, 40, 60, 80]
    assert {place.size for place in places} == {(20, 4)}
    rule = next(
        shape for shape in shapes(laid(TAB % 20, {"tab": "Legs", "slot": 0, "slots": 5})) if not shape.height
    )
    assert (rule.x, rule.width) == (0, 100)
    assert 3.5 < rule.y < 4


def test_tab_of_many_places_grows_narrower_but_keeps_its_words() -> None:
    assert plate("Wk", 30, 52, slot_width=20).width == pytest.approx(2 * 2 + 2.4)
    assert plate("Week 31 of 52", 51, 52, slot_width=34).right == pytest.approx(100)


@given(st.integers(1, 60), st.data(), st.text("abcdef", min_size=1, max_size=30), st.integers(40, 280))
def test_tab_never_leaves_its_rule(slots: int, data: st.DataObject, tab: str, width: float) -> None:
    slot = data.draw(st.integers(0, slots - 1))
    try:
        frame = laid(TAB % 34, {"tab": tab, "slot": slot, "slots": slots}, width=width)
    except DoesNotFitError:
        assert len(tab) > (width - 1) / 2 / 2
        return
    places = shapes(frame)
    assert all(place.x >= -1e-3 and place.right <= width + 1e-3 for place in places)
    [(_, x, _)] = words(frame)
    own = next(place for place in places if place.height)
    assert own.x <= x
    assert x <= own.right


def test_other_places_are_numbered_where_they_are_free() -> None:
    text = TAB.replace("style: text", "style: tab, others: true") % 10
    frame = laid(text, {"tab": "Wk 3", "slot": 2, "slots": 8})
    assert [(said, x + len(said)) for said, x, _ in words(frame)] == [
        *((number, 10 * int(number) - 5) for number in ("1", "2", "4", "5", "6", "7", "8")),
        ("Wk 3", 25),
    ]
    long = laid(text, {"tab": "Week 3 of 8", "slot": 2, "slots": 8})
    assert [said for said, _, _ in words(long)] == ["1", "5", "6", "7", "8", "Week 3 of 8"]
    assert roles(long.items) == [["Artifact", "1", "5", "6", "7", "8"], ["P", "Week 3 of 8"]]
