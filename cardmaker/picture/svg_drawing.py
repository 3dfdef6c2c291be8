"""A tree of SVG nodes → the shapes it draws on its page, in order, with their colours."""

import math
from dataclasses import replace
from typing import NoReturn

from cardmaker.errors import PictureError
from cardmaker.frame import Path
from cardmaker.geometry import Rect, Size
from cardmaker.picture.svg_clip import clipped, intersection, rectangle_of
from cardmaker.picture.svg_matrix import Matrix, parse_transform
from cardmaker.picture.svg_path import Segment, bounds, parse_path
from cardmaker.picture.svg_shapes import SHAPES, length, path_data
from cardmaker.picture.svg_source import LIMIT_DEPTH, Node
from cardmaker.picture.svg_style import INHERITED, StyleSheet, flat_colour, fraction
from cardmaker.picture.svg_view import view_matrix
from cardmaker.record import record

LIMIT_SEGMENTS = 30_000
LIMIT_DRAWN = 10_000
"""The most elements drawn, each use of one counted."""

_NEARLY = 0.005
"""How much smaller than the page a clip may be and still show all of it, as a part of the page."""

_ABSOLUTE = ("path", "polyline", "polygon")
"""Shapes in which no length is a part of the view."""
_MOST_DASHES = 24
_GROUPS = frozenset(("svg", "g", "a", "switch"))
_TEXT = frozenset(("text", "flowRoot"))
_PATHS = "convert it to paths, or export the drawing as PNG"
_FLAT = "give it flat colours, or export the drawing as PNG"
_PLAIN = "take it away, or export the drawing as PNG"
_EFFECTS = {
    "mask": "a mask",
    "filter": "an effect (shadow, blur)",
    "mix-blend-mode": "blended colours",
    "transform-origin": "a transform about an origin of its own",
    "marker-start": "line markers",
    "marker-mid": "line markers",
    "marker-end": "line markers",
}
_NO_EFFECT = ("", "none", "normal", "inherit", "0", "0 0", "0px 0px")


@record
class Shape:
    """An outline on the page, the room it takes with its stroke, and its look: a Path without data."""

    segments: list[Segment]
    extent: Rect
    look: Path


@record
class _Context:
    """What holds where a node is drawn; *clip* is in the units of the page."""

    properties: dict[str, str]
    matrix: Matrix
    view: Size
    opacity: float = 1.0
    clip: Rect | None = None


