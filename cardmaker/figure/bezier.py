"""Dense outlines → few cubic curves, corners kept (after Schneider, *An Algorithm for Automatically Fitting
Digitized Curves*, Graphics Gems, 1990)."""

import itertools
import math
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import LinearRing, LineString, Polygon

from cardmaker.figure.outline import Shape, Spot, parts

_CORNER = 38.0  # degrees of turn that make a corner
_STRAIGHT = 9.0  # a longer segment was drawn straight, not sampled from a curve
_ROUNDS = 5
_TANGENT = 0.8  # cm over which a direction is taken


class Curve(NamedTuple):
    """A cubic Bézier curve."""

    start: Spot
    out: Spot
    into: Spot
    end: Spot


class Subpath(NamedTuple):
    """A start and what follows: curves, and straight lines as spots."""

    start: Spot
    steps: tuple[Curve | Spot, ...]
    closed: bool


def subpaths(shape: Shape, tolerance: float) -> Iterator[Subpath]:
    """Fit every ring and line of a shape to within *tolerance*."""
    for part in parts(shape):
        if isinstance(part, Polygon):
            for ring in (part.exterior, *part.interiors):
                yield from _fitted([(x, y) for x, y, *_ in ring.coords][:-1], True, tolerance)
        elif isinstance(part, LinearRing):
            yield from _fitted([(x, y) for x, y, *_ in part.coords][:-1], True, tolerance)
        elif isinstance(part, LineString):
            spots = [(x, y) for x, y, *_ in part.coords]
            closed = len(spots) > 3 and spots[0] == spots[-1]
            yield from _fitted(spots[:-1] if closed else spots, closed, tolerance)


def _fitted(points: list[Spot], closed: bool, tolerance: float) -> Iterator[Subpath]:
    if len(points) < (3 if closed else 2):
        return
    cuts = _corners(points, closed)
    if closed:
        first = cuts[0] if cuts else 0
        points = points[first:] + points[: first + 1]
        cuts = [cut - first for cut in cuts] if cuts else [0]
        cuts.append(len(points) - 1)
    else:
        cuts = [0, *cuts, len(points) - 1]
    steps: list[Curve | Spot] = []
    for a, b in itertools.pairwise(cuts):
        steps.extend(_stretch(points[a : b + 1], tolerance))
    yield Subpath(points[0], tuple(steps), closed)


def _corners(points: list[Spot], closed: bool) -> list[int]:
    count = len(points)
    found = []
    for i in range(count) if closed else range(1, count - 1):
        a, b, c = points[i - 1], points[i], points[(i + 1) % count]
        one, two = (b[0] - a[0], b[1] - a[1]), (c[0] - b[0], c[1] - b[1])
        turn = math.degrees(math.atan2(one[0] * two[1] - one[1] * two[0], one[0] * two[0] + one[1] * two[1]))
        if abs(turn) > _CORNER or math.hypot(*one) > _STRAIGHT or math.hypot(*two) > _STRAIGHT:
            found.append(i)
    return found


def _stretch(points: list[Spot], tolerance: float) -> list[Curve | Spot]:
    if len(points) < 2:
        return []
    if len(points) == 2:
        return [points[1]]
    dots = np.array(points)
    found: list[Curve | Spot] = []
    _fit(dots, _tangent(dots), _tangent(dots[::-1]), tolerance, found)
    return found


Dots: TypeAlias = NDArray[np.float64]


def _tangent(dots: Dots) -> Dots:
    """The direction in which a run of points sets out, over its first bit."""
    away = dots[1:8] - dots[0]
    sizes = np.hypot(away[:, 0], away[:, 1])
    near = max(1, int(np.searchsorted(sizes, _TANGENT)))
    direction: Dots = away[near - 1] / (sizes[near - 1] or 1.0)
    return direction


def _fit(dots: Dots, out: Dots, into: Dots, tolerance: float, found: list[Curve | Spot]) -> None:
    if len(dots) == 2:
        third = float(np.hypot(*(dots[1] - dots[0]))) / 3
        found.append(_curve(np.array([dots[0], dots[0] + out * third, dots[1] + into * third, dots[1]])))
        return
    places = _chords(dots)
    worst = len(dots) // 2
    for _ in range(_ROUNDS):
        knots = _least_squares(dots, places, out, into)
        misses = np.hypot(*(_bernstein(places) @ knots - dots).T)
        worst = int(misses.argmax())
        if misses[worst] < tolerance:
            found.append(_curve(knots))
            return
        if misses[worst] > tolerance * 9:
            break
        places = _nearer(dots, places, knots)
    split = min(max(worst, 1), len(dots) - 2)
    tangent = _tangent(dots[split:]) - _tangent(dots[split::-1])
    tangent /= np.hypot(*tangent) or 1.0
    _fit(dots[: split + 1], out, -tangent, tolerance, found)
    _fit(dots[split:], tangent, into, tolerance, found)


def _curve(knots: Dots) -> Curve:
    return Curve(*((float(x), float(y)) for x, y in knots))


def _chords(dots: Dots) -> Dots:
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(dots, axis=0).T))])
    chords: Dots = lengths / (lengths[-1] or 1.0)
    return chords


def _bernstein(t: Dots) -> Dots:
    u = 1 - t
    return np.column_stack([u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t])


def _least_squares(dots: Dots, places: Dots, out: Dots, into: Dots) -> Dots:
    """The curve between the ends, along the tangents, that misses the points least."""
    start, end = dots[0], dots[-1]
    b = _bernstein(places)
    rest = dots - np.outer(b[:, 0] + b[:, 1], start) - np.outer(b[:, 2] + b[:, 3], end)
    c00, c01, c11 = (
        float(b[:, 1] @ b[:, 1]),
        float(b[:, 1] @ b[:, 2] * (out @ into)),
        float(b[:, 2] @ b[:, 2]),
    )
    x0, x1 = float(b[:, 1] @ (rest @ out)), float(b[:, 2] @ (rest @ into))
    chord, det = float(np.hypot(*(end - start))), c00 * c11 - c01 * c01
    reach_out = reach_in = 0.0
    if abs(det) > 1e-12:
        reach_out, reach_in = (x0 * c11 - x1 * c01) / det, (c00 * x1 - c01 * x0) / det
    if not (1e-6 * chord < reach_out <= 3 * chord and 1e-6 * chord < reach_in <= 3 * chord):
        reach_out = reach_in = chord / 3
    return np.array([start, start + out * reach_out, end + into * reach_in, end])


def _nearer(dots: Dots, places: Dots, knots: Dots) -> Dots:
    """One Newton step for each point towards its nearest place on the curve."""
    first = 3 * np.diff(knots, axis=0)
    second = 2 * np.diff(first, axis=0)
    u = 1 - places
    away = _bernstein(places) @ knots - dots
    slope = np.column_stack([u * u, 2 * u * places, places * places]) @ first
    bend = np.column_stack([u, places]) @ second
    steep = (slope * slope).sum(axis=1) + (bend * away).sum(axis=1)
    steep[np.abs(steep) < 1e-12] = 1e-12
    moved = np.clip(places - (away * slope).sum(axis=1) / steep, 0.0, 1.0)
    moved[0], moved[-1] = 0.0, 1.0
    return np.maximum.accumulate(moved)
