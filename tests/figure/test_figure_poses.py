"""Every committed pose solves, draws within the limits, and reads back as artwork."""

import re
from pathlib import Path

import pytest

from cardmaker.errors import TemplateError
from cardmaker.figure.library import draw_exercise, pose_file, poses
from cardmaker.figure.reading import read_pose
from cardmaker.figure.solver import solve
from cardmaker.figure.svg import LIMIT
from cardmaker.picture.artwork import load_artwork, themed

POSES = poses()


def test_there_are_poses() -> None:
    assert len(POSES) >= 13


@pytest.mark.parametrize("exercise", POSES)
def test_each_hand_and_foot_reaches_its_place(exercise: str) -> None:
    positions = read_pose(pose_file(exercise)).positions
    assert [fault for position in positions.values() for fault in solve(position).unreached] == []


@pytest.mark.parametrize("exercise", POSES)
def test_drawn_small_enough_and_in_plain_paths(exercise: str, tmp_path: Path) -> None:
    text = draw_exercise(exercise)
    assert len(text.encode()) <= LIMIT
    for data in re.findall(r' d="([^"]*)"', text):
        assert re.fullmatch(r"M(?: [MLCZ]| -?\d+(?:\.\d)?)+", data)
    path = tmp_path / f"{exercise}.svg"
    path.write_text(text, encoding="utf-8")
    figure = load_artwork(path)
    for pane in figure.panes:
        art = themed(figure, pane, {})
        assert art.paths and art.width == pane.size.width
        ends = [
            (float(x), float(y))
            for path_ in art.paths
            for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)(?= [MLCZ]|$)", path_.data)
        ]
        assert all(0 <= x <= pane.size.width and 0 <= y <= pane.size.height for x, y in ends)


def test_the_same_pose_gives_the_same_file() -> None:
    assert draw_exercise("squat") == draw_exercise("squat")


def test_a_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "squat.yaml"
    path.write_text("view: side\nstart:\n  pelvis: {at: [0, 90], pich: 3}\n", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"squat\.yaml:\d+: .*pich"):
        read_pose(path)
