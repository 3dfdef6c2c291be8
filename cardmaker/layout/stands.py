"""A figure's positions and the room for them → where each stands, at the deck's scale and on its floor line."""

from cardmaker.geometry import Point, Rect
from cardmaker.picture.artwork import FigureArtwork, FigurePane
from cardmaker.record import record

_GAP = 3.0
_STACK_GAP = 2.2
_WORTH_IT = 1.03
"""How much larger figures have to come out in the other arrangement than in the one they were drawn for."""


@record
class Stand:
    """A pane placed on paper: its top left in mm, and mm for each of its units."""

    pane: FigurePane
    x: float
    y: float
    scale: float

    def at(self, spot: Point) -> Point:
        """A spot of the pane on paper."""
        return Point(self.x + spot.x * self.scale, self.y + spot.y * self.scale)

    def area(self, rect: Rect) -> Rect:
        """A rectangle of the pane on paper."""
        corner = self.at(Point(rect.x, rect.y))
        return Rect(corner.x, corner.y, rect.width * self.scale, rect.height * self.scale)

    @property
    def bottom(self) -> float:
        """Where its foot is, a hair below the floor."""
        return self.y + self.pane.size.height * self.scale


def arrange(
    figure: FigureArtwork, *, beside: Rect, stacked: Rect, floor: float, most: float
) -> tuple[list[Stand], bool]:
    """Where a figure's panes stand, and whether one over the other: as it was drawn for, if that keeps the scale.

    *most* is the scale of all figures of a deck, mm for a unit: it yields only where the room holds no more.
    *floor* is their floor line; a figure that needs the room below it may have it.
    """
    ways = {
        True: _stacked(figure.panes, stacked, stacked.bottom - floor, most),
        False: _beside(figure.panes, beside, beside.bottom - floor, most),
    }
    drawn, other = ways[figure.stacked], ways[not figure.stacked]
    way = figure.stacked if other[0].scale < drawn[0].scale * _WORTH_IT else not figure.stacked
    return ways[way], way


def in_the_middle(figure: FigureArtwork, area: Rect, most: float) -> Stand:
    """The position that shows the exercise best, alone on the foot of its area."""
    [stand] = _beside((figure.finish,), area, 0.0, most)
    return stand


def _beside(panes: tuple[FigurePane, ...], area: Rect, foot: float, most: float) -> list[Stand]:
    """Panes side by side on one floor line, the spare width shared out around them."""
    widths = sum(pane.size.width for pane in panes)
    height = max(pane.size.height for pane in panes)
    room = area.width - _GAP * (len(panes) - 1)
    scale = min(area.height / height, room / widths, most)
    bottom = area.bottom - min(max(0.0, foot), area.height - height * scale)
    spare = (area.width - widths * scale) / (len(panes) + (0 if len(panes) > 1 else 1))
    x = area.x + (spare / 2 if len(panes) > 1 else spare)
    stands = []
    for pane in panes:
        stands.append(Stand(pane, x, bottom - pane.size.height * scale, scale))
        x += pane.size.width * scale + spare
    return stands


def _stacked(panes: tuple[FigurePane, ...], area: Rect, foot: float, most: float) -> list[Stand]:
    """Panes one over the other, what is planted at the same x."""
    lefts = [pane.left for pane in panes]
    width = max(pane.left + pane.size.width for pane in panes) - min(lefts)
    gaps = _STACK_GAP * (len(panes) - 1)
    heights = sum(pane.size.height for pane in panes)
    scale = min((area.height - gaps) / heights, area.width / width, most)
    x = area.x + (area.width - width * scale) / 2
    bottom = area.bottom - min(foot, area.height - gaps - heights * scale)
    apart = max(_STACK_GAP, (bottom - area.y - heights * scale) / len(panes))
    stands: list[Stand] = []
    for pane in reversed(panes):
        top = bottom - pane.size.height * scale
        stands.append(Stand(pane, x + (pane.left - min(lefts)) * scale, top, scale))
        bottom = top - apart
    return stands[::-1]
