"""Dense outlines → few cubic curves, corners kept (after Schneider, *An Algorithm for Automatically Fitting
Digitized Curves*, Graphics Gems, 1990)."""

import itertools
from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LinearRing, LineString, Polygon

from cardmaker.figure.outline import Shape, Spot, parts
from cardmaker.namedtuple import NamedTuple

_CORNER = 38.0  # degrees of turn that make a corner
_STRAIGHT = 9.0  # a longer segment was drawn straight, not sampled from a curve
_ROUNDS = 4
_HOPELESS = 4.0  # a first try that misses by so many tolerances is not worth bettering
_TANGENT = 0.8  # cm over which a direction is taken
_SMALL = 9.0  # a ring up to this long may be off by no more than a share of its width
_SHARE, _FINE = 0.08, 0.12
_TINY = 1e-12

Dots: TypeAlias = NDArray[np.complex128]
"""Spots as complex numbers: a rotation is a product, a dot product the real part of one."""
Shares: TypeAlias = NDArray[np.float64]


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


class Trace(NamedTuple):
    """A ring or line as dense dots, cut at its corners: a curve is fitted to each stretch between two cuts."""

    dots: Dots
    cuts: tuple[int, ...]
    closed: bool


def traces(shape: Shape) -> Iterator[Trace]:
    """Every ring and line of a shape, ready to be fitted."""
    for part in parts(shape):
        if isinstance(part, Polygon):
            for ring in (part.exterior, *part.interiors):
                yield from _traced(_dots(ring)[:-1], True)
        elif isinstance(part, LinearRing):
            yield from _traced(_dots(part)[:-1], True)
        elif isinstance(part, LineString):
            dots = _dots(part)
            closed = len(dots) > 3 and bool(dots[0] == dots[-1])
            yield from _traced(dots[:-1] if closed else dots, closed)


def fitted(trace: Trace, tolerance: float) -> Subpath:
    """Curves that miss no dot of a trace by more than *tolerance* cm; small rings are fitted more closely."""
    if trace.closed:
        across, along = sorted((np.ptp(trace.dots.real), np.ptp(trace.dots.imag)))
        if along < _SMALL:
            tolerance = min(tolerance, max(_FINE, across * _SHARE))
    steps: list[Curve | Spot] = []
    for a, b in itertools.pairwise(trace.cuts):
        steps.extend(_stretch(trace.dots[a : b + 1], tolerance))
    return Subpath(_spot(trace.dots[0]), tuple(steps), trace.closed)


def _dots(shape: Shape) -> Dots:
    coordinates = shapely.get_coordinates(shape)
    dots: Dots = coordinates[:, 0] + 1j * coordinates[:, 1]
    return dots


def _spot(dot: complex) -> Spot:
    return float(dot.real), float(dot.imag)


def _traced(dots: Dots, closed: bool) -> Iterator[Trace]:
    if len(dots) < (3 if closed else 2):
        return
    cuts = _corners(dots, closed)
    if closed:
        first = cuts[0] if cuts else 0
        dots = np.concatenate([dots[first:], dots[: first + 1]])
        cuts = [*((cut - first for cut in cuts) if cuts else [0]), len(dots) - 1]
    else:
        cuts = [0, *cuts, len(dots) - 1]
    yield Trace(dots, tuple(cuts), closed)


def _corners(dots: Dots, closed: bool) -> list[int]:
    steps = np.diff(dots, prepend=dots[-1:], append=dots[:1])
    into, out = steps[:-1], steps[1:]
    turn = np.abs(np.degrees(np.angle(out * into.conj())))
    sharp = (turn > _CORNER) | (np.abs(into) > _STRAIGHT) | (np.abs(out) > _STRAIGHT)
    if not closed:
        sharp[[0, -1]] = False
    return [int(i) for i in np.flatnonzero(sharp)]


def _stretch(dots: Dots, tolerance: float) -> list[Curve | Spot]:
    if len(dots) < 2:
        return []
    if len(dots) == 2:
        return [_spot(dots[1])]
    found: list[Curve | Spot] = []
    _fit(dots, _tangent(dots), _tangent(dots[::-1]), tolerance, found)
    return found


