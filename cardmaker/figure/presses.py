"""Machines to press and to squat in whose weights hang from hands or hips → solids."""

from typing import Final

import numpy as np

from cardmaker.figure import stations
from cardmaker.figure.anatomy import SIDES, SOLE, side_sign
from cardmaker.figure.benches import FRAME, face, seat_height, stand
from cardmaker.figure.cables import column
from cardmaker.figure.scenery import Scenery
from cardmaker.figure.solids import cylinder, ribbon
from cardmaker.figure.vectors import Vec, length, vec

_AXLE: Final = 160.0  # height of the axle above the head from which the arms of a chest press hang
_GRIP: Final = 8.0  # half a handle
_BEHIND: Final = 24.0  # cm from the back of a chest press to its tower
_ARC: Final = 0.5  # cm that the stack rises for each cm the hands go ahead
_BELT: Final = 9.0  # cm that a belt is above the hips, at the back
_DROP: Final = 16.0  # and how much lower the ring is in which it ends, before the body
_STRAP: Final = 3.2  # half a belt's height
_GAP: Final = 9.0  # half the slot between the two halves of a platform
_WIDE: Final = 34.0  # half a platform


def chest_press(prop: stations.ChestPress, at: Scenery) -> None:
    """Seat, back, a tower with its stack, and from an axle above the head an arm down to the handle in each hand."""
    hip, height = at.skeleton.joints["pelvis"], seat_height(at)
    up, ahead = at.skeleton.parts["pelvis"].turn[:, 2], at.skeleton.parts["pelvis"].turn[:, 0]
    back = hip - ahead * face(at, -ahead, "trunk")
    at.slab("prop-dark", back - up * 2, back + up * 62, -7, (-14, 14))
    at.slab("prop-dark", vec(back[0] + 4, 0, height), vec(hip[0] + 24, 0, height), 7, (-16, 16))
    stand(at, float(hip[0]) + 8, height - 5, 20)
    post = float(back[0]) - _BEHIND
    at.rod("prop", vec(post - 16, 0, 2.2), vec(hip[0] + 8, 0, 2.2), 2.2)
    at.rod("prop", vec(post, 0, 0), vec(post, 0, _AXLE), FRAME)
    at.rod("prop", vec(post, 0, float(back[2]) + 30), back + up * 34 - ahead * 7, 2.0)
    hands = at.middle("grip")
    axle = vec(prop.x, 0, _AXLE)
    at.rod("prop", vec(post, 0, _AXLE), axle, FRAME)
    wide = 0.0
    for side in SIDES:
        grip, out = at.skeleton.joints[f"grip_{side}"], vec(0, side_sign(side) * _GRIP, 0)
        at.add("metal", cylinder(grip - out, grip + out, 1.5), f"handle_{side}")
        wide = abs(float((grip + out)[1]))
        at.rod("prop", grip + out, vec(prop.x, (grip + out)[1], _AXLE), 1.9)
    at.rod("prop", axle - vec(0, wide, 0), axle + vec(0, wide, 0), 2.2)
    lift = max(0.0, float(hands[0]) - prop.x) * _ARC
    for i in range(4):
        low = 6 + 12.0 * i + (lift if i else 0.0)
        at.block("prop-dark", vec(post - 21, -10, low), vec(post - 3, 10, low + 12))


def belt_squat(prop: stations.BeltSquat, at: Scenery) -> None:
    """A platform with a slot between the feet, the cable out of it to a belt about the hips, a column with its stack
    ahead, and a rail on it for the hands."""
    foot = at.skeleton.parts["foot_R"]
    top = float(foot.place(0, 0, -SOLE)[2])
    column_at = vec(prop.x, 0, 0)
    for y in (-1, 1):
        low, high = sorted((y * _GAP, y * _WIDE))
        at.block("prop", vec(-30, low, 0), vec(34, high, top))
    at.rod("prop", vec(30, 0, 2.2), vec(prop.x, 0, 2.2), 2.2)
    ring = _belt(at)
    pulley = vec(prop.pulley, 0, 4.0)
    at.add("prop-dark", cylinder(pulley - vec(0, 1.5, 0), pulley + vec(0, 1.5, 0), 4.0))
    at.add("prop-dark", cylinder(pulley + vec(0, 0, 2), ring, 0.7, 12), "cable")
    column(at, column_at, vec(-1, 0, 0), length(ring - pulley), 128.0)
    hands = at.middle("grip")
    at.rod("metal", hands - vec(0, 26, 0), hands + vec(0, 26, 0), 1.5)
    at.rod("prop", hands, vec(prop.x, 0, float(hands[2])), 1.8)


def _belt(at: Scenery) -> Vec:
    """A belt about the hips, higher at the back, with straps from its sides to a ring before the body; → the ring."""
    pelvis = at.skeleton.parts["pelvis"]
    hip, (ahead, left, up) = at.skeleton.joints["pelvis"], pelvis.turn.T
    skin = at.body.skin("trunk")
    high = (skin - hip) @ up
    slice_ = skin[np.abs(high - _BELT) < 4]
    middle = hip + up * _BELT
    ways = [np.cos(t) * ahead + np.sin(t) * left for t in np.linspace(0, 2 * np.pi, 48, endpoint=False)]
    flat = slice_ - np.outer((slice_ - middle) @ up, up)
    places: np.ndarray = np.array([flat[int((flat @ way).argmax())] + way * 0.7 for way in ways])
    at.add("prop-dark", ribbon(places - up * _STRAP, places + up * _STRAP), "belt")
    front = places[0]
    ring: Vec = front + ahead * 3.0
    ring = vec(float(ring[0]), 0, float(front[2]) - _DROP)
    for side in (1, -1):
        start = places[4 * side]
        at.add("prop-dark", cylinder(start, ring, 1.2), "belt")
    at.ball("metal", ring, 2.4)
    return ring
