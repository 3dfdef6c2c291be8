"""The head of a skeleton → areas and lines: an exact profile, or any other view from its sections."""

import itertools
import math
from dataclasses import dataclass

import numpy as np

from cardmaker.figure.anatomy import (
    EAR,
    FACE,
    HAIR,
    HEAD,
    HEAD_PIVOT,
    HEAD_SECTIONS,
    KNOT,
    HeadSection,
    Outline,
)
from cardmaker.figure.camera import Camera
from cardmaker.figure.outline import (
    NOTHING,
    Shape,
    Spot,
    blend,
    disc,
    ellipse,
    hull,
    join,
    line,
    polygon,
    smooth,
    through,
)
from cardmaker.figure.skeleton import BodyPart, Skeleton
from cardmaker.figure.vectors import Vec, unit

_PROFILE = 0.88  # how much of the head's side faces the eye for the profile to stand for it
_NAPE = 0.05  # how high over the chin hair begins behind
_BARE_BEHIND = 112.0  # how far round the jaw is bare above it


@dataclass(frozen=True)
class Head:
    """A head: skin, hair (and a knot that may be behind the skull), ears, and strokes of the face."""

    skin: Shape
    hair: Shape
    knot: Shape
    knot_behind: bool
    ears_behind: Shape
    ears: Shape
    eyes: Shape
    brows: Shape
    mouth: Shape
    nose: Shape
    neck: Shape


def head(skeleton: Skeleton, camera: Camera) -> Head:
    """The head as seen from any side."""
    part = skeleton.parts["head"]
    neck = _neck(skeleton, camera)
    if abs(camera.facing(part.turn)[1]) > _PROFILE:
        return _profile(part, camera, neck)
    return _turned(part, camera, neck)


def _neck(skeleton: Skeleton, camera: Camera) -> Shape:
    part = skeleton.parts["neck"]
    low = camera.spot(part.origin)
    high = camera.spot(skeleton.joints["head"] + part.turn[:, 2] * 1.5)
    return join([disc(low, 5.4), disc(high, 4.6), hull(_rim(low, high, 5.4, 4.6))])


def _rim(low: Spot, high: Spot, wide_low: float, wide_high: float) -> list[Spot]:
    x, y = high[0] - low[0], high[1] - low[1]
    size = math.hypot(x, y) or 1.0
    nx, ny = -y / size, x / size
    return [
        (low[0] + nx * wide_low, low[1] + ny * wide_low),
        (high[0] + nx * wide_high, high[1] + ny * wide_high),
        (high[0] - nx * wide_high, high[1] - ny * wide_high),
        (low[0] - nx * wide_low, low[1] - ny * wide_low),
    ]


# --- profile ---------------------------------------------------------------------------------------------


def _profile(part: BodyPart, camera: Camera, neck: Shape) -> Head:
    ahead, up = (np.array(camera.spot(part.turn[:, i])) for i in (0, 2))
    ahead, up = ahead / np.linalg.norm(ahead), up / np.linalg.norm(up)
    pivot = np.array(camera.spot(part.origin))

    def spot(x: float, z: float) -> Spot:
        place = pivot + ahead * ((x - HEAD_PIVOT[0]) * HEAD) + up * ((z - HEAD_PIVOT[1]) * HEAD)
        return float(place[0]), float(place[1])

    def area(outline: Outline) -> Shape:
        return polygon(through([spot(*p) for p in outline], closed=True))

    def stroke(*points: Spot) -> Shape:
        return line([spot(*p) for p in points])

    knot = disc(spot(KNOT[0], KNOT[1]), KNOT[2] * HEAD)
    tilt = math.degrees(math.atan2(up[1], up[0])) - 90
    ear = ellipse(spot(EAR[0], EAR[1]), EAR[2] * HEAD, EAR[3] * HEAD, tilt)
    return Head(
        skin=area(FACE),
        hair=blend(join([area(HAIR), knot]), 0.7),
        knot=NOTHING,
        knot_behind=False,
        ears_behind=NOTHING,
        ears=ear,
        eyes=stroke((0.225, 0.515), (0.275, 0.505)),
        brows=stroke((0.21, 0.60), (0.27, 0.622), (0.315, 0.60)),
        mouth=stroke((0.325, 0.235), (0.265, 0.225)),
        nose=NOTHING,
        neck=neck,
    )


# --- any other view --------------------------------------------------------------------------------------


def _place(part: BodyPart, section: HeadSection, angle: float, grow: float = 0.0) -> Vec:
    """A place on the head at an angle from the face's middle, positive to the left."""
    deep, wide = (section.front - section.back) / 2 + grow, section.wide + grow
    a = math.radians(angle)
    x = (section.front + section.back) / 2 + deep * math.cos(a) - HEAD_PIVOT[0]
    return part.place(x * HEAD, wide * math.sin(a) * HEAD, (section.z - HEAD_PIVOT[1]) * HEAD)


def _section(z: float) -> HeadSection:
    for below, above in itertools.pairwise(HEAD_SECTIONS):
        if z <= above.z:
            share = (z - below.z) / (above.z - below.z)
            return HeadSection(*(a + (b - a) * share for a, b in zip(below, above, strict=True)))
    return HEAD_SECTIONS[-1]


def _body(part: BodyPart, camera: Camera, low: float, grow: float) -> Shape:
    rims = []
    for section in HEAD_SECTIONS:
        if section.z >= low:
            rims.append([camera.spot(_place(part, section, angle, grow)) for angle in range(0, 360, 15)])
    return smooth(join(hull(a + b) for a, b in itertools.pairwise(rims)), 0.6)


