"""A pydantic ValidationError → one finding a field, the attempts at a union settled into one."""

import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import (
    Annotated,
    Any,
    ClassVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from cardmaker.namedtuple import NamedTuple
from cardmaker.record import record
from cardmaker.validation.model import Model
from cardmaker.yaml12.lines import FieldPath, child

# What pydantic reports when a value isn't of the type at all, and the type in plain words.
TYPES = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "set_type": "a list",
    "frozen_set_type": "a list",
    "dict_type": "a mapping (name: value)",
    "mapping_type": "a mapping (name: value)",
    "model_type": "a mapping (name: value)",
    "model_attributes_type": "a mapping (name: value)",
    "dataclass_type": "a mapping (name: value)",
    "date_type": "a date such as 2027-03-01",
    "date_parsing": "a date such as 2027-03-01",
    "date_from_datetime_parsing": "a date such as 2027-03-01",
    "none_required": "empty",
    "is_instance_of": "of another kind",
}

UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
"""What pydantic reports for a key that isn't known."""

_MOST = 1000

Spelling = Callable[[dict[str, Any], str | int], str | None]


@record
class Violation:
    """One thing wrong: its path, pydantic's name for it, and what is needed to word it."""

    path: tuple[str | int, ...]
    kind: str
    message: str
    context: Mapping[str, Any]
    value: object
    keys: tuple[str, ...] = ()
    """The names known where the finding is."""
    expected: tuple[str, ...] = ()
    """The types that would do, in plain words."""
    forks: tuple[tuple[int, str], ...] = ()
    """The unions on the way: how deep in the path, and which member was tried."""


def settle(fault: Any, model: type[Any]) -> list[Violation]:
    """The findings in *fault*, pydantic's ValidationError, in its order, one for each union; of many, the first."""
    return _settled([_finding(error, model) for error in fault.errors(include_url=False)[:_MOST]])


def written_path(data: object, path: FieldPath, spelling: Spelling | None = None) -> tuple[str | int, ...]:
    """*path* as the file has it: without the 0 of a list's only item written without the list.

    *spelling* gives the key of a mapping that stands for a field that the mapping doesn't have.
    """
    node: Any = data
    steps: list[str | int] = []
    for depth, step in enumerate(path):
        if spelling and isinstance(node, dict) and step not in node:
            step = spelling(node, step) or step
        try:
            node = child(node, step)
        except (KeyError, IndexError, TypeError):
            if depth == len(path) - 1 and isinstance(step, str):
                steps.append(step)
            continue
        steps.append(step)
    return tuple(steps)


def _finding(error: Any, model: type[Any]) -> Violation:
    path, forks, keys = _trace(model, error["loc"])
    expected = TYPES.get(error["type"])
    return Violation(
        path,
        error["type"],
        error["msg"],
        error.get("ctx", {}),
        error["input"],
        keys,
        (expected,) if expected else (),
        forks,
    )


def _settled(findings: Iterable[Violation]) -> list[Violation]:
    groups: dict[object, list[Violation]] = {}
    for finding in findings:
        key = finding.path[: finding.forks[0][0]] if finding.forks else finding
        groups.setdefault(key if finding.forks else id(finding), []).append(finding)
    return [settled for group in groups.values() for settled in _settled_group(group)]


def _settled_group(group: Sequence[Violation]) -> list[Violation]:
    if not group[0].forks:
        return list(group)
    depth = group[0].forks[0][0]
    members: dict[str, list[Violation]] = {}
    for finding in group:
        members.setdefault(finding.forks[0][1], []).append(replace(finding, forks=finding.forks[1:]))
    settled = [_settled(findings) for findings in members.values()]
    fitting = [member for member in settled if not any(_wrong_type(finding, depth) for finding in member)]
    if fitting:
        return min(fitting, key=len)
    expected = dict.fromkeys(word for member in settled for finding in member for word in finding.expected)
    return [replace(settled[0][0], path=group[0].path[:depth], expected=tuple(expected))]


def _wrong_type(finding: Violation, depth: int) -> bool:
    return len(finding.path) == depth and bool(finding.expected)


def _trace(
    model: type[Any], loc: Sequence[str | int]
) -> tuple[tuple[str | int, ...], tuple[tuple[int, str], ...], tuple[str, ...]]:
    """Follow *loc* through the model: the path without unions, the unions, the names known there."""
    annotation: Any = model
    path: list[str | int] = []
    forks: list[tuple[int, str]] = []
    steps = [step for step in loc if step != "[key]"]
    for index, step in enumerate(steps):
        members = _members(annotation)
        if len(members) > 1:
            forks.append((len(path), str(step)))
            following = steps[index + 1] if index + 1 < len(steps) else None
            annotation = _member(members, str(step), following)
            continue
        path.append(step)
        if index < len(steps) - 1:
            annotation = _child(members[0], step)
    known = _members(annotation)
    return tuple(path), tuple(forks), _keys(known[0]) if len(known) == 1 else ()


def _members(annotation: Any) -> list[Any]:
    """The types a value may have, optional and annotated ones unwrapped."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _members(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return [found for arg in get_args(annotation) if arg is not type(None) for found in _members(arg)]
    return [annotation]


def _member(members: Sequence[Any], tag: str, following: str | int | None) -> Any:
    for member in members:
        if getattr(member, "__name__", "") == tag:
            return member
    for member in members:
        origin = get_origin(member)
        if isinstance(following, int) and origin in (list, tuple, Sequence):
            return member
        if isinstance(following, str) and (origin in (dict, Mapping) or following in _keys(member)):
            return member
    return Any


def _child(annotation: Any, step: str | int) -> Any:
    fields = _fields(annotation)
    if fields is not None:
        return next((known.type for name, known in fields.items() if step in (name, known.key)), Any)
    args = get_args(annotation)
    if get_origin(annotation) is tuple and isinstance(step, int) and len(args) > step and args[-1] is not ...:
        return args[step]
    if not args:
        return Any
    return args[1] if get_origin(annotation) in (dict, Mapping) else args[0]


def _keys(annotation: Any) -> tuple[str, ...]:
    fields = _fields(annotation) or {}
    return tuple(known.key for known in fields.values())


class _Field(NamedTuple):
    key: str
    type: Any


def _fields(annotation: Any) -> Mapping[str, _Field] | None:
    """The fields of a model, each with the key that files write, and its type; None for other types."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return {
            name: _Field(annotation.KEYS.get(name, name), kind)
            for name, kind in get_type_hints(annotation, include_extras=True).items()
            if ClassVar not in (kind, get_origin(kind))
        }
    fields = getattr(annotation, "model_fields", None)
    if not isinstance(fields, Mapping):
        return None
    return {name: _Field(field.alias or name, field.annotation) for name, field in fields.items()}
