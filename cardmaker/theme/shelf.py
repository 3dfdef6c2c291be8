"""Names of themes, faces and sheets → validated data, a user's own folder before the bundled one."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import field, fields
from pathlib import Path
from typing import Any, TypeVar

from cardmaker.errors import NotFoundError, Problem, TemplateError
from cardmaker.paths import is_file, is_folder, listed
from cardmaker.ready import Made, ready
from cardmaker.record import record
from cardmaker.textfile import read_text
from cardmaker.theme.face import BookletPage, Face, FaceHead, Screen, Sheet, Template
from cardmaker.theme.kinds import KINDS, bundled, is_file_name, places_of
from cardmaker.theme.measures import FieldPath
from cardmaker.theme.palette import BASE, Palette
from cardmaker.theme.parts import FOLDER, fill_in
from cardmaker.theme.stock import Paper, Stock, load_paper, load_stock
from cardmaker.theme.theme import Theme
from cardmaker.validation import did_you_mean, shown, validate
from cardmaker.yaml12 import Lines, load_yaml, load_yaml_file

Data = TypeVar("Data", bound=Template)


@record
class Shelf:
    """Where template files are looked for: each folder holds themes/, faces/, sheets/ and so on.

    *heads* keeps those of faces, which are compared for each kind of card; *loaded* keeps what was read, by
    folder and name, *stocks* and *papers* theirs.
    """

    folders: tuple[Path, ...] = ()
    heads: dict[str, FaceHead] = field(default_factory=dict, compare=False, repr=False)
    loaded: dict[tuple[str, str], Template] = field(default_factory=dict, compare=False, repr=False)
    stocks: dict[str, Stock] = field(default_factory=dict, compare=False, repr=False)
    papers: dict[str, Paper] = field(default_factory=dict, compare=False, repr=False)

    def names(self, kind: str) -> tuple[str, ...]:
        """All ids of a kind, sorted."""
        if not self.folders:
            return tuple(bundled(kind))
        return tuple(sorted({path.stem for place in self._places(kind) for path in listed(place)}))

    def theme(self, name: str, figures: str = "") -> Theme:
        """A theme, on top of the one it extends, its figures in the palette called *figures*, or in its own."""
        path = self.path("themes", name)
        if any(is_folder(folder / "themes") for folder in self.folders):  # in which its parent may be
            theme: Theme = self._theme(name).record
        else:
            theme = ready(path, Theme, lambda: self._theme(name))
        try:
            self.person(theme.person)
        except NotFoundError as fault:
            raise _wrong(path, "person", fault) from None
        try:
            worn = self.palette(figures or theme.figures)
            return theme.wearing(worn.over(self.palette(BASE)) if figures else worn, over=bool(figures))
        except NotFoundError as fault:
            if figures:
                raise
            raise _wrong(path, "figures", fault) from None

    def person(self, name: str) -> Path:
        """The file of somebody who is in figures; the drawings are in the folder next to it."""
        return KINDS["persons"].require(name, self.folders)

    def _theme(self, name: str) -> Made:
        data, lines, files = self._theme_data(name, ())
        source = str(files[0])
        theme = validate(Theme, data, source, lines)
        if faults := list(theme.unknown()):
            raise _refusal(source, lines, faults)
        return Made(theme, files[1:])

    def palette(self, name: str) -> Palette:
        """A palette for figures."""
        path = self.path("palettes", name)
        return ready(path, Palette, lambda: Made(_palette(path)))

    def face(self, name: str) -> Face:
        """A card face."""
        return self._load("faces", name, Face)

    def face_head(self, name: str) -> FaceHead:
        """What a face is for, without its sides; where these don't come last in the file, the whole face."""
        if name not in self.heads:
            self.heads[name] = self._face_head(name)
        return self.heads[name]

    def _face_head(self, name: str) -> FaceHead:
        path = self.path("faces", name)
        return ready(path, FaceHead, lambda: Made(_head(path) or self.face(name)))

    def sheet(self, name: str) -> Sheet:
        """A week or block sheet."""
        return self._load("sheets", name, Sheet)

    def leaf(self, name: str) -> BookletPage:
        """A page of a folded book."""
        return self._load("books", name, BookletPage)

    def stock(self, name: str) -> Stock:
        """What cards are printed on; a file of one's own is read each time, as it may have changed."""
        if is_file_name(name):
            return load_stock(name, self.folders)
        if name not in self.stocks:
            self.stocks[name] = load_stock(name, self.folders)
        return self.stocks[name]

    def paper(self, name: str) -> Paper:
        """A size of paper."""
        if name not in self.papers:
            self.papers[name] = load_paper(name, self.folders)
        return self.papers[name]

    def screen(self, name: str) -> Screen:
        """A page for the phone."""
        return self._load("screens", name, Screen)

    def refusal(self, template: Template, faults: Iterable[tuple[FieldPath, str]]) -> TemplateError:
        """What to raise for faults found in a face or sheet, each with its line."""
        kind = {Face: "faces", BookletPage: "books", Screen: "screens"}.get(type(template), "sheets")
        path = self.path(kind, template.id)
        _, lines = load_yaml_file(path)
        return _refusal(str(path), lines, faults)

    def path(self, kind: str, name: str, used: Collection[Path] = ()) -> Path:
        """The first file of a name that isn't *used*; NotFoundError lists what there is."""
        for place in self._places(kind):
            path = place / f"{name}.yaml"
            if path not in used and is_file(path, strict=True):
                return path
        known = self.names(kind)
        hint = did_you_mean(name, known) or f"; there are: {', '.join(known)}"
        raise NotFoundError(f"no {kind[:-1]} {shown(name)}{hint}")

    def _places(self, kind: str) -> Sequence[Path]:
        return places_of(kind, self.folders)

    def _load(self, kind: str, name: str, model: type[Data]) -> Data:
        known = self.loaded.get((kind, name))
        if isinstance(known, model):
            return known
        found = self.loaded[kind, name] = self._read(kind, name, model)
        return found

    def _read(self, kind: str, name: str, model: type[Data]) -> Data:
        path = self.path(kind, name)
        if any(is_folder(folder / FOLDER) for folder in self.folders):  # in which its parts may be
            found: Data = _validated(path, model, self.folders).record
            return found.named(name)
        return ready(path, model, lambda: _validated(path, model, self.folders)).named(name)

    def _theme_data(self, name: str, used: tuple[Path, ...]) -> tuple[Any, Lines, tuple[Path, ...]]:
        """A theme's data on top of its parent's; a user's theme may extend the bundled one of its own name."""
        path = self.path("themes", name, used)
        data, lines = load_yaml_file(path)
        data = _spelt_out(data)
        parent = data.get("extends") if isinstance(data, dict) else None
        if not (parent and isinstance(parent, str)):
            return data, lines, (path,)
        try:
            base, _, parents = self._theme_data(parent, (*used, path))
        except NotFoundError as fault:
            circle = parent in self.names("themes")
            message = "themes extend each other in a circle" if circle else str(fault)
            raise TemplateError([Problem(str(path), lines.at(["extends"]), "extends", message)]) from None
        return _merged(base, data), lines, (path, *parents)


