"""A position → a skeleton: the trunk first, then head and limbs on it."""

import math

import numpy as np

from cardmaker.figure.anatomy import (
    HIP_ASIDE,
    NECK,
    SEAT,
    SHOULDER_ASIDE,
    SHOULDER_BACK,
    SHOULDER_HEIGHT,
    SIDES,
    SPINE_FROM,
    SPINE_TO,
    TRUNK,
    Side,
    side_sign,
)
from cardmaker.figure.arms import place_arm
from cardmaker.figure.legs import place_leg
from cardmaker.figure.outline import ramp
from cardmaker.figure.pose import Arm, Neck, Position, Spine
from cardmaker.figure.skeleton import BodyPart, Skeleton
from cardmaker.figure.vectors import Turn, Vec, length, pitch, roll, vec, yaw

_LYING = 12.0  # cm of the hip axis above the floor, about
_NECK_LEAN = 7.0  # the neck's own slant ahead of the trunk


def solve(position: Position) -> Skeleton:
    """Place every joint. What a hand or foot can't reach is noted in `unreached`, not raised."""
    skeleton = Skeleton()
    pelvis = position.pelvis
    turn: Turn = yaw(pelvis.yaw) @ roll(pelvis.roll) @ pitch(pelvis.pitch)
    at = _pelvis_place(position)
    skeleton.spine = _spine(at, turn, position.spine)
    skeleton.parts["pelvis"] = BodyPart(at, turn, 0.0)
    skeleton.joints["pelvis"] = at
    thorax = skeleton.trunk(TRUNK)[1]
    skeleton.parts["thorax"] = BodyPart(skeleton.trunk(36)[0], thorax, 18.0)
    skeleton.joints["ribs"] = skeleton.trunk(28)[0] + skeleton.trunk(28)[1][:, 0] * 11.0
    skeleton.joints["spine"] = skeleton.trunk(20)[0] - skeleton.trunk(20)[1][:, 0] * 7.5
    _place_head(skeleton, position.neck, thorax)
    for side in SIDES:
        hip: Vec = at + turn[:, 1] * (side_sign(side) * HIP_ASIDE)
        place_leg(skeleton, side, hip, position.legs.get(side))
        arm = position.arms.get(side, Arm())
        place_arm(skeleton, side, _shoulder(skeleton, side, arm, thorax), thorax, arm)
    return skeleton


def _pelvis_place(position: Position) -> Vec:
    at = position.pelvis.at
    x, y, z = (at[0], 0.0, at[1]) if len(at) == 2 else at
    if z == "rest":
        z = _LYING  # until the skin is known
    return vec(x, y, z)


def _spine(at: Vec, turn: Turn, bend: Spine) -> list[tuple[Vec, Turn]]:
    """The spine's curve in steps of 1 cm, from below the hips to the neck."""
    first = bend.start if bend.start != 2.0 else SPINE_FROM
    last = max(SPINE_TO, first + 16)

    def turned(height: float) -> Turn:
        share = ramp((height - first) / (last - first))
        result: Turn = turn @ pitch(share * bend.flex) @ yaw(share * bend.twist) @ roll(-share * bend.side)
        return result

    curve: list[tuple[Vec, Turn]] = [(at, turned(0))]
    for height in range(1, int(TRUNK) + 1):
        curve.append((curve[-1][0] + turned(height - 0.5)[:, 2], turned(height)))
    below = [(at - turn[:, 2] * down, turn) for down in range(-SEAT, 0, -1)]
    return below + curve


def _place_head(skeleton: Skeleton, neck: Neck, thorax: Turn) -> None:
    top = skeleton.trunk(TRUNK)[0]
    pushed = math.degrees(math.asin(neck.ahead / NECK))
    neck_turn: Turn = thorax @ yaw(neck.turn * 0.5) @ pitch(neck.flex * 0.6 + _NECK_LEAN + pushed)
    base: Vec = top - thorax[:, 0] * 3.0 - thorax[:, 2] * 3
    pivot: Vec = base + neck_turn[:, 2] * NECK
    head_turn: Turn = thorax @ yaw(neck.turn) @ pitch(neck.flex) @ roll(neck.tilt)
    skeleton.joints["neck"], skeleton.joints["head"] = base, pivot
    skeleton.parts["neck"] = BodyPart(base, neck_turn, NECK)
    skeleton.parts["head"] = BodyPart(pivot, head_turn, 0.0)


def _shoulder(skeleton: Skeleton, side: Side, arm: Arm, thorax: Turn) -> Vec:
    """The shoulder joint: the shoulder blade carries it up and in as the arm rises (2 : 1 rhythm)."""
    sign = side_sign(side)
    root = skeleton.trunk(SHOULDER_HEIGHT)[0]
    base: Vec = root + thorax @ np.array(
        [arm.reach - SHOULDER_BACK, sign * (SHOULDER_ASIDE - arm.inset), arm.shrug]
    )
    trial = Skeleton(skeleton.joints.copy(), skeleton.parts.copy(), skeleton.spine)
    place_arm(trial, side, base, thorax, arm)
    down = trial.joints["elbow_" + side] - base
    raised = math.degrees(math.acos(max(-1.0, min(1.0, float(down @ -thorax[:, 2]) / length(down)))))
    lifted = ramp((raised - 50) / 120)
    shifted: Vec = base + thorax @ np.array([0.0, -sign * 2.2 * lifted, 3.6 * lifted])
    return shifted
