"""A frame → indented text that a person can read and a diff can show: roles, type, shapes, where they are."""

import hashlib
from collections.abc import Iterator

from cardmaker.frame import Art, Frame, Group, Image, Link, Path, Placed, Role, Text
from cardmaker.paint.shapes import bounds
from cardmaker.paint.tokens import number


def outline(frame: Frame) -> str:
    """One line for each drawable and group, in reading order; places are mm from the frame's top left."""
    head = f"Frame {_pair(*frame.size, '×')}"
    return "\n".join([head, *_lines(frame.items, 0.0, 0.0, 1)]) + "\n"


def _lines(items: tuple[Placed, ...], x: float, y: float, depth: int) -> Iterator[str]:
    for placed in items:
        left, top, item = x + placed.x, y + placed.y, placed.item
        if isinstance(item, Group):
            yield "  " * depth + _group(item)
            yield from _lines(item.items, left, top, depth + 1)
        else:
            yield "  " * depth + f"{_pair(left, top)} {_drawn(item)}"


def _group(group: Group) -> str:
    scope = f" scope {group.scope}" if group.scope else ""
    alt = f" '{group.alt}'" if group.alt or group.role is Role.FIGURE else ""
    return f"{group.role}{scope}{alt}"


def _drawn(item: Text | Path | Art | Image | Link) -> str:
    match item:
        case Text(runs, size, fill, tracking, rising):
            fonts = ", ".join(dict.fromkeys(run.font for run in runs))
            spaced = f" +{number(tracking)}em" if tracking else ""
            way = " rising" if rising else ""
            return (
                f"'{item.content}' {number(size)}pt{spaced}{way} {fill} {number(item.width, 2)} wide, {fonts}"
            )
        case Path():
            return f"path {_shape(item)}"
        case Art(artwork, width):
            return f"art {_pair(width, item.height, '×')}, {len(artwork.paths)} paths"
        case Image(data, width, height):
            return f"image {_pair(width, height, '×')}, {hashlib.sha256(data).hexdigest()[:8]}"
        case Link(url, width, height, description):
            return f"link {_pair(width, height, '×')} {url} '{description}'"


def _shape(path: Path) -> str:
    """A path's extent, how many segments it has, and its ink."""
    box = bounds(path)
    ink = [f"fill {path.fill}"] if path.fill else []
    if path.stroke:
        dashed = f" dashed {'/'.join(map(number, path.dash))}" if path.dash else ""
        ink.append(f"stroke {path.stroke} {number(path.width)}{dashed}{' round' * path.round}")
    count = sum(path.data.count(letter) for letter in "LCZ")
    return f"{_pair(box.x, box.y)} {_pair(box.width, box.height, '×')}, {count} segments, {', '.join(ink)}"


def _pair(first: float, second: float, between: str = ",") -> str:
    return f"{number(first, 2)}{between}{number(second, 2)}"
