"""A figure's positions and the room for them → where each stands, at the deck's scale and on its floor line."""

from dataclasses import dataclass

from cardmaker.geometry import Point, Rect
from cardmaker.picture.artwork import FigureArtwork, FigurePane

_GAP = 3.0
_STACK_GAP = 2.2


@dataclass(frozen=True, slots=True)
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


def stand_beside(panes: tuple[FigurePane, ...], area: Rect, foot: float, most: float) -> list[Stand]:
    """Panes side by side on one floor line, the spare width shared out around them.

    *most* is the scale of all figures of a deck, mm for a unit: it yields only where the area holds no more. The
    floor is *foot* mm above the area's, or lower where the figure needs that room.
    """
    widths = sum(pane.size.width for pane in panes)
    height = max(pane.size.height for pane in panes)
    room = area.width - _GAP * (len(panes) - 1)
    scale = min(area.height / height, room / widths, most)
    bottom = area.bottom - min(foot, area.height - height * scale)
    spare = (area.width - widths * scale) / (len(panes) + (0 if len(panes) > 1 else 1))
    x = area.x + (spare / 2 if len(panes) > 1 else spare)
    stands = []
    for pane in panes:
        stands.append(Stand(pane, x, bottom - pane.size.height * scale, scale))
        x += pane.size.width * scale + spare
    return stands


def stand_stacked(panes: tuple[FigurePane, ...], area: Rect, foot: float, most: float) -> list[Stand]:
    """Panes one over the other, what is planted at the same x; scale and floor are those of `stand_beside`."""
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


def in_the_middle(figure: FigureArtwork, area: Rect, most: float) -> Stand:
    """The position that shows the exercise best, alone on the foot of its area."""
    [stand] = stand_beside((figure.finish,), area, 0.0, most)
    return stand
