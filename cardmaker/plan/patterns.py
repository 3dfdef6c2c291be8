"""A regular expression → a pattern that is compiled once a text holds what it can't match without.

The notations have over a hundred patterns, most of them for what few plans say; compiled on import they took a
thirtieth of a first build.
"""

import re
from functools import cached_property


class Pattern:
    """A regular expression, and pieces (by '|') of which one is in each text that it matches; '' in all of them."""

    def __init__(self, written: str, needed: str = "") -> None:
        self._written, self._needed = written, needed.split("|")

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._written, re.ASCII)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """What it matches at a place in a text."""
        if any(piece in text for piece in self._needed):
            return self._compiled.match(text, start)
        return None
