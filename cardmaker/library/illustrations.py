"""The bundled illustrations and a reader's own → whose each is, and where it lies."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from cardmaker.library.library import library_in
from cardmaker.namedtuple import NamedTuple
from cardmaker.paths import is_folder

_UNKNOWN = "unknown"


class Row(NamedTuple):
    """One picture: the exercise it shows, or its name; its rights; the file. '' where that isn't known."""

    id: str
    author: str
    licence: str
    where: str


def illustrations(folders: Sequence[Path], words: str = "", own: Iterable[Row] = ()) -> list[Row]:
    """The pictures that have all *words* in them, in the order of their ids; a plan's *own* come first.

    Typos are forgiven in a word that no picture has.
    """
    rows = [*own, *_of_folders(folders), *_bundled()]
    for word in words.casefold().split():
        rows = [row for row in rows if word in _text(row)] or _nearly(rows, word)
    return rows


def cells(row: Row) -> tuple[str, ...]:
    """A row as a table shows it."""
    return row.id, row.author or _UNKNOWN, row.licence or _UNKNOWN, row.where


def _bundled() -> Iterator[Row]:
    from cardmaker import assets
    from cardmaker.library.credits import bundled_credits

    folder = assets.illustrations()
    for name, credit in sorted(bundled_credits().items()):
        if "/" in name:  # what pictures are drawn from
            continue
        yield Row(Path(name).stem, credit.author, credit.licence, from_here(folder / name))


def _of_folders(folders: Sequence[Path]) -> Iterator[Row]:
    """Pictures that exercises in template folders name."""
    if not any(is_folder(folder / "exercises") for folder in folders):
        return
    from cardmaker.library.index import exercise_files

    library = library_in(folders)
    own = {
        e
        for folder in folders
        if is_folder(folder / "exercises")
        for e in exercise_files(folder / "exercises")
    }
    for exercise in sorted(own):
        picture = library.get(exercise).picture
        folder = library.folder(exercise)
        if picture and folder:
            yield Row(exercise, picture.author, picture.licence, from_here(folder / picture.file))


def from_here(path: Path) -> str:
    """A path from the current folder if it lies below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (OSError, ValueError, RuntimeError):
        return str(path)


def _text(row: Row) -> str:
    doubt = "" if row.author and row.licence else _UNKNOWN
    return " ".join((row.id, row.author, row.licence, Path(row.where).name, doubt)).casefold()


def _nearly(rows: Iterable[Row], word: str) -> list[Row]:
    from cardmaker.spelling import closest

    texts = [(row, _text(row).replace("-", " ").split()) for row in rows]
    meant = closest(word, sorted({part for _, parts in texts for part in parts}))
    return [row for row, parts in texts if meant in parts] if meant else []
