"""Exercises and the words they use → cells of a table, and the lines that say all about one."""

from collections.abc import Iterator, Sequence

from cardmaker.library.equipment import EQUIPMENT, choices
from cardmaker.library.exercise import Exercise
from cardmaker.library.index import IndexEntry
from cardmaker.library.muscles import MUSCLES
from cardmaker.library.vocabulary import Vocabulary

VOCABULARIES = {"muscles": MUSCLES, "equipment": EQUIPMENT}


def cells(entry: IndexEntry) -> tuple[str, str, str, str]:
    """Id, name, muscles and equipment."""
    return entry.id, entry.name, _named(entry.primary), _kit(entry.equipment)


def words_of(about: Exercise) -> Iterator[tuple[str, str]]:
    """Label and text of each line, in the order of a card."""
    if about.section:
        yield "section", about.section
    if about.primary or about.secondary:
        also = f"also {_named(about.secondary)}" if about.secondary else ""
        yield "muscles", "; ".join(filter(None, [_named(about.primary), also]))
    if about.equipment is not None:
        yield "equipment", _kit(about.equipment)
    if about.aliases:
        yield "also called", ", ".join(about.aliases)
    if about.start:
        yield "start", about.start
    for number, cue in enumerate(about.cues, 1):
        yield "do" if number == 1 else "", f"{number}. {cue.text}"
    for number, mistake in enumerate(about.mistakes):
        yield "" if number else "mistakes", f"{mistake.wrong} → {mistake.instead}"
    for label, way in about.alternates.items():
        words = f"{way.text} ({way.exercise})" if way.exercise else way.text
        yield {"no_equipment": "without kit"}.get(label, label), words
    for label, text in (("breathing", about.breathing), ("why", about.why), ("video", about.video)):
        if text:
            yield label, text
    if about.stop:
        yield "stop if", about.stop


def _named(muscles: Sequence[str]) -> str:
    return ", ".join(_word(MUSCLES, muscle) for muscle in muscles)


def _kit(needs: Sequence[str] | None) -> str:
    if needs is None:
        return ""
    said = (" or ".join(_word(EQUIPMENT, thing) for thing in choices(need)) for need in needs)
    return ", ".join(said) or "none"


def _word(vocabulary: Vocabulary, term: str) -> str:
    """A term's name as it is written within a line."""
    return vocabulary.terms[term].name.lower()
