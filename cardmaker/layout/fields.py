"""A path in a template, as 'easier.card' → the type of the field that it names."""

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from cardmaker.handout import Rich
from cardmaker.validation import any_of, closest

_TEXT = "text"


class NoFieldError(Exception):
    """A path that names nothing; the message says what was most likely meant."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What placeholders see: the fields of one thing, then of what it stands in; `t` holds the labels."""

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
            if isinstance(value, property) and not name.startswith("_"):
                known.setdefault(name, get_type_hints(value.fget)["return"])
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
    return f"; there {'is' if len(known) == 1 else 'are'} {any_of(sorted(known))}" if 0 < len(known) <= 40 else ""
