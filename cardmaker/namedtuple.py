"""A class with annotated fields → a tuple with names: `typing.NamedTuple`, that is quick to make.

`typing` checks each field's type and has a `__new__` compiled for each class while its module is imported, which takes
0.14 ms; a build imports 84 of them. These share what others with as many fields have.
"""

import sys
from collections import namedtuple
from collections.abc import Iterable
from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or sys.version_info >= (3, 14):  # there a class has no annotations yet while it is made
    from typing import NamedTuple as NamedTuple
else:

    class _Maker(type):
        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
            """The tuple that *body* describes, or NamedTuple itself, which has no bases."""
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = tuple(body.pop(field) for field in fields if field in body)
            like = _like(len(fields))
            code = like.__new__.__code__.replace(co_varnames=("_cls", *fields))
            getters = {field: vars(like)[f"value_{number}"] for number, field in enumerate(fields)}
            made = {"__new__": FunctionType(code, like.__new__.__globals__, "__new__", defaults)}
            return type(
                name,
                (tuple,),
                _METHODS | getters | made | body | {"_fields": fields, "__match_args__": fields},
            )

    class NamedTuple(metaclass=_Maker):
        """What classes are derived from that become tuples with names; they have no other base."""

    @cache
    def _like(count: int) -> Any:
        """A tuple with as many names, whose getters and whose `__new__` serve all that have as many."""
        return namedtuple(f"Like{count}", [f"value_{number}" for number in range(count)])

    def _make(cls: Any, values: Iterable[object]) -> Any:
        return cls(*values)

    def _replace(self: Any, /, **changed: object) -> Any:
        made = tuple.__new__(type(self), map(changed.pop, self._fields, self))
        if changed:
            raise TypeError(f"{type(self).__name__} has no '{next(iter(changed))}'")
        return made

    def _asdict(self: Any) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def _repr(self: Any) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

    _METHODS = {
        "__slots__": (),
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
        "__repr__": _repr,
        "__getnewargs__": lambda self: tuple(self),
    }
