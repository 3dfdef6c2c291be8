"""An athlete's races and lifts → paces in runs, times of weeks, weights in place of percentages."""

import re

import pytest

from cardmaker.plan.athlete import Athlete, read_race
from cardmaker.plan.fields import read_pace
from cardmaker.plan.runs.notation import parse_run
from cardmaker.resolve.paces import Paces, pace_notes
from cardmaker.resolve.running import Runner
from cardmaker.resolve.runsteps import leads
from cardmaker.training.paces import EASY_PACE
from tests.resolve.resolve_kit import EN, card, handout, read, spaced

FIVE_K = Athlete(races=(read_race("5 km", "19:57"),))  # VDOT 50
RUNNER = Runner(EN, "metric", Paces(FIVE_K))
MILES = Runner(EN, "imperial", Paces(FIVE_K))


def lines(text: str, runner: Runner = RUNNER) -> list[str]:
    return [spaced(str(line)) for line in runner.lines(parse_run(text))]


def test_the_time_of_a_run_of_several_parts_is_on_a_line_of_its_own() -> None:
    *parts, whole = lines("2 km wu / 4 km tempo / 2 km cd")
    assert len(parts) == 3
    assert re.fullmatch(r"about \d+ min in all", whole)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 km wu / 6-8 x 400 m @ 5k w/ 200 m jog / 10 min cd", ["2 km", "6–8 ×", "10 min"]),
        ("12 km easy w/ 5 x 1 min fast", ["12 km"]),
        ("10 km easy", []),
    ],
)
def test_lines_of_parts_begin_with_how_much_each_is(text: str, expected: list[str]) -> None:
    run = parse_run(text)
    found = leads(RUNNER, run)
    assert [spaced(lead) for lead in found] == expected
    assert all(str(line).startswith(lead) for line, lead in zip(RUNNER.lines(run), found, strict=False))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 km easy", ["4:55–5:50/km · about 54 min"]),
        ("40 min easy", ["4:55–5:50/km"]),
        ("6 km threshold", ["4:15–4:28/km · about 26 min"]),
        ("6 km tempo", ["4:15–4:28/km · about 26 min"]),
        ("10 km marathon", ["4:31/km · about 45 min"]),
        (
            "6 x 400 m @ 5k w/ 1 min jog",
            ["6 × 400 m at 5k pace in 1:36, 1 min jog after each · about 16 min"],
        ),
        (
            "5 x 1 km @ I w/ 3 min jog",
            ["5 × 1 km interval pace at 3:50–4:00/km, 3 min jog after each · about 35 min"],
        ),
        (
            "8 x 400 m @ R w/ 400 m jog",
            ["8 × 400 m repetition pace in 1:28, 400 m jog after each · about 29 min"],
        ),
    ],
)
def test_efforts_have_their_paces(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    "text",
    ["8 km @ 5:00/km", "10 km Z2 @ 140-150 bpm", "8 km easy @ RPE 4", "6 x 400 m in 1:40 w/ 200 m jog"],
)
def test_what_the_coach_says_goes_before(text: str) -> None:
    assert lines(text)[0].replace(" · about ", "\n").split("\n")[0] == lines(text, Runner(EN, "metric"))[0]


@pytest.mark.parametrize(
    "text", ["30 min walk", "8 x 20 s strides", "6 x 1 min fast w/ 1 min jog", "8 km steady"]
)
def test_efforts_without_a_pace_keep_their_words(text: str) -> None:
    assert "/km" not in " ".join(lines(text))


def test_paces_are_by_the_readers_unit() -> None:
    assert lines("10 km easy", MILES) == ["7:55–9:23/mi · about 54 min"]


def test_of_nobody_nothing_is_worked_out() -> None:
    nobody = Paces(Athlete())
    assert not nobody.known
    assert nobody.easy == EASY_PACE
    assert nobody.of("threshold") is None
    assert lines("10 km easy", Runner(EN, "metric")) == []


def test_an_estimate_is_not_printed() -> None:
    runner = Runner(EN, "metric", Paces(Athlete(), read_pace("5:00/km")))
    assert runner.easy == "5:00/km"
    assert lines("10 km easy", runner) == []


