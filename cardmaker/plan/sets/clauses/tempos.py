"""Seconds down, pause, up, pause: '3-1-1-0', '31X0', 'tempo 3010'."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets import limits
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.notes import note
from cardmaker.plan.sets.words import TEMPO

_SETS_AHEAD: Final = Pattern(r"\d ?x ?\d\d|\d\d? x \d|\d\dx\d\d", "x", re.IGNORECASE)
_PHASE: Final = "0123456789x"
_TEMPO: Final = Pattern(r"([\dx]{1,2}(?:\s?[-/:.]\s?[\dx]{1,2}){2,3}|[\dx]{3,4})(?![\w-])", "", re.IGNORECASE)
# Without the word: all four phases, '3010' only behind '@', and '20X1' unless it may be twenty sets of one.
_BARE_TEMPO: Final = Pattern(
    r"([\dx](?:-[\dx]){2,3}|[03-9][0-4]x[0-4]|[12]\dx0|x[\dx]{3})(?![\w-]|\s?(?:kg|lb|%|s\b|rir|rpe))",
    "",
    re.IGNORECASE,
    begins=_PHASE,
)
_DOUBTFUL_TEMPO: Final = Pattern(r"[12]\dx[1-9](?![\w-]|\s?(?:kg|lb|%|s\b))", r"1\dx|2\dx", re.IGNORECASE)
_SETS_OF: Final = Pattern(r"[2-9]x\d", "x", re.IGNORECASE)
_LIKE_SETS: Final = Pattern(r"\d\dx[1-9]", "x", re.UNICODE)
_AT_TEMPO: Final = Pattern(
    r"([\dx]\d[\dx]\d|\d\dx|\dx\d)(?![\w%-]|[.,]\d|\s?(?:kg|lb|%))", "", re.IGNORECASE, begins=_PHASE
)
# '@ 2/0/2', where '@ 7/8/9' is the effort of each set: nobody asks for three sets with one of them at RPE 3 or less.
_SLASHED_TEMPO: Final = Pattern(
    r"(?=[\d/]*[0-3x](?:/|(?!\d)))([\dx](?:/[\dx]){2,3})(?![\w/%-]|[.,]\d|\s?(?:kg|lb|%|rir|rpe))",
    "/",
    re.IGNORECASE,
    begins=_PHASE,
)
_NAMED_TEMPO: Final = Pattern(
    r"([\dx]{1,2}(?:[-/:.][\dx]{1,2}){2,3}) tempo\b", " tempo", re.IGNORECASE, begins=_PHASE
)
# '4x8 3010, rest 60': no load has such four figures without a unit.
_BEHIND_TEMPO: Final = Pattern(
    r"([1-9][0-4][0-5][0-4])(?=$| ?[);|]|,(?!\d)| rest| rpe| rir)", "", re.IGNORECASE, begins=_PHASE
)


def tempo(draft: SetsDraft) -> bool:
    cursor = draft.cursor
    start = cursor.place
    if cursor.phrase(TEMPO) is not None:
        short = cursor.peek(-1).text == "t" or cursor.peek(-2).text == "t"
        cursor.sign(":", "=", "(")
        if draft.group is None and _SETS_AHEAD.match(cursor.rest):  # 'bike tempo 12x40 s'
            cursor.place = start
            note(draft)
            return True
        if found := cursor.match(_TEMPO):
            draft.give("tempo", limits.normal_tempo(found[1]))
            return True
        what = cursor.rest
        cursor.place = start
        if short:
            return False
        if not what or what[0].isdigit():
            raise ValueError(f"a tempo is seconds down, paused, up: 'tempo 3-1-1' or '40X0', not '{what}'")
        note(draft)
        return True
    if draft.group is None and draft.gap != "@":
        return False
    start = cursor.place
    counted = draft.group is not None and "reps" in draft.group and not draft.group.get("uncounted")
    if draft.gap == "," and counted and (found := cursor.match(_SLASHED_TEMPO)):
        phases, sets = found[1].replace("/", "-"), ", ".join(f"1x{n}" for n in found[1].split("/"))
        raise ValueError(f"is '{found[1]}' a tempo, or more sets? write 'tempo {phases}' or '{sets}'")
    if draft.gap == "@" and (found := cursor.match(_NAMED_TEMPO)):
        draft.give("tempo", limits.normal_tempo(found[1]))
        return True
    if draft.gap == "@" and (found := cursor.match(_SLASHED_TEMPO)):
        draft.give("tempo", limits.normal_tempo(found[1]))
        return True
    found = cursor.match(_AT_TEMPO if draft.gap == "@" else _BARE_TEMPO) or cursor.match(_BARE_TEMPO)
    if found and draft.gap == "@" and (draft.group or {}).get("uncounted") and _SETS_OF.fullmatch(found[1]):
        reps = (draft.group or {}).get("reps")
        raise ValueError(f"is '{found[1]}' sets, and {reps} a load? write '{found[1]} {reps} kg'")
    if not found and draft.group is not None and draft.group.get("reps"):
        found = cursor.match(_BEHIND_TEMPO)
    if found and draft.gap in (",", ";", "+") and _LIKE_SETS.fullmatch(found[1]):
        cursor.place = start
        return False
    if found:
        draft.give("tempo", limits.normal_tempo(found[1]))
        cursor.word("tempo")
        return True
    if draft.gap in ("", "(") and (found := cursor.match(_DOUBTFUL_TEMPO)):
        draft.give("tempo", limits.normal_tempo(found[0]))
        cursor.word("tempo")
        return True
    return False
