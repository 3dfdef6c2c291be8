"""Parts of a set: '2+1', '(5, 5, 5)', '3.2.1', '12 + 4 + 4'."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.quantity import SECONDS, decimal
from cardmaker.plan.sets import limits
from cardmaker.plan.sets.cursor import Cursor
from cardmaker.plan.sets.draft import Found, SetsDraft
from cardmaker.plan.sets.loadwords import BAR, BODYWEIGHT, TOOLS
from cardmaker.plan.sets.record import MAX_SETS, Load, NumberRange
from cardmaker.plan.sets.words import HOLD, HOLD_FIRST, REST_AFTER, TIMES, UNITS
from cardmaker.plan.sets.work.measures import amount, side, work_unit

_SPACED_PARTS: Final = Pattern(
    r"(?:\+ \d{1,2}(?: |$)?)+(?=$|,(?! ?\d)|[;(@]|rest|myo|rp|reps)", "+ ", re.IGNORECASE
)
_SHORT_REPS: Final = ("partials", "partial", "half", "halves", "pulses", "burns", "negatives", "negs", "isos")
_FAR_APART: Final = 3
_SHORTEST_SET: Final = 4
_LIKE_A_LOAD, _TIMES_AS_MANY = 60, 10
"""No range of repetitions goes from some to ten times as many: '3x5 - 225' has a load."""
_LONGEST_TIMES: Final = 120
"""Behind sets and repetitions, more than that are no seconds of a hold."""
LONGEST_COMPLEX: Final = 5
"""'1+1 x 5' is five times a lift and another; '15+3x5' is a long set and three short ones."""


def bracketed(draft: SetsDraft, sets: NumberRange) -> list[Found]:
    """'3x(8-12)', '3x[8-12 reps]', and the ladders of '5x(1,2,3)'; nothing if it isn't one."""
    cursor = draft.cursor
    start = cursor.place
    figures = cursor.figures() if cursor.sign("(", "[") else None
    unit = work_unit(draft) if figures else None
    if figures is None or not cursor.sign(")", "]"):
        cursor.place = start
        return []
    if figures.sign == "/":
        if len(figures.items) == 2 and figures.items[0] == figures.items[1]:
            return [{"sets": sets, **amount(figures.items[0], unit), "per": "side"}]
        cursor.place = start
        return []
    unit = work_unit(draft) if unit is None else unit
    each = [{**amount(item, unit)} for item in figures.items]
    own = side(draft)
    if len(each) == 1:
        return [{"sets": sets, **each[0], **own}]
    if sets.low != sets.high or sets.low * len(each) > MAX_SETS:
        raise ValueError(f"sets should be 1 to {MAX_SETS}, not {sets} times {len(each)}")
    return [{**one, **own} for one in each] * int(sets.low)


def dash_parts(draft: SetsDraft, start: int, span: NumberRange) -> bool:
    """Put the cursor in front of the dash of '3x8 - 60 kg' and '3x10 - 60 s rest', which is no range."""
    cursor = draft.cursor
    end = cursor.place
    spaced = (
        end - start == 3
        and cursor.tokens[start + 1].text == "-"
        and cursor.tokens[start + 1].spaced
        and cursor.tokens[start + 2].spaced
    )
    if span.low == span.high or not spaced:
        return False
    unit = cursor.phrase(UNITS)
    apart = unit in ("kg", "lb", "%", "rpe", "rir") or (unit in SECONDS and cursor.see(REST_AFTER) > 0)
    if unit in SECONDS and not apart and span.high >= _FAR_APART * span.low and cursor.phrase(HOLD) is None:
        low, time = decimal(span.low), f"{decimal(span.high)} {unit}"
        raise ValueError(
            f"is '{low} - {time}' reps and a rest, or a hold? write '{low} reps, rest {time}', "
            f"or '{low}-{time} hold'"
        )
    if unit is None and span.high >= _LIKE_A_LOAD and span.high >= _TIMES_AS_MANY * span.low:
        raise ValueError(
            f"is '{span}' a range of reps, or a load behind {span.low:g} reps? write the load with its unit, "
            f"'{span.low:g} reps, {span.high:g} kg'"
        )
    cursor.place = start + 1 if apart else end
    return apart


