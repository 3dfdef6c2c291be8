"""Machines to sit in whose levers move with the legs → solids."""

from typing import Final

from cardmaker.figure import stations
from cardmaker.figure.anatomy import SHANK, SIDES, side_sign
from cardmaker.figure.benches import FRAME, PRESSED, face, seat_height, stand
from cardmaker.figure.scenery import Scenery
from cardmaker.figure.solids import Mesh, block, cylinder
from cardmaker.figure.vectors import Vec, across, cross, frame, unit, vec

_BESIDE: Final = 19.0  # cm from the middle to the lever
_STRAIGHT: Final = 17.0  # cm that the roller of a seated leg curl is below the knees when they are straight
_PULLED: Final = 0.5  # cm that the stack rises for each cm that the roller does
_SHIN, _CALF = 8.6, 9.0  # cm from the shank's axis to a roller's


def leg_extension(prop: stations.LegExtension, at: Scenery) -> None:
    """Seat, back, and the lever with its roller before the shins."""
    shank, knee = at.part("shank"), at.middle("knee")
    roller = at.middle("ankle") + shank.turn[:, 2] * 6 + shank.turn[:, 0] * _SHIN
    hanging = float(knee[2]) - SHANK + 6
    _chair(at, lift=_PULLED * max(0.0, float(roller[2]) - hanging))
    _lever(at, roller)


def seated_leg_curl(prop: stations.SeatedLegCurl, at: Scenery) -> None:
    """Seat, back, the pad on the thighs, and the lever with its roller behind the calves."""
    shank, knee = at.part("shank"), at.middle("knee")
    roller = at.middle("ankle") + shank.turn[:, 2] * 6 - shank.turn[:, 0] * _CALF
    _chair(at, lift=_PULLED * max(0.0, float(knee[2] - roller[2]) - _STRAIGHT))
    _lever(at, roller)
    thighs = at.body.reach(vec(0, 0, 1), "thigh_R", "thigh_L")
    pad = vec(knee[0] - 9, 0, thighs + 3.8)
    at.roller("prop-dark", pad, 5.0, (-20, 20))
    side = vec(0, _BESIDE * at.near, 0)
    at.rod("prop", pad + side, vec(knee[0] + 2, side[1], knee[2]), 1.7)


def _chair(at: Scenery, lift: float) -> None:
    """A seat to the knees and a back, both on a frame, and the stack behind it, raised by *lift* cm."""
    body = at.skeleton
    hip, knee, height = body.joints["pelvis"], at.middle("knee"), seat_height(at)
    up, ahead = body.parts["pelvis"].turn[:, 2], body.parts["pelvis"].turn[:, 0]
    back = hip - ahead * face(at, -ahead, "trunk")
    at.slab("prop-dark", back - up * 8, back + up * 56, -7, (-15, 15))
    at.slab("prop-dark", vec(back[0] + 4, 0, height), vec(knee[0] - 7, 0, height), 7, (-17, 17))
    front = float(knee[0]) - 16
    stand(at, front, height - 5, 20)
    rear = float((back + up * 30 - ahead * 9)[0])
    stand(at, rear, float((back + up * 34)[2]), 20)
    at.rod("prop", vec(rear, 0, height - 9), vec(front, 0, height - 9), 2.2)
    at.rod("prop", vec(rear - 34, 0, 2.2), vec(front, 0, 2.2), 2.2)
    handle(at, height)
    _tower(at, rear - 22, lift)


def handle(at: Scenery, height: float) -> None:
    """A grip in each hand, on a strut from the seat."""
    for side in SIDES:
        grip = at.skeleton.joints[f"grip_{side}"]
        way = at.body.hand(side)[1][:, 1]
        at.add("metal", cylinder(grip - way * 7, grip + way * 7, 1.5), f"handle_{side}")
        y = side_sign(side) * 15
        at.rod("metal", grip - vec(0, 0, 2), vec(grip[0], y, height - 8), 1.5)


def _tower(at: Scenery, x: float, lift: float) -> None:
    """A post with a stack of weights, of which the lowest stays down."""
    at.rod("prop", vec(x, 0, 0), vec(x, 0, 122), FRAME)
    for i in range(4):
        low = 6 + 12.0 * i + (lift if i else 0.0)
        at.block("prop-dark", vec(x - 9, -10, low), vec(x + 9, 10, low + 12))


def _lever(at: Scenery, roller: Vec) -> None:
    """A beam next to the near knee from its axis to a roller across."""
    side = vec(0, _BESIDE * at.near, 0)
    pivot = at.middle("knee") * (1, 0, 1) + side
    roller = roller * (1, 0, 1)
    at.rod("prop", pivot, roller + side, 1.7)
    at.rod("prop", pivot, pivot * (1, 0, 1), 2.0)
    at.add("prop", cylinder(pivot - vec(0, 2, 0), pivot + vec(0, 2, 0), 4.4))
    at.roller("prop-dark", roller, 4.8, (-18, 18))


def hip_machine(prop: stations.HipMachine, at: Scenery) -> None:
    """Seat, back, rests under the feet, and a pad at each knee on an arm from the middle."""
    body = at.skeleton
    hip, height = body.joints["pelvis"], seat_height(at)
    up, ahead = body.parts["pelvis"].turn[:, 2], body.parts["pelvis"].turn[:, 0]
    back = hip - ahead * face(at, -ahead, "trunk")
    at.slab("prop-dark", back - up * 8, back + up * 60, -7, (-16, 16))
    at.slab("prop-dark", vec(back[0] + 4, 0, height), vec(hip[0] + 24, 0, height), 7, (-17, 17))
    stand(at, float(hip[0]), height - 5, 24)
    stand(at, float(back[0]) - 8, float((back + up * 30)[2]), 24)
    at.rod("prop", vec(float(back[0]) - 8, 0, 2.2), vec(hip[0] + 60, 0, 2.2), 2.2)
    handle(at, height)
    outward = 1.0 if prop.pads == "outside" else -1.0
    axis = vec(hip[0] + 6, 0, height - 14)
    for side in SIDES:
        sign = side_sign(side)
        thigh = body.parts[f"thigh_{side}"]
        way = unit(thigh.turn[:, 1] * (1, 1, 0)) * sign * outward
        knee = thigh.along(0.86)
        skin = at.body.skin(f"thigh_{side}")
        near = skin[abs((skin - knee) @ thigh.turn[:, 2]) < 8]
        level = knee + way * (float(((near - knee) @ way).max()) - PRESSED + 3.0)
        along = thigh.turn[:, 2]
        at.add("prop-dark", _cushion(level, way, along))
        elbow = (level + way * 4) * (1, 1, 0) + axis * (0, 0, 1)
        at.rod("prop", level + way * 2, elbow, 1.8)
        at.rod("prop", elbow, axis, 1.8)
        foot = body.parts[f"foot_{side}"]
        sole = foot.place(2, 0, -8.0)
        at.block("prop", sole + vec(-12, -8, -3), sole + vec(14, 8, 0), "rest")
        at.rod("prop", sole - vec(0, 0, 2), vec(float(sole[0]), 0, 8.0), 1.8)
    at.rod("prop", vec(hip[0] + 50, 0, 2), vec(hip[0] + 50, 0, 8), 1.8)


def _cushion(middle: Vec, out: Vec, along: Vec) -> Mesh:
    """A pad that faces sideways, along a thigh."""
    along = unit(across(along, out))
    turn = frame(along, cross(vec(0, 0, 1), along), vec(0, 0, 1))
    cushion = block(vec(-10, -3, -8), vec(10, 3, 8))
    return Mesh(cushion.verts @ turn.T + middle, cushion.faces)
