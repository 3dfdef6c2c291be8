"""A leg of a position → hip, knee, ankle, heel and toes of a skeleton."""

import math

import numpy as np

from cardmaker.figure.anatomy import BALL, HEEL, HIP_ASIDE, SHANK, SOLE, THIGH, Side, side_sign
from cardmaker.figure.pose import Foot, Leg
from cardmaker.figure.skeleton import BodyPart, Skeleton
from cardmaker.figure.vectors import (
    LEFT,
    Turn,
    Vec,
    about,
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

_RISE, _IN = math.radians(42), math.radians(23)
_SUBTALAR = (math.cos(_RISE) * math.cos(_IN), math.cos(_RISE) * math.sin(_IN), math.sin(_RISE))
"""The axis about which the heel bone turns below the ankle: ahead, inwards and up (means of Inman, *The Joints of the
Ankle*)."""


def place_leg(skeleton: Skeleton, side: Side, hip: Vec, leg: Leg | None) -> None:
    """Place one leg; without instructions it hangs straight."""
    leg = leg or Leg(hip=0.0)
    if leg.foot is not None:
        thigh, shank, foot = _to_foot(skeleton, side, hip, leg, leg.foot)
    elif leg.thigh is not None:
        thigh, shank, foot = _by_direction(side, hip, leg)
    else:
        thigh, shank, foot = _by_angles(skeleton, side, hip, leg)
    skeleton.parts.update({"thigh_" + side: thigh, "shank_" + side: shank, "foot_" + side: foot})
    skeleton.toes[side] = leg.toes or (leg.foot.lift if leg.foot else 0.0)
    skeleton.joints["hip_" + side] = hip
    skeleton.joints["knee_" + side] = shank.origin
    skeleton.joints["ankle_" + side] = foot.origin
    skeleton.joints["heel_" + side] = foot.place(-HEEL, 0, -SOLE + 2)
    skeleton.joints["toes_" + side] = foot.place(BALL + 4, 0, -SOLE + 2.5)


def two_bones(start: Vec, target: Vec, upper: float, lower: float, towards: Vec) -> tuple[Vec, Vec, str]:
    """Bend two bones from *start* to *target*, the middle joint *towards*; → middle, end, and what is wrong."""
    way = target - start
    reach = length(way)
    line = unit(way)
    fault = ""
    if reach > upper + lower - 0.05:
        fault = f"target {reach:.1f} cm away, reach is {upper + lower:.1f}"
        reach = upper + lower - 0.05
    if reach < abs(upper - lower) + 0.05:
        fault = f"target {reach:.1f} cm away is too close"
        reach = abs(upper - lower) + 0.05
    along = (upper**2 - lower**2 + reach**2) / (2 * reach)
    aside = math.sqrt(max(0.0, upper**2 - along**2))
    bend = across(towards, line)
    bend = unit(bend) if length(bend) > 1e-6 else unit(across(LEFT, line))
    return start + line * along + bend * aside, start + line * reach, fault


def _to_foot(
    skeleton: Skeleton, side: Side, hip: Vec, leg: Leg, foot: Foot
) -> tuple[BodyPart, BodyPart, BodyPart]:
    sign = side_sign(side)
    pelvis = skeleton.parts["pelvis"].turn
    turn = _foot_turn(foot, leg.tilt, sign, pelvis)
    ankle = _ankle(skeleton, foot, turn, sign)
    towards: Vec = np.array(leg.pole, dtype=float) if leg.pole else pelvis[:, 0] * 0.6 + turn[:, 0]
    line = unit(ankle - hip)
    towards = across(towards, line)
    if leg.knee_out:
        aside = cross(line, unit(towards))
        if float(aside @ pelvis[:, 1]) * sign < 0:
            aside = -aside
        angle = math.radians(leg.knee_out)
        towards = unit(towards) * math.cos(angle) + aside * math.sin(angle)
    knee, end, fault = two_bones(hip, ankle, THIGH, SHANK, towards)
    if fault:
        skeleton.unreached.append(f"foot_{side}: {fault}")
    thigh = bone_frame(hip, knee, towards)
    shank_up = unit(knee - end)
    shank = frame(unit(cross(thigh[:, 1], shank_up)), thigh[:, 1], shank_up)
    return BodyPart(hip, thigh, THIGH), BodyPart(knee, shank, SHANK), BodyPart(end, turn, 0.0)


def _foot_turn(foot: Foot, inwards: float, sign: float, pelvis: Turn) -> Turn:
    lifted = pitch(foot.lift if foot.pitch is None else -foot.pitch)
    turn: Turn = yaw(sign * foot.out) @ lifted @ _tilted(sign, inwards)
    if foot.along == "pelvis":
        turn = pelvis @ turn
    return turn


def _tilted(sign: float, inwards: float) -> Turn:
    """The sole turned inwards by degrees about the joint below the ankle: toes go in and down with it."""
    ahead, inner, up = _SUBTALAR
    return about(vec(-sign * ahead, inner, -sign * up), math.radians(inwards))


def _ankle(skeleton: Skeleton, foot: Foot, turn: Turn, sign: float) -> Vec:
    given = foot.heel or foot.ball or foot.ankle
    assert given is not None
    if len(given) == 2:
        aside = foot.wide if foot.wide is not None else HIP_ASIDE
        place = vec(given[0], float(skeleton.joints["pelvis"][1]) + sign * aside, given[1])
    else:
        place = vec(*given)
    if foot.ball:
        return place - turn @ vec(BALL, 0, -SOLE)
    if foot.heel:
        return place - turn @ vec(-HEEL, 0, -SOLE)
    return place


def _by_direction(side: Side, hip: Vec, leg: Leg) -> tuple[BodyPart, BodyPart, BodyPart]:
    """Directions in the sagittal plane: 0 ahead, 90 up, -90 down."""
    assert leg.thigh is not None
    thigh = pitch(-(leg.thigh + 90))
    shank = pitch(-((leg.thigh if leg.shank is None else leg.shank) + 90))
    foot: Turn = pitch(-leg.sole) if leg.sole is not None else shank @ pitch(-leg.ankle)
    return _chain(hip, thigh, shank, foot @ _tilted(side_sign(side), leg.tilt))


def _by_angles(skeleton: Skeleton, side: Side, hip: Vec, leg: Leg) -> tuple[BodyPart, BodyPart, BodyPart]:
    sign = side_sign(side)
    pelvis = skeleton.parts["pelvis"].turn
    thigh = pelvis @ pitch(-(leg.hip or 0.0)) @ roll(sign * leg.abd) @ yaw(sign * leg.rot)
    shank = thigh @ pitch(leg.knee)
    return _chain(hip, thigh, shank, shank @ pitch(-leg.ankle) @ _tilted(sign, leg.tilt))


def _chain(hip: Vec, thigh: Turn, shank: Turn, foot: Turn) -> tuple[BodyPart, BodyPart, BodyPart]:
    upper = BodyPart(hip, thigh, THIGH)
    lower = BodyPart(upper.along(1), shank, SHANK)
    return upper, lower, BodyPart(lower.along(1), foot, 0.0)
