"""What is asked for and what the plan says → a part's ticket, how its cards are put on paper, how many of each."""

from collections.abc import Iterator, Mapping, Sequence

from cardmaker.errors import NotFoundError, PaperError
from cardmaker.geometry import Size
from cardmaker.handout import Card, Handout
from cardmaker.library.names import slug
from cardmaker.pipeline.setting import Notes, Setting
from cardmaker.plan.printing import Copies
from cardmaker.press.crop import waste_for_marks
from cardmaker.press.cutter import MARGINS, is_clear
from cardmaker.press.duplex import Flip
from cardmaker.press.fold import pair_up
from cardmaker.press.grid import arrange
from cardmaker.press.marks import Imposition, grid_of
from cardmaker.press.targets import HOLE_CLEAR
from cardmaker.press.ticket import Mark, Stacking, Ticket
from cardmaker.record import replace
from cardmaker.theme.kinds import KINDS
from cardmaker.theme.stock import OnPaper, Stock
from cardmaker.validation import any_of, did_you_mean, shown


def ticket_for(setting: Setting, stock: Stock, *, two_sided: bool, used_sheet: bool) -> tuple[Ticket, Notes]:
    """The ticket of the cards of one stock; *used_sheet*: theirs is the sheet that was begun before.

    PaperError for what can't be done to these cards.
    """
    asked, prints = setting.order.ticket, setting.prints
    radius = prints.corner_radius
    _check_papers(setting, stock)
    if prints.imposition == "single":
        _check_single(setting)
    if not stock.pre_cut:
        _check_corners(radius, stock)
    ticket = replace(
        asked,
        flip=asked.flip if two_sided else Flip.NONE,
        fold=asked.fold and two_sided,
        start_at=asked.start_at if used_sheet else 1,
        gutter=prints.gutter,
        bleed=prints.bleed,
        marks=_marks(setting, stock, radius),
        corner_radius=radius,
    )
    return ticket.unmarked if stock.pre_cut else ticket, tuple(_left_out(setting, stock))


def free_for_a_hole(setting: Setting, stock: Stock) -> tuple[float, Notes]:
    """How much of a card's top is to be left free for a ring's hole or the stock's own, mm."""
    at_top = [hole.y + hole.diameter / 2 + 1 for hole in stock.holes if hole.y < stock.size.height / 3]
    low = f"{stock.called} has holes further down than its cards leave free: look at what is printed there"
    notes = (low,) if len(at_top) < len(stock.holes) else ()
    if setting.prints.ring_hole and not stock.pre_cut and not stock.holes:
        at_top.append(HOLE_CLEAR)
    return max(at_top, default=0.0), notes


def _check_papers(setting: Setting, stock: Stock) -> None:
    papers = KINDS["papers"].names(setting.shelf.folders)
    if unknown := next((name for name in stock.papers if name not in papers), ""):
        meant = did_you_mean(unknown, papers) or f"; write {any_of(papers)}"
        raise NotFoundError(f"{stock.called}: papers: no paper '{unknown}'{meant}")


def _check_single(setting: Setting) -> None:
    asked, given = setting.order.ticket, setting.order.given
    if asked.start_at > 1:
        raise PaperError(
            f"there is no position {asked.start_at} on single cards; leave --start-at out, or print sheets"
        )
    for there, option in (
        (asked.stacking is Stacking.STACKED, "--stack"), (given.get("gutter"), "--gutter"),
        (given.get("marks"), "--marks"),
    ):  # fmt: skip
        if there:
            raise PaperError(
                f"{option} is for sheets of cards, and these are single ones; add --imposition sheet"
            )


def _check_corners(radius: float, stock: Stock) -> None:
    if radius > (most := min(stock.size) / 2):
        width, height = stock.size
        raise PaperError(
            f"corners of {radius:g} mm don't go on cards of {width:g} × {height:g} mm; {most:g} mm are the most"
        )


