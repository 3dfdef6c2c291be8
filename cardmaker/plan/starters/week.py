"""What is asked for → the base week, the phases and what changes, as keys and values of a plan."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.quantity import decimal
from cardmaker.plan.starters.order import PlanDates, StarterOrder
from cardmaker.plan.starters.training import EASY, LONG, RACES, STEPS, TEMPO, long_runs
from cardmaker.training.taper import TAPER_DAYS

_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_STRIDES: Final = "4 x 100 m strides w/ 100 m walk"
_EVERY: Final = 4
"""The week that is lighter."""
_FEWEST_TO_LIGHTEN: Final = 6
# Which days have what: hard, easy, strides, long, 'second' hard for the advanced; strength after the run of a day.
_WEEKS: Final = {
    3: {"tue": "hard", "thu": "easy", "sun": "long"},
    4: {"mon": "easy", "wed": "hard", "fri": "strides", "sun": "long"},
    5: {"mon": "easy", "wed": "hard", "thu": "easy", "sat": "strides", "sun": "long"},
    6: {"mon": "easy", "tue": "short", "wed": "hard", "thu": "easy", "sat": "strides", "sun": "long"},
}
_SPARED: Final = ("easy", "short", "strides", "long")
"""Runs that are left out before a race, these first; hard ones aren't."""
_STRENGTH: Final = {
    3: {"tue": "upper-body", "thu": "lower-body"},
    4: {"mon": "lower-body", "fri": "upper-body"},
    5: {"mon": "lower-body", "thu": "upper-body"},
    6: {"mon": "lower-body", "thu": "upper-body"},
}


class Phase(NamedTuple):
    """So many weeks, and what they are for; *hard* is the hard run from there on, '' for the one before."""

    name: str
    weeks: int
    focus: str
    hard: str = ""


class Cut(NamedTuple):
    """What a taper asks for: so many per cent less, and how many of the runs in the last days are left out besides.

    With -1, an easy run two days before the race takes the place of a long one on the day before.
    """

    less: int
    left_out: int = 0


