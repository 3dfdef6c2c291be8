"""A plan → sets that are read, but look like an oversight: '- plank: 3x10', '30x3'."""

from collections.abc import Iterator

from cardmaker.coaching.rule import Found
from cardmaker.library.library import Library
from cardmaker.plan.model import Plan
from cardmaker.plan.sets.doubts import doubts
from cardmaker.plan.workouts import Entry, Superset


def doubtful(plan: Plan, library: Library) -> tuple[Found, ...]:
    """What is to ask of each exercise's sets, in the order of the plan."""
    return tuple(_of_workouts(plan, library))


def _of_workouts(plan: Plan, library: Library) -> Iterator[Found]:
    for key, workout in plan.workouts.items():
        for index, block in enumerate(workout.exercises):
            path = ("workouts", key, "exercises", index)
            if isinstance(block, Superset):
                for place, entry in enumerate(block.entries):
                    yield from _of_entry(entry, library, (*path, "superset", place))
            else:
                yield from _of_entry(block, library, path)


def _of_entry(entry: Entry, library: Library, path: tuple[str | int, ...]) -> Iterator[Found]:
    known = None if library.is_bare(entry.exercise) else library.get(entry.exercise)
    measure, barbell = (known.measure, "barbell" in (known.equipment or ())) if known else ("", False)
    asked = [
        doubt
        for sets in (entry.sets, *entry.weeks)
        if sets
        for doubt in doubts(sets, measure, barbell=barbell)
    ]
    for doubt in dict.fromkeys(asked):
        yield (path, f"{entry.name or library.name(entry.exercise)}: {doubt}")
