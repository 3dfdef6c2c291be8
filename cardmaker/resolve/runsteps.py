"""A run → what the lines of its parts begin with: how far or long each is, or how often."""

from collections.abc import Iterator

from cardmaker.plan.runs.record import Part, Repeat, Step, Whole
from cardmaker.plan.runs.run import Run
from cardmaker.resolve.rununits import RunUnits
from cardmaker.wording.formats import NBSP


def all_parts(parts: tuple[Part, ...]) -> Iterator[Part]:
    """The parts, and those inside wholes."""
    for part in parts:
        yield part
        if isinstance(part, Whole):
            yield from all_parts(part.inside)


def times(repeat: Repeat) -> str:
    """How often: '6', '6–8'."""
    return repeat.times.replace("-", "–")


def leads(units: RunUnits, run: Run) -> tuple[str, ...]:
    """The amount of each part, '2 km' or '6 ×', as its line has it; '' of one that begins otherwise.

    None of a run of one stretch, whose amount is next to its title.
    """
    if len(run.parts) == 1 and isinstance(run.parts[0], Step):
        return ()
    return tuple(_lead(units, part) for part in run.parts)


def _lead(units: RunUnits, part: Part) -> str:
    if isinstance(part, Step | Whole):
        step = part if isinstance(part, Step) else part.step
        return units.quantity(step.amount, as_written=step.effort == "race")
    return f"{times(part)}{NBSP}×" if isinstance(part, Repeat) else ""
