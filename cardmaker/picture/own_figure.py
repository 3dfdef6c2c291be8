"""A user's SVG → a figure, if it was drawn as one, and sure to hold what a figure holds."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from cardmaker.errors import PictureError
from cardmaker.picture.artwork import FigureArtwork, FigurePane, read_artwork
from cardmaker.picture.svg_source import parse_source

_MARK = b'<metadata>{"scale":'
_HEAD = 4096
_NUMBER = r" -?\d{1,5}(?:\.\d{1,4})?"
_DATA = re.compile(rf"M(?:{_NUMBER}){{2}}(?: [ML](?:{_NUMBER}){{2}}| C(?:{_NUMBER}){{6}}| Z)*")
_MOST_UNITS = 10_000.0
_MOST_PANES = 4


@lru_cache(maxsize=64)
def own_figure(data: bytes, name: str) -> FigureArtwork | None:
    """The figure in a file's bytes, None if it holds a picture of another kind.

    PictureError, which begins with *name*, if it should be a figure and isn't safe or whole.
    """
    if _MARK not in data[:_HEAD]:
        return None
    parse_source(data, name)
    try:
        figure = read_artwork(data.decode("utf-8"), name)
        whole = _whole(figure)
    except (PictureError, RecursionError, TypeError, ValueError, AttributeError, OverflowError):
        whole = False
    if not whole:
        raise PictureError(f"{name}: not a whole figure; draw it again from its pose")
    return figure


def _whole(figure: FigureArtwork) -> bool:
    """Whether all there is of a figure is of the kind that the program writes."""
    sides = all(isinstance(word, str) for pair in figure.sides.items() for word in pair)
    numbers = [figure.scale, *(stroke.width for stroke in figure.strokes.values())]
    return (
        sides
        and 0 < len(figure.panes) <= _MOST_PANES
        and figure.scale > 0
        and all(map(_usable, numbers))
        and all(map(_whole_pane, figure.panes))
    )


def _whole_pane(pane: FigurePane) -> bool:
    return (
        isinstance(pane.name, str)
        and pane.size.width > 1
        and pane.size.height > 1
        and all(map(_usable, _numbers(pane)))
        and bool(pane.paths)
        and all(_DATA.fullmatch(path.data) for path in pane.paths)
    )


def _numbers(pane: FigurePane) -> Iterator[object]:
    yield from (*pane.size, pane.left, 0.0 if pane.floor is None else pane.floor)
    for spot in (*pane.joints.values(), pane.face, *pane.signs):
        yield from spot


def _usable(number: object) -> bool:
    return (
        isinstance(number, int | float)
        and not isinstance(number, bool)
        and math.isfinite(number)
        and abs(number) < _MOST_UNITS
    )
