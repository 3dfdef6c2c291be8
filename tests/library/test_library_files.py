"""The bundled exercises: complete, consistent, and fit to print."""

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from cardmaker import assets
from cardmaker.library import Library, open_library
from cardmaker.library.equipment import is_none
from cardmaker.library.exercise import Exercise
from cardmaker.library.names import keys, slug
from cardmaker.library.vocabulary import SECTIONS
from cardmaker.library.words import KEYS

FILES = sorted(assets.templates("exercises").glob("*.yaml"))
IDS = [file.stem for file in FILES]
LIBRARY = open_library()
EXERCISES = {exercise: LIBRARY.get(exercise) for exercise in IDS}
FACTS = [
    *("section", "kind", "level", "position", "primary", "secondary", "equipment", "laterality", "measure"),
    *("joints", "easier", "harder", "no_equipment", "loaded"),
]
PROMISED = """
    squat lunge leg-press goblet-squat step-up nordic-curl deadlift romanian-deadlift hamstring-curl
    hamstring-curl-band glute-ham-raise clamshell glute-bridge hip-thrust bulgarian-split-squat monster-walk
    plank russian-twist mountain-climber bicycle-crunch dead-bug calf-raise bent-knee-calf-raise
    tibialis-raise pogo-hop single-leg-deadlift copenhagen-plank side-plank bird-dog push-up bent-over-row
    band-row shoulder-press pull-up lat-pulldown cat-cow hip-flexor-stretch hamstring-stretch calf-stretch
    figure-four-stretch thoracic-rotation ankle-rock quad-stretch childs-pose
"""


def texts(exercise: Exercise) -> list[str]:
    """All that is printed of an exercise."""
    mistakes = [text for m in exercise.mistakes for text in (m.wrong, m.instead)]
    cues = [text for cue in exercise.cues for text in (cue.text, cue.short)]
    ways = [way.text for way in exercise.alternates.values()]
    rest = [exercise.name, exercise.start, exercise.breathing, exercise.stop, exercise.why]
    return [*rest, *cues, *mistakes, *ways]


def test_all_promised_exercises_are_there() -> None:
    assert len(FILES) >= 160
    assert set(PROMISED.split()) <= set(IDS)
    assert {exercise.section for exercise in EXERCISES.values()} == set(SECTIONS)
    assert sum(exercise.section == "mobility" for exercise in EXERCISES.values()) >= 6


def test_a_file_is_named_by_its_id_and_keeps_the_order_of_keys() -> None:
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        assert file.stem == slug(file.stem)
        assert text.startswith("# yaml-language-server: $schema=exercise.schema.json\n"), file
        data: dict[str, Any] = yaml.safe_load(text)
        assert list(data) == [key for key in FACTS if key in data], file
        assert [*data][:10] == FACTS[:10], file


@pytest.mark.parametrize("language", ["en", "de"])
def test_words_are_in_files_of_exercises_and_keep_the_order_of_keys(language: str) -> None:
    files = sorted(assets.templates("wording").glob(f"{language}/*.yaml"))
    assert len(files) == len(IDS)
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert file.stem in IDS
        assert text.startswith("# yaml-language-server: $schema=../words.schema.json\nname: "), file
        data: dict[str, Any] = yaml.safe_load(text)
        assert list(data) == [key for key in KEYS if key in data], file
        assert "video" not in data, file
        assert not any("joint" in cue for cue in data["cues"]), file


def test_nothing_is_left_out() -> None:
    for exercise in EXERCISES.values():
        assert exercise.aliases, exercise.name
        assert all(texts(exercise)), exercise.name
        assert exercise.secondary, exercise.name
        assert len(exercise.mistakes) == 3, exercise.name
        assert {"easier", "harder"} <= exercise.alternates.keys(), exercise.name
        assert any(way.exercise for way in exercise.alternates.values()), exercise.name
        assert ("no_equipment" in exercise.alternates) == (not is_none(exercise.equipment)), exercise.name


