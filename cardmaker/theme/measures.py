"""What template files write of sizes and counts → checked field types, and the model that all templates share."""

import re
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict
from pydantic_core import CoreSchema, core_schema

from cardmaker.geometry import parse_length

_MOST_MM = 5000.0


def _length(value: Any) -> Any:
    if isinstance(value, bool):
        return parse_length(str(value).lower())
    return parse_length(value) if isinstance(value, str) else value


def _extent(value: Any) -> Any:
    if not isinstance(value, str) or value in ("fit", "fill"):
        return value
    if value.startswith("fill "):
        share = value.removeprefix("fill ").strip()
        if not re.fullmatch(r"\d{1,6}(\.\d{1,6})?", share) or not float(share):
            raise ValueError(
                f"'{value}' is no share of the room; write 'fill', or 'fill 2' for twice as much"
            )
        return f"fill {float(share):g}"
    return parse_length(value)


def _within(value: float | str) -> float | str:
    if not isinstance(value, str) and not 0 <= value <= _MOST_MM:
        raise ValueError(f"should be from 0 to {_MOST_MM:g} mm, not {value:g}")
    return value


class _Known:
    """A schema that is ready: pydantic would work it out anew for each of the boxes' four hundred fields."""

    def __init__(self, schema: CoreSchema) -> None:
        self.schema = schema

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        return self.schema


def _lengths(*, more_than: float | None = None) -> _Known:
    least = 0.0 if more_than is None else None
    number = core_schema.float_schema(ge=least, gt=more_than, le=_MOST_MM, allow_inf_nan=False)
    return _Known(core_schema.no_info_before_validator_function(_length, number))


def _extents() -> _Known:
    written = core_schema.union_schema([core_schema.float_schema(), core_schema.str_schema()])
    read = core_schema.no_info_before_validator_function(_extent, written)
    return _Known(core_schema.no_info_after_validator_function(_within, read))


FieldPath = tuple[str | int, ...]
"""Where something stands in a template file: keys and places in lists."""

Length = Annotated[float, _lengths()]
Extent = Annotated[float | str, _extents()]
Some = Annotated[float, _lengths(more_than=0)]
"""A length that can't be nothing."""
Count = Annotated[int, _Known(core_schema.int_schema(ge=1, le=100))]
Tally = Annotated[int, _Known(core_schema.int_schema(ge=0, le=100))]


class Model(BaseModel):
    """Data from a template file: frozen, and closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)
