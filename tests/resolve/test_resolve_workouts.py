"""Workouts → gym cards: letters, supersets, and what stands behind each prescription."""

from dataclasses import replace

import pytest

from cardmaker.handout import GymCard
from tests.resolve.resolve_kit import handout, spaced


def gym(exercises: str, about: str = "") -> GymCard:
    """The gym card of a plan of one workout, *exercises* being its list."""
    lines = "\n".join(f"      {line}" for line in exercises.strip("\n").splitlines())
    head = f"title: P\nworkouts:\n  lower-body:\n    {about or 'label: A'}\n"
    return handout(f"{head}    exercises:\n{lines}\n").workouts[0]


def rows(card: GymCard) -> list[tuple[str, str, str]]:
    """Letter, sets and detail of each row."""
    return [(row.letter, spaced(row.sets), spaced(row.detail)) for row in card.rows]


def test_head_of_a_card() -> None:
    card = gym("- squat: 3x8", "duration: 45 min\n    warm_up: 5 min easy\n    note: Slow down.")
    assert (card.title, card.name, card.tab) == ("Lower body", "Lower body", "Workout A")
    assert (spaced(card.duration), card.warm_up, card.note) == ("about 45 min", "5 min easy", "Slow down.")
    assert card.part == ""


def test_place_of_a_card_among_the_workouts() -> None:
    text = "title: P\nworkouts:\n" + "".join(f"  w{n}: {{exercises: [squat: 3x8]}}\n" for n in range(7))
    cards = handout(text).workouts
    assert [card.slot for card in cards] == list(range(7))
    assert {card.slots for card in cards} == {7}
    assert [card.tab for card in cards][:2] == ["Workout A", "Workout B"]
    assert {card.slots for card in handout(text.split("  w2")[0]).workouts} == {5}, "tabs don't grow huge"


def test_rows_in_order() -> None:
    card = gym("- squat: 3x8 20 kg @ RPE 7, rest 90 s, tempo 3-1-1\n- plank: 2x30 s\n- dead-bug: 3x8/side")
    assert rows(card) == [
        ("A", "3 × 8", "20 kg · RPE 7 · tempo 3-1-1 · rest 90 s"),
        ("B", "2 × 30 s", ""),
        ("C", "3 × 8", ""),
    ]
    assert [row.sets_label for row in card.rows] == ["", "", "/\xa0side"], "reps and holds say so themselves"
    assert [row.set_count for row in card.rows] == [3, 2, 3]
    assert [row.number for row in card.rows] == ["01", "02", "03"]
    assert all(row.closed and not row.joined for row in card.rows)


def test_superset_of_two() -> None:
    pair = "- superset:\n    - lunge: 2x8/side\n    - calf-raise: 2x12\n  rest: 60 s"
    card = gym(f"- squat: 3x8\n{pair}\n- plank: 2x30 s")
    assert rows(card)[1:3] == [
        ("B1", "2 × 8", "straight to B2"),
        ("B2", "2 × 12", "rest 60 s after B2"),
    ]
    assert [row.letter for row in card.rows] == ["A", "B1", "B2", "C"]
    assert [row.joined for row in card.rows] == ["", "first", "last", ""]
    assert [row.closed for row in card.rows] == [True, False, True, True]


def test_superset_of_three_with_rests_inside() -> None:
    card = gym(
        "- superset:\n    - squat: 2x8, rest 15 s\n    - plank: 2x30 s\n    - dead-bug: 2x8, rest 90 s"
    )
    assert [row.joined for row in card.rows] == ["first", "middle", "last"]
    assert [detail for _, _, detail in rows(card)] == [
        "rest 15 s, then A2",
        "straight to A3",
        "rest 90 s after A3",
    ]


def test_notes_of_entry_and_superset_are_reported() -> None:
    squat = "- exercise: squat\n      sets: 2x8\n      note: On a box."
    card = gym(f"- superset:\n    {squat}\n    - plank: 2x30 s\n  note: Go steady.")
    assert [detail for _, _, detail in rows(card)] == [
        "straight to A2 · On a box. · Go steady.",
        "",
    ]


