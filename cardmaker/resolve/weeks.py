"""The plan's weeks → week sheets and block sheets, with their totals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cardmaker.handout import (
    BlockDay,
    BlockSheet,
    BlockWeek,
    DayRow,
    OwnPicture,
    RunSession,
    SheetHead,
    Stretch,
    WeekBar,
    WeekSheet,
)
from cardmaker.plan.items import Item
from cardmaker.plan.model import Day
from cardmaker.plan.quantity import Extent
from cardmaker.resolve.days import Desk, day_row
from cardmaker.resolve.running import Runner

_LEAST_SCALE_KM = 10.0
_PROFILE_SHARE = 1.1
_BAR_MM = 14.0
_RAMP = ("easy", "long", "tempo", "fast")


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


def add_up(desk: Desk, week: int) -> Totals:
    """All of a week's runs and strength sessions."""
    items = [item for day in desk.calendar.days for item in desk.plan.weeks[week].day(day)]
    runs = [run for item in items for run in item.runs]
    known = [desk.runner.measure(run) for run in runs]
    by_effort = dict.fromkeys(_RAMP, 0.0)
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


class Sheets:
    """Makes the sheets of a plan."""

    def __init__(self, desk: Desk, logo: OwnPicture | None) -> None:
        self.desk, self.logo = desk, logo
        self.totals = tuple(add_up(desk, week) for week in range(len(desk.plan.weeks)))
        self._days = [
            tuple(day_row(desk, week, day, last=day == desk.calendar.days[-1]) for day in desk.calendar.days)
            for week in range(len(desk.plan.weeks))
        ]
        longest = max((run.km for days in self._days for day in days for run in day.runs), default=0.0)
        self._scale_km = max(_LEAST_SCALE_KM, longest * _PROFILE_SHARE)

    def week(self, week: int) -> WeekSheet:
        """One week's page."""
        desk, plan = self.desk, self.desk.plan
        say = desk.wording.say
        weeks = len(plan.weeks)
        about = plan.weeks[week]
        tab = say("week_of", week=week + 1, weeks=weeks) if weeks > 1 else about.name or say("this_week")
        focus = say("focus", focus=about.focus) if about.focus else ""
        phase = about.name if weeks > 1 else ""
        total, unit = self._total(self.totals[week])
        return WeekSheet(
            head=self._head,
            subtitle="  ·  ".join(filter(None, [desk.calendar.span(week, week), phase, focus])),
            tab=tab,
            slot=week,
            slots=weeks,
            days=self._days[week],
            total=total,
            total_unit=unit,
            total_lines=self._total_lines(self.totals[week]),
            bars=self._bars(week) if weeks > 1 else (),
            tips=(*filter(None, about.note.split("\n")), *plan.tips),
            scale_km=self._scale_km,
            credit=self._credit(week),
            name=say("week_number", week=week + 1) if weeks > 1 else tab,
        )

    def _credit(self, week: int) -> str:
        """The line that names who made the pictures of a week's strength sessions."""
        plan = self.desk.plan
        workouts = {item.cards for item in plan.weeks[week].items if item.kind == "strength" and item.cards}
        entries = (entry for key in plan.workouts if key in workouts for entry in plan.workouts[key].entries)
        return self.desk.deck.gallery.credit(*dict.fromkeys(entry.exercise for entry in entries))

    def block(self, weeks: Sequence[int], part: str = "") -> BlockSheet:
        """Many weeks on one page."""
        desk = self.desk
        say = desk.wording
        longest = max((run.km for days in self._days for day in days for run in day.runs), default=0.0)
        most = max((sum(totals.by_effort.values()) for totals in self.totals), default=0.0)
        count = say.count("weeks", len(desk.plan.weeks))
        span = desk.calendar.span(weeks[0], weeks[-1])
        return BlockSheet(
            head=self._head,
            subtitle="  ·  ".join(filter(None, [count, span, part])),
            day_names=tuple(desk.calendar.name(day) for day in desk.calendar.days),
            weeks=tuple(self._block_week(week) for week in weeks),
            note=say.say("block_note"),
            scale_mm=min(1.05, _BAR_MM / longest) if longest else 1.0,
            mix_km=most or 1.0,
            name=" ".join(filter(None, [say.say("block"), part])),
        )

    @property
    def _head(self) -> SheetHead:
        plan = self.desk.plan
        return SheetHead(
            plan.title,
            plan.athlete,
            plan.coach,
            plan.club.name,
            plan.club.contact,
            self.logo,
            _link(plan.club.contact),
        )

    def _total(self, totals: Totals) -> tuple[str, str]:
        runner = self.desk.runner
        if totals.km:
            return self.desk.wording.number(runner.in_unit(totals.km), 1, 1), runner.unit
        return runner.clock(Extent(totals.open_s, totals.open_s)) if totals.open_s else ("", "")

    def _total_lines(self, totals: Totals) -> tuple[str, ...]:
        say, runner = self.desk.wording, self.desk.runner
        lines = []
        if totals.runs:
            line = say.count("runs", totals.runs)
            if totals.whole_time and totals.seconds:
                line += f", {say.say('in_time', time=' '.join(runner.clock(Extent(totals.seconds, totals.seconds))))}"
            elif totals.km and totals.open_s:
                line += f", {say.say('and_time', time=' '.join(runner.clock(Extent(totals.open_s, totals.open_s))))}"
            lines.append(line)
        if totals.strength:
            lines.append(say.count("strengths", totals.strength))
        return tuple(lines)

    def _bars(self, now: int) -> tuple[WeekBar, ...]:
        runner = self.desk.runner
        states = ("done", "now", "coming")
        return tuple(
            WeekBar(
                label=str(week + 1),
                value=self.desk.wording.number(runner.in_unit(totals.km)),
                km=totals.km,
                state=states[(week >= now) + (week > now)],
            )
            for week, totals in enumerate(self.totals)
        )

    def _block_week(self, week: int) -> BlockWeek:
        desk, totals = self.desk, self.totals[week]
        total, unit = self._total(totals)
        days = zip(desk.calendar.days, self._days[week], strict=True)
        return BlockWeek(
            number=str(week + 1),
            phase=desk.plan.weeks[week].name,
            dates=desk.calendar.span_lines(week),
            days=tuple(self._block_day(week, day, row) for day, row in days),
            total=total,
            unit=unit,
            mix=tuple(Stretch(totals.by_effort[e], e) for e in _RAMP if totals.by_effort[e]),
            strength=(
                desk.wording.count("strengths", totals.strength)
                if totals.strength
                else desk.wording.say("no_strength")
            ),
        )

    def _block_day(self, week: int, day: Day, row: DayRow) -> BlockDay:
        desk = self.desk
        on = desk.calendar.date(week, day)
        items = desk.plan.weeks[week].day(day)
        main = _main_run(desk.runner, items)
        km = sum(run.km for run in row.runs)
        distance = _distance(desk.runner, row.runs)
        return BlockDay(
            date=str(on.day) if on else "",
            text=self._in_short(items, main),
            strong=bool(main and main.run and main.run.hardest == "race"),
            strength=any(item.kind == "strength" for item in items),
            km=km,
            distance=distance,
            effort=max((run.effort for run in row.runs), key=_RAMP.index, default="easy"),
            rest=row.rest is not None or not items,
        )

    def _in_short(self, items: Sequence[Item], main: Item | None) -> str:
        say = self.desk.wording.say
        if main and main.run:
            return self.desk.runner.short(
                max(main.runs, key=lambda run: _RAMP.index(self.desk.runner.measure(run).effort))
            )
        others = [item for item in items if item.kind in ("cross-training", "recovery")]
        if others:
            return others[0].name or others[0].text
        return say("strength_word") if any(item.kind == "strength" for item in items) else say("rest_day")


def _main_run(runner: Runner, items: Sequence[Item]) -> Item | None:
    """The day's hardest run; of equals, the first."""
    runs = [item for item in items if item.run is not None]
    return max(
        runs, key=lambda item: max(_RAMP.index(runner.measure(run).effort) for run in item.runs), default=None
    )


def _distance(runner: Runner, runs: Sequence[RunSession]) -> str:
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
