"""An arm of a position → shoulder, elbow, wrist and hand of a skeleton."""

import numpy as np

from cardmaker.figure.anatomy import FOREARM, GRIP, SHOULDER_ASIDE, UPPER_ARM, Side, side_sign
from cardmaker.figure.legs import two_bones
from cardmaker.figure.pose import Arm
from cardmaker.figure.skeleton import BodyPart, Skeleton
from cardmaker.figure.vectors import (
    UP,
    Turn,
    Vec,
    across,
    bone_frame,
    cross,
    frame,
    length,
    pitch,
    roll,
    unit,
    vec,
    yaw,
)

# Where a hand may lie on the body: the part, and the place in its frame (left side).
_ON_BODY = {
    "ear": ("head", (-1.5, 9.0, 9)),
    "temple": ("head", (1, 9.5, 11)),
    "nape": ("head", (-8, 5, 5)),
    "hip": ("pelvis", (4, 19, 10)),
    "chest": ("thorax", (13, 4, 4)),
    "sternum": ("thorax", (15, 2, 2)),
    "thigh": ("pelvis", (14, 12, -4)),
    "shoulder": ("thorax", (10, -11, 8)),  # the opposite one, arms crossed
    "front-rack": ("thorax", (8.6, 21, 13.5)),
    "back-rack": ("thorax", (-10.4, 30, 13.5)),
}
_HOLDING = ("fist", "hook")
_RACKED = (-0.85, 0.12, -0.5)
"""Where a hand points, seen from the chest (left side), that holds a bar on the front of the shoulders: back, the
forearm brought up in front of it."""


def place_arm(skeleton: Skeleton, side: Side, shoulder: Vec, thorax: Turn, arm: Arm) -> None:
    """Place one arm; without instructions it hangs straight."""
    if arm.hand is not None:
        upper, forearm = _to_hand(skeleton, side, shoulder, thorax, arm)
    elif arm.upper is not None:
        upper, forearm = _by_direction(side, shoulder, arm)
    else:
        upper, forearm = _by_angles(side, shoulder, thorax, arm)
    wrist = forearm.along(1)
    turn = _racked_turn(side, thorax) if arm.grip == "rack" else _hand_turn(side, forearm.turn, arm)
    hand = BodyPart(wrist, turn, 0.0)
    skeleton.parts.update({"upper_arm_" + side: upper, "forearm_" + side: forearm, "hand_" + side: hand})
    skeleton.joints["shoulder_" + side] = shoulder
    skeleton.joints["elbow_" + side] = forearm.origin
    skeleton.joints["wrist_" + side] = wrist
    skeleton.joints["grip_" + side] = hand.place(0, 0, -GRIP)


def hand_target(skeleton: Skeleton, side: Side, arm: Arm) -> Vec:
    """Where the hand should be: on the body, at a width of its own, or anywhere."""
    sign = side_sign(side)
    hand = arm.hand
    assert hand is not None
    if isinstance(hand, str):
        part, (ahead, aside, up) = _ON_BODY[hand]
        aside = aside if arm.wide is None else arm.wide
        off = arm.shift
        return skeleton.parts[part].place(ahead + off[0], sign * (aside + off[1]), up + off[2])
    if len(hand) == 2:
        aside = arm.wide if arm.wide is not None else SHOULDER_ASIDE
        return vec(hand[0], float(skeleton.joints["pelvis"][1]) + sign * aside, hand[1])
    return vec(hand[0], sign * hand[1] if arm.mirror else hand[1], hand[2])


def _elbow_towards(side: Side, thorax: Turn, arm: Arm) -> Vec:
    sign = side_sign(side)
    choice = arm.elbow
    if isinstance(choice, tuple):
        return thorax @ vec(choice[0], sign * choice[1], choice[2])
    if choice == "out":
        return thorax @ vec(0, sign, 0)
    world = {"down": vec(-0.4, 0, -1), "up": UP, "front": vec(1, 0, 0)}
    return world[choice] if isinstance(choice, str) and choice in world else thorax @ vec(-1, 0, 0)


def _to_hand(
    skeleton: Skeleton, side: Side, shoulder: Vec, thorax: Turn, arm: Arm
) -> tuple[BodyPart, BodyPart]:
    target = hand_target(skeleton, side, arm)
    towards = _elbow_towards(side, thorax, arm)
    if arm.grip == "rack":
        target = target - _racked(side, thorax) * GRIP
    lower = FOREARM + (GRIP if arm.grip in _HOLDING and arm.palm is None else 0.0)
    elbow, end, fault = two_bones(shoulder, target, UPPER_ARM, lower, towards)
    if fault:
        skeleton.unreached.append(f"hand_{side}: {fault}")
    upper = bone_frame(shoulder, elbow, -towards)
    up = unit(elbow - end)
    forearm = frame(unit(cross(upper[:, 1], up)), upper[:, 1], up)
    return BodyPart(shoulder, upper, UPPER_ARM), BodyPart(elbow, forearm, FOREARM)


def _racked(side: Side, thorax: Turn) -> Vec:
    ahead, aside, up = _RACKED
    return unit(thorax @ vec(ahead, side_sign(side) * aside, up))


def _racked_turn(side: Side, thorax: Turn) -> Turn:
    """The turn of a hand under a bar on the shoulders: its palm looks up."""
    back = -_racked(side, thorax)
    palm = unit(across(thorax[:, 2], back))
    return frame(palm, cross(back, palm), back)


def _by_direction(side: Side, shoulder: Vec, arm: Arm) -> tuple[BodyPart, BodyPart]:
    """Directions in the sagittal plane (0 ahead, 90 up, -90 down), leant outwards by `out`."""
    assert arm.upper is not None
    sign = side_sign(side)
    fore_out = arm.out if arm.fore_out is None else arm.fore_out
    upper: Turn = pitch(-(arm.upper + 90)) @ roll(sign * arm.out)
    forearm: Turn = pitch(-((arm.upper if arm.fore is None else arm.fore) + 90)) @ roll(sign * fore_out)
    return _chain(shoulder, upper, forearm)


def _by_angles(side: Side, shoulder: Vec, thorax: Turn, arm: Arm) -> tuple[BodyPart, BodyPart]:
    sign = side_sign(side)
    upper: Turn = thorax @ pitch(-(arm.shoulder or 0.0)) @ roll(sign * arm.abd) @ yaw(sign * arm.rot)
    bend = arm.elbow if isinstance(arm.elbow, float | int) else 0.0
    return _chain(shoulder, upper, upper @ pitch(-bend))


def _chain(shoulder: Vec, upper: Turn, forearm: Turn) -> tuple[BodyPart, BodyPart]:
    first = BodyPart(shoulder, upper, UPPER_ARM)
    return first, BodyPart(first.along(1), forearm, FOREARM)


def _hand_turn(side: Side, forearm: Turn, arm: Arm) -> Turn:
    if arm.palm == "floor":
        ahead = -forearm[:, 2] * np.array([1.0, 1.0, 0.0])
        back = -unit(ahead) if length(ahead) > 1e-6 else vec(-1, 0, 0)
        return frame(UP, cross(back, UP), back)
    if arm.palm_dir is not None:
        return pitch(-(arm.palm_dir + 90))
    turn: Turn = forearm @ yaw(side_sign(side) * arm.turn) @ pitch(-arm.wrist)
    return turn
