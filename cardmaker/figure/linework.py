"""A stage read out → the lines of a drawing, in three weights: silhouettes, overlaps, details.

Lines follow the borders between pixels: of the figure against what is behind it, of a part before another (the skin
is torn: two neighbours in the picture lie far apart on the body at rest), of skin, clothes, hair and shoes. Where a
part goes over smoothly into the next the line ends, and tapers. Kit is drawn a weight lighter than the body, and so
are far limbs.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
import shapely
import shapely.ops
from numpy.typing import NDArray
from shapely.geometry import LineString

from cardmaker.figure.borders import Kinds, SmoothLine
from cardmaker.figure.ink import LINES, Ink
from cardmaker.figure.outline import NOTHING, Shape, parts, polygon
from cardmaker.figure.person import SEGMENT, SEGMENTS, Flags
from cardmaker.figure.stage import BODY, KNOT, SOLIDS, Stage, side_of
from cardmaker.figure.wardrobe import eye_sockets
from cardmaker.namedtuple import NamedTuple

OUTLINE, OVERLAP, DETAIL, KIT, KIT_DETAIL = 1, 2, 3, 4, 5
_CSS: Final = {OUTLINE: "outline", OVERLAP: "line", DETAIL: "detail", KIT: "line", KIT_DETAIL: "detail"}
_LEAST: Final = {OUTLINE: 2.0, OVERLAP: 2.2, DETAIL: 1.6, KIT: 1.0, KIT_DETAIL: 1.0}
"""cm, below which a line is dirt."""
_TORN: Final = 0.7
_SURELY: Final = 2.2
"""cm at rest between neighbouring pixels that make a tear, next to one that surely is one."""
_SLOPE: Final = 1.5
"""How often the step of the pixels next to them may be explained by the slope of the skin alone."""
_FINGERS: Final = 0.45
_FLOATS: Final = 5.0  # cm that a line with two open ends must have
_TAPER: Final = 3.6
_TIP: Final = 0.16
_BESIDE: Final = 0.7  # cm from a heavier line, where a lighter one would be a blot
_WITH_DIGITS: Final = [SEGMENT[f"{part}_{side}"] for part in ("hand", "foot") for side in "RL"]
_SOFT: Final = 0.28
_SOFT_KIT: Final = 0.12
_STRAIGHT: Final = 0.14  # cm that the lines of kit may be off, which is what a slanted row of pixels is


class _Pair(NamedTuple):
    """The two pixels of each crack of one direction, as slices of a picture."""

    one: tuple[slice, slice]
    two: tuple[slice, slice]
    axis: int


_ALL = slice(None)
_PAIRS: Final = (
    _Pair((_ALL, slice(None, -1)), (_ALL, slice(1, None)), 1),
    _Pair((slice(None, -1), _ALL), (slice(1, None), _ALL), 0),
)


def draw_lines(ink: Ink, stage: Stage, image: NDArray[np.int64], far: Flags, muscles: Shape) -> None:
    """Draw all lines: *image* holds the class of each pixel, *far* which show a far limb. Where *muscles* lie, the
    edges of clothes are left out, as if the cloth were of glass there."""
    beside, above = _kinds(stage, image, far)
    found = list(stage.tracer.strokes(beside, above, lambda kind: _SOFT_KIT if kind >= KIT else _SOFT))
    heavier: Shape = NOTHING
    marks: list[tuple[int, SmoothLine]] = []
    for kind in (KIT, OUTLINE, OVERLAP, KIT_DETAIL, DETAIL):
        kept = [stroke for stroke in found if stroke.kind == kind and _worth(stroke, heavier)]
        marks = [*((kind, stroke) for stroke in kept), *marks]
        if kept and kind in (OUTLINE, OVERLAP):
            heavier = heavier.union(
                shapely.union_all([stroke.line for stroke in kept]).buffer(_BESIDE, quad_segs=2)
            )
    for kind, stroke in marks:
        for piece in _clear(stroke, muscles) if kind == DETAIL else (stroke,):
            _draw(ink, _CSS[kind], piece)


def _worth(stroke: SmoothLine, heavier: Shape) -> bool:
    """Whether a line says something: long enough, held at an end, and not along a heavier one all along."""
    line, kind = stroke.line, stroke.kind
    ring = line.is_closed
    if line.length < _LEAST[kind] * (2 if ring else 1 if stroke.open_start or stroke.open_end else 0.3):
        return False
    if stroke.open_start and stroke.open_end and line.length < _FLOATS:
        return False
    if kind in (KIT, OUTLINE):
        return True
    return line.difference(heavier).length > 0.35 * line.length + 0.4 * (kind != KIT_DETAIL)


def _clear(stroke: SmoothLine, muscles: Shape) -> Iterator[SmoothLine]:
    """What of a line is clear of muscles; where it is cut it ends at a muscle's edge."""
    for piece in parts(stroke.line.difference(muscles)):
        if isinstance(piece, LineString) and piece.length > _LEAST[DETAIL]:
            yield SmoothLine(piece, stroke.kind, False, False)


