"""Hatching: lines keep inside, cover the share they should, and leave holes open."""

import math

import pytest
from shapely.geometry import LineString, Polygon

from cardmaker.picture.hatching import Hatching, hatched

SQUARE = "M 0 0 L 40 0 L 40 40 L 0 40 Z"


def lines(data: str) -> list[LineString]:
    found = []
    for part in data.removeprefix("M ").split(" M "):
        start, end = part.split(" L ")
        found.append(LineString([tuple(map(float, start.split())), tuple(map(float, end.split()))]))
    return found


@pytest.mark.parametrize("angle", [-45, 0, 30, 45, 90])
def test_lines_lie_inside_at_their_angle_and_distance(angle: int) -> None:
    found = lines(hatched(SQUARE, Hatching(4, 1, "#000000", angle)))
    inside = Polygon([(0, 0), (40, 0), (40, 40), (0, 40)]).buffer(0.1)
    assert all(inside.covers(line) for line in found)
    for line in found:
        (x0, y0), (x1, y1) = line.coords
        off = (math.degrees(math.atan2(y0 - y1, x1 - x0)) - angle) % 180
        assert min(off, 180 - off) < 4  # ends are rounded
    assert sum(line.length for line in found) == pytest.approx(40 * 40 / 4, rel=0.1)


def test_a_hole_stays_open() -> None:
    ring = SQUARE + " M 10 10 L 10 30 L 30 30 L 30 10 Z"
    hole = Polygon([(10, 10), (10, 30), (30, 30), (30, 10)]).buffer(-0.1)
    assert not any(hole.intersects(line) for line in lines(hatched(ring, Hatching(3, 1, "#000000", 45))))


def test_a_curve_bounds_lines_as_it_runs() -> None:
    k = 0.5523 * 20
    disc = f"M 20 0 C 20 {k} {k} 20 0 20 C {-k} 20 -20 {k} -20 0 C -20 {-k} {-k} -20 0 -20 C {k} -20 20 {-k} 20 0 Z"
    found = lines(hatched(disc, Hatching(2, 1, "#000000", 45)))
    ends = [math.hypot(*spot) for line in found for spot in line.coords]
    assert ends and all(19.5 < end < 20.2 for end in ends)


def test_nothing_for_what_is_too_small() -> None:
    assert hatched("M 0.1 0.1 L 0.2 0.1 L 0.2 0.2 Z", Hatching(4, 1, "#000000", 0)) == ""
