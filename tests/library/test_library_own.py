"""A user's own exercises: in folders, and inline in a plan."""

from pathlib import Path

import pytest

from cardmaker.errors import PlanError, SourceError, TemplateError
from cardmaker.library import open_library
from cardmaker.yaml12 import load_yaml

OWN = """\
name: My squat
aliases: [house squat, lunge walk]
section: legs
primary: [quads]
easier: {text: Hold on, exercise: Goblet squats}
cues: [Stand., Sit., Stand.]
"""


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_an_own_file_goes_before_the_bundled_one(tmp_path: Path) -> None:
    file = write(tmp_path, "squat.yaml", OWN)
    library = open_library([tmp_path])
    assert library.get("squat").name == "My squat"
    assert library.find("house squats") == "squat"
    assert [entry.path for entry in library.entries if entry.id == "squat"] == [file]
    assert len(library.ids) == len(open_library().ids)


def test_the_first_folder_goes_before_the_next(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, "wobble.yaml", OWN.replace("My squat", f"From {folder}"))
    assert open_library([tmp_path / "one", tmp_path / "two"]).get("wobble").name == "From one"


def test_an_own_alias_goes_before_a_bundled_one(tmp_path: Path) -> None:
    write(tmp_path, "swing.yaml", OWN.replace("house squat", "RDL"))
    assert open_library().find("rdl") == "romanian-deadlift"
    assert open_library([tmp_path]).find("rdl") == "swing"


def test_names_of_alternates_become_ids(tmp_path: Path) -> None:
    write(tmp_path, "wobble.yaml", OWN)
    easier = open_library([tmp_path]).get("wobble").easier
    assert easier is not None
    assert easier.exercise == "goblet-squat"


def test_any_file_name_makes_an_id(tmp_path: Path) -> None:
    write(tmp_path, "Band Pull-Apart.YML", OWN)
    write(tmp_path, ".hidden.yaml", "name: [")
    write(tmp_path, "notes.txt", "not an exercise")
    library = open_library([tmp_path])
    assert library.ids[0] == "band-pull-apart"
    assert library.get("band-pull-apart").name == "My squat"
    assert "hidden" not in library


def test_two_files_with_one_id(tmp_path: Path) -> None:
    write(tmp_path, "wobble.yaml", OWN)
    write(tmp_path, "Wobble.yml", OWN)
    with pytest.raises(TemplateError, match=r"has the same id 'wobble'; rename one of them"):
        open_library([tmp_path])


def test_folders_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="can't read this folder of exercises"):
        open_library([tmp_path / "nowhere"])
    with pytest.raises(SourceError, match="this is a file; name the folder of exercises"):
        open_library([write(tmp_path, "a.yaml", OWN)])


def test_files_that_cannot_be_listed_are_reported_together(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", OWN.replace("quads", "quadds"))
    write(tmp_path, "b.yaml", "name: B\nname: C\n")
    write(tmp_path, "c.yaml", OWN.replace("legs", "feet"))
    with pytest.raises(TemplateError) as caught:
        open_library([tmp_path]).search()
    lines = str(caught.value).splitlines()
    assert [line.split("/")[-1].split(": ")[0] for line in lines] == ["a.yaml:4", "b.yaml:2", "c.yaml:3"]
    assert lines[0].endswith("no muscle 'quadds'; did you mean 'quads'?")


def test_an_entry_written_in_short_form_is_listed(tmp_path: Path) -> None:
    write(tmp_path, "wobble.yaml", OWN.replace("[quads]", "quads").replace("My squat", "2026"))
    entry = open_library([tmp_path]).search("2026")[0]
    assert (entry.name, entry.primary) == ("2026", ("quads",))


PLAN = """\
title: Plan
exercises:
  band-pull-apart:
    name: Band pull-apart
    aliases: [pull-apart]
    section: upper
    primary: [upper-back]
    equipment: [band]
    cues: [Hold., Pull., Return.]
    harder: {text: More, exercise: Wobble board}
  wobble-board:
    name: Wobble
    section: legs
    primary: feet
    cues: [Stand., Wobble., Stop.]
    easier: {text: Less, exercise: bird dogs}
"""


def test_exercises_inline_in_a_plan() -> None:
    data, lines = load_yaml(PLAN, "plan.yaml", PlanError)
    library = open_library().with_own(data["exercises"], lines.below(("exercises",)), "plan.yaml")
    assert library.ids[:2] == ("band-pull-apart", "wobble-board")
    assert library.find("pull-aparts") == "band-pull-apart"
    assert library.get("band-pull-apart").harder.exercise == "wobble-board"
    assert library.get("wobble-board").easier.exercise == "bird-dog"
    assert [entry.path for entry in library.search("wobble")] == [None]
    assert library.get("squat") == open_library().get("squat")


def test_an_inline_exercise_goes_before_a_bundled_one() -> None:
    data, lines = load_yaml(PLAN.replace("wobble-board", "Squat"), "plan.yaml", PlanError)
    data["exercises"]["band-pull-apart"].pop("harder")
    library = open_library().with_own(data["exercises"], lines.below(("exercises",)), "plan.yaml")
    assert library.get("squat").name == "Wobble"
    assert len(library.ids) == len(set(library.ids)) == len(open_library().ids), "both are bundled"


def test_all_mistakes_of_inline_exercises_with_lines() -> None:
    text = (
        PLAN.replace("[upper-back]", "[upperback]")
        .replace("bird dogs", "brid dog")
        .replace("Wobble board", "x")
    )
    text += "  wobble board: {}\n  '?': {}\n  empty:\n"
    data, lines = load_yaml(text, "plan.yaml", PlanError)
    with pytest.raises(PlanError) as caught:
        open_library().with_own(data["exercises"], lines.below(("exercises",)), "plan.yaml")
    assert str(caught.value).splitlines() == [
        "plan.yaml:7: exercises.band-pull-apart.primary.0: no muscle 'upperback'; did you mean 'upper-back'?",
        "plan.yaml:16: exercises.wobble-board.easier.exercise: no exercise 'brid dog';"
        " did you mean 'bird-dog'?",
        "plan.yaml:17: exercises.wobble board: this is 'wobble-board' again; rename one of them",
        "plan.yaml:18: exercises.?: '?' has no letter or digit; write a name",
    ]


def test_a_broken_inline_exercise_may_still_be_named() -> None:
    """Only the first cause is reported: not that an exercise with mistakes doesn't exist."""
    text = PLAN.replace("primary: feet", "primary: foots")
    data, lines = load_yaml(text, "plan.yaml", PlanError)
    with pytest.raises(PlanError) as caught:
        open_library().with_own(data["exercises"], lines.below(("exercises",)), "plan.yaml")
    assert [p.field for p in caught.value.problems] == ["exercises.wobble-board.primary"]
