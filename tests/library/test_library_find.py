"""Finding, suggesting and searching exercises."""

import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.errors import NotFoundError
from cardmaker.library import Library, open_library
from cardmaker.library.vocabulary import KINDS, LEVELS, SECTIONS

LIBRARY = open_library()


def ids(words: str = "", muscle: str = "", equipment: str = "", kind: str = "", level: str = "") -> list[str]:
    return [entry.id for entry in LIBRARY.search(words, muscle, equipment, kind, level)]


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("squat", "squat"),
        ("Squats", "squat"),
        ("GOBLET SQUAT", "goblet-squat"),
        ("goblet_squat", "goblet-squat"),
        ("step ups", "step-up"),
        ("stepups", "step-up"),
        ("Single-leg step-ups", "step-up"),
        ("RDL", "romanian-deadlift"),
        ("Nordics", "nordic-curl"),
        ("child's pose", "childs-pose"),
        ("press up", "push-up"),
        ("deadbugs", "dead-bug"),
        ("calf raises", "calf-raise"),
        ("hamstring curl (band)", "hamstring-curl-band"),
        ("nothing", None),
        ("", None),
        ("../squat", "squat"),
    ],
)
def test_find(name: str, exercise: str | None) -> None:
    assert LIBRARY.find(name) == exercise


def test_an_id_is_found_and_read_without_reading_another_file(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("name: [", encoding="utf-8")
    library = open_library([tmp_path])
    assert library.find("Goblet Squats") == "goblet-squat"
    assert library.get("goblet-squat").harder is not None


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("sqaut", "squat"),
        ("bulgarian squat", "bulgarian-split-squat"),
        ("romainian deadlift", "romanian-deadlift"),
        ("calve raise", "calf-raise"),
        ("brigde", "glute-bridge"),
        ("lat pull", "lat-pulldown"),
        ("copenhagen adductors", "copenhagen-plank"),
    ],
)
def test_suggest(name: str, exercise: str) -> None:
    assert LIBRARY.suggest(name)[0] == exercise


def test_suggestions_are_few_and_none_for_nonsense() -> None:
    assert len(LIBRARY.suggest("curl")) <= 3
    assert LIBRARY.suggest("curl", 1) == LIBRARY.suggest("curl")[:1]
    for nonsense in ("xyzzy", "", "…", "q" * 10_000):
        assert LIBRARY.suggest(nonsense) == ()


def test_get_an_unknown_exercise() -> None:
    with pytest.raises(NotFoundError, match=r"^no exercise 'sqaut'; did you mean 'squat'\?$"):
        LIBRARY.get("sqaut")
    with pytest.raises(NotFoundError, match=r"^no exercise 'xyzzy'$"):
        LIBRARY.get("xyzzy")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("glute brige", "glute-bridge"),
        ("strech calf", "calf-stretch"),
        ("bulgarain", "bulgarian-split-squat"),
        ("tibalis", "tibialis-raise"),
        ("thoratic", "thoracic-rotation"),
        ("montain climer", "mountain-climber"),
        ("band row", "band-row"),
        ("squats", "squat"),
        ("plank side", "side-plank"),
    ],
)
def test_search_forgives_typos_and_order(words: str, first: str) -> None:
    assert ids(words)[0] == first


def test_search_needs_all_words() -> None:
    assert ids("kettlebell plank") == []
    assert ids("calf raise")[:2] == ["calf-raise", "bent-knee-calf-raise"]
    assert "tibialis-raise" not in ids("calf raise")


def test_a_typo_is_only_forgiven_in_a_word_nothing_has() -> None:
    found = ids("band")
    assert {"hamstring-curl-band", "band-row", "monster-walk"} <= set(found)
    assert "bench-press" not in found


def test_names_come_before_muscles_and_primary_before_secondary() -> None:
    found = ids("hamstring")
    assert set(found[:2]) == {"hamstring-curl", "hamstring-curl-band"}
    assert found.index("hamstring-stretch") < found.index("romanian-deadlift") < found.index("squat")


def test_muscle_primary_then_its_parts_then_secondary() -> None:
    found = ids(muscle="glutes")
    assert found.index("squat") < found.index("clamshell") < found.index("plank")
    assert "monster-walk" in found
    assert "push-up" not in found
    assert ids(muscle="Gluteus medius") == ids(muscle="glute-med")
    assert "squat" not in ids(muscle="glute-med")


def test_muscle_and_no_equipment() -> None:
    found = ids(muscle="glutes", equipment="none")
    assert {"squat", "lunge", "glute-bridge", "clamshell", "step-up"} <= set(found)
    assert not {"hip-thrust", "monster-walk", "deadlift", "bulgarian-split-squat"} & set(found)
    assert found == ids(muscle="glutes", equipment=" NONE ")


