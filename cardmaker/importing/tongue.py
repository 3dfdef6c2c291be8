"""The language of a table, found by the names of its days → its words in English, which are then read as ever."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Final

from cardmaker.plan.daynames import DayNames
from cardmaker.plan.foreign import Translator
from cardmaker.plan.names import Names
from cardmaker.record import record

_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST: Final = 3
"""So many days that have no English name show a language; one or two may be in any text."""


@record
class Tongue:
    """A language's names of days, and what puts its words into English; without one, English."""

    language: str = "en"
    names: Mapping[str, int] = field(default_factory=dict)
    translator: Translator | None = None

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
        """A prescription, or a heading, in English."""
        return text if self.translator is None else str(self.translator.english("sets", text))


def tongue_of(language: str, names: Names) -> Tongue:
    """What a language needs to be read."""
    words = names.in_language(language).foreign_words()
    return Tongue(language, names.day_names(language), Translator(words)) if words else Tongue()


def spoken(text: str, names: Names, languages: Iterable[str]) -> str:
    """The language in which a text names days that English has no name for; 'en' if it doesn't."""
    words = {word.casefold() for word in _WORD.findall(text)}
    english = {name.casefold() for name in names.day_names("en")}
    found = {
        language: len(words & {name.casefold().strip(".") for name in names.day_names(language)} - english)
        for language in languages
    }
    best = max(found, key=found.__getitem__, default="en")
    return best if found.get(best, 0) >= _FEWEST else "en"
