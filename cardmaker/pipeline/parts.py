"""A handout → its parts, laid out and put on paper: week sheets, exercise cards, gym cards."""

from collections.abc import Sequence
from dataclasses import replace

from cardmaker.errors import DoesNotFitError, PaperError, SeveralError
from cardmaker.handout import Card, ExerciseCard, Handout
from cardmaker.layout.cards import Studio, deal, lay_out_card
from cardmaker.layout.sheets import lay_out_sheet
from cardmaker.pipeline.desk import Desk, checked, chosen_face, chosen_stock
from cardmaker.pipeline.gathering import each
from cardmaker.pipeline.order import Part
from cardmaker.pipeline.paper import cards_on_paper, document_of
from cardmaker.pipeline.sides import sides_of_pages
from cardmaker.press.duplex import Flip
from cardmaker.press.sheets import pages_of
from cardmaker.press.ticket import Sides
from cardmaker.theme.face import Sheet
from cardmaker.theme.stock import load_paper

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
    laid = each(handout.exercises, lambda card: lay_out_card(studio, face, card, stock.size))
    names = [_exercise_title(desk, one.card) for one in laid]
    return cards_on_paper(desk, handout, "cards", "cards_part", stock, laid, names)


def gym_part(desk: Desk, studio: Studio, handout: Handout) -> Part | None:
    stock = chosen_stock(desk, "gym_stock")
    face = checked(desk, studio, chosen_face(desk, "gym", desk.order.gym_face, stock))
    pattern = desk.wording.phrases["part"]
    assert isinstance(pattern, str)
    cards = [part for card in handout.workouts for part in deal(card, face.rows, pattern)]
    laid = each(cards, lambda card: lay_out_card(studio, face, card, stock.size))
    names = [desk.wording.say("gym_outline", name=one.card.name) for one in laid]
    return cards_on_paper(desk, handout, "gym", "gym_part", stock, laid, names)


def _exercise_title(desk: Desk, card: Card) -> str:
    assert isinstance(card, ExerciseCard)
    return desk.wording.say("card_outline", number=card.number, name=card.name)
