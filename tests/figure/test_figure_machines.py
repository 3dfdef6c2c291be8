"""Machines, bars and holds lie where the body touches them."""

from pathlib import Path

import numpy as np
import pytest

from cardmaker.figure.anatomy import SIDES
from cardmaker.figure.kit import PropModel
from cardmaker.figure.library import pose_file
from cardmaker.figure.person import Places
from cardmaker.figure.pose import Pose
from cardmaker.figure.posed import PosedBody
from cardmaker.figure.props import add
from cardmaker.figure.reading import read_pose
from cardmaker.figure.scene import bodies, camera_of
from cardmaker.figure.scenery import Scenery

KNEELING = """
props: [{kind: ankle-hold, by: %s}]
start: {pelvis: {at: [0, 47]}, legs: {both: {thigh: -90, shank: 180, sole: -176}}}
"""


def solids(prop: PropModel, body: PosedBody, pose: Pose, css: str = "") -> list[Places]:
    """The places of a prop's solids, of one class or of all."""
    at = Scenery(body, camera_of(pose))
    add(prop, at)
    return [solid.mesh.verts for solid in at.solids if css in (solid.css, "")]


def moments(exercise: str) -> list[tuple[Pose, PropModel, PosedBody]]:
    pose = read_pose(pose_file(exercise))
    return [(pose, pose.props[0], body) for body in bodies(pose).values()]


def gap(places: list[Places], skin: Places) -> float:
    """How far the nearest of some solids' corners and of their edges' middles is from the skin, in cm."""
    spots = np.vstack(places)
    return float(np.linalg.norm(spots[:, None, :] - skin[None, ::3, :], axis=2).min())


def test_posts_behind_the_bar_are_clear_of_legs_that_swing_ahead() -> None:
    for pose, prop, body in moments("hanging-leg-raise"):
        frame = solids(prop, body, pose, "prop")
        posts = [places for places in frame if float(np.ptp(places[:, 2])) > 200]
        assert len(posts) == 2
        assert max(float(post[:, 0].max()) for post in posts) < float(body.verts[:, 0].min()) - 5
        bar = solids(prop, body, pose, "metal")[0]
        arms = [places for places in frame if float(places[:, 2].min()) > 200]
        assert all(places[:, 0].max() >= bar[:, 0].min() for places in arms) and len(arms) == 2


@pytest.mark.parametrize("exercise", ["pull-up", "lat-pulldown"])
def test_the_bar_is_in_both_hands(exercise: str) -> None:
    for pose, prop, body in moments(exercise):
        bar = max(solids(prop, body, pose, "metal"), key=lambda verts: float(np.ptp(verts[:, 1])))
        low, high = bar.min(0), bar.max(0)
        for side in SIDES:
            grip = body.skeleton.joints[f"grip_{side}"]
            assert (low - 2 < grip).all() and (grip < high + 2).all()
            fingers = body.skin(f"hand_{side}")
            round_bar = np.hypot(fingers[:, 0] - low[0] - 1.6, fingers[:, 2] - low[2] - 1.6)
            assert round_bar.min() < 3  # the fingers close about it


def test_the_plate_follows_the_soles() -> None:
    for pose, prop, body in moments("leg-press"):
        plate = solids(prop, body, pose, "prop")[-1]
        out = body.skeleton.parts["foot_R"].turn[:, 2]
        face = float((plate @ out).max())
        for side in SIDES:
            assert float((body.shoes[side].verts @ out).min()) == pytest.approx(face, abs=1.0)


def test_the_back_lies_on_the_pad_of_the_leg_press_and_the_head_too() -> None:
    for pose, prop, body in moments("leg-press"):
        back = -body.skeleton.parts["pelvis"].turn[:, 0]
        pad = solids(prop, body, pose, "prop-dark")[0]
        for part in ("trunk", "head"):
            assert float((body.skin(part) @ back).max()) == pytest.approx(float((pad @ back).min()), abs=3.0)


