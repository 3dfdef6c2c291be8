"""`cardmaker check`: all mistakes, advice, and nothing written."""

import json
from pathlib import Path

from tests.kit import Command, bundled_plans

UNSCHEDULED = """
  arms:
    exercises:
      - push-up: 3x10
"""


@bundled_plans("runners-week", "run-walk-5k", "laufwoche")
def test_bundled_plans_are_right_and_draw_no_advice(command: Command, plan: Path) -> None:
    done = command("check", str(plan))
    assert done.code == 0, done
    notes = ("tips", "a log has room for")  # more of them than a sheet, or a card's log, has room for
    assert all(any(note in line for note in notes) for line in done.err.splitlines()), done.err
    assert done.out.startswith("ok: ") and done.out.endswith("; all of it fits\n")


def test_writes_nothing(command: Command, in_folder: Path) -> None:
    command("check", "small.yaml")
    command("check")
    assert [path.name for path in in_folder.iterdir()] == ["small.yaml"]


def test_advice_names_the_line_and_leaves_the_exit_code(command: Command, in_folder: Path) -> None:
    plan = in_folder / "small.yaml"
    plan.write_text(plan.read_text().replace("\nignore:", f"{UNSCHEDULED}ignore:"))
    done = command("check", "small.yaml")
    assert done.code == 0
    line = (in_folder / "small.yaml").read_text().splitlines().index("  arms:") + 1
    assert f"note: small.yaml:{line}: CM101 no day has the workout 'arms', so it gets no cards\n" in done.err
    assert "2 workouts" in done.out


def test_all_mistakes_at_once_each_a_line_that_editors_can_go_to(command: Command, in_folder: Path) -> None:
    plan = (in_folder / "small.yaml").read_text()
    (in_folder / "small.yaml").write_text(
        plan.replace("strength: legs", "strength: leg").replace("3x10", "3y10")
    )
    done = command("check", "small.yaml")
    assert done.code == 3 and not done.out
    lines = done.err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("small.yaml:5: weeks.0.mon.1.strength: no workout 'leg'; did you mean 'legs'?")
    assert lines[1].startswith("small.yaml:10: workouts.legs.exercises.0.")


def test_what_does_not_fit_is_reported_of_all_parts_at_once(command: Command, in_folder: Path) -> None:
    plan = (in_folder / "small.yaml").read_text()
    word = "x" * 500
    plan = plan.replace("title: Small plan", f"title: {word}")
    plan = plan.replace("- squat: 3x10", f"- {word[:200]}: 3x10")
    (in_folder / "small.yaml").write_text(plan)
    done = command("check", "small.yaml")
    assert done.code == 7
    lines = done.err.splitlines()
    assert len(lines) >= 2
    assert all(" mm and has " in line for line in lines)
    assert any("title" in line for line in lines) and any("card 'Legs'" in line for line in lines)


def test_checks_only_what_is_asked_for(command: Command, in_folder: Path) -> None:
    plan = (in_folder / "small.yaml").read_text().replace("Small plan", "x" * 500)
    (in_folder / "small.yaml").write_text(plan)
    assert command("check", "small.yaml").code == 7
    assert command("check", "small.yaml", "--only", "cards").code == 0


STEEP = """\
title: Steep
weeks:
  - sun: {run: 10 km easy}
  - sun: {run: 20 km easy}
"""


def test_a_warning_changes_the_exit_code_only_if_asked_for(command: Command, in_folder: Path) -> None:
    (in_folder / "steep.yaml").write_text(STEEP)
    done = command("check", "steep.yaml")
    assert done.code == 0
    assert "warning: steep.yaml:4: CM203 20 km on Sunday of week 2 is 100% longer" in done.err
    assert command("check", "steep.yaml", "--strict").code == 1
    (in_folder / "steep.yaml").write_text(STEEP + "ignore: [longest-run]\n")
    assert command("check", "steep.yaml", "--strict").code == 0


def test_findings_for_programs(command: Command, in_folder: Path) -> None:
    (in_folder / "steep.yaml").write_text(STEEP)
    found = json.loads(command("check", "steep.yaml", "--format", "json").out)
    (warning,) = [one for one in found if one["level"] == "warning"]
    assert {key: warning[key] for key in ("rule", "line", "field")} == {
        "rule": "CM203",
        "line": 4,
        "field": "weeks.1.sun",
    }


def test_findings_as_annotations_of_a_workflow(command: Command, in_folder: Path) -> None:
    (in_folder / "steep.yaml").write_text(STEEP)
    lines = command("check", "steep.yaml", "--format", "github").out.splitlines()
    (warning,) = [line for line in lines if line.startswith("::warning")]
    assert warning.startswith("::warning file=steep.yaml,line=4,title=CM203::")
    assert "100%25 longer" in warning


def test_a_rule_to_ignore_has_to_be_there(command: Command, in_folder: Path) -> None:
    (in_folder / "steep.yaml").write_text(STEEP + "ignore: [longest-runs]\n")
    done = command("check", "steep.yaml")
    assert done.code == 3
    assert done.err == "steep.yaml:5: ignore: no rule 'longest-runs'; did you mean 'longest-run'?\n"
