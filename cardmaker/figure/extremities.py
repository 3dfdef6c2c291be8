"""Hands and shoes of a skeleton → areas and lines in the picture."""

import itertools
import math
from dataclasses import dataclass

import numpy as np

from cardmaker.figure.anatomy import BALL, MIDSOLE, SHOE, SHOE_UNDERSIDE, SOLE, Outline, Side, side_sign
from cardmaker.figure.camera import Camera
from cardmaker.figure.outline import (
    NOTHING,
    Shape,
    Spot,
    blend,
    hull,
    join,
    line,
    polygon,
    ramp,
    rounded,
    through,
)
from cardmaker.figure.pose import Grip
from cardmaker.figure.skeleton import BodyPart, Skeleton
from cardmaker.figure.vectors import Vec, vec

# The shoe without its sole.
_SHELL: Outline = (
    *(p for p in SHOE if p[1] > -6.5),
    *sorted((p for p in MIDSOLE if p[1] > -7.0), reverse=True),
)


@dataclass(frozen=True)
class Shoe:
    """A shoe: all of it, and its pale sole."""

    whole: Shape
    sole: Shape


def shoe(skeleton: Skeleton, side: Side, camera: Camera) -> Shoe:
    """The shoe of one foot; the toes stay on the ground when the heel is up."""
    foot, toes = skeleton.parts["foot_" + side], skeleton.toes[side]
    upper = (SHOE[0], *through(SHOE[1:-1], closed=False, steps=4), SHOE[-1], *SHOE_UNDERSIDE)

    def slab(points: Outline, across: float) -> list[Spot]:
        return [camera.spot(foot.place(*_on_shoe(x, z, across, toes))) for x, z in points]

    seen = math.hypot(*camera.spot(foot.turn[:, 0]))
    away = float(foot.turn[:, 2] @ camera.towards) > 0  # the sole; only its rim can be seen
    if seen <= 0.75:
        whole = rounded(hull(slab(upper, 1) + slab(upper, -1)), 1.2)
        sole = hull(slab(MIDSOLE, 1) + slab(MIDSOLE, -1)).intersection(whole)
        shell = hull(slab(_SHELL, 1) + slab(_SHELL, -1)) if away else NOTHING
        return Shoe(whole, sole.difference(shell))
    slices = [i / 4 for i in range(4, -5, -1)] if seen < 0.985 else [0.0]
    whole = join(polygon(slab(upper, across)) for across in slices)
    bands = ((-8.0, 12.6), (11.0, 14.0), (12.4, 30.0))
    sole = join(
        hull([s for k in slices for s in slab(tuple(p for p in MIDSOLE if lo <= p[0] <= hi), k)])
        for lo, hi in bands
    )
    sole = blend(sole, 0.3)
    if away:
        sole = sole.difference(join(polygon(slab(_SHELL, across)) for across in slices))
    return Shoe(blend(whole, 0.8), sole)


def _on_shoe(x: float, z: float, across: float, toes: float) -> tuple[float, float, float]:
    wide = 3.4 + 1.5 * ramp((x + 6) / 16) if x < 13 else 4.9 - 2.6 * ramp((x - 13) / 8)
    wide *= 1.0 if z < -5 else 0.82 if z < -2 else 0.72
    if toes and x > BALL:
        angle = math.radians(toes) * 0.95
        ahead, up = x - BALL, z + SOLE
        x = BALL + ahead * math.cos(angle) - up * math.sin(angle)
        z = -SOLE + ahead * math.sin(angle) + up * math.cos(angle)
    return x, across * wide, z


