"""Laid-out cards → a part of the job: put on sheets of paper by the press, titled and numbered."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from cardmaker.geometry import MM_PER_INCH, Size
from cardmaker.handout import Handout
from cardmaker.layout.cards import LaidOutCard, Studio
from cardmaker.layout.waste import SheetLine, check_rule
from cardmaker.namedtuple import NamedTuple
from cardmaker.page import Document, Page
from cardmaker.pipeline.job import Job, JobPart
from cardmaker.pipeline.setting import Notes, Setting
from cardmaker.pipeline.sides import sides_of_cards
from cardmaker.pipeline.ticketing import copies_of, imposition_on, ticket_for
from cardmaker.press.crop import unmarked
from cardmaker.press.duplex import Flip
from cardmaker.press.marks import Imposition, grid_of, has_room_for_corners, has_room_for_targets
from cardmaker.press.sheets import Labels, PrintCard, Slug, impose, one_up, together
from cardmaker.press.ticket import Mark, Sides, Ticket
from cardmaker.theme.stock import Stock


class LaidCards(NamedTuple):
    """Cards that are laid out, with their names, on one stock."""

    stock: Stock
    laid: Sequence[LaidOutCard]
    names: Sequence[str]


def cards_on_paper(
    setting: Setting, studio: Studio, handout: Handout, name: str, cards: LaidCards, notes: Iterable[str]
) -> JobPart | None:
    """A part called *name* of all cards, as often as they are wanted; None if nothing is left to print."""
    stock, laid, names = cards
    counts = copies_of(setting, handout, [one.card for one in laid])
    if not any(counts):
        return None
    sides = [
        PrintCard(one.front, one.back if stock.sides == "both" else None, called, count)
        for one, called, count in zip(laid, names, counts, strict=True)
    ]
    two_sided = any(card.back for card in sides)
    if setting.order.ticket.sides is Sides.BACKS and not two_sided:
        return None
    used = name == ("cards" if "cards" in setting.order.parts and handout.exercises else "gym")
    ticket, more = ticket_for(setting, stock, two_sided=two_sided, used_sheet=used)
    slug = partial(_slug, setting, studio, name, folded=ticket.fold)
    pages, paper, tight = _pages(setting, stock, sides, ticket, _labels(setting, name), slug)
    return JobPart(
        name,
        document_of(setting, handout, f"{name}_part", pages, ticket.turned),
        ticket.turned,
        sum(counts),
        paper,
        one_up=setting.prints.imposition == "single",
        sides=sides_of_cards(laid, names),
        ticket=ticket,
        pre_cut=stock.pre_cut,
        notes=(*notes, *more, *tight),
    )


def _pages(
    setting: Setting,
    stock: Stock,
    cards: Sequence[PrintCard],
    ticket: Ticket,
    labels: Labels,
    slug: Callable[[Size], Slug],
) -> tuple[tuple[Page, ...], str, Notes]:
    """The pages, what they are printed on, and what didn't go on it."""
    if setting.prints.imposition == "single":
        return one_up(cards, ticket, labels=labels), stock.called, ()
    chosen = stock.paper_for(setting.prints.paper)
    sheet = setting.shelf.paper(chosen)
    imposition = imposition_on(sheet.size, chosen, stock, ticket)
    on = f"{stock.called} cards on {sheet.name}"
    known = setting.impositions
    pages = impose(cards, imposition, ticket, labels=labels, slug=slug(sheet.size), known=known)
    return pages, sheet.name, tuple(_unmarked(imposition, ticket, on))


def _slug(setting: Setting, studio: Studio, name: str, paper: Size, *, folded: bool) -> Slug:
    """What is printed next to the cards: a rule in the units that the paper is made in, and the sheet's number."""
    say = setting.wording.say
    length, step, said = 50.0, 10.0, "50 mm"
    if paper.made_in_inches:
        length, step, said = 2 * MM_PER_INCH, MM_PER_INCH / 4, "2 in"
    part = say(f"{name}_part")
    front, back = (
        say(f"sheet_{side}", part=part, n="{n}", count="{count}")
        for side in (("only", "only") if folded else ("front", "back"))
    )
    return Slug(
        check_rule(studio, length, step, say("check_rule", length=said)), SheetLine(studio, front, back)
    )


def _unmarked(imposition: Imposition, ticket: Ticket, on: str) -> Iterator[str]:
    """What there is no room to mark *on* a sheet."""
    if Mark.REGISTRATION in ticket.marks and not has_room_for_targets(imposition, ticket):
        yield (
            f"no room for registration targets around {on};"
            " they go with smaller gutters, fewer cards or larger paper"
        )
    if Mark.CORNERS in ticket.marks and not has_room_for_corners(imposition, ticket):
        yield (
            f"{on}: corners at the paper's edge have no arc, as printers don't reach them; round them with a"
            " corner punch, or choose a larger gutter"
        )
    if ticket.marks & {Mark.CROP, Mark.GUIDES} and (sides := unmarked(grid_of(imposition), ticket.edge)):
        yield (
            f"{on}: no room to mark the outer cuts ({', '.join(sides)}), nearer to the paper's edge than"
            f" {ticket.edge:g} mm; measure these cards, or choose another gutter"
        )


def document_of(
    setting: Setting, handout: Handout, title: str, pages: tuple[Page, ...], flip: Flip
) -> Document:
    """The pages as a document with a title of its own: the phrase *title*."""
    whole = f"{handout.title} – {setting.wording.say(title)}"
    return Document(pages, whole, handout.author, handout.language, handout.athlete, flip.viewer_preference)


def _labels(setting: Setting, part: str) -> Labels:
    say = setting.wording.say
    return Labels(say(f"page_{part}", n="{n}"), say(f"page_{part}_back", n="{n}"))


def one_document(job: Job) -> Document:
    """All parts as one document to read or to send; one-sided pages have no backs, but where fronts of cards follow."""
    if job.parts[0].document.for_screen:
        return job.parts[0].document
    flip = next((part.flip for part in job.parts if part.flip is not Flip.NONE), Flip.NONE)
    first = job.parts[0].document
    backs = [part.back for part in job.parts if part.back]
    pages = together([(part.document.pages, part.flip) for part in job.parts], *backs)
    return Document(pages, job.title, first.author, first.language, first.subject, flip.viewer_preference)
