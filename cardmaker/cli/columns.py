"""Rows of cells → the lines of a table, and text → lines that hang under their label."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

_WIDEST = 100
_INDENT = 13


def width_of(text: str) -> int:
    """How many columns *text* takes."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) != 0 for char in text)


def columns_of(rows: Sequence[Sequence[str]], gap: str = "   ") -> Iterator[str]:
    """The lines of a table whose columns are as wide as their widest cell."""
    if not rows:
        return
    widths = [max(width_of(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        cells = (cell + " " * (width - width_of(cell)) for cell, width in zip(row, widths, strict=True))
        yield gap.join(cells).rstrip()


def wrapped(label: str, text: str, indent: int) -> Iterator[str]:
    """*text* in lines as wide as the terminal, at most 100 columns, the first of them after *label*."""
    import shutil
    import textwrap

    width = min(shutil.get_terminal_size().columns, _WIDEST)
    first, rest = f"{label}  ".ljust(indent), " " * indent
    yield from textwrap.wrap(
        text, max(width, indent + 20), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def fact_lines(facts: Iterable[tuple[str, str]], path: Path | None) -> Iterator[str]:
    """The lines of facts, each a label and a text, and at last the file they come from."""
    for label, text in facts:
        yield from wrapped(label, text, _INDENT)
    yield f"{'file':{_INDENT}}{path}"


def count_of(number: int, one: str, many: str) -> str:
    """'1 page', '2 pages'."""
    return f"{number} {one if number == 1 else many}"


def size_of(count: int) -> str:
    """Bytes as people read them: '32 KB', '1.5 MB'."""
    return f"{count / 1024:,.0f} KB" if count < 1024 * 1024 else f"{count / 1024 / 1024:.1f} MB"