@pytest.mark.parametrize("exercise", ["hamstring-curl", "glute-ham-raise"])
def test_the_roller_touches_the_ankles(exercise: str) -> None:
    for pose, prop, body in moments(exercise):
        rollers = [v for v in solids(prop, body, pose, "prop-dark") if np.ptp(v[:, 1]) > 30]
        shank = np.vstack([body.skin("shank_R"), body.skin("shank_L")])
        middles = [v.mean(0) for v in rollers]
        assert min(np.linalg.norm(shank - m * (1, 0, 1) - (0, -8.6, 0), axis=1).min() for m in middles) < 14


def test_the_stack_rises_when_the_lever_does() -> None:
    tops = []
    for pose, prop, body in moments("hamstring-curl"):
        stack = [v for v in solids(prop, body, pose, "prop-dark") if np.ptp(v[:, 0]) == pytest.approx(22)]
        tops.append(max(float(v[:, 2].max()) for v in stack))
    assert tops[1] > tops[0] + 5


STILL = ["leg-press", "hamstring-curl", "glute-ham-raise", "lat-pulldown", "incline-bench-press", "leg-extension",
         "seated-leg-curl", "preacher-curl", "back-extension", "seated-cable-row"]  # fmt: skip


@pytest.mark.parametrize("exercise", STILL)
def test_the_pad_of_a_machine_stays_where_it_is(exercise: str) -> None:
    boxes = []
    for pose, prop, body in moments(exercise):
        pads = sorted(solids(prop, body, pose, "prop-dark"), key=lambda v: float(np.prod(np.ptp(v, axis=0))))
        boxes.append(np.array([pads[-1].min(0), pads[-1].max(0)]))
    assert boxes[0] == pytest.approx(boxes[1], abs=2.0)


@pytest.mark.parametrize("by", ["roller", "hands"])
def test_ankles_are_held_down(by: str, tmp_path: Path) -> None:
    path = tmp_path / "pose.yaml"
    path.write_text(KNEELING % by, encoding="utf-8")
    pose = read_pose(path)
    body = bodies(pose)["start"]
    held = solids(pose.props[0], body, pose)
    assert gap(held, np.vstack([body.skin("shank_R"), body.skin("foot_R")])) < 6


def test_the_band_ends_in_a_loop_round_the_ankle() -> None:
    pose = read_pose(pose_file("hamstring-curl-band"))
    prop = next(prop for prop in pose.props if prop.kind == "ankle-band")
    for body in bodies(pose).values():
        loop = solids(prop, body, pose, "band")[0]
        assert np.linalg.norm(loop.mean(0) - body.skeleton.joints["ankle_R"]) < 6


def test_a_ball_lies_on_the_floor(tmp_path: Path) -> None:
    path = tmp_path / "pose.yaml"
    path.write_text("props: [{kind: swiss-ball, at: [60, 30]}]\nstart: {}\n", encoding="utf-8")
    pose = read_pose(path)
    ball = solids(pose.props[0], bodies(pose)["start"], pose)[0]
    assert [*ball.min(0)[[0, 2]], *ball.max(0)[[0, 2]]] == pytest.approx([30, 0, 90, 60], abs=0.5)


def test_plates_let_hands_and_legs_be_seen() -> None:
    """A ray through a plate beside its hub meets nothing: there are openings."""
    pose, prop, body = moments("deadlift")[1]
    dark = np.vstack(solids(prop, body, pose, "prop-dark"))
    middle = (body.skeleton.joints["grip_R"] + body.skeleton.joints["grip_L"]) / 2
    away = np.hypot(dark[:, 0] - middle[0], dark[:, 2] - middle[2])
    assert ((away < 7) | (away > 12) | (np.abs(dark[:, 0] - middle[0]) < 3)).mean() > 0.95


def test_a_bench_can_lie_across() -> None:
    pose = read_pose(pose_file("copenhagen-plank"))
    prop = next(prop for prop in pose.props if prop.kind == "bench")
    pad = solids(prop, bodies(pose)["start"], pose, "prop-dark")[0]
    assert np.ptp(pad[:, 1]) == pytest.approx(prop.x[1] - prop.x[0]) and np.ptp(pad[:, 0]) == pytest.approx(
        28
    )
