"""A figure with its unit → repetitions, seconds, metres, calories; and for which side."""

from typing import Final

from cardmaker.plan.quantity import METRES, SECONDS
from cardmaker.plan.sets import limits
from cardmaker.plan.sets.cursor import Cursor, Figure, each_of_many
from cardmaker.plan.sets.draft import Found, SetsDraft
from cardmaker.plan.sets.loadwords import BAND, TOOLS
from cardmaker.plan.sets.record import Load
from cardmaker.plan.sets.words import FAILURE, HOLD_FIRST, NOUNS, REST, SIDES, TEMPO, TIMES, UNITS

WORK_UNITS: Final = ("reps", "s", "min", "h", "m", "metres", "km", "mi", "yd", "ft", "cal", "noun", "rm")
_BEHIND_EACH: Final = (
    "with",
    "w/",
    "rpe",
    "rir",
    "at",
    "and",
    "then",
    "on",
    "in",
    "for",
    "to",
    "no",
    "from",
    "slow",
    "x",
)
_OF_FEET: Final = (
    *("on", "in", "up", "elevated", "raised", "high", "together", "apart", "flat", "wide", "off"),
    *(
        "under",
        "against",
        "over",
        "forward",
        "back",
        "out",
        "narrow",
        "turned",
        "hip",
        "shoulder",
        "staggered",
    ),
)
"""Behind 'feet' these say how to stand: 'row 3x8 feet on box'."""
AT_ONCE: Final = ("together", "simultaneously")
"""Behind 'both arms' these say that the sides work at once, and not each."""
SHORT_METRES: Final = 10
"""Below this a bare m may as well mean minutes."""


def work_unit(draft: SetsDraft) -> str | None:
    """Take the unit of an amount; None, and nothing, if it has none or that of a load."""
    cursor = draft.cursor
    start = cursor.place
    noun = cursor.phrase(NOUNS)
    if noun is not None:
        return " ".join(token.text for token in cursor.tokens[start : cursor.place])
    unit = cursor.phrase(UNITS)
    body = unit == "ft" and cursor.peek().text in _OF_FEET
    days = unit == "m" and cursor.peek(-1).raw == "M" and cursor.peek().text == "/"
    if unit in WORK_UNITS and not (days or body):
        if unit == "reps" and cursor.peek().text == "in" and cursor.peek(1).text in ("reserve", "the"):
            cursor.place = start
            return None
        return unit
    cursor.place = start
    return None


def amount(figure: Figure, unit: str | None) -> Found:
    """A figure with its unit as fields of a group."""
    span, more = figure
    found: Found = {"open_ended": True} if more else {}
    match unit:
        case "s" | "min" | "h":
            return {**found, "hold_s": limits.seconds(span.times(SECONDS[unit]))}
        case "m" if span.high < SHORT_METRES:
            n = str(span)
            raise ValueError(f"'{n} m' could be minutes or metres; write '{n} min' or '{n} metres'")
        case "m" | "metres" | "km" | "mi" | "yd" | "ft":
            unit = "m" if unit == "metres" else unit
            limits.within(span.times(METRES[unit]), 0.1, 100_000, "a distance", " m")
            return {**found, "distance": span, "distance_unit": unit}
        case "cal":
            return {**found, "calories": limits.whole_span(span, 1, 5000, "calories")}
        case "rm":
            return {
                **found,
                "reps": limits.reps(span),
                "load": Load("rm", limits.whole_span(span, 1, 30, "RM")),
            }
        case "reps" | None:
            return {**found, "reps": limits.reps(span)}
    return {**found, "reps": limits.reps(span), "noun": unit}


def _is_of_another(cursor: Cursor) -> bool:
    """Whether 'each' is said of what follows, as in '2x10 each position'."""
    following = cursor.peek()
    known = any(cursor.see(table) for table in (REST, HOLD_FIRST, TEMPO, TIMES, FAILURE, TOOLS, BAND))
    if following.text == ":":  # '2x10 each: Y, T, W'
        return True
    return following.kind == "word" and following.text not in _BEHIND_EACH and not known


def side(draft: SetsDraft) -> Found:
    """Take 'each side' or the like; 'each' alone isn't one in rounds, nor is 'each exercise'."""
    cursor = draft.cursor
    start = cursor.place
    found = cursor.phrase(SIDES)
    each = cursor.peek(-1).text in ("each", "ea")
    if found and each and (each_of_many(cursor) or _is_of_another(cursor)):
        cursor.place = start
        return {}
    if found and cursor.peek().text in AT_ONCE:
        cursor.place = start
        return {}
    return {"per": found} if found else {}
