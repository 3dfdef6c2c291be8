"""Names → labels on a stock that is bought for them, and pages that part one athlete's sheets from the next one's."""

from collections.abc import Sequence
from dataclasses import replace

from cardmaker.geometry import Size
from cardmaker.layout.cards import Studio
from cardmaker.layout.fixed.nameplate import Plate, fits_on_a_line, lay_out_nameplate, of_one_size
from cardmaker.page import Document, Page, Placement
from cardmaker.pipeline.order import Order
from cardmaker.pipeline.ticketing import imposition_on
from cardmaker.pipeline.workshop import JobMaker
from cardmaker.plan.model import Colours
from cardmaker.press.duplex import Flip
from cardmaker.press.sheets import PrintCard, impose
from cardmaker.press.ticket import Ticket
from cardmaker.theme.stock import CardSize, Stock, load_paper, load_stock

_MARGIN = 3.0
"""On a label, mm; where the stock has a wider one of its own that is kept."""
_PAGE_MARGIN = 20.0
_LOW = 25.0
"""Labels less high than this, mm, have room for the name alone."""
_BETWEEN = "  ·  "
_NO_COLOURS = Colours()

Name = tuple[str, str]
"""A name, and what goes below it."""


def name_labels(
    workshop: JobMaker,
    names: Sequence[Name],
    stock: str,
    order: Order,
    language: str = "en",
    sender: Sequence[str] = (),
    colours: Colours = _NO_COLOURS,
) -> Document:
    """A label for each name, all in one size, on the sheets of a stock, from the order's first position on.

    At the foot of each is as much of *sender* as goes there, such as club and plan, where labels are high enough. What
    is below the names is on the ground that the club's *colours* give to chips on cards.

    NotFoundError for a stock that there isn't; PaperError if there is no such position, or no room on the paper.
    """
    folders = workshop.names.shelf.folders
    label = _level(load_stock(stock, folders))
    paper = label.paper_for(str(order.given.get("paper") or "a4"))
    sheet = load_paper(paper, folders)
    ticket = Ticket(flip=Flip.NONE, start_at=order.ticket.start_at)
    ticket = ticket.unmarked if label.pre_cut else ticket
    studio, margin = _studio(workshop, order, colours), max(_MARGIN, label.safe_margin or 0.0)
    plate = Plate(label.size, margin)
    plate = of_one_size(studio, names, replace(plate, foot=_foot(studio, sender, plate)))
    cards = [PrintCard(lay_out_nameplate(studio, name, below, plate), None, name, 1) for name, below in names]
    pages = impose(cards, imposition_on(sheet.size, paper, label, ticket), ticket)
    return Document(pages, f"{label.called} – {len(names)}", language=language)


def _foot(studio: Studio, sender: Sequence[str], plate: Plate) -> str:
    """What goes at the foot of labels: all that is known of the sender, or less where it is too wide."""
    known = [words for words in sender if words]
    if plate.size.height < _LOW:
        return ""
    for count in range(len(known), 0, -1):
        if fits_on_a_line(studio, foot := _BETWEEN.join(known[:count]), plate):
            return foot
    return ""


def _level(stock: Stock) -> Stock:
    """A stock whose cards lie on their sides on its sheets, so that what is written on them is level there."""
    if not stock.papers or not all(how.turn % 180 for how in stock.papers.values()):
        return stock
    papers = {name: how.but(turn=0) for name, how in stock.papers.items()}
    return stock.but(card=CardSize(width=stock.size.height, height=stock.size.width), papers=papers)


def separator(
    workshop: JobMaker, name: Name, size: Size, order: Order, colours: Colours = _NO_COLOURS
) -> Page:
    """The page that goes before somebody's."""
    frame = lay_out_nameplate(_studio(workshop, order, colours), *name, Plate(size, _PAGE_MARGIN))
    return Page(size, (Placement(frame, 0, 0, section=f"separator {name[0]}"),))


def _studio(workshop: JobMaker, order: Order, colours: Colours) -> Studio:
    """Where names are set: in the usual theme, whose type is dark on white, with a club's colours."""
    name = str(order.given.get("theme") or "classic")
    theme, _ = workshop.theme(name, "", colours.primary, colours.accent)
    return workshop.studio(theme, {})
