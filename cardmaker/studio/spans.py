"""The text of a plan → where each of its fields is, in the offsets that JavaScript counts by.

What is written is followed as far as it gets: a text that is wrong further down has places above.
"""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from cardmaker.namedtuple import NamedTuple
from cardmaker.record import record
from cardmaker.unseen import without_unseen

Key = str | int


class TextSpan(NamedTuple):
    """From one offset to another."""

    start: int
    end: int


@record
class TextNode:
    """A value: where it is, where the key before it is, and what is in it by key or index."""

    value: TextSpan
    key: TextSpan | None
    scalar: bool
    inner: dict[Key, "TextNode"]


class FieldPlace(NamedTuple):
    """A field as a list of keys, the deepest value on the way to it, and whether that is the field's own."""

    path: tuple[Key, ...]
    node: TextNode
    exact: bool


class PlanText:
    """A plan as it was typed. Places in it count UTF-16 units, of the text as it is, line feeds of Windows and all."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.read = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def _offsets(self) -> list[int] | None:
        """The offset of each character that the parser counts; None if they are the same."""
        if self.text == self.read and (self.text.isascii() or max(self.text) <= "\uffff"):
            return None
        begins: list[int] = []
        units, before = 0, ""
        for at, char in enumerate(self.text):
            if not ((char == "\n" and before == "\r") or (at == 0 and char == "\ufeff")):
                begins.append(units)
            units += 1 + (char > "\uffff")
            before = char
        return [*begins, units]

    def unit(self, index: int) -> int:
        """The offset of a character that the parser counts."""
        if self._offsets is None:
            return min(index, len(self.text))
        return self._offsets[min(index, len(self._offsets) - 1)]

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins, as the parser counts."""
        return [0, *accumulate(len(line) + 1 for line in self.read.split("\n"))][:-1]

    def line(self, number: int) -> TextSpan:
        """What a line says, without the blanks around it; lines count from 1."""
        number = max(1, min(number, len(self._lines)))
        start = self._lines[number - 1]
        said = self.read[start:].partition("\n")[0]
        inner = start + len(said) - len(said.lstrip())
        return TextSpan(self.unit(inner), self.unit(start + len(said.rstrip())))

    def at(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset, both from 1."""
        begins = [self.unit(start) for start in self._lines]
        line = bisect_right(begins, offset)
        return line, offset - begins[line - 1] + 1

    def slice(self, stretch: TextSpan) -> str:
        """What is written there."""
        if self._offsets is None:
            return self.text[stretch.start : stretch.end]
        units = self.text.encode("utf-16-le", "surrogatepass")
        return units[2 * stretch.start : 2 * stretch.end].decode("utf-16-le", "replace")

    def find(self, field: str) -> FieldPlace:
        """The place of a field as messages write it, 'weeks.0.tue'; keys may have points of their own."""
        path: list[Key] = []
        node, rest = self.root, field
        while rest:
            step = _step(node, rest)
            if step is None:
                return FieldPlace((*path, *_keys(rest)), node, False)
            path.append(step)
            node, rest = node.inner[step], rest[len(str(step)) + 1 :]
        return FieldPlace(tuple(path), node, True)

    @cached_property
    def root(self) -> TextNode:
        """All of it."""
        return _Builder(self).root()


def _step(node: TextNode, rest: str) -> Key | None:
    """The longest key with which the rest of a field begins."""
    fitting = [key for key in node.inner if rest == str(key) or rest.startswith(f"{key}.")]
    return max(fitting, key=lambda key: len(str(key)), default=None)


def _keys(rest: str) -> list[Key]:
    return [int(key) if key.isascii() and key.isdecimal() else key for key in rest.split(".")]


class _Open:
    """A list or mapping that isn't read to its end; *key* is the one whose value comes next."""

    def __init__(self, start: int, mapping: bool) -> None:
        self.start, self.mapping = start, mapping
        self.inner: dict[Key, TextNode] = {}
        self.key: tuple[str, TextSpan] | None = None


class _Builder:
    """Makes nodes of the parser's events; the depth is on a stack of its own, so that no text is too deep."""

    def __init__(self, text: PlanText) -> None:
        self._text = text
        self._root = TextNode(TextSpan(0, 0), None, False, {})
        self._stack: list[_Open] = []

    def root(self) -> TextNode:
        """The document's value, as far as it can be read."""
        from cardmaker.yaml12.tokens import tokens_of  # which needs the parser

        for kind, start, end, word in tokens_of(self._text.read):
            if kind == "end":
                self._close(end)
            elif kind == "scalar":
                self._add(self._span(start, end), {}, without_unseen(word).strip())
            else:
                self._stack.append(_Open(start, kind == "mapping"))
        while self._stack:
            self._close(len(self._text.read))
        return self._root

    def _close(self, end: int) -> None:
        done = self._stack.pop()
        self._add(self._span(done.start, end), done.inner)

    def _span(self, start: int, end: int) -> TextSpan:
        return TextSpan(self._text.unit(start), self._text.unit(end))

    def _add(self, where: TextSpan, inner: dict[Key, TextNode], word: str | None = None) -> None:
        """A node in its place; of a mapping every other value is a key. Lists and mappings have no *word*."""
        if not self._stack:
            self._root = TextNode(where, None, word is not None, inner)
            return
        top = self._stack[-1]
        if top.mapping and top.key is None:
            top.key = word or "", where
            return
        name, key = top.key or (len(top.inner), None)
        top.key = None
        top.inner.setdefault(name, TextNode(where, key, word is not None, inner))
