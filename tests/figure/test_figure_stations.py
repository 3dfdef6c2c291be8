"""Benches, cables and machines meet the body: pads its skin, cables its hands, pedals its feet."""

import numpy as np
import pytest

from cardmaker.figure.anatomy import BALL, SIDES, SOLE
from cardmaker.figure.kit import PropModel
from cardmaker.figure.library import pose_file
from cardmaker.figure.person import Places
from cardmaker.figure.pose import Pose
from cardmaker.figure.posed import PosedBody
from cardmaker.figure.props import add
from cardmaker.figure.reading import read_pose
from cardmaker.figure.scene import bodies, camera_of
from cardmaker.figure.scenery import PropSolid, Scenery
from cardmaker.figure.stations import Cable


def moments(exercise: str) -> list[tuple[Pose, PropModel, PosedBody]]:
    """A pose, its first prop and its body, of each position."""
    pose = read_pose(pose_file(exercise))
    return [(pose, pose.props[0], body) for body in bodies(pose).values()]


def solids(pose: Pose, prop: PropModel, body: PosedBody) -> list[PropSolid]:
    at = Scenery(body, camera_of(pose))
    add(prop, at)
    return at.solids


def of_class(found: list[PropSolid], css: str) -> list[Places]:
    return [solid.mesh.verts for solid in found if solid.css == css]


def near(places: Places, spot: np.ndarray) -> float:
    return float(np.linalg.norm(places - spot, axis=1).min())


@pytest.mark.parametrize(
    ("exercise", "segments", "way"),
    [
        ("incline-bench-press", ("trunk",), (-0.5, 0, -0.866)),
        ("chest-supported-row", ("trunk",), None),
        ("preacher-curl", ("upper_arm_R", "upper_arm_L"), None),
        ("back-extension", ("thigh_R", "thigh_L"), None),
    ],
)
def test_the_pad_lies_where_the_skin_is(
    exercise: str, segments: tuple[str, ...], way: tuple[float, float, float] | None
) -> None:
    for pose, prop, body in moments(exercise):
        pad = of_class(solids(pose, prop, body), "prop-dark")[0]
        skin = np.vstack([body.skin(segment) for segment in segments])
        level = (pad.max(0) + pad.min(0)) / 2
        close = skin[np.abs(skin[:, 1]) < 20]
        assert float(np.linalg.norm((close - level) * (1, 0, 1), axis=1).min()) < 9
        if way is not None:
            out = np.array(way)
            assert float((skin @ out).max()) == pytest.approx(float((pad @ out).min()) + 1.2, abs=1.5)


@pytest.mark.parametrize("exercise", ["triceps-pushdown", "face-pull", "pallof-press", "seated-cable-row"])
def test_a_cable_ends_at_the_hands(exercise: str) -> None:
    for pose, prop, body in moments(exercise):
        cable = next(solid for solid in solids(pose, prop, body) if solid.group == "cable")
        hands = (body.skeleton.joints["grip_R"] + body.skeleton.joints["grip_L"]) / 2
        assert near(cable.mesh.verts, hands) < 24


def test_a_cuff_is_round_its_ankle() -> None:
    for pose, prop, body in moments("cable-hip-abduction"):
        assert isinstance(prop, Cable)
        cable = next(solid for solid in solids(pose, prop, body) if solid.group == "cable")
        assert near(cable.mesh.verts, body.skeleton.joints[f"ankle_{prop.side}"]) < 12


def test_a_stack_rises_as_its_cable_is_drawn_out() -> None:
    tops = []
    for pose, prop, body in moments("seated-cable-row"):
        dark = of_class(solids(pose, prop, body), "prop-dark")
        blocks = [v for v in dark if np.ptp(v, axis=0) == pytest.approx([18, 18, 12])]
        tops.append(max(float(v[:, 2].max()) for v in blocks))
    assert tops[1] > tops[0] + 8


