"""How often all of it is done: 'x 3', '3 times', twice a day."""

from cardmaker.plan.sets import limits
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.notes import note, words
from cardmaker.plan.sets.record import ONE, NumberRange
from cardmaker.plan.sets.words import TIMES_ALONE


def repeat(draft: SetsDraft) -> bool:
    """'repeat 3 times': sets of a hold, repetitions of a short one."""
    cursor = draft.cursor
    start = cursor.place
    if not cursor.word("repeat", "repeats", "repeated", "do", "perform", "complete"):
        return False
    named = cursor.peek(-1).text.startswith("repeat")
    cursor.word("it", "this", "x")
    cursor.sign("x")
    if not named and cursor.peek().kind == "number":
        return True
    span = cursor.span() if named else None
    if span is None:
        cursor.place = start
        return False
    if not cursor.word("times", "x", "reps"):
        cursor.sign("x")
    many_times(draft, span, start)
    return True


def many_times(draft: SetsDraft, span: NumberRange, start: int) -> None:
    """Say of the group being read how often it is done."""
    group = draft.group
    if group is None:
        draft.start({"sets": ONE, "reps": limits.reps(span), "uncounted": True})
    elif group.get("uncounted") and group.get("hold_s") and "reps" not in group:
        if span.low >= 5 and group["hold_s"].high <= 15:
            group["reps"] = limits.reps(span)
        else:
            group.update(sets=limits.whole_span(span, 1, 50, "sets"), uncounted=False)
    elif group.get("uncounted"):
        draft.whole.pop("bare", None)
        group.update(sets=limits.whole_span(span, 1, 50, "sets"), uncounted=False)
    else:
        draft.remark(words(draft, start))


def times(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    found = cursor.phrase(TIMES_ALONE)
    if found and cursor.peek().text in ("+", "-") and cursor.peek(1).kind == "number":
        note(draft, start)  # 'weekly +2.5 kg'
        return True
    if found:
        count, what = found.split()
        draft.whole.setdefault(
            f"times_a_{what}", NumberRange(float(count), float(count))
        )  # 'twice a day, every day'
        cursor.sign(":")
        return True
    cursor.place = start
    return False
