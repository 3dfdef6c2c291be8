"""What a foreign file says, weeks of days of entries, while it is put together → a draft to write as a plan."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.items import Kind
from cardmaker.record import record

WeekStart = Literal["monday", "sunday", "saturday"]
FIRST_DAY: dict[WeekStart, int] = {"monday": 0, "saturday": 5, "sunday": 6}


class Lift(NamedTuple):
    """An exercise, its sets and a remark, as a plan writes them.

    Neighbours with the same *turn* that isn't 0 are done in turn, as a superset.
    """

    exercise: str
    sets: str = ""
    note: str = ""
    turn: int = 0


@record
class DraftEntry:
    """One thing to do on a day; *lifts* are the exercises of a strength session."""

    kind: Kind
    text: str = ""
    name: str = ""
    note: str = ""
    lifts: tuple[Lift, ...] = ()


class Remark(NamedTuple):
    """What a reader of the plan should know: where the file says it, its words, and what became of them."""

    at: str
    message: str


@dataclass(slots=True)
class DraftWeek:
    """A week; its days are counted from Monday, 0. *said* is what the file calls it, kept as a comment."""

    name: str = ""
    focus: str = ""
    notes: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    days: dict[int, list[DraftEntry]] = field(default_factory=dict)

    def add(self, day: int, *entries: DraftEntry) -> None:
        """Plan *entries* on *day*, after what is there."""
        self.days.setdefault(day, []).extend(entries)


@dataclass(slots=True)
class Draft:
    """A plan in the making: what it says, and what couldn't be placed or read."""

    title: str = ""
    language: str = "en"
    units: Literal["", "metric", "imperial"] = ""
    week_start: WeekStart = "monday"
    start: datetime.date | None = None
    weeks: list[DraftWeek] = field(default_factory=list)
    sessions: list[DraftEntry] = field(default_factory=list)
    """Strength sessions that belong to no day."""
    kept: list[Remark] = field(default_factory=list)
    """Words that have no place in a plan, written into it as comments."""
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, at: str, message: str) -> None:
        """Note what is to be reported."""
        self.remarks.append(Remark(at, message))

    def keep(self, at: str, words: str) -> None:
        """Keep words that belong to no day as a comment, and report them."""
        self.kept.append(Remark(at, words))
        self.remark(at, f"belongs to no day; kept as a comment: {words}")

    def week(self, index: int) -> DraftWeek:
        """Week number *index*, counted from 0, with empty ones before it."""
        while len(self.weeks) <= index:
            self.weeks.append(DraftWeek())
        return self.weeks[index]

    def entries(self) -> Iterator[DraftEntry]:
        """All entries, of days and without."""
        for week in self.weeks:
            for entries in week.days.values():
                yield from entries
        yield from self.sessions

    def starts(self, first: datetime.date) -> datetime.date:
        """Begin with the week that *first* is in, and say with which day."""
        past = (first.weekday() - FIRST_DAY[self.week_start]) % 7
        self.start = first - datetime.timedelta(days=past)
        return self.start