def test_letters_go_on_after_z() -> None:
    card = gym("\n".join(["- squat: 3x8", "- plank: 2x30 s"] * 14))
    assert [row.letter for row in card.rows][24:] == ["Y", "Z", "AA", "AB"]


def test_exercise_without_sets() -> None:
    [row] = gym("- squat").rows
    assert (row.sets, row.detail, row.set_count, row.sets_label) == ("", "", 0, "")


@pytest.mark.parametrize(
    ("exercises", "summary"),
    [
        ("- squat: 3x8\n- plank: 2x30 s", "Squat 3 × 8, plank 2 × 30 s"),
        (
            "- romanian-deadlift: 3x8\n- nordic-curl: 2x3",
            "Romanian deadlift 3 × 8, Nordic hamstring curl 2 × 3",
        ),
        ("- plank: 2x30 s\n- bulgarian-split-squat: 2x8", "Plank 2 × 30 s, Bulgarian split squat 2 × 8"),
        ("- squat\n- plank", "Squat, plank"),
    ],
)
def test_workout_in_one_sentence(exercises: str, summary: str) -> None:
    lines = "\n".join(f"      {line}" for line in exercises.splitlines())
    made = handout(
        f"title: P\nweeks: [{{mon: [{{strength: a}}]}}]\nworkouts:\n  a:\n    exercises:\n{lines}\n"
    )
    assert spaced(made.weeks[0].days[0].strength[0].summary) == summary


def test_a_rule_closes_a_superset_and_divides_none() -> None:
    three = "- superset: [squat: 2x8, plank: 2x30 s, dead-bug: 2x8]"
    closed = [(row.letter, row.closed) for row in gym(f"- squat: 3x8\n{three}\n- lunge: 3x8").rows]
    assert closed == [("A", True), ("B1", False), ("B2", False), ("B3", True), ("C", True)]


def test_rows_of_a_workout_on_its_day() -> None:
    text = (
        "title: Plan\nunits: {units}\nweeks: [{{mon: [strength: a]}}]\n"
        "workouts: {{a: {{exercises: [squat: 3x8,"
        " {{superset: [{{bulgarian-split-squat: 2x8/side}}, {{plank: 2x30 s}}]}}, band-row: 3x12]}}}}"
    )
    [session] = handout(text.format(units="metric")).weeks[0].days[0].strength
    assert [(row.number, row.name, spaced(row.sets), row.joined) for row in session.rows] == [
        ("01", "Squat", "3 × 8", ""),
        ("02", "Bulgarian split squat", "2 × 8", "first"),
        ("03", "Plank", "2 × 30 s", "last"),
        ("04", "Band row", "3 × 12", ""),
    ]
    assert [spaced(row.side) for row in session.rows] == ["", "/ side", "", ""]
    assert [row.unit for row in session.rows][2:] == ["", ""], "nothing to load on a mat or with a band"
    [session] = handout(text.format(units="imperial")).weeks[0].days[0].strength
    assert {row.unit for row in session.rows} == {"lb", ""}


def test_a_day_of_the_week_says_how_often_its_sets_are_done() -> None:
    text = "title: Plan\nweeks: [{mon: [strength: a]}]\nworkouts: {a: {exercises: [squat: '2x10, 2 times a day']}}"
    made = handout(text)
    [[row]] = [session.rows for session in made.weeks[0].days[0].strength]
    assert spaced(row.aim) == "twice a day"
    [of_card] = made.workouts[0].rows
    assert spaced(of_card.detail).count("twice a day") == 1


