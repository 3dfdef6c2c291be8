"""A class with annotated fields → an immutable record: a frozen dataclass that is quick to make.

`dataclasses` writes and compiles up to six methods for each frozen class while its module is imported, which takes
0.7 ms; a build imports about 150 of them. Records share one `__eq__`, `__hash__` and `__repr__` and one refusal to be
changed, and their `__init__` is compiled when the first of them is made, and shared by records of as many fields.
"""

import dataclasses
import sys
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType, MemberDescriptorType
from typing import Any, ClassVar, Final, NoReturn, TypeVar, dataclass_transform, overload

Class = TypeVar("Class", bound=type)
Made = TypeVar("Made")


@overload
def record(cls: Class, /) -> Class: ...
@overload
def record(*, eq: bool = True, slots: bool = True) -> Callable[[Class], Class]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def record(cls: Any = None, /, *, eq: bool = True, slots: bool = True) -> Any:
    """Make *cls* what `@dataclass(frozen=True, slots=True)` makes of it; methods that it has of its own are kept.

    With *eq* False records compare by identity; without *slots* they may have cached properties.
    """
    return _made(cls, eq, slots) if cls else lambda given: _made(given, eq, slots)


def _made(cls: Class, eq: bool, slots: bool) -> Class:
    fielded(cls)
    methods: dict[str, Any] = {
        name: method
        for name, method in (_SHARED | _EQUAL if eq else _SHARED).items()
        if name not in vars(cls)
    }
    if eq:
        methods["_values"] = values_of([field.name for field in dataclasses.fields(cls) if field.compare])
    methods["__init__"], settle = _first_init()
    if slots:
        made = _with_slots(cls, methods)
    else:
        made = cls
        for name, method in methods.items():
            setattr(cls, name, method)
    settle(made)
    return made


@dataclasses.dataclass(init=False, repr=False, eq=False)
class _Like:
    """What `dataclasses` makes of a class with a field."""

    one: int


_OF_FIELD: Any = _Like.__dataclass_fields__["one"]
_KIND: Final = _OF_FIELD._field_type
_PARAMS: Final = _Like.__dataclass_params__  # type: ignore[attr-defined]


def fielded(cls: Class) -> Class:
    """*cls* with its fields, as `@dataclass(init=False, repr=False, eq=False)` has them, in a third of its time."""
    if sys.version_info >= (3, 14):  # where annotations are worked out when they are asked for
        return dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
    made: Any = cls
    found: dict[str, Any] = {}
    for base in cls.__mro__[:0:-1]:
        found |= vars(base).get("__dataclass_fields__", {})
    for name, kind in vars(cls).get("__annotations__", {}).items():
        if getattr(kind, "__origin__", kind) is ClassVar or (isinstance(kind, str) and "ClassVar" in kind):
            continue
        given = getattr(cls, name, dataclasses.MISSING)
        if isinstance(given, MemberDescriptorType):  # of what it extends, where the field has no default
            given = dataclasses.MISSING
        one: Any = given if isinstance(given, dataclasses.Field) else dataclasses.field(default=given)
        if isinstance(given, dataclasses.Field):
            delattr(cls, name)
            if given.default is not dataclasses.MISSING:
                setattr(cls, name, given.default)
        one.name, one.type, one.kw_only, one._field_type = name, kind, False, _KIND
        found[name] = one
    made.__dataclass_fields__, made.__dataclass_params__ = found, _PARAMS
    setattr(cls, "__match_args__", tuple(name for name, one in found.items() if one.init))  # noqa: B010  mypy
    return cls


def _with_slots(cls: Class, methods: Mapping[str, Any]) -> Class:
    """The same class again, with a slot for each field that what it extends hasn't, and *methods*.

    Given to a class that is made already, each method would have its slots looked for again.
    """
    names = cls.__dataclass_fields__.keys()  # type: ignore[attr-defined]
    inherited = {slot for base in cls.__mro__[1:] for slot in vars(base).get("__slots__", ())}
    body = {key: value for key, value in vars(cls).items() if key not in names and key not in _OF_A_CLASS}
    slots = {"__slots__": tuple(name for name in names if name not in inherited)}
    return type(cls)(cls.__name__, cls.__bases__, {**body, **methods, **slots})


_OF_A_CLASS: Final = ("__dict__", "__weakref__")


def values_of(names: list[str]) -> Callable[[Any], Any]:
    """What takes the values of some fields out of a record, to compare them; without fields all are the same."""
    return attrgetter(*names) if names else type


