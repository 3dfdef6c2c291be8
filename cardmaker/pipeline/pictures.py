"""A plan's own pictures → found, each with the line that names it, so that a bad one is told by that line."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from cardmaker.errors import PictureError
from cardmaker.frame import Art, Image
from cardmaker.handout import OwnPicture
from cardmaker.layout.context import Pictures
from cardmaker.library.credits import Credit
from cardmaker.library.library import Library
from cardmaker.picture.artwork import FigureArtwork
from cardmaker.picture.load import find_picture, load_picture
from cardmaker.pipeline.gathering import each
from cardmaker.plan.load import LoadedPlan
from cardmaker.resolve.pictures import Illustration
from cardmaker.validation.pictures import Picture

LOGO = "club.logo"


class _Named(NamedTuple):
    """A picture as it is named: what for, where, and the folder its name starts from."""

    key: str
    picture: Picture
    where: str
    folder: Path
    owner: str


def own_pictures(loaded: LoadedPlan, library: Library) -> Mapping[str, Illustration]:
    """The pictures of the plan's exercises by exercise, and its logo; PictureErrors with all that aren't there."""
    named = {one.key: one for one in (*_of_exercises(loaded, library), *_of_plan(loaded, library))}
    found = each(named.values(), _found)
    return dict(zip(named, found, strict=True))


def telling_where(pictures: Sequence[Illustration]) -> Pictures:
    """What loads pictures for layout, and tells of a bad one by the field that names it."""
    named: dict[Path, str] = {}
    for picture in pictures:
        named.setdefault(picture.path, picture.where)

    def load(path: Path, width: float, height: float) -> Art | Image:
        try:
            return load_picture(path, width, height)
        except PictureError as error:
            where = named.get(path)
            raise PictureError(f"{where}: {error}" if where else str(error)) from None

    return load


def _of_exercises(loaded: LoadedPlan, library: Library) -> Iterator[_Named]:
    """The pictures that exercises of the plan name themselves."""
    entries = (entry for workout in loaded.plan.workouts.values() for entry in workout.entries)
    for exercise in dict.fromkeys(entry.exercise for entry in entries):
        picture = library.get(exercise).picture
        if picture is not None:
            folder = library.folder(exercise)
            where = library.place(exercise).where("picture")
            own = folder or loaded.source.folder
            yield _Named(exercise, picture, where, own, "exercise" if folder else "plan")


def _of_plan(loaded: LoadedPlan, library: Library) -> Iterator[_Named]:
    """The pictures that the plan names: for exercises, and the club's logo."""
    source, plan = loaded.source, loaded.plan
    data = source.data["pictures"] if plan.pictures and isinstance(source.data, dict) else {}
    for key in data:
        exercise = library.find(key) or key
        where = _where(loaded, "pictures", key)
        yield _Named(exercise, plan.pictures[exercise], where, source.folder, "plan")
    if plan.club.logo:
        yield _Named(LOGO, plan.club.logo, _where(loaded, "club", "logo"), source.folder, "plan")


def _where(loaded: LoadedPlan, *field: str) -> str:
    line = loaded.source.lines.at((*field, "file"))
    return f"{loaded.source.name}:{line}: {'.'.join(field)}"


def _found(named: _Named) -> Illustration:
    picture = named.picture
    path = find_picture(picture.file, named.folder, named.where, named.owner)
    try:
        figure = _figure(path) if named.key != LOGO and path.suffix.lower() == ".svg" else None
    except PictureError as error:
        raise PictureError(f"{named.where}: {error}") from None
    credit = Credit(picture.author, picture.licence)
    return Illustration(path, figure or OwnPicture(path), credit, picture.alt, named.where, picture.file)


def _figure(path: Path) -> FigureArtwork | None:
    from cardmaker.picture.own_figure import own_figure  # and with it what reads foreign SVG

    return own_figure(path)
