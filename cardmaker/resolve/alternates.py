"""A plan and what there is to train with → the plan with exercises that can be done with it, and notes on swaps."""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from cardmaker.library.equipment import is_met
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
        if self._library.is_bare(entry.exercise):
            return entry
        loads = any(one.load or one.percent for sets in _all_sets(entry) for one in sets.groups)
        own = self._library.get(entry.exercise)
        exercise = own.loaded if loads and own.loaded else entry.exercise
        done_with = self._library.get(exercise)
        if self._can_be_done(done_with):
            return entry
        lacking = " and ".join(self._lacking(done_with))
        other = self._nearest(exercise)
        if other is None:
            self.notes[entry.exercise] = (
                f"{own.name} stays: nothing without {lacking} trains the same and is counted alike"
            )
            return entry
        instead = self._library.get(other).name
        self.notes[entry.exercise] = f"{instead} in place of {own.name}, as there is no {lacking}" + (
            "; how heavy it is is left to the athlete" if loads else ""
        )
        return entry.but(
            exercise=other,
            name="",
            next="",
            sets=_without_load(entry.sets) if entry.sets else None,
            weeks=tuple(map(_without_load, entry.weeks)),
        )

    def _can_be_done(self, exercise: Exercise) -> bool:
        return not self._lacking(exercise)

    def _lacking(self, exercise: Exercise) -> list[str]:
        return [need for need in exercise.equipment or () if not is_met(need, self._kit)]

    def _nearest(self, exercise: str) -> str | None:
        """The nearest exercise that can be done in place of another, by its alternates and theirs."""
        own = self._library.get(exercise)
        ahead, seen = deque([exercise]), {exercise}
        while ahead:
            one = ahead.popleft()
            if self._replaces(own, about := self._library.get(one)) and self._can_be_done(about):
                return one
            for other in self._others(about):
                if other not in seen:
                    seen.add(other)
                    ahead.append(other)
        return None

    def _others(self, exercise: Exercise) -> Iterator[str]:
        for key in _WAYS:
            way = exercise.alternates.get(key)
            if way and way.exercise and self._library.find(way.exercise):
                yield way.exercise

    def _replaces(self, own: Exercise, other: Exercise) -> bool:
        """Whether *other* trains a main muscle of *own* or, like it, the heart, is counted alike and not too hard."""
        if own.measure != other.measure or (own.kind != "mobility" and other.kind == "mobility"):
            return False
        hearts = own.kind == other.kind == "conditioning"
        if not hearts and _muscles(own).isdisjoint(_muscles(other)):
            return False
        return _level(other.level) <= max(_level(own.level), _level(self._level)) + 1


def _level(level: str | None) -> int:
    return LEVELS.index(level) if level in LEVELS else 0


def _muscles(exercise: Exercise) -> frozenset[str]:
    return frozenset().union(*map(MUSCLES.family, exercise.primary or ()))


def _all_sets(entry: Entry) -> Iterator[Sets]:
    if entry.sets:
        yield entry.sets
    yield from entry.weeks


def _without_load(sets: Sets) -> Sets:
    groups = tuple(replace(group, load=None, percent=None, change=0.0) for group in sets.groups)
    return replace(sets, groups=groups, next_time="")
