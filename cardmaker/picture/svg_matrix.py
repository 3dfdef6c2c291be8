"""SVG transforms → affine maps."""

import math
import re

from cardmaker.geometry import Point
from cardmaker.namedtuple import NamedTuple

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TRANSFORM = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")


class Matrix(NamedTuple):
    """An affine map: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then_inside(self, inner: "Matrix") -> "Matrix":
        """The map that applies *inner* first and this one to its outcome."""
        a, b, c, d, e, f = self
        return Matrix(
            a * inner.a + c * inner.b,
            b * inner.a + d * inner.b,
            a * inner.c + c * inner.d,
            b * inner.c + d * inner.d,
            a * inner.e + c * inner.f + e,
            b * inner.e + d * inner.f + f,
        )

    def apply(self, point: Point) -> Point:
        """Where a point goes."""
        return Point(
            self.a * point.x + self.c * point.y + self.e, self.b * point.x + self.d * point.y + self.f
        )

    @property
    def scale(self) -> float:
        """How much lengths grow, in the geometric mean over all directions."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def upright(self) -> bool:
        """Whether upright rectangles stay so."""
        return (self.b == 0 == self.c) or (self.a == 0 == self.d)


def parse_transform(text: str) -> Matrix:
    """Read a transform attribute; ValueError if it can't be understood."""
    matrix = Matrix()
    if _TRANSFORM.sub("", text).replace(",", " ").strip() not in ("", "none"):
        raise ValueError(f"transform '{text[:40]}'")
    for kind, arguments in _TRANSFORM.findall(text):
        numbers = [float(number) for number in _NUMBER.findall(arguments)]
        matrix = matrix.then_inside(_transform(kind, numbers))
    return matrix


def _transform(kind: str, numbers: list[float]) -> Matrix:
    match kind, numbers:
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case "translate", [x, *rest] if len(rest) < 2:
            return Matrix(e=x, f=rest[0] if rest else 0.0)
        case "scale", [x, *rest] if len(rest) < 2:
            return Matrix(a=x, d=rest[0] if rest else x)
        case "rotate", [angle]:
            sin, cos = math.sin(math.radians(angle)), math.cos(math.radians(angle))
            return Matrix(cos, sin, -sin, cos)
        case "rotate", [angle, x, y]:
            turned = _transform("rotate", [angle])
            return Matrix(e=x, f=y).then_inside(turned).then_inside(Matrix(e=-x, f=-y))
        case "skewX", [angle]:
            return Matrix(c=math.tan(math.radians(angle)))
        case "skewY", [angle]:
            return Matrix(b=math.tan(math.radians(angle)))
    raise ValueError(f"transform {kind} with {len(numbers)} numbers")
