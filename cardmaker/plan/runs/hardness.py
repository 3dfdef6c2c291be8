"""A run → how hard it is, as a whole and in its parts: the numbers of HARDNESS."""

from cardmaker.plan.runs.efforts import HARDNESS
from cardmaker.plan.runs.record import Ladder, Part, Step, Whole
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.spans import repeated_steps

HARD = HARDNESS["tempo"]
"""From here on a run is hard."""


def main_steps(run: Run) -> list[Step]:
    """The steps that are neither warm-up nor cool-down; all of them if nothing else is left."""
    steps = [step for step in run.steps() if not step.role]
    return steps or list(run.steps())


def step_hardness(step: Step, repeated: frozenset[int]) -> int:
    """How hard a step is; what is repeated and doesn't say, as with a pace alone, is meant to be fast."""
    if not step.effort and id(step) in repeated:
        return HARDNESS["fast"]
    return HARDNESS[step.hardest]


def run_hardness(run: Run) -> int:
    """How hard a run is as a whole: strides don't make it hard."""
    steps = [step for step in main_steps(run) if step.effort != "strides"]
    return max((step_hardness(step, run.repeated) for step in steps), default=HARDNESS["easy"])


def part_hardness(part: Part) -> int:
    """How hard the hardest of a part is."""
    match part:
        case Step():
            return HARDNESS[part.hardest]
        case Whole():
            return max(HARDNESS[part.step.effort], *map(part_hardness, part.inside))
        case Ladder():
            unsaid = "fast" if part.recovery else ""
            return max(HARDNESS[rung.effort or unsaid] for rung in part.rungs)
    repeated = repeated_steps((part,))
    return max(
        step_hardness(inner, repeated) if isinstance(inner, Step) else part_hardness(inner)
        for inner in part.parts
    )
