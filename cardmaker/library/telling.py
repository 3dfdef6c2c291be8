"""Exercises and the words they use → cells of a table, and the lines that say all about one."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from cardmaker.library.equipment import EQUIPMENT, choices
from cardmaker.library.exercise import Exercise
from cardmaker.library.index import IndexEntry
from cardmaker.library.muscles import MUSCLES
from cardmaker.library.names import keys
from cardmaker.library.vocabulary import Vocabulary
from cardmaker.namedtuple import NamedTuple

VOCABULARIES = {"muscles": MUSCLES, "equipment": EQUIPMENT}
_NO_WORDS: Mapping[str, str] = MappingProxyType({})


class Terms(NamedTuple):
    """How a language writes the words that exercises choose from, by their ids; English where it has none."""

    muscles: Mapping[str, str] = _NO_WORDS
    equipment: Mapping[str, str] = _NO_WORDS
    sections: Mapping[str, str] = _NO_WORDS
    levels: Mapping[str, str] = _NO_WORDS
    either: str = " or "
    nothing: str = "none"

    def meant(self, written: Mapping[str, str], word: str) -> str:
        """The id of what is *written* like *word*; *word* itself if nothing is."""
        wanted = set(keys(word))
        return next((term for term, own in written.items() if not wanted.isdisjoint(keys(own))), word)

    def named(self, muscles: Sequence[str]) -> str:
        """Muscles as a list."""
        return ", ".join(self.muscles.get(one) or _word(MUSCLES, one) for one in muscles)

    def kit(self, needs: Sequence[str] | None) -> str:
        """Equipment as a list; '' where nothing is known of it."""
        if needs is None:
            return ""
        return ", ".join(map(self._need, needs)) or self.nothing

    def _need(self, need: str) -> str:
        return self.either.join(self.equipment.get(one) or _word(EQUIPMENT, one) for one in choices(need))


ENGLISH = Terms()


def cells(entry: IndexEntry, terms: Terms = ENGLISH) -> tuple[str, str, str, str]:
    """Id, name, muscles and equipment."""
    return entry.id, entry.name, terms.named(entry.primary), terms.kit(entry.equipment)


def words_of(about: Exercise, terms: Terms = ENGLISH) -> Iterator[tuple[str, str]]:
    """Label and text of each line, in the order of a card."""
    if about.section:
        yield "section", terms.sections.get(about.section, about.section)
    if about.kind:
        yield "kind", about.kind
    if about.level:
        yield "level", terms.levels.get(about.level, about.level)
    if about.primary or about.secondary:
        also = f"also {terms.named(about.secondary)}" if about.secondary else ""
        yield "muscles", "; ".join(filter(None, [terms.named(about.primary), also]))
    if about.equipment is not None:
        yield "equipment", terms.kit(about.equipment)
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


def _word(vocabulary: Vocabulary, term: str) -> str:
    """A term's name as it is written within a line."""
    return vocabulary.terms[term].name.lower()
