"""'+1 km a week, to 14 km', 'every 4th week, -30%', '2 weeks, -50%', 'then +2.5 kg' → the records of changes.

change  = sign number unit [ "load" | "sets" | "reps" ] [ per ] [ "," "to" number unit ] | amounts "," ... unit | "none"
per     = "a week" | "every" number "weeks" | "a cycle" | "each time"
lighter = ( "every" number "weeks" | "week" numbers | "last week" ) "," [ part ] sign number unit { "," ... }
taper   = number ( "weeks" | "days" ) [ "," "-" number "%" ]
"""

import re
from collections.abc import Mapping
from typing import Final

from cardmaker.plan.progression.record import NONE, Change, LighterWeeks, Per, Share, Taper, Unit
from cardmaker.validation import shown

_NAMES: Final[Mapping[Unit, str]] = {
    "km": "km | kms | kilometre | kilometres | kilometer | kilometers",
    "mi": "mi | mile | miles",
    "m": "m | metre | metres | meter | meters",
    "min": "min | mins | minute | minutes",
    "s": "s | sec | secs | second | seconds",
    "%": "% | percent | per cent",
    "repeats": "repeat | repeats | x",
    "reps": "rep | reps | repetition | repetitions",
    "sets": "set | sets",
    "kg": "kg | kgs | kilo | kilos",
    "lb": "lb | lbs | pound | pounds",
    "points": "point | points | percentage point | percentage points | pp",
}
_UNITS: Final = {name: unit for unit, row in _NAMES.items() for name in row.split(" | ")}
_NUMBER: Final = r"\d{1,4}(?:[.,]\d{1,3})?"
_UNIT: Final = rf"(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?![a-z])"
_WEEKS: Final = r"(?:weeks?|wks?)"
_TIME: Final = r"(?:times?|sessions?|workouts?)"
_NTH: Final = r"(?P<nth>\d{1,2})(?:st|nd|rd|th|\.)?"
PER: Final = (
    rf"(?:(?:a|an|per|each|every|/) ?(?:{_WEEKS}|cycles?|{_TIME})|weekly|every (?:other|second) (?:{_WEEKS}|cycle)"
    rf"|every \d{{1,2}}(?:st|nd|rd|th|\.)? {_WEEKS})"
)
"""How often it comes."""
STEP: Final = rf"[+-] ?{_NUMBER} ?{_UNIT}(?: (?:of )?(?:the )?(?:load|weight|sets|reps))?"
"""A step without how often it comes."""
_CHANGE: Final = re.compile(
    rf"(?P<sign>[+-]) ?(?P<number>{_NUMBER}) ?(?P<unit>{_UNIT})?(?: (?:of )?(?:the )?(?P<share>load|weight|sets|reps))?"
    rf"(?: ?(?P<per>{PER}))?"
    r"(?:(?:,? (?:up to|down to|to|at most|at least|no more than|until)|, ?-) ?"
    rf"(?P<limit>{_NUMBER}) ?(?P<limit_unit>{_UNIT})?)?",
    re.IGNORECASE,
)
_AMOUNTS: Final = re.compile(
    rf"({_NUMBER}(?: ?(?:km|mi|min|m))?(?: ?(?:, |/|->) ?{_NUMBER}(?: ?(?:km|mi|min|m))?)+) ?({_UNIT})?",
    re.IGNORECASE,
)
_LIGHTER: Final = re.compile(
    rf"(?:every (?:(?P<other>other|second)|{_NTH}) {_WEEKS}|(?P<last>(?:the )?last week)"
    rf"|{_WEEKS} (?P<weeks>\d{{1,3}}(?: ?(?:,|and|&|-) ?\d{{1,3}})*))(?:(?: ?[,:])? (?P<less>.*))?",
    re.IGNORECASE,
)
_PART: Final = "runs?|running|sets?|reps?|loads?|weights?"
_LESS: Final = re.compile(
    rf"(?:(?P<part>{_PART}):? )?(?P<sign>[+-]?) ?(?P<number>{_NUMBER}) ?(?P<unit>{_UNIT})?"
    rf"(?: (?P<behind>{_PART}))?",
    re.IGNORECASE,
)
_TAPER: Final = re.compile(
    rf"(?:(?P<long>\d{{1,2}}) (?P<unit>weeks?|days?))?(?:,? ?(?P<sign>[+-]?) ?(?P<less>{_NUMBER}) ?%)?",
    re.IGNORECASE,
)
_SHARES: Final[Mapping[str, Share]] = {
    "run": "runs",
    "set": "sets",
    "rep": "reps",
    "loa": "load",
    "wei": "load",
}
USUAL_TAPER: Final = Taper(14, 0.5)
"""About two weeks, and half of 41 to 60 % less (Bosquet et al. 2007), where a plan doesn't say."""
_LONGEST_TAPER: Final = 28
_HEAVIEST: Final = 1000.0


