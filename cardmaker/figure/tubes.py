"""A limb or the trunk as a tube of elliptical sections → its silhouette, patches and lines on its surface."""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cardmaker.figure.anatomy import SECTIONS, TRUNK_SECTIONS, Bone, CrossSection, Side, side_sign
from cardmaker.figure.camera import Camera
from cardmaker.figure.outline import NOTHING, Shape, Spot, hull, join, line, polygon, through
from cardmaker.figure.skeleton import BodyPart, Skeleton
from cardmaker.figure.vectors import Vec

_FORESHORTENED = 0.62  # a tube that looks shorter than this is outlined by its sections' hulls
_EDGE = 90.0  # degrees from the nearest line to the outline
_COMES_FORWARD = 25.0
_ROUND = np.arange(24) * (math.pi / 12)


@dataclass(frozen=True)
class Ring:
    """An ellipse across a tube, in space."""

    middle: Vec
    front: Vec
    left: Vec
    deep: float
    wide: float

    def at(self, angle: float, grow: float = 0.0) -> Vec:
        """A place on it; 0 is the front, 90 the outer side. *grow* in cm."""
        a = math.radians(angle)
        deep, wide = self.deep + grow, self.wide + grow
        place: Vec = self.middle + self.front * (deep * math.cos(a)) + self.left * (wide * math.sin(a))
        return place

    def all_round(self, grow: float = 0.0) -> NDArray[np.float64]:
        """24 places on it, one a row."""
        return (
            self.middle
            + np.outer(np.cos(_ROUND) * (self.deep + grow), self.front)
            + np.outer(np.sin(_ROUND) * (self.wide + grow), self.left)
        )


def _turned(off: float, half: float) -> float:
    """Where a muscle *off* degrees from the nearest line is drawn: one that peeks round the edge comes forward."""
    if abs(off) > _EDGE + 0.75 * half:
        return off
    return math.copysign(max(min(abs(off), _EDGE), abs(off) - _COMES_FORWARD), off)


def section_at(sections: Sequence[CrossSection], t: float) -> CrossSection:
    """The section at *t*, between the two nearest."""
    if t <= sections[0].t:
        return sections[0]
    for below, above in itertools.pairwise(sections):
        if t <= above.t:
            share = (t - below.t) / (above.t - below.t)
            return CrossSection(*(a + (b - a) * share for a, b in zip(below, above, strict=True)))
    return sections[-1]


