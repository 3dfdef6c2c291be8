"""A plan in pictures: what each chart shows of its weeks, and the sets that the check counts, by muscle."""

from typing import Any

import pytest

from cardmaker.coaching.facts import Facts
from cardmaker.frame import Text
from cardmaker.handout import Chart, OverviewSheet
from cardmaker.pipeline.order import Order
from cardmaker.resolve.overviews import MANY, SOME
from tests.kit import shared_workshop

WORKSHOP = shared_workshop()
EASY = {"mon": [{"run": "8 km easy"}], "sat": [{"run": "12 km long"}]}
HARD = {"mon": [{"run": "5 km easy"}], "wed": [{"run": "5 km tempo"}, {"strength": "legs"}]}
RACE = {"sun": [{"run": "10 km race"}]}
PLAN: dict[str, Any] = {
    "title": "Plan",
    "weeks": [{"name": "Base", **EASY}, {"name": "Build", **HARD}, {"name": "Build", **HARD}, RACE],
    "workouts": {
        "legs": {"exercises": [{"squat": "4x8"}, {"calf raise": "3x12"}, {"hip flexor stretch": "2x30s"}]}
    },
}


def pages(plan: dict[str, Any], **order: Any) -> list[OverviewSheet]:
    """The overviews of a plan."""
    asked = Order(sheets=("overview",), parts=("sheets",), **order)
    made = WORKSHOP.make(WORKSHOP.load(plan), asked).handout.sheets["overview"]
    return [one for one in made if isinstance(one, OverviewSheet)]


def said(chart: Chart) -> list[str]:
    return [bar.value for bar in chart.bars]


def test_each_chart_has_a_bar_a_week_and_says_what_it_is() -> None:
    [page] = pages(PLAN)
    assert said(page.distance) == ["20", "10", "10", "10"]
    assert said(page.longest) == ["12", "5", "5", ""], "the race is not training"
    assert said(page.shares) == ["100\xa0%", "50\xa0%", "50\xa0%", ""]
    assert said(page.sets) == ["", "7", "7", ""], "stretches are no sets of strength"
    assert [bar.strong for bar in page.distance.bars] == [False, False, False, True]


def test_parts_of_a_bar_are_its_efforts_from_the_easiest_up() -> None:
    [page] = pages(PLAN)
    assert [[part.effort for part in bar.parts] for bar in page.distance.bars] == [
        ["easy", "long"], ["easy", "tempo"], ["easy", "tempo"], ["fast"],
    ]  # fmt: skip
    assert [bar.amount for bar in page.shares.bars] == [100, 100, 100, 0]


def test_what_is_hard_has_the_colours_of_its_efforts() -> None:
    days = {**HARD, "fri": [{"run": "5 km @ 5k"}]}
    [page] = pages({**PLAN, "weeks": [HARD, days]})
    shares = [[(part.effort, part.km) for part in bar.parts] for bar in page.shares.bars]
    assert shares == [[("easy", 50), ("tempo", 50)], [("easy", 33), ("tempo", 33.5), ("fast", 33.5)]]


def test_numbers_of_the_whole_plan() -> None:
    [page] = pages(PLAN)
    facts = {fact.name: fact.value.replace("\xa0", " ") for fact in page.facts}
    assert facts == {
        "in all": "50 km", "runs": "7", "longest run": "12 km", "easy distance in training": "75 %",
        "strength sessions": "2", "strength sets": "14",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("weeks", "said", "far"), [((1, 2), "Weeks 1–2 of 4", "30 km"), ((1, 3), "Weeks 1, 3 of 4", "30 km")]
)
def test_numbers_of_some_weeks_are_theirs(weeks: tuple[int, ...], said: str, far: str) -> None:
    [page] = pages(PLAN, weeks=weeks)
    facts = {fact.name: fact.value.replace("\xa0", " ") for fact in page.facts}
    assert page.subtitle.startswith(said)
    assert (facts["in all"], facts["strength sets"]) == (far, "7")


def test_a_plan_of_nothing_but_races_has_no_training_to_speak_of() -> None:
    [page] = pages({"title": "Plan", "weeks": [RACE, RACE]})
    assert [fact.name for fact in page.facts] == ["in all", "runs"]
    assert said(page.longest) == ["", ""]


@pytest.mark.parametrize(("weeks", "share"), [(16, "100\xa0%"), (17, "100")])
def test_shares_have_their_sign_where_bars_are_wide_enough(weeks: int, share: str) -> None:
    page, *_ = pages({"title": "Plan", "weeks": [EASY] * weeks})
    assert set(said(page.shares)) == {share}


