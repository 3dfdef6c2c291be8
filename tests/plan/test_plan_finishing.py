"""What a plan says about cutting and copies."""

from pathlib import Path

import pytest

from cardmaker.errors import PlanError
from cardmaker.plan.load import load_plan
from cardmaker.plan.printing import Copies, PrintOptions
from cardmaker.resolve.names import open_catalogue
from tests.resolve.resolve_kit import read

PLAN = "title: P\nworkouts: {legs: {exercises: [squat: 3x8]}}\nprint:\n"


def prints(tmp_path: Path, text: str) -> PrintOptions:
    """The print options of a plan that says so."""
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN + "".join(f"  {line}\n" for line in text.splitlines()), "utf-8")
    return load_plan(path, open_catalogue()).plan.print


def test_lengths_have_units(tmp_path: Path) -> None:
    found = prints(tmp_path, "bleed: 3\ngutter: 0.25 in\ncorner_radius: 3 mm")
    assert (found.bleed, found.gutter, found.corner_radius) == (3, 6.35, 3)


def test_left_out(tmp_path: Path) -> None:
    found = prints(tmp_path, "paper: a4")
    assert (found.bleed, found.gutter, found.corner_radius, found.ring_hole) == (0, None, 0, False)
    assert (found.marks, found.copies) == (("crop",), Copies(1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("[crop, guides]", ("crop", "guides")), ("registration", ("registration",)), ("none", ()), ("[]", ())],
)
def test_marks(tmp_path: Path, text: str, expected: tuple[str, ...]) -> None:
    assert prints(tmp_path, f"marks: {text}").marks == expected


def test_copies_by_exercise_or_workout_as_people_write_them(tmp_path: Path) -> None:
    assert prints(tmp_path, "copies: 3").copies == Copies(3)
    assert prints(tmp_path, "copies: {Bulgarian split squat: 2, plank: 0, Legs: 4}").copies.some == {
        "bulgarian-split-squat": 2, "plank": 0, "legs": 4,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("bleed: wide", "4: print.bleed: 'wide' is not a length"),
        ("bleed: 90 mm", "4: print.bleed: should be 0 to 50 mm"),
        ("gutter: -1", "4: print.gutter: should be 0 to 50 mm"),
        ("marks: [crops]", "4: print.marks"),
        ("copies: 0", "4: print.copies"),
        ("copies: {sqat: 2}", "4: print.copies"),
        ("copies: {squat: -1}", "4: print.copies"),
    ],
)
def test_mistakes_are_reported_with_their_line(tmp_path: Path, text: str, reported: str) -> None:
    with pytest.raises(PlanError) as caught:
        prints(tmp_path, text)
    assert f"plan.yaml:{reported}" in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_a_wrong_name_is_reported_with_the_right_one(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match=r"no exercise 'sqat'; did you mean 'squat'\?"):
        prints(tmp_path, "copies: {sqat: 2}")


@pytest.mark.parametrize(
    ("text", "figures", "person"),
    [
        ("print: {figures: dark}", "dark", ""),
        ("print: {figures: {person: woman}}", "", "woman"),
        ("print: {figures: {person: woman, palette: dark}}", "dark", "woman"),
        ("figures: {person: woman}\nprint: {figures: dark}", "dark", "woman"),
        ("figures: line", "line", ""),
        ("figures: {palette: line}\nprint: {figures: line}", "line", ""),
        ("figures: {person: }", "", ""),
        ("figures:", "", ""),
    ],
)
def test_who_is_in_figures_and_what_they_wear(text: str, figures: str, person: str) -> None:
    plan, _ = read(f"{PLAN.removesuffix(chr(10) + 'print:' + chr(10))}\n{text}\n")
    assert (plan.print.figures, plan.print.person) == (figures, person)


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (
            "figures: dark\nprint: {figures: line}",
            r":3: figures: the palette is 'dark' here and 'line' in another",
        ),
        ("print: {figures: drk}", r":3: print\.figures: no palette 'drk'; did you mean 'dark'\?"),
        ("figures:\n  person: nobody", r":4: figures\.person: no person 'nobody'"),
        ("figures: {wear: dark}", r":3: figures\.wear: unknown key 'wear'"),
    ],
)
def test_figures_that_are_not_there_or_said_twice(text: str, reported: str) -> None:
    with pytest.raises(PlanError, match=reported):
        read(f"{PLAN.removesuffix(chr(10) + 'print:' + chr(10))}\n{text}\n")


@pytest.mark.parametrize("text", ["level: begginer", "athlete: {level: begginer}"])
def test_a_word_that_may_be_left_out_is_no_choice(text: str) -> None:
    with pytest.raises(
        PlanError, match=r"level: should be beginner, .*, not 'begginer'; did you mean 'beginner'\?"
    ):
        read(f"{text}\n{PLAN.removesuffix('print:' + chr(10))}")
