"""The exercises of a plan → cards: their order and numbers, what they say, their logs, and which are chosen."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.errors import NotFoundError
from cardmaker.library.library import open_library
from tests.resolve.resolve_kit import card, handout, ids, spaced, week_of

DATED = """\
title: Plan
start: 2027-03-01
weeks:
  - mon: [{strength: lower}]
    thu: [{strength: lower}]
  - mon: [{strength: heavy}]
workouts:
  lower: {exercises: [squat: 3x8, plank: 2x30 s]}
  heavy: {exercises: [squat: 5x5 60 kg, dead-bug: 3x8/side]}
  spare: {exercises: [push-up: 3x10]}
"""
UNDATED = DATED.replace("start: 2027-03-01\n", "")


def test_numbers_follow_the_plan() -> None:
    made = handout(week_of("mon: [{strength: core}]\ntue: [{strength: lower}]"))
    assert [(one.number, one.exercise) for one in made.exercises] == [
        ("01", "plank"),
        ("02", "dead-bug"),
        ("03", "squat"),
    ]
    assert {one.of for one in made.exercises} == {"of 3"}


def test_each_exercise_has_one_card_however_often_it_is_used() -> None:
    made = handout(DATED)
    assert ids(made.exercises) == ["squat", "plank", "dead-bug"]


def test_workout_on_no_day_gets_no_cards() -> None:
    made = handout(DATED)
    assert "push-up" not in ids(made.exercises)
    assert [one.title for one in made.workouts] == ["Lower", "Heavy"]


def test_plan_without_weeks_gets_all_its_workouts() -> None:
    made = handout("title: P\nworkouts:\n  a: {exercises: [squat: 3x8]}\n  b: {exercises: [plank: 2x30 s]}\n")
    assert ids(made.exercises) == ["squat", "plank"]
    assert [one.title for one in made.workouts] == ["A", "B"]
    assert (made.weeks, made.blocks) == ((), ())
    assert made.exercises[0].log[0].date == ""


def test_card_says_what_the_library_knows() -> None:
    squat = card(handout(DATED), "squat")
    about = open_library().get("squat")
    assert (squat.name, squat.tab, squat.slot, squat.slots) == ("Squat", "Legs", 0, 5)
    assert (squat.primary, squat.secondary) == ("Quads, glutes", "Hamstrings, adductors, core")
    assert [cue.text for cue in squat.cues] == [cue.text for cue in about.cues]
    assert [cue.joint for cue in squat.cues] == [cue.joint for cue in about.cues]
    assert [(one.wrong, one.instead) for one in squat.mistakes] == [
        (m.wrong, m.instead) for m in about.mistakes
    ]
    assert (squat.start, squat.breathing, squat.why, squat.stop) == (
        *(about.start, about.breathing, about.why, about.stop),
    )


def test_front_says_the_first_prescription() -> None:
    squat = card(handout(DATED), "squat")
    assert (spaced(squat.sets), squat.sets_label, squat.load) == ("3 × 8", "sets × reps, see log", "")
    later = card(handout(DATED, weeks=(2,)), "squat")
    assert (spaced(later.sets), spaced(later.load)) == ("5 × 5", "60 kg")


def test_a_card_says_the_side_the_scale_the_kit_and_all_of_its_target() -> None:
    text = DATED.replace("squat: 3x8,", "bulgarian-split-squat: 2x8/side @ RPE 8 2x8 kg rest 90 s,")
    split = card(handout(text), "bulgarian-split-squat")
    assert (spaced(split.sets), spaced(split.side), split.sets_label) == ("2 × 8", "/ side", "sets × reps")
    assert (split.effort_label, split.effort_value) == ("RPE", "8")
    assert (split.kit, split.level, split.degree) == ("Bench, dumbbells", "medium", 2)
    assert spaced(split.target) == "2 × 8 / side · 2 × 8 kg · RPE 8 · rest 90 s"
    plank = card(handout(DATED.replace("squat: 3x8,", "plank: 3x30 s,")), "plank")
    assert (spaced(plank.side), plank.effort_label, plank.effort_value) == ("", "RPE", "")
    assert plank.body_map is not None and plank.body_map.primary == ("abs", "obliques")
    assert plank.body_map_alt.startswith("Abs, obliques work most; ")


def test_short_cues_stand_in_where_there_are_none() -> None:
    text = DATED + (
        "exercises:\n  wall-sit: {name: Wall sit, section: legs, primary: [quads], "
        "cues: [Back flat on the wall., {text: Thighs level and still., short: Thighs level.}, Breathe.]}\n"
    )
    text = text.replace("squat: 3x8,", "wall-sit: 3x30 s,")
    assert [cue.short for cue in card(handout(text), "wall-sit").cues] == [
        *("Back flat on the wall.", "Thighs level.", "Breathe."),
    ]


# Log -------------------------------------------------------------------------------------------------


def test_dated_plan_has_a_row_for_each_session() -> None:
    squat = card(handout(DATED), "squat")
    assert [row.date for row in squat.log][:4] == ["1 Mar", "4 Mar", "8 Mar", ""]
    assert [[spaced(one) for one in row.targets] for row in squat.log][:3] == [
        ["8"] * 3,
        ["8"] * 3,
        ["5"] * 5,
    ]
    assert [row.load for row in squat.log[:3]] == ["", "", "60"]
    assert squat.log[2].short == ("5",) * 5
    assert squat.log[3].targets == squat.log[2].targets, "rows to come keep the last target"


def test_front_says_what_other_workouts_prescribe() -> None:
    squat = card(handout(DATED), "squat")
    assert spaced(squat.sets) == "3 × 8"
    assert spaced(squat.others) == "heavy: 5 × 5 · 60 kg"


def test_undated_plan_has_the_only_target_all_the_way() -> None:
    squat = card(
        handout("title: P\nworkouts: {a: {exercises: [squat: 3x8]}, b: {exercises: [squat: 3x8]}}"), "squat"
    )
    assert {row.date for row in squat.log} == {""}
    assert {row.targets for row in squat.log} == {("8", "8", "8")}


def test_sessions_without_dates_are_told_apart_by_week_and_workout_where_targets_differ() -> None:
    squat = card(handout(UNDATED), "squat")
    assert [row.date for row in squat.log][:4] == ["wk 1 A", "wk 1 A", "wk 2 B", ""]
    assert (squat.log[2].targets[0], squat.log[2].load) == ("5", "60")


def test_log_has_enough_rows_for_the_largest_card() -> None:
    assert all(len(one.log) >= 12 for one in handout(DATED).exercises)


def test_more_sessions_than_rows_lose_nothing() -> None:
    weeks = "\n".join("  - {mon: [{strength: a}], thu: [{strength: a}]}" for _ in range(10))
    made = handout(
        f"title: P\nstart: 2027-03-01\nweeks:\n{weeks}\nworkouts: {{a: {{exercises: [squat: 3x8]}}}}\n"
    )
    assert len(card(made, "squat").log) == 20
    assert all(row.date for row in card(made, "squat").log)


def test_hint_counts_both_sides_as_one_set() -> None:
    made = handout(DATED)
    assert "Both sides" in card(made, "dead-bug").hint
    assert "Both sides" not in card(made, "squat").hint


def test_exercise_without_sets_has_an_empty_strip_and_log() -> None:
    made = handout("title: P\nworkouts: {a: {exercises: [squat]}}\n")
    squat = card(made, "squat")
    assert (squat.sets, squat.target, squat.detail) == ("", "", "")
    assert not any(row.targets for row in squat.log)


def test_detail_says_what_the_strip_may_lack() -> None:
    text = DATED.replace("squat: 3x8,", "squat: '3x8 20 kg @ RPE 7, rest 90 s, tempo 3-1-1',")
    assert spaced(card(handout(text), "squat").detail) == "RPE 7 · rest 90 s · tempo 3-1-1"
    text = DATED.replace("squat: 3x8,", "squat: '3x8 @ RPE 7, rest 90 s',")
    assert spaced(card(handout(text), "squat").detail) == "Rest 90 s", "the target says the effort already"


# Options ---------------------------------------------------------------------------------------------


def test_option_names_its_exercise_and_the_card() -> None:
    both = handout(DATED.replace("plank: 2x30 s", "goblet-squat: 3x8"))
    harder = card(both, "squat").harder
    assert harder is not None
    assert harder.card == card(both, "goblet-squat").number
    assert harder.text.endswith("; or goblet squat")


def test_option_says_the_exercise_that_has_no_card() -> None:
    harder = card(handout(DATED), "squat").harder
    assert harder is not None
    assert harder.card == ""
    assert harder.text.endswith("; or goblet squat")


@pytest.mark.parametrize(
    ("sets", "kit"),
    [
        ("squat: 3x8", "No kit"),
        ("squat: 3x5 60 kg", "Barbell"),
        ("hip-thrust: 3x8 70 kg", "Bench, barbell"),
        ("step-up: 3x8/side 2x10 kg", "Box or step, dumbbells"),
        ("lunge: 3x8 16 kg kettlebell", "Kettlebell"),
        ("glute-bridge: 3x12 light band", "Mat, band"),
        ("romanian-deadlift: 3x8 60 kg", "Barbell"),
    ],
)
def test_kit_has_what_the_plan_loads_an_exercise_with(sets: str, kit: str) -> None:
    made = handout(f"title: T\nworkouts: {{a: {{exercises: [{sets}]}}}}")
    assert made.exercises[0].kit == kit


@pytest.mark.parametrize(
    ("sets", "head"),
    [
        ("push-up: 3x10", "Note"),
        ("push-up: 3x10 10 kg", "kg"),
        ("pull-up: 3x5", "+\u00a0kg"),
        ("pull-up: 3x5 5 kg", "kg"),
        ("lunge: 3x8", "+\u00a0kg"),
        ("lat-pulldown: 3x8", "kg"),
    ],
)
def test_log_has_a_column_for_a_load_where_there_may_be_one(sets: str, head: str) -> None:
    made = handout(f"title: T\nworkouts: {{a: {{exercises: [{sets}]}}}}")
    assert made.exercises[0].log_load == head


def test_link_without_its_scheme_is_the_label() -> None:
    text = DATED + (
        "exercises:\n  wall-sit: {name: Wall sit, section: legs, primary: [quads], "
        "cues: [One., Two., Three.], video: 'https://www.example.org/wall-sit/'}\n"
    )
    made = card(handout(text.replace("squat: 3x8,", "wall-sit: 3x30 s,")), "wall-sit")
    assert (made.link, made.link_label) == ("https://www.example.org/wall-sit/", "example.org/wall-sit")


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("https://www.youtube.com/watch?v=aBcDeFgHiJk", "youtube.com/watch?v=aBcDeFgHiJk"),
        (f"https://example.org/{'x' * 180}", "example.org/…"),
        (f"https://{'x' * 60}.example.org/a", f"{'x' * 35}…"),
    ],
)
def test_a_long_link_is_printed_as_its_site(address: str, label: str) -> None:
    """The link itself, and the QR code, have all of it."""
    text = DATED + (
        "exercises:\n  wall-sit: {name: Wall sit, section: legs, primary: [quads], "
        f"cues: [One., Two., Three.], video: '{address}'}}\n"
    )
    made = card(handout(text.replace("squat: 3x8,", "wall-sit: 3x30 s,")), "wall-sit")
    assert (made.link, made.link_label) == (address, label)


# Choice ----------------------------------------------------------------------------------------------


def test_chosen_week_has_the_cards_it_uses_with_their_numbers() -> None:
    made = handout(DATED, weeks=(2,))
    assert [(one.number, one.exercise) for one in made.exercises] == [("01", "squat"), ("03", "dead-bug")]
    assert [one.title for one in made.workouts] == ["Heavy"]
    assert {one.of for one in made.exercises} == {"of 3"}
    assert [row.date for row in card(made, "squat").log][:2] == ["8 Mar", ""]


def test_chosen_exercise_by_any_of_its_names() -> None:
    for name in ("dead-bug", "Dead bug", "dead bugs"):
        assert ids(handout(DATED, exercises=(name,)).exercises) == ["dead-bug"]


@pytest.mark.parametrize(
    ("name", "reported"),
    [
        ("squatt", "the plan has no exercise 'squatt'; did you mean 'squat'?"),
        ("push-up", "the plan has no exercise 'push-up'; it has squat, plank, dead-bug"),
    ],
)
def test_exercise_that_isnt_in_the_plan(name: str, reported: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        handout(DATED, exercises=(name,))
    assert str(caught.value) == reported


@given(
    st.lists(st.sampled_from(["squat", "plank", "dead-bug", "push-up", "lunge", "calf-raise"]), min_size=1)
)
@settings(max_examples=25, deadline=None)
def test_every_exercise_once_in_the_order_of_its_first_use(names: list[str]) -> None:
    entries = "".join(f"\n      - {name}: 3x8" for name in names)
    made = handout(f"title: P\nworkouts:\n  a:\n    exercises:{entries}\n")
    assert ids(made.exercises) == list(dict.fromkeys(names))
    assert [int(one.number) for one in made.exercises] == list(range(1, len(set(names)) + 1))
    assert [row.number for row in made.workouts[0].rows] == [card(made, name).number for name in names]


def test_numbers_grow_a_digit_beyond_ninety_nine() -> None:
    own = "\n".join(
        f"  ex-{n}: {{name: Exercise {n}, section: legs, primary: [quads], cues: [One., Two., Three.]}}"
        for n in range(100)
    )
    halves = ["".join(f"\n      - ex-{n}: 3x8" for n in range(first, first + 50)) for first in (0, 50)]
    workouts = "\n".join(f"  {key}:\n    exercises:{half}" for key, half in zip("ab", halves, strict=True))
    made = handout(f"title: P\nworkouts:\n{workouts}\nexercises:\n{own}\n")
    assert [one.number for one in made.exercises][::99] == ["001", "100"]


@pytest.mark.parametrize(
    ("sets", "besides"),
    [
        ("3x8 60 kg RPE 7 rest 90 s", ""),
        ("3x8 60 kg tempo 3-1-1", "Tempo 3-1-1"),
        ("60 kg x 5, 70 kg x 3", "5/3 · 60/70 kg"),
    ],
)
def test_what_a_strip_leaves_unsaid(sets: str, besides: str) -> None:
    made = handout(f"title: Plan\nworkouts: {{a: {{exercises: [squat: '{sets}']}}}}")
    assert spaced(card(made, "squat").besides) == besides


@pytest.mark.parametrize(
    ("sets", "label", "short"),
    [
        ("2x10, 2 times a day", "sets × reps · twice a day", "twice a day"),
        ("2x10/side, 3 times a week", "sets × reps · 3 × a week", "3 × a week"),
        ("2x10", "sets × reps", "reps"),
    ],
)
def test_front_says_how_often_a_day_all_of_it_is_done(sets: str, label: str, short: str) -> None:
    squat = card(handout(f"title: Plan\nworkouts: {{a: {{exercises: [squat: '{sets}']}}}}"), "squat")
    assert (spaced(squat.sets_label), spaced(squat.sets_label_short)) == (label, short)


@pytest.mark.parametrize(
    ("sets", "whole", "short"),
    [
        ("3x12, hold 5 s", "sets × reps · hold each 5 s", "hold each 5 s"),
        ("3x12", "sets × reps", "reps"),
        ("2x10, hold 3 s, 2 times a day", "sets × reps · hold each 3 s · twice a day", "twice a day"),
    ],
)
def test_the_strip_says_how_each_set_is_done(sets: str, whole: str, short: str) -> None:
    squat = card(handout(f"title: Plan\nworkouts: {{a: {{exercises: [squat: '{sets}']}}}}"), "squat")
    assert (spaced(squat.sets_label_whole), spaced(squat.sets_label_short)) == (whole, short)


def test_small_cards_say_only_once_how_often() -> None:
    made = handout("title: Plan\nworkouts: {a: {exercises: [squat: '2x10, 2 times a day']}}")
    assert spaced(card(made, "squat").under) == "twice a day"


@pytest.mark.parametrize(
    ("sets", "sets_said", "load", "effort", "rest", "label"),
    [
        ("3x8 60 kg -> 3x8 65 kg", "3 × 8", "60–65 kg", "", "", "sets × reps, see log"),
        ("3x8 60 kg, rest 60 s -> 4x6 65 kg, rest 90 s", "3–4 sets", "60–65 kg", "", "60–90 s", "see log"),
        (
            "3x8 @ RPE 7, rest 90 s -> 3x6 @ RPE 8, rest 90 s",
            "3 × 6–8",
            "",
            "RPE 7–8",
            "90 s",
            "sets × reps, see log",
        ),
        ("3x20 s -> 3x30 s", "3 × 20–30 s", "", "", "", "sets × time, see log"),
        ("3x8 -> 2x8", "2–3 × 8", "", "", "", "sets × reps, see log"),
        ("3x20 s -> 2x20 s", "2–3 × 20 s", "", "", "", "sets × time, see log"),
        ("3x20 s -> 2x30 s", "2–3 sets", "", "", "", "see log"),
        ("3x8 -> 3x8/side", "3 sets", "", "", "", "see log"),
        ("3x5 -> 3x5+", "3 sets", "", "", "", "see log"),
        ("3x8 60 kg, rest 60 s -> 3x8 light band", "3 × 8", "see log", "", "", "sets × reps, see log"),
    ],
)
def test_front_has_the_least_and_the_most_of_weeks_that_differ(
    sets: str, sets_said: str, load: str, effort: str, rest: str, label: str
) -> None:
    [card] = handout(
        f"title: T\nphases: {{All: 4}}\nbase_week: {{mon: {{strength: a}}}}\n"
        f"workouts: {{a: {{exercises: [{{squat: '{sets}'}}]}}}}"
    ).exercises
    said = (card.sets, card.load, card.effort, card.rest, card.sets_label)
    assert tuple(text.replace("\u00a0", " ") for text in said) == (sets_said, load, effort, rest, label)
    assert card.others == "", "which its log says"


def test_front_has_what_most_weeks_ask_for() -> None:
    weeks = ", ".join(f"{{mon: {{strength: {key}}}}}" for key in "aaaba")
    [card] = handout(
        f"title: T\nweeks: [{weeks}]\nworkouts: {{a: {{exercises: [{{squat: 3x8 60 kg}}]}}, "
        "b: {exercises: [{squat: 2x8 50 kg}]}}"
    ).exercises
    assert (card.sets.replace("\u00a0", " "), card.load.replace("\u00a0", " ")) == ("3 × 8", "60 kg")
    assert "2" in card.others


@pytest.mark.parametrize(
    ("block", "rests"),
    [
        ("{superset: [{lunge: 2x8}, {calf-raise: 2x12}], rest: 60 s}", ["60 s each", "60 s each"]),
        ("{superset: [{lunge: 2x8}, {calf-raise: '2x12, rest 90 s'}]}", ["90 s each", "90 s each"]),
        ("{superset: [{lunge: '2x8, rest 15 s'}, {calf-raise: 2x12}], rest: 60 s}", ["15 s", "60 s each"]),
        ("{superset: [{lunge: 2x8}, {calf-raise: 2x12}]}", ["", ""]),
        ("{squat: '3x8, rest 90 s'}", ["90 s"]),
    ],
)
def test_card_has_the_rest_after_each_round_of_its_superset(block: str, rests: list[str]) -> None:
    made = handout(f"title: T\nworkouts: {{a: {{exercises: [{block}]}}}}")
    cards = {"Rest/round": " each", "Rest": ""}
    assert [f"{card.rest}{cards[card.rest_label]}".replace("\u00a0", " ") for card in made.exercises] == rests
    said = [("/round" in card.target) for card in made.exercises]
    assert said == [rest.endswith("each") for rest in rests]


def test_cards_have_the_club() -> None:
    made = handout("title: T\nclub: {name: Harbour Runners}\nworkouts: {a: {exercises: [{squat: 3x8}]}}")
    assert made.exercises[0].club == "Harbour Runners"


@pytest.mark.parametrize(
    ("sets", "front", "line"),
    [
        ("3x10 -> 3x11 -> 3x12 -> 2x12", "2–3 × 10–12", "Weeks 1–4: 3 × 10, 3 × 11, 3 × 12, 2 × 12"),
        ("3x20 s, +5 s a week", "3 × 20–35 s", "Weeks 1–4: 3 × 20 s, 3 × 25 s, 3 × 30 s, 3 × 35 s"),
        ("3x8 60 kg -> 3x9 60 kg, rest 60 s", "", ""),
        ("3x8 60 kg -> 3x8 62.5 kg", "", ""),
        ("3x8 -> 3x8+", "", ""),
        ("5x8, 3x6 -> 5x8, 3x7", "", ""),
        ("3x8", "", ""),
    ],
)
def test_steps_in_what_is_counted_are_listed_in_a_line(sets: str, front: str, line: str) -> None:
    [card] = handout(
        f"title: T\nphases: {{All: 4}}\nbase_week: {{mon: {{strength: a}}, thu: {{strength: a}}}}\n"
        f"workouts: {{a: {{exercises: [{{squat: '{sets}'}}]}}}}"
    ).exercises
    said = {field: text.replace("\u00a0", " ") for field, text in card.weekly}
    assert (said.get("sets", ""), said.get("others", "")) == (front, line)
    assert "see log" not in " ".join(said.values())


def test_steps_of_many_weeks_are_put_together_by_what_they_ask_for() -> None:
    [card] = handout(
        "title: T\nphases: {All: 9}\nbase_week: {mon: {strength: a}}\n"
        "workouts: {a: {exercises: [{squat: '3x8, +1 rep a week, to 10 reps'}]}}"
    ).exercises
    line = dict(card.weekly)["others"].replace("\u00a0", " ")
    assert line == "Week 1: 3 × 8; week 2: 3 × 9; weeks 3–9: 3 × 10"


@pytest.mark.parametrize(
    ("sets", "asked"),
    [
        ("2x8/side", "8 | 8"),
        ("2x8-10/side", "8–10"),
        ("2x10/way", "10 | 10"),
        ("2x30 s/side", "30 | 30 s"),
        ("2x20-30 s/side", "20–30 s"),
    ],
)
def test_a_log_asks_for_both_sides_where_figures_alone_say_it(sets: str, asked: str) -> None:
    [card] = handout(f"title: T\nworkouts: {{a: {{exercises: [{{side-plank: '{sets}'}}]}}}}").exercises
    assert {text.replace("\u00a0", " ") for row in card.log for text in row.targets} == {asked}


def test_totals_that_differ_from_week_to_week_are_no_steps() -> None:
    """They are done in as many sets as it takes, and so have none to list."""
    totals = " -> ".join(f"{count} total reps" for count in (50, 60, 70, 80))
    [squat] = handout(
        f"title: T\nphases: {{All: 4}}\nbase_week: {{mon: {{strength: a}}}}\n"
        f"workouts: {{a: {{exercises: [{{squat: '{totals}'}}]}}}}"
    ).exercises
    assert squat.weekly == ()


def test_signs_say_cues_in_words_of_their_own_else_in_short() -> None:
    plan = (
        "title: P\nphases: {All: 2}\nbase_week: {mon: {strength: a}}\nworkouts: {a: {exercises: [wall-hold: 3x10 s]}}\n"
        "exercises: {wall-hold: {cues: [{text: Sit against the wall., short: Sit., sign: Sit down}, "
        "{text: Knees over the ankles., short: Knees over.}, Breathe on.]}}"
    )
    [card] = handout(plan).exercises
    assert [cue.sign for cue in card.cues] == ["Sit down", "Knees over", "Breathe on"]
