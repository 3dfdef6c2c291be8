"""A plan's file → what there is in it, a label and a text for each week and workout."""

from collections.abc import Iterator
from pathlib import Path

from cardmaker.plan.load import load_plan


def facts(path: Path) -> Iterator[tuple[str, str]]:
    """What is in the plan. PlanError if it isn't right."""
    plan = load_plan(path).plan
    for number, week in enumerate(plan.weeks, 1):
        about = ": ".join(filter(None, [week.name, week.focus]))
        yield "weeks" if number == 1 else "", f"{number}. {about}" if about else f"{number}."
    for key, workout in plan.workouts.items():
        yield key, ", ".join(entry.exercise for entry in workout.entries)
