"""A run as bars end to end: length is distance, higher and darker is harder."""

from cardmaker.frame import Path, Placed, Role
from cardmaker.geometry import Rect
from cardmaker.handout import Stretch
from cardmaker.layout.context import Context
from cardmaker.layout.engine import BoxKind, register, tagged
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import line, surface
from cardmaker.theme.chartboxes import ProfileBox

# How high a stretch is, of the profile's height: set by eye for a profile 5.6 mm high, where they are about
# 2.1, 2.9, 4.2 and 5.6 mm. They put the efforts in order, and measure nothing.
_RISE = {"easy": 0.38, "long": 0.52, "tempo": 0.75, "fast": 1.0}
_WALK = 0.14
"""A walk's height: a third of an easy run's, so that run and walk differ without colour."""
_SEAM = 0.35
_VISIBLE = 0.05
"""What is narrower isn't drawn, mm."""


def _profile_draw(ctx: Context, box: ProfileBox, area: Rect) -> list[Placed]:
    """Stretches end to end; a profile longer than its box is drawn at a smaller scale."""
    stretches: tuple[Stretch, ...] = ctx.scope.raw(box.profile)
    total = sum(stretch.km for stretch in stretches)
    scale = min(_mm_per_km(ctx, box, area.width), area.width / total if total else 0.0)
    x, items = area.x, list[Placed]()
    for stretch in stretches:
        width = stretch.km * scale
        height = _rise(box, stretch)
        seam = min(_SEAM, width / 4)
        if not stretch.gap and width > _VISIBLE:
            bar = Rect(x, area.bottom - height, width - seam, height)
            items += surface(ctx.theme, stretch.effort, bar)
        x += width
    if not box.flat and x > area.x:
        ink = ctx.theme.colour("profile-foot")
        foot = Path(line(x - area.x - _SEAM, 0), stroke=ink, width=ctx.theme.strokes["hair"])
        items.append(Placed(area.x, area.bottom, foot))
    return items if ctx.bare else [tagged(Role.ARTIFACT, items)]


def _mm_per_km(ctx: Context, box: ProfileBox, width: float) -> float:
    """The scale of all profiles of a page, in boxes of that width."""
    most = float(ctx.scope.raw(box.scale))
    return min(box.per_km, box.longest / most) if box.per_km else width / most


def _profile_width(ctx: Context, box: ProfileBox) -> float:
    """As wide as what is drawn, if the scale doesn't depend on that."""
    return _mm_per_km(ctx, box, 0.0) * float(sum(stretch.km for stretch in ctx.scope.raw(box.profile)))


def _rise(box: ProfileBox, stretch: Stretch) -> float:
    return box.rise * (1.0 if box.flat else _WALK if stretch.walk else _RISE[stretch.effort])


def _profile_height(ctx: Context, box: ProfileBox, _width: float) -> float:
    """As high as what is drawn: strides of no length take no room over an easy run."""
    drawn = (stretch for stretch in ctx.scope.raw(box.profile) if stretch.km and not stretch.gap)
    return max((_rise(box, stretch) for stretch in drawn), default=0.0)


register(
    ProfileBox,
    BoxKind(lambda c, b: present(c.scope.raw(b.profile)), _profile_width, _profile_height, _profile_draw),
)
