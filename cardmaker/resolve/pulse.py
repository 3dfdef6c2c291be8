"""What is known of an athlete's heart → the beats a minute of a zone, or of a percentage that a run is to be run at."""

import re
from collections.abc import Iterator
from typing import Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.patterns import Pattern
from cardmaker.plan.athlete import Athlete
from cardmaker.plan.model import Plan
from cardmaker.plan.runs.record import Step
from cardmaker.plan.runs.targets import Target
from cardmaker.training.heart import ZONES, at_share, estimated_maximum, threshold_zone, zone

_ZONE: Final = Pattern(r"\bz(?:ones?)? ?([1-7])[abc]?(?:(?: ?- ?|/| to )z?([1-7])[abc]?)?\b", "z", re.UNICODE)


class Rates(NamedTuple):
    """Beats a minute, from *low* to *high*; an upper limit alone has no *low*. *about*: from an age, not measured."""

    low: int | None
    high: int
    about: bool = False

    def __str__(self) -> str:
        ends = f"< {self.high}" if self.low is None else f"{self.low}–{self.high}"
        return f"≈{ends}" if self.about else ends


def zones_of(step: Step) -> tuple[int, int] | None:
    """From which to which zone of heart rates a step is to be run, by the coach's words; None if they name none."""
    for target in step.targets:
        if target.unit == "zone" and target.low is not None:
            return round(target.low), round(target.high)
    found = _ZONE.search(step.said.lower())
    return (int(found[1]), int(found[2] or found[1])) if found else None


class Pulse:
    """The heart rates of one athlete, as measured, or about so from their age; of nobody there are none."""

    def __init__(self, athlete: Athlete) -> None:
        self._heart = athlete.heart_rate
        self.from_age = self._heart.maximum is None and athlete.age is not None
        guess = round(estimated_maximum(athlete.age)) if self.from_age and athlete.age is not None else None
        self._maximum = self._heart.maximum or guess

    def of_zones(self, first: int, last: int) -> Rates | None:
        """From the lower limit of one zone to the upper one of another; None if too little is known.

        By the maximum that was measured, else by the threshold that was, else by the maximum that an age makes likely.
        """
        maximum, resting, threshold = self._maximum, self._heart.resting, self._heart.threshold
        if not 1 <= first <= last <= len(ZONES):
            return None
        if threshold is not None and self._heart.maximum is None:
            return Rates(threshold_zone(first, threshold)[0], threshold_zone(last, threshold)[1])
        if maximum is None:
            return None
        low, high = zone(first, maximum, resting)[0], zone(last, maximum, resting)[1]
        return Rates(low, high, self.from_age)

    def of_step(self, step: Step) -> Rates | None:
        """The rates of a step that names a zone or a percentage; None if it says beats itself, or none are known."""
        zones = zones_of(step)
        if zones:
            return self.of_zones(*zones)
        shares = [target for target in step.targets if target.unit == "%"]
        return self._shared(shares[0]) if shares else None

    def _shared(self, target: Target) -> Rates | None:
        """The rates of a percentage of the maximum, the reserve or the threshold."""
        heart = self._heart
        of = {"HRmax": self._maximum, "HRR": self._maximum, "LTHR": heart.threshold}.get(target.of)
        resting = heart.resting if target.of == "HRR" else None
        if of is None or (target.of == "HRR" and resting is None):
            return None
        low = None if target.low is None else at_share(target.low / 100, of, resting)
        return Rates(low, at_share(target.high / 100, of, resting), self.from_age and target.of != "LTHR")


def pulse_notes(plan: Plan) -> Iterator[str]:
    """What to know of the heart rates that are printed, if they are from an age."""
    pulse = Pulse(plan.athlete)
    if not pulse.from_age:
        return
    runs = (run for week in plan.weeks for item in week.items for run in (*item.runs, item.sport) if run)
    if any(rates.about for run in runs for step in run.steps() if (rates := pulse.of_step(step))):
        yield (
            "heart rates are from the athlete's age, by which the highest may be ten beats off and more; write"
            " one that was measured, 'heart_rate: {max: 188}'"
        )


UNMEASURED: Final = Pulse(Athlete())
"""The heart rates of somebody of whom none are known."""
