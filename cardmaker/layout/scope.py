"""Placeholders: a template and the content it is about → text, or the value itself."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, lru_cache
from itertools import compress
from operator import attrgetter, ne
from typing import Any

from cardmaker.handout import Rich
from cardmaker.theme.options import Reads

_PLACE = re.compile(r"\{([a-z_][a-z0-9_.]*)\}")


class _AnyName(frozenset[str]):
    """As if all names were in it."""

    def isdisjoint(self, other: Iterable[object]) -> bool:
        """Whether nothing is in both."""
        return not any(True for _ in other)


ANY_NAME = _AnyName()


@cache
def names_of(kind: Any) -> frozenset[str]:
    """The names that things of a kind give: fields, what is worked out of them, and the whole as a text."""
    worked_out = (name for name in dir(kind) if isinstance(getattr(kind, name), property | cached_property))
    return frozenset((*getattr(kind, "__dataclass_fields__", ()), *worked_out, "text"))


@cache
def _values_of(kind: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The same names but for the whole as a text, and what takes all their values out of such a thing."""
    own = hasattr(kind, "text") or "text" in getattr(kind, "__dataclass_fields__", ())
    names = tuple(sorted(name for name in names_of(kind) if own or name != "text"))
    return names, taking(names)


def taking(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """What takes the values of all *names* out of a thing."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda thing: tuple([getattr(thing, name) for name in names])


class Scope:
    """Named fields of one thing, then of what contains it; `t` holds the program's own words."""

    def __init__(self, content: object, parent: "Scope | None" = None) -> None:
        self.content, self.parent = content, parent
        self._mapping = content if isinstance(content, Mapping) else None
        # Boxes are asked for the same things many times, and contents never change.
        self._values: dict[str, Any] = {}
        self._filled: dict[str, str] = {}
        self._members: dict[str, tuple[Scope, ...]] = {}
        self._followed: Scope | None = None
        self._unlike: frozenset[str] | None = None
        self._given: tuple[Any, ...] | None = None
        self._parts: dict[str, bool] = {}

    def follow(self, other: "Scope") -> None:
        """Be compared with the same place of another page, members with members."""
        self._followed = other

    def followed(self, reads: Reads) -> "Scope | None":
        """The same place of the page that is followed, if all that is read means the same there."""
        other = self._followed
        if other is None:
            return None
        if self.unlike.isdisjoint(reads.heads):
            return other
        if not self.unlike.isdisjoint(reads.whole):
            return None
        return None if any(self._differs(path, other) for path in reads.parts) else other

    @property
    def unlike(self) -> frozenset[str]:
        """The names that mean something else in the same place of the page that is followed."""
        if self._unlike is None:
            self._unlike = self._differing(self._followed) if self._followed else ANY_NAME
        return self._unlike

    @property
    def known_members(self) -> "Iterable[tuple[str, tuple[Scope, ...]]]":
        """The members of list fields that were asked for, by the fields' paths."""
        return self._members.items()

    def _differs(self, path: str, other: "Scope") -> bool:
        """Whether a field is another one there. Of a record that differs a part may be the same."""
        if path not in self._parts:
            head, _, rest = path.partition(".")
            differs = not self.unlike.isdisjoint((head,))
            if differs and rest:
                try:
                    differs = bool(self.value(path) != other.value(path))
                except (KeyError, AttributeError):
                    differs = True
            self._parts[path] = differs
        return self._parts[path]

    def _differing(self, other: "Scope") -> frozenset[str]:
        """The names that mean something else in the same place of the page that is followed."""
        outer = self.parent.unlike if self.parent and self.parent._followed else frozenset()
        mine, theirs = self.content, other.content
        if type(mine) is not type(theirs):
            return ANY_NAME
        kind: Any = type(mine)  # which mypy takes for something that can't be hashed
        own = names_of(kind)
        if mine is theirs or mine == theirs:
            return outer - own
        names, values = _values_of(kind)
        if other._given is None:
            other._given = values(theirs)
        changed = compress(names, map(ne, values(mine), other._given))
        return outer.difference(own).union(changed, own.difference(names))

    def is_inside(self, outer: "Scope") -> bool:
        """Whether it is a scope, or one of the members in it."""
        scope: Scope | None = self
        while scope is not None and scope is not outer:
            scope = scope.parent
        return scope is outer

    def inside(self, content: object) -> "Scope":
        """The scope of a member of a list."""
        return Scope(content, self)

    def members(self, path: str) -> "tuple[Scope, ...]":
        """The scopes of a list field's members."""
        if path not in self._members:
            made = self._members[path] = tuple(map(self.inside, self.value(path)))
            if self._followed:
                for one, other in zip(made, self._followed._members.get(path, ()), strict=False):
                    one.follow(other)
        return self._members[path]

    def forget(self) -> None:
        """Let go of the members, which know this one, and of theirs."""
        for members in self._members.values():
            for one in members:
                one.forget()
        self._members.clear()

    def names(self) -> tuple[str, ...]:
        """The names of what encloses this, from the outside in, without the outermost."""
        found: list[str] = []
        scope: Scope | None = self
        while scope and scope.parent and scope.parent.parent:
            named = getattr(scope.content, "name", "") or getattr(scope.content, "title", "")
            if isinstance(named, str) and named:
                found.append(named)
            scope = scope.parent
        return tuple(reversed(found))

    def value(self, path: str) -> Any:
        """The field at a dotted path, looked up outwards; '' if nothing has it. KeyError: no such field."""
        if path not in self._values:
            self._values[path] = self._value(path)
        return self._values[path]

    def _value(self, path: str) -> Any:
        head, _, rest = path.partition(".")
        found = self._find(head)[1]
        for name in rest.split(".") if rest else ():
            if found is None or (type(found) is str and not found):
                return ""
            found = found[name] if isinstance(found, Mapping) else getattr(found, name)
        return found

    def giving(self, name: str) -> "Scope":
        """The scope that a field is in, this one or one around it. KeyError: no such field."""
        return self._find(name)[0]

    @property
    def is_text(self) -> bool:
        """Whether the field 'text' is the content itself."""
        return self._mapping is None and (isinstance(self.content, str) or not hasattr(self.content, "text"))

    def _find(self, name: str) -> "tuple[Scope, Any]":
        scope: Scope | None = self
        while scope is not None:
            content = scope.content
            if scope._mapping is not None:
                if name in scope._mapping:
                    return scope, scope._mapping[name]
            elif not isinstance(content, str) and hasattr(content, name):
                return scope, getattr(content, name)
            elif name == "text":
                return scope, content if isinstance(content, Rich) else str(content)
            scope = scope.parent
        raise KeyError(name)

    def raw(self, template: str) -> Any:
        """The value of '{field}' or 'field' as it is; a longer template is filled as text."""
        if "{" not in template:
            return template
        name = _whole(template)
        return self.value(name) if name else self.fill(template)

    def fill(self, template: str) -> str:
        """The template with its placeholders filled; '' if it has some and all of them are empty."""
        if "{" not in template:
            return template
        if template not in self._filled:
            self._filled[template] = self._fill(template)
        return self._filled[template]

    def _fill(self, template: str) -> str:
        pieces = pieces_of(template)
        filled, content = [pieces[0]], []
        for name, following in zip(pieces[1::2], pieces[2::2], strict=True):
            value = self.value(name)
            there = present(value)
            filled += (str(value), following) if there else (following,)
            if not name.startswith("t."):
                content.append(there)
        return "" if content and True not in content else "".join(filled)


@lru_cache(maxsize=1000)
def pieces_of(template: str) -> list[str]:
    """What is before, between and behind the placeholders of a template, each followed by the field of one."""
    return _PLACE.split(template)


@lru_cache(maxsize=1000)
def _whole(template: str) -> str:
    """The field that is all of a template; '' if there is more to it."""
    match = _PLACE.fullmatch(template)
    return match[1] if match else ""


def present(value: object) -> bool:
    """Whether a field has something to show; the number 0 has not."""
    return bool(value)
