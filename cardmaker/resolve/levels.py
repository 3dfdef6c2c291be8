"""A plan and a level → the plan with easier or harder steps of exercises of another level, and notes on swaps."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from cardmaker.library.equipment import HOUSEHOLD, choices, lacking
from cardmaker.library.exercise import Exercise
from cardmaker.library.library import Library
from cardmaker.plan.model import Plan
from cardmaker.plan.sets import Sets
from cardmaker.plan.sets.record import Per
from cardmaker.plan.workouts import Entry
from cardmaker.resolve.alternates import degree, done_as, in_place, nearest, trains_alike, unsaid

ATHLETE: Final = "athlete"
"""The word for the athlete's own level, which differs from row to row of a roster."""
KEPT: Final = frozenset(("cm313", "too-advanced"))
"""The rule by which a beginner has nothing for the advanced; who ignores it means what they write."""


def with_level(
    plan: Plan, library: Library, level: str, kit: frozenset[str] | None = None
) -> tuple[Plan, tuple[str, ...]]:
    """*plan* with steps along easier or harder alternates up to those of a *level*, and what was swapped, a line each.

    A step trains a main muscle of the exercise, is counted alike, needs nothing but *kit*, or what the plan's exercises
    need where there is none, and isn't in the plan already. What has none stays. Loads don't go from one exercise to
    another, and 3x8 of one for a single leg is 3x8 on each. Without a *level*, or with that of an athlete of whom it
    isn't known, only what is for the advanced is swapped, and only if the athlete is a beginner.
    """
    wanted = plan.athlete.level if level == ATHLETE else level
    ignored = {one.strip().casefold() for one in plan.ignore}
    careful = plan.athlete.level == "beginner" and ignored.isdisjoint(KEPT)
    if not wanted and not careful:
        return plan, ()
    stepper = _Stepper(plan, library, wanted, kit)
    workouts = {key: one.changed(stepper.stepped) for key, one in plan.workouts.items()}
    return (plan.but(workouts=workouts), tuple(stepper.notes)) if stepper.notes else (plan, ())


class _Stepper:
    def __init__(self, plan: Plan, library: Library, level: str, kit: frozenset[str] | None) -> None:
        self._library, self._level = library, level
        entries = [*plan.entries]
        self._kit = frozenset(_needs(library, entries)) if kit is None else kit
        self._taken = {entry.exercise for entry in entries}
        self._steps: dict[tuple[str, str], str | None] = {}
        self.notes: dict[str, None] = {}

    def stepped(self, entry: Entry) -> Entry:
        exercise = done_as(self._library, entry)
        if not exercise or _is_one_sided(entry):
            return entry
        own = self._library.get(exercise)
        steps = degree(own.level) - degree(self._level)
        if own.level is None or (steps == 0 if self._level else own.level != "advanced"):
            return entry
        key = entry.exercise, exercise
        if key not in self._steps:
            self._steps[key] = self._step(exercise, "easier" if steps > 0 else "harder")
            self._taken.add(self._steps[key] or "")
        other = self._steps[key]
        name = self._library.get(entry.exercise).name
        if other is None:
            if steps > 0:
                self._note(f"{name} stays, which is {_FOR[own.level]}: no easier step trains the same")
            return entry
        about = self._library.get(other)
        keep = "" if self._level else "; 'ignore: CM313' keeps what is written"
        self._note(f"{about.name} in place of {name}, which is {_FOR[own.level]}{unsaid(entry)}{keep}")
        return _on_sides(in_place(entry, other), own, about)

    def _note(self, said: str) -> None:
        self.notes[said] = None

    def _step(self, exercise: str, way: str) -> str | None:
        """The first step on a way that is of the level or, down, of one below it; up, else one on the way to it."""
        start, level = degree(self._library.get(exercise).level), degree(self._level or "intermediate")
        spans = [(0, level)] if way == "easier" else [(level, level), (start + 1, level)]
        for low, high in spans:
            if found := self._between(exercise, way, low, high):
                return found
        return None

    def _between(self, exercise: str, way: str, low: int, high: int) -> str | None:
        def fits(own: Exercise, other: Exercise) -> bool:
            is_level = low <= degree(other.level) <= high
            return is_level and trains_alike(own, other) and not lacking(other.equipment, self._kit)

        return nearest(self._library, exercise, (way,), fits, self._taken)


_FOR: Final = {
    "beginner": "for beginners",
    "intermediate": "for the intermediate",
    "advanced": "for the advanced",
}


def _is_one_sided(entry: Entry) -> bool:
    """Whether one side alone works, which somebody has a reason for."""
    return any(sets.side for sets in (entry.sets, *entry.weeks) if sets)


def _on_sides(entry: Entry, own: Exercise, other: Exercise) -> Entry:
    """An entry whose sets count each side, or no longer do, where its exercise is now another one in that."""
    if (own.laterality == "each-side") == (other.laterality == "each-side"):
        return entry
    per: Per = "side" if other.laterality == "each-side" else ""

    def counted(sets: Sets) -> Sets:
        return replace(sets, groups=tuple(replace(one, per=per) for one in sets.groups))

    sets = counted(entry.sets) if entry.sets else None
    return entry.but(sets=sets, weeks=tuple(map(counted, entry.weeks)))


def _needs(library: Library, entries: Sequence[Entry]) -> Iterator[str]:
    """All that a plan's exercises need, and what every home has."""
    yield from HOUSEHOLD
    for entry in entries:
        if exercise := done_as(library, entry):
            for need in library.get(exercise).equipment or ():
                yield from choices(need)
