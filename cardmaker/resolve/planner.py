"""A plan's weeks → what all their sheets have in common: days as rows, totals, the head, sessions in short."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from cardmaker.handout import DayRow, OwnPicture, RunSession, Shade, SheetHead, Stretch
from cardmaker.handout.stretches import EFFORTS
from cardmaker.plan.items import Item
from cardmaker.plan.model import Plan
from cardmaker.plan.quantity import Extent
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.spans import sum_of
from cardmaker.record import record, replace
from cardmaker.resolve.days import Sources, day_row
from cardmaker.resolve.running import Runner
from cardmaker.resolve.waves import waves_of
from cardmaker.wording.formats import NBSP
from cardmaker.wording.wording import Wording

RAMP = EFFORTS

LEAST_SCALE_KM = 40 / 3
"""Of a bar as long as its box, so that a plan of short runs doesn't look like one of long ones."""
_MAIL = r"[\w.+-]+@[\w-]+(\.[\w-]+)+"
_WEB = r"(https?://)?([a-z0-9-]+\.)+[a-z]{2,}(/[\w./%-]*)?"


@record
class Totals:
    """A week added up: *metres* as far as they are said, *km* with an estimate of what is run by time.

    *open_s* are the seconds of runs whose distance isn't said.
    """

    metres: Extent
    km: float
    seconds: float
    whole_time: bool
    open_s: float
    climb_m: float
    runs: int
    strength: int
    by_effort: dict[str, float]
    time_by_effort: dict[str, float]
    """Seconds, with an estimate of what is run by distance."""
    trained: dict[str, float]
    """Km by effort, races apart."""
    time_trained: dict[str, float]
    about_s: float = 0.0
    """How long the runs take, by the paces of an athlete of whom they are known."""
    sports: tuple[Run, ...] = ()
    """What is done of other sports, and how many sessions of cross-training are said in words alone."""
    crosses: int = 0

    @property
    def estimated(self) -> bool:
        """Whether *km* is more than what is said."""
        return self.metres.most is None and self.km > self.metres.least / 1000

    @property
    def timed(self) -> bool:
        """Whether it is a time that is said, and no distance."""
        return bool(self.runs) and self.estimated and self.whole_time


def add_up(sources: Sources, week: int) -> Totals:
    """All of a week's runs and strength sessions."""
    items = [item for day in sources.calendar.days for item in sources.plan.weeks[week].day(day)]
    kinds = [item.kind for item in items]
    runs = [run for item in items for run in item.runs]
    others = [run for item in items if item.sport for run in item.sport.by_sport().values()]
    on_foot = [*runs, *(run for run in others if run.sport == "run")]
    known = [sources.runner.measure(run) for run in on_foot]
    by_effort, time_by_effort = _efforts(sources.runner, on_foot)
    training = [run for run in on_foot if run.hardest != "race"]
    apart = (
        _efforts(sources.runner, training) if len(training) < len(on_foot) else (by_effort, time_by_effort)
    )
    return Totals(
        metres=sum_of(one.metres for one in known),
        km=sum(one.km for one in known),
        seconds=sum(one.seconds.middle or 0.0 for one in known),
        whole_time=all(one.seconds.most is not None for one in known),
        open_s=sum(sources.runner.open_seconds(run) for run in runs),
        climb_m=sum(run.climb_m for run in runs),
        runs=len(runs),
        strength=kinds.count("strength"),
        by_effort=by_effort,
        time_by_effort=time_by_effort,
        trained=apart[0],
        time_trained=apart[1],
        about_s=sum(sources.runner.seconds(run) for run in runs),
        sports=tuple(run for run in others if run.sport != "run"),
        crosses=kinds.count("cross-training"),
    )


def _efforts(runner: Runner, runs: Iterable[Run]) -> tuple[dict[str, float], dict[str, float]]:
    """How many km and seconds of some runs have each effort."""
    km, seconds = dict.fromkeys(RAMP, 0.0), dict.fromkeys(RAMP, 0.0)
    for run in runs:
        for effort, (far, long) in runner.by_effort(run).items():
            km[effort] += far
            seconds[effort] += long
    return km, seconds


