"""The body as numbers: bone lengths, cross-sections along each limb, outlines of shoe and head.

Centimetres of a person of 170 cm. Proportions after Drillis and Contini, segment lengths as shares of stature,
as tabled by Winter, *Biomechanics and Motor Control of Human Movement*; the sections were drawn to them by eye.
"""

from typing import Final, Literal, NamedTuple, TypeAlias

Side: TypeAlias = Literal["R", "L"]
SIDES: Final[tuple[Side, Side]] = ("R", "L")
Bone: TypeAlias = Literal["thigh", "shank", "upper_arm", "forearm"]

STATURE: Final = 170.0
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
SEAT: Final = -8  # how far the trunk's sections go on below the hip axis
RIBS_FRONT: Final = 11.4

SPINE_FROM, SPINE_TO = 2.0, 36.0  # the part of the spine that bends


def side_sign(side: Side) -> float:
    """Which way *side* lies along the left axis."""
    return 1.0 if side == "L" else -1.0


def other(side: Side) -> Side:
    """The opposite side."""
    return "L" if side == "R" else "R"


class CrossSection(NamedTuple):
    """An ellipse across a limb: at *t* along it (share of the bone; cm up the spine for the trunk), its middle
    *ahead* of the axis, half as deep as *deep* says and half as wide as *wide*."""

    t: float
    ahead: float
    deep: float
    wide: float


def _sections(*rows: tuple[float, float, float, float]) -> tuple[CrossSection, ...]:
    return tuple(CrossSection(*row) for row in rows)


SECTIONS: Final[dict[Bone, tuple[CrossSection, ...]]] = {
    "thigh": _sections(
        (-0.08, -0.6, 7.0, 6.6),
        (0, -0.4, 8.8, 8.0),
        (0.10, 0.1, 9.1, 8.3),
        (0.25, 0.6, 8.7, 7.9),
        (0.42, 0.9, 8.0, 7.2),
        (0.60, 0.9, 7.2, 6.5),
        (0.76, 0.6, 6.3, 5.8),
        (0.90, 0.4, 5.6, 5.3),
        (1.0, 0.3, 5.3, 5.1),
    ),
    "shank": _sections(
        (0, 0.3, 5.3, 5.1),
        (0.08, -0.2, 5.3, 5.1),
        (0.18, -1.0, 5.6, 5.5),
        (0.30, -1.4, 5.8, 5.7),
        (0.42, -1.1, 5.3, 5.2),
        (0.56, -0.5, 4.4, 4.4),
        (0.70, -0.1, 3.6, 3.6),
        (0.84, 0.1, 3.1, 3.1),
        (0.95, 0.1, 3.1, 3.2),
        (1.04, 0.1, 3.4, 3.4),
    ),
    "upper_arm": _sections(
        (-0.12, 0, 3.4, 3.2),
        (-0.06, 0, 4.8, 4.4),
        (0.04, 0.1, 5.6, 5.2),
        (0.16, 0.1, 5.5, 5.1),
        (0.30, 0.2, 4.9, 4.6),
        (0.48, 0.3, 4.8, 4.3),
        (0.66, 0.2, 4.4, 4.0),
        (0.84, 0, 3.9, 3.7),
        (1.0, 0, 3.7, 3.6),
    ),
    "forearm": _sections(
        (0, 0, 3.7, 3.6),
        (0.10, 0.2, 4.1, 3.9),
        (0.24, 0.3, 4.3, 4.1),
        (0.42, 0.2, 3.9, 3.7),
        (0.62, 0.1, 3.2, 3.2),
        (0.82, 0, 2.5, 2.7),
        (1.0, 0, 2.2, 2.6),
    ),
}
TRUNK_SECTIONS: Final = _sections(
    (-8, -2.4, 5.0, 9.0),
    (-5, -2.4, 8.8, 13.2),
    (0, -2.0, 11.2, 16.4),
    (4, -1.4, 11.2, 16.5),
    (8, -0.4, 10.0, 15.4),
    (12, 0.5, 8.9, 13.7),
    (17, 0.9, 8.8, 13.0),
    (22, 1.2, 9.4, 13.5),
    (28, 1.4, 10.6, 14.9),
    (34, 1.3, 11.4, 16.2),
    (39, 0.9, 11.3, 16.6),
    (43, 0.1, 10.3, 16.0),
    (46.5, -0.9, 8.7, 13.8),
    (49.5, -1.8, 6.9, 9.9),
    (53, -2.6, 5.6, 6.6),
)

