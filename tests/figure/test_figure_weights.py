"""Free weights, bands and the machines for the legs lie in the hands or where the body touches them."""

from pathlib import Path

import numpy as np
import pytest

from cardmaker.figure.anatomy import BALL, SIDES, SOLE
from cardmaker.figure.pose import Pose
from cardmaker.figure.posed import PosedBody
from cardmaker.figure.reading import read_pose
from cardmaker.figure.scene import bodies
from tests.figure.test_figure_machines import gap, moments, solids

HINGE = """
props: [{kind: %s}]
start:
  pelvis: {at: [-24, 80], pitch: 58}
  legs: {both: {foot: {heel: [-8, 0], wide: 16}}}
  arms: {both: {hand: [12, 46], wide: 9, elbow: back}}
"""
STANDING = """
props: [{kind: %s}]
start:
  pelvis: {at: [0, 89.8]}
  legs: {both: {foot: {heel: [-6, 0]}}}
  arms: {both: {%s}}
"""


def only(text: str, folder: Path) -> tuple[Pose, PosedBody]:
    path = folder / "pose.yaml"
    path.write_text(text, encoding="utf-8")
    pose = read_pose(path)
    return pose, bodies(pose)["start"]


@pytest.mark.parametrize(
    ("rack", "grip", "behind"), [("back-rack", "fist", True), ("front-rack", "rack", False)]
)
def test_a_bar_lies_on_the_shoulders_and_in_both_hands(
    rack: str, grip: str, behind: bool, tmp_path: Path
) -> None:
    for pitch in ("0", "30"):
        text = STANDING % ("barbell", f"hand: {rack}, grip: {grip}, elbow: [0.4, 0.2, -1]")
        pose, body = only(text.replace("89.8]", f"88], pitch: {pitch}"), tmp_path)
        assert body.skeleton.unreached == []
        bar = max(solids(pose.props[0], body, pose, "metal"), key=lambda verts: float(np.ptp(verts[:, 1])))
        middle = bar.mean(0)
        ahead = (middle - body.skeleton.trunk(50)[0]) @ body.skeleton.trunk(50)[1][:, 0]
        assert bool(ahead < 0) is behind
        trunk = body.skin("trunk")
        away = np.hypot(trunk[:, 0] - middle[0], trunk[:, 2] - middle[2])
        assert away.min() < 4  # rests on the skin
        for side in SIDES:
            grip_place = body.skeleton.joints[f"grip_{side}"]
            assert np.hypot(*(grip_place - middle)[[0, 2]]) < 0.1


def test_hands_under_a_racked_bar_look_up_and_elbows_lead(tmp_path: Path) -> None:
    _, body = only(STANDING % ("barbell", "hand: front-rack, grip: rack, elbow: [0.5, 0.35, -1]"), tmp_path)
    for side in SIDES:
        joints = body.skeleton.joints
        assert body.hand(side)[1][2, 0] > 0.7  # the palm
        assert joints[f"elbow_{side}"][0] > joints[f"wrist_{side}"][0] > joints[f"grip_{side}"][0]


def test_a_rack_may_be_held_wider(tmp_path: Path) -> None:
    _, body = only(STANDING % ("barbell", "hand: back-rack, wide: 36"), tmp_path)
    assert abs(float(body.skeleton.joints["grip_L"][1])) == pytest.approx(36, abs=0.1)


def test_a_kettlebell_s_handle_lies_in_the_fist(tmp_path: Path) -> None:
    pose, body = only(STANDING % ("kettlebell, at: grip_R", "upper: -90"), tmp_path)
    handle, bell = solids(pose.props[0], body, pose, "prop-dark")
    across = body.hand("R")[1][:, 1]
    assert np.ptp(handle @ across) > 10  # as long as a hand is broad
    assert np.ptp(handle @ np.cross(across, [0, 0, 1])) < 5
    assert bell.mean(0)[2] < handle.mean(0)[2]


def test_a_bar_fixed_on_the_floor_goes_through_the_hands_to_its_plate(tmp_path: Path) -> None:
    pose, body = only(HINGE % "landmine, x: -80", tmp_path)
    hands = (body.skeleton.joints["grip_R"] + body.skeleton.joints["grip_L"]) / 2
    bar, handle = solids(pose.props[0], body, pose, "metal")[:2]
    assert bar[:, 2].min() > 0 and bar[:, 0].min() == pytest.approx(-80, abs=2)
    assert np.ptp(handle[:, 1]) > 20 and np.abs(handle.mean(0) - hands).max() < 0.1
    plate = np.vstack(solids(pose.props[0], body, pose, "prop-dark")[:-1])
    assert plate[:, 0].min() > hands[0] - 3 and plate[:, 2].min() > 0
    hold = [body.hand(side)[1][:, 1] for side in SIDES]
    assert all(abs(float(way[1])) > 0.9 for way in hold)  # fingers close round the handle


