"""Card faces and week sheets as data: the boxes on each side, the sizes they suit, and what yields first."""

from dataclasses import field
from functools import cached_property
from typing import Literal

from cardmaker.theme.box import Box
from cardmaker.theme.measures import Count, Length, Some, Tally, TypeSize
from cardmaker.validation.model import Model, Named


class LadderStep(Model):
    """One rung of a fit ladder, taken when the boxes don't fit; rungs add up, but for one that begins `afresh`.

    `drop` removes boxes by id, `short` takes the short form of a list's items by the list's id, `restyle` swaps
    styles, `figure` lets pictures shrink to this height in mm, `unlabelled` takes their labels, `shrink` sets
    boxes' heights by id, or their least heights where they aren't fixed, `limit` keeps at most a number of items
    of a list. `from_weeks`: pages of so many weeks and more begin here, past the rungs for few of them, which they
    would only fail on. `loses` is what a reader does without, reported when the pages are made.
    `deck`: all cards of a deck take this rung if one of them does; words for it go into the build's notes.
    """

    afresh: bool = False
    from_weeks: Tally | None = None
    drop: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    restyle: dict[str, str] = field(default_factory=dict)
    figure: Length | None = None
    unlabelled: bool = False
    shrink: dict[str, Length] = field(default_factory=dict)
    limit: dict[str, Tally] = field(default_factory=dict)
    loses: str = ""
    deck: bool | str = False


class Side(Model):
    """One side of a card: its boxes, its ladder, and the type group where it isn't the face's own.

    `level`: the ids of boxes that are equally high on all cards of a deck, and the most that each may be.
    `even`: the ids of boxes as wide as the side, or of a width in mm, that are as high on all cards as on the one where
    they are highest, if they don't fill what room there is; with the styles whose texts are in one size in them.
    `one_size`: the same for boxes that are as high as each card needs; one of two lines has a size of its own.
    """

    type: str = ""
    level: dict[str, Length] = field(default_factory=dict)
    even: dict[str, tuple[str, ...]] = field(default_factory=dict)
    one_size: dict[str, tuple[str, ...]] = field(default_factory=dict)
    body: Box
    ladder: tuple[LadderStep, ...] = ()

    @cached_property
    def measured(self) -> dict[str, tuple[str, ...]]:
        """The ids of all boxes in which texts are in one size, each with the styles of these."""
        return {**self.one_size, **self.even}


class Suits(Model):
    """The card sizes, in mm, that a face was drawn for: from and to, in either dimension."""

    width: tuple[Length, Length]
    height: tuple[Length, Length]

    def includes(self, width: float, height: float) -> bool:
        """Whether a card of this size may carry the face."""
        slack = 0.01
        return (
            self.width[0] - slack <= width <= self.width[1] + slack
            and self.height[0] - slack <= height <= self.height[1] + slack
        )


class Template(Named):
    """What faces and sheets have in common: the name that plans call them by."""


class FaceHead(Template):
    """What a face is for: `exercise` or `gym` cards, or the `title` and the `key` before the former, of which sizes,
    with what margin and type group.

    `rows`: the most rows of a workout on one card; longer workouts go on to the next. Where several faces suit a
    card, the one of the lowest `rank` is taken. `least_pt`: its smallest type; themes that want large type take
    faces that are made for it.
    """

    name: str
    rank: int = 0
    kind: Literal["exercise", "gym", "key", "title"]
    suits: Suits
    margin: Length
    type: str
    rows: Tally = 0
    least_pt: TypeSize = 0.0


class Face(FaceHead):
    """A kind of card: what it is for, and its sides, which come last in the file."""

    front: Side
    back: Side | None = None


class Screen(Template):
    """A page to be read on a phone: an `exercise`, a workout in the `gym`, a `week`, or a `block` of weeks.

    Its width is in mm; it is as high as what is on it and no lower than `least_height`.
    """

    name: str
    kind: Literal["exercise", "gym", "week", "block"]
    width: Some
    least_height: Length = 0.0
    margin: Length
    type: str
    body: Box
    ladder: tuple[LadderStep, ...] = ()


class BookletPage(Template):
    """A page of a folded book: its `cover`, a `week`, or a workout in the `gym`.

    It is as large as the book makes it. `rows`: the most rows of a workout on one page; `days`: the most days of a
    week. `at_last`: rungs of the ladder for a week whose days are on pages of their own already; before them a week
    goes on on another page. `least_pt`: its smallest type, as for faces.
    """

    name: str
    kind: Literal["cover", "week", "gym"]
    margin: Length
    type: str
    rows: Tally = 0
    days: Count = 7
    least_pt: TypeSize = 0.0
    body: Box
    ladder: tuple[LadderStep, ...] = ()
    at_last: tuple[LadderStep, ...] = ()

    @cached_property
    def whole_ladder(self) -> tuple[LadderStep, ...]:
        """All rungs, for pages that can't go on on another one."""
        return (*self.ladder, *self.at_last)

    @cached_property
    def keeping_profiles(self) -> "BookletPage":
        """The same page of a week without the rungs on which runs lose their profiles."""
        return self.but(ladder=tuple(rung for rung in self.ladder if "profile" not in rung.drop))


class Sheet(Template):
    """A page for the wall, on a paper in one orientation: a `week`, a `block` of weeks, or a `month`.

    `weeks`: for a block, and for a month without dates, the most weeks on one page; a block has more on larger paper.
    `least_pt`: its smallest type, as for faces. `enlarged_from`: the paper it was drawn for; on larger paper all of it
    is larger, as far as nothing is left out, where others have more room. `at_last`: rungs of the ladder for a week
    that is too full, upright and in parts, too.
    """

    name: str
    kind: str
    orientation: Literal["portrait", "landscape"]
    margin: Length
    type: str
    weeks: Count = 1
    least_weeks: Count = 1
    least_pt: TypeSize = 0.0
    enlarged_from: str = ""
    body: Box
    ladder: tuple[LadderStep, ...] = ()
    at_last: tuple[LadderStep, ...] = ()

    @cached_property
    def yielding(self) -> "Sheet":
        """The sheet with all its rungs, for what there is no other way to print."""
        return self.but(ladder=(*self.ladder, *self.at_last), at_last=()) if self.at_last else self
