"""What a calibration sheet is read by, as strokes in mm: rules, combs that front and back share, stairs to the edge.

A comb has a stroke for each step. On the front its middle is missing; the back carries the middles, each moved
by its step against what is to be measured. Where back and front are out by just that step the middle falls into
its gap, and against the light one stroke of the comb is whole. The eye sees a kink of a few hundredths of a mm.
"""

from collections.abc import Iterator
from typing import Literal

from cardmaker.geometry import Point, Rect, Size
from cardmaker.layout.shapes import poly
from cardmaker.namedtuple import NamedTuple

FINE = tuple(step / 10 for step in range(-10, 11))
"""Steps in mm that most printers stay within."""
COARSE = tuple(step / 4 for step in range(-12, 13))
"""Steps in mm for printers that are far out."""

OVERLAP = 0.8
"""How far middles go on next to the ends, mm: they meet even where backs are out along the strokes, too."""


class Segment(NamedTuple):
    """A straight line between two points."""

    start: Point
    end: Point


class Comb(NamedTuple):
    """Strokes side by side, one for each step; *centre* is that of the middle one.

    An 'across' comb has upright strokes and shows how far backs are out to the right, a 'down' comb level ones.
    """

    way: Literal["across", "down"]
    steps: tuple[float, ...]
    pitch: float
    half: float
    gap: float
    centre: Point

    def places(self) -> Iterator[tuple[float, Point]]:
        """Each step, and the middle of its stroke on the front."""
        for number, step in enumerate(self.steps):
            yield (
                step,
                Point(self.centre.x + (number - (len(self.steps) - 1) / 2) * self.pitch, self.centre.y),
            )

    def front(self) -> Iterator[Segment]:
        """The strokes without their middles."""
        for _, place in self.places():
            yield self._stroke(place, -self.half, -self.gap)
            yield self._stroke(place, self.gap, self.half)

    def back(self, sheet: Size) -> Iterator[Segment]:
        """The middles, on a back page that is flipped on its upright edge."""
        for step, (x, y) in self.places():
            behind = Point(sheet.width - x, y)
            moved = (
                behind._replace(x=behind.x - step)
                if self.way == "across"
                else behind._replace(y=behind.y - step)
            )
            yield self._stroke(moved, -self.gap - OVERLAP, self.gap + OVERLAP)

    def _stroke(self, place: Point, start: float, end: float) -> Segment:
        x, y = place
        if self.way == "across":
            return Segment(Point(x, y + start), Point(x, y + end))
        return Segment(Point(x + start, y), Point(x + end, y))


def rule(start: Point, length: int, *, upright: bool) -> tuple[list[Segment], list[Segment]]:
    """A rule from *start*: its long end marks, and its line with ticks at every mm, longer at 5 and 10."""
    heights = {mm: 3.2 if mm % 10 == 0 else 2.2 if mm % 5 == 0 else 1.2 for mm in range(1, length)}
    ticks = [_across(start, mm, 0.0, height, upright) for mm, height in heights.items()]
    line = Segment(
        start, start._replace(y=start.y + length) if upright else start._replace(x=start.x + length)
    )
    return [_across(start, mm, -2.0, 5.0, upright) for mm in (0, length)], [line, *ticks]


def _across(start: Point, mm: float, near: float, far: float, upright: bool) -> Segment:
    x, y = start
    if upright:
        return Segment(Point(x + near, y + mm), Point(x + far, y + mm))
    return Segment(Point(x + mm, y + near), Point(x + mm, y + far))


class Stair(NamedTuple):
    """Bars that reach towards one edge of the sheet, each nearer by *step* and with a cap at its end."""

    edge: Literal["top", "right", "bottom", "left"]
    foot: float = 10.0
    step: float = 0.5
    pitch: float = 3.6
    bars: int = 17

    def distances(self) -> Iterator[float]:
        """How far from the edge each bar ends, mm: the farthest first."""
        return (number * self.step for number in reversed(range(self.bars)))

    def strokes(self, sheet: Size) -> Iterator[Segment]:
        """The bars and their caps."""
        for number, distance in enumerate(self.distances()):
            along = (number - (self.bars - 1) / 2) * self.pitch
            yield Segment(self.at(sheet, along, distance), self.at(sheet, along, self.foot))
            yield Segment(self.at(sheet, along - 1.1, distance), self.at(sheet, along + 1.1, distance))

    def at(self, sheet: Size, along: float, distance: float) -> Point:
        """The point so far from the edge, and so far along it from its middle."""
        width, height = sheet
        match self.edge:
            case "top":
                return Point(width / 2 + along, distance)
            case "bottom":
                return Point(width / 2 + along, height - distance)
            case "left":
                return Point(distance, height / 2 + along)
        return Point(width - distance, height / 2 + along)


class PinTarget(NamedTuple):
    """Where a pin pushed through a ring on the front comes out: a grid on the back, lines 1 mm apart."""

    centre: Point
    reach: int = 5

    def behind(self, sheet: Size) -> Point:
        """The middle of the grid on the back page."""
        return Point(sheet.width - self.centre.x, self.centre.y)

    def grid(self, sheet: Size) -> tuple[list[Segment], list[Segment]]:
        """The two lines through the middle, and the others."""
        x, y = self.behind(sheet)
        r = self.reach
        lines: dict[bool, list[Segment]] = {True: [], False: []}
        for mm in range(-r, r + 1):
            lines[mm == 0].append(Segment(Point(x + mm, y - r), Point(x + mm, y + r)))
            lines[mm == 0].append(Segment(Point(x - r, y + mm), Point(x + r, y + mm)))
        return lines[True], lines[False]


def drawn(strokes: Iterator[Segment] | list[Segment]) -> str:
    """Strokes as path data."""
    return " ".join(poly(stroke.start, stroke.end) for stroke in strokes)


def arrow(box: Rect) -> str:
    """A broad arrow that points up and fills a box, as path data from the box's own corner."""
    width, height = box.size
    neck, shaft = height * 0.46, width * 0.24
    return poly(
        (width / 2, 0),
        (width, neck),
        (width / 2 + shaft, neck),
        (width / 2 + shaft, height),
        (width / 2 - shaft, height),
        (width / 2 - shaft, neck),
        (0, neck),
        closed=True,
    )
