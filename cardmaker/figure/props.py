"""Props of a pose → ink, in the layer behind the body, between its far and near limbs, or in front of it."""

import math
from functools import singledispatch

import numpy as np
from shapely import affinity

from cardmaker.figure import kit, machines
from cardmaker.figure.anatomy import SIDES
from cardmaker.figure.outline import Shape, Spot, bar, box, disc, hull, join, line, moved, polygon
from cardmaker.figure.scenery import Scenery
from cardmaker.figure.tubes import Tube
from cardmaker.figure.vectors import Vec, vec

_ROUND = np.linspace(0, 2 * math.pi, 40, endpoint=False)


@singledispatch
def draw(prop: kit.PropModel, at: Scenery) -> None:
    """Draw what of a prop belongs to the layer."""
    raise NotImplementedError(type(prop).__name__)


@draw.register
def _mat(prop: kit.Mat, at: Scenery) -> None:
    if not at.on(prop, "behind"):
        return
    if at.camera.level:
        at.ink.outlined("mat", box(prop.x[0], -2.6, prop.x[1], 0, 1.2))
        return
    corners = [(x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
    spots = [at.camera.spot(vec(prop.x[i], prop.y[j], 0)) for i, j in corners]
    top = polygon(spots).buffer(-3).buffer(3)
    at.ink.outlined("mat-shade", join([top, moved(top, 0, -1.8)]).convex_hull)
    at.ink.outlined("mat", top)


@draw.register
def _bench(prop: kit.Bench, at: Scenery) -> None:
    if not at.on(prop, "behind"):
        return
    left, right = prop.x
    for x in (left + 7, right - 7):
        at.ink.outlined("prop", box(x - 1.7, 1.5, x + 1.7, prop.height - 6))
        at.ink.outlined("prop-dark", box(x - 6, 0, x + 6, 2.8))
    at.ink.outlined("prop", box(left + 4, prop.height - 10, right - 4, prop.height - 6.5))
    at.ink.outlined("prop-dark", box(left, prop.height - 7.5, right, prop.height, 2.8))


@draw.register
def _box(prop: kit.BoxProp, at: Scenery) -> None:
    if not at.on(prop, "behind"):
        return
    left, right = prop.x
    at.ink.outlined("prop", box(left, 0, right, prop.height, 1))
    at.ink.area("prop-light", box(left + 0.7, prop.height - 4, right - 0.7, prop.height - 0.7, 0.8))


@draw.register
def _wall(prop: kit.Wall, at: Scenery) -> None:
    if at.on(prop, "behind"):
        at.ink.outlined("prop-light", box(prop.x, 0, prop.x + prop.thick, prop.height), "prop-line")


@draw.register
def _barbell(prop: kit.Barbell, at: Scenery) -> None:
    """The far end behind the body, the near end in front of it; the hands hide the bar they hold."""
    joints = at.skeleton.joints
    middle = (joints["grip_R"] + joints["grip_L"]) / 2 if prop.at is None else at.place(prop.at)
    across = vec(0, 1, 0)
    near = -1.0 if at.camera.towards[1] < 0 else 1.0
    if at.layer == "behind":
        _plate(at, middle - across * (near * prop.half), prop.radius)
        ends = (
            at.camera.spot(middle - across * (near * prop.half)),
            at.camera.spot(middle + across * (near * prop.half)),
        )
        at.ink.outlined("metal", bar(*ends, 1.3))
    elif at.layer == (prop.layer or "front"):
        grip = joints["grip_R" if near < 0 else "grip_L"]
        start = grip + across * (near * 4.0)
        _sleeve(at, start, middle + across * (near * (prop.half + 9)), prop)
        _plate(at, middle + across * (near * prop.half), prop.radius)
        end = at.camera.spot(middle + across * (near * (prop.half + 9)))
        at.ink.outlined("metal", bar(at.camera.spot(middle + across * (near * (prop.half + 2))), end, 2.0))
        at.ink.area("prop-dark", disc(end, 0.9))


def _sleeve(at: Scenery, start: Vec, end: Vec, prop: kit.Barbell) -> None:
    a, b = at.camera.spot(start), at.camera.spot(end)
    if math.dist(a, b) > 6:
        at.ink.outlined("metal", bar(a, b, 1.3))


def _plate(at: Scenery, middle: Vec, radius: float) -> None:
    def rim(size: float, shift: float) -> list[Spot]:
        places = middle + size * np.column_stack([np.cos(_ROUND), np.zeros(40), np.sin(_ROUND)])
        return [(float(x), float(y)) for x, y in at.camera.spots(places + vec(0, shift, 0))]

    near = -1.0 if at.camera.towards[1] < 0 else 1.0
    at.ink.outlined("prop-dark", hull(rim(radius, -2.0) + rim(radius, 2.0)))
    at.ink.area("prop", polygon(rim(radius * 0.80, 2.0 * near)))
    at.ink.line("prop-line", polygon(rim(radius * 0.80, 2.0 * near)).boundary)


@draw.register
def _dumbbell(prop: kit.Dumbbell, at: Scenery) -> None:
    if not at.on(prop, "front"):
        return
    x, y = at.spot(prop.at)
    angle = math.radians(prop.along)
    ux, uy = math.cos(angle), math.sin(angle)
    tone = "-far" if prop.layer in ("behind", "between") else ""
    at.ink.outlined(
        "metal", bar((x - ux * prop.half, y - uy * prop.half), (x + ux * prop.half, y + uy * prop.half), 1.5)
    )
    for end in (-1, 1):
        middle = (x + end * ux * (prop.half - 2), y + end * uy * (prop.half - 2))
        head = affinity.rotate(box(-3.0, -5.4, 3.0, 5.4, 1.4), prop.along, origin=(0, 0))
        at.ink.outlined("prop-dark" + tone, moved(head, *middle))


@draw.register
def _kettlebell(prop: kit.Kettlebell, at: Scenery) -> None:
    if not at.on(prop, "front"):
        return
    x, y = at.spot(prop.at)
    handle = line([(-5.2, -8), (-5.6, -1.6), (-3.4, 0.3), (3.4, 0.3), (5.6, -1.6), (5.2, -8)]).buffer(
        1.5, quad_segs=5
    )
    bell = disc((0, -14.5), 9)

    def turned(shape: Shape) -> Shape:
        return moved(affinity.rotate(shape, prop.upside, origin=(0, 0)), x, y)

    at.ink.outlined("prop-dark", turned(handle))
    at.ink.outlined("prop-dark", turned(bell))
    at.ink.area("prop", turned(disc((-2.8, -11.8), 2.6)))


@draw.register
def _band_loop(prop: kit.BandLoop, at: Scenery) -> None:
    if not at.on(prop, "front"):
        return
    tubes = {side: Tube.limb(at.skeleton, at.camera, prop.bone, side) for side in SIDES}
    middles = [tube.spot(prop.t) for tube in tubes.values()]
    at.ink.outlined("band-shade", bar(middles[0], middles[1], prop.wide * 0.36, round_ends=False))
    for tube in tubes.values():
        half = prop.wide / 2 / (tube.bone.length if tube.bone else 1)
        at.ink.outlined("band", tube.silhouette(prop.t - half, prop.t + half, grow=0.45, steps=3))


@draw.register
def _band_line(prop: kit.BandLine, at: Scenery) -> None:
    if not at.on(prop, "front"):
        return
    a, b = at.spot(prop.start), at.spot(prop.to)
    at.ink.outlined("band", bar(a, b, 0.95, round_ends=False), "detail")
    if prop.anchor:
        at.ink.outlined("prop-dark", disc(a, 2.6))
        at.ink.area("metal", disc(a, 1.0))
    if prop.handle:
        size = math.dist(a, b) or 1.0
        nx, ny = -(b[1] - a[1]) / size, (b[0] - a[0]) / size
        grip = bar((b[0] - nx * 6, b[1] - ny * 6), (b[0] + nx * 6, b[1] + ny * 6), 1.5)
        at.ink.outlined("prop-dark", grip)


for _machine in (
    machines.pull_up_bar,
    machines.swiss_ball,
    machines.ankle_hold,
    machines.ankle_band,
    machines.pulldown,
    machines.leg_press,
    machines.leg_curl,
    machines.glute_ham_bench,
):
    draw.register(_machine)