def test_equipment_is_what_an_exercise_uses() -> None:
    found = ids(equipment="resistance band")
    assert {"hamstring-curl-band", "band-row", "monster-walk"} <= set(found)
    assert "bench-press" not in found
    assert "deadlift" in ids(equipment="dumbbell")
    assert "goblet-squat" in ids(equipment="kettlebell")
    assert set(ids("squat", equipment="kettlebell")) == {"goblet-squat", "box-squat"}


def test_kinds_and_levels_share_all_exercises_out() -> None:
    for option, names in (("kind", KINDS), ("level", LEVELS)):
        found = [ids(**{option: name}) for name in names]
        assert all(found)
        assert sorted(chain(*found)) == sorted(LIBRARY.ids)


def test_kinds_and_levels_by_other_words() -> None:
    assert ids(kind="Stretching") == ids(kind="mobility")
    assert ids(kind="plyo") == ids(kind="power")
    assert ids(level="EASY") == ids(level="beginner")


def test_all_that_is_asked_for_has_to_be_so() -> None:
    asked = {"muscle": "calves", "equipment": "none", "kind": "rehab", "level": "beginner"}
    found = ids(**asked)
    assert set(found) == set.intersection(*({*ids(**{key: word})} for key, word in asked.items()))
    assert "heel-drop" in found
    assert ids("heel", **asked)[0] == "heel-drop"
    assert ids(kind="rehab", muscle="chest") == []


def test_all_in_the_order_of_the_tabs() -> None:
    found = LIBRARY.search()
    assert len(found) == len(LIBRARY.ids)
    assert [entry.section for entry in found] == sorted(
        (entry.section or "" for entry in found), key=list[str](SECTIONS).index
    )


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"muscle": "gluts"}, "no muscle 'gluts'; did you mean 'glutes'?"),
        ({"muscle": "zzz"}, "no muscle 'zzz'; known are quads, hamstrings, glutes, "),
        ({"equipment": "barbel"}, "no equipment 'barbel'; did you mean 'barbell'?"),
        ({"equipment": "rocket"}, "no equipment 'rocket'; known are none, barbell, "),
        ({"kind": "strenght"}, "no kind 'strenght'; did you mean 'strength'?"),
        ({"kind": "zzz"}, "no kind 'zzz'; known are strength, power, "),
        ({"level": "advancd"}, "no level 'advancd'; did you mean 'advanced'?"),
        ({"level": "zzz"}, "no level 'zzz'; known are beginner, intermediate, advanced"),
        ({"words": "squat", "muscle": "chest", "level": "zzz"}, "no level 'zzz'; "),
    ],
)
def test_a_word_that_nobody_knows(asked: dict[str, str], message: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        LIBRARY.search(**asked)
    assert str(caught.value).startswith(message)


@settings(deadline=None, max_examples=25)
@given(st.sampled_from(LIBRARY.ids), st.data())
def test_one_letter_swapped_in_a_name_still_finds_it(exercise: str, data: st.DataObject) -> None:
    name = LIBRARY.get(exercise).name
    at = data.draw(st.integers(0, len(name) - 2))
    typo = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    assert exercise in LIBRARY.suggest(typo)


@settings(deadline=None, max_examples=25)
@given(st.text(max_size=30))
def test_no_text_breaks_the_search(text: str) -> None:
    LIBRARY.search(text)
    LIBRARY.suggest(text)
    assert LIBRARY.find(text) is None or LIBRARY.find(text) in LIBRARY


def test_listing_loads_neither_pydantic_nor_rapidfuzz() -> None:
    code = (
        "import sys; from cardmaker.library import open_library\n"
        "assert open_library().search(muscle='glutes', equipment='none')\n"
        "assert open_library().find('RDL')\n"
        "print(*sorted({'pydantic', 'rapidfuzz'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_an_empty_library() -> None:
    empty = Library({})
    assert empty.search("squat") == ()
    assert empty.suggest("squat") == ()
    assert empty.find("squat") is None


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("barbell curl", "Barbell curl"),
        ("one-arm DB row", "One-arm DB row"),
        ("high bar squat", "High bar squat"),
        ("Rope pushdown", "Rope pushdown"),
        ("split jerk", "Split jerk"),
        ("DB bench", ""),
        ("single leg RDL", ""),
        ("OHP", ""),
        ("pull aparts", ""),
        ("curls", ""),
        ("seated cable rows", ""),
        ("belt hold nobody knows", ""),
    ],
)
def test_a_name_that_says_kit_stance_or_grip_besides_is_printed_as_written(
    written: str, printed: str
) -> None:
    assert open_library().own_name(written) == printed
    assert bool(open_library().find(written)) is (written != "belt hold nobody knows")


def test_names_of_a_plans_own_exercises_are_printed_as_they_are() -> None:
    own = open_library().with_own({"curl-bar": {"name": "Curl", "aliases": ["barbell curl"]}})
    assert own.own_name("barbell curl") == ""
