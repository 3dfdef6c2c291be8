"""Which side, and that sets are for each of them."""

from typing import Final

from cardmaker.plan.sets.cursor import each_of_many
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.notes import note, words
from cardmaker.plan.sets.words import ONE_SIDE, REST, SIDES
from cardmaker.plan.sets.work.measures import AT_ONCE

_JOINTS: Final = ("ankle", "hip", "shoulder", "elbow", "wrist", "calf", "heel", "thigh")
_NOT_ALONE: Final = (
    *("and", "then", "first", "after", "foot", "behind", "forward", "back", "up", "down", "on", "in"),
    *("front", "over", "under", "out", "across", "at", "straight", "bent", "elevated", "raised"),
    *("leading", "leads"),
)
"""Behind 'right foot' these say how to stand or to hold it, and not that it works alone."""
_SIDE_LETTERS: Final = {"l": "left", "lt": "left", "r": "right", "rt": "right"}


def one_side(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    if cursor.see(SIDES):
        return False
    start = cursor.place
    found = cursor.phrase(ONE_SIDE)
    lettered = cursor.peek().text in _SIDE_LETTERS and cursor.peek(1).kind == "sign"
    rest = cursor.peek(1).text in (":", "=") or cursor.peek(2).kind == "clock"
    if found is None and lettered and not rest:
        found = _SIDE_LETTERS[cursor.peek().text]
        cursor.place += 1
    if found is None:
        return False
    joint = cursor.tokens[cursor.place - 1].text
    if joint in _JOINTS:  # which the sets have no place for
        draft.remark(words(draft, start))
    then = cursor.peek().text == "," and cursor.peek(1).text == "then" and cursor.peek(2).kind == "word"
    if then or cursor.peek().text in _NOT_ALONE:  # 'left side, then right side'
        cursor.place = start
        return False
    if draft.whole.get("side", found) != found:
        if len(draft.groups) != 2 or draft.groups[0] != draft.groups[1]:
            raise ValueError("left and right in one line; write an entry for each side")
        draft.groups.pop()  # '3x10 right, 3x10 left'
        draft.give("per", "side")
        del draft.whole["side"]
        return True
    draft.whole["side"] = found
    return True


def sides(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    found = cursor.phrase(SIDES)
    if found is None:
        return False
    following = cursor.peek()
    if following.text in AT_ONCE:
        cursor.place = start
        note(draft)
        return True
    loose = cursor.peek(-1).text in ("each", "ea")
    if loose and (each_of_many(cursor) or following.text == ":"):
        cursor.place = start
        note(draft)
        return True
    if (
        loose
        and following.kind == "word"
        and not (cursor.see(REST) or following.text in ("with", "w/", "rpe", "rir", "tempo", "at"))
    ):
        cursor.place = start
        return False
    if draft.group is not None and draft.group.get("per", found) != found:
        cursor.place = start
        note(draft)
        return True
    draft.give("per", found)
    draft.whole.pop("bare", None)
    return True
