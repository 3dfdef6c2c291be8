"""A plan and what is wanted of it → documents ready to be painted: the whole way, in order.

What only some orders ask for is imported when they do.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from cardmaker.errors import NotFoundError, PageError, PlanError, Problem, SeveralError
from cardmaker.handout import Handout, OwnPicture, SheetContent
from cardmaker.log import note, stopwatch
from cardmaker.pipeline.choosing import drawn_on
from cardmaker.pipeline.gathering import each, lines_of
from cardmaker.pipeline.job import Job, JobPart
from cardmaker.pipeline.order import Order
from cardmaker.pipeline.own_pictures import LOGO, own_pictures
from cardmaker.pipeline.people import drawn_people
from cardmaker.pipeline.products import FORMS, PARTS, PRODUCTS, PagesOf
from cardmaker.pipeline.setting import Setting, labels_of, output_profile, settle
from cardmaker.plan.athlete import Athlete
from cardmaker.plan.load import LoadedPlan
from cardmaker.plan.model import Plan
from cardmaker.plan.source import Source
from cardmaker.press.ticket import Sides
from cardmaker.resolve import Choice, SheetMaker, resolve
from cardmaker.resolve.athlete import plan_for
from cardmaker.resolve.names import Catalogue
from cardmaker.resolve.paces import pace_notes
from cardmaker.resolve.planner import Planner
from cardmaker.resolve.pulse import pulse_notes
from cardmaker.theme.enlarging import weeks_on
from cardmaker.theme.stock import load_paper

if TYPE_CHECKING:
    from cardmaker.pipeline.workshop import JobMaker
    from cardmaker.press.printer import Printer

_MOST_ON_SCREEN = 60
"""Weeks on one page for a phone, which may not be higher than 5 m."""


def make_job(
    workshop: "JobMaker", loaded: LoadedPlan[Catalogue], order: Order, athlete: Athlete | None
) -> Job:
    """Resolve a plan, lay it out and put it on paper."""
    took = stopwatch()
    plan = plan_for(loaded.plan, athlete)
    plan, swaps = _in_reach(plan, loaded, order)
    setting, notes = settle(workshop, loaded, plan, order)
    notes = (*notes, *swaps)
    profile = output_profile(setting)
    library = loaded.names.library
    person = setting.shelf.person(setting.prints.person or setting.theme.person)
    people, undrawn = drawn_people(loaded, library, person)
    pictures = {**people, **own_pictures(loaded, library)}
    logo = pictures[LOGO].figure if LOGO in pictures else None
    handout = resolve(
        plan,
        library.in_language(plan.language),
        setting.wording,
        Choice(order.weeks, order.exercises),
        sheets=_sheets_of(setting, len(plan.weeks)),
        logo=logo if isinstance(logo, OwnPicture) else None,
        pictures=pictures,
        kept=workshop.cards,
    )
    _note_what_is_made(setting, handout, took())
    took = stopwatch()
    studio = workshop.studio(setting.theme, labels_of(setting, handout))
    wanted = _wanted(order)
    try:
        made = each(wanted, lambda name: FORMS[name].make(setting, studio, handout))
    except (PageError, SeveralError) as fault:
        from cardmaker.pipeline.locating import located

        raise located(fault, loaded.source) from fault
    parts = tuple(part for part in made if part)
    if not parts:
        why = ": none of it has a back" if order.ticket.sides is Sides.BACKS else ""
        raise NotFoundError(f"{loaded.source.name}: nothing to print with these choices{why}")
    _note_parts(parts, took())
    notes = (*notes, *undrawn, *pace_notes(plan), *pulse_notes(plan), *_notes(parts, loaded.source))
    if order.poster:
        from cardmaker.pipeline.poster import make_poster

        parts = (make_poster(setting, studio, handout, parts, order.poster),)
    if order.printer and not (profile or order.for_screen):
        parts, more = _for_printer(parts, order.printer)
        notes = (*notes, *more)
    own = tuple(pictures.values())
    return Job(handout.title, loaded, handout, parts, tuple(dict.fromkeys(notes)), own, profile)


def _in_reach(plan: Plan, loaded: LoadedPlan[Catalogue], order: Order) -> tuple[Plan, tuple[str, ...]]:
    """The plan with exercises for what there is and for whom it is, where that is said, and what was swapped."""
    if plan.equipment is None and not (order.without or order.level or plan.level or plan.athlete.level):
        return plan, ()
    from cardmaker.resolve.alternates import with_kit
    from cardmaker.resolve.levels import with_level

    library = loaded.names.library.in_language(plan.language)
    kit = _kit(plan, loaded, order)
    plan, swaps = with_kit(plan, library, kit) if kit is not None else (plan, ())
    plan, steps = with_level(plan, library, order.level or plan.level, kit)
    return plan, (*swaps, *steps)


def _kit(plan: Plan, loaded: LoadedPlan[Catalogue], order: Order) -> frozenset[str] | None:
    """What there is to train with; None where that isn't said."""
    from cardmaker.library.equipment import kit_there_is

    kit_there_is(None, order.without)  # so that what is wrong with it isn't reported as the plan's
    try:
        return kit_there_is(plan.equipment, order.without)
    except NotFoundError as fault:
        line = loaded.source.lines.at(("equipment",))
        raise PlanError([Problem(loaded.source.name, line, "equipment", str(fault))]) from None


