"""Plain shapes as path data, in mm from their own top left."""

from collections.abc import Iterator
from functools import cache

from cardmaker.frame import Path, Placed
from cardmaker.geometry import Rect
from cardmaker.theme.theme import Surface, Theme

# The distance of a Bézier handle that comes closest to a quarter circle, in radii.
_ARC = 0.5523


def num(value: float) -> str:
    """A coordinate to a thousandth of a mm, without trailing zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def poly(*points: tuple[float, float], closed: bool = False) -> str:
    """Straight lines through points."""
    joined = " L ".join(f"{num(x)} {num(y)}" for x, y in points)
    return f"M {joined} Z" if closed else f"M {joined}"


@cache
def rect(width: float, height: float, radius: float = 0.0) -> str:
    """A rectangle, its corners rounded to a radius."""
    if radius <= 0:
        return poly((0, 0), (width, 0), (width, height), (0, height), closed=True)
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _ARC)
    w, h = width, height
    curves = (
        ((r, 0), (w - r, 0), (w - k, 0), (w, k), (w, r)),
        (None, (w, h - r), (w, h - k), (w - k, h), (w - r, h)),
        (None, (r, h), (k, h), (0, h - k), (0, h - r)),
        (None, (0, r), (0, k), (k, 0), (r, 0)),
    )
    parts = []
    for start, line, one, two, end in curves:
        if start:
            parts.append(f"M {num(start[0])} {num(start[1])}")
        parts.append(f"L {num(line[0])} {num(line[1])}")
        parts.append("C " + " ".join(f"{num(x)} {num(y)}" for x, y in (one, two, end)))
    return " ".join(parts) + " Z"


@cache
def circle(diameter: float) -> str:
    """A circle in its square."""
    return rect(diameter, diameter, diameter / 2)


def line(dx: float, dy: float) -> str:
    """A line from the origin."""
    return poly((0, 0), (dx, dy))


def stroked(theme: Theme, name: str, colour: str, data: str) -> Path:
    """A line in one of the theme's strokes, broken if that one is, in a colour token."""
    return Path(data, stroke=theme.colour(colour), width=theme.strokes[name], dash=theme.dashes.get(name, ()))


def surface(theme: Theme, name: str, box: Rect, radius: float = 0.0) -> list[Placed]:
    """A theme's surface filling a rectangle: fill, hatching, then the outline drawn inside the edge."""
    return filled(theme, theme.surfaces[name], box, radius)


def filled(theme: Theme, look: Surface, box: Rect, radius: float = 0.0) -> list[Placed]:
    """A rectangle that looks like a surface."""
    items: list[Placed] = []
    if look.fill:
        path = Path(rect(box.width, box.height, radius), fill=theme.colour(look.fill))
        items.append(Placed(box.x, box.y, path))
    if look.hatch and look.stroke:
        items.extend(_hatching(theme, look, box))
    if look.stroke and look.width:
        half = look.width / 2
        shape = rect(box.width - look.width, box.height - look.width, max(0.0, radius - half))
        edge = Path(shape, stroke=theme.colour(look.stroke), width=look.width, dash=look.dash)
        items.append(Placed(box.x + half, box.y + half, edge))
    return items


def _hatching(theme: Theme, look: Surface, box: Rect) -> Iterator[Placed]:
    """Lines at 45°, a pitch apart, cut at the rectangle: real lines, which print where patterns smear."""
    assert look.hatch is not None
    pitch, width = look.hatch
    step = pitch * 2**0.5
    parts, offset = [], step / 2
    while offset < box.width + box.height:
        x0, y0 = (offset, 0.0) if offset <= box.width else (box.width, offset - box.width)
        x1, y1 = (0.0, offset) if offset <= box.height else (offset - box.height, box.height)
        parts.append(poly((x0, y0), (x1, y1)))
        offset += step
    if parts:
        yield Placed(box.x, box.y, Path(" ".join(parts), stroke=theme.colour(look.stroke), width=width))
