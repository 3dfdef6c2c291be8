"""Path data and transforms, against an independent reader and against known curves."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.geometry import Point, Rect
from cardmaker.picture.svg_matrix import Matrix, parse_transform
from cardmaker.picture.svg_path import Segment, bounds, parse_path

oracle = pytest.importorskip("svgelements")


def kinds(data: str) -> str:
    """The commands that are left."""
    return "".join(kind for kind, _ in parse_path(data))


def ends(data: str) -> list[Point]:
    """Where each segment ends."""
    return [points[-1] for _, points in parse_path(data) if points]


def point_on(start: Point, segment: Segment, t: float) -> Point:
    """A point of a line or curve."""
    p = [start, *segment[1]]
    while len(p) > 1:
        p = [Point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t) for a, b in pairwise(p)]
    return p[0]


@pytest.mark.parametrize(
    ("data", "expected", "last"),
    [
        ("M10-20.5.5 1e1 3,-2", "MLL", (3, -2)),
        ("m1 1 2 2h3v-4H0V0z", "MLLLLLZ", (0, 0)),
        ("M0 0a1 1 0 00 1 1a1,1,0,0,1-1-1", "MCC", (0, 0)),
        ("M1 1ZL5 5", "MZML", (5, 5)),
        ("M0 0 5 5 M9 9", "MLM", (9, 9)),
        ("M0 0Q5 5 10 0T20 0", "MCC", (20, 0)),
        ("M0 0A0 5 0 0 1 9 9", "MC", (9, 9)),
        ("M3 3A5 5 0 0 1 3 3", "M", (3, 3)),
    ],
)
def test_reads(data: str, expected: str, last: tuple[float, float]) -> None:
    assert kinds(data) == expected
    assert ends(data)[-1] == pytest.approx(last)


@pytest.mark.parametrize("data", ["", "   ", "L5 5", "garbage", "M", "M1", "<script>", "Z"])
def test_nothing_to_read(data: str) -> None:
    assert parse_path(data) == []


@pytest.mark.parametrize("data", ["M0 0L5 5L7", "M0 0L5 5 L x", "M0 0L5 5nan nan", "M0 0L5 5A1 1 0 2 0 9 9"])
def test_reads_up_to_a_mistake(data: str) -> None:
    assert kinds(data) == "ML"


def test_smooth_curves_mirror_the_last_handle() -> None:
    _, _, (_, points) = parse_path("M0 0C0 5 5 10 10 10S20 5 20 0")
    assert points[0] == Point(15, 10)
    _, (_, points) = parse_path("M2 3S20 5 20 0")
    assert points[0] == Point(2, 3)
    _, (_, quadratic), (_, smooth) = parse_path("M0 0Q6 6 12 0T24 0")
    assert quadratic[:2] == (Point(4, 4), Point(8, 4))
    assert smooth[:2] == (Point(16, -4), Point(20, -4))


@given(
    st.tuples(*[st.floats(-50, 50) for _ in range(4)]),
    st.floats(0.5, 60),
    st.floats(0.5, 60),
    st.floats(-180, 180),
    st.booleans(),
    st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_arc_follows_its_ellipse(
    box: tuple[float, float, float, float], rx: float, ry: float, tilt: float, large: bool, sweep: bool
) -> None:
    x1, y1, x2, y2 = (round(value, 2) for value in box)
    if math.hypot(x2 - x1, y2 - y1) < 0.5:
        return
    data = f"M{x1} {y1}A{rx:.3f} {ry:.3f} {tilt:.2f} {large:d} {sweep:d} {x2} {y2}"
    mine = parse_path(data)
    theirs = oracle.Path(data)[1]
    length = sum(1 for kind, _ in mine if kind == "C")
    assert 1 <= length <= 4
    assert mine[-1][1][-1] == Point(x2, y2)
    for step in range(length):
        start = mine[step][1][-1]
        middle = point_on(start, mine[step + 1], 0.5)
        wanted = theirs.point((step + 0.5) / length)
        tolerance = 1e-3 * max(theirs.rx, theirs.ry, 1)
        assert math.hypot(middle.x - wanted.x, middle.y - wanted.y) < tolerance


numbers = st.integers(-999, 999).map(lambda value: value / 10)


@st.composite
def path_data(draw: st.DrawFn) -> str:
    """Any commands but arcs, absolute and relative, in the spellings that editors write."""
    takes = {"L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "Z": 0, "M": 2}
    separator = draw(st.sampled_from([" ", ",", ", "]))
    data = f"M{draw(numbers)} {draw(numbers)}"
    for _ in range(draw(st.integers(1, 8))):
        command = draw(st.sampled_from(sorted(takes)))
        data += draw(st.sampled_from([command, command.lower()]))
        data += separator.join(str(draw(numbers)) for _ in range(takes[command]))
    return data


@given(path_data())
@settings(max_examples=150, deadline=None)
def test_agrees_with_an_independent_reader(data: str) -> None:
    mine = [value for kind, points in parse_path(data) if kind != "M" for p in points[-1:] for value in p]
    drawn = [s.end for s in oracle.Path(data) if type(s).__name__ not in ("Move", "Close")]
    assert mine == pytest.approx([value for p in drawn for value in (p.x, p.y)], abs=1e-6)


@given(path_data())
@settings(max_examples=60, deadline=None)
def test_bounds_hold_the_curve_and_touch_it(data: str) -> None:
    segments = parse_path(data)
    box = bounds(segments)
    seen = [segments[0][1][0]]
    at = seen[0]
    for segment in segments:
        if segment[1]:
            seen += (
                [point_on(at, segment, i / 40) for i in range(41)] if segment[0] != "M" else [segment[1][0]]
            )
            at = segment[1][-1]
    assert all(box.contains(Rect(p.x, p.y, 0, 0), 1e-6) for p in seen)
    slack = 0.01 * max(box.width, box.height, 1)
    assert min(p.x for p in seen) - box.x < slack
    assert box.bottom - max(p.y for p in seen) < slack


def mapped(matrix: Matrix) -> tuple[float, float]:
    """Where (3, 5) goes."""
    return matrix.apply(Point(3, 5))


@pytest.mark.parametrize(
    "text",
    [
        "translate(4)",
        "translate(4, -2) scale(2)",
        "scale(2 3), rotate(30)",
        "rotate(-45 10 20)",
        "skewX(20) skewY(-10)",
        "matrix(1 .5 -.5 1 7 8)\n translate(1e1-5)",
        "",
    ],
)
def test_transform_agrees_with_an_independent_reader(text: str) -> None:
    theirs = oracle.Matrix(text).point_in_matrix_space((3, 5))
    assert mapped(parse_transform(text)) == pytest.approx((theirs.x, theirs.y))


@pytest.mark.parametrize("text", ["rotate()", "spin(4)", "translate(1 2 3)", "scale(2", "matrix(1 2 3)"])
def test_transform_refuses(text: str) -> None:
    with pytest.raises(ValueError, match="transform"):
        parse_transform(text)
