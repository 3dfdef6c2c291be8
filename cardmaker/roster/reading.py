"""The table of a roster → its athletes, and everything that is wrong with its rows."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Final

from cardmaker.errors import Problem
from cardmaker.importing.dates import dates_of, is_date
from cardmaker.plan.athlete import Athlete
from cardmaker.plan.model import check_start
from cardmaker.plan.names import Checks
from cardmaker.record import record
from cardmaker.roster.cells import (
    exercises_in,
    level_in,
    load_in,
    loads_in,
    pace_in,
    race_in,
    swaps_in,
    units_in,
    weight_in,
)
from cardmaker.roster.columns import Column, RosterColumns, columns_of, placeholder
from cardmaker.roster.entry import RosterEntry, WordsOfRows
from cardmaker.roster.mailaddress import address_in
from cardmaker.roster.tables import RosterRow, RosterTable, read_table
from cardmaker.roster.tongues import EveryTongue
from cardmaker.validation import problems_of, read, shown
from cardmaker.yaml12 import NO_LINES, bad_character, describe_character

_LONGEST: Final = 300
"""Characters of one cell; more won't fit anywhere."""
_FIELDS: Final = {
    "heart_rate.max": "max heart rate",
    "heart_rate.resting": "resting heart rate",
    "heart_rate.threshold": "threshold heart rate",
    "heart_rate": "max heart rate",
}
"""RosterColumns by the fields of an athlete, where they have other names."""
_WHERE: Final = {"person": "'cardmaker figure person' draws them into a folder, for '--templates'"}
"""How there will be what nothing is called."""
_WHOLE: Final = re.compile(r"(\d+)[.,]0+")


@record
class PlanFacts:
    """What there is to know of a plan before it is read: the names it may use, its units and its weeks' first day."""

    names: EveryTongue
    imperial: bool = False
    week_start: str = "monday"


@record
class Roster:
    """The athletes of a file, how its columns were understood, and what is wrong with rows and columns.

    *remarks* are about what of the file isn't used.
    """

    source: str
    columns: RosterColumns
    entries: tuple[RosterEntry, ...]
    problems: tuple[Problem, ...]
    rows: int
    remarks: tuple[str, ...] = ()

    @property
    def bad_rows(self) -> int:
        """How many rows have something wrong with them."""
        return self.rows - len(self.entries)


def read_roster(data: bytes, name: str, known: PlanFacts, mapped: Mapping[str, str] | None = None) -> Roster:
    """The athletes in the bytes of a file called *name*, for a plan of which some is *known*.

    *mapped* says what columns mean, by their headings. SourceError if the file has no table.
    """
    table = read_table(data, name)
    columns = columns_of(table.headings, name, table.line, known.names, mapped or {})
    problems = list(columns.problems)
    if not ({"name", "first name", "last name"} & {column.meaning for column in columns.columns}):
        message = "no column of names; head one 'Name', or write --map 'Heading=name'"
        problems.append(Problem(name, table.line, "", message))
    if problems:
        return Roster(name, columns, (), tuple(problems), len(table.rows), table.remarks)
    return _Reader(table, columns, known).roster()


class _Reader:
    def __init__(self, table: RosterTable, columns: RosterColumns, known: PlanFacts) -> None:
        self._table, self._columns, self._known = table, columns, known
        self._problems: list[Problem] = []
        start = columns.of("start")
        texts = [row.cells[start.at] for row in table.rows] if start else []
        self._starts = dict(zip((row.line for row in table.rows), dates_of(texts), strict=False))
        self._words = WordsOfRows()

    def roster(self) -> Roster:
        """All rows."""
        entries = tuple(entry for row in self._table.rows if (entry := self._entry(row)))
        return Roster(
            self._table.source,
            self._columns,
            entries,
            tuple(self._problems),
            len(self._table.rows),
            self._table.remarks,
        )

    def _entry(self, row: RosterRow) -> RosterEntry | None:
        """An athlete; None if something is wrong with the row."""
        found = _Cells(row, self._columns, self._known, self._starts.get(row.line))
        faults = list(found.faults())
        try:
            athlete = read(Athlete, found.athlete, Checks({}, {}, self._known.names.first))
        except ValueError as fault:
            refused = problems_of(fault, Athlete, found.athlete, self._table.source, NO_LINES)
            faults += [(self._heading(one.field), one.message) for one in refused]
        else:
            if not faults:
                return RosterEntry(row.line, athlete, words=self._words.of(found.words()), **found.others)
        source = self._table.source
        self._problems += [Problem(source, row.line, heading, message) for heading, message in faults]
        return None

    def _heading(self, field: str) -> str:
        """What heads the column that a field of an athlete is made of."""
        column = self._columns.of(_FIELDS.get(field, field.replace("_", " ")))
        return column.heading if column else ""


