"""What a handout says, with nothing left to look up: plan, library and wording resolved into text and numbers.

Faces and sheets name these fields in their placeholders; an empty field takes no room on the page.
Distances are in the reader's unit, ready to print; lengths of profiles are km.
"""

from dataclasses import dataclass, field

from cardmaker.handout.cards import (
    BodyMap,
    Card,
    Cue,
    ExerciseCard,
    Figure,
    GymCard,
    GymRow,
    LogRow,
    Mistake,
    Option,
    Rich,
    SmallFigure,
)
from cardmaker.handout.weeks import (
    BlockDay,
    BlockSheet,
    BlockWeek,
    DayRow,
    RunSession,
    SheetHead,
    StrengthSession,
    Stretch,
    WeekBar,
    WeekSheet,
)
from cardmaker.picture.own_picture import OwnPicture

__all__ = [
    "BlockDay",
    "BlockSheet",
    "BlockWeek",
    "BodyMap",
    "Card",
    "Cover",
    "Cue",
    "DayRow",
    "Entry",
    "ExerciseCard",
    "Figure",
    "GymCard",
    "GymRow",
    "Handout",
    "LogRow",
    "Mistake",
    "Option",
    "OwnPicture",
    "Rich",
    "RunSession",
    "SheetHead",
    "SmallFigure",
    "StrengthSession",
    "Stretch",
    "WeekBar",
    "WeekSheet",
]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a book's contents; *page* is a number or a range of them."""

    text: str
    page: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The front of a book, *volume* of several; notes pages know as much, though they say nothing of it."""

    head: SheetHead
    subtitle: str
    entries: tuple[Entry, ...] = ()
    volume: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Handout:
    """Everything to be laid out for one athlete."""

    title: str
    athlete: str
    coach: str
    language: str
    weeks: tuple[WeekSheet, ...]
    blocks: tuple[BlockSheet, ...]
    exercises: tuple[ExerciseCard, ...]
    workouts: tuple[GymCard, ...]
    labels: dict[str, str] = field(default_factory=dict)
