"""What is nearest is seen, slits are closed, borders become lines that end where they should."""

import numpy as np
import pytest
from shapely.geometry import Point

from cardmaker.figure.borders import Tracer, cracks, runs, smoothed
from cardmaker.figure.buffer import NOTHING, Buffer

SQUARE = np.array([(0, 1, 2), (0, 2, 3)])


def buffer(*squares: tuple[float, float, float, float]) -> Buffer:
    """Squares by left edge, size, and how near their left and their right edges are."""
    seen = Buffer(np.array([0.0, 0.0]), np.array([10.0, 10.0]), 4.0)
    for left, size, one, two in squares:
        right = left + size
        spots = np.array([(left, 0.0), (right, 0.0), (right, size), (left, size)])
        seen.draw(spots, np.array([one, two, two, one]), SQUARE)
    return seen


def test_a_triangle_covers_its_pixels() -> None:
    seen = buffer((2, 5, 0, 0))
    assert (seen.index != NOTHING).sum() == pytest.approx(25 * 16, rel=0.12)


def test_the_nearer_hides_the_farther_pixel_by_pixel() -> None:
    seen = buffer((0, 8, 0, 8), (0, 8, 8, 0))  # two that go through one another
    assert seen.depth[8, 4] == pytest.approx(7, abs=0.1) and seen.depth[8, 28] == pytest.approx(7, abs=0.1)
    assert seen.depth[8, 16] == pytest.approx(4, abs=0.1)


def test_shares_of_corners_give_back_the_place() -> None:
    seen = buffer((2, 5, 0, 5))
    rows, columns = np.nonzero(seen.index != NOTHING)
    b = seen.bary[rows, columns]
    corners = np.array([(2, 0), (7, 0), (7, 5), (2, 5)])[SQUARE][seen.index[rows, columns]]
    x = corners[:, 0, 0] * (1 - b.sum(1)) + corners[:, 1, 0] * b[:, 0] + corners[:, 2, 0] * b[:, 1]
    assert x == pytest.approx(columns / 4.0, abs=1e-6)


def test_a_slit_is_closed_and_a_gap_is_not() -> None:
    slit = buffer((0, 4, 0, 0), (4.6, 4, 1, 1))
    slit.fill(slit.slits(2))
    assert (slit.index[4, :32] != NOTHING).all()
    gap = buffer((0, 3, 0, 0), (6, 3, 1, 1))
    gap.fill(gap.slits(2))
    assert (gap.index[4, 14:22] == NOTHING).all()


def disc() -> np.ndarray:
    y, x = np.mgrid[0:80, 0:80]
    return np.asarray(np.hypot(x - 40, y - 40) < 24)


def test_an_area_is_as_large_as_its_mask_and_smooth() -> None:
    area = Tracer(np.array([0.0, 0.0]), 8.0).area(disc())
    assert area.area == pytest.approx(np.pi * 9, rel=0.02)
    assert area.length == pytest.approx(2 * np.pi * 3, rel=0.02)  # stairs would be longer by a quarter


def test_holes_stay_and_specks_go() -> None:
    mask = disc()
    mask[34:46, 34:46] = False
    mask[2:4, 2:4] = True
    area = Tracer(np.array([0.0, 0.0]), 8.0).area(mask)
    assert not area.contains(Point(5, 5)) and area.contains(Point(5, 3))
    assert area.geom_type == "Polygon"


def test_pixels_that_touch_at_corners_leave_no_area_open() -> None:
    rng = np.random.default_rng(7)
    mask = np.pad(rng.random((40, 40)) < 0.7, 3)
    area = Tracer(np.array([0.0, 0.0]), 1.0).area(mask, 0.3, 2.0)
    assert area.is_valid and area.area > 0.5 * mask.sum()


def test_runs_end_where_lines_meet_and_go_straight_on() -> None:
    labels = np.zeros((20, 20), int)
    labels[:, 10:] = 1
    labels[10:, 10:] = 2  # a T: the bar goes on, the stem ends at it
    found = runs(*cracks(labels))
    assert sorted(len(run.corners) for run in found) == [11, 21]
    stem = min(found, key=lambda run: len(run.corners))
    assert stem.open_start != stem.open_end  # one end at the bar, the other at the picture's edge


def test_twigs_are_left_out() -> None:
    beside = np.zeros((30, 30), int)
    beside[:, 10] = 1
    above = np.zeros((29, 30), int)
    above[15, 11:14] = 1
    assert len(runs(beside[:, :-1], above)) > len(runs(beside[:, :-1], above, twig=6)) == 1


@pytest.mark.parametrize("closed", [False, True])
def test_easing_keeps_ends_and_straight_lines(closed: bool) -> None:
    if closed:
        a = np.linspace(0, 2 * np.pi, 101)
        ring = np.column_stack([np.cos(a), np.sin(a)]) * 10
        assert np.hypot(*smoothed(ring, 2.0, closed=True).T) == pytest.approx(9.9, abs=0.15)
        return
    line = np.column_stack([np.arange(30.0), 2 * np.arange(30.0)])
    assert smoothed(line, 3.0, closed=False) == pytest.approx(line)
