"""Marks with a class each, in the order they are laid down: what painting makes and the SVG is written from."""

from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from cardmaker.figure.outline import NOTHING, Shape, Spot, join, line


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
    "line": 0.9,
    "detail": 0.62,
    "feature": 1.05,
    "brow": 0.8,
    "fibre": 0.6,
    "hatch": 0.6,
    "muscle-edge": 0.6,
    "cable": 1.7,
    "floor": 0.8,
    "prop-line": 0.7,
}


_FINE: Final = 0.03  # cm that the edge of what hides something may be off


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

    def outlined(self, css: str, shape: Shape, edge: str = "line") -> None:
        """Lay down an area with a line about it."""
        self.area(css, shape, edge)

    def stroke(self, css: str, *spots: Spot) -> None:
        """Lay down a line through spots."""
        self.line(css, line(spots))

    def cleared(self) -> list[InkMark]:
        """The marks without what later areas hide."""
        kept: list[InkMark] = []
        cover = NOTHING
        shrunk: dict[str, Shape] = {}  # the cover without the half of a line that lies over its edge
        for mark in reversed(self.marks):
            if mark.kind == "line":
                if mark.css not in shrunk:
                    shrunk[mark.css] = cover.buffer(-LINES[mark.css] / 2, quad_segs=4)
                kept.append(mark._replace(shape=mark.shape.difference(shrunk[mark.css])))
            elif not cover.covers(mark.shape.buffer(-0.1, quad_segs=2)):
                kept.append(mark)
                cover = join([cover, mark.shape]).simplify(_FINE)
                shrunk.clear()
        return [mark for mark in reversed(kept) if not mark.shape.is_empty]

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
