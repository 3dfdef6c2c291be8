"""Joints and what is in the way → numbered callouts whose leaders cross nothing that matters."""

import math
from collections.abc import Sequence

from cardmaker.geometry import Insets, Point, Rect
from cardmaker.layout.segments import crosses, cuts, distance_to
from cardmaker.layout.silhouettes import CLEAR, RingGround, Silhouette
from cardmaker.namedtuple import NamedTuple
from cardmaker.record import record

_DISTANCES = (1.6, 2.1, 2.6, 3.25, 3.95, 4.8)
"""From a joint to a ring's middle, in widths of the ring, which are larger on larger cards, as figures are."""
_ANGLES = 20
_DIRECTIONS = tuple(
    (math.cos(2 * math.pi * step / _ANGLES), math.sin(2 * math.pi * step / _ANGLES))
    for step in range(_ANGLES)
)
_APART, _CROWDED = 1.4, 3.0
"""How far rings are better apart, in mm, and what each mm less costs."""
_AIR = 0.7
"""From a ring to a face or an arrow, mm."""
_LONG, _PER_MM = 9.0, 3.0
"""How long leaders are better, in mm, and what each mm more costs."""
_ASTRAY, _NEARER = 3.0, 1.0
"""What it costs that a ring is nearer to another cue's joint than to its own, and what each mm of that costs."""


@record
class Obstacles:
    """*solid* rectangles no callout or leader may touch, and *silhouettes* that they should not cover."""

    solid: tuple[Rect, ...]
    silhouettes: tuple[Silhouette, ...] = ()


class Pointer(NamedTuple):
    """A number, the joint that it is for, and where it may be."""

    number: int
    joint: Point
    area: Rect


@record
class Callout:
    """A number in a ring of some size, its leader from the ring's edge to the joint, all in mm."""

    number: int
    joint: Point
    centre: Point
    foot: Point

    def is_within(self, reach: float, spot: Point) -> bool:
        """Whether any of it may be so near to a spot, going by its ends."""
        (ax, ay), (bx, by), (x, y) = self.joint, self.centre, spot
        return min(ax, bx) - reach < x < max(ax, bx) + reach and min(ay, by) - reach < y < max(ay, by) + reach


def place_callouts(wanted: Sequence[Pointer], obstacles: Obstacles, size: float) -> list[Callout]:
    """Place what can be placed well, in order; a number without a clear place is left out of the figure."""
    done: list[Callout] = []
    grounds = [RingGround(silhouette, size / 2) for silhouette in obstacles.silhouettes]
    for number, joint, area in wanted:
        others = [one.joint for one in wanted if one.joint != joint]
        found = _best(joint, done, others, obstacles.solid, grounds, area, size)
        if found is not None:
            centre, foot = found
            done.append(Callout(number, joint, centre, foot))
    return done


# Some two hundred places are tried for a card, each against all that stands about: hence plain numbers below.


def _best(
    joint: Point,
    done: Sequence[Callout],
    others: Sequence[Point],
    solid: Sequence[Rect],
    grounds: Sequence[RingGround],
    area: Rect,
    size: float,
) -> tuple[Point, Point] | None:
    """The cheapest centre and foot around a joint; from near to far, the first distance with a clear one is taken."""
    reach = _DISTANCES[-1] * size + size
    grounds = [ground for ground in grounds if ground.is_near(joint, reach)]
    walls = [_Wall.around(rect, joint, size / 2) for rect in solid]
    inner = area.inset(Insets.all(size / 2 - _SLACK))
    best, cost = None, _TOO_MUCH
    for widths in _DISTANCES:
        distance = widths * size
        edge = distance - size / 2
        least = distance + max(0.0, edge - _LONG) * _PER_MM
        if cost < least:
            break
        beside = [spot for spot in others if math.dist(spot, joint) < 2 * distance]
        about = [wall for wall in walls if wall.is_within(distance + size, joint)]
        near = [callout for callout in done if callout.is_within(distance + size + _APART, joint)]
        for dx, dy in _DIRECTIONS:
            x, y = joint.x + dx * distance, joint.y + dy * distance
            if not (inner.x <= x <= inner.right and inner.y <= y <= inner.bottom):
                continue
            centre, foot = Point(x, y), Point(joint.x + dx * edge, joint.y + dy * edge)
            if _is_stopped(joint, centre, foot, about) or (near and _meets(joint, centre, foot, near, size)):
                continue
            own = least + (_crowding(centre, near, size) if near else 0.0)
            if beside:
                own += _straying(centre, beside, distance)
            own += _covering(joint, centre, foot, grounds, cost - own)
            if own < cost:
                best, cost = (centre, foot), own
                if own == least:
                    return best
        if cost < least + _CLEAN:
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
        return cls(left, top, right, foot, ring + _AIR, not inside)

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
        return cuts(joint, tip, left, right, top, foot)


def _is_stopped(joint: Point, centre: Point, foot: Point, walls: Sequence[_Wall]) -> bool:
    """Whether a callout would touch a wall."""
    for wall in walls:  # noqa: SIM110  `any` takes twice as long
        if wall.stops(joint, centre, foot):
            return True
    return False


def _meets(joint: Point, centre: Point, foot: Point, done: Sequence[Callout], size: float) -> bool:
    """Whether a callout would touch one that is placed, or cross its leader."""
    near = size / 2 + CLEAR
    for other in done:
        if (
            math.dist(centre, other.centre) < size + CLEAR
            or crosses(joint, foot, other.joint, other.foot)
            or distance_to(*other.centre, *joint, *foot) < near
            or distance_to(*centre, *other.joint, *other.foot) < near
        ):
            return True
    return False


def _crowding(centre: Point, done: Sequence[Callout], size: float) -> float:
    """What it costs that others are near."""
    cost = 0.0
    for other in done:
        gap = math.dist(centre, other.centre) - size
        if gap < _APART:
            cost += (_APART - gap) * _CROWDED
    return cost


def _straying(centre: Point, others: Sequence[Point], distance: float) -> float:
    """What it costs that a ring is nearer to joints of other cues than to its own, which is at a *distance*."""
    return sum(
        _ASTRAY + (distance - away) * _NEARER
        for other in others
        if (away := math.dist(centre, other)) < distance
    )


def _covering(joint: Point, centre: Point, foot: Point, grounds: Sequence[RingGround], most: float) -> float:
    """What a place costs besides its distance. From *most* on it isn't reckoned further."""
    cost = 0.0
    for ground in grounds:
        cost += ground.cost(centre, most - cost)
        if cost >= most:
            return cost
    for ground in grounds:
        cost += ground.crossing(joint, foot)
    return cost
