"""A plan's source and keys to set → the source as if it said so; mistakes in them name who set them.

A key is a dotted path: 'print.bleed', or 'weeks.0.focus' with the place in a list, counted from 0.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cardmaker.errors import PlanError, Problem
from cardmaker.plan.source import Source
from cardmaker.validation import shown
from cardmaker.yaml12 import parse_yaml


def read_override(text: str, place: str) -> tuple[str, object]:
    """'print.bleed=3 mm' as its key and its value, which is read as YAML. ValueError if it is neither."""
    key, equals, value = text.partition("=")
    key = key.strip()
    if not (equals and all(key.split("."))):
        raise ValueError(
            f"{shown(text)} sets nothing; write a key of the plan and its value: print.bleed=3mm"
        )
    document = parse_yaml(value or "null", f"{place} {key}", PlanError)
    if document.problems:
        raise PlanError(document.problems)
    return key, document.data


def overridden(source: Source, overrides: Mapping[str, object], place: str = "override") -> Source:
    """*source* with the values of *overrides* by their keys; *place* goes before a key where a message names it.

    PlanError for a key that the plan has no room for.
    """
    for key, value in overrides.items():
        source = _with(source, key.split("."), value, f"{place} {key}")
    return source


def with_values(source: Source, values: Mapping[tuple[str | int, ...], object], place: str) -> Source:
    """*source* with other values in fields that it has; mistakes in them are reported at *place*."""
    for path, value in values.items():
        source = _with(source, [str(step) for step in path], value, f"{place} {_dotted(path)}")
    return source


def relocated(problem: Problem, source: Source) -> Problem:
    """*problem* where it was made: in the plan's file, or in what set the key."""
    for key, place in source.overrides.items():
        if problem.field == key or problem.field.startswith(f"{key}."):
            return Problem(place, 0, "" if problem.field == key else problem.field, problem.message)
    return problem


def _with(source: Source, key: list[str], value: object, place: str) -> Source:
    """*source* with one value set at the path *key*; only what lies on the way to it is copied."""
    lines: dict[int, Any] = {}
    path: list[str | int] = []

    def refuse(message: str) -> PlanError:
        return PlanError([Problem(place, 0, "", message)])

    def copied(node: Any, steps: list[str]) -> Any:
        if not steps:
            return value
        step, *rest = steps
        inner: Any = step
        made: Any
        known: Iterable[Any] = ()
        if isinstance(node, list):
            if not (step.isascii() and step.isdecimal() and int(step[:6]) < len(node)):
                raise refuse(_no_entry(path, step, len(node)))
            inner, made, known = int(step), list(node), range(len(node))
        elif isinstance(node, dict):
            made, known = dict(node), node
        elif node is None:
            made = {}
        else:
            raise refuse(f"'{_dotted(path)}' is {shown(node)}, which has no keys")
        lines[id(made)] = {one: source.lines.at((*path, one)) for one in known}
        path.append(inner)
        made[inner] = copied(_child(node, inner), rest)
        return made

    whole = copied(source.data, key)
    return replace(
        source,
        data=whole,
        lines=source.lines.over(whole, lines),
        overrides={**source.overrides, ".".join(key): place},
    )


def _child(node: Any, step: str | int) -> Any:
    if isinstance(node, dict):
        return node.get(step)
    return node[step] if isinstance(node, list) and isinstance(step, int) else None


def _no_entry(path: list[str | int], step: str, count: int) -> str:
    return f"'{_dotted(path)}' has no entry {shown(step)}; they are counted from 0, and it has {count}"


def _dotted(path: Sequence[str | int]) -> str:
    return ".".join(map(str, path))
