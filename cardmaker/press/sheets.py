"""Frames in; the pages that a printer gets out: cards on sheets or one by one, and plain sheets."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from cardmaker.errors import PaperError
from cardmaker.frame import Frame
from cardmaker.geometry import Point, Size
from cardmaker.page import Bookmark, Page, Placement
from cardmaker.press.composing import Labels, PrintCard, PrintRun
from cardmaker.press.duplex import Flip
from cardmaker.press.fold import Pairs, one_pair
from cardmaker.press.grid import Grid
from cardmaker.press.imposition import Cells, copied, deal
from cardmaker.press.marks import Imposition, grid_of
from cardmaker.press.ticket import Mark, Sides, Stacking, Ticket
from cardmaker.press.waste import Slug
from cardmaker.recent import Recent
from cardmaker.record import replace

Imposed = tuple[Sequence[PrintCard], tuple[Page, ...]]
"""Cards with nothing on them, and their pages."""
Impositions = Recent[Hashable, Imposed]
"""By all that decides where cards go: a roster's athletes have pages that differ in what is on the cards."""
_SLACK = 1e-6
_ON_A_CARD = frozenset({Mark.FOLD, Mark.CORNERS, Mark.HOLE})


def impose(
    cards: Sequence[PrintCard],
    imposition: Imposition,
    ticket: Ticket | None = None,
    *,
    labels: Labels | None = None,
    slug: Slug | None = None,
    known: "Impositions | None" = None,
) -> tuple[Page, ...]:
    """Put cards on sheets as the ticket says, each front page followed by the back page that goes behind it.

    A card without a back leaves its cell empty, and if no card has one there are no back pages. With
    Flip.NONE backs are not mirrored: they get pages of their own, to be cut by themselves, where they are
    needed. Pairs have both on one page, whatever *sides* says. A *slug* is printed next to the cards where
    there is room. Where pages of cards of the same sizes and names are *known*, these get the frames.

    PaperError if the sheet has no such cell to start at; ValueError if a frame is larger than its card.
    """
    ticket, labels = ticket or Ticket(), labels or Labels()
    if known is None or ticket.bleed:  # which takes its grounds from what is on the frames
        return _imposed(cards, imposition, ticket, labels, slug)
    shapes = tuple((card.front.size, card.back and card.back.size, card.name, card.copies) for card in cards)

    def make() -> Imposed:
        blank = [
            replace(card, front=Frame(card.front.size, ()), back=card.back and Frame(card.back.size, ()))
            for card in cards
        ]
        return blank, _imposed(blank, imposition, ticket, labels, slug)

    blank, pages = known.once((shapes, imposition, ticket, labels, slug), make)
    frames = {
        id(before): frame
        for one, card in zip(blank, cards, strict=True)
        for before, frame in ((one.front, card.front), (one.back, card.back))
        if frame
    }
    return tuple(replace(page, placements=_holding(page.placements, frames)) for page in pages)


def _holding(places: Iterable[Placement], frames: Mapping[int, Frame]) -> tuple[Placement, ...]:
    """The same places with other frames, by the ids of those before: what `replace` would give, in half its time."""
    return tuple(
        Placement(frames[id(one.frame)], one.x, one.y, one.turn, one.section, one.scale, one.window)
        for one in places
    )


def _imposed(
    cards: Sequence[PrintCard], imposition: Imposition, ticket: Ticket, labels: Labels, slug: Slug | None
) -> tuple[Page, ...]:
    _check(cards, imposition)
    deck = _deck(cards, ticket)
    if not 1 <= ticket.start_at <= imposition.capacity:
        raise PaperError(
            f"a sheet has {imposition.capacity} positions, and none is number {ticket.start_at}; start at"
            f" 1 to {imposition.capacity}"
        )
    stacked = ticket.stacking is Stacking.STACKED
    dealt = deal(
        range(len(deck)), imposition.capacity, ticket.start_at - 1, stacked, grid_of(imposition).as_read
    )
    run = PrintRun(deck, _sections(deck), imposition, ticket, labels, ticket.edge, len(dealt), slug)
    return _pages(run, dealt)


