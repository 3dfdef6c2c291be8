"""A plan and an athlete of a roster → the plan as it is for them: exercises swapped or left out, own loads, dates."""

from collections.abc import Iterable, Iterator

from cardmaker.errors import PlanError, Problem
from cardmaker.plan.model import Plan, Week
from cardmaker.plan.sets import SetGroup, Sets
from cardmaker.plan.workouts import Entry, Workout
from cardmaker.record import replace
from cardmaker.roster.entry import RosterEntry


def personal_plan(plan: Plan, entry: RosterEntry, source: str) -> Plan:
    """*plan* for the athlete of *entry*, a row of the file called *source*; who it is for isn't put in.

    PlanError if a workout has nothing left, or where one load can't be put in place of several.
    """
    changes = _Changes(entry, source)
    update: dict[str, object] = {}
    if entry.swaps or entry.left_out or entry.loads:
        update["workouts"] = {key: changes.workout(key, one) for key, one in plan.workouts.items()}
    if changes.problems:
        raise PlanError(changes.problems)
    if entry.start and entry.start != plan.start:
        update["start"] = entry.start
    if entry.note:
        update["weeks"] = tuple(_noted(week, entry.note) for week in plan.weeks)
    return plan.but(**update) if update else plan


def not_in_plan(plan: Plan, entry: RosterEntry) -> Iterator[str]:
    """The exercises that *entry* changes, and that the plan doesn't have."""
    there = {one.exercise for workout in plan.workouts.values() for one in workout.entries}
    there |= set(entry.swaps.values())
    changed: Iterable[str] = (*entry.swaps, *entry.left_out, *entry.loads)
    return (exercise for exercise in dict.fromkeys(changed) if exercise not in there)


def _noted(week: Week, note: str) -> Week:
    return week.but(note=f"{note} {week.note}".strip())


class _Changes:
    def __init__(self, entry: RosterEntry, source: str) -> None:
        self._entry, self._source = entry, source
        self.problems: list[Problem] = []

    def workout(self, key: str, workout: Workout) -> Workout:
        """A workout with the changes in it."""
        made = workout.changed(self._changed)
        if not made.exercises and workout.exercises:
            self._refuse("", f"nothing is left of workout '{key}' once its exercises are left out")
        return made

    def _changed(self, entry: Entry) -> Entry | None:
        """An exercise as the athlete does it; None if it is left out."""
        if entry.exercise in self._entry.left_out:
            return None
        exercise = self._entry.swaps.get(entry.exercise, entry.exercise)
        if exercise != entry.exercise:
            entry = entry.but(exercise=exercise, name="")
        own = self._entry.loads.get(exercise)
        if own is None:
            return entry
        return entry.but(
            sets=self._loaded(entry.sets, own, exercise) if entry.sets else None,
            weeks=tuple(self._loaded(one, own, exercise) for one in entry.weeks),
        )

    def _loaded(self, sets: Sets, own: Sets, exercise: str) -> Sets:
        """*sets* with the athlete's own load in those that aren't warm-up."""
        working = sets.working
        if len({(group.load, group.percent, group.change) for group in working}) > 1:
            self._refuse(
                exercise,
                "its sets have different loads; give the most that goes once, and percentages in the plan",
            )
            return sets
        load = own.groups[0]
        return replace(
            sets,
            groups=tuple(_with_load(group, load) if group in working else group for group in sets.groups),
        )

    def _refuse(self, field: str, message: str) -> None:
        self.problems.append(Problem(self._source, self._entry.line, field, message))


def _with_load(group: SetGroup, own: SetGroup) -> SetGroup:
    return replace(group, load=own.load, percent=own.percent, percent_of=own.percent_of)
