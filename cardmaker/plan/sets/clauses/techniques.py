"""To failure, as many as possible, drop sets, rest-pause."""

from typing import Final

from cardmaker.plan.sets import limits
from cardmaker.plan.sets.clauses.rests import take_seconds
from cardmaker.plan.sets.draft import Found, SetsDraft
from cardmaker.plan.sets.notes import note, words
from cardmaker.plan.sets.record import ONE
from cardmaker.plan.sets.times import sets_behind
from cardmaker.plan.sets.words import FAILURE, LAST, MOST, REST, SIDES, TECHNIQUES, TEMPO, UNITS

_HARD: Final = ("effort", "hold", "intent", "speed", "out")
_GOES_ON: Final = (
    "in",
    "for",
    "with",
    "then",
    "and",
    "on",
    "at",
    "set",
    "sets",
    "reps",
    "rpe",
    "rir",
    "per",
    "each",
)
_EACH_SET: Final = ("each", "every", "per", "from", "after", "a")
"""'drop 5% each set' makes the sets lighter one after the other, and no drop sets of them."""


def technique(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    said = cursor.phrase(TECHNIQUES)
    if said is None:
        return False
    written = words(draft, start)
    split = draft.group is not None and draft.group.get("split")  # 'last set drop'
    if written.lower() in ("drop", "drops") and not _drops(draft) and not split:
        cursor.place = start
        note(draft)
        return True
    target = draft.held if draft.group is None else draft.group
    if draft.group is not None and not split and _on_some(draft, start):
        return True
    if draft.group is not None and not split and _on_last(draft):
        target = draft.split_last()
        target["split"] = True
    _to_failure_too(draft, target, said)
    target["technique"] = said
    if said == "drop set" and written.startswith(("double", "triple")):
        target["drops"] = 2 if written.startswith("double") else 3
    if said == "drop set":
        _drops(draft)
    cursor.sign(":")
    return True


def _to_failure_too(draft: SetsDraft, target: Found, said: str) -> None:
    """Keep that sets are to failure where another technique comes behind: '3x8 to failure, drop set'."""
    if target.get("technique") != "to failure" or said == "to failure":
        return
    if not any(target.get(name) for name in ("reps", "hold_s", "distance", "calories")):
        target["open_ended"] = True
    draft.remark("to failure")


def _on_last(draft: SetsDraft) -> bool:
    """Take the words of 'drop set on the last set' behind the technique."""
    cursor = draft.cursor
    start = cursor.place
    if cursor.word("on", "in") and cursor.word("the") in ("the", "") and cursor.phrase(LAST) is not None:
        return True
    cursor.place = start
    return False


def _on_some(draft: SetsDraft, start: int) -> bool:
    """Keep 'rest-pause on the final 2 sets' as words: it says of more than one what isn't said of all."""
    cursor = draft.cursor
    texts = [cursor.peek(ahead).text for ahead in range(5)]
    counted = any(cursor.peek(ahead).kind == "number" for ahead in (2, 3)) and {"sets", "set"} & set(texts)
    if texts[0] not in ("on", "in", "for") or not counted or not {"last", "final"} & set(texts[:3]):
        return False
    while cursor.peek().text not in ("sets", "set"):
        cursor.place += 1
    cursor.place += 1
    draft.remark(words(draft, start))
    return True


def _drops(draft: SetsDraft) -> bool:
    """Take how much lighter each drop is and how many there are: 'drop 20% x2'."""
    cursor = draft.cursor
    target = draft.held if draft.group is None else draft.group
    start = cursor.place
    found = False
    span = cursor.span()
    if span and cursor.see(UNITS) and cursor.phrase(UNITS) == "%" and cursor.peek().text not in _EACH_SET:
        if target.get("role") == "back-off" or draft.held.get("role") == "back-off":
            draft.give("change", -span.low)
            return True
        _to_failure_too(draft, target, "drop set")
        target["technique"], target["drop_percent"], found = "drop set", span.low, True
    else:
        cursor.place = start
    times = cursor.place
    if target.get("parts") and target.get("uncounted"):  # '10+10+10 dropset x 2' are two such sets
        return found
    if cursor.sign("x") and (drops := cursor.number()) and 1 <= drops <= 10 and drops.is_integer():
        cursor.word("drops", "times")
        target["technique"], target["drops"] = "drop set", int(drops)
        return True
    cursor.place = times
    return found


def failure(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    if cursor.peek().text in ("f", "tf", "fail", "failure") and draft.group is None:
        return False
    if draft.group is not None and draft.group.get("note", "").endswith(
        ("not", "no", "near", "close", "short of", "before")
    ):
        return False
    start = cursor.place
    if cursor.phrase(FAILURE) is None:
        return False
    if draft.group is None or draft.group.get("technique"):
        if draft.group is None:
            draft.start({"sets": ONE, "technique": "to failure"})
            return True
        draft.remark(words(draft, start))
        return True
    draft.group["technique"] = "to failure"
    return True


def _in_time(draft: SetsDraft) -> Found | None:
    """Take 'in 60 s x 3' behind 'AMRAP': three sets, each as many as possible in so long."""
    cursor = draft.cursor
    start = cursor.place
    if not cursor.word("in", "for") or take_seconds(draft) is None or cursor.peek().text != "x":
        cursor.place = start
        return None
    said = words(draft, start)
    sets, counted = sets_behind(draft)
    return {"sets": sets, "open_ended": True, "note": said, "uncounted": not counted}


def _is_how(draft: SetsDraft, start: int) -> bool:
    """Whether 'max' is said of how something is done rather than how often: 'maximum height', 'max effort'."""
    cursor = draft.cursor
    following = cursor.peek()
    if following.kind != "word" or following.text in _HARD:
        return following.kind == "word"
    alone = cursor.place == start + 1 and cursor.peek(-1).text in ("max", "maximum")
    plain = not any(cursor.see(table) for table in (UNITS, SIDES, FAILURE, REST, TECHNIQUES, TEMPO))
    return alone and draft.group is not None and plain and following.text not in _GOES_ON


def most(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    if cursor.phrase(MOST) is None:
        return False
    effort = cursor.peek(-1).text == "effort"
    if effort and draft.group is not None and (draft.group.get("reps") or draft.group.get("hold_s")):
        draft.remark(words(draft, start))  # how hard, not how many
        return True
    if draft.group is None and (timed := _in_time(draft)):
        draft.start(timed)
        return True
    if cursor.peek().text == "x" and cursor.peek(1).kind == "number":
        cursor.sign("x")
        sets = limits.whole_span(cursor.span() or ONE, 1, 50, "sets")
        cursor.word("sets", "set")
        draft.start({"sets": sets, "open_ended": True})
        return True
    if cursor.peek().kind == "number" and cursor.peek(-1).text in ("max", "maximum"):
        most = cursor.peek().raw
        raise ValueError(
            f"is 'max {most}' no more than {most}, or as many as possible? write '1-{most} reps', or 'AMRAP'"
        )
    if draft.group is None or (draft.gap in (",", ";", "+") and not cursor.see(LAST)):
        if cursor.peek().text == "hold" and draft.group is None:
            cursor.place += 1
            draft.start({"sets": ONE, "open_ended": True, "note": "hold"})
            return True
        if _is_how(draft, start):
            cursor.place = start
            note(draft)
            return True
        draft.start({"sets": ONE, "open_ended": True, "uncounted": True})
        return True
    if cursor.ended or cursor.see(LAST) or cursor.peek().kind == "sign" or cursor.peek().text == "reps":
        reps = draft.group.get("reps")
        if reps and reps.low != reps.high:
            draft.remark(words(draft, start))
            return True
        cursor.word("reps")
        draft.group["open_ended"] = True
        return True
    cursor.place = start
    note(draft)
    return True
