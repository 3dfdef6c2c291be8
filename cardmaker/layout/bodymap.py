"""The muscles of an exercise → the body from front and back, side by side, with them marked."""

from functools import partial

from cardmaker.frame import Art, Placed, Role
from cardmaker.geometry import Rect
from cardmaker.handout import BodyMap
from cardmaker.layout.context import Context
from cardmaker.layout.engine import BoxKind, register, tagged
from cardmaker.layout.figures import figure_look
from cardmaker.layout.scope import present
from cardmaker.picture.bodymap import Paint, mapped, painted
from cardmaker.picture.extent import extents
from cardmaker.picture.hatching import Hatching
from cardmaker.theme.content import BodyMapBox
from cardmaker.theme.theme import Theme

_ANGLE = 45.0
"""Of hatching, degrees: that of surfaces."""


def _width(ctx: Context, box: BodyMapBox) -> float:
    """How wide both bodies are at the height of their box."""
    body: BodyMap = ctx.scope.raw(box.body_map)
    height = box.height if isinstance(box.height, float | int) else box.min_height
    widths = [one.body.width / one.body.height * height for one in extents(body.artwork)]
    return sum(widths) + box.gap * (len(widths) - 1)


def _draw(ctx: Context, box: BodyMapBox, area: Rect) -> list[Placed]:
    """Each pane so that its body fills the height."""
    body: BodyMap = ctx.scope.raw(box.body_map)
    look, x, items = figure_look(ctx, small=True), area.x, []
    for pane, extent in zip(body.artwork.panes, extents(body.artwork), strict=True):
        shown, scale = extent.body, area.height / extent.body.height
        if body.surfaces:
            paints = {muscle: _paint(ctx.theme, name, scale) for muscle, name in body.surfaces}
            artwork = painted(body.artwork, pane, look, paints)
        else:
            artwork = ctx.shared.artworks.once(
                (body.artwork, pane.name, body.primary, body.secondary),
                partial(mapped, body.artwork, pane, look, body.primary, body.secondary),
            )
        art = Art(artwork, pane.size.width * scale)
        items.append(Placed(x - shown.x * scale, area.y - shown.y * scale, art))
        x += shown.width * scale + box.gap
    return items if ctx.bare else [tagged(Role.FIGURE, items, alt=ctx.scope.fill(box.alt))]


def _paint(theme: Theme, name: str, scale: float) -> Paint:
    """A surface of the theme on artwork of which a unit is *scale* mm."""
    look = theme.surfaces[name]
    edge = theme.colour(look.stroke or look.fill)
    lines = None
    if look.hatch:
        pitch, width = look.hatch
        lines = Hatching(pitch / scale, width / scale, edge, _ANGLE)
    return Paint(theme.colour(look.fill or "paper"), lines, edge)


register(
    BodyMapBox, BoxKind(lambda c, b: present(c.scope.raw(b.body_map)), _width, lambda c, b, w: 0.0, _draw)
)
