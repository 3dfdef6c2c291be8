"""A placement → the matrix that brings its frame onto the page, and rectangles in the page's points."""

from typing import NamedTuple

from cardmaker.geometry import Rect, Size
from cardmaker.page import Placement
from cardmaker.paint.tokens import PT_PER_MM, numbers


class Matrix(NamedTuple):
    """x' = a·x + c·y + e and y' = b·x + d·y + f, in mm, y down; it turns by quarters and never scales."""

    a: int
    b: int
    c: int
    d: int
    e: float
    f: float

    def apply(self, box: Rect) -> Rect:
        """The upright rectangle that one becomes."""
        xs = [self.a * x + self.c * y + self.e for x, y in _corners(box)]
        ys = [self.b * x + self.d * y + self.f for x, y in _corners(box)]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    @property
    def operands(self) -> str:
        """The six numbers of a cm operator."""
        return f"{self.a} {self.b} {self.c} {self.d} {numbers(self.e, self.f)}"


def _corners(box: Rect) -> tuple[tuple[float, float], tuple[float, float]]:
    return (box.x, box.y), (box.right, box.bottom)


def matrix_of(placement: Placement) -> Matrix:
    """How a frame's millimetres become the page's."""
    x, y, (width, height) = placement.x, placement.y, placement.frame.size
    match placement.turn:
        case 0:
            return Matrix(1, 0, 0, 1, x, y)
        case 90:
            return Matrix(0, 1, -1, 0, x + height, y)
        case 180:
            return Matrix(-1, 0, 0, -1, x + width, y + height)
        case 270:
            return Matrix(0, -1, 1, 0, x, y + width)
    raise ValueError(f"a frame turns by 0, 90, 180 or 270 degrees, not by {placement.turn}")


def flip(size: Size) -> str:
    """The operands that turn a page's points from its bottom left into millimetres from its top left."""
    scale = f"{PT_PER_MM:.6f}"
    return f"{scale} 0 0 -{scale} 0 {numbers(size.height * PT_PER_MM, places=4)}"


def in_points(box: Rect, page: Size) -> str:
    """A rectangle as PDF writes it: left, bottom, right, top, in points from the bottom left."""
    edges = (box.x, page.height - box.bottom, box.right, page.height - box.y)
    return f"[{numbers(*(edge * PT_PER_MM for edge in edges), places=4)}]"
