"""The prescription strip: its leading cell, what is next to it, and what goes when it is narrow."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.errors import DoesNotFitError
from cardmaker.frame import Frame, Text
from cardmaker.geometry import Rect
from cardmaker.layout.cards import Studio, lay_out_card
from cardmaker.layout.deckgrid import deck_grids
from cardmaker.theme.stock import load_stock
from cardmaker.wording.wording import load_wording
from tests.layout.layout_kit import (
    MONO,
    PT,
    book,
    deck,
    face_named,
    laid,
    outside,
    roles,
    shapes,
    theme,
    theme_named,
    words,
)

STRIP = """
stack:
  - strip:
      - {value: "{sets}", label: "{sets_label}"}
      - {value: "{load}", label: "{t.load}"}
      - {value: "{effort}", label: "{t.effort}", yields: true}
      - {value: "{rest}", label: "{t.rest}"}
      - {value: "{tempo}", label: "{t.tempo}", yields: true}
    lead_width: 30
    lead_style: text
    style: text
    label_style: small
    height: 14
"""
LABELS = {"load": "Load", "effort": "Effort", "rest": "Rest", "tempo": "Tempo"}
FULL = {
    "sets": "3 × 10",
    "sets_label": "reps",
    "load": "20 kg",
    "effort": "RPE 7",
    "rest": "90 s",
    "tempo": "3-1-1-0",
}
NOTHING = dict.fromkeys(FULL, "")


def strip(width: float = 100, **content: str) -> Frame:
    """A strip of that content."""
    return laid(STRIP, {**NOTHING, **content}, width=width, height=14, labels=LABELS)


def said(frame: Frame) -> list[str]:
    """Its cells: value and label."""
    return [" ".join(one[1:]) for one in roles(frame.items)]


def test_all_cells_in_order() -> None:
    assert said(strip(160, **FULL)) == [
        "3 × 10 reps",
        "20 kg Load",
        "RPE 7 Effort",
        "90 s Rest",
        "3-1-1-0 Tempo",
    ]


def test_cells_without_a_value_take_no_room() -> None:
    assert said(strip(sets="3 × 10", sets_label="reps", rest="90 s")) == ["3 × 10 reps", "90 s Rest"]
    assert not strip().items


def test_leading_cell_is_a_plate_of_its_width() -> None:
    frame = strip(sets="3 × 10", sets_label="reps", load="20 kg")
    plate = next(shape for shape in shapes(frame) if shape.height)
    assert plate == Rect(0, 0, 30, 14)
    inks = {p.item.content: p.item.fill for p in frame.walk() if isinstance(p.item, Text)}
    paper, ink = theme().colours["paper"], theme().colours["ink"]
    assert (inks["3 × 10"], inks["20 kg"]) == (paper, ink)


def test_values_and_labels_share_their_baselines() -> None:
    frame = strip(160, **FULL)
    values = [y for text, _, y in words(frame) if text in FULL.values() and text != "reps"]
    labels = [y for text, _, y in words(frame) if text in LABELS.values()]
    assert len(set(values)) == 1
    assert len(set(labels)) == 1
    assert 0 < values[0] < labels[0] < 14


@pytest.mark.parametrize(
    ("width", "kept"),
    [
        (160, ["Load", "Effort", "Rest", "Tempo"]),
        (62, ["Load", "Effort", "Rest", "Tempo"]),
        (58, ["Load", "Effort", "Rest"]),
        (50, ["Load", "Rest"]),
    ],
)
def test_tempo_goes_first_then_effort(width: float, kept: list[str]) -> None:
    assert [cell.rsplit(" ", 1)[1] for cell in said(strip(width, **FULL))[1:]] == kept


def test_values_shrink_together_before_a_cell_goes() -> None:
    frame = strip(75, **FULL)
    assert len(said(frame)) == 5
    values = {
        p.item.size_pt
        for p in frame.walk()
        if isinstance(p.item, Text) and p.item.content in ("20 kg", "90 s")
    }
    assert len(values) == 1
    assert values.pop() < next(p.item.size_pt for p in frame.walk() if isinstance(p.item, Text))


@pytest.mark.parametrize(
    ("sets", "factor", "wider"),
    [
        ("3 × 10", 1.0, False),
        ("10 × 30–45 s", 1.0, False),
        ("10 × 30–45 min", 0.9, False),
        ("10 × 100–120 yd", 0.9, False),
        ("10 × 1000–1200 yd", 0.8, False),
        ("10 × 10000–12000 yd", 0.7, False),
        ("1000 × 10000–12000 yd", 0.7, True),
    ],
)
def test_long_sets_get_smaller_then_the_plate_wider(sets: str, factor: float, wider: bool) -> None:
    frame = strip(sets=sets, sets_label="each side", rest="90 s")
    plate = next(shape for shape in shapes(frame) if shape.height)
    text = next(p for p in frame.walk() if isinstance(p.item, Text))
    assert isinstance(text.item, Text)
    assert text.item.content == sets
    assert plate.x < text.x
    assert text.x + text.item.width < plate.right
    assert text.item.size_pt == pytest.approx(PT * factor)
    assert (plate.width > 30) is wider


def test_sets_that_fit_no_plate_are_refused() -> None:
    with pytest.raises(DoesNotFitError) as caught:
        strip(sets="3 × " + "1" * 60, sets_label="reps")
    assert caught.value.field == "sets"


def test_load_that_fits_nowhere_is_refused() -> None:
    with pytest.raises(DoesNotFitError) as caught:
        strip(sets="3 × 8", sets_label="reps", load="x" * 80)
    assert caught.value.field == "load and rest"
    assert caught.value.needed_mm > caught.value.available_mm


@given(
    st.integers(60, 200),
    st.fixed_dictionaries(
        {key: st.text("0123456789 –×kgs", max_size=12) for key in ("load", "effort", "rest", "tempo")}
    ),
)
@settings(deadline=None)
def test_strip_stays_in_its_box_and_cells_apart(width: float, values: dict[str, str]) -> None:
    content = {**values, "sets": "3 × 8", "sets_label": "each side"}
    try:
        frame = strip(width, **content)
    except DoesNotFitError:
        return
    assert not outside(frame, Rect(0, 0, width, 14), MONO, 0.26)
    lefts = sorted((x, text) for text, x, y in words(frame) if y < 10)
    for (x, text), (after, _) in pairwise(lefts):
        assert x + 0.5 * len(text.strip()) < after


# In a deck -------------------------------------------------------------------------------------------


def fronts_of(*sets: str, face: str = "pocket") -> list[Frame]:
    """The fronts of a deck with these sets."""
    small = {"small": "poker", "wallet": "business-eu", "mini": "mini"}
    stock = {"pocket": "a7", "words": "a7", "grand": "a5", **small}[face]
    cards = [one for each in sets for one in deck(["squat"], each).exercises]
    own, size = face_named(face), load_stock(stock).size
    studio = Studio(theme_named("classic"), book(), load_wording("en").labels)
    grids, _ = deck_grids(studio, own, cards, size)
    return [lay_out_card(studio, own, card, size, grids=grids).front for card in cards]


def strips_of(*sets: str) -> list[dict[str, float]]:
    """The type of each card's text, in a deck with these sets, by what it says."""
    return [
        {
            p.item.content.replace("\u00a0", " "): p.item.size_pt
            for p in front.walk()
            if isinstance(p.item, Text)
        }
        for front in fronts_of(*sets)
    ]