# Loads -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "unit", "load", "aim"),
    [
        ("- squat: 3x8 60 kg @ RPE 7, rest 90 s", "kg", "60", "RPE 7 · rest 90 s"),
        ("- squat: 3x8", "kg", "", None),
        ("- calf-raise: 2x15", "kg", "", None),
        ("- shoulder-press: 3x8 2x10 kg", "kg", "2×10", ""),
        ("- goblet-squat: 3x8 24 kg kettlebell", "kg", "24", "24 kg kettlebell"),
        ("- squat: 5x5 @ 80%", "kg", "", "80 %"),
        ("- pull-up: 3x5 bodyweight + 10 kg", "kg", "", "body + 10 kg"),
        ("- monster-walk: 2x10/way light band", "", "", "light band"),
        ("- squat: 3x10 bodyweight", "", "", None),
        ("- plank: 3x30 s", "", "", None),
        ("- dead-bug: 3x8/side", "", "", None),
        ("- hip-flexor-stretch: 2x30 s/side", "", "", None),
    ],
)
def test_a_place_for_the_load_where_there_is_something_to_weigh(
    line: str, unit: str, load: str, aim: str | None
) -> None:
    [row] = gym(line).rows
    assert (row.unit, row.load) == (unit, load)
    if aim is not None:
        assert spaced(row.aim) == aim


def test_sets_with_loads_of_their_own_say_them_in_their_boxes() -> None:
    [row] = gym("- squat: 1x5 60 kg, 1x5 70 kg").rows
    assert [spaced(target.aim) for target in row.targets] == ["60 kg", "70 kg"]
    assert row.unit == ""


def test_imperial_loads_are_written_in_pounds() -> None:
    card = handout("title: P\nunits: imperial\nworkouts: {a: {exercises: [squat: 3x8 135 lb]}}\n").workouts[0]
    assert [(row.unit, row.load) for row in card.rows] == [("lb", "135")]


@pytest.mark.parametrize(
    "rule",
    [
        "squat: '3x8 60 kg, next time 62.5 kg'",
        "{squat: 3x8 60 kg, next: 62.5 kg}",
        "{exercise: squat, sets: 3x8 60 kg, next: 62.5 kg}",
        "{exercise: squat, sets: {sets: 3, reps: 8, load: 60 kg, next: 62.5 kg}}",
    ],
)
def test_the_rule_for_next_time_is_on_the_gym_card_and_the_exercise_card(rule: str) -> None:
    made = handout(f"title: P\nworkouts: {{a: {{exercises: [{rule}]}}}}\n")
    assert made.workouts[0].rows[0].progression == "Next time: 62.5 kg"
    assert made.exercises[0].progression == "Next time: 62.5 kg"


def test_double_progression_is_on_the_gym_card_and_the_exercise_card_and_the_range_stays() -> None:
    made = handout("title: P\nworkouts: {a: {exercises: [squat: '3x8-12 40 kg, then +2.5 kg']}}\n")
    said = [made.workouts[0].rows[0].progression, made.exercises[0].progression]
    assert [spaced(one) for one in said] == ["All 3 × 12? Next time 3 × 8, +2.5 kg"] * 2
    assert made.workouts[0].rows[0].sets.endswith("8–12")


def test_rules_that_differ_from_week_to_week_are_each_on_the_exercise_card() -> None:
    made = handout(
        "title: P\nworkouts: {a: {exercises: [squat: '3x8, next time 3x9 -> 3x9, next time 3x10']}}\n"
    )
    assert made.exercises[0].progression == "Next time: wk 1: 3x9; wk 2: 3x10"
    assert [card.rows[0].progression for card in made.workouts] == ["Next time: 3x9", "Next time: 3x10"]


# Rounds ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sets", "said"),
    [
        ("10", "10 reps"),
        ("1", "1 rep"),
        ("10/side", "10 reps / side"),
        ("1x10/side", "10 reps / side"),
        ("30 s", "30 s"),
        ("30 s/side", "30 s / side"),
        ("200 m", "200 m"),
        ("max", "max reps"),
    ],
)
def test_what_is_done_once_in_each_round_has_no_number_of_sets(sets: str, said: str) -> None:
    made = handout(
        f"title: P\nworkouts: {{a: {{format: 5 rounds, exercises: [lunge: {sets}, squat: 10]}}}}\n"
    )
    row = made.workouts[0].rows[0]
    assert spaced(f"{row.sets} {row.sets_label}").strip() == said
    assert not row.boxed, "the rounds are ticked off together"
    work = said.partition(" /")[0].removesuffix(" reps").removesuffix(" rep")
    assert spaced(made.exercises[0].sets) == f"5 × {work}", "which a card by itself has"