def _left_out(setting: Setting, stock: Stock) -> Iterator[str]:
    """What isn't done to cards that come with holes or cut."""
    if stock.holes and setting.prints.ring_hole:
        yield f"{stock.called} has holes: none is marked"
    if stock.pre_cut and (words := [word for word, there in _cutting(setting, stock).items() if there]):
        yield f"{stock.called} comes cut: it is printed without {' and '.join(words)}"


def _cutting(setting: Setting, stock: Stock) -> dict[str, bool]:
    """What is wanted that is for cards which one cuts oneself."""
    prints = setting.prints
    return {
        "bleed": prints.bleed > 0,
        "gutter": prints.gutter is not None,
        "marks": bool(setting.order.given.get("marks"))
        or not {"registration", "guides", "cutter"}.isdisjoint(prints.marks),
        "round corners": prints.corner_radius > 0,
        "ring hole": prints.ring_hole and not stock.holes,
    }


def _marks(setting: Setting, stock: Stock, radius: float) -> frozenset[Mark]:
    marks = {Mark(name) for name in setting.prints.marks} | {Mark.FOLD}
    if radius:
        marks.add(Mark.CORNERS)
    if setting.prints.ring_hole and not stock.holes:
        marks.add(Mark.HOLE)
    return frozenset(marks)


def imposition_on(paper: Size, name: str, stock: Stock, ticket: Ticket) -> Imposition:
    """How cards are put on a paper called *name*: with a gutter for what bleeds, unless another is asked for.

    Raises PaperError if they don't fit.
    """
    how = stock.on(name)
    if not stock.pre_cut:
        gutter = ticket.gutter
        if gutter is None and ticket.bleed:
            gutter = max(how.gutter, 2 * ticket.bleed)
        how = stock.on(name, gutter)
        if ticket.bleed and how.columns is None:
            bleeding = waste_for_marks(ticket.bleed, ticket.edge)
            how = how.but(margin=max(how.margin, bleeding))
    if Mark.CUTTER in ticket.marks:
        return _clear_of_cutter_marks(paper, name, stock, ticket, how)
    return pair_up(stock.size, paper, how) if ticket.fold else arrange(stock.size, paper, how)


def _clear_of_cutter_marks(paper: Size, name: str, stock: Stock, ticket: Ticket, how: OnPaper) -> Imposition:
    """As many cards as keep away from the marks of a cutting machine."""
    for margin in MARGINS:
        kept = how if how.columns else how.but(margin=max(how.margin, margin + ticket.bleed))
        imposition = pair_up(stock.size, paper, kept) if ticket.fold else arrange(stock.size, paper, kept)
        if is_clear(grid_of(imposition), ticket.bleed):
            return imposition
    raise PaperError(
        f"{stock.called} cards on {name} lie on the marks for a cutting machine; choose larger paper or another stock"
    )


def copies_of(setting: Setting, handout: Handout, cards: Sequence[Card]) -> tuple[int, ...]:
    """How many of each card: as many as asked for, or as the plan says; NotFoundError for a card it hasn't got."""
    planned, asked = setting.copies, setting.order.given.get("copies", Copies())
    base = planned if asked.every is None else asked
    some = dict(planned.some) if base is planned else {}
    some |= {_card_called(setting, handout, name): count for name, count in asked.some.items()}
    every = 1 if base.every is None else base.every
    return tuple(some.get(card.key, every) for card in cards)


def _card_called(setting: Setting, handout: Handout, name: str) -> str:
    """The exercise or workout that a name on the command line means."""
    cards = (*handout.workouts, *handout.exercises)
    called: Mapping[str, str] = {slug(card.name): card.key for card in cards} | {
        slug(card.key): card.key for card in cards
    }
    found = called.get(slug(name)) or setting.names.match("exercise", name)
    if found not in called.values():
        raise NotFoundError(f"--copies: no card {shown(name)} here{did_you_mean(slug(name), called)}")
    return str(found)