LONG = "2x20-30 s/side, 20 kg, RPE 7, rest 90 s"


def test_sets_of_a_deck_are_of_one_size_and_the_longest_decide() -> None:
    alone, longest = strips_of("3x8, 40 kg")[0]["3 × 8"], strips_of(LONG)[0]["2 × 20–30"]
    short, long = strips_of("3x8, 40 kg", LONG)
    assert short["3 × 8"] == long["2 × 20–30"] == longest < alone


def test_sets_too_long_for_a_deck_are_smaller_on_their_own() -> None:
    short, long = strips_of("3x8", "10x100-120 m/side, 2x12.5 kg, RPE 7-8, rest 90 s")
    assert long["10 × 100–120"] < short["3 × 8"]
    assert short["3 × 8"] >= 0.7 * strips_of("3x8")[0]["3 × 8"]


def test_unit_is_smaller_than_its_number_and_the_side_follows_it() -> None:
    [found] = strips_of("3x40 s/side")
    assert found[" / side"] < found[" s"] < found["3 × 40"]


@pytest.mark.parametrize("face", ["pocket", "small"])
def test_side_of_a_hold_is_on_the_line_of_its_number(face: str) -> None:
    front = front_of("2x30 s/side, RPE 7, rest 45 s", face=face)
    lines = {text.replace("\u00a0", " ").strip(): y for text, _, y in words(front)}
    assert lines["2 × 30"] == lines["s"] == lines["/ side"]


