"""The notation '3x10 @ RPE 7, rest 90s' → Sets; ValueError says what isn't understood."""

import re
from typing import Any, Final

from cardmaker.plan.quantity import NUMBER, Scanner, number, thousands
from cardmaker.plan.sets import MAX_SETS, Load, Sets, Span
from cardmaker.plan.sets_limits import (
    kilos,
    normal_tempo,
    percent,
    rest_within,
    rir,
    rpe,
    span_of,
    whole,
    whole_span,
    within,
)

EXAMPLE: Final = "3x8-12 @ RPE 7, rest 90 s"

_SPAN = rf"({NUMBER})(?:\s*(?:-|to\b)\s*({NUMBER}))?"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_COUNT = _pattern(r"(\d+)\s*(?:x|sets?(?:\s+of)?)\s*(?=\S)")
_AMRAP = _pattern(r"(?:amrap|max(?:imum)?)\b(?:\s*reps?\b)?")
_REPS = _pattern(rf"{_SPAN}(\s*\+)?(?!\s*(?:%|kg|lbs?\b|\"|'))(?:\s*reps?\b)?(?![a-z\d:.])")
_HOLD = _pattern(rf"{_SPAN}\s*(?:(s(?:ec(?:ond)?s?)?|\")|(min(?:ute)?s?|'))(?![a-z])(?:\s*holds?\b)?")
_CLOCK = _pattern(r"(\d{1,2}):([0-5]\d)(?![\d:])")
_DISTANCE = _pattern(rf"{_SPAN}\s*(?:(m(?:et(?:re|er)s?)?)|(y(?:ar)?ds?))(?![a-z])")
_PER = _pattern(
    r"(?:/\s*|per\s+|each\s+|a\s+|on each\s+)(?:(side|leg|arm|foot|hand)|(way|direction))(?![a-z])"
)
_SEPARATOR = _pattern(r"(?:,|;|@|/|\bw/|with\b|at\b)")
_WEIGHT = _pattern(rf"(?:(\d{{1,2}})\s*x\s*)?({NUMBER})\s*(?:(kgs?|kilos?)|(lbs?|pounds?))(?![a-z])")
_BODYWEIGHT = _pattern(
    rf"(?:bw|body\s?-?weight)(?:\s*\+\s*({NUMBER})\s*(?:(kgs?|kilos?)|(lbs?|pounds?)))?(?![a-z])"
)
_BAND = _pattern(r"(?:(light|medium|heavy)\s+)?band(?![a-z])")
_PERCENT = _pattern(rf"{_SPAN}\s*%(?:\s*(?:of\s+)?(?:1\s*-?rm|max)(?![a-z]))?")
_RPE = _pattern(rf"rpe\s*{_SPAN}(?![a-z])")
_BARE_RPE = _pattern(rf"@\s*{_SPAN}(?!\s*[a-z%:\"'])(?=\s*(?:,|;|/|$|rest|tempo))")
_RIR = _pattern(rf"(?:rir\s*{_SPAN}|{_SPAN}\s*rir)(?![a-z])")
_BARE_TEMPO = _pattern(r"((?:[\dx]{1,2}-){2,3}[\dx]{1,2}|(?=\d*x\d*(?!\w))[\dx]{4})(?![\w-])")
_TEMPO = _pattern(r"tempo\s*([\dx]{1,2}(?:\s*[-/:]\s*[\dx]{1,2}){2,3}|[\dx]{3,4})(?![\w-])")
_REST = _pattern(r"rest(?:\s*[:=])?(?=\s|\d|$)")
_NO_REST = _pattern(r"no\s+rest\b")
_REST_AFTER = _pattern(r"(?:of\s+)?rest\b")


def parse_sets(text: str) -> Sets:
    """Read the notation, such as '3x10', '3x8-12 @ RPE 7, rest 90s', '5x5 @ 80%', '3x30s/side', '1x5+'."""
    if comma := thousands(text):
        raise ValueError(comma)
    scan = Scanner(text)
    if not scan.rest:
        raise ValueError(f"no sets are given; write them like '{EXAMPLE}'")
    count = scan.take(_COUNT)
    found = read_work(scan, bool(count))
    found["sets"] = whole(count[1], 1, MAX_SETS, "sets") if count else 1
    while scan.rest:
        read_clause(scan, found)
    return Sets(**_checked(found))


def read_work(scan: Scanner, counted: bool) -> dict[str, Any]:
    """What one set is."""
    found: dict[str, Any] = {}
    if scan.take(_AMRAP):
        found["open_ended"] = True
    elif time := _duration(scan):
        found["hold_s"] = within(time, 1, 7200, "a hold", " s")
    elif match := scan.take(_DISTANCE):
        span = span_of(match[1], match[2])
        if match[3] in ("m", "M") and span.high < 10:
            raise ValueError(
                f"'{match[0].strip()}' could be minutes or metres; write '{span} min' or '{span} metres'"
            )
        found["distance"] = within(span, 1, 100_000, "a distance", " m")
        found["distance_unit"] = "m" if match[3] else "yd"
    elif match := scan.take(_REPS):
        span = span_of(match[1], match[2])
        if match[3] and match[2]:
            raise ValueError(f"'{match[0].strip()}': write either a range, '8-12', or an open end, '8+'")
        found["reps"] = whole_span(span, 1, 1000, "reps")
        found["open_ended"] = bool(match[3])
    else:
        raise ValueError(_not_work(scan))
    if per := scan.take(_PER):
        found["per"] = "side" if per[1] else "way"
    elif not counted and "reps" in found:
        raise ValueError(f"how many sets? write '3x{found['reps']}'")
    return found


