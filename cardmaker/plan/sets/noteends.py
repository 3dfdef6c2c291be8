"""Where words that the notation doesn't know end, and which numbers are part of them."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets.cursor import Cursor
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.loadwords import BAR
from cardmaker.plan.sets.words import (
    FAILURE,
    HOLD_FIRST,
    NOUNS,
    SIDES,
    SINGLES,
    TECHNIQUES,
    TIMES,
    UNITS,
    UP_TO,
    listed,
)

CHANGES: Final = frozenset(
    listed(
        "of weekly add adding increase increasing decrease drop reduce plus minus up down by from until than last over "
        "under every if when once to above below max go going each week session next start starting about aim not "
        "within without progression progress linear lp increment increments jumps deload ego per"
    )
)
"""Behind such a word a weight isn't the one that is lifted: 'add 2.5 kg each week'."""
_ENDS: Final = (",", ";", "(", ")", "[", "]", "@")
_FORMATS: Final = ("emom", "otm", "tabata")
_KEYWORDS: Final = ("rest", "rpe", "rir", "tempo")
_SHORT_UNITS: Final = ("s", "sec", "secs", "seconds", "min", "mins", "minutes")
_ANGLES: Final = ("degrees", "degree", "deg", "grad", "°")
_NUMBERED: Final = (
    "day",
    "workout",
    "session",
    "phase",
    "block",
    "level",
    "stage",
    "option",
    "cycle",
    "wave",
    "big",
    "tag",
)
_LABELS: Final = ("a", "b", "c", "d")
_OF_WORK: Final = ("reps", "s", "min", "m", "metres", "cal")
_SETS_BEHIND: Final = Pattern(r"[)\]].*\d ?x ?\d", "x", re.IGNORECASE)
"""Sets behind a bracket whose only number is not theirs: 'accessory (choose 1): hip thrust 3x8'."""
_HOW_OFTEN: Final = Pattern(
    r"\d+(?:-\d+)? ?x ?(?:/ ?d|/ ?w|daily|a (?:day|week)|per (?:day|week)|tägl|tgl|am tag|pro (?:tag|woche))",
    "x",
    re.IGNORECASE,
)
_OF_EACH: Final = ("between", "after", "before", "for", "of", "in", "on", "from", "to", "during", "at")
_DENIED: Final = ("no", "not", "without", "w/o", "or", "kein", "keine", "ohne")
_FEWEST_REPS: Final = 6
"""'cat-cow x 10' are repetitions; 'x 3' may be sets."""
_SHORTEST_REST: Final = 20
_PERIODS: Final = ("week", "weeks", "session", "workout", "month", "time", "weekly")


def in_a_name(cursor: Cursor) -> bool:
    """Whether the number here is part of an exercise's name: '45° back extension', '4-way neck', '90/90 stretch'."""
    texts = tuple(cursor.peek(ahead).text for ahead in range(3))
    numbered = (
        cursor.peek(-1).text in _NUMBERED and texts[1] not in ("x", "/") and not cursor.see(UNITS, 1)
    )  # 'Day 1: 3x10'
    labelled = texts[1] in _LABELS and not cursor.peek(1).spaced and cursor.place == 0  # '1a. Bench 4x8'
    end = 3 if texts[1] in ("-", "to") and cursor.peek(2).kind == "number" else 1  # '10-15 cm'
    high = cursor.peek(end).text in ("inch", "inches", "cm") or texts[1:] == ("-", "in")  # '4-in step'
    half = texts == ("1", "/", "2") and cursor.peek(3).kind == "word" and not cursor.see(UNITS, 3)
    chosen = texts[1] in (")", "]") and cursor.peek(-1).kind == "word" and _SETS_BEHIND.search(cursor.rest)
    return bool(
        numbered
        or labelled
        or chosen
        or high
        or half
        or cursor.peek(end).text in _ANGLES
        or (
            texts[1] == "-"
            and texts[2] in ("way", "arm", "leg", "hand", "position", "board")
            and not cursor.peek(2).spaced
        )
        or texts[1] == "ct"
        or (texts[1] == "count" and texts[2].startswith("pause"))
        or texts == ("90", "/", "90")
    )


