"""What is on a poster, and how large its tiles are → where each tile begins, so that seams cut through little."""

from collections.abc import Callable, Sequence
from typing import Final

from cardmaker.frame import Frame
from cardmaker.press.printer import inked

_TYPE: Final = 10.0
_MARK: Final = 3.0
_PICTURE: Final = 60.0
_SHAPE: Final = 0.5
"""What it costs to cut through a line of type, a small mark such as a disc, a picture, and what else there is.

A line is still read across a seam that is glued well; five cues and a line more are cut rather than a figure.
"""
_LARGE: Final = 0.25
"""Pictures are wider and higher than this, to the poster's width."""
_SMALL: Final = 0.13
"""Marks are no wider and higher than this, to the poster's width."""
_AIR: Final = 0.8
_BETWEEN: Final = 0.4
"""Around what is set or drawn, and around pictures, which are next to each other, mm of the frame."""
_FAR: Final = 0.002
"""What a millimetre off the even place costs: where nothing is cut, tiles stay about as large as each other."""
_STEPS: Final = 160
_LEAST: Final = 0.35
"""Of a tile, that is between two seams at least."""


def starts(
    length: float, tile: float, overlap: float, count: int, cost: Callable[[float], float]
) -> tuple[float, ...]:
    """Where so many tiles begin, on a poster of a length, all in mm: the first so that tiles are as full as each other.

    A seam is where the next tile begins; tiles overlap by *overlap* at least, and together they cover the poster.
    """
    stride = tile - overlap
    left = (length - tile - (count - 1) * stride) / 2
    even = [left + at * stride for at in range(count)]
    if count == 1:
        return (even[0],)
    ways: list[dict[float, tuple[float, tuple[float, ...]]]] = [{}]
    for at in range(1, count):
        low = max(length - tile - (count - 1 - at) * stride, at * _LEAST * tile)
        high = min(at * stride, length - (count - at) * _LEAST * tile)
        places = _places(low, high, even[at])
        found: dict[float, tuple[float, tuple[float, ...]]] = {}
        for place in places:
            own = cost(place) + _FAR * abs(place - even[at])
            before = [
                (total, chain)
                for earlier, (total, chain) in ways[-1].items()
                if _LEAST * tile - 1e-6 <= place - earlier <= stride + 1e-6
            ]
            if at == 1:
                found[place] = (own, (place,))
            elif before:
                total, chain = min(before)
                found[place] = (total + own, (*chain, place))
        ways.append(found)
    if not ways[-1]:
        return tuple(even)
    _, chain = min(ways[-1].values())
    return (max(even[0], chain[0] - stride), *chain)


def _places(low: float, high: float, even: float) -> Sequence[float]:
    """Where a seam may be, the even place among them; that alone where there is no choice."""
    if high - low < 1e-6:
        return (even,)
    steps = min(_STEPS, int(high - low) + 1)
    return sorted({*(low + (high - low) * at / steps for at in range(steps + 1)), min(max(even, low), high)})


def cut(frame: Frame, scale: float, *, across: bool) -> Callable[[float], float]:
    """What a seam costs at a place of a frame that is enlarged by *scale*: one from top to bottom, or *across*."""
    width = frame.size.width
    spans = []
    for box, text in inked(frame):
        weight = _TYPE if text else _drawn(box.width / width, box.height / width)
        air = _BETWEEN if weight == _PICTURE else _AIR
        start, end = (box.y, box.bottom) if across else (box.x, box.right)
        spans.append((start - air, end + air, weight))

    def cost(at: float) -> float:
        place = at / scale
        return sum(weight for start, end, weight in spans if start < place < end)

    return cost


def _drawn(width: float, height: float) -> float:
    """What it costs to cut through something drawn, as large as this to the poster's width."""
    if max(width, height) <= _SMALL:
        return _MARK
    return _PICTURE if min(width, height) > _LARGE else _SHAPE
