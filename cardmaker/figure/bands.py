"""Elastic bands → solids: about both legs, from a spot to a spot, behind the knees."""

import math
from typing import Final

import numpy as np

from cardmaker.figure import kit
from cardmaker.figure.anatomy import BALL, SIDES, SOLE, Side
from cardmaker.figure.scenery import Scenery
from cardmaker.figure.solids import cylinder, ribbon, torus
from cardmaker.figure.vectors import Vec, cross, unit, vec

_GIRTH: Final = {"thigh": 7.4, "shank": 5.4, "foot": 5.2}
_KNEE: Final = 6.0  # from the knee joint to the hollow behind it, and to its outside
_POST: Final = 2.6


def band_loop(prop: kit.BandLoop, at: Scenery) -> None:
    """A flat loop about both limbs: round the outside of each, straight between them."""
    parts = {side: at.skeleton.parts[f"{prop.bone}_{side}"] for side in SIDES}
    if prop.bone == "foot":
        right, left = (parts[side].place(5, 0, 5 - SOLE) for side in SIDES)
        axis = 0
    else:
        right, left = (parts[side].along(prop.t) for side in SIDES)
        axis = 2
    across = unit(left - right)
    up = parts["R"].turn[:, axis] + parts["L"].turn[:, axis]
    up = unit(up - across * float(up @ across))
    ahead = cross(across, up)
    rings = []
    for t in np.linspace(0, 2 * math.pi, 48, endpoint=False):
        middle = left if math.cos(t) > 0 else right
        rings.append(middle + (math.cos(t) * across + math.sin(t) * ahead) * _GIRTH[prop.bone])
    ring = np.array(rings)
    at.add("band", ribbon(ring - up * (prop.wide / 2), ring + up * (prop.wide / 2)))


def band_line(prop: kit.BandLine, at: Scenery) -> None:
    """A stretched band from a spot to a spot, with a handle in a hand."""
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


def knee_band(prop: kit.KneeBand, at: Scenery) -> None:
    """A wide band from a post round behind both knees: its two halves run outside the legs."""
    right, left = at.skeleton.joints["knee_R"], at.skeleton.joints["knee_L"]
    post = at.place(prop.start)
    round_post = [post + vec(_POST, -_POST, 0), post + vec(_POST, _POST, 0)]
    outer, behind = vec(0, _KNEE, 0), vec(-_KNEE, 0, 0)
    path = [
        *round_post,
        left + outer,
        left + (outer + behind) * 0.8,
        left + behind,
        right + behind,
        right + (behind - outer) * 0.8,
        right - outer,
    ]
    ring: np.ndarray = np.array(path)
    half = vec(0, 0, prop.wide / 2)
    at.add("band", ribbon(ring - half, ring + half))
    at.rod("prop", post * vec(1, 1, 0), post + vec(0, 0, 14), _POST)
    at.block("prop", post * vec(1, 1, 0) - vec(14, 14, 0), post * vec(1, 1, 0) + vec(14, 14, 3), "frame")


def ankle_band(prop: kit.AnkleBand, at: Scenery) -> None:
    """A band whose loop goes round one ankle or knee, or round the ball of a foot."""
    start = at.place(prop.start)
    end = _foot_loop(prop.side, start, at) if prop.joint == "foot" else _leg_loop(prop, start, at)
    at.add("band", cylinder(start, end, 1.0), "strap")
    if prop.anchor:
        at.ball("prop-dark", start, 2.6)


def _leg_loop(prop: kit.AnkleBand, start: Vec, at: Scenery) -> Vec:
    """The loop about a limb; → where the band is fixed to it."""
    shank, thigh = (at.skeleton.parts[f"{name}_{prop.side}"] for name in ("shank", "thigh"))
    if prop.joint == "ankle":
        loop, axis, girth = shank.along(0.9), shank.turn[:, 2], 4.2
    else:
        loop, axis, girth = thigh.along(0.95), thigh.turn[:, 2], 6.6
    at.add("band", torus(loop, axis, girth, (0.7, 2.2)), "strap")
    end: Vec = loop + unit(start - loop) * (girth + 0.4)
    return end


def _foot_loop(side: Side, start: Vec, at: Scenery) -> Vec:
    """A flat loop as high and wide as the forefoot; → where the band is fixed to it."""
    foot = at.skeleton.parts[f"foot_{side}"]
    shoe = 0.0 if at.body.barefoot else 0.6
    middle, across, up = foot.place(BALL - 2.5, 0.0, 3.2 - SOLE), foot.turn[:, 1], foot.turn[:, 2]

    def radius(way: Vec) -> float:
        return 1 / math.hypot(float(way @ across) / (4.9 + shoe), float(way @ up) / (3.4 + shoe))

    at.add("band", torus(middle, foot.turn[:, 0], radius, (0.5, 2.0)), "strap")
    way = unit(start - middle)
    end: Vec = middle + way * radius(way)
    return end