class _Cells:
    """The cells of one row: what they say of the athlete, and of how the plan is changed."""

    def __init__(
        self, row: RosterRow, columns: RosterColumns, known: PlanFacts, start: datetime.date | None
    ) -> None:
        self._row, self._columns, self._known, self._start = row, columns, known, start
        self._names = known.names
        self.athlete: dict[str, Any] = {}
        self.others: dict[str, Any] = {}
        self._imperial = known.imperial
        with suppress(ValueError):  # which is reported at its cell
            self._imperial = units_in(self._text("units")) == "imperial"

    def faults(self) -> Iterator[tuple[str, str]]:
        """Reads every cell; gives the heading of each that is wrong, and why."""
        for column in self._columns.columns:
            text = self._row.cells[column.at]
            if bad := bad_character(text):
                yield column.heading, describe_character(bad)
            elif len(text) > _LONGEST:
                yield column.heading, f"has {len(text):,} characters; at most {_LONGEST} are read"
            elif text:
                try:
                    self._take(column, text)
                except ValueError as fault:
                    yield column.heading, str(fault)
        name = " ".join(filter(None, (self._text("first name"), self._text("last name")))) or self._text(
            "name"
        )
        if not name:
            yield "", "no name; write one, or delete the row"
        self.athlete["name"] = " ".join(name.split())

    def _text(self, meaning: str) -> str:
        column = self._columns.of(meaning)
        return self._row.cells[column.at] if column else ""

    def words(self) -> dict[str, str]:
        """What stands for cells in the plan's texts: by heading, and by what is known of it."""
        found: dict[str, str] = {}
        for column in self._columns.columns:
            if column.meaning == "password":
                continue
            text = " ".join(self._row.cells[column.at].split())
            found[placeholder(column.heading)] = text
            if column.meaning and not column.key:
                found.setdefault(column.meaning, text)
        full = " ".join(filter(None, (found.get("first name", ""), found.get("last name", ""))))
        if full:
            found["name"] = full
        elif "name" in found:
            found.setdefault("first name", found["name"].partition(" ")[0])
        return found

    def _take(self, column: Column, text: str) -> None:
        take: Callable[[Column, str], None] | None = getattr(
            self, f"_take_{column.meaning.replace(' ', '_').lower()}", None
        )
        if take:
            take(column, text)

    def _take_email(self, _column: Column, text: str) -> None:
        self.others["email"] = address_in(text)

    def _take_language(self, _column: Column, text: str) -> None:
        self.athlete["language"] = self._names.language(text) or self._named("language", text)

    def _take_paper(self, _column: Column, text: str) -> None:
        self.others["paper"] = self._named("paper", text)

    def _take_person(self, _column: Column, text: str) -> None:
        self.others["person"] = self._named("person", text)

    def _take_figures(self, _column: Column, text: str) -> None:
        self.others["figures"] = self._named("palette", text)

    def _named(self, kind: Any, text: str) -> str:
        found = self._names.match(kind, text)
        if found is None:
            meant = self._names.suggest(kind, text)
            hint = (
                f"did you mean '{meant}'?"
                if meant
                else _WHERE.get(kind, f"'cardmaker list {kind}s' shows all there are")
            )
            raise ValueError(f"no {kind} {shown(text)}; {hint}")
        return found

    def _take_units(self, _column: Column, text: str) -> None:
        self.athlete["units"] = units_in(text)

    def _take_level(self, _column: Column, text: str) -> None:
        self.athlete["level"] = level_in(text)

    def _take_start(self, _column: Column, text: str) -> None:
        if self._start is None:
            two = is_date(text)
            raise ValueError(
                f"{shown(text)} could be two dates; write it like 2027-03-01"
                if two
                else f"write a date like 2027-03-01, not {shown(text)}"
            )
        check_start(self._start, self._known.week_start)
        self.others["start"] = self._start

    def _take_age(self, _column: Column, text: str) -> None:
        self.athlete["age"] = _WHOLE.sub(r"\1", text)

    def _take_bodyweight(self, column: Column, text: str) -> None:
        self.athlete["bodyweight"] = weight_in(text, column.unit or self._weight_unit)

    def _take_easy_pace(self, column: Column, text: str) -> None:
        self.athlete["easy_pace"] = pace_in(text, column.unit or self._pace_unit)

    def _take_threshold_pace(self, column: Column, text: str) -> None:
        self.athlete["threshold_pace"] = pace_in(text, column.unit or self._pace_unit)

    def _take_max_heart_rate(self, _column: Column, text: str) -> None:
        self.athlete.setdefault("heart_rate", {})["max"] = _WHOLE.sub(r"\1", text)

    def _take_resting_heart_rate(self, _column: Column, text: str) -> None:
        self.athlete.setdefault("heart_rate", {})["resting"] = _WHOLE.sub(r"\1", text)

    def _take_threshold_heart_rate(self, _column: Column, text: str) -> None:
        self.athlete.setdefault("heart_rate", {})["threshold"] = _WHOLE.sub(r"\1", text)

    def _take_race(self, column: Column, text: str) -> None:
        self.athlete.setdefault("races", {})[column.key] = race_in(column.key, text)

    def _take_1rm(self, column: Column, text: str) -> None:
        lift = weight_in(text, column.unit or self._weight_unit)
        self.athlete.setdefault("lifts", {})[column.key] = lift

    def _take_load(self, column: Column, text: str) -> None:
        own = load_in(text, column.unit or self._weight_unit)
        self.others.setdefault("loads", {})[column.key] = own

    def _take_loads(self, _column: Column, text: str) -> None:
        self.others.setdefault("loads", {}).update(loads_in(text, self._names, self._weight_unit))

    def _take_swap(self, _column: Column, text: str) -> None:
        self.others["swaps"] = swaps_in(text, self._names)

    def _take_leave_out(self, _column: Column, text: str) -> None:
        self.others["left_out"] = exercises_in(text, self._names)

    def _take_note(self, _column: Column, text: str) -> None:
        self.others["note"] = " ".join(text.split())

    def _take_group(self, _column: Column, text: str) -> None:
        self.others["group"] = " ".join(text.split())

    def _take_password(self, _column: Column, text: str) -> None:
        self.others["password"] = text

    @property
    def _weight_unit(self) -> str:
        return "lb" if self._imperial else "kg"

    @property
    def _pace_unit(self) -> str:
        return "/mi" if self._imperial else "/km"
