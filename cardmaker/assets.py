"""Where the bundled data lies: inside the installed package, or next to it in a checkout."""

import os
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root(folder: str) -> Path:
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


@cache
def templates(kind: str) -> Path:
    """The bundled folder of one kind: plans, exercises, themes, faces, sheets, stocks, wording or fonts."""
    return _root("templates") / kind


def is_checkout() -> bool:
    """Whether the data is next to the package, as in a checkout, where both may change."""
    return _root("templates").parent != _PACKAGE


def is_bundled(path: Path) -> bool:
    """Whether a file is one of the bundled ones."""
    return str(path).startswith((f"{_root('templates')}{os.sep}", f"{_root('illustrations')}{os.sep}"))


def bundled(name: str) -> Path:
    """The bundled file or folder of a name such as 'templates/themes/classic.yaml'."""
    return Path(home(), name)


@cache
def home() -> str:
    """The folder that such names begin in."""
    return str(_root("templates").parent)


def name_of(path: Path) -> str:
    """The name of a bundled file."""
    return path.relative_to(_root("templates").parent).as_posix()


def roots() -> tuple[Path, ...]:
    """The folders that hold all of the program: its code and its data."""
    return _PACKAGE, _root("templates"), _root("illustrations")


@cache
def store() -> Path:
    """Where the records of bundled files are kept ready."""
    return _PACKAGE / "made"


@cache
def illustrations() -> Path:
    """The bundled folder of artwork."""
    return _root("illustrations")
