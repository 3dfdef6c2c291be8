"""The way to a race: how much less there is on which day, wherever the race is."""

import pytest

from cardmaker.plan.model import DAYS, Plan
from tests.plan.progression.progression_kit import BASE, km_of, plan_of, runs_of, sets_of

RULES = "change: {long: +1 km}\ntaper: 2 weeks, -50%\n"


def km_before(plan: Plan, race: int, first: int, last: int) -> float:
    """What is run from *first* to *last* days before the race."""
    days = [day for week in plan.weeks for day in map(week.day, DAYS)]
    runs = [item.run for day in days[race - first : race - last + 1] for item in day if item.run]
    return sum(run.known_distance_m for run in runs) / 1000


@pytest.mark.parametrize(
    "race", [55, 52, 50, 49, 45, 38], ids=["sun 8", "thu 8", "tue 8", "mon 8", "thu 7", "thu 6"]
)
def test_the_last_seven_days_have_half_and_the_seven_before_a_quarter_less(race: int) -> None:
    """Against the last week that is wholly before the taper, which has the same days."""
    week, day = divmod(race, 7)
    plan = plan_of(f"{BASE}{RULES}race: {{week: {week + 1}, day: {DAYS[day]}, run: 10 km}}\n")
    full = max(km_before(plan, 7 * n + 7, 7, 1) for n in range((race - 14) // 7))
    assert km_before(plan, race, 7, 1) == pytest.approx(0.5 * full, rel=0.04)
    assert km_before(plan, race, 14, 8) == pytest.approx(0.75 * full, rel=0.04)
    assert [str(item.run) for item in plan.weeks[week].day(DAYS[day])] == ["10 km race"]


def test_what_comes_after_the_race_stays_low() -> None:
    km = km_of(f"{BASE}{RULES}race: {{week: 6, day: sun, run: 10 km}}\n", "wed")
    assert km[5] == km[6] == km[7] < km[4] < km[3] == 8.8


def test_paces_and_lengths_of_repeats_stay() -> None:
    track = runs_of(f"{BASE}{RULES}race: {{date: 2027-03-28, run: 10 km}}\n", "wed")
    assert track[5:] == [
        "2 km wu / 6 x 400 m @ 5k w/ 400 m jog / 2 km cd",
        "2 km wu / 4 x 400 m @ 5k w/ 400 m jog / 2 km cd",
        "2 km wu / 2 x 400 m @ 5k w/ 400 m jog / 2 km cd",
    ]


def test_a_long_run_in_the_week_of_the_race_is_an_easy_one() -> None:
    text = BASE.replace("{run: 10 km long}", "{run: 10 km long, name: Long run, note: Slowly}")
    plan = plan_of(f"{text}{RULES}race: {{date: 2027-03-28, run: 10 km}}\n")
    item = plan.weeks[7].sat[0]
    assert (item.run.hardest, item.name, item.note) == ("easy", "", "Slowly")
    assert plan.weeks[6].sat[0].name == "Long run"


def test_a_race_that_a_phase_has_is_found() -> None:
    text = BASE.replace("{Base: 4, Build: 4}", "{Base: 7, Race: {weeks: 1, sun: {run: 10 km race}}}")
    assert runs_of(f"{text}{RULES}", "sat") == runs_of(
        f"{BASE}{RULES}race: {{week: 8, day: sun, run: 10 km}}\n", "sat"
    )


def test_a_race_that_a_week_has_is_found() -> None:
    text = f"{BASE}{RULES}weeks: {{8: {{sun: {{run: 10 km race}}}}}}\n"
    assert runs_of(text, "sat") == runs_of(f"{BASE}{RULES}race: {{week: 8, day: sun, run: 10 km}}\n", "sat")


def test_single_days_override_the_taper() -> None:
    text = f"{BASE}{RULES}race: {{week: 8, day: sun, run: 10 km}}\n"
    text += "weeks: {8: {sat: rest, mon: {run: 8 km easy}}}\n"
    assert runs_of(text, "mon")[7] == "8 km easy"
    assert runs_of(text, "sat")[7] == ""


def test_a_lighter_week_in_the_taper_is_the_tapers() -> None:
    """Week 8 is a fourth, too; it isn't made lighter twice."""
    both = f"{BASE}{RULES}race: {{week: 8, day: sun, run: 10 km}}\nlighter: 'week 8: -30%'\n"
    alone = f"{BASE}{RULES}race: {{week: 8, day: sun, run: 10 km}}\n"
    assert km_of(both, "wed") == km_of(alone, "wed")
    assert not any(week.lighter for week in plan_of(both).weeks)


def test_sets_come_down_with_the_running_and_loads_stay() -> None:
    text = f"{BASE}{RULES}race: {{week: 8, day: sun, run: 10 km}}\n"
    text += "workouts: {legs: {exercises: [{squat: '4x5 60 kg, +2.5 kg a week'}]}}\n"
    assert sets_of(text)[5:] == ["4x5 72.5 kg", "3x5 72.5 kg", "2x5 72.5 kg"]


def test_a_race_in_a_week_that_begins_on_sunday() -> None:
    text = BASE.replace("start: 2027-02-01", "start: 2027-01-31\nweek_start: sunday")
    plan = plan_of(f"{text}{RULES}race: {{date: 2027-03-21, run: 10 km, name: Spring run}}\n")
    assert [item.name for item in plan.weeks[7].sun] == ["Spring run"]
