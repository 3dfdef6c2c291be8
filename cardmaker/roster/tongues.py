"""The names of exercises in every language there is: a club's table has its own, whatever its plans are in."""

from collections.abc import Sequence
from functools import cached_property

from cardmaker.plan.names import NameKind, Names
from cardmaker.wording.languages import language_called


class EveryTongue:
    """Finds names in the language of a plan first, and then in the others."""

    def __init__(self, first: Names, languages: Sequence[str]) -> None:
        self.first, self._languages = first, tuple(languages)

    @cached_property
    def _others(self) -> tuple[Names, ...]:
        return tuple(self.first.in_language(language) for language in self._languages)

    def match(self, kind: NameKind, name: str) -> str | None:
        """The id that *name* means; None if nothing of that kind carries it."""
        found = self.first.match(kind, name)
        if found or kind != "exercise":
            return found
        return next((found for names in self._others if (found := names.match(kind, name))), None)

    def suggest(self, kind: NameKind, name: str) -> str | None:
        """The id a wrong *name* most likely was meant to be."""
        return self.first.suggest(kind, name)

    def meanings(self, name: str) -> tuple[str, ...]:
        """What a short name of an exercise may mean, if it is used for several."""
        return self.first.meanings(name)

    def language(self, name: str) -> str | None:
        """The code of a language by what it calls itself, or by its English name; None for others."""
        return language_called(name, self._languages)
