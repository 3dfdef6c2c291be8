"""Formats against the clock: EMOM 10, 20 min AMRAP, 5 rounds for time, Tabata, 40 s on / 20 s off, circuit x3."""

import re
from typing import Any

from cardmaker.plan.sets import limits
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.record import NumberRange
from cardmaker.plan.sets.timedwork import contents
from cardmaker.plan.sets.timingforms import (
    AMRAP,
    AMRAP_AFTER,
    CAP,
    CIRCUIT,
    EMOM,
    EMOM_AFTER,
    EVERY,
    EXMOM,
    FOR_MINUTES,
    FOR_TIME,
    INTERVAL,
    LONGEST_SET,
    MANY,
    MIN,
    NOT_FOR_TIME,
    ROUNDS,
    ROUNDS_OF,
    STATIONS,
    TABATA,
    minutes_of,
    whole_time,
)


def timing(draft: SetsDraft) -> bool:
    """Take a format; False, and nothing, if none is here."""
    if draft.cursor.ended or draft.depth > 1:
        return False
    found = _clocked(draft) or _rounded(draft) or _intervals(draft)
    if not found:
        return False
    known = draft.timing or {}
    before = known.get("format")
    if before not in (None, "rounds", found["format"]):
        if found["format"] not in ("rounds", "for time" if "cap_s" in found else ""):
            raise ValueError("two formats in one line; write a workout for each")
        found["format"] = before
    if found["format"] == "intervals" and known.get("named") == "circuit":
        known = {name: value for name, value in known.items() if name != "named"}
    draft.timing = {**known, **found}
    if found.get("rounds") and (many := draft.cursor.match(MANY)):
        draft.timing["note"] = many[0].removeprefix("of ")
    contents(draft)
    return True


def _clocked(draft: SetsDraft) -> dict[str, Any] | None:
    """EMOM and AMRAP; 'AMRAP' alone is a set, not a format."""
    cursor = draft.cursor
    if found := cursor.match(EMOM_AFTER):
        return _emom(60, found[1] or found[2])
    if found := cursor.match(EMOM):
        return _emom(60, found[1])
    if found := cursor.match(EXMOM):
        every = float(found[1]) * (60 if found[2].lower() == "m" else 1)
        rounds = "x" in found[0][len(found[1]) :].lower() and "min" not in found[0].lower()
        return _emom(every, str(every * float(found[3]) / 60) if rounds and found[3] else found[3])
    if found := cursor.match(EVERY):
        minutes = found[1] or re.match(MIN, found[3], re.IGNORECASE)
        every = round(minutes_of(found[1] or found[2]) * 60, 2) if minutes else float(found[2])
        amount, unit = found[5] or found[6], (found[7] or "").strip()
        if amount and ":" not in amount and not re.match(MIN, f" {unit}", re.IGNORECASE):
            return _emom(every, str(every * float(amount) / 60))
        return _emom(every, amount)
    if draft.groups and draft.gap not in (";", ":", ","):
        return None
    start = cursor.place
    after = cursor.match(AMRAP_AFTER)
    if found := after or cursor.match(AMRAP):
        clock = (found[2] or found[found.re.groups]) if after else found[1]
        total = float(clock) if found["s"] else minutes_of(clock) * 60
        if found["s"] and total <= LONGEST_SET and cursor.peek().text == "x":
            cursor.place = start  # 'AMRAP in 60 s x 3' are sets
            return None
        if after and found["x"]:
            return {"format": "amrap", "total_s": whole_time(total), "note": f"x {found['x']}"}
        return {"format": "amrap", "total_s": whole_time(total)}
    return None


def _emom(every: float, minutes: str | None) -> dict[str, Any]:
    limits.within(NumberRange(every, every), 5, 3600, "each interval", " s")
    return {"format": "emom", "every_s": every, "total_s": whole_time(minutes_of(minutes or "0") * 60)}


