"""Props of a pose → solids about the body."""

import math
from functools import singledispatch
from typing import Final

import numpy as np

from cardmaker.figure import kit, machines, smallkit
from cardmaker.figure.anatomy import SIDES
from cardmaker.figure.scenery import Scenery
from cardmaker.figure.solids import Mesh, beam, block, cylinder, prism, ribbon, slab, torus
from cardmaker.figure.vectors import Turn, Vec, cross, unit, vec, yaw

_RIM: Final = 0.7  # of a plate's radius, where its rim begins
_HUB: Final = 6.5
_SPOKES: Final = 3
_GIRTH: Final = {"thigh": 7.4, "shank": 5.4}


@singledispatch
def add(prop: kit.PropModel, at: Scenery) -> None:
    """Add a prop's solids."""
    raise NotImplementedError(type(prop).__name__)


@add.register
def _mat(prop: kit.Mat, at: Scenery) -> None:
    at.add("mat", _rounded_mat(prop.x, prop.y), "mat")


def _rounded_mat(x: kit.Span, y: kit.Span) -> Mesh:
    edge, outline = 3.0, []
    for cx, cy, first in ((x[1] - edge, y[1] - edge, 0), (x[0] + edge, y[1] - edge, 90),
                          (x[0] + edge, y[0] + edge, 180), (x[1] - edge, y[0] + edge, 270)):  # fmt: skip
        for degrees in range(first, first + 91, 15):
            a = math.radians(degrees)
            outline.append((cx + edge * math.cos(a), cy + edge * math.sin(a), 0.0))
    return prism(np.array(outline), vec(0, 0, -1.8))


@add.register
def _bench(prop: kit.Bench, at: Scenery) -> None:
    turn = np.eye(3) if prop.along == "x" else yaw(90)
    left, right = prop.x
    inset = min(9.0, (right - left) / 5)
    frame = [
        (vec(left + 4, -8, prop.height - 9.5), vec(right - 4, 8, prop.height - 6)),
        *((vec(x - 1.7, -9, 1), vec(x + 1.7, 9, prop.height - 6)) for x in (left + inset, right - inset)),
        *((vec(x - 2.4, -13, 0), vec(x + 2.4, 13, 2.6)) for x in (left + inset, right - inset)),
    ]
    for low, high in frame:
        at.add("prop", _turned(block(low, high), turn), "frame")
    pad = slab(vec(left, 0, prop.height), vec(right, 0, prop.height), 7.0, (-14, 14), 2.4)
    at.add("prop-dark", _turned(pad, turn))


def _turned(mesh: Mesh, turn: Turn) -> Mesh:
    return Mesh(mesh.verts @ turn.T, mesh.faces)


@add.register
def _box(prop: kit.BoxProp, at: Scenery) -> None:
    at.block("prop", vec(prop.x[0], -24, 0), vec(prop.x[1], 24, prop.height))


@add.register
def _wall(prop: kit.Wall, at: Scenery) -> None:
    at.block("prop-light", vec(prop.x, -40, 0), vec(prop.x + prop.thick, 40, prop.height))


@add.register
def _barbell(prop: kit.Barbell, at: Scenery) -> None:
    """Plates have openings, so that hands, shins and the bar are seen through them."""
    joints = at.skeleton.joints
    middle = (joints["grip_R"] + joints["grip_L"]) / 2 if prop.at is None else at.place(prop.at)
    across = vec(0, 1, 0)
    end = prop.half + 9
    at.add("metal", cylinder(middle - across * end, middle + across * end, 1.4), "bar")
    for side in (-1.0, 1.0):
        _plate(at, middle + across * (side * prop.half), prop.radius, side)
        inner = middle + across * (side * (prop.half - 2.6))
        at.add("metal", cylinder(inner, middle + across * (side * end), 2.2), "bar")


