"""The heading of a column, 'Distance (km)', 'Wk', 'Tues.' → what the column holds."""

import re
from typing import Final

from cardmaker.importing.runs import Unit
from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.daynames import DayNames

_MEANINGS: Final = {
    "week": "week|wk|w|weeks|week no|week number|week #|wk #|#|no",
    "date": "date|dates|week of|week beginning|week commencing|week starting|week start|beginning|start|starts|"
    "start date|w/c|w/b|commencing|from|start time",
    "week ending": "week ending|ending|w/e|week end|end date|ends",
    "day": "day|weekday|day of week|days",
    "title": "title|name|workout|session|workout name|session name|activity|activity name|subject|event",
    "type": "type|kind|sport|category|workout type|session type|activity type|discipline|run type",
    "description": "description|details|detail|instructions|instruction|what|main set|prescription|plan|content|"
    "workout description|activity description|planned workout|training|run|text",
    "distance": "distance|dist|distances|planned distance|length",
    "time": "time|duration|minutes|planned duration|planned time|total time",
    "pace": "pace|target pace|speed|target",
    "effort": "intensity|effort|zone|hr zone|heart rate|hr|zones",
    "note": "note|notes|comment|comments|remark|remarks|coach notes|coach's notes|coaching notes|cues|tips|"
    "pre activity comments|how|exercise notes",
    "session note": "workout notes|session notes",
    "ended": "end time",
    "exercise": "exercise|exercises|movement|lift|exercise name|exercise title",
    "set": "set order|set index|set no|set number|set #",
    "set type": "set type|type of set",
    "superset": "superset|superset id",
    "sets": "sets|set|no of sets|sets x reps|sets and reps|sets/reps|sets × reps|sets & reps",
    "reps": "reps|rep|repetitions|reps/time|reps or time|rep range",
    "load": "load|weight|resistance|weights|intensity load|load/weight",
    "rest": "rest|rests|recovery|rest time|rest between sets|rest period",
    "rpe": "rpe",
    "rir": "rir",
    "percent": "%|% 1rm|%1rm|percent|percentage|% of 1rm",
    "tempo": "tempo",
    "total": "total|totals|weekly total|total distance|weekly mileage|weekly distance|mileage|volume|sum|weekly volume|"
    "week total|total mileage|total volume|weekly|total miles|total km",
    "focus": "phase|focus|block|training phase|goal|theme|cycle|period|mesocycle|stage|emphasis",
}
_BY_WORDS: Final = {words: meaning for meaning, listed in _MEANINGS.items() for words in listed.split("|")}
_UNITS: Final[dict[str, Unit]] = {
    **dict.fromkeys(("km", "kms", "k", "kilometers", "kilometres", "kilometer", "kilometre"), "km"),
    **dict.fromkeys(("mi", "mile", "miles", "mls"), "mi"),
    **dict.fromkeys(("min", "mins", "minutes"), "min"),
}
_UNIT: Final = re.compile(r"[\s(\[,/-]+(?:in\s+)?([a-z]+)\s*[)\]]?\s*$")
_AFTER_DAY: Final = re.compile(r"[\s,(/-]*\d.*$|\s*\(.*\)\s*$")
_HALF: Final = re.compile(r"[\s(/-]*\b(am|pm|morning|evening)\b[)\s]*", re.IGNORECASE)
_LETTERS: Final = (("m", "t", "w", "t", "f", "s", "s"), ("s", "m", "t", "w", "t", "f", "s"))


class Heading(NamedTuple):
    """What a column holds: a *meaning*, '' where it isn't known, and the unit of its numbers."""

    meaning: str
    unit: str = ""


class DayHeading(NamedTuple):
    """The days that a column is for, 0 for Monday, and AM or PM where it says so."""

    days: tuple[int, ...]
    half: str = ""


def heading_of(text: str) -> Heading:
    """What the column under *text* holds."""
    words = " ".join(text.casefold().replace("_", " ").strip(" .:*").split())
    if meaning := _BY_WORDS.get(words):
        return Heading(meaning, _UNITS.get(words, ""))
    if words in ("seconds", "secs"):
        return Heading("time", "s")
    if unit := _UNITS.get(words):
        return Heading("time" if unit == "min" else "distance", unit)
    found = _UNIT.search(words)
    bare = re.sub(r"\s*[(\[].*$", "", words).strip(" .:#")
    last = found[1] if found else ""
    if meaning := _BY_WORDS.get(bare) or (_BY_WORDS.get(words[: found.start()], "") if found else ""):
        return Heading(meaning, _UNITS.get(last) or (last if meaning in ("load", "time", "rest") else ""))
    return Heading("")


def day_heading(text: str, names: DayNames) -> DayHeading | None:
    """The days that *text* names: 'Tues.', 'Day 3', 'Sat/Sun', 'Mon AM', 'Mon 3 March'; None if it names none."""
    if not text or len(text) > 60:
        return None
    found = _HALF.search(text)
    half = "" if not found else "AM" if found[1].casefold() in ("am", "morning") else "PM"
    said = _HALF.sub(" ", text).strip()
    for words in (said, _AFTER_DAY.sub("", said).strip()):
        try:
            days = names.days(words) if words else None
        except ValueError:
            continue
        if days:
            return DayHeading(days, half)
    return None


def day_letters(texts: list[str]) -> tuple[int, tuple[int, ...]] | None:
    """Where seven single letters for the days of a week begin in a row, and their days; None without them."""
    low = [text.casefold().strip(" .") for text in texts]
    for at in range(len(low) - 6):
        for first, letters in enumerate(_LETTERS):
            if tuple(low[at : at + 7]) == letters:
                return at, tuple((n - first) % 7 for n in range(7))
    return None
