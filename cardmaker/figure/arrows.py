"""Arrows and clocks of a pose → ink over the figure, with a rim of paper about them."""

import math
from collections.abc import Mapping

from shapely.affinity import translate
from shapely.geometry import LineString, Point

from cardmaker.figure.ink import Ink
from cardmaker.figure.outline import Shape, Spot, bar, disc, join, polygon
from cardmaker.figure.pose import Arrow
from cardmaker.namedtuple import NamedTuple

_RIM = 1.3
_CLEAR = 3.6  # cm from the body to the middle of an arrow's tail
_STEP = 0.5
_ABOVE_FLOOR = 1.8
"""cm between the floor line and what of an arrow is next to it: its rim would cut the line."""
_UNDER_FLOOR = 8.0
"""cm below the line from which an arrow is meant to be below it."""
_HEAD = 12.0
_WIDTH = 4.2


def draw_arrow(ink: Ink, shape: Shape) -> Shape:
    """Draw an arrow; → what callouts must not cross."""
    ink.area("paper", shape.buffer(_RIM))
    ink.area("arrow", shape)
    return shape


class Surroundings(NamedTuple):
    """What arrows are placed by: the joints' spots, the area that the figure covers, how many *times* larger than life
    the picture is, and whether there is a floor line, at height 0."""

    spots: Mapping[str, Spot]
    figure: Shape
    times: float = 1.0
    floor: bool = False


def arrow_area(arrow: Arrow, at: Surroundings) -> Shape:
    """Where an arrow is: next to what moves, and above the floor line."""
    shape = arrow_shape(*_ends(arrow, at), arrow.bow, both_ways=arrow.both_ways)
    low = shape.bounds[1]
    if at.floor and -_UNDER_FLOOR < low < _ABOVE_FLOOR:
        return translate(shape, 0, _ABOVE_FLOOR - low)
    return shape


def scaled(spot: Spot, times: float) -> Spot:
    """A spot of the pose in the picture."""
    return spot[0] * times, spot[1] * times


def _ends(arrow: Arrow, at: Surroundings) -> tuple[Spot, Spot]:
    if arrow.of is None:
        assert arrow.start is not None and arrow.end is not None
        return scaled(arrow.start, at.times), scaled(arrow.end, at.times)
    assert arrow.way is not None
    x, y = at.spots[arrow.of]
    dx, dy = arrow.off or arrow.way
    size = math.hypot(dx, dy) or 1.0
    clear = at.figure.buffer(_CLEAR)
    while clear.contains(Point(x, y)):
        x, y = x + dx / size * _STEP, y + dy / size * _STEP
    across, up = scaled(arrow.way, at.times)
    return (x, y), (x + across, y + up)


def arrow_shape(start: Spot, end: Spot, bow: float = 0.0, *, both_ways: bool = False) -> Shape:
    """An arrow that swells towards its head; *bow* bulges it to the left by a share of its length."""
    x, y = end[0] - start[0], end[1] - start[1]
    size = math.hypot(x, y) or 1.0
    bend = (
        (start[0] + end[0]) / 2 - y / size * bow * size * 2,
        (start[1] + end[1]) / 2 + x / size * bow * size * 2,
    )
    way = LineString(
        [
            (
                (1 - u) ** 2 * start[0] + 2 * u * (1 - u) * bend[0] + u * u * end[0],
                (1 - u) ** 2 * start[1] + 2 * u * (1 - u) * bend[1] + u * u * end[1],
            )
            for u in (i / 24 for i in range(25))
        ]
    )
    head = min(_HEAD, way.length * 0.5)
    begin = head * 0.82 if both_ways else 0.0
    shaft = _shaft(way, begin, way.length - head * 0.82, even=both_ways)
    heads = [_head(way, head)] + ([_head(way.reverse(), head)] if both_ways else [])
    return join([shaft, *heads]).buffer(0.25).buffer(-0.45).buffer(0.2)


def _normal(way: LineString, at: float) -> tuple[Spot, Spot]:
    a, b = way.interpolate(max(0.0, at - 0.15)), way.interpolate(at + 0.15)
    size = math.hypot(b.x - a.x, b.y - a.y) or 1.0
    here = way.interpolate(at)
    return (here.x, here.y), (-(b.y - a.y) / size, (b.x - a.x) / size)


def _shaft(way: LineString, begin: float, end: float, *, even: bool) -> Shape:
    one, two = [], []
    for i in range(15):
        share = i / 14
        (x, y), (nx, ny) = _normal(way, begin + (end - begin) * share)
        half = _WIDTH * (0.8 if even else 0.62 + 0.38 * share) / 2
        one.append((x + nx * half, y + ny * half))
        two.append((x - nx * half, y - ny * half))
    return polygon(one + two[::-1])


def _head(way: LineString, size: float) -> Shape:
    tip = way.interpolate(way.length)
    root = way.interpolate(way.length - size)
    x, y = tip.x - root.x, tip.y - root.y
    reach = math.hypot(x, y) or 1.0
    nx, ny = -y / reach * size * 0.46, x / reach * size * 0.46
    return polygon([(root.x + nx, root.y + ny), (tip.x, tip.y), (root.x - nx, root.y - ny)])


_CLOCK = 8.5


def clock_area(at: Spot) -> Shape:
    """Where a clock is."""
    return disc(at, _CLOCK + 1.6)


def draw_clock(ink: Ink, at: Spot) -> Shape:
    """Draw the sign of a hold; → the area that callouts must not cross."""
    x, y = at
    radius = _CLOCK
    face = disc(at, radius)
    hands = join(
        [bar(at, (x, y + radius * 0.58), 0.75), bar(at, (x + radius * 0.4, y - radius * 0.18), 0.75)]
    )
    knob = join(
        [
            bar((x, y + radius), (x, y + radius + 1.6), 1.1),
            bar((x - 1.6, y + radius + 2), (x + 1.6, y + radius + 2), 0.8),
        ]
    )
    ink.area("paper", face.buffer(_RIM))
    ink.area("arrow", join([face.difference(disc(at, radius - 1.7)), hands, knob]))
    return join([face, knob])
