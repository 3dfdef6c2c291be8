"""The modules of cardmaker/theme/ → pages: what a theme, a face, a sheet, a stock and each kind of box may say.

The classes' docstrings and fields are read from the source, so it doesn't matter what kind of class they are.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

THEME = Path(__file__).parents[2] / "cardmaker" / "theme"

PAGES = {
    "reference/themes.md": ("Themes and palettes", ("theme", "palette", "club")),
    "reference/faces.md": ("Faces, sheets and screens", ("face", "options")),
    "reference/boxes.md": ("Boxes", ("options", "content", "box")),
    "reference/stocks.md": ("Stocks and papers", ("stock",)),
}


class Key(NamedTuple):
    """A field of a class: the key that a file has, what it takes, and its default; '' if it is required."""

    name: str
    takes: str
    default: str


class Kind(NamedTuple):
    """A class that files are made of."""

    name: str
    about: str
    keys: tuple[Key, ...]


def pages() -> Iterator[tuple[str, str]]:
    """Each page's place on the site, and its text."""
    for place, (title, modules) in PAGES.items():
        kinds = [kind for module in modules for kind in kinds_in(THEME / f"{module}.py")]
        if not kinds:
            raise LookupError(f"{place}: none of {', '.join(modules)} has a class with fields")
        yield place, "\n".join([f"# {title}", "", *(line for kind in kinds for line in shown(kind))]) + "\n"


def kinds_in(path: Path) -> Iterator[Kind]:
    """The public classes of a module that have fields."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            fields = [one for one in node.body if isinstance(one, ast.AnnAssign)]
            spelled = {name: key for one in fields for name, key in _spelling(one)}
            found = (key for one in fields for key in _key(one))
            keys = tuple(key._replace(name=spelled.get(key.name, key.name)) for key in found)
            if keys:
                yield Kind(node.name, ast.get_docstring(node) or "", keys)


def shown(kind: Kind) -> list[str]:
    """A class as a section."""
    rows = [f"| `{key.name}` | {_cell(key.takes)} | {_cell(key.default)} |" for key in kind.keys]
    return [
        f"## {kind.name}",
        "",
        kind.about,
        "",
        "| key | takes | if left out |",
        "| --- | --- | --- |",
        *rows,
        "",
    ]


def _spelling(node: ast.AnnAssign) -> Iterator[tuple[str, str]]:
    """Fields that a file spells otherwise than the code, if this says so: KEYS = {"when": "if"}."""
    if isinstance(node.target, ast.Name) and node.target.id == "KEYS" and isinstance(node.value, ast.Dict):
        for name, key in zip(node.value.keys, node.value.values, strict=True):
            if isinstance(name, ast.Constant) and isinstance(key, ast.Constant):
                yield str(name.value), str(key.value)


def _key(node: ast.AnnAssign) -> Iterator[Key]:
    """A field, unless it is private."""
    assert isinstance(node.target, ast.Name)
    name, default = node.target.id, ""
    if name.startswith("_") or name.isupper():
        return
    if isinstance(node.value, ast.Call):
        given = {one.arg: one.value for one in node.value.keywords}
        alias = given.get("alias")
        name = str(alias.value) if isinstance(alias, ast.Constant) else name
        default = ast.unparse(given["default"]) if "default" in given else ""
        default = "nothing" if "default_factory" in given else default
    elif node.value is not None:
        default = ast.unparse(node.value)
    yield Key(name, _takes(node.annotation), _DEFAULTS.get(default, default.strip("'")))


def _takes(annotation: ast.expr) -> str:
    """A type as a reader of YAML sees it: choices as such, without what only checks it."""
    match annotation:
        case ast.Subscript(value=ast.Name("Annotated"), slice=ast.Tuple(elts=[inner, *_])):
            return _takes(inner)
        case ast.Subscript(value=ast.Name("Literal"), slice=inner):
            choices = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            return ", ".join(str(one.value) or "nothing" for one in choices if isinstance(one, ast.Constant))
        case ast.Subscript(value=ast.Name("tuple"), slice=ast.Tuple(elts=[inner, ast.Constant(value=e)])) if (
            e is ...
        ):
            return f"list of {_takes(inner)}"
        case ast.Subscript(value=ast.Name("tuple"), slice=ast.Tuple(elts=inners)):
            return "[" + ", ".join(map(_takes, inners)) + "]"
        case ast.Subscript(value=ast.Name("dict" | "Mapping"), slice=ast.Tuple(elts=[_, inner])):
            return f"mapping of {_takes(inner)}"
        case ast.BinOp(left=left, right=right):
            return " or ".join(part for part in (_takes(left), _takes(right)) if part)
        case ast.Constant(value=None):
            return ""
        case ast.Constant(value=str(name)):
            return name
    plain = ast.unparse(annotation)
    return _WORDS.get(plain, plain)


_DEFAULTS = {"''": "nothing", "()": "nothing", "None": "nothing", "False": "no", "True": "yes"}
_WORDS = {
    "str": "text",
    "bool": "yes or no",
    "int": "whole number",
    "float": "number",
    "Any": "anything",
    "Box": "a box",
    "Colour": "colour",
    "Count": "whole number",
    "Extent": "mm, fit or fill",
    "Length": "mm",
    "Points": "pt",
    "Some": "mm",
    "Stroke": "mm",
    "Tally": "whole number",
    "Words": "text, or a list of pieces",
}


def _cell(text: str) -> str:
    """Text that fits into a table."""
    return text.replace("|", "\\|")
