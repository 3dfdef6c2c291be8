"""A load without a unit is in that of the plan's other loads, where these have one and the same."""

import pytest

import cardmaker
from cardmaker.errors import PlanError
from cardmaker.plan.sets.usual import lacks_unit, usual_load, with_unit


@pytest.mark.parametrize(
    ("texts", "unit"),
    [
        (("5x5 @ 80 kg", "3x8 60kg", "3x8 @ 60"), "kg"),
        (("5x5 @ 80%", "5/3/1 @ 75/85/95%"), "%"),
        (("3x8 135 lb", "3x5 @ 225 lbs", "3x10"), "lb"),
        (("5x5 @ 80%", "3x8 60 kg", "3x8 40 kg"), ""),
        (("5x5 @ 80%", "3x5 @ 85%, next +2.5 kg"), "%"),
        (("5x5 @ 80 kg", "3x8 @ 60"), ""),
        (("3x10", "3x8 -10%"), ""),
    ],
)
def test_the_unit_is_the_only_one_that_loads_have(texts: tuple[str, ...], unit: str) -> None:
    assert usual_load(texts) == unit


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3x5 @ 60", "3x5 @ 60 kg"),
        ("3x5 @60, rest 90 s", "3x5 @ 60 kg, rest 90 s"),
        ("3x5 @ 60/65/70", "3x5 @ 60/65/70 kg"),
        ("2x5 @ 62.5; 1x3 @ 70", "2x5 @ 62.5 kg; 1x3 @ 70 kg"),
        ("3x8 @ 60 -> 3x8 @ 65", "3x8 @ 60 kg -> 3x8 @ 65 kg"),
    ],
)
def test_what_may_be_a_weight_or_per_cent_has_it(text: str, said: str) -> None:
    assert lacks_unit(text)
    assert with_unit(text, "kg") == said
    assert with_unit(text, "") == text


@pytest.mark.parametrize(
    "text",
    [
        "3x8 @ 8",
        "3x8 @ 7, 8, 9",
        "3x8 @ 3010",
        "3x8 @ 20X1",
        "3x5 @ 80%",
        "3x5 @ 60 kg",
        "5 @ 140 bpm",
        "3x5 @ 185",
    ],
)
def test_what_is_no_such_load_stays(text: str) -> None:
    assert with_unit(text, "kg") == text


PLAN = """\
title: T
workouts:
  a:
    exercises:
      - squat: 5x5 @ {}
      - bench press: 3x8 @ {}
      - deadlift: 1x5 @ 90
weeks:
  - mon: {{strength: a}}
"""


def test_a_plans_load_is_in_the_unit_of_its_others() -> None:
    plan = cardmaker.load(PLAN.format("80%", "75%"), name="plan.yaml").plan
    assert [str(entry.sets) for entry in plan.workouts["a"].entries] == [
        "5x5 @ 80%",
        "3x8 @ 75%",
        "1x5 @ 90%",
    ]
    plan = cardmaker.load(PLAN.format("80 kg", "50 kg"), name="plan.yaml").plan
    assert [str(entry.sets) for entry in plan.workouts["a"].entries][2] == "1x5 90 kg"


def test_a_plan_with_loads_of_two_kinds_is_asked() -> None:
    with pytest.raises(PlanError, match="is '@ 90' a weight or per cent"):
        cardmaker.load(PLAN.format("80 kg", "75%"), name="plan.yaml")


def test_check_says_that_a_load_is_read_in_the_unit_of_others() -> None:
    [said] = cardmaker.load(PLAN.format("80 kg", "50 kg"), name="plan.yaml").source.oversights
    assert (said.line, "'1x5 @ 90'" in said.message, "read in kg" in said.message) == (7, True, True)
    assert not cardmaker.load(
        PLAN.format("80 kg", "50 kg").replace("@ 90", "@ 90 kg"), name="plan.yaml"
    ).source.oversights
