"""A handout → the pages of a book: a cover, weeks, workouts and exercises by their templates, pages for notes."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Literal

from cardmaker.errors import DoesNotFitError, NotFoundError
from cardmaker.frame import Frame
from cardmaker.geometry import Size
from cardmaker.handout import (
    BlockSheet,
    ContentsLine,
    Cover,
    ExerciseCard,
    GymCard,
    Handout,
    WeekSheet,
    balanced,
    parts_of,
    spread,
    without_exercises,
    without_profiles,
)
from cardmaker.layout.cards import Studio, lay_out_card
from cardmaker.layout.deckgrid import NO_GRIDS, DeckGrids
from cardmaker.layout.leaves import filling, lay_out_leaf
from cardmaker.layout.unsaid import lacks
from cardmaker.namedtuple import NamedTuple
from cardmaker.pipeline.cards import dealt
from cardmaker.pipeline.choosing import checked
from cardmaker.pipeline.setting import Setting
from cardmaker.pipeline.sides import PageSide, sides_of_pages
from cardmaker.pipeline.skylines import skyline_of
from cardmaker.press.books import Leaf
from cardmaker.record import record
from cardmaker.theme.face import BookletPage as Template
from cardmaker.theme.face import Face
from cardmaker.theme.stock import CardSize, Stock
from cardmaker.theme.suiting import face_for, leaf_for


class BookPage(NamedTuple):
    """A page to be made: its kind, its name in the outline, its line in the contents, how it is made.

    *numbers* are those of the weeks or exercises on it. Where it ends in lines for notes, *above_notes* makes it with
    some tips above these.
    """

    kind: Literal["week", "workout", "exercise", "notes"]
    name: str
    entry: str
    make: Callable[[], Frame]
    numbers: tuple[str, ...] = ()
    above_notes: Callable[[tuple[str, ...]], Frame] | None = None


@record
class Binder:
    """What the pages of one book share; *page* is the size of a page, *area* what templates get of it."""

    setting: Setting
    studio: Studio
    handout: Handout
    page: Size
    area: Size
    folder: str

    def template(self, name: str) -> Template:
        """A page template of this kind of book, in type as large as the theme wants if there is one."""
        found = leaf_for(self.setting.shelf, f"{self.folder}-{name}", self.setting.theme.least_pt)
        return checked(self.setting, self.studio, found)

    def face(self, kind: Literal["exercise", "gym"], size: Size) -> Face:
        """The face that suits a size."""
        asked = self.setting.order.face if kind == "exercise" else self.setting.order.gym_face
        named = asked and self.setting.names.require("face", asked)
        stock = Stock(name=f"{self.folder} page", card=CardSize(width=size.width, height=size.height))
        try:
            face = face_for(self.setting.shelf, kind, stock, named, self.setting.theme.least_pt)
        except NotFoundError as fault:
            what, _, _ = str(fault).partition(";")
            raise NotFoundError(f"{what}; choose another theme or paper, or --book booklet") from None
        return checked(self.setting, self.studio, face)

    def cover(self, lines: Sequence[ContentsLine], volume: str = "") -> Frame:
        """The first page."""
        return self._filling("cover", self._cover(lines, volume))

    def notes(self, tips: tuple[str, ...] = (), stops: tuple[ExerciseCard, ...] = ()) -> Frame:
        """A page to write on, below these tips, or when to stop these exercises."""
        return self._filling("notes", Cover(self.handout.head, "", tips=tips, stops=stops))

    def notes_on(self, size: Size, tips: tuple[str, ...] = ()) -> Frame:
        """Part of a page to write on, with the margins of weeks."""
        template, margin = self.template("notes"), self.template("week").margin
        if template.margin != margin:
            template = template.but(margin=margin)
        return lay_out_leaf(self.studio, template, Cover(self.handout.head, "", tips=tips), size)

    def _filling(self, name: str, content: Cover) -> Frame:
        return filling(
            self.studio, lay_out_leaf(self.studio, self.template(name), content, self.area), self.page
        )

    @property
    def marks(self) -> str:
        """The colour of folds and slits: black, or what shows on a dark ground."""
        return self.studio.theme.colour("ink") if self.studio.theme.ground else "#000000"

    def weeks(self) -> Iterator[BookPage]:
        """A page for each week, or several that begin with its name and show some of its days.

        Runs have their profiles on all pages, or if one has no room for them, on none; exercises on all of a week.
        """
        template = self.template("week")
        weeks = [(week, *self._listed_alike(template, week)) for week in self.handout.weeks]
        profiled = [part for _, parts, _ in weeks for part in parts if part.profiled]
        bare = not self._have_room(template.keeping_profiles, profiled)
        for week, parts, parted in weeks:
            for part in map(without_profiles, parts) if bare else parts:
                made = self._made(template, part, parted=parted)
                yield BookPage("week", week.name, week.name, made, (str(week.slot + 1),))

    def all_weeks_say(self, tips: Sequence[str]) -> bool:
        """Whether the pages of each week have room for all of the plan's tips."""
        template = self.template("week")
        for week in self.handout.weeks:
            parts, parted = self._parts(template, week)
            pages = (self._made(template, part, parted=parted)().text for part in parts)
            if lacks({tip: tip for tip in tips}, "".join(pages)):
                return False
        return True

    def _made(self, template: Template, week: WeekSheet, *, parted: bool) -> Callable[[], Frame]:
        return lambda: lay_out_leaf(self.studio, template, week, self.area, parted=parted)

    def _listed_alike(self, template: Template, week: WeekSheet) -> tuple[list[WeekSheet], bool]:
        """The pages of a week: exercises are listed on all of them, or if one has no room for that, on none."""
        parts, parted = self._parts(template, week)
        if len(parts) > 1:
            frames = [self._made(template, part, parted=parted)() for part in parts]
            if any("exercises" in frame.swapped for frame in frames):
                parts = [*map(without_exercises, parts)]
        return parts, parted

    def _parts(self, template: Template, week: WeekSheet) -> tuple[list[WeekSheet], bool]:
        """A week on as few pages as have room for it, evenly if that goes.

        A day that has no room on a page of its own parts it by days, and they give up what they must.
        """
        whole = list(spread(week, template.days))
        if self._have_room(template, whole):
            return whole, False
        cuts = self._cuts(template, week)
        if cuts is None:
            return list(spread(week, 1)), True
        even = list(balanced(week, len(cuts) + 1))
        if max(len(part.days) for part in even) <= template.days and self._have_room(template, even):
            return even, False
        return list(parts_of(week, cuts)), False

    def _cuts(self, template: Template, week: WeekSheet) -> list[int] | None:
        """Where pages begin that have as many days as they have room for; None if one day has none."""
        cuts: list[int] = []
        begin, days = 0, len(week.days)
        while begin < days:
            for end in range(min(days, begin + template.days), begin, -1):
                edges = [cut for cut in (*cuts, end) if cut < days]
                if self._have_room(template, [list(parts_of(week, edges))[len(cuts)]]):
                    break
            else:
                return None
            begin = end
            cuts += [end] if end < days else []
        return cuts

    def _have_room(self, template: Template, parts: Sequence[WeekSheet]) -> bool:
        """Whether pages have room for all that is on them."""
        with suppress(DoesNotFitError):
            for part in parts:
                self._made(template, part, parted=False)()
            return True
        return False

    def dealt(self, rows: int, lay_out: Callable[[GymCard], object]) -> Iterator[GymCard]:
        """Workouts, those of many rows, or that say much, on several pages."""
        return dealt(self.handout.workouts, rows, self.setting.wording.say("part"), lay_out, bound=True)

    def title(self, card: ExerciseCard) -> str:
        """An exercise in the outline."""
        return self.setting.wording.say("card_outline", number=card.number, name=card.name)

    def _cover(self, lines: Sequence[ContentsLine], volume: str) -> Cover:
        handout = self.handout
        sheets: tuple[BlockSheet | WeekSheet, ...] = (*handout.blocks, *handout.weeks)
        subtitle = sheets[0].subtitle if sheets else ""
        skyline = skyline_of(handout, self.setting.wording)
        return Cover(handout.head, subtitle, tuple(lines), skyline, volume, self.setting.wording.say("cover"))


def front_of(
    studio: Studio, face: Face, card: ExerciseCard | GymCard, size: Size, grids: DeckGrids = NO_GRIDS
) -> Callable[[], Frame]:
    """What makes the front of a card as a page; *grids* is what the book's cards have in common."""
    return lambda: lay_out_card(studio, face, card, size, grids=grids).front


def some_of(setting: Setting, sheets: list[BookPage]) -> list[BookPage]:
    if not sheets:
        raise NotFoundError(f"{setting.source.name}: nothing to put into a book with these choices")
    return sheets


def sides_of(leaves: Sequence[Leaf]) -> tuple[PageSide, ...]:
    """The pages one by one, in reading order."""
    return sides_of_pages((leaf.name or "notes", leaf.frame) for leaf in leaves)
