"""Props of a pose → solids about the body."""

import math
from functools import singledispatch

import numpy as np

from cardmaker.figure import (
    bands,
    benches,
    cables,
    endurance,
    kit,
    levers,
    machines,
    presses,
    smallkit,
    weights,
)
from cardmaker.figure.scenery import Scenery
from cardmaker.figure.solids import Mesh, block, prism, slab
from cardmaker.figure.touch import BENCH_WIDE
from cardmaker.figure.vectors import Turn, vec, yaw

_FACE = 0.05
"""How thick the faces of a wall are, in cm: too thin to be seen at its end."""


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
    pad = slab(vec(left, 0, prop.height), vec(right, 0, prop.height), 7.0, (-BENCH_WIDE, BENCH_WIDE), 2.4)
    at.add("prop-dark", _turned(pad, turn))


def _turned(mesh: Mesh, turn: Turn) -> Mesh:
    return Mesh(mesh.verts @ turn.T, mesh.faces)


@add.register
def _box(prop: kit.BoxProp, at: Scenery) -> None:
    at.block("prop", vec(prop.x[0], -24, 0), vec(prop.x[1], 24, prop.height))


@add.register
def _wall(prop: kit.Wall, at: Scenery) -> None:
    low, high = vec(prop.x, -prop.half, 0), vec(prop.x + prop.thick, prop.half, prop.height)
    skin = vec(_FACE, 0, 0)
    at.block("prop", low + skin, high - skin)
    for x in (prop.x, prop.x + prop.thick - _FACE):  # lighter than its end, so that it is seen to be a face
        at.block("prop-light", vec(x, low[1], 0), vec(x + _FACE, high[1], prop.height))


for _kind in (
    weights.barbell,
    weights.trap_bar,
    weights.dumbbell,
    weights.kettlebell,
    weights.landmine,
    weights.medicine_ball,
    bands.band_loop,
    bands.band_line,
    bands.ankle_band,
    bands.knee_band,
    machines.pull_up_bar,
    machines.swiss_ball,
    smallkit.post,
    smallkit.roller,
    smallkit.ab_wheel,
    smallkit.rope,
    smallkit.towel,
    smallkit.chair,
    machines.ankle_hold,
    machines.pulldown,
    machines.leg_press,
    machines.leg_curl,
    machines.glute_ham_bench,
    machines.hack_squat,
    machines.seated_calf,
    benches.incline_bench,
    benches.preacher_bench,
    benches.back_extension_bench,
    benches.dip_bars,
    cables.cable,
    cables.seated_row,
    levers.leg_extension,
    levers.seated_leg_curl,
    levers.hip_machine,
    presses.chest_press,
    presses.belt_squat,
    endurance.sled,
    endurance.battle_rope,
    endurance.rowing_machine,
    endurance.exercise_bike,
    endurance.ski_machine,
):
    add.register(_kind)
