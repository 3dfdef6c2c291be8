"""A line of type with digits in it → the same with other digits, where all are as wide as each other."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cardmaker.frame import Glyphs, Text
from cardmaker.text.faces import face

DIGITS: Final = frozenset("0123456789")
_NO_DIGITS: Final = re.compile("[^0-9]+")


def digits_in(text: str) -> str:
    """The digits of a text, in their order."""
    return _NO_DIGITS.sub("", text)


Places = Sequence[Sequence[int]]
"""Where digits are in each run of a line."""


def with_digits(text: Text, digits: Iterator[str], places: Places | None = None) -> Text:
    """*text* with the next of some digits in place of its own, at *places* if these are known; it is like that one."""
    places = [*map(places_in, text.runs)] if places is None else places
    runs = tuple([_run(run, own, digits) if own else run for run, own in zip(text.runs, places, strict=True)])
    return Text(runs, text.size_pt, text.fill, text.tracking_em, text.rising, text)


def _run(run: Glyphs, places: Sequence[int], digits: Iterator[str]) -> Glyphs:
    glyphs, ids, said = face(run.font).glyphs, [*run.ids], [*run.text]
    for at in places:
        said[at] = digit = next(digits)
        ids[at] = glyphs[digit]
    return Glyphs(run.font, tuple(ids), run.advances, tuple(said), run.offsets)


def places_in(run: Glyphs) -> Sequence[int]:
    """Where in a run digits are."""
    return [at for at, char in enumerate(run.text) if char in DIGITS]
