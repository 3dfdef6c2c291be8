"""The file of a roster, from a spreadsheet, as CSV, JSON or YAML → one table of headings and rows."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from cardmaker.errors import PlanError, Problem, SourceError
from cardmaker.importing.tables import Cell, Table, decoded, is_workbook, text_table, workbook_tables, written
from cardmaker.patterns import Pattern
from cardmaker.record import record
from cardmaker.roster.columns import known_meanings
from cardmaker.yaml12 import parse_yaml

_MOST_BEFORE: Final = 15
"""Rows of titles and the like over the headings."""
_NESTED: Final = {"races": "{}", "lifts": "{} 1RM", "loads": "{} load", "heart_rate": "{} heart rate"}
"""What heads the parts of a mapping in an athlete's data."""
_MOST_CELLS: Final = 2_000_000
"""A hundred thousand athletes, each with twenty things to say."""
_MARKUP: Final = Pattern(r"\s*<(?:\?xml|!doctype|html|table)\b", "<", re.ASCII | re.IGNORECASE)
"""How flat spreadsheets begin, and the pages that some programs export as '.xls'."""
_LISTS: Final = ("athletes", "roster", "members", "runners")


@record
class RosterRow:
    """The cells of one athlete, one under each heading. *line* counts from 1, in the file or down a sheet."""

    line: int
    cells: tuple[str, ...]


@record
class RosterTable:
    """Headings and the rows under them; *remarks* are what of the file isn't in it."""

    source: str
    line: int
    headings: tuple[str, ...]
    rows: tuple[RosterRow, ...]
    remarks: tuple[str, ...] = ()


def read_table(data: bytes, name: str) -> RosterTable:
    """The table in the bytes of a file called *name*. SourceError if there is none."""
    if is_workbook(data):
        return _of_workbook(workbook_tables(data, name, _MOST_CELLS), name)
    text = decoded(data)
    if not text.strip():
        raise SourceError(f"{name}: the file is empty; it should have a row of headings and a row an athlete")
    if _MARKUP.match(text):
        raise SourceError(
            f"{name}: a page or a flat file, not a table; open it where it was made, and save it as .xlsx, .ods or .csv"
        )
    if _is_data(text, name):
        return _of_data(text, name)
    table = text_table(text, name, _MOST_CELLS)
    if table is None:
        table = _one_column(text, name)
    return _of_table(table, name)


def _is_data(text: str, name: str) -> bool:
    suffix = Path(name).suffix.lower()
    return suffix in (".json", ".yaml", ".yml") or (not suffix and text.lstrip()[:1] in ("[", "{"))


def _one_column(text: str, name: str) -> Table:
    """A list of names, a line each, under a heading."""
    return Table(name, tuple((Cell(line.strip(), f"A{n}"),) for n, line in enumerate(text.splitlines(), 1)))


def _of_workbook(tables: Sequence[Table], name: str) -> RosterTable:
    """The sheet that names athletes; the others are left out."""
    if not tables:
        raise SourceError(f"{name}: there is nothing in this spreadsheet")
    best = max(tables, key=lambda table: max(_meanings(table), default=0))
    found = _of_table(best, name)
    others = tuple(f"sheet '{table.name}' isn't read" for table in tables if table is not best)
    return RosterTable(found.source, found.line, found.headings, found.rows, (*others, *found.remarks))


def _meanings(table: Table) -> list[int]:
    return [known_meanings([cell.text for cell in row]) for row in table.rows[:_MOST_BEFORE]]


def _of_table(table: Table, name: str) -> RosterTable:
    """The headings are the row that has most of known meaning; what is over it is a title."""
    known = _meanings(table)
    if not known or not max(known):
        raise SourceError(
            f"{name}: no row of headings; the first should have one that is called 'Name', or 'First name'"
        )
    header = known.index(max(known))
    over = [cell.text for row in table.rows[:header] for cell in row if cell.text]
    remarks = tuple(f"row {n}: '{text}' over the headings isn't read" for n, text in enumerate(over, 1))
    lines = table.lines or range(1, len(table.rows) + 1)
    rows = [
        RosterRow(lines[at], tuple(cell.text for cell in row))
        for at, row in enumerate(table.rows)
        if at > header and any(cell.text for cell in row)
    ]
    headings = tuple(cell.text for cell in table.rows[header])
    return RosterTable(name, lines[header], headings, tuple(rows), remarks)


def _of_data(text: str, name: str) -> RosterTable:
    """A list of athletes, or one under 'athletes:'."""
    document = parse_yaml(text, name, PlanError)  # of which JSON is a part
    if document.problems:
        raise PlanError(list(document.problems))
    data: Any = document.data
    path: tuple[str, ...] = ()
    if isinstance(data, dict):
        key = next((key for key in _LISTS if isinstance(data.get(key), list)), None)
        data, path = (data[key], (key,)) if key else (None, ())
    if not isinstance(data, list) or not data:
        raise SourceError(f"{name}: should be a list of athletes, '- name: …' for each")
    found: list[tuple[int, dict[str, str]]] = []
    for n, one in enumerate(data):
        line = document.lines.at((*path, n))
        one = {"name": one} if isinstance(one, str) else one
        if not isinstance(one, dict):
            message = f"entry {n + 1} should be an athlete, '- name: …'"
            raise PlanError([Problem(name, line, "", message)])
        found.append((line, dict(_flat(one))))
    headings = tuple(dict.fromkeys(key for _, cells in found for key in cells))
    rows = tuple(
        RosterRow(line, tuple(cells.get(heading, "") for heading in headings)) for line, cells in found
    )
    return RosterTable(name, document.lines.at(path), headings, rows)


def _flat(athlete: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """An athlete's data as cells: {races: {10 km: '42:30'}} is under '10 km'."""
    for key, value in athlete.items():
        if isinstance(value, dict) and key in _NESTED:
            for inner, one in value.items():
                yield _NESTED[key].format(inner), _cell(one)
        elif isinstance(value, dict):
            yield str(key), "; ".join(f"{inner}: {_cell(one)}" for inner, one in value.items())
        else:
            yield str(key), _cell(value)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return written(value).strip()
