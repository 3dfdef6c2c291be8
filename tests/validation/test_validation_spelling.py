"""A question at the end of a message → the word that was written, and what it may have meant."""

import pytest

from cardmaker.spelling import did_you_mean, misspelling_in


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
