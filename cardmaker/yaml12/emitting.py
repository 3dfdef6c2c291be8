"""Plain data → lines of YAML as a person would write them: blocks, and quotes only where they are needed."""

import datetime
import json
import re
from collections.abc import Iterator
from typing import Final

from cardmaker.yaml12.scalars import plain_value, written

_STARTS: Final = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=<~]|\.\.\.|---")


def scalar(text: str, *, flow: bool = False) -> str:
    """*text* as YAML has it: in quotes only where it needs them; *flow* is within brackets or braces."""
    plain = (
        text
        and not _STARTS.match(text)
        and not (flow and re.search(r"[,\[\]{}]", text))
        and not re.search(r":(?:\s|$)|\s#|[\t\n]", text)
        and text == text.strip()
        and isinstance(plain_value(text), str)
    )
    return text if plain else json.dumps(text, ensure_ascii=False)


def block(key: str, value: object, indent: str = "") -> Iterator[str]:
    """The lines of a key of a mapping and its value."""
    head = f"{indent}{scalar(key)}:"
    if isinstance(value, dict | list) and value:
        yield head
        yield from _inside(value, f"{indent}  ")
    elif isinstance(value, str) and "\n" in value.strip("\n") and _fits_block(value):
        yield f"{head} |-"
        yield from (f"{indent}  {line}".rstrip() for line in value.split("\n"))
    else:
        yield f"{head} {_leaf(value)}".rstrip()


def _inside(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from block(key, one, indent)
    elif isinstance(value, list):
        for one in value:
            yield from _entry(one, indent)


def _entry(value: object, indent: str) -> Iterator[str]:
    """The lines of an entry of a list; the first begins with a dash."""
    if not (isinstance(value, dict | list) and value):
        yield f"{indent}- {_leaf(value)}"
        return
    lines = list(_inside(value, f"{indent}  "))
    yield f"{indent}- {lines[0].removeprefix(indent).lstrip()}"
    yield from lines[1:]


def _leaf(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return scalar(value)
        case datetime.date():
            return value.isoformat()
        case dict() | list():
            return "{}" if isinstance(value, dict) else "[]"
        case int() | float():
            return written(value)
    raise TypeError(value)


def _fits_block(text: str) -> bool:
    """Whether a text keeps all its characters as a block: it neither begins nor ends with blanks."""
    return text == text.strip() and "\t" not in text
