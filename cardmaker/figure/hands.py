"""How hands are turned, where the wrist of a closed hand is, and how fingers bend in each grip."""

import math
from typing import Final

import numpy as np

from cardmaker.figure.anatomy import Side, side_sign
from cardmaker.figure.person import Person
from cardmaker.figure.pose import Arm, Grip
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.vectors import Turn, Vec, across, between, cross, frame, length, unit, vec

_FINGERS: Final[dict[Grip, tuple[float, float, float]]] = {
    "fist": (62, 150, 215),
    "hook": (40, 105, 165),
    "rack": (30, 110, 175),
    "flat": (2, 4, 6),
    "relaxed": (16, 40, 60),
}
"""Degrees of each finger bone from the hand's plane."""
_THUMBS: Final[dict[Grip, tuple[tuple[float, float, float], ...]]] = {
    "fist": ((0.62, 0.45, 0.65), (0.80, -0.15, 0.55), (0.55, -0.72, 0.40)),
    "hook": ((0.62, 0.45, 0.65), (0.80, 0.0, 0.60), (0.60, -0.55, 0.55)),
    "rack": ((0.45, 0.62, 0.65), (0.45, 0.45, 0.77), (0.40, 0.20, 0.89)),
    "flat": ((0.30, 0.50, 0.80), (0.12, 0.28, 0.95), (0.05, 0.12, 0.99)),
    "relaxed": ((0.45, 0.50, 0.75), (0.45, 0.25, 0.85), (0.35, 0.05, 0.93)),
}
"""Directions of the thumb's bones: out of the palm, across to the index finger, along the hand."""
_TOGETHER: Final = -0.06
"""How much a finger leans to the middle one, for each cm that it is away: spread fingers look like a rake."""
_CLOSED: Final = ("fist", "hook", "rack")
_ON_BODY: Final = {
    "hip": "pelvis",
    "thigh": "pelvis",
    "chest": "thorax",
    "sternum": "thorax",
    "shoulder": "thorax",
}


def wrist_place(skeleton: Skeleton, side: Side, arm: Arm, turn: Turn) -> Vec:
    """Where the wrist goes: a closed hand has what it holds in the palm, which lies next to the bones' line."""
    wrist = skeleton.parts[f"hand_{side}"].origin
    if arm.grip in _CLOSED:
        return wrist - turn[:, 0] * 2.6 + turn[:, 2] * 0.8
    if arm.palm == "floor" or arm.palm_dir is not None:
        return wrist - turn[:, 0] * 0.2
    return wrist


def hand_turn(skeleton: Skeleton, side: Side, arm: Arm, *, bar: bool) -> Turn:
    """Out of the palm, across to the index finger, back to the elbow.

    The solver says where a hand points, this how it is turned: flat on what it touches, round a bar with the thumbs
    in (`hold` over) or out (under), towards the body it lies on, else with the thumb towards the biceps.
    """
    hand = skeleton.parts[f"hand_{side}"]
    along = -hand.turn[:, 2]
    palm = across(_palm(skeleton, side, arm, along, bar), along)
    palm = unit(palm) if length(palm) > 1e-3 else unit(hand.turn[:, 0])
    return frame(palm, cross(along, palm) * (1 if side == "R" else -1), -along)


def _palm(skeleton: Skeleton, side: Side, arm: Arm, along: Vec, bar: bool) -> Vec:
    sign, parts = side_sign(side), skeleton.parts
    if arm.palm == "floor" or arm.palm_dir is not None:
        against_wall = arm.palm_dir is not None and abs(float(along[2])) > 0.7
        return vec(1, 0, 0) if against_wall else vec(0, 0, -1)
    hold = arm.hold or ("over" if bar else "neutral")
    if hold != "neutral" and arm.grip in _CLOSED:
        over = cross(along, vec(0, -sign, 0)) * (-1 if side == "R" else 1)
        return over if hold == "over" else -over
    if arm.hand in ("sternum", "chest"):
        return -sign * parts["thorax"].turn[:, 1]
    if isinstance(arm.hand, str):
        part = parts[_ON_BODY.get(arm.hand, "head")]
        return part.place(0, 0, 8) - parts[f"hand_{side}"].origin
    if arm.turn:
        return parts[f"hand_{side}"].turn[:, 0]
    return -sign * parts[f"forearm_{side}"].turn[:, 1]


def finger_moves(person: Person, side: Side, grip: Grip) -> dict[str, tuple[Turn, Vec, Vec]]:
    """For each finger bone, at the hand's rest: how it turns, about where, and where that place goes."""
    turn = person.limbs[f"hand_{side}"].turn
    palm, aside, along = turn[:, 0], turn[:, 1], -turn[:, 2]
    middle = person.ends[f"finger3-1.{side}"][0]
    found: dict[str, tuple[Turn, Vec, Vec]] = {}
    for finger in range(1, 6):
        at: Vec | None = None
        lean = float((person.ends[f"finger{finger}-1.{side}"][0] - middle) @ aside) * _TOGETHER
        for bone in range(3):
            name = f"finger{finger}-{bone + 1}.{side}"
            start, end = person.ends[name]
            if finger == 1:
                goal = np.column_stack([palm, aside, along]) @ _THUMBS[grip][bone]
            else:
                angle = math.radians(_FINGERS[grip][bone])
                goal = (along + aside * lean) * math.cos(angle) + palm * math.sin(angle)
            bend = between(end - start, goal)
            at = start if at is None else at
            found[name] = (bend, start, at)
            at = at + bend @ (end - start)
    return found
