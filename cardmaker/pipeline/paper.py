"""Laid-out cards → a part of the job: put on sheets of paper by the press, titled and numbered."""

from collections.abc import Sequence

from cardmaker.handout import Handout
from cardmaker.layout.cards import Faces
from cardmaker.page import Document, Page
from cardmaker.pipeline.desk import Desk
from cardmaker.pipeline.job import Job, Part
from cardmaker.pipeline.sides import sides_of_cards
from cardmaker.pipeline.ticketing import copies_of, stand_on, ticket_for
from cardmaker.press.duplex import Flip
from cardmaker.press.marks import has_room_for_targets
from cardmaker.press.sheets import Card as PressCard
from cardmaker.press.sheets import Labels, impose, one_up, single_sided, together
from cardmaker.press.ticket import Mark, Sides
from cardmaker.theme.stock import Stock, load_paper


def cards_on_paper(
    desk: Desk,
    handout: Handout,
    name: str,
    title: str,
    stock: Stock,
    laid: Sequence[Faces],
    names: Sequence[str],
) -> Part | None:
    counts = copies_of(desk, handout, [one.card for one in laid])
    if not any(counts):
        return None
    cards = [
        PressCard(one.front, one.back if stock.sides == "both" else None, called, count)
        for one, called, count in zip(laid, names, counts, strict=True)
    ]
    two_sided = any(card.back for card in cards)
    if desk.order.ticket.sides is Sides.BACKS and not two_sided:
        return None
    used = name == ("cards" if "cards" in desk.order.parts and handout.exercises else "gym")
    ticket, labels = ticket_for(desk, stock, two_sided=two_sided, used_sheet=used), _labels(desk, name)
    single = desk.prints.imposition == "single"
    if single:
        pages, paper = one_up(cards, ticket, labels=labels), stock.called
    else:
        chosen = stock.paper_for(desk.prints.paper)
        sheet = load_paper(chosen, desk.shelf.folders)
        stand = stand_on(sheet.size, chosen, stock, ticket)
        if Mark.REGISTRATION in ticket.marks and not has_room_for_targets(stand, ticket):
            desk.notes.append(
                f"no room for registration targets around {stock.called} cards on {sheet.name};"
                " they go with smaller gutters, fewer cards or larger paper"
            )
        pages, paper = impose(cards, stand, ticket, labels=labels), sheet.name
    flip = ticket.turned
    return Part(
        name,
        document_of(desk, handout, title, pages, flip),
        flip,
        sum(counts),
        paper,
        one_up=single,
        sides=sides_of_cards(laid, names),
        ticket=ticket,
        pre_cut=stock.pre_cut,
    )


def document_of(desk: Desk, handout: Handout, part: str, pages: tuple[Page, ...], flip: Flip) -> Document:
    title = f"{handout.title} – {desk.wording.say(part)}"
    author = handout.coach or desk.plan.club.name
    return Document(pages, title, author, handout.language, handout.athlete, flip.viewer_preference)


def _labels(desk: Desk, part: str) -> Labels:
    say = desk.wording.say
    return Labels(say(f"page_{part}", n="{n}"), say(f"page_{part}_back", n="{n}"))


def one_document(job: Job) -> Document:
    """All parts as one document, each beginning on a fresh sheet of paper."""
    if job.parts[0].document.for_screen:
        return job.parts[0].document
    flips = {part.flip for part in job.parts}
    flip = Flip.NONE if flips == {Flip.NONE} else next(iter(flips - {Flip.NONE}))
    first = job.parts[0].document
    pages = together([_apart(part, flip) for part in job.parts], flip)
    return Document(pages, job.title, first.author, first.language, first.subject, flip.viewer_preference)


def _apart(part: Part, flip: Flip) -> tuple[Page, ...]:
    """A part's pages; one without backs gets white ones where the rest is printed on both sides."""
    pages = part.document.pages
    return single_sided(pages) if part.flip is Flip.NONE and flip is not Flip.NONE else pages
