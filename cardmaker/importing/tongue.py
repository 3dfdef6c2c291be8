"""The language of a table, found by the names of its days → its words in English, which are then read as ever."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Final

from cardmaker.importing.headings import heading_of
from cardmaker.plan.daynames import DayNames
from cardmaker.plan.foreign import Translator
from cardmaker.plan.names import Names
from cardmaker.record import record

_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST: Final = 3
"""So many days that have no English name show a language; one or two may be in any text."""
_FEWEST_HEADINGS: Final = 2
_HEADING: Final = re.compile(r"[^(\[/]+")


@record
class Tongue:
    """A language's names of days, and what puts its words into English; without one, English."""

    language: str = "en"
    names: Mapping[str, int] = field(default_factory=dict)
    translator: Translator | None = None
    headings: Mapping[str, str] = field(default_factory=dict)
    """The English for what columns are called, by their words in lower case."""

    @property
    def days(self) -> DayNames:
        """What days are called."""
        return DayNames(others=self.names)

    def english(self, line: str) -> str:
        """A line of training in the English of the notations."""
        if self.translator is None:
            return line
        said = self.translator.english("days", line)
        if said != line and said.casefold() in ("rest", "off"):
            return str(said)
        return str(self.translator.english("runs", line))

    def sets(self, text: str) -> str:
        """A prescription in English."""
        return text if self.translator is None else str(self.translator.english("sets", text))

    def heading(self, text: str) -> str:
        """What a column is called, in English, with its unit: 'Strecke (km)'."""
        words = _HEADING.match(text)
        english = self.headings.get(words[0].strip(" .:*").casefold()) if words else None
        return f"{english} {text[words.end() :]}".strip() if words and english else self.sets(text)


def tongue_of(language: str, names: Names) -> Tongue:
    """What a language needs to be read."""
    words = names.in_language(language).foreign_words()
    if words is None:
        return Tongue()
    headings = {heading.casefold(): english for heading, english in words.headings.items()}
    return Tongue(language, names.day_names(language), Translator(words), headings)


def _in_one_line(text: str, headings: set[str]) -> int:
    """How many headings of a language there are in a line that has little else."""
    lines = ([word.casefold() for word in _WORD.findall(line)] for line in text.splitlines())
    counts = ((sum(word in headings for word in words), len(words)) for words in lines)
    return max((found for found, all_words in counts if 2 * found >= all_words), default=0)


def spoken(text: str, names: Names, languages: Iterable[str]) -> str:
    """The language in which a text names days or columns that English has no name for; 'en' if it doesn't."""
    words = {word.casefold() for word in _WORD.findall(text)}
    english = {name.casefold() for name in names.day_names("en")}
    best, most = "en", 0
    for language in languages:
        days = {name.casefold().strip(".") for name in names.day_names(language)} - english
        known = names.in_language(language).foreign_words()
        headings = (
            {one.casefold() for one in known.headings if not heading_of(one).meaning} if known else set()
        )
        found = max(len(words & days) - _FEWEST, _in_one_line(text, headings) - _FEWEST_HEADINGS) + 1
        if found > most:
            best, most = language, found
    return best
