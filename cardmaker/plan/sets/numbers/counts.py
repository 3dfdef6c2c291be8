"""A number of sets: '3x', '3 sets of', '2 warm-up sets'."""

from typing import Final

from cardmaker.plan.quantity import SECONDS
from cardmaker.plan.sets import asked, limits, loads
from cardmaker.plan.sets.clauses.rests import sees_pause
from cardmaker.plan.sets.cursor import Cursor
from cardmaker.plan.sets.draft import EXAMPLE, Found, SetsDraft
from cardmaker.plan.sets.loadwords import LOAD_WORDS
from cardmaker.plan.sets.normal import FEW_SETS
from cardmaker.plan.sets.notes import note, words
from cardmaker.plan.sets.numbers.work_alone import myo_behind
from cardmaker.plan.sets.record import ONE, Load, NumberRange
from cardmaker.plan.sets.words import (
    BASES,
    FAILURE,
    HOLD_FIRST,
    MOST,
    NUMBER_WORDS,
    REPS,
    REST_AFTER,
    ROLES,
    SIDES,
    TECHNIQUES,
    TIMES,
    UNITS,
    listed,
    phrases,
)
from cardmaker.plan.sets.work import compounds, measures
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
_NAMES: Final = listed("sets set rounds series sätze satz sätzen serien durchgänge trips séries serie")
_HELD: Final = ("hold", "holds", "holding", "held", "halten")
_OF: Final = ("of", "for", "with", "at", "each", "à", "mit", "von", "zu", "je", "jeweils")


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
    _start(draft, _last_open(founds))
    myo_behind(draft)
    return True


def _is_name(cursor: Cursor) -> bool:
    """Whether words are here that the notation doesn't know."""
    tables = (MOST, FAILURE, SIDES, TECHNIQUES, TIMES, UNITS, ROLES, REPS, BASES, HOLD_FIRST)
    return not any(cursor.see(table) for table in tables) and cursor.peek().text not in _NAMES + _OF


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


def _start(draft: SetsDraft, founds: list[Found]) -> None:
    if len(founds) > 1:
        draft.start_list(founds)
    else:
        draft.start(founds[0])


def counted_sets(draft: SetsDraft, span: NumberRange) -> bool:
    """'3 sets of 10', '2 warm-up sets'; '10 reps, 3 sets' counts what was said before."""
    cursor = draft.cursor
    start = cursor.place
    role = cursor.phrase(ROLES) if cursor.see(ROLES) else None
    said = {token.text for token in cursor.tokens[start : cursor.place]}
    named = role is None or said & {"sets", "set", "single"} or cursor.word("sets", "set")
    if role is not None and not named and not _counts_roles(draft, role):
        cursor.place = start
        return False
    if role is None:
        _adjective(draft)
    if role is None and not cursor.word(*_NAMES):
        return False
    if cursor.peek(-1).text == "rounds" and cursor.peek().text not in ("of", "x"):
        cursor.place = start
        return False
    group = draft.group
    if (
        group is not None
        and group.get("note", "").split()[-1:] == ["in"]
        and "reps" in group
        and role is None
    ):
        raise ValueError(
            f"are the {group['reps']} reps in all, or in each set? write '{group['reps']} total'"
        )
    more = (
        group is not None
        and "reps" in group
        and cursor.peek().text == "of"
        and cursor.peek(1).kind == "number"
    )
    if (
        group is not None and not more and group.pop("uncounted", False) and role is None
    ):  # not '5 @ 8, 3 sets of 4'
        group["sets"] = set_count(span)
        if cursor.peek().text == "/" and (what := cursor.phrase(TIMES)):  # '2-3 sets/day'
            draft.whole[f"times_a_{what}"] = ONE
        _reps_held(draft, group)
        return True
    if role:
        draft.held["role"] = role
    sets_of(draft, span)
    if role:
        draft.held.pop("role", None)
    return True


