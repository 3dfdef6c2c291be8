"""A handout → the folded book that the order asks for, as the one part of a job."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from cardmaker.errors import NotFoundError
from cardmaker.frame import Frame, FrameLoss
from cardmaker.geometry import Point, Size
from cardmaker.handout import ExerciseCard, Handout
from cardmaker.layout.cards import Studio, lay_out_card
from cardmaker.layout.deckgrid import DeckGrids, deck_grids
from cardmaker.layout.leaves import FOOT, gathered, headed, lay_out_leaf, numbered
from cardmaker.page import Page
from cardmaker.pipeline.binding import Binder, BookPage, front_of, sides_of, some_of
from cardmaker.pipeline.contents import contents_of
from cardmaker.pipeline.gathering import each
from cardmaker.pipeline.job import JobPart
from cardmaker.pipeline.logs import with_all_sessions, without_log
from cardmaker.pipeline.notespages import blank, in_order, with_stops
from cardmaker.pipeline.paper import document_of
from cardmaker.pipeline.setting import Setting
from cardmaker.press.books import Leaf, booklet, booklet_grid, pocket, pocket_grid
from cardmaker.press.duplex import Flip
from cardmaker.press.signatures import POCKET_PAGES, padded
from cardmaker.press.ticket import Sides, Ticket
from cardmaker.theme.face import Face
from cardmaker.theme.stock import load_paper

_MARGIN = 5.5
"""Of all pages of a pocket book, mm."""
_LARGEST = Size(160.0, 215.0)
"""No face is made for larger pages."""
_APART = 6.0
"""Between an exercise and its log, mm."""


def make_book(setting: Setting, studio: Studio, handout: Handout) -> JobPart:
    """The book. NotFoundError if nothing is left to put into it."""
    paper = load_paper(setting.prints.paper, setting.shelf.folders)
    make = make_pocket if setting.order.book == "pocket" else make_booklet
    return replace(make(setting, studio, handout, paper.size), paper=paper.name)


def make_pocket(setting: Setting, studio: Studio, handout: Handout, paper: Size) -> JobPart:
    """Eight pages on one side of a sheet; what doesn't go into one book goes on in the next."""
    size = pocket_grid(paper).card
    binder = Binder(setting, studio, handout, size, size, "pocket")
    _refuse_large_print(setting, binder)
    inside = POCKET_PAGES - 1
    sheets, losses = in_order(binder, list(_pocket_sheets(binder)), _blank_in_pocket)
    frames = each(some_of(setting, sheets), lambda sheet: sheet.make())
    stops, unsaid = with_stops(binder, sheets, frames, _blank_in_pocket)
    sheets, frames = [*sheets, *stops], [*frames, *(stop.make() for stop in stops)]
    cover, book = setting.wording.say("cover"), setting.wording.say("pocket_part")
    volumes = range(0, len(sheets), inside)
    leaves: list[Leaf] = []
    for number, first in enumerate(volumes, 1):
        own = sheets[first : first + inside]
        several = setting.wording.say("part", part=number, parts=len(volumes)) if len(volumes) > 1 else ""
        front = binder.cover(contents_of(setting, own), f"{book} {several}".strip())
        lacking = () if leaves else (*losses, *unsaid)
        leaves.append(Leaf(_with_losses(front, lacking), f"{cover} {several}".strip()))
        made = zip(own, frames[first : first + inside], strict=True)
        leaves += [
            Leaf(headed(studio, frame, page, _MARGIN), sheet.name)
            for page, (sheet, frame) in enumerate(made, 2)
        ]
        leaves += blank(binder, inside - len(own))
    pages = pocket(leaves, paper, binder.marks)
    document = document_of(setting, handout, "pocket_part", pages, Flip.NONE)
    return JobPart("book", document, Flip.NONE, sides=sides_of(leaves))


def _blank_in_pocket(pages: int) -> int:
    """How many pages are left of the last book behind its cover, if there are so many without covers."""
    return -pages % (POCKET_PAGES - 1)


