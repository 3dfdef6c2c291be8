"""A model and data that is plainly right → what pydantic would make of it, without the time it takes to get ready.

Nothing is converted, and nothing refused: what isn't exactly of its type, or breaks a limit, or is of a type that
isn't known here, is unclear. Pydantic then reads it, and says what is wrong if something is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from cardmaker.namedtuple import NamedTuple
from cardmaker.validation.marks import Before, Fork, Info, Read, SchemaMark, UnclearError, unclear
from cardmaker.validation.model import Model

Data = TypeVar("Data")


class _Info(NamedTuple):
    data: Mapping[str, Any]
    context: Any


def read_plainly(model: type[Data], data: object, context: object = None) -> Data:
    """The record that *data* says, checked against *context*; ValueError for what is wrong or unclear."""
    made: Data = _reader(model)(data, _Info({}, context))
    return made


def _reader(kind: Any) -> Read:
    """What reads a type."""
    if kind in _SIMPLE:
        return _exactly(kind)
    if isinstance(kind, type) and issubclass(kind, Model):
        model: Any = kind
        return lambda value, info: _model(model)(value, info)  # made when it is needed, as it may hold itself
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is Any:
        return lambda value, _: value
    if origin is Annotated:
        return _marked(*arguments)
    if origin is Literal:
        return _one_of(arguments)
    if origin in (Union, UnionType):
        return _or_none(arguments)
    if origin is tuple and len(arguments) == 2 and arguments[1] is ...:
        return _several(_reader(arguments[0]))
    if origin is Mapping:
        return _mapping(*map(_reader, arguments))
    return unclear


_SIMPLE = (str, bool, int)


def _exactly(kind: type) -> Read:
    def read(value: Any, _: Info) -> Any:
        if type(value) is kind:
            return value
        raise UnclearError

    return read


def _one_of(words: Sequence[Any]) -> Read:
    def read(value: Any, _: Info) -> Any:
        if type(value) is str and value in words:
            return value
        raise UnclearError

    return read


def _or_none(kinds: Sequence[Any]) -> Read:
    others = [kind for kind in kinds if kind is not NoneType]
    if len(others) != 1 or len(others) == len(kinds):
        return unclear
    inner = _reader(others[0])
    return lambda value, info: None if value is None else inner(value, info)


def _several(inner: Read) -> Read:
    def read(value: Any, info: Info) -> Any:
        if type(value) in (list, tuple):
            return tuple([inner(one, info) for one in value])
        raise UnclearError

    return read


def _mapping(key: Read, inner: Read) -> Read:
    def read(value: Any, info: Info) -> Any:
        if type(value) is dict:
            return {key(name, info): inner(one, info) for name, one in value.items()}
        raise UnclearError

    return read


def _marked(kind: Any, *marks: Any) -> Read:
    """What reads an annotated type; each mark makes its reader of the one before it, which it may not need."""
    before: Before = lambda: _reader(kind)  # noqa: E731
    for mark in marks:
        if isinstance(mark, Fork):
            made = _chosen(mark)
        else:
            made = mark.plain(before) if isinstance(mark, SchemaMark) else unclear
        before = lambda made=made: made  # type: ignore[misc]  # noqa: E731
    return before()


def _chosen(fork: Fork) -> Read:
    readers = {name: _reader(kind) for name, kind in fork.kinds.items()}
    return lambda value, info: readers.get(fork.choose(value), unclear)(value, info)


@cache
def _model(kind: Any) -> Read:
    """What reads a model: its fields in their order, then what it checks itself."""
    own = [
        (one, kind.KEYS.get(one.name, one.name), unclear if isinstance(one.type, str) else _reader(one.type))
        for one in fields(kind)
    ]
    known = {key for _, key, _ in own}

    def read(value: Any, info: Info) -> Any:
        written = kind.spelt_out(value, info)
        if type(written) is not dict or not written.keys() <= known:
            raise UnclearError
        held: dict[str, Any] = {}
        beside = _Info(held, info.context)
        for field, key, reader in own:
            if key in written:
                held[field.name] = reader(written[key], beside)
            elif field.default is not MISSING:
                held[field.name] = field.default
            elif field.default_factory is not MISSING:
                held[field.name] = field.default_factory()
            else:
                raise UnclearError
        made = object.__new__(kind)
        for name, worth in held.items():
            object.__setattr__(made, name, worth)
        made.__post_init__()
        return made

    return read
