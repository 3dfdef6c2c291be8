"""A handout → a folded book as the one part of a job: cover, weeks, workouts, exercises, and pages for notes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from cardmaker.errors import NotFoundError
from cardmaker.frame import Frame
from cardmaker.geometry import Point, Size
from cardmaker.handout import BlockSheet, Cover, Entry, ExerciseCard, GymCard, Handout, SheetHead, WeekSheet
from cardmaker.layout.cards import Studio, deal, lay_out_card
from cardmaker.layout.leaves import FOOT, filling, gathered, lay_out_leaf, numbered, spread
from cardmaker.page import Page
from cardmaker.pipeline.desk import Desk, checked
from cardmaker.pipeline.gathering import each
from cardmaker.pipeline.job import Part
from cardmaker.pipeline.paper import document_of
from cardmaker.pipeline.sides import Side, sides_of_pages
from cardmaker.press.books import Leaf, booklet, booklet_grid, pocket, pocket_grid
from cardmaker.press.duplex import Flip
from cardmaker.press.signatures import POCKET_PAGES, padded
from cardmaker.press.ticket import Sides, Ticket
from cardmaker.theme.face import Face
from cardmaker.theme.face import Leaf as Template
from cardmaker.theme.stock import CardSize, Stock, load_paper
from cardmaker.theme.suiting import face_for, leaf_for

BOOKS = ("pocket", "booklet")
_LARGEST = Size(160.0, 215.0)
"""No face is made for larger pages."""
_HEAD = 3.0
_SPINE = 1.5
_FEW = 4
"""So many weeks have a line each in the contents."""


class _Sheet(NamedTuple):
    """A page to be made: its kind, its name in the outline, its line in the contents, and how it is made."""

    kind: Literal["week", "workout", "exercise"]
    name: str
    entry: str
    make: Callable[[], Frame]


@dataclass(frozen=True, slots=True)
class _Binder:
    """What the pages of one book share; *page* is the size of a page, *area* what templates get of it."""

    desk: Desk
    studio: Studio
    handout: Handout
    page: Size
    area: Size
    folder: str

    def template(self, name: str) -> Template:
        """A page template of this kind of book, in type as large as the theme wants if there is one."""
        found = leaf_for(self.desk.shelf, f"{self.folder}-{name}", self.desk.theme.least_pt)
        return checked(self.desk, self.studio, found)

    def face(self, kind: Literal["exercise", "gym"], size: Size) -> Face:
        """The face that suits a size."""
        asked = self.desk.order.face if kind == "exercise" else self.desk.order.gym_face
        named = asked and self.desk.catalogue.require("face", asked)
        stock = Stock(name=f"{self.folder} page", card=CardSize(width=size.width, height=size.height))
        try:
            face = face_for(self.desk.shelf, kind, stock, named, self.desk.theme.least_pt)
        except NotFoundError as fault:
            what, _, _ = str(fault).partition(";")
            raise NotFoundError(f"{what}; choose another theme or paper, or --book booklet") from None
        return checked(self.desk, self.studio, face)

    def cover(self, entries: Sequence[Entry], volume: str = "") -> Frame:
        """The first page."""
        return self._filling("cover", self._cover(entries, volume))

    def notes(self) -> Frame:
        """A page to write on."""
        return self._filling("notes", self._cover((), ""))

    def _filling(self, name: str, content: Cover) -> Frame:
        return filling(
            self.studio, lay_out_leaf(self.studio, self.template(name), content, self.area), self.page
        )

    @property
    def marks(self) -> str:
        """The colour of folds and slits: black, or what shows on a dark ground."""
        return self.studio.theme.colour("ink") if self.studio.theme.ground else "#000000"

    def weeks(self) -> Iterator[_Sheet]:
        """A page for each week, or several that begin with its name and show some of its days."""
        template = self.template("week")

        def make(week: WeekSheet) -> Callable[[], Frame]:
            return lambda: lay_out_leaf(self.studio, template, week, self.area)

        for week in self.handout.weeks:
            for part in spread(week, template.days):
                yield _Sheet("week", week.name, week.name, make(part))

    def dealt(self, rows: int) -> Iterator[GymCard]:
        """Workouts, those of many rows on several pages."""
        pattern = self.desk.wording.phrases["part"]
        assert isinstance(pattern, str)
        return (part for card in self.handout.workouts for part in deal(card, rows, pattern))

    def title(self, card: ExerciseCard) -> str:
        """An exercise in the outline."""
        return self.desk.wording.say("card_outline", number=card.number, name=card.name)

    def _cover(self, entries: Sequence[Entry], volume: str) -> Cover:
        handout, club = self.handout, self.desk.plan.club
        sheets: tuple[BlockSheet | WeekSheet, ...] = (*handout.blocks, *handout.weeks)
        head = SheetHead(handout.title, handout.athlete, handout.coach, club.name, club.contact, None)
        if sheets:
            head = sheets[0].head
        return Cover(
            head, sheets[0].subtitle if sheets else "", tuple(entries), volume, self.desk.wording.say("cover")
        )


def book_part(desk: Desk, studio: Studio, handout: Handout) -> Part:
    """The book that the order asks for. NotFoundError if nothing is left to put into it."""
    paper = load_paper(desk.prints.paper, desk.shelf.folders)
    make = _pocket if desk.order.book == "pocket" else _booklet
    return replace(make(desk, studio, handout, paper.size), paper=paper.name)


# Pocket books ----------------------------------------------------------------------------------------


def _pocket(desk: Desk, studio: Studio, handout: Handout, paper: Size) -> Part:
    """Eight pages on one side of a sheet; what doesn't go into one book goes on in the next."""
    size = pocket_grid(paper).card
    binder = _Binder(desk, studio, handout, size, size, "pocket")
    sheets = _found(desk, list(_pocket_sheets(binder)))
    frames = each(sheets, lambda sheet: sheet.make())
    inside, cover = POCKET_PAGES - 1, desk.wording.say("cover")
    volumes = range(0, len(sheets), inside)
    leaves: list[Leaf] = []
    for number, first in enumerate(volumes, 1):
        own = sheets[first : first + inside]
        several = desk.wording.say("part", part=number, parts=len(volumes)) if len(volumes) > 1 else ""
        leaves.append(Leaf(binder.cover(_contents(desk, own, 2), several), f"{cover} {several}".strip()))
        made = zip(own, frames[first : first + inside], strict=True)
        leaves += [Leaf(frame, sheet.name) for sheet, frame in made]
        leaves += _blank(binder, inside - len(own))
    pages = pocket(leaves, paper, binder.marks)
    document = document_of(desk, handout, "pocket_part", pages, Flip.NONE)
    return Part("book", document, Flip.NONE, sides=_sides(leaves))


