"""Machines that are stood or sat in to train the legs → solids; their pads lie where the skin touches them."""

from typing import Final

from cardmaker.figure import stations
from cardmaker.figure.anatomy import BALL, HEEL, SIDES, SOLE
from cardmaker.figure.scenery import Scenery
from cardmaker.figure.vectors import Vec, unit, vec

_FRAME: Final = 2.4  # half the thickness of beams
_PRESSED: Final = 1.2  # cm that flesh is pressed into a pad


def hack_squat(prop: stations.HackSquat, at: Scenery) -> None:
    """A sled on slanting rails: a pad behind the back, rests on the shoulders, a plate for the feet."""
    body = at.skeleton
    up, ahead = body.parts["pelvis"].turn[:, 2], body.parts["pelvis"].turn[:, 0]
    hip = body.joints["pelvis"]
    back = hip - ahead * (at.body.reach(-ahead, "trunk") + float(hip @ ahead) - _PRESSED)
    foot = body.parts["foot_R"].turn
    heel = at.middle("ankle") - foot @ vec(HEEL + 8, 0, SOLE)
    toes = heel + foot[:, 0] * (HEEL + BALL + 22)
    rail = back - ahead * 11
    low = rail - up * (float(rail[2]) - _FRAME) / float(up[2])
    top = low + up * 190
    at.rod("prop", low, top, _FRAME)
    at.rod("prop", top * vec(1, 1, 0), top, _FRAME)
    at.rod("prop", vec(top[0] - 8, 0, _FRAME), vec(toes[0] + 8, 0, _FRAME), _FRAME)
    at.rod("prop", vec(toes[0] - 3, 0, _FRAME), toes - foot[:, 2] * 3, _FRAME)
    at.slab("prop", heel, toes, 4.5, (-26, 26))
    at.slab("prop-dark", back - up * 14, back + up * 66, -7)
    at.rod("prop", back - ahead * 7 + up * 30, rail + up * 30, _FRAME)
    for side in SIDES:
        rest = _shoulder_rest(at, body.joints[f"shoulder_{side}"], up)
        grip = body.joints[f"grip_{side}"]
        at.rod("metal", grip - up * 6, grip + up * 6, 1.5)
        at.rod("metal", grip + up * 6, rest, 1.3)
    weights = back - ahead * 16 + up * 24
    for y in (-20, 20):
        at.wheel("prop-dark", weights + vec(0, y, 0), 17)
    at.rod("metal", weights - vec(0, 24, 0), weights + vec(0, 24, 0), 1.6)


def _shoulder_rest(at: Scenery, shoulder: Vec, up: Vec) -> Vec:
    """A pad on a shoulder; → its middle."""
    outside = unit(vec(0, float(shoulder[1]), 0))
    rest: Vec = shoulder + up * 9.5 - outside * 2
    at.roller("prop-dark", rest, 3.4, (-6.5, 6.5))
    return rest


def seated_calf(prop: stations.SeatedCalf, at: Scenery) -> None:
    """A seat, a step under the balls of the feet, and a loaded lever whose pad lies on the thighs near the knees."""
    joints = at.skeleton.joints
    pelvis, knee = joints["pelvis"], at.middle("knee")
    seat = -at.body.reach(vec(0, 0, -1), "trunk") + _PRESSED
    foot = at.skeleton.parts["foot_R"]
    ball = foot.place(BALL, 0, -SOLE)
    pad = knee + vec(-6, 0, 0)
    pad[2] = at.body.reach(vec(0, 0, 1), "thigh_R", "thigh_L") + 3.8
    pivot = vec(float(ball[0]) + 40, 0, prop.height)
    at.rod("prop", vec(pelvis[0] - 18, 0, 2), vec(pivot[0] + 10, 0, 2), 2.0)
    at.rod("prop", vec(pelvis[0], 0, 2), vec(pelvis[0], 0, seat - 4), _FRAME)
    at.rod("prop", vec(pivot[0], 0, 2), pivot, _FRAME)
    at.slab("prop-dark", vec(pelvis[0] - 16, 0, seat), vec(pelvis[0] + 20, 0, seat), 6.5, (-16, 16))
    at.block("prop", vec(ball[0] - 4, -22, 2), vec(ball[0] + 12, 22, ball[2]))
    at.rod("prop", pivot, pad + vec(0, 0, 3), 1.8)
    at.roller("prop-dark", pad, 4.2, (-17, 17))
    load = pivot + (pad - pivot) * 0.42 + vec(0, 0, 4)
    at.wheel("prop-dark", load, 13)
