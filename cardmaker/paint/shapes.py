"""Paths → shapes that a ReportLab canvas draws, by moving tokens and never by converting a number."""

import re
from collections.abc import Iterable
from functools import lru_cache

from cardmaker.errors import OutputError
from cardmaker.frame import Group, Path, Placed, Text
from cardmaker.geometry import MM_PER_PT, Rect

_COMMAND = re.compile(r" ?([MLCZ]) ?")
_FOREIGN = re.compile(r"[^MLCZ0-9 .-]")
_SHORT = 200
"""Shapes with no more characters are boxes, rules and marks, of which most come again and again."""
_OPERATORS = str.maketrans("MLCZ", "mlch")


class CanvasPath:
    """What `Canvas.drawPath` draws, in place of ReportLab's own path object (`Canvas.beginPath`).

    A path's data holds the numbers that a PDF wants, and only their operators are elsewhere. Reading them,
    calling moveTo, lineTo and curveTo and writing them again gives the same and took 0.29 s of CPU time for the
    artwork of the bundled plan, of 0.9 s for the whole build; moving the tokens takes 0.01 s.
    """

    def __init__(self, data: str) -> None:
        self._data = data

    def getCode(self) -> str:  # noqa: N802 - the name that drawPath calls it by
        """The operators, as ReportLab's path object gives them."""
        return _turned_short(self._data) if len(self._data) < _SHORT else _turned(self._data)


def check(path: Path) -> bool:
    """Whether anything shows of a path.

    OutputError if the data holds anything but plain numbers: a viewer would read '1e-05' as an operator.
    """
    if path.fill is None and path.stroke is None:
        return False
    foreign = _FOREIGN.search(path.data)
    if foreign:
        near = path.data[max(0, foreign.start() - 10) : foreign.end() + 10]
        raise OutputError(f"a path has '{near}' in it; write it with M, L, C, Z and plain numbers")
    return True


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


@lru_cache(maxsize=1 << 12)
def _turned_short(data: str) -> str:
    return _turned(data)


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
    left, top, right, bottom = _edges(path.data)
    half = path.width / 2 if path.stroke is not None else 0.0
    return Rect(left - half, top - half, right - left + 2 * half, bottom - top + 2 * half)


@lru_cache(maxsize=1 << 10)
def _edges(data: str) -> tuple[float, float, float, float]:
    values = [float(token) for token in _COMMAND.sub(" ", data).split()]
    xs, ys = values[::2] or [0.0], values[1::2] or [0.0]
    return min(xs), min(ys), max(xs), max(ys)


def union(boxes: Iterable[Rect]) -> Rect | None:
    """The smallest rectangle around all; None if there are none."""
    edges = [(box.x, box.y, box.right, box.bottom) for box in boxes]
    if not edges:
        return None
    lefts, tops, rights, bottoms = zip(*edges, strict=True)
    return Rect(min(lefts), min(tops), max(rights) - min(lefts), max(bottoms) - min(tops))


def boxes(items: tuple[Placed, ...], x: float, y: float) -> list[Rect]:
    """The rectangles that items cover."""
    found: list[Rect] = []
    for placed in items:
        left, top = x + placed.x, y + placed.y
        match placed.item:
            case Group(_, inner):
                found += boxes(inner, left, top)
            case Path() as path:
                box = bounds(path)
                found.append(box._replace(x=box.x + left, y=box.y + top))
            case Text() as text:
                size = text.size_pt * MM_PER_PT
                found.append(text.covers(left, top, size, 0.25 * size))
            case item:
                found.append(Rect(left, top, item.width, item.height))
    return found