def _bare_skin(part: BodyPart, camera: Camera, hair_from: float) -> Shape:
    """The face inside the hairline, as far as it is turned to the eye; behind, hair begins at *hair_from*."""
    eye = camera.facing(part.turn)
    seen_from = math.degrees(math.atan2(eye[1], eye[0]))
    one: list[Spot] = []
    two: list[Spot] = []
    for i in range(34):
        section = _section(0.83 * i / 33)
        off = (0 - seen_from + 180) % 360 - 180
        bare = min(section.bare, _BARE_BEHIND) if hair_from <= section.z else section.bare
        low, high = max(off - bare, -92.0), min(off + bare, 92.0)
        if bare >= 178:
            low, high = -92.0, 92.0
        if high - low < 2:
            continue
        one.append(camera.spot(_place(part, section, seen_from + low, 0.004)))
        two.append(camera.spot(_place(part, section, seen_from + high, 0.004)))
    return smooth(polygon(one + two[::-1]), 0.5) if len(one) > 3 else NOTHING


def _turned(part: BodyPart, camera: Camera, neck: Shape) -> Head:
    eye = camera.facing(part.turn)
    behind = eye[0] < -0.2
    hairline = _NAPE if behind else 0.22
    skull, scalp = _body(part, camera, 0.0, 0.0), _body(part, camera, hairline, 0.028)
    whole = join([skull, scalp])
    skin = join([skull.difference(scalp), _bare_skin(part, camera, hairline if behind else 1.0)])
    knot_place = part.place((KNOT[0] - HEAD_PIVOT[0]) * HEAD, 0, (KNOT[1] - HEAD_PIVOT[1]) * HEAD)
    ears, far_ears = _ears(part, camera)
    nose = NOTHING if behind else _nose(part, camera, eye)
    outline = join([whole, nose]) if not nose.is_empty else whole
    return Head(
        skin=join([skull, outline.difference(scalp)]),
        hair=scalp.difference(join([skin, nose])) if not behind else scalp.difference(skin),
        knot=disc(camera.spot(knot_place), KNOT[2] * HEAD),
        knot_behind=eye[0] > 0 and eye[2] < 0.5,
        ears_behind=far_ears,
        ears=ears,
        eyes=_strokes(part, camera, [[(20, 0.515), (28, 0.51)], [(-20, 0.515), (-28, 0.51)]]),
        brows=_strokes(
            part,
            camera,
            [[(12, 0.585), (21, 0.605), (33, 0.585)], [(-12, 0.585), (-21, 0.605), (-33, 0.585)]],
        ),
        mouth=_strokes(part, camera, [[(-15, 0.205), (0, 0.197), (15, 0.205)]]),
        nose=_nose_line(part, camera, eye),
        neck=neck,
    )


def _strokes(part: BodyPart, camera: Camera, strokes: list[list[tuple[float, float]]]) -> Shape:
    """Lines of the face by (angle, height), those that are turned to the eye."""
    seen = []
    for stroke in strokes:
        places = [_place(part, _section(z), angle) for angle, z in stroke]
        middle = part.place((0 - HEAD_PIVOT[0]) * HEAD, 0, (stroke[0][1] - HEAD_PIVOT[1]) * HEAD)
        if all(float(unit(p - middle) @ camera.towards) > 0.12 for p in places):
            seen.append(line([camera.spot(p) for p in places]))
    return join(seen)


def _ears(part: BodyPart, camera: Camera) -> tuple[Shape, Shape]:
    """Ears over the hair, and ears that the head hides but for their rim."""
    near: list[Shape] = []
    far: list[Shape] = []
    eye = camera.facing(part.turn)
    up = camera.spot(part.turn[:, 2])
    tilt = math.degrees(math.atan2(up[1], up[0])) - 90
    for sign in (1.0, -1.0):
        place = part.place(
            (EAR[0] + 0.03 - HEAD_PIVOT[0]) * HEAD, sign * 0.325 * HEAD, (0.43 - HEAD_PIVOT[1]) * HEAD
        )
        facing = eye[1] * sign
        wide = 1.9 * max(0.62, abs(facing))
        shape = ellipse(camera.spot(place), wide * 0.8, 2.2, tilt)
        if facing > 0.3:
            near.append(shape)
        elif facing > -0.35:
            far.append(shape)
    return join(near), join(far)


def _nose(part: BodyPart, camera: Camera, eye: Vec) -> Shape:
    """The nose where it stands out from the silhouette."""
    if abs(eye[1]) < 0.3:
        return NOTHING
    corners = [(0.345, 0.0, 0.50), (0.425, 0.0, 0.365), (0.412, 0.0, 0.40), (0.335, 0.0, 0.31)]
    corners += [(0.33, 0.05, 0.34), (0.33, -0.05, 0.34)]
    spots = [
        camera.spot(part.place((x - HEAD_PIVOT[0]) * HEAD, y * HEAD, (z - HEAD_PIVOT[1]) * HEAD))
        for x, y, z in corners
    ]
    return hull(spots)


def _nose_line(part: BodyPart, camera: Camera, eye: Vec) -> Shape:
    if eye[0] < 0.25:
        return NOTHING
    if abs(eye[1]) < 0.3:
        return _strokes(part, camera, [[(-5, 0.35), (5, 0.35)]])
    places = [(0.40, 0.0, 0.42), (0.425, 0.0, 0.365), (0.36, 0.045 * math.copysign(1, eye[1]), 0.335)]
    return line(
        [
            camera.spot(part.place((x - HEAD_PIVOT[0]) * HEAD, y * HEAD, (z - HEAD_PIVOT[1]) * HEAD))
            for x, y, z in places
        ]
    )
