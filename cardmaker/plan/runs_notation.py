"""The notation '2 km wu / 6 x 400 m @ 5k w/ 200 m jog' → Run; ValueError says what isn't understood."""

import re
from functools import lru_cache
from typing import Any, Final

from cardmaker.plan.quantity import Quantity
from cardmaker.plan.runs import EFFORTS, Effort, Pace, Part, Repeat, Run, Step, count_steps
from cardmaker.plan.scanner import Scanner, phrases, thousands
from cardmaker.validation import closest

EXAMPLE: Final = "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd"
MAX_REPEATS: Final = 100
MAX_STEPS: Final = 1000
_MAX_DEPTH: Final = 3
_MAX_METRES: Final = 500_000
_MAX_SECONDS: Final = 48 * 3600
_BARE_PACE_REMEDY: Final = "a pace needs its unit; write it like '4:30/km' or '7:15/mi'"

PACE: Final = re.compile(r"(\d{1,2}):([0-5]\d) ?(?:min ?)?(?:/|per ) ?(km|k|mi|mile)(?![a-z])")
_BARE_PACE: Final = re.compile(r"@ ?\d{1,2}:[0-5]\d(?! ?(?:min ?)?(?:/|per )|[:\d])")
_SHORT_CLOCK: Final = re.compile(r"([1-3]):([0-5]\d)(?! ?min|[:\d]| ?/| ?per )")
_COUNT: Final = re.compile(r"(\d{1,6}) ?x ?")

_EFFORTS: Final = phrases(
    {
        "rest": "rest | resting | stand | standing | standing still | pause | recover",
        "walk": "walk | walks | walking",
        "jog": "jog | jogs | jogging | float",
        "recovery": "recovery | recoveries | rec",
        "easy": "easy | relaxed | gentle | slow",
        "long": "long",
        "steady": "steady",
        "marathon": "marathon | mp",
        "half": "half | half marathon | half-marathon | hm | hmp",
        "tempo": "tempo | comfortably hard",
        "threshold": "threshold | lt",
        "10k": "10k | 10 k | 10km | 10 km",
        "5k": "5k | 5 k | 5km | 5 km",
        "3k": "3k | 3 k | 3km | 3 km",
        "mile": "mile | 1 mile | one mile",
        "fast": "fast | hard | quick",
        "strides": "strides | stride",
        "race": "race | racing",
    }
)
_ROLES: Final = phrases(
    {
        "warm-up": "wu | w/u | warmup | warm-up | warm up",
        "cool-down": "cd | c/d | cooldown | cool-down | cool down | warm-down | warm down",
    }
)
_FILLER: Final = phrases({"": "run | running | pace | effort | of | at | the | reps | @"})
_NEXT: Final = phrases({"": "/ | , | ; | + | then | and"})
_WITH: Final = phrases({"": "w/ | with | off"})


@lru_cache(1024)
def parse_run(text: str) -> Run:
    """Read the notation, such as '8 km easy', '40 min tempo', '6 x 800 m @ 5k w/ 400 m jog'."""
    if comma := thousands(text):
        raise ValueError(comma)
    scan = Scanner(text)
    if not scan.rest:
        raise ValueError(f"no run is given; write it like '{EXAMPLE}'")
    parts = _parts(scan, 0)
    if scan.rest:
        raise ValueError(_not_understood(scan))
    return checked(Run(parts))


def checked(run: Run) -> Run:
    """*run*, unless it has more steps than anyone runs."""
    if (count := count_steps(run.parts)) > MAX_STEPS:
        raise ValueError(f"this makes {count} steps; at most {MAX_STEPS} fit a run")
    return run


def _parts(scan: Scanner, depth: int) -> tuple[Part, ...]:
    parts = _part(scan, depth)
    while scan.phrase(_NEXT) is not None:
        parts += _part(scan, depth)
    return parts


def _part(scan: Scanner, depth: int) -> tuple[Part, ...]:
    """A repeat, or a step and perhaps a recovery after it."""
    if count := scan.take(_COUNT):
        return (_repeat(scan, int(count[1]), depth),)
    step = read_step(scan, depth)
    recovery = _recovery(scan)
    return (step, recovery) if recovery else (step,)


def _repeat(scan: Scanner, count: int, depth: int) -> Repeat:
    if not 1 <= count <= MAX_REPEATS:
        raise ValueError(f"repeats should be 1 to {MAX_REPEATS}, not {count}")
    if depth >= _MAX_DEPTH:
        raise ValueError(f"repeats more than {_MAX_DEPTH} deep; write a simpler run")
    if scan.sign("("):
        parts, inner = _bracketed(scan, depth + 1)
    elif nested := scan.take(_COUNT):  # 4 x 3 x 400 m
        parts, inner = (_repeat(scan, int(nested[1]), depth + 1),), None
    else:
        parts, inner = (read_step(scan, depth + 1),), None
    outer = _recovery(scan)
    if inner and outer:
        raise ValueError(f"two recoveries follow each other: '{inner}' and '{outer}'; leave one out")
    return Repeat(count, parts, outer or inner)


