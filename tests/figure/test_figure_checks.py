"""Each rule passes a sound pose and catches one that breaks it."""

import textwrap
from pathlib import Path

import pytest

from cardmaker.figure.angles import joint_angles
from cardmaker.figure.checks import PoseFault, check_pose
from cardmaker.figure.reading import read_pose
from cardmaker.figure.report import faults_of
from cardmaker.figure.scene import draw_pose
from cardmaker.figure.solver import solve
from cardmaker.figure.touch import middle_of_mass

STANDING = """
common: {legs: {both: {foot: {heel: [-6, 0]}}}}
start: {pelvis: {at: [0, 89.8]}}
"""


def faults(text: str, tmp_path: Path) -> list[PoseFault]:
    path = tmp_path / "pose.yaml"
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return check_pose(read_pose(path))


def test_standing_is_possible(tmp_path: Path) -> None:
    assert faults(STANDING, tmp_path) == []


BROKEN = {
    "reach": [
        "start: {pelvis: {at: [0, 110]}, legs: {both: {foot: {heel: [-6, 0]}}}}",
        STANDING + "finish: {pelvis: {at: [0, 89.8]}, arms: {R: {hand: [90, 100]}}}",
    ],
    "range": [
        "start: {pelvis: {at: [0, 89.8]}, legs: {L: {foot: {heel: [-6, 0]}}, R: {hip: 20, knee: -30}}}",
        "start: {pelvis: {at: [0, 89.8]}, neck: {turn: 120}, legs: {both: {foot: {heel: [-6, 0]}}}}",
        "start: {pelvis: {at: [0, 89.8]}, legs: {L: {foot: {heel: [-6, 0]}}, R: {hip: 170, knee: 90}}}",
    ],
    "through": [
        "start: {pelvis: {at: [0, 80]}, legs: {both: {hip: 0}}}",
        "props: [{kind: box, x: [-20, 20], height: 30}]" + STANDING,
        "props: [{kind: bench, x: [-60, 60]}]\nstart: {pelvis: {at: [0, 45], pitch: 90}, legs: {both: {hip: 0}}}",
        STANDING.replace("89.8]}", "89.8]}, arms: {R: {hand: [1, -3, 115], elbow: front}}"),
        STANDING.replace("89.8]}", "89.8]}, arms: {R: {hand: [4, -8.6, 70]}}"),
        "props: [{kind: wall, x: 12}]" + STANDING.replace("89.8]}", "89.8]}, arms: {R: {shoulder: 80}}"),
    ],
    "support": [
        "start: {pelvis: {at: [0, 112]}, legs: {both: {foot: {heel: [-6, 22]}}}}",
        "start: {pelvis: {at: [0, 140]}, legs: {both: {hip: 0}}}",
    ],
    "bar": [
        "props: [{kind: barbell}]"
        + STANDING.replace("89.8]}", "89.8]}, arms: {R: {hand: [24, 90]}, L: {hand: [24, 104]}}"),
        "props: [{kind: pull-up-bar, height: 230}]\n"
        "start: {pelvis: {at: [0, 113]}, arms: {both: {hand: [0, 26, 222], mirror: true}}}",
        "props: [{kind: barbell}]" + STANDING.replace("89.8]}", "89.8]}, arms: {both: {hand: [1, 74]}}"),
        "props: [{kind: barbell}]" + STANDING.replace("89.8]}", "89.8]}, arms: {both: {hand: [1, 115]}}"),
    ],
    "balance": [
        "start: {pelvis: {at: [-22, 84]}, legs: {both: {foot: {heel: [6, 0]}}}}",
        "start: {pelvis: {at: [0, 89.8]}, legs: {R: {foot: {heel: [-6, 0], wide: 14}}, L: {hip: 60, knee: 90}}}",
    ],
    "slips": [
        STANDING.replace("}}}}", "}}}, arms: {both: {hand: [34, 120], grip: flat, palm_dir: 90}}}")
        .replace("common", "props: [{kind: wall, x: 40}]\ncommon")
        .replace("start", "finish")
        + "start: {pelvis: {at: [0, 89.8]}, arms: {both: {hand: [34, 124]}}}",
        STANDING + "finish: {pelvis: {at: [0, 80]}, legs: {R: {foot: {heel: [-3, 0]}}}}",
    ],
    "sides": [
        "front: L\nstart: {pelvis: {at: [0, 75]}, legs: {R: {foot: {heel: [24, 0]}}, L: {foot: {heel: [-30, 0]}}}}",
        "start: {pelvis: {at: [0, 88]}, legs: {R: {foot: {heel: [-6, 6, 0]}}, L: {foot: {heel: [-6, -6, 0]}}}}",
    ],
}
CASES = [(rule, text) for rule, texts in BROKEN.items() for text in texts]


