"""A misspelt name and the names there are → the one it was meant to be."""

import re
from collections.abc import Iterable
from typing import Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.patterns import Pattern

_ALIKE = 0.6
_LONGEST = 400
_QUESTION: Final = Pattern(
    r"'([^']+)'[^']*; did you mean '([^']+)'(?: or '([^']+)')?\?$", "did you mean", re.UNICODE
)


class Misspelling(NamedTuple):
    """A word as it is written, and those that were likely meant."""

    word: str
    meant: tuple[str, ...]


def misspelling_in(message: str) -> Misspelling | None:
    """What a message asks at its end: "no workout 'legz'; did you mean 'legs'?"; None if it asks nothing."""
    found = _QUESTION.search(message)
    return Misspelling(found[1], tuple(filter(None, found.groups()[1:]))) if found else None


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice *word* was most likely meant to be; None if none is much like it.

    Much like it is one with few letters changed, or one that begins it or is begun by it ('monday', 'mon'), but for one
    that leaves out a figure, 'mon' for 'mon 3 May'.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(word) > _LONGEST:
        return None
    names = list(choices)
    found = process.extractOne(
        word,
        names,
        scorer=OSA.normalized_similarity,
        processor=str.casefold,
        score_cutoff=_ALIKE,
    )
    if found:
        return str(found[0]) if _figures(word) <= _figures(str(found[0])) else None
    begun = [name for name in names if _begins(name, word) or _begins(word, name)]
    begun = [name for name in begun if _figures(word) <= _figures(name)]
    return begun[0] if len(begun) == 1 else None


def likely(word: str, choices: Iterable[str]) -> tuple[str, ...]:
    """The choices that *word* was most likely meant to be: the closest one, or the two that it begins."""
    names = list(choices)
    if found := closest(word, names):
        return (found,)
    begun = tuple(name for name in names if _begins(word, name)) if len(word) <= _LONGEST else ()
    return begun if len(begun) == 2 else ()


def slip_of(word: str, choices: Iterable[str]) -> str | None:
    """The choice that *word* is a letter or two away from (one, where the choice has fewer than six); else None."""
    from rapidfuzz.distance import OSA

    near = [(OSA.distance(word.casefold(), choice), choice) for choice in choices]
    distance, choice = min(near)
    return choice if distance <= (1 if len(choice) < 6 else 2) else None


def _figures(text: str) -> set[str]:
    return set("".join(char if char.isdigit() else " " for char in text).split())


def _begins(short: str, long: str) -> bool:
    return len(short) >= 3 and long.casefold().startswith(short.casefold())


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """'; did you mean …?' to end a message with, or ''."""
    found = " or ".join(f"'{one}'" for one in likely(word, choices))
    return f"; did you mean {found}?" if found else ""
