"""A printer that shifts, stretches and leaves margins: what pages are given to it, and what comes out."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardmaker.frame import Frame, Path, Placed
from cardmaker.geometry import Insets, Point, Rect, Size
from cardmaker.page import AS_IT_IS, Page, Placement
from cardmaker.press.duplex import Axis, Flip, axis, behind
from cardmaker.press.printer import Printer, extent, for_printer, losses

A4 = Size(210, 297)
INK = Path("M 0 0 L 10 0 L 10 6 L 0 6 Z", fill="#000000")
FRAME = Frame(Size(30, 20), (Placed(5, 4, INK),))
FAULTS = st.floats(-4, 4, allow_nan=False)
STRETCH = st.floats(0.97, 1.03)


def page(x: float = 40, y: float = 50, size: Size = A4) -> Page:
    """A page with one frame."""
    return Page(size, (Placement(FRAME, x, y, section="card"),))


def printed(page: Page, printer: Printer, fault: Point, box: Rect) -> Rect:
    """Where a printer that stretches about the middle and shifts by *fault* puts a rectangle of the page."""
    box = page.adjustment.of(box, page.size)
    cx, cy = page.size.width / 2, page.size.height / 2
    sx, sy = printer.stretch.turned if page.size.landscape else printer.stretch
    return Rect(
        cx + (box.x - cx) * sx + fault.x,
        cy + (box.y - cy) * sy + fault.y,
        box.width * sx,
        box.height * sy,
    )


@given(FAULTS, FAULTS, STRETCH, STRETCH)
def test_what_the_printer_does_is_made_good(dx: float, dy: float, across: float, down: float) -> None:
    printer = Printer("home", Point(dx, dy), Size(across, down))
    front, back = for_printer([page(), page()], printer, Flip.LONG)
    place = Rect(40, 50, 30, 20)
    assert printed(front, printer, Point(0, 0), place) == pytest.approx(place, abs=1e-9)
    assert printed(back, printer, Point(dx, dy), place) == pytest.approx(place, abs=1e-9)


@given(FAULTS, FAULTS, FAULTS, FAULTS)
def test_short_edge_undoes_the_same_mechanism(fx: float, fy: float, bx: float, by: float) -> None:
    """A device that shifts what it prints first by f, then by b, the second picture turned for the short edge."""
    place = Rect(40, 50, 30, 20)
    fault = Point(bx + fx, by - fy)  # as a long-edge sheet shows it: the front's own shift seen from behind
    printer = Printer("home", fault)
    for flip, way in ((Flip.LONG, 1), (Flip.SHORT, -1)):
        about = axis(flip, A4)
        assert about in (Axis.UPRIGHT, Axis.LEVEL)
        front = place._replace(x=place.x + fx, y=place.y + fy)
        _, back = for_printer([page(), page()], printer, flip)
        came_out = printed(back, printer, Point(way * bx, way * by), behind(place, A4, about))
        assert came_out == pytest.approx(behind(front, A4, about), abs=1e-9)


TURNS = st.floats(-0.5, 0.5, allow_nan=False)


def out_of_a_printer(at: Point, printer: Printer, fault: Point, turned: float, page: Page) -> Point:
    """Where a point of the page lands on paper that it stretches about its middle, turns clockwise, and moves."""
    x, y = page.adjustment.at(at, page.size)
    x, y = (x - 105) * printer.stretch.width, (y - 148.5) * printer.stretch.height
    far, angle = math.hypot(x, y), math.atan2(y, x) + math.radians(turned)
    return Point(105 + far * math.cos(angle) + fault.x, 148.5 + far * math.sin(angle) + fault.y)


@given(FAULTS, FAULTS, FAULTS, FAULTS, STRETCH, TURNS)
def test_fronts_land_where_they_belong_and_backs_behind_them(
    fx: float, fy: float, bx: float, by: float, stretch: float, turned: float
) -> None:
    """A device that moves fronts by f and backs by b, each as seen on its own side; fronts come out turned, too."""
    read = Point(
        bx + fx, by - fy
    )  # of backs against fronts; the front's own shift, seen from behind, goes left
    printer = Printer("home", read, Size(stretch, 1.0), front=Point(fx, fy), skew=turned)
    for flip, way in ((Flip.LONG, 1), (Flip.SHORT, -1)):
        front, back = for_printer([page(), page()], printer, flip)
        for at in (Point(19.05, 12.7), Point(190, 280)):
            landed = out_of_a_printer(at, printer, Point(fx, fy), turned, front)
            assert landed == pytest.approx(at, abs=0.05)
            behind_it = out_of_a_printer(at, printer, Point(way * bx, way * by), 0.0, back)
            assert behind_it == pytest.approx(at, abs=1e-9)


def test_margins_are_those_of_the_paper() -> None:
    """A page that comes out at 99.3 % leaves more paper bare than its own bars say, and a page that is moved on one
    side more than on the other: a bar 4.5 mm from the left edge is 105 - 100.5 x 0.993 = 5.2 mm from the paper's."""
    printer = Printer("home", stretch=Size(0.993, 0.993), margin=Insets.all(4.5))
    assert printer.unprintable(A4) == pytest.approx((5.508, 5.2035, 5.508, 5.2035))
    moved = Printer("home", margin=Insets.all(4.5), front=Point(1.0, -0.5))
    assert moved.unprintable(A4) == pytest.approx((4.0, 3.5, 5.0, 5.5))
    assert moved.unprintable(A4, Flip.LONG) == pytest.approx((4.0, 5.5, 5.0, 3.5))
    assert Printer("home", stretch=Size(0.99, 0.99)).unprintable(A4) == Insets.all(0.0), "nothing was read"


