"""Drawings of sheets: trims at true size, and the measures one would take."""

import pytest

from cardmaker.frame import Frame, Group, Path, Role, Text
from cardmaker.geometry import Point, Size
from cardmaker.layout.fixed.diagram import Punched, draw_diagram
from cardmaker.press.grid import Grid, arrange
from cardmaker.theme.stock import load_paper, load_stock


def grid_of(name: str, paper: str) -> Grid:
    stock = load_stock(name)
    return arrange(stock.size, load_paper(paper).size, stock.on(paper))


def outlines(frame: Frame) -> set[tuple[float, float]]:
    """The top left of each closed shape."""
    return {
        (round(placed.x, 3), round(placed.y, 3))
        for placed in frame.walk()
        if isinstance(placed.item, Path) and placed.item.data.endswith("Z")
    }


@pytest.mark.parametrize(("name", "paper"), [("avery-8373", "letter"), ("mini", "a4"), ("a7", "a4")])
def test_every_card_is_drawn_where_it_lies_with_its_position(name: str, paper: str) -> None:
    grid = grid_of(name, paper)
    frame = draw_diagram(grid, "Title")
    assert frame.size == grid.sheet
    assert outlines(frame) == {(round(cell.x, 3), round(cell.y, 3)) for cell in grid.cells()}
    said = frame.text.splitlines()
    assert [one for one in said if one.isdigit()][: grid.capacity] == [
        str(number + 1) for number in range(grid.capacity)
    ]


def test_it_has_the_measures_that_one_takes() -> None:
    said = draw_diagram(grid_of("avery-8373", "letter"), "Avery 8373").text.splitlines()
    for measure, times in (("12.7", 4), ("19.05", 2), ("88.9", 1), ("50.8", 1)):
        assert said.count(measure) == times
    assert "first 12.7, 19.05 mm from the top left" in said
    assert "step 101.6, 63.5 mm" in said


def test_nothing_is_measured_where_there_is_nothing() -> None:
    said = draw_diagram(grid_of("a7", "a4"), "A7").text.splitlines()
    assert not {"0", "0.12", "0.13"} & set(said)


@pytest.mark.parametrize(("turn", "centre"), [(0, (5, 10)), (90, (80, 5)), (180, (55, 80)), (270, (10, 55))])
def test_a_hole_turns_with_its_card(turn: int, centre: tuple[float, float]) -> None:
    grid = Grid(Size(100, 100), Size(60, 90), 1, 1, Point(0, 0), Size(60, 90), turn)
    frame = draw_diagram(grid, "X", holes=(Punched(Point(5, 10), 4),))
    assert (centre[0] - 2, centre[1] - 2) in outlines(frame)


def test_a_voice_hears_the_numbers_and_type_is_large_enough() -> None:
    frame = draw_diagram(grid_of("mini", "a3"), "Mini on a3")
    [placed] = frame.items
    assert isinstance(placed.item, Group) and placed.item.role is Role.FIGURE
    assert placed.item.alt.startswith("Mini on a3: 297 × 420 mm, 6 × 6 cards; each 44.45 × 63.5 mm")
    assert min(one.item.size_pt for one in frame.walk() if isinstance(one.item, Text)) >= 5


@pytest.mark.parametrize(("radius", "corner"), [(0.0, 5.0), (3.0, 6.0)])
def test_film_is_cut_outside_each_card_and_never_at_a_square_corner(radius: float, corner: float) -> None:
    grid = Grid(Size(200, 100), Size(60, 80), 2, 1, Point(20, 10), Size(66, 80))
    frame = draw_diagram(grid, "X", radius, film=3)
    cuts = [one for one in frame.walk() if isinstance(one.item, Path) and one.item.dash]
    assert [(one.x, one.y) for one in cuts] == [(17, 7), (83, 7)]
    assert all(isinstance(one.item, Path) and one.item.data.startswith(f"M {corner:g} 0 ") for one in cuts)
