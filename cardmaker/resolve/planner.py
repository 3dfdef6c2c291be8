"""A plan's weeks → what all their sheets have in common: days as rows, totals, the head, sessions in short."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cardmaker.handout import DayRow, OwnPicture, RunSession, SheetHead, Stretch
from cardmaker.plan.items import Item
from cardmaker.plan.quantity import Extent
from cardmaker.plan.runs.record import Run
from cardmaker.resolve.days import Sources, day_row
from cardmaker.resolve.running import Runner

RAMP = ("easy", "long", "tempo", "fast")
"""Efforts, the easiest first."""

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_WEB = re.compile(r"(https?://)?([a-z0-9-]+\.)+[a-z]{2,}(/[\w./%-]*)?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Totals:
    """A week added up: *km* counts known distances, *open_s* the seconds of runs whose distance isn't known."""

    km: float
    seconds: float
    whole_time: bool
    open_s: float
    runs: int
    strength: int
    by_effort: dict[str, float]

    @property
    def whole(self) -> bool:
        """Whether each run's distance is known."""
        return not self.open_s


def add_up(sources: Sources, week: int) -> Totals:
    """All of a week's runs and strength sessions."""
    items = [item for day in sources.calendar.days for item in sources.plan.weeks[week].day(day)]
    runs = [run for item in items for run in item.runs]
    known = [sources.runner.measure(run) for run in runs]
    by_effort = dict.fromkeys(RAMP, 0.0)
    for one in known:
        by_effort[one.effort] += one.km
    return Totals(
        km=sum(run.known_distance_m for run in runs) / 1000,
        seconds=sum(one.seconds.middle or 0.0 for one in known),
        whole_time=all(one.seconds.most is not None for one in known),
        open_s=sum(
            step.duration.middle or 0.0 for run in runs for step in run.steps() if step.distance.most is None
        ),
        runs=len(runs),
        strength=sum(1 for item in items if item.kind == "strength"),
        by_effort=by_effort,
    )


class Planner:
    """Knows what the sheets of a plan share."""

    def __init__(self, sources: Sources, logo: OwnPicture | None) -> None:
        self.sources, self._logo = sources, logo
        weeks = range(len(sources.plan.weeks))
        self.totals = tuple(add_up(sources, week) for week in weeks)
        days = sources.calendar.days
        self.days: tuple[tuple[DayRow, ...], ...] = tuple(
            tuple(day_row(sources, week, day, last=day == days[-1]) for day in days) for week in weeks
        )
        self.longest_km = max((run.km for week in self.days for day in week for run in day.runs), default=0.0)

    @property
    def head(self) -> SheetHead:
        """What is at the head of every sheet."""
        plan = self.sources.plan
        club = plan.club
        return SheetHead(
            plan.title, plan.athlete, plan.coach, club.name, club.contact, self._logo, _link(club.contact)
        )

    def total(self, totals: Totals) -> tuple[str, str]:
        """A week's distance and its unit; the time of its runs where no distance is known."""
        runner = self.sources.runner
        if totals.km:
            return self.sources.wording.number(runner.in_unit(totals.km), 1, 1), runner.unit
        return runner.clock(exactly(totals.open_s)) if totals.open_s else ("", "")

    def mix(self, totals: Totals) -> tuple[Stretch, ...]:
        """A week's distance by effort."""
        return tuple(Stretch(totals.by_effort[e], e) for e in RAMP if totals.by_effort[e])

    @property
    def most_km(self) -> float:
        """The distance of the plan's longest week as it is drawn."""
        return max((sum(totals.by_effort.values()) for totals in self.totals), default=0.0) or 1.0

    def strength(self, totals: Totals) -> str:
        """How many strength sessions a week has."""
        say = self.sources.wording
        return say.count("strengths", totals.strength) if totals.strength else say.say("no_strength")


def exactly(seconds: float) -> Extent:
    """A time that is known."""
    return Extent(seconds, seconds)


def hardest_run(runner: Runner, items: Sequence[Item]) -> Run | None:
    """The day's hardest run; of equals, the first."""
    runs = [run for item in items for run in item.runs]
    return max(runs, key=lambda run: RAMP.index(runner.measure(run).effort), default=None)


def distance_of(runner: Runner, runs: Sequence[RunSession]) -> str:
    """The day's distances added up, and the times of runs by time: '7.6', '40′', '8 + 20′'."""
    known = [run for run in runs if run.unit == runner.unit]
    km = sum(run.known_km for run in known)
    open_end = "+" if any(run.distance.endswith("+") for run in known) else ""
    distance = runner.wording.number(runner.in_unit(km), 1) + open_end if known else ""
    times = [f"{run.distance}′" for run in runs if run.unit == runner.wording.units["min"]]
    times += [run.distance for run in runs if run.unit == runner.wording.units["h"]]
    return " + ".join(filter(None, [distance, *times]))


def _link(contact: str) -> str:
    """Where a contact leads: an e-mail or web address, '' if it is neither."""
    if _MAIL.fullmatch(contact):
        return f"mailto:{contact}"
    if _WEB.fullmatch(contact):
        return contact if "://" in contact else f"https://{contact}"
    return ""
