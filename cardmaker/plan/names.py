"""The names a plan may use, from its own workouts and from whoever knows the rest → checks for its fields."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, Protocol, Self

from cardmaker.plan.foreign import ForeignWords, InEnglish, Notation, Translator
from cardmaker.plan.runs.usual import Unit, usual_unit
from cardmaker.plan.sets.usual import LoadUnit, lacks_unit, texts_in, usual_load, with_unit
from cardmaker.unseen import without_unseen
from cardmaker.validation import any_of, closest, shown
from cardmaker.yaml12 import Lines

NameKind = Literal["exercise", "theme", "palette", "person", "stock", "paper", "face", "sheet", "language"]


class Names(Protocol):
    """Knows the exercises, themes, stocks and so on that there are."""

    def match(self, kind: NameKind, name: str) -> str | None:
        """The id that *name* means; None if nothing of that kind carries it."""

    def suggest(self, kind: NameKind, name: str) -> str | None:
        """The id a wrong *name* most likely was meant to be; of an exercise, the one it is a slip of."""

    def meanings(self, name: str) -> tuple[str, ...]:
        """What a short name of an exercise may mean, if it is used for several."""

    def own_name(self, exercise: str) -> str:
        """What to print for a name that says more than that of the exercise it means; else ''."""

    def filed(self, name: str) -> tuple[str, tuple[str, ...]]:
        """The id for a new exercise called *name*, '' if it can't have one, and keys that its spellings share."""

    def languages(self) -> Iterable[str]:
        """The languages that plans may be in."""

    def in_language(self, language: str) -> Self:
        """These names, and what carries them, in a language, if that is known."""

    def with_bare(self, names: Mapping[str, str]) -> Self:
        """These names with exercises of which only the names are known, by their ids."""

    def with_own(self, folder: Path | None, own: Mapping[str, object], lines: Lines, source: str) -> Self:
        """These names with a plan's own exercise files in *folder*, and those it holds itself.

        *lines* are those of *own*, in the file called *source*. PlanError if they aren't right.
        """

    def takes_bar(self, exercise: str, *, heavy: bool) -> bool:
        """Whether an exercise is loaded with a bar and plates; *heavy* is at least the bar's own weight."""

    def day_names(self, language: str) -> Mapping[str, int]:
        """The names of days in *language*, 0 for Monday; none for a language that isn't known."""

    def foreign_words(self) -> ForeignWords | None:
        """The words of the plan's language for the notations; None for English."""

    def check_stock(
        self, written: Mapping[str, object], lines: Lines, source: str, field: tuple[str, ...]
    ) -> None:
        """PlanError with all that is wrong with a stock written out in a plan, at *field*."""


