"""Workouts → the exercises whose loads a plan sets week by week, and the heaviest set of each in every week."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cardmaker.handout import BlockExercise, StrengthRow, StrengthSession
from cardmaker.plan.model import Plan
from cardmaker.plan.sets import SetGroup, Sets
from cardmaker.plan.workouts import Entry, Workout
from cardmaker.record import record
from cardmaker.wording.formats import NBSP, in_one_line

_MOST = 4
"""Lifts that have a chart each: those that a plan is built around."""


@record
class Wave:
    """An exercise, what its loads are counted in, 'kg', 'lb', '%', '% TM' or 'RPE', and its heaviest set, by weeks."""

    exercise: str
    unit: str
    tops: Mapping[int, float]


def waves_of(plan: Plan) -> Mapping[str, frozenset[int]]:
    """For each workout the places of exercises whose load, percentage or effort isn't the same in all weeks."""
    return {key: _in_waves(workout, len(plan.weeks)) for key, workout in plan.workouts.items()}


def lifts_in_waves(plan: Plan, places: Mapping[str, frozenset[int]]) -> Iterator[Wave]:
    """The first exercises at *places* that have one kind of load in all weeks that they are done in."""
    found: dict[str, dict[int, list[tuple[str, float]]]] = defaultdict(lambda: defaultdict(list))
    for week, content in enumerate(plan.weeks):
        for key in (item.cards for item in content.items if item.kind == "strength" and item.cards):
            entries = plan.workouts[key].entries
            for place in sorted(places.get(key, ())):
                for group in _working(entries[place].in_week(week)):
                    found[entries[place].exercise][week].append(_amount(group))
    kept = [(exercise, unit) for exercise, weeks in found.items() if (unit := _unit(weeks))]
    for exercise, unit in kept[:_MOST]:
        tops = {week: max(amount for _, amount in sets) for week, sets in found[exercise].items()}
        yield Wave(exercise, unit, tops)


def _unit(weeks: Mapping[int, Sequence[tuple[str, float]]]) -> str:
    """What all sets are counted in; '' where that differs."""
    units = {unit for sets in weeks.values() for unit, _ in sets}
    return units.pop() if len(units) == 1 else ""


def _amount(group: SetGroup) -> tuple[str, float]:
    """What a set is counted in, and how much that is; '' if it can't be compared with others."""
    if group.load and group.load.kind == "weight" and group.load.amount and group.load.unit:
        return group.load.unit, group.load.amount.high
    if group.percent:
        return f"% {group.percent_of}", group.percent.high
    return ("RPE", group.rpe.high) if group.rpe else ("", 0.0)


def _in_waves(workout: Workout, weeks: int) -> frozenset[int]:
    return frozenset(
        place for place, entry in enumerate(workout.entries) if entry.weeks and len(_asked(entry, weeks)) > 1
    )


def _asked(entry: Entry, weeks: int) -> set[tuple[object, ...]]:
    return {tuple(map(_aim, _working(entry.in_week(week)))) for week in range(weeks)}


def _aim(group: SetGroup) -> object:
    return group.load, group.percent, group.percent_of, group.rpe, group.rir


def _working(sets: Sets | None) -> Sequence[SetGroup]:
    return sets.working if sets else ()


def exercises_of(workout: StrengthSession | None, waves: frozenset[int]) -> tuple[BlockExercise, ...]:
    """What a workout is made of on a day, in short; those at the places of *waves* with their loads."""
    rows = workout.rows if workout else ()
    return tuple(_exercise(row, wave=place in waves) for place, row in enumerate(rows))


def _exercise(row: StrengthRow, *, wave: bool) -> BlockExercise:
    """An exercise in short; in a wave its load by itself, '5/5/5+', '27.5/30/35 kg', which may break, or its unit."""
    sets = NBSP.join(filter(None, [in_one_line(row.sets), in_one_line(row.side)]))
    if not wave:
        return BlockExercise(row.name, sets)
    work, *loads = sets.split(f"{NBSP}·{NBSP}")
    if len(loads) > 1:
        return BlockExercise(row.name, sets, row.aim, wave=True)
    load = f"{NBSP}·{NBSP}".join(filter(None, [*loads, row.aim]))
    unit = "" if row.unit in load.split(NBSP) else row.unit
    return BlockExercise(row.name, work, re.sub(r"/(?=\d)", "/\u200b", load), wave=True, unit=unit)
