"""Every committed pose is possible; a mistake in a pose file is reported with its line."""

from pathlib import Path

import pytest

from cardmaker import assets
from cardmaker.errors import TemplateError
from cardmaker.figure.checks import check_pose
from cardmaker.figure.library import pose_file, poses
from cardmaker.figure.reading import read_pose

POSES = poses()
FEW = [*POSES][::12]


def test_every_pose_is_an_exercise_s() -> None:
    """Some exercises have none yet; their cards give its room to the cues."""
    exercises = {path.stem for path in assets.templates("exercises").glob("*.yaml")}
    assert POSES and set(POSES) <= exercises


@pytest.mark.parametrize("exercise", FEW)
def test_possible(exercise: str) -> None:
    assert [str(fault) for fault in check_pose(read_pose(pose_file(exercise)))] == []


@pytest.mark.deep
@pytest.mark.parametrize("exercise", [name for name in POSES if name not in FEW])
def test_all_are_possible(exercise: str) -> None:
    assert [str(fault) for fault in check_pose(read_pose(pose_file(exercise)))] == []


def test_a_mistake_is_reported_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "squat.yaml"
    path.write_text("view: side\nstart:\n  pelvis: {at: [0, 90], pich: 3}\n", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"squat\.yaml:\d+: .*pich"):
        read_pose(path)
