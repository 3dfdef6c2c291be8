"""A plan file (YAML, JSON or TOML; '-' is standard input) → plain data, and the line of each field."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from cardmaker.errors import PlanError, Problem
from cardmaker.paths import strays
from cardmaker.plan.oversights import quotes, remarks
from cardmaker.record import record
from cardmaker.textfile import STDIN, read_text, source_name
from cardmaker.yaml12 import (
    DEPTH_LIMIT,
    NO_LINES,
    NODE_LIMIT,
    TOO_DEEP,
    Lines,
    YamlDocument,
    bad_character,
    describe_character,
    parse_yaml,
)
from cardmaker.yaml12.scalars import without_bad_characters

DIGITS_LIMIT = 400
_NOT_JSON = "not JSON from here on; check the commas, quotes and brackets"
_NOT_TOML = "not TOML from here on: a name given twice, or a quote, bracket or '=' is missing"
_KEY = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')\s*+"""
_DEEP_KEY = rf"(?<![\w-]){_KEY}(?:\.\s*+{_KEY}){{{DEPTH_LIMIT},}}"
"""A dotted key that reaches deeper than any plan; Python's reader takes a time that grows with its square."""
_BRACKET = r'"(?:[^"\\]|\\.)*+"|[\[\]{}]'
"""A bracket of JSON, or a whole text, whose brackets don't count."""
_ESCAPE = r"\\u[0-9a-fA-F]{4}"


class _NoNumberError(Exception):
    """A word in the place of a JSON number, such as NaN."""


@record
class Source:
    """What a plan file says, before it is checked."""

    name: str
    """As messages call it."""
    folder: Path
    """Where paths in the plan start from."""
    data: object
    lines: Lines
    problems: tuple[Problem, ...] = ()
    """Mistakes that don't keep the rest from being read, such as a key written twice."""
    oversights: tuple[Problem, ...] = ()
    """What isn't wrong, but read otherwise than it looks, such as words behind a '#'."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures that came along with the plan, by the names it has for them; they go before those in the folder."""
    overrides: Mapping[str, str] = field(default_factory=dict)
    """Keys that were set from elsewhere, and where: {'print.bleed': '--set print.bleed'}."""
    within: Path | None = None
    """The folder that no path in the plan leads out of: by default the one that its own is in."""

    def strays(self, path: str) -> str:
        """Why a *path* in the plan isn't followed; '' if it is."""
        return strays(path, self.folder, self.within)


def read_source(path: str | Path, folder: Path | None = None, name: str = "") -> Source:
    """Read a plan; the suffix gives the format, YAML by default.

    *folder* is where paths in it start from: by default the plan's own. *name* is what messages call it.

    SourceError if the file can't be read, PlanError if it isn't YAML, JSON or TOML.
    """
    own = Path() if str(path) == STDIN else Path(path).parent
    return source_of(
        read_text(path, pipes=True), name or source_name(path), own if folder is None else folder
    )


def source_of(text: str, name: str, folder: Path) -> Source:
    """What a text says; *name* is what messages call it, and its suffix gives the format: YAML by default.

    PlanError if it isn't YAML, JSON or TOML.
    """
    readers = {".json": _json, ".toml": _toml}
    reader = readers.get(Path(name).suffix.lower(), _yaml)
    document = reader(text, name)
    found = quotes(document.data, document.lines, name)
    oversights = (*(remarks(text, name) if reader is _yaml else ()), *found)
    return Source(name, folder, document.data, document.lines, document.problems, oversights)


def source_of_data(data: object, name: str, folder: Path) -> Source:
    """What data from another program says. PlanError if it has other than texts, numbers, dates, lists and mappings."""
    plain = _plain(data, name, ())
    bad = _bad_text(plain, name, NO_LINES)
    return Source(name, folder, _printable(plain) if bad else plain, NO_LINES, tuple(bad))


def _plain(node: object, name: str, path: tuple[str | int, ...]) -> object:
    """Data as a YAML file would hold it: mappings and sequences of any kind as dicts and lists."""
    if len(path) > DEPTH_LIMIT:
        raise PlanError([Problem(name, 0, "", f"nested more than {DEPTH_LIMIT} deep")])
    if isinstance(node, Mapping):
        return {_key(key, name, path): _plain(value, name, (*path, str(key))) for key, value in node.items()}
    if isinstance(node, list | tuple):
        return [_plain(value, name, (*path, index)) for index, value in enumerate(node)]
    if node is None or isinstance(node, str | bool | int | float | datetime.date):
        return node
    fault = f"a {type(node).__name__} is neither text, a number, a date, a list nor a mapping"
    raise PlanError([Problem(name, 0, ".".join(map(str, path)), fault)])


