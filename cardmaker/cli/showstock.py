"""A stock and a paper → what one should know before printing, with a sketch of the sheet, or a drawing in a file."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cardmaker.cli import terminal
from cardmaker.cli.columns import wrapped
from cardmaker.cli.stocks import size_of
from cardmaker.errors import NotFoundError, OutputError, PaperError

if TYPE_CHECKING:
    from cardmaker.frame import Frame
    from cardmaker.press.grid import Grid
    from cardmaker.theme.stock import Stock

FORMS = (".pdf", ".png", ".svg")
_INDENT = 13
_DPI = 150


def show_stock(path: Path, folders: Sequence[Path], paper: str) -> None:
    """Tell of the stock in a file; *paper* is the one to sketch, else the usual one."""
    stock = _load(path, folders)
    grids = dict(_grids(stock, folders))
    on = _paper(stock, paper, grids, folders)
    terminal.say(f"{stock.called} (stock {stock.id})")
    for label, text in (*_facts(stock, path, folders), *_on_sheets(stock, grids, on)):
        for line in wrapped(label, text, _INDENT):
            terminal.say(line)
    terminal.say(f"{'file':{_INDENT}}{path}")
    if on:
        from cardmaker.press.sketch import sketch

        terminal.say()
        terminal.say(f"A sheet of {on}, as it is printed; the numbers are positions, for --start-at:")
        for line in sketch(grids[on], plain=not _has_boxes()):
            terminal.say(line)


def draw_stock(path: Path, folders: Sequence[Path], paper: str, output: str) -> None:
    """Write a drawing of a sheet at true size, with measures."""
    from cardmaker.deliver.files import write_files
    from cardmaker.geometry import Point
    from cardmaker.layout.fixed.diagram import Punched, draw_diagram

    form = Path(output).suffix.casefold()
    if form not in FORMS:
        raise OutputError(f"{output}: a drawing ends in {', '.join(FORMS[:-1])} or {FORMS[-1]}")
    stock = _load(path, folders)
    grids = dict(_grids(stock, folders))
    on = _paper(stock, paper, grids, folders)
    if not on:
        raise PaperError(f"{stock.called} cards go on none of the papers; see 'cardmaker list papers'")
    holes = tuple(Punched(Point(hole.x, hole.y), hole.diameter) for hole in stock.holes)
    frame = draw_diagram(grids[on], f"{stock.called} on {on}", stock.corner_radius, holes)
    write_files({Path(output): _drawn(frame, f"{stock.called} on {on}", form)})
    terminal.say(f"{output}   {stock.called} on {on}, at true size")


def _drawn(frame: "Frame", title: str, form: str) -> bytes:
    from cardmaker.deliver.pictures import draw_sides
    from cardmaker.page import Document, Page, Placement
    from cardmaker.paint import write_pdf
    from cardmaker.pipeline.sides import Side

    if form == ".pdf":
        return write_pdf(Document((Page(frame.size, (Placement(frame, 0, 0),)),), title))
    return draw_sides([Side("sheet", title, frame)], form[1:], _DPI)["sheet"]


def _has_boxes() -> bool:
    """Whether standard output takes box-drawing characters."""
    try:
        "┼".encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _load(path: Path, folders: Sequence[Path]) -> "Stock":
    from cardmaker.theme.stock import load_stock

    return load_stock(str(path), folders)


def _grids(stock: "Stock", folders: Sequence[Path]) -> "Iterator[tuple[str, Grid]]":
    """Each paper it goes on, those of its file first, with how it lies there."""
    from cardmaker.press.grid import arrange
    from cardmaker.theme.stock import load_paper, paper_names

    for paper in stock.papers if stock.pre_cut else dict.fromkeys((*stock.papers, *paper_names(folders))):
        size = load_paper(paper, folders).size
        if paper in stock.papers:
            yield paper, arrange(stock.size, size, stock.on(paper))
            continue
        try:
            yield paper, arrange(stock.size, size, stock.on(paper))
        except PaperError:
            continue


def _paper(stock: "Stock", asked: str, grids: "dict[str, Grid]", folders: Sequence[Path]) -> str:
    """The paper to draw; '' if it goes on none."""
    if not asked:
        return next((paper for paper in ("a4", *grids) if paper in grids), "")
    from cardmaker.theme.stocknames import find_paper

    paper = find_paper(asked, folders).stem
    if paper not in grids:
        raise NotFoundError(
            f"{stock.called} cards go on {', '.join(grids)}, not on {paper}"
            if grids
            else f"{stock.called} cards go on none of the papers"
        )
    return paper


def _facts(stock: "Stock", path: Path, folders: Sequence[Path]) -> Iterator[tuple[str, str]]:
    from cardmaker.cli.shelves import read
    from cardmaker.theme.shelf import Shelf

    if stock.about:
        yield "about", stock.about
    yield "card", size_of(stock.size, "in" in str(read(path).get("card")))
    if stock.corner_radius:
        yield "corners", f"rounded to {stock.corner_radius:g} mm"
    for hole in stock.holes:
        yield (
            "hole",
            f"{hole.diameter:g} mm wide, its middle {hole.x:g}, {hole.y:g} mm from the card's top left",
        )
    if stock.pre_cut:
        yield "cut", "pre-cut: sold perforated or die-cut, so no marks are printed"
    if stock.also:
        yield "cut alike", ", ".join(stock.also)
    if stock.sides == "one":
        yield "sides", "can be printed on one side only"
    shelf = Shelf(tuple(folders))
    heads = {name: shelf.face_head(name) for name in shelf.names("faces")}
    suiting = [name for name, head in heads.items() if head.suits.includes(*stock.size)]
    yield (
        "faces",
        ", ".join(sorted(suiting, key=lambda name: heads[name].rank)) or "none; choose another size",
    )


def _on_sheets(stock: "Stock", grids: "dict[str, Grid]", on: str) -> Iterator[tuple[str, str]]:
    for paper, grid in grids.items():
        yield (
            "on a sheet",
            f"{paper}: {_count(grid.capacity)}, {grid.columns} across and {grid.rows} down"
            f"{', lying on their sides' if grid.turn % 180 else ''}",
        )
    if on:
        grid = grids[on]
        sheet, block = grid.sheet, grid.block
        margins = (block.x, block.y, sheet.width - block.right, sheet.height - block.bottom)
        left, top, right, bottom = (_n(value) for value in margins)
        yield f"on {on}", f"margins left {left}, top {top}, right {right}, bottom {bottom} mm"
        if grid.capacity > 1:
            yield "", f"from card to card {_n(grid.pitch.width)} mm across, {_n(grid.pitch.height)} mm down"


def _count(cards: int) -> str:
    return f"{cards} card{'s' * (cards != 1)}"


def _n(value: float) -> str:
    return f"{abs(value):.2f}".rstrip("0").rstrip(".")
