"""Sessions of exercises → the workouts of a plan, those that are alike once, and exercises that only the plan has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from cardmaker.importing.draft import Draft, DraftEntry, Lift
from cardmaker.importing.lifts import Exercises
from cardmaker.importing.yamltext import fitting, listed, note_lines, one_line
from cardmaker.library.names import slug
from cardmaker.plan.workoutkeys import FORMATS, SUPERSETS
from cardmaker.yaml12.emitting import scalar

_RESERVED: Final = frozenset(
    ("exercise", "sets", "weeks", "note", "rest", "format", "repeat", *SUPERSETS, *FORMATS)
)
"""Keys that say something else of an entry than the name of its exercise."""
_MOST_EXERCISES: Final = 60
_LONGEST_NAME: Final = 60
_LONGEST_KEY: Final = 40


@dataclass(slots=True)
class WorkoutWriter:
    """Gathers the workouts that entries name."""

    draft: Draft
    exercises: Exercises
    _workouts: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    _own: dict[str, str] = field(default_factory=dict)
    _wordless: set[str] = field(default_factory=set)

    def names(self, lift: Lift) -> bool:
        """Whether the plan can name an exercise; one that is like another goes under `exercises:`."""
        name = one_line(lift.exercise)
        key = slug(name)
        if key in self._own:
            return True
        if not key or len(name) > _LONGEST_NAME:
            if name not in self._wordless:
                self._wordless.add(name)
                self.draft.remark(
                    "", f"'{name[:_LONGEST_KEY]}' can't be the name of an exercise; kept in a note"
                )
            return False
        if why := self.exercises.refused(name):
            self._own[key] = name
            self.draft.remark(
                "", f"{why.partition(' If ')[0]} It is put under 'exercises:', as it is written"
            )
        return True

    def in_words(self, entry: DraftEntry) -> DraftEntry:
        """A session, as words if the plan can name none of its exercises."""
        if not entry.lifts or any(list(map(self.names, entry.lifts))):
            return entry
        note = "\n".join(filter(None, (entry.note, _lost(entry.lifts))))
        return DraftEntry("cross-training", entry.name or "Strength", note=note)

    def key(self, entry: DraftEntry, note: str = "") -> str:
        """The key of the workout with the exercises of *entry*, and a note of its own."""
        lines = list(self._lines(entry, note))
        name = one_line(entry.name)
        stem = slug(name)[:_LONGEST_KEY].strip("-") or "strength"
        number, key = 1, stem
        while key in self._workouts and self._workouts[key] != (name, lines):
            number += 1
            key = f"{stem}-{number}"
        self._workouts[key] = (name, lines)
        return key

    def _lines(self, entry: DraftEntry, own_note: str) -> Iterator[str]:
        known = [lift for lift in entry.lifts if self.names(lift)]
        others = [lift for lift in entry.lifts if not self.names(lift)] + known[_MOST_EXERCISES:]
        name = one_line(entry.name)
        if name and slug(name) != name.casefold():
            yield f"name: {scalar(name)}"
        note, more = fitting("\n".join(filter(None, (own_note, _lost(others)))))
        yield from note_lines(note)
        for text in more:
            self.draft.keep("", text)
        yield "exercises:"
        for turn, lifts in groupby(known[:_MOST_EXERCISES], key=lambda lift: lift.turn):
            together = list(lifts)
            entries = [list(self._lift_lines(lift)) for lift in together]
            if turn and len({slug(lift.exercise) for lift in together}) > 1:
                inner = [line for lines in entries for line in listed(lines, "  ")]
                entries = [["superset:", *inner]]
            for lines in entries:
                yield from listed(lines, "  ")

    def _lift_lines(self, lift: Lift) -> Iterator[str]:
        """An exercise with its sets: short, unless its name could be taken for a key."""
        name, sets = one_line(lift.exercise), one_line(lift.sets)
        note, more = fitting(lift.note)
        short = sets and name.casefold() not in _RESERVED and self.exercises.may_be_key(name)
        if short:
            yield f"{scalar(name)}: {scalar(sets)}"
        else:
            yield f"exercise: {scalar(name)}"
            yield from [f"sets: {scalar(sets)}"] if sets else []
        yield from note_lines(note)
        for text in more:
            self.draft.keep(name, text)

    def take(self, sessions: Sequence[DraftEntry]) -> None:
        """Take up sessions that belong to no day."""
        for entry in sessions:
            if self.in_words(entry).lifts:
                self.key(entry, entry.note)
            else:
                self.draft.keep("", "\n".join(filter(None, (entry.note, _lost(entry.lifts)))))

    def written(self) -> Iterator[str]:
        """The workouts, and the plan's own exercises."""
        if self._workouts:
            yield from ("", "workouts:")
        for key, (_, lines) in self._workouts.items():
            yield f"  {scalar(key)}:"
            yield from (f"    {line}" if line else "" for line in lines)
        if self._own:
            yield from ("", "exercises:")
        for key, name in self._own.items():
            yield f"  {scalar(key)}: {{name: {scalar(name, flow=True)}}}"


def _lost(lifts: Sequence[Lift]) -> str:
    """Exercises that a plan can't name, in words."""
    return "\n".join(" ".join(filter(None, (lift.exercise, lift.sets, lift.note))) for lift in lifts)
