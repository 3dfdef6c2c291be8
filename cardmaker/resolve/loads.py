"""Percentages of what an athlete can lift → weights that can be put on the bar."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, Literal

from cardmaker.library.library import Library
from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.athlete import Athlete, Weight
from cardmaker.plan.model import Plan
from cardmaker.plan.sets import NumberRange, SetGroup, Sets
from cardmaker.plan.sets.record import Load
from cardmaker.plan.workouts import Entry
from cardmaker.record import replace
from cardmaker.training.lifting import working_reps
from cardmaker.training.plates import BAR, PLATES, STEP, on_bar, on_step

TRAINING_MAX: Final = 0.9
"""What programmes that work by a training max take it to be of the most that goes once."""
_USUAL: Final = (60.0, 70.0, 80.0, 85.0)
"""Of the most that goes once, in per cent: what twelve, eight to ten, five or six, and three or four times take."""
_EVERYDAY: Final = 70.0
"""What most sets are lifted at where a plan has no percentages: eight to ten repetitions."""
_MOST_SHARES: Final = 7
"""Columns of weights that a page has room for."""


class Shares(NamedTuple):
    """Percentages, from low to high, of training maxima or else of the most that goes once.

    *usual* is the one that the plan asks for most, or that most sets are lifted at.
    """

    percent: tuple[float, ...]
    of_tm: bool
    usual: float

    def reps(self) -> list[tuple[int, int | None]]:
        """How many repetitions working sets have at each of them, as `working_reps` gives them."""
        return [working_reps(one / 100 * (TRAINING_MAX if self.of_tm else 1)) for one in self.percent]


class Maxima(NamedTuple):
    """The most that goes once, and what programmes call a training max."""

    once: float
    training: float


def with_loads(plan: Plan, library: Library) -> Plan:
    """The plan with weights in place of percentages of maxima that are known of its athlete."""
    lifter = _Lifter(plan.athlete, "lb" if plan.units == "imperial" else "kg", library)
    if not lifter.knows_something:
        return plan
    return plan.but(workouts={key: one.changed(lifter.loaded) for key, one in plan.workouts.items()})


def shares_of(plan: Plan, library: Library) -> Shares:
    """The percentages that a plan prescribes of maxima that are known of its athlete, as far as they fit into a table.

    Where it has none, or few, usual ones are added.
    """
    lifts = {library.find(exercise) or exercise for exercise in plan.athlete.max_lifts}
    said = Counter(
        (group.percent_of == "TM", end)
        for workout in plan.workouts.values()
        for entry in workout.entries
        if entry.exercise in lifts
        for sets in (entry.sets, *entry.weeks)
        for group in (sets.groups if sets else ())
        if group.percent and group.percent_of != "bodyweight"
        for end in set(group.percent)
    )
    often = {of_tm: sum(count for (of, _), count in said.items() if of == of_tm) for of_tm in (False, True)}
    of_tm = often[True] > often[False]
    own = sorted(((count, share) for (of, share), count in said.items() if of == of_tm), reverse=True)
    shares = {share for _, share in own[:_MOST_SHARES]}
    all_of_them = tuple(sorted(shares if len(shares) >= len(_USUAL) else shares.union(_USUAL)))
    return Shares(all_of_them, of_tm, own[0][1] if own else _EVERYDAY)


def lifts_of(plan: Plan, library: Library, shares: Shares) -> Iterator[tuple[str, Maxima, tuple[float, ...]]]:
    """Each exercise whose maximum is known: its id, the maximum, and shares of it that can be loaded.

    Weights are in the plan's unit; an exercise that the library doesn't have is left out.
    """
    lifter = _Lifter(plan.athlete, "lb" if plan.units == "imperial" else "kg", library)
    for exercise, maximum in lifter.maxima.items():
        if library.find(exercise):
            maxima = Maxima(maximum, maximum * TRAINING_MAX)
            whole = maxima.training if shares.of_tm else maxima.once
            yield (
                exercise,
                maxima,
                tuple(lifter.loadable(whole * one / 100, exercise) for one in shares.percent),
            )


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
