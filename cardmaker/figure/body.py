"""A skeleton seen by a camera → the flat areas of each part of the body, before any is drawn over another."""

import math
from dataclasses import dataclass

import shapely

from cardmaker.figure.anatomy import SHOULDER_ASIDE, SHOULDER_HEIGHT, SIDES, Side, side_sign
from cardmaker.figure.camera import Camera
from cardmaker.figure.extremities import Hand, Shoe, hand, shoe
from cardmaker.figure.head import Head, head
from cardmaker.figure.outline import (
    NOTHING,
    Shape,
    Spot,
    areas,
    bar,
    blend,
    disc,
    hull,
    join,
    parts,
    polygon,
    smooth,
)
from cardmaker.figure.pose import Grip
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.tubes import Tube

_LEG_OF_SHORTS = 0.46  # where the shorts end on the thigh
_LEAST_FOLD = 5.0
RAISED = 31.0  # degrees off the trunk from which on an arm flows into it by a cap
_WAIST = (10.0, 12.0)  # where the top begins and the shorts end on the trunk
_NAPE, _COLLAR = 52.0, 49.3  # how high on the trunk the top ends behind and in front


@dataclass(frozen=True)
class LegShape:
    """A leg: skin, shorts and shoe, its two tubes, and how it is bent."""

    skin: Shape
    shorts: Shape
    shoe: Shoe
    thigh: Tube
    shank: Tube
    hip: Spot
    flexion: float
    depth: float
    fold: Shape

    @property
    def whole(self) -> Shape:
        """All of it."""
        return join([self.skin, self.shorts, self.shoe.whole])


@dataclass(frozen=True)
class ArmShape:
    """An arm with its hand."""

    skin: Shape
    hand: Hand
    shoulder: Spot
    depth: float
    raised: float
    fold: Shape


@dataclass(frozen=True)
class TrunkShape:
    """The trunk: its flesh, and where top and shorts lie."""

    flesh: Shape
    top: Shape
    shorts: Shape
    seat: Shape
    depth: float


@dataclass(frozen=True)
class Body:
    """Every part of the body in the picture."""

    legs: dict[Side, LegShape]
    arms: dict[Side, ArmShape]
    trunk: TrunkShape
    head: Head


def body(skeleton: Skeleton, camera: Camera, grips: dict[Side, Grip]) -> Body:
    """Outline every part."""
    trunk = _trunk(skeleton, camera)
    return Body(
        legs={side: _leg(skeleton, camera, side) for side in SIDES},
        arms={side: _arm(skeleton, camera, side, grips[side], trunk.flesh) for side in SIDES},
        trunk=trunk,
        head=head(skeleton, camera),
    )


def _leg(skeleton: Skeleton, camera: Camera, side: Side) -> LegShape:
    thigh = Tube.limb(skeleton, camera, "thigh", side)
    shank = Tube.limb(skeleton, camera, "shank", side)
    hip, knee, ankle = (skeleton.joints[f"{joint}_{side}"] for joint in ("hip", "knee", "ankle"))
    kneecap = disc(camera.spot(knee + skeleton.parts["thigh_" + side].turn[:, 0] * 0.3), 5.25)
    upper, lower = thigh.silhouette(), shank.silhouette()
    skin = smooth(blend(join([upper, kneecap, lower]), 1.2), 1.25)
    pelvis, bone = skeleton.parts["pelvis"].turn, skeleton.parts["thigh_" + side].turn
    flexion = math.degrees(math.atan2(-float(bone[:, 2] @ pelvis[:, 0]), float(bone[:, 2] @ pelvis[:, 2])))
    return LegShape(
        skin=skin,
        shorts=_leg_of_shorts(thigh, skin, camera.spot(hip)),
        shoe=shoe(skeleton, side, camera),
        thigh=thigh,
        shank=shank,
        hip=camera.spot(hip),
        flexion=flexion,
        depth=camera.depth((hip + knee + ankle) / 3),
        fold=_fold(thigh, shank, upper, join([lower, kneecap]), camera.spot(knee), 7.0),
    )


def _leg_of_shorts(thigh: Tube, skin: Shape, hip: Spot) -> Shape:
    """The shorts on one thigh; of a deeply bent leg only the thigh wears them, not the shank next to it."""
    cloth = join([thigh.silhouette(-0.08, _LEG_OF_SHORTS, grow=0.55), disc(hip, 8.4)])
    if thigh.shortened(-0.3, _LEG_OF_SHORTS):
        return cloth
    low, high = thigh.spot(_LEG_OF_SHORTS), thigh.spot(-0.08)
    past = (high[0] + (high[0] - low[0]) * 0.6, high[1] + (high[1] - low[1]) * 0.6)
    band = bar(past, low, 16, round_ends=False)
    near = thigh.silhouette(-0.08, min(1.0, _LEG_OF_SHORTS + 0.12), grow=1.0)
    return join([skin.buffer(0.5).intersection(band).intersection(near), disc(hip, 8.4)])


def _fold(upper: Tube, lower: Tube, above: Shape, below: Shape, joint: Spot, clear: float) -> Shape:
    """The line that the nearer of two bones draws over the other, as in a deeply bent knee."""
    camera = upper.camera
    upper_near = camera.depth(upper.ring(0.55).middle) > camera.depth(lower.ring(0.45).middle)
    near, under = (above, below) if upper_near else (below, above)
    end_on = upper.shortened(0, 1) or lower.shortened(0, 1)
    gap = disc(joint, 1.0 if end_on and upper_near else clear)
    seen = near.boundary.intersection(under.buffer(-0.8)).difference(gap)
    return join(piece for piece in parts(shapely.line_merge(seen)) if piece.length > _LEAST_FOLD)


