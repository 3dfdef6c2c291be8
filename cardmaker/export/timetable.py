"""When a calendar's sessions begin, and how long they are: whole days, or hours of the day in a zone."""

import datetime
from typing import TYPE_CHECKING, Final

from cardmaker.errors import NotFoundError
from cardmaker.export.agenda import Appointment
from cardmaker.export.order import Timetable

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_USUAL_S: Final = 3600
"""The length of a session whose length is unknown: the default of calendars."""
_STEP_S: Final = 300


def known_zone(name: str) -> "ZoneInfo | None":
    """The time zone called *name*, None for ''; NotFoundError if there is none."""
    if not name:
        return None
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        from cardmaker.validation import did_you_mean, shown

        hint = did_you_mean(name, _zones()) or "; they are called like 'Europe/Berlin'"
        raise NotFoundError(f"no time zone {shown(name)}{hint}") from None


def _zones() -> list[str]:
    from zoneinfo import available_timezones

    return sorted(available_timezones())


def length_of(session: Appointment) -> datetime.timedelta:
    """How long a session is, up to whole five minutes."""
    seconds = session.seconds or _USUAL_S
    return datetime.timedelta(seconds=-(-seconds // _STEP_S) * _STEP_S)


def begins(todays: list[Appointment], date: datetime.date, table: Timetable) -> dict[int, datetime.datetime]:
    """When each of a day's sessions begins, by its place: one after the other, runs of the morning before."""
    assert table.at is not None
    found: dict[int, datetime.datetime] = {}
    for first, chosen in (
        (table.morning, [one for one in todays if one.early]),
        (table.at, [one for one in todays if not one.early]),
    ):
        begin = datetime.datetime.combine(date, first)
        for one in chosen:
            found[one.place] = begin
            begin += length_of(one)
    return found
