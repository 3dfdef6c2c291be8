"""A handout → its parts, laid out and put on paper: week sheets, exercise cards, gym cards."""

from collections.abc import Sequence
from dataclasses import replace

from cardmaker.errors import DoesNotFitError, PaperError, SeveralError
from cardmaker.handout import Card, ExerciseCard, Handout
from cardmaker.layout.cards import Faces, Studio, deal, lay_out_card
from cardmaker.layout.sheets import lay_out_sheet
from cardmaker.pipeline.desk import Desk, checked, chosen_face, chosen_stock
from cardmaker.pipeline.gathering import each
from cardmaker.pipeline.job import Part
from cardmaker.pipeline.paper import cards_on_paper, document_of
from cardmaker.pipeline.sides import sides_of_pages
from cardmaker.pipeline.ticketing import free_for_a_hole
from cardmaker.press.duplex import Flip
from cardmaker.press.sheets import pages_of
from cardmaker.press.ticket import Sides
from cardmaker.theme.face import Face, Sheet
from cardmaker.theme.stock import Stock, load_paper

_SMALL_PAPER = 250.0
"""Sheets are for paper at least so long, in mm: what doesn't fit on less isn't the plan's fault."""


def sheet_part(desk: Desk, studio: Studio, handout: Handout, sheets: Sequence[Sheet]) -> Part | None:
    if desk.order.ticket.sides is Sides.BACKS:
        return None
    paper = load_paper(desk.prints.paper, desk.shelf.folders)
    jobs = [
        (content, sheet)
        for sheet in (checked(desk, studio, sheet) for sheet in sheets)
        for content in (handout.weeks if sheet.kind == "week" else handout.blocks)
    ]
    try:
        frames = each(jobs, lambda job: (job[0].name, lay_out_sheet(studio, job[1], job[0], paper.size)))
    except (DoesNotFitError, SeveralError) as fault:
        if max(paper.size) < _SMALL_PAPER:
            raise PaperError(
                f"the plan's sheets need more room than {paper.name} has; choose larger paper, such as A4 or Letter,"
                " or leave them out: --only cards --only gym"
            ) from fault
        raise
    if not frames:
        return None
    named = zip(pages_of(frames), frames, strict=True)
    pages = tuple(replace(page, label=name) for page, (name, _) in named)
    document = document_of(desk, handout, "weeks_part", pages, Flip.NONE)
    return Part("sheets", document, Flip.NONE, paper=paper.name, sides=sides_of_pages(frames))


def card_part(desk: Desk, studio: Studio, handout: Handout) -> Part | None:
    stock = chosen_stock(desk, "stock")
    face = checked(desk, studio, chosen_face(desk, "exercise", desk.order.face, stock))
    laid = _laid_out(desk, studio, face, handout.exercises, stock)
    names = [_exercise_title(desk, one.card) for one in laid]
    return cards_on_paper(desk, handout, "cards", "cards_part", stock, laid, names)


def gym_part(desk: Desk, studio: Studio, handout: Handout) -> Part | None:
    stock = chosen_stock(desk, "gym_stock")
    face = checked(desk, studio, chosen_face(desk, "gym", desk.order.gym_face, stock))
    pattern = desk.wording.phrases["part"]
    assert isinstance(pattern, str)
    cards = [part for card in handout.workouts for part in deal(card, face.rows, pattern)]
    laid = _laid_out(desk, studio, face, cards, stock)
    names = [desk.wording.say("gym_outline", name=one.card.name) for one in laid]
    return cards_on_paper(desk, handout, "gym", "gym_part", stock, laid, names)


def _laid_out(desk: Desk, studio: Studio, face: Face, cards: Sequence[Card], stock: Stock) -> list[Faces]:
    """All cards, within the stock's safe margin, and clear of a ring's hole where there is room for that."""
    clear = free_for_a_hole(desk, stock)
    face = _within_margin(face, stock)
    tight: list[str] = []

    def lay_out(card: Card) -> Faces:
        if clear:
            try:
                return lay_out_card(studio, face, card, stock.size, clear)
            except DoesNotFitError:
                tight.append(card.name)
        return lay_out_card(studio, face, card, stock.size)

    laid = each(cards, lay_out)
    if tight:
        more = f" and {len(tight) - 1} more" if len(tight) > 1 else ""
        desk.notes.append(
            f"no room to keep the ring's hole clear on '{tight[0]}'{more}; the punch may hit what is in that"
            " corner: choose a larger stock, or leave the hole out"
        )
    return laid


def _within_margin(face: Face, stock: Stock) -> Face:
    """The face, with the stock's own safe margin where that is wider."""
    if stock.safe_margin is None or stock.safe_margin <= face.margin:
        return face
    return face.but(margin=stock.safe_margin)


def _exercise_title(desk: Desk, card: Card) -> str:
    assert isinstance(card, ExerciseCard)
    return desk.wording.say("card_outline", number=card.number, name=card.name)
