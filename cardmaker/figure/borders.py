"""Borders between pixels → smooth lines and areas in cm.

A border is a crack between two pixels, an edge of the grid of pixels' corners. Cracks are chained into runs that end
where three meet, where the kind changes, or in the open; of runs that meet, two of one kind that go straight on are
one. Then they are smoothed along their length, ends kept.
"""

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Polygon

from cardmaker.figure.outline import NOTHING, Shape, areas
from cardmaker.figure.person import Flags
from cardmaker.namedtuple import NamedTuple

Kinds = NDArray[np.int64]
"""Kinds of cracks; 0 is none."""
_LOOK: Final = 7  # cracks over which a run's direction at its end is taken
_ON: Final = -0.35  # the cosine below which two ends go straight on


class CrackRun(NamedTuple):
    """A chain of corners (row, column), of one kind; *open_start* and *open_end* say that it ends in the open."""

    corners: tuple[tuple[int, int], ...]
    kind: int
    open_start: bool
    open_end: bool

    @property
    def closed(self) -> bool:
        """Whether it is a ring."""
        return len(self.corners) > 2 and self.corners[0] == self.corners[-1]


@dataclass(frozen=True)
class SmoothLine:
    """A smooth line of one kind, and whether its ends are in the open."""

    line: LineString
    kind: int
    open_start: bool
    open_end: bool


def runs(across: Kinds, above: Kinds, twig: int = 0) -> list[CrackRun]:
    """Chains of cracks: across[r, c] is between (r, c) and (r, c + 1), above[r, c] between (r, c) and (r + 1, c).

    Open twigs of fewer than *twig* cracks that grow from another line are left out.
    """
    links = _links(across, above)
    chains = _chains(links)
    while twig:
        cut = [c for c in chains if len(c) <= twig and (len(links[c[0]]) == 1) != (len(links[c[-1]]) == 1)]
        if not cut:
            break
        for chain in cut:
            for a, b in itertools.pairwise(chain):
                del links[a][b], links[b][a]
        chains = _chains(links)
    found = [
        CrackRun(
            tuple(chain), links[chain[0]][chain[1]], len(links[chain[0]]) == 1, len(links[chain[-1]]) == 1
        )
        for chain in chains
    ]
    return _joined(found)


Links = dict[tuple[int, int], dict[tuple[int, int], int]]


def _links(across: Kinds, above: Kinds) -> Links:
    links: Links = defaultdict(dict)
    for kinds, (dr, dc) in ((across, (0, 1)), (above, (1, 0))):
        rows, columns = np.nonzero(kinds)
        for r, c, kind in zip(rows.tolist(), columns.tolist(), kinds[rows, columns].tolist(), strict=True):
            a, b = (r + dr, c + dc), (r + 1, c + 1)
            links[a][b] = links[b][a] = kind
    return links


def _chains(links: Links) -> list[list[tuple[int, int]]]:
    """The chains between nodes; then the rings that have none."""
    through = {corner for corner, kinds in links.items() if len(kinds) == 2 and len(set(kinds.values())) == 1}
    ends: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    inside: set[tuple[int, int]] = set()
    chains = []
    for rings in (False, True):
        for corner in links:
            if (corner in through) is not rings or corner in inside:
                continue
            for following in links[corner]:
                if (corner, following) in ends:
                    continue
                chain = [corner, following]
                while chain[-1] in through and chain[-1] != corner:
                    one, two = links[chain[-1]]
                    chain.append(two if one == chain[-2] else one)
                ends |= {(corner, following), (chain[-1], chain[-2])}
                inside.update(chain[1:-1])
                chains.append(chain)
    return chains


def _joined(found: list[CrackRun]) -> list[CrackRun]:
    """Runs that go straight on through a node, as one."""
    ends: dict[tuple[int, int], list[tuple[int, bool]]] = defaultdict(list)
    for i, run in enumerate(found):
        if not run.closed:
            ends[run.corners[0]].append((i, True))
            ends[run.corners[-1]].append((i, False))
    onward: dict[tuple[int, bool], tuple[int, bool]] = {}
    for at in ends.values():
        while (pair := _straightest(found, [end for end in at if end not in onward])) is not None:
            onward[pair[0]], onward[pair[1]] = pair[1], pair[0]
    result: list[CrackRun] = []
    used: set[int] = set()
    for run in found:
        if run.closed:
            result.append(run)
    order = [(i, True) for i in range(len(found)) if (i, True) not in onward]
    order += [(i, False) for i in range(len(found)) if (i, False) not in onward]
    order += [(i, True) for i in range(len(found))]
    for i, from_start in order:
        if i in used or found[i].closed:
            continue
        result.append(_followed(found, onward, (i, from_start), used))
    return result


def _followed(
    found: list[CrackRun],
    onward: dict[tuple[int, bool], tuple[int, bool]],
    end: tuple[int, bool],
    used: set[int],
) -> CrackRun:
    first = end
    corners: list[tuple[int, int]] = []
    while True:
        i, from_start = end
        used.add(i)
        piece = found[i].corners if from_start else found[i].corners[::-1]
        corners += piece if not corners else piece[1:]
        last = (i, not from_start)
        if last not in onward or onward[last][0] in used:
            break
        end = onward[last]
    return CrackRun(tuple(corners), found[first[0]].kind, _is_open(found, first), _is_open(found, last))


def _is_open(found: list[CrackRun], end: tuple[int, bool]) -> bool:
    run = found[end[0]]
    return run.open_start if end[1] else run.open_end


