"""Days named together, repeated weeks and weeks like others: what they come to, and what is refused on which line."""

from pathlib import Path

import pytest

from cardmaker.errors import PlanError
from cardmaker.plan.daynames import PATTERN, DayNames
from cardmaker.plan.load import LoadedPlan, load_plan
from cardmaker.plan.model import Week
from cardmaker.plan.weeks import DAY_KEYS
from tests.plan.plan_names import SmallWorld


def load(folder: Path, text: str) -> LoadedPlan[SmallWorld]:
    path = folder / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    return load_plan(path, SmallWorld())


def weeks_of(folder: Path, text: str) -> tuple[Week, ...]:
    return load(folder, "title: x\n" + text).plan.weeks


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(PlanError) as fault:
        load(folder, text)
    return [line.removeprefix(f"{folder}/") for line in str(fault.value).splitlines()]


def run_days(week: Week) -> str:
    """'mon tue': the days that have a run."""
    return " ".join(key for key, items in zip(DAY_KEYS, map(week.day, DAY_KEYS), strict=True) if items)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("mon", "mon"),
        ("Monday", "mon"),
        ("MON", "mon"),
        ("Mondays", "mon"),
        ("Mon.", "mon"),
        ("Weds", "wed"),
        ("thurs", "thu"),
        ("mon, wed, fri", "mon wed fri"),
        ("Mon/Wed/Fri", "mon wed fri"),
        ("tue & thu", "tue thu"),
        ("tue and thu", "tue thu"),
        ("mon-fri", "mon tue wed thu fri"),
        ("Mon – Wed", "mon tue wed"),
        ("mon to wed, sun", "mon tue wed sun"),
        ("sat-mon", "mon sat sun"),
        ("weekdays", "mon tue wed thu fri"),
        ("weekend", "sat sun"),
        ("daily", "mon tue wed thu fri sat sun"),
        ("Day 1", "mon"),
        ("day 7", "sun"),
    ],
)
def test_names_of_days(tmp_path: Path, key: str, days: str) -> None:
    (week,) = weeks_of(tmp_path, f'weeks: [{{"{key}": {{run: 3 km easy}}}}]')
    assert run_days(week) == days


def test_day_1_is_the_first_day_of_the_plans_week(tmp_path: Path) -> None:
    (week,) = weeks_of(tmp_path, "week_start: sunday\nweeks: [{Day 1: {run: 3 km}, Day 2: {run: 4 km}}]")
    assert run_days(week) == "mon sun"


def test_days_in_the_plans_language(tmp_path: Path) -> None:
    (week,) = weeks_of(tmp_path, "language: no\nweeks: [{mandag-onsdag: {run: 3 km}, Lørdag: {run: 9 km}}]")
    assert run_days(week) == "mon tue wed sat"


@pytest.mark.parametrize("key", ["focus", "moon", "goal", "", "to", "day", "run"])
def test_keys_that_are_no_days(key: str) -> None:
    assert DayNames().days(key) is None


def test_a_day_alone_goes_before_days_together(tmp_path: Path) -> None:
    for order in ("mon-fri: rest, wed: {run: 3 km}", "wed: {run: 3 km}, mon-fri: rest"):
        (week,) = weeks_of(tmp_path, f"weeks: [{{{order}}}]")
        assert [week.day(day)[0].kind for day in ("mon", "wed", "fri")] == ["rest", "run", "rest"]


BASE = """title: x
weeks:
  - name: Base
    note: talk while you run
    repeat: 3
    mon, wed: {run: 8 km easy}
    sun: {run: 14 km long}
  - like: 2
    name: Build
    sun: {run: 16 km long}
    wed:
"""


def test_repeats_and_likenesses(tmp_path: Path) -> None:
    weeks = load(tmp_path, BASE).plan.weeks
    assert [week.name for week in weeks] == ["Base"] * 3 + ["Build"]
    assert weeks[0] == weeks[1] == weeks[2]
    assert weeks[3].note == "talk while you run"
    assert (weeks[3].mon, weeks[3].wed) == (weeks[0].mon, ())
    (longer,) = weeks_of(tmp_path, "weeks: [{sun: {run: 16 km long}}]")
    assert weeks[3].sun == longer.sun != weeks[2].sun


def test_eight_weeks_in_forty_lines(tmp_path: Path) -> None:
    text = BASE + "".join(f"  - {{like: 4, sun: {{run: {km} km long}}}}\n" for km in (17, 18, 14, 12))
    assert len(load(tmp_path, text).plan.weeks) == 8
    assert len(text.splitlines()) <= 40