def plain(text: str) -> str:
    """*text* with one kind of blank, dash and arrow."""
    return " ".join(text.translate(_PLAIN).split())


_PLAIN: Final = str.maketrans({**dict.fromkeys("–−‒—", "-"), "→": "->", "\xa0": " ", "×": "x"})


def change_from(value: object) -> Change:
    """'+1 km a week', '8, 9, 10 km' or 'none'; ValueError for what isn't one."""
    if (
        value is None
        or value is False
        or (isinstance(value, str) and value.strip().lower() in (NONE, "same"))
    ):
        return Change(0.0, "%")
    number = isinstance(value, int | float) and not isinstance(value, bool)
    text = f"{value:+g}" if number else plain(value) if isinstance(value, str) else ""
    if found := _CHANGE.fullmatch(text):
        return _change(found, text)
    if listed := _AMOUNTS.fullmatch(text):
        return _listed(listed, text)
    raise ValueError(
        f"write what changes as '+1 km a week', '+10%', '+1 repeat' or '8, 9, 10 km', not {shown(value)}"
    )


def _change(found: re.Match[str], text: str) -> Change:
    if found["unit"] is None:
        number = f"{found['sign']}{found['number']}"
        raise ValueError(f"'{text}' says no unit; write '{number} km', '{number}%' or '{number} repeat'")
    unit = _UNITS[found["unit"].lower()]
    amount = _number(found["number"]) * (-1 if found["sign"] == "-" else 1)
    if not amount or abs(amount) > _HEAVIEST:
        raise ValueError(f"should change by more than 0 and at most {_HEAVIEST:g}, not '{text}'")
    per, every = _per(found)
    limit = _number(found["limit"]) if found["limit"] else None
    named = found["limit_unit"]
    limit_unit = _UNITS[named.lower()] if named else unit
    share = _SHARES.get((found["share"] or "")[:3].lower(), "")
    if limit is not None and unit == "%" and not named:
        raise ValueError(f"'to {found['limit']}' says no unit; write 'to {found['limit']} km' or another")
    return Change(amount, unit, share, per, every, limit, limit_unit if limit is not None else "")


def _per(found: re.Match[str]) -> tuple[Per, int]:
    said = (found["per"] or "").lower()
    number = re.search(r"\d+", said)
    every = int(number[0]) if number else 2 if re.search("other|second", said) else 1
    if not 1 <= every <= 52:
        raise ValueError(f"every {every} weeks? write 1 to 52")
    if "cycle" in said:
        return "cycle", every
    return ("time", 1) if re.search(_TIME, said) else ("week", every)


def _listed(found: re.Match[str], text: str) -> Change:
    parts = re.split(r", |/|->", found[1])
    units = [name.strip().lower() for part in parts if (name := re.sub(r"[\d.,]", "", part)) and name.strip()]
    named = {_UNITS[name] for name in (*units, (found[2] or "").lower()) if name}
    if len(named) != 1:
        raise ValueError(f"give the amounts of '{text}' one unit, as in '8, 9, 10 km'")
    values = tuple(_number(re.sub(r"[^\d.,]", "", part)) for part in parts)
    return Change(0.0, named.pop(), values=values)


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def by_the_week(words: str) -> str:
    """A change's words with how often it comes, which goes without saying where weeks are changed."""
    step = re.match(STEP, plain(words), re.IGNORECASE)
    if step is None or re.search(PER, words, re.IGNORECASE):
        return words
    return f"{plain(words)[: step.end()]} a week{plain(words)[step.end() :]}"


