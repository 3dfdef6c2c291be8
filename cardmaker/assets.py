"""Where the bundled data lies: inside the installed package, or beside it in a checkout."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root(folder: str) -> Path:
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


def templates(kind: str) -> Path:
    """The bundled folder of one kind: plans, exercises, themes, faces, sheets, stocks, wording or fonts."""
    return _root("templates") / kind


def illustrations() -> Path:
    """The bundled folder of artwork."""
    return _root("illustrations")
