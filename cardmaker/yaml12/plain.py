"""YAML as nearly everybody writes it → plain data and its lines; None for all else, which the parser then reads.

Read here are mappings and lists by indentation, scalars, texts in quotes and what is in brackets on one line, without
anchors, tags, escapes and texts of several lines. Importing a parser takes as long as laying out four cards.
"""

import re
from typing import Any, Final, NoReturn

from cardmaker.namedtuple import NamedTuple
from cardmaker.yaml12.scalars import plain_value

_MOST_LINES: Final = 5_000
_DEEPEST: Final = 20
"""Plans are far below both, and the limits of all documents far above."""
_KEY: Final = re.compile(r"(\w(?:[\w .,/+&'()-]*[\w.,/+&'()-])?):(?: +|$)")
_QUOTED: Final = re.compile(r"""(?:"([^"\\]*)"|'([^']*)')""")
_BEHIND: Final = re.compile(r" *(?: #.*)?$")
_IN_BRACKETS: Final = re.compile(r"[\w.+~<=/(](?:[^\[\]{},:#\"]|:(?=[\w/])|(?<! )#)*")
"""A scalar in brackets, up to a comma, a bracket or the colon of a key."""
_STARTS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""What a scalar doesn't begin with: signs that mean something to YAML, if not always."""


class PlainDocument(NamedTuple):
    """The data, the lines of what is in its containers by their ids, and the line on which it begins."""

    data: dict[str, Any]
    marks: dict[int, Any]
    first: int


class _Line(NamedTuple):
    """What is on a line, without its indentation and blanks at the end."""

    number: int
    indent: int
    said: str


class _UnclearError(Exception):
    """This takes a parser."""


def read_plain(text: str) -> PlainDocument | None:
    """Read a document that is one mapping; None for one that takes a parser, or isn't right."""
    if "\t" in text or "\ufeff" in text:
        return None
    lines: list[_Line] = []
    for number, line in enumerate(text.split("\n"), 1):
        said = line.strip(" ")
        if said and said[0] != "#":
            lines.append(_Line(number, len(line) - len(line.lstrip(" ")), said))
    if not lines or len(lines) > _MOST_LINES:
        return None
    reader = _Reader(lines)
    try:
        data = reader.document()
    except _UnclearError:
        return None
    return PlainDocument(data, reader.marks, lines[0].number)


def _unclear() -> NoReturn:
    raise _UnclearError


class _Reader:
    """A place among lines, which moves down."""

    def __init__(self, lines: list[_Line]) -> None:
        self.marks: dict[int, Any] = {}
        self._lines = [*lines, _Line(0, -1, "")]  # one less indented ends all
        self._at = 0
        self._depth = 0

    def document(self) -> dict[str, Any]:
        """All lines as a mapping."""
        if self._lines[0].indent or self._lines[0].said.startswith(("---", "...", "%")):
            _unclear()
        data = self._mapping(0)
        if self._at < len(self._lines) - 1:
            _unclear()
        return data

    def _block(self, indent: int) -> Any:
        """The mapping or list that begins here."""
        self._depth += 1
        if self._depth > _DEEPEST:
            _unclear()
        said = self._lines[self._at].said
        data = self._list(indent) if said == "-" or said.startswith("- ") else self._mapping(indent)
        self._depth -= 1
        return data

    def _mapping(self, indent: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        marks: dict[str, int] = {}
        while (line := self._lines[self._at]).indent == indent:
            found = _KEY.match(line.said)
            if not found or (key := found[1]) in data:
                _unclear()
            marks[key] = line.number
            data[key] = self._value(line.said[found.end() :], indent)
        self._end(indent)
        self.marks[id(data)] = marks
        return data

    def _list(self, indent: int) -> list[Any]:
        data: list[Any] = []
        marks: list[int] = []
        while (line := self._lines[self._at]).indent == indent and line.said.startswith("- "):
            said = line.said[2:].lstrip(" ")
            inner = indent + len(line.said) - len(said)
            marks.append(line.number)
            if said.startswith("- ") or _KEY.match(said):
                self._lines[self._at] = line._replace(indent=inner, said=said)
                data.append(self._block(inner))
            else:
                data.append(self._value(said, indent, filled=True))
        self._end(indent)
        self.marks[id(data)] = marks
        return data

    def _end(self, indent: int) -> None:
        """What follows a block is less indented, or a key at the height of a list."""
        if self._lines[self._at].indent > indent:
            _unclear()

    def _value(self, said: str, indent: int, filled: bool = False) -> Any:
        """What a key or a dash has behind it, on its line or below; a *filled* one is on the line."""
        self._at += 1
        if said and said[0] != "#":
            value = self._inline(said)
            self._end(indent)
            return value
        below = self._lines[self._at]
        if filled:
            _unclear()
        if below.indent > indent or (below.indent == indent and below.said.startswith("- ")):
            return self._block(below.indent)
        return None

    def _inline(self, said: str) -> Any:
        first = said[0]
        if first in "\"'":
            found = _QUOTED.match(said)
            if not found or not _BEHIND.match(said, found.end()):
                _unclear()
            return found[1] if found[1] is not None else found[2]
        if first in "[{":
            value, end = self._bracketed(said, 0, self._lines[self._at - 1].number)
            if not _BEHIND.match(said, end):
                _unclear()
            return value
        text = said.partition(" #")[0].rstrip(" ")
        if first in _STARTS or ": " in text or text[-1] == ":":
            _unclear()
        return plain_value(text)

    def _bracketed(self, said: str, at: int, line: int) -> tuple[Any, int]:
        """What is in the brackets that open at a place, and where they end."""
        self._depth += 1
        if self._depth > _DEEPEST:
            _unclear()
        keyed, close = said[at] == "{", "}" if said[at] == "{" else "]"
        data: Any = {} if keyed else []
        at = _past_blanks(said, at + 1)
        while not said.startswith(close, at):
            if keyed:
                found = _KEY.match(said, at)
                if not found or found[1] in data or "," in found[1]:
                    _unclear()
                data[found[1]], at = self._member(said, found.end(), line)
            else:
                value, at = self._member(said, at, line)
                data.append(value)
            at = _past_blanks(said, at)
            if said.startswith(",", at):
                at = _past_blanks(said, at + 1)
            elif not said.startswith(close, at):
                _unclear()
        self._depth -= 1
        self.marks[id(data)] = dict.fromkeys(data, line) if keyed else [line] * len(data)
        return data, at + 1

    def _member(self, said: str, at: int, line: int) -> tuple[Any, int]:
        if said.startswith(("[", "{"), at):
            return self._bracketed(said, at, line)
        if found := _QUOTED.match(said, at):
            return found[1] if found[1] is not None else found[2], found.end()
        found = _IN_BRACKETS.match(said, at)
        if not found:
            _unclear()
        return plain_value(found[0].rstrip(" ")), found.end()


def _past_blanks(said: str, at: int) -> int:
    while said.startswith(" ", at):
        at += 1
    return at
