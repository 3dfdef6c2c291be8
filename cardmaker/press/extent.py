"""A frame → the rectangle that its ink covers."""

from collections.abc import Iterator
from functools import lru_cache

from cardmaker.frame import Frame, Link, Path, Placed, Text
from cardmaker.geometry import MM_PER_PT, Rect

_PAPER = "#FFFFFF"
_ASCENT, _DESCENT = 0.75, 0.22
"""How far letters reach above and below their baseline, in em."""


@lru_cache(maxsize=4096)
def extent(frame: Frame) -> Rect | None:
    """Around everything that is drawn, in the frame's mm; None if nothing is. White on nothing isn't ink."""
    boxes = [box for placed in frame.walk() for box in _boxes(placed)]
    if not boxes:
        return None
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return Rect(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)


def _boxes(placed: Placed) -> Iterator[Rect]:
    x, y, item = placed
    match item:
        case Path():
            yield from _shape(item, x, y)
        case Text() if item.content.strip():
            em = item.size_pt * MM_PER_PT
            yield item.covers(x, y, _ASCENT * em, _DESCENT * em)
        case Text() | Link():
            return
        case thing:
            yield Rect(x, y, thing.width, thing.height)  # type: ignore[union-attr]


def _shape(path: Path, x: float, y: float) -> Iterator[Rect]:
    """The box around a path's points: curves stay within those of their handles."""
    if not path.stroke and path.fill in (None, _PAPER):
        return
    numbers = [float(token) for token in path.data.split() if not token.isalpha()]
    if not numbers:
        return
    xs, ys = numbers[0::2], numbers[1::2]
    half = path.width / 2 if path.stroke else 0.0
    left, top = x + min(xs) - half, y + min(ys) - half
    yield Rect(left, top, x + max(xs) + half - left, y + max(ys) + half - top)