def _refuse_large_print(setting: Setting, binder: Binder) -> None:
    """NotFoundError where a theme's type is larger than pages of the pocket hold, on however large a sheet."""
    least = setting.theme.least_pt
    if binder.template("week").least_pt < least:
        raise NotFoundError(
            f"theme {setting.prints.theme} has type of {least:g} pt and more, which no page of a pocket book holds;"
            " choose --book booklet, or another theme"
        )


def _pocket_sheets(binder: Binder) -> Iterator[BookPage]:
    studio, size = binder.studio, binder.page
    parts = binder.setting.order.parts
    if "gym" in parts and binder.handout.workouts:
        template = binder.template("gym")
        for card in binder.dealt(template.rows, lambda one: lay_out_leaf(studio, template, one, size)):
            yield BookPage(
                "workout", card.name, card.title, partial(lay_out_leaf, studio, template, card, size)
            )
    if "cards" in parts and binder.handout.exercises:
        face = binder.face("exercise", size)
        if "gym" not in parts:  # whose pages say what fronts have no room for
            face = face.but(back=None)
        exercises = [_front_only(binder.setting.wording.say, one) for one in binder.handout.exercises]
        grids, _ = deck_grids(studio, face, exercises, size)
        for one in exercises:
            made = front_of(studio, face, one, size, grids)
            yield BookPage("exercise", binder.title(one), "", made, (one.number,))


def _front_only(say: Callable[[str], str], card: ExerciseCard) -> ExerciseCard:
    """A card in a book of fronts: from the least to the most that weeks ask for, and when to stop."""
    weekly: dict[str, Any] = {
        field: text for field, text in card.weekly if field not in ("others", "progression")
    }
    return replace(without_log(say, replace(card, **weekly), say("by_week")), front_stop=card.stop)


def make_booklet(setting: Setting, studio: Studio, handout: Handout, paper: Size) -> JobPart:
    """Two pages on each side of a sheet, stitched in the fold."""
    size = booklet_grid(paper).card
    binder = Binder(setting, studio, handout, size, Size(size.width, size.height - FOOT), "booklet")
    sheets, losses = in_order(binder, list(_booklet_sheets(binder)), _blank_in_booklet)
    frames = each(some_of(setting, sheets), lambda sheet: sheet.make())
    cover = binder.cover(contents_of(setting, sheets), setting.wording.say("booklet_part"))
    leaves = [Leaf(_with_losses(cover, losses), setting.wording.say("cover"))]
    leaves += [
        Leaf(numbered(studio, frame, number, size), sheet.name)
        for number, (sheet, frame) in enumerate(zip(sheets, frames, strict=True), 2)
    ]
    leaves += blank(binder, _blank_in_booklet(len(sheets)))
    ticket = replace(setting.order.ticket, fold=False)
    pages = _asked_sides(booklet(leaves, paper, ticket.flip, binder.marks), ticket)
    document = document_of(setting, handout, "booklet_part", pages, ticket.turned)
    return JobPart("book", document, ticket.turned, sides=sides_of(leaves), ticket=ticket)


def _blank_in_booklet(pages: int) -> int:
    """How many pages are left of the last sheet, behind a cover and so many others."""
    return padded(1 + pages, 4) - 1 - pages


def _with_losses(cover: Frame, losses: tuple[FrameLoss, ...]) -> Frame:
    """A cover, with what the whole book has no room for among its losses."""
    return replace(cover, losses=(*cover.losses, *losses)) if losses else cover


def _asked_sides(pages: tuple[Page, ...], ticket: Ticket) -> tuple[Page, ...]:
    """For a printer that prints one side at a time: only fronts, or only backs."""
    if ticket.sides is Sides.BOTH:
        return pages
    chosen = pages[ticket.sides is Sides.BACKS :: 2]
    return chosen[::-1] if ticket.last_first else chosen