# A hand in the frame of its wrist: x towards the palm, z towards the elbow; half as thick (y) as given.
_HANDS: dict[Grip, tuple[float, Outline]] = {
    "fist": (
        3.9,
        (
            (-2.3, 1), (-2.8, -2.5), (-3.6, -5), (-3.7, -8.4), (-2.2, -10.4), (1.4, -10.8), (3.4, -9.8),
            (4.3, -7.6), (4.0, -5.0), (3.0, -3.2), (2.3, 1),
        ),
    ),
    "hook": (
        3.9,
        (
            (-2.3, 1), (-2.6, -3), (-2.9, -7), (-2.4, -10.2), (-0.4, -11.6), (2.4, -11.2), (4.2, -9.2),
            (4.2, -6.8), (2.8, -6.4), (2.3, -3), (2.3, 1),
        ),
    ),
    "relaxed": (
        3.3,
        (
            (-2.3, 1), (-2.5, -4), (-2.3, -8), (-1.4, -12.4), (0.2, -15.8), (1.6, -16.4), (2.2, -14.4),
            (2.0, -10.5), (2.6, -6.5), (2.5, -2), (2.3, 1),
        ),
    ),
    "flat": (
        3.7,
        (
            (-2.3, 1), (-2.1, -4), (-1.5, -9), (-1.3, -14), (-0.7, -17.2), (0.2, -17.7), (0.9, -16.8),
            (1.2, -13), (1.8, -8), (2.3, -3), (2.3, 1),
        ),
    ),
}  # fmt: skip
_THUMBS: dict[Grip, tuple[Vec, Vec, float]] = {  # from, to (inner side is +y), thickness
    "fist": (vec(1.6, 2.6, -3.6), vec(3.9, 1.8, -8.2), 1.35),
    "hook": (vec(1.0, 2.8, -3.4), vec(2.4, 3.0, -8.0), 1.2),
    "relaxed": (vec(1.2, 2.4, -3.2), vec(3.0, 3.2, -9.6), 1.15),
    "flat": (vec(0.6, 2.6, -3.2), vec(0.9, 5.4, -9.8), 1.15),
}


@dataclass(frozen=True)
class Hand:
    """A hand: its area and the lines of thumb and fingers on it."""

    whole: Shape
    lines: Shape


def hand(skeleton: Skeleton, side: Side, camera: Camera, grip: Grip) -> Hand:
    """One hand with its thumb; fingers are drawn apart where they face the eye."""
    part = skeleton.parts["hand_" + side]
    thick, profile = _HANDS[grip]
    inner = -side_sign(side)
    points = through(profile, closed=True, steps=3)
    layers = [_layer(part, camera, points, across, thick) for across in (0.96, 0.6, 0.0, -0.6, -0.96)]
    palm = rounded(join([polygon(layer) for layer in layers] + _between(layers)), 0.7)
    root, tip, radius = _THUMBS[grip]
    flip = vec(1, inner, 1)
    thumb = _rod(camera, part.place(*(root * flip)), part.place(*(tip * flip)), radius)
    whole = blend(join([palm, thumb]), 0.5)
    return Hand(
        whole, _finger_lines(part, camera, grip, thick, thumb, inner).intersection(whole.buffer(-0.35))
    )


def _layer(part: BodyPart, camera: Camera, points: list[Spot], across: float, thick: float) -> list[Spot]:
    squeeze = math.sqrt(1 - 0.5 * across * across)
    wrist = 2.6 / thick

    def wide(z: float) -> float:
        return thick * (wrist + (1 - wrist) * ramp(-z / 5))

    return [
        camera.spot(part.place(x * squeeze, across * wide(z), z * (0.88 + 0.12 * squeeze) if z < 0 else z))
        for x, z in points
    ]


def _between(layers: list[list[Spot]]) -> list[Shape]:
    """What lies between neighbouring layers, piece by piece along the hand."""
    pieces = []
    for one, two in itertools.pairwise(layers):
        count = len(one)
        for i in range(0, count, 3):
            pick = [j % count for j in range(i, i + 4)]
            pieces.append(hull([one[j] for j in pick] + [two[j] for j in pick]))
    return pieces


def _rod(camera: Camera, start: Vec, end: Vec, radius: float) -> Shape:
    a, b = camera.spot(start), camera.spot(end)
    return line([a, b]).buffer(radius, quad_segs=6) if math.dist(a, b) > 0.1 else NOTHING


def _finger_lines(
    part: BodyPart, camera: Camera, grip: Grip, thick: float, thumb: Shape, inner: float
) -> Shape:
    eye = camera.facing(part.turn)
    lines: list[Shape] = []
    closed = grip in ("fist", "hook")
    if abs(eye[0]) > 0.45:
        x = (4.0 if closed else 0.9) * math.copysign(1, eye[0])
        ends = (-6.4, -10.2) if closed else (-10.0, -16.6)
        for y in (-0.5, 0.0, 0.5):
            where = [part.place(x * 0.8, y * thick * 1.05, z) for z in ends]
            lines.append(line([camera.spot(p) for p in where]))
    elif closed and abs(eye[1]) > 0.45 and eye[1] * inner < 0:
        curl = [(3.6, -5.6), (1.2, -5.2), (0.2, -6.8), (1.0, -8.4), (2.6, -8.2)]
        spots = through(curl, closed=False, steps=4)
        lines.append(line([camera.spot(part.place(x, -inner * thick, z)) for x, z in spots]))
    if not thumb.is_empty and float(eye @ np.array([0.4, inner, 0.0])) > 0.3:
        lines.append(thumb.boundary)
    return join(lines)
