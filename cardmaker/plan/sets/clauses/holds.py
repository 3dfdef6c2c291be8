"""How long each repetition is held."""

from cardmaker.plan.sets import limits
from cardmaker.plan.sets.clauses.rests import take_seconds
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.notes import note
from cardmaker.plan.sets.record import ONE
from cardmaker.plan.sets.words import HOLD_FIRST, SIDES


def hold(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    if cursor.phrase(HOLD_FIRST) is None:
        return False
    cursor.sign("~", ":")
    value = take_seconds(draft)
    if value is None:
        cursor.place = start
        note(draft)
        return True
    value = limits.seconds(value)
    if cursor.peek().text == "each" and (cursor.see(SIDES) <= 1 or cursor.peek(1).text in ("rep", "time")):
        cursor.place += 1  # each repetition
        cursor.word("rep", "time")
    group = draft.group
    if group is not None and "hold_s" not in group and not group.get("distance"):
        group["hold_s"] = value
        return True
    sided = {"per": found} if (found := cursor.phrase(SIDES)) else {}
    if group is not None:
        note(draft, start)
        return True
    sets = ONE
    if cursor.sign("x"):
        sets = limits.whole_span(cursor.span() or ONE, 1, 50, "sets")
        many = sets.low >= 5 and value.high <= 10 and cursor.peek().text != "sets"
        if cursor.word("reps", "rep") or many:
            draft.start({"sets": ONE, "reps": sets, "hold_s": value, **sided, "uncounted": True})
            return True
        cursor.word("sets", "set", "times")
    draft.start({"sets": sets, "hold_s": value, **sided, "uncounted": sets == ONE})
    return True
