"""`cardmaker expand`: a plan with every week written out, printed or in a file, and what it builds."""

from pathlib import Path

import pytest

from cardmaker.api import build
from cardmaker.errors import ExitCode
from tests.kit import Command

PLAN = """\
title: Waves
phases: {Base: 2, Build: 2}
base_week:
  tue: {strength: legs}
  sat: {run: 10 km long}
change: {long: +1 km a week}
lighter: every 4th week, -30%
workouts:
  legs: {exercises: [{barbell squat: "3x5 60 kg, +2.5 kg a week"}, {plank: 3x30 s}]}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_every_week_is_printed(command: Command, plan: Path) -> None:
    out = command("expand", str(plan)).out
    assert out.startswith("title: Waves\nweeks:\n  # Week 1\n  - name: Base\n")
    assert "      run: 12 km long\n" in out
    assert "          - 3x5 65 kg\n" in out


def test_what_it_writes_builds_the_same_pages(command: Command, plan: Path, tmp_path: Path) -> None:
    made = tmp_path / "all.yaml"
    assert command("expand", str(plan), "-o", str(made)).out == f"wrote {made}\n"
    assert build(made) == build(plan)


def test_a_file_that_is_there_is_kept(command: Command, plan: Path) -> None:
    result = command("expand", str(plan), "-o", str(plan))
    assert result.code == ExitCode.OUTPUT
    assert "there is such a file" in result.err
    assert plan.read_text(encoding="utf-8") == PLAN
