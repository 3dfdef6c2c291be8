"""A template's data that names parts → the same with their boxes in place, so that sheets share what they have alike.

A part is a file in `parts/`: a box under `part`, and under `with` the values that a template may give it, each with
the usual one. In the box '$name' stands for such a value. A template says `part: its-name` where a box may be, `with`
next to it, and options that go before the part's own.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from cardmaker.errors import Problem, TemplateError
from cardmaker.namedtuple import NamedTuple
from cardmaker.paths import is_file, listed
from cardmaker.theme.box import StackBox
from cardmaker.theme.kinds import places_of
from cardmaker.theme.measures import FieldPath
from cardmaker.validation import did_you_mean, shown, validate
from cardmaker.yaml12 import Lines, load_yaml_file

FOLDER = "parts"
_PART, _WITH = "part", "with"


class Used(NamedTuple):
    """A part as a template uses it: its file, the lines of its box as written, and its box with all values."""

    path: Path
    lines: Lines
    written: object
    box: object


class Filled(NamedTuple):
    """A template's data with the boxes of its parts in place, and the parts that it uses."""

    data: object
    used: tuple[Used, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """The files of the parts, each once."""
        return tuple(dict.fromkeys(one.path for one in self.used))

    def check(self) -> None:
        """TemplateError with the lines of the first part that isn't right by itself."""
        for one in self.used:
            root = {"stack": [one.written]}
            first = one.lines.at(())
            lines = one.lines.over(root, {id(root): {"stack": first}, id(root["stack"]): [first]})
            try:
                validate(StackBox, {"stack": [one.box]}, str(one.path), lines)
            except TemplateError as fault:
                raise TemplateError(
                    [
                        replace(found, field=found.field.replace("stack.0", _PART, 1))
                        for found in fault.problems
                    ]
                ) from None


def fill_in(data: object, path: Path, lines: Lines, folders: Sequence[Path]) -> Filled:
    """Put the boxes of parts into a template's data; TemplateError for one that isn't there or is used wrongly.

    *path* and *lines* are the template's; parts are looked for in the *folders* first.
    """
    filler = _Filler(folders)
    made = filler.fill(data, (), _Place(path, lines, ()))
    return Filled(made, tuple(filler.used))


class _Place(NamedTuple):
    """A file, its lines, and the names of the parts that led to it."""

    path: Path
    lines: Lines
    above: tuple[str, ...]

    def wrong(self, at: FieldPath, message: str) -> TemplateError:
        return TemplateError([Problem(str(self.path), self.lines.at(at), ".".join(map(str, at)), message)])


class _Filler:
    def __init__(self, folders: Sequence[Path]) -> None:
        self._places = places_of(FOLDER, tuple(folders))
        self._read: dict[Path, tuple[Any, Lines]] = {}
        self.used: list[Used] = []

    def fill(self, node: Any, at: FieldPath, place: _Place) -> Any:
        """A piece of a file's data, its parts in place."""
        if isinstance(node, list):
            return [self.fill(one, (*at, index), place) for index, one in enumerate(node)]
        if not isinstance(node, dict):
            return node
        if _PART in node:
            return self._part(node, at, place)
        return {key: self.fill(value, (*at, key), place) for key, value in node.items()}

    def _part(self, node: dict[str, Any], at: FieldPath, place: _Place) -> dict[str, Any]:
        name, given = str(node[_PART]), node.get(_WITH) or {}
        if name in place.above:
            raise place.wrong(at, f"parts are in each other in a circle: {' in '.join((name, *place.above))}")
        path = self._path(name, at, place)
        if path not in self._read:
            self._read[path] = load_yaml_file(path)
        data, lines = self._read[path]
        inside = _Place(path, lines, (name, *place.above))
        usual = data.get(_WITH) or {} if isinstance(data, dict) else {}
        written = data.get(_PART) if isinstance(data, dict) else None
        if not (isinstance(written, dict) and isinstance(usual, dict)):
            raise inside.wrong(
                (), f"a part is a box under '{_PART}', and what it is made with under '{_WITH}'"
            )
        if unknown := [key for key in given if key not in usual] if isinstance(given, dict) else [given]:
            has = f"it is made with {', '.join(usual)}" if usual else "it is made with nothing"
            raise place.wrong((*at, _WITH), f"part '{name}' has no {shown(unknown[0])}; {has}")
        values = {
            **usual,
            **{key: self.fill(value, (*at, _WITH, key), place) for key, value in given.items()},
        }
        box = self.fill(_valued(written, values, (_PART,), inside), (_PART,), inside)
        self.used.append(Used(path, lines.below((_PART,)), written, box))
        own = {key: value for key, value in node.items() if key not in (_PART, _WITH)}
        return {**box, **own}

    def _path(self, name: str, at: FieldPath, place: _Place) -> Path:
        for folder in self._places:
            if is_file(path := folder / f"{name}.yaml", strict=True):
                return path
        known = sorted({path.stem for folder in self._places for path in listed(folder)})
        hint = did_you_mean(name, known) or f"; there are: {', '.join(known)}"
        raise place.wrong((*at, _PART), f"no part {shown(name)}{hint}")


def _valued(node: Any, values: dict[str, Any], at: FieldPath, place: _Place) -> Any:
    """A part's box with its values in the places of their names."""
    if isinstance(node, list):
        return [_valued(one, values, (*at, index), place) for index, one in enumerate(node)]
    if isinstance(node, dict):
        return {key: _valued(value, values, (*at, key), place) for key, value in node.items()}
    if isinstance(node, str) and node.startswith("$"):
        if node[1:] not in values:
            raise place.wrong(
                at, f"{shown(node)} isn't among what the part is made with; add it under '{_WITH}'"
            )
        return values[node[1:]]
    return node
