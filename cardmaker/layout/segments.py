"""Lines from point to point → whether they meet, and how far they are from a spot."""

import math

from cardmaker.geometry import Point


def cuts(start: Point, end: Point, left: float, right: float, top: float, foot: float) -> bool:
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


def distance_to(x: float, y: float, ax: float, ay: float, bx: float, by: float) -> float:
    """From a spot to a segment."""
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    share = ((x - ax) * dx + (y - ay) * dy) / length if length else 0.0
    share = 0.0 if share < 0 else 1.0 if share > 1 else share
    return math.hypot(x - ax - share * dx, y - ay - share * dy)


def crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the lines from *a* to *b* and from *c* to *d* cross; to touch is not to cross."""
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(p: Point, q: Point, r: Point) -> float:
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
