"""A sequence of operators, drawn → the same with other digits in some of its lines, which are as wide.

Codes of glyphs are all of one length. Where digits are is seen from drawing them twice, once all ones, then all twos.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from operator import getitem
from typing import Final

from cardmaker.frame import Placed, Text
from cardmaker.paint.canvas import GAP
from cardmaker.paint.frames import DrawnSequence
from cardmaker.paint.lettering import codes_of
from cardmaker.text.digits import DigitLine, digits_in, places_in
from cardmaker.text.faces import face

_CODES: Final = re.compile("<([0-9A-F]+)>")
_CODE: Final = 4

Lines = Mapping[int, Placed]
"""Lines of type by their numbers in a sequence."""


class DigitForm:
    """A sequence with some *lines* in it, drawn by *draw*, and where in its operators their digits are."""

    def __init__(self, lines: Lines, draw: Callable[[Lines], DrawnSequence]) -> None:
        self._lines = lines  # which are known by their ids
        fonts = [
            run.font for text in map(_text_of, lines.values()) for run in text.runs for _ in places_in(run)
        ]
        self._drawn, other = (draw(_all_of(lines, digit)) for digit in "12")
        one, two = (GAP.join(drawn.operators) for drawn in (self._drawn, other))
        self._tables = [*map(_table, fonts)]
        pieces = _pieces(one, two)
        self._form = "%s".join([piece.replace("%", "%%") for piece in pieces])
        self.usable = len(pieces) == len(fonts) + 1 and self._with("2" * len(fonts)) == two

    def saying(self, lines: Lines) -> DrawnSequence:
        """The sequence with the digits of lines like these."""
        return self.with_digits("".join([digits_in(_text_of(one).content) for one in lines.values()]))

    def with_digits(self, digits: str) -> DrawnSequence:
        """The sequence with other digits in its lines."""
        _, before, after, fonts, colours = self._drawn
        return DrawnSequence(tuple(self._with(digits).split(GAP)), before, after, fonts, colours)

    def _with(self, digits: str) -> str:
        return self._form % tuple(map(getitem, self._tables, digits))


def likes_of(lines: Lines) -> Lines | None:
    """The lines that others are like in all but their digits, at the places of these; None if some are like none."""
    found: dict[int, Placed] = {}
    for number, one in lines.items():
        like = one.item.like if isinstance(one.item, Text) else None
        if like is None:
            return None
        found[number] = Placed(one.x, one.y, like)
    return found


def _text_of(placed: Placed) -> Text:
    assert isinstance(placed.item, Text), "only lines of type have digits"
    return placed.item


def _all_of(lines: Lines, digit: str) -> Lines:
    """Lines of which each digit is the same."""
    forever = iter(lambda: digit, "")
    return {
        number: Placed(one.x, one.y, DigitLine(_text_of(one)).with_digits(forever))
        for number, one in lines.items()
    }


def _pieces(one: str, two: str) -> list[str]:
    """What is between the codes that differ; none where more does."""
    if len(one) != len(two):
        return []
    pieces, start = [], 0
    for found in _CODES.finditer(one):
        for at in range(found.start(1), found.end(1), _CODE):
            if one[at : at + _CODE] != two[at : at + _CODE]:
                pieces.append(one[start:at])
                start = at + _CODE
    return [*pieces, one[start:]]


@cache
def _table(font: str) -> Mapping[str, str]:
    """The codes of digits in a font."""
    codes, glyphs = codes_of(font), face(font).glyphs
    return {digit: codes[glyphs[digit]] for digit in "0123456789"}