def _draw(ink: Ink, css: str, stroke: SmoothLine) -> None:
    """A line; towards an open end it tapers."""
    line = stroke.line
    if stroke.kind >= KIT:
        line = LineString(line.simplify(_STRAIGHT).coords)
    long = line.length
    piece = min(_TAPER, long * (0.45 if stroke.open_start and stroke.open_end else 0.7))
    first, last = (piece if open_ else 0.0 for open_ in (stroke.open_start, stroke.open_end))
    if first or last:
        for way, size in ((line, first), (line.reverse(), last)):
            if size:
                ink.area("taper", _wedge(way, size, LINES[css]))
        line = LineString(shapely.ops.substring(line, first, long - last).coords)
    ink.line(css, line)


def _wedge(line: LineString, long: float, wide: float) -> Shape:
    """The first bit of a line as an area, a point at its start and as wide as the line at its end."""
    one, two = [], []
    for i in range(9):
        share = i / 8
        at, after = line.interpolate(long * share), line.interpolate(long * share + 0.1)
        dx, dy = after.x - at.x, after.y - at.y
        size = float(np.hypot(dx, dy)) or 1.0
        half = (_TIP + (wide - _TIP) * share**0.8) / 2
        one.append((at.x - dy / size * half, at.y + dx / size * half))
        two.append((at.x + dy / size * half, at.y - dx / size * half))
    return polygon(one + two[::-1])


# --- kinds of cracks ---------------------------------------------------------------------------------


def _kinds(stage: Stage, image: NDArray[np.int64], far: Flags) -> tuple[Kinds, Kinds]:
    thing, depth = stage.thing, stage.buffer.depth
    place = stage.spread(stage.place, np.nan)
    segment = stage.spread(stage.segment, -1).astype(np.int64)
    digit = stage.spread(stage.digit, 0).astype(np.int64)
    person = stage.body.wearer.person
    blind = stage.spread(eye_sockets(person, stage.place, stage.segment), 0) > 0
    pieces = _pieces(stage)
    torn, kinds = [], []
    for pair in _PAIRS:
        a, b = thing[pair.one], thing[pair.two]
        nearer_first = depth[pair.one] >= depth[pair.two]
        front = np.where(nearer_first, a, b)
        both = (a == BODY) & (b == BODY)
        kind = np.zeros(a.shape, np.int64)
        tear = np.where(blind[pair.one] | blind[pair.two], 0.0, _tear(place, pair, both))
        torn.append(tear)
        classes = image[pair.one] != image[pair.two]
        kind[both & classes] = DETAIL
        hands = both & np.isin(segment[pair.one], _WITH_DIGITS) & (segment[pair.one] == segment[pair.two])
        kind[hands & (digit[pair.one] != digit[pair.two]) & (tear > _FINGERS)] = DETAIL
        other = (a != b) & ~both
        knot = other & ((a == KNOT) | (b == KNOT))
        merged = pieces[np.maximum(a, 0)] == pieces[np.maximum(b, 0)]
        own_shoe = other & _own_shoe(a, b, segment[pair.one], segment[pair.two])
        kind[other & ~merged] = OVERLAP
        kind[other & ~merged & (np.minimum(a, b) >= SOLIDS)] = KIT_DETAIL
        kind[own_shoe | (knot & (a >= 0) & (b >= 0))] = DETAIL
        kind[(a == b) & (a >= KNOT) & (a < SOLIDS) & classes] = DETAIL
        rim = (a < 0) != (b < 0)
        kind[rim | (other & (np.maximum(a, b) >= SOLIDS) & (front < SOLIDS))] = OUTLINE
        kind[(front >= SOLIDS) & (kind == OUTLINE)] = KIT
        kind[(front >= SOLIDS) & (kind == OVERLAP)] = KIT
        kinds.append(kind)
    surely = [tear > _SURELY for tear in torn]
    weak = [tear > _TORN for tear in torn]
    for kind, linked, pair in zip(kinds, _linked(weak, surely), _PAIRS, strict=True):
        fine = np.isin(segment[pair.one], _WITH_DIGITS) & (segment[pair.one] == segment[pair.two])
        kind[linked & ~fine] = OVERLAP
        kind[linked & fine & (kind == 0)] = DETAIL
        faint = np.where(depth[pair.one] >= depth[pair.two], far[pair.one], far[pair.two])
        kind[faint & (kind == OUTLINE)] = OVERLAP
        kind[faint & linked] = DETAIL
    return kinds[0], kinds[1]