def _tangent(dots: Dots) -> complex:
    """The direction in which a run of dots sets out, over its first bit."""
    last = 0j
    for dot in dots[1:8].tolist():
        last = dot - complex(dots[0])
        if abs(last) >= _TANGENT:
            break
    return last / (abs(last) or 1.0)


def _fit(dots: Dots, out: complex, into: complex, tolerance: float, found: list[Curve | Spot]) -> None:
    start, end = complex(dots[0]), complex(dots[-1])
    if len(dots) == 2:
        third = abs(end - start) / 3
        found.append(_curve(start, start + out * third, end + into * third, end))
        return
    places, worst = _chords(dots), len(dots) // 2
    for _ in range(_ROUNDS):
        p1, p2, away = _least_squares(dots, places, out, into)
        misses = away.real**2 + away.imag**2
        worst = int(misses.argmax())
        if misses[worst] < tolerance**2:
            found.append(_curve(start, p1, p2, end))
            return
        if misses[worst] > (tolerance * _HOPELESS) ** 2:
            break
        places = _nearer(places, (start, p1, p2, end), away)
    split = min(max(worst, 1), len(dots) - 2)
    way = _tangent(dots[split:]) - _tangent(dots[split::-1])
    way /= abs(way) or 1.0
    _fit(dots[: split + 1], out, -way, tolerance, found)
    _fit(dots[split:], way, into, tolerance, found)


def _curve(*knots: complex) -> Curve:
    return Curve(*(_spot(knot) for knot in knots))


def _chords(dots: Dots) -> Shares:
    lengths = np.empty(len(dots))
    lengths[0] = 0.0
    np.cumsum(np.abs(dots[1:] - dots[:-1]), out=lengths[1:])
    return lengths / (lengths[-1] or 1.0)


def _dot(a: complex, b: complex) -> float:
    return a.real * b.real + a.imag * b.imag


def _least_squares(dots: Dots, places: Shares, out: complex, into: complex) -> tuple[complex, complex, Dots]:
    """The curve between the ends, along the tangents, that misses the dots least: its two middle knots, and
    by how much it misses each dot."""
    start, end = complex(dots[0]), complex(dots[-1])
    t, u = places, 1 - places
    b1, b2 = 3 * u * u * t, 3 * u * t * t
    rest = dots - start - (end - start) * (t * t * t + b2)
    c00, c01, c11 = float(b1 @ b1), float(b1 @ b2) * _dot(out, into), float(b2 @ b2)
    x0, x1 = _dot(complex(b1 @ rest), out), _dot(complex(b2 @ rest), into)
    chord, det = abs(end - start), c00 * c11 - c01 * c01
    reach_out = reach_in = 0.0
    if abs(det) > _TINY:
        reach_out, reach_in = (x0 * c11 - x1 * c01) / det, (c00 * x1 - c01 * x0) / det
    if not (1e-6 * chord < reach_out <= 3 * chord and 1e-6 * chord < reach_in <= 3 * chord):
        reach_out = reach_in = chord / 3
    away: Dots = (reach_out * out) * b1 + (reach_in * into) * b2 - rest
    return start + out * reach_out, end + into * reach_in, away


def _nearer(places: Shares, knots: tuple[complex, complex, complex, complex], away: Dots) -> Shares:
    """One Newton step for each dot towards its nearest place on the curve."""
    p0, p1, p2, p3 = knots
    t, u = places, 1 - places
    slope = (3 * (p1 - p0)) * (u * u) + (6 * (p2 - p1)) * (u * t) + (3 * (p3 - p2)) * (t * t)
    bend = (6 * (p2 - 2 * p1 + p0)) * u + (6 * (p3 - 2 * p2 + p1)) * t
    steep = slope.real**2 + slope.imag**2 + bend.real * away.real + bend.imag * away.imag
    steep[np.abs(steep) < _TINY] = _TINY
    moved: Shares = t - (away.real * slope.real + away.imag * slope.imag) / steep
    np.clip(moved, 0.0, 1.0, out=moved)
    moved[0], moved[-1] = 0.0, 1.0
    return np.maximum.accumulate(moved)
