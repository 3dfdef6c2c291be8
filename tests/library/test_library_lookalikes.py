"""Names that no exercise carries: slips of the pen, the same movement by another name, or another exercise."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from cardmaker.library import open_library
from cardmaker.library.names import AMBIGUOUS

LIBRARY = open_library()
GERMAN = LIBRARY.in_language("de")
NAMES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "data/names.yaml").read_text(encoding="utf-8")
)


def test_a_coachs_name_for_an_exercise_finds_it() -> None:
    assert {name: LIBRARY.find(name) for name in NAMES["found"]} == NAMES["found"]


def test_a_coachs_german_name_for_an_exercise_finds_it() -> None:
    assert {name: GERMAN.find(name) for name in NAMES["in_german"]} == NAMES["in_german"]


def test_a_name_with_kit_or_manner_besides_is_only_offered() -> None:
    assert {name: LIBRARY.find(name) for name in NAMES["alike"]} == dict.fromkeys(NAMES["alike"])
    offered = {name: LIBRARY.slip(name) or LIBRARY.look_alike(name) for name in NAMES["alike"]}
    assert offered == NAMES["alike"]


def test_a_name_of_several_exercises_finds_none_of_them() -> None:
    assert [GERMAN.find(name) for name in AMBIGUOUS] == [None] * len(AMBIGUOUS)
    for meant in AMBIGUOUS.values():
        assert len({GERMAN.find(one) for one in meant} - {None}) == len(meant)


def test_another_exercise_is_not_taken_for_one_of_ours() -> None:
    found = {one: (LIBRARY.find(one), LIBRARY.slip(one), LIBRARY.look_alike(one)) for one in NAMES["unknown"]}
    assert {name: taken for name, taken in found.items() if any(taken)} == {}


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("sqaut", "squat"),
        ("romainian deadlift", "romanian-deadlift"),
        ("Romanian dedlift", "romanian-deadlift"),
        ("gluet bridges", "glute-bridge"),
        ("mountian climbers", "mountain-climber"),
        ("goblt squat", "goblet-squat"),
        ("lat pulldwn", "lat-pulldown"),
    ],
)
def test_one_or_two_letters_are_a_slip(name: str, exercise: str) -> None:
    assert LIBRARY.slip(name) == exercise


@pytest.mark.parametrize(
    "name",
    [
        *("arm press", "calf press", "pushdown"),
        *(
            "knee raise",
            "toe touch",
            "hip hinge",
            "lat stretch",
            "half row",
        ),
        *("squat jump", "romaneen deadlifd", "xyzzy", "", "?", "q" * 10_000),
    ],
)
def test_a_word_of_its_own_is_no_slip(name: str) -> None:
    assert LIBRARY.slip(name) is None
    assert LIBRARY.look_alike(name) is None


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("paused goblet squat", "goblet-squat"),
        ("weighted pull-ups", "pull-up"),
        ("kb goblet squats", "goblet-squat"),
        ("barbell romanian deadlift", "romanian-deadlift"),
        ("barbell lunge", None),
        ("banded glute bridge", None),
        ("single-leg hip thrust", None),
    ],
)
def test_the_same_movement_with_other_kit_or_manner_looks_alike(name: str, exercise: str | None) -> None:
    assert LIBRARY.look_alike(name) == exercise


@pytest.mark.parametrize(
    ("name", "exercise"), [("DB shoulder press", "shoulder-press"), ("SL RDL", "single-leg-deadlift")]
)
def test_shortened_words_are_spelt_out(name: str, exercise: str) -> None:
    assert LIBRARY.find(name) == exercise
