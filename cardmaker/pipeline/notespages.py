"""The weeks and other pages of a book → all of them in order, with the tips that weeks have no room for."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from cardmaker.errors import DoesNotFitError
from cardmaker.frame import Frame, FrameLoss
from cardmaker.handout import without_tips
from cardmaker.layout.unsaid import lacks, no_room
from cardmaker.namedtuple import NamedTuple
from cardmaker.pipeline.binding import Binder, BookPage
from cardmaker.press.books import Leaf
from cardmaker.record import replace

Tips = tuple[str, ...]


class Ordered(NamedTuple):
    """The pages of a book in reading order, and what none of them has room for."""

    pages: list[BookPage]
    losses: tuple[FrameLoss, ...] = ()


def in_order(binder: Binder, others: list[BookPage], spare: Callable[[int], int]) -> Ordered:
    """Weeks, *others*, and tips: on every week, or else together on pages that would be blank.

    *spare* has how many of these are behind so many pages. Where they have no room for all tips either, weeks keep
    those they have room for; what is then on no page is a loss.
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
    behind: list[BookPage] = []
    for _ in range(spare(len(pages))):
        some, tips = _shared(tips, binder.notes)
        behind += [BookPage("notes", name, name, partial(binder.notes, some))] if some else []
    within: list[BookPage] = []
    for page in pages:
        if page.above_notes:
            some, tips = _shared(tips, page.above_notes)
            page = page._replace(make=partial(page.above_notes, some))
        within.append(page)
    return [*within, *behind], tips


def _shared(tips: Tips, make: Callable[[Tips], Frame]) -> tuple[Tips, Tips]:
    """The first tips, as many as a page has room for, and those after them."""

    def fits(count: int) -> bool:
        with suppress(DoesNotFitError):
            make(tips[:count])
            return True
        return False

    most, too_many = 0, len(tips) + 1
    count = len(tips)  # all of them, in most plans
    while too_many - most > 1:
        most, too_many = (count, too_many) if fits(count) else (most, count)
        count = (most + too_many) // 2
    return tips[:most], tips[most:]


def blank(binder: Binder, count: int) -> list[Leaf]:
    """Pages for notes that fill a book up."""
    return [Leaf(binder.notes(), "")] * count if count else []
