"""A line next to the run that it was read as: what both hold, for those who compare them."""

from collections.abc import Iterator
from functools import cached_property

from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step, Whole
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.spans import written_steps
from cardmaker.plan.unprinted import without_quotes
from cardmaker.record import record


@record(eq=False, slots=False)
class WrittenRun:
    """A line as it is written, without quotes, and the day's runs as one."""

    line: str
    bare: str
    """The line without what the run prints as words with their figures."""
    run: Run
    read: str
    """The normal form of the day."""

    @classmethod
    def of(cls, text: str, run: Run) -> "WrittenRun":
        """*text* and the *run* it was read as."""
        sessions = run.sessions()
        day = Run(
            tuple(part for one in sessions for part in one.parts),
            note=", ".join(one.note for one in sessions if one.note),
            optional=run.optional,
        )
        line = bare = without_quotes(text)
        for note in notes_of(day):
            if any(letter.isdigit() for letter in note):
                bare = bare.replace(note, " ")
        return cls(line, bare, day, str(run))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """All parts and those inside them."""
        return tuple(_parts(self.run.parts))

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """All steps as they are written, recoveries among them."""
        return tuple(steps_of(self.run.parts))

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """The words that are only printed."""
        return tuple(notes_of(self.run))

    @cached_property
    def amounts(self) -> int:
        """How many steps have an amount."""
        return sum(step.amount.given for step in self.steps)

    @cached_property
    def recovers(self) -> bool:
        """Whether anything is run or rested between repeats."""
        return any(
            (isinstance(part, Repeat | Ladder) and part.recovery is not None)
            or (isinstance(part, Repeat) and len(part.parts) > 1)
            for part in self.parts
        )


def notes_of(run: Run) -> Iterator[str]:
    """Words of a run and of its steps."""
    for note in (run.note, *(step.note for step in steps_of(run.parts))):
        yield from filter(None, note.split(", "))


def steps_of(parts: tuple[Part, ...]) -> Iterator[Step]:
    """The steps of *parts* as they are written, recoveries among them."""
    yield from written_steps(parts)
    yield from (
        part.recovery for part in _parts(parts) if isinstance(part, Repeat | Ladder) and part.recovery
    )


def _parts(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Repeat):
            yield from _parts(part.parts)
        elif isinstance(part, Whole):
            yield from _parts(part.inside)
