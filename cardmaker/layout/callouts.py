"""Joints and what is in the way → numbered callouts whose leaders cross nothing that matters."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from cardmaker.geometry import Insets, Point, Rect
from cardmaker.record import record

_DISTANCES = (4.6, 6.0, 7.6, 9.4)
_ANGLES = 20
_DIRECTIONS = tuple(
    (math.cos(2 * math.pi * step / _ANGLES), math.sin(2 * math.pi * step / _ANGLES))
    for step in range(_ANGLES)
)
_CLEAR = 0.5

Bone = tuple[Point, Point, float]


@record
class Obstacles:
    """*solid* rectangles no callout or leader may touch, *bones* (from, to, half thickness) they should not cover."""

    solid: tuple[Rect, ...]
    bones: tuple[Bone, ...]


@record
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
        found = _best(joint, done, obstacles, area, size)
        if found is not None:
            centre, foot = found
            done.append(Callout(number, joint, centre, foot))
    return done


# Some two hundred places are tried for a card, each against all that stands about: hence plain numbers below.


def _best(
    joint: Point, done: Sequence[Callout], obstacles: Obstacles, area: Rect, size: float
) -> tuple[Point, Point] | None:
    """The cheapest centre and foot around a joint; from near to far, the first distance with a clear one is taken."""
    reach = _DISTANCES[-1] + size
    bones = [
        _segment(start, end, thick, away)
        for start, end, thick in obstacles.bones
        if (away := _distance(*joint, *start, *end)) < reach + thick
    ]
    walls = [_Wall.around(rect, joint, size / 2) for rect in obstacles.solid]
    inner = area.inset(Insets.all(size / 2 - _SLACK))
    best, cost = None, _TOO_MUCH
    for distance in _DISTANCES:
        if cost < distance:
            break
        edge = distance - size / 2
        near = [bone for bone in bones if bone[-1] < distance + bone[-2] + size / 2 + _CLEAR]
        about = [wall for wall in walls if wall.is_within(distance + size, joint)]
        for dx, dy in _DIRECTIONS:
            x, y = joint.x + dx * distance, joint.y + dy * distance
            if not (inner.x <= x <= inner.right and inner.y <= y <= inner.bottom):
                continue
            centre, foot = Point(x, y), Point(joint.x + dx * edge, joint.y + dy * edge)
            if any(wall.stops(joint, centre, foot) for wall in about) or _meets(
                joint, centre, foot, done, size
            ):
                continue
            own = distance + _covering(joint, centre, foot, near, size, cost - distance)
            if own < cost:
                best, cost = (centre, foot), own
        if cost < distance + _CLEAN:
            break
    return best


_TOO_MUCH = 60.0
_CLEAN = 1.6
_SLACK = 1e-6


class _Wall(NamedTuple):
    """A rectangle no callout may touch, and the wider one that no centre may lie in."""

    left: float
    top: float
    right: float
    foot: float
    ring: float
    leader: bool
    """Whether leaders keep out too: not where their joint is inside."""

    @classmethod
    def around(cls, rect: Rect, joint: Point, ring: float) -> "_Wall":
        """The wall about a rectangle for the callouts of a joint."""
        left, top, right, foot = rect.x, rect.y, rect.right, rect.bottom
        inside = left <= joint.x <= right and top <= joint.y <= foot
        return cls(left, top, right, foot, ring - _SLACK, not inside)

    def is_within(self, reach: float, joint: Point) -> bool:
        """Whether any of it is so near, across and down."""
        x, y = joint
        return self.left - reach < x < self.right + reach and self.top - reach < y < self.foot + reach

    def stops(self, joint: Point, centre: Point, tip: Point) -> bool:
        """Whether a ring or its leader would touch it."""
        left, top, right, foot, ring, leader = self
        x, y = centre
        if left - ring < x < right + ring and top - ring < y < foot + ring:
            return True
        if not leader:
            return False
        return _cuts(joint, tip, left, right, top, foot)


def _cuts(start: Point, end: Point, left: float, right: float, top: float, foot: float) -> bool:
    """Whether a line touches a rectangle: the parts of it within the width and within the height overlap."""
    x, y = start
    dx, dy = end.x - x, end.y - y
    if (x < left and x + dx < left) or (x > right and x + dx > right):
        return False
    if (y < top and y + dy < top) or (y > foot and y + dy > foot):
        return False
    near, far = 0.0, 1.0
    if dx:
        one, other = (left - x) / dx, (right - x) / dx
        near, far = max(near, min(one, other)), min(far, max(one, other))
    if dy:
        one, other = (top - y) / dy, (foot - y) / dy
        near, far = max(near, min(one, other)), min(far, max(one, other))
    return near <= far


def _meets(joint: Point, centre: Point, foot: Point, done: Sequence[Callout], size: float) -> bool:
    """Whether a callout would touch one that is placed, or cross its leader."""
    near = size / 2 + _CLEAR
    return any(
        math.dist(centre, other.centre) < size + _CLEAR
        or _crosses(joint, foot, other.joint, other.foot)
        or _distance(*other.centre, *joint, *foot) < near
        or _distance(*centre, *other.joint, *other.foot) < near
        for other in done
    )


_Segment = tuple[float, float, float, float, float, float, float]


def _segment(start: Point, end: Point, thick: float, away: float) -> _Segment:
    """A bone: where it begins, how far it goes, one by its length squared, its half thickness, how far away it is."""
    dx, dy = end.x - start.x, end.y - start.y
    length = dx * dx + dy * dy
    return start.x, start.y, dx, dy, 1 / length if length else 0.0, thick, away


def _covering(
    joint: Point, centre: Point, foot: Point, bones: Sequence[_Segment], size: float, most: float
) -> float:
    """What a place costs besides its distance: rings on the body much, leaders along a limb something.

    From *most* on it isn't reckoned further.
    """
    (cx, cy), clear = centre, size / 2 + _CLEAR
    mx, my = joint.x + (foot.x - joint.x) * 0.7, joint.y + (foot.y - joint.y) * 0.7
    cost = 0.0
    for ax, ay, dx, dy, per, thick, _ in bones:
        x, y = cx - ax, cy - ay
        share = min(1.0, max(0.0, (x * dx + y * dy) * per))
        over = thick + clear - math.hypot(x - share * dx, y - share * dy)
        if over > 0:
            cost += 14 * over
        x, y = mx - ax, my - ay
        share = min(1.0, max(0.0, (x * dx + y * dy) * per))
        if math.hypot(x - share * dx, y - share * dy) < thick:
            cost += 1.5
        if cost >= most:
            break
    return cost


def _distance(x: float, y: float, ax: float, ay: float, bx: float, by: float) -> float:
    """From a spot to a segment."""
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    share = ((x - ax) * dx + (y - ay) * dy) / length if length else 0.0
    share = 0.0 if share < 0 else 1.0 if share > 1 else share
    return math.hypot(x - ax - share * dx, y - ay - share * dy)


def _crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
