"""Path data: numbers as short as they may be, shapes inside their extents, hatching cut at the edges."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from cardmaker.frame import Path
from cardmaker.geometry import Rect
from cardmaker.layout.shapes import circle, line, num, poly, rect, surface
from cardmaker.paint.shapes import bounds
from cardmaker.theme.theme import Surface, Theme
from tests.layout.layout_kit import theme

LENGTHS = st.floats(0.5, 200)
TOKENS = re.compile(r"(?:[MLCZ]|-?\d+(?:\.\d{1,3})?)(?: (?:[MLCZ]|-?\d+(?:\.\d{1,3})?))*")


def with_surface(**look: object) -> Theme:
    """The theme with a surface 'own'."""
    surfaces = {**theme().surfaces, "own": TypeAdapter(Surface).validate_python(look)}
    return theme().but(surfaces=surfaces)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.0001, "0"), (1.0, "1"), (1.5, "1.5"), (2.1234, "2.123"), (-3.25, "-3.25"), (100, "100")],
)
def test_number(value: float, text: str) -> None:
    assert num(value) == text


@given(st.floats(-1000, 1000))
def test_number_is_right_to_a_thousandth(value: float) -> None:
    assert float(num(value)) == pytest.approx(value, abs=0.000501)
    assert "e" not in num(value)


def test_shapes_in_tokens() -> None:
    assert line(10, 0) == "M 0 0 L 10 0"
    assert rect(10, 5) == "M 0 0 L 10 0 L 10 5 L 0 5 Z"
    assert poly((0, 0), (1, 2)) == "M 0 0 L 1 2"


@given(LENGTHS, LENGTHS, st.floats(0, 300))
def test_rounded_rectangle_fills_its_extent(width: float, height: float, radius: float) -> None:
    data = rect(width, height, radius)
    assert TOKENS.fullmatch(data)
    assert bounds(Path(data)) == pytest.approx((0, 0, width, height), abs=0.002)


def test_circle_touches_its_square() -> None:
    assert bounds(Path(circle(4))) == pytest.approx((0, 0, 4, 4))


@given(LENGTHS, LENGTHS, st.floats(0.3, 3))
def test_hatching_stays_in_its_rectangle(width: float, height: float, pitch: float) -> None:
    area = Rect(5, 7, width, height)
    looks = surface(with_surface(stroke="ink", hatch=[pitch, 0.1]), "own", area)
    for placed in looks:
        assert isinstance(placed.item, Path)
        about = bounds(Path(placed.item.data))
        inside = Rect(placed.x + about.x, placed.y + about.y, about.width, about.height)
        assert area.contains(inside, 0.002)
        assert TOKENS.fullmatch(placed.item.data)


def test_hatching_runs_at_a_pitch() -> None:
    [placed] = surface(with_surface(stroke="ink", hatch=[1, 0.1]), "own", Rect(0, 0, 10, 10))
    assert isinstance(placed.item, Path)
    starts = [float(x) for x in re.findall(r"M (\S+) 0 ", placed.item.data)]
    gaps = [after - before for before, after in pairwise(starts)]
    assert gaps == pytest.approx([2**0.5] * len(gaps), abs=0.002)


def test_outline_lies_inside_the_edge() -> None:
    [edge] = surface(with_surface(stroke="ink", width=0.5), "own", Rect(0, 0, 10, 6), 1)
    assert isinstance(edge.item, Path)
    assert (edge.x, edge.y) == (0.25, 0.25)
    assert bounds(Path(edge.item.data)) == pytest.approx((0, 0, 9.5, 5.5), abs=0.002)


def test_fill_comes_under_the_outline() -> None:
    under, over = surface(with_surface(fill="tint", stroke="ink", width=0.2), "own", Rect(0, 0, 10, 6))
    assert isinstance(under.item, Path)
    assert isinstance(over.item, Path)
    assert (under.item.fill, under.item.stroke) == ("#EEF3F3", None)
    assert (over.item.fill, over.item.stroke) == (None, "#15232B")


def test_empty_surface_draws_nothing() -> None:
    assert surface(with_surface(), "own", Rect(0, 0, 10, 6)) == []
