"""A closed path and a hatching → the lines across what it encloses."""

import math
from collections.abc import Iterator

from cardmaker.namedtuple import NamedTuple

_STEPS = 6  # straight bits that stand for a curve
_LEAST = 0.25  # of the pitch: a shorter line would be a dot

Spot = tuple[float, float]


class Hatching(NamedTuple):
    """Parallel lines, in the units of the path: distance, width, colour, degrees anticlockwise."""

    pitch: float
    width: float
    colour: str
    angle: float


def hatched(data: str, hatching: Hatching) -> str:
    """Path data of lines across the area of *data* (nonzero rule), '' if none goes through.

    Lines of all areas of a picture lie on one ruled sheet, so that what is cut in two goes on as one.
    """
    turn = math.radians(hatching.angle)
    cos, sin = math.cos(turn), math.sin(turn)
    crossings: dict[int, list[tuple[float, int]]] = {}
    for ring in _rings(data):
        # turned so that the lines lie level; y goes down
        level = [((x * cos - y * sin), (x * sin + y * cos) / hatching.pitch) for x, y in ring]
        for (x0, y0), (x1, y1) in zip(level, [*level[1:], level[0]], strict=True):
            way = 1 if y1 > y0 else -1
            low, high = (y0, y1) if way > 0 else (y1, y0)
            for row in range(math.ceil(low), math.ceil(high)):
                share = (row - y0) / (y1 - y0)
                crossings.setdefault(row, []).append((x0 + (x1 - x0) * share, way))
    parts = []
    for row, found in sorted(crossings.items()):
        y = row * hatching.pitch
        for left, right in _insides(sorted(found)):
            if right - left >= hatching.pitch * _LEAST:
                ends = [(x * cos + y * sin, y * cos - x * sin) for x in (left, right)]
                parts.append("M {} {} L {} {}".format(*(_number(value) for end in ends for value in end)))
    return " ".join(parts)


def _insides(crossings: list[tuple[float, int]]) -> Iterator[Spot]:
    """From where to where a line runs inside."""
    wound, start = 0, 0.0
    for x, way in crossings:
        if wound == 0:
            start = x
        wound += way
        if wound == 0:
            yield start, x


def _rings(data: str) -> Iterator[list[Spot]]:
    """The rings of a path of M, L, C and Z, in straight bits."""
    for subpath in data.removeprefix("M ").split(" M "):
        ring: list[Spot] = []
        for curves in subpath.removesuffix(" Z").split(" C "):
            for place in curves.split(" L "):
                values = [float(token) for token in place.split()]
                if len(values) == 6:
                    ring.extend(_bits(ring[-1], values))
                else:
                    ring.append((values[0], values[1]))
        yield ring


def _bits(start: Spot, knots: list[float]) -> Iterator[Spot]:
    x0, y0, (x1, y1, x2, y2, x3, y3) = *start, knots
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        u = 1 - t
        a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def _number(value: float) -> str:
    text = f"{value:.1f}"
    return "0" if text == "-0.0" else text.removesuffix(".0")