def _validated(path: Path, model: type[Data], folders: Sequence[Path]) -> Made:
    """A template with the boxes of its parts; what is wrong in one of these is reported where it is written."""
    data, lines = load_yaml_file(path)
    filled = fill_in(data, path, lines, folders)
    try:
        return Made(validate(model, filled.data, str(path), lines), filled.files)
    except TemplateError:
        filled.check()
        raise


def _head(path: Path) -> FaceHead | None:
    """What is before the sides of a face; None if that isn't all of its head."""
    head, _, _ = read_text(path).partition("\nfront:")
    data, lines = load_yaml(head, str(path))
    known = isinstance(data, dict) and data.keys() <= {one.name for one in fields(FaceHead)}
    return validate(FaceHead, data, str(path), lines) if known else None


def _palette(path: Path) -> Palette:
    data, lines = load_yaml_file(path)
    palette = validate(Palette, data, str(path), lines)
    if faults := list(palette.unknown()):
        raise _refusal(str(path), lines, faults)
    return palette


def _wrong(path: Path, field: str, fault: NotFoundError) -> TemplateError:
    """A name in a theme that nothing carries, with its line."""
    _, lines = load_yaml_file(path)
    return _refusal(str(path), lines, [((field,), str(fault))])


def _refusal(source: str, lines: Lines, faults: Iterable[tuple[FieldPath, str]]) -> TemplateError:
    return TemplateError(
        [Problem(source, lines.at(path), ".".join(map(str, path)), message) for path, message in faults]
    )


def _spelt_out(data: Any) -> Any:
    """A theme whose `figures: {palette: …, person: …}` are the keys that they mean."""
    said = data.get("figures") if isinstance(data, dict) else None
    if not isinstance(said, dict) or not said.keys() <= {"palette", "person"} or said.keys() & data.keys():
        return data
    others = {key: value for key, value in data.items() if key != "figures"}
    return others | {"figures" if key == "palette" else key: value for key, value in said.items()}


def _merged(base: Any, own: Any) -> Any:
    """Mappings merge key by key; anything else is replaced."""
    if not (isinstance(base, dict) and isinstance(own, dict)):
        return own
    return {**base, **{key: _merged(base.get(key), value) for key, value in own.items()}}
