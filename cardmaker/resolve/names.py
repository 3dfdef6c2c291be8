"""What a plan may name: exercises, themes, stocks, papers, faces, sheets and languages."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from cardmaker.errors import NotFoundError, PlanError
from cardmaker.library.library import Library, open_library
from cardmaker.library.names import keys, meanings, slug
from cardmaker.plan.foreign import ForeignWords, Notation
from cardmaker.plan.names import NameKind
from cardmaker.record import record
from cardmaker.theme.kinds import KINDS, kind_called
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import Stock, load_paper, load_stock
from cardmaker.validation import closest, shown, validate
from cardmaker.wording.wording import load_wording, wording_names
from cardmaker.yaml12 import Lines


@record
class Catalogue:
    """Everything there is by name: the library, and the template folders."""

    library: Library
    shelf: Shelf

    def match(self, kind: NameKind, name: str) -> str | None:
        """The id that *name* means; None if nothing of that kind carries it."""
        if kind == "exercise":
            return self.library.find(name)
        return kind_called(kind).match(name, self.shelf.folders)

    def suggest(self, kind: NameKind, name: str) -> str | None:
        """The id a wrong *name* most likely was meant to be."""
        if kind == "exercise":
            return self.library.slip(name)
        return closest(name, kind_called(kind).names(self.shelf.folders))

    def meanings(self, name: str) -> tuple[str, ...]:
        """What a short name of an exercise may mean, if it is used for several."""
        return meanings(name)

    def filed(self, name: str) -> tuple[str, tuple[str, ...]]:
        """The id for a new exercise called *name*, '' if it can't have one, and keys that its spellings share."""
        return slug(name), keys(name)

    def own_name(self, exercise: str) -> str:
        """What to print for a name that says more than that of the exercise it means; else ''."""
        return self.library.own_name(exercise)

    def languages(self) -> tuple[str, ...]:
        """The languages that plans may be in."""
        return kind_called("language").names(self.shelf.folders)

    def in_language(self, language: str) -> "Catalogue":
        """These names, and what carries them, in a language, if that is known."""
        known = self.match("language", language)
        return replace(self, library=self.library.in_language(known)) if known else self

    def with_bare(self, names: Mapping[str, str]) -> "Catalogue":
        """These names with exercises of which only the names are known, by their ids."""
        return replace(self, library=self.library.with_bare(names))

    def require(self, kind: NameKind, name: str) -> str:
        """The id that *name* means; NotFoundError with what may have been meant."""
        found = self.match(kind, name)
        if found is None:
            raise NotFoundError(f"no {kind} {shown(name)}{self._hint(kind, name)}")
        return found

    def _hint(self, kind: NameKind, name: str) -> str:
        if kind == "exercise":
            meant = self.library.slip(name) or self.library.look_alike(name)
            return f"; did you mean '{meant}'?" if meant else "; 'cardmaker list exercises' lists them"
        return kind_called(kind).hint(name, self.shelf.folders)

    def with_own(
        self, folder: Path | None, own: Mapping[str, object], lines: Lines, source: str
    ) -> "Catalogue":
        """These names with a plan's own exercise files in *folder*, and those it holds itself."""
        library = self.library
        if folder:
            library = open_library([folder], self.shelf.folders).in_language(library.language)
        return replace(self, library=library.with_own(own, lines, source) if own else library)

    def takes_bar(self, exercise: str, *, heavy: bool) -> bool:
        """Whether an exercise is loaded with a bar and plates."""
        return self.library.takes_bar(self.library.find(exercise) or exercise, heavy=heavy)

    def day_names(self, language: str) -> dict[str, int]:
        """The names of days in *language*, 0 for Monday; none for a language that isn't known."""
        known = self.match("language", language)
        dates = load_wording(known, self.shelf.folders).dates if known else None
        both = (dates.days, dates.days_long) if dates else ()
        return {name: day for names in both for day, name in enumerate(names)}

    def foreign_words(self) -> ForeignWords | None:
        """The words for the notations in the language of the library; None for English."""
        language = self.library.language
        if language == "en":
            return None
        wording = load_wording(language, self.shelf.folders)
        known, decimal = wording.notation, wording.numbers.decimal
        english: Mapping[Notation, Mapping[str, str]] = {
            "days": known.days,
            "runs": known.runs,
            "sets": known.sets,
        }
        return ForeignWords(english, known.asides, decimal, known.periods, known.more, known.headings)

    def check_stock(
        self, written: Mapping[str, object], lines: Lines, source: str, field: tuple[str, ...]
    ) -> None:
        """PlanError with all that is wrong with a stock written out in a plan, at *field*."""
        validate(Stock, written, source, lines, PlanError, field)

    def read_all(self) -> None:
        """Read whatever there is by name, so that it is ready the next time."""
        shelf = self.shelf
        for kind, read in (
            ("themes", shelf.theme),
            ("palettes", shelf.palette),
            ("faces", shelf.face_head),
            ("faces", shelf.face),
            ("sheets", shelf.sheet),
            ("books", shelf.leaf),
            ("screens", shelf.screen),
        ):
            for name in shelf.names(kind):
                read(name)
        for name in KINDS["stocks"].names(shelf.folders):
            load_stock(name, shelf.folders)
        for name in KINDS["papers"].names(shelf.folders):
            load_paper(name, shelf.folders)
        for name in wording_names(shelf.folders):
            load_wording(name, shelf.folders)
            library = self.library.in_language(name)
            for exercise in library.ids:
                library.get(exercise)
            _ = library.entries


def open_catalogue(folders: tuple[Path, ...] = ()) -> Catalogue:
    """The bundled names, and before them those of a user's own template folders."""
    return Catalogue(open_library((), folders), Shelf(folders))
