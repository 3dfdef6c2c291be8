"""The bytes of a CSV file, of a workbook or of cells pasted from one → tables of texts, each cell with its address."""

import csv
import datetime
import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Final

from cardmaker.errors import SourceError
from cardmaker.namedtuple import NamedTuple
from cardmaker.patterns import Pattern

MOST_CELLS: Final = 60_000
"""A year of days has some hundred; a table of more holds something else than a plan."""
_MOST_UNPACKED: Final = 200 * 1024 * 1024
"""In a workbook of a few megabytes; far more is a trap, not a table."""
_LONG_HOURS: Final = 10
"""Few train as long in one go."""
_LONG: Final = Pattern(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S", "PT")
"""How ODS has what is a day or longer, and so 25:00 that was typed for minutes."""
_DELIMITERS: Final = ("\t", ";", ",", "|")
_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"


class Cell(NamedTuple):
    """A text and its address: 'B7', or 'Plan!B7' in a workbook of several sheets."""

    text: str
    at: str


class Table(NamedTuple):
    """Rows of cells, all of one length, and the line of a text that each begins in."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[int, ...] = ()

    @property
    def turned(self) -> "Table":
        """With rows and columns changed over."""
        return Table(self.name, tuple(zip(*self.rows, strict=True)))


def is_workbook(data: bytes) -> bool:
    """Whether these are the bytes of a spreadsheet: XLSX, ODS or XLS, or of an archive too damaged to be read."""
    if data.startswith(_ZIP):
        try:
            names = zipfile.ZipFile(io.BytesIO(data)).namelist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            return True  # and not text, whatever its bytes happen to be
        return any(name.startswith("xl/") or name == "content.xml" for name in names)
    return data.startswith(_OLE)


def decoded(data: bytes) -> str:
    """The text in *data*, whatever program saved it: UTF-8, UTF-16 or, without either, Windows' Western letters."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    if data[:64].count(b"\0") > 8:
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def text_table(text: str, name: str, most: int = MOST_CELLS) -> Table | None:
    """The table in *text*, parted by whatever gives most columns throughout; None if nothing parts it.

    SourceError for more than *most* cells.
    """
    found = [rows for delimiter in _DELIMITERS if (rows := _parted(text, delimiter))]
    if not found:
        return None
    best = max(found, key=lambda rows: _columns(list(rows.values())))
    table = _table(name, best.values(), "", most)
    return table._replace(lines=tuple(best)[: len(table.rows)])


def _columns(rows: Sequence[Sequence[object]]) -> float:
    """How many columns rows have in the middle; more rows of one length count more."""
    widths = sorted(len(row) for row in rows if any(row))
    middle = widths[len(widths) // 2] if widths else 0
    return middle + sum(width == middle for width in widths) / (len(widths) + 1)


def _parted(text: str, delimiter: str) -> dict[int, list[str]]:
    """Rows with several columns, by the lines they begin in; none if *delimiter* doesn't part them."""
    if delimiter not in text:
        return {}
    csv.field_size_limit(10_000_000)
    rows: dict[int, list[str]] = {}
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for row in reader:
            rows[line] = row
            line = reader.line_num + 1
    except csv.Error:
        return {}
    return rows if max(map(len, rows.values()), default=0) > 1 else {}


def workbook_tables(data: bytes, name: str, most: int = MOST_CELLS) -> list[Table]:
    """The sheets of a spreadsheet that have anything in them.

    SourceError if it can't be read, or for a sheet of more than *most* cells.
    """
    import python_calamine

    if data.startswith(_ZIP):
        _refuse_bomb(data, name)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [(title, book.get_sheet_by_name(title)) for title in book.sheet_names]
        read = [(title, _placed(sheet)) for title, sheet in sheets if not _is_hidden(book, title)]
    except python_calamine.PasswordError:
        raise SourceError(f"{name}: locked with a password; save it without one") from None
    except Exception as fault:  # whatever a damaged file makes its reader raise
        if isinstance(fault, SourceError | MemoryError):
            raise
        raise SourceError(
            f"{name}: a damaged spreadsheet; open it where it was made, and save it as CSV"
        ) from None
    several = len([title for title, rows in read if any(map(any, rows))]) > 1
    tables = [_table(title, rows, f"{title}!" if several else "", most) for title, rows in read]
    return [table for table in tables if table.rows]


def _is_hidden(book: object, title: str) -> bool:
    metadata = {sheet.name: sheet.visible for sheet in book.sheets_metadata}  # type: ignore[attr-defined]
    return not str(metadata.get(title, "")).endswith("Visible")


def _placed(sheet: object) -> list[list[str]]:
    """The rows of a sheet from its first cell on, so that addresses are right."""
    rows: list[list[object]] = sheet.to_python(skip_empty_area=False)  # type: ignore[attr-defined]
    return [[written(value) for value in row] for row in rows]


def _refuse_bomb(data: bytes, name: str) -> None:
    try:
        size = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(data)).infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise SourceError(f"{name}: a damaged spreadsheet; save it once more, or as CSV") from None
    if size > _MOST_UNPACKED:
        raise SourceError(f"{name}: {size // 1024**2:,} MB unpacked; this doesn't look like the right file")


def written(value: object) -> str:
    """A value of a spreadsheet's cell as its owner sees it: '5' for 5.0, '45 min' for three quarters of an hour."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.10g}"
        case datetime.datetime():
            return (
                value.date().isoformat()
                if value.time() == datetime.time()
                else value.isoformat(" ", "minutes")
            )
        case datetime.date():
            return value.isoformat()
        case datetime.time():
            return _clock(value.hour * 3600 + value.minute * 60 + value.second)
        case datetime.timedelta():
            return _clock(round(value.total_seconds()))
        case str() if long := _LONG.fullmatch(value):
            hours, minutes, seconds = map(int, long.groups())
            return _clock((hours * 60 + minutes) * 60 + seconds)
    return str(value)


def _clock(seconds: int) -> str:
    """A time as runs have it. '45:00' for minutes becomes 45 hours in a spreadsheet, and is read as it was typed."""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours >= _LONG_HOURS and not seconds:
        return f"{hours}:{minutes:02}"
    if seconds:
        return f"{hours}:{minutes:02}:{seconds:02}"
    return " ".join(
        filter(None, (f"{hours} h" if hours else "", f"{minutes} min" if minutes or not hours else ""))
    )


def _table(name: str, rows: Iterable[Sequence[str]], before: str, most: int) -> Table:
    """A table of *rows*, made equally long, without empty ones at the end."""
    cut = [[text.strip() for text in row] for row in rows]
    while cut and not any(cut[-1]):
        cut.pop()
    width = max((len(row) - _trailing(row) for row in cut), default=0)
    if len(cut) * width > most:
        raise SourceError(f"{name}: {len(cut):,} rows of {width:,} columns; at most {most:,} cells are read")
    return Table(
        name,
        tuple(
            tuple(
                Cell(row[column] if column < len(row) else "", f"{before}{column_name(column)}{number}")
                for column in range(width)
            )
            for number, row in enumerate(cut, 1)
        ),
    )


def _trailing(row: Sequence[str]) -> int:
    count = 0
    while count < len(row) and not row[-1 - count]:
        count += 1
    return count


def column_name(index: int) -> str:
    """The letters of a column, counted from 0: A, B, … Z, AA."""
    letters = ""
    while index >= 0:
        letters = chr(ord("A") + index % 26) + letters
        index = index // 26 - 1
    return letters
