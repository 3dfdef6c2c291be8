"""Sets that change from week to week, by rules of their own and by the plan's."""

import pytest

from cardmaker.plan.progression.rules import apart, progress_from
from tests.plan.progression.progression_kit import plan_of, refused, sets_of


def text_of(sets: str, more: str = "", weeks: int = 4) -> str:
    return f"title: x\nweeks: [{{repeat: {weeks}}}]\n{more}\nworkouts: {{legs: {{exercises: [{{squat: '{sets}'}}]}}}}\n"


def loads(text: str) -> list[str]:
    """What follows the reps in each week."""
    return [sets.partition(" ")[2] for sets in sets_of(text)]


@pytest.mark.parametrize(
    ("text", "sets", "rule"),
    [
        ("3x5 60 kg, +2.5 kg a week", "3x5 60 kg", "+2.5 kg a week"),
        ("3x5 60 kg +2.5 kg/week", "3x5 60 kg", "+2.5 kg/week"),
        ("3x5 60 kg; +5 lb every 2 weeks, to 200 lb", "3x5 60 kg", "+5 lb every 2 weeks, to 200 lb"),
        ("3x8-12 40 kg, then +2.5 kg", "3x8-12 40 kg", "then +2.5 kg"),
        ("3x5 60 kg, rest 2 min, +2.5 kg each time", "3x5 60 kg, rest 2 min", "+2.5 kg each time"),
        ("3x8 -> 3x10 -> 4x8, repeat", "3x8 -> 3x10 -> 4x8", "repeat"),
        ("3x5 60 kg, +2.5 kg a week, deload every 4th week: load -10%", "3x5 60 kg",
         "+2.5 kg a week, deload every 4th week: load -10%"),
        # in other orders
        ("3x5 60 kg, every week +2.5 kg", "3x5 60 kg", "+2.5 kg every week"),
        ("3x5 60 kg; weekly -2.5 kg", "3x5 60 kg", "-2.5 kg weekly"),
        ("3x5 60 kg, add 2.5 kg each week, to 80 kg", "3x5 60 kg", "+2.5 kg each week, to 80 kg"),
        ("3x5 60 kg, 2.5 kg more every session", "3x5 60 kg", "+2.5 kg every session"),
        # what is none
        ("3x8, add 2.5 kg each week", "3x8, add 2.5 kg each week", ""),
        ('3x8 60 kg "add 2 kg a week"', '3x8 60 kg "add 2 kg a week"', ""),
        ("3x8, then 2x10", "3x8, then 2x10", ""),
        ("3x10 +10 kg", "3x10 +10 kg", ""),
        ("3x8 60 kg, next time +2.5 kg a week", "3x8 60 kg, next time +2.5 kg a week", ""),
        ('3x8 "slow, +2 kg a week"', '3x8 "slow, +2 kg a week"', ""),
        ("5x5, -10%", "5x5, -10%", ""),
    ],
)  # fmt: skip
def test_a_rule_follows_the_sets(text: str, sets: str, rule: str) -> None:
    assert apart(text) == (sets, rule)


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        ("3x5 60 kg, +2.5 kg a week", ["60 kg", "62.5 kg", "65 kg", "67.5 kg"]),
        ("3x5 60 kg, +1 kg a week", ["60 kg", "60 kg", "62.5 kg", "62.5 kg"]),  # 61, 62, 63 on plates
        ("3x5 60.5 kg, +1 kg a week", ["60.5 kg", "61.5 kg", "62.5 kg", "63.5 kg"]),  # so there are other plates
        ("3x5 60 kg, +5 lb a week", ["60 kg", "62.5 kg", "65 kg", "67.5 kg"]),  # 62.27, 64.54, 66.8
        ("3x5 135 lb, +5 lb a week", ["135 lb", "140 lb", "145 lb", "150 lb"]),
        ("3x5 60 kg, +5% load a week", ["60 kg", "62.5 kg", "65 kg", "70 kg"]),  # 63, 66.15, 69.5
        ("3x5 60 kg, +2.5 kg every 2 weeks", ["60 kg", "60 kg", "62.5 kg", "62.5 kg"]),
        ("3x5 60 kg, +2.5 kg a week, to 65 kg", ["60 kg", "62.5 kg", "65 kg", "65 kg"]),
        ("3x5 60-70 kg, +2.5 kg a week", ["60-70 kg", "62.5-72.5 kg", "65-75 kg", "67.5-77.5 kg"]),
        ("3x5 2x8 kg, +1 kg a week", ["2x8 kg", "2x9 kg", "2x10 kg", "2x11 kg"]),  # the coach's own dumbbells
        ("3x5 2x8 kg, +10% load a week", ["2x8 kg", "2x8 kg", "2x10 kg", "2x10 kg"]),
        ("3x5 bodyweight, +2.5 kg a week",
         ["bodyweight", "bodyweight + 2.5 kg", "bodyweight + 5 kg", "bodyweight + 7.5 kg"]),
        ("3x5 -20 kg, -5 kg a week", ["-20 kg", "-15 kg", "-10 kg", "-5 kg"]),
        ("3x5 @ 70%, +2.5 points a week", ["@ 70%", "@ 72.5%", "@ 75%", "@ 77.5%"]),
        ("3x5 @ 70%, +2.5 kg a week", ["@ 70%", "@ 70% 1RM + 2.5 kg", "@ 70% 1RM + 5 kg", "@ 70% 1RM + 7.5 kg"]),
        ("3x5 60 kg, +2.5 kg a week, deload every 4th week: load -10%", ["60 kg", "62.5 kg", "65 kg", "57.5 kg"]),
        ("3x5 @ RPE 8, deload every 4th week: sets -1", ["@ RPE 8"] * 4),
    ],
)  # fmt: skip
def test_loads(sets: str, expected: list[str]) -> None:
    assert loads(text_of(sets)) == expected


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        ("3x8 40 kg, +1 rep a week", ["3x8", "3x9", "3x10", "3x11"]),
        ("3x8-10 40 kg, +1 rep a week, to 12 reps", ["3x8-10", "3x9-11", "3x10-12", "3x10-12"]),
        ("3x8 40 kg, +1 set every 2 weeks", ["3x8", "3x8", "4x8", "4x8"]),
        ("3x8/side 8 kg, +1 rep a week", ["3x8/side", "3x9/side", "3x10/side", "3x11/side"]),
        ("3x8 @ RPE 8, deload every 4th week: sets -1", ["3x8", "3x8", "3x8", "2x8"]),
        ("3x8 @ RPE 8, deload week 2, sets -90%", ["3x8", "1x8", "3x8", "3x8"]),
        ("3x8-12 40 kg, then +2.5 kg", ["3x8-12"] * 4),
        ("3x5 60 kg, +2.5 kg each time", ["3x5"] * 4),
        ("3x8-12 @ RPE 7, then +2.5 kg", ["3x8-12"] * 4),  # the athlete knows the weight
    ],
)  # fmt: skip
def test_sets_and_reps(sets: str, expected: list[str]) -> None:
    assert [one.partition(" ")[0] for one in sets_of(text_of(sets))] == expected


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        ("2x30 s, +5 s a week", ["2x30 s", "2x35 s", "2x40 s", "2x45 s"]),
        ("2x20 m 24 kg, +10 m a week", ["2x20 m 24 kg", "2x30 m 24 kg", "2x40 m 24 kg", "2x50 m 24 kg"]),
        ("3x8 -> 3x10, repeat", ["3x8", "3x10", "3x8", "3x10"]),
        ("3x8 40 kg -> 3x10 40 kg, +5 kg a cycle", ["3x8 40 kg", "3x10 40 kg", "3x8 45 kg", "3x10 45 kg"]),
        ("1x5 @ 85% TM -> 1x3 @ 90% TM, +2.5 kg a cycle",
         ["1x5 @ 85% TM", "1x3 @ 90% TM", "1x5 @ 85% TM + 2.5 kg", "1x3 @ 90% TM + 2.5 kg"]),
        ("warm-up 1x5 40 kg; 3x5 60 kg, +5 kg a week",
         ["warm-up 1x5 40 kg; 3x5 60 kg", "warm-up 1x5 40 kg; 3x5 65 kg", "warm-up 1x5 40 kg; 3x5 70 kg",
          "warm-up 1x5 40 kg; 3x5 75 kg"]),
    ],
)  # fmt: skip
def test_other_sets(sets: str, expected: list[str]) -> None:
    assert sets_of(text_of(sets)) == expected


