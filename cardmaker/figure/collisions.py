"""A posed body → which parts of the body go through one another or through a bar, and how deep."""

import itertools
import math
from collections.abc import Iterator
from typing import Final

import numpy as np

from cardmaker.figure import flesh
from cardmaker.figure.anatomy import GRIP, HEAD, SIDES, Bone, Side, other
from cardmaker.figure.flesh import Beads
from cardmaker.figure.posed import PosedBody

_GIVES: Final = 3.7  # cm that two parts press into each other's flesh
_BAR_GIVES: Final = 3.0  # cm that a bar presses into flesh
_SLACK: Final = 0.1
_PRESSED: Final = 0.62  # how near the trunk's axis a limb may come, as a share of the way to its skin
_HEAD: Final = 0.36  # the skull's radius, in heads
_FREE: Final[
    dict[Bone, tuple[float, float]]
] = {  # the share of a bone that isn't inside its own joints' flesh
    "thigh": (0.35, 1.0),
    "shank": (0.0, 1.0),
    "upper_arm": (0.35, 1.0),
    "forearm": (0.0, 1.0),
}


def collisions(body: PosedBody) -> Iterator[tuple[str, str, float]]:
    """The parts that go through one another: one, the other, and how many cm deeper than flesh gives way."""
    beads = _beads(body)
    head = beads.pop("head")
    found = [(one, two, _deep(beads[one], beads[two])) for one, two in _pairs()]
    for name, part in beads.items():
        found += [(name, "head", _deep(part, head)), (name, "trunk", _in_trunk(body, part))]
    yield from (fault for fault in found if fault[2] > _SLACK)


def across_bar(body: PosedBody, x: float, z: float, half: float) -> Iterator[str]:
    """The parts that a bar goes through which lies across at *x*, *z*, *half* cm to each side."""
    for section in flesh.trunk(body):
        flat = (x - float(section.middle[0]), z - float(section.middle[2]))
        if abs(float(section.middle[1])) < half and math.hypot(*flat) < section.deep - _BAR_GIVES:
            yield "trunk"
            break
    for name, (middles, radii) in _beads(body).items():
        if name.startswith(("hand", "forearm", "upper_arm")):
            continue
        away = np.hypot(middles[:, 0] - x, middles[:, 2] - z)
        if bool(((away < radii - _BAR_GIVES) & (np.abs(middles[:, 1]) < half)).any()):
            yield name


def _beads(body: PosedBody) -> dict[str, Beads]:
    beads = {f"{bone}_{side}": flesh.limb(body, bone, side, *_FREE[bone]) for bone in _FREE for side in SIDES}
    beads |= {f"hand_{side}": _hand(body, side) for side in SIDES}
    skull = body.skeleton.parts["head"].place(0.5, 0, 0.3 * HEAD)
    return beads | {"head": Beads(skull[None, :], np.array([_HEAD * HEAD]))}


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


def _hand(body: PosedBody, side: Side) -> Beads:
    return Beads(body.skeleton.parts[f"hand_{side}"].place(0, 0, -GRIP)[None, :], np.array([2.0]))


def _deep(one: Beads, two: Beads) -> float:
    away = np.linalg.norm(one.middles[:, None, :] - two.middles[None, :, :], axis=2)
    return float((one.radii[:, None] + two.radii[None, :] - _GIVES - away).max())


def _in_trunk(body: PosedBody, part: Beads) -> float:
    """How deep the axis of a part goes below what the trunk's flesh gives."""
    deepest = 0.0
    for middle, turn, deep, wide in flesh.trunk(body):
        own = (part.middles - middle) @ turn
        share = np.hypot(own[:, 0] / deep, own[:, 1] / wide)[np.abs(own[:, 2]) < 1.8]
        if len(share):
            deepest = max(deepest, (_PRESSED - float(share.min())) * min(deep, wide))
    return deepest
