"""Plans with rules, read in a small world of names."""

from pathlib import Path

import pytest

from cardmaker.errors import PlanError
from cardmaker.plan.load import check_plan
from cardmaker.plan.model import Day, Plan
from cardmaker.plan.source import source_of
from tests.plan.plan_names import SmallWorld

BASE = """\
title: x
start: 2027-02-01
phases: {Base: 4, Build: 4}
base_week:
  mon: {run: 6 km easy}
  wed: {run: 2 km wu / 6 x 400 m @ 5k w/ 400 m jog / 2 km cd, name: Track}
  sat: {run: 10 km long}
"""


def plan_of(text: str) -> Plan:
    return check_plan(source_of(text, "plan.yaml", Path()), SmallWorld()).plan


def refused(text: str) -> list[str]:
    """The mistakes of a plan, a line each."""
    with pytest.raises(PlanError) as fault:
        plan_of(text)
    return [line.removeprefix("plan.yaml:") for line in str(fault.value).splitlines()]


def runs_of(text: str, day: Day) -> list[str]:
    """The runs of a day of the week, week by week; '' where there is none."""
    return ["; ".join(str(item.run) for item in week.day(day) if item.run) for week in plan_of(text).weeks]


def km_of(text: str, day: Day) -> list[float]:
    """The same in kilometres."""
    return [
        sum((item.run.known_distance_m for item in week.day(day) if item.run), 0.0) / 1000
        for week in plan_of(text).weeks
    ]


def sets_of(text: str, exercise: str = "squat") -> list[str]:
    """The sets of an exercise, week by week."""
    plan = plan_of(text)
    entry = next(
        entry for workout in plan.workouts.values() for entry in workout.entries if entry.exercise == exercise
    )
    return [str(entry.in_week(week)) for week in range(len(plan.weeks))]