def test_named_days(tmp_path: Path) -> None:
    text = """days:
  easy day: {run: 8 km easy}
  double: [{run: 6 km easy}, {note: lunch in between}, {run: 4 km easy}]
weeks:
  - mon: Easy Day
    tue: double
    wed: [easy day, {note: stretch}]
    thu: [{note: first}, double]
"""
    (week,) = weeks_of(tmp_path, text)
    kinds = [[item.kind for item in week.day(day)] for day in ("mon", "tue", "wed", "thu")]
    assert kinds == [["run"], ["run", "note", "run"], ["run", "note"], ["note", "run", "note", "run"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "title: x\nweeks:\n  - mon-fri: {run: fast}\n    repeat: 4\n  - like: 2",
            ["plan.yaml:3: weeks.0.mon-fri.run: "],
        ),
        (
            "title: x\ndays:\n  hard: [{run: fast}]\nweeks:\n  - mon: hard\n    wed: [rest, hard]",
            ["plan.yaml:3: days.hard.0.run: "],
        ),
        (
            "title: x\nweeks:\n  - {}\n  - {like: 2}\n  - like: 0\n  - like: Base",
            [
                "plan.yaml:4: weeks.1.like: should be the number of a week before this one, not 2; write 1",
                "plan.yaml:5: weeks.2.like: should be the number of a week before this one, not 0; write 1 to 2",
                "plan.yaml:6: weeks.3.like: should be the number of a week before this one, not 'Base'; write 1 to 3",
            ],
        ),
        (
            "title: x\nweeks: [{like: 1}]",
            [
                "plan.yaml:2: weeks.0.like: should be the number of a week before this one, not 1; "
                "there is none before the first"
            ],
        ),
        (
            "title: x\nweeks: [{repeat: 0}, {repeat: 2.5}, {repeat: many}, {repeat: 261}]",
            [
                "plan.yaml:2: weeks.0.repeat: should be how many weeks, 1 to 260, not 0",
                "plan.yaml:2: weeks.1.repeat: should be how many weeks, 1 to 260, not 2.5",
                "plan.yaml:2: weeks.2.repeat: should be how many weeks, 1 to 260, not 'many'",
                "plan.yaml:2: weeks.3.repeat: should be how many weeks, 1 to 260, not 261",
            ],
        ),
        (
            "title: x\nweeks:\n  - repeat: 200\n  - repeat: 61",
            ["plan.yaml:4: weeks.1: more than 260 weeks, counting what 'repeat' adds"],
        ),
        (
            "title: x\nweeks:\n  - mon-fry: rest\n  - mon, wedd: rest",
            [
                "plan.yaml:3: weeks.0.mon-fry: 'fry' is no day; write mon-fri, or mon, wed, fri",
                "plan.yaml:4: weeks.1.mon, wedd: 'wedd' is no day; write mon-fri, or mon, wed, fri",
            ],
        ),
        (
            "title: x\nweeks:\n  - mon: rest\n    Monday: {run: 3 km}\n    tue-thu: rest\n    wed-sat: rest",
            [
                "plan.yaml:4: weeks.0.Monday: mon is in 'mon' and in 'Monday'; write it in one of them",
                "plan.yaml:6: weeks.0.wed-sat: wed is in 'tue-thu' and in 'wed-sat'; write it in one of them",
                "plan.yaml:6: weeks.0.wed-sat: thu is in 'tue-thu' and in 'wed-sat'; write it in one of them",
            ],
        ),
        (
            "title: x\nweeks: [{wensday: rest}]",
            ["plan.yaml:2: weeks.0.wensday: 'wensday' is no day; did you mean 'wednesday'?"],
        ),
        (
            "title: x\nweeks:\n  - mon-wed-sat: rest\n    tue 3 March 2027: {run: 5 km}\n"
            "    Sunday long run: {run: 9 km}",
            [
                "plan.yaml:3: weeks.0.mon-wed-sat: 'mon-wed-sat' is no day; write mon-fri, or mon, wed, fri",
                "plan.yaml:4: weeks.0.tue 3 March 2027: 'tue 3 March 2027' is a day and more; write 'tue' alone, what"
                " is done under 'name:' or 'note:', and the date of the first week under 'start:'",
                "plan.yaml:5: weeks.0.Sunday long run: 'Sunday long run' is a day and more; write 'sunday' alone, what"
                " is done under 'name:' or 'note:', and the date of the first week under 'start:'",
            ],
        ),
        (
            "title: x\nweeks:\n  - mon: rest\n    repeat 3: true",
            ["plan.yaml:4: weeks.0.repeat 3: unknown key 'repeat 3'; write 'repeat: 3'"],
        ),
        ("title: x\nweeks:\n  - mon: rest\n  - just words", ["plan.yaml:4: weeks.1: should be a mapping"]),
        (
            "title: x\ndays: {easy day: {run: 3 km}}\nweeks:\n  - mon: esay day",
            ["plan.yaml:4: weeks.0.mon: "],
        ),
    ],
)
def test_what_is_wrong_is_reported_once_in_the_files_own_terms(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    found = problems(tmp_path, text)
    assert len(found) == len(expected)
    for line, beginning in zip(found, expected, strict=True):
        assert line.startswith(beginning)


def test_lines_of_weeks_that_were_put_together(tmp_path: Path) -> None:
    source = load(tmp_path, BASE).source
    assert [source.lines.at(("weeks", week, "mon", "run")) for week in range(4)] == [6, 6, 6, 6]
    assert source.lines.at(("weeks", 3, "sun", "run")) == 10
    assert source.lines.at(("weeks", 3, "note")) == 4


@pytest.mark.parametrize(
    "key", ["Monday", "mon-fri", "tue, thu", "WEEKEND", "Day 3", "mon to wed, sun", "Weds."]
)
def test_editors_know_the_names_of_days(key: str) -> None:
    import re

    assert re.search(PATTERN, key)
    assert not re.search(PATTERN, f"x{key}")
