"""Rules of strength training, each at its edges: what trips it, and what just doesn't."""

import pytest

from tests.coaching.coaching_kit import of, weeks

BEGINNER = "athlete: {level: beginner}\n"


@pytest.mark.parametrize(("head", "days", "found"), [
    (BEGINNER, "mon, wed, fri", 1),
    (BEGINNER, "mon, fri", 0),
    ("", "mon, wed, fri", 0),
])  # fmt: skip
def test_a_beginner_starts_small(head: str, days: str, found: int) -> None:
    assert len(of("CM301", weeks(f"{{'{days}': {{strength: light}}}}", head=head))) == found


@pytest.mark.parametrize(("exercise", "head", "found"), [
    ("pistol-squat", BEGINNER, 1),
    ("squat", BEGINNER, 0),
    ("pistol-squat", "", 0),
])  # fmt: skip
def test_a_beginners_exercises(exercise: str, head: str, found: int) -> None:
    text = f"title: Plan\n{head}workouts: {{a: {{exercises: [{exercise}: 3x5]}}}}\n"
    assert len(of("CM313", text)) == found


STRENGTH = """\
workouts:
  legs: {exercises: [squat: 3x8 @ RPE 7]}
  heavy: {exercises: [squat: 3x5 @ 85%]}
"""


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("[{strength: legs}, {run: 5 km easy}]", 1),
        ("[{run: 5 km easy}, {strength: legs}]", 0),
        ("[{run: 5 km easy}, {strength: legs}, {run: 2 km easy}]", 1),
        ("[{strength: heavy}, {run: 5 km easy}]", 0),  # the lifting is what the day is for
        ("[{strength: heavy}, {run: 5 km tempo}]", 1),
        ("[{strength: legs}]", 0),
        ("[{strength: legs}, {cross-training: 30 min bike}]", 0),
    ],
)
def test_the_order_on_shared_days(day: str, found: int) -> None:
    assert len(of("CM302", weeks(f"{{thu: {day}}}", workouts=STRENGTH))) == found


def test_the_order_in_several_weeks_is_one_remark() -> None:
    text = weeks("{repeat: 2, thu: [{strength: legs}, {run: 5 km easy}]}", workouts=STRENGTH)
    assert of("CM302", text) == [
        "strength comes before the run on Thursday (weeks 1 and 2); run first where running is the aim"
    ]


WHOLE = "squat: 3x8, romanian-deadlift: 3x8, calf-raise: 3x12, plank: 2x30 s"


def body(exercises: str) -> str:
    return weeks("{mon: {strength: a}}", workouts=f"workouts: {{a: {{exercises: [{exercises}]}}}}\n")


@pytest.mark.parametrize(
    ("exercises", "lacking"),
    [
        (WHOLE, []),
        (WHOLE.replace("calf-raise: 3x12, ", ""), ["nothing for the calves in week 1"]),
        ("push-up: 3x8", ["nothing for the quads, hamstrings, glutes and calves in week 1"]),
        (f"{WHOLE.replace('calf-raise: 3x12, ', '')}, my own thing: 3x8", []),  # it may be for the calves
    ],
)
def test_the_whole_body(exercises: str, lacking: list[str]) -> None:
    assert of("CM303", body(exercises)) == lacking


def test_the_week_of_a_race_needs_no_whole_body() -> None:
    little = "workouts: {a: {exercises: [push-up: 3x8]}}\n"
    found = "nothing for the quads, hamstrings, glutes and calves in week 1"
    assert of("CM303", weeks("{mon: {strength: a}}", workouts=little)) == [found]
    assert of("CM303", weeks("{mon: {strength: a}, sun: {run: 10 km race}}", workouts=little)) == []


def test_two_sessions_make_a_whole_body_together() -> None:
    workouts = "workouts: {a: {exercises: [squat: 3x8, plank: 2x30 s]}, b: {exercises: [romanian-deadlift: 3x8, calf-raise: 3x12]}}\n"  # noqa: E501
    assert of("CM303", weeks("{mon: {strength: a}, thu: {strength: b}}", workouts=workouts)) == []


@pytest.mark.parametrize(
    ("week", "found"),
    [
        ("{mon: {strength: a}, tue: {strength: a}}", 1),
        ("{mon: {strength: a}, wed: {strength: a}}", 0),
        ("{mon: {strength: a}, tue: {strength: b}}", 0),
        ("{mon: {strength: core}, tue: {strength: core}}", 0),  # recovers by the next day
        ("{mon: {strength: a}, tue: {strength: little}}", 0),
    ],
)
def test_muscles_recover(week: str, found: int) -> None:
    workouts = (
        "workouts: {a: {exercises: [squat: 4x8]}, b: {exercises: [push-up: 4x8]}, core: {exercises: [plank: 4x30 s]},"
        " little: {exercises: [squat: 3x8]}}\n"
    )
    assert len(of("CM304", weeks(week, workouts=workouts))) == found


