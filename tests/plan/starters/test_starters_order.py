"""When a starter plan begins, and what can't be fitted."""

import datetime

import pytest

from cardmaker.plan.starters.order import DISTANCES, WEEKS, StarterOrder, dates_of
from cardmaker.plan.starters.text import starter_plan
from cardmaker.plan.starters.training import LONG, STEPS, long_runs

MONDAY = datetime.date(2026, 11, 30)


def race(weeks: int, weekday: int = 6) -> datetime.date:
    """A day of the week that is so many weeks from now, the first of them this one."""
    return MONDAY + datetime.timedelta(days=7 * (weeks - 1) + weekday)


@pytest.mark.parametrize("weekday", [0, 2, 4, 6])
def test_the_race_is_in_the_last_week(weekday: int) -> None:
    dates = dates_of(StarterOrder("half", 4, 12, race(20, weekday)), MONDAY)
    assert dates.start == MONDAY + datetime.timedelta(weeks=8)
    assert (dates.weeks, dates.race, dates.first) == (12, weekday, 0)


def test_a_race_on_a_saturday_ends_weeks_that_begin_on_a_sunday() -> None:
    dates = dates_of(StarterOrder("half", 4, 12, race(20, 5)), MONDAY)
    assert dates.start is not None
    assert dates.start.weekday() == 6
    assert dates.start + datetime.timedelta(days=7 * 11 + dates.race) == race(20, 5)
    assert dates.race == 6


@pytest.mark.parametrize(("there", "weeks"), [(8, 8), (11, 11), (12, 12), (30, 12)])
def test_without_weeks_they_are_those_there_are_up_to_the_usual(there: int, weeks: int) -> None:
    assert dates_of(StarterOrder("half", race=race(there)), MONDAY).weeks == weeks


def test_without_a_race_there_are_no_dates() -> None:
    dates = dates_of(StarterOrder("10k"), MONDAY)
    assert (dates.start, dates.weeks, dates.race) == (None, WEEKS["10k"].usual, 6)


def test_a_plan_may_begin_in_this_week_but_not_before() -> None:
    order = StarterOrder("5k", 4, 4, race(4))
    assert dates_of(order, MONDAY).start == MONDAY
    assert dates_of(order, MONDAY + datetime.timedelta(days=6)).start == MONDAY
    with pytest.raises(ValueError, match="week 3 from now"):
        dates_of(order, MONDAY + datetime.timedelta(days=7))


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (StarterOrder("5k", 2), "3 to 6 days"),
        (StarterOrder("5k", 7), "3 to 6 days"),
        (StarterOrder("marathon", 4, 11), "a marathon takes at least 12 weeks"),
        (StarterOrder("5k", 4, 27), "at most 26"),
        (StarterOrder("5k", race=MONDAY), "is in the past"),
        (StarterOrder("10k", 4, 9, race(8)), "--weeks 8 or fewer"),
        (StarterOrder("half", race=race(7)), "at least 8; choose a later race"),
    ],
)
def test_what_cannot_be_fitted_is_refused_with_the_remedy(order: StarterOrder, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        dates_of(order, MONDAY)


@pytest.mark.parametrize("distance", DISTANCES)
@pytest.mark.parametrize("units", STEPS)
def test_long_runs_grow_by_a_tenth_or_a_kilometre_at_most(distance: str, units: str) -> None:
    for (kind, _level), long in LONG.items():
        for growing in range(25) if kind == distance else ():
            first, step, longest = long_runs(long, units, growing)  # type: ignore[arg-type]
            assert step <= max(0.1 * first, 1 / STEPS[units].unit)
            assert first <= longest <= first + step * growing


def test_the_plan_says_what_it_is_for() -> None:
    text = starter_plan(StarterOrder("half", 4, 12, race(20), "beginner", "imperial"), MONDAY, "half.yaml")
    first = text.split("\n\n")[0]
    assert "12 weeks to a half marathon, four runs and two strength sessions a week" in first
    assert "cardmaker expand half.yaml" in first
    assert " mi at once already" in first
    assert "level: beginner" in text
    assert "units: imperial" in text
    assert max(map(len, text.splitlines())) <= 110
