"""A plan's file → what there is in it, a label and a text for each week and workout."""

from collections.abc import Iterator
from pathlib import Path

from cardmaker.plan.load import load_plan
from cardmaker.plan.names import Names


def facts(path: Path, names: Names) -> Iterator[tuple[str, str]]:
    """What is in the plan, which is read by *names* and in its language. PlanError if it isn't right."""
    plan = load_plan(path, names).plan
    for number, week in enumerate(plan.weeks, 1):
        about = ": ".join(filter(None, [week.name, week.focus]))
        yield "weeks" if number == 1 else "", f"{number}. {about}" if about else f"{number}."
    for key, workout in plan.workouts.items():
        yield key, ", ".join(entry.exercise for entry in workout.entries)
