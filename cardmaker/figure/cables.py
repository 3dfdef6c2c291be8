"""Columns, pulleys, cables and what hangs on them → solids."""

import math
from typing import Final

from cardmaker.figure import stations
from cardmaker.figure.anatomy import SIDES, SOLE
from cardmaker.figure.benches import FRAME, seat_height, stand
from cardmaker.figure.scenery import Scenery
from cardmaker.figure.solids import Mesh, block, cylinder, torus
from cardmaker.figure.vectors import Turn, Vec, cross, frame, length, unit, vec

_CORD: Final = 0.6
_STRAND: Final = 22.0  # cm of a rope from its knot to a hand
_ARM, _HIGH_ARM, _HIGH = 11.0, 26.0, 170.0  # cm that a pulley is before its column, and one this high
_LEAST_TOP: Final = 150.0  # a column that is higher than the figure would make it small on a card
_LIFT: Final = 0.35  # cm that the stack rises for each cm of cable drawn out
_LEAST, _MOST = 6.0, 70.0  # a slit between the plates would look like a fault


def cable(prop: stations.Cable, at: Scenery) -> None:
    """Column and stack, the pulley on its carriage, the cable, and what the hands or the ankle hold."""
    foot = vec(*prop.at, 0)
    end = _END[prop.end](prop, at)
    way = unit((end - foot) * (1, 1, 0))
    pulley = foot + way * (_HIGH_ARM if prop.height > _HIGH else _ARM) + vec(0, 0, prop.height)
    column(at, foot, way, length(end - pulley), max(_LEAST_TOP, prop.height + 14))
    _pulley(at, foot + vec(0, 0, prop.height), pulley, way, end)


def column(at: Scenery, foot: Vec, way: Vec, drawn: float, top: float) -> None:
    """A column with its stack behind it, which rises as the cable is *drawn* out."""
    side = cross(vec(0, 0, 1), way)
    turn = frame(way, side, vec(0, 0, 1))
    at.rod("prop", foot, foot + vec(0, 0, top), FRAME)
    far = foot - way * 25
    at.rod("prop", far, far + vec(0, 0, top), FRAME)
    at.rod("prop", foot + vec(0, 0, top), far + vec(0, 0, top), FRAME)
    at.rod("prop", foot + way * 12 + vec(0, 0, 2.2), far - way * 6 + vec(0, 0, 2.2), 2.2)
    for across in (foot, far):
        at.rod("prop", across - side * 17 + vec(0, 0, 2.2), across + side * 17 + vec(0, 0, 2.2), 2.2)
    middle = foot - way * 12.5
    at.rod("metal", middle + vec(0, 0, 4), middle + vec(0, 0, top), 1.2)
    lift = min(_MOST, (drawn - 20) * _LIFT)
    lift = lift if lift > _LEAST else 0.0
    for i in range(4):
        low = 5 + 12.0 * i + (lift if i > 1 else 0.0)
        at.add("prop-dark", _placed(block(vec(-9, -9, low), vec(9, 9, low + 12)), middle, turn))


def _placed(mesh: Mesh, at: Vec, turn: Turn) -> Mesh:
    return Mesh(mesh.verts @ turn.T + at, mesh.faces)


def _pulley(at: Scenery, carriage: Vec, pulley: Vec, way: Vec, end: Vec) -> None:
    side = cross(vec(0, 0, 1), way)
    at.add(
        "prop-dark", _placed(block(vec(-4, -4, -6), vec(4, 4, 6)), carriage, frame(way, side, vec(0, 0, 1)))
    )
    at.rod("prop", carriage, pulley, 1.6)
    at.add("prop-dark", cylinder(pulley - side * 1.5, pulley + side * 1.5, 4.6))
    at.add("prop-dark", cylinder(pulley, end, _CORD, 12), "cable")


def _bar(prop: stations.Cable, at: Scenery) -> Vec:
    hands = at.middle("grip")
    across = unit(at.skeleton.joints["grip_L"] - at.skeleton.joints["grip_R"]) * prop.half
    at.rod("metal", hands - across, hands + across, 1.5)
    return hands


