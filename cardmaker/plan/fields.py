"""Field types of a plan: texts, dates, colours, quantities, and names that are checked as they are read."""

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, cast

from cardmaker.patterns import Pattern
from cardmaker.plan.foreign import Notation
from cardmaker.plan.names import Checks, NameKind
from cardmaker.plan.quantity import Quantity
from cardmaker.plan.runs.targets import Pace
from cardmaker.plan.runs.written import run_from
from cardmaker.plan.scanner import Scanner
from cardmaker.unseen import without_unseen
from cardmaker.validation import shown
from cardmaker.validation.fields import Line
from cardmaker.validation.marks import (
    Fork,
    Info,
    SchemaMark,
    check,
    check_beside,
    made_by,
    read,
    read_beside,
    said_only,
)
from cardmaker.yaml12 import written

_HEX = Pattern(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})", "", re.UNICODE)
_FIRST_YEAR, _LAST_YEAR = 1970, 2199


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
    from cardmaker.plan.runs.lexer.lexer import tokens_of

    tokens = tokens_of(value) if isinstance(value, str) else []
    if len(tokens) != 1 or not isinstance(tokens[0].value, Pace):
        raise ValueError(f"write a pace like '6:00/km' or '9:30/mi', not {shown(value)}")
    return tokens[0].value


def checks(info: Info) -> Checks | None:
    """What the plan being read is checked against; None if it isn't checked."""
    return info.context if isinstance(info.context, Checks) else None


def known(kind: str) -> SchemaMark:
    """Makes a name the id of what it means; an empty one, where that may be, stays as it is."""

    def look_up(name: str, info: Info) -> str:
        against = checks(info)
        return against.known(cast(NameKind, kind), name) if against and name else name

    return check_beside(look_up)


def named(kind: str) -> Any:
    """The type of the name of something that there has to be."""
    return Annotated[Words, known(kind)]


def maybe_named(kind: str) -> Any:
    """The same, or nothing."""
    return Annotated[MaybeLine, known(kind)]


def _workout(name: str, info: Info) -> str:
    against = checks(info)
    return against.workout(name) if against else name


def read_by(function: Callable[[Any], Any], called: str = "") -> SchemaMark:
    """One function reads the value, whatever its type; the schema knows what it is *called*."""
    return made_by(function, **{"x-read-by": called or function.__name__})


def in_english(notation: Notation) -> SchemaMark:
    """What is written in the plan's language, in the English of a notation."""

    def translated(value: object, info: Info) -> object:
        against = checks(info)
        return against.english(notation, value) if against else value

    return read_beside(translated)


def _in_plans_unit(value: object, info: Info) -> object:
    """A run whose distance has no unit, '6 easy', in that of the plan's other runs."""
    against = checks(info)
    if not isinstance(value, str) or not against:
        return value
    try:
        return run_from(value)
    except ValueError:
        if not against.usual_unit:
            return value
    try:
        return run_from(value, usual=against.usual_unit)
    except ValueError:
        return value


in_plans_unit = read_beside(_in_plans_unit)


def at_most(limit: int) -> SchemaMark:
    """Refuse a list with more than *limit* entries before looking at any."""

    def short(value: object) -> object:
        if isinstance(value, list | tuple) and len(value) > limit:
            raise ValueError(f"should have at most {limit} entries, not {len(value):,}")
        return value

    return read(short)


def _something(text: str) -> str:
    if not without_unseen(text).strip():
        raise ValueError("is empty; write some text, or leave the line out")
    return text


Words = Annotated[Line, check(_something), said_only(type=["string", "number"])]
"""One line of text, not empty."""

EMPTY = read(lambda value: "" if value is None else value)
"""Nothing is an empty text."""

MaybeLine = Annotated[Line, EMPTY, said_only(type=["string", "number", "null"])]
"""One line of text, or nothing."""

Date = Annotated[datetime.date, read_by(read_date)]
Colour = Annotated[str | None, read_by(read_colour)]
Duration = Annotated[Quantity, read_by(read_duration), in_english("runs")]
EasyPace = Annotated[Pace | None, read_by(read_pace)]

WorkoutName = Annotated[Words, check_beside(_workout)]
ExerciseName = Annotated[Words, known("exercise")]
LanguageName = Annotated[Words, known("language")]
OwnStock = Mapping[str, Any]
"""A stock written out in the plan; whoever knows stocks checks it."""

_StockName = Annotated[Words, known("stock")]
StockChoice = Annotated[
    _StockName | OwnStock,
    Fork(lambda value: "own" if isinstance(value, Mapping) else "name", name=_StockName, own=OwnStock),
    said_only(**{"x-read-by": "stock"}),
]
"""The name of a stock, a file that holds one, or the stock itself."""
