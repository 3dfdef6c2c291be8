"""What week sheets say: days, runs as profiles, sessions, totals."""

from cardmaker.handout.cards import Rich
from cardmaker.handout.runs import RunSession
from cardmaker.handout.sheetparts import EffortKey, SheetHead, WeekBar
from cardmaker.handout.strength import StrengthSession
from cardmaker.handout.stretches import EFFORTS, SkylineWeek, Stretch
from cardmaker.record import record, replace

_SPARSE_DAYS = 2
"""The most days with work in a week that is laid out by them, and not by all seven days."""
_MOSTLY = 3
"""How many workouts for each run make a week one of strength."""
_FEW_SETS = 3
"""As many sets as most exercises have."""
_FEW_BARS = 8
"""As many weeks as have room in a chart 62 mm wide, each under its own number of three figures."""
_MOST_ASKED = 2
"""Sessions of a day to fill in, each with lines and boxes, that a blank week has room for."""
_SHORT_REST = 60
"""What is said of a day of rest in such a week is no longer than this, so that the days stay a strip."""


@record
class DayRow:
    """One day of a week sheet. *rest* is set on days without work, *work* on the others.

    *date_short* is its date with a short month, *number* the day of the month alone; *last* is the last day of its
    page.
    """

    name: str
    date: str
    rest: Rich | None
    runs: tuple[RunSession, ...]
    strength: tuple[StrengthSession, ...]
    notes: tuple[Rich, ...] = ()
    last: bool = False
    date_short: str = ""
    number: str = ""
    alone: bool = False
    """Whether it is the only day of its week with something to do, and that is no workout."""

    @property
    def work(self) -> bool:
        """Whether there is anything to do and tick."""
        return self.rest is None

    @property
    def ground(self) -> bool:
        """Whether any of its sessions covers ground."""
        return any(run.ground for run in self.runs)

    @property
    def tick(self) -> bool:
        """Whether any of its sessions is something to do, and not a note."""
        return any(run.tick for run in self.runs)

    @property
    def single(self) -> bool:
        """Whether it has one session, strength apart."""
        return len(self.runs) == 1

    @property
    def open(self) -> bool:
        """Whether all of it is for the athlete to fill in."""
        asked = all(run.asks and run.tick and not run.lines for run in self.runs)
        return asked and 0 < len(self.runs) <= _MOST_ASKED and not (self.strength or self.notes)

    @property
    def tasks(self) -> bool:
        """Whether a rest day carries a workout that may be done."""
        return bool(self.strength)

    @property
    def brief(self) -> str:
        """A day of work in few words: the distances of its runs, or the names of its sessions."""
        runs = [f"{run.distance} {run.unit}" for run in self.runs if run.distance]
        named = [*(run.title for run in self.runs), *(one.title for one in self.strength)]
        return " + ".join(runs) if runs else ", ".join(named)


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
    begins: bool = True
    """Whether its first day is here, and not on a page before."""
    ends: bool = True
    """Whether its last day is here, and not on a page that follows."""

    @property
    def several(self) -> bool:
        """Whether it is one of several weeks."""
        return self.slots > 1

    @property
    def lifting(self) -> bool:
        """Whether any day of it has a workout."""
        return any(day.strength for day in self.days)

    @property
    def running(self) -> bool:
        """Whether any day of it has a run, or another endurance session."""
        return any(day.runs for day in self.days)

    @property
    def profiled(self) -> bool:
        """Whether any run has a profile, so that its bar is to be explained."""
        return any(run.profile for day in self.days for run in day.runs)

    @property
    def mostly_lifting(self) -> bool:
        """Whether it has workouts, and three times as many as other sessions, so that they get most of the page."""
        workouts = sum(len(day.strength) for day in self.days if day.work)
        return workouts > 0 and workouts >= _MOSTLY * sum(len(day.runs) for day in self.days)

    @property
    def blank(self) -> bool:
        """Whether it is a week to fill in by hand, and laid out for that."""
        return all(day.open for day in self.days)

    @property
    def undated(self) -> bool:
        """Whether its days have no dates."""
        return not any(day.date for day in self.days)

    @property
    def jotting(self) -> bool:
        """Whether the foot asks what to change on lines of its own, as nothing else on the page does."""
        alone = any(day.alone for day in self.working)
        return not (alone or self.bars or (self.sparse and self.key))

    @property
    def many_bars(self) -> bool:
        """Whether its chart of weeks needs more room than others, so that each has its number."""
        return len(self.bars) > _FEW_BARS and not self.sparse

    @property
    def reviewed(self) -> bool:
        """Whether the foot asks what to change, as the page has lines to write on already, and doesn't ask that."""
        return bool(self.sparse and self.key) and not any(day.alone for day in self.working)

    @property
    def loading(self) -> bool:
        """Whether there is a load to write down."""
        return any(row.unit for day in self.days for one in day.strength for row in one.rows)

    @property
    def many_sets(self) -> bool:
        """Whether an exercise has more than three sets, each with a load to write down."""
        rows = (row for day in self.days for one in day.strength for row in one.rows)
        return any(len(row.weighings) > _FEW_SETS for row in rows)

    @property
    def paced(self) -> bool:
        """Whether the key has paces."""
        return any(one.pace for one in self.key)

    @property
    def sparse(self) -> bool:
        """Whether nearly all of it is rest, and nothing but rest."""
        work = [day for day in self.days if day.work]
        return len(work) <= _SPARSE_DAYS < len(self.days) and not any(
            day.tasks or len(str(day.rest)) > _SHORT_REST for day in self.days if not day.work
        )

    @property
    def composed(self) -> bool:
        """Whether it is laid out as what it is, sparse or blank, and not as seven days of work and rest."""
        return self.sparse or self.blank

    @property
    def longest(self) -> float:
        """How long the longest profile of its runs is, km."""
        profiles = (run.profile for day in self.days for run in day.runs)
        return max((sum(stretch.km for stretch in one) for one in profiles), default=0.0)

    @property
    def working(self) -> tuple[DayRow, ...]:
        """The days with something to do; the last of them is so marked, and one that is the only one."""
        days = [day for day in self.days if day.work]
        return tuple(
            replace(day, last=day is days[-1], alone=len(days) == 1 and not day.strength) for day in days
        )

    @property
    def skyline(self) -> SkylineWeek:
        """Its runs day by day; a day is as hard as its hardest run."""
        days = []
        for day in self.days:
            runs = [run for run in day.runs if not run.sport]
            effort = max((run.effort for run in runs), key=EFFORTS.index, default="easy")
            days.append(Stretch(sum(run.km for run in runs), effort))
        races = [place for place, day in enumerate(self.days) if any(run.race for run in day.runs)]
        return SkylineWeek(str(self.slot + 1), tuple(days), races[-1] if races else None)
