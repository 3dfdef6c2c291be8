"""A plan → all its mistakes, or a line that says it is right; advice besides. Nothing is written."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cardmaker.cli import terminal
from cardmaker.cli.asked import Local, plan_argument, task_of
from cardmaker.cli.columns import count_of
from cardmaker.cli.options import OptionsCommand, options
from cardmaker.pipeline.order import Order

if TYPE_CHECKING:
    from cardmaker.api import Job

_EPILOG = """
\b
A mistake is reported with its line, so that editors can go there:
  plan.yaml:14: weeks.0.tue.0.strength: no workout 'legz'; did you mean 'legs'?

Notes are advice: a workout that no day has, strength before the run, a week with much more running than those
before it. A warning names a picture whose author or licence isn't known. Neither changes the exit code.
"""


@click.command("check", cls=OptionsCommand, epilog=_EPILOG)
@options(order=Order, local=Local)
@plan_argument
def command(plan: str | None, order: Order, local: Local) -> None:
    """Find the mistakes in a plan: names, notations, pictures, and text that doesn't fit. Write nothing.

    PLAN is a file, '-', or the name of a bundled plan; without it the bundled runner's week is checked.
    """
    from cardmaker.api import findings

    with terminal.working("Laying out ..."):
        job = task_of(plan, order, local).make()
    for finding in findings(job):
        terminal.report(f"{finding.level}: {finding}")
    terminal.say(f"ok: {job.loaded.source.name}: {', '.join(_counts(job))}; all of it fits")


def _counts(job: "Job") -> Iterator[str]:
    from cardmaker.pipeline.products import FORMS

    plan = job.loaded.plan
    counts = [(len(plan.weeks), ("week", "weeks")), (len(plan.workouts), ("workout", "workouts"))]
    counts += [(part.count, FORMS[part.name].counted) for part in job.parts if part.name in FORMS]
    yield from (count_of(count, *words) for count, words in counts if count)
