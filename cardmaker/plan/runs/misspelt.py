"""Words of a run that are kept → which of them are likely a misspelt effort, 'tmpo', and which effort is meant."""

from collections.abc import Iterable, Iterator
from typing import Final

from cardmaker.plan.runs.lexer.tokens import RunToken

_WORDS: Final = (
    "easy", "steady", "tempo", "threshold", "interval", "intervals", "recovery", "progression", "fartlek", "strides",
    "marathon", "jogging", "walking", "hills", "parkrun", "moderate", "relaxed", "aerobic", "repeats",
)  # fmt: skip
_LEAST: Final = 4
"""Shorter words are one letter from too many others."""


def misspelt(tokens: Iterable[RunToken]) -> Iterator[str]:
    """What is to be said of words that are kept and are one slip of the hand from an effort."""
    for token in tokens:
        word = token.text.lower()
        meant = next((known for known in _WORDS if token.kind == "word" and _is_slip(word, known)), "")
        if meant:
            yield f"'{token.text}' is kept as a word; did you mean '{meant}'?"


def _is_slip(word: str, known: str) -> bool:
    """Whether a letter is missing, doubled or too many, or two are swapped; another letter only in long words."""
    if (
        min(len(word), len(known)) < _LEAST
        or abs(len(word) - len(known)) > 1
        or word in (known, known.rstrip("s"))
    ):
        return False
    short, long = sorted((word, known), key=len)
    if len(short) < len(long):
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    differing = [at for at in range(len(word)) if word[at] != known[at]]
    if len(differing) == 2 and differing[1] == differing[0] + 1:
        first, second = differing
        return word[first] == known[second] and word[second] == known[first]
    return len(differing) == 1 and len(known) > 5
