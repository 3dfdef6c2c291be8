"""Tables, whichever way they are laid out → the weeks of a draft."""

import re
from collections.abc import Sequence
from typing import Final

from cardmaker.errors import SourceError
from cardmaker.importing import daycolumns, rows
from cardmaker.importing.cells import CellReader
from cardmaker.importing.draft import Draft
from cardmaker.importing.grids import GridReader
from cardmaker.importing.lifts import are_sets
from cardmaker.importing.sessions import SessionReader
from cardmaker.importing.tables import Cell, Table

_CLAUSE: Final = re.compile(
    r"(?:@\s*)?[+-]?\d+(?:[.,]\d+)?(?:\s?-\s?\d+(?:[.,]\d+)?)?\s*(?:kgs?|lbs?|%)(?:\s*1?(?:rm|tm))?"
    r"|(?:@\s*)?(?:rpe|rir)\s*\d.*|\d+(?:-\d+)?\s*rir|bw|bodyweight|rest\s*\d.*|\d\S*\s*(?:s|secs?|min)?\s*rest|tempo\s*\S+",
    re.IGNORECASE,
)
"""A load, an effort, a rest or a tempo in a cell of its own."""
_HEADING_WITHIN: Final = 60
"""Rows from the top among which the headings are looked for."""


def draft_of(tables: Sequence[Table], name: str, cells: CellReader) -> Draft:
    """Read all tables that name days or sessions; what the others say is kept. SourceError if none does."""
    draft = Draft()
    grid = GridReader(draft, cells)
    found = [(table, _laid_out(table, cells)) for table in tables]
    if not any(layout for _, layout in found):
        raise SourceError(
            f"{name}: no row of days (Mon, Tue, …) and no headings such as date, day or exercise; add a row of headings"
        )
    for table, layout in found:
        if layout is None:
            _keep(draft, [cell for line in table.rows for cell in line])
            continue
        table, header, columns = layout
        _above(draft, table, header)
        if isinstance(columns, daycolumns.TableColumns):
            grid.read(table, header, columns)
        else:
            grid.finish()
            SessionReader(draft, cells, columns).read(table, header)
    grid.finish()
    return draft


def _laid_out(
    table: Table, cells: CellReader
) -> tuple[Table, int, daycolumns.TableColumns | rows.Columns] | None:
    """The table, turned if it must be, with the number of its row of headings and what they mean."""
    for way in (table, table.turned):
        for number, row in enumerate(way.rows[:_HEADING_WITHIN]):
            if columns := daycolumns.columns_of(row, cells.tongue) or rows.columns_of(row, cells.tongue):
                return (_joined(way, number) if way is not table else way), number, columns
    return None


def _joined(table: Table, header: int) -> Table:
    """A table of days down with each row that only goes on with the sets before it in that: 'Squat 3x5', '60 kg'."""
    found: list[tuple[Cell, ...]] = []
    for row in table.rows[header + 1 :]:
        before = found[-1] if found else ()
        texts = [cell.text for cell in row if cell.text]
        bare = all(map(are_sets, texts)) and not any(re.search(r"\d", cell.text) for cell in before)
        if texts and before and (all(map(_CLAUSE.fullmatch, texts)) or bare):
            found[-1] = tuple(
                one._replace(text=f"{one.text} {more.text}".strip())
                for one, more in zip(before, row, strict=True)
            )
        else:
            found.append(row)
    return table._replace(rows=(*table.rows[: header + 1], *found))


def _above(draft: Draft, table: Table, header: int) -> None:
    """What is over the headings: the plan's title, and words that are kept."""
    cells = [
        cell for row in table.rows[:header] if not daycolumns.separates(row) for cell in row if cell.text
    ]
    if cells and not draft.title and any(char.isalpha() for char in cells[0].text):
        draft.title = cells.pop(0).text
    _keep(draft, cells)


def _keep(draft: Draft, cells: Sequence[Cell]) -> None:
    for cell in cells:
        if cell.text:
            draft.keep(cell.at, cell.text)
