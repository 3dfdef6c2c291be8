"""What a calendar page says: a month's weeks, each day with its sessions in short."""

from cardmaker.handout.weeks import Ramp, SheetHead, Stretch, ramp_of
from cardmaker.record import record


@record
class MonthSession:
    """One session in a few words, and in as few as say what it is; '' where something else on the page says it."""

    text: str
    short: str

    def __str__(self) -> str:
        return self.text


@record
class MonthDay:
    """A day: its date, what is to be done, the workouts by their letters, and its runs as a bar.

    *rest*: there is nothing to do, which is said as a session, too. *first* is set on the first of a month.
    *outside*: it belongs to the month before or after.
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
    strength: str = ""


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

    @property
    def running(self) -> bool:
        """Whether any day has a bar."""
        return any(day.bar for week in self.weeks for day in week.days)

    @property
    def ramp(self) -> Ramp:
        """The efforts of its bars."""
        bars = (day.bar for week in self.weeks for day in week.days)
        return ramp_of(one.effort for bar in (*bars, *(week.mix for week in self.weeks)) for one in bar)

    @property
    def lifting(self) -> bool:
        """Whether any day has a workout."""
        return any(day.letters for week in self.weeks for day in week.days)