class Planner:
    """Knows what the sheets of a plan share."""

    def __init__(self, sources: Sources, logo: OwnPicture | None, written: Plan) -> None:
        """*written* is the plan as it was written, with percentages in place of weights."""
        self.sources, self._logo, self.written = sources, logo, written
        weeks = range(len(sources.plan.weeks))
        self.totals = tuple(add_up(sources, week) for week in weeks)
        if self.by_time:
            self.sources = sources = replace(sources, by_time=True)
        days = sources.calendar.days
        self.days: tuple[tuple[DayRow, ...], ...] = tuple(
            tuple(day_row(sources, week, day, last=day == days[-1]) for day in days) for week in weeks
        )
        runs = [run for week in self.days for day in week for run in day.runs]
        self.longest_km = max((_drawn_km(run) if self.by_time else run.km for run in runs), default=0.0)

    @cached_property
    def running(self) -> bool:
        """Whether anything is run in the plan."""
        return any(totals.runs for totals in self.totals)

    @cached_property
    def waves(self) -> Mapping[str, frozenset[int]]:
        """For each workout the places of exercises whose loads go in waves."""
        return waves_of(self.sources.plan)

    @property
    def head(self) -> SheetHead:
        """What is at the head of every sheet."""
        plan = self.sources.plan
        club = plan.club
        return SheetHead(
            plan.title,
            plan.athlete.name,
            plan.coach,
            club.name,
            club.contact,
            self._logo,
            _link(club.contact),
        )

    def total(self, totals: Totals, *, rounded: bool = False) -> tuple[str, str]:
        """A week's distance, '≈' before an estimate, and its unit; its time, where all of it is by time.

        In a plan by time a week with a race of so many km has both: '45 min + 5', 'km'. *rounded* are distances next to
        estimates, which are whole.
        """
        runner = self.sources.runner
        if totals.estimated and totals.whole_time:
            return runner.clock(exactly(totals.seconds), hours=self.in_hours)
        if totals.estimated and self.by_time and totals.metres.least:
            time = NBSP.join(runner.clock(exactly(totals.open_s)))
            far = runner.wording.number(runner.in_unit(totals.metres.least / 1000), 1)
            return f"{time} + {far}", runner.unit
        if totals.estimated:
            return f"≈{runner.wording.number(runner.in_unit(totals.km))}", runner.unit
        if rounded and not self.by_time:
            return (self.in_bar(totals), runner.unit) if totals.km else ("", "")
        return (runner.kilometres(totals.metres), runner.unit) if totals.km else ("", "")

    def is_rough(self, totals: Totals) -> bool:
        """Whether a week's total is a distance with an estimate in it: '≈42'."""
        return self.total(totals)[0].startswith("≈")

    def estimate(self, totals: Iterable[Totals]) -> str:
        """What '≈' means, if it is on any of these weeks' totals."""
        runner = self.sources.runner
        rough = any(map(self.is_rough, totals))
        return runner.wording.say("estimated_at", pace=runner.easy) if rough else ""

    def done_word(self, unit: str) -> str:
        """What the box for what was run is called next to a total in a unit: 'km done', 'time done'."""
        words = self.sources.wording
        if unit in (words.units["min"], words.units["h"]):
            return words.say("done_time")
        return words.say("done_imperial" if self.sources.plan.units == "imperial" else "done_metric")

    def weeks_said(self, weeks: Sequence[int]) -> str:
        """How many weeks the plan has, '8 weeks', and which of them are meant, if not all: 'Weeks 1–4 of 8'."""
        say, count = self.sources.wording.say, len(self.sources.plan.weeks)
        if len(weeks) == count or not weeks:
            return self.sources.wording.count("weeks", count)
        if len(weeks) == 1:
            return say("week_of", week=weeks[0] + 1, weeks=count)
        if weeks[-1] - weeks[0] + 1 != len(weeks):
            return say("weeks_listed", listed=", ".join(str(week + 1) for week in weeks), weeks=count)
        return say("weeks_of", first=weeks[0] + 1, last=weeks[-1] + 1, weeks=count)

    @cached_property
    def in_hours(self) -> bool:
        """Whether the week with the most time is given in hours, and so all weeks that are by time."""
        times = [totals.seconds for totals in self.totals if totals.timed]
        hours = self.sources.wording.units["h"]
        return bool(times) and self.sources.runner.clock(exactly(max(times)))[1] == hours

    @cached_property
    def by_time(self) -> bool:
        """Whether most weeks are by time alone; what is added up and drawn is time then, and not distance."""
        return 2 * sum(totals.timed for totals in self.totals) > sum(
            bool(totals.runs) for totals in self.totals
        )

    def amounts(self, totals: Totals) -> dict[str, float]:
        """How much a week has of each effort: km, or seconds in a plan by time."""
        return totals.time_by_effort if self.by_time else totals.by_effort

    def training(self, week: int) -> dict[str, float]:
        """How much a week has of each effort, races apart."""
        totals = self.totals[week]
        return totals.time_trained if self.by_time else totals.trained

    def in_bar(self, totals: Totals) -> str:
        """A week's distance in whole kilometres or miles, '42', '30–34', '≈42' for an estimate; or its time."""
        runner, number = self.sources.runner, self.sources.wording.number
        if self.by_time:
            time = runner.clock(exactly(sum(totals.time_by_effort.values())), hours=self.in_hours)[0]
            return time if totals.whole_time else f"≈{time}"
        if totals.estimated:
            return f"≈{number(runner.in_unit(totals.km))}"
        ends = [totals.km] if totals.metres.most is None else [(end or 0.0) / 1000 for end in totals.metres]
        return "–".join(dict.fromkeys(number(runner.in_unit(end)) for end in ends))

    def mix(self, totals: Totals) -> tuple[Stretch, ...]:
        """A week's running by effort, as long as its distance; time is as long as what is run easily in it."""
        per_km = self.sources.runner.easy_pace if self.by_time else 1.0
        return tuple(Stretch(amount / per_km, e) for e, amount in self.amounts(totals).items() if amount)

    def shades(self, mixes: Iterable[Sequence[Stretch]]) -> tuple[Shade, ...]:
        """What the efforts of some bars are called, from easy to fast."""
        used = {stretch.effort for mix in mixes for stretch in mix if stretch.km}
        labels = self.sources.wording.labels
        return tuple(Shade(effort, labels[f"legend_{effort}"]) for effort in RAMP if effort in used)

    @property
    def most_km(self) -> float:
        """The distance of the plan's longest week as it is drawn."""
        lengths = (sum(stretch.km for stretch in self.mix(totals)) for totals in self.totals)
        return max(lengths, default=0.0) or 1.0

    def strength(self, totals: Totals) -> str:
        """How many strength sessions a week has."""
        say = self.sources.wording
        return say.count("strengths", totals.strength) if totals.strength else say.say("no_strength")