def test_pedals_are_under_both_feet() -> None:
    for pose, prop, body in moments("exercise-bike"):
        dark = np.vstack(of_class(solids(pose, prop, body), "prop-dark"))
        for side in SIDES:
            assert near(dark, body.skeleton.parts[f"foot_{side}"].place(BALL - 2, 0, -SOLE)) < 7.5


def test_the_posts_of_a_sled_go_through_the_fists() -> None:
    for pose, prop, body in moments("sled-push"):
        posts = [solid for solid in solids(pose, prop, body) if solid.group.startswith("post_")]
        for solid, side in zip(posts, SIDES, strict=True):
            x, y, z = body.skeleton.joints[f"grip_{side}"]
            low, high = solid.mesh.verts.min(0), solid.mesh.verts.max(0)
            assert low[0] - 1 < x < high[0] + 1 and low[1] - 1 < y < high[1] + 1 and low[2] < z < high[2]


def test_the_waves_of_two_ropes_are_opposite() -> None:
    for pose, prop, body in moments("battle-rope"):
        ropes = [solid.mesh.verts for solid in solids(pose, prop, body) if solid.group.startswith("rope_")]
        right, left = (max(ropes[i : i + 2], key=len) for i in (0, 2))
        apart = right[:, 2] - left[:, 2]
        assert apart.max() > 5 and apart.min() < -5
        assert min(right[:, 2].min(), left[:, 2].min()) > -0.5  # lies on the floor, not in it


@pytest.mark.parametrize(("hold", "way"), [("over", 1), ("under", -1)])
def test_a_hold_turns_the_palm(hold: str, way: int) -> None:
    """Hanging from a bar, palms look ahead if they hold it from above, back if from below."""
    from cardmaker.figure.hands import hand_turn
    from cardmaker.figure.pose import Arm, Position
    from cardmaker.figure.solver import solve

    arm = Arm.model_validate({"hand": [0, 200], "hold": hold})
    skeleton = solve(Position(legs={}, arms={"R": arm, "L": arm}))
    for side in SIDES:
        assert hand_turn(skeleton, side, arm, bar=True)[0, 0] * way > 0.9


def test_a_narrow_bench_lets_elbows_go_below_its_top() -> None:
    from cardmaker.figure.checks import check_pose

    assert check_pose(read_pose(pose_file("bench-press"))) == []


def test_the_arms_of_a_chest_press_end_at_the_hands_and_keep_their_length() -> None:
    long, low = [], []
    for pose, prop, body in moments("machine-chest-press"):
        found = solids(pose, prop, body)
        for side in SIDES:
            handle = next(solid for solid in found if solid.group == f"handle_{side}").mesh.verts
            assert near(handle[-2:], body.skeleton.joints[f"grip_{side}"]) < 9
        hands = body.skeleton.joints["grip_R"]
        long.append(float(np.hypot(hands[0] - 14, hands[2] - 160)))
        stack = [v for v in of_class(found, "prop-dark") if np.ptp(v, axis=0) == pytest.approx([18, 20, 12])]
        low.append(sorted(float(v[:, 2].min()) for v in stack)[1])
    assert long[0] == pytest.approx(long[1], abs=2)
    assert low[1] > low[0] + 8  # the stack rises


def test_a_belt_lies_about_the_hips_and_its_cable_leads_down_between_the_feet() -> None:
    for pose, prop, body in moments("belt-squat"):
        found = solids(pose, prop, body)
        belt = next(solid for solid in found if solid.group == "belt").mesh.verts
        assert np.linalg.norm(belt.mean(0) - body.skeleton.joints["pelvis"]) < 16
        assert np.median([near(body.skin("trunk"), spot) for spot in belt]) < 4
        cable = next(solid for solid in found if solid.group == "cable").mesh.verts
        feet = [float(body.skeleton.joints[f"ankle_{side}"][1]) for side in SIDES]
        assert min(feet) < cable[:, 1].min() < cable[:, 1].max() < max(feet)
        assert cable[:, 2].min() < 8
