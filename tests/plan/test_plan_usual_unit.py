"""A distance without a unit is in that of the plan's other runs, where no number of minutes is as likely."""

import pytest

import cardmaker
from cardmaker.plan.runs.notation import parse_run
from cardmaker.plan.runs.usual import usual_unit


@pytest.mark.parametrize(
    ("texts", "declared", "unit"),
    [
        (("5 mi easy", "8 x 400 m @ 5k pace", "10 miles"), "", "mi"),
        (("8 km", "10k easy", "5:30/km for 6 km"), "", "km"),
        (("5 mi easy", "8 km", "3 mi"), "", ""),
        (("5 mi easy", "2 mi wu / 5 x 1 km @ 5k / 2 mi cd", "10k race", "3 mi (5 km)"), "", "mi"),
        (("8 km", "4 x 1 mile w/ 400 m jog", "12 km long"), "", "km"),
        (("5 mi easy", "6 easy"), "", ""),
        (("30 min easy",), "", ""),
        (("30 min easy",), "mi", "mi"),
        (("30 min", "8 km easy"), "mi", ""),
    ],
)
def test_the_unit_is_the_only_one_that_runs_have(texts: tuple[str, ...], declared: str, unit: str) -> None:
    assert usual_unit(texts, declared) == unit  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("6 easy", "6 mi easy"),
        ("16 long", "16 mi long"),
        ("20 w/ last 5 @ MP", "20 mi finishing with [5 mi @ marathon]"),
        ("10 with 4 at tempo", "10 mi with [4 mi tempo]"),
        ("7 (2 wu, 3 @ LT, 2 cd)", "2 mi wu / 3 mi threshold / 2 mi cd"),
        ("2E + 4x(1T w/1 min rest) + 2E", "2 mi easy / 4 x 1 mi threshold w/ 1 min rest / 2 mi easy"),
        ("Easy 5 with 6 x 100m strides", "5 mi easy with [6 x 100 m strides]"),
        ("10 + strides", "10 mi / strides"),
        ("8 tempo", "8 mi tempo"),
        ("35 min tempo at 7:20 pace", "35 min tempo @ 7:20/mi"),
    ],
)
def test_what_can_only_be_a_distance_is_one(text: str, read: str) -> None:
    run = parse_run(text, usual="mi")
    assert str(run) == read
    assert any("as other runs are" in remark for remark in run.remarks)


@pytest.mark.parametrize(
    "text",
    [
        "30 easy", "20 easy", "30 tempo", "10 wu, 20 t, 10 cd", "40 easy/10 mod", "20e 20m 20t", "4 x mile off 3",
        "8 x 3 hard", "run 5 walk 3 run 5", "15 WU, 6 x 3 @ 10K (2 jog), 15 CD",
    ],
)  # fmt: skip
def test_what_may_be_minutes_is_asked_all_the_same(text: str) -> None:
    with pytest.raises(ValueError, match=r"could be .* (?:min|km)"):
        parse_run(text, usual="mi")


PLAN = "title: T\n{units}weeks:\n  - mon: {{run: 5 mi easy}}\n    tue: {{run: {other}}}\n    wed: {{run: 6 easy}}\n"


@pytest.mark.parametrize(("units", "other"), [("", "10 miles long"), ("units: imperial\n", "30 min easy")])
def test_a_plan_says_its_unit_by_its_other_runs(units: str, other: str) -> None:
    plan = cardmaker.load(PLAN.format(units=units, other=other), name="plan.yaml").plan
    assert [str(run) for item in plan.weeks[0].wed for run in item.runs] == ["6 mi easy"]


def test_a_plan_of_both_units_is_asked() -> None:
    with pytest.raises(cardmaker.CardmakerError, match=r"plan.yaml:5: weeks.0.wed.*'6 easy' could be"):
        cardmaker.load(PLAN.format(units="", other="10 km"), name="plan.yaml")
