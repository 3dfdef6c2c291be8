"""A workout in one week → sets and rests on a watch, with exercises that it knows, weights, rounds and clocks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from cardmaker.export.agenda import exercise_line
from cardmaker.export.fit.exercises import movement_of
from cardmaker.export.fit.steps import Block, Lasts, Loop, WatchStep, looped
from cardmaker.handout import GymCard, GymRow
from cardmaker.plan.athlete import Weight
from cardmaker.plan.quantity import METRES
from cardmaker.plan.sets import Load, NumberRange, SetGroup, Sets, Timing
from cardmaker.plan.workouts import Entry, Superset, Workout, in_rounds
from cardmaker.resolve.days import Sources
from cardmaker.wording.wording import Wording

_SIDES: Final[Mapping[str, int]] = {"side": 2, "way": 2}
"""How often a set is done that is given for each."""


def blocks_of(sources: Sources, key: str, week: int, card: GymCard) -> tuple[Block, ...]:
    """All of a workout in a week counted from 0; *card* is how it is printed, a row for each exercise."""
    return tuple(_Session(sources, sources.plan.workouts[key], week, card).blocks())


class _Session:
    def __init__(self, sources: Sources, workout: Workout, week: int, card: GymCard) -> None:
        self._wording: Wording = sources.wording
        self._workout, self._week, self._card = workout, week, card
        self._rows: dict[int, GymRow] = {
            id(entry): row for entry, row in zip(workout.entries, card.rows, strict=True)
        }

    def blocks(self) -> Iterator[Block]:
        """Warm-up, exercises, cool-down."""
        workout, labels = self._workout, self._wording.labels
        if workout.warm_up:
            yield WatchStep(labels["warm_up"], intensity="warmup", notes=workout.warm_up)
        if workout.format:
            yield from self._clocked(workout.entries, workout.format, self._card.clock)
        else:
            for item in workout.exercises:
                yield from self._superset(item) if isinstance(item, Superset) else self._sets(item)
        if workout.cool_down:
            yield WatchStep(labels["cool_down"], intensity="cooldown", notes=workout.cool_down)

    def _in_week(self, entry: Entry, timing: Timing | None = None) -> Sets | None:
        return in_rounds(entry.in_week(self._week), timing)

    def _sets(self, entry: Entry) -> Iterator[Block]:
        """An exercise by itself: its sets, with the rest after each."""
        sets = self._in_week(entry)
        if sets and sets.timing:
            yield from self._clocked((entry,), sets.timing, "")
            return
        groups = sets.groups if sets else ()
        for group in groups or (SetGroup(),):
            several = group.count > 1 or len(groups) > 1
            rest = [self._rest(group.rest_s)] if group.rest_s or several else []
            yield from looped([*self._set(entry, group), *rest], group.count)

    def _superset(self, superset: Superset) -> Iterator[Block]:
        """Exercises in turn, round by round; rounds that are alike are a loop."""
        if superset.format:
            yield from self._clocked(superset.superset, superset.format, "")
            return
        each = [(entry, _each(self._in_week(entry))) for entry in superset.superset]
        rounds = [
            self._round(superset, [(entry, sets[turn]) for entry, sets in each if turn < len(sets)])
            for turn in range(max(len(sets) for _, sets in each))
        ]
        if all(steps == rounds[0] for steps in rounds):
            yield from looped(rounds[0], len(rounds))
        else:
            yield from (step for steps in rounds for step in steps)

    def _round(self, superset: Superset, sets: Sequence[tuple[Entry, SetGroup]]) -> list[WatchStep]:
        steps: list[WatchStep] = []
        for place, (entry, group) in enumerate(sets, 1):
            steps += self._set(entry, group)
            if group.rest_s and place < len(sets):
                steps.append(self._rest(group.rest_s))
        return [*steps, self._rest(superset.rest or sets[-1][1].rest_s)]

    def _clocked(self, entries: Sequence[Entry], timing: Timing, clock: str) -> Iterator[Block]:
        """Exercises against the clock: so many rounds, so many minutes, or work and rest in turn."""
        steps = [step for entry in entries for step in self._once(entry, timing)]
        rounds = int(timing.rounds.high) if timing.rounds else 0
        between = [self._rest(timing.round_rest_s)] if timing.round_rest_s else []
        match timing.format:
            case "emom" if timing.every_s:
                name = ", ".join(step.name for step in steps)
                every = WatchStep(name, "time", timing.every_s, notes="\n".join(map(self._line, entries)))
                yield from looped([every], rounds or max(1, int(timing.total_s // timing.every_s)))
            case "amrap" if timing.total_s:
                yield Loop(tuple(steps), seconds=timing.total_s)
            case _:
                if not rounds and clock:
                    yield WatchStep(clock, notes="\n".join(map(self._line, entries)))
                yield from looped([*steps, *between], rounds or 1)

    def _once(self, entry: Entry, timing: Timing) -> Iterator[WatchStep]:
        """What one round has of an exercise."""
        sets = self._in_week(entry, timing)
        if timing.work_s:
            work = NumberRange(timing.work_s.high, timing.work_s.high)
            yield from self._set(entry, SetGroup(hold_s=work, load=_load(sets)), sides=1)
            if timing.rest_s:
                yield self._rest(timing.rest_s)
            return
        for group in _each(sets):
            yield from self._set(entry, group)

    def _set(self, entry: Entry, group: SetGroup, sides: int = 0) -> list[WatchStep]:
        """One set, for each side where it is given so."""
        row = self._rows[id(entry)]
        lasts, amount = _extent(group)
        load, unit = _weight(group)
        step = WatchStep(
            name=row.name,
            lasts=lasts,
            amount=amount,
            intensity="warmup" if group.role == "warm-up" else "active",
            notes=self._line(entry),
            movement=movement_of(entry.exercise, row.name),
            load=load,
            unit=unit,
        )
        return [step] * (sides or _SIDES.get(group.per, 1))

    def _line(self, entry: Entry) -> str:
        """All that the card says of an exercise, its rule for more weight too."""
        row = self._rows[id(entry)]
        return "\n".join(filter(None, [exercise_line(row), row.progression]))

    def _rest(self, seconds: NumberRange | None) -> WatchStep:
        """A rest, the most of a range; one that isn't said ends when its button is pressed."""
        name = self._wording.efforts["rest"].capitalize()
        return WatchStep(
            name, "time" if seconds else "open", seconds.high if seconds else 0.0, intensity="rest"
        )


def _each(sets: Sets | None) -> tuple[SetGroup, ...]:
    return (sets.each if sets else ()) or (SetGroup(),)


def _load(sets: Sets | None) -> Load | None:
    main = sets.main if sets else None
    return main.load if main else None


def _extent(group: SetGroup) -> tuple[Lasts, float]:
    """How much a set is: the most of a range of repetitions, the least of a time or distance; open if it has no end."""
    if group.open_ended or group.maximum or group.small_sets:
        return "open", 0.0
    if group.reps:
        return "reps", group.reps.high
    if group.parts:
        return "reps", float(sum(group.parts))
    if group.hold_s:
        return "time", group.hold_s.low
    if group.distance:
        return "distance", group.distance.low * METRES[group.distance_unit or "m"]
    return ("calories", group.calories.low) if group.calories else ("open", 0.0)


def _weight(group: SetGroup) -> tuple[float, Literal["", "kg", "lb"]]:
    """Kilograms of one weight, as is written on it, the least of a range; none for bands and bodies."""
    load = group.load
    if load is None or load.kind not in ("weight", "bodyweight") or not load.amount or not load.unit:
        return 0.0, ""
    return Weight(load.amount.low, load.unit).kg, load.unit
