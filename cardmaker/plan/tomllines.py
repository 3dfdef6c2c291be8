"""TOML text and its data → the lines of its fields, as far as headers and keys at line starts show."""

import re
from typing import Any

from cardmaker.yaml12 import Lines

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_NAME = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def toml_lines(text: str, data: dict[str, Any]) -> Lines:
    """The line of each key that begins a line; what is deeper in a value has the line of its key."""
    marks: dict[int, dict[str | int, int]] = {}
    table: object = data
    seen: dict[int, int] = {}
    for number, row in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(row):
            table = _follow(data, _names(header[2]), number, marks, seen, header[1] == "[[")
        elif key := _KEY.match(row):
            _follow(table, _names(key[1]), number, marks, seen, False)
    return Lines(data, marks, 1)


def _names(dotted: str) -> list[str]:
    return [name.strip("\"'") for name in _NAME.findall(dotted)]


def _follow(
    node: object,
    names: list[str],
    line: int,
    marks: dict[int, dict[str | int, int]],
    seen: dict[int, int],
    another: bool,
) -> object:
    """Go down *names*, marking what has no line yet; *another* begins the next table of a list."""
    for depth, name in enumerate(names):
        if not isinstance(node, dict) or name not in node:
            return None
        marks.setdefault(id(node), {}).setdefault(name, line)
        node = node[name]
        if isinstance(node, list) and node and all(isinstance(entry, dict) for entry in node):
            index = seen.get(id(node), -1)
            if another and depth == len(names) - 1:
                index += 1
                seen[id(node)] = index
            if not 0 <= index < len(node):
                return None
            marks.setdefault(id(node), {}).setdefault(index, line)
            node = node[index]
    return node
