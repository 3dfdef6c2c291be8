"""The data of exercises, from a file or a plan → validated exercises whose alternates are ids."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from cardmaker.errors import Problem, ProblemsError, TemplateError
from cardmaker.library.exercise import Exercise
from cardmaker.library.names import slug
from cardmaker.ready import Made, ready
from cardmaker.validation import validate
from cardmaker.yaml12 import FieldPath, Lines, load_yaml_file


class Names(Protocol):
    """What alternates are looked up in."""

    def find(self, name: str) -> str | None:
        """The id that *name* means, or None."""

    def suggest(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """The ids that *name* may have meant."""


class Place(NamedTuple):
    """Where data is: its file, lines and path in the file; and the error to raise for its mistakes."""

    source: str
    lines: Lines
    path: tuple[str | int, ...] = ()
    error: type[ProblemsError] = TemplateError

    def below(self, key: str) -> "Place":
        """The place of the part under *key*."""
        return self._replace(lines=self.lines.below((key,)), path=(*self.path, key))

    def where(self, *path: str | int) -> str:
        """What a message about the field at *path* begins with: file, line and field."""
        return str(self.problem(path, ""))

    def problem(self, path: FieldPath, message: str) -> Problem:
        """The mistake *message* at *path* below this place."""
        field = ".".join(str(step) for step in (*self.path, *path))
        return Problem(self.source, self.lines.at(path), field, message)


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan's own exercises: the key each id was written as, those that are right, and all mistakes."""

    keys: Mapping[str, str]
    exercises: "Mapping[str, Exercise]"
    problems: tuple[Problem, ...]


def read_file(path: Path, exercise: str, names: Names) -> "tuple[Exercise, Place]":
    """The exercise in one file, and where it is; TemplateError with all that is wrong in it."""
    found = as_written(path)
    place = Place(str(path), _LinesOf(path))
    changed, problems = _with_ids(found, exercise, names, place)
    if problems:
        raise place.error(problems)
    return changed, place


class _LinesOf(Lines):
    """The lines of a file that is read once a line is asked for, which is once something is wrong."""

    def __init__(self, path: Path) -> None:
        super().__init__(None, {}, 0)
        self._path = path

    def below(self, path: FieldPath) -> Lines:
        """The lines of the part of the data at *path*."""
        _, lines = load_yaml_file(self._path)
        return lines.below(path)


def as_written(path: Path) -> Exercise:
    """The exercise in one file, its alternates as they are written; TemplateError with all that is wrong in it."""
    return ready(path, Exercise, lambda: Made(_validated(path)))


def _validated(path: Path) -> Exercise:
    data, lines = load_yaml_file(path)
    return validated(data, Place(str(path), lines))


def read_own(own: Mapping[str, object], place: Place) -> Draft:
    """A plan's own exercises, each validated by itself."""
    keys: dict[str, str] = {}
    exercises: dict[str, Exercise] = {}
    problems: list[Problem] = []
    for key, data in own.items():
        exercise = slug(key)
        if not exercise:
            problems.append(place.problem((key,), f"'{key}' has no letter or digit; write a name"))
        elif exercise in keys:
            problems.append(place.problem((key,), f"this is '{keys[exercise]}' again; rename one of them"))
        else:
            keys[exercise] = key
            try:
                exercises[exercise] = validated(data, place.below(key))
            except ProblemsError as error:
                problems += error.problems
    return Draft(keys, exercises, tuple(problems))


def finish_own(draft: Draft, names: Names, place: Place) -> "dict[str, Exercise]":
    """The exercises of a *draft*, their alternates' names made ids; *place.error* with all mistakes."""
    problems = list(draft.problems)
    finished: dict[str, Exercise] = {}
    for exercise, data in draft.exercises.items():
        finished[exercise], found = _with_ids(
            data, exercise, names, place.below(draft.keys[exercise]), draft.keys
        )
        problems += found
    if problems:
        raise place.error(problems)
    return finished


def validated(data: object, place: Place) -> "Exercise":
    """An Exercise of *data*, its alternates as written; *place.error* with all that is wrong."""
    return validate(Exercise, data, place.source, place.lines, place.error, place.path)


def _with_ids(
    exercise: "Exercise", own_id: str, names: Names, place: Place, drafted: Mapping[str, str] | None = None
) -> "tuple[Exercise, list[Problem]]":
    """*exercise* with ids in its alternates, and what is wrong with them; the ids in *drafted* will do."""
    changes: dict[str, object] = {}
    problems: list[Problem] = []
    for key, alternate in exercise.alternates.items():
        name = alternate.exercise
        if not name:
            continue
        meant = slug(name) if slug(name) in (drafted or ()) else names.find(name)
        if meant is None:
            likely = "".join(f"; did you mean '{one}'?" for one in names.suggest(name, 1))
            problems.append(place.problem((key, "exercise"), f"no exercise '{name}'{likely}"))
        elif meant == own_id:
            problems.append(place.problem((key, "exercise"), f"'{name}' is this exercise; name another"))
        elif meant != name:
            changes[key] = alternate.but(exercise=meant)
    return (exercise.but(**changes) if changes else exercise), problems
