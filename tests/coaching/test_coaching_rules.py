"""Advice: each rule fires on what it is about, and on nothing else."""

import pytest

from cardmaker.coaching.rules import Advice, advise
from cardmaker.plan.model import Plan
from cardmaker.validation import read

WORKOUTS = {"legs": {"exercises": ["squat"]}}


def plan(*weeks: object, **more: object) -> Plan:
    return read(Plan, {"title": "Plan", "weeks": list(weeks), "workouts": WORKOUTS, **more})


def week(*runs: str, **days: object) -> dict[str, object]:
    """A week of runs from Tuesday on, with strength on Monday."""
    names = ("tue", "wed", "thu", "fri", "sat", "sun")
    return {
        "mon": [{"strength": "legs"}],
        **{d: [{"run": r}] for d, r in zip(names, runs, strict=False)},
        **days,
    }


def messages(*weeks: object, **more: object) -> list[str]:
    return [advice.message for advice in advise(plan(*weeks, **more))]


def test_nothing_to_say() -> None:
    assert advise(plan(week("5 km easy"))) == ()


RUN, STRENGTH = {"run": "5 km easy"}, {"strength": "legs"}
DAYS = [
    ([STRENGTH, RUN], True),
    ([RUN, STRENGTH], False),
    ([RUN, STRENGTH, RUN], True),
    ([STRENGTH], False),
    ([RUN], False),
    ([STRENGTH, {"cross-training": "30 min bike"}], False),
]


@pytest.mark.parametrize(("items", "reported"), DAYS)
def test_strength_before_the_run(items: list[dict[str, str]], reported: bool) -> None:
    advice = advise(plan({"mon": [STRENGTH]}, {"thu": items}))
    assert [one.field for one in advice] == ([("weeks", 1, "thu")] if reported else [])
    if reported:
        assert advice[0].message.startswith("strength comes before the run on Thursday of week 2; run first")


STEPS = [
    # kilometres a week, the weeks (from 1) that are named
    ((20, 22), ()),
    ((20, 23), (2,)),
    ((20, 22, 24.2, 26.6), ()),
    ((20, 22, 26), (3,)),
    ((30, 20, 30), ()),  # back from a lighter week
    ((30, 20, 34), (3,)),
    ((30, 20, 20, 20, 25), (5,)),  # three lighter weeks are the habit now
    ((30, 20, 20, 30), ()),  # two lighter weeks aren't yet
    ((5, 5.9), ()),  # a step of less than a kilometre
    ((0, 20), ()),  # a first week of running
    ((20,), ()),
]


@pytest.mark.parametrize(("distances", "reported"), STEPS)
def test_great_steps(
    distances: tuple[float, ...],
    reported: tuple[int, ...],
) -> None:
    weeks = [week(f"{km} km easy") if km else week() for km in distances]
    fields = [advice.field for advice in advise(plan(*weeks))]
    assert fields == [("weeks", number - 1) for number in reported]


def test_a_great_step_is_reported_in_numbers() -> None:
    assert messages(week("10 km easy", "10 km easy"), week("13 km easy", "12 km easy")) == [
        "week 2 has 25.0 km of running after 20.0 km, 25% more; a tenth is plenty"
    ]


def test_weeks_given_by_time() -> None:
    assert messages(week("60 min easy", "60 min easy"), week("80 min easy", "70 min easy")) == [
        "week 2 has 150 min of running after 120 min, 25% more; a tenth is plenty"
    ]
    assert messages(week("60 min easy"), week("65 min easy")) == []
    assert messages(week("30 min easy"), week("40 min easy")) == []  # a step of ten minutes, and of one more
    assert messages(week("30 min easy"), week("41 min easy")) == [
        "week 2 has 41 min of running after 30 min, 37% more; a tenth is plenty"
    ]


def test_weeks_that_cannot_be_compared() -> None:
    assert messages(week("10 km easy"), week("3 h easy")) == []
    assert messages(week("10 km easy", "30 min easy"), week("50 km easy")) == []


def test_a_workout_that_no_day_has() -> None:
    workouts = {**WORKOUTS, "arms": {"exercises": ["push-up"]}}
    assert advise(plan(week("5 km easy"), workouts=workouts)) == (
        Advice(("workouts", "arms"), "no day has the workout 'arms', so it gets no cards"),
    )
    assert messages(week("5 km easy", sun=[{"rest": "", "workout": "arms"}]), workouts=workouts) == []


def test_a_plan_of_workouts_alone() -> None:
    assert advise(read(Plan, {"title": "Plan", "workouts": WORKOUTS})) == ()


def test_an_exercise_of_its_own_that_no_workout_has() -> None:
    own = {"Wall sit": {"name": "Wall sit"}, "squat": {"name": "My squat"}}
    assert advise(plan(week("5 km easy"), exercises=own)) == (
        Advice(("exercises", "Wall sit"), "no workout has the exercise 'Wall sit', so it gets no card"),
    )


def test_a_picture_of_an_exercise_that_no_workout_has() -> None:
    pictures = {"plank": "plank.jpg", "squat": "squat.jpg"}
    assert advise(plan(week("5 km easy"), pictures=pictures)) == (
        Advice(("pictures",), "no workout has the exercise 'plank', so its picture isn't printed"),
    )
