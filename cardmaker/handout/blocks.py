"""What block sheets say: many weeks by their phases, a day in few words, the race they lead to."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from cardmaker.handout.cards import Rich
from cardmaker.handout.sheetparts import SheetHead, explained
from cardmaker.handout.stretches import Shade, Stretch
from cardmaker.record import record

_FEW = 2
"""Days with work in a week that is nearly empty."""
_LETTERS_A_WEEK = 6
"""As many letters of a phase's name fit in its band next to the lowest row of a week."""
_PLATES = 2
"""As many letters have a plate each in a day's width; more are on one."""


def on_one_plate(letters: tuple[str, ...]) -> str:
    """The letters of a day's workouts in one word where they are too many for a plate each, or ''."""
    return "".join(letters) if len(letters) > _PLATES else ""


@record
class BlockExercise:
    """An exercise of a workout, and its sets in short; in a *wave* if the plan sets its *load* week by week.

    The first exercise of a workout is as one in a wave where nothing is run. *unit* is that of a load to write down.
    """

    name: str
    sets: str
    load: str = ""
    wave: bool = False
    unit: str = ""


@record
class BlockSession:
    """One session of a day in a few words, and what else there is to say of it where there is room: a name, a pace.

    *steps* are how a run is done, line by line, below its *title*, *exercises* what a workout is made of.
    """

    text: str
    detail: str = ""
    steps: tuple[Rich, ...] = ()
    exercises: tuple[BlockExercise, ...] = ()
    title: str = ""
    """What it is called where its steps say what *text* does, or *text* no more than how hard it is; '' elsewhere."""

    @property
    def waves(self) -> tuple[BlockExercise, ...]:
        """Its exercises whose load the plan sets week by week."""
        return tuple(exercise for exercise in self.exercises if exercise.wave)


@record
class BlockDay:
    """A day in the block sheet: its date, the session in short, a bar and its distance, workouts by their letters.

    *short* is no more than what kind of day it is; *sessions* are all that is to be done, one by one. *bar* has a
    stretch for each run, the easiest first. A *strong* day is a race. *first* is set on the first of a month; the month
    before lies *above* days of its first week, and *left* of its first day.
    """

    date: str
    text: str
    strong: bool
    strength: bool
    short: str = ""
    bar: tuple[Stretch, ...] = ()
    distance: str = ""
    rest: bool = False
    pace: str = ""
    sessions: tuple[BlockSession, ...] = ()
    letters: tuple[str, ...] = ()
    tick: bool = False
    first: bool = False
    month_above: bool = False
    month_left: bool = False

    @property
    def joined(self) -> str:
        """Its letters where they are too many for a plate each."""
        return on_one_plate(self.letters)

    @property
    def waves(self) -> tuple[BlockExercise, ...]:
        """What is lifted that day with a load that the plan sets week by week."""
        return tuple(exercise for session in self.sessions for exercise in session.waves)

    @property
    def plain(self) -> bool:
        """Whether the session is work, but not the week's highlight."""
        return not (self.strong or self.rest)


@record
class BlockWeek:
    """A week's row in the block sheet, and the phase whose band goes down its side.

    *phase* is what the plan calls the week; *band* the phase it is part of, and *band_effort* how hard that looks.
    """

    number: str
    phase: str
    dates: tuple[str, ...]
    days: tuple[BlockDay, ...]
    total: str
    unit: str
    mix: tuple[Stretch, ...]
    strength: str
    span: str = ""
    """Its dates in a short line."""
    to_go: str = ""
    """How many days it is from its first one to the race: '55 days to go'."""
    band: str = ""
    band_effort: str = "easy"
    done: str = ""
    """What its box for what was run is called: 'km done', or 'time done' where its total is a time."""
    sets: str = ""
    """How many sets of strength it has: '35 sets'."""


@record
class BlockPhase:
    """Weeks of one phase, one after the other."""

    name: str
    effort: str
    weeks: tuple[BlockWeek, ...]


def _named_once(name: str, *weeks: BlockWeek) -> tuple[BlockWeek, ...]:
    """Weeks that leave the phase's *name* to its band, if that is long enough for it."""
    if len(name) > _LETTERS_A_WEEK * len(weeks):
        return weeks
    return tuple(replace(week, phase="") if week.phase == name else week for week in weeks)


@record
class Race:
    """What a plan leads to: its name, its day and distance, and how many days it is from the plan's first."""

    name: str
    day: str
    distance: str
    days: str


@record
class BlockSheet:
    """All that a page of many weeks says; a bar of *scale_km* is as high as its box.

    *whole* is what a page of several is a part of. Where nothing is run, weeks have bars of their sets.
    """

    head: SheetHead
    subtitle: str
    day_names: tuple[str, ...]
    weeks: tuple[BlockWeek, ...]
    note: str
    scale_km: float
    mix_km: float
    name: str = ""
    race: Race | None = None
    shades: tuple[Shade, ...] = ()
    whole: "BlockSheet | None" = None
    estimate: str = ""
    """What '≈' means, if it is on any of the plan's totals."""

    @property
    def approximate(self) -> str:
        """What '≈' means, if it is on this page."""
        said = (text for week in self.weeks for text in (week.total, *(day.distance for day in week.days)))
        return explained(self.estimate, said)

    @property
    def dated(self) -> bool:
        """Whether its days have dates."""
        return any(day.date for week in self.weeks for day in week.days)

    @property
    def phases(self) -> tuple[BlockPhase, ...]:
        """The weeks by the phases that they are in."""
        grouped = groupby(self.weeks, lambda week: (week.band, week.band_effort))
        return tuple(BlockPhase(name, effort, _named_once(name, *weeks)) for (name, effort), weeks in grouped)

    @property
    def widest(self) -> str:
        """The longest of the amounts next to its days' bars."""
        weeks = (self.whole or self).weeks
        return max(
            (day.distance for week in weeks for day in week.days if not day.strong), key=len, default=""
        )

    @property
    def running(self) -> bool:
        """Whether any week has a distance or a time to run."""
        return any(week.total for week in self.weeks)

    @property
    def lifting(self) -> bool:
        """Whether any day has a workout."""
        return any(day.letters for week in self.weeks for day in week.days)

    @property
    def sparse(self) -> bool:
        """Whether no week has work on more than two days: its rows need no more room than their few words."""
        return all(sum(day.tick for day in week.days) <= _FEW for week in self.weeks)

    @property
    def phased(self) -> bool:
        """Whether any of the weeks has a name."""
        return any(week.band for week in self.weeks)

    def in_parts(self, weeks: int) -> Iterator["BlockSheet"]:
        """The sheet in parts of at most that many weeks, as even as can be; itself, if it is one."""
        pages = -(-len(self.weeks) // weeks)
        if pages == 1:
            yield self
            return
        each = -(-len(self.weeks) // pages)
        for start in range(0, len(self.weeks), each):
            yield replace(self, weeks=self.weeks[start : start + each], whole=self)
