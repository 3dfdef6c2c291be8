"""The text of a cell, as spreadsheets leave it → what it says of an athlete; ValueError, in plain words, if wrong."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from cardmaker.plan.athlete import Level, Units, read_lift, read_race
from cardmaker.plan.fields import read_pace
from cardmaker.plan.sets import Sets
from cardmaker.plan.sets.grammar import parse_sets
from cardmaker.roster.tongues import EveryTongue
from cardmaker.validation import any_of, shown

_HOURS: Final = re.compile(r"(\d{1,2}) h(?: (\d{1,2}) min)?")
_FULL_HOURS: Final = re.compile(r"(\d{1,2}:\d{2}):00")
_MINUTES: Final = re.compile(r"(\d{1,2}) min")
_NUMBER: Final = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?")
_SEPARATORS: Final = re.compile(r"\s*[;\n]\s*")
_LISTED: Final = re.compile(r"\s*[;,\n]\s*")
_ARROW: Final = re.compile(r"\s*(?:->|→|=>|⇒|=|:|\bwith\b|\bby\b|\bfor\b|\bto\b|\bdurch\b|\bmit\b)\s*")
_SHARES: Final = re.compile(r"\d{1,3}\s*%")
_UNITS: Final[Mapping[str, Units]] = {
    **dict.fromkeys(("metric", "km", "kg", "metrisch", "m", "si", "eu", "kilometres", "kilometers"), "metric"),
    **dict.fromkeys(("imperial", "mi", "lb", "lbs", "miles", "mile", "us", "uk", "imperiales"), "imperial"),
}  # fmt: skip
_LEVELS: Final[Mapping[str, Level]] = {
    **dict.fromkeys(("beginner", "novice", "new", "beginners", "anfänger", "anfängerin", "einsteiger"), "beginner"),
    **dict.fromkeys(("intermediate", "medium", "improver", "fortgeschritten", "mittel"), "intermediate"),
    **dict.fromkeys(("advanced", "expert", "elite", "experienced", "profi", "erfahren"), "advanced"),
}  # fmt: skip


def units_in(text: str) -> Units:
    """'km', 'imperial'."""
    found = _UNITS.get(text.casefold().strip(" ."))
    if found is None:
        raise ValueError(f"write metric or imperial, not {shown(text)}")
    return found


def level_in(text: str) -> Level:
    """'beginner', 'Fortgeschritten'."""
    found = _LEVELS.get(text.casefold().strip(" ."))
    if found is None:
        raise ValueError(f"write beginner, intermediate or advanced, not {shown(text)}")
    return found


def clock_in(text: str) -> str:
    """A time as it was typed: a spreadsheet that takes '19:57' for hours gives it as '19 h 57 min'."""
    if hours := _HOURS.fullmatch(text):
        return f"{hours[1]}:{int(hours[2] or 0):02}"
    if minutes := _MINUTES.fullmatch(text):
        return f"0:{int(minutes[1]):02}:00"
    if re.fullmatch(r"\d{1,3}[.,]\d{2}", text):
        raise ValueError(f"{text} minutes, or {re.sub('[.,]', ':', text)}? Write a time with a colon")
    return text


def race_in(distance: str, text: str) -> str:
    """A time over a distance that somebody can run."""
    time = clock_in(text)
    try:
        read_race(distance, time)
    except ValueError:
        typed = _FULL_HOURS.fullmatch(time)
        if not typed:
            raise
        time = typed[1]  # '22:30' becomes '22:30:00' in a spreadsheet
        read_race(distance, time)
    return time


def pace_in(text: str, unit: str) -> str:
    """A pace, with the *unit* of its heading or of the athlete if it has none."""
    pace = re.sub(r"^0:(?=\d{1,2}:)", "", clock_in(text))
    pace = pace.removesuffix(":00") if pace.count(":") == 2 else pace
    if re.fullmatch(r"\d{1,2}:\d{2}", pace):
        pace = f"{pace}{unit}"
    read_pace(pace)
    return pace


def weight_in(text: str, unit: str) -> str:
    """A weight or a lift, with the *unit* of its heading or of the athlete if it has none."""
    whole = f"{text} {unit}" if _NUMBER.fullmatch(text) or re.fullmatch(r"\d+ ?x ?[\d.,]+", text) else text
    read_lift(whole)
    return whole


def load_in(text: str, unit: str) -> Sets:
    """What to lift, as sets of a plan have it: '60 kg', '2x12 kg', 'red band', '80 %'."""
    said = f"{text} {unit}" if _NUMBER.fullmatch(text) else text
    said = f"@ {said}" if _SHARES.fullmatch(said) else said
    sets = parse_sets(f"1x1 {said}")
    group = sets.groups[0] if len(sets.groups) == 1 else None
    if group is None or (group.load is None and group.percent is None) or group.note:
        raise ValueError(f"write a load such as '60 kg', '2x12 kg' or 'red band', not {shown(text)}")
    return sets


def exercise_in(text: str, names: EveryTongue) -> str:
    """The id of an exercise that is there."""
    if several := names.meanings(text):
        choice = any_of(f"'{one}'" for one in several)
        raise ValueError(f"{shown(text)} may be {choice}; write which")
    found = names.match("exercise", text)
    if found is None:
        meant = names.suggest("exercise", text)
        raise ValueError(
            f"no exercise {shown(text)}"
            + (f"; did you mean '{meant}'?" if meant else "; 'cardmaker list exercises' lists them")
        )
    return found


def exercises_in(text: str, names: EveryTongue) -> tuple[str, ...]:
    """'pull-up, plank': the ids of exercises."""
    return tuple(dict.fromkeys(exercise_in(part, names) for part in _LISTED.split(text) if part))


def swaps_in(text: str, names: EveryTongue) -> dict[str, str]:
    """'squat -> goblet squat; lunge -> split squat': the ids of exercises, by those they take the place of."""
    return dict(_pairs(text, names))


def _pairs(text: str, names: EveryTongue) -> Iterator[tuple[str, str]]:
    for part in filter(None, _SEPARATORS.split(text)):
        ends = _ARROW.split(part)
        if len(ends) != 2 or not all(ends):
            raise ValueError(f"write 'squat -> goblet squat', several with ';', not {shown(part)}")
        yield exercise_in(ends[0], names), exercise_in(ends[1], names)


def loads_in(text: str, names: EveryTongue, unit: str) -> dict[str, Sets]:
    """'squat 60 kg; deadlift 80 kg': what to lift, by the ids of exercises."""
    found: dict[str, Sets] = {}
    for part in filter(None, _SEPARATORS.split(text)):
        match = re.fullmatch(r"(.*?[^\W\d])\s*[:=]?\s+(\d.*|\w+ band)", part)
        if not match:
            raise ValueError(f"write 'squat 60 kg; deadlift 80 kg', not {shown(part)}")
        found[exercise_in(match[1].strip(" :="), names)] = load_in(match[2], unit)
    return found
