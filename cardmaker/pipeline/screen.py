"""A handout → the one part of a job that is read on a phone: a page for each thing, linked to one another."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal

from cardmaker.errors import NotFoundError
from cardmaker.frame import Frame
from cardmaker.handout import BlockSheet, Card, ExerciseCard, Handout, WeekSheet
from cardmaker.layout.cards import Studio
from cardmaker.layout.screens import lay_out_screen
from cardmaker.namedtuple import NamedTuple
from cardmaker.page import Bookmark, Document, Page, Placement
from cardmaker.pipeline.choosing import checked
from cardmaker.pipeline.gathering import each
from cardmaker.pipeline.job import JobPart
from cardmaker.pipeline.logs import without_log
from cardmaker.pipeline.setting import Setting
from cardmaker.pipeline.sides import sides_of_pages
from cardmaker.press.duplex import Flip

_START = "start"

Content = WeekSheet | BlockSheet | Card


class _Thing(NamedTuple):
    """What a page is made of: which screen shows it, what it is called, how deep in the outline, its anchors."""

    screen: Literal["week", "weeks", "exercise", "gym"]
    content: Content
    title: str
    anchors: tuple[str, ...]
    level: int = 0


def make_screens(setting: Setting, studio: Studio, handout: Handout) -> JobPart:
    """All pages in one document. Raises what laying out raises; NotFoundError if there is nothing to show."""
    screens = {
        name: checked(setting, studio, setting.shelf.screen(name)) for name in setting.shelf.names("screens")
    }
    things = list(_things(setting, handout))
    if not things:
        raise NotFoundError(f"{setting.source.name}: nothing to show with these choices")
    frames = each(things, lambda thing: lay_out_screen(studio, screens[thing.screen], thing.content))
    pages = tuple(
        _page(thing, frame, first=not n) for n, (thing, frame) in enumerate(zip(things, frames, strict=True))
    )
    document = Document(
        pages, handout.title, handout.author, handout.language, handout.athlete, for_screen=True
    )
    sides = sides_of_pages((thing.title, frame) for thing, frame in zip(things, frames, strict=True))
    return JobPart("screen", document, Flip.NONE, sides=sides)


def _things(setting: Setting, handout: Handout) -> Iterator[_Thing]:
    """What has a page, in reading order; where there is only one week, cards don't say which they are for."""
    say, parts = setting.wording.say, setting.order.parts
    if "sheets" in parts:
        yield from (_Thing("weeks", block, block.name, ()) for block in handout.blocks)
        below = 1 if handout.blocks else 0
        for week in handout.weeks:
            yield _Thing("week", week, week.name, (f"week-{week.slot + 1}",), below)
    there = [card.weeks for card in handout.workouts] + [card.weeks for card in handout.exercises]
    several = len({week for weeks in there for week in weeks}) > 1
    if "gym" in parts:
        for card in handout.workouts:
            anchors = [f"workout-{card.workout}-{week}" for week in card.weeks]
            yield _Thing("gym", card if several else replace(card, weeks=()), card.name, tuple(anchors))
    if "cards" in parts:
        for one in handout.exercises:
            title = say("card_outline", number=one.number, name=one.name)
            yield _Thing("exercise", _on_phone(say, one, several), title, (f"card-{one.number}",))


def _on_phone(say: Callable[[str], str], card: ExerciseCard, several: bool) -> ExerciseCard:
    """A card as a phone shows it: what it refers to its log for is below the strip, or with the weeks' pages."""
    where = say("see_below" if card.besides or card.others else "by_week")
    return replace(without_log(say, card, where), weeks=card.weeks if several else ())


def _page(thing: _Thing, frame: Frame, first: bool) -> Page:
    anchors = (*thing.anchors, *((_START,) if first else ()))
    placement = Placement(frame, 0, 0, section=thing.title, anchors=anchors)
    return Page(frame.size, (placement,), thing.title, bookmarks=(Bookmark(thing.title, thing.level),))
