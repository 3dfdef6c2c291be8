"""What week and block sheets say: days, runs as profiles, sessions, totals."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from cardmaker.handout.cards import Rich, SmallFigure
from cardmaker.picture.own_picture import OwnPicture
from cardmaker.record import record

EFFORTS = ("easy", "long", "tempo", "fast")
"""How hard runs are, the easiest first."""


@record
class Stretch:
    """A part of a run's profile: length in km, and how hard: 'easy', 'long', 'tempo' or 'fast'.

    *gap* marks standing rest, which has no length.
    """

    km: float
    effort: str
    gap: bool = False


@record
class RunSession:
    """A run, or another endurance session without a profile.

    *km* is how long it is, with an estimate of what is run by time; of another *sport* than running, how far one
    runs in that time.
    """

    title: str
    distance: str
    unit: str
    profile: tuple[Stretch, ...]
    lines: tuple[Rich, ...]
    km: float = 0.0
    effort: str = "easy"
    tick: bool = True
    sport: str = ""


@record
class StrengthRow:
    """An exercise of a workout on its day: the card's number, its name, its sets in short, and the unit of the load to
    write down, '' where there is nothing to load; *joined* is 'first', 'middle' or 'last' in a superset, else ''."""

    number: str
    name: str
    sets: str
    unit: str = ""
    joined: str = ""


@record
class StrengthSession:
    """A workout on its day: name, label and duration, the cards to take, and the prescriptions in short.

    *workout* is its name in the plan; *figures* are its exercises that have a picture, in the order of the cards.
    """

    title: str
    note: str
    cards: tuple[str, ...]
    summary: str
    lines: tuple[Rich, ...] = ()
    workout: str = ""
    figures: tuple[SmallFigure, ...] = ()
    rows: tuple[StrengthRow, ...] = ()
    clock: str = ""
    """The format against the clock: 'EMOM 12 min'."""


@record
class DayRow:
    """One day of a week sheet. *rest* is set on days without work, *work* on the others."""

    name: str
    date: str
    rest: Rich | None
    runs: tuple[RunSession, ...]
    strength: tuple[StrengthSession, ...]
    notes: tuple[Rich, ...] = ()
    last: bool = False

    @property
    def work(self) -> bool:
        """Whether there is anything to do and tick."""
        return self.rest is None

    @property
    def tasks(self) -> bool:
        """Whether a rest day carries a workout that may be done."""
        return bool(self.strength)


@record
class WeekBar:
    """A week's distance among the others: 'done', 'now' or 'coming'."""

    label: str
    value: str
    km: float
    state: str


@record
class SkylineWeek:
    """A week of a block's skyline: its number, and each day's distance and how hard it is."""

    label: str
    days: tuple[Stretch, ...]

    @property
    def km(self) -> float:
        """All its days."""
        return sum(day.km for day in self.days)


@record
class SheetHead:
    """What is at the head of every sheet."""

    title: str
    athlete: str
    coach: str
    club: str
    contact: str
    logo: OwnPicture | None
    contact_link: str = ""


@record
class EffortKey:
    """How hard runs of a kind are: the effort and its name, what one can say meanwhile, and its RPE."""

    effort: str
    name: str
    talk: str
    rpe: str


@record
class WeekSheet:
    """All that one week's page says."""

    head: SheetHead
    subtitle: str
    tab: str
    slot: int
    slots: int
    days: tuple[DayRow, ...]
    total: str
    total_unit: str
    total_lines: tuple[str, ...]
    bars: tuple[WeekBar, ...]
    tips: tuple[str, ...]
    scale_km: float
    name: str = ""
    credit: str = ""
    week_note: str = ""
    """What the coach says of this week."""
    key: tuple[EffortKey, ...] = ()
    """How hard runs are that the plan has, the easiest first."""

    @property
    def skyline(self) -> SkylineWeek:
        """Its runs day by day; a day is as hard as its hardest run."""
        days = []
        for day in self.days:
            runs = [run for run in day.runs if not run.sport]
            effort = max((run.effort for run in runs), key=EFFORTS.index, default="easy")
            days.append(Stretch(sum(run.km for run in runs), effort))
        return SkylineWeek(str(self.slot + 1), tuple(days))


def spread(week: WeekSheet, days: int) -> Iterator[WeekSheet]:
    """A week in parts of at most that many days, as even as can be; what is about all of it in the first or last."""
    pages = -(-len(week.days) // days)
    most = -(-len(week.days) // pages)
    for page in range(pages):
        own = week.days[page * most : (page + 1) * most]
        first, last = page == 0, page == pages - 1
        subtitle, tips = week.subtitle if first else "", week.tips if last else ()
        yield replace(week, days=own, subtitle=subtitle, tips=tips, week_note=week.week_note if first else "")


@record
class BlockDay:
    """A day in the block sheet: its date, the session in short, a bar and its distance, workouts by their letters.

    *number* is the day of the month alone. A *strong* day is a race. *first* is set on the first of a month; the month
    before lies *above* days of its first week, and *left* of its first day.
    """

    date: str
    text: str
    strong: bool
    strength: bool
    km: float = 0.0
    distance: str = ""
    effort: str = "easy"
    rest: bool = False
    number: str = ""
    pace: str = ""
    letters: tuple[str, ...] = ()
    tick: bool = False
    first: bool = False
    month_above: bool = False
    month_left: bool = False

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
    """How many days it is from its first one to the race: '55 days to go', and in few letters '55 d'."""
    to_go_short: str = ""
    band: str = ""
    band_effort: str = "easy"


@record
class BlockPhase:
    """Weeks of one phase, one after the other."""

    name: str
    effort: str
    weeks: tuple[BlockWeek, ...]


@record
class Race:
    """What a plan leads to: its name, its day and distance, and how many days it is from the plan's first."""

    name: str
    day: str
    distance: str
    days: str


@record
class BlockSheet:
    """All that a page of many weeks says; a bar of *scale_km* is as high as its box."""

    head: SheetHead
    subtitle: str
    day_names: tuple[str, ...]
    weeks: tuple[BlockWeek, ...]
    note: str
    scale_km: float
    mix_km: float
    name: str = ""
    race: Race | None = None

    @property
    def phases(self) -> tuple[BlockPhase, ...]:
        """The weeks by the phases that they are in."""
        grouped = groupby(self.weeks, lambda week: (week.band, week.band_effort))
        return tuple(BlockPhase(name, effort, tuple(weeks)) for (name, effort), weeks in grouped)

    @property
    def phased(self) -> bool:
        """Whether any of the weeks has a name."""
        return any(week.band for week in self.weeks)

    def in_parts(self, weeks: int) -> Iterator["BlockSheet"]:
        """The sheet in parts of at most that many weeks, as even as can be."""
        pages = -(-len(self.weeks) // weeks)
        each = -(-len(self.weeks) // pages)
        for start in range(0, len(self.weeks), each):
            yield replace(self, weeks=self.weeks[start : start + each])
