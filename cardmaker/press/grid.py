"""A card size, a sheet of paper and how they go together in; the places of the cards on the sheet out.

Sheets are portrait unless a stock says otherwise, and cards that fill them better lying on their side are
turned inside their cells; `duplex` says why.
"""

import math
from typing import Protocol

from cardmaker.errors import PaperError
from cardmaker.geometry import Point, Rect, Size
from cardmaker.record import record

SLIVER = 2.0
"""Paper in mm, both sides together, too little to cut away: it is shared out among the cells instead."""
PAPER_EDGE = 3.0
"""How near to the paper's edge a mark may come, mm: nearer, printers can't print and viewers shrink the page."""

_SLACK = 1e-6
_TURNED = 270


@record
class Grid:
    """Equal cells on a sheet, in mm.

    *card* is the finished card as it is read; with *turn* 90 or 270 it lies on its side in its cell.
    *origin* is the top left of the first cell, *pitch* the step from one cell to the next.
    """

    sheet: Size
    card: Size
    columns: int
    rows: int
    origin: Point
    pitch: Size
    turn: int = 0

    def __post_init__(self) -> None:
        if self.columns < 1 or self.rows < 1:
            raise PaperError(f"{_mm(self.card)} cards do not fit on {_mm(self.sheet)} paper")
        if self.turn not in (0, 90, 180, 270):
            raise PaperError(f"a card can be turned by 0, 90, 180 or 270 degrees, not {self.turn}")
        cell = self.cell_size
        crowded = (self.columns > 1 and self.pitch.width < cell.width - _SLACK) or (
            self.rows > 1 and self.pitch.height < cell.height - _SLACK
        )
        if crowded:
            raise PaperError(
                f"{_mm(cell)} cards overlap at a pitch of {_mm(self.pitch)}; make the pitch larger"
            )
        if not Rect(0, 0, *self.sheet).contains(self.block):
            raise PaperError(
                f"{self.columns} × {self.rows} cards of {_mm(cell)} do not fit on {_mm(self.sheet)} paper;"
                " use fewer columns or rows, or larger paper"
            )

    @property
    def cell_size(self) -> Size:
        """The size of a card as it lies on the sheet."""
        return self.card.turned if self.turn % 180 else self.card

    @property
    def capacity(self) -> int:
        """How many cards a sheet holds."""
        return self.columns * self.rows

    @property
    def across(self) -> int:
        """How many cards are side by side when the sheet is held so that they are upright."""
        return self.rows if self.turn % 180 else self.columns

    @property
    def block(self) -> Rect:
        """The rectangle around all cells."""
        width, height = self.cell_size
        return Rect(
            *self.origin,
            (self.columns - 1) * self.pitch.width + width,
            (self.rows - 1) * self.pitch.height + height,
        )

    def cell(self, index: int) -> Rect:
        """The place of the card *index*, counted as one reads the sheet with its cards upright."""
        if not 0 <= index < self.capacity:
            raise IndexError(f"cell {index} of {self.capacity}")
        column, row = self._column_row(index)
        x = self.origin.x + column * self.pitch.width
        return Rect(x, self.origin.y + row * self.pitch.height, *self.cell_size)

    def cells(self) -> tuple[Rect, ...]:
        """All places, in reading order."""
        return tuple(self.cell(index) for index in range(self.capacity))

    @property
    def as_read(self) -> tuple[int, ...]:
        """The cards' indexes in the order in which people count them on the sheet: from its top left, row by row."""
        return tuple(sorted(range(self.capacity), key=lambda index: self._column_row(index)[::-1]))

    def positions(self) -> tuple[Rect, ...]:
        """All places in the order in which they are counted on the sheet."""
        return tuple(self.cell(index) for index in self.as_read)

    def _column_row(self, index: int) -> tuple[int, int]:
        across, down = divmod(index, self.rows)
        match self.turn:
            case 90:
                return self.columns - 1 - across, down
            case 270:
                return across, self.rows - 1 - down
            case 180:
                index = self.capacity - 1 - index
        row, column = divmod(index, self.columns)
        return column, row