class StarterWeek:
    """The training of one order: lines of YAML, part by part; its taper is as *cut* says."""

    def __init__(self, order: StarterOrder, dates: PlanDates, cut: Cut) -> None:
        self._order, self._dates, self.cut = order, dates, cut
        self.race = RACES[order.distance]
        self.lighter = dates.weeks - self.race.taper >= _FEWEST_TO_LIGHTEN - 1
        growing = dates.weeks - self.race.taper - 1
        growing -= (dates.weeks - self.race.taper) // _EVERY if self.lighter else 0
        self._days = (*_DAYS[dates.first :], *_DAYS[: dates.first])
        self._runs = self._named(_WEEKS[order.days])
        self._strength = self._named(_STRENGTH[order.days])
        self._unit = STEPS[order.units].unit
        first, self._step, longest = long_runs(LONG[order.distance, order.level], order.units, growing)
        self.first, self._longest = first * self._unit, longest * self._unit

    def _named(self, week: Mapping[str, str]) -> dict[str, str]:
        """A week from Monday as one that begins on the plan's first day."""
        return {self._days[_DAYS.index(day)]: kind for day, kind in week.items()}

    def far(self, km: float) -> str:
        """A distance in halves of the athlete's unit: '6 km', '3.5 mi'."""
        return self._said(max(0.5, round(2 * km / self._unit) / 2))

    def _said(self, value: float) -> str:
        return f"{decimal(value)} {'mi' if self._order.units == 'imperial' else 'km'}"

    def _run(self, text: str) -> str:
        """A run with its kilometres, in braces, in the athlete's unit."""
        return re.sub(r"\{([\d.]+)\}", lambda found: self.far(float(found[1])), text)

    @property
    def easy(self) -> float:
        """Kilometres of an easy run in the first week; 3 at least, less is hardly worth the shoes."""
        return max(3.0, EASY[self._order.level] * self.first)

    def week_km(self) -> float:
        """About how much is run in the first week."""
        kinds = self._runs.values()
        each = {"long": self.first, "hard": 4.0 + TEMPO[self._order.distance]}
        return sum(each.get(kind, self.easy) for kind in kinds)

    def base_week(self) -> Iterator[str]:
        """Each day of the first week."""
        runs, strength = self._runs, self._strength
        for day in self._days:
            if day not in runs:
                yield f"  {day}: rest"
                continue
            run = f"{{run: {self._kind(runs[day])}}}"
            yield f"  {day}: [{run}, {{strength: {strength[day]}}}]" if day in strength else f"  {day}: {run}"

    def _kind(self, kind: str) -> str:
        tempo = TEMPO[self._order.distance] * (0.75 if self._order.level == "beginner" else 1)
        texts = {
            "easy": f"{self.far(self.easy)} easy",
            "short": f"{self.far(max(3.0, 0.8 * self.easy))} easy",
            "strides": f"{self.far(max(2.5, 0.8 * self.easy - 0.8))} easy / {_STRIDES}",
            "hard": f"{self.far(2)} wu / {self.far(tempo)} tempo / {self.far(1.5)} cd, name: Tempo run",
            "long": f"{self.far(self.first)} long, name: Long run, note: Talking pace all the way.",
        }
        return texts[kind]

    def phases(self) -> tuple[Phase, ...]:
        """Base, build, with time enough peak, and taper."""
        left = self._dates.weeks - self.race.taper
        peak = max(0, min(3, left // 4)) if left >= 6 else 0
        base = -(-(left - peak) // 2)
        found = [
            Phase("Base", base, "Easy means easy"),
            Phase("Build", left - peak - base, "Longer at a steady effort", self._hard(self.race.build)),
            Phase("Peak", peak, "Learn the pace of the race", self._hard(self.race.peak)),
            Phase("Taper", self.race.taper, "Less running at the same paces"),
        ]
        return tuple(one for one in found if one.weeks)

    def _hard(self, run: tuple[str, str]) -> str:
        """A hard run of a phase; of beginners with fewer repeats."""
        text, name = run
        if self._order.level == "beginner":
            text = re.sub(r"\b([45]) x ", lambda found: f"{int(found[1]) - 1} x ", text)
            text = re.sub(r"\{([68])\}", lambda found: f"{{{0.75 * int(found[1])}}}", text)
        done = f"{{run: {self._run(text)}, name: {name}}}"
        strength = self._strength.get(self.hard_day)
        return f"[{done}, {{strength: {strength}}}]" if strength else done

    @property
    def hard_day(self) -> str:
        """The day of the hard run."""
        return next(day for day, kind in self._runs.items() if kind == "hard")

    def change(self) -> Iterator[str]:
        """What grows, and how far."""
        yield f"  long: +{self._said(self._step)} a week, to {self.far(self._longest)}"
        if self._order.level != "beginner" and self._order.distance != "5k":
            yield "  easy: +3% a week"

    def last_weeks(self) -> Iterator[str]:
        """Rest on the day before the race and after it, and what else the cut says of the days before, by weeks."""
        race = 7 * (self._dates.weeks - 1) + self._dates.race
        before = range(race - TAPER_DAYS, race - 1)
        said = dict.fromkeys((race - 1, *range(race + 1, 7 * self._dates.weeks)), "rest")
        sparable = [
            number for kind in _SPARED for number in before if self._runs.get(self._day(number)) == kind
        ]
        for number in sparable[: max(0, self.cut.left_out)]:
            strength = self._strength.get(self._day(number))
            said[number] = f"{{strength: {strength}}}" if strength else "rest"
        said = {number: text for number, text in said.items() if self._day(number) in self._runs}
        if self.cut.left_out < 0:
            said.setdefault(race - 2, f"{{run: {self.far(self.easy)} easy}}")
        for week in range(self._dates.weeks):
            days = [number for number in range(7 * week, 7 * week + 7) if number in said]
            if days:
                yield f"  {week + 1}: {{{', '.join(f'{self._day(one)}: {said[one]}' for one in days)}}}"

    def _day(self, number: int) -> str:
        """The day of a number, counted from the plan's first."""
        return self._days[number % 7]
