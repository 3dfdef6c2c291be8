"""A plan file and what is wanted of it → documents ready to be painted: the whole way, told in order.

What only some orders ask for is imported when they do.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cardmaker.errors import NotFoundError
from cardmaker.handout import Handout
from cardmaker.layout.cards import Studio
from cardmaker.pipeline.desk import Desk, chosen_sheets, labels_of, open_desk, output_profile
from cardmaker.pipeline.gathering import each
from cardmaker.pipeline.job import Job, Part
from cardmaker.pipeline.order import PARTS, Order
from cardmaker.pipeline.parts import card_part, gym_part, sheet_part
from cardmaker.pipeline.pictures import LOGO, own_pictures, telling_where
from cardmaker.plan.load import LoadedPlan, load_plan
from cardmaker.press.ticket import Sides
from cardmaker.resolve import Choice, resolve
from cardmaker.resolve.names import Catalogue, open_catalogue
from cardmaker.resolve.pictures import Illustration
from cardmaker.text.fonts import FontBook
from cardmaker.theme.face import Sheet

if TYPE_CHECKING:
    from cardmaker.press.printer import Printer


def make(path: str | Path, order: Order | None = None) -> Job:
    """Read a plan, resolve it, lay it out and put it on paper.

    Raises CardmakerErrors; what is wrong with single cards and sheets is told all at once, in a SeveralError.
    """
    order = order or Order()
    catalogue = open_catalogue(order.folders)
    loaded = load_plan(path, catalogue)
    desk = open_desk(loaded, order, catalogue)
    sheets = () if order.for_screen else chosen_sheets(desk)
    profile = output_profile(desk)
    pictures = own_pictures(loaded, _catalogue(loaded).library)
    brought = tuple(pictures.values())
    handout = _resolve(desk, loaded, sheets, pictures)
    studio = Studio(desk.theme, FontBook(), telling_where(brought), labels_of(desk, handout))
    if order.for_screen:
        from cardmaker.pipeline.screen import screen_part

        screen = screen_part(desk, studio, handout)
        return Job(handout.title, loaded, handout, (screen,), tuple(desk.notes), brought)
    makers: dict[str, Callable[[], Part | None]] = {
        "book": lambda: _book_part(desk, studio, handout),
        "sheets": lambda: sheet_part(desk, studio, handout, sheets),
        "cards": lambda: card_part(desk, studio, handout),
        "gym": lambda: gym_part(desk, studio, handout),
    }
    wanted = ["book"] if order.book else list(filter(order.parts.__contains__, PARTS))
    parts = tuple(part for part in each(wanted, lambda name: makers[name]()) if part)
    if not parts:
        why = ": none of it has a back" if order.ticket.sides is Sides.BACKS else ""
        raise NotFoundError(f"{loaded.source.name}: nothing to print with these choices{why}")
    if order.poster:
        parts = (_poster_part(desk, studio, handout, parts),)
    notes = [*desk.notes, *studio.losses]
    if (printer := order.printer) and not profile:
        parts, told = _for_printer(parts, printer)
        notes += told
    return Job(handout.title, loaded, handout, parts, tuple(notes), brought, profile)


def _book_part(desk: Desk, studio: Studio, handout: Handout) -> Part:
    from cardmaker.pipeline.book import book_part

    return book_part(desk, studio, handout)


def _poster_part(desk: Desk, studio: Studio, handout: Handout, parts: Sequence[Part]) -> Part:
    from cardmaker.pipeline.poster import poster_part

    return poster_part(desk, studio, handout, parts)


def _for_printer(parts: Sequence[Part], printer: "Printer") -> tuple[tuple[Part, ...], list[str]]:
    from cardmaker.pipeline.printing import made_for, told_of

    made = tuple(made_for(part, printer) for part in parts)
    return made, [told for part in made for told in told_of(part, printer)]


def _resolve(
    desk: Desk, loaded: LoadedPlan, sheets: Sequence[Sheet], pictures: Mapping[str, Illustration]
) -> Handout:
    block = next((sheet.weeks for sheet in sheets if sheet.kind == "block"), 0)
    if desk.order.for_screen:
        from cardmaker.pipeline.screen import weeks_on_screen

        block = weeks_on_screen(desk)
    if desk.order.book and block:
        block = len(desk.plan.weeks)  # a cover tells of all weeks at once
    logo = pictures[LOGO].path if LOGO in pictures else None
    return resolve(
        desk.plan,
        _catalogue(loaded).library,
        desk.wording,
        Choice(desk.order.weeks, desk.order.exercises),
        block_weeks=block,
        logo=logo,
        pictures=pictures,
    )


def _catalogue(loaded: LoadedPlan) -> Catalogue:
    """All that the plan may name, its own exercises among it."""
    assert isinstance(loaded.names, Catalogue)
    return loaded.names