@pytest.mark.parametrize(
    ("timing", "sets", "said"),
    [
        ("3 rounds, 40 s on, 20 s off", "", ("3 × 40 s", "sets × time", "20 s")),
        ("Tabata", "", ("8 × 20 s", "sets × time", "10 s")),
        ("3 rounds, 40 s on, 20 s off", "2x8", ("2 × 8", "sets × reps", "")),
        ("AMRAP 20 min", "10", ("10", "reps", "")),
        ("5 rounds for time", "", ("", "", "")),
    ],
)
def test_cards_say_how_often_and_how_long_rounds_are(timing: str, sets: str, said: tuple[str, ...]) -> None:
    plan = f"title: P\nworkouts: {{a: {{format: '{timing}', exercises: [squat: {sets}, plank: ]}}}}\n"
    card = handout(plan).exercises[0]
    assert tuple(map(spaced, (card.sets, card.sets_label, card.rest))) == said


def test_sets_outside_of_rounds_leave_it_unsaid_what_they_are_of() -> None:
    assert [row.sets_label for row in gym("- squat: 3x8\n- squat: 1x5\n- squat: 5/5/5+").rows] == [""] * 3


def test_rounds_of_a_superset_are_ticked_off_together_as_those_of_a_workout_are() -> None:
    outer = handout("title: P\nworkouts: {a: {format: 5 rounds, exercises: [lunge, squat]}}\n").workouts[0]
    assert [row.boxed for row in outer.rows] == [False, False]
    assert outer.timed and outer.timed.tally == 5
    rows = gym("- squat\n- {stations: [lunge, plank], format: 3 rounds}").rows
    assert [row.boxed for row in rows] == [True, False, False]
    assert [row.timed and row.timed.tally for row in rows] == [None, 3, None], "once, above all of them"


CLOCKS = [
    ("emom: 12 min", "EMOM 12 min", 12, False, ()),
    ("emom: 20 min", "EMOM 20 min", 20, False, ()),
    ("emom: 21 min", "EMOM 21 min", 0, True, ()),
    ("format: every 90 s for 12 min", "Every 90 s for 12 min", 8, False, ()),
    ("amrap: 8 min", "AMRAP 8 min", 0, True, ("Rounds", "+ reps")),
    ("for time: 5 rounds", "5 rounds for time", 5, False, ("Time", ":")),
    ("rounds: 4", "4 rounds", 4, False, ()),
    ("tabata: ", "Tabata, 20 s on, 10 s off", 8, False, ()),
]


@pytest.mark.parametrize(("format_", "said", "tally", "by_hand", "score"), CLOCKS)
def test_a_superset_has_the_score_and_the_tally_that_a_workout_has(
    format_: str, said: str, tally: int, by_hand: bool, score: tuple[str, ...]
) -> None:
    pair = "[pull-up: 5, push-up: 10]"
    inside = gym(f"- plank: 3x30 s\n- {{superset: {pair}, {format_}}}").rows[1].timed
    whole = handout(f"title: P\nworkouts: {{a: {{{format_}, exercises: {pair}}}}}\n").workouts[0].timed
    assert inside and inside == whole
    assert (spaced(inside.said), inside.tally, inside.by_hand, inside.score) == (said, tally, by_hand, score)


@pytest.mark.parametrize(
    ("exercises", "how"),
    [
        ("[push-up: 10]", "every minute on the minute; what is left is rest"),
        ("[pull-up: 5, push-up: 10]", "every minute on the minute: all exercises; what is left is rest"),
    ],
)
def test_an_emom_says_what_is_done_each_minute(exercises: str, how: str) -> None:
    [card] = handout(f"title: P\nworkouts: {{a: {{emom: 12 min, exercises: {exercises}}}}}\n").workouts
    assert card.timed and card.timed.how == how


