"""A plan → the same plan with every week written out."""

from pathlib import Path

import click

from cardmaker.cli import terminal
from cardmaker.cli.asked import PlanName, plan_path
from cardmaker.cli.params import force_option, templates_option

_EPILOG = """
\b
Examples:
  cardmaker expand my-plan.yaml
  cardmaker expand my-plan.yaml -o all-weeks.yaml

Phases, a base week and what changes a week become weeks, rules of lifts the sets of each week, repeated weeks and days
by name what they mean. Building what it prints gives the same pages.
"""


@click.command("expand", epilog=_EPILOG)
@click.argument("plan", type=PlanName(), metavar="PLAN")
@click.option("-o", "--output", metavar="FILE", help="Write it there instead of printing it.")
@force_option
@templates_option("exercises and languages")
def command(plan: str, output: str | None, force: bool, templates: tuple[Path, ...]) -> None:
    """Print a plan with every week written out."""
    from cardmaker.api import expanded

    text = expanded(plan_path(plan, templates), templates=templates)
    if output is None:
        terminal.say_all(text.removesuffix("\n").split("\n"))
        return
    from cardmaker.deliver.destination import keep_existing
    from cardmaker.deliver.files import write_files

    path = Path(output)
    keep_existing([path], force, "name")
    write_files({path: text.encode()})
    terminal.say(f"wrote {path}")