def _plate(at: Scenery, middle: Vec, radius: float, side: float) -> None:
    across, half = vec(0, 1, 0), 1.8
    rim = radius * (1 - _RIM) / 2
    at.add("prop-dark", torus(middle, across, radius - rim, (rim, half)), "plate")
    at.add("prop-dark", cylinder(middle - across * half, middle + across * half, _HUB), "plate")
    for i in range(_SPOKES):
        a = math.radians(90 + 360 / _SPOKES * i)
        out = vec(math.cos(a), 0, math.sin(a))
        at.add("prop-dark", beam(middle + out * 3, middle + out * (radius - rim), 2.6), "plate")


@add.register
def _dumbbell(prop: kit.Dumbbell, at: Scenery) -> None:
    middle = at.place(prop.at)
    a = math.radians(prop.along)
    way = at.camera.right * math.cos(a) + at.camera.up * math.sin(a)
    if isinstance(prop.at, str) and prop.at.startswith("grip_"):
        way = at.body.hand("R" if prop.at.endswith("R") else "L")[1][
            :, 1
        ]  # along what the fingers close round
        way = unit(way * (1.0, 1.0, 0.0)) if abs(float(way[2])) < 0.5 else way
    at.add("metal", cylinder(middle - way * prop.half, middle + way * prop.half, 1.5))
    for side in (-1, 1):
        inner = middle + way * (side * (prop.half - 5))
        at.add("prop-dark", cylinder(inner, inner + way * (side * 6), 5.2, 24))


@add.register
def _kettlebell(prop: kit.Kettlebell, at: Scenery) -> None:
    a = math.radians(prop.upside)
    down = -vec(math.sin(a), 0, math.cos(a))
    hand = at.place(prop.at)
    at.add("prop-dark", torus(hand + down * 4.6, cross(vec(0, 1, 0), down), 5.2, (1.5, 1.5)), "bell")
    at.ball("prop-dark", hand + down * 14.5, 9.0)


@add.register
def _band_loop(prop: kit.BandLoop, at: Scenery) -> None:
    """A flat loop about both limbs: round the outside of each, straight between them."""
    parts = {side: at.skeleton.parts[f"{prop.bone}_{side}"] for side in SIDES}
    right, left = parts["R"].along(prop.t), parts["L"].along(prop.t)
    across = unit(left - right)
    up = parts["R"].turn[:, 2] + parts["L"].turn[:, 2]
    up = unit(up - across * float(up @ across))
    ahead = cross(across, up)
    rings = []
    for t in np.linspace(0, 2 * math.pi, 48, endpoint=False):
        middle = left if math.cos(t) > 0 else right
        rings.append(middle + (math.cos(t) * across + math.sin(t) * ahead) * _GIRTH[prop.bone])
    ring = np.array(rings)
    at.add("band", ribbon(ring - up * (prop.wide / 2), ring + up * (prop.wide / 2)))


@add.register
def _band_line(prop: kit.BandLine, at: Scenery) -> None:
    start, end = at.place(prop.start), at.place(prop.to)
    if prop.handle and isinstance(prop.to, str):
        _wrist, turn = at.body.hand("R" if prop.to.endswith("R") else "L")
        grip = turn[:, 1]
        at.add("prop-dark", cylinder(end - grip * 6.5, end + grip * 6.5, 1.5))
        strap = end + unit(start - end) * 9
        for side in (-1, 1):
            at.add("band", cylinder(end + grip * (side * 6.0), strap, 0.7), "strap")
        end = strap
    at.add("band", cylinder(start, end, 1.0), "strap")
    if prop.anchor:
        at.ball("prop-dark", start, 2.6)


for _machine in (
    machines.pull_up_bar,
    machines.swiss_ball,
    smallkit.post,
    smallkit.roller,
    smallkit.ab_wheel,
    smallkit.rope,
    smallkit.towel,
    smallkit.chair,
    machines.ankle_hold,
    machines.ankle_band,
    machines.pulldown,
    machines.leg_press,
    machines.leg_curl,
    machines.glute_ham_bench,
):
    add.register(_machine)
