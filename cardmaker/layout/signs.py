"""Rules, spaces and drawn signs."""

from cardmaker.frame import Path, Placed
from cardmaker.geometry import Rect
from cardmaker.layout.context import Context
from cardmaker.layout.engine import BoxKind, always, register
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import circle, line, num, poly, rect, stroked, surface
from cardmaker.theme.content import MarkBox, RuleBox, SpaceBox

_TICK_RADIUS = 0.5


def _space(_ctx: Context, box: SpaceBox, _width: float = 0.0) -> float:
    return float(box.space) if isinstance(box.space, float | int) else 0.0


register(SpaceBox, BoxKind(always, _space, _space, lambda c, b, r: [], plain=True))


# Rule ------------------------------------------------------------------------------------------------


def _rule_draw(ctx: Context, box: RuleBox, area: Rect) -> list[Placed]:
    shape = stroked(ctx.theme, box.stroke, box.rule, line(area.width, 0))
    return [Placed(area.x, area.y + area.height / 2, shape)]


register(
    RuleBox,
    BoxKind(always, lambda c, b: 0.0, lambda c, b, w: c.theme.strokes[b.stroke], _rule_draw, plain=True),
)


# Mark ------------------------------------------------------------------------------------------------


def _mark_present(ctx: Context, box: MarkBox) -> bool:
    return not box.value or present(ctx.scope.raw(box.value))


def _mark_draw(ctx: Context, box: MarkBox, area: Rect) -> list[Placed]:
    size = box.size
    x = area.x
    y = area.y + (area.height - size) / 2 if box.mark != "bracket" else area.y
    ink = ctx.theme.colour(box.colour)
    if box.mark == "swatch":
        return surface(ctx.theme, str(ctx.scope.raw(box.value)), area)
    if box.mark == "bracket":
        return _bracket(ctx, str(ctx.scope.raw(box.value)), area)
    if box.mark == "bracket-over":
        return _bracket_over(ctx, str(ctx.scope.raw(box.value)), area)
    shapes = {"disc": _disc, "ring": _ring, "cross": _cross, "up": _up, "down": _down}
    if box.mark in shapes:
        return [Placed(x, y, shapes[box.mark](size, ink))]
    if box.mark == "box":
        stroke = ctx.theme.strokes["tick"]
        edge = Path(rect(size - stroke, size - stroke, _TICK_RADIUS), stroke=ink, width=stroke)
        return [Placed(x + stroke / 2, y + stroke / 2, edge)]
    if box.mark == "level":
        return _level(ctx, box, Rect(x, y, area.width, size), ink)
    if box.mark == "stop":
        return _stop(ctx, x, y, size)
    return _weights(x, y, size, ink)


def _disc(size: float, ink: str) -> Path:
    return Path(circle(size), fill=ink)


def _ring(size: float, ink: str) -> Path:
    stroke = size * 0.17
    edge = circle(size - stroke)
    shifted = _shift(edge, stroke / 2)
    return Path(shifted, stroke=ink, width=stroke)


def _shift(data: str, by: float) -> str:
    return " ".join(t if t.isalpha() else num(float(t) + by) for t in data.split(" "))


def _cross(size: float, ink: str) -> Path:
    s = num(size)
    return Path(f"M 0 0 L {s} {s} M {s} 0 L 0 {s}", stroke=ink, width=size / 4)


def _up(size: float, ink: str) -> Path:
    return Path(poly((size / 2, 0), (size, size * 0.87), (0, size * 0.87), closed=True), fill=ink)


def _down(size: float, ink: str) -> Path:
    return Path(poly((0, 0), (size, 0), (size / 2, size * 0.87), closed=True), fill=ink)


def _stop(ctx: Context, x: float, y: float, size: float) -> list[Placed]:
    """An octagon with a bar, on the theme's surface for it: filled, or an outline."""
    theme, look = ctx.theme, ctx.theme.surfaces["stop"]
    side, inset = size - look.width, look.width / 2
    c = side * 0.293
    corners = ((c, 0), (side - c, 0), (side, c), (side, side - c))
    rest = ((side - c, side), (c, side), (0, side - c), (0, c))
    plate = Path(
        poly(*corners, *rest, closed=True),
        fill=theme.colour(look.fill) if look.fill else None,
        stroke=theme.colour(look.stroke) if look.stroke else None,
        width=look.width,
    )
    bar_w, bar_h = size * 0.56, size * 0.18
    bar = Path(rect(bar_w, bar_h), fill=theme.colour(look.text))
    return [
        Placed(x + inset, y + inset, plate),
        Placed(x + (size - bar_w) / 2, y + (size - bar_h) / 2, bar),
    ]


