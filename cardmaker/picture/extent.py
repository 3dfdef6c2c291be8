"""A figure's pane → where its body and kit are, without floor, arrows and stopwatches, and what of it is kit."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from cardmaker import assets
from cardmaker.geometry import Point, Rect
from cardmaker.picture.artwork import ClassedPath, FigureArtwork, FigurePane
from cardmaker.ready import Made, ready

_SIGNS = frozenset({"arrow", "floor", "paper"})
_KIT = frozenset({"prop", "prop-light", "prop-dark", "metal", "band"})
_SLACK = 10.0  # units: an outline is wider than the rectangle that a sign is recorded by
_CORNERS, _EDGE, _COMPACT = 8, 7.0, 1.6
_COMMANDS = str.maketrans("MLCZ", "    ")


class PaneExtent(NamedTuple):
    """What of a pane is body and kit, in its units: the rectangle around both, and the kit.

    Of kit that is long there are its edges; plates and boxes are spots with half their thickness.
    """

    body: Rect
    kit: tuple[tuple[Point, Point, float], ...]


class PaneExtents(NamedTuple):
    """The extents of a figure's panes."""

    panes: tuple[PaneExtent, ...]


@lru_cache(maxsize=512)
def extents(figure: FigureArtwork) -> tuple[PaneExtent, ...]:
    """The extents of a figure's panes; those of bundled figures were worked out ahead of time."""

    def made() -> Made:
        return Made(PaneExtents(tuple(map(_extent, figure.panes))))

    name, _ = figure.file
    if not name:
        return made().record.panes  # type: ignore[no-any-return]
    return ready(assets.illustrations() / f"{name}.svg", PaneExtents, made).panes


def _extent(pane: FigurePane) -> PaneExtent:
    boxes: list[Rect] = []
    kit: list[tuple[Point, Point, float]] = []
    for path in pane.paths:
        if _SIGNS.isdisjoint((path.area, path.line)):
            points = _points(path)
            box = _around(points)
            if not any(_holds(sign, box) for sign in pane.signs):
                boxes.append(box)
                if path.area in _KIT:
                    kit += _kit(points, box)
    if not boxes:
        return PaneExtent(Rect(0, 0, *pane.size), ())
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, foot = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return PaneExtent(Rect(left, top, right - left, foot - top), tuple(kit))


def _points(path: ClassedPath) -> list[Point]:
    numbers = [*map(float, path.data.translate(_COMMANDS).split())]
    return [*map(Point, numbers[::2], numbers[1::2])]


def _around(points: list[Point]) -> Rect:
    xs, ys = [point.x for point in points], [point.y for point in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _holds(sign: Rect, box: Rect) -> bool:
    return (
        sign.x - _SLACK <= box.x
        and box.right <= sign.right + _SLACK
        and sign.y - _SLACK <= box.y
        and box.bottom <= sign.bottom + _SLACK
    )


def _kit(points: list[Point], box: Rect) -> Iterator[tuple[Point, Point, float]]:
    """A compact thing as a spot, a long one by a few corners of its outline."""
    if max(box.width, box.height) < _COMPACT * min(box.width, box.height):
        middle = Point(box.x + box.width / 2, box.y + box.height / 2)
        yield middle, middle, min(box.width, box.height) / 2
        return
    some = points[:: max(1, len(points) // _CORNERS)]
    yield from ((one, other, _EDGE) for one, other in pairwise([*some, points[-1]]))
