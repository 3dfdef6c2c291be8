"""A body map and the room for a figure → the small bodies at its right edge, and the room that is left."""

from functools import partial

from cardmaker.frame import Art, Placed
from cardmaker.geometry import Rect
from cardmaker.handout import BodyMap
from cardmaker.layout.context import Context
from cardmaker.picture.artwork import Look
from cardmaker.picture.bodymap import mapped

LEAST, MOST = 12.0, 15.0
"""How high a body is, in mm: less couldn't be read, more would crowd the figure."""

_APART, _GAP = 1.4, 2.0


def set_body_map(ctx: Context, body: BodyMap, look: Look, area: Rect) -> tuple[list[Placed], Rect]:
    """Front and back, one under the other where the room is high enough for two, else side by side."""
    panes = body.artwork.panes
    stacked = area.height >= len(panes) * LEAST + _APART * (len(panes) - 1)
    room = (area.height - _APART * (len(panes) - 1)) / len(panes) if stacked else area.height
    scale = min(MOST, room) / max(pane.size.height for pane in panes)
    widths = [pane.size.width * scale for pane in panes]
    across = max(widths) if stacked else sum(widths)
    x, y, items = area.right - across, area.y, []
    for pane, width in zip(panes, widths, strict=True):
        artwork = ctx.shared.artworks.once(
            (body.artwork, pane.name, body.primary, body.secondary),
            partial(mapped, body.artwork, pane, look, body.primary, body.secondary),
        )
        items.append(Placed(x, y, Art(artwork, width)))
        x, y = (x, y + pane.size.height * scale + _APART) if stacked else (x + width, y)
    return items, Rect(area.x, area.y, area.width - across - _GAP, area.height)
