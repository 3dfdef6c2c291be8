"""YAML text → plain data by the YAML 1.2 core rules, and the line of each field."""

from pathlib import Path
from typing import Any

from cardmaker.errors import Problem, ProblemsError, TemplateError
from cardmaker.record import record
from cardmaker.textfile import read_text, source_name
from cardmaker.yaml12.limits import DEPTH_LIMIT, NODE_LIMIT, TOO_DEEP
from cardmaker.yaml12.lines import NO_LINES, FieldPath, Lines
from cardmaker.yaml12.scalars import bad_character, describe_character, written

__all__ = [
    "DEPTH_LIMIT",
    "NODE_LIMIT",
    "NO_LINES",
    "TOO_DEEP",
    "FieldPath",
    "Lines",
    "YamlDocument",
    "bad_character",
    "describe_character",
    "load_yaml",
    "load_yaml_file",
    "parse_yaml",
    "written",
]


@record
class YamlDocument:
    """Plain data, its lines, and mistakes that don't keep the rest from being read (a key written twice)."""

    data: object
    lines: Lines
    problems: tuple[Problem, ...] = ()


def load_yaml(text: str, name: str, error: type[ProblemsError] = TemplateError) -> tuple[Any, Lines]:
    """Read one YAML document; any mistake raises *error*. Keys are always text, an empty document is None."""
    document = parse_yaml(text, name, error)
    if document.problems:
        raise error(document.problems)
    return document.data, document.lines


def load_yaml_file(path: str | Path) -> tuple[Any, Lines]:
    """Read one YAML file; SourceError if it can't be read, TemplateError if it isn't right."""
    return load_yaml(read_text(path), source_name(path))


def parse_yaml(text: str, name: str, error: type[ProblemsError] = TemplateError) -> YamlDocument:
    """Read one YAML document, keeping mistakes that allow reading on; *error* where that is impossible."""
    # here, as much that only words messages or knows lines needs no parser
    from cardmaker.yaml12.library import YAMLError
    from cardmaker.yaml12.reader import Reader, StopReading

    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if bad := bad_character(text):
        line = text.count("\n", 0, text.index(bad)) + 1
        raise error([Problem(name, line, "", describe_character(bad))])
    reader = Reader(text, name)
    try:
        data = reader.document()
    except YAMLError as fault:
        from cardmaker.yaml12.faults import explain

        line, message = explain(fault, text)
        raise error([*reader.problems, Problem(name, line, "", message)]) from None
    except StopReading as stop:
        raise error([*reader.problems, stop.problem]) from None
    return YamlDocument(data, Lines(data, reader.marks, reader.first), tuple(reader.problems))
