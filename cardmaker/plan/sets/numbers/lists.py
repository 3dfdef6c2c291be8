"""Figures in a row: '12, 10, 8', '60/65/70 kg'."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets import asked, loads, percentages
from cardmaker.plan.sets.clauses.efforts import give_effort
from cardmaker.plan.sets.cursor import Figures
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.notes import note
from cardmaker.plan.sets.record import MAX_SETS, ONE, NumberRange
from cardmaker.plan.sets.times import sets_behind
from cardmaker.plan.sets.timingforms import BY_THE_CLOCK
from cardmaker.plan.sets.words import BASES, UNITS
from cardmaker.plan.sets.work import compounds, measures
from cardmaker.plan.sets.work.lists import open_set_follows

_LEAST_OF_MEN: Final = 0.6
_LAST_TIMES: Final = Pattern(r", ?(\d+) x (\d+)", " x ", re.UNICODE)


def load_list(draft: SetsDraft, figures: Figures, unit: str, start: int) -> None:
    """A load for each set, of the sets before it or of those behind it: '70/80/90% x 5/3/1+'."""
    if _reps_behind(draft, figures, unit):
        return
    if unit == "%":
        percentages.percent(draft, figures, start)
    else:
        loads.weights(draft, figures, unit, start)


def _reps_behind(draft: SetsDraft, figures: Figures, unit: str) -> bool:
    """Take the repetitions of '70/80/90% x 5/3/1+' and '40/50/60% x 5', a set for each load."""
    cursor = draft.cursor
    start = cursor.place
    base = cursor.phrase(BASES) if unit == "%" else None
    crossed = cursor.sign("x", ":")
    reps = cursor.figures()
    apart = crossed == "x" or draft.group is None or draft.gap in (",", ";", "+")
    alone = reps is not None and len(reps.items) == 1 and crossed == "x"
    if reps is None or not apart or not (alone or len(reps.items) == len(figures.items)):
        cursor.place = start
        return False
    cursor.word("reps", "rep")
    if cursor.peek().text in ("x", "sets", "set") or cursor.see(UNITS):
        cursor.place = start
        return False
    items = reps.items * len(figures.items) if len(reps.items) == 1 else reps.items
    own = measures.side(draft)
    founds = [
        {**measures.amount(item, None), **percentages.fields(load.span, unit, base), **own}
        for item, load in zip(items, figures.items, strict=True)
    ]
    draft.start_list(founds)
    return True


def listed(draft: SetsDraft, figures: Figures, start: int) -> bool:
    """'12/10/8', '60, 70, 80 kg', '75/85/95%', '21-15-9'."""
    cursor = draft.cursor
    place = cursor.place
    if (
        figures.sign == ","
        and not cursor.ended
        and (found := _LAST_TIMES.match(cursor.text, cursor.peek().at))
    ):
        written = "-".join(str(item.span) for item in figures.items)
        raise ValueError(
            f"is 'x {found[2]}' said of the whole list? "
            f"write '{written}-{found[1]} x {found[2]}', or '{found[1]}x{found[2]}' after a semicolon"
        )
    unit = cursor.phrase(UNITS)
    if unit in ("kg", "lb", "%"):
        load_list(draft, figures, unit, start)
        return True
    spans = [item.span for item in figures.items]
    if unit in ("rpe", "rir"):
        give_effort(draft, unit, spans, figures.sign)
        return True
    if unit is None and draft.gap == "@" and draft.group is not None:
        if spans[0].low > 10:
            loads.behind_at(draft, spans, figures.sign.join(map(str, spans)))
            return True
        give_effort(draft, "rpe", spans, figures.sign)
        return True
    cursor.place = place
    unit = measures.work_unit(draft)
    apart = draft.gap in (",", ";", "+", ":")
    if draft.group is not None and draft.gap in ("", "(") and unit is None and spans[0].low > MAX_SETS / 2:
        if figures.sign == "/" and len(spans) == 2 and _for_both(draft, *spans):
            note(draft, start)  # for men and for women: '21-15-9 thrusters (95/65) for time'
            return True
        written = figures.sign.join(map(str, spans))
        raise ValueError(f"are '{written}' weights or per cent? write '{written}%', or '{written} kg'")
    if draft.group is not None and not (apart or _same_sets(draft, figures, unit)) and not draft.timing:
        note(draft, start)
        return True
    asked.ask_sides(draft, spans, figures.sign)
    if unit is None and not draft.timing:
        asked.ask_load_first(spans, figures.sign)
    if unit == "cal" and figures.sign == "/" and len(spans) == 2:
        a, b = spans
        raise ValueError(
            f"is '{a}/{b} cal' two sets, or one for men and one for women? write '{a} cal, {b} cal' or '{a} cal'"
        )
    if unit is None and figures.sign == "/" and len(spans) == 2 and not draft.timing:
        asked.ask_slash(*spans)
    own = measures.side(draft)
    founds = [{**measures.amount(item, unit), **own} for item in figures.items]
    if unit is None and figures.sign == "/" and open_set_follows(cursor):
        founds.append({"open_ended": True, **own})
    if unit is None and cursor.peek().text == "x" and cursor.see(UNITS, 2):
        compounds.times_more(draft, held := dict(founds[0]), counted=False)
        founds = [{**found, **({"hold_s": held["hold_s"]} if "hold_s" in held else {})} for found in founds]
        own = measures.side(draft)
        founds = [{**found, **own} for found in founds]
    sets, _ = sets_behind(draft)
    if sets.low != sets.high:
        raise ValueError(
            f"write '{figures.sign.join(map(str, spans))} x {sets.low:g}', not from {sets.low:g} to {sets.high:g}"
        )
    if len(founds) * sets.low > MAX_SETS:
        raise ValueError(f"sets should be 1 to {MAX_SETS}, not {len(founds) * sets.low:g}")
    draft.start_list(founds * int(sets.low))
    return True


def _for_both(draft: SetsDraft, men: NumberRange, women: NumberRange) -> bool:
    """Whether '95/65' is what men and women lift: in work by the clock, or in brackets behind one set."""
    one = (draft.group or {}).get("sets", ONE) == ONE and len(draft.groups) == 1 and draft.gap == "("
    less = _LEAST_OF_MEN * men.low <= women.low < men.low
    return bool(BY_THE_CLOCK.search(draft.cursor.text.lower())) or (one and less)


def _same_sets(draft: SetsDraft, figures: Figures, unit: str | None) -> bool:
    """Whether a list in brackets says set by set what is in front of it: '3x15 (15, 15, 15+)'."""
    group = draft.group or {}
    reps = group.get("reps")
    return (
        draft.gap == "("
        and unit in (None, "reps")
        and group.get("sets", ONE).high == len(figures.items)
        and bool(reps and reps.low <= figures.one.low <= reps.high)
    )
