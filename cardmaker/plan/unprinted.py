"""A line as it is written → what is read of it, without the words that are printed as they are."""

import re
from collections.abc import Iterable
from typing import Final

from cardmaker.patterns import Pattern

_QUOTED: Final = Pattern('“[^“”]*”|"[^"]*"', '“|"')


def unprinted(text: str, words: Iterable[str]) -> str:
    """*text* without what is in quotes, and without *words* wherever they are, longer ones first."""
    line = _QUOTED.sub(" ", text)
    for said in sorted(set(filter(None, words)), key=len, reverse=True):
        line = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", " ; ", line, flags=re.IGNORECASE)
    return line
