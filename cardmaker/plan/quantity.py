"""'800 m', '40 min', '1:30' in a notation → a quantity that prints back as it was written."""

import re
from dataclasses import dataclass
from typing import Final

METRES: Final = {"m": 1.0, "km": 1000.0, "mi": 1609.344, "yd": 0.9144}
SECONDS: Final = {"s": 1.0, "min": 60.0, "h": 3600.0, "m:ss": 1.0, "h min": 60.0}

SHORT_METRES: Final = 50
"""Below this a bare m in a run may as well mean minutes."""

NUMBER: Final = r"\d{1,6}(?:\.\d{1,4}|,\d{1,2}(?!\d))?(?![\d.])"
_UNITS: Final = {
    "s": r"s(?:ec(?:ond)?s?)?|\"",
    "min": r"min(?:ute)?s?|'",
    "h": r"h(?:(?:ou)?rs?)?",
    "m": r"m(?:et(?:re|er)s?)?",
    "km": r"k(?:ms?|ilomet(?:re|er)s?)?",
    "mi": r"mi(?:les?)?",
    "yd": r"y(?:ar)?ds?",
}
_END = r"(?![a-z])"
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?![:\d])(?:\s*(?:min|h)(?![a-z/]))?", re.IGNORECASE)
_HOURS = re.compile(
    rf"(\d{{1,2}})\s*(?:{_UNITS['h']})\s*([0-5]?\d)\s*(?:(?:{_UNITS['min']}){_END}|(?![\d.,:\w]))",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    rf"(\d{{1,3}})\s*(?:{_UNITS['min']})\s*([0-5]?\d)\s*(?:(?:{_UNITS['s']}){_END})", re.IGNORECASE
)
_SIMPLE = re.compile(
    rf"({NUMBER})\s*(?:{'|'.join(f'(?P<{unit}>{words})' for unit, words in _UNITS.items())}){_END}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A distance or a duration, with the unit it was written in.

    The unit is one of METRES or SECONDS; 'm:ss' counts seconds and 'h min' minutes, written in two parts.
    """

    value: float
    unit: str

    @property
    def metres(self) -> float | None:
        """The distance in metres; None for a duration."""
        factor = METRES.get(self.unit)
        return None if factor is None else self.value * factor

    @property
    def seconds(self) -> float | None:
        """The duration in seconds; None for a distance."""
        factor = SECONDS.get(self.unit)
        return None if factor is None else self.value * factor

    def __str__(self) -> str:
        if self.unit == "m:ss":
            minutes, seconds = divmod(round(self.value), 60)
            return f"{minutes}:{seconds:02} min"
        if self.unit == "h min":
            hours, minutes = divmod(round(self.value), 60)
            return f"{hours} h {minutes} min"
        if self.unit == "m" and self.value < SHORT_METRES:
            return f"{decimal(self.value)} metres"
        return f"{decimal(self.value)} {self.unit}"


class Scanner:
    """Takes a notation apart from left to right, letter case aside."""

    def __init__(self, text: str) -> None:
        self.text = normal_characters(text)
        self.at = 0
        self._skip_blanks()

    @property
    def rest(self) -> str:
        """What is left to read."""
        return self.text[self.at :]

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Take what *pattern* matches here, and the blanks after it."""
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
            self._skip_blanks()
        return found

    def quantity(self) -> Quantity | None:
        """Take a distance or a duration; ValueError where minutes and metres can't be told apart."""
        if found := self.take(_CLOCK):
            return _clock(found)
        if found := self.take(_HOURS):
            return Quantity(int(found[1]) * 60 + int(found[2]), "h min")
        if found := self.take(_MINUTES):
            return Quantity(int(found[1]) * 60 + int(found[2]), "m:ss")
        if found := self.take(_SIMPLE):
            return Quantity(number(found[1]), str(found.lastgroup))
        return None

    def word(self) -> str:
        """The next word, for messages; nothing is taken."""
        found = re.match(r"[^\s,;/()]+|.", self.rest)
        return found[0] if found else ""

    def _skip_blanks(self) -> None:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1


def _clock(found: re.Match[str]) -> Quantity:
    hours, minutes, seconds = int(found[1] or 0), int(found[2]), int(found[3])
    total = hours * 3600 + minutes * 60 + seconds
    return Quantity(total / 60, "h min") if found[1] and seconds == 0 else Quantity(total, "m:ss")


def normal_characters(text: str) -> str:
    """The plain form of what type-setting or another keyboard put there: ×, –, ′, no-break spaces."""
    return " ".join(text.translate(_PLAIN).split())


_PLAIN = str.maketrans(
    {
        "×": "x",
        "✕": "x",
        "*": "x",
        "–": "-",
        "—": "-",
        "−": "-",
        "′": "'",
        "’": "'",
        "″": '"',
        "”": '"',
        "⁄": "/",
    }
)


def number(text: str) -> float:
    """A number with a decimal point or comma."""
    return float(text.replace(",", "."))


def decimal(value: float) -> str:
    """A number in its shortest form: 8, 7.5."""
    return str(int(value)) if float(value).is_integer() else str(value)


def ambiguous_metres(value: float) -> str:
    """The message for a lone m that may mean minutes or metres."""
    n = decimal(value)
    others = (
        f"'{n} min', '{n} km' or '{decimal(value * 100)} m'" if value < 10 else f"'{n} min' or '{n} metres'"
    )
    return f"'{n}m' could be minutes or metres; write {others}"


def thousands(text: str) -> str:
    """The message for a number with a comma that may stand for thousands or decimals; '' if there is none."""
    found = re.search(r"(?<![\d.,])(\d{1,3}),(\d{3})(?!\d)", text)
    if not found:
        return ""
    return f"'{found[0]}' could be read two ways; write '{found[1]}{found[2]}' or '{found[1]}.{found[2]}'"
