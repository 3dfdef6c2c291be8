"""A frame and a factor → the same frame larger or smaller: places, shapes, type and pictures alike."""

from dataclasses import replace

from cardmaker.frame import Art, Frame, Group, Image, Item, Link, Path, Placed, Text
from cardmaker.geometry import Size
from cardmaker.layout.shapes import num


def enlarged(frame: Frame, by: float) -> Frame:
    """The frame, enlarged by a factor."""
    size = Size(frame.size.width * by, frame.size.height * by)
    return replace(frame, size=size, items=_all(frame.items, by))


def _all(items: tuple[Placed, ...], by: float) -> tuple[Placed, ...]:
    return tuple(Placed(placed.x * by, placed.y * by, _one(placed.item, by)) for placed in items)


def _one(item: Item, by: float) -> Item:
    match item:
        case Text():
            return replace(item, size_pt=item.size_pt * by, like=None)
        case Path():
            data = " ".join(t if t.isalpha() else num(float(t) * by) for t in item.data.split(" "))
            return replace(
                item, data=data, width=item.width * by, dash=tuple(dash * by for dash in item.dash)
            )
        case Art():
            return replace(item, width=item.width * by)
        case Image() | Link():
            return replace(item, width=item.width * by, height=item.height * by)
        case Group():
            return replace(item, items=_all(item.items, by), like=None, digits="")
