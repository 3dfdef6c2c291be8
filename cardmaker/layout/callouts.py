"""Joints and what is in the way → numbered callouts whose leaders cross nothing that matters."""

import math
from collections.abc import Sequence
from functools import reduce
from itertools import zip_longest
from operator import or_

from cardmaker.geometry import Insets, Point, Rect
from cardmaker.layout.segments import crosses, cuts, distance_to
from cardmaker.namedtuple import NamedTuple
from cardmaker.picture.stencil import Stencil
from cardmaker.record import record

_DISTANCES = (1.6, 2.1, 2.6, 3.25, 3.95, 4.8)
"""From a joint to a ring's middle, in widths of the ring, which are larger on larger cards, as figures are."""
_ANGLES = 20
_DIRECTIONS = tuple(
    (math.cos(2 * math.pi * step / _ANGLES), math.sin(2 * math.pi * step / _ANGLES))
    for step in range(_ANGLES)
)
_CLEAR = 0.5
"""Between a ring and another, and what a ring keeps off everything else if it can, in mm."""


class Layer(NamedTuple):
    """What of a picture costs how much to cover.

    Covering all of a ring's room of it costs *whole*, covering any of it *touched*, and a leader across it *crossed*.
    """

    rows: Stencil
    whole: float
    touched: float = 0.0
    crossed: float = 0.0


class Silhouette(NamedTuple):
    """A picture that callouts are around: its layers, where its top left is, and how wide its cells are, in mm.

    *all_of_it* is what any layer has, *wide* the cells across it.
    """

    layers: tuple[Layer, ...]
    all_of_it: Stencil
    wide: int
    x: float
    y: float
    cell: float

    @classmethod
    def of(cls, layers: Sequence[Layer], x: float, y: float, cell: float) -> "Silhouette":
        """The silhouette that layers make."""
        rows = tuple(map(_either, zip_longest(*(layer.rows for layer in layers), fillvalue=0)))
        wide = max(map(int.bit_length, rows), default=0)
        return cls(tuple(layer for layer in layers if layer.rows), rows, wide, x, y, cell)

    def crossings(self, spots: Sequence[tuple[float, float]]) -> list[float]:
        """What a leader costs at each spot of it that is over the picture."""
        all_of_it, left, top, cell = self.all_of_it, self.x, self.y, self.cell
        height = len(all_of_it)
        found: list[float] = []
        for x, y in spots:
            down = (y - top) / cell
            if 0 <= down < height and (across := (x - left) / cell) >= 0:
                row, column = int(down), int(across)
                if all_of_it[row] >> column & 1:
                    cost = 0.0
                    for rows, _, _, crossed in self.layers:
                        if row < len(rows) and rows[row] >> column & 1:
                            cost += crossed
                    found.append(cost)
        return found

    def cost(self, centre: Point, radius: float, crossings: Sequence[float], most: float) -> float:
        """What a ring of that radius costs, and its leader. From *most* on it isn't reckoned further."""
        cost = 0.0
        if windows := self._windows(centre, radius + _CLEAR):
            reach = (radius + _CLEAR) * (1 / self.cell)
            disc = math.pi * (reach * reach)
            for rows, whole, touched, _ in self.layers:
                if hit := _cells_under(rows, windows):
                    share = hit / disc
                    cost += whole * share
                    if touched and (
                        share > _SURELY or _touches(rows, self._windows(centre, radius + _TOUCH))
                    ):
                        cost += touched
                    if cost >= most:
                        return cost
        for crossed in crossings:
            cost += crossed
        return cost

    def _windows(self, centre: Point, radius: float) -> list[tuple[int, int]]:
        """The rows of cells of which a disc covers something, each with the bits of the cells that are under it."""
        per = 1 / self.cell
        across, down, reach = (centre.x - self.x) * per, (centre.y - self.y) * per, radius * per
        windows: list[tuple[int, int]] = []
        if not -reach <= across <= self.wide + reach:
            return windows
        square = reach * reach
        about = (1 << int(across + reach + 0.5)) - (1 << max(0, int(across - reach + 0.5)))
        first = max(0, int(down - reach))
        for row, cells in enumerate(self.all_of_it[first : int(down + reach) + 1], first):
            if cells & about:
                off = row + 0.5 - down
                half = square - off * off
                if half > 0:
                    half **= 0.5
                    left, right = max(0, int(across - half + 0.5)), int(across + half + 0.5)
                    if right > left and (window := cells & (1 << right) - (1 << left)):
                        windows.append((row, window))
        return windows

    def is_near(self, joint: Point, reach: float) -> bool:
        """Whether any of it may be so near, going by its size."""
        right, foot = self.x + self.wide * self.cell, self.y + len(self.all_of_it) * self.cell
        return self.x - reach < joint.x < right + reach and self.y - reach < joint.y < foot + reach


