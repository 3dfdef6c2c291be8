"""How a field of a model is read, as marks in its annotation: pydantic asks them, and is imported only then.

Most say as well how it is read without pydantic, where the data is plainly right (`plain.py`).
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema


class Info(Protocol):
    """What a function is given besides the value that it reads."""

    @property
    def data(self) -> Mapping[str, Any]:
        """What the fields before it hold."""

    @property
    def context(self) -> Any:
        """What the whole is checked against."""


Read = Callable[[Any, Info], Any]
"""Makes the value of what is written; ValueError where that isn't plainly right."""


class UnclearError(ValueError):
    """What only pydantic reads, be it right or wrong."""


def unclear(_value: Any, _info: Info) -> NoReturn:
    """Leave it to pydantic."""
    raise UnclearError


Inner = Callable[[], "CoreSchema"]
Before = Callable[[], Read]


class SchemaMark:
    """A schema for pydantic, made of its module of schemas and of what the annotation says before this mark.

    *plain* makes the reader without pydantic of the one of what is before the mark. *said* goes into the JSON
    Schema as it is, a description, examples; or, if that is *whole*, is all of it.
    """

    def __init__(
        self,
        make: "Callable[[Any, Inner], CoreSchema]",
        plain: Callable[[Before], Read] = lambda _: unclear,
        *,
        whole: bool = False,
        **said: Any,
    ) -> None:
        self._make, self.plain, self._whole, self._more = make, plain, whole, said

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        return self._make(core_schema, lambda: handler(source))

    def __get_pydantic_json_schema__(
        self, schema: "CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> dict[str, Any]:
        return dict(self._more) if self._whole else handler(schema) | self._more


def read(function: Callable[[Any], Any]) -> SchemaMark:
    """What the file says goes through a function before it is validated."""
    return _through(
        "no_info_before", function, lambda inner: lambda value, info: inner(function(value), info)
    )


def read_beside(function: Callable[[Any, Info], Any]) -> SchemaMark:
    """The same, for one that is also given the fields before the value, and what the whole is checked against."""
    return _through(
        "with_info_before", function, lambda inner: lambda value, info: inner(function(value, info), info)
    )


def check(function: Callable[[Any], Any]) -> SchemaMark:
    """What is valid goes through a function, which may refuse it with a ValueError."""
    return _through("no_info_after", function, lambda inner: lambda value, info: function(inner(value, info)))


def check_beside(function: Callable[[Any, Info], Any]) -> SchemaMark:
    """The same, for one that is also given the fields before the value, and what the whole is checked against."""
    return _through(
        "with_info_after", function, lambda inner: lambda value, info: function(inner(value, info), info)
    )


def _through(when: str, function: Callable[..., Any], around: Callable[[Read], Read]) -> SchemaMark:
    """A function before or after validation, as pydantic's schema calls it; *around* puts it about a reader."""
    return SchemaMark(
        lambda core, inner: getattr(core, f"{when}_validator_function")(function, inner()),
        lambda before: around(before()),
    )


def made_by(function: Callable[[Any], Any], **schema: Any) -> SchemaMark:
    """A function alone makes the value; *schema* is its JSON Schema."""
    return SchemaMark(
        lambda core, _: core.no_info_plain_validator_function(function),
        lambda _: lambda value, _: function(value),
        whole=bool(schema),
        **schema,
    )


def number(**limits: Any) -> SchemaMark:
    """A number within limits: gt, ge, lt, le, allow_inf_nan."""
    return SchemaMark(lambda core, _: core.float_schema(**limits))


def whole(least: int | None = None, most: int | None = None) -> SchemaMark:
    """A whole number from *least* to *most*."""

    def plain(value: Any, _: Info) -> int:
        if type(value) is int and (least is None or least <= value) and (most is None or value <= most):
            return value
        raise UnclearError

    return SchemaMark(lambda core, _: core.int_schema(ge=least, le=most), lambda _: plain)


def text(least: int | None = None, most: int | None = None) -> SchemaMark:
    """Text of a number of characters."""

    def plain(value: Any, _: Info) -> str:
        if type(value) is str and (least or 0) <= len(value) and (most is None or len(value) <= most):
            return value
        raise UnclearError

    return SchemaMark(lambda core, _: core.str_schema(min_length=least, max_length=most), lambda _: plain)


def said(**schema: Any) -> SchemaMark:
    """What the JSON Schema says of a field besides its type."""
    return SchemaMark(lambda _, inner: inner(), lambda before: before(), **schema)


def said_only(**schema: Any) -> SchemaMark:
    """What the JSON Schema says of a field instead of its type."""
    return SchemaMark(lambda _, inner: inner(), lambda before: before(), whole=True, **schema)


def entries(least: int | None = None, most: int | None = None) -> SchemaMark:
    """How many entries a list has."""
    limits = {"min_length": least, "max_length": most}
    kept: Any = {key: limit for key, limit in limits.items() if limit is not None}

    def plain(before: Before) -> Read:
        inner = before()

        def read_entries(value: Any, info: Info) -> Any:
            found = inner(value, info)
            if (least or 0) <= len(found) and (most is None or len(found) <= most):
                return found
            raise UnclearError

        return read_entries

    return SchemaMark(lambda _, inner: {**inner(), **kept}, plain)


class Fork:
    """Has a value read as one of several *kinds*, types by name: the one that a function names for it."""

    def __init__(self, choose: Callable[[Any], str], **kinds: Any) -> None:
        self.choose, self.kinds = choose, kinds

    def __get_pydantic_core_schema__(self, _source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        return core_schema.tagged_union_schema(
            {name: handler.generate_schema(kind) for name, kind in self.kinds.items()},
            discriminator=self.choose,
        )