def test_the_free_end_of_a_fixed_bar_lies_in_one_hand_and_goes_up_with_it() -> None:
    long = []
    for pose, prop, body in moments("landmine-press"):
        grip, fixed = body.skeleton.joints["grip_R"], np.array([150.0, 0, 3])
        bar = solids(prop, body, pose, "metal")[0]
        way = (grip - fixed) / np.linalg.norm(grip - fixed)
        assert float(((bar - fixed) @ way).max()) == pytest.approx(
            float(np.linalg.norm(grip - fixed)) + 5, abs=0.5
        )
        assert abs(float(body.hand("R")[1][:, 1] @ way)) > 0.5  # fingers close round it
        plate = np.vstack(solids(prop, body, pose, "prop-dark")[:-1])
        assert 10 < float(((grip - plate) @ way).min()) < 30  # before the hand
        long.append(float(np.linalg.norm(grip - fixed)))
    assert long[0] == pytest.approx(long[1], abs=3)


def test_a_ball_is_between_the_hands_or_flies(tmp_path: Path) -> None:
    hold = "hand: [26, 110], wide: 15, grip: flat"
    pose, body = only(STANDING % ("medicine-ball", hold), tmp_path)
    ball = solids(pose.props[0], body, pose)[0]
    for side in SIDES:
        assert gap([ball], body.skin(f"hand_{side}")) < 4
    pose, body = only(STANDING % ("medicine-ball, at: [60, 0, 200], radius: 12", hold), tmp_path)
    assert solids(pose.props[0], body, pose)[0].mean(0) == pytest.approx([60, 0, 200], abs=0.5)


def test_a_band_goes_from_its_post_behind_both_knees(tmp_path: Path) -> None:
    pose, body = only(STANDING % ("'knee-band', from: [70, 48]", "upper: -90"), tmp_path)
    band = solids(pose.props[0], body, pose, "band")[0]
    for side in SIDES:
        knee = body.skeleton.joints[f"knee_{side}"]
        near = band[np.abs(band[:, 1] - knee[1]) < 7]
        assert near[:, 0].min() < knee[0] - 4  # behind it
        assert np.abs(band[:, 1]).max() > abs(knee[1]) + 4  # and outside
    assert band[:, 0].max() > 68


def test_the_sled_is_at_the_back_and_its_plate_at_the_feet() -> None:
    for pose, prop, body in moments("hack-squat"):
        ahead = body.skeleton.parts["pelvis"].turn[:, 0]
        pads = [pad for pad in solids(prop, body, pose, "prop-dark") if np.ptp(pad @ ahead) < 8]
        back = max(pads, key=lambda pad: float(np.ptp(pad[:, 2])))
        assert 0 < float((back @ ahead).max()) + body.reach(-ahead, "trunk") < 2
        sole = body.skeleton.parts["foot_R"].turn[:, 2]
        plate = next(part for part in solids(prop, body, pose, "prop") if np.ptp(part[:, 1]) > 50)
        assert float((plate @ sole).max()) == pytest.approx(-body.reach(-sole, "foot_R"), abs=0.8)


def test_the_pad_lies_on_the_thighs_and_the_step_under_the_balls_of_the_feet() -> None:
    heights = []
    for pose, prop, body in moments("seated-calf-raise"):
        seat, pad = solids(prop, body, pose, "prop-dark")[:2]
        assert seat[:, 2].max() == pytest.approx(1.2 - body.reach(np.array([0.0, 0, -1]), "trunk"), abs=0.1)
        assert pad[:, 2].min() == pytest.approx(
            body.reach(np.array([0.0, 0, 1]), "thigh_R", "thigh_L"), abs=1
        )
        assert abs(pad.mean(0)[0] - body.skeleton.joints["knee_R"][0]) < 8
        step = next(part for part in solids(prop, body, pose, "prop") if np.ptp(part[:, 1]) == 44)
        ball = body.skeleton.parts["foot_R"].place(BALL, 0, -SOLE)
        assert step[:, 2].max() == pytest.approx(ball[2]) and step[0, 0] < ball[0] < step[-1, 0]
        heights.append(pad.mean(0)[2])
    assert heights[1] > heights[0] + 4  # the load rises


def test_a_trap_bar_goes_round_the_legs_with_a_handle_in_each_hand(tmp_path: Path) -> None:
    pose, body = only(STANDING % ("trap-bar", "hand: [3, 74], wide: 27, hold: neutral"), tmp_path)
    metal = solids(pose.props[0], body, pose, "metal")
    for side in SIDES:
        grip = body.skeleton.joints[f"grip_{side}"]
        assert any(np.linalg.norm(bar - grip, axis=1).min() < 30 and np.ptp(bar[:, 0]) > 40 for bar in metal)
    everything = np.vstack(metal)[:, 0]
    knees = [body.skeleton.joints[f"knee_{side}"][0] for side in SIDES]
    assert everything.min() < min(knees) - 15 < max(knees) + 15 < everything.max()
