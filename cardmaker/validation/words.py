"""A finding → the message a person can act on."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cardmaker.spelling import closest, did_you_mean
from cardmaker.validation.findings import UNKNOWN, Violation
from cardmaker.yaml12.scalars import written

_SHOWN = 40
_WORD = re.compile(r"[^\W_]+")

# pydantic's names for limits, and what they mean; {…} are the limits' own values.
_LIMITS = {
    "greater_than": "should be more than {gt}",
    "greater_than_equal": "should be at least {ge}",
    "less_than": "should be less than {lt}",
    "less_than_equal": "should be at most {le}",
    "multiple_of": "should be a multiple of {multiple_of}",
    "finite_number": "should be a number",
    "string_too_short": "should have at least {min_length} characters",
    "string_too_long": "should have at most {max_length} characters",
    "string_pattern_mismatch": "should look like {pattern}",
    "too_short": "should have at least {min_length} entries",
    "too_long": "should have at most {max_length} entries",
}


def describe(finding: Violation) -> str:
    """The message for *finding*: what is wrong and, where one is known, the remedy."""
    kind, context = finding.kind, finding.context
    if kind in UNKNOWN:
        return unknown_key(str(finding.path[-1]), finding.keys)
    if kind == "missing":
        return "is missing"
    if kind in ("value_error", "assertion_error"):
        return str(context.get("error", finding.message))
    if finding.expected:
        return _wrong_type(finding.expected, finding.value)
    if kind in ("literal_error", "enum"):
        return _not_one_of(str(context.get("expected", "")), finding.value)
    if kind in _LIMITS:
        return _beyond_limit(_LIMITS[kind], context, finding.value)
    words = finding.message.removeprefix("Input ").removeprefix("Value error, ")
    return words[:1].lower() + words[1:]


def without_echoes(findings: Sequence[Violation]) -> list[Violation]:
    """Leave out what only follows from another finding.

    A name missing because it is misspelled, or a list too short because its entries were refused.
    """
    meant = {
        (*finding.path[:-1], closest(str(finding.path[-1]), finding.keys))
        for finding in findings
        if finding.kind in UNKNOWN
    }
    parents = {finding.path[:depth] for finding in findings for depth in range(len(finding.path))}
    return [
        finding
        for finding in findings
        if not (finding.kind == "missing" and finding.path in meant)
        and not (finding.kind == "too_short" and finding.path in parents)
    ]


def shown(value: object) -> str:
    """A value as a message shows it: short, and as the file spells it."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return written(value)
        case str():
            text = " ".join(value.split())
            return f"'{text}'" if len(text) <= _SHOWN else f"'{text[: _SHOWN - 1]}…'"
        case Mapping():
            return "a mapping"
        case list() | tuple():
            return "a list"
    return str(value)[:_SHOWN]


def any_of(words: Iterable[str]) -> str:
    """'a, b or c'."""
    *firsts, last = words
    return f"{', '.join(firsts)} or {last}" if firsts else last


def unknown_key(key: str, known: Sequence[str]) -> str:
    """The message for a name that isn't among the *known* ones."""
    words = f"unknown key {shown(key)}"
    whole = [name for name in known if len(_WORD.findall(name)) >= len(_WORD.findall(key))]
    if meant := did_you_mean(key, whole):  # of 'note for Tue', 'note' would lose two words
        return words + meant
    first, blank, rest = key.partition(" ")
    if blank and first in known and len(first) > 3:
        return f"{words}; write '{first}: {rest}'"
    if " " in key and any(char.isdigit() for char in key) and not key.lower().startswith(("week", "day")):
        return f"{words}; a comma between {{ and }} begins another key: put text that holds one in quotes"
    return f"{words}; known here: {', '.join(known)}" if known else words


def _wrong_type(expected: tuple[str, ...], value: object) -> str:
    if value is None:
        return f"is empty; write {any_of(expected)}, or leave the line out"
    if expected == ("a list",):
        return f"should be a list, not {shown(value)}; {_begin_entries(value)}"
    quotes = "; put it in quotes" if expected == ("text",) and isinstance(value, bool | int | float) else ""
    return f"should be {any_of(expected)}, not {shown(value)}{quotes}"


def _begin_entries(value: object) -> str:
    """How to write the list that *value* was meant to be."""
    first = str(next(iter(value), "")) if isinstance(value, Mapping) else str(value)
    if re.match(r"-\w", first):
        return f"write a blank behind the dash, '- {first[1:]}'"
    if found := re.match(r"([–—•*·])\s*", first):
        return f"write '- ' in place of '{found[1]}'"
    return "begin each entry with '- '"


def _not_one_of(expected: str, value: object) -> str:
    choices = [one for one in re.findall(r"'([^']*)'", expected) if one]  # '' is what is left out
    if value is None:
        return f"is empty; write {any_of(choices)}, or leave the line out"
    words = f"should be {any_of(choices) if choices else expected}, not {shown(value)}"
    return words + did_you_mean(value, choices) if isinstance(value, str) else words


def _beyond_limit(words: str, context: Mapping[str, Any], value: object) -> str:
    if not isinstance(value, list | tuple | set | Mapping):
        words = words.replace("entries", "characters")
    if context.get("min_length") == 1:
        words = words.replace("characters", "character").replace("entries", "entry")
    words = words.format_map({name: _limit(limit) for name, limit in context.items()})
    length = context.get(
        "actual_length", len(value) if isinstance(value, str) and "character" in words else None
    )
    return f"{words}, not {shown(value) if length is None else length}"


def _limit(limit: object) -> object:
    return f"{limit:g}" if isinstance(limit, float) else limit
