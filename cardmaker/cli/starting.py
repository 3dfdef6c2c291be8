"""Options such as --weeks, --race and --distance → a starter plan's text that fits them; '' if none is given."""

import datetime
from collections.abc import Callable
from typing import Any

import click

from cardmaker.cli.params import OneOf, OptionReader
from cardmaker.plan.starters.order import DISTANCES, LEVELS, UNITS, StarterOrder
from cardmaker.valuetypes import ValueType


class DateType(ValueType[datetime.date]):
    """A date as year-month-day."""

    metavar = "DATE"

    def read(self, text: str) -> datetime.date:
        from cardmaker.plan.fields import read_date

        return read_date(text)


def race_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what a starter plan is to be for."""
    for option in reversed(
        (
            click.option(
                "--distance", type=OneOf(DISTANCES), help="Of the race: makes a plan that leads to it."
            ),
            click.option("--race", type=OptionReader(DateType()), help="The day of the race, 2027-05-16."),
            click.option("--weeks", type=int, metavar="N", help="How many weeks, up to the race's."),
            click.option(
                "--days", type=int, metavar="N", help="Days of running a week, 3 to 6.  [default: 4]"
            ),
            click.option("--level", type=OneOf(LEVELS), help="Of the athlete.  [default: intermediate]"),
            click.option("--units", type=OneOf(UNITS), help="Kilometres or miles.  [default: metric]"),
        )
    ):
        command = option(command)
    return command


def planned(asked: dict[str, Any], name: str) -> str:
    """The plan's text for the options given, '' for none; *name* is the file's. UsageError for what can't be."""
    given = {key: value for key, value in asked.items() if value is not None}
    if not given:
        return ""
    if "distance" not in given:
        raise click.UsageError(f"over which distance? give --distance {'|'.join(DISTANCES)}")
    from cardmaker.plan.starters.text import starter_plan

    try:
        return starter_plan(StarterOrder(**given), datetime.date.today(), name)
    except ValueError as fault:
        raise click.UsageError(str(fault)) from None
