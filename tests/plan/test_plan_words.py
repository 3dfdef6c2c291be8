"""Mistakes as beginners make them: each is reported at the line that is wrong, with a remedy."""

from pathlib import Path

import pytest

from cardmaker.errors import PlanError
from cardmaker.plan.load import check_plan
from cardmaker.plan.source import source_of
from tests.plan.plan_names import SmallWorld

EXERCISES = "title: Plan\nworkouts:\n  a:\n    exercises:\n"
WEEKS = "title: Plan\nweeks:\n"

MISTAKES = [
    # Indentation, colons, dashes.
    (EXERCISES + "      - squat: 3x10\n     - push-up: 3x10\n", 6, "out of step: check its indentation"),
    ("title: Plan\n weeks:\n  - mon: rest\n", 2, "indented deeper than the one above"),
    (
        "title: Plan\nworkouts:\n  a:\n  exercises:\n    - squat: 3x10\n",
        4,
        "indent it below the workout's name",
    ),
    ("title: Plan\nworkouts:\n\ta:\n", 3, "a tab in the indentation"),
    (WEEKS + "  - mon: rest\n   tue: rest\n", 4, "the list goes on without '- '"),
    ("title:Plan\nweeks:\n  - mon: rest\n", 1, "a blank is missing behind 'title:'"),
    ("title: Plan: the great\n", 1, "put text that holds ': ' in quotes"),
    (EXERCISES + "      - squat: 3x10 note: slow\n", 5, "a second ': ' on one line"),
    (EXERCISES + "      squat: 3x10\n", 4, "begin each entry with '- '"),
    (EXERCISES + "      -squat: 3x10\n", 4, "write a blank behind the dash, '- squat'"),
    (EXERCISES + "      • squat: 3x10\n", 4, "write '- ' in place of '•'"),
    ("title: Plan\nweeks:\n  – mon: rest\n", 2, "write '- ' in place of '–'"),
    ("title: Plan\nweeks:\n  mon: rest\n", 2, "begin each entry with '- '"),
    # Quotes, brackets, remarks.
    (WEEKS + "  - mon: 'don't stop'\n", 3, "put text that has an apostrophe in double quotes"),
    (WEEKS + "  - mon: {note: go to #1 spot}\n", 3, "a # after a blank begins a remark"),
    (WEEKS + "  - mon: [rest\n", 3, "a quote or bracket opened here is never closed"),
    ("title: `Plan`\n", 1, "a text can't begin with '`'; put it in quotes"),
    # Keys in the wrong place.
    ("title: Plan\nweek 1:\n  mon: rest\n", 2, "write 'weeks:', and begin each week below it with '- '"),
    ("title: Plan\nMonday: rest\n", 2, "write 'weeks:' and below it '- Monday: …'"),
    ("title: Plan\nnote: hello\nweeks:\n  - mon: rest\n", 2, "a plan's notes go under 'tips:'"),
    (WEEKS + "  - mon: rest\n  - like: week 1\n", 4, "write 1"),
    (EXERCISES + "      - {exercise: squat, sets: 3, reps: 10}\n", 5, "write 'sets: {sets: 3, reps: 10}'"),
    (EXERCISES + "      - {name: squat, sets: 3, reps: 10}\n", 5, "write 'sets: {sets: 3, reps: 10}'"),
    (EXERCISES + "      - {exercise: squat, sets: 3x10, rest: 60}\n", 5, "write 'sets: 3x10, rest 90 s'"),
    (EXERCISES + "      - squat: [10, 8, 6]\n", 5, "write '10, 8, 6', without brackets"),
    # Days and languages.
    (WEEKS + "  - mon: 5 km easy\n", 3, "write {run: 5 km easy}"),
    (WEEKS + "  - mon: 5 km easy, 4 strides\n", 3, 'write {run: "5 km easy, 4 strides"}'),
    (
        EXERCISES.replace("a:", "Legs:") + "      - squat: 3x10\nweeks:\n  - tue: legs\n",
        7,
        "write {strength: legs}",
    ),
    # Rest.
    (WEEKS + "  - mon: {rest: true}\n", 3, "write 'rest' alone, or what may be done instead"),
    (
        EXERCISES.replace("a:", "Legs:") + "      - squat: 3x10\nweeks:\n  - tue: {rest: legs}\n",
        7,
        "'legs' is a workout; write {strength: legs}, {rest: or legs}",
    ),
    (
        EXERCISES.replace("a:", "Legs:") + "      - squat: 3x10\nweeks:\n  - tue: rest, Legs\n",
        7,
        "'Legs' is a workout",
    ),
    (
        EXERCISES.replace("a:\n", "b:\n    name: Leg day\n")
        + "      - squat: 3x10\nweeks:\n  - tue: {strength: Leg dya}\n",
        8,
        "did you mean 'b'?",
    ),
    ("title: Plan\nlanguage: English\nweeks:\n  - mon: rest\n", 2, "write its code, such as 'en'"),
]


@pytest.mark.parametrize(("text", "line", "remedy"), MISTAKES)
def test_a_mistake_is_reported_where_it_is_with_a_remedy(text: str, line: int, remedy: str) -> None:
    with pytest.raises(PlanError) as caught:
        check_plan(source_of(text, "plan.yaml", Path()), SmallWorld())
    here = [problem.message for problem in caught.value.problems if problem.line == line]
    assert any(remedy in message for message in here), str(caught.value)


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("title: Plan\nworkouts:\n  a:\n  exercises:\n    - squat: 3x10\n", 1),
        ("title: Plan\nMonday: rest\nTuesday: rest\nweeks:\n  - mon: rest\n", 2),
        (EXERCISES + "      - {exercise: squat, sets: 3, reps: 10, weight: 60 kg}\n", 1),
    ],
)
def test_what_follows_from_a_mistake_isnt_another(text: str, mistakes: int) -> None:
    with pytest.raises(PlanError) as caught:
        check_plan(source_of(text, "plan.yaml", Path()), SmallWorld())
    assert len(caught.value.problems) == mistakes, str(caught.value)


def test_no_name_is_proposed_that_files_dont_write() -> None:
    with pytest.raises(PlanError, match="known here: title, ") as caught:
        check_plan(source_of("title: Plan\nmaxes: {squat: 100 kg}\n", "plan.yaml", Path()), SmallWorld())
    assert "KEYS" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (WEEKS + "  - note: meet # at the gate\n    mon: rest\n", 3, "'# at the gate' isn't printed"),
        (WEEKS + "  - mon: {note: easy # or not\n      }\n", 3, "'# or not' isn't printed"),
        ("title: “My plan”\nweeks:\n  - mon: rest\n", 1, "write straight ones"),
    ],
)
def test_what_reads_otherwise_than_it_looks_is_noted(text: str, line: int, words: str) -> None:
    [found] = source_of(text, "plan.yaml", Path()).oversights
    assert (found.line, words in found.message) == (line, True), found


@pytest.mark.parametrize(
    "text",
    [
        WEEKS + '  - note: "meet # at the gate"\n    mon: rest\n',
        WEEKS + "  - note: lot#4\n    mon: rest # a remark for myself\n",
        "title: My “great” plan\n",
    ],
)
def test_plain_texts_and_remarks_are_not_noted(text: str) -> None:
    assert source_of(text, "plan.yaml", Path()).oversights == ()
