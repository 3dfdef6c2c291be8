"""Sets → the coach's own words in them."""

import re
from collections.abc import Iterator

from cardmaker.plan.sets.record import Load, SetGroup, Sets
from cardmaker.plan.sets.tokens import plain
from cardmaker.plan.unprinted import unprinted


def printed(sets: Sets) -> Iterator[str]:
    """All words that are printed as they were written, with marks for seconds, minutes and inches spelt out and not."""
    for said in _printed(sets):
        yield said
        yield re.sub(r"(?<=\d) (?:s|in)\b", '"', said)
        yield re.sub(r"(?<=\d) min\b", "'", said)


def written(text: str) -> str:
    """A line in lower case, without what is in quotes."""
    return " ".join(unprinted(plain(text), ()).lower().split())


def _printed(sets: Sets) -> Iterator[str]:
    yield from _parts(sets.note)
    if sets.next_time:
        yield sets.next_time
    if sets.timing:
        yield sets.timing.note
    for group in sets.groups:
        yield from words_of(group)


def words_of(group: SetGroup) -> Iterator[str]:
    """The words of a group: its note, a load in words, what its repetitions are called."""
    yield from _parts(group.note)
    yield group.noun
    for load in (group.load, group.gain):
        if isinstance(load, Load):
            yield load.words


def _parts(note: str) -> list[str]:
    return [part for part in note.split("; ") if part]
