"""The starter plans: right, readable, and sound as training."""

import datetime
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from cardmaker.assets import templates
from cardmaker.library.library import open_library
from cardmaker.plan.load import load_plan
from cardmaker.plan.model import DAYS, Plan
from cardmaker.plan.schema import FILE, plan_schema
from cardmaker.resolve.names import open_catalogue
from cardmaker.yaml12 import load_yaml_file
from tests.plan.schema_check import fits

PLANS = sorted(templates("plans").glob("*.yaml"))
by_name = pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)


@cache
def loaded(path: Path) -> Plan:
    """The plan, read in its language."""
    return load_plan(path, open_catalogue()).plan


def plan(name: str) -> Plan:
    return loaded(templates("plans") / f"{name}.yaml")


def week_km(plan: Plan) -> list[float]:
    """The km of each week, all known."""
    return [
        sum(item.run.distance_m or float("nan") for item in week.items if item.run) / 1000
        for week in plan.weeks
    ]


def test_the_starter_plans_are_there() -> None:
    assert [path.stem for path in PLANS] == [
        "blank-week",
        "club-circuit",
        "drei-tage-studio",
        "halbmarathon",
        "half-marathon",
        "home-bodyweight",
        "hotel-room",
        "kraft-zuhause",
        "laufwoche",
        "marathon",
        "physio-home",
        "prehab",
        "run-walk-5k",
        "runners-week",
        "strength-block",
        "strength-waves",
        "ten-k-build",
        "ten-k",
        "three-day-gym",
        "zehn-kilometer",
    ]


@by_name
def test_editors_find_the_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n")[0]
    assert first == f"# yaml-language-server: $schema={FILE}"
    assert (path.parent / FILE).is_file()


@by_name
def test_they_fit_the_schema(path: Path) -> None:
    assert fits(load_yaml_file(path)[0], plan_schema(), plan_schema())


@by_name
def test_every_exercise_is_in_the_library_by_its_id(path: Path) -> None:
    library = open_library()
    used = {entry.exercise for workout in loaded(path).workouts.values() for entry in workout.entries}
    assert used <= set(library.ids)
    assert bool(used) == (path.stem != "blank-week")


@by_name
def test_every_workout_is_used(path: Path) -> None:
    plan = loaded(path)
    assert {item.cards for week in plan.weeks for item in week.items} - {""} == plan.workouts.keys()


@by_name
def test_workouts_fit_a_gym_card(path: Path) -> None:
    most = 8 if path.stem == "club-circuit" else 6  # its stations are on two large cards
    assert all(len(workout.entries) <= most for workout in loaded(path).workouts.values())


@by_name
def test_every_day_says_something_and_lines_are_short(path: Path) -> None:
    for week in loaded(path).weeks:
        assert all(week.day(day) for day in DAYS)
    assert max(map(len, path.read_text(encoding="utf-8").split("\n"))) <= 100


@by_name
def test_tips_are_short_lines(path: Path) -> None:
    tips = loaded(path).tips
    assert bool(tips) == (path.stem != "blank-week")
    assert all(len(tip) <= 58 and re.search(r"[.?!]$", tip) for tip in tips)


def test_the_week() -> None:
    week = plan("runners-week")
    assert week.start is None
    assert [[item.kind for item in week.weeks[0].day(day)] for day in DAYS] == [
        ["run", "strength"],
        ["rest"],
        ["run", "strength"],
        ["rest"],
        ["run", "strength"],
        ["run"],
        ["rest"],
    ]
    runs = [item.run.distance_m for item in week.weeks[0].items if item.run]
    assert runs == [pytest.approx(metres) for metres in (6000, 7600, 7200, 12_000)]
    assert len(week.tips) == 10


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("laufwoche", "runners-week"),
        ("halbmarathon", "half-marathon"),
        ("zehn-kilometer", "ten-k"),
        ("drei-tage-studio", "three-day-gym"),
        ("kraft-zuhause", "home-bodyweight"),
    ],
)
def test_german_plans_are_the_english_ones(german: str, english: str) -> None:
    """Their runs, sets and exercises say in German what the others say in English, in every week."""
    both = plan(german), plan(english)
    assert [each.language for each in both] == ["de", "en"]
    assert both[0].start == both[1].start
    runs, kinds, entries = (
        [
            [[one.run and (one.run.distance_m, one.run.hardest) for one in week.items] for week in each.weeks]
            for each in both
        ],
        [[[one.kind for one in week.items] for week in each.weeks] for each in both],
        [
            [
                (entry.exercise, entry.sets, entry.weeks)
                for workout in each.workouts.values()
                for entry in workout.entries
            ]
            for each in both
        ],
    )
    assert kinds[0] == kinds[1]
    assert runs[0] == runs[1]
    assert entries[0] == entries[1]
    assert len(both[0].tips) == len(both[1].tips)


def test_the_build_ends_with_its_race() -> None:
    build = plan("ten-k-build")
    assert len(build.weeks) == 8
    (race,) = (item for item in build.weeks[7].items if item.run and item.run.hardest == "race")
    assert race.run is not None
    assert race.run.distance_m == 10_000
    assert race in build.weeks[7].sun
    assert build.date(7, "sun") == datetime.date(2027, 3, 28)
    assert not any(item.strength for item in build.weeks[7].items)


def test_the_build_never_adds_more_than_a_tenth() -> None:
    totals = week_km(plan("ten-k-build"))
    assert totals == [pytest.approx(km) for km in (24, 26.4, 29, 22, 31.8, 34, 27, 24)]
    for week in range(1, len(totals)):
        assert totals[week] <= 1.1 * max(totals[:week]) + 1e-9, f"week {week + 1}"
    assert totals[3] < 0.8 * totals[2]
    assert totals[7] < totals[6] < totals[5]


@by_name
def test_hard_runs_are_never_on_neighbouring_days(path: Path) -> None:
    from cardmaker.plan.runs.efforts import HARDNESS

    for week in loaded(path).weeks:
        hard = [any(item.run and HARDNESS[item.run.hardest] >= 3 for item in week.day(day)) for day in DAYS]
        strides = [any("strides" in str(item.run) for item in week.day(day)) for day in DAYS]
        demanding = [is_hard and not light for is_hard, light in zip(hard, strides, strict=True)]
        assert not any(one and other for one, other in pairwise(demanding))


@pytest.mark.parametrize(
    ("name", "weeks", "km"),
    [("half-marathon", 12, 21.0975), ("marathon", 16, 42.195), ("run-walk-5k", 9, 5), ("ten-k", 8, 10)],
)
def test_plans_that_follow_from_a_base_week_end_with_their_race(name: str, weeks: int, km: float) -> None:
    found = plan(name).weeks
    assert len(found) == weeks
    (race,) = (item.run for item in found[-1].items if item.run and item.run.hardest == "race")
    assert race.distance_m == pytest.approx(1000 * km)


def test_comments_give_the_weeks_totals() -> None:
    text = (templates("plans") / "ten-k-build.yaml").read_text(encoding="utf-8")
    reported = [float(km) for km in re.findall(r"# Week \d: ([\d.]+) km", text)]
    assert reported == [pytest.approx(km) for km in week_km(plan("ten-k-build"))]
