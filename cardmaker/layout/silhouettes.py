"""What of a picture costs how much to cover → what a number's ring and its leader cost at a place."""

import math
from collections.abc import Sequence
from functools import reduce
from itertools import zip_longest
from operator import or_

from cardmaker.geometry import Point
from cardmaker.namedtuple import NamedTuple
from cardmaker.picture.stencil import Stencil

CLEAR = 0.5
"""Between a ring and another, and what a ring keeps off everything else if it can, in mm."""


class Layer(NamedTuple):
    """What of a picture costs how much to cover.

    Covering all of a ring's room of it costs *whole*, covering any of it *touched*, and a leader across it *crossed*.
    """

    rows: Stencil
    whole: float
    touched: float = 0.0
    crossed: float = 0.0


class Silhouette(NamedTuple):
    """A picture that callouts are around: its layers, where its top left is, and how wide its cells are, in mm.

    *all_of_it* is what any layer has, *wide* the cells across it.
    """

    layers: tuple[Layer, ...]
    all_of_it: Stencil
    wide: int
    x: float
    y: float
    cell: float

    @classmethod
    def of(cls, layers: Sequence[Layer], x: float, y: float, cell: float) -> "Silhouette":
        """The silhouette that layers make."""
        rows = tuple(map(_either, zip_longest(*(layer.rows for layer in layers), fillvalue=0)))
        wide = max(map(int.bit_length, rows), default=0)
        return cls(tuple(layer for layer in layers if layer.rows), rows, wide, x, y, cell)

    def crossings(self, spots: Sequence[tuple[float, float]]) -> list[float]:
        """What a leader costs at each spot of it that is over the picture."""
        all_of_it, left, top, cell = self.all_of_it, self.x, self.y, self.cell
        height = len(all_of_it)
        found: list[float] = []
        for x, y in spots:
            down = (y - top) / cell
            if 0 <= down < height and (across := (x - left) / cell) >= 0:
                row, column = int(down), int(across)
                if all_of_it[row] >> column & 1:
                    cost = 0.0
                    for rows, _, _, crossed in self.layers:
                        if row < len(rows) and rows[row] >> column & 1:
                            cost += crossed
                    found.append(cost)
        return found

    def cost(self, centre: Point, radius: float, crossings: Sequence[float], most: float) -> float:
        """What a ring of that radius costs, and its leader. From *most* on it isn't reckoned further."""
        cost = 0.0
        if windows := self._windows(centre, radius + CLEAR):
            reach = (radius + CLEAR) * (1 / self.cell)
            disc = math.pi * (reach * reach)
            for rows, whole, touched, _ in self.layers:
                if hit := _cells_under(rows, windows):
                    share = hit / disc
                    cost += whole * share
                    if touched and (
                        share > _SURELY or _touches(rows, self._windows(centre, radius + _TOUCH))
                    ):
                        cost += touched
                    if cost >= most:
                        return cost
        for crossed in crossings:
            cost += crossed
        return cost

    def _windows(self, centre: Point, radius: float) -> list[tuple[int, int]]:
        """The rows of cells of which a disc covers something, each with the bits of the cells that are under it."""
        per = 1 / self.cell
        across, down, reach = (centre.x - self.x) * per, (centre.y - self.y) * per, radius * per
        windows: list[tuple[int, int]] = []
        if not -reach <= across <= self.wide + reach:
            return windows
        square = reach * reach
        about = (1 << int(across + reach + 0.5)) - (1 << max(0, int(across - reach + 0.5)))
        first = max(0, int(down - reach))
        for row, cells in enumerate(self.all_of_it[first : int(down + reach) + 1], first):
            if cells & about:
                off = row + 0.5 - down
                half = square - off * off
                if half > 0:
                    half **= 0.5
                    left, right = max(0, int(across - half + 0.5)), int(across + half + 0.5)
                    if right > left and (window := cells & (1 << right) - (1 << left)):
                        windows.append((row, window))
        return windows

    def is_near(self, joint: Point, reach: float) -> bool:
        """Whether any of it may be so near, going by its size."""
        right, foot = self.x + self.wide * self.cell, self.y + len(self.all_of_it) * self.cell
        return self.x - reach < joint.x < right + reach and self.y - reach < joint.y < foot + reach


def _either(rows: tuple[int, ...]) -> int:
    return reduce(or_, rows)


def _cells_under(rows: Stencil, windows: Sequence[tuple[int, int]]) -> int:
    """How many cells of a layer are in windows of the silhouette that it is of."""
    height, hit = len(rows), 0
    for row, window in windows:
        if row < height and (inside := rows[row] & window):
            hit += inside.bit_count()
    return hit


def _touches(rows: Stencil, windows: Sequence[tuple[int, int]]) -> bool:
    """Whether any is."""
    height = len(rows)
    return any(row < height and rows[row] & window for row, window in windows)


_TOUCH, _SURELY = 0.2, 0.25
"""What is nearer to a ring than this, or under so much of it with its margin, is covered."""