def test_own_paces_go_before_those_of_races() -> None:
    own = Paces(FIVE_K.but(easy_pace=read_pace("5:30/km"), threshold_pace=read_pace("4:20/km")))
    assert str(own.of("long")) == "5:30/km"
    assert str(own.of("threshold")) == "4:20/km"
    assert str(own.of("5k")) == "3:59/km"


def test_a_pace_at_threshold_is_enough() -> None:
    paces = Paces(Athlete(threshold_pace=read_pace("4:15/km")))
    assert str(paces.of("marathon")) == "4:31/km"
    assert str(paces.of("5k")) == "3:59/km"
    assert not paces.is_far


def test_a_race_over_the_distance_counts_itself() -> None:
    paces = Paces(Athlete(races=(read_race("5 km", "19:57"), read_race("half", "1:35:00"))))
    assert str(paces.of("half")) == "4:30/km"
    assert paces.is_far
    assert not Paces(Athlete(races=(read_race("marathon", "3:20:00"),))).is_far


PLAN = """\
title: Plan
athlete: {{lifts: {{squat: 100 kg, biceps curl: 15 kg}}, bodyweight: 71 kg{more}}}
workouts:
  a: {{exercises: [squat: {sets}, biceps curl: 3x10 @ 70%, plank: 2x30 s]}}
"""


def load(sets: str, exercise: str = "squat", more: str = "") -> str:
    return spaced(card(handout(PLAN.format(sets=sets, more=more)), exercise).load)


@pytest.mark.parametrize(
    ("sets", "weight"),
    [
        ("3x5 @ 80%", "80 kg"),
        ("3x5 @ 81%", "80 kg"),
        ("3x5 @ 81.5%", "82.5 kg"),
        ("3x5 @ 70-75%", "70–75 kg"),
        ("5/3/1+ @ 75/85/95%", "75–95 kg"),
        ("3x5 @ 80% TM", "72.5 kg"),
        ("3x5 60 kg", "60 kg"),
        ("3x5 @ RPE 8", ""),
    ],
)
def test_percentages_become_weights(sets: str, weight: str) -> None:
    assert load(sets) == weight


def test_dumbbells_go_by_their_own_steps() -> None:
    assert load("3x5", "biceps-curl") == "10 kg"


def test_only_plates_that_are_there() -> None:
    assert load("3x5 @ 80%", more=", plates: '20, 10 kg', bar: 15 kg") == "75 kg"


def test_pounds() -> None:
    made = handout(f"units: imperial\n{PLAN.format(sets='3x5 @ 80%', more='')}")
    assert spaced(card(made, "squat").load) == "175 lb"  # 176.4 lb of 220.5


def test_percent_of_what_is_not_known_stays() -> None:
    made = handout("title: P\nworkouts: {a: {exercises: [squat: 3x5 @ 80%]}}\n")
    assert spaced(card(made, "squat").load) == "80 %"


def test_maxima_are_estimated_from_sets() -> None:
    text = PLAN.format(sets="3x5 @ 80%", more="").replace("squat: 100 kg", "squat: 5 x 90 kg")
    assert spaced(card(handout(text), "squat").load) == "80 kg"  # 81 kg of 101.3


WAVE = """\
title: Plan
athlete: {lifts: {squat: 100 kg}}
weeks: [{repeat: 2, mon: {strength: a}}]
workouts: {a: {exercises: [{squat: 3x5 @ 70% -> 3x3 @ 80%}]}}
"""


def test_loads_in_each_week_of_a_wave() -> None:
    log = card(handout(WAVE), "squat").log[:2]
    assert [row.load for row in log] == ["70", "80"]


@pytest.mark.parametrize(
    ("races", "run", "noted"),
    [
        ("10 km: '42:00'", "10 km @ marathon", True),
        ("10 km: '42:00'", "16 km with 6 km @ MP", True),
        ("10 km: '42:00'", "10 km @ half", False),
        ("marathon: '3:20:00'", "10 km @ marathon", False),
    ],
)
def test_a_marathon_predicted_from_far_is_noted(races: str, run: str, noted: bool) -> None:
    plan, _ = read(f"title: P\nathlete: {{races: {{{races}}}}}\nweeks: [{{mon: {{run: {run}}}}}]\n")
    assert bool(list(pace_notes(plan))) is noted
