"""A table with a row a session, or a row an exercise, its columns under headings → the weeks of a draft."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from cardmaker.importing.cells import CellReader, noted
from cardmaker.importing.dates import dates_of
from cardmaker.importing.daycolumns import SEPARATOR, TOTALS, separates
from cardmaker.importing.draft import Draft, DraftEntry, DraftWeek
from cardmaker.importing.fields import with_words
from cardmaker.importing.rows import Columns, Row, RowReader, columns_of
from cardmaker.importing.setrows import counted_up, entry_of, grouped, has_sets, without_unit
from cardmaker.importing.tables import Table
from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.weeks import MOST_WEEKS

_NUMBER: Final = re.compile(r"(?:week|wk|w|day|d)?\s*\.?\s*#?\s*(\d{1,3})\.?", re.IGNORECASE)


_WEEK: Final = re.compile(r"(?:week|wk)\s*\.?\s*#?\s*(\d{1,3})", re.IGNORECASE)
SESSION: Final = re.compile(
    r"(?:day|workout|session|training|upper|lower|push|pull|legs?|full[ -]body|chest|back|arms|core)\b",
    re.IGNORECASE,
)


_NAMED_DAY: Final = re.compile(
    r"((?:day|d)\s*\.?\s*#?\s*\d{1,3})\s*[-–—:|(]\s*([^)]*[^\W\d][^)]*)\)?", re.IGNORECASE
)
"""'Day 1 - Push', 'Day 2: Lower body', 'Day 3 (Legs)'."""


class _Place(NamedTuple):
    """Where a row belongs: the week's index, and the day, 0 for Monday; None for no day."""

    week: int
    day: int | None


