"""Placeholders: a template and the content it is about → text, or the value itself."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from cardmaker.handout import Rich

_PLACE = re.compile(r"\{([a-z_][a-z0-9_.]*)\}")


class Scope:
    """Named fields of one thing, then of what contains it; `t` holds the program's own words."""

    def __init__(self, content: object, parent: "Scope | None" = None) -> None:
        self.content, self.parent = content, parent
        self._mapping = content if isinstance(content, Mapping) else None
        # Boxes are asked for the same things many times, and contents never change.
        self._values: dict[str, Any] = {}
        self._filled: dict[str, str] = {}
        self._members: dict[str, tuple[Scope, ...]] = {}

    def inside(self, content: object) -> "Scope":
        """The scope of a member of a list."""
        return Scope(content, self)

    def members(self, path: str) -> "tuple[Scope, ...]":
        """The scopes of a list field's members."""
        if path not in self._members:
            self._members[path] = tuple(map(self.inside, self.value(path)))
        return self._members[path]

    def forget(self) -> None:
        """Let go of the members, which know this one."""
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
        found = self._find(head)
        for name in rest.split(".") if rest else ():
            if found is None or found == "":
                return ""
            found = found[name] if isinstance(found, Mapping) else getattr(found, name)
        return found

    def _find(self, name: str) -> Any:
        scope: Scope | None = self
        while scope is not None:
            content = scope.content
            if scope._mapping is not None:
                if name in scope._mapping:
                    return scope._mapping[name]
            elif not isinstance(content, str) and hasattr(content, name):
                return getattr(content, name)
            elif name == "text":
                return content if isinstance(content, Rich) else str(content)
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
        names = _PLACE.findall(template)
        if not names:
            return template
        values = {name: self.value(name) for name in names}
        content = {n: v for n, v in values.items() if not n.startswith("t.")}
        if content and not any(present(v) for v in content.values()):
            return ""
        return _PLACE.sub(lambda match: str(values[match[1]]) if present(values[match[1]]) else "", template)


@lru_cache(maxsize=1000)
def _whole(template: str) -> str:
    """The field that is all of a template; '' if there is more to it."""
    match = _PLACE.fullmatch(template)
    return match[1] if match else ""


def present(value: object) -> bool:
    """Whether a field has something to show; the number 0 has not."""
    return bool(value)
