"""What a template names, as '{easier.card}', and the content it is for → the field's type, or the fault."""

import re
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, cached_property
from typing import Any, Union, get_args, get_origin, get_type_hints

from cardmaker.handout import Rich
from cardmaker.namedtuple import NamedTuple
from cardmaker.record import record
from cardmaker.theme.measures import FieldPath
from cardmaker.validation import any_of, closest

PLACE = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)*")
_TEXT = "text"


class FieldFault(NamedTuple):
    """What is wrong at a path of the file."""

    path: FieldPath
    message: str


class NoFieldError(Exception):
    """A path that names nothing; the message says what was most likely meant."""


@record
class Fields:
    """What placeholders see: the fields of one thing, then of what contains it; `t` holds the labels."""

    kinds: tuple[Any, ...]
    labels: Mapping[str, str]

    def inside(self, member: Any) -> "Fields":
        """What they see in a member of a list."""
        return Fields((member, *self.kinds), self.labels)

    def kind(self, path: str) -> Any:
        """The type at a dotted path, never None; NoFieldError if there is no such field."""
        head, *rest = path.split(".")
        if head == "t":
            return self._label(rest)
        found = self._outwards(head)
        for name in rest:
            known = _fields(found)
            if name not in known:
                raise NoFieldError(f"'{head}' has no '{name}'{_hint(name, known)}")
            found = known[name]
        return found

    def member(self, path: str) -> Any:
        """The type of the members of a list; NoFieldError if the field is no list."""
        kind = self.kind(path)
        if get_origin(kind) is not tuple:
            raise NoFieldError(f"'{path}' is no list{_hint('', dict.fromkeys(self._lists()))}")
        return _present(get_args(kind)[0])

    def _label(self, rest: list[str]) -> type[str]:
        name = ".".join(rest)
        if name not in self.labels:
            raise NoFieldError(f"no label 't.{name}'{_hint(name, self.labels, 't.')}")
        return str

    def _outwards(self, name: str) -> Any:
        for kind in self.kinds:
            known = _fields(kind)
            if name in known:
                return known[name]
            if name == _TEXT:
                return Rich if kind is Rich else str
        everything = {one: None for kind in self.kinds for one in _fields(kind)}
        raise NoFieldError(f"no field '{name}' here{_hint(name, everything)}")

    def _lists(self) -> Iterator[str]:
        for kind in self.kinds:
            yield from (name for name, own in _fields(kind).items() if get_origin(own) is tuple)


@cache
def _fields(kind: Any) -> Mapping[str, Any]:
    """The fields and properties of a record, each with its type; nothing for plain values."""
    if not (isinstance(kind, type) and is_dataclass(kind)):
        return {}
    hints = get_type_hints(kind)
    known = {field.name: _present(hints[field.name]) for field in fields(kind)}
    for owner in kind.__mro__:
        for name, value in vars(owner).items():
            if isinstance(value, property | cached_property) and not name.startswith("_"):
                getter = value.fget if isinstance(value, property) else value.func
                known.setdefault(name, get_type_hints(getter)["return"])
    return known


def _present(kind: Any) -> Any:
    """The type without None."""
    if get_origin(kind) not in (Union, types.UnionType):
        return kind
    staying = [one for one in get_args(kind) if one is not type(None)]
    return staying[0] if len(staying) == 1 else Union[tuple(staying)]  # noqa: UP007 - as many as there are


def _hint(name: str, known: Mapping[str, Any], prefix: str = "") -> str:
    meant = closest(name, known) if name else None
    if meant:
        return f"; did you mean '{prefix}{meant}'?"
    return (
        f"; there {'is' if len(known) == 1 else 'are'} {any_of(sorted(known))}"
        if 0 < len(known) <= 40
        else ""
    )


# Placeholders ----------------------------------------------------------------------------------------


def fault_of(where: FieldPath, read: Callable[[str], Any], path: str) -> Iterator[FieldFault]:
    """The fault of a path that *read* refuses."""
    try:
        read(path)
    except NoFieldError as fault:
        yield FieldFault(where, str(fault))


def placeholders(template: str, where: FieldPath, fields: Fields) -> Iterator[FieldFault]:
    """Fields that a text names: each is there, and can be put in words."""
    for name in PLACE.findall(template) if "{" in template else ():
        if not _NAME.fullmatch(name):
            yield FieldFault(where, f"'{{{name}}}' names no field; write a name in small letters")
            continue
        try:
            kind = fields.kind(name)
        except NoFieldError as fault:
            yield FieldFault(where, str(fault))
        else:
            if not _printable(kind):
                each = "; repeat the box with 'each', or use 'list'" if _is_list(kind) else ""
                yield FieldFault(where, f"'{name}' can't be put in words{each}")


def _printable(kind: Any) -> bool:
    if is_dataclass(kind):
        return "__str__" in vars(kind)
    return kind in (str, int, float)


def _is_list(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def value_of(value: str, where: FieldPath, fields: Fields, wanted: tuple[Any, ...]) -> Iterator[FieldFault]:
    """An option that takes a field as it is, or a plain number or word."""
    names = PLACE.findall(value)
    if not names:
        return
    if value != f"{{{names[0]}}}":
        yield FieldFault(where, f"takes one field alone, such as '{{{names[0]}}}', not '{value}'")
        return
    try:
        kind = fields.kind(names[0])
    except NoFieldError as fault:
        yield FieldFault(where, str(fault))
    else:
        if kind not in wanted:
            yield FieldFault(where, f"'{names[0]}' is of another kind than this box shows")