@dataclass(frozen=True)
class Tube:
    """A limb's bone, or the trunk, seen by a camera; angles count from the front to the outer side."""

    skeleton: Skeleton
    camera: Camera
    sections: tuple[CrossSection, ...]
    outwards: float
    bone: BodyPart | None
    _rings: dict[float, Ring] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def limb(cls, skeleton: Skeleton, camera: Camera, bone: Bone, side: Side) -> "Tube":
        """The flesh on one bone."""
        part = skeleton.parts[f"{bone}_{side}"]
        return cls(skeleton, camera, SECTIONS[bone], side_sign(side), part)

    @classmethod
    def trunk(cls, skeleton: Skeleton, camera: Camera, side: Side = "L") -> "Tube":
        """The trunk; *side* says which way angles count."""
        return cls(skeleton, camera, TRUNK_SECTIONS, side_sign(side), None)

    def ring(self, t: float) -> Ring:
        """The ellipse at *t*; muscles ask for the same ones again and again."""
        if t not in self._rings:
            self._rings[t] = self._ring(t)
        return self._rings[t]

    def _ring(self, t: float) -> Ring:
        section = section_at(self.sections, t)
        if self.bone is None:
            middle, turn = self.skeleton.trunk(t)
        else:
            middle, turn = self.bone.along(t), self.bone.turn
        front, left = turn[:, 0], turn[:, 1]
        return Ring(middle + front * section.ahead, front, left * self.outwards, section.deep, section.wide)

    def spot(self, t: float) -> Spot:
        """Where the middle of the section is in the picture."""
        return self.camera.spot(self.ring(t).middle)

    def nearest(self, t: float) -> float:
        """The angle at which the surface faces the eye."""
        ring, eye = self.ring(t), self.camera.towards
        return math.degrees(
            math.atan2(float(ring.left @ eye) / ring.wide, float(ring.front @ eye) / ring.deep)
        )

    def shortened(self, first: float, last: float) -> bool:
        """Whether it is seen so much from the end that a ribbon can't stand for it."""
        a, b = self.spot(first), self.spot(last)
        full = abs(last - first) * (1.0 if self.bone is None else self.bone.length)
        return math.dist(a, b) < _FORESHORTENED * full

    def silhouette(
        self, first: float | None = None, last: float | None = None, grow: float = 0.0, steps: int = 15
    ) -> Shape:
        """The area it covers in the picture from *first* to *last*, *grow* cm wider than the flesh."""
        start = self.sections[0].t if first is None else first
        end = self.sections[-1].t if last is None else last
        places = [start + (end - start) * i / steps for i in range(steps + 1)]
        rings = [self.ring(t) for t in places]
        if self.shortened(start, end):
            rims = [self.camera.spots(ring.all_round(grow)) for ring in rings]
            return join(hull(np.vstack(pair)) for pair in itertools.pairwise(rims))
        return self._ribbon(rings, grow)

    def _ribbon(self, rings: list[Ring], grow: float) -> Shape:
        middles = self.camera.spots(np.array([ring.middle for ring in rings]))
        tangents = np.gradient(middles, axis=0)
        tangents /= np.linalg.norm(tangents, axis=1, keepdims=True) + 1e-9
        normals = np.column_stack([-tangents[:, 1], tangents[:, 0]])
        fronts = self.camera.spots(np.array([ring.front * (ring.deep + grow) for ring in rings]))
        lefts = self.camera.spots(np.array([ring.left * (ring.wide + grow) for ring in rings]))
        half = np.hypot((fronts * normals).sum(axis=1), (lefts * normals).sum(axis=1))[:, None]
        one, two = middles + normals * half, middles - normals * half
        return polygon(through(one, closed=False, steps=3) + through(two[::-1], closed=False, steps=3))

    def patch(self, first: float, last: float, middle: float, half: float, blunt: float = 0.4) -> Shape:
        """A lens on the surface about the angle *middle*, *half* degrees to each side, as far as it can be seen.

        *blunt* near 0 makes its ends square, 1 makes them pointed.
        """
        one: list[Spot] = []
        two: list[Spot] = []
        for i in range(15):
            share = i / 14
            t = first + (last - first) * share
            swell = half * max(0.04, math.sin(math.pi * min(max(share, 0.004), 0.996))) ** blunt
            facing = self.nearest(t)
            off = _turned((middle - facing + 180) % 360 - 180, swell)
            low, high = max(off - swell, -90.0), min(off + swell, 90.0)
            if half >= 150:
                low, high = -90 * swell / half, 90 * swell / half
            if high - low < 4:
                continue
            ring = self.ring(t)
            one.append(self.camera.spot(ring.at(facing + low)))
            two.append(self.camera.spot(ring.at(facing + high)))
        if len(one) < 4:
            return NOTHING
        return polygon(through(one, closed=False, steps=3) + through(two[::-1], closed=False, steps=3))

    def fibres(self, first: float, last: float, middle: float, half: float) -> list[Shape]:
        """Lines along a muscle patch, where they can be seen."""
        found: list[Shape] = []
        for across in (-0.62, -0.2, 0.2, 0.62):
            spots: list[Spot] = []
            for i in range(9):
                share = 0.07 + 0.86 * i / 8
                t = first + (last - first) * share
                facing = self.nearest(t)
                swell = math.sin(math.pi * share) ** 0.4 * half
                off = _turned((middle - facing + 180) % 360 - 180, swell) + across * swell
                if abs(off) <= 84:
                    spots.append(self.camera.spot(self.ring(t).at(facing + off)))
            if len(spots) > 2:
                found.append(line(through(spots, closed=False, steps=3)))
        return found
