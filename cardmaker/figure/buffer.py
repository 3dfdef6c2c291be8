"""Triangles → a picture of what is nearest: for each pixel which triangle, where within it, and how near."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from cardmaker.figure.person import Faces, Flags, Numbers

NOTHING: Final = -1
_AT_ONCE: Final = 1_500_000  # pixels that are worked on together, for memory's sake


class Buffer:
    """A depth buffer; row 0 is the lowest, pixel (0, 0) lies at *corner*, *scale* pixels are a cm."""

    def __init__(self, corner: NDArray[np.float64], size: NDArray[np.float64], scale: float) -> None:
        self.corner, self.scale = corner, scale
        width, height = (int(side * scale) + 1 for side in size)
        self.shape = (height, width)
        self._depth = np.full(height * width, -np.inf)
        self._index = np.full(height * width, NOTHING, np.int64)
        self._bary = np.zeros((height * width, 2))

    @property
    def depth(self) -> Numbers:
        """How near each pixel is; larger is nearer, minus infinity where there is nothing."""
        return self._depth.reshape(self.shape)

    @property
    def index(self) -> NDArray[np.int64]:
        """The triangle seen at each pixel, NOTHING for none."""
        return self._index.reshape(self.shape)

    @property
    def bary(self) -> Numbers:
        """The shares of the triangle's second and third corner at each pixel."""
        return self._bary.reshape(*self.shape, 2)

    def draw(self, spots: NDArray[np.float64], near: Numbers, faces: Faces) -> None:
        """Draw triangles whose corners are seen at *spots*, in cm; what has the larger *near* hides the other."""
        x, y = ((spots - self.corner) * self.scale).T
        ax, ay = x[faces], y[faces]
        area = (ax[:, 1] - ax[:, 0]) * (ay[:, 2] - ay[:, 0]) - (ax[:, 2] - ax[:, 0]) * (ay[:, 1] - ay[:, 0])
        low = np.maximum(np.ceil(ay.min(1)), 0).astype(np.int64)
        high = np.minimum(np.floor(ay.max(1)), self.shape[0] - 1).astype(np.int64)
        rows = np.where(np.abs(area) > 1e-12, np.maximum(high - low + 1, 0), 0)
        face, row = _spread(rows, low)
        left, right = _span(ax[face], ay[face], row)
        first = np.maximum(np.ceil(left - 1e-9), 0).astype(np.int64)
        last = np.minimum(np.floor(right + 1e-9), self.shape[1] - 1).astype(np.int64)
        count = np.maximum(last - first + 1, 0)
        total = np.cumsum(count)
        slope = _slopes((ax, ay, area), near[faces])
        start = 0
        while start < len(count):
            done = total[start - 1] if start else 0
            end = max(start + 1, int(np.searchsorted(total, done + _AT_ONCE, "right")))
            piece = slice(start, end)
            self._fill(face[piece], row[piece], first[piece], count[piece], slope)
            start = end
        self._share((ax, ay, area))

    def slits(self, reach: int) -> Flags:
        """Where there is nothing, between things less than twice *reach* pixels apart."""
        solid = self.index != NOTHING
        slits: Flags = ~grown(~grown(solid, reach), reach) & ~solid
        return slits

    def clear(self, pixels: Flags) -> None:
        """Take away what is seen at some pixels."""
        self.index[pixels] = NOTHING
        self.depth[pixels] = -np.inf

    def fill(self, slits: Flags) -> None:
        """Fill what is empty with what is next to it."""
        while slits.any():
            before = int(slits.sum())
            for step in (1, -1, self.shape[1], -self.shape[1]):
                gap = np.flatnonzero(slits)
                beside = gap + step
                inside = (beside >= 0) & (beside < len(self._index))
                gap, beside = gap[inside], beside[inside]
                filled = self._index[beside] != NOTHING
                gap, beside = gap[filled], beside[filled]
                self._index[gap], self._depth[gap] = self._index[beside], self._depth[beside]
                self._bary[gap] = self._bary[beside]
                slits.flat[gap] = False
            if int(slits.sum()) == before:
                return

    def _fill(
        self,
        face: NDArray[np.int64],
        row: NDArray[np.int64],
        first: NDArray[np.int64],
        count: NDArray[np.int64],
        slope: tuple[Numbers, Numbers, Numbers],
    ) -> None:
        span, column = _spread(count, first)
        f, r = face[span], row[span]
        start, right, up = slope
        depth = start[f] + right[f] * column + up[f] * r
        pixel = r * self.shape[1] + column
        seen = np.flatnonzero(depth > self._depth[pixel])
        f, depth, pixel = f[seen], depth[seen], pixel[seen]
        np.maximum.at(self._depth, pixel, depth)
        nearest = np.flatnonzero(depth == self._depth[pixel])
        self._index[pixel[nearest]] = f[nearest]

    def _share(self, corners: tuple[Numbers, Numbers, Numbers]) -> None:
        """Work out where within its triangle each pixel is."""
        ax, ay, area = corners
        pixel = np.flatnonzero(self._index != NOTHING)
        f, (r, column) = self._index[pixel], np.divmod(pixel, self.shape[1])
        dx, dy = column - ax[f, 0], r - ay[f, 0]
        v = (dx * (ay[f, 2] - ay[f, 0]) - (ax[f, 2] - ax[f, 0]) * dy) / area[f]
        w = ((ax[f, 1] - ax[f, 0]) * dy - dx * (ay[f, 1] - ay[f, 0])) / area[f]
        self._bary[pixel] = np.column_stack([v, w])


