"""A click on what is printed leads to the field that says it, on every product."""

from typing import Any

import pytest

from tests.studio.studio_kit import ask, plan

Area = dict[str, Any]


def _areas(name: str, side: str, **order: str) -> list[Area]:
    """Areas of the first side whose name begins so."""
    sides = ask("pages", text=plan(name), order=order)["sides"]
    found: list[Area] = ask("page", name=next(one["name"] for one in sides if one["name"].startswith(side)))[
        "areas"
    ]
    return found


def _at(areas: list[Area], x: float, y: float) -> str:
    """The field that a click leads to, as the page finds it: the smallest area there."""
    here = [
        one for one in areas if one["x"] <= x <= one["x"] + one["w"] and one["y"] <= y <= one["y"] + one["h"]
    ]
    return str(here[-1]["field"]) if here else ""


def _middle(areas: list[Area], field: str) -> tuple[float, float]:
    one = min((one for one in areas if one["field"] == field), key=lambda one: one["w"] * one["h"])
    return one["x"] + one["w"] / 2, one["y"] + one["h"] / 2


@pytest.mark.parametrize("name", ["runners-week", "laufwoche"])
def test_week_sheets_lead_to_days_sessions_and_their_words(name: str) -> None:
    areas = _areas(name, "sheets-01")
    days = [one for one in areas if len(one["path"]) == 3 and one["w"] > 30 and one["path"][2] != "focus"]
    assert {one["path"][2] for one in days} == {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
    for day in days:  # the edge of a day's row, where nothing is written
        assert _at(areas, day["x"] + 20, day["y"] + 0.2).startswith(day["field"])
    x, y = _middle(areas, "weeks.0.wed.0.note")
    assert _at(areas, x, y) == "weeks.0.wed.0.note"
    run = next(one for one in areas if one["field"] == "weeks.0.wed.0")
    assert (
        _at(areas, run["x"] + run["w"] - 2, run["y"] + 3) == "weeks.0.wed.0"
    )  # its distance, which it doesn't say


def test_what_is_said_on_two_days_leads_to_the_one_that_was_clicked() -> None:
    text = "title: A\nweeks: [{mon: [{run: 5 km, name: Same}], thu: [{run: 6 km, name: Same}]}]"
    [sheet, *_] = ask("pages", text=text)["sides"]
    areas = ask("page", name=sheet["name"])["areas"]
    assert {"weeks.0.mon.0.name", "weeks.0.thu.0.name"} <= {one["field"] for one in areas}


def test_the_page_of_a_week_leads_to_no_other_week() -> None:
    areas = _areas("ten-k-build", "sheets-05")
    weeks = {one["path"][1] for one in areas if one["path"][0] == "weeks"}
    assert weeks == {4}


def test_what_explains_the_table_of_days_is_of_no_day() -> None:
    areas = _areas("runners-week", "sheets-01")
    foot = max(one["y"] + one["h"] for one in areas if one["field"] == "weeks.0.sun")
    assert not [one for one in areas if one["y"] > foot and one["field"].startswith("weeks.0.")]


@pytest.mark.parametrize(("side", "order"), [("sheets-09", {}), ("sheets-01", {"sheets": "month"})])
def test_blocks_and_months_lead_to_weeks_and_days(side: str, order: dict[str, str]) -> None:
    areas = _areas("ten-k-build", side, **order)
    weeks = {one["path"][1] for one in areas if len(one["path"]) == 2 and one["path"][0] == "weeks"}
    days = {tuple(one["path"][1:]) for one in areas if len(one["path"]) == 3}
    assert len(weeks) >= 4 and {(at, day) for at in weeks for day in ("mon", "sun")} <= days
    assert _at(areas, *_middle(areas, "weeks.1.sat")).startswith("weeks.1.sat")


def test_gym_cards_lead_to_their_exercises() -> None:
    areas = _areas("runners-week", "gym-02")
    assert areas[0]["field"] == "workouts.upper-body"
    wide = [one for one in areas if one["path"][2:3] == ["exercises"] and one["w"] > 80]
    assert [one["path"][3] for one in sorted(wide, key=lambda one: one["y"])] == [0, 1, 2, 3]
    assert _at(areas, wide[0]["x"] + 60, wide[0]["y"] + 8) == wide[0]["field"]  # its boxes to write in


@pytest.mark.parametrize("side", ["front", "back"])
def test_cards_lead_to_their_exercise(side: str) -> None:
    areas = _areas("runners-week", f"cards-01-squat-{side}")
    assert {_at(areas, x, y) for x in (1, 37, 60, 73) for y in (1, 50, 92, 104)} == {
        "workouts.lower-body.exercises.0.squat"
    }


@pytest.mark.parametrize(
    ("side", "field"),
    [
        ("book-01", "title"),
        ("book-02", "weeks.0.fri.0.name"),
        ("book-03", "workouts.lower-body.exercises.0.squat"),
        ("book-07", "workouts.lower-body.exercises.0.squat"),
    ],
)
def test_pages_of_a_book_lead_to_what_they_are_about(side: str, field: str) -> None:
    areas = _areas("runners-week", side, book="pocket")
    assert _at(areas, *_middle(areas, field)) == field
