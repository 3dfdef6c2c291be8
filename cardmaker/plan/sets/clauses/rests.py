"""How long the rest is, and times with and without a unit."""

from typing import Final

from cardmaker.plan.quantity import SECONDS
from cardmaker.plan.sets import limits
from cardmaker.plan.sets.cursor import Cursor
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.notes import note
from cardmaker.plan.sets.record import NumberRange
from cardmaker.plan.sets.words import BETWEEN, REST, TECHNIQUES, UNITS

_NOT_ALWAYS: Final = ("when", "while", "until", "if", "between", "from", "before")
_PAUSES: Final = ("pause", "pausen", "satzpause")
_HALF: Final = 20
"""A rest without a unit is in seconds from here on; less may be minutes."""


def rest(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    if cursor.word("no", "without") and cursor.word("rest"):
        if cursor.peek().text in _NOT_ALWAYS:  # 'no rest when switching legs'
            note(draft, start)
            return True
        give_rest(draft, NumberRange(0, 0))
        return True
    cursor.place = start
    if _pause(draft):
        return True
    if cursor.see(TECHNIQUES) or cursor.phrase(REST) is None:
        return False
    short = cursor.peek(-1).text in ("r", "ri") or cursor.peek(-2).text in ("r", "ri")
    cursor.sign(":", "/", "=")
    cursor.sign("~")
    value = take_seconds(draft, lone_m=True)
    if value is None:
        span = cursor.span()
        if span is None:
            if cursor.ended and not short:
                raise ValueError("how long is the rest? write 'rest 90 s' or 'rest 2 min'")
            cursor.place = start
            if not short:
                note(draft)
            return not short
        if 0 < span.low < _HALF:
            raise ValueError(
                f"is 'rest {span}' seconds or minutes? write 'rest {span} s' or 'rest {span} min'"
            )
        value = span
    cursor.phrase(BETWEEN)
    give_rest(draft, value)
    return True


def _pause(draft: SetsDraft) -> bool:
    """Take 'Pause 90 s', which is the rest; a pause in the movement is shorter, or says where it is made."""
    cursor = draft.cursor
    start = cursor.place
    short = cursor.peek().text == "p" and cursor.peek(1).text in (":", "=")
    if cursor.word(*_PAUSES, *(("p",) if short else ())):
        cursor.word("von")
        cursor.sign(":", "=")
        value = take_seconds(draft)
        if value and value.low >= _HALF and (cursor.ended or cursor.peek().kind == "sign"):
            give_rest(draft, value)
            return True
    cursor.place = start
    return False


def is_pause_behind(draft: SetsDraft, value: NumberRange) -> bool:
    """Take 'Pause' behind a time that is a rest."""
    return value.low >= _HALF and sees_pause(draft.cursor) and bool(draft.cursor.word(*_PAUSES))


def sees_pause(cursor: Cursor) -> bool:
    """Whether 'Pause' is here by itself, not 'pause at the bottom'."""
    return cursor.peek().text in _PAUSES and cursor.peek(1).kind == "sign"


def give_rest(draft: SetsDraft, value: NumberRange) -> None:
    """Set the rest: between rounds where there are no sets."""
    limits.within(value, 0, 7200, "a rest", " s")
    if draft.timing and not draft.groups:
        draft.timing["round_rest_s"] = value
        return
    draft.give("rest_s", value)


def take_seconds(draft: SetsDraft, *, lone_m: bool = False) -> NumberRange | None:
    """Take a time: '90 s', '2-3 min', '1:30', '1 min 30 s', '1'30"'; a *lone_m* can be minutes."""
    cursor = draft.cursor
    start = cursor.place
    if cursor.peek().kind == "clock":
        low = high = cursor.peek().value
        cursor.place += 1
        if cursor.peek().text in ("-", "to") and cursor.peek(1).kind == "clock":
            high = cursor.peek(1).value
            cursor.place += 2
        cursor.word("min", "mins", "minutes", "minuten")
        return NumberRange(low, high)
    span = cursor.span()
    unit = cursor.phrase(UNITS) if span else None
    if unit == "h" and cursor.peek(-1).raw == "H":  # 'swing 3x20 2H', with two hands
        unit = None
    if span is None or unit is None or unit not in ("s", "min", "h", *(("m",) if lone_m else ())):
        if span and unit is None and (apart := _apart(draft, span)):
            return apart
        cursor.place = start
        return None
    value = span.times(SECONDS["min" if unit == "m" else unit])
    if unit in ("min", "m") and cursor.peek().kind == "number":
        before = cursor.place
        more = cursor.number() or 0
        if cursor.see(UNITS) and cursor.phrase(UNITS) == "s" and more < 60:
            return NumberRange(value.low + more, value.high + more)
        if more < 60 and cursor.peek(-2).raw == "'" and not cursor.peek(-1).spaced:  # 1'30
            return NumberRange(value.low + more, value.high + more)
        cursor.place = before
    less = cursor.peek().spaced and not cursor.peek(1).spaced and cursor.peek().text == "-"
    if (
        unit in ("s", "min")
        and cursor.peek().text in ("-", "to")
        and cursor.peek(1).kind == "number"
        and not less
    ):
        before = cursor.place
        cursor.place += 1
        high = cursor.number() or 0
        other = cursor.phrase(UNITS) if cursor.see(UNITS) else None
        if other in ("s", "min"):
            return NumberRange(value.low, high * (60 if other == "min" else 1))
        cursor.place = before
    return value


def _apart(draft: SetsDraft, span: NumberRange) -> NumberRange | None:
    """'90-2 min', '60/90 s': the unit of the second number is the first one's too, or nearly so."""
    cursor = draft.cursor
    if span.low == span.high and not cursor.peek().spaced and cursor.sign("/") and (high := cursor.number()):
        unit = cursor.phrase(UNITS)
        if unit in ("s", "min"):
            return NumberRange(span.low, high).times(60 if unit == "min" else 1)
    return None
