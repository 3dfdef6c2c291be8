"""What a times sign begins: 'x10', '30 s plank x 3', '(70% x 3) x 5', 'x 6 weeks'."""

from typing import Final

from cardmaker.plan.sets import asked, limits
from cardmaker.plan.sets.draft import Found, SetsDraft
from cardmaker.plan.sets.notes import words
from cardmaker.plan.sets.record import ONE, NumberRange
from cardmaker.plan.sets.words import TIMES, UNITS
from cardmaker.plan.sets.work import compounds, measures
from cardmaker.plan.sets.work.work import set_count

_MOST_TIMES: Final = 7
_LASTING: Final = ("week", "weeks", "wk", "wks", "days", "months")


def times(draft: SetsDraft) -> bool:
    """Take an item that begins with a times sign; False, and nothing, if none is here."""
    cursor = draft.cursor
    start = cursor.place
    if cursor.peek().text != "x" or cursor.peek(1).kind != "number":
        return False
    if _often(draft):
        return True
    timed = draft.timing and not draft.groups and draft.timing["format"] in ("amrap", "for time")
    lasting = cursor.peek(2).text in _LASTING
    if lasting or timed:
        cursor.place += 3 if lasting else 2
        draft.remark(words(draft, start))
        return True
    group = draft.group or {}
    counted = cursor.peek(2).text in ("sets", "set") and len(draft.groups) == 1  # 'x 8 reps x 3 sets'
    if group.get("uncounted") and draft.gap in ("", ",") and (counted or not _crossed(group)):
        sets, counted = sets_behind(draft)  # '30 s plank x 3'
        if not counted:
            compounds.times_more(draft, group)
            return cursor.place > start
        group.update(sets=sets, uncounted=False)
        return True
    if draft.group is None or draft.gap in (",", ";", "+") or _set_ahead(draft):
        return _times_alone(draft)
    return draft.gap == ")" and _times_bracket(draft)


def _often(draft: SetsDraft) -> bool:
    """Take 'x2 daily', 'x3 per week': how often, and not how many sets or repetitions."""
    cursor = draft.cursor
    start = cursor.place
    cursor.sign("x")
    span = cursor.span()
    what = cursor.phrase(TIMES) if span and span.high <= _MOST_TIMES else None
    if span is None or not what or (draft.group or {}).get("by_x"):
        cursor.place = start
        return False
    draft.whole[f"times_a_{what}"] = limits.whole_span(span, 1, 50, f"times a {what}")
    return True


def sets_behind(draft: SetsDraft) -> tuple[NumberRange, bool]:
    """Take 'x 3', 'x 3 sets' behind what one set is."""
    cursor = draft.cursor
    start = cursor.place
    sets = cursor.span() if cursor.sign("x") else None
    if sets:
        asked.ask_letter(draft, sets)
    if sets and (cursor.word("sets", "set", "times", "rounds") or not cursor.see(UNITS)):
        return set_count(sets), True
    cursor.place = start
    return ONE, False


def _crossed(group: Found) -> bool:
    """Whether another set may follow with an x of its own: 'x5 @8, x3 @9'."""
    return bool(group.get("by_x") or "rpe" in group or "load" in group)


def _set_ahead(draft: SetsDraft) -> bool:
    """Whether 'x5' begins a set of its own behind an effort: 'x1 @8 x5 @9'."""
    cursor = draft.cursor
    aimed = draft.group is not None and "rpe" in draft.group and draft.group.get("uncounted")
    return bool(aimed) and cursor.peek().spaced and not cursor.peek(1).spaced


def _times_alone(draft: SetsDraft) -> bool:
    """'x10', 'x 10 reps': one set of so many."""
    cursor = draft.cursor
    start = cursor.place
    cursor.sign("x")
    figure = cursor.figure()
    if figure is None:
        cursor.place = start
        return False
    if draft.held.get("role") == "warm-up" and not draft.groups:
        draft.start({"sets": set_count(figure.span)})
        return True
    found = measures.amount(figure, measures.work_unit(draft))
    draft.start({"sets": ONE, **found, **measures.side(draft), "uncounted": True, "by_x": True})
    return True


def _times_bracket(draft: SetsDraft) -> bool:
    """'(70% x 3) x 5': how many sets of what is in the bracket."""
    group = draft.group
    sets, _ = sets_behind(draft)
    if group is None or len(draft.groups) > 1 or not group["depth"] or group.get("sets", ONE) != ONE:
        raise ValueError(f"what is done {sets} times? write the sets first, '{sets}x8'")
    group["sets"] = sets
    return True
