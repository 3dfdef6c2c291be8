"""The body as numbers: bone lengths and the places of joints, to which every person's mesh is fitted.

Centimetres of a person of 170 cm. Proportions after Drillis and Contini, segment lengths as shares of stature,
as tabled by Winter, *Biomechanics and Motor Control of Human Movement*.
"""

from typing import Final, Literal, TypeAlias

Side: TypeAlias = Literal["R", "L"]
SIDES: Final[tuple[Side, Side]] = ("R", "L")
Bone: TypeAlias = Literal["thigh", "shank", "upper_arm", "forearm"]

THIGH: Final = 42.0
SHANK: Final = 41.0
UPPER_ARM: Final = 30.0
FOREARM: Final = 25.5
NECK: Final = 9.2
TRUNK: Final = 54.0  # hip axis to the base of the neck, along the spine
BONES: Final[dict[Bone, float]] = {
    "thigh": THIGH,
    "shank": SHANK,
    "upper_arm": UPPER_ARM,
    "forearm": FOREARM,
}

HIP_ASIDE: Final = 8.6  # of each hip joint from the middle
SHOULDER_ASIDE: Final = 16.8
SHOULDER_HEIGHT: Final = 45  # up the spine
SHOULDER_BACK: Final = 0.7
GRIP: Final = 7.0  # wrist to the middle of the fist
SOLE: Final = 8.0  # ankle above the ground
BALL: Final = 12.0  # ankle to the ball of the foot, forward
HEEL: Final = 6.0  # ankle to the heel, backward
SEAT: Final = -8  # how far the spine goes on below the hip axis

SPINE_FROM, SPINE_TO = 2.0, 36.0  # the part of the spine that bends


def side_sign(side: Side) -> float:
    """Which way *side* lies along the left axis."""
    return 1.0 if side == "L" else -1.0


def other(side: Side) -> Side:
    """The opposite side."""
    return "L" if side == "R" else "R"


HEAD: Final = 22.5
"""The height of the head."""