def test_cues_are_sentences_with_short_forms() -> None:
    for exercise in EXERCISES.values():
        for cue in exercise.cues:
            assert cue.text.endswith("."), exercise.name
            assert cue.short.endswith("."), exercise.name
            assert len(cue.short) <= len(cue.text), exercise.name
            assert cue.text[0].isupper(), exercise.name
            assert cue.short[0].isupper(), exercise.name
        joints = [cue.joint for cue in exercise.cues if cue.joint]
        assert len(joints) >= 3, exercise.name
        assert len(set(joints)) == len(joints), exercise.name


def test_every_text_ends_as_its_place_asks() -> None:
    for exercise in EXERCISES.values():
        for text in (exercise.start, exercise.breathing, exercise.why):
            assert text.endswith("."), exercise.name
            assert text[0].isupper(), exercise.name
        assert not exercise.stop.endswith("."), exercise.name
        assert exercise.stop[0].islower(), exercise.name
        for mistake in exercise.mistakes:
            assert mistake.wrong[0].isupper(), exercise.name
            assert mistake.instead[0].islower(), exercise.name
            assert not mistake.instead.endswith("."), exercise.name
        for way in exercise.alternates.values():
            assert way.text[0].isupper(), exercise.name
            assert not way.text.endswith("."), exercise.name


def test_words_are_british_and_print_in_every_latin_font() -> None:
    american = r"center|color|meter\b|program\b|pedaling|mobilization|stabiliz|fiber|\bpound|\binch"
    for exercise in EXERCISES.values():
        for text in texts(exercise):
            assert not re.search(american, text, re.IGNORECASE), text
            for c in text:
                known = c in "’–×°:;,.-/ " or c.isdigit() or unicodedata.name(c, "").startswith("LATIN")
                assert known, (c, text)


def test_no_two_exercises_share_a_name() -> None:
    meant: dict[str, str] = {}
    for exercise, data in EXERCISES.items():
        for name in (exercise, data.name, *data.aliases):
            for key in keys(name):
                assert meant.setdefault(key, exercise) == exercise, name
            assert LIBRARY.find(name) == exercise


def test_alternates_are_exercises_and_no_equipment_needs_none() -> None:
    for exercise in IDS:
        for key, way in EXERCISES[exercise].alternates.items():
            if way.exercise:
                assert way.exercise in EXERCISES, exercise
                assert key != "no_equipment" or is_none(EXERCISES[way.exercise].equipment), exercise


def test_no_exercise_is_harder_than_itself() -> None:
    """Easier and harder, followed from file to file, never lead round in a circle."""
    harder: dict[str, set[str]] = {exercise: set() for exercise in EXERCISES}
    for exercise, data in EXERCISES.items():
        if data.easier and data.easier.exercise:
            harder[data.easier.exercise].add(exercise)
        if data.harder and data.harder.exercise:
            harder[exercise].add(data.harder.exercise)
    assert circle(harder) is None
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) is not None


def circle(graph: dict[str, set[str]]) -> str | None:
    """A node from which the arrows lead back to itself, or None."""
    for start in graph:
        seen: set[str] = set()
        ahead = list(graph[start])
        while ahead:
            node = ahead.pop()
            if node == start:
                return start
            if node not in seen:
                seen.add(node)
                ahead += graph[node]
    return None


def test_a_hold_says_how_to_breathe_and_has_no_up_and_down() -> None:
    moving = ("conditioning", "mobility")
    holds = [one for one in EXERCISES.values() if one.measure == "hold" and one.section not in moving]
    assert holds
    for exercise in holds:
        assert exercise.breathing.startswith(("Slow", "Short and steady", "Breathe evenly")), exercise.name


def test_the_bundled_folder_alone_is_a_library() -> None:
    assert isinstance(LIBRARY, Library)
    assert LIBRARY.ids == tuple(sorted(IDS))
    assert all(entry.path and entry.path.stem == entry.id for entry in LIBRARY.entries)


def test_names_are_reported_without_the_whole_file() -> None:
    library = open_library()
    assert {exercise: library.name(exercise) for exercise in IDS} == {
        exercise: data.name for exercise, data in EXERCISES.items()
    }
    assert library._read == {}


def test_a_name_written_in_another_way_is_read_all_the_same(tmp_path: Path) -> None:
    tmp_path.joinpath("squat.yaml").write_text('name: "Squat: deep"\nprimary: quads\n', "utf-8")
    assert open_library([tmp_path]).name("squat") == "Squat: deep"