def parts(draft: SetsDraft, first: NumberRange, *, counted: bool = True) -> Found | None:
    """Take the rest of a set in parts: '8+3+2', '15+3x5', where nothing but numbers follows each plus."""
    cursor = draft.cursor
    start = cursor.place
    numbers = [first.low]
    while (
        cursor.peek().text == "+"
        and cursor.peek(1).kind == "number"
        and not cursor.peek(1).text.startswith(".")
    ):
        if cursor.peek().spaced and not (_in_brackets(draft) or _more_parts(cursor, len(numbers))):
            break
        if cursor.peek(2).text in ("/", "x", "kg", "lb", "lbs", "kgs", "%"):
            if small := _small_sets(draft, first if len(numbers) == 1 else None, start):
                return small
            if counted or cursor.peek(2).text != "x" or max(numbers) > LONGEST_COMPLEX:
                return None
            for _ in numbers[1:]:
                cursor.place += 2
        cursor.sign("+")
        numbers.append(cursor.number() or 0)
    if len(numbers) < 2 or not all(1 <= number <= 1000 and number.is_integer() for number in numbers):
        cursor.place = start
        return None
    cursor.word("reps", "rep")
    if cursor.peek().text in _SHORT_REPS:  # '10+5 partials'
        cursor.place = start
        return None
    return {"parts": tuple(int(number) for number in numbers)}


def _more_parts(cursor: Cursor, taken: int) -> bool:
    """Whether '12 + 5 + 3' goes on, in which a single plus between spaces could be anything."""
    found = _SPACED_PARTS.match(cursor.text, cursor.peek().at)
    return found is not None and taken + found[0].count("+") > 2


def _in_brackets(draft: SetsDraft) -> bool:
    return any(token.text == ")" for token in draft.cursor.tokens[draft.cursor.place :][:12])


def _small_sets(draft: SetsDraft, first: NumberRange | None, start: int) -> Found | None:
    cursor = draft.cursor
    if first and cursor.peek(2).text == "x" and cursor.peek(3).kind == "number" and not cursor.peek().spaced:
        cursor.sign("+")
        many = limits.whole_span(NumberRange(*[cursor.number() or 0] * 2), 1, MAX_SETS, "small sets")
        apart = cursor.peek().spaced and not any("myo" in token.text for token in cursor.tokens)
        cursor.sign("x")
        each = limits.reps(NumberRange(*[cursor.number() or 0] * 2))
        if apart and first.low >= 2 * each.low:
            one, two, three = first, f"{many.low:g}", f"{each.low:g}"
            raise ValueError(
                f"is '{one}+{two} x {three}' {three} sets of {one} and {two}, or {two} small sets of {three}"
                f" behind {one}? write '{three}x{one}+{two}' or 'myo-reps {one} + {two}x{three}'"
            )
        if first.low < 2 * each.low:
            cursor.place = start
            return None
        return {
            "reps": limits.reps(first),
            "small_sets": (int(many.low), int(each.low)),
            "technique": "myo-reps",
        }
    cursor.place = start
    return None


def times_more(draft: SetsDraft, found: Found, *, counted: bool = True) -> None:
    """Take a third factor: how long each repetition is held, or the load."""
    cursor = draft.cursor
    if cursor.peek().text != "x":
        return
    start = cursor.place
    cursor.sign("x")
    if cursor.see(BAR) or cursor.see(BODYWEIGHT):
        return
    cursor.phrase(HOLD_FIRST)
    span = cursor.span()
    if span and (what := cursor.phrase(TIMES)):
        draft.whole[f"times_a_{what}"] = limits.whole_span(span, 1, 50, f"times a {what}")
        return
    unit = cursor.phrase(UNITS) if span else None
    if span and unit in ("s",) and "reps" in found:
        found["hold_s"] = limits.seconds(span)
    elif span and unit in ("kg", "lb"):
        tool = cursor.phrase(TOOLS) or ""  # '2 x 50 ft x 105 lb/hand'
        found["load"] = Load("weight", limits.weight(span), "kg" if unit == "kg" else "lb", tool=tool)
    elif span and unit == "%":
        found["percent"] = limits.percent(span)
    elif span and unit is None and "reps" in found and counted and span.low > _LONGEST_TIMES:
        found["load"] = Load("words", words=str(span))  # '3x5x225'
    elif span and unit is None and "reps" in found and counted:
        first = cursor.peek(start - cursor.place - 3)
        falling = first.kind == "number" and first.value >= found["reps"].low >= span.low >= _SHORTEST_SET
        listed = f", and a list of sets slashes, '{first.raw}/{found['reps']}/{span}'" if falling else ""
        raise ValueError(
            f"what is 'x{span}' after the reps? a load has a unit, '{span} kg', a hold has seconds, '{span} s'{listed}"
        )
    else:
        cursor.place = start