class Drawing:
    """One SVG being drawn. PictureError for whatever can't be."""

    def __init__(self, root: Node, name: str, page: Rect) -> None:
        self._root, self._name, self._page = root, name, page
        self._ids: dict[str, Node] = {}
        self._shapes: list[Shape] = []
        self._outlines: dict[tuple[int, Size | None], list[Segment]] = {}
        self._kept: dict[int, dict[str, str]] = {}
        self._steps = self._segments = 0
        styles: list[str] = []
        for node in _all(root):
            if "id" in node.attributes:
                self._ids.setdefault(node.attributes["id"], node)
            if node.name == "style":
                styles.append(node.text)
        try:
            self._sheet = StyleSheet(styles)
        except ValueError as error:
            raise PictureError(f"{name}: {error}") from None

    def shapes(self) -> list[Shape]:
        """All shapes, the lowest first."""
        context = _Context({}, Matrix(), self._page.size)
        self._draw(self._root, context, 0)
        return self._shapes

    def _draw(self, node: Node, outside: _Context, depth: int) -> None:
        self._steps += 1
        if self._steps > LIMIT_DRAWN:
            self._refuse(node, f"draws more than {LIMIT_DRAWN} elements; simplify the drawing")
        if depth > 2 * LIMIT_DEPTH:
            self._refuse(node, "<use> elements go round in a circle, or too deep; ungroup the drawing")
        if not (node.name in _GROUPS or node.name in SHAPES or node.name in _TEXT or node.name == "use"):
            return
        try:
            own = self._declared(node)
            if own.get("display") == "none":
                return
            if node.name in _TEXT:
                self._refuse(node, f"has text in it; {_PATHS}")
            context = self._inside(node, own, outside)
            if node.name in SHAPES:
                self._add(node, context)
                return
            if node.name == "use":
                self._use(node, context, depth)
            else:
                self._group(node, context, depth)
        except (ArithmeticError, ValueError) as error:
            what = "a number" if isinstance(error, ArithmeticError) or "math" in str(error) else str(error)
            self._refuse(node, f"{what} can't be understood; save it as plain SVG, or as PNG")

    def _declared(self, node: Node) -> dict[str, str]:
        """What is said of a node, worked out once however often it is used."""
        if id(node) not in self._kept:
            self._kept[id(node)] = self._sheet.declared(node)
        return self._kept[id(node)]

    def _inside(self, node: Node, own: dict[str, str], outside: _Context) -> _Context:
        for key, effect in _EFFECTS.items():
            if own.get(key, "") not in _NO_EFFECT and (key != "transform-origin" or "transform" in own):
                self._refuse(node, f"has {effect}; {_PLAIN}")
        properties = outside.properties
        inherited = {key: own[key] for key in own if key in INHERITED and own[key] != "inherit"}
        if inherited:
            properties = {**properties, **inherited}
        matrix = outside.matrix
        if own.get("transform"):
            matrix = matrix.then_inside(parse_transform(own["transform"]))
        opacity = outside.opacity * fraction(own["opacity"]) if "opacity" in own else outside.opacity
        clip = self._clip(node, own.get("clip-path", ""), matrix, outside.clip)
        return _Context(properties, matrix, outside.view, opacity, clip)

    def _group(self, node: Node, context: _Context, depth: int) -> None:
        if node.name == "svg" and node is not self._root:
            context = self._viewed(node.attributes, context)
        children = node.children
        if node.name == "switch":
            children = [child for child in children if "requiredExtensions" not in child.attributes][:1]
        for child in children:
            self._draw(child, context, depth + 1)

    def _use(self, node: Node, context: _Context, depth: int) -> None:
        target = self._target(node)
        if target is None:
            return
        context = replace(context, matrix=self._moved(node, context))
        if target.name == "symbol":
            keys: tuple[str, ...] = ("width", "height")
            sides = {key: node.attributes[key] for key in keys if key in node.attributes}
            context = self._inside(target, self._declared(target), context)
            context = self._viewed({**target.attributes, **sides}, context)
            for child in target.children:
                self._draw(child, context, depth + 1)
        else:
            self._draw(target, context, depth + 1)

    def _target(self, node: Node) -> Node | None:
        return self._ids.get(node.attributes.get("href", "").strip().removeprefix("#"))

    def _moved(self, node: Node, context: _Context) -> Matrix:
        x = length(node.attributes.get("x", "0"), context.view.width)
        y = length(node.attributes.get("y", "0"), context.view.height)
        return context.matrix.then_inside(Matrix(e=x, f=y))

    def _viewed(self, attributes: dict[str, str], context: _Context) -> _Context:
        inner, view = view_matrix(attributes, context.view)
        return replace(context, matrix=context.matrix.then_inside(inner), view=view)

    def _add(self, node: Node, context: _Context) -> None:
        properties, scale = context.properties, context.matrix.scale
        if properties.get("visibility") in ("hidden", "collapse") or not scale:
            return
        fill = self._colour(node, context, "fill", "black")
        stroke = self._colour(node, context, "stroke", "none")
        width = length(properties.get("stroke-width", "1"), math.hypot(*context.view) / math.sqrt(2)) * scale
        if not math.isfinite(width):
            raise ValueError("a number beyond all bounds")
        if width <= 0:
            stroke = None
        segments = self._outline(node, context.matrix, context.view)
        if not (fill or stroke) or not any(kind in "LC" for kind, _ in segments):
            return
        look = Path(
            "",
            fill,
            stroke,
            round(width, 4) if stroke else 0.0,
            _dash(properties.get("stroke-dasharray", "none"), scale) if stroke else (),
            _round(properties, segments),
            properties.get("fill-rule") == "evenodd",
        )
        extent = _with_stroke(bounds(segments), look.width)
        if context.clip:
            segments = self._clipped(node, segments, extent, look, context.clip)
            if not segments:
                return
            extent = _with_stroke(bounds(segments), look.width)
        self._shapes.append(Shape(segments, extent, look))

    def _outline(self, node: Node, matrix: Matrix, view: Size) -> list[Segment]:
        key = id(node), None if node.name in _ABSOLUTE else view
        outline = self._outlines.get(key)
        if outline is None:
            outline = self._outlines[key] = parse_path(path_data(node, view), LIMIT_SEGMENTS)
        self._segments += len(outline)
        if self._segments > LIMIT_SEGMENTS:
            self._refuse(node, f"draws more than {LIMIT_SEGMENTS} lines and curves; simplify the drawing")
        outline = [(kind, tuple(matrix.apply(point) for point in points)) for kind, points in outline]
        if not all(math.isfinite(value) for _, points in outline for point in points for value in point):
            raise ValueError("a number beyond all bounds")
        return outline

    def _colour(self, node: Node, context: _Context, key: str, default: str) -> str | None:
        value = context.properties.get(key, default)
        if value.startswith("url("):
            self._refuse(node, f"has a gradient or a pattern; {_FLAT}")
        opacity = context.opacity * fraction(context.properties.get(f"{key}-opacity", "1"))
        return flat_colour(value, context.properties.get("color", "black"), opacity)

    def _clip(self, node: Node, value: str, matrix: Matrix, clip: Rect | None) -> Rect | None:
        if value in ("", "none"):
            return clip
        target = self._ids.get(value.removeprefix("url(").rstrip(")").strip("\"' ").removeprefix("#"))
        if target is None:
            return clip
        matrix = matrix.then_inside(parse_transform(self._declared(target).get("transform", "")))
        inside = [child for child in target.children if child.name in SHAPES or child.name == "use"]
        box = None
        if len(inside) == 1 and target.attributes.get("clipPathUnits") != "objectBoundingBox":
            box = self._clip_box(inside[0], matrix)
        if box is None:
            self._refuse(node, f"is cut out by a shape (clip-path); {_PLAIN}")
        return intersection(clip, box) if clip else box

    def _clip_box(self, node: Node, matrix: Matrix) -> Rect | None:
        matrix = matrix.then_inside(parse_transform(self._declared(node).get("transform", "")))
        if node.name == "use":
            matrix = self._moved(node, _Context({}, matrix, self._page.size))
            target = self._target(node)
            if target is None or target.name not in SHAPES:
                return None
            return self._clip_box(target, matrix)
        return rectangle_of(self._outline(node, matrix, self._page.size))

    def _clipped(
        self, node: Node, segments: list[Segment], extent: Rect, look: Path, clip: Rect
    ) -> list[Segment]:
        if clip.contains(self._page, _NEARLY * max(self._page.size)):
            return segments
        left = clipped(segments, extent, bool(look.stroke), clip)
        if left is None:
            self._refuse(node, f"is cut off by a rectangle (clip-path); {_PLAIN}")
        return left

    def _refuse(self, node: Node, message: str) -> NoReturn:
        raise PictureError(f"{self._name}:{node.line}: {message}")


def _all(root: Node) -> list[Node]:
    nodes = [root]
    for node in nodes:
        nodes += node.children
    return nodes


def _round(properties: dict[str, str], segments: list[Segment]) -> bool:
    """Whether ends and joins are round; joins alone count only where a line has no ends."""
    if properties.get("stroke-linecap") == "round":
        return True
    kinds = [kind for kind, _ in segments]
    return properties.get("stroke-linejoin") == "round" and kinds.count("M") == kinds.count("Z")


def _dash(text: str, scale: float) -> tuple[float, ...]:
    if text in ("none", ""):
        return ()
    lengths = [length(word, 0) * scale for word in text.replace(",", " ").split()]
    if len(lengths) > _MOST_DASHES or not all(map(math.isfinite, lengths)):
        raise ValueError(f"stroke-dasharray of {len(lengths)} numbers")
    if not sum(lengths) or min(lengths) < 0:
        return ()
    return tuple(round(part, 4) for part in lengths * (1 + len(lengths) % 2))


def _with_stroke(box: Rect, width: float) -> Rect:
    return Rect(box.x - width / 2, box.y - width / 2, box.width + width, box.height + width)
