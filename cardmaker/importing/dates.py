"""Dates as people and spreadsheets write them, '3/4/25', '3 March 2025', 45719 → days, unless they may be two."""

import datetime
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = rf"(?P<month>(?:{'|'.join(_MONTHS)})[a-z]*)\.?"
_ISO: Final = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[T\s].*)?")
_COMPACT: Final = re.compile(r"(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:T\d.*)?")
_FIGURES: Final = re.compile(
    r"(?P<a>\d{1,2})(?P<sign>[./-])(?P<b>\d{1,2})(?P=sign)(?P<y>\d{4}|\d\d)(?:\s+\d.*)?"
)
_WORDS: Final = (
    re.compile(
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+(?P<y>\d{{4}}|\d\d)(?:,?\s+\d\d?:.*)?",
        re.IGNORECASE,
    ),
    re.compile(rf"{_MONTH}[\s-]+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})", re.IGNORECASE),
)
_BEFORE: Final = re.compile(
    r"^(?:(?:week\s+)?(?:of|beginning|commencing|starting|ending)|w/[cbe]|week|wk)\s*[:–-]?\s*|"
    r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]*\s+",
    re.IGNORECASE,
)
_FIRST_SERIAL: Final = datetime.date(1899, 12, 30)
_SERIALS: Final = range(36_526, 73_051)
"""Days as spreadsheets number them, 2000 to 2099; lesser numbers are weeks, distances or years."""


def dates_of(texts: Sequence[str]) -> list[datetime.date | None]:
    """The dates of one column, in one order of day and month; None for what isn't a date, or could be two."""
    texts = [_plain(text) for text in texts]
    by_order = [[_date(text, day_first) for text in texts] for day_first in (True, False)]
    first, second = by_order
    if first == second:
        return first
    fitting = [found for found in by_order if _fits(found, texts)]
    if len(fitting) == 2:
        fitting = [found for found in fitting if _follows(found)]
    if len(fitting) == 1:
        return fitting[0]
    return [one if one == other else None for one, other in zip(first, second, strict=True)]


def is_date(text: str) -> bool:
    """Whether *text* is a date, in whatever order."""
    plain = _plain(text)
    return any(_date(plain, day_first) for day_first in (True, False))


def _plain(text: str) -> str:
    text = text.strip()
    while found := _BEFORE.match(text):
        text = text[found.end() :]
    return text


def _fits(found: Sequence[datetime.date | None], texts: Sequence[str]) -> bool:
    """Whether every text in figures is a day in this order."""
    return all(date for date, text in zip(found, texts, strict=True) if _FIGURES.fullmatch(text))


def _follows(found: Sequence[datetime.date | None]) -> bool:
    """Whether the days go on from one to the next, a week at most apart."""
    days = [date for date in found if date]
    apart = [(after - before).days for before, after in pairwise(days)]
    return bool(apart) and all(0 <= days <= 7 for days in apart)


def _date(text: str, day_first: bool) -> datetime.date | None:
    if text.isascii() and text.isdigit() and len(text) == 5 and int(text) in _SERIALS:
        return _FIRST_SERIAL + datetime.timedelta(days=int(text))
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _day(found["y"], int(found["m"]), found["d"])
    if found := _FIGURES.fullmatch(text):
        day, month = (
            (found["a"], found["b"]) if day_first or found["sign"] == "." else (found["b"], found["a"])
        )
        return _day(found["y"], int(month), day)
    for pattern in _WORDS:
        if found := pattern.fullmatch(text):
            return _day(found["y"], 1 + _MONTHS.index(found["month"][:3].lower()), found["d"])
    return None


def _day(year: str, month: int, day: str) -> datetime.date | None:
    number = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        found = datetime.date(number, month, int(day))
    except ValueError:
        return None
    return found if 1970 <= number <= 2199 else None