def _bracketed(scan: Scanner, depth: int) -> tuple[tuple[Part, ...], Step | None]:
    """What stands between brackets; a recovery after the last step belongs to the repeat."""
    parts: tuple[Part, ...] = ()
    while True:
        last = _part(scan, depth)
        if scan.phrase(_NEXT) is None:
            break
        parts += last
    if not scan.sign(")"):
        raise ValueError(_not_understood(scan) if scan.rest else "a ')' is missing")
    match last:
        case (Step() as step, Step() as recovery):
            return (*parts, step), recovery
    return parts + last, None


def _recovery(scan: Scanner) -> Step | None:
    bracket = ""
    if scan.phrase(_WITH) is None:
        bracket = scan.sign("([")
        if not bracket:
            return None
    if scan.take(_COUNT):
        raise ValueError("'w/' is followed by one recovery; between the parts of a run write ' / '")
    step = read_step(scan, depth=1, recovery=True)
    if bracket and not scan.sign(")]"):
        raise ValueError(_not_understood(scan) if scan.rest else "a ')' is missing")
    return step


def read_step(scan: Scanner, depth: int, recovery: bool = False) -> Step:
    """Take one step; inside a repeat (*depth* above 0) a lone 1:30 is minutes and seconds."""
    said: dict[str, Any] = {}
    amount = _amount(scan, depth)
    while amount is None and _word(scan, said):
        amount = _amount(scan, depth)
    if amount is None:
        raise ValueError(_no_amount(scan, said, recovery))
    while _word(scan, said):
        pass
    effort: Effort = said.get("effort", "easy" if "role" in said else "recovery" if recovery else "")
    return Step(amount, effort, said.get("pace"), said.get("role", ""))


def _amount(scan: Scanner, depth: int) -> Quantity | None:
    if depth == 0 and (short := scan.see(_SHORT_CLOCK)):
        hours = f"{short[1]} h {int(short[2])} min" if int(short[2]) else f"{short[1]} h"
        raise ValueError(f"'{short[0]}' could be minutes or hours; write '{short[0]} min' or '{hours}'")
    if scan.see(_BARE_PACE):
        raise ValueError(_BARE_PACE_REMEDY)
    amount = None if scan.see(PACE) else scan.quantity()
    return amount and within_reason(amount)


def within_reason(amount: Quantity) -> Quantity:
    """*amount*, unless it is nothing, or more than a run can be."""
    if amount.value <= 0:
        raise ValueError(f"'{amount}' is no distance or time to run")
    if (amount.metres or 0) > _MAX_METRES or (amount.seconds or 0) > _MAX_SECONDS:
        raise ValueError(f"'{amount}' is more than a run can be; at most {_MAX_METRES // 1000} km or 48 h")
    return amount


def _word(scan: Scanner, said: dict[str, Any]) -> bool:
    """Take a role, an effort, a pace or a filler word into *said*."""
    if found := scan.take(PACE):
        return _say(said, "pace", read_pace(found))
    if scan.see(_BARE_PACE):
        raise ValueError(_BARE_PACE_REMEDY)
    if role := scan.phrase(_ROLES):
        return _say(said, "role", role)
    if effort := scan.phrase(_EFFORTS):
        return _say(said, "effort", effort)
    return scan.phrase(_FILLER) is not None


def read_pace(found: re.Match[str]) -> Pace:
    """The pace a match of PACE says."""
    seconds = int(found[1]) * 60 + int(found[2])
    if seconds < 60:
        raise ValueError(f"a pace of '{found[0]}' is faster than anyone runs")
    return Pace(seconds, "mi" if found[3].lower().startswith("mi") else "km")


def _say(said: dict[str, Any], what: str, value: object) -> bool:
    if what == "effort" and value == "recovery" and said.get("effort") in ("jog", "walk", "rest"):
        return True  # 'jog recovery' is a jog
    if what in said:
        raise ValueError(
            f"'{said[what]}' and '{value}' in one step; write one {what}, or two steps with ' / '"
        )
    said[what] = value
    return True


_METRES_FROM = 100
"""A bare number this large is more likely metres or seconds than kilometres or minutes."""


def _no_amount(scan: Scanner, said: dict[str, Any], recovery: bool) -> str:
    word = scan.word()
    if not scan.text:
        return "is empty; write it like '200 m jog', or leave it out"
    if not word and not said:
        return f"nothing follows '{scan.text[-1]}'; write a run like '{EXAMPLE}'"
    if said and (not word or word in "/,;()"):
        effort = said.get("effort", "easy")
        if recovery:
            return f"how far or how long is the recovery? write '200 m {effort}' or '90 s {effort}'"
        return f"how far or how long? write '8 km {effort}' or '40 min {effort}'"
    if re.match(r"\d+(?:[.,]\d+)?(?![\w:])", scan.rest):
        units = ("m", "s") if float(word.replace(",", ".")) >= _METRES_FROM else ("km", "min")
        likely = " or ".join(f"'{word} {unit}'" for unit in units)
        return f"'{word}' of what? write it with its unit, such as {likely}"
    return _not_understood(scan)


def _not_understood(scan: Scanner) -> str:
    word = scan.word()
    if word in ")]":
        return f"a '{word}' with no '(' before it"
    meant = closest(word, EFFORTS) if word.isalnum() else None
    if meant:
        return f"don't understand '{word}'; did you mean '{meant}'?"
    return f"don't understand '{scan.rest}'; write a run like '{EXAMPLE}', and put other words in a note"
