"""A figure and what it wears → a frame with its positions as the file has them, as wide as one likes."""

from cardmaker.frame import Art, Frame, Group, Placed, Role
from cardmaker.geometry import Size
from cardmaker.picture.artwork import FigureArtwork, Look, themed

ON_CARDS = 0.252
"""Mm for a cm of the body: as large as cards show most figures."""
_GAP_CM = 14.0


def plate(figure: FigureArtwork, look: Look, width: float | None = None, alt: str = "") -> Frame:
    """All positions on one frame of *width* mm, or as large as on a card; *alt* is read aloud."""
    gap = _GAP_CM * figure.scale
    corners, across, down = [], 0.0, 0.0
    left = min(pane.left for pane in figure.panes)
    for pane in figure.panes:
        x, y = (pane.left - left, down) if figure.stacked else (across, 0.0)
        corners.append((x, y))
        across = max(across, x + pane.size.width) if figure.stacked else x + pane.size.width + gap
        down = y + pane.size.height + gap if figure.stacked else max(down, pane.size.height)
    whole = Size(across, down - gap) if figure.stacked else Size(across - gap, down)
    scale = width / whole.width if width else ON_CARDS / figure.scale
    items = tuple(
        Placed(x * scale, y * scale, Art(themed(figure, pane, look), pane.size.width * scale))
        for pane, (x, y) in zip(figure.panes, corners, strict=True)
    )
    size = Size(whole.width * scale, whole.height * scale)
    return Frame(size, (Placed(0.0, 0.0, Group(Role.FIGURE, items, alt)),))
