"""Template folders → what they hold, by kind, with a few words about each; light enough for every start."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cardmaker import assets
from cardmaker.paths import is_file, is_folder, listed

if TYPE_CHECKING:
    from cardmaker.library import Library

Data = Mapping[str, Any]


class Kind(NamedTuple):
    """A kind of template: what one is called, the folder it lies in, and what is told of one."""

    one: str
    folder: str
    about: Callable[[Data], str]
    name: str = "name"


class Template(NamedTuple):
    """A template as a list shows it."""

    id: str
    name: str
    about: str
    path: Path


def names_of(kind: Kind, folders: Sequence[Path] = ()) -> tuple[str, ...]:
    """The ids of a kind, sorted."""
    return tuple(sorted(_files(kind, folders)))


def find(kind: Kind, name: str, folders: Sequence[Path] = ()) -> Path | None:
    """The file of the template called *name*, in the first folder that has it."""
    if kind is KINDS["stocks"]:
        from cardmaker.theme.stocknames import is_file_name, stock_id

        own = Path(name) if is_file_name(name) else None
        return (
            own
            if own and is_file(own, strict=True)
            else _files(kind, folders).get(stock_id(name, folders) or "")
        )
    wanted = "-".join(name.casefold().split())
    return next((path for id_, path in _files(kind, folders).items() if id_.casefold() == wanted), None)


def templates_of(kind: Kind, folders: Sequence[Path] = ()) -> tuple[Template, ...]:
    """All of a kind, by id; TemplateError if a file isn't YAML."""
    return tuple(template(kind, path) for _, path in sorted(_files(kind, folders).items()))


def template(kind: Kind, path: Path) -> Template:
    """What a list shows of the template in one file."""
    data = read(path)
    return Template(path.stem, str(data.get(kind.name, "")), _told(kind, data), path)


def read(path: Path) -> Data:
    """The data in a template file; TemplateError if it isn't YAML."""
    from cardmaker.yaml12 import load_yaml_file

    data, _ = load_yaml_file(path)
    return data if isinstance(data, dict) else {}


def open_exercises(folders: Sequence[Path] = ()) -> "Library":
    """The exercises in template folders of one's own, and the bundled ones."""
    from cardmaker.library import open_library

    return open_library(
        [folder / "exercises" for folder in folders if is_folder(folder / "exercises", strict=True)]
    )


def _files(kind: Kind, folders: Sequence[Path]) -> dict[str, Path]:
    places = [*(folder / kind.folder for folder in folders), assets.templates(kind.folder)]
    return {path.stem: path for place in reversed(places) for path in listed(place)}


def _told(kind: Kind, data: Data) -> str:
    try:
        return kind.about(data)
    except (AttributeError, KeyError, TypeError, ValueError, IndexError):
        return ""  # what is wrong with a template is told when it is used


def _theme(data: Data) -> str:
    base = f"extends {data['extends']}" if data.get("extends") else ""
    told = str(data.get("about", "")) or base
    return told if data.get("club", True) else f"{told}; keeps its own colours".removeprefix("; ")


def _size(data: Data) -> str:
    from cardmaker.geometry import parse_length

    width, height = (parse_length(data[side]) for side in ("width", "height"))
    return f"{width:g} × {height:g} mm"


def _stock(data: Data) -> str:
    return str(data.get("about") or _size(data["card"]))


def _face(data: Data) -> str:
    (width, widest), (height, highest) = data["suits"]["width"], data["suits"]["height"]
    return f"{data['kind']} cards of {width:g}–{widest:g} × {height:g}–{highest:g} mm"


def _sheet(data: Data) -> str:
    return f"{data['kind']}, {data['orientation']}"


def _screen(data: Data) -> str:
    return f"{data['kind']}, {data['width']:g} mm wide"


def _plan(data: Data) -> str:
    weeks, workouts = len(data.get("weeks", ())), len(data.get("workouts", ()))
    return f"{weeks} week{'s' * (weeks != 1)}, {workouts} workout{'s' * (workouts != 1)}"


KINDS: Mapping[str, Kind] = {
    "themes": Kind("theme", "themes", _theme),
    "palettes": Kind("palette", "palettes", lambda data: str(data.get("about", ""))),
    "stocks": Kind("stock", "stocks", _stock),
    "papers": Kind("paper", "stocks/papers", _size),
    "faces": Kind("face", "faces", _face),
    "sheets": Kind("sheet", "sheets", _sheet),
    "screens": Kind("screen", "screens", _screen),
    "plans": Kind("plan", "plans", _plan, "title"),
    "languages": Kind("language", "wording", lambda data: ""),
}
