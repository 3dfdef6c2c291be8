"""Placements and pages → the matrices that bring them onto a page of ReportLab's, in points from its bottom left."""

from functools import lru_cache

from cardmaker.geometry import Point, Rect, Size
from cardmaker.namedtuple import NamedTuple
from cardmaker.page import Adjustment, Page, Placement
from cardmaker.paint.tokens import PT_PER_MM, numbers


class Transform(NamedTuple):
    """x' = a·x + c·y + e and y' = b·x + d·y + f, as `Canvas.transform` takes it."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float


def matrix_of(placement: Placement) -> Transform:
    """How a frame's millimetres become the page's."""
    return _matrix(placement.x, placement.y, placement.turn, placement.scale, placement.frame.size)


@lru_cache(maxsize=256)
def operands(transform: Transform) -> str:
    """A matrix as it is written."""
    return numbers(*transform, places=6)


@lru_cache(maxsize=256)
def _matrix(left: float, top: float, turn: int, scale: float, size: Size) -> Transform:
    width, height = size.turned if turn % 180 else size
    right, bottom = round(left + width * scale, 3), round(top + height * scale, 3)
    x, y, scale = round(left, 3), round(top, 3), round(scale, 6)
    match turn:
        case 0:
            return Transform(scale, 0, 0, scale, x, y)
        case 90:
            return Transform(0, scale, -scale, 0, right, y)
        case 180:
            return Transform(-scale, 0, 0, -scale, right, bottom)
        case 270:
            return Transform(0, -scale, scale, 0, x, bottom)
    raise ValueError(f"a frame turns by 0, 90, 180 or 270 degrees, not by {turn}")


def paper(page: Page) -> str:
    """The operands that turn a page's points from its bottom left into adjusted millimetres from its top left."""
    return _paper(page.adjustment, page.size)


@lru_cache(maxsize=64)
def _paper(adjustment: Adjustment, size: Size) -> str:
    origin, right, below = (adjustment.at(point, size) for point in (Point(0, 0), Point(1, 0), Point(0, 1)))
    sides = (right.x - origin.x, origin.y - right.y, below.x - origin.x, origin.y - below.y)
    corner = numbers(origin.x * PT_PER_MM, (size.height - origin.y) * PT_PER_MM, places=4)
    return f"{numbers(*(side * PT_PER_MM for side in sides), places=6)} {corner}"


class Points(float):
    """A length that is written to a ten-thousandth of a point.

    ReportLab writes a thousandth of what is over 1000 points, which is an A3 page or a long one for a screen;
    what isn't exactly a float it writes as Python does.
    """

    __slots__ = ()

    @classmethod
    def of(cls, millimetres: float) -> "Points":
        """Millimetres as points."""
        return cls(round(millimetres * PT_PER_MM, 4))


def in_points(size: Size) -> tuple[Points, Points]:
    """A size in points."""
    return Points.of(size.width), Points.of(size.height)


def edges(box: Rect, page: Page) -> tuple[Points, ...]:
    """A rectangle of a page as PDF has it: left, bottom, right, top, in points from the bottom left."""
    there, height = page.adjustment.of(box, page.size), page.size.height
    return tuple(map(Points.of, (there.x, height - there.bottom, there.right, height - there.y)))