def replace(one: Made, **changes: Any) -> Made:
    """A record with other values: what `dataclasses.replace` makes in five times as long, as it looks at each field."""
    cls: Any = type(one)
    names, values = _fields_of(cls)
    return cls(**{**dict(zip(names, values(one), strict=True)), **changes})  # type: ignore[no-any-return]


@cache
def _fields_of(cls: type) -> tuple[tuple[str, ...], Callable[[Any], Any]]:
    """The names of a record's fields, and what takes all their values out of it."""
    names = tuple(one.name for one in dataclasses.fields(cls))
    values = values_of([*names])
    return (names, values) if len(names) > 1 else (names, lambda one: (values(one),))


def refuse(self: object, name: str, value: object = None) -> NoReturn:
    """What assigning or deleting a field of something immutable comes to."""
    raise dataclasses.FrozenInstanceError(f"cannot change field '{name}'")


def equal(self: Any, other: Any) -> bool:
    """Whether *other* is of the same class, with the same values."""
    if type(self) is not type(other):
        return NotImplemented  # type: ignore[no-any-return]
    return self._values(self) == other._values(other)  # type: ignore[no-any-return]


def _hash(self: Any) -> int:
    return hash(self._values(self))


def _reduce(self: Any) -> tuple[type, tuple[object, ...]]:
    """How it is copied and pickled: made again, since it can't be filled."""
    return type(self), tuple(getattr(self, field.name) for field in dataclasses.fields(self))


def _repr(self: Any) -> str:
    shown = (
        f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr
    )
    return f"{type(self).__qualname__}({', '.join(shown)})"


_SHARED: dict[str, Callable[..., object]] = {
    "__setattr__": refuse,
    "__delattr__": refuse,
    "__reduce__": _reduce,
    "__repr__": _repr,
}
_EQUAL: dict[str, Callable[..., object]] = {"__eq__": equal, "__hash__": _hash}


def _first_init() -> tuple[Callable[..., None], Callable[[type], None]]:
    """An `__init__` that puts the real one in its place, and calls it; and what says of which class it is."""
    home: list[Any] = []

    def first(self: object, *args: object, **named: object) -> None:
        made = home[0]
        made.__init__ = _init(made)
        made.__init__(self, *args, **named)

    return first, home.append


def _init(made: Any) -> Callable[..., None]:
    """An `__init__` that gives each field its value: with the slots' own setters, or in the record's dictionary."""
    fields, slots = dataclasses.fields(made), "__slots__" in vars(made)
    scope: dict[str, Any] = {"missing": dataclasses.MISSING}
    factories, defaults = [], []
    for number, field in enumerate(fields):
        scope[f"set_{number}"] = getattr(made, field.name).__set__ if slots else _setter(field.name)
        if field.default_factory is not dataclasses.MISSING:
            scope[f"make_{number}"] = field.default_factory
            factories.append(number)
            defaults.append(dataclasses.MISSING)
        elif field.default is not dataclasses.MISSING:
            defaults.append(field.default)
        elif defaults:
            raise TypeError(f"{made.__qualname__}.{field.name} follows a field with a default, and has none")
    code = _init_code(len(fields), tuple(factories), hasattr(made, "__post_init__"))
    named = code.replace(co_varnames=("self", *(field.name for field in fields)))
    return FunctionType(named, scope, "__init__", tuple(defaults))


def _setter(name: str) -> Callable[[Any, object], None]:
    return lambda self, value: self.__dict__.__setitem__(name, value)


@cache
def _init_code(count: int, factories: tuple[int, ...], finishes: bool) -> CodeType:
    """`def __init__(self, value_0, value_1): set_0(self, value_0); set_1(self, value_1)`.

    Compiled once for all records with the same number of fields, which then take the names of their own: compiling
    takes ten times as long, and a build has 81 records but 23 such shapes.
    """
    body = ["    pass"]
    for number in range(count):
        if number in factories:
            body.append(f"    if value_{number} is missing: value_{number} = make_{number}()")
        body.append(f"    set_{number}(self, value_{number})")
    if finishes:
        body.append("    self.__post_init__()")
    arguments = ", ".join(["self", *(f"value_{number}" for number in range(count))])
    scope: dict[str, Any] = {}
    exec(f"def __init__({arguments}):\n" + "\n".join(body), scope)
    code: CodeType = scope["__init__"].__code__
    return code
