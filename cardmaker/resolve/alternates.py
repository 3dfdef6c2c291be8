"""A plan and what there is to train with → the plan with exercises that can be done with it, and notes on swaps."""

from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from cardmaker.library.equipment import lacking
from cardmaker.library.exercise import Exercise
from cardmaker.library.library import Library
from cardmaker.library.muscles import MUSCLES
from cardmaker.library.vocabulary import LEVELS
from cardmaker.plan.model import Plan
from cardmaker.plan.sets import Sets
from cardmaker.plan.workouts import Entry

_WAYS = ("easier", "harder", "no_equipment")
"""In the order in which they are tried: a band row for a pulldown, before what needs nothing."""


def with_kit(plan: Plan, library: Library, kit: frozenset[str]) -> tuple[Plan, tuple[str, ...]]:
    """*plan* with alternates of the exercises that can't be done with *kit*, and what was swapped, a line each.

    An alternate trains a main muscle of the exercise, is counted alike, and at most a level above it or above the
    athlete's. What has none stays, and is named. Loads don't go from one exercise to another.
    """
    swapper = _Swapper(library, kit, plan.athlete.level)
    workouts = {key: one.changed(swapper.swapped) for key, one in plan.workouts.items()}
    notes = tuple(swapper.notes.values())
    return (plan.but(workouts=workouts), notes) if notes else (plan, ())


class _Swapper:
    def __init__(self, library: Library, kit: frozenset[str], level: str) -> None:
        self._library, self._kit, self._level = library, kit, level
        self.notes: dict[str, str] = {}

    def swapped(self, entry: Entry) -> Entry:
        exercise = done_as(self._library, entry)
        if not exercise or self._can_be_done(about := self._library.get(exercise)):
            return entry
        own = self._library.get(entry.exercise).name
        missing = " and ".join(lacking(about.equipment, self._kit))
        other = nearest(self._library, exercise, _WAYS, self._replaces)
        if other is None:
            self.notes[entry.exercise] = (
                f"{own} stays: nothing without {missing} trains the same and is counted alike"
            )
            return entry
        instead = self._library.get(other).name
        self.notes[entry.exercise] = f"{instead} in place of {own}, as there is no {missing}{unsaid(entry)}"
        return in_place(entry, other)

    def _can_be_done(self, exercise: Exercise) -> bool:
        return not lacking(exercise.equipment, self._kit)

    def _replaces(self, own: Exercise, other: Exercise) -> bool:
        """Whether *other* can be done, trains and counts as *own* does, and is not too hard."""
        if not self._can_be_done(other) or not trains_alike(own, other):
            return False
        return degree(other.level) <= max(degree(own.level), degree(self._level)) + 1


def done_as(library: Library, entry: Entry) -> str:
    """The exercise that an entry is, with the bar that the plan puts on it; '' for one of which nothing is known."""
    if library.is_bare(entry.exercise):
        return ""
    own = library.get(entry.exercise)
    return own.loaded if own.loaded and is_loaded(entry) else entry.exercise


def nearest(
    library: Library,
    exercise: str,
    ways: Sequence[str],
    replaces: Callable[[Exercise, Exercise], bool],
    taken: Collection[str] = (),
) -> str | None:
    """The nearest exercise that *replaces* another, by its alternates of these ways and theirs; None if none does.

    Those that are *taken* are passed by.
    """
    own = library.get(exercise)
    ahead, seen = deque([exercise]), {exercise}
    while ahead:
        one = ahead.popleft()
        about = library.get(one)
        if one not in taken and replaces(own, about):
            return one
        for other in _others(library, about, ways):
            if other not in seen:
                seen.add(other)
                ahead.append(other)
    return None


def _others(library: Library, exercise: Exercise, ways: Sequence[str]) -> Iterator[str]:
    for key in ways:
        way = exercise.alternates.get(key)
        if way and way.exercise and library.find(way.exercise):
            yield way.exercise


def trains_alike(own: Exercise, other: Exercise) -> bool:
    """Whether *other* trains a main muscle of *own* or, like it, the heart, and is counted alike."""
    if own.measure != other.measure or (own.kind != "mobility" and other.kind == "mobility"):
        return False
    hearts = own.kind == other.kind == "conditioning"
    return hearts or not _muscles(own).isdisjoint(_muscles(other))


def degree(level: str | None) -> int:
    """How hard a level is, from 0."""
    return LEVELS.index(level) if level in LEVELS else 0


def is_loaded(entry: Entry) -> bool:
    """Whether the plan says how heavy an exercise is."""
    return any(one.load or one.percent for sets in _all_sets(entry) for one in sets.groups)


def unsaid(entry: Entry) -> str:
    """What to add to a note on an exercise in the place of one with a load."""
    return "; how heavy it is is left to the athlete" if is_loaded(entry) else ""


def in_place(entry: Entry, other: str) -> Entry:
    """The entry with another exercise, without what belongs to the one that it was for."""
    return entry.but(
        exercise=other,
        name="",
        next="",
        sets=_without_load(entry.sets) if entry.sets else None,
        weeks=tuple(map(_without_load, entry.weeks)),
    )


def _muscles(exercise: Exercise) -> frozenset[str]:
    return frozenset().union(*map(MUSCLES.family, exercise.primary or ()))


def _all_sets(entry: Entry) -> Iterator[Sets]:
    if entry.sets:
        yield entry.sets
    yield from entry.weeks


def _without_load(sets: Sets) -> Sets:
    groups = tuple(replace(group, load=None, percent=None, change=0.0) for group in sets.groups)
    return replace(sets, groups=groups, next_time="")
