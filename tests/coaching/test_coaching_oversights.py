"""What is likely an oversight in a plan, and what isn't."""

import pytest

from tests.coaching.coaching_kit import of, weeks

ARMS = "workouts: {legs: {exercises: [squat: 3x8]}, arms: {exercises: [push-up: 3x8]}}\n"


def test_a_workout_that_no_day_has() -> None:
    text = weeks("{mon: {strength: legs}}", workouts=ARMS)
    assert of("CM101", text) == ["no day has the workout 'arms', so it gets no cards"]
    assert of("CM101", weeks("{mon: {strength: legs}, sun: {rest: '', workout: arms}}", workouts=ARMS)) == []
    assert of("CM101", ARMS) == []  # a plan of workouts alone


def test_an_exercise_of_its_own_that_no_workout_has() -> None:
    own = "exercises: {Nothing much: {name: Nothing much}, squat: {name: My squat}}\n"
    assert of("CM102", ARMS + own) == ["no workout has the exercise 'Nothing much', so it gets no card"]


def test_a_picture_of_an_exercise_that_no_workout_has() -> None:
    assert of("CM103", ARMS + "pictures: {plank: plank.jpg, squat: squat.jpg}\n") == [
        "no workout has the exercise 'plank', so its picture isn't printed"
    ]


def test_sets_that_look_like_a_slip() -> None:
    assert len(of("CM104", "workouts: {a: {exercises: [plank: 3x10]}}\n")) == 1
    assert of("CM104", "workouts: {a: {exercises: [plank: 3x30 s]}}\n") == []


def test_an_exercise_that_no_library_has() -> None:
    assert len(of("CM105", "workouts: {a: {exercises: [wild thing: 3x10, squat: 3x8]}}\n")) == 1


@pytest.mark.parametrize(
    ("week", "found"),
    [
        ("{name: Race week, mon: {run: 5 km easy}}", 1),
        ("{name: Race, mon: {run: 5 km easy}}", 1),
        ("{name: Race week, sun: {run: 10 km race}}", 0),
        ("{name: Race pace, mon: {run: 5 km easy}}", 0),
        ("{name: Base, mon: {run: 5 km easy}}", 0),
    ],
)
def test_a_week_called_after_a_race(week: str, found: int) -> None:
    assert len(of("CM107", weeks(week, workouts=""))) == found


@pytest.mark.parametrize(
    ("sets", "found"),
    [
        ("goblet-squat: 3x8", 1),
        ("goblet-squat: 3x8 16 kg", 0),
        ("goblet-squat: 3x8 @ RPE 7", 0),
        ("goblet-squat: 3x8 @ 2 RIR", 0),
        ("goblet-squat: 3x8 @ 70%", 0),
        ("goblet-squat: 3 sets to failure", 0),
        ("push-up: 3x8", 0),  # the body is the load
        ("goblet-squat", 0),  # nothing is prescribed
    ],
)
def test_sets_without_load_or_effort(sets: str, found: int) -> None:
    assert len(of("CM108", f"workouts: {{a: {{exercises: [{sets}]}}}}\n")) == found


def test_many_without_a_load_are_one_remark() -> None:
    listed = (
        "goblet-squat: 3x8, bench-press: 3x8, deadlift: 3x5, biceps-curl: 3x8, front-squat: 3x5, shrug: 3x8"
    )
    assert of("CM108", f"workouts: {{a: {{exercises: [{listed}]}}}}\n") == [
        "neither a load nor an effort for Goblet squat, Bench press, Deadlift, Biceps curl and 2 more"
    ]


@pytest.mark.parametrize(
    ("name", "exercise", "found"),
    [
        ("Upper body", "squat", 1),
        ("Upper body", "push-up", 0),
        ("Lower body", "push-up", 1),
        ("Legs", "squat", 0),
        ("Core", "biceps-curl", 1),
        ("Core", "dead-bug", 0),
        ("Monday", "squat", 0),
        ("Upper body", "my own thing", 0),
        ("Oberkörper", "squat", 1),
    ],
)
def test_a_workout_is_what_it_is_called(name: str, exercise: str, found: int) -> None:
    assert len(of("CM109", f"workouts: {{a: {{name: {name}, exercises: [{exercise}: 3x8]}}}}\n")) == found


@pytest.mark.parametrize(
    ("sets", "found"),
    [
        ("side-plank: 2x30 s", 1),
        ("bulgarian-split-squat: 2x8 @ RPE 7", 1),
        ("side-plank: 2x30 s/side", 0),
        ("side-plank: 2x30 s left", 0),
        ("side-plank", 0),  # nothing is prescribed
        ("bird-dog: 2x10", 0),  # the sides take turns
        ("plank: 2x30 s", 0),
    ],
)
def test_sets_that_do_not_say_for_which_side(sets: str, found: int) -> None:
    assert len(of("CM110", f"workouts: {{a: {{exercises: [{sets}]}}}}\n")) == found


@pytest.mark.parametrize(
    ("equipment", "found"),
    [
        ("", []),
        ("equipment: none\n", ["barbell and bench"]),
        ("equipment: [bench]\n", ["barbell"]),
        ("equipment: [barbell, bench]\n", []),
        ("equipment: [flying carpet]\n", []),  # a mistake, which is reported as one
    ],
)
def test_equipment_that_is_not_there(equipment: str, found: list[str]) -> None:
    exercises = "[bench-press: 3x8 60 kg, plank: 3x30 s, push-up: 3x8]"
    said = of("CM111", f"workouts: {{a: {{exercises: {exercises}}}}}\n{equipment}")
    assert said == [f"needs {what}, which isn't among the equipment: Bench press" for what in found]


def test_one_of_two_things_is_enough() -> None:
    plan = "workouts: {a: {exercises: [biceps-curl: 3x8 @ RPE 7]}}\n"
    assert of("CM111", f"{plan}equipment: [band]\n") == []
    assert len(of("CM111", f"{plan}equipment: [kettlebell]\n")) == 1
