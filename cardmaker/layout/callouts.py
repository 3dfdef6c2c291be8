"""Joints and what stands in the way → numbered callouts whose leaders cross nothing that matters."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cardmaker.geometry import Point, Rect

_DISTANCES = (4.6, 6.0, 7.6, 9.4)
_ANGLES = 24
_CLEAR = 0.5

Bone = tuple[Point, Point, float]


@dataclass(frozen=True, slots=True)
class Obstacles:
    """*solid* rectangles no callout or leader may touch, *bones* (from, to, half thickness) they should not cover."""

    solid: tuple[Rect, ...]
    bones: tuple[Bone, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A number in a ring of some size, its leader from the ring's edge to the joint, all in mm."""

    number: int
    joint: Point
    centre: Point
    foot: Point


def place_callouts(
    wanted: Sequence[tuple[int, Point]], obstacles: Obstacles, area: Rect, size: float
) -> list[Callout]:
    """Place what can be placed well, in order; a number without a clear place is left out of the figure."""
    done: list[Callout] = []
    for number, joint in wanted:
        best: tuple[float, Callout] | None = None
        for callout in _candidates(number, joint, size):
            if not _allowed(callout, done, obstacles, area, size):
                continue
            cost = _cost(callout, obstacles, size)
            if best is None or cost < best[0]:
                best = (cost, callout)
        if best is not None and best[0] < _TOO_MUCH:
            done.append(best[1])
    return done


_TOO_MUCH = 60.0


def _candidates(number: int, joint: Point, size: float) -> Iterator[Callout]:
    for distance in _DISTANCES:
        for step in range(_ANGLES):
            angle = 2 * math.pi * step / _ANGLES
            dx, dy = math.cos(angle), math.sin(angle)
            centre = Point(joint.x + dx * distance, joint.y + dy * distance)
            edge = distance - size / 2
            yield Callout(number, joint, centre, Point(joint.x + dx * edge, joint.y + dy * edge))


def _allowed(callout: Callout, done: Sequence[Callout], obstacles: Obstacles, area: Rect, size: float) -> bool:
    ring = Rect(callout.centre.x - size / 2, callout.centre.y - size / 2, size, size)
    if not area.contains(ring):
        return False
    if any(ring.overlaps(solid) or _crosses_rect(callout, solid) for solid in obstacles.solid):
        return False
    for other in done:
        if math.dist(callout.centre, other.centre) < size + _CLEAR:
            return False
        if _crosses(callout.joint, callout.foot, other.joint, other.foot):
            return False
        near = size / 2 + _CLEAR
        if _distance(other.centre, callout.joint, callout.foot) < near:
            return False
        if _distance(callout.centre, other.joint, other.foot) < near:
            return False
    return True


def _cost(callout: Callout, obstacles: Obstacles, size: float) -> float:
    """Long leaders cost a little, rings on the body much, leaders along a limb something."""
    cost = math.dist(callout.joint, callout.centre)
    for start, end, thick in obstacles.bones:
        over = thick + size / 2 + _CLEAR - _distance(callout.centre, start, end)
        if over > 0:
            cost += 14 * over
        along = sum(
            _distance(_between(callout.joint, callout.foot, share), start, end) < thick
            for share in (0.5, 0.75, 1.0)
        )
        cost += 1.5 * along
    return cost


def _between(one: Point, other: Point, share: float) -> Point:
    return Point(one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share)


def _distance(spot: Point, start: Point, end: Point) -> float:
    """From a spot to a segment."""
    dx, dy = end.x - start.x, end.y - start.y
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else ((spot.x - start.x) * dx + (spot.y - start.y) * dy) / length
    return math.dist(spot, _between(start, end, min(1.0, max(0.0, share))))


def _crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def _crosses_rect(callout: Callout, rect: Rect) -> bool:
    """Whether a leader runs through a rectangle that its joint is not in."""
    joint = Rect(callout.joint.x, callout.joint.y, 0, 0)
    if rect.contains(joint):
        return False
    return any(
        rect.contains(Rect(*_between(callout.joint, callout.foot, share), 0, 0)) for share in (0.25, 0.5, 0.75, 1.0)
    )