def _straightest(
    found: list[CrackRun], at: list[tuple[int, bool]]
) -> tuple[tuple[int, bool], tuple[int, bool]] | None:
    best, pair = _ON, None
    for n, one in enumerate(at):
        for two in at[n + 1 :]:
            if found[one[0]].kind == found[two[0]].kind and one[0] != two[0]:
                cosine = float(_way(found, one) @ _way(found, two))
                if cosine < best:
                    best, pair = cosine, (one, two)
    return pair


def _way(found: list[CrackRun], end: tuple[int, bool]) -> NDArray[np.float64]:
    corners = found[end[0]].corners if end[1] else found[end[0]].corners[::-1]
    way = np.subtract(corners[min(_LOOK, len(corners) - 1)], corners[0]).astype(float)
    size = float(np.hypot(*way))
    return way / size if size else way


class Tracer:
    """From pixels to cm: pixel (0, 0) lies at *corner*, *scale* pixels are a cm."""

    def __init__(self, corner: NDArray[np.float64], scale: float) -> None:
        self.corner, self.scale = corner, scale

    def strokes(
        self, across: Kinds, above: Kinds, soft: Callable[[int], float], twig: float = 0.9
    ) -> Iterator[SmoothLine]:
        """Smooth lines along cracks, those of a kind eased over *soft* cm; open twigs of *twig* cm are left out.

        What ends at the picture's edge goes on beyond it, and isn't open.
        """
        edge = {0: (0, across.shape[0]), 1: (0, above.shape[1])}
        for run in runs(across, above, int(twig * self.scale)):
            line = LineString(self._eased(run, soft(run.kind)))
            ends = [
                open_ and not any(corner[k] in edge[k] for k in edge)
                for corner, open_ in ((run.corners[0], run.open_start), (run.corners[-1], run.open_end))
            ]
            yield SmoothLine(line, run.kind, *ends)

    def area(self, mask: Flags, soft: float = 0.2, least: float = 0.6) -> Shape:
        """The area of a mask, its outline eased over *soft* cm, without pieces and holes of less than *least* cm²."""
        if not mask.any():
            return NOTHING
        rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
        corner = (int(rows[0]), int(columns[0]))
        small = _without_corners(np.pad(mask[corner[0] : rows[-1] + 1, corner[1] : columns[-1] + 1], 1))
        rings = []
        for run in runs(*cracks(small)):
            if len(run.corners) < 8 or not run.closed:
                continue
            shifted = CrackRun(
                tuple((r + corner[0] - 1, c + corner[1] - 1) for r, c in run.corners), run.kind, False, False
            )
            ring = Polygon(self._eased(shifted, soft))
            rings.append(ring if ring.is_valid else ring.buffer(0))
        shape: Shape = NOTHING
        for ring in sorted((ring for ring in rings if ring.area > least), key=lambda ring: -ring.area):
            shape = shape.symmetric_difference(ring)
        return shapely.union_all([area for area in areas(shape) if area.area > least])

    def _eased(self, run: CrackRun, soft: float) -> NDArray[np.float64]:
        corners = np.array(run.corners, float)
        places = corners[:, ::-1] / self.scale - 0.5 / self.scale + self.corner
        return resampled(smoothed(places, soft * self.scale, closed=run.closed), 0.35)


def _without_corners(mask: Flags) -> Flags:
    """The mask without pixels that touch at a corner only, so that every outline is a ring that crosses nothing."""
    mask = mask.copy()
    while True:
        a, b, c, d = mask[:-1, :-1], mask[:-1, 1:], mask[1:, :-1], mask[1:, 1:]
        falling, rising = a & d & ~b & ~c, b & c & ~a & ~d
        if not (falling | rising).any():
            return mask
        mask[:-1, 1:] |= falling
        mask[:-1, :-1] |= rising


def cracks(labels: NDArray[np.generic]) -> tuple[Kinds, Kinds]:
    """Where neighbouring pixels differ: to the right, and upwards."""
    return (labels[:, :-1] != labels[:, 1:]).astype(np.int64), (labels[:-1] != labels[1:]).astype(np.int64)


def smoothed(places: NDArray[np.float64], sigma: float, *, closed: bool) -> NDArray[np.float64]:
    """A chain of places eased by a Gaussian of *sigma* places along it; the ends of an open one stay."""
    count = len(places) - 1 if closed else len(places)
    reach = min(max(1, int(3 * sigma)), count - 1)
    if reach < 1 or count < 4:
        return places
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    weights /= weights.sum()
    if closed:
        ring = places[:-1]
        around = np.vstack([ring[-reach:], ring, ring[:reach]])
    else:
        before = 2 * places[0] - places[1 : reach + 1][::-1]
        after = 2 * places[-1] - places[-reach - 1 : -1][::-1]
        around = np.vstack([before, places, after])
    eased = np.column_stack([np.convolve(around[:, k], weights, "valid") for k in (0, 1)])
    return np.vstack([eased, eased[:1]]) if closed else eased


def resampled(places: NDArray[np.float64], step: float) -> NDArray[np.float64]:
    """The same line with places every *step* or a little less."""
    far = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(places, axis=0).T))])
    count = max(2, int(far[-1] / step) + 1)
    at = np.linspace(0, far[-1], count + 1)
    return np.column_stack([np.interp(at, far, places[:, k]) for k in (0, 1)])