@pytest.mark.parametrize("face", ["wallet", "mini"])
@pytest.mark.parametrize(
    ("sets", "lead", "below"),
    [
        ("2x20-30 s/side, 20 kg, RPE 7, rest 90 s", "2 × 20–30 s / side", "20 kg · RPE 7 · rest 90 s"),
        ("2x10/way, light band", "2 × 10 / way", "light band"),
        ("3x8 @ 70%, tempo 3-1-1", "3 × 8", "70 % · tempo 3-1-1"),
        ("3x max, rest 60 s", "3 × max", "rest 60 s"),
        ("3x8", "3 × 8", ""),
    ],
)
def test_narrow_cards_have_sets_over_their_width_and_the_rest_below(
    face: str, sets: str, lead: str, below: str
) -> None:
    front = front_of(sets, face=face)
    area = plate(front)
    lines: dict[float, str] = {}
    for text, x, y in sorted(words(front), key=lambda one: one[1]):
        if area.y < y < area.bottom:
            assert x > area.x
            lines[round(y, 2)] = lines.get(round(y, 2), "") + text.replace("\u00a0", " ")
    said = [lines[y] for y in sorted(lines)]
    assert said == [lead, *[below] * bool(below)]
    assert area.width > 35


def front_of(*sets: str, face: str = "pocket") -> Frame:
    """The front of the first card, in a deck with these sets."""
    return fronts_of(*sets, face=face)[0]


def places(front: Frame) -> list[str]:
    """The labels of the places that a strip has, from the left."""
    known = "Load", "RPE", "Rest", "How often"
    return [text for _, text in sorted((x, text) for text, x, _ in words(front) if text in known)]


def test_places_are_there_if_a_card_of_the_deck_has_something_for_them() -> None:
    assert places(front_of("3x8, rest 90 s")) == ["Rest"]
    assert places(front_of("3x8, rest 90 s", "3x5, 40 kg")) == ["Load", "Rest"]
    assert places(front_of("3x8", "3x5, 40 kg @ RPE 7")) == ["Load", "RPE"]
    assert places(front_of("3x8")) == []


def test_how_often_has_a_place_on_handouts() -> None:
    often = front_of("2x10, twice a day", face="grand")
    assert places(often) == ["How often"]
    assert often.text.replace("\u00a0", " ").count("twice a day") == 1
    assert "twice a day" in front_of("2x10, twice a day").text.replace("\u00a0", " ")


def test_strips_of_nothing_but_sets_say_on_one_line_what_these_are() -> None:
    """At the other end, on all cards of a deck if it has room there on all of them."""
    for sets, beside in ((("2x10", "2x30 s/side"), True), (("2x10", "10x100-120 m/side"), False)):
        for front in fronts_of(*sets):
            area = plate(front)
            inside = [one for one in words(front) if area.y < one[2] < area.bottom]
            [(_, x, y)] = [one for one in inside if one[0].startswith("sets × ")]
            figures = {base for text, _, base in inside if not text.startswith("sets × ")}
            assert (figures == {y}) == beside
            assert (x > area.x + area.width / 2) == beside


def test_one_of_many_cards_has_smaller_figures_rather_than_all_of_them() -> None:
    usual, long = ["3x8, RPE 7, rest 90 s"] * 7, "2x20-30 s/side, rest 30 s"
    assert strips_of(*usual, long)[0]["3 × 8"] == strips_of(usual[0])[0]["3 × 8"]
    assert strips_of(*usual[1:], long)[0]["3 × 8"] < strips_of(usual[0])[0]["3 × 8"], (
        "of seven it isn't one of many"
    )
    front = fronts_of(*usual, long)[-1]
    assert any("/ side" in text.replace("\xa0", " ") for text, _, _ in words(front))


