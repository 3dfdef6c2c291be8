"""A stock and a paper → lines that say how it prints, with a sketch of the sheet, or a drawing in a file."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cardmaker.cli import terminal
from cardmaker.cli.columns import count_of, fact_lines
from cardmaker.errors import OutputError

if TYPE_CHECKING:
    from cardmaker.frame import Frame

FORMS = (".pdf", ".png", ".svg")
_DPI = 150


def show_stock(path: Path, folders: Sequence[Path], paper: str) -> None:
    """Say all about the stock in a file; *paper* is the one to sketch, else the usual one."""
    from cardmaker.pipeline.stocksheets import facts, sheets_of

    sheets = sheets_of(path, folders, paper)
    terminal.say(f"{sheets.stock.called} (stock {sheets.stock.id})")
    terminal.say_all(fact_lines(facts(sheets, path, folders), path))
    if sheets.on:
        from cardmaker.press.sketch import sketch

        terminal.say()
        terminal.say(f"A sheet of {sheets.on}, as it is printed; the numbers are positions, for --start-at:")
        terminal.say_all(sketch(sheets.grids[sheets.on], plain=not _has_boxes()))


def draw_stock(path: Path, folders: Sequence[Path], paper: str, output: str) -> None:
    """Write a drawing of a sheet at true size, with measures."""
    from cardmaker.deliver.files import write_files
    from cardmaker.pipeline.stocksheets import sheets_of

    form = _form(output)
    sheets = sheets_of(path, folders, paper)
    write_files({Path(output): _drawn(sheets.drawn(), sheets.title, form)})
    terminal.say(f"{output}   {sheets.title}, at true size")


def draw_pouch(path: Path, folders: Sequence[Path], paper: str, output: str) -> None:
    """Write a drawing of how cut cards lie in a laminating pouch, at true size, and say how to use it."""
    from cardmaker.deliver.files import write_files
    from cardmaker.pipeline.stocksheets import SEAL, pouch_for

    form = _form(output)
    pouch = pouch_for(path, folders, paper)
    write_files({Path(output): _drawn(pouch.drawn(), pouch.title, form)})
    cards = pouch.grid.capacity
    terminal.say(f"{output}   {pouch.title}, at true size: {count_of(cards, 'card', 'cards')}")
    terminal.say(
        f"Print it at 100 %, lay the open pouch on it and the cut cards on their places, {2 * SEAL:g} mm apart;"
        f" laminate, and cut at the broken lines, {SEAL:g} mm outside the cards."
    )


def _form(output: str) -> str:
    form = Path(output).suffix.casefold()
    if form not in FORMS:
        raise OutputError(f"{output}: a drawing ends in {', '.join(FORMS[:-1])} or {FORMS[-1]}")
    return form


def _drawn(frame: "Frame", title: str, form: str) -> bytes:
    from cardmaker.deliver.images import draw_sides
    from cardmaker.page import Document, Page, Placement
    from cardmaker.paint import write_pdf
    from cardmaker.pipeline.sides import PageSide

    if form == ".pdf":
        return write_pdf(Document((Page(frame.size, (Placement(frame, 0, 0),)),), title))
    return draw_sides([PageSide("sheet", title, frame)], form[1:], _DPI)["sheet"]


def _has_boxes() -> bool:
    """Whether standard output takes box-drawing characters."""
    try:
        "┼".encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
