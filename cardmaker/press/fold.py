"""A card and a sheet in; the places of pairs out: a front and its back next to it, with a fold between.

Folded backwards about the line between them, the two halves lie back to back. Next to its front a back stands
upright: it turns about the upright fold like a page of a book. Above its front it is upside down, as it
turns about a level fold. A printer that prints one side only makes two-sided cards so, without having to
hit the same spot twice.
"""

from dataclasses import replace
from enum import StrEnum

from cardmaker.errors import PaperError
from cardmaker.geometry import Rect, Size
from cardmaker.press.grid import Arrangement, Grid, arrange, pack
from cardmaker.record import record

_SLACK = 1e-6


class Fold(StrEnum):
    """Where the back lies, as the front is read."""

    BESIDE = "beside"
    ABOVE = "above"


@record
class Half:
    """One side of a pair on the sheet, and how far it is turned, degrees clockwise."""

    place: Rect
    turn: int


@record
class Pairs:
    """Cells that each hold a front and its back; the *grid*'s card is the pair laid flat, *card* the finished one."""

    grid: Grid
    card: Size
    fold: Fold

    @property
    def capacity(self) -> int:
        """How many cards a sheet makes."""
        return self.grid.capacity

    def front(self, index: int) -> Half:
        """The front of the pair *index*, counted as one reads the sheet."""
        at = Rect(0, 0 if self.fold is Fold.BESIDE else self.card.height, *self.card)
        return Half(self._on_sheet(index, at), self.grid.turn)

    def back(self, index: int) -> Half:
        """Its back."""
        at = Rect(self.card.width if self.fold is Fold.BESIDE else 0, 0, *self.card)
        turned = 0 if self.fold is Fold.BESIDE else 180
        return Half(self._on_sheet(index, at), (self.grid.turn + turned) % 360)

    def crease(self, index: int) -> Rect:
        """The line to fold along, a rectangle without width or without height."""
        if self.fold is Fold.BESIDE:
            return self._on_sheet(index, Rect(self.card.width, 0, 0, self.card.height))
        return self._on_sheet(index, Rect(0, self.card.height, self.card.width, 0))

    def _on_sheet(self, index: int, part: Rect) -> Rect:
        """A part of a pair, from the pair's own top left as it is read, as it lies on the sheet."""
        cell, (width, height) = self.grid.cell(index), self.grid.card
        match self.grid.turn:
            case 90:
                x, y = height - part.bottom, part.x
            case 180:
                x, y = width - part.right, height - part.bottom
            case 270:
                x, y = part.y, width - part.right
            case _:
                x, y = part.x, part.y
        size = part.size.turned if self.grid.turn % 180 else part.size
        return Rect(cell.x + x, cell.y + y, *size)


def pair_up(card: Size, paper: Size, how: Arrangement) -> Pairs:
    """Put as many pairs on a sheet as go on it, side by side or one above the other.

    Where a stock says where its cells are, two neighbours that touch make a pair. PaperError if no pair fits.
    """
    found = _packed(card, paper, how) if how.columns is None else _neighbours(arrange(card, paper, how))
    if not found:
        fault = "the cards of this stock don't touch" if how.columns else "two cards side by side don't fit"
        raise PaperError(
            f"no fold-over cards of {card.width:g} × {card.height:g} mm on {paper.width:g} × {paper.height:g} mm"
            f" paper: {fault}; print both sides, or choose another stock or paper"
        )
    return max(found, key=lambda pairs: pairs.capacity)


def one_pair(card: Size) -> Pairs:
    """A pair that is a page of its own."""
    flat = Size(2 * card.width, card.height)
    return Pairs(pack(flat, flat), card, Fold.BESIDE)


def _packed(card: Size, paper: Size, how: Arrangement) -> list[Pairs]:
    upright = Size(min(paper), max(paper))
    sheet = upright.turned if how.landscape else upright
    found = []
    for fold in Fold:
        try:
            found.append(Pairs(pack(_flat(card, fold), sheet, how.margin, how.gutter), card, fold))
        except PaperError:
            continue
    return found


def _neighbours(grid: Grid) -> list[Pairs]:
    found = []
    cell, lying = grid.cell_size, grid.turn % 180 != 0
    if grid.columns > 1 and abs(grid.pitch.width - cell.width) < _SLACK:
        pitch = Size(2 * grid.pitch.width, grid.pitch.height)
        found.append(_paired(grid, Fold.ABOVE if lying else Fold.BESIDE, grid.columns // 2, grid.rows, pitch))
    if grid.rows > 1 and abs(grid.pitch.height - cell.height) < _SLACK:
        pitch = Size(grid.pitch.width, 2 * grid.pitch.height)
        found.append(_paired(grid, Fold.BESIDE if lying else Fold.ABOVE, grid.columns, grid.rows // 2, pitch))
    return found


def _paired(grid: Grid, fold: Fold, columns: int, rows: int, pitch: Size) -> Pairs:
    flat = replace(grid, card=_flat(grid.card, fold), columns=columns, rows=rows, pitch=pitch)
    return Pairs(flat, grid.card, fold)


def _flat(card: Size, fold: Fold) -> Size:
    return Size(2 * card.width, card.height) if fold is Fold.BESIDE else Size(card.width, 2 * card.height)
