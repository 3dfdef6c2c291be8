"""A regular expression → a pattern that is compiled once a text holds what it can't match without.

There are over two hundred patterns, most of them for what few plans say; compiled on import they took a fourteenth of a
first build.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any


def _pieces(written: str) -> tuple[str, ...]:
    """Pieces parted by '|', those with any digit spelt out."""
    pieces = written.split("|")
    if r"\d" not in written:
        return tuple(pieces)
    return tuple(p.replace(r"\d", digit) for p in pieces for digit in ("0123456789" if r"\d" in p else "0"))


class Pattern:
    """A regular expression, and pieces in small letters (by '|') of which one is in each text that it matches.

    An empty piece is in all of them: such a pattern is compiled when it is first tried. `\\d` in a piece is any digit.
    *also* has more pieces, of which one is in each such text, too; a match begins with one of the characters *begins*.
    """

    def __init__(
        self, written: str, needed: str = "", flags: int = re.ASCII, *, also: str = "", begins: str = ""
    ) -> None:
        self.written, self.flags = written, flags
        self.needed, self.also, self.begins = _pieces(needed), _pieces(also), begins
        self._folds = bool(flags & re.IGNORECASE)  # reckoned each time, it took a hundredth of a first build

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.written, self.flags)

    def may_match(self, folded: str) -> bool:
        """Whether a text, folded if letter case doesn't count, has the pieces that each match has."""
        for piece in self.needed:  # any() took a seventh of a reading more: this is asked 700 times a line
            if piece in folded:
                break
        else:
            return False
        return not self.also[0] or any(map(folded.__contains__, self.also))

    def _may_match(self, text: str) -> bool:
        return self.may_match(text.casefold() if self._folds else text)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """What it matches at a place in a text."""
        if self.begins and text[start : start + 1].lower() not in self.begins:
            return None
        return self._compiled.match(text, start) if self._may_match(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """What it matches if that is the whole text."""
        return self._compiled.fullmatch(text) if self._may_match(text) else None

    def search(self, text: str) -> re.Match[str] | None:
        """What it matches first, anywhere in a text."""
        return self._compiled.search(text) if self._may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All that it matches in a text."""
        return self._compiled.finditer(text) if self._may_match(text) else iter(())

    def findall(self, text: str) -> list[Any]:
        """The words, or groups, of all that it matches in a text."""
        return self._compiled.findall(text) if self._may_match(text) else []

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str) -> str:
        """*text* with what it matches put otherwise."""
        return self._compiled.sub(instead, text) if self._may_match(text) else text

    def split(self, text: str) -> list[str]:
        """What is between all that it matches, and its groups."""
        return self._compiled.split(text) if self._may_match(text) else [text]


class Phrasing(Pattern):
    """A way to put something, letter case aside, and how to put it otherwise."""

    def __init__(
        self, written: str, instead: str | Callable[[re.Match[str]], str], needed: str = "", also: str = ""
    ) -> None:
        super().__init__(written, needed, re.ASCII | re.IGNORECASE, also=also)
        self._instead = instead

    def put(self, text: str) -> str:
        """*text*, put otherwise wherever it is put in this way."""
        return self.sub(self._instead, text)
