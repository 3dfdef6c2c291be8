"""A question at the end of a message → the word that was written, and what it may have meant."""

import pytest

from cardmaker.spelling import did_you_mean, misspelling_in
from cardmaker.validation.words import unknown_key


@pytest.mark.parametrize(
    ("message", "word", "meant"),
    [
        ("no workout 'legz'; did you mean 'legs'?", "legz", ("legs",)),
        (f"unknown key 'wrkouts'{did_you_mean('wrkouts', ['workouts', 'weeks'])}", "wrkouts", ("workouts",)),
        ("no exercise 'Squt'; did you mean 'squat' or 'split-squat'?", "Squt", ("squat", "split-squat")),
        ("should be 'a' or 'b', not 'c'; did you mean 'b'?", "c", ("b",)),
    ],
)
def test_a_question_has_the_word_and_what_it_may_mean(
    message: str, word: str, meant: tuple[str, ...]
) -> None:
    assert misspelling_in(message) == (word, meant)


@pytest.mark.parametrize("message", ["no workout 'legz'", "is missing", "a hold; did you mean 3x30s?", ""])
def test_what_asks_nothing_has_none(message: str) -> None:
    assert misspelling_in(message) is None


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("ten", "; did you mean 'ten-k' or 'ten-k-build'?"),
        ("ten-", "; did you mean 'ten-k'?"),
        ("te", ""),  # too short to begin anything
        ("half", "; did you mean 'half-marathon'?"),
        ("day", ""),  # three of them
    ],
)
def test_a_word_that_begins_two_is_either(word: str, hint: str) -> None:
    names = ("ten-k", "ten-k-build", "half-marathon", "day one", "day two", "day three")
    assert did_you_mean(word, names) == hint


@pytest.mark.parametrize("word", ["mon 3 May", "mon3", "note 2"])
def test_no_name_is_proposed_that_leaves_out_a_figure(word: str) -> None:
    assert did_you_mean(word, ["mon", "monday", "note"]) == ""


@pytest.mark.parametrize("key", ["mon-fri", "monday morning", "note for Tue", "note 2"])
def test_no_key_is_proposed_that_leaves_out_a_word(key: str) -> None:
    assert "did you mean" not in unknown_key(key, ["mon", "monday", "note"])


def test_words_behind_a_known_key_are_its_value() -> None:
    assert unknown_key("focus hills", ["focus", "mon"]) == "unknown key 'focus hills'; write 'focus: hills'"


@pytest.mark.parametrize(
    ("word", "meant"),
    [("mondayy", "monday"), ("mondays", "monday"), ("notes", "note"), ("week-2x", "week-2")],
)
def test_letters_too_many_are(word: str, meant: str) -> None:
    assert did_you_mean(word, ["monday", "note", "week-2"]) == f"; did you mean '{meant}'?"
