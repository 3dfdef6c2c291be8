"""The notation '2 km wu / 6 x 400 m @ 5k w/ 200 m jog' → Run; ValueError says what isn't understood."""

import re
from typing import Any, Final

from cardmaker.plan.quantity import SHORT_METRES, Quantity, Scanner, ambiguous_metres, thousands
from cardmaker.plan.runs import EFFORTS, Effort, Pace, Part, Repeat, Role, Run, Step, count_steps
from cardmaker.validation import closest

EXAMPLE: Final = "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd"
MAX_REPEATS: Final = 100
MAX_STEPS: Final = 1000
_MAX_DEPTH: Final = 3
_MAX_METRES: Final = 500_000
_MAX_SECONDS: Final = 48 * 3600

# Other words for each effort, as patterns; the canonical word itself is always understood.
_OTHER_WORDS: Final[dict[Effort, str]] = {
    "rest": r"resting|stand(?:ing)?(?: still)?|pause|recover",
    "walk": r"walking|walks?",
    "jog": r"jogging|jogs?|float",
    "recovery": r"rec",
    "easy": r"relaxed|gentle|gently|slow",
    "long": r"lsd",
    "marathon": r"mp",
    "half": r"half[- ]marathon|hmp?",
    "tempo": r"comfortably hard",
    "threshold": r"lt|thr",
    "10k": r"10 ?km?",
    "5k": r"5 ?km?",
    "3k": r"3 ?km?",
    "mile": r"1 ?mi(?:le)?|one[- ]mile",
    "fast": r"hard|quick|vo2 ?max",
    "strides": r"stride",
    "race": r"racing",
}


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_EFFORTS: Final = tuple(
    (effort, _pattern(rf"(?:{_OTHER_WORDS.get(effort, effort)}|{effort})(?![\w'])")) for effort in EFFORTS
)
_ROLES: Final[tuple[tuple[Role, re.Pattern[str]], ...]] = (
    ("warm-up", _pattern(r"(?:wu|w/u|warm[- ]?up)(?!\w)")),
    ("cool-down", _pattern(r"(?:cd|c/d|cool[- ]?down|warm[- ]?down)(?!\w)")),
)
_FILLER: Final = _pattern(r"(?:run(?:ning)?|pace|effort|of|at|the|reps?)(?!\w)|@")
PACE: Final = _pattern(r"(\d{1,2}):([0-5]\d)\s*(?:min\s*)?(?:/|per)\s*(km|k|mi(?:le)?)(?![a-z])")
_BARE_PACE: Final = _pattern(r"@\s*\d{1,2}:[0-5]\d(?!\s*(?:min\s*)?(?:/|per)\s*(?:k|mi)|[:\d])")
_COUNT: Final = _pattern(r"(\d{1,6})\s*x\s*")
_OPEN: Final = _pattern(r"\(")
_CLOSE: Final = _pattern(r"\)")
_BRACKET: Final = _pattern(r"[(\[]")
_BRACKET_END: Final = _pattern(r"[)\]]")
_RECOVERY: Final = _pattern(r"recover(?:y|ies)(?!\w)")
_NEXT: Final = _pattern(r"/|,|;|\+|then(?!\w)|and(?!\w)")
_WITH: Final = _pattern(r"(?:w/|with(?!\w)|off(?!\w))")
_SHORT_CLOCK: Final = _pattern(r"([1-3]):([0-5]\d)(?!\s*min|[:\d]|/)")


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
    while scan.take(_NEXT):
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
    if scan.take(_OPEN):
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
        if not scan.take(_NEXT):
            break
        parts += last
    if not scan.take(_CLOSE):
        raise ValueError(_not_understood(scan) if scan.rest else "a ')' is missing")
    match last:
        case (Step() as step, Step() as recovery):
            return (*parts, step), recovery
    return parts + last, None


def _recovery(scan: Scanner) -> Step | None:
    bracketed = None
    if not scan.take(_WITH):
        bracketed = scan.take(_BRACKET)
        if not bracketed:
            return None
    if scan.take(_COUNT):
        raise ValueError("'w/' is followed by one recovery; between the parts of a run write ' / '")
    step = read_step(scan, depth=1, recovery=True)
    if bracketed and not scan.take(_BRACKET_END):
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
    if recovery:
        scan.take(_RECOVERY)
    effort: Effort = said.get("effort", "easy" if "role" in said else "recovery" if recovery else "")
    return Step(amount, effort, said.get("pace"), said.get("role", ""))


def _amount(scan: Scanner, depth: int) -> Quantity | None:
    short = _SHORT_CLOCK.match(scan.rest)
    if short and depth == 0:
        first, second = int(short[1]), short[2]
        hours = f"{first} h {int(second)} min" if int(second) else f"{first} h"
        raise ValueError(f"'{short[0]}' could be minutes or hours; write '{short[0]} min' or '{hours}'")
    if scan.take(_BARE_PACE):
        raise ValueError("a pace needs its unit; write it like '4:30/km' or '7:15/mi'")
    if PACE.match(scan.rest):
        return None
    start = scan.at
    amount = scan.quantity()
    return amount and within_reason(amount, bare=scan.text[start : scan.at].strip().lower().endswith("m"))


def within_reason(amount: Quantity, bare: bool) -> Quantity:
    """*amount*, unless it is nothing, too much, or a few metres (if *bare*) that may be minutes."""
    if bare and amount.unit == "m" and amount.value < SHORT_METRES:
        raise ValueError(ambiguous_metres(amount.value))
    if amount.value <= 0:
        raise ValueError(f"'{amount}' is no distance or time to run")
    if (amount.metres or 0) > _MAX_METRES or (amount.seconds or 0) > _MAX_SECONDS:
        raise ValueError(f"'{amount}' is more than a run can be; at most {_MAX_METRES // 1000} km or 48 h")
    return amount


def _word(scan: Scanner, said: dict[str, Any]) -> bool:
    """Take a role, an effort, a pace or a filler word into *said*."""
    if found := scan.take(PACE):
        return _say(said, "pace", read_pace(found))
    if scan.take(_BARE_PACE):
        raise ValueError("a pace needs its unit; write it like '4:30/km' or '7:15/mi'")
    for role, pattern in _ROLES:
        if scan.take(pattern):
            return _say(said, "role", role)
    for effort, pattern in _EFFORTS:
        if scan.take(pattern):
            return _say(said, "effort", effort)
    return bool(scan.take(_FILLER))


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


def _no_amount(scan: Scanner, said: dict[str, Any], recovery: bool) -> str:
    word = scan.word()
    if not word and not said:
        return f"nothing follows '{scan.text[-1]}'; write a run like '{EXAMPLE}'"
    if said and (not word or word in "/,;()"):
        effort = said.get("effort", "easy")
        if recovery:
            return f"how far or how long is the recovery? write '200 m {effort}' or '90 s {effort}'"
        return f"how far or how long? write '8 km {effort}' or '40 min {effort}'"
    if re.match(r"\d+(?:[.,]\d+)?(?![\w:])", scan.rest):
        return f"'{word}' of what? write it with its unit, such as '{word} km' or '{word} min'"
    return _not_understood(scan)


def _not_understood(scan: Scanner) -> str:
    word = scan.word()
    if word in ")]":
        return f"a '{word}' with no '(' before it"
    meant = closest(word, EFFORTS) if word.isalnum() else None
    if meant:
        return f"don't understand '{word}'; did you mean '{meant}'?"
    return f"don't understand '{scan.rest}'; write a run like '{EXAMPLE}', and put other words in a note"