def _slopes(corners: tuple[Numbers, Numbers, Numbers], near: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """How near each triangle's plane is at (0, 0), and how much nearer a pixel to the right and one up."""
    ax, ay, area = corners
    size = np.where(area == 0, 1.0, area)
    one, two = near[:, 1] - near[:, 0], near[:, 2] - near[:, 0]
    right = (one * (ay[:, 2] - ay[:, 0]) - two * (ay[:, 1] - ay[:, 0])) / size
    up = (two * (ax[:, 1] - ax[:, 0]) - one * (ax[:, 2] - ax[:, 0])) / size
    return near[:, 0] - right * ax[:, 0] - up * ay[:, 0], right, up


def _spread(
    count: NDArray[np.int64], first: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each of *count* numbers from *first* on: which row it belongs to, and the number."""
    owner = np.repeat(np.arange(len(count)), count)
    begin = np.repeat(np.cumsum(count) - count, count)
    return owner, first[owner] + np.arange(len(owner)) - begin


def _span(ax: Numbers, ay: Numbers, row: NDArray[np.int64]) -> tuple[Numbers, Numbers]:
    """From where to where a row crosses each triangle."""
    left, right = np.full(len(row), np.inf), np.full(len(row), -np.inf)
    for one, two in ((0, 1), (1, 2), (2, 0)):
        y0, y1 = ay[:, one], ay[:, two]
        crossed = (np.minimum(y0, y1) <= row) & (row <= np.maximum(y0, y1)) & (y0 != y1)
        share = (row - y0) / np.where(y0 == y1, 1.0, y1 - y0)
        at = ax[:, one] + share * (ax[:, two] - ax[:, one])
        left, right = (
            np.where(crossed, np.minimum(left, at), left),
            np.where(crossed, np.maximum(right, at), right),
        )
    return left, right


def grown(mask: Flags, reach: int) -> Flags:
    """A mask and what is within *reach* pixels of it."""
    wider = mask.copy()
    for _ in range(reach):
        step = wider.copy()
        step[1:] |= wider[:-1]
        step[:-1] |= wider[1:]
        step[:, 1:] |= wider[:, :-1]
        step[:, :-1] |= wider[:, 1:]
        wider = step
    return wider


def widened(values: Numbers, reach: int) -> Numbers:
    """The largest value within *reach* pixels of each."""
    for _ in range(reach):
        step = values.copy()
        np.maximum(step[1:], values[:-1], out=step[1:])
        np.maximum(step[:-1], values[1:], out=step[:-1])
        np.maximum(step[:, 1:], values[:, :-1], out=step[:, 1:])
        np.maximum(step[:, :-1], values[:, 1:], out=step[:, :-1])
        values = step
    return values
