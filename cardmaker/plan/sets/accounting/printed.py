"""Sets → the coach's own words in them."""

from collections.abc import Iterator

from cardmaker.plan.sets.record import Load, SetGroup, Sets


def printed(sets: Sets) -> Iterator[str]:
    """All words that are printed as they were written."""
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
