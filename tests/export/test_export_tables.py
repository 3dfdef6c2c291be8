"""Tables: what a row says, that it can be read again, and that what it can't hold is reported."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from cardmaker import assets
from cardmaker.api import load
from cardmaker.importing.formats import foreign, import_plan
from cardmaker.plan.model import DAYS, Plan
from cardmaker.resolve.names import open_catalogue
from tests.export.export_kit import PLAN, exported

RUNNERS_WEEK, TEN_K, GERMAN = (
    (assets.templates("plans") / f"{name}.yaml").read_text("utf-8")
    for name in ("runners-week", "ten-k-build", "laufwoche")
)


def table(plan: str = PLAN, **asked: Any) -> list[dict[str, str]]:
    (data,) = exported(plan, "csv", **asked).files.values()
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def planned(plan: Plan) -> list[object]:
    """What is to be done day by day, with the sets of each exercise in its week."""
    found: list[object] = []
    for number, week in enumerate(plan.weeks):
        for day in DAYS:
            items = week.day(day)
            found.append(
                (number, day, [str(run) for item in items for run in (*item.runs, item.sport) if run])
            )
            found.append(
                [(item.kind, item.text) for item in items if not (item.runs or item.sport or item.strength)]
            )
            for key in (item.strength for item in items if item.strength):
                sets = plan.workouts[key].in_week(number)
                found.append([(entry.exercise, str(of or "")) for entry, of in sets])
    return found


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("plan", [PLAN, RUNNERS_WEEK, TEN_K, GERMAN], ids=["kit", "week", "ten-k", "german"])
def test_what_is_imported_again_is_the_same_training(plan: str, form: str) -> None:
    (data,) = exported(plan, form).files.values()
    again = import_plan(foreign(f"plan.{form}", data), open_catalogue(())).text
    assert planned(load(again).plan) == planned(load(plan).plan)


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_the_same_plan_makes_the_same_bytes(form: str) -> None:
    assert exported(form=form).files == exported(form=form).files


def test_a_row_for_each_session() -> None:
    run = table()[1]
    assert run == {
        "Week": "1", "Date": "2027-03-23", "Day": "Tuesday", "Type": "run", "Title": "",
        "Prescription": "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd", "Distance (km)": "7.6", "Time": "",
        "Notes": "",
    }  # fmt: skip
    assert [row["Type"] for row in table()].count("run") == 5
    assert table()[2]["Prescription"].splitlines() == [
        "squat 3x8 60 kg @ RPE 7",
        "plank 2x40 s",
        "lunge 2x8/side",
    ]


def test_distances_are_in_the_plans_unit_and_times_only_where_they_are_said() -> None:
    plan = "title: T\nunits: imperial\nweeks: [{mon: {run: 5 mi easy}, tue: {run: 45 min easy}, wed: {run: 3-4 mi}}]"
    found = table(plan)
    assert [row["Distance (mi)"] for row in found] == ["5.0", "", ""]
    assert [row["Time"] for row in found] == ["", "0:45:00", ""]
    assert {row["Date"] for row in found} == {""}


def test_text_is_never_a_formula() -> None:
    plan = "title: T\nweeks: [{mon: [{note: '=1+1'}, {run: 5 km easy, note: 'http://x.org'}]}]"
    (data,) = exported(plan, "xlsx").files.values()
    assert "=1+1" in import_plan(foreign("plan.xlsx", data), open_catalogue(())).text


def test_json_has_the_words_of_a_page_too() -> None:
    (data,) = exported(form="json").files.values()
    read = json.loads(data)
    assert (read["title"], read["athlete"], read["unit"]) == ("Ten weeks", "Runner 1", "km")
    one = read["entries"][1]
    assert (one["week"], one["distance"], one["called"]) == (1, 7.6, "Intervals")
    assert one["words"][1].startswith("6 × 400 m at 5k pace in 1:")


@pytest.mark.parametrize(
    ("plan", "count"),
    [(PLAN, 3), ("title: T\nweeks: [{mon: {run: 5 km easy}}]", 0)],
)
def test_what_rows_cannot_hold_is_reported(plan: str, count: int) -> None:
    assert len(exported(plan, "csv").notes) == count


def test_the_suffix_finds_each_format(tmp_path: Path) -> None:
    for form in ("csv", "xlsx", "json", "ics"):
        assert list(exported(form=form).files) == [f"plan.{form}"]
