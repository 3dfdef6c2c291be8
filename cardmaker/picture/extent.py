"""A figure's pane → where its body and kit are, without floor, arrows and stopwatches, and what of it is kit."""

from collections.abc import Iterator
from functools import lru_cache

from cardmaker import assets
from cardmaker.geometry import Rect
from cardmaker.namedtuple import NamedTuple
from cardmaker.picture.artwork import ClassedPath, FigureArtwork, FigurePane
from cardmaker.picture.stencil import Stencil, stencil
from cardmaker.ready import Made, ready

_SIGNS = frozenset({"arrow", "floor", "paper"})
_HELD = frozenset({"prop-dark", "metal", "band"})
_AROUND = frozenset({"prop", "prop-light", "mat"})
_SLACK = 10.0  # units: an outline is wider than the rectangle that a sign is recorded by
_HAND = 5.0  # of a hand, from its joint, in cm of the body
_COMMANDS = str.maketrans("MLCZ", "    ")


class PaneExtent(NamedTuple):
    """What of a pane is body and kit: the rectangle around both, in its units, and the cells that they cover.

    *held* is what is held, or has to be seen like it: bars, weights, bands, and hands. *around* are benches, mats and
    walls.
    """

    body: Rect
    person: Stencil = ()
    held: Stencil = ()
    around: Stencil = ()


class PaneExtents(NamedTuple):
    """The extents of a figure's panes."""

    panes: tuple[PaneExtent, ...]


@lru_cache(maxsize=512)
def extents(figure: FigureArtwork) -> tuple[PaneExtent, ...]:
    """The extents of a figure's panes; those of bundled figures were worked out ahead of time."""

    def made() -> Made:
        return Made(PaneExtents(tuple(_extent(pane, figure.scale) for pane in figure.panes)))

    name, _ = figure.file
    if not name:
        return made().record.panes  # type: ignore[no-any-return]
    return ready(assets.illustrations() / f"{name}.svg", PaneExtents, made).panes


def _extent(pane: FigurePane, scale: float) -> PaneExtent:
    boxes: list[Rect] = []
    covers: tuple[list[str], list[str], list[str]] = ([], [*_hands(pane, scale)], [])
    for path in pane.paths:
        if _SIGNS.isdisjoint((path.area, path.line)):
            box = _around(path)
            if not any(_holds(sign, box) for sign in pane.signs):
                boxes.append(box)
                if path.area:
                    covers[1 if path.area in _HELD else 2 if path.area in _AROUND else 0].append(path.data)
    if not boxes:
        return PaneExtent(Rect(0, 0, *pane.size))
    return PaneExtent(Rect.holding(boxes), *map(stencil, covers))


def _hands(pane: FigurePane, scale: float) -> Iterator[str]:
    """Squares about a pane's hands; *scale* is units for a cm."""
    reach = _HAND * scale
    for side in ("left", "right"):
        if spot := pane.joints.get(f"{side}_hand"):
            left, top, right, foot = spot.x - reach, spot.y - reach, spot.x + reach, spot.y + reach
            yield f"M {left} {top} L {right} {top} L {right} {foot} L {left} {foot} Z"


def _around(path: ClassedPath) -> Rect:
    numbers = [*map(float, path.data.translate(_COMMANDS).split())]
    return Rect.around(numbers[::2], numbers[1::2])


def _holds(sign: Rect, box: Rect) -> bool:
    return (
        sign.x - _SLACK <= box.x
        and box.right <= sign.right + _SLACK
        and sign.y - _SLACK <= box.y
        and box.bottom <= sign.bottom + _SLACK
    )
