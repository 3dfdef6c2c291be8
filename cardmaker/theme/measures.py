"""What template files write of sizes and counts → checked field types."""

import re
from typing import Annotated, Any

from cardmaker.geometry import parse_length
from cardmaker.validation.marks import SchemaMark, number, whole

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


def _lengths(*, more_than: float | None = None, most: float = _MOST_MM) -> SchemaMark:
    least = 0.0 if more_than is None else None
    return SchemaMark(
        lambda core, _: core.no_info_before_validator_function(
            _length, core.float_schema(ge=least, gt=more_than, le=most, allow_inf_nan=False)
        )
    )


def _extents() -> SchemaMark:
    def schema(core: Any, _inner: object) -> Any:
        written = core.union_schema([core.float_schema(), core.str_schema()])
        read = core.no_info_before_validator_function(_extent, written)
        return core.no_info_after_validator_function(_within, read)

    return SchemaMark(schema)


FieldPath = tuple[str | int, ...]
"""Where something is in a template file: keys and places in lists."""

Length = Annotated[float, _lengths()]
Extent = Annotated[float | str, _extents()]
Some = Annotated[float, _lengths(more_than=0)]
"""A length that can't be nothing."""
Side = Annotated[float, _lengths(more_than=0, most=2000)]
"""Of a card or a sheet of paper."""
Space = Annotated[float, _lengths(most=500)]
"""A margin, a gutter, a place on a card."""
Points = Annotated[float, number(ge=0, le=200, allow_inf_nan=False)]
TypeSize = Annotated[float, number(ge=0, le=72)]
"""The smallest type of a template, in pt."""
Count = Annotated[int, whole(1, 100)]
Tally = Annotated[int, whole(0, 100)]
