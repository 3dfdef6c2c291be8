"""Folders of exercise files, a user's own before the bundled one → a Library that finds and reads them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cardmaker import assets
from cardmaker.errors import NotFoundError, PlanError
from cardmaker.library.index import IndexEntry, entry_of, exercise_files, name_in, read_entries
from cardmaker.library.names import gist, keys, meanings, slug, spelt_out
from cardmaker.library.reading import Place, finish_own, name_of, read_file, read_own
from cardmaker.library.words import WordFiles, lacking
from cardmaker.paths import is_folder
from cardmaker.yaml12 import NO_LINES, FieldPath, Lines

if TYPE_CHECKING:
    from cardmaker.library.exercise import Exercise


def library_in(templates: Iterable[Path] = ()) -> "Library":
    """The exercises in template folders, which go before the bundled ones."""
    return open_library((), tuple(templates))


def open_library(folders: Sequence[Path] = (), templates: Sequence[Path] = ()) -> "Library":
    """The exercises in *folders*, the first before the next, in those of *templates* after them, then the bundled ones.

    In English. Reads the folders' listings, no exercise. SourceError if one of the folders isn't there.
    """
    files: dict[str, Path] = {}
    own = [one for folder in templates if is_folder(one := folder / "exercises", strict=True)]
    for folder in (*folders, *own, assets.templates("exercises")):
        for exercise, path in exercise_files(folder).items():
            files.setdefault(exercise, path)
    return Library(files, words=WordFiles(templates=tuple(templates)))


class Library:
    """Exercises by id; files are read when they are asked for, and once."""

    def __init__(
        self,
        files: Mapping[str, Path],
        own: "Mapping[str, Exercise] | None" = None,
        places: Mapping[str, Place] | None = None,
        bare: Mapping[str, str] | None = None,
        words: WordFiles | None = None,
    ) -> None:
        self._words = words or WordFiles()
        self._own, self._places, self._bare = dict(own or {}), dict(places or {}), dict(bare or {})
        self._files = {exercise: path for exercise, path in files.items() if exercise not in self._own}
        self._read: dict[str, Exercise] = {}
        self._begun: dict[str, str] = {}
        self._languages = {self._words.language: self}

    def __contains__(self, exercise: object) -> bool:
        return exercise in self._own or exercise in self._files

    @property
    def language(self) -> str:
        """The language of its words."""
        return self._words.language

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all exercises: a plan's own, then own folders', then the bundled ones."""
        return (*self._own, *self._files)

    @cached_property
    def entries(self) -> tuple[IndexEntry, ...]:
        """What there is, in the order of *ids*; TemplateError if files can't be listed."""
        own = tuple(entry_of(exercise, data) for exercise, data in self._own.items())
        return own + read_entries(self._files, self._words)

    def find(self, name: str) -> str | None:
        """The id that *name* means: an id, name or alias, whatever its case, blanks, hyphens and plurals.

        A name whose words are in another order, 'Squat (barbell)', is found, too, if only one exercise has those words.
        The files are read only if no id is like *name*.
        """
        exact = slug(name)
        if exact in self:
            return exact
        wanted = (*keys(name), *keys(spelt_out(name)))
        for key in wanted:
            if key in self._ids:
                return self._ids[key]
        found = next((self._names[key] for key in wanted if key in self._names), None)
        return found or self._gists.get(gist(name))

    def own_name(self, name: str) -> str:
        """What to print for a *name* that says more than that of the exercise it means: 'barbell curl'; else ''."""
        found = self.find(name)
        if found is None or found in self._own or found == slug(name):
            return ""
        from cardmaker.library.ownnames import says_more

        return name_of(name) if says_more(name, self.name(found)) else ""

    def suggest(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """The ids that a *name* nothing carries may have meant, likeliest first."""
        from cardmaker.library.matching import suggestions

        return suggestions(self.entries, name, limit)

    def slip(self, name: str) -> str | None:
        """The id that a *name* nothing carries is a slip of: one or two letters away from a name there is."""
        from cardmaker.library.lookalikes import slip

        return None if meanings(name) else slip(self.entries, name)

    def model_of(self, name: str) -> str | None:
        """The id of the exercise whose cues and figure are those of a *name* nothing carries: with other kit."""
        from cardmaker.library.lookalikes import is_done_otherwise

        return None if is_done_otherwise(name) else self.look_alike(name)

    def look_alike(self, name: str) -> str | None:
        """The id of the same movement, if a *name* nothing carries says one with other kit or another tempo."""
        from cardmaker.library.lookalikes import look_alike

        return look_alike(self.entries, name)

    def search(
        self, words: str = "", muscle: str = "", equipment: str = "", kind: str = "", level: str = ""
    ) -> tuple[IndexEntry, ...]:
        """The exercises that fit all that is asked for, best first.

        That is to fit *words*, to train *muscle*, to use *equipment*, and to be of a *kind* and a *level*.
        Typos in *words* are forgiven; 'none' as equipment means no more than household things.
        NotFoundError for a muscle, equipment, kind or level that isn't known.
        """
        from cardmaker.library.search import Wanted, select

        return select(self._filled, Wanted(words, muscle, equipment, kind, level))

    def get(self, exercise: str) -> "Exercise":
        """The exercise with the id *exercise*, its alternates' names made ids.

        Reads that file alone. NotFoundError if there is none, TemplateError if the file isn't right.
        """
        if exercise in self._own:
            return self._own[exercise]
        if exercise not in self._files:
            meant = " or ".join(f"'{one}'" for one in self.suggest(exercise, 2))
            hint = f"; did you mean {meant}?" if meant else ""
            raise NotFoundError(f"no exercise '{exercise[:80]}'{hint}")
        if exercise not in self._read:
            path = self._files[exercise]
            self._read[exercise], self._places[exercise] = read_file(
                path, exercise, self, self._words.of(exercise, path)
            )
        return self._read[exercise]

    def name(self, exercise: str) -> str:
        """The name of the exercise with the id *exercise*; of a file that begins with it no more is read."""
        known = exercise in self._read or exercise not in self._files
        return (not known and self._name(exercise)) or self.get(exercise).name

    def _name(self, exercise: str) -> str:
        """The name that one of an exercise's files begins with, '' if none does; looked up once, as others name it."""
        if exercise not in self._begun:
            facts = self._files[exercise]
            found = map(name_in, (*self._words.of(exercise, facts), facts))
            self._begun[exercise] = next(filter(None, found), "")
        return self._begun[exercise]

    def place(self, exercise: str) -> Place:
        """Where the exercise with the id *exercise* is: file, lines and field, for messages about it."""
        self.get(exercise)
        return self._places[exercise]

    def is_bare(self, exercise: str) -> bool:
        """Whether no more than a name is known of an exercise, which a plan uses without saying anything of it."""
        return self._bare.get(exercise) == ""

    def taken_from(self, exercise: str) -> str:
        """The id of the exercise that one has cues and figure of whose name says it with other kit; else ''."""
        return self._bare.get(exercise, "")

    def takes_bar(self, exercise: str, *, heavy: bool) -> bool:
        """Whether an exercise is loaded with a bar and plates; *heavy* is at least the bar's own weight."""
        from cardmaker.library.equipment import takes_bar

        if self.is_bare(exercise) or exercise not in self.ids:
            return False
        return takes_bar(self.get(exercise).equipment, heavy=heavy)

    def drawn_as(self, exercise: str, *, on_bar: bool = False) -> str:
        """The id of the exercise whose figure shows this one: itself, the one it is like, or the one with a bar."""
        about = self.get(exercise)
        return (on_bar and about.loaded) or about.like or exercise

    def folder(self, exercise: str) -> Path | None:
        """The folder of an exercise's file; None for one that a plan holds itself."""
        path = self._files.get(exercise)
        return path.parent if path else None

    def in_language(self, language: str) -> "Library":
        """This library in another language; what that doesn't say is said in English."""
        if language not in self._languages:
            words = replace(self._words, language=language)
            other = Library(self._files, self._own, self._places, self._bare, words)
            other._languages = self._languages
            self._languages[language] = other
        return self._languages[language]

    def lacking(self, exercise: str) -> tuple[str, ...]:
        """What of an exercise its language doesn't say, by key; it is said in English then."""
        path = self._files.get(exercise)
        if path is None:
            return ()
        return tuple(lacking(self.get(exercise), self._words.language, self._words.of(exercise, path)))

    def is_said(self, exercise: str) -> bool:
        """Whether its language has words of the exercise, or none are expected: it holds its words itself."""
        path = self._files.get(exercise)
        said = self._words.of(exercise, path) if path else ()
        return not said or said[0].parent.name == self.language

    def with_own(
        self,
        own: Mapping[str, object],
        lines: Lines = NO_LINES,
        source: str = "plan",
        within: FieldPath = ("exercises",),
    ) -> "Library":
        """This library with a plan's *own* exercises before all others.

        *lines* are those of *own*; *source* and *within* say where it is. PlanError with all mistakes.
        """
        place = Place(source, lines, tuple(within), PlanError)
        draft = read_own(own, place)
        places = {exercise: place.below(key) for exercise, key in draft.keys.items()}
        names = self._before(draft.exercises, places)
        return self._before(finish_own(draft, names, self, place), places)

    def with_bare(self, names: Mapping[str, str]) -> "Library":
        """This library with exercises of which only the names are known, by their ids.

        One whose name is that of another with kit or manner besides, 'barbell RDL', is as that one is.
        """
        from cardmaker.library.reading import known_by_name

        models = {exercise: self.model_of(name) or "" for exercise, name in names.items()}
        own = {
            exercise: known_by_name(name_of(name), models[exercise], self) for exercise, name in names.items()
        }
        return Library(self._files, {**self._own, **own}, self._places, {**self._bare, **models}, self._words)

    def _before(self, own: "Mapping[str, Exercise]", places: Mapping[str, Place]) -> "Library":
        others = {exercise: data for exercise, data in self._own.items() if exercise not in own}
        return Library(self._files, {**own, **others}, {**self._places, **places}, self._bare, self._words)

    @cached_property
    def _filled(self) -> tuple[IndexEntry, ...]:
        """The entries, with what they take over from the exercises they are like."""
        return tuple(
            entry_of(one.id, self.get(one.id), one.path) if one.like and one.path else one
            for one in self.entries
        )

    @cached_property
    def _ids(self) -> dict[str, str]:
        return _table((exercise, exercise) for exercise in self.ids)

    @cached_property
    def _names(self) -> dict[str, str]:
        return _table(self._called())

    @cached_property
    def _gists(self) -> dict[str, str]:
        return _only(self._called())

    def _called(self) -> Iterator[tuple[str, str]]:
        """The names of all exercises, then their aliases, each with the exercise's id."""
        yield from ((entry.name, entry.id) for entry in self.entries)
        yield from ((alias, entry.id) for entry in self.entries for alias in entry.aliases)


def _only(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Ids by the words of their names, in any order; words that two exercises have in their names are left out."""
    found: dict[str, set[str]] = {}
    for name, exercise in named:
        found.setdefault(gist(name), set()).add(exercise)
    return {words: next(iter(ids)) for words, ids in found.items() if words and len(ids) == 1}


def _table(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Ids by the keys of their names; where two names share a key, the first has it."""
    table: dict[str, str] = {}
    for name, exercise in named:
        for key in keys(name):
            table.setdefault(key, exercise)
    return table
