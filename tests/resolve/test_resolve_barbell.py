"""A squat prescribed with a bar shows the bar; one prescribed otherwise doesn't."""

import pytest

from cardmaker import assets
from cardmaker.picture.artwork import load_artwork
from tests.resolve.resolve_kit import card, handout, read

PLAN = "title: Plan\nworkouts:\n  a: {exercises: [%s]}\n"


def figure(name: str) -> object:
    return load_artwork(assets.illustrations() / f"{name}.svg")


@pytest.mark.parametrize(
    "sets",
    [
        "5x5 60 kg",
        "3x5 barbell 20 kg",
        "5x5 135 lb",
        "3x8 the bar",
        "3x3 @ 80 %",
        "work up to 1RM",
        "3x5 @ 5RM",
    ],
)
def test_a_squat_with_a_bar_shows_the_bar(sets: str) -> None:
    assert card(handout(PLAN % f"squat: {sets}"), "squat").figure == figure("barbell-squat")


@pytest.mark.parametrize(
    "sets",
    [
        "3x12",
        "3x8 bodyweight",
        "3x8 10 kg",
        "3x8 24 kg kettlebell",
        "3x8 2x16 kg",
        "3x8 bw+10 kg",
        "3x10 red band",
    ],
)
def test_a_squat_with_anything_else_shows_none(sets: str) -> None:
    assert card(handout(PLAN % f"squat: {sets}"), "squat").figure == figure("squat")


def test_one_week_with_a_bar_is_enough_and_the_gym_card_shows_the_same() -> None:
    made = handout(
        "title: Plan\nweeks:\n  - mon: [{strength: a}]\n  - mon: [{strength: a}]\n"
        "workouts:\n  a: {exercises: [{exercise: squat, weeks: [3x12, 5x5 60 kg]}, goblet-squat: 3x8 24 kg]}\n"
    )
    assert card(made, "squat").figure == figure("barbell-squat")
    assert made.workouts[0].rows[0].figure == figure("barbell-squat")
    assert card(made, "goblet-squat").figure == figure("goblet-squat")


def test_an_own_exercise_like_it_shows_the_bar_too_and_may_name_another() -> None:
    own = "exercises:\n  my squat: {like: squat}\n  odd squat: {like: squat, loaded: front-squat}\n"
    made = handout(own + PLAN % "my squat: 5x5 60 kg, odd squat: 5x5 60 kg")
    assert card(made, "my-squat").figure == figure("barbell-squat")
    assert card(made, "odd-squat").figure == figure("front-squat")


def test_what_it_names_has_to_be_there() -> None:
    with pytest.raises(Exception, match=r"loaded.*no exercise 'barbel squt'"):
        read("exercises:\n  my squat: {cues: [Sit], loaded: barbel squt}\n" + PLAN % "my squat: 3x5")