def _tear(place: NDArray[np.float64], pair: _Pair, body: Flags) -> NDArray[np.float64]:
    """How much farther apart two neighbours lie at rest than the slope of the skin about them explains, in cm; 0
    where not both are of the *body*."""
    step = np.zeros(body.shape)
    way = place[pair.one][body] - place[pair.two][body]
    step[body] = np.sqrt(np.einsum("nk,nk->n", way, way))
    pad = [(0, 0), (0, 0)]
    pad[pair.axis] = (1, 1)
    around = np.pad(step, pad)
    before = around[(_ALL, slice(None, -2)) if pair.axis else (slice(None, -2), _ALL)]
    after = around[(_ALL, slice(2, None)) if pair.axis else (slice(2, None), _ALL)]
    alone = step >= np.maximum(before, after)  # of parallel ones the strongest
    torn: NDArray[np.float64] = np.where(alone, step - _SLOPE * np.minimum(before, after), 0.0)
    return torn


def _linked(weak: list[Flags], surely: list[Flags]) -> list[Flags]:
    """Those weak cracks from which a chain of weak ones leads to a sure one."""
    links: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for a, b, _ in _ends(weak):
        links[a].append(b)
        links[b].append(a)
    reached = {corner for a, b, _ in _ends(surely) for corner in (a, b)}
    front = list(reached)
    while front:
        for corner in links[front.pop()]:
            if corner not in reached:
                reached.add(corner)
                front.append(corner)
    found = [np.zeros_like(one) for one in weak]
    for a, _, (direction, r, c) in _ends(weak):
        found[direction][r, c] = a in reached
    return found


def _ends(flags: Iterable[Flags]) -> Iterator[tuple[tuple[int, int], tuple[int, int], tuple[int, int, int]]]:
    """The two corners of each crack, and where it is."""
    for direction, (picture, (dr, dc)) in enumerate(zip(flags, ((0, 1), (1, 0)), strict=True)):
        for r, c in zip(*(index.tolist() for index in np.nonzero(picture)), strict=True):
            yield (r + dr, c + dc), (r + 1, c + 1), (direction, r, c)


def _pieces(stage: Stage) -> NDArray[np.int64]:
    """A number for each thing; things with one number have no line between them."""
    numbers = list(range(SOLIDS + len(stage.solids)))
    numbers[KNOT] = BODY
    groups: dict[str, int] = {}
    for i, one in enumerate(stage.solids, SOLIDS):
        if one.plain:
            numbers[i] = i - 1
        elif one.group:
            numbers[i] = groups.setdefault(one.group, i)
    return np.array(numbers)


def _own_shoe(a: Kinds, b: Kinds, one: Kinds, two: Kinds) -> Flags:
    """Where a shoe meets its own leg."""
    found = np.zeros(a.shape, np.bool_)
    for shoe in range(KNOT + 1, SOLIDS):
        side = side_of(shoe)
        legs = [i for i, name in enumerate(SEGMENTS) if name in (f"shank_{side}", f"foot_{side}")]
        found |= ((a == shoe) & np.isin(two, legs)) | ((b == shoe) & np.isin(one, legs))
    return found