def one_up(
    cards: Sequence[PrintCard], ticket: Ticket | None = None, *, labels: Labels | None = None
) -> tuple[Page, ...]:
    """Make each side of a card a page of the card's size: front, back, front, back.

    For paper that has been cut to size and, with Flip.NONE, for the screen: every side is upright then.
    With a bleed the page is as much larger all round. Cards may differ in size.
    """
    ticket = ticket or Ticket()
    deck = _deck(cards, ticket)
    sections, labels = _sections(deck), labels or Labels()
    pages: list[Page] = []
    own = replace(ticket, marks=ticket.marks & _ON_A_CARD, edge=0.0)
    backs = any(card.back for card in deck)
    for number, (card, section) in enumerate(zip(deck, sections, strict=True)):
        imposition = _alone(card.front.size, ticket)
        _check((card,), imposition)
        numbered = replace(labels, first=labels.first + number)
        run = PrintRun((card,), (section,), imposition, own, numbered, 0.0)
        trim = grid_of(imposition).cell(0)
        pages += [replace(page, trim=trim, bleed=ticket.bleed) for page in _pages(run, ((0,),), backs)]
    reverse = ticket.last_first and ticket.sides is Sides.BACKS
    return tuple(reversed(pages) if reverse else pages)


def pages_of(frames: Iterable[tuple[str, Frame]]) -> tuple[Page, ...]:
    """Make each frame a page of its own, as week sheets are printed, labelled by its name, with a bookmark."""
    return tuple(
        Page(frame.size, (Placement(frame, 0, 0, 0, name),), name, bookmarks=(Bookmark(name),))
        for name, frame in frames
    )


def together(
    parts: Iterable[tuple[Sequence[Page], Flip]], back: Callable[[Size], Page] = lambda size: Page(size, ())
) -> tuple[Page, ...]:
    """Join parts of a document, each with how the printer turns its sheets; two-sided ones begin on a fresh sheet.

    After an odd number of pages a part of fronts and backs is preceded by the *back* of the last, an empty page of its
    size if none is given, or its first front would be printed there. Other one-sided pages, which people read as they
    are, get no backs.
    """
    pages: list[Page] = []
    for part, flip in parts:
        if part and flip is not Flip.NONE and len(pages) % 2:
            pages.append(back(pages[-1].size))
        pages += part
    return tuple(pages)


def sheets_of_paper(pages: Sequence[Page], flip: Flip) -> int:
    """How many sheets the printer takes: one a page, or one for each two pages if it prints both sides."""
    return len(pages) if flip is Flip.NONE else (len(pages) + 1) // 2


def _pages(run: PrintRun, dealt: Sequence[Cells], two_sided: bool | None = None) -> tuple[Page, ...]:
    """Both sides of all sheets, or one side, as the ticket says."""
    if two_sided is None:
        two_sided = any(card.back for card in run.cards)
    ticket = run.ticket
    if isinstance(run.imposition, Pairs):
        return tuple(run.front(sheet, cells) for sheet, cells in enumerate(dealt))
    pages: list[Page] = []
    backs: list[Page] = []
    for sheet, cells in enumerate(dealt):
        if ticket.sides is not Sides.BACKS:
            pages.append(run.front(sheet, cells))
        here = any(run.cards[card].back for card in cells if card is not None)
        if ticket.sides is Sides.FRONTS:
            continue
        if here or (two_sided and ticket.flip is not Flip.NONE):
            (backs if ticket.sides is Sides.BACKS else pages).append(run.back(sheet, cells))
    return (*pages, *(reversed(backs) if ticket.last_first else backs))


def _alone(size: Size, ticket: Ticket) -> Imposition:
    """A page for one card, or one pair, and its bleed."""
    single = Grid(size, size, 1, 1, Point(0, 0), size)
    imposition: Imposition = one_pair(size) if ticket.fold else single
    grid, bleed = grid_of(imposition), ticket.bleed
    page = Size(grid.card.width + 2 * bleed, grid.card.height + 2 * bleed)
    larger = replace(grid, sheet=page, origin=Point(bleed, bleed))
    return replace(imposition, grid=larger) if isinstance(imposition, Pairs) else larger


def _deck(cards: Sequence[PrintCard], ticket: Ticket) -> tuple[PrintCard, ...]:
    """All cards in order, each as often as it is wanted."""
    counts = [ticket.copies if card.copies is None else card.copies for card in cards]
    return tuple(cards[index] for index in copied(counts))


def _sections(cards: Iterable[PrintCard]) -> tuple[str, ...]:
    """A section for each card: its name, numbered where another card has had it."""
    seen: Counter[str] = Counter()
    sections = []
    for card in cards:
        seen[card.name] += 1
        sections.append(card.name if seen[card.name] == 1 else f"{card.name} ({seen[card.name]})")
    return tuple(sections)


def _check(cards: Iterable[PrintCard], imposition: Imposition) -> None:
    room = imposition.card
    for card in cards:
        for side in (card.front, card.back):
            if side and (side.size.width > room.width + _SLACK or side.size.height > room.height + _SLACK):
                raise ValueError(f"{card.name}: a frame of {side.size} is larger than its card, {room}")


__all__ = [
    "Labels",
    "PrintCard",
    "Slug",
    "impose",
    "one_up",
    "pages_of",
    "sheets_of_paper",
    "together",
]
