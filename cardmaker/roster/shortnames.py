"""Names of athletes → what they are called on a page that hangs where others see it: first name and initial."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

_RANKS: Final = frozenset(
    {"baron", "baronin", "edle", "edler", "freifrau", "freiherr", "freiin", "fürst", "fürstin"}
    | {"graf", "gräfin", "herzog", "herzogin", "prinz", "prinzessin", "ritter"}
)
"""What German law has made a part of names; before 'von' or 'zu' nobody is called by it."""


def short_names(names: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """First and last names → 'Anna B.' each; of two who are called the same 'Anna Ba.', 'Anna Be.', or all of it."""
    letters = [1] * len(names)
    while True:
        short = [_short(first, last, count) for (first, last), count in zip(names, letters, strict=True)]
        often = Counter(called.rstrip(".") for called in short)
        longer = [
            count + (often[called.rstrip(".")] > 1 and count < len(_family(last)))
            for called, (_, last), count in zip(short, names, letters, strict=True)
        ]
        if longer == letters:
            return tuple(short)
        letters = longer


def _short(first: str, last: str, letters: int) -> str:
    family = _family(last)
    initial = family if letters >= len(family) else f"{family[:letters].rstrip()}."
    return f"{first}\u00a0{initial}" if family else first


def _family(last: str) -> str:
    """A last name from its first capital on: 'Meulen' of 'van der Meulen', 'Rashid' of 'al-Rashid'.

    Ranks before 'von' or 'zu' are skipped: 'Hohenstein' of 'Graf von Hohenstein'.
    """
    rank, _, rest = last.partition(" ")
    if rank.casefold() in _RANKS and rest[:1].islower():
        return _family(rest)
    return next((last[at:] for at, letter in enumerate(last) if letter.isupper()), last)
