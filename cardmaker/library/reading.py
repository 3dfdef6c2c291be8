"""The data of exercises, from a file or a plan → validated exercises whose alternates are ids."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from cardmaker.errors import Problem, ProblemsError, TemplateError
from cardmaker.library.exercise import Exercise
from cardmaker.library.names import SHORT, slug
from cardmaker.library.words import said_in, worded
from cardmaker.namedtuple import NamedTuple
from cardmaker.ready import Made, ready
from cardmaker.record import record
from cardmaker.unseen import without_unseen
from cardmaker.validation import validate
from cardmaker.yaml12 import FieldPath, Lines, load_yaml_file

_MEANT = {
    "muscles": "primary",
    "muscle": "primary",
    "category": "section",
    "kit": "equipment",
    "tips": "cues",
}
"""Keys that people write for others."""
_ITS_OWN = ("name", "aliases", "like", "picture")
"""What an exercise doesn't take over from the one it is like."""


class Lookup(Protocol):
    """What alternates, and exercises that others are like, are looked up in."""

    def find(self, name: str) -> str | None:
        """The id that *name* means, or None."""

    def suggest(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """The ids that *name* may have meant."""

    def get(self, exercise: str) -> Exercise:
        """The exercise with an id."""


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


@record
class OwnExercises:
    """A plan's own exercises: the key of each id, those that are right, the keys each has, and all mistakes."""

    keys: Mapping[str, str]
    exercises: "Mapping[str, Exercise]"
    said: Mapping[str, frozenset[str]]
    problems: tuple[Problem, ...]


def read_file(
    path: Path, exercise: str, names: Lookup, words: Sequence[Path] = ()
) -> "tuple[Exercise, Place]":
    """The exercise in one file, said as the files of its *words* say it, and where it is.

    TemplateError with all that is wrong in one of them.
    """
    found = worded(as_written(path), words)
    place = Place(str(path), _LinesOf(path))
    changed, problems = _with_ids(found, exercise, names, place)
    if found.like and not problems:
        meant = names.find(found.like)
        if meant is None or meant == exercise:
            problems.append(_no_model(found.like, meant, names, place))
        else:
            data, _ = load_yaml_file(path)
            said = frozenset(data) | said_in(words)
            changed = _filled(changed, said, names.get(meant), meant)
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
    return validated(data, Place(str(path), lines), path.stem)


def read_own(own: Mapping[str, object], place: Place) -> OwnExercises:
    """A plan's own exercises, each validated by itself."""
    keys: dict[str, str] = {}
    exercises: dict[str, Exercise] = {}
    said: dict[str, frozenset[str]] = {}
    problems: list[Problem] = []
    for key, data in own.items():
        exercise = slug(key)
        if not exercise:
            problems.append(place.problem((key,), f"'{key}' has no letter or digit; write a name"))
        elif exercise in keys:
            problems.append(place.problem((key,), f"this is '{keys[exercise]}' again; rename one of them"))
        else:
            keys[exercise] = key
            said[exercise] = frozenset(data) if isinstance(data, Mapping) else frozenset()
            try:
                exercises[exercise] = validated(data, place.below(key), key)
            except ProblemsError as error:
                problems += error.problems
    return OwnExercises(keys, exercises, said, tuple(problems))


def finish_own(draft: OwnExercises, names: Lookup, under: Lookup, place: Place) -> "dict[str, Exercise]":
    """The exercises of a *draft*, with ids in place of names, and with what they take over from others.

    *names* has the draft's own among all others; *under* is what was there before. *place.error* with all mistakes.
    """
    problems = list(draft.problems)
    finished: dict[str, Exercise] = {}
    for exercise, data in draft.exercises.items():
        finished[exercise], found = _with_ids(
            data, exercise, names, place.below(draft.keys[exercise]), draft.keys
        )
        problems += found
    models = _Models(draft, finished, names, under, place)
    filled = {exercise: models.filled(exercise) for exercise in finished}
    problems += models.problems
    if problems:
        raise place.error(problems)
    return filled


class _Models:
    """What the exercises of a draft are like, and what is wrong with that."""

    def __init__(
        self,
        draft: OwnExercises,
        finished: "Mapping[str, Exercise]",
        names: Lookup,
        under: Lookup,
        place: Place,
    ) -> None:
        self._draft, self._finished, self._names, self._under = draft, finished, names, under
        self._place = place
        self._filled: dict[str, Exercise] = {}
        self.problems: list[Problem] = []

    def filled(self, exercise: str, above: tuple[str, ...] = ()) -> "Exercise":
        """An exercise with all that it takes over; *above* are those that are like it."""
        about = self._finished[exercise]
        if not about.like or exercise in self._filled:
            return self._filled.get(exercise, about)
        meant = slug(about.like) if slug(about.like) in self._finished else self._names.find(about.like)
        base = None
        if meant == exercise:
            base = self._under.get(exercise) if self._under.find(exercise) == exercise else None
        elif meant is not None and meant in self._finished:
            base = self.filled(meant, (*above, exercise)) if meant not in above else None
        elif meant is not None and meant not in self._draft.keys:
            base = self._names.get(meant)
        if base is None or meant is None:
            if meant not in self._draft.keys or meant in (*above, exercise):
                place = self._place.below(self._draft.keys[exercise])
                self.problems.append(_no_model(about.like, meant, self._names, place))
            return about
        self._filled[exercise] = _filled(about, self._draft.said[exercise], base, meant)
        return self._filled[exercise]


def _no_model(name: str, meant: str | None, names: Lookup, place: Place) -> Problem:
    """What is wrong with the name of an exercise that another is like."""
    if meant is not None:
        return place.problem(("like",), f"'{name}' is this exercise, or like it; name another")
    likely = "".join(f"; did you mean '{one}'?" for one in names.suggest(name, 1))
    return place.problem(("like",), f"no exercise '{name}'{likely}")


def _filled(exercise: "Exercise", said: frozenset[str], base: "Exercise", meant: str) -> "Exercise":
    """*exercise* with all that it doesn't say itself taken over from *base*, whose id is *meant*."""
    taken: dict[str, Any] = {
        key: value for key, value in vars(base).items() if key not in said and key not in _ITS_OWN
    }
    primary = taken.get("primary", exercise.primary)
    if "secondary" in taken:
        taken["secondary"] = tuple(muscle for muscle in base.secondary if muscle not in primary)
    known = {key: value for key, value in taken.items() if hasattr(Exercise, key)}
    return exercise.but(**known, like=base.like or meant)


def known_by_name(name: str, model: str, library: Lookup) -> "Exercise":
    """An exercise of which a plan has no more than the name: as the one called *model* is, if that isn't ''."""
    from cardmaker.library.exercise import Exercise

    named = Exercise(name=name)
    if not model:
        return named
    from cardmaker.library.lookalikes import with_kit_named

    like = _filled(named, frozenset({"name"}), library.get(model), model)
    return like.but(equipment=with_kit_named(name, like.equipment))


def validated(data: object, place: Place, key: str) -> "Exercise":
    """An Exercise of *data*, its alternates as written, named after its *key* if it has no name.

    *place.error* with all that is wrong.
    """
    if data is None:
        data = {}
    if not isinstance(data, dict):
        return validate(Exercise, data, place.source, place.lines, place.error, place.path)
    meant = {key: _MEANT[key] for key in data if key in _MEANT}
    wrong = [
        place.problem((key,), f"unknown key '{key}'; did you mean '{right}'?") for key, right in meant.items()
    ]
    named = {"name": name_of(key), **{one: value for one, value in data.items() if one not in meant}}
    try:
        exercise = validate(Exercise, named, place.source, place.lines, place.error, place.path)
    except ProblemsError as error:
        raise place.error([*wrong, *error.problems]) from None
    if wrong:
        raise place.error(wrong)
    return exercise


def name_of(key: str) -> str:
    """The name to print for an exercise that has none but its key: 'cable fly' → 'Cable fly'.

    Hyphens are kept where they may be a part of it, as in 'pull-up'; 'single-leg-box-squat' has blanks instead.
    """
    name = " ".join(without_unseen(key).replace("_", " ").split())
    if " " not in name and name.count("-") > 1:
        name = name.replace("-", " ")
    name = " ".join(word.upper() if word in SHORT else word for word in name.split())
    return name[:1].upper() + name[1:]


def _with_ids(
    exercise: "Exercise", own_id: str, names: Lookup, place: Place, drafted: Mapping[str, str] | None = None
) -> "tuple[Exercise, list[Problem]]":
    """*exercise* with ids where it names others, and what is wrong with them; the ids in *drafted* will do."""
    changes: dict[str, object] = {}
    problems: list[Problem] = []
    named = [((key, "exercise"), alternate.exercise) for key, alternate in exercise.alternates.items()]
    for path, name in [*named, (("loaded",), exercise.loaded)]:
        if not name:
            continue
        meant = slug(name) if slug(name) in (drafted or ()) else names.find(name)
        if meant is None:
            likely = "".join(f"; did you mean '{one}'?" for one in names.suggest(name, 1))
            problems.append(place.problem(path, f"no exercise '{name}'{likely}"))
        elif meant == own_id:
            problems.append(place.problem(path, f"'{name}' is this exercise; name another"))
        elif meant != name:
            alternate = exercise.alternates.get(path[0])
            changes[path[0]] = alternate.but(exercise=meant) if alternate else meant
    return (exercise.but(**changes) if changes else exercise), problems
