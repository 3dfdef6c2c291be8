"""Paths → path operators, by moving tokens and never by converting a number."""

import re
from collections.abc import Iterable

from cardmaker.errors import OutputError
from cardmaker.frame import Path
from cardmaker.geometry import Rect
from cardmaker.paint.inks import SRGB, Inks
from cardmaker.paint.tokens import number, numbers

_COMMAND = re.compile(r" ?([MLCZ]) ?")
_FOREIGN = re.compile(r"[^MLCZ0-9 .-]")
_OPERATORS = str.maketrans("MLCZ", "mlch")


class Pen:
    """Content being written, and what the graphics state holds, so that only changes of it are written.

    A form starts with whatever its caller left, a page with what the standard says: *known* tells which.
    """

    def __init__(self, known: bool = True, inks: Inks = SRGB) -> None:
        self._inks = inks
        self.code: list[str] = []
        self._fill = "#000000" if known else ""
        self._stroke = ""
        self._width = -1.0
        self._dash: tuple[float, ...] | None = () if known else None
        self._round = False if known else None
        self._tracking = 0.0
        self._font, self._size = "", 0.0

    def fill(self, hexadecimal: str) -> None:
        """Set the fill colour."""
        if hexadecimal != self._fill:
            self._fill = hexadecimal
            self.code.append(self._inks.operator(hexadecimal))

    def lettering(self, font: str, size: float) -> None:
        """Set font and size, in mm."""
        if font != self._font or size != self._size:
            self._font, self._size = font, size
            self.code.append(f"/{font} {number(size, 4)} Tf")

    def tracking(self, space: float) -> None:
        """Set the space after each glyph, in mm."""
        if space != self._tracking:
            self._tracking = space
            self.code.append(f"{number(space, 4)} Tc")

    def prepare(self, path: Path) -> None:
        """Set what a path is painted with."""
        if path.fill is not None:
            self.fill(path.fill)
        if path.stroke is None:
            return
        if path.stroke != self._stroke:
            self._stroke = path.stroke
            self.code.append(self._inks.operator(path.stroke, stroke=True))
        if path.width != self._width:
            self._width = path.width
            self.code.append(f"{number(path.width)} w")
        if path.dash != self._dash:
            self._dash = path.dash
            self.code.append(f"[{numbers(*path.dash)}] 0 d")
        if path.round != self._round:
            self._round = path.round
            self.code.append("1 J 1 j" if path.round else "0 J 0 j")

    def suits(self, path: Path) -> bool:
        """Whether a path can be painted with what is set."""
        if path.fill is not None and path.fill != self._fill:
            return False
        stroke = (self._stroke, self._width, self._dash, self._round)
        return path.stroke is None or stroke == (path.stroke, path.width, path.dash, path.round)


def painted(path: Path) -> str:
    """The path itself and the operator that paints it; '' if nothing shows.

    OutputError if the data holds anything but plain numbers: a viewer would read '1e-05' as an operator.
    """
    if path.fill is None and path.stroke is None:
        return ""
    foreign = _FOREIGN.search(path.data)
    if foreign:
        near = path.data[max(0, foreign.start() - 10) : foreign.end() + 10]
        raise OutputError(f"a path has '{near}' in it; write it with M, L, C, Z and plain numbers")
    paint = "S" if path.fill is None else "f" if path.stroke is None else "B"
    even_odd = "*" if path.even_odd and path.fill is not None else ""
    return f"{_turned(path.data)} {paint}{even_odd}"


def _turned(data: str) -> str:
    """The operators behind their operands, as PDF has them: 'M 1 2 L 3 4 Z' is '1 2 m 3 4 l h'.

    Runs of curves are taken at once: half the time that it takes to look at each operator.
    """
    if not data.startswith("M "):
        return _turned_singly(data)
    turned = []
    for subpath in data[2:].split(" M "):
        body, closed, more = subpath.partition(" Z")
        if more:
            return _turned_singly(data)
        start, *curves = body.split(" C ")
        turned.append(_straight(start, "m"))
        if " L " in body:
            turned += [_straight(curve, "c") if " L " in curve else f"{curve} c" for curve in curves]
        elif curves:
            turned.append(f"{' c '.join(curves)} c")
        if closed:
            turned.append("h")
    return " ".join(turned)


def _straight(run: str, operator: str) -> str:
    """Operands, their operator, and the straight lines that follow."""
    first, *lines = run.split(" L ")
    return f"{first} {operator} {' l '.join(lines)} l" if lines else f"{first} {operator}"


def _turned_singly(data: str) -> str:
    """The same of any data, one operator after the other."""
    _, *tokens = _COMMAND.split(data)
    parts = [
        f"{operands} {command}" if operands else command
        for command, operands in zip(tokens[::2], tokens[1::2], strict=True)
    ]
    return " ".join(parts).translate(_OPERATORS)


def bounds(path: Path) -> Rect:
    """A rectangle around a path's points, control points among them, and its stroke."""
    values = [float(token) for token in _COMMAND.sub(" ", path.data).split()]
    xs, ys = values[::2] or [0.0], values[1::2] or [0.0]
    half = path.width / 2 if path.stroke is not None else 0.0
    return Rect(min(xs) - half, min(ys) - half, max(xs) - min(xs) + 2 * half, max(ys) - min(ys) + 2 * half)


def union(boxes: Iterable[Rect]) -> Rect | None:
    """The smallest rectangle around all; None if there are none."""
    edges = [(box.x, box.y, box.right, box.bottom) for box in boxes]
    if not edges:
        return None
    lefts, tops, rights, bottoms = zip(*edges, strict=True)
    return Rect(min(lefts), min(tops), max(rights) - min(lefts), max(bottoms) - min(tops))
