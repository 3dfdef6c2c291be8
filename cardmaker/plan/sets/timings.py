"""Formats against the clock: EMOM 10, 20 min AMRAP, 5 rounds for time, Tabata, 40 s on / 20 s off, circuit x3."""

import re
from typing import Any, Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets import limits
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.notes import verbatim
from cardmaker.plan.sets.record import NumberRange
from cardmaker.plan.sets.words import NOUNS, SIDES, UNITS

_N: Final = r"(\d{1,3}(?:\.5)?)"
_C: Final = r"(\d{1,2}:[0-5]\d(?!:)|\d{1,3}(?:\.5)?)"
"""Minutes, also as a clock has them, 2:30."""
_MIN: Final = r"(?:\s?-?\s?(?:minutes|minute|mins|min|')(?![a-z]))"
_SEC: Final = r"""(?:\s?(?:seconds|second|secs|sec|s|")(?![a-z]))"""
_CLOCKED: Final = r"(\d{1,2}:[0-5]\d)(?!:)"
_END: Final = r"(?=\s*(?:$|[:,;.x()@/+-]))"
_LED: Final = r"\s*(?:for|in|of|x|-|:)?\s*"


def _pattern(text: str, needed: str = "") -> Pattern:
    return Pattern(text, needed, re.IGNORECASE)


