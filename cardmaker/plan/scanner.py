"""The text of a notation → its numbers, quantities and words, taken one after the other."""

import re
from collections.abc import Mapping
from typing import Final, TypeVar

from cardmaker.patterns import Pattern
from cardmaker.plan.lookalikes import LOOK_ALIKES
from cardmaker.plan.quantity import SHORT_METRES, Quantity, ambiguous_metres
from cardmaker.unseen import without_unseen

Value = TypeVar("Value")

_LONGEST: Final = 500
_PLAIN: Final = str.maketrans({**LOOK_ALIKES, "*": "x", "…": " ", "{": "(", "}": ")"})

_FRACTIONS: Final = {
    "½": "1/2",
    "¼": "1/4",
    "¾": "3/4",
    "⅓": "1/3",
    "⅔": "2/3",
    "⅛": "1/8",
    "⅜": "3/8",
    "⅝": "5/8",
}
_FRACTION: Final = Pattern(rf"(\d?) ?([{''.join(_FRACTIONS)}])", "|".join(_FRACTIONS), re.UNICODE)
_QUOTED: Final = Pattern("“([^“”]*)”", "“", re.UNICODE)
_NUMBER: Final = re.compile(r"\d{1,6}(?:\.\d{1,4}|,\d{1,2}(?!\d))?(?![\d.]\d|\d)")
_CLOCK: Final = Pattern(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?![:\d])", ":", re.UNICODE)
_THOUSANDS: Final = r"(?<![\d.,])(\d{1,3}),(\d{3})(?!\d)"


def phrases(table: Mapping[str, str]) -> dict[str, str]:
    """What each phrase means, from lists of phrases (parted by ' | ') by their meaning; longer phrases first."""
    meanings = {phrase: meaning for meaning, row in table.items() for phrase in row.split(" | ")}
    return {phrase: meanings[phrase] for phrase in sorted(meanings, key=len, reverse=True)}


SECONDS_WORDS: Final = 's | sec | secs | second | seconds | "'
MINUTES_WORDS: Final = "min | mins | minute | minutes | '"
_UNITS: Final = phrases(
    {
        "s": SECONDS_WORDS,
        "min": MINUTES_WORDS,
        "h": "h | hr | hrs | hour | hours",
        "m": "m",
        "metres": "metre | metres | meter | meters",
        "km": "k | km | kms | kilometre | kilometres | kilometer | kilometers",
        "mi": "mi | mile | miles",
        "yd": "yd | yds | yard | yards",
    }
)


def plain(text: str) -> str:
    """*text* with look-alikes and fractions as a keyboard has them, and single spaces; “…” stays as it is."""
    pieces = _QUOTED.split(text)  # outside and inside the quotes in turn
    pieces[::2] = [_keyboard(piece) for piece in pieces[::2]]
    pieces[1::2] = [f"“{piece}”" for piece in pieces[1::2]]
    return " ".join("".join(pieces).split())


def _keyboard(text: str) -> str:
    def digits(found: re.Match[str]) -> str:
        return f"{found[1]}{' ' * bool(found[1])}{_FRACTIONS[found[2]]}"

    return _FRACTION.sub(digits, without_unseen(text).translate(_PLAIN).replace("“", '"'))


class Scanner:
    """Takes a notation apart from left to right, letter case aside."""

    def __init__(self, text: str) -> None:
        if len(text) > _LONGEST:
            raise ValueError(f"{len(text):,} characters are too many here; at most {_LONGEST}")
        self.text = " ".join(without_unseen(text).translate(_PLAIN).replace("“", '"').split())
        self._lower = self.text.lower() if self.text.isascii() else _ascii_lower(self.text)
        self._at = 0

    @property
    def rest(self) -> str:
        """What is left to read."""
        return self.text[self._at :]

    def word(self) -> str:
        """The next word or sign, for messages; nothing is taken."""
        found = re.match(r"[^\s,;/()\[\]]+|.", self.rest)
        return found[0] if found else ""

    def take(self, pattern: re.Pattern[str] | Pattern) -> re.Match[str] | None:
        """Take what *pattern*, in lower case, matches here."""
        found = pattern.match(self._lower, self._at)
        if found:
            self._move(found.end())
        return found

    def see(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What *pattern* matches here; nothing is taken."""
        return pattern.match(self._lower, self._at)

    def sign(self, signs: str) -> str:
        """Take one character if it is one of *signs*; else ''."""
        sign = self._lower[self._at : self._at + 1]
        if not sign or sign not in signs:
            return ""
        self._move(self._at + 1)
        return sign

    def phrase(self, table: Mapping[str, Value]) -> Value | None:
        """Take the first phrase of *table* that is here as whole words, and give its meaning."""
        for phrase, meaning in table.items():
            if self._lower.startswith(phrase, self._at):
                end = self._at + len(phrase)
                following = self._lower[end : end + 1]
                if (following.isalpha() and phrase[-1].isalnum()) or (
                    following.isdigit() and phrase[-1].isdigit()
                ):
                    continue
                self._move(end)
                return meaning
        return None

    def number(self) -> float | None:
        """Take a number with a decimal point or comma."""
        found = self.take(_NUMBER)
        return float(found[0].replace(",", ".")) if found else None

    def clock(self) -> Quantity | None:
        """Take minutes and seconds, 1:30, or hours, minutes and seconds, 1:10:00."""
        found = self.take(_CLOCK)
        if not found:
            return None
        hours, minutes, seconds = int(found[1] or 0), int(found[2]), int(found[3])
        total = hours * 3600 + minutes * 60 + seconds
        return Quantity(total / 60, "h min") if found[1] and not seconds else Quantity(total, "m:ss")

    def quantity(self, lone_m: bool = False) -> Quantity | None:
        """Take a distance or a duration: '800 m', '1:30 min', '1 h 30 min', '1h30'.

        ValueError for a few m that may mean minutes, unless a *lone_m* can only mean metres.
        """
        start = self._at
        if amount := self.clock():
            self.phrase({"min": "", "h": ""})
            return amount
        value = self.number()
        unit = self.phrase(_UNITS) if value is not None else None
        if value is None or unit is None:
            self._at = start
            return None
        if unit in ("h", "min") and value.is_integer() and (parts := self._smaller(unit)) is not None:
            return Quantity(value * 60 + parts, "h min" if unit == "h" else "m:ss")
        if unit == "m" and value < SHORT_METRES and not lone_m:
            raise ValueError(ambiguous_metres(value))
        return Quantity(value, "m" if unit == "metres" else unit)

    def _smaller(self, unit: str) -> float | None:
        """Take the minutes after hours, whose unit may be left out, or the seconds after minutes."""
        start = self._at
        value = self.number()
        following = self.phrase(_UNITS) if value is not None else None
        bare = following is None and unit == "h" and self._lower[self._at : self._at + 1] not in ("x", "%")
        fits = following == {"h": "min", "min": "s"}[unit] or bare
        if value is not None and value < 60 and value.is_integer() and fits:
            return value
        self._at = start
        return None

    def _move(self, end: int) -> None:
        self._at = end + (self._lower[end : end + 1] == " ")


def _ascii_lower(text: str) -> str:
    """Lower case that keeps every character in its place, as 'İ'.lower() doesn't."""
    return "".join(c.lower() if c.isascii() else c for c in text)


def thousands(text: str) -> str:
    """The message for a number with a comma that may stand for thousands or decimals; '' if there is none."""
    found = re.search(_THOUSANDS, text)
    if not found:
        return ""
    return f"'{found[0]}' could be read two ways; write '{found[1]}{found[2]}' or '{found[1]}.{found[2]}'"
