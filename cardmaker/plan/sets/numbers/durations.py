"""A time: a hold, a rest, work against the clock, a slow way down."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets import asked, limits
from cardmaker.plan.sets.clauses.rests import give_rest, is_pause_behind, take_seconds
from cardmaker.plan.sets.clauses.roles import up_to
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.normal import seconds
from cardmaker.plan.sets.notes import note, words
from cardmaker.plan.sets.numbers.work_alone import has_work
from cardmaker.plan.sets.record import ONE, NumberRange
from cardmaker.plan.sets.times import sets_behind
from cardmaker.plan.sets.words import ECCENTRIC, HOLD, REST_AFTER, UP_TO
from cardmaker.plan.sets.work import measures

_UP: Final = Pattern(r"\b(\d) ?s(?:ecs?|econds?)? (?:up|concentric)\b", " up| concentric", re.IGNORECASE)
_PAUSED: Final = ("cluster", "rest-pause", "myo-reps")
_SIDES: Final = ("legs", "arms", "sides", "feet", "hands")
_ADJECTIVES: Final = ("controlled", "slow", "strict", "smooth", "steady")
_HEIGHTS: Final = Pattern(
    r"\b(?:box|boxes|step|steps|step-?ups?|jumps?|deficit|platform|hurdles?)\b",
    "box|step|jump|deficit|platform|hurdle",
    re.IGNORECASE,
)
"""What is measured in inches, so that '24"' behind it is no time."""
_SHORTEST_EMOM = 180
_SHORTEST_REST = 30
"""A time from here on that follows a load by itself, or in brackets, is the rest."""


def duration(draft: SetsDraft, start: int) -> bool:
    """A time: of a set, a rest, a hold, a pause inside a set, how slowly to lower."""
    cursor = draft.cursor
    value = take_seconds(draft)
    if (
        value is not None
        and cursor.peek(-1).text in ("h", "hr", "hrs", "hour", "hours")
        and "every"
        in (
            cursor.peek(start - cursor.place - 1).text,
            draft.held.get("note"),
        )
    ):
        draft.held["note"] = f"every {words(draft, start)}"
        return True
    if value is None:
        value = _minutes_of_rest(draft)
        if value is None:
            return False
    group = draft.group
    of = cursor.peek(start - cursor.place - 1).text == "of"
    if of and group is not None and group.get("uncounted") and group.get("reps") and "hold_s" not in group:
        group["hold_s"] = limits.seconds(value)
        cursor.phrase(HOLD)
        return True
    if group is None and _works_up(draft):
        draft.held["note"] = words(draft, start)  # '20 min to find a 3RM'
        return True
    inside = group is not None and (group.get("technique") in _PAUSED or group.get("parts"))
    if inside and cursor.peek().text == "pause" and "pause_s" not in (group or {}):
        return _between(draft, value, start)
    behind = cursor.see(REST_AFTER)
    if behind and cursor.peek(behind - 1).text == "between" and cursor.peek(behind).text in _SIDES:
        note(draft, start)  # '60 s between legs'
        return True
    if cursor.phrase(REST_AFTER) is not None or is_pause_behind(draft, value):
        cursor.phrase(REST_AFTER)
        give_rest(draft, value)
        return True
    if _slowly_down(draft):
        return _lowering(draft, value, start)
    if group is not None and has_work(group) and cursor.phrase(HOLD) is not None:
        if draft.gap == "+":
            raise ValueError(
                f"'+ {words(draft, start)}': each repetition, or once at the end? write '3x10, hold 5 s', or the hold"
                " in quotes"
            )
        if draft.timing and draft.gap == "," and (group.get("note") or group.get("noun")):
            raise ValueError(
                f"is '{words(draft, start)}' of each repetition, or done after them? write all of a round in quotes"
            )
        on_last = cursor.peek().text == "on" and "last" in (cursor.peek(1).text, cursor.peek(2).text)
        if on_last or "hold_s" in group or group.get("distance"):
            note(draft, start)
        else:
            group["hold_s"] = limits.seconds(value)
        return True
    if group is not None and group.get("distance") and draft.gap == "@":
        draft.remark(f"@ {words(draft, start)}")
        return True
    if group is not None and has_work(group) and not _another(draft):
        return _between(draft, value, start)
    return _hold_alone(draft, value)


def _works_up(draft: SetsDraft) -> bool:
    """Whether the time just taken is there for working up to a maximum."""
    cursor = draft.cursor
    if cursor.peek().text == "to":
        return cursor.see(UP_TO) > 1
    start = cursor.place
    ahead = SetsDraft(cursor)
    cursor.sign(":", ",", "-")
    found = cursor.peek().text != "for" and up_to(ahead)
    cursor.place = start
    return found


def _slowly_down(draft: SetsDraft) -> bool:
    """Take 'down', 'controlled descent'."""
    cursor = draft.cursor
    cursor.place += (adjective := cursor.peek().text in _ADJECTIVES and cursor.see(ECCENTRIC, 1) > 0)
    if cursor.phrase(ECCENTRIC) is not None:
        return True
    cursor.place -= adjective
    return False


def _minutes_of_rest(draft: SetsDraft) -> NumberRange | None:
    """'2m rest', in which a lone m can't mean metres."""
    cursor = draft.cursor
    start = cursor.place
    value = take_seconds(draft, lone_m=True)
    if value is not None and cursor.see(REST_AFTER):
        return value
    cursor.place = start
    return None


