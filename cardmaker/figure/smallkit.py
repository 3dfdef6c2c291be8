"""Things that lie on the floor or in the hands: rollers, wheels, ropes, towels, chairs → solids."""

import math
from typing import Final

import numpy as np

from cardmaker.figure import kit
from cardmaker.figure.anatomy import SIDES
from cardmaker.figure.scenery import Scenery
from cardmaker.figure.solids import Mesh, cloth, cylinder, tube
from cardmaker.figure.vectors import Vec, unit, vec

_ROPE: Final = 0.9
_HANDLE: Final = 8.0  # cm of a rope's handle outside the fist
_FOLD: Final = (3.2, 1.8)  # cm that a fold is long and high
_CLOTH: Final = 1.1
_LEG: Final = 1.5


def roller(prop: kit.Roller, at: Scenery) -> None:
    """A foam roller, its core open at the end."""
    at.roller(
        "prop-dark", vec(prop.at[0], 0, prop.at[1]), prop.radius, (prop.y - prop.half, prop.y + prop.half)
    )


def post(prop: kit.Post, at: Scenery) -> None:
    """A round post on a foot."""
    foot = vec(*prop.at, 0)
    at.add("prop", cylinder(foot, foot + vec(0, 0, 2.4), 13), "post")
    at.add("prop", cylinder(foot, foot + vec(0, 0, prop.height), 2.6), "post")


def ab_wheel(prop: kit.AbWheel, at: Scenery) -> None:
    """The wheel between both fists, on the axle that they hold."""
    right, left = (at.skeleton.joints[f"grip_{side}"] for side in SIDES)
    middle, across = (right + left) / 2, unit(left - right)
    long = float(np.linalg.norm(left - right)) / 2 + 5.5
    at.add("metal", cylinder(middle - across * long, middle + across * long, 1.5))
    at.add("prop-dark", cylinder(middle - across * 2.6, middle + across * 2.6, prop.radius, 48))
    hub = middle + across * (2.6 * at.near)
    at.add("metal", cylinder(hub, hub + across * (0.4 * at.near), prop.radius * 0.42), plain=True)


def rope(prop: kit.Rope, at: Scenery) -> None:
    """Handles in the fists, and a loop that reaches out from them."""
    a = math.radians(prop.way)
    out = vec(math.cos(a), 0, math.sin(a))
    ends: list[Vec] = []
    for side, sign in zip(SIDES, (-1.0, 1.0), strict=True):
        grip = at.skeleton.joints[f"grip_{side}"]
        way = unit(vec(0, sign, 0) * 0.8 + out * 0.6)
        at.add("prop-dark", cylinder(grip - way * 5, grip + way * _HANDLE, 1.5), f"handle_{side}")
        ends.append(grip + way * _HANDLE)
    start, end = ends
    middle, half = (start + end) / 2, (end - start) / 2
    places = []
    for t in np.linspace(0, 1, 49):  # an oval, wider than the hands, whose far end is round
        b = math.pi * (1 - t) * 1.16 - math.pi * 0.08
        wide, deep = math.cos(b) / math.cos(math.pi * 0.08), (math.sin(b) + 0.249) / 1.249
        places.append(middle + half * wide * (1 + 0.25 * deep) + out * (prop.reach * deep))
    at.add("prop-dark", tube(np.array(places), _ROPE))


def towel(prop: kit.Towel, at: Scenery) -> None:
    """A roll with its spiral end, or a cloth on the floor."""
    if prop.roll is not None:
        middle = vec(prop.roll[0], 0, prop.roll[1])
        at.roller("prop-light", middle, prop.radius, (prop.y[0] - 4, prop.y[1] + 4))
        return
    left, right = prop.x
    wide = min(_FOLD[0], (right - left) / max(1, prop.folds))
    for fold in range(prop.folds):
        at.add("prop-light", _fold(left + fold * wide, wide, prop.y))
    flat = np.array([left + prop.folds * wide, right])
    at.add("prop-light", cloth(flat, np.full(2, _CLOTH), prop.y))


def _fold(left: float, wide: float, y: kit.Span) -> Mesh:
    """A fold of a cloth, round above: a thing of its own, so that there is a line in the valley."""
    share = np.linspace(0, 1, 25)
    return cloth(left + share * wide, _CLOTH + _FOLD[1] * np.sin(np.pi * share), y)


def chair(prop: kit.Chair, at: Scenery) -> None:
    """A seat on four legs, and a backrest behind it."""
    back, front = prop.x
    for y in (-18.0, 18.0):
        for x in (back + _LEG, front - _LEG - 2):
            at.rod("prop", vec(x, y, 0), vec(x, y, prop.height - 2), _LEG)
        if prop.back:
            at.rod("prop", vec(back + _LEG, y, prop.height - 2), vec(back - 5, y, prop.height + 44), _LEG)
    at.slab("prop", vec(back, 0, prop.height), vec(front, 0, prop.height), 4.0, (-20, 20))
    if prop.back:
        low, high = vec(back - 2.3, 0, prop.height + 20), vec(back - 5, 0, prop.height + 45)
        at.slab("prop", low, high, -3.0, (-20, 20))
