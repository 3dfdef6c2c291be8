"""A figure's positions and the room for them → where each is placed, on one ground line and as large as they go."""

import math
from collections.abc import Sequence

from cardmaker.geometry import Insets, Point, Rect
from cardmaker.picture.artwork import FigureArtwork, FigurePane
from cardmaker.picture.extent import PaneExtent, extents
from cardmaker.picture.stencil import CELL, Stencil
from cardmaker.record import record

_GAP = 2.0
_SIDE = 0.8
"""Between figures, and between one and the edge, in mm."""
_STACK_GAP = 2.2
_WORTH_STACKING = 1.1
"""How much larger figures have to come out one over the other: side by side they have the deck's ground line."""
_WORTH_FILLING = 0.95
"""The same where they leave a hole above them side by side."""
_WORTH_ALONE = 1.45
_WORTH_UNPILED = 1.15
"""How much larger the last position has to come out alone, where that is wanted: than side by side, than in a pile."""
_STANDING_CM = 172.0
_LARGEST = 1.5
"""How much larger than a standing figure one that lies or sits may be: more would be another person."""
_NEAR = 4
"""How far from a joint the body is looked for, in cells of a stencil: 8 cm, as far as a foot is high."""


@record
class Stand:
    """A pane placed on paper: its top left in mm, and mm for each of its units."""

    pane: FigurePane
    extent: PaneExtent
    x: float
    y: float
    scale: float

    def at(self, spot: Point) -> Point:
        """A spot of the pane on paper."""
        return Point(self.x + spot.x * self.scale, self.y + spot.y * self.scale)

    def on_body(self, joint: Point) -> Point:
        """A joint on paper; where outlines leave it out, as toes below a bent sole, the nearest spot of the body."""
        rows = self.extent.person
        column, row = int(joint.x // CELL), int(joint.y // CELL)
        if _covers(rows, column, row):
            return self.at(joint)
        near = range(-_NEAR, _NEAR + 1)
        cells = [(column + right, row + down) for right in near for down in near]
        spots = [Point((x + 0.5) * CELL, (y + 0.5) * CELL) for x, y in cells if _is_inside(rows, x, y)]
        return self.at(min(spots, key=lambda spot: math.dist(spot, joint), default=joint))

    def holds(self, spot: Point) -> bool:
        """Whether a spot of the pane is on a hand, or on what it holds."""
        return _covers(self.extent.held, int(spot.x // CELL), int(spot.y // CELL))

    def area(self, rect: Rect) -> Rect:
        """A rectangle of the pane on paper."""
        corner = self.at(Point(rect.x, rect.y))
        return Rect(corner.x, corner.y, rect.width * self.scale, rect.height * self.scale)

    @property
    def body(self) -> Rect:
        """What it shows of body and kit, on paper."""
        return self.area(self.extent.body)

    @property
    def ground(self) -> float | None:
        """Where its floor is; None for what is seen from above."""
        return None if self.pane.floor is None else self.y + self.pane.floor * self.scale


def _covers(rows: Stencil, column: int, row: int) -> bool:
    """Whether a cell of a stencil is covered."""
    return 0 <= row < len(rows) and column >= 0 and bool(rows[row] >> column & 1)


def _is_inside(rows: Stencil, column: int, row: int) -> bool:
    """Whether a cell and its neighbours are covered, so that a dot in it is clear of the outline."""
    around = ((0, 0), (-1, 0), (1, 0), (0, -1), (0, 1))
    return all(_covers(rows, column + right, row + down) for right, down in around)


def arrange(
    figure: FigureArtwork, *, beside: Rect, stacked: Rect, alone: bool = False, filling: bool = False
) -> tuple[list[Stand], bool]:
    """Where a figure's panes are placed, and whether one over the other: the way in which they come out larger.

    One over the other they are inside *stacked*, as near to the middle of the whole width as they can be. With *alone*
    the last pane is enough if by itself it is much larger. With *filling* they are one over the other unless they come
    out smaller so.
    """
    most = math.inf if figure.low else beside.height / _STANDING_CM * _LARGEST / figure.scale
    shown = [*zip(figure.panes, extents(figure), strict=True)]
    on_one_line, piled = _beside(shown, beside, most), _stacked(figure, stacked, most, beside)
    worth = _WORTH_FILLING if filling else _WORTH_STACKING
    in_a_pile = len(figure.panes) > 1 and piled[0].scale > on_one_line[0].scale * worth
    both, enough = (piled, _WORTH_UNPILED) if in_a_pile else (on_one_line, _WORTH_ALONE)
    if alone and (last := _beside(shown[-1:], beside, most))[0].scale > both[0].scale * enough:
        return last, False
    return both, in_a_pile


def in_the_middle(figure: FigureArtwork, area: Rect, most: float) -> Stand:
    """The position that shows the exercise best, alone on the foot of its area: body and kit fill it, not the pane."""
    pane, extent = figure.finish, extents(figure)[-1]
    scale = min(area.height / (pane.size.height - extent.body.y), area.width / pane.size.width, most)
    x = area.x + (area.width - pane.size.width * scale) / 2
    return Stand(pane, extent, x, area.bottom - pane.size.height * scale, scale)


def _across(pane: FigurePane, extent: PaneExtent) -> tuple[float, float]:
    """From where to where a pane goes, with its arrows and stopwatches."""
    left = min([extent.body.x, *(sign.x for sign in pane.signs)])
    return left, max([extent.body.right, *(sign.right for sign in pane.signs)])


def _foot(pane: FigurePane, extent: PaneExtent) -> float:
    return extent.body.bottom if pane.floor is None else max(pane.floor, extent.body.bottom - _OVER_FLOOR)


_OVER_FLOOR = 6.0
"""Units by which outlines and soles go over the floor."""


def _top(pane: FigurePane, extent: PaneExtent) -> float:
    return min([extent.body.y, *(sign.y for sign in pane.signs)])


def _beside(shown: Sequence[tuple[FigurePane, PaneExtent]], area: Rect, most: float) -> list[Stand]:
    """Panes side by side on one floor line, the spare width shared out around them."""
    spans = [_across(*one) for one in shown]
    widths = sum(right - left for left, right in spans)
    height = max(_foot(*one) - _top(*one) for one in shown)
    room = area.width - _GAP * (len(shown) - 1) - 2 * _SIDE
    scale = min(area.height / height, room / widths, most)
    spare = (area.width - widths * scale) / (len(shown) + 1)
    x, stands = area.x, []
    for (pane, extent), (left, right) in zip(shown, spans, strict=True):
        x += spare
        y = area.bottom - _foot(pane, extent) * scale
        stands.append(Stand(pane, extent, x - left * scale, y, scale))
        x += (right - left) * scale
    return stands


def _stacked(figure: FigureArtwork, area: Rect, most: float, whole: Rect) -> list[Stand]:
    """Panes one over the other, what is planted at the same x, as near to the middle of *whole* as *area* lets them."""
    shown = [*zip(figure.panes, extents(figure), strict=True)]
    spans = [[pane.left + edge for edge in _across(pane, extent)] for pane, extent in shown]
    left, right = min(span[0] for span in spans), max(span[1] for span in spans)
    heights = [_foot(*one) - _top(*one) for one in shown]
    gaps = _STACK_GAP * (len(shown) - 1)
    inner = area.inset(Insets(top=0.0, right=_SIDE, bottom=0.0, left=_SIDE))
    scale = min((area.height - gaps) / sum(heights), inner.width / (right - left), most)
    width = (right - left) * scale
    middle = whole.x + (whole.width - width) / 2
    x = min(max(middle, inner.x), inner.right - width) - left * scale
    apart = max(_STACK_GAP, (area.height - sum(heights) * scale) / len(shown))
    bottom, stands = area.bottom, []
    for (pane, extent), height in zip(reversed(shown), reversed(heights), strict=True):
        y = bottom - _foot(pane, extent) * scale
        stands.append(Stand(pane, extent, x + pane.left * scale, y, scale))
        bottom -= height * scale + apart
    return stands[::-1]