Outline: TypeAlias = tuple[tuple[float, float], ...]

# The shoe from the side: x forward of the ankle, z above it.
SHOE: Final[Outline] = (
    (-6.2, -8), (-6.9, -6.9), (-6.6, -4.2), (-5.0, -1.8), (-5.1, 0.6), (-1, 0.2), (4.2, 0.9), (6.0, -0.6),
    (9, -2.3), (12, -3.5), (16, -4.5), (19, -5.4), (20.6, -6.7), (20.2, -8),
)  # fmt: skip
SHOE_UNDERSIDE: Final[Outline] = ((16, -8), (14, -8), (12, -8), (10, -8), (4, -8))
MIDSOLE: Final[Outline] = (
    (-6.5, -8.0), (-7.0, -7.2), (-6.9, -6.3), (4, -6.5), (9, -6.6), (11, -6.7), (12.5, -6.7), (14, -6.7),
    (16, -6.7), (20.5, -6.9), (20.3, -8.0), (16, -8), (14, -8), (12.5, -8), (11, -8), (9, -8), (4, -8),
)  # fmt: skip

# The head from the side, in heads: x forward, z above the chin.
HEAD: Final = 22.5
HEAD_PIVOT: Final = (-0.06, 0.22)  # where the neck's joint sits
FACE: Final[Outline] = (
    (-0.235, 0.02), (-0.06, -0.05), (0.10, 0.015), (0.20, 0.005), (0.285, 0.0), (0.335, 0.045), (0.335, 0.105),
    (0.312, 0.15), (0.345, 0.20), (0.328, 0.235), (0.352, 0.27), (0.334, 0.325), (0.425, 0.365), (0.412, 0.40),
    (0.350, 0.52), (0.338, 0.565), (0.362, 0.62), (0.352, 0.74), (0.285, 0.87), (0.15, 0.965), (-0.03, 0.995),
    (-0.21, 0.955), (-0.35, 0.84), (-0.415, 0.67), (-0.405, 0.50), (-0.335, 0.33), (-0.27, 0.18),
)  # fmt: skip
HAIR: Final[Outline] = (
    (0.365, 0.70), (0.345, 0.80), (0.28, 0.92), (0.14, 1.02), (-0.04, 1.045), (-0.23, 1.0), (-0.38, 0.88),
    (-0.455, 0.69), (-0.445, 0.50), (-0.37, 0.32), (-0.28, 0.20), (-0.215, 0.25), (-0.20, 0.36),
    (-0.155, 0.44), (-0.09, 0.43), (-0.02, 0.50), (0.005, 0.40), (0.05, 0.42), (0.07, 0.56), (0.13, 0.66),
    (0.25, 0.72),
)  # fmt: skip
KNOT: Final = (-0.26, 1.0, 0.135)  # the knot of hair: middle and radius; clear of the floor when lying
EAR: Final = (-0.075, 0.40, 0.062, 0.095)


class HeadSection(NamedTuple):
    """The head across at a height *z* above the chin: front and back ends, half width, and how far round from
    the front (degrees) bare skin goes before the hair begins. In heads."""

    z: float
    front: float
    back: float
    wide: float
    bare: float


HEAD_SECTIONS: Final = tuple(
    HeadSection(*row)
    for row in (
        (0.0, 0.27, -0.06, 0.10, 180),
        (0.06, 0.315, -0.20, 0.19, 180),
        (0.15, 0.325, -0.27, 0.245, 180),
        (0.24, 0.335, -0.30, 0.275, 125),
        (0.34, 0.34, -0.34, 0.298, 106),
        (0.45, 0.345, -0.39, 0.315, 96),
        (0.52, 0.348, -0.405, 0.322, 84),
        (0.60, 0.354, -0.412, 0.325, 72),
        (0.68, 0.354, -0.415, 0.322, 58),
        (0.74, 0.350, -0.40, 0.312, 44),
        (0.80, 0.325, -0.37, 0.298, 22),
        (0.83, 0.310, -0.35, 0.285, 0),
        (0.90, 0.25, -0.29, 0.235, 0),
        (0.965, 0.15, -0.20, 0.15, 0),
        (1.0, 0.02, -0.06, 0.04, 0),
    )
)
