"""How many days a week a program has → the days of the week to put them on, with rest between where there is room."""

from typing import Final

from cardmaker.namedtuple import NamedTuple

_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAYS: Final = {1: (0,), 2: (0, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 4, 5), 6: (0, 1, 2, 3, 4, 5)}


class Spread(NamedTuple):
    """Days, 0 for Monday, and their names in a list."""

    days: tuple[int, ...]
    words: str


def spread(count: int) -> Spread:
    """The days for *count* sessions a week; more than seven share them."""
    days = _DAYS.get(count, tuple(range(7)))
    *firsts, last = (_NAMES[day] for day in days)
    return Spread(days, f"{', '.join(firsts)} and {last}" if firsts else last)