def _rope(prop: stations.Cable, at: Scenery) -> Vec:
    """Two strands from a knot, each through a fist, with a stopper at its end; → the knot."""
    hands = at.middle("grip")
    source = vec(*prop.at, prop.height)
    apart = length(at.skeleton.joints["grip_L"] - at.skeleton.joints["grip_R"]) / 2
    knot = hands + unit(source - hands) * math.sqrt(max(64.0, _STRAND**2 - apart**2))
    for side in SIDES:
        grip, way = at.skeleton.joints[f"grip_{side}"], _through(at, side, knot)
        at.add("band", cylinder(knot, grip, 1.3), f"rope_{side}")
        at.add("band", cylinder(grip, grip + way * 5.5, 1.3), f"rope_{side}")
        at.ball("prop-dark", grip + way * 6.5, 2.4)
    at.ball("prop-dark", knot, 1.8)
    return knot


def _through(at: Scenery, side: str, source: Vec) -> Vec:
    """The way through a fist, out at the side away from a place."""
    _wrist, turn = at.body.hand("R" if side == "R" else "L")
    way: Vec = turn[:, 1]
    return way if float(way @ (at.skeleton.joints[f"grip_{side}"] - source)) > 0 else -way


def _handle(prop: stations.Cable, at: Scenery) -> Vec:
    grip = at.skeleton.joints[f"grip_{prop.side}"]
    return stirrup(at, grip, at.body.hand(prop.side)[1][:, 1], vec(*prop.at, prop.height))


def _both(prop: stations.Cable, at: Scenery) -> Vec:
    along = at.body.hand(prop.side)[1][:, 1]
    return stirrup(at, at.middle("grip"), along, vec(*prop.at, prop.height))


def stirrup(at: Scenery, grip: Vec, along: Vec, source: Vec) -> Vec:
    """A grip with a strap from both its ends towards a place; → where the cable begins."""
    strap = grip + unit(source - grip) * 11
    at.add("prop-dark", cylinder(grip - along * 7, grip + along * 7, 1.5))
    for side in (-1, 1):
        at.add("band", cylinder(grip + along * (side * 6.4), strap, 0.8), "strap")
    return strap


def _cuff(prop: stations.Cable, at: Scenery) -> Vec:
    shank = at.skeleton.parts[f"shank_{prop.side}"]
    loop = shank.along(0.88)
    at.add("prop-dark", torus(loop, shank.turn[:, 2], 4.3, (0.8, 2.6)))
    end: Vec = loop + unit(vec(*prop.at, prop.height) - loop) * 5
    return end


_END: Final = {"bar": _bar, "rope": _rope, "handle": _handle, "handles": _both, "cuff": _cuff}


def seated_row(prop: stations.SeatedRow, at: Scenery) -> None:
    """Seat, plates at the soles, column, and the cable to two grips."""
    body = at.skeleton
    hip, height = body.joints["pelvis"], seat_height(at)
    at.slab("prop-dark", vec(hip[0] - 17, 0, height), vec(hip[0] + 26, 0, height), 6.5, (-15, 15))
    for x in (hip[0] - 8, hip[0] + 18):
        stand(at, float(x), height - 4)
    at.rod("prop", vec(hip[0] - 18, 0, 2.2), vec(prop.x + 8, 0, 2.2), 2.2)
    for side in SIDES:
        foot = body.parts[f"foot_{side}"]
        sole = foot.place(0, 0, -SOLE)
        heel, toes = sole - foot.turn[:, 0] * 8, sole + foot.turn[:, 0] * 17
        y = float(foot.origin[1])
        at.slab("prop", heel * (1, 0, 1), toes * (1, 0, 1), 3.4, (y - 8, y + 8))
        low = sole - foot.turn[:, 2] * 3
        at.rod("prop", low, vec(float(low[0]) + 3, 0, 2), 1.8)
    hands = at.middle("grip")
    pulley = vec(prop.x - 11, 0, float(hip[2]) + 16)
    knot = hands + unit(pulley - hands) * 13
    for side in SIDES:
        grip, along = body.joints[f"grip_{side}"], at.body.hand(side)[1][:, 1]
        at.add("metal", cylinder(grip - along * 7, grip + along * 7, 1.4), "grips")
        for end in (-6.5, 6.5):
            at.add("metal", cylinder(grip + along * end, knot, 0.9), "grips")
    column(at, vec(prop.x, 0, 0), vec(-1, 0, 0), length(knot - pulley), 150.0)
    _pulley(at, pulley + vec(11, 0, 0), pulley, vec(-1, 0, 0), knot)