def test_as_many_as_possible_of_one_exercise_are_rounds_only_where_a_round_is_counted() -> None:
    bare, counted = (row.timed for row in gym("- burpee: AMRAP 5 min\n- burpee: AMRAP 5 min x 10").rows)
    assert bare and (bare.score, bare.by_hand, bare.how) == (("Reps",), False, "as many reps as possible")
    assert counted and (counted.score, counted.by_hand) == (("Rounds", "+ reps"), True)


def test_what_is_done_once_for_time_has_no_rounds_to_count() -> None:
    [row] = gym("- burpee: 50 reps for time").rows
    assert row.timed and (row.timed.tally, row.timed.by_hand, row.timed.score) == (0, False, ("Time", ":"))
    assert not row.boxed


def test_a_single_set_outside_of_rounds_is_one() -> None:
    [row] = gym("- lunge: 10/side").rows
    assert spaced(row.sets) == "1 × 10"


# The whole card --------------------------------------------------------------------------------------


def test_cool_down_and_columns_of_boxes() -> None:
    card = gym("- squat: 3x8", "cool_down: 5 min walk")
    assert card.cool_down == "5 min walk"
    assert (card.most_sets, card.three, card.few) == (3, True, True)
    assert gym("- squat: 5x5\n- plank: 3x30 s").most_sets == 5
    assert gym("- squat: 5/5/5/5/5 @ 50/55/60/65/70 kg\n- plank: 4x30 s").most_sets == 4, (
        "those with targets aside"
    )
    assert gym("- burpee: EMOM 10 min x 8").most_sets == 0
    assert gym("\n".join(["- squat: 5 sets of 5", *["- plank: 3x30 s"] * 4])).few is False


@pytest.mark.parametrize(
    ("sets", "said"), [("5/5/5+", True), ("3x5+", True), ("5/5/5", False), ("3xAMRAP", False)]
)
def test_the_plus_of_open_sets_is_explained_where_there_is_one(sets: str, said: bool) -> None:
    card = gym(f"- squat: {sets}\n- plank: 3x30 s")
    assert bool(card.footnote) == said
    assert not replace(card, rows=card.rows[1:]).footnote, "nor on a second card without it"


def test_a_rows_cue_is_as_many_short_cues_as_a_line_holds() -> None:
    [row] = gym("- squat: 3x8").rows
    assert row.cue
    assert len(row.cue) <= 48
    assert not row.cue.endswith((".", ";"))


def test_a_rows_second_cue_keeps_its_capital_for_german_nouns_have_one() -> None:
    text = "title: P\nlanguage: {}\nworkouts: {{a: {{exercises: [dumbbell-row: 3x8]}}}}\n"
    cues = [handout(text.format(language)).workouts[0].rows[0].cue for language in ("de", "en")]
    assert cues == [
        "Rücken gerade, Nacken lang. Ellbogen zur Hüfte",
        "Back flat, neck long. Elbow to the hip",
    ]


@pytest.mark.parametrize(
    ("days", "date"),
    [
        ("- mon: [{strength: a}]", "1 Mar"),
        ("- mon: [{strength: a}]\n    thu: [{strength: a}]", ""),
    ],
)
def test_the_only_day_of_a_workout_is_on_its_card(days: str, date: str) -> None:
    text = f"title: P\nstart: 2027-03-01\nweeks:\n  {days}\nworkouts: {{a: {{exercises: [squat: 3x8]}}}}\n"
    assert handout(text).workouts[0].date == date
    undated = text.replace("start: 2027-03-01\n", "")
    assert handout(undated).workouts[0].date == ""


def test_what_a_card_is_a_part_of_and_how_long_it_takes() -> None:
    card = gym("- squat: 3x8", "duration: 45 min")
    assert spaced(card.extent) == "about 45 min"
    assert spaced(replace(card, part="1 of 2").extent) == "1 of 2 · about 45 min"


