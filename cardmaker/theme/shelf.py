"""Names of themes, faces and sheets → validated data, a user's own folder before the bundled one."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from cardmaker import assets
from cardmaker.errors import NotFoundError, Problem, TemplateError
from cardmaker.theme.box import Model
from cardmaker.theme.face import Face, Sheet
from cardmaker.theme.theme import Theme
from cardmaker.validation import validate
from cardmaker.yaml12 import Lines, load_yaml_file

Data = TypeVar("Data", bound=Model)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where template files are looked for: each folder holds themes/, faces/, sheets/ and so on."""

    folders: tuple[Path, ...] = ()

    def names(self, kind: str) -> tuple[str, ...]:
        """All ids of a kind, sorted."""
        return tuple(sorted({path.stem for place in self._places(kind) for path in place.glob("*.yaml")}))

    @property
    def exercise_folders(self) -> tuple[Path, ...]:
        """The folders' own exercises."""
        return tuple(folder / "exercises" for folder in self.folders if (folder / "exercises").is_dir())

    def theme(self, name: str) -> Theme:
        """A theme, on top of the one it extends."""
        data, lines, source = self._theme_data(name, ())
        return validate(Theme, data, source, lines)

    def face(self, name: str) -> Face:
        """A card face."""
        return self._load("faces", name, Face)

    def sheet(self, name: str) -> Sheet:
        """A week or block sheet."""
        return self._load("sheets", name, Sheet)

    def path(self, kind: str, name: str) -> Path:
        """The file of a name; NotFoundError lists what there is."""
        for place in self._places(kind):
            path = place / f"{name}.yaml"
            if path.is_file():
                return path
        raise NotFoundError(f"no {kind[:-1]} '{name}'; there are: {', '.join(self.names(kind))}")

    def _places(self, kind: str) -> Sequence[Path]:
        return [*(folder / kind for folder in self.folders), assets.templates(kind)]

    def _load(self, kind: str, name: str, model: type[Data]) -> Data:
        path = self.path(kind, name)
        data, lines = load_yaml_file(path)
        return validate(model, data, str(path), lines)

    def _theme_data(self, name: str, seen: tuple[str, ...]) -> tuple[Any, Lines, str]:
        path = self.path("themes", name)
        data, lines = load_yaml_file(path)
        source = str(path)
        parent = data.get("extends", "") if isinstance(data, dict) else ""
        if not parent:
            return data, lines, source
        if name in (parent, *seen):
            line = lines.at(["extends"])
            raise TemplateError([Problem(source, line, "extends", "themes extend each other in a circle")])
        base, _, _ = self._theme_data(str(parent), (*seen, name))
        return _merged(base, data), lines, source


def _merged(base: Any, own: Any) -> Any:
    """Mappings merge key by key; anything else is replaced."""
    if not (isinstance(base, dict) and isinstance(own, dict)):
        return own
    return {**base, **{key: _merged(base.get(key), value) for key, value in own.items()}}
