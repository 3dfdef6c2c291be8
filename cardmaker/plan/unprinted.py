"""A line as it is written → what is read of it, without the words that are printed as they are."""

import re
from collections.abc import Iterable
from typing import Final

from cardmaker.patterns import Pattern

_CURLY: Final = Pattern("“[^“”]*”", "“", re.UNICODE)
_STRAIGHT: Final = Pattern('"[^"]*"', '"', re.UNICODE)


def without_quotes(text: str) -> str:
    """*text* without what is between “ and ”."""
    return _CURLY.sub(" ", text)


def unprinted(text: str, words: Iterable[str]) -> str:
    """*text* without what is in quotes of any kind, and without *words* wherever they are, longer ones first."""
    line = _STRAIGHT.sub(" ", without_quotes(text))
    for said in sorted(set(filter(None, words)), key=len, reverse=True):
        line = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", " ; ", line, flags=re.IGNORECASE)
    return line
