"""What is done against the clock, behind the format: one prescription, or words."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets import limits
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.notes import verbatim
from cardmaker.plan.sets.record import NumberRange
from cardmaker.plan.sets.timingforms import CAP, ROUNDS, minutes_of, whole_time
from cardmaker.plan.sets.words import NOUNS, SIDES, UNITS

_ITEM: Final = (
    r"(?:^|[,;+]| / |\band)\s*\d[\d/-]*\s?(?:x\s?)?(?:[a-z]{1,6}\s)?\s?"
    r"(?!(?:reps?|se[ck]s?|min|kgs?|lbs?|cals?|km|mi|yds?|ft|sets?|rounds?|each|per|rest|x|tm|rm)\b)"
    r"(?:(?:row|run|ski|bike|jog)\b|[a-z][a-z2 -]{1,})"
)


_STATIONS_NEXT: Final = Pattern(r"[:,]? ?\d+ stations\b", "stations", re.IGNORECASE)
_STATION: Final = Pattern(
    r"(?:[a-e]\d?|1|min(?:ute)? ?1)[).:] ?[^\W_].*\b(?:[b-e]\d?|2|min(?:ute)? ?2)[).:]", "", re.IGNORECASE
)
"""'A) 12 cal row B) 10 push-ups', which goes from station to station."""


def _cap_and_rounds(draft: SetsDraft) -> None:
    """Take the cap of 'for time, 12:00 cap: 4 rounds of …', and the rounds."""
    cursor, clocked = draft.cursor, draft.timing or {}
    if clocked.get("format") != "for time" or draft.groups:
        return
    start = cursor.place
    cursor.sign(",", "-")
    if found := cursor.match(CAP):
        clocked["cap_s"] = whole_time(minutes_of(found[1] or found[2] or found[3]) * 60)
        start = cursor.place
    rounds = cursor.match(ROUNDS) if cursor.sign(":") and "rounds" not in clocked else None
    if rounds is None:
        cursor.place = start
        return
    clocked["rounds"] = limits.whole_span(
        NumberRange(float(rounds[1]), float(rounds[2] or rounds[1])), 1, 100, "rounds"
    )
    cursor.word("of")


def contents(draft: SetsDraft) -> None:
    """What is to be done, behind a colon or an x: one prescription, else words."""
    cursor = draft.cursor
    _cap_and_rounds(draft)
    if (draft.timing or {}).get("named") == "circuit" and _STATIONS_NEXT.match(cursor.rest):
        cursor.sign(":", ",")
        return
    colon = cursor.sign(":")
    if not colon and cursor.peek().text == "x" and cursor.peek(1).kind == "number":
        cursor.sign("x")
        return
    if cursor.ended:
        return
    start = cursor.place
    stations = not draft.groups and _STATION.match(cursor.rest.lstrip("-: "))
    if (
        draft.timing is not None
        and not draft.groups
        and (stations or _names_several(cursor.rest.lstrip("-: ")))
    ):
        cursor.sign("-")
        draft.timing["note"] = verbatim(draft)
        return
    listed = cursor.figures() is not None
    unit = cursor.see(UNITS) or cursor.see(NOUNS) or cursor.see(SIDES) or cursor.peek().kind != "word"
    cursor.place = start
    named = (listed and not unit) or (
        colon
        and cursor.peek().kind == "word"
        and (cursor.peek().text not in ("max", "amrap") or re.search(r", .*\d", cursor.rest))
    )
    if named and draft.timing is not None:
        draft.timing["note"] = verbatim(draft)
    if colon and cursor.peek().kind == "quote" and draft.timing is not None:
        draft.timing["note"] = cursor.peek().raw.strip('"')
        cursor.place += 1


def _names_several(text: str) -> bool:
    """Whether a workout's exercises are listed: '400 m run, 15 overhead squats'."""
    return len(re.findall(_ITEM, text, re.IGNORECASE)) > 1 and not re.search(
        r"\b(?:rest|rpe|rir|tempo|on|off|work)\b", text, re.IGNORECASE
    )
