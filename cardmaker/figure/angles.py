"""A skeleton → the angles at its joints, and those that no healthy person's joint reaches.

The ranges are the usual clinical ones (after the American Academy of Orthopaedic Surgeons, *Joint Motion*), a little
widened, since a stick figure has no shoulder blades and no rolling knee.
"""

import math
from typing import Final

from cardmaker.figure.anatomy import SIDES, Side, side_sign
from cardmaker.figure.pose import Position
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.vectors import Turn
from cardmaker.namedtuple import NamedTuple


class Range(NamedTuple):
    """The least and the most degrees of a joint."""

    low: float
    high: float


RANGES: Final[dict[str, Range]] = {
    "hip": Range(-35, 145),  # flexion, with some of the pelvis
    "hip outwards": Range(-40, 60),
    "knee": Range(-3, 158),
    "ankle": Range(-90, 42),  # toes up; pointed toes with what the midfoot gives
    "sole inwards": Range(-25, 40),
    "toes": Range(-60, 95),  # up
    "shoulder": Range(0, 185),  # away from the hanging arm
    "elbow": Range(0, 155),
    "spine": Range(-45, 90),  # forward
    "spine to the side": Range(-45, 45),
    "spine turned": Range(-60, 60),
    "neck": Range(-65, 65),  # chin down
    "neck turned": Range(-85, 85),
    "neck tilted": Range(-50, 50),
}


def joint_angles(skeleton: Skeleton, position: Position) -> dict[tuple[str, str], float]:
    """Degrees by (joint, side); the side of what there is only one of is ''."""
    spine, neck = position.spine, position.neck
    found: dict[tuple[str, str], float] = {
        ("spine", ""): spine.flex,
        ("spine to the side", ""): spine.side,
        ("spine turned", ""): spine.twist,
        ("neck", ""): neck.flex,
        ("neck turned", ""): neck.turn,
        ("neck tilted", ""): neck.tilt,
    }
    for side in SIDES:
        leg = position.legs[side]
        found.update({("sole inwards", side): leg.tilt, ("toes", side): leg.toes})
        found.update({(joint, side): angle for joint, angle in _limbs(skeleton, side).items()})
    return found


def out_of_range(angles: dict[tuple[str, str], float]) -> list[tuple[str, str, float, Range]]:
    """Joints bent too far: joint, side, degrees, range."""
    return [
        (joint, side, angle, RANGES[joint])
        for (joint, side), angle in angles.items()
        if not RANGES[joint].low - 0.5 <= angle <= RANGES[joint].high + 0.5
    ]


def _limbs(skeleton: Skeleton, side: Side) -> dict[str, float]:
    parts = skeleton.parts
    thigh, shank, foot = (parts[f"{name}_{side}"].turn for name in ("thigh", "shank", "foot"))
    upper, fore = (parts[f"{name}_{side}"].turn for name in ("upper_arm", "forearm"))
    flexion, outwards = _swing(parts["pelvis"].turn, thigh, side)
    bent = -_swing(thigh, shank, side)[0]
    toes = shank.T @ foot[:, 0]
    return {
        "hip": flexion + 360 if flexion < -100 else flexion,
        "hip outwards": outwards,
        "knee": bent + 360 if bent < -100 else bent,
        "ankle": math.degrees(math.atan2(float(toes[2]), math.hypot(float(toes[0]), float(toes[1])))),
        "shoulder": _between(parts["thorax"].turn, upper),
        "elbow": _between(upper, fore),
    }


def _swing(upper: Turn, lower: Turn, side: Side) -> tuple[float, float]:
    """How far a bone swings forwards, and outwards, from the line of the one above."""
    down = -(upper.T @ lower[:, 2])
    flexion = math.degrees(math.atan2(float(down[0]), float(-down[2])))
    aside = max(-1.0, min(1.0, float(down[1]) * side_sign(side)))
    return flexion, math.degrees(math.asin(aside))


def _between(one: Turn, two: Turn) -> float:
    return math.degrees(math.acos(max(-1.0, min(1.0, float(one[:, 2] @ two[:, 2])))))