def _either(rows: tuple[int, ...]) -> int:
    return reduce(or_, rows)


def _cells_under(rows: Stencil, windows: Sequence[tuple[int, int]]) -> int:
    """How many cells of a layer are in windows of the silhouette that it is of."""
    height, hit = len(rows), 0
    for row, window in windows:
        if row < height and (inside := rows[row] & window):
            hit += inside.bit_count()
    return hit


def _touches(rows: Stencil, windows: Sequence[tuple[int, int]]) -> bool:
    """Whether any is."""
    height = len(rows)
    return any(row < height and rows[row] & window for row, window in windows)


_TOUCH, _SURELY = 0.2, 0.25
"""What is nearer to a ring than this, or under so much of it with its margin, is covered."""


@record
class Obstacles:
    """*solid* rectangles no callout or leader may touch, and *silhouettes* that they should not cover."""

    solid: tuple[Rect, ...]
    silhouettes: tuple[Silhouette, ...] = ()


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
    reach = _DISTANCES[-1] * size + size
    silhouettes = [silhouette for silhouette in obstacles.silhouettes if silhouette.is_near(joint, reach)]
    walls = [_Wall.around(rect, joint, size / 2) for rect in obstacles.solid]
    inner = area.inset(Insets.all(size / 2 - _SLACK))
    best, cost = None, _TOO_MUCH
    for widths in _DISTANCES:
        distance = widths * size
        if cost < distance:
            break
        edge = distance - size / 2
        about = [wall for wall in walls if wall.is_within(distance + size, joint)]
        near = [callout for callout in done if callout.is_within(distance + size + _CLEAR, joint)]
        for dx, dy in _DIRECTIONS:
            x, y = joint.x + dx * distance, joint.y + dy * distance
            if not (inner.x <= x <= inner.right and inner.y <= y <= inner.bottom):
                continue
            centre, foot = Point(x, y), Point(joint.x + dx * edge, joint.y + dy * edge)
            if _is_stopped(joint, centre, foot, about) or (near and _meets(joint, centre, foot, near, size)):
                continue
            own = distance + _covering(joint, centre, foot, silhouettes, size, cost - distance)
            if own < cost:
                best, cost = (centre, foot), own
                if own == distance:
                    return best
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
        return cuts(joint, tip, left, right, top, foot)


def _is_stopped(joint: Point, centre: Point, foot: Point, walls: Sequence[_Wall]) -> bool:
    """Whether a callout would touch a wall."""
    for wall in walls:  # noqa: SIM110  `any` takes twice as long
        if wall.stops(joint, centre, foot):
            return True
    return False


def _meets(joint: Point, centre: Point, foot: Point, done: Sequence[Callout], size: float) -> bool:
    """Whether a callout would touch one that is placed, or cross its leader."""
    near = size / 2 + _CLEAR
    for other in done:
        if (
            math.dist(centre, other.centre) < size + _CLEAR
            or crosses(joint, foot, other.joint, other.foot)
            or distance_to(*other.centre, *joint, *foot) < near
            or distance_to(*centre, *other.joint, *other.foot) < near
        ):
            return True
    return False


def _covering(
    joint: Point, centre: Point, foot: Point, silhouettes: Sequence[Silhouette], size: float, most: float
) -> float:
    """What a place costs besides its distance. From *most* on it isn't reckoned further."""
    cost = 0.0
    dx, dy = foot.x - joint.x, foot.y - joint.y
    spots = [(joint.x + dx * share, joint.y + dy * share) for share in _ALONG]
    crossings = []
    crossed_all = 0.0
    for silhouette in silhouettes:
        crossings.append(crossed := silhouette.crossings(spots))
        crossed_all += sum(crossed)
        if crossed_all > most + _SLACK:
            return math.inf
    for silhouette, crossed in zip(silhouettes, crossings, strict=True):
        cost += silhouette.cost(centre, size / 2, crossed, most - cost)
        if cost >= most:
            break
    return cost


_ALONG = (0.4, 0.7, 0.95)
"""Where leaders are looked at: what is next to the joint is what they point to."""
