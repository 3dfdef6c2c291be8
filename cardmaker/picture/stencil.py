"""Shapes of a pane → which cells of a coarse grid they cover: what callouts look at before they go somewhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from cardmaker.geometry import Point

CELL = 10.0
"""Units, 2 cm of the body: 0.4 mm on a pocket card, a seventh of a ring."""
_SCANS = (0.25, 0.75)
"""Where a row of cells is looked at, in shares of its height."""
_STEPS = (0.25, 0.5, 0.75, 1.0)
"""Where curves are followed: a quarter of a disc is then out by less than a line's width."""

Stencil = tuple[int, ...]
"""A number for each row of cells from the top; its bit n is set where the nth cell from the left is covered."""


def stencil(paths: Iterable[str]) -> Stencil:
    """The cells that paths cover or touch; a path's inner outlines are holes."""
    rows: dict[int, int] = defaultdict(int)
    for data in paths:
        for scan, crossings in _crossings(data).items():
            crossings.sort()
            for left, right in zip(crossings[::2], crossings[1::2], strict=True):
                first, last = max(0, int(left // CELL)), int(right // CELL)
                if last >= first:
                    rows[scan // len(_SCANS)] |= (1 << last + 1) - (1 << first)
    return tuple(rows[row] for row in range(max(rows, default=-1) + 1))


def _crossings(data: str) -> dict[int, list[float]]:
    """Where each scan that a path is in meets its outlines."""
    found: dict[int, list[float]] = defaultdict(list)
    for outline in _outlines(data):
        for one, other in pairwise([*outline, outline[0]]):
            high, low = (one, other) if one.y < other.y else (other, one)
            if high.y == low.y:
                continue
            slope = (low.x - high.x) / (low.y - high.y)
            for row in range(max(0, int(high.y // CELL)), int(low.y // CELL) + 1):
                for number, share in enumerate(_SCANS):
                    y = (row + share) * CELL
                    if high.y <= y < low.y:
                        found[row * len(_SCANS) + number].append(high.x + (y - high.y) * slope)
    return found


def _outlines(data: str) -> Iterator[list[Point]]:
    """The outlines of a path, curves followed."""
    points: list[Point] = []
    tokens, at, command = data.split(), 0, ""
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
            if command in "MZ" and points:
                yield points
                points = []
        elif command == "C":
            one, two, end = (Point(*map(float, tokens[at + n : at + n + 2])) for n in (0, 2, 4))
            points += _on_curve(points[-1], one, two, end)
            at += 6
        else:
            points.append(Point(float(tokens[at]), float(tokens[at + 1])))
            at += 2
    if points:
        yield points


def _on_curve(begin: Point, one: Point, two: Point, end: Point) -> list[Point]:
    found = []
    for step in _STEPS:
        back = 1 - step
        shares = back**3, 3 * back * back * step, 3 * back * step * step, step**3
        spots = [*zip(shares, (begin, one, two, end), strict=True)]
        found.append(Point(sum(s * p.x for s, p in spots), sum(s * p.y for s, p in spots)))
    return found