def test_only_backs_are_moved() -> None:
    printer = Printer("home", Point(0.5, -0.25))
    pages = for_printer([page()] * 4, printer, Flip.LONG)
    assert [(p.adjustment.dx, p.adjustment.dy) for p in pages] == [(0, 0), (-0.5, 0.25)] * 2
    assert all(p.adjustment is AS_IT_IS for p in for_printer([page()] * 2, printer, Flip.NONE))
    sorted_out = for_printer([page()] * 2, printer, Flip.LONG, backs="all")
    assert [p.adjustment.dx for p in sorted_out] == [-0.5, -0.5]
    assert for_printer([page()] * 2, printer, Flip.LONG, backs="none") == (page(), page())


def test_landscape_pages_are_stretched_and_never_moved() -> None:
    printer = Printer("home", Point(0.5, -0.25), Size(0.996, 1.001))
    for one in for_printer([page(size=A4.turned)] * 2, printer, Flip.LONG):
        assert (one.adjustment.dx, one.adjustment.dy) == (0, 0)
        assert one.adjustment.across == pytest.approx(1 / 1.001)
        assert one.adjustment.down == pytest.approx(1 / 0.996)


def test_content_in_the_margin_is_reported() -> None:
    printer = Printer("home", margin=Insets(4, 5, 12, 3))
    assert losses([page(-1, 50)], printer, Flip.NONE) == ()
    (loss,) = losses([page(-3.2, 50)], printer, Flip.NONE)
    assert (loss.section, loss.back, loss.edge, round(loss.depth, 2)) == ("card", False, "left", 1.2)
    (loss,) = losses([page(80, 277)], printer, Flip.NONE)
    assert (loss.edge, round(loss.depth, 2)) == ("bottom", 2.0)


def test_seen_from_behind_left_is_right() -> None:
    printer = Printer("home", margin=Insets(0, 8, 0, 2))
    pages = [page(0, 50), page(0, 50)]
    (loss,) = losses(pages, printer, Flip.LONG)
    assert (loss.back, loss.edge, loss.depth) == (True, "left", 3)


@pytest.mark.parametrize(
    ("turn", "box"),
    [(0, (5, 4, 10, 6)), (90, (10, 5, 6, 10)), (180, (15, 10, 10, 6)), (270, (4, 15, 6, 10))],
)
def test_turned_content_is_looked_at_where_it_lies(turn: int, box: tuple[float, ...]) -> None:
    one = Page(A4, (Placement(FRAME, 0, 0, turn, "card"),))
    edges = {"left": box[0], "top": box[1]}
    for edge, depth in edges.items():
        margin = Insets(depth + 1, 0, 0, 0) if edge == "top" else Insets(0, 0, 0, depth + 1)
        (loss,) = losses([one], Printer("home", margin=margin), Flip.NONE)
        assert (loss.edge, loss.depth) == (edge, pytest.approx(1))


def test_extent_is_that_of_ink() -> None:
    white = Path("M 0 0 L 30 0 L 30 20 L 0 20 Z", fill="#FFFFFF")
    line = Path("M 0 0 L 8 0", stroke="#000000", width=0.4)
    assert extent(Frame(Size(30, 20), (Placed(0, 0, white), Placed(5, 4, INK)))) == Rect(5, 4, 10, 6)
    assert extent(Frame(Size(30, 20), (Placed(2, 3, line),))) == pytest.approx(Rect(1.8, 2.8, 8.4, 0.4))
    assert extent(Frame(Size(30, 20), ())) is None
