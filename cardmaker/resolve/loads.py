"""Percentages of what an athlete can lift → weights that can be put on the bar."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal

from cardmaker.library.library import Library
from cardmaker.plan.athlete import Athlete, Weight
from cardmaker.plan.model import Plan
from cardmaker.plan.sets import NumberRange, SetGroup, Sets
from cardmaker.plan.sets.record import Load
from cardmaker.plan.workouts import Entry
from cardmaker.training.plates import BAR, PLATES, STEP, on_bar, on_step

TRAINING_MAX: Final = 0.9
"""What programmes that work by a training max take it to be of the most that goes once."""


def with_loads(plan: Plan, library: Library) -> Plan:
    """The plan with weights in place of percentages of maxima that are known of its athlete."""
    lifter = _Lifter(plan.athlete, "lb" if plan.units == "imperial" else "kg", library)
    if not lifter.knows_something:
        return plan
    return plan.but(workouts={key: one.changed(lifter.loaded) for key, one in plan.workouts.items()})


def lifts_of(
    plan: Plan, library: Library, shares: Sequence[int]
) -> Iterator[tuple[str, float, tuple[float, ...]]]:
    """Each exercise whose maximum is known: its id, the maximum, and shares of it in per cent that can be loaded.

    Weights are in the plan's unit; an exercise that the library doesn't have is left out.
    """
    lifter = _Lifter(plan.athlete, "lb" if plan.units == "imperial" else "kg", library)
    for exercise, maximum in lifter.maxima.items():
        if library.find(exercise):
            loads = tuple(lifter.loadable(maximum * share / 100, exercise) for share in shares)
            yield exercise, maximum, loads


class _Lifter:
    def __init__(self, athlete: Athlete, unit: Literal["kg", "lb"], library: Library) -> None:
        self._athlete, self._unit, self._library = athlete, unit, library
        self.maxima: Mapping[str, float] = {
            library.find(exercise) or exercise: lift.maximum.in_unit(self._unit)
            for exercise, lift in athlete.max_lifts.items()
        }

    @property
    def knows_something(self) -> bool:
        return bool(self.maxima or self._athlete.bodyweight)

    def loaded(self, entry: Entry) -> Entry:
        sets = self._sets(entry.sets, entry.exercise) if entry.sets else None
        weeks = tuple(self._sets(one, entry.exercise) for one in entry.weeks)
        same = sets == entry.sets and weeks == entry.weeks
        return entry if same else entry.but(sets=sets, weeks=weeks)

    def _sets(self, sets: Sets, exercise: str) -> Sets:
        groups = tuple(self._group(group, exercise) for group in sets.groups)
        return sets if groups == sets.groups else replace(sets, groups=groups)

    def _group(self, group: SetGroup, exercise: str) -> SetGroup:
        whole = self._whole(group, exercise)
        if group.percent is None or group.load is not None or whole is None:
            return group
        ends = [self.loadable(whole * end / 100, exercise) for end in group.percent]
        return replace(group, percent=None, gain=None, load=Load("weight", NumberRange(*ends), self._unit))

    def _whole(self, group: SetGroup, exercise: str) -> float | None:
        """What the percentages of a group are of; None if that isn't known."""
        if group.percent_of == "bodyweight":
            return self._athlete.bodyweight.in_unit(self._unit) if self._athlete.bodyweight else None
        maximum = self.maxima.get(exercise)
        if not maximum:
            return None
        gain = group.gain.amount if group.gain else None
        more = (
            Weight(gain.high, "lb" if group.gain.unit == "lb" else "kg").in_unit(self._unit)
            if gain and group.gain
            else 0.0
        )
        return (maximum * TRAINING_MAX if group.percent_of == "TM" else maximum) + more

    def loadable(self, load: float, exercise: str) -> float:
        """The nearest weight there is: plates on a bar, or steps of dumbbells and stacks."""
        bar = self._athlete.bar.in_unit(self._unit) if self._athlete.bar else BAR[self._unit]
        if not self._library.takes_bar(exercise, heavy=load >= bar):
            return on_step(load, STEP[self._unit])
        own = [plate.in_unit(self._unit) for plate in self._athlete.plates]
        return on_bar(load, bar, own or PLATES[self._unit])
