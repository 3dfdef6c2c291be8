"""Template folders → what there is by name, of each kind, with a few words about each; light enough for every start.

A user's own folders go before the bundled one. A stock sold cut to size is kept under its brand and its part number,
`avery-5371`. It is found by these, by the number alone where only one brand uses it, and by the numbers of products
cut alike, which its file lists.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from cardmaker import assets
from cardmaker.errors import CardmakerError, NotFoundError
from cardmaker.geometry import parse_length
from cardmaker.namedtuple import NamedTuple
from cardmaker.paths import is_file, listed
from cardmaker.record import record
from cardmaker.spelling import did_you_mean
from cardmaker.validation import shown

Data = Mapping[str, Any]
Folders = Sequence[Path]

FILE_SUFFIXES: Final = (".yaml", ".yml")
_MOST_SHOWN: Final = 12


class TemplateEntry(NamedTuple):
    """A template as a list shows it."""

    id: str
    name: str
    about: str
    path: Path


@record
class TemplateKind:
    """A kind of template: what one is called, the folder it lies in, what is said of one, and the key of its name."""

    one: str
    folder: str
    about: Callable[[Data], str]
    name: str = "name"

    def files(self, folders: Folders = ()) -> Mapping[str, Path]:
        """The files by id, sorted; the first folder that has one wins."""
        if not folders:
            return bundled(self.folder)
        found = {
            path.stem: path for place in reversed(places_of(self.folder, folders)) for path in listed(place)
        }
        return dict(sorted(found.items()))

    def names(self, folders: Folders = ()) -> tuple[str, ...]:
        """The ids, sorted."""
        return tuple(self.files(folders))

    def match(self, name: str, folders: Folders = ()) -> str | None:
        """The id that *name* means; None if nothing carries it."""
        return self.meant(name, self.files(folders))

    def meant(self, name: str, files: Mapping[str, Path]) -> str | None:
        """The id among those of *files*."""
        wanted = slug(name)
        return next((id_ for id_ in files if id_.casefold() == wanted), None)

    def find(self, name: str, folders: Folders = ()) -> Path | None:
        """The file of the one called *name*."""
        files = self.files(folders)
        return files.get(self.meant(name, files) or "")

    def require(self, name: str, folders: Folders = ()) -> Path:
        """The file of the one called *name*; NotFoundError with what may have been meant, or what there is."""
        files = self.files(folders)
        found = self.meant(name, files)
        if found is None:
            raise NotFoundError(f"no {self.one} {shown(name)}{self.hint(name, folders)}")
        return files[found]

    def hint(self, name: str, folders: Folders = ()) -> str:
        """What to say after 'no stock …': the likely one, all there are, or how to list them."""
        known = self.names(folders)
        return did_you_mean(name, known) or listing_hint(self.one, known)

    def templates(self, folders: Folders = ()) -> tuple[TemplateEntry, ...]:
        """All of them, as a list shows them; TemplateError if a file isn't YAML."""
        return tuple(map(self.template, self.files(folders).values()))

    def template(self, path: Path) -> TemplateEntry:
        """What a list shows of the one in a file."""
        data = read(path)
        return TemplateEntry(path.stem, str(data.get(self.name, "")), self._about(data), path)

    def _about(self, data: Data) -> str:
        try:
            return self.about(data)
        except (AttributeError, KeyError, TypeError, ValueError, IndexError):
            return ""  # what is wrong with a template is reported when it is used


class StockKind(TemplateKind):
    """Stocks, which are known by part numbers too, and may be a file anywhere."""

    def match(self, name: str, folders: Folders = ()) -> str | None:
        """The id, or the file's name as it is written. NotFoundError if it is the part number of several brands."""
        return name if is_file_name(name) else super().match(name, folders)

    def find(self, name: str, folders: Folders = ()) -> Path | None:
        """The file of the stock called *name*, or the file that has this name."""
        if is_file_name(name) and is_file(name, strict=True):
            return Path(name)
        return super().find(name, folders)

    def meant(self, name: str, files: Mapping[str, Path]) -> str | None:
        """The id, by itself, its part number, or that of a product cut alike."""
        wanted = _run_together(name)
        ids = {_run_together(id_): id_ for id_ in files}
        if wanted in ids:
            return ids[wanted]
        by_part = [id_ for id_ in files if wanted == _run_together(_part(id_))]
        found = by_part or [
            id_
            for id_, path in files.items()
            if any(wanted in (_run_together(own), _run_together(_part(own))) for own in _sold_as(path))
        ]
        if len(found) > 1:
            raise NotFoundError(
                f"{shown(name)} is a part of several brands; write {' or '.join(sorted(found))}"
            )
        return found[0] if found else None


