"""What of a picture costs how much to cover → what a number's ring and its leader cost at a place."""

import math
from functools import lru_cache, reduce
from operator import or_

from cardmaker.geometry import Point
from cardmaker.namedtuple import NamedTuple
from cardmaker.picture.stencil import Stencil

CLEAR = 0.5
"""Between a ring and another, and what a ring keeps off everything else if it can, in mm."""
_TOUCH, _SURELY = 0.2, 0.25
"""What is nearer to a ring than this, or under so much of it with its margin, is covered."""
_ALONG = (0.4, 0.7, 0.95)
"""Where leaders are looked at: what is next to the joint is what they point to."""


class Layer(NamedTuple):
    """What of a picture costs how much to cover.

    Covering all of a ring's room of it costs *whole*, covering any of it *touched*, and a leader across it *crossed*.
    """

    rows: Stencil
    whole: float
    touched: float = 0.0
    crossed: float = 0.0


class Silhouette(NamedTuple):
    """A picture that callouts are around: its layers, where its top left is, and how wide its cells are, in mm."""

    layers: tuple[Layer, ...]
    x: float
    y: float
    cell: float


class RingGround:
    """A silhouette as rings of one radius, in mm, are tried on it.

    The rows of a layer are one number, row after row, with room for a ring around: what is under a ring is then found
    by a shift. Rings are tried to half a cell.
    """

    __slots__ = (
        "_all",
        "_around",
        "_bits",
        "_near",
        "_pad",
        "_stride",
        "_tall",
        "_wide",
        "layers",
        "picture",
    )

    def __init__(self, picture: Silhouette, radius: float) -> None:
        self.picture = picture
        self.layers = [layer for layer in picture.layers if layer.rows]
        self._around, self._near = (radius + CLEAR) / picture.cell, (radius + _TOUCH) / picture.cell
        self._wide = max((reduce(or_, layer.rows).bit_length() for layer in self.layers), default=0)
        self._tall = max((len(layer.rows) for layer in self.layers), default=0)
        self._pad = int(self._around) + 2
        size = -(-(self._wide + 4 * self._pad) // 8)
        self._stride = 8 * size
        first = 2 * self._pad * (self._stride + 1)
        self._bits = [_joined(layer.rows, size) << first for layer in self.layers]
        self._all = reduce(or_, self._bits, 0)

    def is_near(self, joint: Point, reach: float) -> bool:
        """Whether any of it may be so near, going by its size."""
        _, left, top, cell = self.picture
        right, foot = left + self._wide * cell, top + self._tall * cell
        return left - reach < joint.x < right + reach and top - reach < joint.y < foot + reach

    def crossing(self, joint: Point, foot: Point) -> float:
        """What a leader costs, from a joint to the foot of its ring."""
        _, left, top, cell = self.picture
        wide, tall, stride, before, covered = self._wide, self._tall, self._stride, 2 * self._pad, self._all
        across, down = (joint.x - left) / cell, (joint.y - top) / cell
        dx, dy = (foot.x - left) / cell - across, (foot.y - top) / cell - down
        cost = 0.0
        for share in _ALONG:
            x, y = across + dx * share, down + dy * share
            if 0 <= x < wide and 0 <= y < tall:
                spot = (int(y) + before) * stride + int(x) + before
                if covered >> spot & 1:
                    for bits, layer in zip(self._bits, self.layers, strict=True):
                        if bits >> spot & 1:
                            cost += layer.crossed
        return cost

    def cost(self, centre: Point, most: float) -> float:
        """What a ring costs. From *most* on it isn't reckoned further."""
        _, left, top, cell = self.picture
        column, right = divmod(round(2 * (centre.x - left) / cell), 2)
        row, low = divmod(round(2 * (centre.y - top) / cell), 2)
        pad, stride, cost = self._pad, self._stride, 0.0
        if not (-pad <= column < self._wide + pad and -pad <= row < self._tall + pad):
            return cost
        begin = (row + pad) * stride + column + pad
        disc, cells = _disc(self._around, pad, stride, right, low)
        if not self._all >> begin & disc:
            return cost
        for bits, (_, whole, touched, _) in zip(self._bits, self.layers, strict=True):
            if hit := (bits >> begin & disc).bit_count():
                share = hit / cells
                cost += whole * share
                if touched and (
                    share > _SURELY or bits >> begin & _disc(self._near, pad, stride, right, low)[0]
                ):
                    cost += touched
                if cost >= most:
                    break
        return cost


def _joined(rows: Stencil, size: int) -> int:
    """Rows of cells as one number, each in *size* bytes."""
    return int.from_bytes(b"".join([row.to_bytes(size, "little") for row in rows]), "little")


@lru_cache(maxsize=512)
def _disc(reach: float, pad: int, stride: int, right: int, low: int) -> tuple[int, int]:
    """The cells whose middles are under a disc, *pad* cells from the first row and column, and how many these are.

    *right* and *low*: it is half a cell further on.
    """
    disc = 0
    for row in range(2 * pad + 1):
        half = reach * reach - (row - pad + 0.5 - low / 2) ** 2
        if half > 0:
            middle, half = pad + right / 2, math.sqrt(half)
            left, end = math.ceil(middle - half - 0.5), math.floor(middle + half + 0.5)
            disc |= ((1 << end) - (1 << left)) << row * stride
    return disc, max(1, disc.bit_count())
