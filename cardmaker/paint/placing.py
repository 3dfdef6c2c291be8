"""A placement → the matrix that brings its frame onto the page, and rectangles in the page's points."""

from typing import NamedTuple

from cardmaker.geometry import Rect, Size
from cardmaker.page import AS_IT_IS, Adjustment, Page, Placement
from cardmaker.paint.tokens import PT_PER_MM, numbers


class Matrix(NamedTuple):
    """x' = a·x + c·y + e and y' = b·x + d·y + f, in mm, y down; it turns by quarters."""

    a: float
    b: float
    c: float
    d: float
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
        return f"{numbers(self.a, self.b, self.c, self.d, places=6)} {numbers(self.e, self.f)}"


def _corners(box: Rect) -> tuple[tuple[float, float], tuple[float, float]]:
    return (box.x, box.y), (box.right, box.bottom)


def matrix_of(placement: Placement) -> Matrix:
    """How a frame's millimetres become the page's."""
    x, y, scale = placement.x, placement.y, placement.scale
    width, height = placement.box.size
    match placement.turn:
        case 0:
            return Matrix(scale, 0, 0, scale, x, y)
        case 90:
            return Matrix(0, scale, -scale, 0, x + width, y)
        case 180:
            return Matrix(-scale, 0, 0, -scale, x + width, y + height)
        case 270:
            return Matrix(0, -scale, scale, 0, x, y + height)
    raise ValueError(f"a frame turns by 0, 90, 180 or 270 degrees, not by {placement.turn}")


def window(box: Rect) -> str:
    """The operators that hide what lies outside a rectangle of the page, in its millimetres."""
    return f"{numbers(*box)} re W n\n"


def paper(page: Page) -> str:
    """The operands that turn a page's points from its bottom left into adjusted millimetres from its top left."""
    if page.adjustment == AS_IT_IS:
        scale = f"{PT_PER_MM:.6f}"
        return f"{scale} 0 0 -{scale} 0 {numbers(page.size.height * PT_PER_MM, places=4)}"
    x, y, width, height = page.adjustment.of(Rect(0, 0, 1, 1), page.size)
    across, down = numbers(width * PT_PER_MM, height * PT_PER_MM, places=6).split()
    corner = numbers(x * PT_PER_MM, (page.size.height - y) * PT_PER_MM, places=4)
    return f"{across} 0 0 -{down} {corner}"


def in_points(box: Rect, page: Size, adjustment: Adjustment = AS_IT_IS) -> str:
    """A rectangle as PDF writes it: left, bottom, right, top, in points from the bottom left."""
    box = box if adjustment == AS_IT_IS else adjustment.of(box, page)
    edges = (box.x, page.height - box.bottom, box.right, page.height - box.y)
    return f"[{numbers(*(edge * PT_PER_MM for edge in edges), places=4)}]"
