"""A plan → all its mistakes, or a line that says it is right; advice besides. Nothing is written."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cardmaker.cli import terminal
from cardmaker.cli.asked import Local, plan_argument, task_of
from cardmaker.cli.columns import count_of
from cardmaker.cli.options import OptionsCommand, options
from cardmaker.cli.params import OneOf
from cardmaker.errors import ExitCode
from cardmaker.pipeline.order import Order

if TYPE_CHECKING:
    from cardmaker.api import Finding, Job

_KEYS = ("level", "rule", "message", "line", "field")

_EPILOG = """
\b
A mistake is reported with its line, so that editors can go there:
  plan.yaml:14: weeks.0.tue.0.strength: no workout 'legz'; did you mean 'legs'?

Notes and warnings are advice, from oversights to rules of training, each with its code: 'cardmaker rules CM203' says
why and on what evidence, 'ignore: [CM203]' in the plan leaves it out. They change the exit code only with --strict.
"""


@click.command("check", cls=OptionsCommand, epilog=_EPILOG)
@options(order=Order, local=Local)
@click.option("--strict", is_flag=True, help="Exit with 1 if there is a warning.")
@click.option(
    "--format", "form", type=OneOf(("text", "json", "github")), default="text", show_default=True,
    help="For people, for programs, or as annotations of a workflow.",
)  # fmt: skip
@plan_argument
def command(plan: str | None, order: Order, local: Local, strict: bool, form: str) -> None:
    """Find the mistakes in a plan, of training, too. Write nothing.

    Mistakes are wrong names, notations and pictures, and text that doesn't fit; of training, what rules advise against.

    PLAN is a file, '-', or the name of a bundled plan; without it the bundled runner's week is checked.
    """
    from cardmaker.api import findings

    with terminal.working("Laying out ..."):
        job = task_of(plan, order, local).make()
    found = findings(job)
    if form == "json":
        terminal.say_json([{key: getattr(one, key) for key in _KEYS} for one in found])
    for finding in found if form != "json" else ():
        if form == "github":
            terminal.say(_annotation(finding, job))
        else:
            terminal.report(f"{finding.level}: {finding}")
    if form == "text":
        terminal.say(f"ok: {job.loaded.source.name}: {', '.join(_counts(job))}; all of it fits")
    if strict and any(finding.level == "warning" for finding in found):
        raise click.exceptions.Exit(ExitCode.OTHER)


def _annotation(finding: "Finding", job: "Job") -> str:
    """A finding as GitHub's workflows read it, with the signs escaped that end a message."""
    level = "notice" if finding.level == "note" else finding.level
    message = finding.message.replace("%", "%25").replace("\n", "%0A")
    place = f" file={job.loaded.source.name},line={finding.line}" if finding.line else ""
    title = f",title={finding.rule}" if place and finding.rule else ""
    return f"::{level}{place}{title}::{message}"


def _counts(job: "Job") -> Iterator[str]:
    from cardmaker.pipeline.products import FORMS

    plan = job.loaded.plan
    counts = [(len(plan.weeks), ("week", "weeks")), (len(plan.workouts), ("workout", "workouts"))]
    counts += [(part.count, FORMS[part.name].counted) for part in job.parts if part.name in FORMS]
    yield from (count_of(count, *words) for count, words in counts if count)
