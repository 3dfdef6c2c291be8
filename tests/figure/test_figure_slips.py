"""What is planted stays: feet, hands, elbows, knees, on the floor, on furniture and on a bar."""

from pathlib import Path

import pytest

from cardmaker.figure.reading import read_pose
from cardmaker.figure.slips import slips
from cardmaker.figure.solver import solve

STANDING = "common: {pelvis: {at: [0, 88]}, legs: {both: {foot: {heel: [-6, 0]}}}, arms: {both: %s}}\n"
AT_WALL = (
    "props: [{kind: wall, x: 40}]\n" + STANDING % "{hand: [34, %s], elbow: down, grip: flat, palm_dir: 90}"
)
ON_BAR = (
    "props: [{kind: pull-up-bar, height: 205}]\nview: front\n"
    "start: {pelvis: {at: [0, 94]}, arms: {both: {hand: [0, 24, 205], mirror: true}}}\n"
    "finish: {pelvis: {at: [0, 114]}, arms: {both: {hand: [0, %s, 205], mirror: true, elbow: out}}}\n"
)
KNEELING = (
    "start: {pelvis: {at: [0, 47]}, legs: {both: {thigh: -90, shank: 180, sole: -150}}}\n"
    "finish: {pelvis: {at: [%s, 47]}, legs: {both: {thigh: -90, shank: 180, sole: -150}}}\n"
)
FOREARMS = (
    "common: {pelvis: {at: [87.6, 26.4], pitch: 80.5}, legs: {both: {foot: {ball: [0, 0], lift: 80}}}}\n"
    "start: {arms: {both: {upper: -90, fore: 0}}}\nfinish: {arms: {both: {upper: -90, fore: 0, reach: %s}}}\n"
)
ON_STEP = (
    "props: [{kind: box, x: [-20, 40], height: 12}]\n"
    "start: {pelvis: {at: [0, 100]}, legs: {both: {foot: {heel: [-6, 12]}}}}\n"
    "finish: {pelvis: {at: [0, 98]}, legs: {both: {foot: {heel: [%s, 12]}}}}\n"
)


def found(text: str, tmp_path: Path) -> str:
    path = tmp_path / "pose.yaml"
    path.write_text(text, encoding="utf-8")
    pose = read_pose(path)
    first, last = (solve(position) for position in pose.positions.values())
    return "; ".join(slips(first, last, pose.props))


def at_wall(one: int, two: int) -> str:
    hand = "{hand: [34, %s], elbow: down, grip: flat, palm_dir: 90}"
    text = AT_WALL % one + "start: {}\n"
    return text + "finish: {arms: {both: " + hand % two + "}}\n"


CASES = [
    ("hand_R slides 3.0 cm", at_wall(120, 123), at_wall(120, 120)),
    ("along the bar", ON_BAR % 27, ON_BAR % 24),
    ("knee_L slides 3.0 cm", KNEELING % 3, KNEELING % 0.5),
    ("elbow_R slides", FOREARMS % 3, FOREARMS % 0),
    ("foot_L slides 3.0 cm", ON_STEP % -3, ON_STEP % -6),
]


@pytest.mark.parametrize(("message", "moved", "still"), CASES, ids=[case[0].split()[0] for case in CASES])
def test_it_stays_or_is_reported(message: str, moved: str, still: str, tmp_path: Path) -> None:
    assert message in found(moved, tmp_path)
    assert found(still, tmp_path) == ""


def test_what_moves_far_was_meant_to(tmp_path: Path) -> None:
    assert found(KNEELING % 20, tmp_path) == ""
