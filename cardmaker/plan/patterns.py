"""A regular expression → a pattern that is compiled once a text holds what it can't match without.

The notations have over a hundred patterns, most of them for what few plans say; compiled on import they took a
thirtieth of a first build.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """A regular expression, and pieces (by '|') of which one is in each text that it matches; '' in all of them."""

    def __init__(self, written: str, needed: str = "", flags: int = re.ASCII) -> None:
        self._written, self._needed, self._flags = written, needed.split("|"), flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._written, self._flags)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """What it matches at a place in a text."""
        return self._compiled.match(text, start) if self._may_match(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """All of a text, if it matches."""
        return self._compiled.fullmatch(text) if self._may_match(text) else None

    def search(self, text: str) -> re.Match[str] | None:
        """What it matches first, anywhere in a text."""
        return self._compiled.search(text) if self._may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All that it matches in a text, in order."""
        return self._compiled.finditer(text) if self._may_match(text) else iter(())

    def _may_match(self, text: str) -> bool:
        searched = text.casefold() if self._flags & re.IGNORECASE else text
        return any(piece in searched for piece in self._needed)


class Phrasing:
    """A way to put something, and how to put it otherwise; letter case aside. Its pieces are as a Pattern's."""

    def __init__(self, written: str, instead: str | Callable[[re.Match[str]], str], needed: str = "") -> None:
        self._written, self._instead, self._needed = written, instead, needed.split("|")

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._written, re.ASCII | re.IGNORECASE)

    def put(self, text: str) -> str:
        """*text*, put otherwise wherever it is put in this way."""
        low = text.lower()
        return (
            self._compiled.sub(self._instead, text) if any(piece in low for piece in self._needed) else text
        )
