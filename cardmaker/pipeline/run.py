"""A plan and what is wanted of it → documents ready to be painted: the whole way, in order.

What only some orders ask for is imported when they do.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from cardmaker.errors import NotFoundError
from cardmaker.handout import Handout, OwnPicture
from cardmaker.layout.cards import Studio
from cardmaker.pipeline.desk import Desk, chosen_sheets, labels_of, open_desk, output_profile
from cardmaker.pipeline.gathering import each
from cardmaker.pipeline.job import Job, Part
from cardmaker.pipeline.order import PARTS, Order
from cardmaker.pipeline.parts import card_part, gym_part, sheet_part
from cardmaker.pipeline.pictures import LOGO, own_pictures
from cardmaker.plan.load import LoadedPlan
from cardmaker.press.ticket import Sides
from cardmaker.resolve import Choice, resolve
from cardmaker.resolve.athlete import Athlete
from cardmaker.resolve.names import Catalogue
from cardmaker.resolve.pictures import Illustration
from cardmaker.theme.face import Sheet

if TYPE_CHECKING:
    from cardmaker.pipeline.workshop import Workshop
    from cardmaker.press.printer import Printer


def make_job(
    workshop: "Workshop", loaded: LoadedPlan[Catalogue], order: Order, athlete: Athlete | None
) -> Job:
    """Resolve a plan, lay it out and put it on paper."""
    desk = open_desk(workshop, loaded, order, athlete)
    sheets = () if order.for_screen else chosen_sheets(desk)
    profile = output_profile(desk)
    pictures = own_pictures(loaded, loaded.names.library)
    handout = _resolve(desk, loaded, sheets, pictures)
    studio = workshop.studio(desk.theme, labels_of(desk, handout))
    brought = tuple(pictures.values())
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
    notes = [*desk.notes, *_losses(parts)]
    if order.poster:
        parts = (_poster_part(desk, studio, handout, parts),)
    if (printer := order.printer) and not profile:
        parts, told = _for_printer(parts, printer)
        notes += told
    return Job(handout.title, loaded, handout, parts, tuple(notes), brought, profile)


def _losses(parts: Iterable[Part]) -> list[str]:
    """What was left out of cards and sheets that a reader would miss, each line once."""
    return list(dict.fromkeys(loss for part in parts for side in part.sides for loss in side.frame.losses))


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
    desk: Desk, loaded: LoadedPlan[Catalogue], sheets: Sequence[Sheet], pictures: Mapping[str, Illustration]
) -> Handout:
    block = next((sheet.weeks for sheet in sheets if sheet.kind == "block"), 0)
    if desk.order.for_screen:
        from cardmaker.pipeline.screen import weeks_on_screen

        block = weeks_on_screen(desk)
    if desk.order.book and block:
        block = len(desk.plan.weeks)  # a cover tells of all weeks at once
    logo = pictures[LOGO].figure if LOGO in pictures else None
    return resolve(
        desk.plan,
        loaded.names.library,
        desk.wording,
        Choice(desk.order.weeks, desk.order.exercises),
        block_weeks=block,
        logo=logo if isinstance(logo, OwnPicture) else None,
        pictures=pictures,
    )
