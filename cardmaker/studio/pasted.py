"""A table as it is pasted from a spreadsheet → a plan, or the athletes of a roster, and what isn't understood of it."""

from collections.abc import Mapping
from typing import Any, Final

from cardmaker.api import Workshop
from cardmaker.errors import CardmakerError, Problem
from cardmaker.record import record
from cardmaker.roster.columns import known_meanings
from cardmaker.roster.opening import OpenRoster
from cardmaker.roster.reading import Roster
from cardmaker.roster.tables import RosterTable, read_table
from cardmaker.spelling import misspelling_in

NAME: Final = "roster.csv"
"""What messages call a pasted table; they leave it out."""
_NAMES: Final = ("name", "first name", "last name", "athlete", "surname")
_MOST_ROWS: Final = 2_000

Answer = dict[str, Any]


@record
class Pasted:
    """A table, how it is read for a plan, and the athletes in it."""

    table: RosterTable
    opened: OpenRoster


def open_pasted(workshop: Workshop, plan: str, table: str, mapped: Mapping[str, str], **given: Any) -> Pasted:
    """The athletes of a pasted table, for a plan. SourceError if it has no headings, PlanError for the plan."""
    data = table.encode()
    opened = workshop.open_roster(plan, data, NAME, given.pop("order", None), mapped=mapped, **given)
    return Pasted(read_table(data, NAME), opened)


def shown_roster(table: RosterTable, roster: Roster) -> Answer:
    """A roster as messages have it: its columns, and each row with what is wrong in its cells."""
    meanings = {column.at: column.words if column.meaning else "" for column in roster.columns.columns}
    entries = {entry.line: entry for entry in roster.entries}
    by_line: dict[int, list[Problem]] = {}
    for problem in roster.problems:
        by_line.setdefault(problem.line, []).append(problem)
    return {
        "columns": [
            {"heading": heading, "means": meanings.get(at, ""), "at": at}
            for at, heading in enumerate(table.headings)
        ],
        "people": [
            {
                "row": row.line,
                "name": entries[row.line].name if row.line in entries else _name(row.cells, roster),
                "cells": list(row.cells),
                "faults": [_fault(one, table) for one in by_line.get(row.line, ())],
                "ready": row.line in entries,
            }
            for row in table.rows[:_MOST_ROWS]
        ],
        "remarks": [
            *roster.remarks,
            *(one.message for one in roster.problems if one.line == table.line or not one.line),
            *([f"only the first {_MOST_ROWS:,} rows are read"] if len(table.rows) > _MOST_ROWS else []),
        ],
    }


def _name(cells: tuple[str, ...], roster: Roster) -> str:
    columns = [roster.columns.of(meaning) for meaning in ("first name", "last name", "name")]
    found = [cells[column.at] for column in columns if column and column.at < len(cells)]
    return " ".join(filter(None, found))


def _fault(problem: Problem, table: RosterTable) -> Answer:
    asked = misspelling_in(problem.message)
    column = table.headings.index(problem.field) if problem.field in table.headings else None
    return {
        "column": column,
        "message": problem.message,
        "proposal": asked.meant[0] if asked and column is not None else "",
    }


def read_pasted(workshop: Workshop, text: str, units: str, language: str = "en") -> Answer:
    """What a table is: a roster, a plan, or neither, and then why.

    A plan is in the language that its days are named in; where these are English, or few, in the *language* of whoever
    pastes it. NotFoundError for one that there isn't.
    """
    if not text.strip():
        return {"kind": "", "message": "there is nothing in it; copy the cells in the spreadsheet first"}
    try:
        table = read_table(text.encode(), NAME)
    except CardmakerError:
        table = None
    if table and _is_roster(table):
        opened = workshop.open_roster("title: Plan\nweeks: [{}]\n", text.encode(), NAME)
        return {"kind": "roster", **shown_roster(table, opened.roster)}
    return _plan(workshop, text, units, workshop.names.require("language", language))


def _is_roster(table: RosterTable) -> bool:
    """Whether the headings name people, and say at most a name besides what rosters have."""
    headings = [heading.casefold().strip() for heading in table.headings]
    return known_meanings(headings) > 0 and any(heading in _NAMES for heading in headings)


def _plan(workshop: Workshop, text: str, units: str, usual: str) -> Answer:
    from cardmaker.importing.formats import foreign, import_plan
    from cardmaker.importing.tongue import spoken

    unit: Any = {"imperial": "mi", "metric": "km"}.get(units, "")
    names = workshop.names
    said = spoken(text, names, names.languages())
    try:
        made = import_plan(
            foreign("table", text.encode()), names, unit, languages=(usual if said == "en" else said,)
        )
    except CardmakerError as fault:
        return {"kind": "", "message": str(fault).removeprefix("table: ")}
    return {
        "kind": "plan",
        "text": made.text,
        "weeks": made.weeks,
        "entries": made.entries,
        "remarks": [one._asdict() for one in made.remarks],
    }