def _is_condition(draft: SetsDraft, first: int) -> bool:
    """Whether the words from *first* on say when something changes: 'once all 12 are done +2.5 kg'."""
    cursor = draft.cursor
    return any(token.text in ("if", "when", "once", "until") for token in cursor.tokens[first : cursor.place])


def _is_time(draft: SetsDraft) -> bool:
    """Whether a clock, or seconds, is behind the next token: 'r2:00', 'r90'."""
    behind = draft.cursor.peek(1)
    return behind.kind == "clock" or (behind.kind == "number" and behind.value >= _SHORTEST_REST)


def _is_side(draft: SetsDraft, first: int) -> bool:
    """Whether sides begin here that nothing goes on from: 'single-leg each', 'Turkish get-up each side'."""
    cursor = draft.cursor
    count = cursor.see(SIDES)
    said = cursor.tokens[first : cursor.place]
    mere = all(token.kind == "word" or token.text == "." for token in said)  # '(10 per leg)' counts by itself
    if not count or not mere or draft.group is None or draft.group.get("per") or draft.timing:
        return False
    if count == 1 and cursor.peek().text == "each" and cursor.peek(-1).text in _OF_EACH:
        return False  # 'full recovery between each'
    behind = cursor.peek(count)
    apart = behind.kind == "sign" and behind.text not in ("x", "/", "+", "-")
    loaded = behind.kind == "number" and cursor.peek(count + 1).text in ("kg", "kgs", "lb", "lbs")
    ends = apart or loaded or behind.text in (*_KEYWORDS, "with", "w/")
    return ends and (cursor.peek(count - 1).text not in ("l", "es", "el", "s", "sides") or count > 1)


def _is_interval(draft: SetsDraft) -> bool:
    """Whether 'every 1:30', 'every 90 s' is here, behind an exercise's name."""
    cursor = draft.cursor
    if cursor.peek().text != "every" or draft.group is not None or draft.groups:
        return False
    return cursor.peek(1).kind == "clock" or (
        cursor.peek(1).kind == "number" and cursor.peek(2).text in _SHORT_UNITS
    )


def _is_with_load(draft: SetsDraft) -> bool:
    """Whether 'with 20 kg', 'with 2x24 kg', or 'BW+10 kg' behind an exercise's name, is here."""
    cursor = draft.cursor
    bodyweight = cursor.peek().text in ("bw", "bodyweight") and cursor.peek(1).text in ("+", "-")
    joined = cursor.peek().text in ("with", "w/", "mit") or (bodyweight and draft.group is None)
    ahead = 2 if bodyweight else 1
    if joined and not bodyweight and cursor.peek(2).text == "x" and cursor.peek(3).kind == "number":
        ahead = 3  # 'with 2x24 kg'
    return (
        joined
        and cursor.peek(ahead).kind == "number"
        and cursor.peek(ahead + 1).text in ("kg", "kgs", "lb", "lbs")
    )


def _is_maximum(draft: SetsDraft) -> bool:
    """Whether 'up to 1RM' is here, behind an exercise's name."""
    cursor = draft.cursor
    count = cursor.see(UP_TO) if draft.group is None else 0
    return count > 0 and cursor.peek(count).kind == "number" and cursor.peek(count + 1).text == "rm"


def _is_amrap(draft: SetsDraft) -> bool:
    """Whether 'AMRAP 8 min', 'AMRAP in 2 min' is here, behind an exercise's name."""
    cursor = draft.cursor
    if cursor.peek().text != "amrap" or draft.group is not None or draft.groups:
        return False
    ahead = 2 if cursor.peek(1).text in ("in", "for") else 1
    return cursor.peek(ahead).kind == "clock" or cursor.peek(ahead + 1).text in _SHORT_UNITS


