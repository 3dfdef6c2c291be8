"""Ids and keys of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardmaker.library.names import keys, singular, slug, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bulgarian split squat", "bulgarian-split-squat"),
        ("  Child’s  pose ", "childs-pose"),
        ("Push-Up", "push-up"),
        ("90/90 stretch", "90-90-stretch"),
        ("Montée de genoux", "montee-de-genoux"),
        ("Knebøy", "knebøy"),
        ("Приседание", "приседание"),
        ("स्क्वाट", "स्क्वाट"),
        ("../../etc/passwd", "etc-passwd"),
        ("…", ""),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("squats", "squat"),
        ("ups", "up"),
        ("calves", "calf"),
        ("carries", "carry"),
        ("crunches", "crunch"),
        ("presses", "press"),
        ("press", "press"),
        ("lunges", "lunge"),
        ("raises", "raise"),
        ("soleus", "soleus"),
        ("tibialis", "tibialis"),
        ("us", "us"),
    ],
)
def test_singular(word: str, expected: str) -> None:
    assert singular(word) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Step-ups", "stepup"),
        ("step up", "STEP-UP"),
        ("Hamstrings curl", "hamstring curls"),
        ("Child’s pose", "childs pose"),
        ("calves", "calf"),
        ("Bankdrücken", "bankdruecken"),
        ("Bankdru\u0308cken", "Bankdruecken"),
        ("Überkopfdrücken", "ueberkopfdruecken"),
        ("Beinrückheben", "Beinrueckheben"),
    ],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert set(keys(one)) & set(keys(other))


def test_different_names_share_no_key() -> None:
    assert not set(keys("hip thrust")) & set(keys("hip bridge"))
    assert not set(keys("blue band")) & set(keys("blu band"))
    assert keys("– …") == ()


@given(st.text(max_size=60))
def test_a_slug_is_its_own_slug_and_a_safe_file_name(text: str) -> None:
    made = slug(text)
    assert slug(made) == made
    assert not set(made) & set("/\\.: \n\0")
    assert made == made.strip("-")


@given(
    st.lists(st.sampled_from(["hip", "thrust", "calf", "raise", "step", "pull-up"]), min_size=1, max_size=4)
)
def test_blanks_hyphens_case_and_a_plural_never_part_a_name_from_itself(parts: list[str]) -> None:
    name = " ".join(parts)
    for other in (name.upper(), "-".join(parts), "".join(parts), f"  {name}s "):
        assert set(keys(other)) & set(keys(name)), other


@given(st.text(max_size=40))
def test_words_hold_letters_and_digits_only(text: str) -> None:
    for word in words(text):
        assert word
        assert not any(c.isspace() or c in "-_'’.,/" for c in word)