def _arm(skeleton: Skeleton, camera: Camera, side: Side, grip: Grip, trunk: Shape) -> ArmShape:
    upper = Tube.limb(skeleton, camera, "upper_arm", side)
    lower = Tube.limb(skeleton, camera, "forearm", side)
    shoulder, elbow, wrist = (skeleton.joints[f"{j}_{side}"] for j in ("shoulder", "elbow", "wrist"))
    turn, thorax = skeleton.parts["upper_arm_" + side].turn, skeleton.parts["thorax"].turn
    raised = math.degrees(math.acos(max(-1.0, min(1.0, float(turn[:, 2] @ thorax[:, 2])))))
    point, fingers = disc(camera.spot(elbow), 3.7), hand(skeleton, side, camera, grip)
    above, below = upper.silhouette(), lower.silhouette()
    cap = disc(camera.spot(shoulder - turn[:, 2] * 0.8), 5.45)
    limb = blend(join([above, point, below, cap]), 0.6)
    limb = smooth(blend(join([limb, fingers.whole]), 0.9), 0.62)
    limb = join([limb, fingers.whole.buffer(-0.05)])
    if raised > RAISED:
        limb = smooth(join([limb, _shoulder_cap(skeleton, camera, side, limb, trunk)]), 0.45)
    return ArmShape(
        skin=limb,
        hand=fingers,
        shoulder=camera.spot(shoulder),
        depth=camera.depth((shoulder + elbow + wrist * 2) / 4),
        raised=raised,
        fold=_fold(upper, lower, above, join([below, point]), camera.spot(elbow), 5.0),
    )


def _shoulder_cap(skeleton: Skeleton, camera: Camera, side: Side, limb: Shape, trunk: Shape) -> Shape:
    """What joins a raised arm to the trunk: the deltoid's cap above and the armpit's fold below."""
    sign = side_sign(side)
    shoulder = camera.spot(skeleton.joints["shoulder_" + side])
    root, turn = skeleton.trunk(SHOULDER_HEIGHT + 1)
    collar = camera.spot(root + turn[:, 1] * (sign * SHOULDER_ASIDE * 0.55) - turn[:, 0] * 1.0)
    yoke = hull([*disc(shoulder, 4.6).exterior.coords, *disc(collar, 4.2).exterior.coords])  # type: ignore[attr-defined]
    filled = join([yoke, blend(join([trunk, limb, yoke]), 3.0).difference(trunk)])
    webs = [
        web for web in areas(filled.intersection(disc(shoulder, 9.0)).difference(trunk)) if web.area > 0.6
    ]
    return join([*(web.buffer(0.6) for web in webs), disc(shoulder, 5.4)])


def _trunk(skeleton: Skeleton, camera: Camera) -> TrunkShape:
    tube = Tube.trunk(skeleton, camera)
    flesh = smooth(tube.silhouette(steps=24), 1.2)
    top = flesh.buffer(0.25).intersection(tube.silhouette(_WAIST[0], 53, grow=3, steps=18))
    facing = float(camera.towards @ skeleton.parts["thorax"].turn[:, 0])
    top = _tank_top(skeleton, camera, top, facing) if abs(facing) > 0.5 else _neckline(skeleton, camera, top)
    return TrunkShape(
        flesh=flesh,
        top=top,
        shorts=flesh.buffer(0.45).intersection(tube.silhouette(-9, _WAIST[1], grow=3, steps=9)),
        seat=tube.silhouette(-8, _WAIST[0] + 0.2, grow=0.6, steps=10),
        depth=camera.depth(skeleton.trunk(24)[0]),
    )


def _neckline(skeleton: Skeleton, camera: Camera, top: Shape) -> Shape:
    """Cut the neck where a side is seen: from the nape down to the collarbones."""
    (nape, turn), collar = skeleton.trunk(_NAPE), skeleton.trunk(_COLLAR)[0]
    ahead, up = turn[:, 0], turn[:, 2]
    low, high = collar + ahead * 4.5, nape - ahead * 8.0
    cut = [
        low + (low - high),
        high + (high - low),
        high + (high - low) + up * 20,
        low + (low - high) + up * 20,
    ]
    return top.difference(polygon([camera.spot(place) for place in cut]))


def _tank_top(skeleton: Skeleton, camera: Camera, top: Shape, facing: float) -> Shape:
    """Cut neck and arm holes where the front is seen, or the back: there the neck's lies higher."""
    turn = skeleton.parts["thorax"].turn
    round_neck = disc(camera.spot(skeleton.trunk(51)[0]), 6.8)
    nape = disc(camera.spot(skeleton.trunk(_NAPE)[0] + turn[:, 2] * 3.5), 6.8)
    holes = [round_neck if facing > 0 else nape]
    for side in SIDES:
        place = skeleton.joints["shoulder_" + side] + turn[:, 1] * (side_sign(side) * 2.5)
        holes.append(disc(camera.spot(place), 6.5))
    return top.difference(join(holes)) if top is not NOTHING else top