def test_two_lines_stay_under_the_rule_of_a_low_strip() -> None:
    front = front_of("2x10/way, light band", LONG, face="small")
    [upper], [lower], [label] = (
        [y for text, _, y in words(front) if text == one] for one in ("light", "band", "Load")
    )
    assert plate(front).y + 0.5 + 1.6 < upper < lower < label, "a rule of 0.5 mm, capitals of 1.6"


@pytest.mark.parametrize("face", ["pocket", "small", "words"])
def test_places_are_where_they_are_on_every_card_of_a_deck(face: str) -> None:
    fronts = fronts_of("3x8, rest 90 s", LONG, "2x10/way, light band", "3x5, RPE 8", face=face)
    labels = [
        sorted((x, text) for text, x, _ in words(one) if text in ("Load", "RPE", "Rest")) for one in fronts
    ]
    assert labels == [labels[0]] * 4
    assert len({plate(one) for one in fronts}) == 1


def plate(front: Frame) -> Rect:
    """The leading cell, at the foot of a card."""
    foot = max(one.bottom for one in shapes(front))
    return min(
        (one for one in shapes(front) if one.height > 8 and one.bottom > foot - 0.5), key=lambda one: one.x
    )


def test_room_without_places_goes_to_the_sets() -> None:
    usual = plate(front_of("3x8, 40 kg, RPE 7, rest 90 s"))
    assert usual.width == pytest.approx(25)
    assert plate(front_of("3x8")).width == pytest.approx(64)


def test_loads_of_about_one_length_give_one_grid() -> None:
    """The athletes of a roster differ in their loads, and have frames in common."""
    one, other = (plate(front_of(LONG, f"3x8, {load} kg, RPE 7, rest 90 s")) for load in (40, 45))
    assert one == other


@pytest.mark.parametrize("sets", ["2x10/way, light band", LONG, "3x8, 102.5 kg, RPE 7-8, rest 2-3 min"])
@pytest.mark.parametrize("face", ["pocket", "small"])
def test_values_keep_their_distance(face: str, sets: str) -> None:
    """'10 kg 8' reads as one number."""
    front = front_of(sets, "3x8, RPE 8, rest 90 s", face=face)
    by_line: dict[float, list[tuple[float, float]]] = {}
    foot = plate(front)
    for placed in front.walk():
        if isinstance(placed.item, Text) and placed.x > foot.right and foot.y < placed.y < foot.bottom:
            by_line.setdefault(round(placed.y, 2), []).append((placed.x, placed.x + placed.item.width))
    gaps = [after[0] - before[1] for line in by_line.values() for before, after in pairwise(sorted(line))]
    assert min(gaps) >= 1.1, "half of a digit on the smaller card"


@pytest.mark.parametrize("face", ["pocket", "words"])
@pytest.mark.parametrize("sets", ["2x20-30 s/side, rest 30 s", "3x8-10/side, RPE 7, rest 90 s"])
def test_a_side_follows_its_number_also_where_that_has_to_be_smaller_for_it(face: str, sets: str) -> None:
    usual = ["3x8-12, 40 kg, RPE 7, rest 90 s"] * 15
    *_, own, one = fronts_of(*usual, sets, face=face)
    number, side = (
        next(
            (placed.y, placed.item.size_pt)
            for placed in front.walk()
            if isinstance(placed.item, Text) and part in placed.item.content
        )
        for front, part in ((one, "×"), (one, "side"))
    )
    assert number[0] == side[0], "on one line"
    other = next(p.item.size_pt for p in own.walk() if isinstance(p.item, Text) and "×" in p.item.content)
    assert side[1] < number[1] < other
    assert number[1] > 0.57 * strips_of("3x8")[0]["3 × 8"], "the cell is wide enough for that"


def test_a_side_is_below_only_where_its_number_had_to_be_half_as_large_for_it() -> None:
    usual = ["3x8, 40 kg, RPE 7, rest 90 s"] * 15
    for sets, below in (
        ("10x20-30 s/side", False),
        ("10x1000-1200 yd/side", False),
        ("10x10000-12000 yd/side", True),
    ):
        front = fronts_of(*usual, sets)[-1]
        label = next(text for text, _, _ in words(front) if text.startswith("sets"))
        assert ("side" in label) is below, sets
