"""What a calendar page says: a month's weeks, each day with its sessions in short."""

from cardmaker.handout.blocks import Race, on_one_plate
from cardmaker.handout.sheetparts import SheetHead, explained
from cardmaker.handout.stretches import Shade, Stretch
from cardmaker.record import record

_FEW = 3
"""Weeks that don't fill a page."""


@record
class MonthSession:
    """One session in a few words, and in as few as say what it is; '' where something else on the page says it.

    *title* and *detail* are what it is called and how it is done, in place of *text* where there is room for both.
    *tick*: it is something to do, and not a note.
    """

    text: str
    short: str
    title: str = ""
    detail: str = ""
    tick: bool = True

    def __str__(self) -> str:
        return self.text

    @property
    def named(self) -> str:
        """What it is called next to its detail."""
        return self.title or self.text


@record
class MonthDay:
    """A day: its date, what is to be done, the workouts by their letters, and its runs as a bar.

    *rest*: there is nothing to do, which is said as a session, too. *first* is set on the first of a month.
    *outside*: it belongs to the month before or after, which has its tick.
    """

    date: str
    sessions: tuple[MonthSession, ...] = ()
    rest: bool = False
    letters: tuple[str, ...] = ()
    bar: tuple[Stretch, ...] = ()
    distance: str = ""
    race: bool = False
    first: bool = False
    outside: bool = False

    @property
    def joined(self) -> str:
        """Its letters where they are too many for a plate each."""
        return on_one_plate(self.letters)

    @property
    def planned(self) -> bool:
        """Whether it is a day of this month of which the plan says something."""
        return bool(self.sessions) and not self.outside

    @property
    def plain(self) -> bool:
        """Whether it is a day of this month with work, but not the highlight of its week."""
        return bool(self.sessions) and not (self.outside or self.race or self.rest)

    @property
    def highlight(self) -> bool:
        """Whether it is a day of this month with a race."""
        return self.race and not self.outside

    @property
    def quiet(self) -> bool:
        """Whether it is a day of rest in this month."""
        return self.rest and not self.outside

    @property
    def bare(self) -> bool:
        """Whether it is a date of which this month says nothing or, in grey, what another month asks for."""
        return bool(self.date) and not (self.planned or self.rest)

    @property
    def tick(self) -> bool:
        """Whether there is something to tick when it is done."""
        return self.plain or self.highlight


@record
class MonthWeek:
    """A week's row: its number in the plan, '' for a week that the plan doesn't have, and its totals."""

    number: str
    phase: str
    days: tuple[MonthDay, ...]
    total: str = ""
    unit: str = ""
    mix: tuple[Stretch, ...] = ()
    sets: str = ""
    """How many sets of strength it has: '35 sets'."""

    @property
    def logged(self) -> bool:
        """Whether what was run is written down here: on the page that has its last day."""
        return bool(self.total) and not self.days[-1].outside

    @property
    def room(self) -> tuple[str, ...]:
        """Parts of the room of a page, which weeks share out: four for one of the plan, one for a bare one."""
        return (self.number,) * 4 if self.number else ("",)


@record
class MonthSheet:
    """All that a month's page says; of a plan without dates, some weeks. A bar of *scale_km* is as wide as its day."""

    head: SheetHead
    name: str
    subtitle: str
    day_names: tuple[str, ...]
    weeks: tuple[MonthWeek, ...]
    scale_km: float
    mix_km: float
    shades: tuple[Shade, ...] = ()
    race: Race | None = None
    estimate: str = ""
    """What '≈' means, if it is on any of the plan's totals."""

    @property
    def approximate(self) -> str:
        """What '≈' means, if it is on this page."""
        said = (text for week in self.weeks for text in (week.total, *(day.distance for day in week.days)))
        return explained(self.estimate, said)

    @property
    def brief(self) -> bool:
        """Whether its rows leave room below."""
        return len(self.weeks) <= _FEW

    @property
    def running(self) -> bool:
        """Whether any day has a bar."""
        return any(day.bar for week in self.weeks for day in week.days)

    @property
    def lifting(self) -> bool:
        """Whether any day has a workout."""
        return any(day.letters for week in self.weeks for day in week.days)