def test_plates_of_the_athletes_own() -> None:
    """A bar of 15 kg and pairs down to 2.5 kg make steps of 5 kg."""
    athlete = "athlete: {bar: 15 kg, plates: '20, 10, 5, 2.5 kg'}"
    assert loads(text_of("3x5 60 kg, +2.5 kg a week", athlete)) == ["60 kg", "60 kg", "65 kg", "65 kg"]


def test_five_three_one_rises_with_each_cycle() -> None:
    wave = "5/5/5+ @ 65/75/85% TM -> 3/3/3+ @ 70/80/90% TM -> 5/3/1+ @ 75/85/95% TM -> 3x5 @ 50% TM, +5 kg a cycle"
    weeks = sets_of(text_of(wave, weeks=12))
    assert [one.count("+ 5 kg") + 2 * one.count("+ 10 kg") for one in weeks[::4]] == [0, 3, 6]
    assert weeks[6] == "1x5 @ 75% TM + 5 kg, 1x3 @ 85% TM + 5 kg, 1x1+ @ 95% TM + 5 kg"
    assert weeks[11] == "3x5 @ 50% TM + 10 kg"


BASED = """\
title: x
phases: {Base: 4, Build: {weeks: 2, change: {squat: +5 kg a week}}}
base_week: {mon: {strength: legs}, thu: {strength: core}}
lighter: every 4th week, -30%
change: {squat: +2.5 kg a week, core: +5 s a week}
workouts:
  legs: {exercises: [{squat: 3x5 60 kg}, {glute-bridge: 'SETS'}]}
  core: {exercises: [{plank: 3x30 s}]}
"""