def _booklet_sheets(binder: Binder) -> Iterator[BookPage]:
    parts = binder.setting.order.parts
    if "gym" in parts and binder.handout.workouts:
        page = Size(min(binder.area.width, _LARGEST.width), min(binder.area.height, _LARGEST.height))
        face = binder.face("gym", page)
        inset = max(0.0, binder.template("week").margin - face.margin)
        size = Size(page.width - 2 * inset, page.height - 2 * inset)  # all pages have the margins of weeks
        for card in binder.dealt(face.rows, lambda one: lay_out_card(binder.studio, face, one, size)):
            yield BookPage("workout", card.name, card.title, front_of(binder.studio, face, card, size))
    if "cards" in parts and binder.handout.exercises:
        yield from _exercise_pages(binder, binder.handout.exercises)


def _exercise_pages(binder: Binder, exercises: Sequence[ExerciseCard]) -> Iterator[BookPage]:
    """Two exercises a page; one, its log on the page after it, where the theme's type asks for more room."""
    whole = Size(binder.page.width / 2, binder.area.height / 2)
    try:
        face = binder.face("exercise", whole)
    except NotFoundError:
        yield from _large_pages(binder, exercises)
        return
    inset = binder.template("week").margin - face.margin  # all pages have the margins of weeks
    width = (binder.page.width - 2 * inset) / 2 + face.margin - _APART / 2  # those in the middle overlap
    cell = Size(width, (binder.area.height - inset) / 2)
    exercises = _within_their_logs(binder, face, exercises, cell)
    grids, _ = deck_grids(binder.studio, face, exercises, cell)
    for pair in (exercises[first : first + 2] for first in range(0, len(exercises), 2)):
        name = " · ".join(binder.title(one) for one in pair)
        numbers = tuple(one.number for one in pair)
        make = partial(_pair, binder, face, pair, cell, grids, inset)
        yield BookPage("exercise", name, "", make, numbers, make if len(pair) == 1 else None)


def _within_their_logs(
    binder: Binder, face: Face, exercises: Sequence[ExerciseCard], size: Size
) -> Sequence[ExerciseCard]:
    """Exercises that say which weeks their logs have no room for: a book has the pages of these, too."""
    return with_all_sessions(binder.studio, face, exercises, size, binder.setting.wording, most=1)[0]


def _large_pages(binder: Binder, exercises: Sequence[ExerciseCard]) -> Iterator[BookPage]:
    size = Size(min(binder.area.width, _LARGEST.width), min(binder.area.height, _LARGEST.height))
    face = binder.face("exercise", size)
    exercises = _within_their_logs(binder, face, exercises, size)
    grids, _ = deck_grids(binder.studio, face, exercises, size)
    for one in exercises:
        number, title = (one.number,), binder.title(one)
        yield BookPage("exercise", title, "", front_of(binder.studio, face, one, size, grids), number)
        if face.back:
            yield BookPage(
                "exercise", title, "", partial(_behind, binder.studio, face, one, size, grids), number
            )


def _behind(studio: Studio, face: Face, card: ExerciseCard, size: Size, grids: DeckGrids) -> Frame:
    faces = lay_out_card(studio, face, card, size, grids=grids)
    return faces.back or faces.front


def _pair(
    binder: Binder,
    face: Face,
    pair: Sequence[ExerciseCard],
    cell: Size,
    grids: DeckGrids,
    inset: float,
    tips: tuple[str, ...] = (),
) -> Frame:
    """Two exercises, one above the other, each with its log next to it; below one alone tips, and lines for notes."""
    frames: list[tuple[Point, Frame]] = []
    for row, card in enumerate(pair):
        laid = lay_out_card(binder.studio, face, card, cell, grids=grids)
        y = inset + row * cell.height
        frames.append((Point(inset, y), laid.front))
        if laid.back:
            frames.append((Point(binder.page.width - inset - cell.width, y), laid.back))
    rules = [inset + cell.height]
    if len(pair) == 1:
        frames.append((Point(0.0, rules[0]), binder.notes_on(Size(binder.page.width, cell.height), tips)))
    return gathered(binder.studio, frames, binder.area, rules, inset + face.margin)
