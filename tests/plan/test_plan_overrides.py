"""Keys of a plan set from elsewhere: any of them, read as in the file, and blamed by their place."""

from pathlib import Path

import pytest

from cardmaker.api import Workshop
from cardmaker.errors import PlanError
from cardmaker.plan.model import Plan
from cardmaker.plan.overrides import read_override

PLAN = """\
title: P
weeks:
  - {focus: Base, mon: [run: 5 km easy]}
  - {focus: Build}
workouts: {legs: {exercises: [squat: 3x8]}}
print:
  bleed: 1
  marks: [crop, guides]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A small plan."""
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN)
    return path


def load(path: Path, *settings: str) -> Plan:
    overrides = dict(read_override(setting, "--set") for setting in settings)
    return Workshop().load(path, overrides=overrides, place="--set").plan


def test_any_key_can_be_set(path: Path) -> None:
    plan = load(
        path,
        "print.bleed=3 mm",
        "print.marks.1=registration",
        'title="2027: Spring"',
        "weeks.1.focus=Hills",
        "weeks.0.mon.0={rest: or yoga}",
        "club.name=Harriers",
        "workouts.core={exercises: [plank: 3x30 s]}",
        "print.sheets=[block]",
    )
    assert (plan.print.bleed, plan.print.marks, plan.print.sheets) == (
        3.0,
        ("crop", "registration"),
        ("block",),
    )
    assert (plan.title, plan.club.name, plan.weeks[1].focus) == ("2027: Spring", "Harriers", "Hills")
    assert plan.weeks[0].focus == "Base"
    assert plan.weeks[0].mon[0].run is None
    assert plan.workouts.keys() == {"legs", "core"}
    assert path.read_text() == PLAN


def test_a_value_left_out_is_empty(path: Path) -> None:
    assert load(path, "weeks.1.focus=").weeks[1].focus == ""


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("print.bleeed=3", "--set print.bleeed: unknown key 'bleeed'; did you mean 'bleed'?"),
        ("print.bleed=wide", "--set print.bleed: 'wide' is not a length"),
        ("print.theme=clasic", "--set print.theme: no theme 'clasic'; did you mean 'classic'?"),
        ("print={bleed: 99}", "--set print: print.bleed: should be 0 to 50 mm, not 99"),
        ("weeks.0.mon.0.run=5 kmm", "--set weeks.0.mon.0.run: "),
        (
            "weeks.2.focus=x",
            "--set weeks.2.focus: 'weeks' has no entry '2'; they are counted from 0, and it has 2",
        ),
        ("weeks.one.focus=x", "--set weeks.one.focus: 'weeks' has no entry 'one'"),
        ("title.x=3", "--set title.x: 'title' is 'P', which has no keys"),
        ("library=none", "--set library: no folder"),
    ],
)
def test_mistakes_name_what_set_them(path: Path, setting: str, said: str) -> None:
    with pytest.raises(PlanError) as caught:
        load(path, setting)
    assert str(caught.value).startswith(said)
    assert len(caught.value.problems) == 1


def test_mistakes_of_the_file_keep_their_lines(path: Path) -> None:
    path.write_text(PLAN.replace("  bleed: 1", "  paper: a44"))
    with pytest.raises(PlanError) as caught:
        load(path, "print.marks=none", "units=impreial")
    assert {str(problem).partition(": ")[0] for problem in caught.value.problems} == {
        f"{path}:7",
        "--set units",
    }


@pytest.mark.parametrize("text", ["title", "=x", "a..b=3", ".a=3", ""])
def test_what_sets_nothing_is_refused(text: str) -> None:
    with pytest.raises(
        ValueError, match=r"sets nothing; write a key of the plan and its value: print\.bleed=3mm"
    ):
        read_override(text, "--set")


def test_a_value_that_is_no_yaml_names_its_place() -> None:
    with pytest.raises(PlanError, match=r"^--set print\.bleed:1: "):
        read_override("print.bleed={", "--set")
