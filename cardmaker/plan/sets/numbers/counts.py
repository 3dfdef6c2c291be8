"""A number with an x: '3x10'; and repetitions in all: '50 total'."""

from typing import Final

from cardmaker.plan.sets import asked, limits, loads
from cardmaker.plan.sets.cursor import Cursor
from cardmaker.plan.sets.draft import EXAMPLE, Found, SetsDraft
from cardmaker.plan.sets.normal import FEW_SETS
from cardmaker.plan.sets.notes import note, words
from cardmaker.plan.sets.numbers.work_alone import myo_behind
from cardmaker.plan.sets.record import ONE, NumberRange
from cardmaker.plan.sets.words import (
    BASES,
    FAILURE,
    HOLD_FIRST,
    MOST,
    REPS,
    ROLES,
    SIDES,
    TECHNIQUES,
    TIMES,
    UNITS,
    listed,
    phrases,
)
from cardmaker.plan.sets.work import measures
from cardmaker.plan.sets.work.work import counted_work, set_count

_MANY_REPS: Final = 10
"""'20x, 3x daily' are repetitions: nobody does so many sets of what isn't said."""
_LONGEST_NAME = 3
_TOTAL: Final = phrases(
    {
        "": "total | in total | altogether | in all | in as few sets as possible"
        " | any sets | in any sets | any number of sets | in any number of sets"
    }
)
SET_NAMES: Final = listed("sets set rounds series sätze satz sätzen serien durchgänge trips séries serie")
OF: Final = ("of", "for", "with", "at", "each", "à", "mit", "von", "zu", "je", "jeweils")


def counted(draft: SetsDraft, span: NumberRange) -> bool:
    """'3x10': the number of sets, then what one is; '1.5 x bodyweight' is a load."""
    cursor = draft.cursor
    cursor.sign("x")
    if cursor.see(BASES) and cursor.peek().text in ("bw", "bodyweight", "body", "body-weight"):
        cursor.phrase(BASES)
        loads.give_load(draft, "percent", limits.percent(span.times(100)), percent_of="bodyweight")
        return True
    asked.ask_with(draft, span)
    if not span.low.is_integer():
        raise ValueError(f"sets should be a whole number, not {span}")
    if cursor.see(asked.SETS_WORD):
        raise ValueError(f"don't understand '{cursor.rest}' after '{span} x'; write sets like '{EXAMPLE}'")
    if draft.group is None and draft.gap == "+" and not cursor.peek(-2).spaced:
        raise loads.bare_number(span)
    if draft.gap == "/" and span.low > 1 and draft.group is not None and draft.group.get("sets", ONE).low > 1:
        raise ValueError(
            "is '/' from week to week, or from set to set? write '3x10 -> 3x12', or '3x10, 3x12' for both"
        )
    ends = cursor.ended or cursor.peek().text in (",", ";", "each")
    named = cursor.peek().kind == "word" and cursor.peek().spaced and _is_name(cursor)
    if named and draft.group is None and span.low == span.high >= _MANY_REPS:  # '10x push-ups'
        draft.start({"sets": ONE, "reps": limits.reps(span), "uncounted": True})
        return True
    if (
        ends
        and draft.group is None
        and (span.low >= _MANY_REPS or (span.low != span.high and span.low >= FEW_SETS))
    ):
        draft.start({"sets": ONE, "reps": limits.reps(span), **measures.side(draft), "uncounted": True})
        return True
    if ends and cursor.peek().text != "each" and (draft.group or {}).get("uncounted"):
        assert draft.group is not None
        draft.group.update(sets=set_count(span), uncounted=False)  # 'dead hang 60 s, 3x'
        return True
    asked.ask_21s(draft, span)
    asked.ask_small_sets(draft, span)
    asked.ask_reps_first(draft, span)
    founds = counted_work(draft, span)
    start_sets(draft, founds)
    myo_behind(draft)
    return True


def _is_name(cursor: Cursor) -> bool:
    """Whether words are here that the notation doesn't know."""
    tables = (MOST, FAILURE, SIDES, TECHNIQUES, TIMES, UNITS, ROLES, REPS, BASES, HOLD_FIRST)
    return not any(cursor.see(table) for table in tables) and cursor.peek().text not in SET_NAMES + OF


def _last_open(founds: list[Found]) -> list[Found]:
    """'3x10-12+' has a range, of which only the last set can be open: two sets of 10 to 12, and one of that or more."""
    if len(founds) != 1:
        return founds
    one = founds[0]
    sets, reps = one.get("sets", ONE), one.get("reps", ONE)
    if not one.get("open_ended") or reps.low == reps.high or sets.low != sets.high or sets.low < 2:
        return founds
    before = {name: value for name, value in one.items() if name != "open_ended"}
    return [{**before, "sets": NumberRange(sets.low - 1, sets.low - 1)}, {**one, "sets": ONE}]


def start_sets(draft: SetsDraft, founds: list[Found]) -> None:
    """Begin the groups of what was counted."""
    founds = _last_open(founds)
    if len(founds) > 1:
        draft.start_list(founds)
    else:
        draft.start(founds[0])


def _is_accumulated(draft: SetsDraft, start: int) -> bool:
    """Whether 'accumulate' is in front of repetitions."""
    return draft.group is None and any(token.text == "accumulate" for token in draft.cursor.tokens[:start])


def total(draft: SetsDraft, span: NumberRange) -> bool:
    """'50 total', '50 reps in total': in as many sets as it takes."""
    cursor = draft.cursor
    start = cursor.place
    cursor.word("reps", "rep")
    named = cursor.place
    if cursor.see(UNITS) and named == start:
        return False  # '85 kg total'
    while draft.group is None and cursor.peek().kind == "word" and cursor.place < named + _LONGEST_NAME:
        if cursor.see(_TOTAL) or cursor.see(SIDES):
            break
        cursor.place += 1  # '100 swings total'
    name = words(draft, named) if cursor.place > named else ""
    if not draft.group and cursor.peek().text == "," and cursor.peek(1).text == "any":
        cursor.sign(",")
    summed = cursor.phrase(_TOTAL) is not None or _is_accumulated(draft, start)
    if not summed or not (cursor.ended or not name or cursor.peek().kind == "sign"):
        cursor.place = start
        return False
    cursor.word("reps", "rep")
    if draft.group is not None:
        note(draft, start - 1)
        return True
    draft.whole["total_reps"] = limits.reps(span)
    draft.start({"sets": ONE, **({"note": name} if name else {})})
    return True
