"""A run as bars end to end: length is distance, higher and darker is harder."""

from collections.abc import Sequence

from cardmaker.frame import Path, Placed, Role
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.handout import Stretch
from cardmaker.layout.context import Context
from cardmaker.layout.engine import BoxKind, register, tagged
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import line, surface
from cardmaker.layout.type import set_line
from cardmaker.theme.chartboxes import ProfileBox

# How high a stretch is, of the profile's height: set by eye for a profile 5.6 mm high, where they are about
# 2.1, 2.9, 4.2 and 5.6 mm. They put the efforts in order, and measure nothing.
_RISE = {"easy": 0.38, "long": 0.52, "tempo": 0.75, "fast": 1.0}
_WALK = 0.14
"""A walk's height: a third of an easy run's, so that run and walk differ without colour."""
_SEAM = 0.35
_VISIBLE = 0.05
"""What is narrower isn't drawn, mm."""
_STEPS = (0.5, 1, 2, 5, 10, 15, 20, 30, 60)
"""Of a scale in minutes, km or miles: what one counts in."""
_STEP_APART = 14.0
"""The least between two numbers of a scale, mm: twice what '1000' takes, so that they look like a scale."""
_MOST_STEPS = 9
_BELOW = 1.0
"""From the foot of a profile to the numbers of its scale, mm."""


def _profile_draw(ctx: Context, box: ProfileBox, area: Rect) -> list[Placed]:
    """Stretches end to end; a profile longer than its box is drawn at a smaller scale."""
    stretches: tuple[Stretch, ...] = ctx.scope.raw(box.profile)
    total = sum(stretch.km for stretch in stretches)
    scale = min(_mm_per_km(ctx, box, area.width), area.width / total if total else 0.0)
    x, items, ground = area.x, list[Placed](), area.bottom - _axis_height(ctx, box)
    by = _enlarged(box, stretches)
    for stretch in stretches:
        width = stretch.km * scale
        height = _rise(box, stretch) * by
        seam = min(_SEAM, width / 4)
        if not stretch.gap and width > _VISIBLE:
            bar = Rect(x, ground - height, width - seam, height)
            items += surface(ctx.theme, "walk" if stretch.walk else stretch.effort, bar)
        x += width
    if not box.flat and x > area.x:
        ink = ctx.theme.colour("profile-foot")
        foot = Path(line(x - area.x - _SEAM, 0), stroke=ink, width=ctx.theme.strokes["hair"])
        items.append(Placed(area.x, ground, foot))
    items += _axis(ctx, box, Rect(area.x, ground, x - area.x, area.bottom - ground), scale)
    return items if ctx.bare else [tagged(Role.ARTIFACT, items)]


def _axis(ctx: Context, box: ProfileBox, area: Rect, mm_per_km: float) -> list[Placed]:
    """The numbers below a profile, the first with the unit; area is as wide as what is drawn."""
    if not area.height:
        return []
    mm = mm_per_km / _per_km(ctx, box)
    apart = max(_STEP_APART, area.width / _MOST_STEPS)
    step = next((one for one in _STEPS if one * mm >= apart), _STEPS[-1])
    style, unit = ctx.style(box.style), ctx.scope.fill(box.axis)
    items, value = list[Placed](), 0.0
    while value * mm <= area.width:
        said = set_line(ctx, f"{value:g} {unit}" if not value else f"{value:g}", style, "scale")
        left = area.x + max(0.0, min(value * mm - said.width / 2, area.width - said.width))
        items += said.placed(Rect(left, area.y + _BELOW, said.width, area.height - _BELOW))
        value += step
    return items


def _per_km(ctx: Context, box: ProfileBox) -> float:
    """How many units of its scale a km has; 0 where it has no scale."""
    return float(ctx.scope.raw(box.axis_per_km)) if box.axis_per_km else 0.0


def _axis_height(ctx: Context, box: ProfileBox) -> float:
    return _BELOW + ctx.style(box.style).leading * MM_PER_PT if _per_km(ctx, box) else 0.0


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
    stretches = ctx.scope.raw(box.profile)
    highest = max(_heights(box, stretches), default=0.0)
    return highest * _enlarged(box, stretches) + _axis_height(ctx, box)


def _heights(box: ProfileBox, stretches: Sequence[Stretch]) -> list[float]:
    return [_rise(box, stretch) for stretch in stretches if stretch.km and not stretch.gap]


def _enlarged(box: ProfileBox, stretches: Sequence[Stretch]) -> float:
    """By how much heights are larger where stretches differ, and the highest is less than the least."""
    heights = _heights(box, stretches)
    return max(1.0, box.least / max(heights)) if len(set(heights)) > 1 else 1.0


register(
    ProfileBox,
    BoxKind(lambda c, b: present(c.scope.raw(b.profile)), _profile_width, _profile_height, _profile_draw),
)
