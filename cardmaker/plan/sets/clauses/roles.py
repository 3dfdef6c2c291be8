"""Warm-up and back-off sets, the last set, a top set; words in quotes."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets import limits
from cardmaker.plan.sets.cursor import Cursor
from cardmaker.plan.sets.draft import Found, SetsDraft
from cardmaker.plan.sets.loads import group_ahead
from cardmaker.plan.sets.notes import note, words
from cardmaker.plan.sets.record import ONE, NumberRange
from cardmaker.plan.sets.words import (
    FAILURE,
    LAST,
    MOST,
    NUMBER_WORDS,
    REPS,
    ROLES,
    SINGLES,
    TECHNIQUES,
    UNITS,
    UP_TO,
)

_OBJECTS: Final = ("up", "the", "on", "your", "through", "into", "towards", "hard", "slowly", "each")
_BEFORE: Final = ("first", "well", "properly", "thoroughly", "before", "fully")
_NO_SETS: Final = {
    **dict.fromkeys(("work", "working"), _OBJECTS),
    **dict.fromkeys(("up", "warm-up", "warmup"), _BEFORE),
}
"""Behind such a word these show that it says what to do, and not which sets these are."""
_FIVES: Final = Pattern(r"5(?:'?s)? pro(?![a-z])", "pro", re.IGNORECASE)


def quoted(draft: SetsDraft) -> bool:
    token = draft.cursor.peek()
    if token.kind != "quote":
        return False
    draft.cursor.place += 1
    draft.remark(token.raw[1:-1])
    return True


def fives(draft: SetsDraft) -> bool:
    """'5s PRO': three sets of five, none of them open."""
    if draft.group is not None or not (found := draft.cursor.match(_FIVES)):
        return False
    draft.start({"sets": NumberRange(3, 3), "reps": NumberRange(5, 5), "note": found[0]})
    return True


def role(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    role = cursor.phrase(ROLES)
    if role is None:
        return False
    following = cursor.peek()
    spoken = following.kind == "word" and following.text in _NO_SETS.get(cursor.peek(-1).text, ())
    if spoken and (draft.groups or following.text == "up"):  # 'work up in 20 lb jumps', 'work the negative'
        cursor.place = start
        return False
    if role == "warm-up" and not draft.groups and _is_count(draft):
        draft.start({"sets": limits.whole_span(cursor.span() or ONE, 1, 50, "sets"), "role": role})
        return True
    if (
        role == "warm-up"
        and not draft.groups
        and cursor.peek().text == "+"
        and cursor.peek(1).kind == "number"
    ):
        draft.remark(words(draft, start))  # 'warm-up sets + 3x5': how many of them isn't said
        cursor.sign("+")
        return True
    heading = bool(cursor.sign(":")) and cursor.peek(-2).text == "sets" and not draft.groups
    draft.whole["all_warm_up"] = (
        heading and role == "warm-up"
    )  # 'Warm-up sets: 2x5 bar, 1x5 40 kg, 1x3 50 kg'
    if draft.group is not None and draft.gap in ("", "(") and not group_ahead(cursor):
        draft.group["role"] = role
        for before in draft.groups if role == "warm-up" and not cursor.ended else ():
            if before["segment"] == draft.segment:  # '1x5 40%, 1x3 60% warm-up; 3x5 80%'
                before.setdefault("role", role)
        return True
    draft.held.pop("role", None)
    if role:
        draft.held["role"] = role
        draft.whole["roles"] = draft.whole.get("roles", 0) + (role == "warm-up")
        if cursor.peek().text in ("@", "at") or (cursor.ended and not draft.groups):
            draft.start({"sets": ONE})
    return True


def _is_count(draft: SetsDraft) -> bool:
    """Whether how many sets there are is behind their name: 'warm-up sets 3, working sets 3x5'."""
    cursor = draft.cursor
    return (
        cursor.peek(-1).text == "sets"
        and cursor.peek().kind == "number"
        and cursor.peek(1).text in (",", ";")
    )


def last_set(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    if draft.group is None or not cursor.see(LAST):
        return False
    start = cursor.place
    cursor.phrase(LAST)
    counted = cursor.peek().kind == "number" and cursor.peek(1).text in ("sets", "set")
    counted = counted or (
        cursor.peek(-1).text in ("last", "final")
        and (_of_reps(cursor) or cursor.peek().text in ("rep", "reps"))
    )
    if counted or (cursor.peek(-1).text in ("last", "final") and _of_another(cursor)):
        note(draft, start)
        return True
    before = draft.group
    last = draft.split_last()
    last["split"] = True
    if cursor.ended or cursor.peek().text in (")", "]", ",", ";", ".", "!", "|"):
        open_alone = cursor.peek(start - cursor.place - 1).text in ("amrap", "max", "+")
        names = [name for name in ("open_ended", "technique") if before is not last and name in before]
        for name in names[:1] if open_alone else names:
            for own in (name, *(("drops", "drop_percent") if name == "technique" else ())):
                before.pop(own, None)
        if not names and not last.get("open_ended") and not last.get("technique"):
            draft.remark("last set")
    elif _last_effort(draft, last):
        return True
    elif cursor.peek().kind == "number" and cursor.see(TECHNIQUES, 1) > 0:  # 'last set 2 drops'
        drops = limits.whole_span(cursor.span() or ONE, 1, 10, "drops")
        last["technique"] = cursor.phrase(TECHNIQUES)
        if last["technique"] == "drop set":
            last["drops"] = int(drops.low)
    elif cursor.peek().kind == "number" and (figure := cursor.figure()):
        if cursor.peek().text in ("x", "kg", "lb", "%", "@"):
            raise ValueError(f"don't understand '{cursor.rest}' of the last set; write '2x10, 1x12+ 60 kg'")
        cursor.word("reps")
        last["reps"], last["open_ended"] = limits.reps(figure.span), figure.open_ended
    elif cursor.phrase(MOST) is not None:
        reps = last.get("reps")
        if reps and reps.low != reps.high:  # '3x8-12, last set AMRAP'
            last.pop("reps")
        last["open_ended"] = True
        if before is not last:
            before.pop("open_ended", None)  # '4x3+, last set AMRAP'
        cursor.word("reps")
    return True


def _of_reps(cursor: Cursor) -> bool:
    """Whether '2 reps slow' is here: how the last of each set are done."""
    start = cursor.place
    found = cursor.figure() is not None and cursor.phrase(REPS) is not None
    cursor.place = start
    return found


def _of_another(cursor: Cursor) -> bool:
    """Whether 'last' is said of something else than a set: 'last week's 5RM'."""
    known = (cursor.see(table) for table in (MOST, FAILURE, TECHNIQUES, UNITS))
    return cursor.peek().kind == "word" and cursor.peek().text not in ("rpe", "at", "@") and not any(known)