_BARE_EMOM: Final = (
    r"(?:emom|otm|every minute on the minute|every min on the min|every minute|on the minute)(?![a-z])"
)
_EMOM: Final = _pattern(
    rf"{_BARE_EMOM}(?:{_LED}\(?{_C}(?:{_MIN}|{_END}))?", "emom|otm|every min|on the minute"
)
_EMOM_AFTER: Final = _pattern(
    rf"(?:{_N}{_MIN}|{_CLOCKED})\s?(?:of )?{_BARE_EMOM}", "emom|otm|every min|on the minute"
)
_EXMOM: Final = _pattern(
    rf"e{_N}(m|s)(?:om)?(?![a-z])(?:{_LED}{_N}(?:{_MIN}|\s?(?:rounds|sets)|{_END}))?",
    "e0|e1|e2|e3|e4|e5|e6|e7|e8|e9",
)
_EVERY: Final = _pattern(
    rf"every\s?(?:{_CLOCKED}|{_N}({_MIN}|{_SEC}))(?: on the (?:minute|min|{_N}))?"
    rf"(?:{_LED}(?:{_CLOCKED}|{_N}({_MIN}|\s?(?:rounds|sets)|{_END})))?",
    "every",
)
_AMRAP: Final = _pattern(
    r"(?:amrap|as many (?:rounds|reps) as possible)(?:\s*in)?\s*(?:for|in|of|-|:)?\s*"
    rf"\(?{_C}(?:(?P<min>{_MIN})|(?P<s>{_SEC})|{_END})\)?",
    "amrap|as many",
)
_AMRAP_AFTER: Final = _pattern(
    rf"(?:(?P<x>\d{{1,2}})\s?x\s?)?(?:{_N}(?:(?P<min>{_MIN})|(?P<s>{_SEC}))|{_CLOCKED})\s?"
    r"(?:of )?(?:amrap|max reps)(?![a-z])(?: of(?=:))?",
    "amrap|max reps",
)
_LONGEST_SET = 180
"""Seconds of a set of as many as possible; longer is a workout by itself."""
_FOR_TIME: Final = _pattern(r"(?:all )?for time(?![a-z])", "for time")
_NOT_FOR_TIME: Final = _pattern(r"not for time(?![a-z])", "not for time")
_ROUNDS: Final = _pattern(
    rf"{_N}(?:\s?-\s?{_N})?\s?(?:rounds|rds|rft|rnft|nft|rounds of|giant sets|rounds:|runden)(?![a-z])"
    r"(\s?for time)?(?:\s?nft(?![a-z]))?",
    "rounds|rds|rft|nft|giant sets|runden",
)
BY_THE_CLOCK: Final = Pattern(r"\bfor time\b|\b(?:amrap|emom|rft|nft)\b", "for time|amrap|emom|rft|nft")
"""In lower case: what makes a line a workout by the clock, whose '95/65' are loads for men and for women."""
_MANY: Final = _pattern(
    r"(?:of |x )?\d{1,2} (?:exercises|stations|movements)(?![a-z])", "exercises|stations|movements"
)
_ROUNDS_OF: Final = _pattern(r"\s*(?:of|x)\s*\d(?!\d* (?:exercises|stations|movements))")
_CAP: Final = _pattern(
    rf"(?:(?:(?:time ?)?cap|tc):?(?: of)?\s?{_C}{_MIN}?|{_N}{_MIN}\s?(?:time )?cap|{_CLOCKED} (?:time )?cap)(?![a-z])",
    "cap|tc",
)
_TABATA: Final = _pattern(
    rf"(?:(\d)\s?x\s?)?tabata(?: intervals| sets| style| protocol)?(?![a-z])"
    rf"(?:\s?(?:x\s?(\d)(?![\d.])|\(?4{_MIN}\)?"
    rf"|[,:]?\s?\(?8\s?(?:x|rounds)\s?(?:of\s)?20{_SEC}?\s?/\s?10{_SEC}?\)?))?",
    "tabata",
)
_TIMES: Final = (
    r"(?:\s?[,;]?\s*(?:x\s?(?P<x>\d{1,2})(?:\s?rounds|\s?sets)?(?![\w.])(?!\s?(?:kg|lb|%|reps|s\b|min))"
    r"|(?P<rounds>\d{1,2})\s?rounds(?![a-z])))?"
)
_COUNT: Final = r"(?:(\d{1,2})\s?(?:x|rounds(?: of)?|sets(?: of)?|:(?!\d))\s?)?"
_UNIT: Final = rf"({_SEC}|{_MIN}|(?=\s?(?:on|work)))"
_INTERVAL: Final = _pattern(
    rf"{_COUNT}\(?(\d{{1,3}}|\d{{0,2}}:[0-5]\d){_UNIT}\s?(?:on|work|of work)\s?(?:followed by|then|with|[/,;:+-])?\s?"
    rf"(\d{{1,3}}|\d{{0,2}}:[0-5]\d)({_SEC}|{_MIN}|(?=\s?(?:off|rest)))\s?"
    rf"(?:off|rest|of rest|of recovery|recovery){_TIMES}",
    "on|work",
)
_FOR_MINUTES: Final = _pattern(rf"(?:for|x|,) ?{_C}{_MIN}", "for|x|,")
_STATIONS: Final = _pattern(
    rf"\d{{1,2}} stations(?:\s?(?:x|,|of|@|for)?\s?(?:\d{{1,3}}(?:{_SEC}|{_MIN})|{_CLOCKED})(?: each| per station)?)?"
    r"(?! ?(?:on|work))",
    "stations",
)
_CIRCUIT: Final = _pattern(
    r"(?:(\d{1,2}) ?x (?:the )?)?(?:circuit|stations|station|giant set)(?![a-z])"
    r"(?:\s?[x:,]?\s?(?:x\s?)?(\d{1,2})(?:\s?(?:x|rounds|times))?(?![\w.]| (?:s|secs?|seconds|min)\b))?",
    "circuit|station|giant set",
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
    if found.get("rounds") and (many := draft.cursor.match(_MANY)):
        draft.timing["note"] = many[0].removeprefix("of ")
    _contents(draft)
    return True


def _clocked(draft: SetsDraft) -> dict[str, Any] | None:
    """EMOM and AMRAP; 'AMRAP' alone is a set, not a format."""
    cursor = draft.cursor
    if found := cursor.match(_EMOM_AFTER):
        return _emom(60, found[1] or found[2])
    if found := cursor.match(_EMOM):
        return _emom(60, found[1])
    if found := cursor.match(_EXMOM):
        every = float(found[1]) * (60 if found[2].lower() == "m" else 1)
        rounds = "x" in found[0][len(found[1]) :].lower() and "min" not in found[0].lower()
        return _emom(every, str(every * float(found[3]) / 60) if rounds and found[3] else found[3])
    if found := cursor.match(_EVERY):
        minutes = found[1] or re.match(_MIN, found[3], re.IGNORECASE)
        every = _minutes(found[1] or found[2]) * 60 if minutes else float(found[2])
        amount, unit = found[5] or found[6], (found[7] or "").strip()
        if amount and ":" not in amount and not re.match(_MIN, f" {unit}", re.IGNORECASE):
            return _emom(every, str(every * float(amount) / 60))
        return _emom(every, amount)
    if draft.groups and draft.gap not in (";", ":", ","):
        return None
    start = cursor.place
    after = cursor.match(_AMRAP_AFTER)
    if found := after or cursor.match(_AMRAP):
        clock = (found[2] or found[found.re.groups]) if after else found[1]
        total = float(clock) if found["s"] else _minutes(clock) * 60
        if found["s"] and total <= _LONGEST_SET and cursor.peek().text == "x":
            cursor.place = start  # 'AMRAP in 60 s x 3' are sets
            return None
        if after and found["x"]:
            return {"format": "amrap", "total_s": _total(total), "note": f"x {found['x']}"}
        return {"format": "amrap", "total_s": _total(total)}
    return None


def _emom(every: float, minutes: str | None) -> dict[str, Any]:
    limits.within(NumberRange(every, every), 5, 3600, "each interval", " s")
    return {"format": "emom", "every_s": every, "total_s": _total(_minutes(minutes or "0") * 60)}


def _minutes(text: str) -> float:
    """'10', '2.5' and '2:30' as minutes."""
    minutes, colon, seconds = text.partition(":")
    return float(minutes or 0) + float(seconds) / 60 if colon else float(minutes)


def _total(seconds: float) -> float:
    return limits.within(NumberRange(seconds, seconds), 0, 4 * 3600, "the whole time", " s").low


def _rounded(draft: SetsDraft) -> dict[str, Any] | None:
    """Rounds, for time, circuits, a time cap."""
    cursor = draft.cursor
    if cursor.match(_NOT_FOR_TIME):
        idle = len(draft.groups) == 1 and draft.groups[0].keys() <= {"sets", "segment", "depth"}
        return {"format": "rounds", **({"rounds": draft.groups.pop()["sets"]} if idle else {})}
    if cursor.match(_FOR_TIME):
        return {"format": "for time"}
    if found := cursor.match(_CAP):
        minutes = _minutes(found[1] or found[2] or found[3])
        return {"format": (draft.timing or {}).get("format", "for time"), "cap_s": _total(minutes * 60)}
    start = cursor.place
    counted = any(not group.get("uncounted") for group in draft.groups)
    if counted or (draft.groups and draft.gap not in (",", ";")) or not (found := cursor.match(_ROUNDS)):
        return _circuit(draft)
    if _ROUNDS_OF.match(cursor.text, found.end()) and not (found[3] or "rft" in found[0].lower()):
        if (draft.timing or {}).get("format") == "emom":
            raise ValueError(
                f"what are '{found[0]}' of an EMOM? write what is done each minute, 'EMOM 10 min x 8'"
            )
        cursor.place = start
        return None
    rounds = NumberRange(float(found[1]), float(found[2] or found[1]))
    limits.whole_span(rounds, 1, 100, "rounds")
    timed = found[3] or "rft" in found[0].lower()
    if not _MANY.match(cursor.rest):
        cursor.word("of")
    return {"format": "for time" if timed else "rounds", "rounds": rounds}


def _circuit(draft: SetsDraft) -> dict[str, Any] | None:
    start = draft.cursor.place
    if not draft.groups and (stations := draft.cursor.match(_STATIONS)):
        return {"format": "rounds", "named": "circuit", "note": stations[0]}
    found = draft.cursor.match(_CIRCUIT)
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
    if found := cursor.match(_TABATA):
        times = found[1] or found[2]
        eight, twenty, ten = NumberRange(8, 8), NumberRange(20, 20), NumberRange(10, 10)
        tabata = {"format": "intervals", "named": "tabata", "rounds": eight, "work_s": twenty, "rest_s": ten}
        return {**tabata, **({"note": f"x {times}"} if times else {})}
    if draft.groups:
        return None
    found = cursor.match(_INTERVAL)
    if not found:
        return None
    work, rest = (_seconds(found[n], found[n + 1]) for n in (2, 4))
    rounds = found[1] or found["x"] or found["rounds"]
    if not rounds and (whole := cursor.match(_FOR_MINUTES)):
        times = _minutes(whole[1]) * 60 / (work.high + rest.high)
        if not times.is_integer():
            raise ValueError(f"'{whole[0]}' is no whole number of rounds; write them, '{times:.0f} rounds'")
        rounds = f"{times:.0f}"
    more = (
        {"rounds": limits.whole_span(NumberRange(*[float(rounds)] * 2), 1, 100, "rounds")} if rounds else {}
    )
    return {"format": "intervals", "work_s": work, "rest_s": rest, **more}


def _seconds(number: str, unit: str) -> NumberRange:
    if ":" in number:
        seconds = _minutes(number) * 60
        return limits.seconds(NumberRange(seconds, seconds), "an interval")
    factor = 60 if unit and re.match(_MIN, unit, re.IGNORECASE) else 1
    return limits.seconds(NumberRange(float(number), float(number)).times(factor), "an interval")


_ITEM: Final = (
    r"(?:^|[,;+]|\band)\s*\d[\d/-]*\s?(?:x\s?)?(?:[a-z]{1,6}\s)?\s?"
    r"(?!(?:reps?|se[ck]s?|min|kgs?|lbs?|cals?|km|mi|yds?|ft|sets?|rounds?|each|per|rest|x|tm|rm)\b)"
    r"(?:(?:row|run|ski|bike|jog)\b|[a-z][a-z2 -]{1,})"
)


def _names_several(text: str) -> bool:
    """Whether a workout's exercises are listed: '400 m run, 15 overhead squats'."""
    return len(re.findall(_ITEM, text, re.IGNORECASE)) > 1 and not re.search(
        r"\b(?:rest|rpe|rir|tempo|on|off|work)\b", text, re.IGNORECASE
    )


def _contents(draft: SetsDraft) -> None:
    """What is to be done, behind a colon or an x: one prescription, else words."""
    cursor = draft.cursor
    colon = cursor.sign(":")
    if not colon and cursor.peek().text == "x" and cursor.peek(1).kind == "number":
        cursor.sign("x")
        return
    if cursor.ended:
        return
    start = cursor.place
    if draft.timing is not None and not draft.groups and _names_several(cursor.rest):
        draft.timing["note"] = verbatim(draft)
        return
    listed = cursor.figures() is not None
    unit = cursor.see(UNITS) or cursor.see(NOUNS) or cursor.see(SIDES) or cursor.peek().kind != "word"
    cursor.place = start
    named = (listed and not unit) or (
        colon and cursor.peek().kind == "word" and cursor.peek().text not in ("max", "amrap")
    )
    if named and draft.timing is not None:
        draft.timing["note"] = verbatim(draft)
    if colon and cursor.peek().kind == "quote" and draft.timing is not None:
        draft.timing["note"] = cursor.peek().raw.strip('"')
        cursor.place += 1
