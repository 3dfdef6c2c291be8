"""A number of sets by name: '3 sets of 10', '2 warm-up sets', '10 reps, 3 sets'."""

from typing import Final

from cardmaker.plan.quantity import SECONDS
from cardmaker.plan.sets.clauses.rests import sees_pause
from cardmaker.plan.sets.draft import Found, SetsDraft
from cardmaker.plan.sets.loadwords import LOAD_WORDS
from cardmaker.plan.sets.notes import words
from cardmaker.plan.sets.numbers.counts import OF, SET_NAMES, start_sets
from cardmaker.plan.sets.numbers.work_alone import has_work
from cardmaker.plan.sets.record import ONE, Load, NumberRange
from cardmaker.plan.sets.words import (
    FAILURE,
    MOST,
    NUMBER_WORDS,
    REPS,
    REST_AFTER,
    ROLES,
    TECHNIQUES,
    TIMES,
    UNITS,
)
from cardmaker.plan.sets.work import compounds, measures
from cardmaker.plan.sets.work.work import counted_work, set_count

_HELD: Final = ("hold", "holds", "holding", "held", "halten")


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
    if role is None and not cursor.word(*SET_NAMES):
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
    if role == "warm-up" and group is not None and not group.get("role") and not has_work(draft.groups[-1]):
        draft.groups.insert(0, draft.groups.pop())  # what follows '3x8, 2 warm-up sets' is said of the three
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
    while cursor.word(*OF) or cursor.sign("x", ",", ":", "-", "/"):
        pass
    if cursor.peek().text in NUMBER_WORDS and cursor.peek(-1).text == "of":
        reps = NumberRange(*[NUMBER_WORDS[cursor.peek().text]] * 2)
        cursor.place += 1
        cursor.word("reps", "rep")
        draft.start({"sets": set_count(span), "reps": reps, **measures.side(draft)})
        return
    number = cursor.peek().kind in ("number", "clock")
    if number and not _is_clause(draft):
        start_sets(draft, counted_work(draft, span))
        return
    if cursor.peek().text == "(" and (founds := compounds.bracketed(draft, set_count(span))):
        if len(founds) == span.low * span.low:
            founds = founds[: len(founds) // int(span.low)]
        start_sets(draft, founds)
        return
    if cursor.see(MOST) or cursor.see(FAILURE):
        start_sets(draft, counted_work(draft, span))
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