def _key(key: object, name: str, path: tuple[str | int, ...]) -> str:
    if not isinstance(key, str):
        raise PlanError([Problem(name, 0, ".".join(map(str, path)), f"the key {key!r} should be text")])
    return key


def _yaml(text: str, name: str) -> YamlDocument:
    return parse_yaml(text, name, PlanError)


def _json(text: str, name: str) -> YamlDocument:
    import json

    twice: list[str] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        data = dict(found)
        if len(data) < len(found):
            keys = [key for key, _ in found]
            twice.extend(key for key in data if keys.count(key) > 1)
        return data

    def constant(word: str) -> Any:
        raise _NoNumberError(word)

    def whole(digits: str) -> int | str:
        return int(digits) if len(digits) < DIGITS_LIMIT else digits

    if _depth(text) > DEPTH_LIMIT:
        raise PlanError([Problem(name, 0, "", TOO_DEEP)])
    try:
        data = json.loads(text, object_pairs_hook=pairs, parse_constant=constant, parse_int=whole)
    except json.JSONDecodeError as error:
        raise PlanError([Problem(name, error.lineno, "", _NOT_JSON)]) from None
    except _NoNumberError as error:
        raise PlanError([Problem(name, 0, "", f"not JSON: {error} isn't a number")]) from None
    document = _json_lines(text, name)
    problems = [*document.problems]
    if twice and not problems:
        problems = [Problem(name, 0, key, "this key is here twice") for key in twice]
    bad = _bad_text(data, name, document.lines)
    return YamlDocument(_printable(data) if bad else data, document.lines, (*problems, *bad))


def _depth(text: str) -> int:
    """How deep the brackets of a JSON text nest; counted here, as each version of Python gives up at another depth."""
    depth = deepest = 0
    for token in re.findall(_BRACKET, text, re.DOTALL):
        depth += (token in ("[", "{")) - (token in ("]", "}"))
        deepest = max(deepest, depth)
    return deepest


def _json_lines(text: str, name: str) -> YamlDocument:
    """JSON is nearly YAML: near enough for lines once the escapes YAML doesn't know are out of the way."""
    try:
        return parse_yaml(re.sub(_ESCAPE, "______", text), name, PlanError)
    except PlanError:
        return YamlDocument(None, NO_LINES)


def _toml(text: str, name: str) -> YamlDocument:
    import tomllib

    from cardmaker.plan.tomllines import toml_lines

    if found := re.search(_DEEP_KEY, text):
        raise PlanError([Problem(name, text.count("\n", 0, found.start()) + 1, "", TOO_DEEP)])
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column \d+\)$", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        raise PlanError([Problem(name, line, "", _NOT_TOML)]) from None
    except (RecursionError, ValueError):
        raise PlanError([Problem(name, 0, "", "not TOML: nested too deep, or a number too long")]) from None
    lines = toml_lines(text, data)
    bad = _bad_text(data, name, lines)
    return YamlDocument(_printable(data) if bad else data, lines, tuple(bad))


def _printable(node: object) -> object:
    """*node* with its texts as YAML would have read them: what can't be printed is left out."""
    if isinstance(node, str):
        return without_bad_characters(node)
    if isinstance(node, dict):
        return {without_bad_characters(key): _printable(value) for key, value in node.items()}
    return [_printable(value) for value in node] if isinstance(node, list) else node


def _bad_text(data: object, name: str, lines: Lines) -> list[Problem]:
    """A problem for each text that can't be printed, and for nesting no plan needs."""
    problems: list[Problem] = []
    nodes = 0

    def walk(node: object, path: tuple[str | int, ...]) -> None:
        nonlocal nodes
        nodes += 1
        if nodes > NODE_LIMIT:
            raise PlanError([Problem(name, 0, "", f"more than {NODE_LIMIT:,} values")])
        if len(path) > DEPTH_LIMIT:
            raise PlanError([Problem(name, lines.at(path), "", TOO_DEEP)])
        if isinstance(node, str) and (bad := bad_character(node)):
            field = ".".join(map(str, path))
            problems.append(Problem(name, lines.at(path), field, describe_character(bad)))
        elif isinstance(node, dict):
            for key, value in node.items():
                if bad := bad_character(key):
                    problems.append(Problem(name, lines.at(path), "", describe_character(bad)))
                walk(value, (*path, key))
        elif isinstance(node, list):
            for index, value in enumerate(node):
                walk(value, (*path, index))

    walk(data, ())
    return problems
