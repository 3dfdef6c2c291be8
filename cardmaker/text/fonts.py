"""Text of one weight -> kerned glyphs, each character from the first bundled face that has it."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from operator import add
from pathlib import Path

from cardmaker import assets
from cardmaker.errors import MissingGlyphError
from cardmaker.frame import Glyphs
from cardmaker.text.faces import FontFace, face, read_json
from cardmaker.text.measure import Metrics, Shaped
from cardmaker.unseen import UNSEEN

_CACHED_LINES = 1 << 12
_DIGITS = "0123456789"
_MARK_STACK = 230  # how much higher or lower the second of two marks sits, in 1/1000 em
_BELOW, _ABOVE = 220, 230  # canonical combining classes
# An i loses its dot under a mark.
_DOTTED = "i(?=[\u0323\u0327\u0328]*[\u0300-\u0314])"
_BLANKS = str.maketrans("\t\n\r\v\f\u2028\u2029", " " * 7)


class FontBook:
    """Measures with a folder's fonts, the bundled ones by default; reads only the files it needs."""

    def __init__(self, folder: Path | None = None) -> None:
        root = folder.resolve() if folder else assets.templates("fonts")
        index = read_json(root / "fonts.json")
        prefix = f"{root}/" if folder else ""
        self._weights = {
            weight: _Weight([prefix + key for key in entry["shards"]], root / f"{entry['kerning']}.json")
            for weight, entry in index.items()
        }

    @cached_property
    def uneven_by_digits(self) -> frozenset[str] | None:
        """The characters by which digits are kerned differently in some weight; None if they aren't of one width."""
        found = [weight.uneven_by_digits for weight in self._weights.values()]
        known = [one for one in found if one is not None]
        return frozenset[str]().union(*known) if len(known) == len(found) else None

    def shape(self, text: str, weight: str, where: str = "") -> Shaped:
        """The glyphs of one line; MissingGlyphError names the character and begins with *where*."""
        fonts = self._weights[weight]
        shaped = fonts.lines.get(text)
        return shaped if shaped is not None else fonts.shape(text, where)

    def width_em(self, text: str, weight: str, where: str = "") -> float:
        """How wide one line is: the width of what `shape` gives, in a third of its time."""
        fonts = self._weights[weight]
        width = fonts.widths.get(text)
        return width if width is not None else fonts.width_em(text, where)

    def metrics(self, weight: str) -> Metrics:
        """The vertical measures of a weight's first face."""
        return self._weights[weight].metrics


class _PairAdvances(dict[str, int]):
    """'AV' -> how far to go from A to V, in 1/1000 em: worked out once, with the kerning."""

    def __init__(self, advances: dict[str, int], kerning: Path) -> None:
        self._advances = advances
        data = read_json(kerning)
        lefts = zip(data["rows"], data["left"], strict=True)
        self._left = {char: row for row, chars in lefts for char in chars}
        self._right = {char: str(column) for column, chars in enumerate(data["right"]) for char in chars}

    def __missing__(self, pair: str) -> int:
        kern: int = self._left.get(pair[0], {}).get(self._right.get(pair[1], ""), 0)
        value = self[pair] = self._advances[pair[0]] + kern
        return value

    def uneven_by(self, chars: str) -> frozenset[str]:
        """The characters from which one of *chars* is further than another of them."""
        columns = {self._right.get(char, "") for char in chars}
        rows = [self._left.get(char, {}) for char in chars]
        before = {char for char, row in self._left.items() if len({row.get(one, 0) for one in columns}) > 1}
        after = {char for char, one in self._right.items() if len({row.get(one, 0) for row in rows}) > 1}
        return frozenset(before | after)


class _Homes(dict[str, str]):
    """A character -> the key of the first face that has it; KeyError if none has."""

    def __init__(self, keys: list[str], advances: dict[str, int]) -> None:
        self._keys, self._advances = keys, advances

    def __missing__(self, char: str) -> str:
        for key in self._keys:
            known = face(key).advances
            if char in known:
                self._advances[char] = known[char]
                self[char] = key
                return key
        raise KeyError(char)


