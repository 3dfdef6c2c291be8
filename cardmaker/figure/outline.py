"""Flat shapes in the picture, in cm: the few that are made, and what they consist of."""

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


def disc(middle: Spot, radius: float, quarters: int = 8) -> Shape:
    """A round area."""
    return Point(middle).buffer(radius, quad_segs=quarters)


def bar(start: Spot, end: Spot, radius: float) -> Shape:
    """A straight rod."""
    return LineString([start, end]).buffer(radius, cap_style="round", quad_segs=6)


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


def ramp(x: float) -> float:
    """0 below 0, 1 above 1, smooth between."""
    x = max(0.0, min(1.0, x))
    return x * x * (3 - 2 * x)