def _not_work(scan: Scanner) -> str:
    if scan.at:
        return f"don't understand '{scan.rest}' after the number of sets; write sets like '{EXAMPLE}'"
    return f"don't understand '{scan.rest}'; write sets like '{EXAMPLE}'"


def read_clause(scan: Scanner, found: dict[str, Any]) -> None:
    """Take one of load, percent, RPE, RIR, rest, tempo, sides, in any order."""
    if match := scan.take(_BARE_RPE):
        return _give(found, "rpe", rpe(span_of(match[1], match[2])))
    if "per" not in found and (match := scan.take(_PER)):
        return _give(found, "per", "side" if match[1] else "way")
    before = ""
    while match := scan.take(_SEPARATOR):
        before = match[0]
    for take in (_tempo, _rest, _aim, _load):
        if take(scan, found):
            return None
    if span := _duration(scan):
        if scan.take(_REST_AFTER) or before == "/":
            return _give(found, "rest_s", rest_within(span))
        raise ValueError(
            f"is '{Sets(1, hold_s=span).work}' the rest? write 'rest {Sets(1, hold_s=span).work}'"
        )
    raise ValueError(_not_a_clause(scan))


def _not_a_clause(scan: Scanner) -> str:
    if found := re.match(r"(\d{1,2})\s*m\b", scan.rest):
        return f"'{found[0]}' could be minutes or metres; write 'rest {found[1]} min'"
    if not scan.rest:
        return f"nothing follows '{scan.text[-1]}'; write sets like '{EXAMPLE}'"
    return f"don't understand '{scan.rest}'; write sets like '{EXAMPLE}', and put other words in a note"


def _give(found: dict[str, Any], name: str, value: object) -> None:
    if name in found:
        word = {"rest_s": "rest", "rpe": "RPE", "rir": "RIR"}.get(name, name)
        raise ValueError(f"the {word} is given twice")
    found[name] = value


def _tempo(scan: Scanner, found: dict[str, Any]) -> bool:
    if match := scan.take(_TEMPO) or scan.take(_BARE_TEMPO):
        _give(found, "tempo", normal_tempo(match[1]))
    elif scan.take(re.compile(r"tempo\b", re.IGNORECASE)):
        raise ValueError(f"a tempo is seconds down, paused, up: 'tempo 3-1-1' or '40X0', not '{scan.word()}'")
    return bool(match)


def _rest(scan: Scanner, found: dict[str, Any]) -> bool:
    if scan.take(_NO_REST):
        _give(found, "rest_s", Span(0, 0))
        return True
    if not scan.take(_REST):
        return False
    span = _duration(scan)
    if span is None:
        raise ValueError(_not_rest(scan))
    _give(found, "rest_s", rest_within(span))
    return True


def _not_rest(scan: Scanner) -> str:
    bare = re.match(r"(\d+)\s*m?(?![\w.])", scan.rest)
    if bare:
        return f"is 'rest {bare[0]}' in seconds or minutes? write 'rest {bare[1]} s' or 'rest {bare[1]} min'"
    return f"don't understand 'rest {scan.rest}'; write 'rest 90 s' or 'rest 2 min'"


def _aim(scan: Scanner, found: dict[str, Any]) -> bool:
    if match := scan.take(_RPE):
        _give(found, "rpe", rpe(span_of(match[1], match[2])))
    elif match := scan.take(_RIR):
        _give(found, "rir", rir(span_of(match[1] or match[3], match[2] or match[4])))
    elif match := scan.take(_PERCENT):
        _give(found, "percent", percent(span_of(match[1], match[2])))
    return bool(match)


def _load(scan: Scanner, found: dict[str, Any]) -> bool:
    if match := scan.take(_WEIGHT):
        count = whole(match[1], 1, 10, "weights") if match[1] else 1
        load = Load("weight", kilos(number(match[2])), "kg" if match[3] else "lb", count)
    elif match := scan.take(_BODYWEIGHT):
        added = number(match[1]) if match[1] else 0.0
        load = Load("bodyweight", added, "kg" if match[2] else "lb" if match[3] else "")
    elif match := scan.take(_BAND):
        load = Load("band", strength=(match[1] or "").lower())
    else:
        return False
    _give(found, "load", load)
    return True


def _checked(found: dict[str, Any]) -> dict[str, Any]:
    if "rpe" in found and "rir" in found:
        raise ValueError("give RPE or RIR, not both: they say the same thing")
    return found


def _duration(scan: Scanner) -> Span | None:
    if match := scan.take(_CLOCK):
        seconds = int(match[1]) * 60 + int(match[2])
        return Span(seconds, seconds)
    if match := scan.take(_HOLD):
        span = span_of(match[1], match[2])
        return span if match[3] else Span(span.low * 60, span.high * 60)
    return None
