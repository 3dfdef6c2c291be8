"""Units as they are written, and patterns of a number, a clock and a unit."""

import re
from collections.abc import Iterable
from typing import Final

_UNITS: Final = {
    "s": "seconds second secs sec s \" ''",
    "min": "minutes minute mins min mns mn '",
    "h": "hours hour hrs hr h",
    "m": "m",
    "metres": "metres metre meters meter mtrs mtr",
    "km": "kilometres kilometre kilometers kilometer kms km k",
    "mi": "miles mile mi",
    "yd": "yards yard yds yd",
}

UNIT_OF: Final = {word: unit for unit, row in _UNITS.items() for word in row.split()}


def _any_of(words: Iterable[str]) -> str:
    """A pattern of one of the words, the longest that is there."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: -len(word))))


_HOURS: Final = [word for word, unit in UNIT_OF.items() if unit == "h"]

_WORDS_OF_UNITS: Final = [word for word in UNIT_OF if word.isalpha() and word not in _HOURS]

UNIT: Final = (
    rf"(?:(?:{_any_of(_WORDS_OF_UNITS)})(?![a-z0-9é])|(?:{_any_of(_HOURS)})(?![a-zé])"
    rf"|{_any_of(word for word in UNIT_OF if not word.isalpha())})"
)

_QUICK, _SLOW = 200.0, 540.0
"""Seconds a kilometre of most runs."""

NUMBER: Final = r"(?:\d{1,6}(?:\.\d{1,4}|,\d{1,2}(?!\d))?)"

FRACTION: Final = (
    r"(?:(?:\d{1,2}[ -])?(?:1/[2-9]|2/[35]|3/[458]|5/8)"
    r"(?=[ -]?(?:mi|miles?|m|km|k|h|hours?|hr|min|mins|minutes?)\b))"
)

CLOCK: Final = r"(?:(?:\d{1,2}:)?\d{1,3}:[0-5]\d(?![:\d]))"

TO: Final = r"(?: ?(?:-|to|or|and) ?)"

AT_END: Final = r"(?= ?(?:$|[,;/)\]]|w/|with|off\b|then\b))"

_ITEM: Final = rf"(?:{CLOCK}|{FRACTION}|{NUMBER})(?: ?{UNIT})?"

_NO_PACE: Final = r"(?! ?[%:])(?!(?<=k) (?:race )?(?:pace|effort)\b)(?:(?<=[a-z'\"])|(?! ?x))"

CHAIN: Final = rf"{_ITEM}(?:( ?- ?|, ?| ?/ ?| ?\+ ?){_ITEM}(?![\d:]))(?:\1{_ITEM}(?![\d:]))+{_NO_PACE}"
"""Amounts in a row, which are no paces of races: '400-800-400 m'."""


def takes(amount: object, far: str) -> bool:
    """Whether *amount* is a time that most take for so many kilometres: 70 min for '10 km'."""
    seconds = getattr(amount, "seconds", None) or 0.0
    kilometres = re.match(r"\d+", far)
    return kilometres is not None and _QUICK <= seconds / int(kilometres[0]) <= _SLOW
