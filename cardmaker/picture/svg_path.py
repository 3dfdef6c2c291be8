"""SVG path data → segments of absolute lines and cubic curves, and the room they take."""

import math
import re
from collections.abc import Iterator

from cardmaker.geometry import Point, Rect
from cardmaker.picture.svg_matrix import Matrix

_TOKEN = re.compile(r"[ \t\r\n\f,]*([MmLlHhVvCcSsQqTtAaZz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_FLAG = re.compile(r"[ \t\r\n\f,]*([01])")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}

Segment = tuple[str, tuple[Point, ...]]
"""'M' and 'L' with one point, 'C' with three, 'Z' with none."""


def parse_path(data: str, limit: int = 30_000) -> list[Segment]:
    """Read path data. As browsers do, it is read up to the first mistake in it and the rest is left out.

    Reading stops once there are more than *limit* segments.
    """
    segments: list[Segment] = []
    pen = _Pen(segments)
    for command, numbers in _commands(data):
        if not segments and command not in "Mm":
            break
        pen.draw(command, numbers)
        if len(segments) > limit:
            break
    return segments


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with the numbers it takes once; repeated numbers repeat it."""
    command, wanted, at = "", 0, 0
    numbers: list[float] = []
    while token := _next_token(data, at, command, len(numbers)):
        at = token.end()
        word = token.group(1)
        if word.isalpha():
            if numbers:
                return
            command, wanted = word, _TAKES[word.upper()]
            if not wanted:
                yield command, []
            continue
        if not wanted:
            return
        numbers.append(float(word))
        if len(numbers) == wanted:
            yield command, numbers
            numbers = []
            command = {"M": "L", "m": "l"}.get(command, command)


def _next_token(data: str, at: int, command: str, have: int) -> re.Match[str] | None:
    """The token at a place; an arc's two flags are single digits that need no space after them."""
    flag = command in ("A", "a") and have in (3, 4)
    return (_FLAG if flag else _TOKEN).match(data, at)


class _Pen:
    """Turns commands of any kind into absolute segments."""

    def __init__(self, segments: list[Segment]) -> None:
        self._segments = segments
        self._at = self._start = Point(0.0, 0.0)
        self._handle: tuple[str, Point] = ("", self._at)

    def draw(self, command: str, numbers: list[float]) -> None:
        kind = command.upper()
        if self._segments and self._segments[-1][0] == "Z" and kind not in "MZ":
            self._add("M", self._at)
        if command.islower():
            numbers = self._absolute(kind, numbers)
        handle = self._handle
        self._handle = ("", self._at)
        match kind:
            case "M":
                self._start = Point(*numbers)
                self._add("M", self._start)
            case "L":
                self._add("L", Point(*numbers))
            case "H":
                self._add("L", Point(numbers[0], self._at.y))
            case "V":
                self._add("L", Point(self._at.x, numbers[0]))
            case "Z":
                self._segments.append(("Z", ()))
                self._at = self._start
            case "A":
                for curve in arc(self._at, *numbers):
                    self._add("C", *curve)
            case "C" | "S":
                first = Point(*numbers[:2]) if kind == "C" else self._mirrored("C", handle)
                second, end = Point(*numbers[-4:-2]), Point(*numbers[-2:])
                self._add("C", first, second, end)
                self._handle = ("C", second)
            case _:
                middle = Point(*numbers[:2]) if kind == "Q" else self._mirrored("Q", handle)
                self._add("C", *_raised(self._at, middle, Point(*numbers[-2:])))
                self._handle = ("Q", middle)

    def _absolute(self, kind: str, numbers: list[float]) -> list[float]:
        x, y = self._at
        if kind == "A":
            return [*numbers[:5], numbers[5] + x, numbers[6] + y]
        if kind == "V":
            return [numbers[0] + y]
        return [number + (y if i % 2 else x) for i, number in enumerate(numbers)]

    def _mirrored(self, kind: str, handle: tuple[str, Point]) -> Point:
        if handle[0] != kind:
            return self._at
        return Point(2 * self._at.x - handle[1].x, 2 * self._at.y - handle[1].y)

    def _add(self, kind: str, *points: Point) -> None:
        self._segments.append((kind, points))
        self._at = points[-1]


def _raised(start: Point, middle: Point, end: Point) -> tuple[Point, Point, Point]:
    """A quadratic curve as a cubic one."""
    return (
        Point(start.x + (middle.x - start.x) * 2 / 3, start.y + (middle.y - start.y) * 2 / 3),
        Point(end.x + (middle.x - end.x) * 2 / 3, end.y + (middle.y - end.y) * 2 / 3),
        end,
    )


def arc(
    start: Point, rx: float, ry: float, tilt: float, large: float, sweep: float, x: float, y: float
) -> Iterator[tuple[Point, Point, Point]]:
    """An elliptical arc as cubic curves of at most a quarter turn (SVG 1.1, appendix F.6)."""
    rx, ry = abs(rx), abs(ry)
    if start == (x, y):
        return
    if not rx or not ry:
        yield start, Point(x, y), Point(x, y)
        return
    sin, cos = math.sin(math.radians(tilt)), math.cos(math.radians(tilt))
    dx, dy = (start.x - x) / 2, (start.y - y) / 2
    px, py = (cos * dx + sin * dy) / rx, (cos * dy - sin * dx) / ry
    reach = px * px + py * py
    if reach < 1e-12:  # radii so large that the arc is a line
        yield start, Point(x, y), Point(x, y)
        return
    if reach > 1:
        rx, ry = rx * math.sqrt(reach), ry * math.sqrt(reach)
        px, py, reach = px / math.sqrt(reach), py / math.sqrt(reach), 1.0
    side = math.sqrt(max(0.0, 1 / reach - 1)) * (-1 if bool(large) == bool(sweep) else 1)
    cx, cy = side * py, -side * px
    first = math.atan2(py - cy, px - cx)
    angle = (math.atan2(-py - cy, -px - cx) - first) % math.tau
    if not sweep:
        angle -= math.tau
    unit = Matrix(cos * rx, sin * rx, -sin * ry, cos * ry, (start.x + x) / 2, (start.y + y) / 2)
    frame = unit.then_inside(Matrix(e=cx, f=cy))
    steps = max(1, math.ceil(abs(angle) / (math.pi / 2) - 1e-9))
    for step in range(steps):
        curve = _bow(first + angle * step / steps, angle / steps)
        first_handle, second_handle, end = (frame.apply(point) for point in curve)
        yield first_handle, second_handle, Point(x, y) if step == steps - 1 else end


def _bow(start: float, angle: float) -> tuple[Point, Point, Point]:
    """A piece of the unit circle as a cubic curve."""
    end, handle = start + angle, 4 / 3 * math.tan(angle / 4)
    return (
        Point(math.cos(start) - handle * math.sin(start), math.sin(start) + handle * math.cos(start)),
        Point(math.cos(end) + handle * math.sin(end), math.sin(end) - handle * math.cos(end)),
        Point(math.cos(end), math.sin(end)),
    )


def bounds(segments: list[Segment]) -> Rect:
    """The smallest rectangle around the drawn line, curves followed to their turning points."""
    xs: list[float] = []
    ys: list[float] = []
    at = Point(0.0, 0.0)
    for kind, points in segments:
        if not points:
            continue
        xs.append(points[-1].x)
        ys.append(points[-1].y)
        if kind == "C":
            xs += _turns(at.x, points[0].x, points[1].x, points[2].x)
            ys += _turns(at.y, points[0].y, points[1].y, points[2].y)
        at = points[-1]
    return Rect.around(xs, ys)


def _turns(p0: float, p1: float, p2: float, p3: float) -> Iterator[float]:
    """The extreme values a cubic takes between its ends, in one coordinate."""
    if min(p0, p3) <= min(p1, p2) and max(p1, p2) <= max(p0, p3):
        return
    a, b, c = p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0
    if abs(a) > 1e-12:
        root = b * b - 4 * a * c
        roots = [(-b + sign * math.sqrt(root)) / (2 * a) for sign in (1, -1)] if root >= 0 else []
    else:
        roots = [-c / b] if abs(b) > 1e-12 else []
    for t in roots:
        if 0 < t < 1:
            s = 1 - t
            yield s**3 * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t**3 * p3