class PlanKind(TemplateKind):
    """Starter plans, which say in their first lines what they are for."""

    def template(self, path: Path) -> TemplateEntry:
        """What a list shows of the one in a file: its title, and the first sentence of its remarks."""
        entry = super().template(path)
        return entry._replace(about=_first_sentence(path))


def _first_sentence(path: Path) -> str:
    """Of the remarks that a file begins with, those for editors aside; '' if there is none."""
    from cardmaker.textfile import read_text

    remarks: list[str] = []
    for line in read_text(path).splitlines():
        if not line.startswith("#"):
            break
        if "$schema" not in line:
            remarks.append(line.strip("# "))
    first, found, _ = " ".join(filter(None, remarks)).partition(". ")
    return f"{first}." if found else first


def bundled(folder: str) -> Mapping[str, Path]:
    """The bundled files of a kind, listed once as long as none is added or taken away."""
    place = assets.templates(folder)
    try:
        return _listed_once(place, place.stat().st_mtime_ns)
    except OSError:
        return {}


@lru_cache(maxsize=32)
def _listed_once(place: Path, _changed: int) -> Mapping[str, Path]:
    return MappingProxyType(dict(sorted((path.stem, path) for path in listed(place))))


def places_of(folder: str, folders: Folders) -> list[Path]:
    """Where files of a kind are looked for: a user's own folders first."""
    return [*(place / folder for place in folders), assets.templates(folder)]


def read(path: Path) -> Data:
    """The data in a template file; TemplateError if it isn't YAML."""
    from cardmaker.yaml12 import load_yaml_file

    data, _ = load_yaml_file(path)
    return data if isinstance(data, dict) else {}


def slug(name: str) -> str:
    """A name as files spell it: 'Avery 5371' → 'avery-5371'."""
    return "-".join(name.casefold().replace("_", " ").replace("/", " ").split())


def _run_together(name: str) -> str:
    """Letters and digits alone: 'LP 800', 'LP-800' and 'lp800' are one product."""
    return "".join(char for char in name.casefold() if char.isalnum())


def is_file_name(name: str) -> bool:
    """Whether a stock is named by its file rather than by its id."""
    return name.casefold().endswith(FILE_SUFFIXES)


def kind_called(one: str) -> TemplateKind:
    """The kind of which *one* is the name in the singular."""
    return next(kind for kind in KINDS.values() if kind.one == one)


def listing_hint(one: str, known: Sequence[str]) -> str:
    """All there are, if they are few, or how to list them."""
    if len(known) > _MOST_SHOWN:
        return f"; 'cardmaker list {one}s' lists them"
    return f"; there are: {', '.join(known)}"


def _part(id_: str) -> str:
    """The part number within 'brand-part', which has a digit; '' for other ids."""
    _, _, part = id_.casefold().partition("-")
    return part if any(map(str.isdigit, part)) else ""


def _sold_as(path: Path) -> list[str]:
    """The other ids that a stock's file lists; none if there is something wrong with it."""
    try:
        others = read(path).get("also")
    except CardmakerError:
        return []  # reported when the stock is used
    return [slug(str(other)) for other in others] if isinstance(others, list) else []


def _theme(data: Data) -> str:
    base = f"extends {data['extends']}" if data.get("extends") else ""
    said = str(data.get("about", "")) or base
    return said if data.get("club", True) else f"{said}; keeps its own colours".removeprefix("; ")


def _size(data: Data) -> str:
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


KINDS: Mapping[str, TemplateKind] = {
    "themes": TemplateKind("theme", "themes", _theme),
    "palettes": TemplateKind("palette", "palettes", lambda data: str(data.get("about", ""))),
    "persons": TemplateKind("person", "people", lambda data: str(data.get("about", ""))),
    "stocks": StockKind("stock", "stocks", _stock),
    "papers": TemplateKind("paper", "stocks/papers", _size),
    "faces": TemplateKind("face", "faces", _face),
    "sheets": TemplateKind("sheet", "sheets", _sheet),
    "screens": TemplateKind("screen", "screens", _screen),
    "plans": PlanKind("plan", "plans", lambda data: "", "title"),
    "languages": TemplateKind("language", "wording", lambda data: ""),
}
