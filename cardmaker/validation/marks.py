"""How a field of a model is read, as marks in its annotation: pydantic asks them, and is imported only then."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

Inner = Callable[[], "CoreSchema"]


class SchemaMark:
    """A schema for pydantic, made of its module of schemas and of what the annotation says before this mark.

    *said* goes into the JSON Schema as it is: a description, examples.
    """

    def __init__(self, make: "Callable[[Any, Inner], CoreSchema]", **said: Any) -> None:
        self._make, self._more = make, said

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        return self._make(core_schema, lambda: handler(source))

    def __get_pydantic_json_schema__(
        self, schema: "CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> dict[str, Any]:
        return handler(schema) | self._more


def read(function: Callable[[Any], Any]) -> SchemaMark:
    """What the file says goes through a function before it is validated."""
    return SchemaMark(lambda core, inner: core.no_info_before_validator_function(function, inner()))


def check(function: Callable[[Any], Any]) -> SchemaMark:
    """What is valid goes through a function, which may refuse it with a ValueError."""
    return SchemaMark(lambda core, inner: core.no_info_after_validator_function(function, inner()))


def check_beside(function: Callable[[Any, Any], Any]) -> SchemaMark:
    """The same, for one that is also given what the fields before it hold, as `info.data`."""
    return SchemaMark(lambda core, inner: core.with_info_after_validator_function(function, inner()))


def made_by(function: Callable[[Any], Any]) -> SchemaMark:
    """A function alone makes the value."""
    return SchemaMark(lambda core, _: core.no_info_plain_validator_function(function))


def number(**limits: Any) -> SchemaMark:
    """A number within limits: gt, ge, lt, le, allow_inf_nan."""
    return SchemaMark(lambda core, _: core.float_schema(**limits))


def whole(**limits: Any) -> SchemaMark:
    """A whole number within limits."""
    return SchemaMark(lambda core, _: core.int_schema(**limits))


def text(least: int | None = None, most: int | None = None) -> SchemaMark:
    """Text of a number of characters."""
    return SchemaMark(lambda core, _: core.str_schema(min_length=least, max_length=most))


def said(**schema: Any) -> SchemaMark:
    """What the JSON Schema says of a field besides its type."""
    return SchemaMark(lambda _, inner: inner(), **schema)


def entries(least: int | None = None, most: int | None = None) -> SchemaMark:
    """How many entries a list has."""
    limits = {"min_length": least, "max_length": most}
    kept: Any = {key: limit for key, limit in limits.items() if limit is not None}
    return SchemaMark(lambda _, inner: {**inner(), **kept})