def _another(draft: SetsDraft) -> bool:
    """Whether a time goes on a list of holds: '30 s, 45 s, 60 s'."""
    group = draft.group
    return bool(
        group
        and group.get("uncounted")
        and group.get("hold_s")
        and not group.get("reps")
        and draft.gap in (",", "+")
    )


def _hold_alone(draft: SetsDraft, value: NumberRange) -> bool:
    cursor = draft.cursor
    asked.ask_clock(value, cursor.peek(-1))
    hold = limits.seconds(value)
    held = cursor.phrase(HOLD) is not None
    own = measures.side(draft)
    if draft.group is not None and not has_work(draft.group):
        draft.group.update(hold_s=hold, **own)
        return True
    if (cursor.peek().text == "x" and cursor.peek(2).text in ("reps", "rep")) or (
        held and _many(draft, hold)
    ):
        cursor.sign("x")
        reps = limits.reps(cursor.span() or ONE)
        cursor.word("reps", "rep")
        draft.start({"reps": reps, "hold_s": hold, "uncounted": True, **own})
        return True
    sets, counted = sets_behind(draft)
    own = own or measures.side(draft)
    draft.start({"sets": sets, "hold_s": hold, **own, "uncounted": not counted})
    return True


def _many(draft: SetsDraft, hold: NumberRange) -> bool:
    cursor = draft.cursor
    return (
        cursor.peek().text == "x"
        and cursor.peek(1).value >= 5
        and hold.high <= 10
        and cursor.peek(2).text != "sets"
    )


def _lowering(draft: SetsDraft, value: NumberRange, start: int) -> bool:
    """'3 s down' as a tempo, and in the coach's words."""
    cursor = draft.cursor
    first = cursor.place
    cursor.place = start
    cursor.place = first
    written = words(draft, start)
    other = (
        draft.group is None and "or" in draft.held.get("note", "").lower().split()
    )  # '(or negatives, 5 s down)'
    if (
        not other
        and value.low == value.high
        and value.low.is_integer()
        and value.low <= 10
        and "tempo" not in (draft.group or {})
    ):
        up = _UP.search(cursor.text)
        draft.give("tempo", f"{int(value.low)}-0-{up[1] if up else 0}-0")
    draft.remark(written)
    return True


def _between(draft: SetsDraft, value: NumberRange, start: int) -> bool:
    """A time behind work, without a word: a pause inside the set, a rest after a slash, or asked about."""
    cursor = draft.cursor
    group = draft.group
    assert group is not None
    if cursor.peek(-1).raw == '"' and (draft.gap == "@" or _HEIGHTS.search(cursor.text)):
        draft.remark(f"{words(draft, start).removesuffix('s')}in")
        return True
    clocked = draft.timing or {}
    if clocked.get("format") == "emom" and not clocked.get("total_s") and value.low >= _SHORTEST_EMOM:
        draft.timing = {**clocked, "total_s": value.low}  # 'every minute 5 reps, 10 min'
        return True
    if group.get("technique") == "myo-reps" and draft.gap == "+":
        raise ValueError("how many small sets, and of how many? write them like 'myo-reps 15 + 4x5'")
    if (group.get("technique") in _PAUSED or group.get("parts")) and "pause_s" not in group:
        group["pause_s"] = limits.seconds(value, "a pause")
        cursor.word("pause", "pauses")
        return True
    if draft.gap == "/" and group.get("hold_s") == value:
        n = f"{value} s"
        raise ValueError(
            f"is '{n}/{n}' {n} on each side, or work and rest? write '{n}/side' or '{n} on / {n} off'"
        )
    failing = group.get("technique") == "to failure" and not group.get("uncounted")
    aimed = any(name in group for name in ("load", "percent", "rpe", "rir")) or (
        draft.gap == "," and ("reps" in group or failing) and "hold_s" not in group
    )
    if (
        draft.gap in ("/", "|") or (value.low >= _SHORTEST_REST and (aimed or draft.depth))
    ) and cursor.peek().kind != "word":
        give_rest(draft, value)
        if group.get("uncounted"):
            sets, counted = sets_behind(draft)
            group.update(sets=sets, uncounted=not counted)
        return True
    if cursor.peek().kind == "word" or draft.depth:
        note(draft, start)
        return True
    if draft.gap == "@":
        n = cursor.tokens[start].raw
        raise ValueError(
            f"is '@ {words(draft, start)}' a weight, or the rest? write '{n} kg' or 'rest {n} s'"
        )
    raise ValueError(f"is '{seconds(value)}' the rest? write 'rest {seconds(value)}'")