def _is_one_set(draft: SetsDraft) -> bool:
    """Whether 'x 40 s', 'x 8/side' or 'x 12 steps' is here, behind an exercise's name."""
    cursor = draft.cursor
    start = cursor.place
    cursor.sign("x")
    figures = cursor.figures()
    alone = draft.group is None and not draft.groups and figures is not None and len(figures.items) == 1
    ends = cursor.ended or (cursor.peek().kind == "sign" and cursor.peek().text in (",", ";", "("))
    bare = ends and figures is not None and figures.one.high >= _FEWEST_REPS
    own = alone and (
        bare or cursor.phrase(UNITS) in _OF_WORK or any(map(cursor.see, (NOUNS, SIDES, HOLD_FIRST)))
    )
    cursor.phrase(SIDES)
    counted = cursor.peek().text == "x" and cursor.peek(2).text in ("sets", "set")
    behind = "" if cursor.ended else _HOW_OFTEN.sub("", cursor.text[cursor.peek(int(counted)).at :])
    more = "x" in re.split(r"[\s\d]+", behind.lower())
    cursor.place = start
    return bool(own) and not more


def _is_technique(draft: SetsDraft) -> bool:
    """Whether 'dropset' or the like is here, and nothing behind it: '2x20 abduction dropset'."""
    cursor = draft.cursor
    count = cursor.see(TECHNIQUES) if draft.group is not None and "reps" in draft.group else 0
    said = " ".join(cursor.peek(ahead).text for ahead in range(count))
    behind = cursor.peek(count)
    ends = behind.kind == "sign" and behind.text in ("", ",", ";", ")", ".")
    named = "set" in said or said.startswith(("myo", "rest"))
    return count > 0 and ends and named and cursor.peek(-1).text not in _DENIED


def ends_note(draft: SetsDraft, changed: bool, first: int) -> bool:
    """Whether something known begins here."""
    cursor = draft.cursor
    token = cursor.peek()
    if token.kind == "sign" and token.text in _ENDS:
        return True
    uncounted = (draft.group or {}).get("uncounted") and not changed
    if token.text == "x" and cursor.peek(1).kind == "number" and (uncounted or _is_one_set(draft)):
        return True
    if token.kind == "sign" and token.text == "-" and token.spaced and cursor.peek(1).spaced:
        return True
    if not changed and _is_technique(draft):
        return True
    for_time = token.text == "for" and cursor.peek(1).text == "time" and not draft.depth
    known = token.text in _FORMATS or for_time or _is_interval(draft) or _is_amrap(draft)
    if token.kind == "word" and known and draft.timing is None:
        return True
    last = token.text in ("rest", "tempo") and cursor.peek(1).text in ("", ")", ",", ";")  # 'minimal rest'
    if _is_side(draft, first) or (
        token.text in ("r", "ri") and not cursor.peek(1).spaced and _is_time(draft)
    ):
        return True
    bar = cursor.see(BAR, 1) if token.text == ":" else 0  # 'progression: empty bar x 10, …'
    if (bar and cursor.peek(1 + bar).text == "x") or (draft.group is None and cursor.see(FAILURE) > 1):
        return True
    if token.kind == "quote" or (token.kind == "word" and token.text in _KEYWORDS and not last):
        return True
    if draft.group is None and token.text in ("top", "heavy") and cursor.peek(1).text in SINGLES:
        return True
    if (_is_with_load(draft) or _is_maximum(draft)) and not changed:
        return True
    if (
        not (changed and (cursor.peek(-1).text in _PERIODS or _is_condition(draft, first)))
        and token.text in ("+", "-")
        and token.spaced
        and cursor.peek(1).kind == "number"
        and cursor.peek(2).text in ("%", "kg", "lb")
        and (not cursor.peek(1).spaced or token.text == "+")
    ):
        return True
    if token.kind in ("number", "clock") and draft.group is None and not draft.timing:
        return not _is_condition(draft, first) and token.spaced and not in_a_name(cursor)  # 'A1' is a label
    if token.kind != "number" or changed:
        return False
    if cursor.peek(1).text in ("sets", "set"):
        return True
    if cursor.peek(1).text == "x":
        return cursor.peek(2).kind == "number"
    start = cursor.place
    cursor.figures()
    unit = cursor.phrase(UNITS)
    often = unit is None and draft.group is not None and cursor.see(TIMES) > 0
    cursor.place = start
    return often or unit in ("kg", "lb", "%", "rir", "rpe")