def _rounded(draft: SetsDraft) -> dict[str, Any] | None:
    """Rounds, for time, circuits, a time cap."""
    cursor = draft.cursor
    if cursor.match(NOT_FOR_TIME):
        idle = len(draft.groups) == 1 and draft.groups[0].keys() <= {"sets", "segment", "depth"}
        return {"format": "rounds", **({"rounds": draft.groups.pop()["sets"]} if idle else {})}
    if cursor.match(FOR_TIME):
        return {"format": "for time"}
    if found := cursor.match(CAP):
        minutes = minutes_of(found[1] or found[2] or found[3])
        return {"format": (draft.timing or {}).get("format", "for time"), "cap_s": whole_time(minutes * 60)}
    start = cursor.place
    counted = any(not group.get("uncounted") for group in draft.groups)
    if counted or (draft.groups and draft.gap not in (",", ";")) or not (found := cursor.match(ROUNDS)):
        return _circuit(draft)
    if ROUNDS_OF.match(cursor.text, found.end()) and not (found[3] or "rft" in found[0].lower()):
        if (draft.timing or {}).get("format") == "emom":
            raise ValueError(
                f"what are '{found[0]}' of an EMOM? write what is done each minute, 'EMOM 10 min x 8'"
            )
        cursor.place = start
        return None
    rounds = NumberRange(float(found[1]), float(found[2] or found[1]))
    limits.whole_span(rounds, 1, 100, "rounds")
    timed = found[3] or "rft" in found[0].lower()
    if not MANY.match(cursor.rest):
        cursor.word("of")
    return {"format": "for time" if timed else "rounds", "rounds": rounds}


def _circuit(draft: SetsDraft) -> dict[str, Any] | None:
    start = draft.cursor.place
    if not draft.groups and (stations := draft.cursor.match(STATIONS)):
        return {"format": "rounds", "named": "circuit", "note": stations[0]}
    found = draft.cursor.match(CIRCUIT)
    if not found:
        return None
    if draft.groups and "giant" in found[0].lower():  # '3x12 giant set' says whose part it is
        draft.cursor.place = start
        return None
    count = found[1] or found[2]
    rounds = (
        {"rounds": limits.whole_span(NumberRange(*[float(count)] * 2), 1, 100, "rounds")} if count else {}
    )
    return {"format": "rounds", "named": "circuit", **rounds}


def _intervals(draft: SetsDraft) -> dict[str, Any] | None:
    """Tabata, '40 s on / 20 s off', '8 x 20 s on 10 s off'."""
    cursor = draft.cursor
    if found := cursor.match(TABATA):
        times = found[1] or found[2]
        eight, twenty, ten = NumberRange(8, 8), NumberRange(20, 20), NumberRange(10, 10)
        tabata = {"format": "intervals", "named": "tabata", "rounds": eight, "work_s": twenty, "rest_s": ten}
        return {**tabata, **({"note": f"x {times}"} if times else {})}
    if draft.groups:
        return None
    found = cursor.match(INTERVAL)
    if not found:
        return None
    work, rest = (_seconds(found[n], found[n + 1]) for n in (2, 4))
    rounds = found[1] or found["x"] or found["rounds"]
    if not rounds and (whole := cursor.match(FOR_MINUTES)):
        times = minutes_of(whole[1]) * 60 / (work.high + rest.high)
        if not times.is_integer():
            raise ValueError(f"'{whole[0]}' is no whole number of rounds; write them, '{times:.0f} rounds'")
        rounds = f"{times:.0f}"
    more = (
        {"rounds": limits.whole_span(NumberRange(*[float(rounds)] * 2), 1, 100, "rounds")} if rounds else {}
    )
    return {"format": "intervals", "work_s": work, "rest_s": rest, **more}


def _seconds(number: str, unit: str) -> NumberRange:
    if ":" in number:
        seconds = minutes_of(number) * 60
        return limits.seconds(NumberRange(seconds, seconds), "an interval")
    factor = 60 if unit and re.match(MIN, unit, re.IGNORECASE) else 1
    return limits.seconds(NumberRange(float(number), float(number)).times(factor), "an interval")
