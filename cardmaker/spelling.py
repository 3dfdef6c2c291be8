"""A misspelt name and the names there are → the one it was meant to be."""

from collections.abc import Iterable

_ALIKE = 0.6
_LONGEST = 400


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice *word* was most likely meant to be; None if none is much like it.

    Much like it is one with few letters changed, or one that begins it or is begun by it ('monday', 'mon').
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
        return str(found[0])
    begun = [name for name in names if _begins(name, word) or _begins(word, name)]
    return begun[0] if len(begun) == 1 else None


def slip_of(word: str, choices: Iterable[str]) -> str | None:
    """The choice that *word* is a letter or two away from (one, where the choice has fewer than six); else None."""
    from rapidfuzz.distance import OSA

    near = [(OSA.distance(word.casefold(), choice), choice) for choice in choices]
    distance, choice = min(near)
    return choice if distance <= (1 if len(choice) < 6 else 2) else None


def _begins(short: str, long: str) -> bool:
    return len(short) >= 3 and long.casefold().startswith(short.casefold())


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """'; did you mean …?' to end a message with, or ''."""
    found = closest(word, choices)
    return f"; did you mean '{found}'?" if found else ""
