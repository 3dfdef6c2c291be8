"""A posed body and the props about it → places on its skin, what they touch or go through, and where its weight is."""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import MultiPoint, Point

from cardmaker.figure import kit
from cardmaker.figure.anatomy import SIDES
from cardmaker.figure.person import SEGMENTS, Places
from cardmaker.figure.posed import PosedBody
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.vectors import Vec, vec
from cardmaker.namedtuple import NamedTuple

BENCH_WIDE: Final = 14.0  # cm of a bench to each side of its middle
FLESH: Final = 3.0  # cm that skin gives way when somebody lies or kneels on it
_FIRM: Final = {"foot": 1.6, "hand": 2.6, "head": 2.0}
_CLOSE: Final = 2.4  # how near the floor (or a bench) something is that rests on it
_CREST: Final = 0.7  # of a roller's radius: as far to each side it is nearly as high as its crest
_CLOSE_HAND: Final = 6.5  # fists and flat hands are placed by their middle


class Solid(NamedTuple):
    """A block that nothing may go through: from *left* to *right* along an axis (0: x, 1: y), up to its *top*.

    *across* is from where to where it reaches on the other axis.
    """

    name: str
    left: float
    right: float
    low: float
    top: float
    across: tuple[float, float] = (-math.inf, math.inf)
    axis: int = 0


def solids(props: Sequence[kit.PropModel]) -> list[Solid]:
    """What of the props can be stood, sat or leant on."""
    found = []
    for prop in props:
        if isinstance(prop, kit.Bench):
            axis, across = 0 if prop.along == "x" else 1, (-BENCH_WIDE, BENCH_WIDE)
            found.append(Solid("bench", *prop.x, prop.height - 7.5, prop.height, across, axis))
        elif isinstance(prop, kit.BoxProp):
            found.append(Solid("box", *prop.x, 0.0, prop.height))
        elif isinstance(prop, kit.Roller):
            half, across = prop.radius * _CREST, (prop.y - prop.half, prop.y + prop.half)
            ends = (prop.at[0] - half, prop.at[0] + half)
            found.append(Solid("roller", *ends, 0.0, prop.at[1] + prop.radius, across))
        elif isinstance(prop, kit.Chair):
            found.append(Solid("chair", *prop.x, prop.height - 12.0, prop.height))
        elif isinstance(prop, kit.Wall):
            found.append(Solid("wall", prop.x, prop.x + prop.thick, 0.0, prop.height))
    return found


def endless(solid: Solid, skeleton: Skeleton) -> Solid:
    """A wall goes on behind its face, so that nothing comes out at its back; other solids stay as they are."""
    if solid.name != "wall":
        return solid
    at = float(skeleton.joints["pelvis"][0])
    return (
        solid._replace(right=solid.right + 300) if at < solid.left else solid._replace(left=solid.left - 300)
    )


def skin(body: PosedBody) -> dict[str, Places]:
    """Places on the skin of each part, of a foot on its shoe, one a row: 'thigh_R', 'trunk', 'head', …"""
    return {segment: body.skin(segment) for segment in SEGMENTS}


def gives(part: str) -> float:
    """How deep a part may seem to go into what it rests on."""
    return _FIRM.get(part.split("_")[0], FLESH)


def depth_in(places: NDArray[np.float64], solid: Solid) -> float:
    """How deep the deepest of some places is inside a solid, in cm; 0 outside."""
    x, y, z = places[:, solid.axis], places[:, 1 - solid.axis], places[:, 2]
    walls = [x - solid.left, solid.right - x, solid.top - z, z - solid.low]
    walls += [y - solid.across[0], solid.across[1] - y]
    deep = np.min(np.column_stack(walls), axis=1)
    return max(0.0, float(deep.max()))


def resting(surface: dict[str, NDArray[np.float64]], tops: Sequence[Solid]) -> NDArray[np.float64]:
    """The places that rest on the floor or on a solid's top, one a row."""
    found = []
    for part, places in surface.items():
        close = _CLOSE_HAND if part.startswith(("hand", "forearm")) else _CLOSE
        z = places[:, 2]
        touch = z < close
        for top in tops:
            along, aside = places[:, top.axis], places[:, 1 - top.axis]
            over = (along > top.left - 1) & (along < top.right + 1)
            over &= (aside > top.across[0] - 1) & (aside < top.across[1] + 1)
            touch |= over & (np.abs(z - top.top) < close)
        found.append(places[touch])
    return np.vstack(found)


# Shares of the body's mass, and where along a segment its middle is (Winter, *Biomechanics and Motor Control*).
_MASSES: Final = {
    "thigh": (0.100, 0.433),
    "shank": (0.0465, 0.433),
    "upper_arm": (0.028, 0.436),
    "forearm": (0.022, 0.55),
}
_FOOT_MASS, _TRUNK_MASS, _HEAD_MASS = 0.0145, 0.497, 0.081


def middle_of_mass(skeleton: Skeleton) -> Vec:
    """The body's centre of mass; what it carries isn't counted."""
    weighed = [
        (_TRUNK_MASS, skeleton.trunk(24)[0]),
        (_HEAD_MASS, skeleton.joints["head"] + skeleton.parts["head"].turn[:, 2] * 7),
    ]
    for side in SIDES:
        weighed += [
            (mass, skeleton.parts[f"{bone}_{side}"].along(at)) for bone, (mass, at) in _MASSES.items()
        ]
        weighed.append((_FOOT_MASS, skeleton.parts[f"foot_{side}"].place(5, 0, -5)))
    total: Vec = sum((place * mass for mass, place in weighed), vec(0, 0, 0))
    return total / sum(mass for mass, _ in weighed)


def overhang(middle: Vec, support: NDArray[np.float64]) -> float:
    """How far the centre of mass is outside what the body rests on, in cm; 0 over it."""
    if len(support) == 0:
        return 0.0
    return float(MultiPoint(support[:, :2]).convex_hull.distance(Point(middle[0], middle[1])))
