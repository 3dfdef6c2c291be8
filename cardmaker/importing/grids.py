"""A table with weeks down and days across → the weeks of a draft."""

import datetime
import re
from dataclasses import dataclass, replace
from typing import Final

from cardmaker.importing.cells import CellReader, kept, noted
from cardmaker.importing.dates import dates_of, is_date
from cardmaker.importing.daycolumns import TOTALS, Row, TableColumns, columns_of, separates
from cardmaker.importing.draft import FIRST_DAY, Draft, DraftEntry, DraftWeek
from cardmaker.importing.tables import Cell, Table

_NUMBERED: Final = re.compile(r"(?:weeks?|wk|w)?\s*\.?\s*#?\s*(\d{1,3})\s*\.?", re.IGNORECASE)
_TITLED: Final = re.compile(
    r"(?:week|wk)\s*\.?\s*#?\s*\d{1,3}\s*[-–—:(,]\s*(?P<name>.*[^\W\d].*?)\)?\s*", re.IGNORECASE
)
_HALF: Final = re.compile(r"(am|pm|a\.m\.|p\.m\.|morning|evening)", re.IGNORECASE)
_SEVERAL: Final = re.compile(r"(?:weeks|wks)\s*(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})", re.IGNORECASE)
_MOST_REPEATS: Final = 52


@dataclass(slots=True)
class _Week:
    """A week as the table has it: the draft's, and its date, as it is written."""

    week: DraftWeek
    date: str = ""
    ending: bool = False
    at: str = ""
    times: int = 1