def _note_what_is_made(setting: Setting, handout: Handout, took: float) -> None:
    prints = setting.prints
    cards = [
        one if isinstance(one, str) else "the plan's own stock" for one in (prints.stock, prints.gym_stock)
    ]
    note("theme", "theme %s, paper %s, cards on %s and %s", prints.theme, prints.paper, *cards)
    weeks, exercises = len(handout.weeks), len(handout.exercises)
    note("resolve", "weeks: %d, exercises: %d; in %.0f ms", weeks, exercises, took)


def _note_parts(parts: Sequence[JobPart], took: float) -> None:
    for part in parts:
        note("layout", "%s: cards: %d, pages: %d", part.name, part.cards, len(part.document.pages))
    note("layout", "laid out and put on paper in %.0f ms", took)


def _wanted(order: Order) -> Sequence[str]:
    """The parts to make."""
    if order.for_screen or order.book:
        return ["screen" if order.for_screen else "book"]
    return [name for name in PARTS if name in order.parts]


def _sheets_of(setting: Setting, count: int) -> Mapping[str, SheetMaker]:
    """What makes the pages for the wall, by their kind: those of the sheets that are printed, and single weeks.

    The cover of a book is about all *count* weeks of the plan at once.
    """
    paper = load_paper(setting.prints.paper, setting.shelf.folders).size
    order = setting.order
    most = {sheet.kind: weeks_on(sheet, drawn_on(order, sheet, paper)) for sheet in setting.sheets}
    if order.for_screen and (len(order.weeks) or count) > 1:
        most = {"block": _MOST_ON_SCREEN}
    elif order.book and "block" in most:
        most["block"] = count
    by_name = bool(setting.prints.sheets)
    return {
        product.kind: partial(_pages, (by_name and product.form) or product.pages, most.get(product.kind, 0))
        for product in PRODUCTS.values()
        if product.pages and product.kind in {*most, "week"}
    }


def _pages(pages: PagesOf, most: int, planner: Planner, weeks: Sequence[int]) -> Sequence[SheetContent]:
    return pages(planner, weeks, most)


def _notes(parts: Iterable[JobPart], source: Source) -> list[str]:
    """What is to be said of all parts, and then what was left out of them that a reader would miss."""
    losses = (loss for part in parts for side in part.sides for loss in side.frame.losses)
    return [*(note for part in parts for note in part.notes), *lines_of(losses, partial(_place, source))]


def _place(source: Source, text: str) -> str:
    from cardmaker.pipeline.locating import place_of

    return place_of(text, source)


def _for_printer(parts: Sequence[JobPart], printer: "Printer") -> tuple[tuple[JobPart, ...], list[str]]:
    from cardmaker.pipeline.printing import made_for, not_printed

    made = tuple(made_for(part, printer) for part in parts)
    return made, [line for part in made for line in not_printed(part, printer)]
