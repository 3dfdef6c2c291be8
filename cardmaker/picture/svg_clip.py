"""An outline and the rectangle that is to show of it → what is left, if no curve has to be cut."""

from itertools import pairwise

from cardmaker.geometry import Point, Rect
from cardmaker.picture.svg_path import Segment, bounds

_SLACK = 0.005
"""How far a shape may stick out of its clip, as a part of the clip's size, and still count as inside."""


def rectangle_of(segments: list[Segment]) -> Rect | None:
    """The upright rectangle that an outline draws; None if it draws anything else."""
    if len(segments) < 4 or any(kind == "C" for kind, _ in segments):
        return None
    if [kind for kind, _ in segments].count("M") != 1:
        return None
    box = bounds(segments)
    slack = 1e-6 * max(box.width, box.height)
    corners = [_corner(points[0], box, slack) for _, points in segments if points]
    if None in corners or len(set(corners)) != 4:
        return None
    steps = pairwise(corners)
    along_sides = all(a and b and (a[0] == b[0] or a[1] == b[1]) for a, b in steps)
    return box if along_sides else None


def intersection(first: Rect, second: Rect) -> Rect:
    """What two rectangles share; without width or height if that is nothing."""
    x, y = max(first.x, second.x), max(first.y, second.y)
    right, bottom = min(first.right, second.right), min(first.bottom, second.bottom)
    return Rect(x, y, max(0.0, right - x), max(0.0, bottom - y))


def clipped(segments: list[Segment], extent: Rect, stroked: bool, clip: Rect) -> list[Segment] | None:
    """What shows of a shape whose *extent* has its stroke in it: all, part of a rectangle, or nothing ([]).

    None if the shape would have to be cut along a curve or a slope.
    """
    if clip.contains(extent, _SLACK * max(clip.width, clip.height)):
        return segments
    shared = intersection(extent, clip)
    if not shared.width or not shared.height:
        return []
    rectangle = None if stroked else rectangle_of(segments)
    return _outline(shared) if rectangle else None


def _corner(point: Point, box: Rect, slack: float) -> tuple[bool, bool] | None:
    left, right = abs(point.x - box.x) <= slack, abs(point.x - box.right) <= slack
    top, bottom = abs(point.y - box.y) <= slack, abs(point.y - box.bottom) <= slack
    return (left, top) if (left or right) and (top or bottom) else None


def _outline(box: Rect) -> list[Segment]:
    corners = (
        Point(box.x, box.y),
        Point(box.right, box.y),
        Point(box.right, box.bottom),
        Point(box.x, box.bottom),
    )
    return [("M", corners[:1]), *(("L", (corner,)) for corner in corners[1:]), ("Z", ())]