class GridReader:
    """Reads the rows of one table after the other into a draft."""

    def __init__(self, draft: Draft, cells: CellReader) -> None:
        self._draft, self._cells = draft, cells
        self._weeks: list[_Week] = []
        self._heading = Cell("", "")
        self._named = self._half = ""
        self._columns = TableColumns()

    def read(self, table: Table, header: int, columns: TableColumns) -> None:
        """Read the rows under the row of headings number *header*."""
        self._columns = columns
        self._draft.week_start = columns.week_start
        if columns.spread:
            at = next(cell.at for cell in table.rows[header] if cell.text)
            self._draft.remark(
                at, f"sessions without days are put on {columns.spread}; move them as you like"
            )
        self._above(table, header)
        for row in table.rows[header + 1 :]:
            if not any(cell.text for cell in row):
                continue
            if again := columns_of(row, self._cells.tongue):
                self._columns = again
            else:
                self._row(row)
        if self._heading.text:
            self._draft.keep(self._heading.at, self._heading.text)
            self._heading = Cell("", "")

    def _above(self, table: Table, header: int) -> None:
        """The week that is named over the headings, and headings over nothing, such as a title to their left."""
        for row in table.rows[:header]:
            if name := separates(row):
                self._named = name
        below = table.rows[header + 1 :]
        first = min(self._columns.days)
        for at, heading in self._columns.others.items():
            text = self._columns.texts[at]
            cells = [row[at] for row in below if row[at].text]
            weeks = at < first and all(self._is_week({at: cell}) for cell in cells)
            if not text or heading.meaning or (cells and not weeks):
                continue
            if cells:
                self._columns.texts[at] = ""  # it names the weeks; what stands over it is the title
            if not self._draft.title:
                self._draft.title = text
            else:
                self._draft.keep(table.rows[header][at].at, text)

    def _row(self, row: Row) -> None:
        columns = self._columns
        if name := separates(row):
            self._named = name
            return
        days = {at: row[at] for at in columns.days if row[at].text}
        labels = {at: row[at] for at in columns.labels if row[at].text}
        if labels and TOTALS.fullmatch(next(iter(labels.values())).text):
            for cell in row:
                if cell.text:
                    self._draft.keep(cell.at, cell.text)
            return
        if not days and not self._is_week(labels):
            self._between(row)
            return
        half = next((c.text for c in labels.values() if _HALF.fullmatch(c.text)), "")
        goes_on = bool(self._weeks and labels) and not self._is_week(labels)
        bare = goes_on and bool(self._weeks[-1].date) and not self._weeks[-1].week.days
        if (
            not (goes_on and half)
            and not bare
            and (not self._weeks or not columns.labels or labels or not days or self._named)
        ):
            self._weeks.append(self._new(labels))
        week = self._weeks[-1]
        self._half = half
        if bare and not half:
            week.week.notes += [cell.text for cell in labels.values()]
        if days and all(is_date(cell.text) for cell in days.values()):
            self._dated(week, days)
        else:
            self._plan(week.week, days)
        self._about(week.week, row)

    def _is_week(self, labels: dict[int, Cell]) -> bool:
        return any(
            _NUMBERED.fullmatch(c.text)
            or _TITLED.fullmatch(c.text)
            or _SEVERAL.fullmatch(c.text)
            or is_date(c.text)
            for c in labels.values()
        )

    def _between(self, row: Row) -> None:
        """A row without a week: the heading of those after it, or words that belong to none."""
        said = [cell for cell in row if cell.text]
        if len(said) == 1 and len(said[0].text) <= 60 and not self._heading.text and said[0] is row[0]:
            self._heading = said[0]
            return
        for cell in said:
            self._draft.keep(cell.at, cell.text)

    def _new(self, labels: dict[int, Cell]) -> _Week:
        found = _Week(DraftWeek(), at=next(iter(labels.values())).at if labels else "")
        found.week.name, self._heading = self._heading.text, Cell("", "")
        if self._named:
            labels = {**labels, -1: Cell(self._named, "")}
            self._named = ""
        for at, cell in labels.items():
            text = cell.text
            if is_date(text):
                found.date = text
                found.ending = "ending" in text.casefold() or (
                    at in self._columns.others and self._columns.others[at].meaning == "week ending"
                )
            elif several := _SEVERAL.fullmatch(text):
                found.times = max(1, min(_MOST_REPEATS, int(several[2]) - int(several[1]) + 1))
                found.week.said.append(text)
            elif titled := _TITLED.fullmatch(text):
                found.week.name = titled["name"]
                found.week.said.append(text)
            elif _NUMBERED.fullmatch(text):
                found.week.said.append(text if not text.isdigit() else f"week {text}")
            elif found.week.name:
                found.week.notes.append(text)
            else:
                found.week.name = text
        return found

    def _dated(self, week: _Week, days: dict[int, Cell]) -> None:
        """A row of dates under the days."""
        first = min(days)
        (found,) = dates_of([days[first].text])
        if found:
            back = (self._columns.days[first].days[0] - FIRST_DAY[self._draft.week_start]) % 7
            week.date = (found - datetime.timedelta(days=back)).isoformat()
        week.week.said.append(" ".join(cell.text for cell in days.values()))

    def _plan(self, week: DraftWeek, days: dict[int, Cell]) -> None:
        for at, cell in days.items():
            heading = self._columns.days[at]
            entries = read_cell(self._draft, self._cells, cell.text, cell.at)
            for day in heading.days:
                half = heading.half or (
                    "PM" if self._half[:1].casefold() in ("p", "e") else "AM" if self._half else ""
                )
                week.add(day, *(self._in_half(entry, half) for entry in entries))

    def _in_half(self, entry: DraftEntry, half: str) -> DraftEntry:
        """*entry* in the morning or the evening."""
        if not half or entry.kind == "rest":
            return entry
        run = self._cells.runs.run(f"{half} {entry.text}") if entry.kind == "run" else None
        return replace(entry, text=run) if run else noted(entry, half)

    def _about(self, week: DraftWeek, row: Row) -> None:
        """What the other columns say of a week."""
        labels = self._columns.labels
        for at, heading in self._columns.others.items():
            text = row[at].text
            if not text or at in labels:
                continue
            title = self._columns.texts[at]
            if heading.meaning == "focus":
                week.focus = f"{week.focus}, {text}" if week.focus else text
            elif heading.meaning in ("total", "distance", "time"):
                week.said.append(f"{title}: {text}")
            elif heading.meaning in ("title", "type") and not week.name:
                week.name = text
            else:
                week.notes.append(text if heading.meaning == "note" or not title else f"{title}: {text}")

    def finish(self) -> None:
        """Put the weeks into the draft, those with dates where these say."""
        dates = dates_of([week.date for week in self._weeks])
        index = len(self._draft.weeks)
        for found, date in zip(self._weeks, dates, strict=True):
            if found.date and not date:
                self._draft.remark(found.at, f"'{found.date}' could be two dates; write it like 2027-03-01")
                found.week.said.append(found.date)
            if date:
                index = self._dated_index(found, date, index)
            for _ in range(found.times):
                self._draft.week(index)
                self._draft.weeks[index] = found.week
                index += 1
        self._weeks.clear()

    def _dated_index(self, found: _Week, date: datetime.date, index: int) -> int:
        """Where the week of *date* belongs, after the *index* that it would have without."""
        date = date - datetime.timedelta(days=6) if found.ending else date
        draft = self._draft
        start = draft.start or draft.starts(date - datetime.timedelta(days=7 * index))
        if past := (date - start).days % 7:
            first = date - datetime.timedelta(days=past)
            draft.remark(found.at, f"{date} isn't the first day of a week; its week starts on {first}")
        wanted = (date - start).days // 7
        if index <= wanted <= index + _MOST_REPEATS:
            return wanted
        draft.remark(found.at, f"{date} doesn't follow the week before it; the week is put after that")
        found.week.said.append(found.date)
        return index


def read_cell(draft: Draft, reader: CellReader, text: str, at: str) -> tuple[DraftEntry, ...]:
    """The entries of one cell; what couldn't be read is reported."""
    day = reader.read(text)
    for unread in day.unread:
        draft.remark(at, kept(unread))
    return day.entries