@pytest.mark.parametrize(
    ("sets", "grown"),
    [
        ("3x8 60 kg -> 3x8 66 kg", ""),
        ("3x8 60 kg -> 3x8 67 kg", "12% in load"),
        ("3x8 -> 4x8", ""),  # one set more is the smallest step
        ("3x8 -> 5x8", "67% in repetitions"),
        ("3x8 -> 3x10", ""),
        ("3x8 -> 3x11", "38% in repetitions"),
        ("3x8 -> 4x10", "67% in repetitions"),
        ("3x30 -> 3x33", ""),
        ("3x10 -> 3x8", ""),
        ("3x30 s -> 3x60 s", ""),
    ],
)
def test_an_exercise_grows_by_a_tenth(sets: str, grown: str) -> None:
    text = weeks(
        "{repeat: 2, mon: {strength: a}}", workouts=f"workouts: {{a: {{exercises: [{{squat: {sets}}}]}}}}\n"
    )
    expected = [f"Squat grows by {grown} from week 1 to week 2"] if grown else []
    assert of("CM305", text) == expected


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (("{mon: {strength: legs}}", "{tue: {run: 5 km easy}}", "{mon: {strength: legs}}"), 1),
        (("{mon: {strength: legs}}", "{mon: {strength: legs}}", "{tue: {run: 5 km easy}}"), 0),
        (("{tue: {run: 5 km easy}}", "{mon: {strength: legs}}"), 0),
        (("{mon: {strength: legs}}", "{sun: {run: 10 km race}}", "{mon: {strength: legs}}"), 0),
    ],
)
def test_strength_goes_on(written: tuple[str, ...], found: int) -> None:
    assert len(of("CM306", weeks(*written))) == found


@pytest.mark.parametrize(
    ("written", "head", "found"),
    [
        (("{mon: {strength: legs}}",), "", 1),
        (("{mon: {strength: legs}}",), BEGINNER, 0),
        (("{mon: {strength: legs}}", "{mon, thu: {strength: legs}}"), "", 0),
        (("{mon: {strength: legs}}", "{mon: {strength: legs}}", "{'mon, thu': {strength: legs}}"), "", 1),
        (("{mon: {run: 5 km easy}}",), "", 0),
    ],
)
def test_once_a_week(written: tuple[str, ...], head: str, found: int) -> None:
    plain = [one.replace("{mon, thu:", "{'mon, thu':") for one in written]
    assert len(of("CM307", weeks(*plain, head=head))) == found


@pytest.mark.parametrize(
    ("week", "found"),
    [
        ("{mon: {strength: legs}, tue: {run: 5 km tempo}}", 1),
        ("{mon: {strength: legs}, tue: {run: 5 km easy}, wed: {run: 5 km tempo}}", 0),
        ("{mon: {strength: light}, tue: {run: 5 km tempo}}", 0),
        ("{mon: [{run: 5 km tempo}, {strength: legs}], tue: {run: 5 km tempo}}", 0),  # CM204 says that
    ],
)
def test_legs_before_a_hard_run(week: str, found: int) -> None:
    assert len(of("CM308", weeks(week))) == found


@pytest.mark.parametrize(
    ("exercises", "found"),
    [
        ("push-up: 4x8", 1),
        ("push-up: 4x8, band-row: 2x8", 0),
        ("push-up: 5x8, band-row: 2x8", 1),
        ("band-row: 4x8", 1),
        ("push-up: 3x8", 0),
        ("squat: 3x8", 0),
    ],
)
def test_push_and_pull(exercises: str, found: int) -> None:
    assert len(of("CM309", body(exercises))) == found


@pytest.mark.parametrize(
    ("exercises", "found"),
    [
        ("calf-raise: 3x8 left only", 1),
        ("calf-raise: 3x8 left only, calf-raise: 3x8 right only", 0),
        ("calf-raise: 3x8/side", 0),
    ],
)
def test_one_side_alone(exercises: str, found: int) -> None:
    listed = "], ".join(exercises.split(", "))
    entries = ", ".join(f"{{{one}}}" for one in listed.split("], "))
    assert len(of("CM310", f"workouts: {{a: {{exercises: [{entries}]}}}}\n")) == found


@pytest.mark.parametrize(("sets", "found"), [(10, 0), (11, 2)])
def test_twenty_sets_for_chest_and_arms(sets: int, found: int) -> None:
    text = weeks(
        "{'mon, thu': {strength: a}}", workouts=f"workouts: {{a: {{exercises: [push-up: {sets}x8]}}}}\n"
    )
    assert len(of("CM311", text)) == found


@pytest.mark.parametrize(
    ("exercises", "found"),
    [
        ("goblet-squat: 3x31", 1),
        ("goblet-squat: 3x30", 0),
        ("squat: 3x40", 0),
        ("monster-walk: 3x40 steps", 0),
    ],
)
def test_form_goes_before_repetitions(exercises: str, found: int) -> None:
    assert len(of("CM312", f"workouts: {{a: {{exercises: [{exercises}]}}}}\n")) == found
