"""What a starter plan is to be for, and whether it can be."""

import datetime
from collections.abc import Mapping
from typing import Final, Literal, get_args

from cardmaker.namedtuple import NamedTuple
from cardmaker.record import record

Distance = Literal["5k", "10k", "half", "marathon"]
StarterLevel = Literal["beginner", "intermediate", "advanced"]
StarterUnits = Literal["metric", "imperial"]
DISTANCES: Final[tuple[Distance, ...]] = get_args(Distance)
LEVELS: Final[tuple[StarterLevel, ...]] = get_args(StarterLevel)
UNITS: Final[tuple[StarterUnits, ...]] = get_args(StarterUnits)

FEWEST_DAYS, MOST_DAYS = 3, 6
"""Of running: two leave too much to the long run, seven leave no day of rest."""
MOST_WEEKS: Final = 26
"""Half a year; what comes before a longer one is a plan of its own."""


class WeekSpan(NamedTuple):
    """How many weeks a distance takes: at least, and as a rule."""

    fewest: int
    usual: int


WEEKS: Final[Mapping[Distance, WeekSpan]] = {
    "5k": WeekSpan(4, 8),
    "10k": WeekSpan(6, 10),
    "half": WeekSpan(8, 12),
    "marathon": WeekSpan(12, 16),
}
"""The fewest leave room to lengthen the long run by a tenth a week from what a runner of the level does anyway."""


@record
class StarterOrder:
    """A race over *distance*, on *race* or on the last day of the plan, in *weeks* weeks of *days* days of running.

    Without *weeks*, they are as many as there are until the race, and not more than is usual.
    """

    distance: Distance
    days: int = 4
    weeks: int | None = None
    race: datetime.date | None = None
    level: StarterLevel = "intermediate"
    units: StarterUnits = "metric"


@record
class PlanDates:
    """From which day a plan goes, None without dates, for how many weeks; *race* is the day of the last, from 0."""

    start: datetime.date | None
    weeks: int
    race: int
    first: int = 0
    """The weekday that weeks begin on: Monday, or Sunday for a race on a Saturday, which ends its week so."""


def dates_of(order: StarterOrder, today: datetime.date) -> PlanDates:
    """When the plan begins, in this week at the earliest; ValueError with the remedy for what can't be fitted."""
    if not FEWEST_DAYS <= order.days <= MOST_DAYS:
        raise ValueError(
            f"--days {order.days}: plans have {FEWEST_DAYS} to {MOST_DAYS} days of running a week"
        )
    least, usual = WEEKS[order.distance]
    if order.weeks is not None and order.weeks > MOST_WEEKS:
        raise ValueError(
            f"--weeks {order.weeks}: at most {MOST_WEEKS}; begin later, or with a plan for a shorter race"
        )
    if order.weeks is not None and order.weeks < least:
        raise ValueError(f"--weeks {order.weeks}: {_named(order.distance)} takes at least {least} weeks")
    if order.race is None:
        return PlanDates(None, order.weeks or usual, 6)
    if order.race <= today:
        raise ValueError(f"--race {order.race}: is in the past; write the day of a race to come")
    first = 6 if order.race.weekday() == 5 else 0
    last, this = (day - datetime.timedelta(days=(day.weekday() - first) % 7) for day in (order.race, today))
    there = (last - this).days // 7 + 1
    weeks = order.weeks or min(there, usual)
    if there < least:
        raise ValueError(
            f"--race {order.race}: is in week {there} from now, and {_named(order.distance)} takes at least {least};"
            " choose a later race or a shorter distance"
        )
    if weeks > there:
        raise ValueError(
            f"--weeks {weeks}: there are {there} until {order.race}; write --weeks {there} or fewer, or leave it out"
        )
    start = last - datetime.timedelta(days=7 * (weeks - 1))
    return PlanDates(start, weeks, (order.race - last).days, first)


def _named(distance: Distance) -> str:
    return {"5k": "5 km", "10k": "10 km", "half": "half a marathon", "marathon": "a marathon"}[distance]