def _pocket_sheets(binder: _Binder) -> Iterator[_Sheet]:
    studio, size = binder.studio, binder.page
    parts = binder.desk.order.parts
    if "sheets" in parts:
        yield from binder.weeks()
    if "gym" in parts and binder.handout.workouts:
        template = binder.template("gym")
        for card in binder.dealt(template.rows):
            yield _Sheet("workout", card.name, card.title, _laid(studio, template, card, size))
    if "cards" in parts and binder.handout.exercises:
        face = binder.face("exercise", size)
        for one in binder.handout.exercises:
            yield _Sheet("exercise", binder.title(one), "", _front(studio, face, one, size))


def _laid(studio: Studio, template: Template, card: GymCard, size: Size) -> Callable[[], Frame]:
    return lambda: lay_out_leaf(studio, template, card, size)


def _front(studio: Studio, face: Face, card: ExerciseCard | GymCard, size: Size) -> Callable[[], Frame]:
    return lambda: lay_out_card(studio, face, card, size).front


# Booklets --------------------------------------------------------------------------------------------


def _booklet(desk: Desk, studio: Studio, handout: Handout, paper: Size) -> Part:
    """Two pages on each side of a sheet, stitched in the fold."""
    size = booklet_grid(paper).card
    binder = _Binder(desk, studio, handout, size, Size(size.width, size.height - FOOT), "booklet")
    sheets = _found(desk, list(_booklet_sheets(binder)))
    frames = each(sheets, lambda sheet: sheet.make())
    cover = binder.cover(_contents(desk, sheets, 2))
    leaves = [Leaf(cover, desk.wording.say("cover"))]
    leaves += [
        Leaf(numbered(studio, frame, number, size), sheet.name)
        for number, (sheet, frame) in enumerate(zip(sheets, frames, strict=True), 2)
    ]
    leaves += _blank(binder, padded(len(leaves), 4) - len(leaves))
    ticket = replace(desk.order.ticket, fold=False)
    pages = _asked_sides(booklet(leaves, paper, ticket.flip, binder.marks), ticket)
    document = document_of(desk, handout, "booklet_part", pages, ticket.turned)
    return Part("book", document, ticket.turned, sides=_sides(leaves), ticket=ticket)