def test_changes_of_the_plan_by_exercise_and_by_workout() -> None:
    text = BASED.replace("SETS", "3x10 20 kg, +1 rep a week")
    assert sets_of(text) == ["3x5 60 kg", "3x5 62.5 kg", "3x5 65 kg", "2x5 65 kg", "3x5 70 kg", "3x5 75 kg"]
    assert sets_of(text, "plank") == ["3x30 s", "3x35 s", "3x40 s", "2x40 s", "3x45 s", "3x50 s"]
    assert [one[:4] for one in sets_of(text, "glute-bridge")] == [
        "3x10",
        "3x11",
        "3x12",
        "2x12",
        "3x13",
        "3x14",
    ]


def test_weeks_written_out_are_taken_as_they_are() -> None:
    text = BASED.replace(
        "{glute-bridge: 'SETS'}", "{exercise: glute-bridge, weeks: [3x8, 3x10], progress: +1 rep a week}"
    )
    assert sets_of(text, "glute-bridge") == ["3x8", *["3x10"] * 5]


def test_a_rule_is_kept_for_the_card() -> None:
    workouts = plan_of(BASED.replace("SETS", "3x8-12 20 kg, then +2.5 kg")).workouts
    squat, bridge = workouts["legs"].entries
    assert squat.progress is None  # its rule isn't the same in all weeks
    assert bridge.progress.double
    assert bridge.progress.change.amount == 2.5
    same = plan_of(BASED.replace("SETS", "3x10").replace("{weeks: 2, change: {squat: +5 kg a week}}", "2"))
    assert same.workouts["legs"].entries[0].progress == progress_from("+2.5 kg a week")


@pytest.mark.parametrize(
    ("sets", "message"),
    [
        ("3x10 20 kg, +10% a week",
         "'+10%' of what? write '+10% load a week', '+1 rep a week' or '+1 set a week'"),
        ("5x5 @ 70%, +2.5% a week",
         "'+2.5%' could be of the load or 2.5 points; write '+2.5% load a week' or '+2.5 points a week'"),
        ("3x10, +2.5 kg a week", "says no weight that could grow; write it, as in '3x5 60 kg'"),
        ("3x10 red band, +2.5 kg a week", "says no weight that could grow; write it, as in '3x5 60 kg'"),
        ("3x5 -20 kg, +5 kg a week", "has help, of which 5 kg more makes it easier; write '-5 kg a week'"),
        ("3x30 s, +1 rep a week", "has sets without repetitions; write them like '3x8'"),
        ("3x8-12 20 kg, then +10%",
         "'+10%' of what? write '+10% load a week', '+1 rep a week' or '+1 set a week'"),
        ("3x10, +2.5 kg a cycle",
         "a cycle of which weeks? write them with arrows: '3x8 -> 3x10 -> 4x8, +2.5 kg a cycle'"),
        ("3x10 -> 3x12, +1 rep a week",
         "'+1 rep a week' next to sets week by week: write '+1 reps a cycle', or leave the arrows out"),
        ("1x5 60 kg, 1x5 70 kg, +1 set a week",
         "has sets that differ, so it isn't plain what one more is; write them week by week: '3x8 -> 4x8'"),
    ],
)  # fmt: skip
def test_what_has_two_meanings_is_asked(sets: str, message: str) -> None:
    assert refused(text_of(sets)) == [f"4: workouts.legs.exercises.0: {message}"]


def test_a_rule_in_two_places() -> None:
    text = text_of("3x5 60 kg, +2.5 kg a week").replace("}]}}", ", progress: repeat}]}}")
    (line,) = refused(text)
    assert line.endswith("the rule is given twice, '+2.5 kg a week' and 'repeat'; give it once")
