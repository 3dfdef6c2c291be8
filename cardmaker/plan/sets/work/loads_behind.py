"""'3x10x60 kg' and '100 kg x 5': a load among the times."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.quantity import decimal
from cardmaker.plan.sets import limits
from cardmaker.plan.sets.cursor import Cursor
from cardmaker.plan.sets.draft import Found, SetsDraft
from cardmaker.plan.sets.record import ONE, Load, NumberRange
from cardmaker.plan.sets.words import UNITS

_BY: Final = r"(?:kgs?|lbs?|#|%)\+?"
_MAX_REPS: Final = Pattern(r"^% (?:of )?(?:your )?max(?:imum)? reps?\b", "max", re.IGNORECASE)
_THIRD: Final = Pattern(rf"{_BY}\s?x\s?(\d+)", "x", re.IGNORECASE)
_ANOTHER_BY_LOAD: Final = Pattern(
    rf"{_BY}\s?[,;/+]?\s?\d+\+?\s?x\s?\d+(?:\.\d+)?\s?{_BY}(?!\s?x)", "", re.IGNORECASE
)


def reps_by_load(draft: SetsDraft, count: NumberRange, span: NumberRange) -> Found | None:
    """A set of '10x60kg, 8x70kg': several of them leave no doubt that repetitions come first."""
    cursor = draft.cursor
    more = draft.group is not None and draft.group.get("by_load")
    start = cursor.place
    if span.low != span.high or not (more or _another_behind(cursor)):
        return None
    unit = cursor.phrase(UNITS)
    if unit not in ("kg", "lb", "%") or cursor.peek().text == "x":
        cursor.place = start
        return None
    more_reps = cursor.peek().text == "+" and not cursor.peek().spaced
    cursor.place += more_reps
    load = (
        {"percent": limits.percent(span)}
        if unit == "%"
        else {"load": Load("weight", limits.weight(span), "kg" if unit == "kg" else "lb")}
    )
    return {
        "reps": limits.reps(count),
        **load,
        "by_load": True,
        **({"open_ended": True} if more_reps else {}),
    }


def _another_behind(cursor: Cursor) -> bool:
    """Whether a load is here, and another behind it."""
    here = cursor.peek()
    return here.text[:1] in ("k", "l", "#", "%") and bool(_ANOTHER_BY_LOAD.match(cursor.text, here.at))


def refuse_weight(draft: SetsDraft, count: NumberRange, span: NumberRange) -> None:
    """Refuse '3x10-5kg' and '10x60kg', where a load is in place of the repetitions."""
    cursor = draft.cursor
    start = cursor.place
    unit = cursor.phrase(UNITS)
    cursor.place = start
    if unit not in ("kg", "lb", "%"):
        return
    what = f"{unit}" if unit == "%" else f" {unit}"
    if unit == "%" and _MAX_REPS.search(cursor.rest):
        raise ValueError(
            f"how many are {span}% of the most reps? write them, '{count}x8', or keep it in words, "
            f"'{count} x AMRAP \"stop at {span}%\"'"
        )
    if span.low != span.high:
        low, high = decimal(span.low), decimal(span.high)
        raise ValueError(
            f"'{low}-{high}{what}' could be read two ways; "
            f"write '{count}x{low}, {high}{what}' or '{count}x{low}-{high}'"
        )
    n, reps = decimal(span.low), "rep" if count == ONE else "reps"
    if third := _THIRD.match(cursor.rest):
        raise ValueError(
            f"is '{count}x{n}{what} x {third[1]}' {count} sets of {third[1]}, or {third[1]} of {count}? "
            f"write '{count}x{third[1]} {n}{what}' or '{third[1]}x{count} {n}{what}'"
        )
    raise ValueError(
        f"how many reps? write '{count}x10 {n}{what}', or '1x{count} {n}{what}' for {count} {reps}"
    )
