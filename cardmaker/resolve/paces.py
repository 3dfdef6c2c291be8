"""What is known of an athlete → the pace of each effort, and how fast they run easily."""

import math
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from cardmaker.plan.athlete import Athlete, AthleteGroup
from cardmaker.plan.model import Plan
from cardmaker.plan.quantity import METRES_PER_MILE
from cardmaker.plan.runs.efforts import RESTING, Effort
from cardmaker.plan.runs.record import Step
from cardmaker.plan.runs.targets import Pace
from cardmaker.training.paces import (
    EASY_PACE,
    FRACTIONS,
    HALF_M,
    MARATHON_M,
    PaceRange,
    Training,
    best_vdot,
    predicted,
    training_pace,
)
from cardmaker.training.vdot import oxygen_cost, race_time

_TRAINING: Final[Mapping[Effort, Training]] = {
    "easy": "easy",
    "long": "long",
    "tempo": "threshold",
    "threshold": "threshold",
    "interval": "interval",
    "repetition": "repetition",
}
_RACES: Final[Mapping[Effort, float]] = {
    "mile": METRES_PER_MILE,
    "3k": 3_000.0,
    "5k": 5_000.0,
    "10k": 10_000.0,
    "half": HALF_M,
    "marathon": MARATHON_M,
}
_SAME_RACE: Final = 0.01
"""So little is a race of 21 km, or of 13.1 miles, from half a marathon."""
_STEP_S: Final = 5
"""Easy paces are a band a minute wide; to name its ends by the second would promise too much."""
_GROUP_S: Final = 10
"""So much faster or slower than its middle a group may run together."""


def race_over(metres: float) -> Effort | None:
    """The race that is so long, or about so; None for a distance that isn't a usual one."""
    return next((race for race, far in _RACES.items() if abs(metres / far - 1) < _SAME_RACE), None)


def race_metres(race: Effort) -> float:
    """How long a race of a usual length is."""
    return _RACES[race]


class Paces:
    """The paces of one athlete, as far as races or paces are known; of nobody there are none.

    *estimate* is an easy pace to estimate distances by, which isn't printed with each run. Those of a group are around
    what its middle runs, as far as anybody in it does: a range from the quickest to the slowest is no pace to run by.
    """

    def __init__(self, athlete: Athlete, estimate: Pace | None = None) -> None:
        self._athlete, self._estimate = athlete, estimate
        ends = (athlete.quickest, athlete.slowest) if isinstance(athlete, AthleteGroup) else ()
        self._ends = tuple(Paces(Athlete(races=races)) for races in ends if races)

    @property
    def known(self) -> bool:
        """Whether any effort has a pace."""
        return bool(self._vdot or self._athlete.easy_pace)

    @property
    def easy(self) -> float:
        """Seconds a kilometre of easy running, what is said before what is worked out."""
        easy = self._athlete.easy_pace or self._estimate or self.of("easy")
        return easy.s_per_km if easy else EASY_PACE

    @property
    def is_far(self) -> bool:
        """Whether marathon pace is predicted from half a marathon or less."""
        return bool(self._athlete.races) and predicted(self._athlete.races, MARATHON_M).far

    def of(self, effort: Effort) -> Pace | None:
        """The pace of an effort, a range where there is one; None for efforts without one."""
        if effort not in self._found:
            self._found[effort] = self._range(effort)
        return self._found[effort]

    @cached_property
    def _found(self) -> dict[Effort, Pace | None]:
        return {}

    def time_of(self, race: Effort) -> float | None:
        """Seconds for a race, by what the athlete has run; None if that isn't known."""
        return None if self._vdot is None else self._race(race) * _RACES[race] / 1000

    def of_race(self, metres: float) -> Pace | None:
        """The pace of a race so far, of a group from the quickest's to the slowest's; None for unusual distances."""
        race = race_over(metres)
        if race is None or not self._ends:
            return self.of(race) if race else None
        faster, slower = self._outer(race)
        return Pace(faster, "km", slower if slower > faster else None)

    def of_step(self, step: Step) -> Pace | None:
        """The pace of a stretch that says how hard it is, but neither how fast nor by what else to run it."""
        if step.pace or step.also or step.targets or step.role or step.to or step.effort in RESTING:
            return None
        return self.of(step.effort)

    @cached_property
    def _vdot(self) -> float | None:
        """From the races; else from the pace at threshold, at 88 % of it."""
        if self._athlete.races:
            return best_vdot(self._athlete.races)
        pace = self._athlete.threshold_pace
        return oxygen_cost(60_000 / pace.s_per_km) / FRACTIONS["threshold"][1] if pace else None

    def _range(self, effort: Effort) -> Pace | None:
        """The pace of an effort; of a group what its middle runs, give or take a few seconds."""
        own = self._pace(effort)
        if own is None or not self._ends:
            return own
        least, most = (_STEP_S * round((own.s_per_km + off) / _STEP_S) for off in (-_GROUP_S, _GROUP_S))
        quickest, slowest = self._outer(effort)
        faster = max(least, _STEP_S * math.floor(quickest / _STEP_S))
        slower = min(most, _STEP_S * math.ceil(slowest / _STEP_S))
        return Pace(faster, "km", slower if slower > faster else None)

    def _outer(self, effort: Effort) -> tuple[int, int]:
        """Seconds a kilometre of a group's quickest, at the faster end of an effort, and slowest, at the slower end."""
        spans = [pace.span for end in self._ends if (pace := end.of(effort))]
        ends = [round(end or 0.0) for span in spans for end in span]
        return min(ends), max(ends)

    def _pace(self, effort: Effort) -> Pace | None:
        said = self._said(effort)
        if said or self._vdot is None:
            return said
        if effort in _RACES:
            return Pace(round(self._race(effort)), "km")
        training = _TRAINING.get(effort)
        return _as_pace(training_pace(self._vdot, training), training) if training else None

    def _said(self, effort: Effort) -> Pace | None:
        """What the athlete's own paces say of an effort."""
        if effort in ("easy", "long"):
            return self._athlete.easy_pace
        return self._athlete.threshold_pace if effort in ("tempo", "threshold") else None

    def _race(self, effort: Effort) -> float:
        """Seconds a kilometre of a race: after Riegel, but a marathon after Daniels and Gilbert.

        Unless it was run over about that distance, a marathon is nearer to theirs than to Riegel's.
        """
        metres, races = _RACES[effort], self._athlete.races
        if not races or (effort == "marathon" and self.is_far):
            return race_time(self._vdot or 0.0, metres) / metres * 1000
        return predicted(races, metres).seconds / metres * 1000


def _as_pace(found: PaceRange, training: Training) -> Pace:
    step = _STEP_S if training in ("easy", "long") else 1
    faster, slower = (step * round(end / step) for end in found)
    return Pace(faster, "km", slower if slower > faster else None)


NOBODYS: Final = Paces(Athlete())
"""The paces of somebody of whom nothing is known."""


def pace_notes(plan: Plan) -> Iterator[str]:
    """What to know of the paces that are printed: a marathon's, if it is predicted from far."""
    if not plan.athlete.races or not Paces(plan.athlete).is_far:
        return
    runs = (run for week in plan.weeks for item in week.items for run in item.runs)
    if any(step.effort == "marathon" and not step.pace for run in runs for step in run.steps()):
        yield (
            "marathon pace is predicted from a shorter race, which is too fast by ten minutes and more for half of"
            " runners; a race of 30 km or more makes it surer"
        )