@pytest.mark.parametrize(("rule", "text"), CASES, ids=[f"{rule}-{i}" for i, (rule, _) in enumerate(CASES)])
def test_a_broken_pose_is_caught(rule: str, text: str, tmp_path: Path) -> None:
    assert rule in {fault.rule for fault in faults(text, tmp_path)}


def test_a_bone_of_the_wrong_length_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cardmaker.figure.legs.SHANK", 46.0)
    found = [fault for fault in faults(STANDING, tmp_path) if fault.rule == "length"]
    assert len(found) == 2 and "46.0 cm long instead of 41.0" in found[0].message


def test_limbs_given_alike_that_come_out_different_are_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cardmaker.figure.legs.side_sign", lambda side: 1.0 if side == "L" else 0.0)
    wide = STANDING.replace("[-6, 0]}", "[-6, 0], wide: 30}").replace("89.8", "85")
    assert "mirror" in {fault.rule for fault in faults(wide, tmp_path)}


def test_what_is_out_of_reach_is_not_reported_to_slip_as_well(tmp_path: Path) -> None:
    found = faults(STANDING + "finish: {pelvis: {at: [0, 92]}}", tmp_path)
    assert {(fault.position, fault.rule) for fault in found} == {("finish", "reach")}


def test_parts_in_one_another_get_a_remedy_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "pose.yaml"
    path.write_text(STANDING.replace("89.8]}", "89.8]}, arms: {R: {hand: [4, -8.6, 70]}}"), encoding="utf-8")
    reported = [str(problem) for problem in faults_of(path) if "thigh_R" in problem.message]
    assert reported and all("lead it past with wide" in line and "the prop" not in line for line in reported)


def test_signs_of_a_lone_position_are_drawn_on_it(tmp_path: Path) -> None:
    path = tmp_path / "pose.yaml"
    path.write_text(STANDING + "clock: {at: [40, 100]}\n", encoding="utf-8")
    assert [len(pane.arrows) for pane in draw_pose(read_pose(path)).panes] == [1]


def test_a_jump_may_leave_the_floor(tmp_path: Path) -> None:
    text = STANDING + "finish: {pelvis: {at: [0, 99]}, legs: {both: {foot: {heel: [-6, 9]}}}, airborne: true}"
    assert faults(text, tmp_path) == []
    assert faults(text.replace(", airborne: true", ""), tmp_path)


def test_a_step_is_no_slip(tmp_path: Path) -> None:
    text = STANDING + "finish: {pelvis: {at: [10, 80]}, legs: {R: {foot: {heel: [24, 0]}}}}"
    assert "slips" not in {fault.rule for fault in faults(text, tmp_path)}


def test_a_fault_says_where_and_by_which_rule(tmp_path: Path) -> None:
    (fault, *_) = faults("start: {pelvis: {at: [0, 140]}, legs: {both: {hip: 0}}}", tmp_path)
    assert str(fault) == "start: nothing touches the floor, the lowest place is 49 cm above it (support)"


def test_angles_are_those_that_were_given(tmp_path: Path) -> None:
    path = tmp_path / "pose.yaml"
    path.write_text(
        "start: {pelvis: {at: [0, 90], pitch: 20}, legs: {both: {hip: 70, knee: 110, ankle: -20}},"
        " arms: {both: {shoulder: 80, elbow: 35}}}",
        encoding="utf-8",
    )
    position = read_pose(path).positions["start"]
    angles = joint_angles(solve(position), position)
    reported = {"hip": 70, "knee": 110, "ankle": -20, "shoulder": 80, "elbow": 35}
    assert {joint: angles[joint, "L"] for joint in reported} == pytest.approx(reported, abs=0.01)


def test_the_middle_of_mass_of_somebody_standing_is_above_the_feet(tmp_path: Path) -> None:
    path = tmp_path / "pose.yaml"
    path.write_text(STANDING, encoding="utf-8")
    x, y, z = middle_of_mass(solve(read_pose(path).positions["start"]))
    assert -6 < x < 6 and y == pytest.approx(0, abs=0.01)
    assert 0.52 < z / 170 < 0.60  # of stature, as measured on people


def test_what_is_next_to_a_bench_is_not_in_it(tmp_path: Path) -> None:
    across = "props: [{kind: bench, x: [-60, 60]}]" + STANDING
    assert "through" in {fault.rule for fault in faults(across, tmp_path)}
    aside = across.replace("[0, 89.8]", "[0, -40, 89.8]")
    assert faults(aside, tmp_path) == []


def test_a_wall_is_where_it_is_from_whatever_side_it_is_seen(tmp_path: Path) -> None:
    reach = STANDING.replace("89.8]}", "89.8]}, arms: {both: {hand: [%s, 130], grip: flat, palm_dir: 84}}")
    for azimuth in (0, 60):
        head = f"view: {{azimuth: {azimuth}}}\nprops: [{{kind: wall, x: 40}}]"
        assert faults(head + reach % 38, tmp_path) == []
        assert "through" in {fault.rule for fault in faults(head + reach % 47, tmp_path)}
