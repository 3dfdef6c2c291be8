"""`cardmaker check`: all mistakes, advice, and nothing written."""

from pathlib import Path

from cardmaker import assets
from tests.kit import Command

UNSCHEDULED = """
  arms:
    exercises:
      - push-up: 3x10
"""


def test_bundled_plans_are_right_and_draw_no_advice(command: Command) -> None:
    for path in sorted(assets.templates("plans").glob("*.yaml")):
        done = command("check", str(path))
        assert done.code == 0 and not done.err, done
        assert done.out.startswith("ok: ") and done.out.endswith("; all of it fits\n")


def test_writes_nothing(command: Command, in_folder: Path) -> None:
    command("check", "small.yaml")
    command("check")
    assert [path.name for path in in_folder.iterdir()] == ["small.yaml"]


def test_advice_names_the_line_and_leaves_the_exit_code(command: Command, in_folder: Path) -> None:
    with (in_folder / "small.yaml").open("a") as plan:
        plan.write(UNSCHEDULED)
    done = command("check", "small.yaml")
    assert done.code == 0
    line = (in_folder / "small.yaml").read_text().splitlines().index("  arms:") + 1
    assert done.err == f"note: small.yaml:{line}: no day has the workout 'arms', so it gets no cards\n"
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
