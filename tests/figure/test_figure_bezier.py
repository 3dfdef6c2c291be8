"""Curves keep to the outline they were fitted to, keep its corners, and are few."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString

from cardmaker.figure.bezier import Curve, Subpath, fitted, traces
from cardmaker.figure.borders import resampled, smoothed
from cardmaker.figure.outline import disc, polygon

RADII = st.lists(st.floats(8, 14), min_size=6, max_size=14)


def drawn(sub: Subpath) -> LineString:
    """The curves as a line."""
    spots, t = [sub.start], np.linspace(0, 1, 30)[1:]
    for step in sub.steps:
        if isinstance(step, Curve):
            a, b, c, d = (np.array(knot) for knot in step)
            for u in t:
                v = 1 - u
                spots.append(tuple(v**3 * a + 3 * v * v * u * b + 3 * v * u * u * c + u**3 * d))
        else:
            spots.append(step)
    return LineString(spots)


@settings(max_examples=30, deadline=None)
@given(RADII, st.sampled_from([0.2, 0.5]))
def test_no_further_from_the_outline_than_allowed(radii: list[float], tolerance: float) -> None:
    count = len(radii)
    ring = [
        (r * math.cos(2 * math.pi * i / count), r * math.sin(2 * math.pi * i / count))
        for i, r in enumerate(radii)
    ]
    dense = resampled(np.array([*ring, ring[0]]), 0.3)
    shape = polygon(smoothed(dense, 4.0, closed=True))
    (trace,) = traces(shape)
    line = drawn(fitted(trace, tolerance))
    assert shapely.hausdorff_distance(line, shape.boundary) < tolerance * 1.5


@pytest.mark.parametrize("radius", [1.0, 2.0, 20.0])
def test_a_disc_stays_round(radius: float) -> None:
    (trace,) = traces(disc((0, 0), radius))
    line = drawn(fitted(trace, 0.65))
    off = [abs(math.hypot(*spot) - radius) for spot in line.coords]
    assert max(off) < min(0.65, max(0.12, 0.16 * radius)) + 0.02


def test_a_box_keeps_its_corners_and_straight_sides() -> None:
    (trace,) = traces(shapely.box(0, 0, 30, 20))
    steps = fitted(trace, 0.5).steps
    assert not any(isinstance(step, Curve) for step in steps)
    assert set(steps) == {(0, 0), (30, 0), (30, 20), (0, 20)}


def test_rougher_means_fewer() -> None:
    wave = LineString([(x / 4, 6 * math.sin(x / 14)) for x in range(400)])
    (trace,) = traces(wave)
    fine, rough = (len(fitted(trace, tolerance).steps) for tolerance in (0.05, 0.6))
    assert rough < fine < 40
