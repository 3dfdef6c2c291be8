"""The bytes of an SVG file → an Artwork: flat-coloured paths, every transform and style worked out."""

import math
from dataclasses import replace

from cardmaker.errors import PictureError
from cardmaker.frame import Artwork
from cardmaker.geometry import Rect, rounded
from cardmaker.picture.svg_clip import intersection
from cardmaker.picture.svg_drawing import Drawing, Shape
from cardmaker.picture.svg_path import Segment
from cardmaker.picture.svg_shapes import length
from cardmaker.picture.svg_source import Node, parse_source
from cardmaker.picture.svg_view import numbers

REACH = 0.5
"""How far a drawing may reach out of its page, as a part of the page, before it is refused."""


def read_svg(data: bytes, name: str) -> Artwork:
    """Turn an SVG into an artwork in the units of its viewBox; opacity is flattened as on white paper.

    What lies outside the page is left out. Nothing is ever clipped, so where a shape reaches over the edge
    the artwork grows to hold it. PictureError, naming the file and the line, if the file isn't safe or holds
    what flat-coloured paths can't draw: text, pictures, gradients, patterns, masks, filters, and clips by all
    but rectangles.
    """
    root = parse_source(data, name)
    page = _page(root, name)
    shapes = [shape for shape in Drawing(root, name, page).shapes() if _shows(shape, page)]
    if not shapes:
        raise PictureError(f"{name}: draws nothing; save the picture again")
    box = _grown(page, shapes, name)
    decimals = max(0, 5 - math.ceil(math.log10(max(box.width, box.height))))
    paths = tuple(replace(shape.look, data=_data(shape.segments, box, decimals)) for shape in shapes)
    return Artwork(round(box.width, decimals), round(box.height, decimals), paths)


def _page(root: Node, name: str) -> Rect:
    """The rectangle of user units that the drawing fills."""
    try:
        box = numbers(root.attributes.get("viewBox", ""))
        if len(box) != 4:
            width, height = (length(root.attributes.get(key, "0"), 0) for key in ("width", "height"))
            box = [0.0, 0.0, width, height]
        page = Rect(*box)
    except ValueError as error:
        raise PictureError(f"{name}:{root.line}: {error} can't be understood; save it as plain SVG") from None
    if not (1e-4 < page.width < 1e6 and 1e-4 < page.height < 1e6 and abs(page.x) + abs(page.y) < 1e7):
        raise PictureError(f"{name}:{root.line}: has no usable size; give it a viewBox, or width and height")
    return page


def _shows(shape: Shape, page: Rect) -> bool:
    extent = shape.extent
    return (
        extent.x <= page.right
        and page.x <= extent.right
        and extent.y <= page.bottom
        and page.y <= extent.bottom
    )


def _grown(page: Rect, shapes: list[Shape], name: str) -> Rect:
    x = min(page.x, *(shape.extent.x for shape in shapes))
    y = min(page.y, *(shape.extent.y for shape in shapes))
    right = max(page.right, *(shape.extent.right for shape in shapes))
    bottom = max(page.bottom, *(shape.extent.bottom for shape in shapes))
    grown = Rect(x, y, right - x, bottom - y)
    allowed = Rect(
        page.x - REACH * page.width,
        page.y - REACH * page.height,
        page.width * (1 + 2 * REACH),
        page.height * (1 + 2 * REACH),
    )
    if intersection(grown, allowed) != grown:
        raise PictureError(f"{name}: reaches far out of its page; make the page as large as the drawing")
    return grown


def _data(segments: list[Segment], box: Rect, decimals: int) -> str:
    tokens: list[str] = []
    for kind, points in segments:
        tokens.append(kind)
        for point in points:
            tokens += (rounded(point.x - box.x, decimals), rounded(point.y - box.y, decimals))
    return " ".join(tokens)
