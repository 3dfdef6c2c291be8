"""The work of a number of sets, and work alone."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.quantity import decimal
from cardmaker.plan.sets import asked, limits
from cardmaker.plan.sets.clauses.rests import take_seconds
from cardmaker.plan.sets.cursor import Cursor, Figure, Figures
from cardmaker.plan.sets.draft import EXAMPLE, Found, SetsDraft
from cardmaker.plan.sets.record import MAX_SETS, ONE, NumberRange, are_a_cluster
from cardmaker.plan.sets.words import FAILURE, HOLD, HOLD_FIRST, MOST, SIDES, TIMES
from cardmaker.plan.sets.work.both_sides import left_and_right
from cardmaker.plan.sets.work.compounds import bracketed, dash_parts, parts, times_more
from cardmaker.plan.sets.work.lists import listed_work
from cardmaker.plan.sets.work.loads_behind import refuse_weight, reps_by_load
from cardmaker.plan.sets.work.measures import amount, side, work_unit

_TIME: Final = r"\d+\s?(?:'|\"|(?:s|secs?|seconds?|mins?|minutes?)\b)"
_COMPOUND: Final = Pattern(rf"{_TIME}\s?(?:-|to)?\s?{_TIME}(?!\s?(?:rest|off))", "", re.IGNORECASE)
# '10 x 5 s hold' is ten repetitions held for five seconds; '3 x 30 s hold' is three sets.
_FEWEST_HELD, _LONGEST_HELD = 5, 15
_MOST_TIMES: Final = 7
"""'10x3/day' is three times a day; more often nobody is asked to."""
_MOST_EFFORT: Final = 10
_UNCOUNTED: Final = ("submax", "submaximal", "sub-max", "near", "almost", "technical")


def set_count(span: NumberRange) -> NumberRange:
    """How many sets, if that is sensible."""
    if span.high > MAX_SETS and span.low == span.high:
        n = decimal(span.high)
        raise ValueError(
            f"sets should be 1 to {MAX_SETS}, not {n}; write sets first, '3x{n}', "
            f"or a weight with its unit, '{n} kg x 5'"
        )
    return limits.whole_span(span, 1, MAX_SETS, "sets")


def counted_work(draft: SetsDraft, count: NumberRange) -> list[Found]:
    """Take what comes behind the number of sets: one group, or one for each figure of a list."""
    sets = set_count(count)
    cursor = draft.cursor
    if found := bare_work(draft) or left_and_right(draft):
        return [{"sets": sets, **found}]
    if listed := bracketed(draft, sets):
        return listed
    if _COMPOUND.match(cursor.text, cursor.peek().at) and (value := take_seconds(draft)):
        _hold_word(draft)
        return [{"sets": sets, "hold_s": limits.seconds(value), **side(draft)}]
    start = cursor.place
    daily = cursor.span()
    often = cursor.peek().text in ("/", "a", "per")
    if daily and often and draft.group is None and (what := cursor.phrase(TIMES)):
        if _MOST_TIMES >= daily.high > 3 and count.high <= _FEWEST_HELD:
            n, m = decimal(count.high), daily
            raise ValueError(
                f"is '{n}x{m}' {n} sets, or {m} times a {what}? "
                f"write '{n}x{m}, once a {what}' or '{n} reps {m} times a {what}'"
            )
        if daily.high > _MOST_TIMES:  # '3x20/day' are sets of so many, once a day
            draft.whole[f"times_a_{what}"] = ONE
            return [{"sets": sets, "reps": limits.reps(daily)}]
        draft.whole[f"times_a_{what}"] = limits.whole_span(daily, 1, 50, f"times a {what}")
        return [{"sets": ONE, "reps": limits.reps(count)}]
    cursor.place = start
    figures = cursor.figures()
    if figures is None and (worded := _in_words(draft, sets)):
        return [worded]
    if figures is None and _effort_follows(cursor):
        return [{"sets": sets}]
    if figures is None:
        raise ValueError(_no_work(draft, count))
    if len(figures.items) > 1:
        if founds := listed_work(draft, figures, sets):
            return founds
        cursor.place = start
        figure = cursor.figure()
        assert figure is not None
        figures = Figures((figure,), "")
    if dash_parts(draft, start, figures.one):
        figures = Figures((Figure(NumberRange(figures.one.low, figures.one.low)),), "")
    unit = work_unit(draft)
    if unit is None:
        asked.ask_letter(draft, figures.one)
    if unit is None and not figures.items[0].open_ended and cursor.word("sets", "set"):
        return [{"sets": set_count(figures.one), "reps": limits.reps(count), **side(draft)}]  # '10 x 3 sets'
    if unit is None and (found := parts(draft, figures.one)):
        return [{"sets": sets, **found}]
    if unit is None and (pair := reps_by_load(draft, count, figures.one)):
        return [{"sets": ONE, **pair}]
    if unit is None:
        refuse_weight(draft, count, figures.one)
    found = amount(figures.items[0], unit)
    times_more(draft, found)
    held = _hold_word(draft)
    hold = found.get("hold_s") if cursor.peek(start - cursor.place - 1).text != "of" else None
    if held and hold and sets.low >= _FEWEST_HELD and hold.high <= _LONGEST_HELD and "reps" not in found:
        return [{"reps": sets, **found, **side(draft)}]
    return [{"sets": sets, **found, **side(draft)}]


def bare_work(draft: SetsDraft) -> Found | None:
    """Take work without a number: AMRAP, failure, a clock time, '(2+2+2)'."""
    cursor = draft.cursor
    if cursor.phrase(MOST) is not None:
        found: Found = {"open_ended": True}
        if cursor.word("hold", "time", "holds"):
            found["note"] = "hold"
        else:
            cursor.word("reps", "rep")
        return {**found, **side(draft)}
    if cursor.phrase(FAILURE) is not None:
        return {"technique": "to failure"}
    if cursor.peek().kind == "clock":
        value = cursor.peek().value
        asked.ask_clock(NumberRange(value, value), cursor.peek())
        cursor.place += 1
        cursor.word("min", "mins", "minutes")
        _hold_word(draft)
        return {"hold_s": limits.seconds(NumberRange(value, value)), **side(draft)}
    if cursor.peek().text == "(" and cursor.peek(1).kind == "number" and cursor.peek(2).text == "+":
        cursor.sign("(")
        inner = parts(draft, NumberRange(*[cursor.number() or 0] * 2))
        if not inner or not cursor.sign(")"):
            raise ValueError(
                f"don't understand '({cursor.text.partition('(')[2]}'; write a cluster like '5x(2+2+2)'"
            )
        return {**inner, **({"technique": "cluster"} if are_a_cluster(inner["parts"]) else {}), **side(draft)}
    return None


def _in_words(draft: SetsDraft, sets: NumberRange) -> Found | None:
    """'3 x submax', '3 x near failure': how far a set goes, as a note; '10x each leg' counts repetitions."""
    cursor = draft.cursor
    if cursor.peek().text in _UNCOUNTED:
        first = cursor.place
        while (
            not cursor.ended
            and cursor.peek().kind == "word"
            and cursor.peek().text not in ("rest", "rpe", "rir")
        ):
            cursor.place += 1
        return {
            "sets": sets,
            "note": cursor.text[cursor.tokens[first].at : cursor.tokens[cursor.place - 1].end],
        }
    group = draft.group
    held = group is not None and group.get("hold_s") and group.get("uncounted")
    if held and group is not None and cursor.see(SIDES):
        draft.groups.pop()
        return {**group, "sets": sets, "uncounted": False, **side(draft)}
    if group is None and (cursor.see(SIDES) or cursor.see(HOLD_FIRST)):
        return {"sets": ONE, "reps": limits.reps(sets), **side(draft)}
    return None


def _effort_follows(cursor: Cursor) -> bool:
    """Whether 'RIR 1-2' or '@ 9' is here, which say how far each set goes: '4 x RIR 1-2'."""
    signs = cursor.peek().text in ("@", "at")
    named = cursor.peek(signs).text in ("rpe", "rir")
    number = cursor.peek(signs + named)
    whole = cursor.peek(signs + named + 1).text not in ("%", "kg", "kgs", "lb", "lbs", "/")
    return (signs or named) and number.kind == "number" and number.value <= _MOST_EFFORT and whole


def _no_work(draft: SetsDraft, count: NumberRange) -> str:
    rest = draft.cursor.rest
    plain = draft.cursor.peek().kind == "word" and draft.cursor.peek(1).kind != "number"
    if draft.group is None and (not rest or plain or draft.cursor.peek().text in (",", ";")):
        return f"{count} sets of how many, or {count} reps? write '{count}x10' or '{count} reps'"
    if not rest or draft.cursor.peek().text in (",", ";", ")", "@", "."):
        return f"how many reps? write '{count}x10'"
    if rest.startswith("(") and rest.endswith(")"):
        inside = rest[1:-1].replace(" + ", ", ")
        return f"'{rest}' is a round of several exercises; write '{count} rounds: {inside}'"
    return f"don't understand '{rest}' after the number of sets; write sets like '{EXAMPLE}'"


def _hold_word(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    if cursor.phrase(HOLD) is None:
        return False
    if cursor.peek().kind in ("number", "clock"):  # '3x10 hold 2 s'
        cursor.place = start
        return False
    return True
