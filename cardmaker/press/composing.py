"""The cards of one run and the cells of a sheet in; the pages of its two sides out."""

from collections.abc import Iterable, Iterator, Sequence

from cardmaker.frame import Frame
from cardmaker.geometry import Rect
from cardmaker.page import Bookmark, Page, Placement, centred
from cardmaker.press.bleed import bled, half_window, window
from cardmaker.press.duplex import Axis, axis, back_turn, behind
from cardmaker.press.fold import Half
from cardmaker.press.grid import Grid
from cardmaker.press.imposition import Cells, from_behind
from cardmaker.press.marks import Imposition, back_marks, front_marks, grid_of
from cardmaker.press.ticket import Ticket
from cardmaker.press.waste import Slug, slugs
from cardmaker.record import record, replace


@record
class PrintCard:
    """A finished card: its front, its back if it has one, and the name that both sides share.

    *copies*: how many of it are wanted, None for as many as of the others.
    """

    front: Frame
    back: Frame | None
    name: str
    copies: int | None = None


@record
class Labels:
    """How pages are numbered in a viewer; {n} is the sheet's number, counted from *first*."""

    front: str = "{n}"
    back: str = "{n} back"
    first: int = 1

    def of(self, sheet: int, back: bool = False) -> str:
        """The label of one side of the sheet *sheet*, counted from 0."""
        return (self.back if back else self.front).replace("{n}", str(self.first + sheet))


@record
class PrintRun:
    """What all pages of one run share; *cards* are dealt one to a cell, *sections* name them apart.

    *edge* is how near to the paper's edge a bleed may come, *sheets* how many there are, *slug* what each carries.
    """

    cards: Sequence[PrintCard]
    sections: Sequence[str]
    imposition: Imposition
    ticket: Ticket
    labels: Labels
    edge: float
    sheets: int = 1
    slug: Slug | None = None

    @property
    def grid(self) -> Grid:
        """What the knife cuts along."""
        return grid_of(self.imposition)

    @property
    def about(self) -> Axis | None:
        """The line that sheets are turned about."""
        return axis(self.ticket.flip, self.grid.sheet)

    def front(self, sheet: int, cells: Cells) -> Page:
        """The front of a sheet; with pairs, all of it."""
        filled = [(card, i) for i, card in enumerate(cells) if card is not None]
        sides = [side for card, i in filled for side in self._halves(card, i)]
        trims = tuple(self.grid.cell(i) for _, i in filled)
        marks = tuple(
            Bookmark(self.cards[card].name, 0, trim.y) for (card, _), trim in zip(filled, trims, strict=True)
        )
        return replace(
            self._page(self.labels.of(sheet), sides, front_marks(self.imposition, self.ticket), trims, marks),
            slugs=self._slugs(sheet, back=False),
        )

    def back(self, sheet: int, cells: Cells) -> Page:
        """The back of a sheet, as it is seen when the sheet has been turned over."""
        about, grid = self.about, self.grid
        at = {card: i for i, card in enumerate(cells) if card is not None}
        seen = cells if about is None else from_behind(cells, grid.across)
        turn = back_turn(grid.turn, about)
        sides = [
            _Side(
                centred(back, behind(grid.cell(at[card]), grid.sheet, about), turn, self.sections[card]),
                behind(self._window(at[card]), grid.sheet, about),
            )
            for card in seen
            if card is not None and (back := self.cards[card].back)
        ]
        marks = (
            front_marks(self.imposition, self.ticket)
            if about is None
            else back_marks(grid, self.ticket, about)
        )
        trims = tuple(side.placement.box for side in sides)
        return replace(
            self._page(self.labels.of(sheet, back=True), sides, marks, trims),
            slugs=self._slugs(sheet, back=True),
        )

    def _slugs(self, sheet: int, *, back: bool) -> tuple[Placement, ...]:
        return tuple(
            slugs(self.slug, self.imposition, self.ticket, sheet, self.sheets, self.about, back=back)
        )

    def _halves(self, card: int, index: int) -> Iterator["_Side"]:
        """The front in a cell, and with pairs its back next to it."""
        imposition, shown, one = self.imposition, self._window(index), self.cards[card]
        if isinstance(imposition, Grid):
            place = imposition.cell(index)
            yield _Side(centred(one.front, place, imposition.turn, self.sections[card]), shown)
            return
        for frame, half in ((one.front, imposition.front(index)), (one.back, imposition.back(index))):
            if frame:
                yield self._half(frame, half, index, shown, self.sections[card])

    def _half(self, frame: Frame, half: Half, index: int, shown: Rect, section: str) -> "_Side":
        own = half_window(half.place, self.grid.cell(index), shown)
        return _Side(centred(frame, half.place, half.turn, section), own)

    def _window(self, index: int) -> Rect:
        return window(self.grid, index, self.ticket.bleed, self.edge)

    def _page(
        self,
        label: str,
        sides: Sequence["_Side"],
        marks: Frame | None,
        trims: tuple[Rect, ...],
        bookmarks: tuple[Bookmark, ...] = (),
    ) -> Page:
        return Page(
            self.grid.sheet,
            tuple(side.placement for side in sides),
            label,
            marks,
            trims,
            bookmarks,
            grounds=tuple(_grounds(sides, self.ticket.bleed)) if self.ticket.bleed else (),
        )


@record
class _Side:
    """A front or back on a page, and the window in which its bleed shows."""

    placement: Placement
    window: Rect


def _grounds(sides: Iterable[_Side], bleed: float) -> Iterator[Placement]:
    for side in sides:
        one = side.placement
        if beneath := bled(one.frame, bleed):
            yield Placement(beneath, one.x - bleed, one.y - bleed, one.turn, one.section, window=side.window)