def _reps_held(draft: SetsDraft, group: Found) -> None:
    """Take the repetitions of 'hold 5 s, 3 sets of 10', each held so long."""
    cursor = draft.cursor
    start = cursor.place
    held = any(token.text in _HELD for token in cursor.tokens)
    figure = cursor.figure() if held and (cursor.word("of", "à", "mit") or cursor.sign("x")) else None
    if figure is None or "hold_s" not in group or "reps" in group or cursor.see(UNITS) > cursor.see(REPS):
        cursor.place = start
        return
    cursor.phrase(REPS)
    group.update(measures.amount(figure, None), **measures.side(draft))


def _counts_roles(draft: SetsDraft, role: str) -> bool:
    """Whether '2 warm up, 3 working x 8' counts sets, without the word."""
    cursor = draft.cursor
    apart = draft.group is None or draft.gap in (",", ";", "+")
    follows = (
        cursor.peek().text in ("x", "of")
        or (role == "back-off" and cursor.peek().kind == "number")
        or (role == "warm-up" and cursor.peek().text in (",", ";", "+"))
    )
    return apart and follows


def _adjective(draft: SetsDraft) -> None:
    """Take the word in front of 'sets': '3 heavy sets', '3 hard sets'."""
    cursor = draft.cursor
    word = cursor.peek()
    start = cursor.place
    technique = cursor.phrase(TECHNIQUES)
    behind = draft.group is None or draft.gap in (",", ";", "+")
    named = cursor.peek(-1).text in ("sets", "set") or cursor.peek().text in ("sets", "set")
    if technique and behind and named:
        cursor.place -= cursor.peek(-1).text in ("sets", "set")
        if draft.gap == "+" and cursor.peek(1).kind != "number" and cursor.peek(1).text not in ("of", "x"):
            raise ValueError(
                f"is '+ {words(draft, start - 1)} set' one more, or a part of the last? "
                f"write '1x10 {technique}' for one more, or 'last set {technique}'"
            )
        draft.held["technique"] = technique
        return
    cursor.place = start
    if word.kind != "word" or cursor.peek(1).text not in ("sets", "set", "sätze", "satz"):
        return
    if cursor.see(UNITS) or cursor.see(TECHNIQUES):
        return
    cursor.place += 1
    if word.text in LOAD_WORDS:
        draft.held["load"] = Load("words", words=word.text)
    else:
        draft.held["note"] = word.raw


def sets_of(draft: SetsDraft, span: NumberRange) -> None:
    """What follows a number of sets: 'of 10', ', 10 reps', 'to failure', or nothing yet."""
    cursor = draft.cursor
    start = cursor.place
    while cursor.word(*_OF) or cursor.sign("x", ",", ":", "-", "/"):
        pass
    if cursor.peek().text in NUMBER_WORDS and cursor.peek(-1).text == "of":
        reps = NumberRange(*[NUMBER_WORDS[cursor.peek().text]] * 2)
        cursor.place += 1
        cursor.word("reps", "rep")
        draft.start({"sets": set_count(span), "reps": reps, **measures.side(draft)})
        return
    number = cursor.peek().kind in ("number", "clock")
    if number and not _is_clause(draft):
        _start(draft, _last_open(counted_work(draft, span)))
        return
    if cursor.peek().text == "(" and (founds := compounds.bracketed(draft, set_count(span))):
        if len(founds) == span.low * span.low:
            founds = founds[: len(founds) // int(span.low)]
        _start(draft, founds)
        return
    if cursor.see(MOST) or cursor.see(FAILURE):
        _start(draft, counted_work(draft, span))
        return
    cursor.place = start
    cursor.word("of")
    draft.start({"sets": set_count(span)})


def _is_clause(draft: SetsDraft) -> bool:
    """Whether the number here is a load, an effort or sets of its own, rather than what one set is."""
    cursor = draft.cursor
    start = cursor.place
    figures = cursor.figures()
    unit = cursor.phrase(UNITS) if figures else None
    named = cursor.see(ROLES) > 0 or cursor.peek(1).text in ("sets", "set")
    counted = (cursor.peek().text in ("x", "sets", "set") or named) and unit != "reps"
    rest = unit in SECONDS and (cursor.see(REST_AFTER) > 0 or sees_pause(cursor))
    times = cursor.see(TIMES) > 0
    cursor.place = start
    return unit in ("kg", "lb", "%", "rir", "rpe") or counted or rest or times


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
