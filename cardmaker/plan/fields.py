"""Field types of a plan: texts, dates, colours, quantities, and names that are checked as they are read."""

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    GetCoreSchemaHandler,
    Tag,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema

from cardmaker.plan.names import Checks, NameKind
from cardmaker.plan.quantity import Quantity
from cardmaker.plan.runs.lexer import tokens_of
from cardmaker.plan.runs.record import Pace
from cardmaker.plan.scanner import Scanner
from cardmaker.unseen import without_unseen
from cardmaker.validation import shown
from cardmaker.validation.fields import Line
from cardmaker.yaml12 import written

_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_FIRST_YEAR, _LAST_YEAR = 1970, 2199


class PlanPart(BaseModel):
    """A part of a plan: nothing in it may be changed, and no key is unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ReadBy:
    """Marks a field whose value one function reads, whatever its type."""

    def __init__(self, read: Callable[[Any], Any], called: str = "") -> None:
        self._read, self._called = read, called or read.__name__

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: Any) -> dict[str, Any]:
        return {"x-read-by": self._called}


def _empty(value: object) -> object:
    return "" if value is None else value


def read_date(value: object) -> datetime.date:
    """A date written as year-month-day, or as TOML knows it."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        date = value
    elif isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
        try:
            date = datetime.date.fromisoformat(value.strip())
        except ValueError:
            raise ValueError(f"no such day as {value.strip()}") from None
    else:
        raise ValueError(f"write the date as year-month-day, such as 2027-03-01, not {shown(value)}")
    if not _FIRST_YEAR <= date.year <= _LAST_YEAR:
        raise ValueError(f"the year should be {_FIRST_YEAR} to {_LAST_YEAR}, not {date.year}")
    return date


def read_colour(value: object) -> str:
    """A colour as '#RRGGBB'."""
    text = written(value) if isinstance(value, int | float) else value
    found = _HEX.fullmatch(text.strip()) if isinstance(text, str) else None
    if not found:
        raise ValueError(f"""write a colour in quotes, such as "#0F4C5C", not {shown(value)}""")
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    return f"#{digits.upper()}"


def read_duration(value: object) -> Quantity:
    """A duration, such as '45 min'."""
    scan = Scanner(value) if isinstance(value, str) else None
    quantity = scan.quantity() if scan else None
    if scan is None or quantity is None or scan.rest or quantity.seconds is None:
        raise ValueError(f"write a time such as '45 min' or '1 h 15 min', not {shown(value)}")
    return quantity


def read_pace(value: object) -> Pace | None:
    """A pace, such as '6:00/km'."""
    if value is None:
        return None
    tokens = tokens_of(value) if isinstance(value, str) else []
    if len(tokens) != 1 or not isinstance(tokens[0].value, Pace):
        raise ValueError(f"write a pace like '6:00/km' or '9:30/mi', not {shown(value)}")
    return tokens[0].value


def checks(info: ValidationInfo) -> Checks | None:
    """What the plan being read is checked against; None if it isn't checked."""
    return info.context if isinstance(info.context, Checks) else None


def known(kind: str) -> AfterValidator:
    """Makes a name the id of what it means; an empty one, where that may be, stays as it is."""

    def check(name: str, info: ValidationInfo) -> str:
        against = checks(info)
        return against.known(cast(NameKind, kind), name) if against and name else name

    return AfterValidator(check)


def named(kind: str) -> Any:
    """The type of the name of something that there has to be."""
    return Annotated[Words, known(kind)]


def maybe_named(kind: str) -> Any:
    """The same, or nothing."""
    return Annotated[MaybeLine, known(kind)]


def _workout(name: str, info: ValidationInfo) -> str:
    against = checks(info)
    return against.workout(name) if against else name


def at_most(limit: int) -> BeforeValidator:
    """Refuse a list with more than *limit* entries before looking at any."""

    def check(value: object) -> object:
        if isinstance(value, list | tuple) and len(value) > limit:
            raise ValueError(f"should have at most {limit} entries, not {len(value):,}")
        return value

    return BeforeValidator(check)


def _something(text: str) -> str:
    if not without_unseen(text).strip():
        raise ValueError("is empty; write some text, or leave the line out")
    return text


Words = Annotated[Line, AfterValidator(_something), WithJsonSchema({"type": ["string", "number"]})]
"""One line of text, not empty."""

MaybeLine = Annotated[Line, BeforeValidator(_empty), WithJsonSchema({"type": ["string", "number", "null"]})]
"""One line of text, or nothing."""

Date = Annotated[datetime.date, ReadBy(read_date)]
Colour = Annotated[str | None, ReadBy(read_colour)]
Duration = Annotated[Quantity, ReadBy(read_duration)]
EasyPace = Annotated[Pace | None, ReadBy(read_pace)]

WorkoutName = Annotated[Words, AfterValidator(_workout)]
ExerciseName = Annotated[Words, known("exercise")]
LanguageName = Annotated[Words, known("language")]
OwnStock = Mapping[str, Any]
"""A stock written out in the plan; whoever knows stocks checks it."""

StockChoice = Annotated[
    Annotated[Words, known("stock"), Tag("name")] | Annotated[OwnStock, Tag("own")],
    Discriminator(lambda value: "own" if isinstance(value, Mapping) else "name"),
    WithJsonSchema({"x-read-by": "stock"}),
]
"""The name of a stock, a file that holds one, or the stock itself."""
