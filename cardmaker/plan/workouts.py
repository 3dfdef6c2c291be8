"""A named workout: exercises with their prescriptions, alone or in supersets."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Annotated, Any

from cardmaker.plan.fields import (
    EMPTY,
    Duration,
    ExerciseName,
    MaybeLine,
    at_most,
    checks,
    in_english,
    read_by,
)
from cardmaker.plan.names import Checks
from cardmaker.plan.progression.record import Progress
from cardmaker.plan.progression.signs import progress_from
from cardmaker.plan.refusal import PartMistake, refuse
from cardmaker.plan.sets import ONE, NumberRange, SetGroup, Sets, Timing
from cardmaker.plan.sets.written import format_from, rest_from, sets_from, weeks_from
from cardmaker.plan.workoutkeys import (
    FORMATS,
    format_apart,
    refuse_no_exercise,
    refuse_parts,
    rules_apart,
    shorthand_name,
    superset_name,
)
from cardmaker.validation import marks
from cardmaker.validation.fields import LINE, Text
from cardmaker.validation.marks import Fork, Info, said_only, text
from cardmaker.validation.model import Model


class Entry(Model):
    """An exercise and what to do of it; '- squat: 3x10' is short for '- exercise: squat' and 'sets: 3x10'."""

    exercise: ExerciseName
    sets: Annotated[Sets | None, read_by(sets_from), in_english("sets")] = None
    weeks: Annotated[tuple[Sets, ...], read_by(weeks_from), in_english("sets")] = ()
    """The sets of each week of the plan, the last of all weeks after it; 'sets: 3x8 -> 3x10' is short for it."""
    progress: Annotated[Progress | None, read_by(progress_from), in_english("sets")] = None
    """By which rule it gets harder; 'sets: 3x8-12 40 kg, then +2.5 kg' says it, too."""
    name: MaybeLine = ""
    """What to call the exercise here, on every face and sheet."""
    next: MaybeLine = ""
    """What changes the next time, '+2.5 kg if all sets were clean'; 'sets: 3x8, next +2.5 kg' says it, too."""
    note: Text = ""

    def __post_init__(self) -> None:
        """The rule for next time is given once."""
        if self.next and any(sets.next_time for sets in (self.sets, *self.weeks) if sets):
            refuse(
                [
                    PartMistake(
                        ("next",), "the rule for next time is in the sets, too; give it once", self.next
                    )
                ]
            )

    def rule(self, week: int | None) -> str:
        """What changes the time after a week of the plan, counted from 0; '' if the plan doesn't say."""
        sets = self.in_week(week)
        return self.next or (sets.next_time if sets else "")

    def in_week(self, week: int | None) -> Sets | None:
        """The sets in a week of the plan, counted from 0."""
        if self.weeks:
            return self.weeks[min(week or 0, len(self.weeks) - 1)]
        return self.sets

    @classmethod
    def spelt_out(cls, data: Any, info: Info) -> Any:
        """An exercise alone, or its name as the key of its sets; a name that says more than its own is printed."""
        return _named(cls._with_keys(data, info), checks(info))

    @classmethod
    def _with_keys(cls, data: Any, info: Info) -> Any:
        known = checks(info)
        if isinstance(data, str):
            refuse_no_exercise(data, known)
            return {"exercise": data}
        if not isinstance(data, dict):
            return data
        refuse_parts(data)
        if "exercise" in data:
            return rules_apart(data, known)
        name = shorthand_name(data, known)
        if name is None:
            named = {"exercise": data["name"]} if data.get("name") else {}
            return rules_apart(
                {**named, **{key: value for key, value in data.items() if key != "name"}}, known
            )
        refuse_no_exercise(name, known)
        rest = {key: value for key, value in data.items() if key != name}
        if "sets" in rest:
            raise ValueError(f"give the sets after '{name}:' or after 'sets:', not both")
        return rules_apart(
            {"exercise": name, **({"sets": data[name]} if data[name] is not None else {}), **rest}, known
        )


def _named(data: Any, known: Checks | None) -> Any:
    """An entry with the coach's name of its exercise, where that says kit, stance or grip: 'barbell curl'."""
    if known is None or not isinstance(data, dict) or "name" in data:
        return data
    exercise = data.get("exercise")
    own = known.own_name(exercise) if isinstance(exercise, str) else ""
    return {**data, "name": own} if own else data