class _Weight:
    """The faces of one weight, in the order in which they are asked for a character."""

    def __init__(self, keys: list[str], kerning: Path) -> None:
        self._keys, self._kerning = keys, kerning
        self.lines: dict[str, Shaped] = {}
        self.widths: dict[str, float] = {}

    @cached_property
    def primary(self) -> FontFace:
        """The face that plain text is set in."""
        return face(self._keys[0])

    @cached_property
    def metrics(self) -> Metrics:
        """The vertical measures of plain text, in em."""
        first = self.primary
        return Metrics(
            first.ascent / 1000, first.descent / 1000, first.cap_height / 1000, first.x_height / 1000
        )

    @cached_property
    def _advances(self) -> dict[str, int]:
        return dict(self.primary.advances)

    @cached_property
    def _pairs(self) -> _PairAdvances:
        return _PairAdvances(self._advances, self._kerning)

    @property
    def uneven_by_digits(self) -> frozenset[str] | None:
        """The characters by which digits are kerned differently; None if they aren't of one width in the first face."""
        widths = {self.primary.advances.get(digit) for digit in _DIGITS}
        return self._pairs.uneven_by(_DIGITS) if len(widths) == 1 and None not in widths else None

    @cached_property
    def _homes(self) -> _Homes:
        return _Homes(self._keys, self._advances)

    def shape(self, text: str, where: str) -> Shaped:
        """Shape and remember."""
        if len(self.lines) >= _CACHED_LINES:
            self.lines.clear()
        runs = self._plain(text) or tuple(self._mixed(_shown(text), where))
        shaped = self.lines[text] = Shaped(runs, sum(sum(run.advances) for run in runs) / 1000)
        return shaped

    def width_em(self, text: str, where: str) -> float:
        """Measure and remember."""
        if len(self.widths) >= _CACHED_LINES:
            self.widths.clear()
        if text and self.primary.glyphs.keys() >= set(text):
            width = sum(self._advance(text)) / 1000
        else:
            width = self.shape(text, where).width_em
        self.widths[text] = width
        return width

    def _plain(self, text: str) -> tuple[Glyphs, ...]:
        """One run, if the first face has every character."""
        glyphs = self.primary.glyphs
        try:
            ids = tuple([glyphs[char] for char in text])
        except KeyError:
            return ()
        return (Glyphs(self._keys[0], ids, self._advance(text), tuple(text)),) if text else ()

    def _advance(self, text: str) -> tuple[int, ...]:
        return (*map(self._pairs.__getitem__, map(add, text, text[1:])), self._advances[text[-1]])

    def _mixed(self, text: str, where: str) -> Iterator[Glyphs]:
        """A run for each stretch of characters from one face; blanks and marks go with what they follow."""
        if not text:
            return
        text = self._spelt(text, where)
        drawn = re.sub(_DOTTED, "ı", text)
        keys = list(map(self._homes.__getitem__, drawn))
        self._follow(drawn, keys)
        advances = self._advance(drawn)
        moves = self._moves(drawn, advances) if any(map(unicodedata.combining, drawn)) else ()
        end = 0
        for key, group in groupby(keys):
            start, end = end, end + len(list(group))
            ids = tuple(map(face(key).glyphs.__getitem__, drawn[start:end]))
            offsets = moves[start:end] if any(map(any, moves[start:end])) else None
            yield Glyphs(key, ids, advances[start:end], tuple(text[start:end]), offsets)

    def _spelt(self, text: str, where: str) -> str:
        """The text with letters that no face has as a letter and marks, if a face has those."""
        try:
            list(map(self._homes.__getitem__, text))
        except KeyError as missing:
            char: str = missing.args[0]
            parts = unicodedata.normalize("NFD", char)
            if parts == char or parts[0] not in self.primary.gids:
                raise MissingGlyphError(_missing(char, where), text=text, char=char) from None
            return self._spelt(text.replace(char, parts), where)
        return text

    def _follow(self, text: str, keys: list[str]) -> None:
        """Give blanks the face of what is before them, and letters with marks one that has it all."""
        for index, char in enumerate(text):
            if index and char.isspace() and char in face(keys[index - 1]).blanks:
                keys[index] = keys[index - 1]
        if any(map(unicodedata.combining, text)):
            for start, end in _clusters(text):
                whole = (key for key in self._keys if face(key).glyphs.keys() >= set(text[start:end]))
                key = next(whole, "")
                if key and end - start > 1:
                    keys[start:end] = [key] * (end - start)

    def _moves(self, text: str, advances: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
        """Where marks go from where the pen is after their letter: its middle, above or below."""
        moves, base, above, below = [], 0, 0, 0
        for position, char in enumerate(text):
            if not unicodedata.combining(char):
                base, below = position, 0
                above = self._rise(char)
                moves.append((0, 0))
                continue
            middle, kind = next(f.marks[char] for f in map(face, self._keys) if char in f.marks)
            dx = -advances[base] // 2 - middle
            moves.append((dx, {_ABOVE: above, _BELOW: below}.get(kind, 0)))
            above += _MARK_STACK * (kind == _ABOVE)
            below -= _MARK_STACK * (kind == _BELOW)
        return tuple(moves)

    def _rise(self, char: str) -> int:
        """How much higher than on an x a mark sits on this letter."""
        tall = unicodedata.category(char) == "Lu" or char in "bdfhiklt"
        return self.primary.cap_height - self.primary.x_height if tall else 0


def _shown(text: str) -> str:
    """Composed, with blanks for tabs and line ends, without what leaves no mark: joiners, soft hyphens."""
    return UNSEEN.sub("", unicodedata.normalize("NFC", text.translate(_BLANKS)))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Where each letter starts and the marks that follow it end."""
    start = 0
    for position in range(1, len(text) + 1):
        if position == len(text) or not unicodedata.combining(text[position]):
            yield start, position
            start = position


def _missing(char: str, where: str) -> str:
    """One line on a character that no face has."""
    kind = unicodedata.category(char)
    name = unicodedata.name(char, "a control character" if kind == "Cc" else "not a character")
    if unicodedata.bidirectional(char) in ("R", "AL", "AN"):
        remedy = "right-to-left scripts can't be set yet; write it in Latin letters"
    elif kind in ("So", "Sk", "Sm"):
        remedy = "use a word or a plainer sign instead"
    elif name.startswith(("LATIN", "COMBINING", "MODIFIER")):
        remedy = "use a plainer letter"
    elif kind[0] in "LM":
        remedy = "the fonts have Latin, Greek, Cyrillic and Vietnamese; write it in one of these"
    else:
        remedy = "leave it out"
    shown = f"'{char}' " if char.isprintable() else ""
    return f"{where}: " * bool(where) + f"no font has {shown}(U+{ord(char):04X} {name}); {remedy}"