def _drawn_km(run: RunSession) -> float:
    return sum(stretch.km for stretch in run.profile)


def exactly(seconds: float) -> Extent:
    """A time that is known."""
    return Extent(seconds, seconds)


def bar_of(runs: Sequence[RunSession]) -> tuple[Stretch, ...]:
    """The day's runs as parts of a bar, the easiest first."""
    known = [Stretch(run.km, run.effort) for run in runs if run.km and not run.sport]
    return tuple(sorted(known, key=lambda stretch: RAMP.index(stretch.effort)))


def hardest_run(runner: Runner, items: Sequence[Item]) -> Run | None:
    """The day's hardest run; of equals, the first."""
    runs = [run for item in items for run in item.runs]
    return max(runs, key=lambda run: RAMP.index(runner.measure(run).effort), default=None)


def kind_word(wording: Wording, item: Item) -> str:
    """What recovery or other training is called where there is no room for its own words."""
    return wording.say("recovery") if item.kind == "recovery" else wording.say("cross_training")


def distance_of(runner: Runner, runs: Sequence[RunSession]) -> str:
    """The day's distances added up, and the times of runs by time: '7.6', '40 min', '8 + 20 min', '30 + 20 min'."""
    runs = [run for run in runs if not run.sport]
    known = [run for run in runs if run.unit == runner.unit]
    km = sum(run.km for run in known)
    about = "≈" if any(run.distance.startswith("≈") for run in known) else ""
    said = [about + runner.wording.number(runner.in_unit(km), 1)] if known else []
    for unit in (runner.wording.units["min"], runner.wording.units["h"]):
        if times := [run.distance for run in runs if run.unit == unit]:
            said.append(f"{' + '.join(times)}{NBSP}{unit}")
    return " + ".join(said)


def _link(contact: str) -> str:
    """Where a contact leads: an e-mail or web address, '' if it is neither."""
    if re.fullmatch(_MAIL, contact, re.ASCII):
        return f"mailto:{contact}"
    if re.fullmatch(_WEB, contact, re.ASCII | re.IGNORECASE):
        return contact if "://" in contact else f"https://{contact}"
    return ""
