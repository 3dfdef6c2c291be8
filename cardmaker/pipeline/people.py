"""Who is to be in a plan's figures → the drawings of its exercises with that person, from a folder of templates."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from cardmaker import assets
from cardmaker.errors import PictureError
from cardmaker.library.credits import Credit, bundled_credits
from cardmaker.library.library import Library
from cardmaker.paths import is_folder, listed
from cardmaker.picture.artwork import FigureArtwork, load_artwork
from cardmaker.picture.load import read_file
from cardmaker.pipeline.gathering import each
from cardmaker.plan.load import LoadedPlan
from cardmaker.resolve.gallery import Illustration


def drawn_people(
    loaded: LoadedPlan[Any], library: Library, person: Path
) -> tuple[Mapping[str, Illustration], tuple[str, ...]]:
    """The drawings by exercise, and what is to be said of those that are missing.

    *person* is the file of the person; the drawings are in the folder next to it, by the exercises' ids, and what isn't
    there may be among the bundled drawings of the same name. Who has none at all is in the usual figures. PictureErrors
    with all that aren't whole figures.
    """
    folders = [person.with_suffix(""), assets.templates(person.parent.name) / person.stem]
    there = {path.name: path for folder in reversed(folders) for path in _drawings(folder)}
    if not there:
        return {}, ()
    credits = bundled_credits()
    files = {exercise: f"{shown}.svg" for exercise, shown in _figures(loaded, library)}
    drawn = {exercise: there[name] for exercise, name in files.items() if name in there}
    found = each(drawn.values(), lambda path: _read(path, person, credits))
    missing = sorted({Path(name).stem for name in files.values() if name not in there and name in credits})
    return dict(zip(drawn, found, strict=True)), _missing(person, missing)


def _drawings(folder: Path) -> Sequence[Path]:
    return listed(folder, ".svg") if is_folder(folder) else ()


def _figures(loaded: LoadedPlan[Any], library: Library) -> Iterator[tuple[str, str]]:
    """The exercises of the plan that show no picture of their own, each with the exercise whose figure shows it."""
    for exercise in dict.fromkeys(entry.exercise for entry in loaded.plan.entries):
        if library.get(exercise).picture is None and exercise not in loaded.plan.pictures:
            yield exercise, library.drawn_as(exercise)


def _read(path: Path, person: Path, credits: Mapping[str, Credit]) -> Illustration:
    if assets.is_bundled(path):
        figure: FigureArtwork | None = load_artwork(path)
    else:
        from cardmaker.picture.own_figure import own_figure  # and with it what reads foreign SVG

        figure = own_figure(read_file(path), str(path))
    if figure is None:
        raise PictureError(f"{path}: not a figure; draw it again: {_command(person, [path.stem])}")
    return Illustration(
        path, figure, credits.get(path.name, Credit()), "", f"person {person.stem}", path.name
    )


def _missing(person: Path, names: list[str]) -> tuple[str, ...]:
    if not names:
        return ()
    return (
        f"{person.stem} isn't drawn yet in {', '.join(names)}: the usual figures are printed; "
        f"draw with '{_command(person, names)}'",
    )


def _command(person: Path, names: list[str]) -> str:
    folder = "FOLDER" if assets.is_bundled(person) else person.parent.parent
    return f"cardmaker figure person {person.stem} {' '.join(names)} -o {folder}"