def test_a_lighter_week_has_a_card_that_says_so() -> None:
    """Next to the duration: the title is as long, and as large, as on the others."""
    text = "title: P\nphases: {Base: 4}\nbase_week: {mon: {strength: a}}\nlighter: every 3rd week, sets -1\n"
    made = handout(f"{text}workouts: {{a: {{name: Legs, exercises: [squat: 3x8]}}}}\n")
    assert [(one.title, spaced(one.extent)) for one in made.workouts] == [
        ("Legs", "weeks 1–2, 4"),
        ("Legs", "week 3"),
    ]
    assert [spaced(one.name) for one in made.workouts] == ["Legs, weeks 1–2, 4", "Legs, week 3"]
    assert spaced(made.exercises[0].others) == "Week 3: 2 × 8"


def test_what_goes_by_the_clock_inside_a_workout_is_said_once() -> None:
    text = """
- squat: 5x5
- superset: [push-up: 10, pull-up: 5]
  format: AMRAP 8 min
  note: Steady.
- kettlebell-swing: 10 min EMOM 12
"""
    card = gym(text)
    assert [spaced(row.clock) for row in card.rows] == ["", "AMRAP 8 min", "", "EMOM 10 min"]
    assert [row.remark for row in card.rows] == ["", "Steady.", "", ""]


def test_loads_of_sets_that_differ_are_not_said_as_a_range_too() -> None:
    text = "- squat: 5/5/5+ @ 65/75/85%, rest 3 min\n- deadlift: 3x5 @ 75%, rest 3 min"
    waves, alike = gym(text).rows
    assert spaced(waves.whole) == "5/5/5+ · 65/75/85 %"
    assert [spaced(row.aim) for row in (waves, alike)] == ["rest 3 min", "75 % · rest 3 min"]


@pytest.mark.parametrize(
    ("sets", "said"),
    [
        ("3x5", "All 3 × 5? Next time +2.5 kg"),
        ("3x8-12", "All 3 × 12? Next time 3 × 8, +2.5 kg"),
        ("5/5/3/3/1/1+", "All sets done? Next time +2.5 kg"),
    ],
)
def test_the_next_time_is_said_of_all_sets_where_they_differ(sets: str, said: str) -> None:
    [row] = gym(f"- squat: {sets} @ 60 kg, then +2.5 kg").rows
    assert spaced(row.progression) == said


@pytest.mark.parametrize(
    ("rounds", "rows"),
    [
        ("3 rounds, 40 s on, 20 s off", [(3, "reps", ""), (3, "", ""), (3, "reps", "kg")]),
        ("5 rounds, 40 s on, 20 s off", [(5, "reps", ""), (5, "", ""), (5, "reps", "kg")]),
        ("6 rounds, 40 s on, 20 s off", [(0, "", ""), (0, "", ""), (0, "", "kg")]),
        ("3 rounds", [(0, "", ""), (0, "", ""), (0, "", "kg")]),
    ],
)
def test_repetitions_by_the_clock_are_written_down_round_by_round(
    rounds: str, rows: list[tuple[int, str, str]]
) -> None:
    """Holds are ticked off; a weight has a box only where the exercise needs one."""
    exercises = "[squat, plank, kettlebell-swing]"
    card = (handout(f"title: P\nworkouts: {{a: {{format: '{rounds}', exercises: {exercises}}}}}\n")).workouts[
        0
    ]
    assert [(row.rounds, row.counted, row.unit) for row in card.rows] == rows
    assert card.timed and bool(card.timed.tally) == (not rows[0][0]), "rounds are ticked off once"


def test_what_is_prescribed_in_a_round_needs_no_boxes_to_count_in() -> None:
    exercises = "[{squat: 10 reps}, {push-up: 10 reps}]"
    card = handout(
        f"title: P\nworkouts: {{a: {{format: '3 rounds, 40 s on, 20 s off', exercises: {exercises}}}}}\n"
    ).workouts[0]
    assert not any(row.rounds for row in card.rows)