def _weights(x: float, y: float, size: float, ink: str) -> list[Placed]:
    """A dumbbell on a small plate: strength that day."""
    stroke = size * 0.08
    plate = Path(rect(size * 0.84 - stroke, size - stroke, size * 0.16), stroke=ink, width=stroke)
    high, thick, mid = size * 0.42, size * 0.13, size / 2
    left, right = size * 0.2, size * 0.51
    return [
        Placed(x + stroke / 2, y + stroke / 2, plate),
        Placed(x + left, y + mid - high / 2, Path(rect(thick, high), fill=ink)),
        Placed(x + right, y + mid - high / 2, Path(rect(thick, high), fill=ink)),
        Placed(x + left, y + mid - thick / 2, Path(rect(right - left + thick, thick), fill=ink)),
    ]


def _bracket(ctx: Context, joined: str, area: Rect) -> list[Placed]:
    """The left side of a superset: it opens at the first row, closes at the last."""
    stroke, radius, arm = ctx.theme.strokes["bracket"], 0.8, 1.0
    ink = ctx.theme.colour("primary")
    x, top, foot = stroke / 2, 0.0, area.height
    parts = []
    if joined == "first":
        top = 0.6
        parts.append(f"M {num(arm + x)} {num(top)} L {num(x + radius)} {num(top)}")
        parts.append(f"C {num(x)} {num(top)} {num(x)} {num(top)} {num(x)} {num(top + radius)}")
        parts.append(f"L {num(x)} {num(foot)}")
    elif joined == "last":
        foot -= 0.6
        parts.append(f"M {num(x)} 0 L {num(x)} {num(foot - radius)}")
        parts.append(f"C {num(x)} {num(foot)} {num(x)} {num(foot)} {num(x + radius)} {num(foot)}")
        parts.append(f"L {num(arm + x)} {num(foot)}")
    else:
        parts.append(f"M {num(x)} 0 L {num(x)} {num(foot)}")
    return [Placed(area.x, area.y, Path(" ".join(parts), stroke=ink, width=stroke))]


_LAP, _INSET = 0.2, 2.4
"""How far the parts of a bracket over rows go over each other, and how far its end is from that of the last row, mm."""


def _bracket_over(ctx: Context, joined: str, area: Rect) -> list[Placed]:
    """The same over rows that are side by side: it hangs down where they begin and end, inside their outer edges.

    Its parts lap over each other, so that no seam shows between them.
    """
    stroke, ink = ctx.theme.strokes["bracket"], ctx.theme.colour("primary")
    y, foot = stroke / 2, area.height
    left = (
        f"M {num(stroke / 2)} {num(foot)} L {num(stroke / 2)} {num(y)}"
        if joined == "first"
        else f"M {num(-_LAP)} {num(y)}"
    )
    right = area.width - _INSET
    end = (
        f"L {num(right)} {num(y)} L {num(right)} {num(foot)}"
        if joined == "last"
        else f"L {num(area.width + _LAP)} {num(y)}"
    )
    return [Placed(area.x, area.y, Path(f"{left} {end}", stroke=ink, width=stroke))]


_LEVELS, _LEVEL_GAP = 3, 0.31
"""How many squares a level has, and the gap between two by their size."""


def _level(ctx: Context, box: MarkBox, area: Rect, ink: str) -> list[Placed]:
    """Squares in a row, as many filled as the level says."""
    degree, stroke = int(ctx.scope.raw(box.value)), ctx.theme.strokes["hair"]
    size = area.height - stroke
    squares = []
    for number in range(_LEVELS):
        square = Path(rect(size, size), fill=ink if number < degree else None, stroke=ink, width=stroke)
        x = area.x + stroke / 2 + number * area.height * (1 + _LEVEL_GAP)
        squares.append(Placed(x, area.y + stroke / 2, square))
    return squares


def _mark_width(_ctx: Context, box: MarkBox) -> float:
    if box.mark == "level":
        return box.size * (_LEVELS + (_LEVELS - 1) * _LEVEL_GAP)
    return box.size * (0.84 if box.mark == "weights" else 1.0)


register(
    MarkBox,
    BoxKind(
        _mark_present,
        _mark_width,
        lambda c, b, w: 0.0 if b.mark == "bracket" else b.size,
        _mark_draw,
        plain=True,
    ),
)
