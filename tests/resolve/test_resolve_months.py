"""Calendar pages: which weeks and days a month has, what each day says, and pages of plans without dates."""

import datetime

import pytest

from cardmaker.handout import Handout, MonthDay, MonthSheet
from tests.resolve.resolve_kit import NBSP, handout

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FULL = """\
    mon:
      - {run: 6 x 800 m @ 5k w/ 2 min jog, name: Track}
      - {strength: lower}
      - note: Bring a watch.
    tue: [{cross-training: 40 min swim}]
    wed: [{run: 8 km easy, name: Easy run}, {run: 4 km easy}]
    thu: [{rest: or 20 min walk, name: Day off, workout: core}]
    sat: [{run: 10 km race, name: Harbour 10}]
"""


def plan(weeks: int, head: str = "") -> str:
    """A plan of equal weeks."""
    body = "".join(f"  - name: Week {n}\n{FULL}" for n in range(weeks))
    workouts = (
        "workouts:\n  lower: {exercises: [squat: 3x8]}\n  core: {label: K, exercises: [plank: 3x30 s]}\n"
    )
    return f"title: Plan\n{head}\nweeks:\n{body}{workouts}"


def months(made: Handout) -> list[MonthSheet]:
    """The calendar pages."""
    return [one for one in made.sheets["month"] if isinstance(one, MonthSheet)]


def dates(sheet: MonthSheet) -> list[list[str]]:
    """The dates in a month's rows."""
    return [[day.date for day in week.days] for week in sheet.weeks]


def day(sheet: MonthSheet, date: str) -> MonthDay:
    """A day by its date."""
    return next(one for week in sheet.weeks for one in week.days if one.date == date and not one.outside)


def test_a_page_for_each_month_that_the_plan_touches() -> None:
    made = months(handout(plan(12, "start: 2026-12-21")))
    assert [one.name for one in made] == ["December 2026", "January 2027", "February 2027", "March 2027"]
    assert [len(one.weeks) for one in made] == [2, 5, 4, 2], "the plan's weeks alone"
    january = dates(made[1])
    assert january[0] == ["28 Dec", "29 Dec", "30 Dec", "31 Dec", "1 Jan", "2", "3"]
    assert january[4] == ["25", "26", "27", "28", "29", "30", "31"]
    assert [[week.number for week in page.weeks] for page in made[::3]] == [["1", "2"], ["11", "12"]]


@pytest.mark.parametrize(
    ("head", "weeks", "most", "pages"),
    [
        ("start: 2027-02-22", 8, 5, {"February–March 2027": 6, "April 2027": 3}),
        ("start: 2027-02-22", 8, 4, {"February 2027": 1, "March 2027": 5, "April 2027": 3}),
        ("start: 2026-12-28", 6, 5, {"December 2026 – February 2027": 6}),
        ("start: 2027-05-31", 1, 5, {"May–June 2027": 1}),
        ("start: 2027-06-07", 1, 5, {"June 2027": 1}),
        ("start: 2027-02-15", 7, 5, {"February 2027": 2, "March–April 2027": 5}),
    ],
)
def test_a_month_of_one_week_is_on_the_page_of_the_one_next_to_it(
    head: str, weeks: int, most: int, pages: dict[str, int]
) -> None:
    made = months(handout(plan(weeks, head), month_weeks=most))
    assert {page.name: len(page.weeks) for page in made} == pages


def test_months_on_one_page_are_named_where_they_begin() -> None:
    [page] = months(handout(plan(2, "start: 2027-02-22")))
    first, second = page.weeks
    assert [one.date for one in (*first.days[:2], *second.days[:2])] == ["22 Feb", "23", "1 Mar", "2"]
    assert [one.first for one in (*first.days[:2], *second.days[:2])] == [False, False, True, False]
    assert not any(one.outside for week in page.weeks for one in week.days)


@pytest.mark.parametrize(
    ("start", "week_start"), [("2027-05-23", "sunday"), ("2027-05-22", "saturday"), ("2027-05-24", "monday")]
)
def test_rows_begin_where_the_plans_weeks_do(start: str, week_start: str) -> None:
    may, june = months(handout(plan(4, f"start: {start}\nweek_start: {week_start}")))
    assert may.name == "May 2027" and june.name == "June 2027"
    assert may.day_names[0] == week_start.capitalize()[:3]
    first = datetime.date.fromisoformat(start) + datetime.timedelta(days=7)
    days = [first + datetime.timedelta(days=day) for day in range(7)]
    for sheet, row, number in ((may, 1, 5), (june, 0, 6)):
        week = sheet.weeks[row]
        inside = [int(one.date.split()[0]) for one in week.days if not one.outside]
        assert inside == [on.day for on in days if on.month == number]
        assert week.number == "2"