def _last_effort(draft: SetsDraft, last: Found) -> bool:
    """'last set RPE 9', 'last set 0 RIR', which needn't be that of the others."""
    cursor = draft.cursor
    start = cursor.place
    cursor.sign("@")
    name = cursor.word("rpe", "rir")
    span = cursor.span()
    if span and not name and cursor.see(UNITS):
        name = cursor.phrase(UNITS) or ""
    if span is None or name not in ("rpe", "rir"):
        cursor.place = start
        return False
    for other in ("rpe", "rir"):
        last.pop(other, None)
    last[name] = (limits.rpe if name == "rpe" else limits.rir)(span)
    return True


def _in_time(cursor: Cursor) -> bool:
    """Whether 'in 15 min' is here."""
    return (
        cursor.peek().text in ("in", "within")
        and cursor.peek(1).kind == "number"
        and cursor.see(UNITS, 2) > 0
    )


def up_to(draft: SetsDraft) -> bool:
    """'ramp to 5RM', 'work up to a heavy single', '5RM'."""
    cursor = draft.cursor
    start = cursor.place
    effort = cursor.word("max") and cursor.word("effort") and cursor.peek().text in SINGLES
    led = effort or cursor.phrase(UP_TO) is not None
    if not led:
        cursor.place = start
    daily = bool(cursor.word("daily"))
    while cursor.word("a", "an", "your", "the", "new", "daily", "today's"):
        pass
    while led and cursor.word("crisp", "smooth", "solid", "technical", "tough", "challenging", "clean"):
        pass
    heavy = bool(cursor.word("heavy", "max", "top"))
    most = 0
    if (led or heavy) and cursor.word("set"):
        cursor.word("of")
        led = led or draft.group is None
    if led and cursor.peek().text in NUMBER_WORDS and (cursor.peek(1).kind == "sign"):
        draft.start({"sets": ONE, "maximum": NUMBER_WORDS[cursor.peek().text]})
        cursor.place += 1
        return True
    if word := cursor.word(*SINGLES):
        most = SINGLES[word] if led or heavy else 0
        if not most and draft.group is None and cursor.peek().text in ("@", "at"):
            draft.start({"sets": ONE, "reps": NumberRange(SINGLES[word], SINGLES[word]), "uncounted": True})
            return True
    elif (span := cursor.span()) and span.low == span.high:
        rm = cursor.see(UNITS) and cursor.phrase(UNITS) == "rm"
        bare = (
            led
            and heavy
            and (
                cursor.ended
                or (cursor.peek().kind == "sign" and cursor.peek().text != "x")
                or _in_time(cursor)
            )
        )
        most = int(span.low) if rm or bare else 0
    elif heavy and (led or daily) and cursor.peek(-1).text == "max":
        most = 1
    for_load = draft.group is not None and not led
    if not 1 <= most <= 30 or for_load:
        cursor.place = start
        return False
    if draft.group is not None:
        draft.remark(words(draft, start))
        return True
    draft.start({"sets": ONE, "maximum": most})
    return True
