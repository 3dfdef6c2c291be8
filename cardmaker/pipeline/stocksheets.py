"""A stock and a paper → how its cards lie on sheets, what to know before printing, and a drawing at true size."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from cardmaker.errors import NotFoundError, PaperError
from cardmaker.frame import Frame
from cardmaker.geometry import Point, Size, rounded
from cardmaker.pipeline.stocks import size_of
from cardmaker.press.grid import Grid, arrange, pack
from cardmaker.record import record
from cardmaker.theme.kinds import KINDS, read
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import Stock, load_paper, load_stock

SEAL = 3.0
"""Film that is left around a laminated card, mm: less than 2 mm comes apart, and a cutter takes 1 mm."""
_POUCH_EDGE = 2.0
"""How near to the edge of a pouch's paper cards may lie, mm: pouches are 3 mm larger than it on each side."""


@record
class StockSheets:
    """A stock, how it lies on each paper it goes on, and the one to show with its name; '' if it goes on none."""

    stock: Stock
    grids: Mapping[str, Grid]
    on: str
    paper: str = ""

    @property
    def title(self) -> str:
        """What a drawing of the sheet is called."""
        return f"{self.stock.called} on {self.paper}"

    def drawn(self) -> Frame:
        """The sheet at true size, with measures; PaperError if there is none."""
        from cardmaker.layout.fixed.diagram import Punched, draw_diagram

        if not self.on:
            raise PaperError(
                f"{self.stock.called} cards go on none of the papers; see 'cardmaker list papers'"
            )
        holes = tuple(Punched(Point(hole.x, hole.y), hole.diameter) for hole in self.stock.holes)
        return draw_diagram(self.grids[self.on], self.title, self.stock.corner_radius, holes)


@record
class Pouch:
    """How cut cards lie in a laminating pouch for a paper, with film between them and around them."""

    stock: Stock
    grid: Grid
    paper: str

    @property
    def title(self) -> str:
        """What the drawing is called."""
        return f"{self.stock.called} in a pouch for {self.paper}"

    def drawn(self) -> Frame:
        """The places of the cards at true size, and where to cut the film."""
        from cardmaker.layout.fixed.diagram import draw_diagram

        return draw_diagram(self.grid, self.title, self.stock.corner_radius, film=SEAL)


def pouch_for(path: Path, folders: Sequence[Path], paper: str = "") -> Pouch:
    """The stock in a file in a pouch for a *paper*, A4 if none is named. PaperError if no card goes in."""
    stock = load_stock(str(path), folders)
    name = KINDS["papers"].require(paper, folders).stem if paper else "a4"
    sheet = load_paper(name, folders)
    upright = Size(min(sheet.size), max(sheet.size))
    return Pouch(stock, pack(stock.size, upright, _POUCH_EDGE, 2 * SEAL), sheet.name)


def sheets_of(path: Path, folders: Sequence[Path], paper: str = "") -> StockSheets:
    """The stock in a file; *paper* is the one to show, else the usual one. NotFoundError if it doesn't go on that."""
    stock = load_stock(str(path), folders)
    grids = dict(_grids(stock, folders))
    on = _paper(stock, paper, grids, folders)
    return StockSheets(stock, grids, on, load_paper(on, folders).name if on else "")


def facts(sheets: StockSheets, path: Path, folders: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """A label and a text for all there is to know of the stock in the file at *path*."""
    yield from _facts(sheets.stock, path, folders)
    yield from _on_sheets(sheets.grids, sheets.on)


def _grids(stock: Stock, folders: Sequence[Path]) -> Iterator[tuple[str, Grid]]:
    """Each paper it goes on, those of its file first, with how it lies there."""
    for paper in (
        stock.papers if stock.pre_cut else dict.fromkeys((*stock.papers, *KINDS["papers"].names(folders)))
    ):
        size = load_paper(paper, folders).size
        if paper in stock.papers:
            yield paper, arrange(stock.size, size, stock.on(paper))
            continue
        try:
            yield paper, arrange(stock.size, size, stock.on(paper))
        except PaperError:
            continue


def _paper(stock: Stock, asked: str, grids: Mapping[str, Grid], folders: Sequence[Path]) -> str:
    """The paper to draw; '' if it goes on none."""
    if not asked:
        return next((paper for paper in ("a4", *grids) if paper in grids), "")
    paper = KINDS["papers"].require(asked, folders).stem
    if paper not in grids:
        raise NotFoundError(
            f"{stock.called} cards go on {', '.join(grids)}, not on {paper}"
            if grids
            else f"{stock.called} cards go on none of the papers"
        )
    return paper


def _facts(stock: Stock, path: Path, folders: Sequence[Path]) -> Iterator[tuple[str, str]]:
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


def _on_sheets(grids: Mapping[str, Grid], on: str) -> Iterator[tuple[str, str]]:
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
        left, top, right, bottom = (rounded(value, 2) for value in margins)
        yield f"on {on}", f"margins left {left}, top {top}, right {right}, bottom {bottom} mm"
        if grid.capacity > 1:
            yield (
                "",
                f"from card to card {rounded(grid.pitch.width, 2)} mm across, {rounded(grid.pitch.height, 2)} mm down",
            )


def _count(cards: int) -> str:
    return f"{cards} card{'s' * (cards != 1)}"