def test_sets_for_a_muscle_are_those_of_the_check_on_average_of_weeks_with_strength() -> None:
    [page] = pages(PLAN)
    rows = {row.name: row for row in page.groups}
    plan = WORKSHOP.load(PLAN)
    counted = Facts(plan.plan, plan.names.library).days[9].sessions[0].groups
    assert rows["Quads"].sets == str(counted["quads"]) == "4"
    assert rows["Calves"].sets == str(counted["calves"]) == "3"
    assert "2 weeks" in page.groups_note


def test_muscles_without_sets_have_a_row_in_plans_of_more_than_four_weeks() -> None:
    [short], [long] = pages(PLAN), pages({**PLAN, "weeks": [*PLAN["weeks"], EASY]})
    assert "Chest" not in {row.name for row in short.groups}
    [chest] = [row for row in long.groups if row.name == "Chest"]
    assert chest.sets == "–" and not chest.bar


@pytest.mark.parametrize(
    ("sets", "look"), [(SOME - 1, "few"), (SOME, "some"), (MANY - 1, "some"), (MANY, "many")]
)
def test_a_muscles_surface_follows_how_many_sets_it_gets(sets: int, look: str) -> None:
    [page] = pages({**PLAN, "workouts": {"legs": {"exercises": [{"calf raise": f"{sets}x12"}]}}})
    assert page.body is not None
    assert dict(page.body.surfaces)["calves"] == f"sets-{look}"
    assert "quads" not in dict(page.body.surfaces)


def test_phases_are_as_wide_as_their_weeks_and_a_nameless_week_is_part_of_one() -> None:
    [page] = pages(PLAN)
    assert [(span.name, span.weeks) for span in page.spans] == [("Base", 1), ("Build", 3)]


def test_without_runs_or_without_strength_charts_are_empty() -> None:
    runs_only = pages({"title": "Plan", "weeks": [EASY, EASY]})[0]
    assert runs_only.running
    assert not (runs_only.sets or runs_only.groups or runs_only.body)
    lifts = {"mon": [{"strength": "legs"}]}
    lifts_only = pages({**PLAN, "weeks": [lifts, lifts]})[0]
    assert not (lifts_only.running or lifts_only.distance or lifts_only.longest or lifts_only.shares)
    assert lifts_only.sets


def test_weeks_that_are_alike_have_no_charts_of_longest_run_and_easy_share() -> None:
    alike, other = (pages({"title": "Plan", "weeks": [EASY, week]})[0] for week in (EASY, TIMED))
    lifts = {"mon": [{"strength": "legs"}]}
    none = pages({**PLAN, "weeks": [lifts, lifts]})[0]
    assert not any((page.longest.varied or page.shares.varied) for page in (alike, none))
    assert other.longest.varied and other.shares.varied
    assert alike.distance, "how far is drawn all the same"


TIMED = {"mon": [{"run": "60 min easy"}, {"run": "30 min tempo"}]}


def test_a_plan_by_time_is_drawn_in_time() -> None:
    [page] = pages({"title": "Plan", "weeks": [TIMED, {"mon": [{"run": "40 min easy"}]}]})
    assert (said(page.distance), said(page.longest)) == (["90", "40"], ["60", "40"])
    assert said(page.shares) == ["67\xa0%", "100\xa0%"]
    assert [fact.value for fact in page.facts[:3:2]] == ["2:10\xa0h", "60\xa0min"]
    assert [bar.amount for bar in page.distance.bars] == pytest.approx([15, 40 / 6])


def test_what_is_run_by_time_is_about_so_far_in_a_plan_by_distance() -> None:
    [page] = pages({"title": "Plan", "weeks": [TIMED, EASY]})
    assert [value[0] for value in (*said(page.distance), *said(page.longest))] == ["≈", "2", "≈", "1"]


@pytest.mark.parametrize(
    ("run", "share"),
    [
        ("1.5 km wu / 2 km tempo / 1.5 km cd", "60"),
        ("2 km wu / 6 x 400 m @ 5k w/ 400 m jog / 2 km cd", "73"),
        ("2 km wu / 6 x 400 m @ 5k w/ 2 min jog / 2 km cd", "71"),
        ("2 km wu / 6 x 400 m @ 5k w/ 90 s rest / 1.6 km cd", "60"),
        ("8 km with 2 km tempo", "75"),
        ("6 km easy, 6 x 100 m strides", "100"),
        ("6 x 100 m strides", "100"),
        ("3 km easy, hills", "100"),
    ],
)
def test_what_is_easy_in_a_hard_run_counts_as_easy(run: str, share: str) -> None:
    [page] = pages({"title": "Plan", "weeks": [{"mon": [{"run": run}]}] * 2})
    assert said(page.shares) == [f"{share}\xa0%"] * 2