def test_a_days_sessions_in_short() -> None:
    [sheet] = months(handout(plan(1, "start: 2027-03-01")))
    first = day(sheet, "1 Mar")
    assert first.first and first.tick and not first.rest
    assert [(one.text.replace(NBSP, " "), one.short.replace(NBSP, " ")) for one in first.sessions] == [
        ("Track: 6 × 800 m", "6 × 800 m"),
        ("Lower", "Strength"),
        ("Bring a watch.", "Bring a watch."),
    ]
    assert [(one.named, one.detail.replace(NBSP, " "), one.tick) for one in first.sessions] == [
        ("Track", "\n6 × 800 m at 5k pace, 2 min jog after each", True),
        ("Lower", "", True),
        ("Bring a watch.", "", False),
    ]
    assert first.letters == ("A",)
    assert [one.text for one in day(sheet, "2").sessions] == ["40 min swim"]
    twice = day(sheet, "3")
    assert [one.text for one in twice.sessions] == ["Easy run", "Easy run"]
    assert [one.short for one in twice.sessions] == ["Easy", "Easy"]
    assert (twice.distance, [stretch.km for stretch in twice.bar]) == ("12", [8, 4])
    off = day(sheet, "4")
    assert (off.rest, off.quiet, off.tick, off.letters) == (True, True, False, ("K",))
    assert [(one.text, one.short) for one in off.sessions] == [("Day off or 20 min walk", "Day off")]
    assert [one.text for one in day(sheet, "5").sessions] == ["Rest"]
    race = day(sheet, "6")
    assert race.highlight and [one.text for one in race.sessions] == ["Harbour 10"]


def test_days_of_other_months_are_quiet_and_days_without_plan_are_bare() -> None:
    [march] = months(handout(plan(3, "start: 2027-03-01"), weeks=(1, 3)))
    bare = day(march, "9")
    assert (bare.sessions, bare.rest, bare.tick) == ((), False, False)
    [one, two] = months(handout(plan(3, "start: 2027-03-22")))
    assert [d.outside for d in one.weeks[-1].days] == [False, False, False, True, True, True, True]
    assert [d.outside for d in two.weeks[0].days] == [True, True, True, False, False, False, False]
    assert not any(d.tick or d.quiet or d.highlight for d in one.weeks[-1].days if d.outside)
    assert one.weeks[-1].total == two.weeks[0].total
    assert [d.date for d in one.weeks[-1].days if d.outside and d.bar] == ["3 Apr"], "what the total counts"
    assert [week.logged for week in (one.weeks[-1], two.weeks[0])] == [False, True], "once, at its end"


def test_only_the_weeks_that_are_chosen() -> None:
    [sheet] = months(handout(plan(6, "start: 2027-03-01"), weeks=(2, 4)))
    assert [week.number for week in sheet.weeks] == ["2", "", "4"]


def test_a_workouts_lifts_in_waves_are_under_its_name() -> None:
    legs = "workouts: {legs: {exercises: [deadlift: 3x5 @ 70% -> 3x5 @ 80%, squat: 3x8]}}\n"
    weeks = "  - mon: [strength: legs]\n" * 2
    [page] = months(handout(f"title: Plan\nweeks:\n{weeks}{legs}"))
    details = [week.days[0].sessions[0].detail.replace(NBSP, " ") for week in page.weeks]
    assert details == ["\nDeadlift\n3 × 5\n70 %", "\nDeadlift\n3 × 5\n80 %"]


def test_plans_without_dates_have_pages_of_about_as_many_weeks() -> None:
    made = months(handout(plan(6), month_weeks=5))
    assert [(one.name, [week.number for week in one.weeks]) for one in made] == [
        ("Weeks 1–3", ["1", "2", "3"]),
        ("Weeks 4–6", ["4", "5", "6"]),
    ]
    assert {one.date for week in made[0].weeks for one in week.days} == {""}
    assert months(handout("title: P\nworkouts: {a: {exercises: [squat: 3x8]}}\n")) == []


def test_the_longest_day_fills_its_cell_and_short_days_do_not() -> None:
    [sheet] = months(handout(plan(1, "start: 2027-03-01")))
    assert sheet.scale_km == pytest.approx(13.333, abs=1e-3)
    long = plan(1, "start: 2027-03-01").replace("8 km easy", "20 km easy")
    assert months(handout(long))[0].scale_km == 24


@pytest.mark.parametrize(
    ("weeks", "head", "said"),
    [
        (3, "start: 2027-02-01", ["Plan  ·  3 weeks"]),
        (6, "start: 2027-02-01", ["Plan  ·  Weeks 1–4 of 6", "Plan  ·  Weeks 5–6 of 6"]),
        (5, "start: 2027-02-01", ["Plan  ·  5 weeks"]),
        (6, "", ["Plan  ·  6 weeks", "Plan  ·  6 weeks"]),
    ],
)
def test_a_page_says_which_of_the_plans_weeks_it_has(weeks: int, head: str, said: list[str]) -> None:
    assert [one.subtitle for one in months(handout(plan(weeks, head)))] == said


@pytest.mark.parametrize(
    ("run", "distance"), [("10 km race", ""), ("{run: 10 km race, name: Harbour run}", "10")]
)
def test_a_race_says_its_distance_once(run: str, distance: str) -> None:
    entry = run if run.startswith("{") else f"{{run: {run}}}"
    [sheet] = months(handout(f"title: Plan\nstart: 2027-02-01\nweeks:\n  - sat: [{entry}]\n"))
    assert day(sheet, "6").distance == distance


def test_what_is_repeated_is_said_where_nothing_is_hard() -> None:
    run = "5 min walk / 8 x (1 min easy w/ 90 s walk) / 5 min walk"
    week = f"  - tue: [{{run: {run}, name: Run and walk}}]\n"
    made = handout(f"title: P\nstart: 2027-03-01\nprint: {{sheets: [month]}}\nweeks:\n{week * 2}")
    [session] = months(made)[0].weeks[0].days[1].sessions
    assert session.detail.replace(NBSP, " ").strip() == "8 × 1 min easy, 90 s walk after each"
