"""Folders of exercise files → light entries to list, find and search."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from cardmaker import assets
from cardmaker.errors import Problem, SourceError, TemplateError
from cardmaker.library.exercise import Exercise
from cardmaker.library.names import slug
from cardmaker.library.reading import as_written
from cardmaker.library.vocabulary import Kind, Level, Measure, Position
from cardmaker.library.words import WordFiles, read_words, worded
from cardmaker.namedtuple import NamedTuple
from cardmaker.paths import reason, short_path
from cardmaker.patterns import Pattern
from cardmaker.ready import Made, ready
from cardmaker.textfile import read_text

_SUFFIXES = (".yaml", ".yml")
_NAME = Pattern(r"(?:#.*\n)*name: ([^\W\d_][\w ’(),/-]*[\w)])\n", "name: ", re.UNICODE)


class IndexEntry(NamedTuple):
    """What a list or a search needs to know of one exercise; *path* is None for one written in a plan.

    *aliases* are its other names in its language, then all it has in English.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    section: str | None
    primary: tuple[str, ...]
    secondary: tuple[str, ...]
    equipment: tuple[str, ...] | None
    path: Path | None
    like: str = ""
    kind: Kind | None = None
    level: Level | None = None
    position: Position | None = None
    measure: Measure = "reps"


def exercise_files(folder: Path) -> dict[str, Path]:
    """The exercise files right in *folder* by id, in the order of their ids.

    SourceError if there is no such folder, TemplateError if two files have one id.
    """
    try:
        paths = sorted(p for p in folder.iterdir() if p.suffix.lower() in _SUFFIXES and p.name[0] != ".")
    except NotADirectoryError:
        raise SourceError(f"{folder}: this is a file; name the folder of exercises") from None
    except (OSError, ValueError) as error:
        raise SourceError(
            f"{short_path(folder)}: can't read this folder of exercises: {reason(error)}"
        ) from None
    files: dict[str, Path] = {}
    for path in paths:
        if (exercise := slug(path.stem)) in files:
            message = f"{files[exercise].name} has the same id '{exercise}'; rename one of them"
            raise TemplateError([Problem(str(path), 0, "", message)])
        if exercise:
            files[exercise] = path
    return dict(sorted(files.items()))


class BundledEntries(NamedTuple):
    """The entries of all bundled exercises, without their paths, each with the languages of its words."""

    listed: tuple[tuple[IndexEntry, tuple[str, ...]], ...]


def read_entries(files: Mapping[str, Path], words: WordFiles) -> tuple[IndexEntry, ...]:
    """An entry for each of *files*; TemplateError with the mistakes of all that can't be listed."""
    known = _known(words.language)
    entries: list[IndexEntry] = []
    problems: list[Problem] = []
    for exercise, path in files.items():
        said = words.of(exercise, path)
        bundled = all(map(assets.is_bundled, (path, *said)))
        entry = known.get((exercise, _languages(said))) if bundled else None
        try:
            entries.append(entry._replace(path=path) if entry else _read_entry(exercise, path, said))
        except TemplateError as error:
            problems += error.problems
    if problems:
        raise TemplateError(problems)
    return tuple(entries)


def _read_entry(exercise: str, path: Path, said: Sequence[Path]) -> IndexEntry:
    about = worded(as_written(path), said)
    others = [name for one in map(read_words, said[1:]) for name in (one.name, *one.aliases)]
    return entry_of(exercise, about, path, others)


def _languages(said: Sequence[Path]) -> tuple[str, ...]:
    return tuple(path.parent.name for path in said)


def _known(language: str) -> dict[tuple[str, tuple[str, ...]], IndexEntry]:
    """The entries of the bundled exercises by their ids and the languages of their words, out of the store."""
    wording = assets.templates("wording") / f"{language}.yaml"
    try:
        bundled = ready(wording, BundledEntries, lambda: _listed(language))
    except TemplateError:  # which is reported with the mistakes of all files
        return {}
    return {(entry.id, languages): entry for entry, languages in bundled.listed}


def _listed(language: str) -> Made:
    words = WordFiles(language)
    listed, others = [], []
    for exercise, path in exercise_files(assets.templates("exercises")).items():
        said = words.of(exercise, path)
        listed.append((_read_entry(exercise, path, said)._replace(path=None), _languages(said)))
        others += [path, *said]
    return Made(BundledEntries(tuple(listed)), tuple(others))


def name_in(path: Path) -> str:
    """The name that a file begins with; '' if it begins with anything else."""
    name = _NAME.match(read_text(path))
    return name[1] if name else ""


def entry_of(
    exercise: str, data: Exercise, path: Path | None = None, others: Iterable[str] = ()
) -> IndexEntry:
    """The entry of a whole Exercise; *others* are its names in other languages."""
    aliases = tuple(dict.fromkeys(name for name in (*data.aliases, *others) if name and name != data.name))
    trains = data.primary, data.secondary, data.equipment
    sorts = data.kind, data.level, data.position
    return IndexEntry(
        exercise, data.name, aliases, data.section, *trains, path, data.like, *sorts, data.measure
    )
