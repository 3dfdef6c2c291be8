"""A skeleton → which parts of the body go through one another or through a bar, and how deep."""

import itertools
import math
from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cardmaker.figure.anatomy import GRIP, HEAD, SECTIONS, SIDES, TRUNK, TRUNK_SECTIONS, Bone, Side, other
from cardmaker.figure.camera import Camera
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.tubes import Tube

_GIVES: Final = 3.7  # cm that two parts press into each other's flesh
_BAR_GIVES: Final = 3.0  # cm that a bar presses into flesh
_SLACK: Final = 0.1
_PRESSED: Final = 0.62  # how near the trunk's axis a limb may come, as a share of the way to its skin
_HEAD: Final = 0.36  # the skull's radius, in heads
_STEPS: Final = 17
_FREE: Final[
    dict[Bone, tuple[float, float]]
] = {  # the share of a bone that isn't inside its own joints' flesh
    "thigh": (0.35, 1.0),
    "shank": (0.0, 1.0),
    "upper_arm": (0.35, 1.0),
    "forearm": (0.0, 1.0),
}


class _Beads(NamedTuple):
    """A part as balls along its axis: their middles, one a row, and their radii."""

    middles: NDArray[np.float64]
    radii: NDArray[np.float64]


def collisions(body: Skeleton) -> Iterator[tuple[str, str, float]]:
    """The parts that go through one another: one, the other, and how many cm deeper than flesh gives way."""
    beads = _beads(body)
    head = beads.pop("head")
    found = [(one, two, _deep(beads[one], beads[two])) for one, two in _pairs()]
    for name, part in beads.items():
        found += [(name, "head", _deep(part, head)), (name, "trunk", _in_trunk(body, part))]
    yield from (fault for fault in found if fault[2] > _SLACK)


def across_bar(body: Skeleton, x: float, z: float, half: float) -> Iterator[str]:
    """The parts that a bar goes through which lies across at *x*, *z*, *half* cm to each side."""
    trunk = Tube.trunk(body, Camera())
    for section in TRUNK_SECTIONS:
        ring = trunk.ring(section.t)
        flat = (x - float(ring.middle[0]), z - float(ring.middle[2]))
        if abs(float(ring.middle[1])) < half and math.hypot(*flat) < ring.deep - _BAR_GIVES:
            yield "trunk"
            break
    for name, (middles, radii) in _beads(body).items():
        if name.startswith(("hand", "forearm", "upper_arm")):
            continue
        away = np.hypot(middles[:, 0] - x, middles[:, 2] - z)
        if bool(((away < radii - _BAR_GIVES) & (np.abs(middles[:, 1]) < half)).any()):
            yield name


def _beads(body: Skeleton) -> dict[str, _Beads]:
    beads = {f"{bone}_{side}": _limb(body, bone, side) for bone in SECTIONS for side in SIDES}
    beads |= {f"hand_{side}": _hand(body, side) for side in SIDES}
    skull = body.parts["head"].place(0.5, 0, 0.3 * HEAD)
    return beads | {"head": _Beads(skull[None, :], np.array([_HEAD * HEAD]))}


def _pairs() -> Iterator[tuple[str, str]]:
    """Parts that aren't neighbours."""
    legs, arms = ("thigh", "shank"), ("upper_arm", "forearm", "hand")
    for leg, opposite in itertools.product(legs, legs):
        if (leg, opposite) != ("shank", "thigh"):
            yield f"{leg}_R", f"{opposite}_L"
    yield "shank_R", "thigh_L"
    for arm, opposite in itertools.product(("upper_arm", "forearm"), ("upper_arm", "forearm")):
        yield f"{arm}_R", f"{opposite}_L"
    for arm, leg, side in itertools.product(arms, legs, SIDES):
        yield f"{arm}_{side}", f"{leg}_{side}"
        yield f"{arm}_{side}", f"{leg}_{other(side)}"


def _limb(body: Skeleton, bone: Bone, side: Side) -> _Beads:
    tube = Tube.limb(body, Camera(), bone, side)
    first, last = _FREE[bone]
    rings = [tube.ring(first + (last - first) * i / (_STEPS - 1)) for i in range(_STEPS)]
    return _Beads(
        np.array([ring.middle for ring in rings]), np.array([(ring.deep + ring.wide) / 2 for ring in rings])
    )


def _hand(body: Skeleton, side: Side) -> _Beads:
    return _Beads(body.parts[f"hand_{side}"].place(0, 0, -GRIP)[None, :], np.array([2.0]))


def _deep(one: _Beads, two: _Beads) -> float:
    away = np.linalg.norm(one.middles[:, None, :] - two.middles[None, :, :], axis=2)
    return float((one.radii[:, None] + two.radii[None, :] - _GIVES - away).max())


def _in_trunk(body: Skeleton, part: _Beads) -> float:
    """How deep the axis of a part goes below what the trunk's flesh gives."""
    tube, deepest = Tube.trunk(body, Camera()), 0.0
    for t in range(0, int(TRUNK), 3):
        ring = tube.ring(t)
        away = part.middles - ring.middle
        level = np.abs(away @ np.cross(ring.front, ring.left)) < 1.8
        share = np.hypot(away @ ring.front / ring.deep, away @ ring.left / ring.wide)[level]
        if len(share):
            deepest = max(deepest, (_PRESSED - float(share.min())) * min(ring.deep, ring.wide))
    return deepest
