"""What a coach calls days, 'Monday', 'mon-fri', 'weekend', 'Day 1' → which days of the week they are."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from cardmaker.spelling import did_you_mean

_ENGLISH: Final = (
    ("mo", "mon", "monday"),
    ("tu", "tue", "tues", "tuesday"),
    ("we", "wed", "weds", "wednesday"),
    ("th", "thu", "thur", "thurs", "thursday"),
    ("fr", "fri", "friday"),
    ("sa", "sat", "saturday"),
    ("su", "sun", "sunday"),
)
_TOGETHER: Final[Mapping[str, tuple[int, ...]]] = {
    "weekday": (0, 1, 2, 3, 4),
    "weekend": (5, 6),
    "daily": tuple(range(7)),
    "every day": tuple(range(7)),
}
_BETWEEN = re.compile(r"\s*(?:[,/+&;]|\band\b)\s*")
_TO = re.compile(r"\s*(?:[-–—]|\bto\b)\s*")


def _either_case(name: str) -> str:
    return "".join(f"[{letter}{letter.upper()}]" if letter.isalpha() else letter for letter in name)


_DAY = "|".join(_either_case(name) for names in (*_ENGLISH, tuple(_TOGETHER)) for name in names)
PATTERN: Final = rf"^({_DAY}|[Dd]ay [1-7])s?\.?([ ,/+&;–-]+(and |to )?({_DAY})s?\.?)*$"
"""What keys of days look like, for editors, whose patterns know no flags."""


class DayNames:
    """The names of days: English ones, those of the plan's language, and 'day 1' for the first of a week."""

    def __init__(
        self,
        first: int = 0,
        others: Mapping[str, int] | None = None,
        in_english: Callable[[str], str] = str,
    ) -> None:
        """*first* is the day a week begins with, 0 for Monday; *others* are names in another language.

        *in_english* puts words around names into English: 'Mo bis Fr', 'Wochenende'.
        """
        self._in_english = in_english
        english = {name: day for day, names in enumerate(_ENGLISH) for name in names}
        counted = {f"day {n + 1}": (first + n) % 7 for n in range(7)}
        self._days = {_plain(name): day for name, day in (others or {}).items()} | english | counted

    def days(self, key: str) -> tuple[int, ...] | None:
        """The days that *key* names, 0 for Monday: 'Monday', 'mon, wed', 'mon-fri', 'weekend'; None if it names none.

        ValueError if only some of it does.
        """
        key = self._in_english(key)
        pieces = [piece for piece in _BETWEEN.split(key.casefold().strip()) if piece]
        found = [self._piece(piece) for piece in pieces]
        wrong = [
            name for piece, days in zip(pieces, found, strict=True) if not days for name in self._wrong(piece)
        ]
        if day := self._with_more(pieces, found):
            raise ValueError(
                f"'{key}' is a day and more; write '{day}' alone, what is done under 'name:' or 'note:', and the date"
                " of the first week under 'start:'"
            )
        if not any(found) and not any(self._is_of_days(name, key) for name in wrong):
            return None
        if wrong:
            raise ValueError(
                f"'{wrong[0]}' is no day{self._meant(wrong[0]) or '; write mon-fri, or mon, wed, fri'}"
            )
        return tuple(dict.fromkeys(day for days in found if days for day in days))

    def _with_more(self, pieces: list[str], found: list[tuple[int, ...] | None]) -> str:
        """The day at the head of the first piece that is none by itself: 'tue' of 'tue 3 March 2027'; else ''."""
        other = next((piece for piece, days in zip(pieces, found, strict=True) if not days), "")
        first, blank, _ = other.partition(" ")
        return (
            first
            if blank and len(first) > 2 and self._one(first) is not None and len(_TO.split(other)) < 2
            else ""
        )

    def _wrong(self, piece: str) -> list[str]:
        """What of *piece* is no day: an end of 'mon-fry', or all of it."""
        ends = _TO.split(piece)
        wrong = [end for end in ends if self._one(end) is None]
        return wrong if 0 < len(wrong) < len(ends) else [piece]

    def _is_of_days(self, name: str, key: str) -> bool:
        """Whether *name*, which is no day, is a part of a *key* of days, a misspelt day or a range of three."""
        ends = _TO.split(name)
        several = len(ends) > 2 and all(self._one(end) is not None for end in ends)
        return several or name != key.casefold().strip() or bool(self._meant(name))

    def _meant(self, name: str) -> str:
        return did_you_mean(name, [day for day in self._days if len(day) > 5 and not day.startswith("day")])

    def _piece(self, piece: str) -> tuple[int, ...] | None:
        if together := _TOGETHER.get(piece) or _TOGETHER.get(piece.removesuffix("s")):
            return together
        one = self._one(piece)
        if one is not None:
            return (one,)
        ends = _TO.split(piece)
        begin, end = (self._one(ends[0]), self._one(ends[1])) if len(ends) == 2 else (None, None)
        if begin is None or end is None:
            return None
        return tuple((begin + n) % 7 for n in range((end - begin) % 7 + 1))

    def _one(self, name: str) -> int | None:
        plain = _plain(name)
        return self._days.get(plain, self._days.get(plain.removesuffix("s")))


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").split()).rstrip(".")
