"""A plan → its own pictures, read, each with the line that names it, so that a bad one is reported by that line."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cardmaker.errors import PictureError
from cardmaker.handout import Figure
from cardmaker.library.credits import Credit
from cardmaker.library.library import Library
from cardmaker.namedtuple import NamedTuple
from cardmaker.picture.artwork import FigureArtwork
from cardmaker.picture.load import find_picture, read_file
from cardmaker.picture.own_picture import picture_in
from cardmaker.pipeline.gathering import each
from cardmaker.plan.load import LoadedPlan
from cardmaker.resolve.gallery import Illustration
from cardmaker.validation.picture import Picture

LOGO = "club.logo"


class _Named(NamedTuple):
    """A picture as it is named: what for, where, and the folder its name starts from."""

    key: str
    picture: Picture
    where: str
    folder: Path
    owner: str


def own_pictures(loaded: LoadedPlan[Any], library: Library) -> Mapping[str, Illustration]:
    """The pictures of the plan's exercises by exercise, and its logo.

    PictureErrors with all that aren't there or can't be used.
    """
    named = {one.key: one for one in (*_of_exercises(loaded, library), *_of_plan(loaded, library))}
    found = each(named.values(), lambda one: _read(one, loaded.source.files))
    return dict(zip(named, found, strict=True))


def _of_exercises(loaded: LoadedPlan[Any], library: Library) -> Iterator[_Named]:
    """The pictures that exercises of the plan name themselves."""
    for exercise in dict.fromkeys(entry.exercise for entry in loaded.plan.entries):
        picture = library.get(exercise).picture
        if picture is not None:
            folder = library.folder(exercise)
            where = library.place(exercise).where("picture")
            own = folder or loaded.source.folder
            yield _Named(exercise, picture, where, own, "exercise" if folder else "plan")


def _of_plan(loaded: LoadedPlan[Any], library: Library) -> Iterator[_Named]:
    """The pictures that the plan names: for exercises, and the club's logo."""
    source, plan = loaded.source, loaded.plan
    data = source.data["pictures"] if plan.pictures and isinstance(source.data, dict) else {}
    for key in data:
        exercise = library.find(key) or key
        where = _where(loaded, "pictures", key)
        yield _Named(exercise, plan.pictures[exercise], where, source.folder, "plan")
    if plan.club.logo:
        yield _Named(LOGO, plan.club.logo, _where(loaded, "club", "logo"), source.folder, "plan")


def _where(loaded: LoadedPlan[Any], *field: str) -> str:
    line = loaded.source.lines.at((*field, "file"))
    return f"{loaded.source.name}:{line}: {'.'.join(field)}"


def _read(named: _Named, files: Mapping[str, bytes]) -> Illustration:
    """A picture, from the files that came with the plan or from its folder."""
    picture, where = named.picture, named.where
    sent = files.get(picture.file) if named.owner == "plan" else None
    path = (
        Path(picture.file)
        if sent is not None
        else find_picture(picture.file, named.folder, where, named.owner)
    )
    try:
        data = read_file(path) if sent is None else sent
        figure = _figure(data, path) if named.key != LOGO else None
        shown: Figure = figure or picture_in(data, str(path))
    except PictureError as error:
        raise PictureError(f"{where}: {error}") from None
    return Illustration(
        path, shown, Credit(picture.author, picture.licence), picture.alt, where, picture.file
    )


def _figure(data: bytes, path: Path) -> FigureArtwork | None:
    """The picture, if it was drawn as figures are."""
    if path.suffix.lower() != ".svg":
        return None
    from cardmaker.picture.own_figure import own_figure  # and with it what reads foreign SVG

    return own_figure(data, str(path))
