"""An ICS calendar, each event a session → a draft with dates."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from cardmaker.importing.cells import CellReader, Unread, kept, noted
from cardmaker.importing.draft import Draft, DraftEntry
from cardmaker.importing.fields import FieldReader, Session, unread_in, with_words

_TIME: Final = re.compile(r"\d{8}T(\d\d)(\d\d)\d\d")
_DATE: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d).*)?")
_ESCAPED: Final = re.compile(r"\\([\\;,nN])")
_MOST_EVENTS: Final = 5_000
_MOST_REPEATS: Final = 400
_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(slots=True)
class _Event:
    """An event's properties, by name, and the line that it begins in."""

    line: int
    said: dict[str, str] = field(default_factory=dict)


def is_calendar(content: str) -> bool:
    """Whether *content* is a calendar."""
    return content.lstrip("\ufeff \t\r\n")[:15].upper().startswith("BEGIN:VCALENDAR")


def read_calendar(content: str, cells: CellReader) -> Draft:
    """The draft of a calendar; its first event is in the first week."""
    draft = Draft()
    dated: list[tuple[datetime.date, str, _Event]] = []
    for event in _events(draft, content):
        at = f"line {event.line}"
        if event.said.get("STATUS", "").upper() == "CANCELLED":
            draft.keep(at, f"cancelled: {event.said.get('SUMMARY', '')}")
            continue
        dates = _dates(draft, event)
        if not dates:
            draft.keep(
                at, " | ".join(filter(None, (event.said.get("SUMMARY"), event.said.get("DESCRIPTION"))))
            )
        dated += [(date, event.said.get("DTSTART", ""), event) for date in dates]
    dated = sorted(dated, key=lambda one: one[:2])[:_MOST_EVENTS]
    if dated:
        start = draft.starts(dated[0][0])
        for date, _, event in dated:
            week, day = divmod((date - start).days, 7)
            draft.week(min(week, 2 * _MOST_REPEATS)).add(day, *_entries(draft, event, cells))
    return draft


def _events(draft: Draft, content: str) -> Iterator[_Event]:
    """The events of a calendar whose folded lines are put together; its name is the draft's title."""
    event: _Event | None = None
    inside = ""
    for number, line in _lines(content):
        name, _, value = line.partition(":")
        name = name.partition(";")[0].upper()
        if name == "BEGIN" and value.upper() == "VEVENT":
            event = _Event(number)
        elif name == "BEGIN":
            inside = value.upper() if event else ""
        elif name == "END" and value.upper() == "VEVENT" and event:
            yield event
            event = None
        elif name == "END":
            inside = ""
        elif event and not inside:
            if name == "EXDATE" and name in event.said:
                event.said[name] += f",{value}"
            event.said.setdefault(name, _plain(value) if name != "RRULE" else value)
        elif name == "X-WR-CALNAME":
            draft.title = _plain(value)
    if event:
        yield event


def _lines(content: str) -> Iterator[tuple[int, str]]:
    """Logical lines, and where each begins."""
    begun, whole = 1, ""
    for number, line in enumerate(content.splitlines(), 1):
        if line[:1] in (" ", "\t"):
            whole += line[1:]
            continue
        yield begun, whole
        begun, whole = number, line
    yield begun, whole


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip()


def _dates(draft: Draft, event: _Event) -> list[datetime.date]:
    """The days of an event, each time it is repeated; what repeats in another way is there once, and reported."""
    first = _date(event.said.get("DTSTART", ""))
    rule = dict(part.split("=", 1) for part in event.said.get("RRULE", "").upper().split(";") if "=" in part)
    if first is None or not rule:
        return [first] if first else []
    step = {"DAILY": 1, "WEEKLY": 7}.get(rule.get("FREQ", ""))
    until = _date(rule.get("UNTIL", ""))
    ended = until is not None or rule.get("COUNT", "").isdigit()
    days = [_DAYS.index(day) for day in rule.get("BYDAY", "").split(",") if day in _DAYS]
    if not step or not ended or not set(rule) <= {"FREQ", "UNTIL", "COUNT", "BYDAY", "INTERVAL", "WKST"}:
        draft.remark(
            f"line {event.line}", f"repeats by '{event.said['RRULE']}'; only its first day is planned"
        )
        return [first]
    every = int(rule["INTERVAL"]) if rule.get("INTERVAL", "").isdigit() else 1
    count = int(rule["COUNT"]) if rule.get("COUNT", "").isdigit() else _MOST_REPEATS
    wanted = set(days) if step == 7 and days else {first.weekday()} if step == 7 else set(range(7))
    monday = first - datetime.timedelta(days=first.weekday() if step == 7 else 0)
    found: list[datetime.date] = []
    for offset in range(_MOST_REPEATS * 7):
        day = first + datetime.timedelta(days=offset)
        round_ = (day - monday).days // step
        if (until and day > until) or len(found) >= min(count, _MOST_REPEATS):
            break
        if round_ % max(every, 1) == 0 and day.weekday() in wanted:
            found.append(day)
    gone = {_date(one) for one in event.said.get("EXDATE", "").split(",")}
    return [day for day in found if day not in gone]


def _date(value: str) -> datetime.date | None:
    found = _DATE.fullmatch(value.strip())
    try:
        date = datetime.date(*map(int, found.groups()[:3])) if found else None
    except ValueError:
        return None
    return date if date and 1970 <= date.year <= 2199 else None


def _clock(value: str) -> str:
    """When an event begins, '18:00', if it isn't all day and its time is that of the place."""
    found = _TIME.fullmatch(value.strip())
    return f"{found[1]}:{found[2]}" if found and found[1] + found[2] != "0000" else ""


def _entries(draft: Draft, event: _Event, cells: CellReader) -> tuple[DraftEntry, ...]:
    title, what = event.said.get("SUMMARY", ""), event.said.get("DESCRIPTION", "")
    title = " ".join(title.split())
    found = FieldReader(cells).entries(Session(title=title, what=what if what != title else ""))
    if not found:
        day = cells.read(title)
        found = with_words(day.entries, [what])
        for unread in day.unread:
            draft.remark(f"line {event.line}", kept(Unread(unread.words, unread.why)))
    for unread in unread_in(found, what, cells):
        draft.remark(f"line {event.line}", kept(unread))
    place = ", ".join(filter(None, (_clock(event.said.get("DTSTART", "")), event.said.get("LOCATION", ""))))
    kinds = event.said.get("CATEGORIES", "")
    if not found or not found[0].lifts:
        return with_words(found, [place, kinds])
    first = noted(noted(found[0], place), kinds)  # of all of its exercises
    return (first, *found[1:])
