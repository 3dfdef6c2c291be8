"""Frames in; the pages that a printer gets out: cards on sheets or one by one, and plain sheets."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cardmaker.frame import Frame
from cardmaker.geometry import Point, Rect, Size
from cardmaker.page import Bookmark, Page, Placement
from cardmaker.press.duplex import Axis, Flip, axis, back_turn, behind
from cardmaker.press.grid import Grid
from cardmaker.press.imposition import Cells, deal, from_behind
from cardmaker.press.marks import back_marks, front_marks

_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Card:
    """A finished card: its front, its back if it has one, and the name that both sides share."""

    front: Frame
    back: Frame | None
    name: str


@dataclass(frozen=True, slots=True)
class Labels:
    """How pages are numbered in a viewer; {n} is the sheet's number, counted from *first*."""

    front: str = "{n}"
    back: str = "{n} back"
    first: int = 1

    def of(self, sheet: int, back: bool = False) -> str:
        """The label of one side of the sheet *sheet*, counted from 0."""
        return (self.back if back else self.front).replace("{n}", str(self.first + sheet))


@dataclass(frozen=True, slots=True)
class _Press:
    """What all pages of one run share."""

    cards: Sequence[Card]
    sections: Sequence[str]
    grid: Grid
    about: Axis | None
    marks: bool
    labels: Labels
    level: int

    def front(self, sheet: int, cells: Cells) -> Page:
        filled = [(card, self.grid.cell(i)) for i, card in enumerate(cells) if card is not None]
        return Page(
            self.grid.sheet,
            tuple(
                _placed(self.cards[card].front, place, self.grid.turn, self.sections[card])
                for card, place in filled
            ),
            self.labels.of(sheet),
            front_marks(self.grid) if self.marks else None,
            tuple(place for _, place in filled),
            tuple(Bookmark(self.cards[card].name, self.level, place.y) for card, place in filled),
        )

    def back(self, sheet: int, cells: Cells) -> Page:
        places = {card: self.grid.cell(i) for i, card in enumerate(cells) if card is not None}
        seen = cells if self.about is None else from_behind(cells, self.grid.across)
        turn = back_turn(self.grid.turn, self.about)
        placements = tuple(
            _placed(back, behind(places[card], self.grid.sheet, self.about), turn, self.sections[card])
            for card in seen
            if card is not None and (back := self.cards[card].back)
        )
        return Page(
            self.grid.sheet,
            placements,
            self.labels.of(sheet, back=True),
            self._back_marks(),
            tuple(placement.box for placement in placements),
        )

    def _back_marks(self) -> Frame | None:
        if not self.marks:
            return None
        return front_marks(self.grid) if self.about is None else back_marks(self.grid, self.about)


def impose(
    cards: Sequence[Card],
    grid: Grid,
    flip: Flip = Flip.LONG,
    *,
    marks: bool = True,
    labels: Labels | None = None,
    level: int = 0,
) -> tuple[Page, ...]:
    """Put cards on sheets, each front page followed by the back page that the printer puts behind it.

    A card without a back leaves its cell empty, and if no card has one there are no back pages. With
    Flip.NONE backs are not mirrored: they get pages of their own, to be cut by themselves, where they are
    needed. *level* is that of the cards' bookmarks. ValueError if a frame is larger than the grid's card.
    """
    _check(cards, grid)
    press = _Press(cards, _sections(cards), grid, axis(flip, grid.sheet), marks, labels or Labels(), level)
    two_sided = any(card.back for card in cards)
    pages: list[Page] = []
    for sheet, cells in enumerate(deal(len(cards), grid.capacity)):
        pages.append(press.front(sheet, cells))
        here = any(cards[card].back for card in cells if card is not None)
        if here or (two_sided and flip is not Flip.NONE):
            pages.append(press.back(sheet, cells))
    return tuple(pages)


def one_up(
    cards: Sequence[Card], flip: Flip = Flip.LONG, *, labels: Labels | None = None, level: int = 0
) -> tuple[Page, ...]:
    """Make each side of a card a page of the card's size: front, back, front, back.

    For paper that has been cut to size and, with Flip.NONE, for the screen: every side is upright then.
    Cards may differ in size.
    """
    labels = labels or Labels()
    two_sided = any(card.back for card in cards)
    pages: list[Page] = []
    for sheet, (card, section) in enumerate(zip(cards, _sections(cards), strict=True)):
        size = card.front.size
        grid = Grid(size, size, 1, 1, Point(0, 0), size)
        press = _Press((card,), (section,), grid, axis(flip, size), False, labels, level)
        pages.append(press.front(sheet, (0,)))
        if card.back or (two_sided and flip is not Flip.NONE):
            _check((card,), grid)
            pages.append(press.back(sheet, (0,)))
    return tuple(pages)


def pages_of(
    frames: Iterable[tuple[str, Frame]], *, labels: Labels | None = None, level: int = 0
) -> tuple[Page, ...]:
    """Make each named frame a page of its own, as week sheets are printed, with a bookmark."""
    labels = labels or Labels()
    return tuple(
        Page(frame.size, (Placement(frame, 0, 0, 0, name),), labels.of(n), bookmarks=(Bookmark(name, level),))
        for n, (name, frame) in enumerate(frames)
    )


def together(parts: Iterable[Sequence[Page]], flip: Flip) -> tuple[Page, ...]:
    """Join parts of a document so that each begins on a fresh sheet of paper.

    On a two-sided printer an odd page is followed by an empty one, lest a part's first page, and with it
    every front after it, is printed on the back of the part before.
    """
    pages: list[Page] = []
    for part in parts:
        if part and flip is not Flip.NONE and len(pages) % 2:
            pages.append(Page(pages[-1].size, ()))
        pages += part
    return tuple(pages)


def single_sided(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Pages whose backs must stay white, for a printer that is set to print both sides."""
    return tuple(one for page in pages for one in (page, Page(page.size, ())))


def sheets_of_paper(pages: Sequence[Page], flip: Flip) -> int:
    """How many sheets the printer takes: one a page, or one for each two pages if it prints both sides."""
    return len(pages) if flip is Flip.NONE else (len(pages) + 1) // 2


def _placed(frame: Frame, place: Rect, turn: int, section: str) -> Placement:
    size: Size = frame.size.turned if turn % 180 else frame.size
    x = place.x + (place.width - size.width) / 2
    return Placement(frame, x, place.y + (place.height - size.height) / 2, turn, section)


def _sections(cards: Iterable[Card]) -> tuple[str, ...]:
    """A section for each card: its name, numbered where another card has had it."""
    seen: Counter[str] = Counter()
    sections = []
    for card in cards:
        seen[card.name] += 1
        sections.append(card.name if seen[card.name] == 1 else f"{card.name} ({seen[card.name]})")
    return tuple(sections)


def _check(cards: Iterable[Card], grid: Grid) -> None:
    for card in cards:
        for side in (card.front, card.back):
            if side and (
                side.size.width > grid.card.width + _SLACK or side.size.height > grid.card.height + _SLACK
            ):
                raise ValueError(f"{card.name}: a frame of {side.size} is larger than its card, {grid.card}")