class Arrangement(Protocol):
    """How a stock wants its cards on a sheet; without *columns* and *rows* as many as go on are packed.

    *origin* None centres the cells, so that both sides register; *pitch* None puts them *gutter* mm apart.
    """

    @property
    def landscape(self) -> bool:
        """Whether the page is wider than high."""

    @property
    def columns(self) -> int | None:
        """Cells across the page."""

    @property
    def rows(self) -> int | None:
        """Cells down the page."""

    @property
    def turn(self) -> int:
        """How far a card is turned in its cell, degrees clockwise."""

    @property
    def origin(self) -> Point | None:
        """The top left of the first cell."""

    @property
    def pitch(self) -> Size | None:
        """The step from cell to cell."""

    @property
    def margin(self) -> float:
        """Paper kept free of cards all round when packing, mm."""

    @property
    def gutter(self) -> float:
        """Paper between two cards, mm."""


@record
class PlainArrangement:
    """An arrangement by its values; without any, as many cards as go on are packed."""

    landscape: bool = False
    columns: int | None = None
    rows: int | None = None
    turn: int = 0
    origin: Point | None = None
    pitch: Size | None = None
    margin: float = 0.0
    gutter: float = 0.0


def arrange(card: Size, paper: Size, how: Arrangement) -> Grid:
    """Put cards on paper as a stock says.

    Raises PaperError if they do not fit.
    """
    upright = Size(min(paper), max(paper))
    sheet = upright.turned if how.landscape else upright
    if how.columns is None or how.rows is None:
        return pack(card, sheet, how.margin, how.gutter)
    cell = card.turned if how.turn % 180 else card
    pitch = how.pitch or Size(cell.width + how.gutter, cell.height + how.gutter)
    origin = how.origin or Point(
        _centred(sheet.width, cell.width, how.columns, pitch.width),
        _centred(sheet.height, cell.height, how.rows, pitch.height),
    )
    return Grid(sheet, card, how.columns, how.rows, origin, pitch, how.turn)


def pack(card: Size, sheet: Size, margin: float = 0.0, gutter: float = 0.0) -> Grid:
    """Put as many cards as go on a sheet in its middle, upright or all turned, whichever holds more.

    *margin* is kept free all round, *gutter* between cards, in mm. When the paper left over is no more than
    a sliver it is shared out, so that the sheet's edges serve as cuts. When it is more, but too little for marks on
    both sides, the cards go to the left or top edge, which is the cut there, and the mark is on the other side.
    Raises PaperError if none fits.
    """
    upright, turned = (_filled(card, sheet, margin, gutter, turn) for turn in (0, _TURNED))
    grids = [grid for grid in (upright, turned) if grid]
    if not grids:
        kept = f" with a margin of {margin:g} mm" if margin else ""
        raise PaperError(
            f"{_mm(card)} cards do not fit on {_mm(sheet)} paper{kept};"
            " choose larger paper or a smaller stock"
        )
    return max(grids, key=lambda grid: grid.capacity)


def _filled(card: Size, sheet: Size, margin: float, gutter: float, turn: int) -> Grid | None:
    cell = card.turned if turn % 180 else card
    columns = _how_many(sheet.width - 2 * margin, cell.width, gutter)
    rows = _how_many(sheet.height - 2 * margin, cell.height, gutter)
    if columns < 1 or rows < 1:
        return None
    pitch = Size(
        _pitch(sheet.width, cell.width, columns, gutter), _pitch(sheet.height, cell.height, rows, gutter)
    )
    origin = Point(
        _first(sheet.width, cell.width, columns, pitch.width, margin),
        _first(sheet.height, cell.height, rows, pitch.height, margin),
    )
    return Grid(sheet, card, columns, rows, origin, pitch, turn)


def _how_many(room: float, length: float, gutter: float) -> int:
    return math.floor((room + gutter) / (length + gutter) + _SLACK)


def _pitch(sheet: float, length: float, count: int, gutter: float) -> float:
    """The step from cell to cell; a sliver goes to the cells, or to the gutters where there are any."""
    left = sheet - count * length - (count - 1) * gutter
    if left > SLIVER or (gutter and count == 1):
        return length + gutter
    return (sheet - length) / (count - 1) if gutter else sheet / count


def _first(sheet: float, length: float, count: int, pitch: float, margin: float) -> float:
    """Where the first cell begins: centred, or at the paper's edge where only so a mark goes on the other side."""
    start = _centred(sheet, length, count, pitch)
    if margin or start <= SLIVER / 2 + _SLACK or not start < PAPER_EDGE <= 2 * start:
        return start
    return 0.0


def _centred(sheet: float, length: float, count: int, pitch: float) -> float:
    return (sheet - (count - 1) * pitch - length) / 2


def _mm(size: Size) -> str:
    return f"{size.width:g} × {size.height:g} mm"