def lighter_from(value: object) -> LighterWeeks | None:
    """'every 4th week, -30%', 'week 4, 8: sets -1'; None for 'none'. ValueError for what isn't one."""
    if value is None or value is False or (isinstance(value, str) and value.strip().lower() == NONE):
        return None
    text = plain(value) if isinstance(value, str) else ""
    found = _LIGHTER.fullmatch(text)
    if not found:
        raise ValueError(
            f"write lighter weeks as 'every 4th week, -30%' or 'week 4, 8: -30%', not {shown(value)}"
        )
    when = text[: found.start("less")].rstrip(" ,:") if found["less"] else text
    if not found["less"]:
        raise ValueError(f"how much lighter? write '{when}, -30%'")
    every = 2 if found["other"] else int(found["nth"] or 0)
    if found["nth"] and not 2 <= every <= 52:
        raise ValueError(f"every {every} weeks? write 2 to 52")
    changes = tuple(_less(part.strip(), when) for part in re.split(r"[,;]", found["less"]))
    return LighterWeeks(every, _numbers(found["weeks"] or ""), bool(found["last"]), changes)


def _numbers(text: str) -> tuple[int, ...]:
    """'4, 8-10' as the numbers."""
    numbers: list[int] = []
    for part in filter(None, re.split(r" ?(?:,|and|&) ?", text)):
        low, _, high = part.partition("-")
        numbers += range(int(low), int(high or low) + 1)
    return tuple(numbers)


def _less(text: str, when: str) -> Change:
    """'-30%', 'runs -30%', 'sets -1', '-1 set', 'load -10%'."""
    found = _LESS.fullmatch(text)
    if not found:
        raise ValueError(
            f"don't understand '{text}'; write '{when}, -30%' or '{when}, runs -30%, sets -1, load -10%'"
        )
    number = found["number"]
    if found["sign"] != "-":
        other = f"{100 - _number(number):g}"
        if found["sign"] or found["unit"] != "%":
            raise ValueError(
                f"a lighter week has less; write '-{number}{found['unit'] or '%'}', not '{text}'"
            )
        raise ValueError(
            f"'{text}' could be {number} % less, or {number} % of it; write '-{number}%' or '-{other}%'"
        )
    named = (found["part"] or found["behind"] or "")[:3].lower()
    unit = _UNITS[found["unit"].lower()] if found["unit"] else None
    share: Share = _SHARES.get(named, "")
    if unit in ("sets", "reps", "repeats"):
        share = "sets" if unit == "sets" else "reps"
    if unit in ("kg", "lb"):
        share = "load"
    unit = unit or ("sets" if share == "sets" else "reps" if share == "reps" else None)
    if unit is None or (share == "runs" and unit != "%") or (not share and unit != "%"):
        raise ValueError(f"less by how much? write '{when}, {found['part'] or 'runs'} -30%', not '{text}'")
    if unit == "%" and not 0 < _number(number) < 100:
        raise ValueError(f"should be more than 0 and less than 100 %, not '{text}'")
    return Change(-_number(number), "reps" if unit == "repeats" else unit, share)


def taper_from(value: object) -> Taper | None:
    """'2 weeks, -50%', either alone, None for 'none'; ValueError for what isn't one."""
    if value is None or value is False or (isinstance(value, str) and value.strip().lower() == NONE):
        return None
    text = plain(value) if isinstance(value, str) else ""
    found = _TAPER.fullmatch(text)
    if not found or not text:
        raise ValueError(f"write a taper as '2 weeks, -50%', not {shown(value)}")
    days = (
        int(found["long"]) * (7 if found["unit"].lower().startswith("week") else 1) if found["long"] else 14
    )
    if not 1 <= days <= _LONGEST_TAPER:
        raise ValueError(f"a taper should be 1 day to {_LONGEST_TAPER // 7} weeks long, not '{text}'")
    if found["less"] and found["sign"] != "-":
        less = _number(found["less"])
        raise ValueError(
            f"'{less:g}%' could be {less:g} % less, or {less:g} % of it; write '-{less:g}%' or '-{100 - less:g}%'"
        )
    less = _number(found["less"]) / 100 if found["less"] else USUAL_TAPER.less
    if not 0 < less < 1:
        raise ValueError(f"should be more than 0 and less than 100 %, not '{text}'")
    return Taper(days, less)