class Superset(Model):
    """Exercises done in turn, without rest between them, and the rest after each round."""

    superset: Annotated[tuple[Entry, ...], marks.entries(2), at_most(20)]
    rest: Annotated[NumberRange | None, read_by(rest_from), in_english("sets")] = None
    """Seconds after each round."""
    format: Annotated[Timing | None, read_by(format_from), in_english("sets")] = None
    """Against the clock or by rounds: '5 rounds', 'AMRAP 8 min'."""
    note: Text = ""

    @classmethod
    def spelt_out(cls, data: Any, info: Info) -> Any:
        """Another key than 'superset', and a format in its own key."""
        if not isinstance(data, dict):
            return data
        name = superset_name(data)
        if name in (None, "superset"):
            return format_apart(data)
        others = {key: value for key, value in data.items() if key != name}
        named = {} if name == "exercises" else {name: None}
        return format_apart({**named, **others, "superset": data[name]})

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The exercises, in order."""
        return self.superset


def _entry_or_superset(data: Any) -> str:
    superset = superset_name(data) is not None if isinstance(data, dict) else isinstance(data, Superset)
    return "Superset" if superset else "Entry"


Block = Annotated[Entry | Superset, Fork(_entry_or_superset, Entry=Entry, Superset=Superset)]


class Workout(Model):
    """A strength or mobility session: what to do, in order."""

    name: MaybeLine = ""
    label: Annotated[str, text(most=3), LINE, EMPTY, said_only(type=["string", "number", "null"])] = ""
    """The letter on its cards; '' takes the next free one."""
    duration: Duration | None = None
    warm_up: MaybeLine = ""
    cool_down: MaybeLine = ""
    note: Text = ""
    format: Annotated[Timing | None, read_by(format_from), in_english("sets")] = None
    """Against the clock or by rounds: 'EMOM 12 min', '5 rounds for time'; 'emom: 12 min' is short for it."""
    exercises: Annotated[tuple[Block, ...], marks.entries(1), at_most(60)]

    @classmethod
    def spelt_out(cls, data: Any, info: Info) -> Any:
        """A format in its own key, or first among the exercises, as in '- amrap: 20 min'."""
        if not isinstance(data, dict):
            return data
        listed = data.get("exercises")
        first = listed[0] if isinstance(listed, list) and listed else None
        timed = isinstance(first, dict) and bool(first) and all(key in FORMATS for key in first)
        if timed and isinstance(first, dict) and isinstance(listed, list) and not superset_name(first):
            return format_apart({**first, **data, "exercises": listed[1:]})
        return format_apart(data)

    def __post_init__(self) -> None:
        """A bare '10' is enough in rounds; elsewhere the number of sets is asked."""
        if not self.format:
            refuse_uncounted(self.exercises)

    @property
    def weeks(self) -> int:
        """For how many weeks it has sets of their own."""
        return max((len(entry.weeks) for entry in self.entries), default=0) or 1

    def changed(self, change: Callable[[Entry], Entry | None]) -> "Workout":
        """The workout with each exercise as *change* makes it, without those of which it makes nothing.

        A superset of which one exercise is left is that exercise, unless it has a format of its own.
        """
        blocks = tuple(block for one in self.exercises if (block := _changed(one, change)) is not None)
        return self if blocks == self.exercises else self.but(exercises=blocks)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All exercises in order, those in supersets among them."""
        return tuple(
            entry
            for block in self.exercises
            for entry in (block.entries if isinstance(block, Superset) else (block,))
        )

    def in_week(self, week: int | None, *, rounds: bool = False) -> Iterator[tuple[Entry, Sets | None]]:
        """All exercises in order with their sets in a week of the plan, counted from 0.

        *rounds*: where a format says how many rounds there are, sets are as many.
        """
        within = over_rounds if rounds else in_rounds
        for block in self.exercises:
            for entry in block.entries if isinstance(block, Superset) else (block,):
                timing = (block.format if isinstance(block, Superset) else None) or self.format
                yield entry, within(entry.in_week(week), timing)


def _changed(block: Block, change: Callable[[Entry], Entry | None]) -> Block | None:
    if not isinstance(block, Superset):
        return change(block)
    left = tuple(entry for one in block.superset if (entry := change(one)) is not None)
    if len(left) == 1 and not block.format:
        return left[0]
    return block.but(superset=left) if left else None


def in_rounds(sets: Sets | None, timing: Timing | None) -> Sets | None:
    """Sets within a format: a single one is done once in each round, so that there is no number of sets to say."""
    if timing is None or sets is None or len(sets.groups) != 1 or sets.groups[0].sets != ONE:
        return sets
    return replace(sets, counted=False)


def over_rounds(sets: Sets | None, timing: Timing | None) -> Sets | None:
    """Sets within a format, by themselves: as many as there are rounds; in work by the clock as long as that takes."""
    if timing is None or timing.rounds is None or (sets and in_rounds(sets, timing) is sets):
        return sets
    if sets:
        return replace(sets, groups=(replace(sets.groups[0], sets=timing.rounds),), counted=True)
    if not timing.work_s:
        return None
    return Sets((SetGroup(sets=timing.rounds, hold_s=timing.work_s, rest_s=timing.rest_s),))


def refuse_uncounted(blocks: tuple[Block, ...]) -> None:
    """Refuse sets without their number, '10' alone, where no format counts the rounds."""
    mistakes = []
    for index, block in enumerate(blocks):
        if isinstance(block, Superset) and block.format:
            continue
        for place, entry in enumerate(block.entries if isinstance(block, Superset) else (block,)):
            if entry.sets and not entry.sets.counted:
                reps = str(entry.sets).partition("x")[2]
                inside = ("superset", place) if isinstance(block, Superset) else ()
                path = ("exercises", index, *inside, "sets")
                mistakes.append(PartMistake(path, f"how many sets? write '3x{reps}'", reps))
    if mistakes:
        refuse(mistakes)
