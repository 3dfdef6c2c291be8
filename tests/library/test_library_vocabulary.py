"""Muscles and equipment: ids, other words for them, and what belongs together."""

import pytest

from cardmaker.library.equipment import EQUIPMENT, HOUSEHOLD, choices, is_none, uses
from cardmaker.library.muscles import MUSCLES
from cardmaker.library.names import keys, slug
from cardmaker.library.search import KIND_WORDS, LEVEL_WORDS
from cardmaker.library.vocabulary import KINDS, LEVELS, Vocabulary

ALL = [MUSCLES, EQUIPMENT, KIND_WORDS, LEVEL_WORDS]


@pytest.mark.parametrize("vocabulary", ALL)
def test_no_word_means_two_terms(vocabulary: Vocabulary) -> None:
    meaning: dict[str, str] = {}
    for term in vocabulary.terms:
        for word in vocabulary.words(term):
            for key in keys(word):
                if {meaning.setdefault(key, term), term} != {"dumbbell", "dumbbells"}:
                    assert meaning[key] == term, word
    assert meaning


def test_kinds_and_levels_are_those_of_files() -> None:
    assert tuple(KIND_WORDS.terms) == KINDS
    assert tuple(LEVEL_WORDS.terms) == LEVELS


@pytest.mark.parametrize("vocabulary", ALL)
def test_ids_are_slugs_and_parts_exist(vocabulary: Vocabulary) -> None:
    for term, entry in vocabulary.terms.items():
        assert slug(term) == term
        assert set(entry.parts) <= vocabulary.terms.keys()
    for group, members in vocabulary.groups.items():
        assert group not in vocabulary.terms
        assert set(members) <= vocabulary.terms.keys()


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("glutes", "glutes"),
        ("Glute", "glutes"),
        ("gluteus medius", "glute-med"),
        ("Quadriceps", "quads"),
        ("calf", "calves"),
        ("inner thigh", "adductors"),
        ("hip flexor", "hip-flexors"),
        ("lowerback", "lower-back"),
        ("back", "back"),
        ("leg", "legs"),
        ("elbow grease", None),
        ("", None),
    ],
)
def test_muscles_by_other_words(text: str, term: str | None) -> None:
    assert MUSCLES.find(text) == term


def test_families() -> None:
    assert MUSCLES.family("glutes") == {"glutes", "glute-med"}
    assert MUSCLES.family("glute-med") == {"glute-med"}
    assert {"abs", "obliques", "lower-back"} < MUSCLES.family("core")
    assert "soleus" in MUSCLES.family("legs")


def test_hints_name_an_id_a_file_may_use() -> None:
    assert MUSCLES.closest("quadriceps") == "; did you mean 'quads'?"
    assert MUSCLES.closest("gluts") == "; did you mean 'glutes'?"
    assert EQUIPMENT.closest("barbel") == "; did you mean 'barbell'?"
    assert MUSCLES.closest("zzzzz") == ""


def test_choices_and_none() -> None:
    assert choices("dumbbell or kettlebell") == ("dumbbell", "kettlebell")
    assert is_none([])
    assert is_none(["mat", "bench or chair"])
    assert not is_none(["mat", "bench"])
    assert EQUIPMENT.terms.keys() >= HOUSEHOLD


def test_one_dumbbell_is_used_where_two_are_but_not_the_other_way_round() -> None:
    assert uses(["barbell or dumbbells"], "dumbbell")
    assert uses(["dumbbell or kettlebell"], "kettlebell")
    assert not uses(["dumbbell"], "dumbbells")
    assert not uses(["mat"], "band")
