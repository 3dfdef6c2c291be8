"""Whole cards and sheets: everything inside the margins, the same frame again, workouts dealt over cards."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.errors import DoesNotFitError
from cardmaker.frame import Frame, Role, Text
from cardmaker.geometry import Insets, Rect, Size
from cardmaker.handout import GymCard, GymRow
from cardmaker.layout.cards import Studio, deal, lay_out_card
from cardmaker.layout.sheets import lay_out_sheet
from cardmaker.theme.stock import load_paper, load_stock
from cardmaker.wording.wording import load_wording
from tests.kit import mostly_deep
from tests.layout.layout_kit import (
    LONG_SETS,
    PICTURES,
    book,
    deck,
    extent,
    face_named,
    groups,
    outside,
    pictured,
    resolved,
    sheet_named,
    theme_named,
)

WEEK = """\
title: 10 km build
athlete: Athlete
start: 2027-03-01
weeks:
  - name: Build
    focus: Even pace
    mon: [{run: 6 km easy, note: Flat ground.}, {strength: a}]
    tue: [{rest: or 20 min yoga, workout: a}]
    wed: [{run: 2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd}, {strength: a}]
    fri: [{run: 40 min tempo}, {cross-training: 30 min bike}]
    sat: [{run: 12 km long}]
  - name: Easier
    mon: [{run: 5 km easy}]
workouts:
  a:
    name: Lower body
    duration: 45 min
    exercises:
      - squat: 3x8
      - superset: [lunge: 2x8/side, plank: 2x30 s]
        rest: 60 s
