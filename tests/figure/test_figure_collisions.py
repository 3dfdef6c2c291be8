"""What goes through the body or a bar is caught, what only presses into flesh isn't."""

from pathlib import Path

import pytest

from cardmaker.figure.collisions import across_bar, collisions
from cardmaker.figure.library import pose_file, poses
from cardmaker.figure.posed import PosedBody, posed
from cardmaker.figure.reading import read_pose


def body(text: str, tmp_path: Path) -> PosedBody:
    path = tmp_path / "pose.yaml"
    path.write_text(text, encoding="utf-8")
    return posed(read_pose(path).positions["start"])


THROUGH = {
    ("forearm_R", "thigh_R"): "start: {arms: {R: {hand: [4, -8.6, 70], elbow: back}}}",
    ("hand_R", "head"): "start: {arms: {R: {hand: [3, 0, 158], elbow: front}}}",
    ("hand_R", "trunk"): "start: {arms: {R: {hand: [1, -3, 115], elbow: front}}}",
    ("thigh_R", "thigh_L"): "start: {legs: {R: {hip: 0, abd: -12}, L: {hip: 0, abd: -12}}}",
    ("shank_R", "shank_L"): "start: {legs: {R: {hip: 0, abd: -9}, L: {hip: 0, abd: -9}}}",
    ("thigh_R", "trunk"): "start: {legs: {R: {hip: 178, knee: 20}, L: {hip: 0}}}",
    ("forearm_R", "forearm_L"): "start: {arms: {both: {upper: -60, fore: 0, out: -20}}}",
}


@pytest.mark.parametrize(("parts", "text"), THROUGH.items(), ids=["-".join(parts) for parts in THROUGH])
def test_parts_that_go_through_one_another(parts: tuple[str, str], text: str, tmp_path: Path) -> None:
    assert parts in {(one, two) for one, two, _ in collisions(body(text, tmp_path))}


@pytest.mark.parametrize(
    "text",
    [
        "start: {}",
        "start: {legs: {both: {hip: 100, knee: 150}}}",
        "start: {arms: {both: {hand: hip, elbow: out}}}",
        "start: {arms: {both: {shoulder: 175}}}",
    ],
)
def test_what_lies_close_is_no_collision(text: str, tmp_path: Path) -> None:
    assert list(collisions(body(text, tmp_path))) == []


@pytest.mark.parametrize("each", [20, pytest.param(1, marks=pytest.mark.deep)])
def test_no_committed_pose_goes_through_itself(each: int) -> None:
    for exercise in sorted(poses())[::each]:
        for name, position in read_pose(pose_file(exercise)).positions.items():
            assert [(exercise, name, *fault) for fault in collisions(posed(position))] == []


@pytest.mark.parametrize(
    ("x", "z", "part"), [(0, 120, "trunk"), (2, 160, "head"), (0, 60, "thigh_R"), (-3, 30, "shank_L")]
)
def test_a_bar_through_the_body(x: float, z: float, part: str, tmp_path: Path) -> None:
    standing = body("start: {}", tmp_path)
    assert part in set(across_bar(standing, x, z, 60))
    assert list(across_bar(standing, x + 16, z, 60)) == []
