"""An agenda → a calendar (RFC 5545): an event for each session, which a second import replaces."""

import datetime
import hashlib
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from cardmaker.errors import NotFoundError
from cardmaker.export.agenda import Agenda, Appointment
from cardmaker.export.order import Timetable

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from icalendar import Alarm, Event

_SINCE: Final = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
"""Numbers of versions count seconds from here: 32 bits last until 2088."""


def write_calendar(agenda: Agenda, table: Timetable, modified: datetime.datetime) -> bytes:
    """The calendar of a plan with a start. *modified*, with a zone, is when the plan was changed last: the same plan
    makes the same bytes. NotFoundError for a time zone that there isn't."""
    from icalendar import Calendar

    known_zone(table.zone)
    calendar = Calendar()
    calendar.add("prodid", "-//cardmaker//training plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", " · ".join(filter(None, [agenda.plan.title, agenda.plan.athlete.name])))
    for event in _events(agenda, table, modified):
        calendar.add_component(event)
    if table.at and table.zone:
        calendar.add_missing_timezones(*_years(agenda))
    return bytes(calendar.to_ical())


def _years(agenda: Agenda) -> tuple[datetime.date, datetime.date]:
    """The whole years that a plan is in: when clocks change in them is written into its calendar."""
    dates = [one.date for one in agenda.appointments if one.date]
    return datetime.date(min(dates).year, 1, 1), datetime.date(max(dates).year + 1, 12, 31)


def calendar_notes(agenda: Agenda, table: Timetable) -> Iterator[str]:
    """What isn't in the calendar, and what it says that the plan doesn't."""
    bare = sum(map(_is_bare, agenda.appointments))
    if bare:
        yield f"days of rest are left out of the calendar: {bare}"
    unlike = sum(not one.seconds and not one.idle for one in agenda.appointments)
    if table.at and unlike:
        yield f"sessions that say no time, and last an hour in the calendar: {unlike}"
    if table.at and not table.zone:
        yield "times are without a zone: they are those of wherever one is; name one with --zone"
    if table.at is None and table.alarm:
        yield "alarms of whole days count from midnight; give a time of day with --at"


def _is_bare(one: Appointment) -> bool:
    """Whether it is a rest that says nothing else."""
    item = one.item
    return one.kind == "rest" and not (item.rest or item.note or item.cards or item.name)


def _events(agenda: Agenda, table: Timetable, modified: datetime.datetime) -> "Iterator[Event]":
    zone = known_zone(table.zone)
    said: set[int] = set()
    for date, group in groupby(agenda.appointments, lambda one: one.date):
        assert date is not None
        todays = [one for one in group if not _is_bare(one)]
        busy = [one for one in todays if not one.idle]
        hours = begins(busy, date, table) if table.at else {}
        for one in todays:
            event = _event(agenda, one, modified, first=one.week not in said)
            said.add(one.week)
            if begin := hours.get(one.place):
                begin = begin.replace(tzinfo=zone)
                event.add("dtstart", begin)
                event.add("duration", length_of(one))
            else:
                event.add("dtstart", date)
                event.add("dtend", date + datetime.timedelta(days=1))
                event.add("transp", "TRANSPARENT")
            if table.alarm is not None and not one.idle:
                event.add_component(_alarm(one, table.alarm))
            yield event


def _event(agenda: Agenda, one: Appointment, modified: datetime.datetime, *, first: bool) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", uid_of(agenda, one))
    event.add("dtstamp", modified)
    event.add("last-modified", modified)
    event.add("sequence", max(0, int((modified - _SINCE).total_seconds())))
    event.add("summary", " · ".join(filter(None, [one.title, one.amount])).replace("\u00a0", " "))
    event.add("description", _description(agenda, one, first=first))
    event.add("categories", [one.kind])
    return event


def uid_of(agenda: Agenda, one: Appointment) -> str:
    """The same for the same place in the same plan of the same athlete, whatever is planned there, and whenever."""
    plan = agenda.plan
    of = hashlib.sha256(f"{plan.title}\n{plan.athlete.name}".encode()).hexdigest()[:20]
    return f"{of}-{one.week}-{one.day}-{one.place}@cardmaker"


def _description(agenda: Agenda, one: Appointment, *, first: bool) -> str:
    """All that is prescribed, and which week it is; with the *first* of a week, what the coach says of it."""
    plan, week = agenda.plan, agenda.plan.weeks[one.week - 1]
    which = f"{agenda.wording.labels['week']} {one.week}/{len(plan.weeks)}"
    about = " · ".join(dict.fromkeys(filter(None, [which, week.name, week.focus])))
    parts = ["\n".join(one.lines), about, week.note if first else ""]
    return "\n\n".join(filter(None, parts)).replace("\u00a0", " ")


def _alarm(one: Appointment, before: datetime.timedelta) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one.title)
    alarm.add("trigger", -before)
    return alarm


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
