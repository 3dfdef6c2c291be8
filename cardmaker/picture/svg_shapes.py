"""SVG's basic shapes → path data, and lengths in SVG's units → numbers."""

import math
import re

from cardmaker.geometry import Size
from cardmaker.picture.svg_source import Node

_LENGTH = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(px|pt|pc|mm|cm|in|em|ex|q|%|)\s*")
_UNITS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
    "q": 96 / 101.6,
    "em": 16.0,
    "ex": 8.0,
}

SHAPES = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))


def path_data(node: Node, view: Size) -> str:
    """A shape's outline as path data, '' if it has none; percentages are of *view*.

    ValueError if a length can't be understood.
    """
    match node.name:
        case "path":
            return node.attributes.get("d", "")
        case "rect":
            return _rect(node, view)
        case "circle":
            r = _length(node, "r", _diagonal(view))
            return _ellipse(node, view, r, r)
        case "ellipse":
            rx, ry = _radii(node, view)
            return _ellipse(node, view, rx, ry)
        case "line":
            x1, x2 = (_length(node, key, view.width) for key in ("x1", "x2"))
            y1, y2 = (_length(node, key, view.height) for key in ("y1", "y2"))
            return f"M{x1} {y1}L{x2} {y2}"
        case "polyline" | "polygon":
            points = node.attributes.get("points", "").strip()
            return f"M{points}" + ("Z" if node.name == "polygon" and points else "")
    raise ValueError(f"<{node.name}>")


def length(text: str, whole: float) -> float:
    """A length in user units; a percentage is of *whole*. ValueError if it isn't a length."""
    match = _LENGTH.fullmatch(text.casefold())
    if match is None:
        raise ValueError(f"length '{text[:40]}'")
    value = float(match[1])
    return value * whole / 100 if match[2] == "%" else value * _UNITS[match[2]]


def _length(node: Node, key: str, whole: float) -> float:
    text = node.attributes.get(key, "0")
    return 0.0 if text == "auto" else length(text, whole)


def _radii(node: Node, view: Size) -> tuple[float, float]:
    """rx and ry, each standing in for the other if only one is given."""
    given = [node.attributes.get(key, "auto") for key in ("rx", "ry")]
    first, second = given
    rx = length(first if first != "auto" else "0", view.width)
    ry = length(second if second != "auto" else "0", view.height)
    return (ry if first == "auto" else rx), (rx if second == "auto" else ry)


def _rect(node: Node, view: Size) -> str:
    x, width = (_length(node, key, view.width) for key in ("x", "width"))
    y, height = (_length(node, key, view.height) for key in ("y", "height"))
    if width <= 0 or height <= 0:
        return ""
    rx, ry = _radii(node, view)
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if rx <= 0 or ry <= 0:
        return f"M{x} {y}H{x + width}V{y + height}H{x}Z"
    right, bottom, corner = x + width, y + height, f"A{rx} {ry} 0 0 1 "
    return (
        f"M{x + rx} {y}H{right - rx}{corner}{right} {y + ry}V{bottom - ry}{corner}{right - rx} {bottom}"
        f"H{x + rx}{corner}{x} {bottom - ry}V{y + ry}{corner}{x + rx} {y}Z"
    )


def _ellipse(node: Node, view: Size, rx: float, ry: float) -> str:
    if rx <= 0 or ry <= 0:
        return ""
    x, y = _length(node, "cx", view.width), _length(node, "cy", view.height)
    return f"M{x + rx} {y}A{rx} {ry} 0 0 1 {x - rx} {y}A{rx} {ry} 0 0 1 {x + rx} {y}Z"


def _diagonal(view: Size) -> float:
    return math.hypot(*view) / math.sqrt(2)
