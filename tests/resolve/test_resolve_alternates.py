"""Exercises are swapped for others that can be done with what there is, train the same and are counted alike."""

import pytest

from cardmaker.api import Job, Order, Workshop
from cardmaker.errors import NotFoundError, PlanError

WORKSHOP = Workshop()
PLAN = """title: Week
{more}workouts:
  gym:
    exercises: [{exercises}]
"""


def made(exercises: str, *without: str, more: str = "") -> Job:
    plan = PLAN.format(more=more, exercises=exercises)
    return WORKSHOP.make(plan, Order(parts=("gym",), without=without))


def names(job: Job) -> list[str]:
    return [exercise.name for exercise in job.handout.exercises]


def test_without_saying_anything_nothing_is_swapped() -> None:
    job = made("bench press: 3x8 60 kg")
    assert names(job) == ["Bench press"]


@pytest.mark.parametrize(
    ("exercise", "without", "instead"),
    [
        ("leg press: 3x10", ("machine",), "Squat"),
        ("lat pulldown: 3x10", ("machine",), "Band row"),
        ("bench press: 3x8", ("barbell", "bench"), "Push-up"),
        ("plank: 3x30 s", ("barbell", "machine", "dumbbells"), "Plank"),
    ],
)
def test_a_swap_goes_to_the_nearest(exercise: str, without: tuple[str, ...], instead: str) -> None:
    assert names(made(exercise, *without)) == [instead]


def test_each_swap_is_said_once_with_what_is_lacking() -> None:
    job = made(
        "leg press: 3x10 80 kg, leg press: 2x12 60 kg".replace(", leg press: 2x12 60 kg", ""), "machine"
    )
    (note,) = [note for note in job.notes if "in place of" in note]
    assert note.startswith("Squat in place of Leg press, as there is no machine")
    assert "how heavy" in note


def test_loads_do_not_go_from_one_exercise_to_another() -> None:
    job = made("leg press: 3x10 83 kg", "machine")
    assert "83\u00a0kg" not in repr(job.handout) and "83 kg" not in repr(job.handout)


def test_a_loaded_squat_needs_its_bar() -> None:
    assert names(made("squat: 3x8", "barbell")) == ["Squat"]
    assert names(made("squat: 3x8 60 kg", "barbell")) == ["Goblet squat"]


def test_a_plan_says_what_there_is() -> None:
    assert names(made("leg press: 3x10", more="equipment: none\n")) == ["Squat"]
    assert names(made("leg press: 3x10", more="equipment: [machine]\n")) == ["Leg press"]


def test_one_dumbbell_is_there_where_two_are() -> None:
    assert names(made("goblet squat: 3x8", more="equipment: [dumbbells]\n")) == ["Goblet squat"]


def test_what_has_no_alternate_stays_and_is_named() -> None:
    job = made("hip adduction machine: 3x10", "machine", "band", "anchor")
    assert len(names(job)) == 1
    assert any("stays: nothing without" in note or "in place of" in note for note in job.notes)


def test_equipment_that_is_not_known_is_refused() -> None:
    with pytest.raises(NotFoundError, match="did you mean 'barbell'"):
        made("squat: 3x8", "barbel")
    with pytest.raises(PlanError, match=r"plan:2: equipment: no equipment 'barbel'"):
        made("squat: 3x8", more="equipment: [barbel]\n")
