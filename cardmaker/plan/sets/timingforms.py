"""How formats against the clock are put, and how long they take."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets import limits
from cardmaker.plan.sets.record import NumberRange

N: Final = r"(\d{1,3}(?:\.5)?)"
C: Final = r"(\d{1,2}:[0-5]\d(?!:\d)|\d{1,3}(?:\.5)?)"
"""Minutes, also as a clock has them, 2:30."""
MIN: Final = r"(?:\s?-?\s?(?:minutes|minute|mins|min|')(?![a-z]))"
SEC: Final = r"""(?:\s?(?:seconds|second|secs|sec|s|")(?![a-z]))"""
CLOCKED: Final = r"(\d{1,2}:[0-5]\d)(?!:\d)"
END: Final = r"(?=\s*(?:$|[:,;.x()@/+-]|alt))"
LED: Final = r"\s*(?:for|in|of|x|-|:)?\s*"


def _pattern(text: str, needed: str = "") -> Pattern:
    return Pattern(text, needed, re.IGNORECASE)


BARE_EMOM: Final = (
    r"(?:emom|otm|every minute on the minute|every min on the min|every minute|on the minute)(?![a-z])"
)
EMOM: Final = _pattern(rf"{BARE_EMOM}(?:{LED}\(?{C}(?:{MIN}|{END}))?", "emom|otm|every min|on the minute")
EMOM_AFTER: Final = _pattern(
    rf"(?:{N}{MIN}|{CLOCKED})\s?(?:of )?{BARE_EMOM}", "emom|otm|every min|on the minute"
)
EXMOM: Final = _pattern(
    rf"e{N}(m|s)(?:om)?(?![a-z])(?:{LED}{N}(?:{MIN}|\s?(?:rounds|sets)|{END}))?",
    "e0|e1|e2|e3|e4|e5|e6|e7|e8|e9",
)
EVERY: Final = _pattern(
    rf"every\s?(?:{CLOCKED}(?: ?min(?:ute)?s?(?![a-z]))?|{N}({MIN}|{SEC}))(?: on the (?:minute|min|{N}))?"
    rf"(?:{LED}(?:{CLOCKED}|{N}({MIN}|\s?(?:rounds|sets)|{END})))?",
    "every",
)
AMRAP: Final = _pattern(
    r"(?:amrap|as many (?:rounds|reps) as possible)(?:\s*in)?\s*(?:for|in|of|-|:)?\s*"
    rf"\(?{C}(?:(?P<min>{MIN})|(?P<s>{SEC})|{END})\)?",
    "amrap|as many",
)
AMRAP_AFTER: Final = _pattern(
    rf"(?:(?P<x>\d{{1,2}})\s?x\s?)?(?:{N}(?:(?P<min>{MIN})|(?P<s>{SEC}))|{CLOCKED})\s?"
    r"(?:of )?(?:amrap|max reps)(?![a-z])(?: of(?=:))?",
    "amrap|max reps",
)
LONGEST_SET = 180
"""Seconds of a set of as many as possible; longer is a workout by itself."""
FOR_TIME: Final = _pattern(r"(?:all )?for time(?![a-z])", "for time")
NOT_FOR_TIME: Final = _pattern(r"not for time(?![a-z])", "not for time")
ROUNDS: Final = _pattern(
    rf"{N}(?:\s?-\s?{N})?\s?(?:rounds|rds|rft|rnft|nft|rounds of|giant sets|rounds:|runden)(?![a-z])"
    r"(\s?for time)?(?:\s?nft(?![a-z]))?",
    "rounds|rds|rft|nft|giant sets|runden",
)
BY_THE_CLOCK: Final = Pattern(r"\bfor time\b|\b(?:amrap|emom|rft|nft)\b", "for time|amrap|emom|rft|nft")
"""In lower case: what makes a line a workout by the clock, whose '95/65' are loads for men and for women."""
MANY: Final = _pattern(
    r"(?:of |x )?\d{1,2} (?:exercises|stations|movements)(?![a-z])", "exercises|stations|movements"
)
ROUNDS_OF: Final = _pattern(r"\s*(?:of|x)\s*\d(?!\d* (?:exercises|stations|movements))")
CAP: Final = _pattern(
    rf"(?:(?:(?:time ?)?cap|tc):?(?: of)?\s?{C}{MIN}?|{N}{MIN}\s?(?:time )?cap|{CLOCKED} (?:time )?cap)(?![a-z])",
    "cap|tc",
)
TABATA: Final = _pattern(
    rf"(?:(\d)\s?x\s?)?tabata(?: intervals| sets| style| protocol)?(?![a-z])"
    rf"(?:\s?(?:x\s?(\d)(?![\d.])|\(?4{MIN}\)?"
    rf"|[,:]?\s?\(?8\s?(?:x|rounds)\s?(?:of\s)?20{SEC}?\s?/\s?10{SEC}?\)?))?",
    "tabata",
)
TIMES: Final = (
    r"(?:\s?[,;]?\s*(?:x\s?(?P<x>\d{1,2})(?:\s?rounds|\s?sets)?(?![\w.])(?!\s?(?:kg|lb|%|reps|s\b|min))"
    r"|(?P<rounds>\d{1,2})\s?rounds(?![a-z])))?"
)
COUNT: Final = r"(?:(\d{1,2})\s?(?:x|rounds(?: of)?|sets(?: of)?|:(?!\d))\s?)?"
UNIT: Final = rf"({SEC}|{MIN}|(?=\s?(?:on|work)))"
INTERVAL: Final = _pattern(
    rf"{COUNT}\(?(\d{{1,3}}|\d{{0,2}}:[0-5]\d){UNIT}\s?(?:on|work|of work)\s?(?:followed by|then|with|[/,;:+-])?\s?"
    rf"(\d{{1,3}}|\d{{0,2}}:[0-5]\d)({SEC}|{MIN}|(?=\s?(?:off|rest)))\s?"
    rf"(?:off|rest|of rest|of recovery|recovery){TIMES}",
    "on|work",
)
FOR_MINUTES: Final = _pattern(rf"(?:for|x|,) ?{C}{MIN}", "for|x|,")
STATIONS: Final = _pattern(
    rf"\d{{1,2}} stations(?:\s?(?:x|,|of|@|for)?\s?(?:\d{{1,3}}(?:{SEC}|{MIN})|{CLOCKED})(?: each| per station)?)?"
    r"(?! ?(?:on|work))",
    "stations",
)
CIRCUIT: Final = _pattern(
    r"(?:(\d{1,2}) ?x (?:the )?)?(?:circuit|stations|station|giant set)(?![a-z])"
    r"(?:\s?[x:,]?\s?(?:x\s?)?(\d{1,2})(?:\s?(?:x|rounds|times))?(?![\w.]"
    r"| (?:s|secs?|seconds|min|stations|exercises|movements|moves)\b))?",
    "circuit|station|giant set",
)


def minutes_of(text: str) -> float:
    """'10', '2.5' and '2:30' as minutes."""
    minutes, colon, seconds = text.partition(":")
    return round(float(minutes or 0) + float(seconds) / 60, 6) if colon else float(minutes)


def whole_time(seconds: float) -> float:
    seconds = round(seconds, 2)
    return limits.within(NumberRange(seconds, seconds), 0, 4 * 3600, "the whole time", " s").low
