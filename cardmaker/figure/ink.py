"""Marks with a class each, in the order they are laid down: what painting makes and the SVG is written from."""

from dataclasses import dataclass, field
from typing import Final, Literal

from cardmaker.figure.outline import Shape
from cardmaker.namedtuple import NamedTuple


class InkMark(NamedTuple):
    """An area or a line of one class; the class says its colour, and of a line also its width.

    An area may have an `edge`, the class of the line about it.
    """

    kind: Literal["area", "line"]
    css: str
    shape: Shape
    edge: str = ""


# Line classes and their widths in cm.
LINES: Final[dict[str, float]] = {
    "outline": 0.92,  # silhouettes
    "line": 0.68,  # one part before another, and kit
    "detail": 0.44,  # hems, fingers, hairline
    "fibre": 0.42,
    "hatch": 0.5,
    "muscle-edge": 0.45,
    "floor": 0.8,
}


@dataclass
class Ink:
    """Marks in order."""

    marks: list[InkMark] = field(default_factory=list)

    def area(self, css: str, shape: Shape, edge: str = "") -> None:
        """Lay down an area."""
        if not shape.is_empty and shape.area > 0.02:
            self.marks.append(InkMark("area", css, shape, edge))

    def line(self, css: str, shape: Shape) -> None:
        """Lay down a line."""
        if not shape.is_empty and shape.length > 0.2:
            self.marks.append(InkMark("line", css, shape))

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """What the marks cover, lines' widths counted: left, low, right, high."""
        boxes = []
        for mark in self.marks:
            half = LINES.get(mark.edge or mark.css, 0.0) / 2
            x0, y0, x1, y1 = mark.shape.bounds
            boxes.append((x0 - half, y0 - half, x1 + half, y1 + half))
        lows, highs = [b[:2] for b in boxes], [b[2:] for b in boxes]
        return (
            min(b[0] for b in lows),
            min(b[1] for b in lows),
            max(b[0] for b in highs),
            max(b[1] for b in highs),
        )
