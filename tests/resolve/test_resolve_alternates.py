"""Exercises are swapped for others that can be done with what there is, train the same and are counted alike."""

import pytest

from cardmaker.api import Job, Order
from cardmaker.errors import NotFoundError, PlanError
from tests.kit import shared_workshop
from tests.resolve.resolve_kit import spaced

WORKSHOP = shared_workshop()
PLAN = """title: Week
{more}workouts:
  gym:
    exercises: [{exercises}]
"""


def made(exercises: str, *without: str, more: str = "", level: str = "") -> Job:
    plan = PLAN.format(more=more, exercises=exercises)
    return WORKSHOP.make(plan, Order(parts=("gym",), without=without, level=level))


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


@pytest.mark.parametrize(
    ("exercise", "level", "instead"),
    [
        ("pull-up: 3x5", "intermediate", "Chin-up"),
        ("chin-up: 3x5", "advanced", "Pull-up"),
        ("chin-up: 3x5", "intermediate", "Chin-up"),
        ("calf-raise: 3x12", "intermediate", "Single-leg calf raise"),
        ("calf-raise: 3x12", "advanced", "Single-leg calf raise"),  # as far as it goes
        ("squat: 3x8", "advanced", "Squat"),  # what is harder needs what isn't there
        ("pull-up: 3x5, chin-up: 3x5", "intermediate", "Pull-up, Chin-up"),  # is there already
        ("side-plank: 2x30 s/side", "beginner", "Side plank"),  # the easier one counts repetitions
        ("single-leg-calf-raise: 2x8 left only", "beginner", "Single-leg calf raise"),
        ("my own thing: 3x8", "beginner", "My own thing"),
    ],
)
def test_steps_lead_to_a_level(exercise: str, level: str, instead: str) -> None:
    job = made(exercise, level=level)
    assert names(job) == instead.split(", ")
    assert names(made(exercise, more=f"level: {level}\n")) == names(job)


def test_each_step_is_said() -> None:
    job = made("calf-raise: 3x12 20 kg, squat: 3x8", level="intermediate")
    assert [note for note in job.notes if "in place of" in note] == [
        "Single-leg calf raise in place of Calf raise, which is for beginners; how heavy it is is left to the athlete"
    ]


@pytest.mark.parametrize(
    ("exercise", "level", "sets"),
    [
        ("calf-raise: 3x12", "intermediate", "3 × 12 / side"),
        ("single-leg-calf-raise: 3x12/side", "beginner", "3 × 12"),
    ],
)
def test_sets_count_each_side_where_a_step_is_for_one(exercise: str, level: str, sets: str) -> None:
    (row,) = made(exercise, level=level).handout.workouts[0].rows
    assert spaced(f"{row.sets} {row.sets_label}".strip()) == sets


def test_steps_keep_to_what_there_is() -> None:
    assert names(made("pull-up: 3x5", level="beginner")) == ["Pull-up"]
    assert names(made("pull-up: 3x5", more="equipment: [machine, pull-up bar]\n", level="beginner")) == [
        "Lat pulldown"
    ]


@pytest.mark.parametrize(
    ("head", "instead"),
    [
        ("athlete: {level: beginner}\n", "Step-up"),
        ("athlete: {level: intermediate}\n", "Pistol squat"),
        ("athlete: {level: beginner}\nignore: CM313\n", "Pistol squat"),
        ("athlete: {level: beginner}\nignore: [Too-Advanced]\n", "Pistol squat"),
        ("level: athlete\n", "Pistol squat"),
        ("athlete: {level: intermediate}\nlevel: athlete\n", "Step-up"),
    ],
)
def test_a_beginner_has_nothing_for_the_advanced_and_others_what_is_written(head: str, instead: str) -> None:
    assert names(made("pistol-squat: 3x5/side", more=head)) == [instead]


def test_what_is_too_hard_and_has_no_step_is_named() -> None:
    job = made("turkish-get-up: 2x3/side 12 kg", more="athlete: {level: beginner}\n")
    assert "Turkish get-up stays, which is for the advanced: no easier step trains the same" in job.notes
