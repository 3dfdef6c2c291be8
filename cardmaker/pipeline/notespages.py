"""The weeks and other pages of a book → all of them in order, and what these have no room for on pages for notes.

These are the tips of a plan, and when to stop an exercise.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TypeVar

from cardmaker.errors import DoesNotFitError
from cardmaker.frame import Frame, FrameLoss
from cardmaker.handout import ExerciseCard, without_tips
from cardmaker.layout.unsaid import lacks, no_room
from cardmaker.namedtuple import NamedTuple
from cardmaker.pipeline.binding import Binder, BookPage
from cardmaker.press.books import Leaf
from cardmaker.record import replace

Tips = tuple[str, ...]
Thing = TypeVar("Thing", str, ExerciseCard)


class Ordered(NamedTuple):
    """The pages of a book in reading order, and what none of them has room for."""

    pages: list[BookPage]
    losses: tuple[FrameLoss, ...] = ()


def in_order(binder: Binder, others: list[BookPage], spare: Callable[[int], int]) -> Ordered:
    """Weeks, *others*, and tips: on every week, or else together on pages that would be blank.

    *spare* gives how many such pages there are after so many others. Where they have no room for all tips either, weeks
    keep those they have room for; what is then on no page is a loss.
    """
    if "sheets" not in binder.setting.order.parts:
        return Ordered(others)
    tips = tuple(dict.fromkeys(tip for week in binder.handout.weeks for tip in week.tips))
    if not tips or binder.all_weeks_say(tips):
        return Ordered([*binder.weeks(), *others])
    pages, left = _with_tips(binder, [*_without_tips(binder, ()).weeks(), *others], tips, spare)
    return Ordered(pages) if not left else _where_there_is_room(binder, others, tips, spare)


def _where_there_is_room(
    binder: Binder, others: list[BookPage], tips: Tips, spare: Callable[[int], int]
) -> Ordered:
    """The tips that weeks have room for on these, and as many of the others as go on pages for notes."""
    shown = {number: "" for page in binder.weeks() for number in page.numbers}
    for page in binder.weeks():
        shown[page.numbers[0]] += page.make().text
    saying = tuple(number for number, text in shown.items() if len(_missing(tips, text)) < len(tips))
    unsaid = _missing(tips, *shown.values())
    weeks = _without_tips(binder, saying).weeks()
    pages, left = _with_tips(binder, [*weeks, *others], unsaid, spare)
    book = "pocket book" if binder.folder == "pocket" else binder.folder
    return Ordered(pages, tuple(no_room(book, "tip", tip) for tip in left))


def _missing(tips: Tips, *pages: str) -> Tips:
    """The tips that none of these pages says."""
    return tuple(tip for tip in tips if all(lacks({tip: tip}, page) for page in pages))


def _without_tips(binder: Binder, but: Sequence[str]) -> Binder:
    """The same book, only some of whose weeks say tips, by their numbers."""
    weeks = (week if str(week.slot + 1) in but else without_tips(week) for week in binder.handout.weeks)
    sheets = {**binder.handout.sheets, "week": tuple(weeks)}
    return replace(binder, handout=replace(binder.handout, sheets=sheets))


def _with_tips(
    binder: Binder, pages: list[BookPage], tips: Tips, spare: Callable[[int], int]
) -> tuple[list[BookPage], Tips]:
    """Pages with as many of the tips as there is room for, behind them and below what they say; the other tips."""
    name = binder.studio.labels["tips"]
    behind, tips = _notes_pages(name, tips, binder.notes, spare(len(pages)))
    within: list[BookPage] = []
    for page in pages:
        if page.above_notes:
            some, tips = _as_many_as_fit(tips, page.above_notes)
            page = page._replace(make=partial(page.above_notes, some))
        within.append(page)
    return [*within, *behind], tips


def with_stops(
    binder: Binder, pages: Sequence[BookPage], frames: Sequence[Frame], spare: Callable[[int], int]
) -> Ordered:
    """Pages that say when to stop exercises whose own pages, these frames, don't; what they have no room for."""
    said = {
        page.numbers: frame.text for page, frame in zip(pages, frames, strict=True) if page.kind == "exercise"
    }
    unsaid = tuple(
        card
        for card in binder.handout.exercises
        if card.stop and (card.number,) in said and lacks({"stop": card.stop}, said[card.number,])
    )
    name = binder.studio.labels["stop_if"]
    make = partial(binder.notes, ())
    behind, left = _notes_pages(name, unsaid, make, spare(len(pages)))
    return Ordered(behind, tuple(no_room(f"card '{one.name}'", "reason to stop", one.stop) for one in left))


def _notes_pages(
    name: str, things: tuple[Thing, ...], make: Callable[[tuple[Thing, ...]], Frame], most: int
) -> tuple[list[BookPage], tuple[Thing, ...]]:
    """Pages of a name, at *most* so many, with as many things as they have room for; the others."""
    pages: list[BookPage] = []
    for _ in range(most):
        some, things = _as_many_as_fit(things, make)
        pages += [BookPage("notes", name, name, partial(make, some))] if some else []
    return pages, things


def _as_many_as_fit(
    things: tuple[Thing, ...], make: Callable[[tuple[Thing, ...]], Frame]
) -> tuple[tuple[Thing, ...], tuple[Thing, ...]]:
    """The first things, as many as a page has room for, and those after them."""

    def fits(count: int) -> bool:
        with suppress(DoesNotFitError):
            make(things[:count])
            return True
        return False

    most, too_many = 0, len(things) + 1
    count = len(things)  # all of them, in most plans
    while too_many - most > 1:
        most, too_many = (count, too_many) if fits(count) else (most, count)
        count = (most + too_many) // 2
    return things[:most], things[most:]


def blank(binder: Binder, count: int) -> list[Leaf]:
    """Pages for notes that fill a book up."""
    return [Leaf(binder.notes(), "")] * count if count else []
