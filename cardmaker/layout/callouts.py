"""Joints and what stands in the way → numbered callouts whose leaders cross nothing that matters."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cardmaker.geometry import Point, Rect

_DISTANCES = (4.6, 6.0, 7.6, 9.4)
_ANGLES = 20
_DIRECTIONS = tuple(
    (math.cos(2 * math.pi * step / _ANGLES), math.sin(2 * math.pi * step / _ANGLES)) for step in range(_ANGLES)
)
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
        found = _best(number, joint, done, obstacles, area, size)
        if found is not None:
            done.append(found)
    return done


def _best(
    number: int, joint: Point, done: Sequence[Callout], obstacles: Obstacles, area: Rect, size: float
) -> Callout | None:
    """The cheapest place around a joint, from near to far; the first distance with a clear one is taken."""
    reach = _DISTANCES[-1] + size
    bones = [bone for bone in obstacles.bones if _distance(joint, bone[0], bone[1]) < reach + bone[2]]
    best, cost = None, _TOO_MUCH
    for distance in _DISTANCES:
        for dx, dy in _DIRECTIONS:
            centre = Point(joint.x + dx * distance, joint.y + dy * distance)
            edge = distance - size / 2
            callout = Callout(number, joint, centre, Point(joint.x + dx * edge, joint.y + dy * edge))
            if not _allowed(callout, done, obstacles, area, size):
                continue
            own = distance + _covering(callout, bones, size)
            if own < cost:
                best, cost = callout, own
        if best is not None and cost < distance + _CLEAN:
            break
    return best


_TOO_MUCH = 60.0
_CLEAN = 1.6


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


def _covering(callout: Callout, bones: Sequence[Bone], size: float) -> float:
    """What a place costs beside its distance: rings on the body much, leaders along a limb something."""
    middle = _between(callout.joint, callout.foot, 0.7)
    cost = 0.0
    for start, end, thick in bones:
        over = thick + size / 2 + _CLEAR - _distance(callout.centre, start, end)
        if over > 0:
            cost += 14 * over
        if _distance(middle, start, end) < thick:
            cost += 1.5
    return cost


def _between(one: Point, other: Point, share: float) -> Point:
    return Point(one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share)


def _distance(spot: Point, start: Point, end: Point) -> float:
    """From a spot to a segment."""
    (x, y), (ax, ay), (bx, by) = spot, start, end
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    share = ((x - ax) * dx + (y - ay) * dy) / length if length else 0.0
    share = 0.0 if share < 0 else 1.0 if share > 1 else share
    return math.hypot(x - ax - share * dx, y - ay - share * dy)


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
