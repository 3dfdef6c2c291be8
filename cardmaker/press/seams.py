"""What is on a poster, and how large its tiles are → where each tile begins, so that seams cut through little."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from cardmaker.frame import Art, Frame, Image, Item, Text
from cardmaker.geometry import MM_PER_PT
from cardmaker.press.printer import inked

_TYPE: Final = 10.0
_WITHIN: Final = 4.0
_MARK: Final = 3.0
_PICTURE: Final = 60.0
_MAP: Final = 20.0
_SHAPE: Final = 0.5
"""What it costs to cut through a word of usual type, between the words of a line, through a small mark such as a disc,
a picture, a small picture, and what else there is.

A line is still read across a seam that is glued well; five cues and a line more are cut rather than a figure.
"""
_USUAL_PT: Final = 9.0
"""Larger type costs as much more."""
_LARGE: Final = 0.25
"""Pictures are so wide or high, to the poster's width; shapes of a picture's size are both."""
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
    spans = sorted(_spans(frame, across=across))
    begins, ends = [span[0] for span in spans], sorted((end, weight) for _, end, weight in spans)
    begun = [0.0, *accumulate(weight for _, _, weight in spans)]
    ended = [0.0, *accumulate(weight for _, weight in ends)]
    until = [end for end, _ in ends]

    def cost(at: float) -> float:
        place = at / scale
        return begun[bisect_left(begins, place)] - ended[bisect_right(until, place)]

    return cost


def _spans(frame: Frame, *, across: bool) -> Iterator[tuple[float, float, float]]:
    """From where to where a seam cuts through something, and what that costs."""
    width = frame.size.width
    for box, item in inked(frame):
        start, end = (box.y, box.bottom) if across else (box.x, box.right)
        if isinstance(item, Text):
            large = max(1.0, item.size_pt / _USUAL_PT)
            whole = across or item.rising
            yield start - _AIR, end + _AIR, (_TYPE if whole else _WITHIN) * large
            for first, last in () if whole else _words(item):
                yield start + first, start + last, (_TYPE - _WITHIN) * large
        else:
            weight = _drawn(item, box.width / width, box.height / width)
            air = _BETWEEN if weight == _PICTURE else _AIR
            yield start - air, end + air, weight


def _words(text: Text) -> Iterator[tuple[float, float]]:
    """From where to where the words of a line are, mm from its beginning."""
    em = text.size_pt * MM_PER_PT
    at, begun = 0.0, None
    for run in text.runs:
        for advance, said in zip(run.advances, run.text, strict=True):
            if said.isspace():
                if begun is not None:
                    yield begun, at
                begun = None
            elif begun is None:
                begun = at
            at += (advance / 1000 + text.tracking_em) * em
    if begun is not None:
        yield begun, at


def _drawn(item: Item, width: float, height: float) -> float:
    """What it costs to cut through something drawn, as large as this to the poster's width."""
    if isinstance(item, Art | Image):
        return _PICTURE if max(width, height) > _LARGE else _MAP
    if max(width, height) <= _SMALL:
        return _MARK
    return _PICTURE if min(width, height) > _LARGE else _SHAPE