class Checks:
    """What a plan's fields are checked against while they are validated."""

    def __init__(
        self,
        workouts: Mapping[str, object],
        own: Mapping[str, object],
        names: Names | None,
        runs: Callable[[], Iterable[str]] = tuple,
        declared: Unit = "",
    ) -> None:
        self._runs, self._declared = runs, declared
        self._names = names
        self._written = workouts
        self._workouts = _by_slug(workouts)
        self._own = _by_slug(own)
        self.bare: dict[str, str] = {}
        """Exercises that nobody knows, as the plan first writes them, by id."""
        self.units_taken: dict[str, LoadUnit] = {}
        """Sets whose loads say no unit, as they are written, and the one of the plan's others."""
        self._filed: dict[str, str] = {}
        foreign = names.foreign_words() if names else None
        self._translator = Translator(foreign) if foreign else None

    @cached_property
    def usual_unit(self) -> Unit:
        """The unit of distance of all runs of the plan that say one; '' if they don't agree."""
        return usual_unit(self._runs(), self._declared)

    @cached_property
    def usual_load(self) -> LoadUnit:
        """The unit of all loads of the plan that say one; '' if they don't agree."""
        return usual_load(texts_in(self._written))

    def english(self, notation: Notation, value: Any) -> Any:
        """What is written in the plan's language, in the English of a notation."""
        english = self._translator.english(notation, value) if self._translator else value
        return self._in_usual_unit(english, value) if notation == "sets" else english

    def _in_usual_unit(self, value: Any, written: Any) -> Any:
        """Sets, *written* so in the plan, with the unit of its other loads, where a load has none: '3x5 @ 60'."""
        if isinstance(value, list):
            return [self._in_usual_unit(*both) for both in zip(value, written, strict=True)]
        if not isinstance(value, str) or not lacks_unit(value):
            return value
        said = with_unit(value, self.usual_load)
        if said != value:
            self.units_taken[str(written)] = self.usual_load
        if not isinstance(value, InEnglish):
            return said
        english = InEnglish(said)
        english.own = value.own
        return english

    def workout(self, name: str) -> str:
        """The key of the workout *name* means; ValueError if there is none."""
        found = self._workouts.get(slug(name))
        if found is None:
            meant = closest(slug(name), self._workouts)
            raise ValueError(f"no workout {shown(name)}{_hint(self._workouts[meant] if meant else None)}")
        return " ".join(found.split())  # as the plan's fields have it

    def is_workout(self, name: str) -> bool:
        """Whether the plan has a workout called *name*."""
        return slug(name) in self._workouts

    def same_exercise(self, name: str) -> str:
        """What all names of an exercise have in common: its id, or if it isn't known the name as it is looked up."""
        known = self._names.match("exercise", name) if self._names else None
        return known or slug(name)

    def takes_bar(self, exercise: str, *, heavy: bool) -> bool:
        """Whether an exercise is loaded with a bar; without a library, whatever weighs as much as one."""
        return self._names.takes_bar(exercise, heavy=heavy) if self._names else heavy

    def own_name(self, exercise: str) -> str:
        """What to print for the name of an exercise that says its kit, stance or grip; '' if its own does as well."""
        return self._names.own_name(exercise) if self._names and slug(exercise) not in self._own else ""

    def is_exercise(self, name: str) -> bool:
        """Whether there is an exercise called *name*."""
        return slug(name) in self._own or bool(self._names and self._names.match("exercise", name))

    def known(self, kind: NameKind, name: str) -> str:
        """The id *name* means; ValueError if there is none."""
        if self._names is None or (kind == "stock" and is_file_name(name)):
            return name
        found = self._names.match(kind, name)
        if found is None and kind == "exercise":
            found = self._own.get(slug(name)) or self._new(self._names, name)
        if found is None:
            raise ValueError(f"no {kind} {shown(name)}{self._help(kind, name)}")
        return found

    def _new(self, names: Names, name: str) -> str | None:
        """The id of an exercise that is known by its name alone; None for a slip, or if there is nothing to call it."""
        if several := names.meanings(name):
            choice = any_of(f"'{one}'" for one in several)
            raise ValueError(f"{shown(name)} may be {choice}; write which")
        exercise, keys = names.filed(name)
        if not exercise:
            raise ValueError(f"{shown(name)} has no letter or digit; write a name")
        for key in keys:
            if key in self._filed:
                return self._filed[key]
        if names.suggest("exercise", name):
            return None
        self._filed |= dict.fromkeys(keys, exercise)
        self.bare[exercise] = name
        return exercise

    def _help(self, kind: NameKind, name: str) -> str:
        """What was likely meant, or where all of them are listed."""
        hint = _hint(self._names.suggest(kind, name)) if self._names else ""
        if hint and kind == "exercise":
            return f"{hint} If it is another, write it under 'exercises:'"
        if kind == "language":
            return hint or "; write its code, such as 'en'"
        if kind == "person":
            return hint or (
                f"; draw it with 'cardmaker figure person {shown(name)[1:-1]} -o FOLDER', and add '--templates FOLDER'"
            )
        return hint or f"; 'cardmaker list {kind}s' shows all there are"


def slug(name: str) -> str:
    """A name with case, blanks and hyphens made alike."""
    return "-".join(without_unseen(name).casefold().replace("-", " ").replace("_", " ").split())


def is_file_name(name: str) -> bool:
    """Whether a name in a plan is that of a YAML file."""
    return name.casefold().endswith((".yaml", ".yml"))


def _by_slug(entries: Mapping[str, Any]) -> dict[str, str]:
    """Keys by the slugs of their names and of themselves; a key is stronger than another's name."""
    named = {
        slug(entry["name"]): key
        for key, entry in reversed(list(entries.items()))
        if isinstance(entry, dict) and isinstance(entry.get("name"), str)
    }
    return named | {slug(key): key for key in entries}


def _hint(meant: str | None) -> str:
    return f"; did you mean '{meant}'?" if meant else ""