def test_parts_by_effort_are_as_long_as_the_week() -> None:
    ranged = {"mon": [{"run": "2 km wu / 6-10 x 500 m @ 5k w/ 500 m jog / 2 km cd"}]}
    [page] = pages({"title": "Plan", "weeks": [ranged, EASY]})
    parts = {part.effort: part.km for part in page.distance.bars[0].parts}
    assert sum(parts.values()) == pytest.approx(12)
    assert parts["fast"] == pytest.approx(4, rel=0.1)


def test_a_race_with_its_warm_up_is_no_training() -> None:
    race = {"sat": [{"run": "2 km wu / 5 km race / 1 km cd"}], "mon": [{"run": "4 km easy, 1 km @ 5k"}]}
    [page] = pages({"title": "Plan", "weeks": [race, EASY]})
    assert said(page.shares) == ["80\xa0%", "100\xa0%"]
    assert {part.effort: part.km for part in page.distance.bars[0].parts} == pytest.approx(
        {"easy": 7, "fast": 6}
    )


def test_parts_of_runs_by_time_count_by_their_time() -> None:
    timed = {"mon": [{"run": "15 min wu / 20 min tempo / 5 min cd"}]}
    [page] = pages({"title": "Plan", "weeks": [timed, timed], "athlete": {"races": {"10k": "45:00"}}})
    assert said(page.shares) == ["50\xa0%", "50\xa0%"]
    assert page.facts[-1].name == "easy time in training"


def lifting(sets: str, lifts: dict[str, str] | None = None) -> OverviewSheet:
    workouts = {"legs": {"exercises": [{"deadlift": sets}, {"calf raise": "3x12"}]}}
    weeks = [{"mon": [{"strength": "legs"}]}] * 3
    [page] = pages({"title": "Plan", "athlete": {"lifts": lifts or {}}, "weeks": weeks, "workouts": workouts})
    return page


@pytest.mark.parametrize(
    ("sets", "lifts", "unit", "tops"),
    [
        ("5/5/5 @ 65/75/85% TM -> 3/3/3 @ 70/80/90% TM", {}, "heaviest set, % of TM", ["85", "90", "90"]),
        ("3x5 @ 80% -> 3x5 @ 60%", {"deadlift": "100 kg"}, "heaviest set, kg", ["80", "60", "60"]),
        ("3x5 @ RPE 7 -> 3x5 @ RPE 8", {}, "heaviest set, RPE", ["7", "8", "8"]),
    ],
    ids=["percent", "weight", "effort"],
)
def test_loads_set_week_by_week_have_a_chart(
    sets: str, lifts: dict[str, str], unit: str, tops: list[str]
) -> None:
    [wave] = lifting(sets, lifts).waves
    assert (wave.name, wave.unit.replace("\xa0", " "), said(wave.chart)) == ("Deadlift", unit, tops)


def test_few_facts_are_not_as_wide_as_the_page() -> None:
    assert lifting("3x5").brief and not pages(PLAN)[0].brief


@pytest.mark.parametrize("sets", ["3x5 @ 80%", "3x5 -> 3x6", "3x5 @ 80% -> 3x5 @ RPE 8"])
def test_loads_that_stay_or_can_not_be_compared_have_none(sets: str) -> None:
    assert not lifting(sets).waves


def test_long_plans_go_on_on_the_next_page_on_the_same_scale() -> None:
    first, second = pages({**PLAN, "weeks": [EASY] * 26 + [HARD]})
    assert [len(page.distance.bars) for page in (first, second)] == [14, 13]
    assert first.distance.most == second.distance.most == 20
    assert first.facts == second.facts
    assert "page 2 of 2" in second.subtitle.replace("\xa0", " ")


def test_weeks_that_are_asked_for_keep_their_numbers() -> None:
    [page] = pages(PLAN, weeks=(2, 3))
    assert [bar.label for bar in page.distance.bars] == ["2", "3"]


def test_miles_where_the_plan_has_miles() -> None:
    [page] = pages({"title": "Plan", "units": "imperial", "weeks": [{"mon": [{"run": "6 mi easy"}]}] * 2})
    assert said(page.distance) == ["6", "6"]
    assert page.facts[0].value == "12\xa0mi"


def test_a_muscle_without_sets_keeps_its_row_in_line() -> None:
    order = Order(sheets=("overview",), parts=("sheets",))
    plan = {**PLAN, "weeks": [*PLAN["weeks"], EASY]}
    [side] = WORKSHOP.make(WORKSHOP.load(plan), order).parts[0].sides
    found = [one for one in side.frame.walk() if isinstance(one.item, Text)]
    ends = {one.item.content: one.x for one in found if one.item.content in ("–", "4")}
    assert abs(ends["–"] - ends["4"]) < 3
