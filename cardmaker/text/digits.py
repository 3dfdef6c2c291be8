"""A line of type with digits in it → the same with other digits, where all are as wide as each other."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import Final

from cardmaker.frame import Glyphs, Text
from cardmaker.text.faces import face

DIGITS: Final = frozenset("0123456789")
_NO_DIGITS: Final = re.compile("[^0-9]+")


def digits_in(text: str) -> str:
    """The digits of a text, in their order."""
    return _NO_DIGITS.sub("", text)


def places_in(run: Glyphs) -> Sequence[int]:
    """Where in a run digits are."""
    return [at for at, char in enumerate(run.text) if char in DIGITS]


class DigitLine:
    """A line of type, and what is like it but for its digits."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._runs = [*map(_filling, text.runs)]

    def with_digits(self, digits: Iterator[str]) -> Text:
        """The line with the next of some digits in place of its own; it is like this one."""
        like = self._text
        runs = tuple([run(digits) for run in self._runs])
        return Text(runs, like.size_pt, like.fill, like.tracking_em, like.rising, like)


def _filling(run: Glyphs) -> Callable[[Iterator[str]], Glyphs]:
    """What gives a run with the next of some digits in place of its own."""
    font, ids, advances, text, offsets = run
    places, glyph = places_in(run), face(font).glyphs.__getitem__
    if not places:
        return lambda digits: run
    order = [*range(len(ids))]
    for number, place in enumerate(places, len(ids)):
        order[place] = number
    chosen = itemgetter(
        *order, 0
    )  # of its own and the digits behind them; and one more, or one alone is no tuple

    def filled(digits: Iterator[str]) -> Glyphs:
        said = tuple(islice(digits, len(places)))
        shown = tuple(map(glyph, said))
        return Glyphs(font, chosen(ids + shown)[:-1], advances, chosen(text + said)[:-1], offsets)

    return filled
