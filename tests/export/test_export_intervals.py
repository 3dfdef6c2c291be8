"""Workouts for intervals.icu: their text, and that it is read back as the same run."""

import pytest

from cardmaker.api import load
from cardmaker.errors import PlanError
from cardmaker.importing.formats import foreign, import_plan
from cardmaker.resolve.names import open_catalogue
from tests.export.export_kit import PLAN, exported


def text_of(run: str) -> str:
    (data,) = exported(f"title: T\nweeks: [{{mon: {{run: '{run}'}}}}]", "intervals").files.values()
    return data.decode()


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ("8 km easy", "- easy 8km\n"),
        ("1:30 h long", "- long 1h30m\n"),
        ("90 s fast / 5 km easy", "- fast 1m30s\n- easy 5km\n"),
        ("10 min wu / 3 x 800 m @ 3:50/km w/ 2 min jog", "- Warmup 10m\n\n3x\n- 800mtr 3:50/km Pace\n- jog 2m\n"),
        ("60 min zone 2", "- easy 1h Z2 HR\n"),
    ],
)  # fmt: skip
def test_the_text_of_a_run(run: str, text: str) -> None:
    assert text_of(run) == text


@pytest.mark.parametrize(
    "run",
    [
        "8 km easy",
        "45 min easy",
        "10 mi long",
        "2 km wu / 6 x (800 m @ 5k / 2 min jog) / 2 km cd",
        "3 x (10 min @ 4:30/km / 2 min jog)",
        "20 min easy / 4 x (20 s strides / 1 min walk)",
    ],
)
def test_what_is_imported_again_is_the_same_run(run: str) -> None:
    again = import_plan(foreign("run.txt", text_of(run).encode()), open_catalogue(())).text
    here, there = (
        load(plan).plan.weeks[0].mon[0].run
        for plan in (f"title: T\nweeks: [{{mon: {{run: '{run}'}}}}]", again)
    )
    assert str(there) == str(here)


def test_each_run_is_a_file_with_the_athletes_paces_and_others_are_counted() -> None:
    made = exported(PLAN, "intervals")
    assert list(made.files) == [
        f"week-{name}.txt" for name in ("01-tue-1", "01-sat-1", "01-sat-2", "01-sun-1", "02-sun-1")
    ]
    assert "/km Pace" in made.files["week-01-tue-1.txt"].decode()
    assert made.notes == ("only runs are written; strength and other sports are left out: 4",)


def test_what_the_text_cannot_say_is_counted() -> None:
    runs = "mon: {run: 8-10 km easy}, tue: {run: 5 km @ 140-150 bpm}, wed: {run: 5 km easy / 6 strides}"
    plan = f"title: T\nweeks: [{{{runs}}}]"
    made = exported(plan, "intervals")
    assert len(made.files) == 2
    assert [note.rpartition(": ")[2] for note in made.notes] == ["1", "2"]


def test_a_plan_without_runs_is_refused() -> None:
    with pytest.raises(PlanError, match="no runs"):
        exported("title: T\nweeks: [{mon: rest}]", "intervals")
