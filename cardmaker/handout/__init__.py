"""What a handout says, with nothing left to look up: plan, library and wording resolved into text and numbers.

Faces and sheets name these fields in their placeholders; an empty field takes no room on the page.
Distances are in the reader's unit, ready to print; lengths of profiles are km.
"""

from collections.abc import Mapping
from dataclasses import field

from cardmaker.handout.athletes import AthleteSheet, LiftLoad, LiftRow, LiftShare, PaceRow, RaceTime, Split
from cardmaker.handout.blocks import (
    BlockDay,
    BlockExercise,
    BlockPhase,
    BlockSession,
    BlockSheet,
    BlockWeek,
    Race,
)
from cardmaker.handout.cards import (
    BodyMap,
    Card,
    CardCue,
    CardMistake,
    ExerciseCard,
    Figure,
    Rich,
    SmallFigure,
    Variation,
)
from cardmaker.handout.groups import GroupCell, GroupHead, GroupsDay, GroupsSession, GroupsSheet
from cardmaker.handout.gym import GymCard, GymRow, TimedFormat
from cardmaker.handout.keys import EffortStep, KeyCard, KeyLevel, KeyLine, KeyPoint, KeyWorkout
from cardmaker.handout.logs import LogRow, SetTarget
from cardmaker.handout.months import MonthDay, MonthSession, MonthSheet, MonthWeek
from cardmaker.handout.overviews import (
    Chart,
    ChartBar,
    ChartSpan,
    GroupRow,
    OverviewFact,
    OverviewSheet,
    WaveChart,
)
from cardmaker.handout.runs import RunSession, RunStep
from cardmaker.handout.sheetparts import EffortKey, SheetHead, WeekBar
from cardmaker.handout.strength import RowGroup, StrengthRow, StrengthSession
from cardmaker.handout.stretches import Scale, Shade, SkylineWeek, Stretch
from cardmaker.handout.titles import TitleCard, TitleEntry, TitlePicture, TitleWorkout
from cardmaker.handout.weekparts import (
    balanced,
    parts_of,
    spread,
    without_exercises,
    without_profiles,
    without_tips,
)
from cardmaker.handout.weeks import DayRow, WeekSheet
from cardmaker.picture.own_picture import OwnPicture
from cardmaker.record import record

SheetContent = WeekSheet | BlockSheet | MonthSheet | AthleteSheet | OverviewSheet | GroupsSheet
"""What a page for the wall may say."""


@record
class ContentsLine:
    """A line of a book's contents; *page* is a number or a range of them."""

    text: str
    page: str


@record
class Cover:
    """The front of a book, *volume* of several; pages for notes say only *tips*, or when to stop exercises: *stops*."""

    head: SheetHead
    subtitle: str
    entries: tuple[ContentsLine, ...] = ()
    skyline: tuple[SkylineWeek, ...] = ()
    volume: str = ""
    name: str = ""
    tips: tuple[str, ...] = ()
    stops: tuple[ExerciseCard, ...] = ()


@record
class Handout:
    """Everything to be laid out for one athlete; *sheets* are the pages for the wall, by their kind.

    *author* is the coach, or else the club.
    """

    title: str
    athlete: str
    author: str
    language: str
    head: SheetHead
    sheets: Mapping[str, tuple[SheetContent, ...]]
    exercises: tuple[ExerciseCard, ...]
    workouts: tuple[GymCard, ...]
    labels: dict[str, str] = field(default_factory=dict)
    key: KeyCard | None = None
    """The card that explains the others, if these begin with the deck's first."""
    deck: tuple[ExerciseCard, ...] = ()
    """All cards of the deck where only some of them are printed, which look as they do among the others."""

    @property
    def weeks(self) -> tuple[WeekSheet, ...]:
        """The pages of single weeks."""
        return tuple(one for one in self.sheets.get("week", ()) if isinstance(one, WeekSheet))

    @property
    def blocks(self) -> tuple[BlockSheet, ...]:
        """The pages of many weeks."""
        return tuple(one for one in self.sheets.get("block", ()) if isinstance(one, BlockSheet))
