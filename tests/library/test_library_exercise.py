"""What an exercise file may hold, and how its mistakes are reported."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter

from cardmaker.errors import TemplateError
from cardmaker.library import Library
from cardmaker.library.exercise import Alternate, Cue, Exercise

GOOD: dict[str, Any] = {
    "name": "Band pull-apart",
    "section": "upper",
    "primary": ["upper-back"],
    "cues": ["Hold the band at chest height.", "Pull it apart.", "Return slowly."],
}


def problems(tmp_path: Path, **changes: Any) -> list[str]:
    """The lines a file with *changes* is refused with, without its path."""
    file = tmp_path / "band-pull-apart.yaml"
    file.write_text(yaml.safe_dump(GOOD | changes, allow_unicode=True, width=1000), encoding="utf-8")
    try:
        Library({"band-pull-apart": file}).get("band-pull-apart")
    except TemplateError as error:
        return [str(p).removeprefix(f"{file}:").partition(": ")[2] for p in error.problems]
    return []


def test_little_is_needed() -> None:
    exercise = TypeAdapter(Exercise).validate_python(GOOD)
    assert (exercise.laterality, exercise.measure, exercise.equipment) == ("both", "reps", None)
    assert exercise.cues[0] == Cue(text="Hold the band at chest height.")
    assert exercise.alternates == {}


def test_short_ways_of_writing() -> None:
    exercise = TypeAdapter(Exercise).validate_python(
        GOOD
        | {"primary": "upper-back", "equipment": "band", "easier": "A lighter band"}
        | {"stop": "Stop if you feel\n  pain in the shoulder."}
    )
    assert exercise.primary == ("upper-back",)
    assert exercise.equipment == ("band",)
    assert exercise.easier == Alternate(text="A lighter band")
    assert exercise.stop == "you feel pain in the shoulder"


def test_nothing_can_be_changed() -> None:
    exercise = TypeAdapter(Exercise).validate_python(GOOD)
    with pytest.raises(FrozenInstanceError):
        exercise.name = "Other"  # type: ignore[misc]


BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"cue": []}, "cue: unknown key 'cue'; did you mean 'cues'?"),
    ({"id": "x"}, "id: unknown key 'id'; known here: "),
    ({"cues": ["Go."] * 6}, "cues: should have at most 5 entries, not 6"),
    (
        {"cues": [{"text": "x" * 77}, "Two.", "Three."]},
        "cues.0.text: should have at most 76 characters, not 77",
    ),
    (
        {"cues": [{"text": "One.", "short": "x" * 47}, "Two.", "Three."]},
        "cues.0.short: should have at most 46 characters, not 47",
    ),
    (
        {"cues": [{"text": "One.", "joint": "front_kne"}, "Two.", "Three."]},
        "cues.0.joint: no joint 'front_kne'; did you mean 'front_knee'?",
    ),
    (
        {"mistakes": [{"wrong": "x" * 30, "instead": "y" * 23}]},
        "mistakes.0: wrong and instead should have at most 52 characters together, not 53",
    ),
    ({"mistakes": [{"wrong": "Shrugs"}]}, "mistakes.0.instead: is missing"),
    ({"muscles": ["lats"]}, "muscles: unknown key 'muscles'; did you mean 'primary'?"),
    ({"like": "sqat"}, "like: no exercise 'sqat'"),
    ({"like": "band pull-aparts"}, "like: 'band pull-aparts' is this exercise, or like it; name another"),
    ({"primary": ["quadriceps"]}, "primary.0: no muscle 'quadriceps'; did you mean 'quads'?"),
    ({"primary": ["legs"]}, "primary.0: no muscle 'legs'"),
    ({"secondary": ["upper-back"]}, "secondary: 'upper-back' is both primary and secondary; take it out"),
    ({"secondary": ["abs", "lats", "chest", "feet"]}, "secondary: should have at most 3 entries, not 4"),
    ({"equipment": ["band or dumbell"]}, "equipment.0: no equipment 'dumbell'; did you mean 'dumbbell'?"),
    (
        {"section": "leg"},
        "section: should be legs, hips, core, upper, mobility, arms, full body or c",
    ),
    ({"laterality": "one-side"}, "laterality: should be both, each-side, alternating or each-way, not"),
    ({"easier": {"text": "x" * 51}}, "easier.text: should have at most 50 characters, not 51"),
    ({"easier": {"text": "Less", "or sit down": None}}, "easier.or sit down: unknown key 'or sit down'"),
    (
        {"harder": {"text": "More", "exercise": "band-pull-apart"}},
        "harder.exercise: 'band-pull-apart' is this",
    ),
    ({"harder": {"text": "More", "exercise": "nothing"}}, "harder.exercise: no exercise 'nothing'"),
    ({"breathing": "x" * 61}, "breathing: should have at most 60 characters, not 61"),
    ({"stop": "x" * 77}, "stop: should have at most 76 characters, not 77"),
    ({"why": "x" * 111}, "why: should have at most 110 characters, not 111"),
    ({"video": "http://example.org/a"}, "video: should be a web address that begins with https://"),
    ({"video": "https://a b"}, "video: should be a web address that begins with https://"),
    ({"name": None}, "name: is empty; write text, or leave the line out"),
    ({"name": ""}, "name: should have at least 1 character"),
]


@pytest.mark.parametrize(("changes", "message"), BROKEN, ids=[message[:40] for _, message in BROKEN])
def test_each_mistake_is_one_line(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    found = problems(tmp_path, **changes)
    assert len(found) == 1, found
    assert found[0].startswith(message)


def test_what_just_fits_is_taken(tmp_path: Path) -> None:
    assert not problems(
        tmp_path,
        cues=[{"text": "x" * 76, "short": "x" * 46, "joint": "top_knee"}, "Two.", "Three."],
        mistakes=[{"wrong": "x" * 30, "instead": "y" * 22}] * 3,
        easier={"text": "x" * 50},
        breathing="x" * 60,
        stop="x" * 76,
        why="x" * 110,
        video="https://example.org/watch?v=1",
    )


def test_all_mistakes_come_at_once_in_order_of_lines(tmp_path: Path) -> None:
    file = tmp_path / "wobble.yaml"
    file.write_text(
        "name: Wobble\nsection: leg\nprimary: [quad]\n"
        "cues:\n  - Stand.\n  - text: Wobble.\n    joint: knie\n  - Stop.\nreps: 10\n",
        encoding="utf-8",
    )
    with pytest.raises(TemplateError) as caught:
        Library({"wobble": file}).get("wobble")
    assert [(p.line, p.field) for p in caught.value.problems] == [
        (2, "section"),
        (3, "primary.0"),
        (7, "cues.1.joint"),
        (9, "reps"),
    ]


@pytest.mark.parametrize("text", ["- one\n- two\n", "just text\n", "42\n"])
def test_a_file_that_is_no_mapping(tmp_path: Path, text: str) -> None:
    file = tmp_path / "odd.yaml"
    file.write_text(text, encoding="utf-8")
    library = Library({"odd": file})
    read: tuple[Callable[[], Any], ...] = (lambda: library.get("odd"), lambda: library.entries)
    for attempt in read:
        with pytest.raises(TemplateError, match=r"odd\.yaml:1: should be a mapping"):
            attempt()
