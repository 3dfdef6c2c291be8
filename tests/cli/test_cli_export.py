"""`cardmaker export`: the format by the file's name, what is refused, and that no file is lost."""

import os
import sys
from pathlib import Path

import pytest

from tests.export.export_kit import PLAN
from tests.kit import Command


@pytest.fixture
def plan(in_folder: Path) -> str:
    Path("spring.yaml").write_text(PLAN, encoding="utf-8")
    return "spring.yaml"


def test_the_suffix_says_the_format(command: Command, plan: str) -> None:
    done = command("export", plan, "-o", "out.ics")
    assert (done.code, done.out) == (0, "wrote out.ics: 9 sessions\n")
    assert done.err == "spring.yaml: note: days of rest are left out of the calendar: 1\n"
    assert Path("out.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_format_alone_is_named_after_the_plan(command: Command, plan: str) -> None:
    assert command("export", plan, "--as", "ics").out.startswith("wrote spring.ics: ")


@pytest.mark.parametrize("output", [[], ["-o", "plan.doc"], ["-o", "plan"]])
def test_a_format_has_to_be_said(command: Command, plan: str, output: list[str]) -> None:
    done = command("export", plan, *output)
    assert done.code == 2
    assert "plan.ics" in done.err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--at", "25:00"], "write a time of day as 18:00"),
        (["--alarm", "soon"], "write how long before as 30m"),
        (["--start", "1 March"], "write the date as year-month-day"),
        (["--zone", "Europe/Berlin"], "give one with --at"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_remedy(
    command: Command, plan: str, asked: list[str], said: str
) -> None:
    done = command("export", plan, "-o", "out.ics", *asked)
    assert done.code == 2
    assert said in done.err
    assert not Path("out.ics").exists()


def test_what_is_there_is_kept_unless_forced(command: Command, plan: str) -> None:
    Path("out.ics").write_text("mine")
    done = command("export", plan, "-o", "out.ics")
    assert "--force" in done.err
    assert (done.code != 0, Path("out.ics").read_text()) == (True, "mine")
    assert command("export", plan, "-o", "out.ics", "--force").code == 0


def test_a_calendar_changes_when_its_plan_does(command: Command, plan: str) -> None:
    made = []
    for seconds in (1_790_000_000, 1_790_000_000, 1_790_000_900):
        os.utime(plan, (seconds, seconds))
        assert command("export", plan, "-o", "out.ics", "--force").code == 0
        made.append(Path("out.ics").read_bytes())
    assert made[0] == made[1] != made[2]


def test_workouts_go_into_a_folder(command: Command, plan: str) -> None:
    assert command("export", plan, "--as", "intervals", "-o", "runs").out == "wrote runs: 5 files\n"
    assert Path("runs/week-01-tue-1.txt").read_text().startswith("- Warmup 2km")
    again = command("export", plan, "--as", "intervals", "-o", "runs")
    assert again.code != 0
    assert "--force" in again.err
    assert command("export", plan, "--as", "intervals", "-o", "runs", "--force").code == 0


def test_watch_files_go_into_a_folder_and_one_file_is_refused_with_the_remedy(
    command: Command, plan: str
) -> None:
    assert command("export", plan, "--as", "fit", "-o", "watch").out == "wrote watch: 7 files\n"
    assert Path("watch/week-01-tue-2.fit").read_bytes()[8:12] == b".FIT"
    single = command("export", plan, "-o", "watch.fit")
    assert single.code == 2
    assert "--as fit -o watch" in single.err


def test_watch_files_need_their_package(command: Command, plan: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "garmin_fit_sdk", None)
    done = command("export", plan, "--as", "fit", "-o", "watch")
    assert done.code != 0
    assert "pip install 'cardmaker[fit]'" in done.err
    assert not Path("watch").exists()
