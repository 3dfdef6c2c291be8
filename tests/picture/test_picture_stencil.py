"""Shapes as the cells of a coarse grid that they cover."""

import pytest

from cardmaker.picture.stencil import CELL, stencil

SQUARE = "M 10 0 L 30 0 L 30 20 L 10 20 Z"
RING = "M 0 0 L 50 0 L 50 50 L 0 50 Z M 12 12 L 12 38 L 38 38 L 38 12 Z"
DISC = "M 100 50 C 100 77.6 77.6 100 50 100 C 22.4 100 0 77.6 0 50 C 0 22.4 22.4 0 50 0 C 77.6 0 100 22.4 100 50 Z"


def drawn(*paths: str) -> list[str]:
    """Rows of cells, those that are covered as #."""
    rows = stencil(paths)
    wide = max((row.bit_length() for row in rows), default=0)
    return ["".join(".#"[row >> n & 1] for n in range(wide)) for row in rows]


@pytest.mark.parametrize(
    ("paths", "rows"),
    [
        ((), []),
        ((SQUARE,), [".###", ".###"]),  # an edge that lies on one between cells touches both
        (("M 12 1 L 18 1 L 18 9 L 12 9 Z",), [".#"]),
        (("M 0 0 L 9 0 L 9 9 L 0 9 Z", "M 40 40 L 49 40 L 49 49 L 40 49 Z"), ["#", "", "", "", "....#"]),
        (("M -35 -35 L 5 -35 L 5 5 L -35 5 Z",), ["#"]),
    ],
)
def test_cells_are_those_that_shapes_are_in(paths: tuple[str, ...], rows: list[str]) -> None:
    assert [row.rstrip(".") for row in drawn(*paths)] == rows


def test_holes_are_not_covered() -> None:
    rows = drawn(RING)
    assert rows[0].startswith("#####")
    assert rows[2][2] == "."


def test_curves_are_followed() -> None:
    rows = drawn(DISC)
    covered = sum(row.count("#") for row in rows) * CELL * CELL
    assert covered == pytest.approx(3.1416 * 50 * 50, rel=0.16)
    assert rows[0][0] == rows[0][-1] == rows[-1][0] == ".", "corners are clear"
