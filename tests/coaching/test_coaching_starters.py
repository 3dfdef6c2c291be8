"""Starter plans, bundled and made to measure, draw no advice but what they say why they ignore."""

import datetime
import random
from itertools import product
from pathlib import Path

import pytest

from cardmaker.coaching.catalogue import advise
from cardmaker.coaching.facts import Facts
from cardmaker.plan.load import load_plan
from cardmaker.plan.starters.order import (
    DISTANCES,
    FEWEST_DAYS,
    LEVELS,
    MOST_DAYS,
    MOST_WEEKS,
    UNITS,
    WEEKS,
    Distance,
    StarterOrder,
)
from cardmaker.plan.starters.text import starter_plan
from cardmaker.resolve.names import open_catalogue
from tests.kit import PLANS
from tests.resolve.resolve_kit import read

TODAY = datetime.date(2026, 11, 29)
SUNDAY, SATURDAY, THURSDAY, WEDNESDAY, MONDAY = (datetime.date(2027, 7, day) for day in (11, 10, 8, 7, 5))


@pytest.mark.parametrize("path", PLANS.values(), ids=PLANS)
def test_bundled_plans_draw_no_advice_and_say_why_they_ignore_some(path: Path) -> None:
    loaded = load_plan(path, open_catalogue())
    assert advise(Facts(loaded.plan, loaded.names.library)) == ()
    (line,) = [line for line in path.read_text("utf-8").splitlines() if line.startswith("ignore:")] or [""]
    assert bool(loaded.plan.ignore) == ("# " in line)


@pytest.mark.parametrize(
    "order",
    [
        StarterOrder("5k", 3, 4, SUNDAY, "beginner"),
        StarterOrder("5k", 4, 5, SUNDAY, "beginner"),
        StarterOrder("5k", 5, 7, SUNDAY, units="imperial"),
        StarterOrder("5k", 6, 26, SUNDAY, "advanced", "imperial"),
        StarterOrder("10k", 4, 6, SUNDAY, "beginner", "imperial"),
        StarterOrder("10k", 5, 12, SUNDAY),
        StarterOrder("half", 4, 12, SUNDAY),
        StarterOrder("half", 3, 8, SUNDAY, "advanced"),
        StarterOrder("marathon", 3, 12, SUNDAY, "intermediate"),
        StarterOrder("marathon", 6, 26, SUNDAY, "beginner", "imperial"),
    ],
    ids=lambda order: f"{order.distance}-{order.days}-{order.weeks}",
)  # fmt: skip
def test_plans_made_to_measure_draw_none(order: StarterOrder) -> None:
    plan, names = read(starter_plan(order, TODAY))
    assert advise(Facts(plan, names.library)) == ()
    assert len(plan.weeks) == order.weeks
    running = sum(bool(item.runs) for item in plan.weeks[0].items)
    assert running == order.days
    assert plan.date(len(plan.weeks) - 1, "sun") == SUNDAY
    assert plan.weeks[-1].sun[0].run.hardest == "race"


@pytest.mark.parametrize(
    "order",
    [
        StarterOrder("10k", 3, 10, THURSDAY, "beginner"),  # the last week lacks a strength session
        StarterOrder("marathon", 3, 12, MONDAY),  # the long run would be on the day before
        StarterOrder("marathon", 6, 25, MONDAY, "beginner"),
        StarterOrder("5k", 4, 10, SATURDAY, "beginner"),
        StarterOrder("half", 4, 12, WEDNESDAY),
    ],
    ids=lambda order: f"{order.distance}-{order.days}-{order.race:%a}",
)
def test_the_race_may_be_on_any_day(order: StarterOrder) -> None:
    plan, names = read(starter_plan(order, TODAY))
    assert advise(Facts(plan, names.library)) == ()
    assert not plan.ignore
    days = [
        (plan.date(week, day), content.day(day))
        for week, content in enumerate(plan.weeks)
        for day in plan.days
    ]
    (race,) = [number for number, (date, _) in enumerate(days) if date == order.race]
    assert days[race][1][0].run.hardest == "race"
    assert not any(item.runs for _, items in (days[race - 1], *days[race + 1 :]) for item in items)


@pytest.mark.deep
@pytest.mark.parametrize("distance", DISTANCES)
def test_every_plan_that_can_be_asked_for_draws_none(distance: Distance) -> None:
    """One in seven of 15,000, others each time: all of them take most of an hour."""
    races = [None, *(SUNDAY - datetime.timedelta(days=days) for days in range(7))]
    weeks = range(WEEKS[distance].fewest, MOST_WEEKS + 1)
    every = list(product(weeks, range(FEWEST_DAYS, MOST_DAYS + 1), LEVELS, UNITS, races))
    for count, days, level, units, race in random.sample(every, len(every) // 7):
        order = StarterOrder(distance, days, count, race, level, units)
        plan, names = read(starter_plan(order, TODAY))
        assert advise(Facts(plan, names.library)) == (), order
