"""A nested view's place, size and viewBox → the map from the units inside it to those outside."""

from cardmaker.geometry import Size
from cardmaker.picture.svg_matrix import Matrix
from cardmaker.picture.svg_shapes import length

_ALIGN = {"min": 0.0, "mid": 0.5, "max": 1.0}


def view_matrix(attributes: dict[str, str], outside: Size) -> tuple[Matrix, Size]:
    """The map for an inner <svg> or a used <symbol>, and the size of the view in its own units.

    ValueError if a number can't be understood.
    """
    place = Matrix(
        e=length(attributes.get("x", "0"), outside.width), f=length(attributes.get("y", "0"), outside.height)
    )
    size = Size(
        _side(attributes.get("width", "auto"), outside.width),
        _side(attributes.get("height", "auto"), outside.height),
    )
    box = numbers(attributes.get("viewBox", ""))
    if len(box) != 4 or box[2] <= 0 or box[3] <= 0:
        return place, size
    view = Size(box[2], box[3])
    align, _, meet = attributes.get("preserveAspectRatio", "xMidYMid").strip().partition(" ")
    sx, sy = size.width / view.width, size.height / view.height
    if align != "none":
        sx = sy = max(sx, sy) if meet.strip() == "slice" else min(sx, sy)
    x = (size.width - view.width * sx) * _ALIGN.get(align[1:4].casefold(), 0.5)
    y = (size.height - view.height * sy) * _ALIGN.get(align[5:8].casefold(), 0.5)
    return place.then_inside(Matrix(sx, 0, 0, sy, x - box[0] * sx, y - box[1] * sy)), view


def numbers(text: str) -> list[float]:
    """The numbers of a viewBox; ValueError if one isn't."""
    try:
        return [float(word) for word in text.replace(",", " ").split()]
    except ValueError:
        raise ValueError(f"viewBox '{text[:40]}'") from None


def _side(text: str, whole: float) -> float:
    return whole if text == "auto" else length(text, whole)
