"""Things that lie on the floor or in the hands lie where the body holds or touches them."""

from pathlib import Path

import numpy as np
import pytest

from cardmaker.figure.anatomy import SIDES
from cardmaker.figure.checks import check_pose
from cardmaker.figure.person import Places
from cardmaker.figure.pose import Pose
from cardmaker.figure.posed import PosedBody
from cardmaker.figure.props import add
from cardmaker.figure.reading import read_pose
from cardmaker.figure.scene import bodies, camera_of
from cardmaker.figure.scenery import PropSolid, Scenery

STANDING = (
    "common: {pelvis: {at: [0, 89.8]}, legs: {both: {foot: {heel: [-6, 0]}}},"
    " arms: {both: {hand: [12, 30, 96], mirror: true}}}\n"
)


def posed(text: str, tmp_path: Path) -> tuple[Pose, PosedBody]:
    path = tmp_path / "pose.yaml"
    path.write_text(text, encoding="utf-8")
    pose = read_pose(path)
    return pose, next(iter(bodies(pose).values()))


def solids(text: str, tmp_path: Path) -> tuple[PosedBody, list[PropSolid]]:
    pose, body = posed(text, tmp_path)
    at = Scenery(body, camera_of(pose))
    for prop in (*pose.props, *next(iter(pose.positions.values())).props):
        add(prop, at)
    return body, at.solids


def middle(verts: Places) -> Places:
    return np.asarray((verts.min(0) + verts.max(0)) / 2)


@pytest.mark.parametrize(("way", "axis", "sign"), [(-90, 2, -1), (90, 2, 1), (180, 0, -1)])
def test_a_rope_goes_from_hand_to_hand_and_its_loop_that_way(
    way: int, axis: int, sign: int, tmp_path: Path
) -> None:
    body, found = solids(f"props: [{{kind: rope, way: {way}, reach: 80}}]\n{STANDING}start: {{}}\n", tmp_path)
    loop = found[-1].mesh.verts
    grips = [body.skeleton.joints[f"grip_{side}"] for side in SIDES]
    far = loop[:, axis] * sign
    assert far.max() - max(grip[axis] * sign for grip in grips) == pytest.approx(80, abs=8)
    for grip in grips:
        assert np.linalg.norm(loop - grip, axis=1).min() < 12
    assert np.ptp(loop[:, 1]) > np.ptp([grip[1] for grip in grips])


def test_an_ab_wheel_is_between_both_fists(tmp_path: Path) -> None:
    body, found = solids(f"props: [{{kind: ab-wheel}}]\n{STANDING}start: {{}}\n", tmp_path)
    grips = [body.skeleton.joints[f"grip_{side}"] for side in SIDES]
    wheel = max((one.mesh.verts for one in found), key=lambda verts: float(np.ptp(verts[:, 2])))
    assert middle(wheel) == pytest.approx((grips[0] + grips[1]) / 2, abs=0.5)


def test_a_folded_towel_is_higher_where_it_is_pulled_up(tmp_path: Path) -> None:
    text = "props: [{kind: towel, x: [10, 50], folds: %d}]\n" + STANDING + "start: {}\n"
    (flat,) = (one.mesh.verts for one in solids(text % 0, tmp_path)[1])
    *folds, rest = (one.mesh.verts for one in solids(text % 3, tmp_path)[1])
    assert flat[:, 2].max() == rest[:, 2].max() < 1.5
    assert len(folds) == 3 and all(fold[:, 2].max() > 2 * rest[:, 2].max() for fold in folds)
    assert [fold[:, 0].max() for fold in folds] == pytest.approx([13.2, 16.4, 19.6])
    assert (rest[:, 0].min(), rest[:, 0].max()) == pytest.approx((19.6, 50))


SITTING = (
    "props: [{kind: chair, x: [-22, 20]%s}]\n"
    "start: {pelvis: {at: [0, %s]}, legs: {both: {foot: {heel: [36, 0]}}},"
    " arms: {both: {hand: [22, 63], wide: 11, grip: flat}}}\n"
)


def test_a_chair_bears_who_sits_on_it_and_nobody_sinks_in(tmp_path: Path) -> None:
    assert check_pose(posed(SITTING % ("", 54.5), tmp_path)[0]) == []
    rules = {fault.rule for fault in check_pose(posed(SITTING % ("", 49), tmp_path)[0])}
    assert "through" in rules
    assert {fault.rule for fault in check_pose(posed(SITTING % (", height: 30", 54.5), tmp_path)[0])} == {
        "balance"
    }


def test_a_stool_has_no_back(tmp_path: Path) -> None:
    tops = [
        max(float(one.mesh.verts[:, 2].max()) for one in solids(SITTING % (back, 54.5), tmp_path)[1])
        for back in ("", ", back: false")
    ]
    assert tops[0] > 80 and tops[1] == pytest.approx(45)


LYING = (
    "props: [{kind: roller, at: [-38, 7], y: %s}]\n"
    "start: {pelvis: {at: [0, rest], pitch: -95}, neck: {flex: 15}, legs: {both: {foot: {heel: [34, 0]}}},"
    " arms: {both: {shoulder: 60}}}\n"
)


def test_nobody_goes_through_a_roller_but_past_its_end(tmp_path: Path) -> None:
    assert {fault.rule for fault in check_pose(posed(LYING % 0, tmp_path)[0])} == {"through"}
    assert check_pose(posed(LYING % 60, tmp_path)[0]) == []


def test_crossed_arms_reach_the_other_shoulder_and_shift_moves_them(tmp_path: Path) -> None:
    text = "start: {pelvis: {at: [0, 89.8]}, arms: {R: {hand: shoulder, grip: flat, shift: [0, 0, %s]}}}\n"
    wrists = [posed(text % up, tmp_path)[1].skeleton.joints["wrist_R"] for up in (0, -6)]
    assert wrists[0][1] > 4  # left of the middle
    assert wrists[0] - wrists[1] == pytest.approx([0, 0, 6], abs=1e-6)


def test_the_head_is_pushed_forward_without_a_nod(tmp_path: Path) -> None:
    text = "start: {pelvis: {at: [0, 89.8]}, neck: {ahead: %s}}\n"
    back, ahead = (posed(text % way, tmp_path)[1].skeleton for way in (-2, 5))
    assert ahead.joints["head"][0] - back.joints["head"][0] == pytest.approx(7, abs=0.4)
    assert np.allclose(ahead.parts["head"].turn, back.parts["head"].turn)
