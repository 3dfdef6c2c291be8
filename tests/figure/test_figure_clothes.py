"""Shoes show their sole only to who is below them; shorts stay on the thigh."""

import pytest

from cardmaker.figure.body import body
from cardmaker.figure.camera import Camera
from cardmaker.figure.extremities import shoe
from cardmaker.figure.pose import Arm, Leg, Position
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.solver import solve

FRONT_ABOVE, FRONT_BELOW = Camera(90, 40), Camera(90, -40)


def legs(**angles: float) -> Skeleton:
    leg = Leg.model_validate({"hip": 0.0, **angles})
    return solve(Position(legs={"R": leg, "L": leg}, arms={"R": Arm(), "L": Arm()}))


def share_of_sole(skeleton: Skeleton, camera: Camera) -> float:
    drawn = shoe(skeleton, "R", camera)
    return drawn.sole.area / drawn.whole.area


def test_the_sole_faces_away_or_shows() -> None:
    standing = legs()
    assert share_of_sole(standing, FRONT_ABOVE) < 0.3
    assert share_of_sole(standing, FRONT_BELOW) > 0.6


def test_the_rim_of_the_sole_shows_from_the_side() -> None:
    assert 0.08 < share_of_sole(legs(), Camera(0)) < 0.3


@pytest.mark.parametrize("knee", [90, 120, 145, 155])
def test_a_folded_shank_wears_no_shorts(knee: float) -> None:
    camera = Camera(12)
    leg = body(legs(knee=knee), camera, {"R": "fist", "L": "fist"}).legs["R"]
    low = camera.spot(legs(knee=knee).parts["thigh_R"].along(0.6))[1]
    assert leg.shorts.bounds[1] > low


@pytest.mark.parametrize("hip", range(-30, 145, 25))
def test_each_bend_of_the_hip_can_be_drawn(hip: int) -> None:
    for camera in (Camera(12), Camera(90, 40)):
        for knee in (0.0, 140.0):
            leg = body(legs(hip=hip, knee=knee), camera, {"R": "fist", "L": "fist"}).legs["R"]
            assert leg.shorts.is_valid and leg.shorts.area > 100