tips: [Easy means easy., Run first., Sleep.]
"""


def studio(theme: str = "classic", labels: dict[str, str] | None = None) -> Studio:
    """A run in a bundled theme."""
    return Studio(theme_named(theme), book(), labels or load_wording("en").labels)


def overlapping(frame: Frame) -> list[tuple[str, str]]:
    """Lines of type that lie on one another, by their x-heights, apart from numbers in rings and on plates."""
    lines = [
        (placed.item.content, _core(extent(placed, book())))
        for placed in frame.walk()
        if isinstance(placed.item, Text) and placed.item.content.strip()
    ]
    return [(a, b) for (a, one), (b, other) in combinations(lines, 2) if one.overlaps(other, 0.1)]


def _core(box: Rect) -> Rect:
    """The middle of a line, without ascenders, descenders and the blanks that pieces begin with."""
    return Rect(box.x + 0.2, box.y + box.height * 0.4, max(0.0, box.width - 0.4), box.height * 0.35)


# Inside ----------------------------------------------------------------------------------------------

ON_STOCK = [
    ("pocket", "a7"),
    ("pocket", "index-3x5"),
    ("small", "poker"),
    ("large", "a6"),
    ("words", "a7"),
    ("words", "a6"),
    ("wallet", "business-us"),
    ("wallet", "bridge"),
    ("mini", "mini"),
    ("mini", "a8"),
    ("grand", "a5"),
    ("large", "quarter-letter"),
    ("pocket", "eighth-letter"),
]


PICTURED = [(face, stock, picture) for face, stock in ON_STOCK for picture in PICTURES]


@pytest.mark.parametrize(("face", "stock", "picture"), mostly_deep(PICTURED, PICTURED[::3]))
def test_card_keeps_its_margins(face: str, stock: str, picture: str) -> None:
    size, own = load_stock(stock).size, face_named(face)
    live = Rect(0, 0, *size).inset(Insets.all(own.margin))
    for card in deck(
        ["squat", "bulgarian-split-squat", "plank", "monster-walk"], "3x8-12, rest 90 s"
    ).exercises:
        made = lay_out_card(studio(), own, pictured(card, picture), size)
        assert made.front.size == size
        assert not outside(made.front, live, book())
        assert made.back is not None
        assert not outside(made.back, live, book())


@pytest.mark.parametrize(("face", "stock"), ON_STOCK)
def test_no_words_lie_on_one_another(face: str, stock: str) -> None:
    for card in deck(["squat", "bulgarian-split-squat"], "3x8-12, rest 90 s").exercises:
        made = lay_out_card(studio(), face_named(face), pictured(card), load_stock(stock).size)
        assert made.back is not None
        assert not overlapping(made.front)
        assert not overlapping(made.back)


@pytest.mark.parametrize("theme", ["classic", "low-ink"])
def test_gym_card_keeps_its_margins(theme: str) -> None:
    made = resolved(WEEK)
    own = face_named("gym")
    [card] = made.workouts
    frame = lay_out_card(studio(theme), own, card, load_stock("a6").size).front
    assert not outside(frame, Rect(0, 0, 105, 148).inset(Insets.all(5)), book())
    assert not overlapping(frame)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", ["week-landscape", "week-portrait", "block"])
@pytest.mark.parametrize("theme", ["classic", "low-ink"])
def test_sheet_keeps_its_margins(name: str, paper: str, theme: str) -> None:
    made, sheet = resolved(WEEK), sheet_named(name)
    content = made.blocks[0] if sheet.kind == "block" else made.weeks[0]
    frame = lay_out_sheet(studio(theme, made.labels), sheet, content, load_paper(paper).size)
    assert not outside(frame, Rect(0, 0, *frame.size).inset(Insets.all(sheet.margin)), book())
    assert not overlapping(frame)
    said = " ".join(frame.text.split())
    if sheet.kind == "week":
        for reported in (
            "6 × 400 m at 5k pace",
            "200 m jog after each",
            "Flat ground.",
            "30 min bike",
            "or 20 min yoga",
        ):
            assert reported in said


def test_sheet_lies_or_stands() -> None:
    made = resolved(WEEK)
    lying = lay_out_sheet(
        studio("classic", made.labels), sheet_named("week-landscape"), made.weeks[0], Size(210, 297)
    )
    assert lying.size == (297, 210)
    again = lay_out_sheet(
        studio("classic", made.labels), sheet_named("week-portrait"), made.weeks[0], Size(297, 210)
    )
    assert again.size == (210, 297)


# Reading order ---------------------------------------------------------------------------------------


def test_front_reads_name_muscles_cues_prescription() -> None:
    [card] = deck(["squat"], "3x8-12, rest 90 s").exercises
    said = lay_out_card(studio(), face_named("pocket"), card, load_stock("a7").size).front.text
    places = [
        said.index(part)
        for part in ("Legs", "01", "Squat", "Quads", "1", "Feet shoulder", "3\u00a0×", "90\u00a0s")
    ]
    assert sorted(places[:3] + places[5:]) == places[:3] + places[5:]


def test_card_has_one_heading_of_the_first_order() -> None:
    [card] = deck(["squat"], "3x8").exercises
    made = lay_out_card(studio(), face_named("pocket"), card, load_stock("a7").size)
    assert made.back is not None
    assert len(list(groups(made.front.items, Role.H1))) == 1
    assert not list(groups(made.back.items, Role.H1))


# The same again --------------------------------------------------------------------------------------


def test_equal_cards_give_the_same_frame() -> None:
    one = studio()
    size, face = load_stock("a7").size, face_named("pocket")
    [first] = deck(["squat"], "3x8").exercises
    second = replace(first)
    assert first is not second
    made, again = (lay_out_card(one, face, card, size) for card in (first, second))
    assert made.front is again.front
    assert made.back is again.back
    other = lay_out_card(one, face, replace(first, name="Other"), size)
    assert other.front is not made.front
    assert lay_out_card(one, face, first, load_stock("index-3x5").size).front is not made.front


def test_face_that_comes_after_another_is_not_taken_for_it() -> None:
    one, size = studio(), load_stock("a7").size
    [card] = deck(["squat"], "3x8").exercises
    seen = set()
    for _ in range(20):
        for name in ("pocket", "words"):
            frame = lay_out_card(one, face_named(name), card, size).front  # and the face is let go
            seen.add((name, frame.text))
    assert len(seen) == 2


def test_equal_sheets_give_the_same_frame() -> None:
    made, again = resolved(WEEK), resolved(WEEK + "# again\n")
    one, sheet = studio("classic", made.labels), sheet_named("week-landscape")
    frames = [lay_out_sheet(one, sheet, week, Size(210, 297)) for week in (*made.weeks, *again.weeks)]
    assert frames[0] is frames[2]
    assert frames[1] is frames[3]
    assert frames[0] is not frames[1]


def test_new_run_lays_out_the_same() -> None:
    made = resolved(WEEK)
    frames = [
        lay_out_sheet(
            studio("classic", made.labels), sheet_named("week-landscape"), made.weeks[0], Size(210, 297)
        )
        for _ in range(2)
    ]
    assert frames[0].items == frames[1].items


# Dealing ---------------------------------------------------------------------------------------------


def gym(joined: list[str]) -> GymCard:
    """A workout of that many rows, some joined in supersets."""
    rows = tuple(GymRow(str(n), str(n), f"Row {n}", "3 × 8", "", "", 3, one) for n, one in enumerate(joined))
    return GymCard("Legs", "Workout A", 0, 5, "Legs", "", "Warm up", "Note", rows)


def sizes(joined: list[str], most: int) -> list[int]:
    """How many rows each card gets."""
    return [len(card.rows) for card in deal(gym(joined), most, "{part} of {parts}")]


@pytest.mark.parametrize(
    ("joined", "most", "dealt"),
    [
        ([""] * 6, 6, [6]),
        ([""] * 7, 6, [4, 3]),
        ([""] * 13, 6, [5, 5, 3]),
        ([""] * 7, 0, [7]),
        (["", "", "", "first", "last", "", ""], 6, [3, 4]),
        (["", "", "first", "last", "", ""], 5, [4, 2]),
        (["first", *["middle"] * 6, "last"], 6, [6, 2]),
    ],
)
def test_rows_are_dealt_about_equally(joined: list[str], most: int, dealt: list[int]) -> None:
    assert sizes(joined, most) == dealt


def test_parts_of_a_workout_say_which_they_are() -> None:
    first, second = deal(gym([""] * 7), 6, "{part} of {parts}")
    assert (first.part, second.part) == ("1 of 2", "2 of 2")
    assert (first.name, second.name) == ("Legs (1 of 2)", "Legs (2 of 2)")
    assert (first.warm_up, second.warm_up) == ("Warm up", "Warm up")
    [whole] = deal(gym([""] * 6), 6, "{part} of {parts}")
    assert (whole.part, whole.name) == ("", "Legs")


SETS = st.lists(
    st.one_of(st.just([""]), st.integers(0, 3).map(lambda n: ["first", *["middle"] * n, "last"])), min_size=1
)


@given(SETS, st.integers(2, 8))
def test_every_row_is_dealt_once_and_short_supersets_stay_together(
    blocks: list[list[str]], most: int
) -> None:
    joined = [one for block in blocks for one in block]
    cards = list(deal(gym(joined), most, "{part} of {parts}"))
    assert [row.letter for card in cards for row in card.rows] == [str(n) for n in range(len(joined))]
    assert all(1 <= len(card.rows) <= most for card in cards)
    if max(map(len, blocks)) <= -(-most // 2):
        assert all(card.rows[0].joined in ("", "first") for card in cards)
        assert all(card.rows[-1].joined in ("", "last") for card in cards)


# Everything ------------------------------------------------------------------------------------------

EXERCISES = ["squat", "plank", "monster-walk", "dead-bug", "cat-cow", "hip-flexor-stretch"]
SETS_TEXT = st.builds(
    "{}x{}{}{}{}{}".format,
    st.integers(1, 12),
    st.sampled_from(["10", "8-12", "30-45 s", "20 m", "5+", "AMRAP"]),
    st.sampled_from(["", "/side"]),
    st.sampled_from(["", " 2x17.5 kg", " 102.5 kg", " heavy band"]),
    st.sampled_from(["", " @ RPE 7-8"]),
    st.sampled_from(["", ", rest 90-120 s", ", rest 2-3 min, tempo 3-1-1-0"]),
)


@given(st.sampled_from(EXERCISES), SETS_TEXT, st.sampled_from(ON_STOCK), st.sampled_from(PICTURES))
@settings(max_examples=60, deadline=None)
def test_any_prescription_fits_its_card(name: str, sets: str, on: tuple[str, str], picture: str) -> None:
    face, stock = on
    [card] = deck([name], sets).exercises
    size, own = load_stock(stock).size, face_named(face)
    made = lay_out_card(studio(), own, pictured(card, picture), size)
    live = Rect(0, 0, *size).inset(Insets.all(own.margin))
    for frame in filter(None, (made.front, made.back)):
        assert not outside(frame, live, book())
        assert not overlapping(frame)
    said = made.front.text
    assert card.name in said
    assert "".join(card.sets.split()) in "".join(said.split()), "the unit may be smaller than its number"
    shown = card.cues[:2] if face == "mini" else card.cues
    assert all(cue.text.split()[0] in said or cue.short.split()[0] in said for cue in shown)


@pytest.mark.parametrize("sets", ["2x10-12", "3x8-10/side"])
def test_sets_of_what_is_loaded_fit_the_narrowest_gym_card(sets: str) -> None:
    [workout] = deck(["lat-pulldown"], sets).workouts
    said = lay_out_card(studio(), face_named("gym"), workout, load_stock("hama-50391").size).front.text
    assert "".join(workout.rows[0].sets.split()) in "".join(said.split())


def test_long_prescription_is_long_enough_to_try_the_strip() -> None:
    [card] = deck(["squat"], LONG_SETS).exercises
    assert (card.tempo, card.effort) == ("3-1-1-0", "RPE 7–8")


def test_cards_that_cannot_be_are_refused_not_drawn_over() -> None:
    [card] = deck(["squat"], "3x8").exercises
    with pytest.raises(DoesNotFitError) as caught:
        lay_out_card(
            studio(), face_named("small"), replace(card, stop="you feel " + "pain " * 200), Size(63, 88)
        )
    assert caught.value.card == "card 'Squat', back"
    assert caught.value.field == "stop"
