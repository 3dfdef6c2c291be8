"""Flat shapes → smoother, rounder, blended shapes: what turns a mannequin of tubes into a body."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

Shape: TypeAlias = BaseGeometry
"""An area or a line in the picture: x to the right, y up, in cm."""
Spot: TypeAlias = tuple[float, float]

NOTHING: Shape = Polygon()


def polygon(points: Sequence[Spot] | NDArray[np.float64]) -> Shape:
    """The area inside a ring of points, mended where the ring crosses itself."""
    if len(points) < 3:
        return NOTHING
    area: Shape = Polygon(points)
    return area if area.is_valid else area.buffer(0)


def hull(points: Sequence[Spot] | NDArray[np.float64]) -> Shape:
    """The convex hull."""
    return LineString(points).convex_hull


def disc(middle: Spot, radius: float, quarters: int = 8) -> Shape:
    """A round area."""
    return Point(middle).buffer(radius, quad_segs=quarters)


def ellipse(middle: Spot, across: float, high: float, tilt: float = 0.0) -> Shape:
    """An ellipse by its half axes, *tilt* degrees anticlockwise."""
    round_ = shapely.affinity.scale(Point(0, 0).buffer(1, quad_segs=10), across, high)
    turned = shapely.affinity.rotate(round_, tilt, origin=(0, 0))
    return shapely.affinity.translate(turned, *middle)


def bar(start: Spot, end: Spot, radius: float, *, round_ends: bool = True) -> Shape:
    """A straight rod."""
    return LineString([start, end]).buffer(radius, cap_style="round" if round_ends else "flat", quad_segs=6)


def box(left: float, low: float, right: float, high: float, radius: float = 0.0) -> Shape:
    """An upright rectangle with round corners."""
    radius = max(0.0, min(radius, (right - left) / 2 - 0.01, (high - low) / 2 - 0.01))
    inner: Shape = shapely.box(left + radius, low + radius, right - radius, high - radius)
    return inner.buffer(radius, quad_segs=5) if radius else inner


def line(points: Iterable[Spot]) -> Shape:
    """An open line."""
    return LineString(list(points))


def join(shapes: Iterable[Shape]) -> Shape:
    """All of them as one."""
    return shapely.union_all([shape for shape in shapes if not shape.is_empty])


def moved(shape: Shape, x: float, y: float) -> Shape:
    """The shape somewhere else."""
    return shapely.affinity.translate(shape, x, y)


def blend(shape: Shape, radius: float) -> Shape:
    """Fill concave creases, as flesh does."""
    return shape.buffer(radius, quad_segs=6).buffer(-radius, quad_segs=6)


def rounded(shape: Shape, radius: float) -> Shape:
    """Round convex corners; slivers go."""
    return shape.buffer(-radius, quad_segs=6).buffer(radius, quad_segs=6)


def shadow(shape: Shape, reach: float, right: float = -0.55, up: float = 0.83) -> Shape:
    """The rim that light from one side doesn't reach."""
    rim = shape.difference(moved(shape, right * reach, up * reach)).buffer(-0.3).buffer(0.3, quad_segs=3)
    return join(area for area in areas(rim) if area.area > 2.5)


def through(points: Sequence[Spot] | NDArray[np.float64], *, closed: bool, steps: int = 4) -> list[Spot]:
    """A Catmull-Rom curve through the points, as many closer points."""
    knots = np.asarray(points, dtype=float)
    ahead = np.concatenate([knots[-1:], knots, knots[:2]] if closed else [knots[:1], knots, knots[-1:]])
    t = (np.arange(steps) / steps)[:, None]
    p0, p1, p2, p3 = (ahead[i : len(ahead) - 3 + i, None, :] for i in range(4))
    curve = 0.5 * (
        2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3
    )
    spots = [(float(x), float(y)) for x, y in curve.reshape(-1, 2)]
    if not closed:
        spots.append((float(knots[-1, 0]), float(knots[-1, 1])))
    return spots


def parts(shape: Shape) -> Iterator[Shape]:
    """The single areas or lines that a shape consists of."""
    if shape.is_empty:
        return
    inner = getattr(shape, "geoms", None)
    if inner is None:
        yield shape
        return
    for part in inner:
        yield from parts(part)


def areas(shape: Shape) -> Iterator[Polygon]:
    """The single areas of a shape; lines and points are left out."""
    return (part for part in parts(shape) if isinstance(part, Polygon))


def smooth(shape: Shape, sigma: float) -> Shape:
    """Low-pass the outline with a Gaussian over its length: joints come out organic."""
    return join(_smooth_area(area, sigma) for area in areas(shape) if area.area > 0.5)


_TAPS = 7


def _smooth_area(area: Polygon, sigma: float) -> Shape:
    holes = [_smooth_ring(h.coords, sigma) for h in area.interiors if LineString(h.coords).length > 6 * sigma]
    result: Shape = Polygon(_smooth_ring(area.exterior.coords, sigma), holes)
    return result if result.is_valid else result.buffer(0)


def _smooth_ring(coords: shapely.coords.CoordinateSequence, sigma: float) -> NDArray[np.float64]:
    ring = np.asarray(coords, dtype=float)[:, :2]
    far = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(ring, axis=0).T))])
    step = sigma / 2.2
    count = max(24, int(far[-1] / step))
    places = np.arange(count) * (far[-1] / count)
    points = np.column_stack([np.interp(places, far, ring[:, i]) for i in (0, 1)])
    weights = np.exp(-0.5 * (np.arange(-_TAPS, _TAPS + 1) * step / sigma) ** 2)
    weights /= weights.sum()
    around = np.vstack([points[-_TAPS:], points, points[:_TAPS]])
    return np.column_stack([np.convolve(around[:, i], weights, "valid") for i in (0, 1)])


def ramp(x: float) -> float:
    """0 below 0, 1 above 1, smooth between."""
    x = max(0.0, min(1.0, x))
    return x * x * (3 - 2 * x)


def distance(a: Spot, b: Spot) -> float:
    """How far apart two spots are."""
    return math.dist(a, b)