def _asked_sides(pages: tuple[Page, ...], ticket: Ticket) -> tuple[Page, ...]:
    """For a printer that prints one side at a time: only fronts, or only backs."""
    if ticket.sides is Sides.BOTH:
        return pages
    chosen = pages[ticket.sides is Sides.BACKS :: 2]
    return chosen[::-1] if ticket.last_first else chosen


def _booklet_sheets(binder: _Binder) -> Iterator[_Sheet]:
    parts = binder.desk.order.parts
    if "sheets" in parts:
        yield from binder.weeks()
    if "gym" in parts and binder.handout.workouts:
        size = Size(min(binder.area.width, _LARGEST.width), min(binder.area.height, _LARGEST.height))
        face = binder.face("gym", size)
        for card in binder.dealt(face.rows):
            yield _Sheet("workout", card.name, card.title, _front(binder.studio, face, card, size))
    if "cards" in parts and binder.handout.exercises:
        yield from _exercise_pages(binder, binder.handout.exercises)


def _exercise_pages(binder: _Binder, exercises: Sequence[ExerciseCard]) -> Iterator[_Sheet]:
    """Two exercises a page; one, its log on the page after it, where the theme's type asks for more room."""
    cell = Size((binder.page.width - _SPINE) / 2, (binder.area.height - _HEAD) / 2)
    try:
        face = binder.face("exercise", cell)
    except NotFoundError:
        yield from _large_pages(binder, exercises)
        return
    for pair in (exercises[first : first + 2] for first in range(0, len(exercises), 2)):
        name = " · ".join(binder.title(one) for one in pair)
        yield _Sheet("exercise", name, "", _pair(binder, face, pair, cell))


def _large_pages(binder: _Binder, exercises: Sequence[ExerciseCard]) -> Iterator[_Sheet]:
    size = Size(min(binder.area.width, _LARGEST.width), min(binder.area.height, _LARGEST.height))
    face = binder.face("exercise", size)
    for one in exercises:
        yield _Sheet("exercise", binder.title(one), "", _front(binder.studio, face, one, size))
        if face.back:
            yield _Sheet("exercise", binder.title(one), "", _behind(binder.studio, face, one, size))


def _behind(studio: Studio, face: Face, card: ExerciseCard, size: Size) -> Callable[[], Frame]:
    def make() -> Frame:
        back = lay_out_card(studio, face, card, size).back
        assert back is not None
        return back

    return make


def _pair(binder: _Binder, face: Face, pair: Sequence[ExerciseCard], cell: Size) -> Callable[[], Frame]:
    """Two exercises, one above the other, each with its log beside it."""

    def make() -> Frame:
        frames: list[tuple[Point, Frame]] = []
        for row, card in enumerate(pair):
            laid, y = lay_out_card(binder.studio, face, card, cell), _HEAD + row * cell.height
            frames.append((Point(0.0, y), laid.front))
            if laid.back:
                frames.append((Point(binder.page.width - cell.width, y), laid.back))
        return gathered(binder.studio, frames, binder.area, [_HEAD + cell.height] if len(pair) > 1 else ())

    return make


# Both ------------------------------------------------------------------------------------------------


def _found(desk: Desk, sheets: list[_Sheet]) -> list[_Sheet]:
    if not sheets:
        raise NotFoundError(f"{desk.loaded.source.name}: nothing to put into a book with these choices")
    return sheets


def _sides(leaves: Sequence[Leaf]) -> tuple[Side, ...]:
    """The pages one by one, in reading order."""
    return sides_of_pages((leaf.name or "notes", leaf.frame) for leaf in leaves)


def _blank(binder: _Binder, count: int) -> list[Leaf]:
    """Pages for notes that fill a book up."""
    return [Leaf(binder.notes(), "")] * count if count else []


def _contents(desk: Desk, sheets: Sequence[_Sheet], first: int) -> list[Entry]:
    """The lines of a book's contents: few weeks and all workouts by name, exercises together."""
    at: dict[str, list[int]] = {}
    weeks = {sheet.entry for sheet in sheets if sheet.kind == "week"}
    for number, sheet in enumerate(sheets, first):
        name = sheet.entry
        if sheet.kind == "week" and len(weeks) > _FEW:
            name = desk.wording.count("weeks", len(weeks))
        elif sheet.kind == "exercise":
            name = desk.wording.say("cards_part")
        at.setdefault(name, []).append(number)
    return [Entry(name, _range(pages)) for name, pages in at.items()]


def _range(pages: Sequence[int]) -> str:
    return str(pages[0]) if len(pages) == 1 else f"{pages[0]}–{pages[-1]}"