@dataclass(slots=True)
class SessionReader:
    """Reads the rows of a table into a draft, one after the other."""

    draft: Draft
    cells: CellReader
    columns: Columns
    _last: _Place | None = None
    _label: str = ""
    _session: str = ""
    """What a row of its own calls the exercises below it."""

    def read(self, table: Table, header: int) -> None:
        """Read the rows under the row of headings number *header*."""
        reader = RowReader(self.draft, self.cells, self.columns)
        tongue = self.cells.tongue
        below = [row for row in table.rows[header + 1 :] if any(cell.text for cell in row)]
        rows = [row for row in below if not columns_of(row, tongue)]
        placed = self.columns.by_meaning.keys() & {"week", "date"}
        for name in (table.name, *filter(None, map(separates, table.rows[:header]))):
            if not placed and SEPARATOR.fullmatch(name):
                self._separated(name)
        self._title_above(table, header)
        dates = self._dates(rows)
        if any(dates) and self.draft.start is None:
            self.draft.starts(min(date for date in dates if date))
        self.columns = counted_up(rows, self.columns)
        groups = grouped(rows, self.columns) if has_sets(self.columns) else ((row,) for row in rows)
        by_row = {id(row): date for row, date in zip(rows, dates, strict=True)}
        for group in groups:
            row = group[0]
            date = by_row[id(row)]
            if name := separates(row):
                self._separated(name)
                continue
            if TOTALS.fullmatch(next(cell.text for cell in row if cell.text)):
                said = [cell for cell in row if cell.text]
                self.draft.keep(said[0].at, " | ".join(cell.text for cell in said))
                continue
            if self._titles(row):
                continue
            place = self._dated(date) or self._placed(row)
            read = self._sets(group) if has_sets(self.columns) else reader.entries(row)
            entries = with_words(read, self._unplaced(row, date))
            self._take(row, place, entries)
            self._last = place

    def _sets(self, group: Sequence[Row]) -> tuple[DraftEntry, ...]:
        """The exercise whose sets are a row each."""
        if without_unit(group, self.columns):
            at = next(group[0][at].at for at in self.columns.by_meaning["load"])
            self.draft.remark(at, "a load without a unit is kept as it is; write kg or lb behind it")
        return (entry_of(group, self.columns),)

    def _title_above(self, table: Table, header: int) -> None:
        """Take the row over the headings for the first session's name, as later rows are for theirs."""
        over = table.rows[header - 1] if header else ()
        if over and SESSION.match(over[0].text) and self._titles(over) and self.draft.title == over[0].text:
            self.draft.title = ""

    def _separated(self, name: str) -> None:
        """Begin the week that a row of its own names."""
        number = _WEEK.match(name)
        after = self._last.week + 1 if self._last else 0
        index = int(number[1]) - 1 if number and 0 < int(number[1]) <= MOST_WEEKS else after
        if more := _WEEK.sub("", name).strip(" -–—:(),"):
            self.draft.week(index).name = more
        self._last = _Place(index, None)

    def _titles(self, row: Row) -> bool:
        """Whether a row of one text names the session of the exercises below it; if so, keep it for them."""
        said = {cell.text for cell in row if cell.text}
        if "exercise" not in self.columns.by_meaning or len(said) != 1 or row[0].text not in said:
            return False
        text = row[0].text
        if self.columns.one(row, "exercise") and not SESSION.match(text):
            return False
        self._session = text
        return True

    def _dates(self, rows: list[Row]) -> list[datetime.date | None]:
        """The date of each row, if its table has dates; what isn't a clear one is reported."""
        at = next(iter(self.columns.by_meaning.get("date", ())), None)
        if at is None:
            return [None] * len(rows)
        found = dates_of([row[at].text for row in rows])
        for row, date in zip(rows, found, strict=True):
            if row[at].text and not date:
                self.draft.remark(row[at].at, f"'{row[at].text}' is no clear date; write it like 2027-03-01")
        return found

    def _dated(self, date: datetime.date | None) -> _Place | None:
        """The place of a date; None for one before the start, or far after it."""
        if date is None or self.draft.start is None:
            return None
        week = (date - self.draft.start).days // 7
        return _Place(week, date.weekday()) if 0 <= week <= 2 * MOST_WEEKS else None

    def _placed(self, row: Row) -> _Place:
        """The week and day that a row says, or those of the row before it."""
        last = self._last or _Place(0, None)
        label = self.columns.one(row, "week")
        if label and label != self._label:
            last = self._labelled(label, last)
        day = self._day(self.columns.one(row, "day"))
        if isinstance(day, _Place):
            return day
        if day is None:
            return last
        again = "week" not in self.columns.by_meaning and last.day is not None and day < last.day
        return _Place(last.week + again, day)

    def _labelled(self, label: str, last: _Place) -> _Place:
        """The week that is called so: the one of that number, or the next."""
        self._label = label
        number = _NUMBER.fullmatch(label)
        if number and 0 < int(number[1]) <= MOST_WEEKS:
            return _Place(int(number[1]) - 1, None)
        week = last.week + bool(self._last)
        self.draft.week(week).name = label
        return _Place(week, None)

    def _day(self, text: str) -> int | _Place | None:
        """The day that a cell names, or counts through the weeks."""
        named = _NAMED_DAY.fullmatch(text)
        number = _NUMBER.fullmatch(named[1] if named else text)
        if number and int(number[1]) > 0:
            week, day = divmod(int(number[1]) - 1, 7)
            return _Place(week, day) if week else day
        try:
            days = self.cells.tongue.days.days(text) if text else None
        except ValueError:
            return None
        return days[0] if days and len(days) == 1 else None

    def _called(self, row: Row) -> str:
        """What the column of days calls a row's session: 'Push' of 'Day 1 - Push', 'Upper A' by itself."""
        text = self.columns.one(row, "day")
        if named := _NAMED_DAY.fullmatch(text):
            return named[2].strip()
        return text if SESSION.match(text) and self._day(text) is None else ""

    def _unplaced(self, row: Row, date: datetime.date | None) -> list[str]:
        """What the columns of days and dates say where it isn't understood."""
        day, said = self.columns.one(row, "day"), self.columns.one(row, "date")
        return [
            *([day] if day and self._day(day) is None and not self._called(row) else []),
            *([said] if said and (date is None or self._dated(date) is None) else []),
        ]

    def _take(self, row: Row, place: _Place, entries: tuple[DraftEntry, ...]) -> None:
        if name := self._session or self._called(row):
            entries = tuple(replace(one, name=one.name or name) if one.lifts else one for one in entries)
        if place.day is None:
            self._without_day(row, entries)
            return
        if entries:
            week = self.draft.week(place.week)
            for entry in entries:
                self._add(week, place.day, entry)

    def _add(self, week: DraftWeek, day: int, entry: DraftEntry) -> None:
        """Plan an entry; an exercise joins the session before it, if that has its name or it has none."""
        before = week.days.get(day, [])
        if before and entry.lifts and before[-1].lifts and entry.name in ("", before[-1].name):
            joined = replace(before[-1], lifts=before[-1].lifts + entry.lifts)
            week.days[day][-1] = noted(joined, "" if entry.note in before[-1].note else entry.note)
        else:
            week.add(day, entry)

    def _without_day(self, row: Row, entries: tuple[DraftEntry, ...]) -> None:
        """A row that belongs to no day: a workout's exercise, or words that are kept."""
        if not entries or not entries[0].lifts:
            said = [cell for cell in row if cell.text]
            self.draft.keep(said[0].at, " | ".join(cell.text for cell in said))
            return
        entry = entries[0]
        before = self.draft.sessions[-1] if self.draft.sessions else None
        if before and entry.name in ("", before.name):
            self.draft.sessions[-1] = replace(before, lifts=before.lifts + entry.lifts)
        else:
            self.draft.sessions.append(entry)
