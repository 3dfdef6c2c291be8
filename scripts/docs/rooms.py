"""The import graph and the layers of pyproject.toml → a picture of the rooms: who stands on whom, floor by floor.

    python -m scripts.docs.rooms > rooms.svg

An arrow leads from a room to one that it imports. Of arrows that others imply, only the others are drawn.
"""

import sys
import tomllib
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import NamedTuple

import grimp

ROOT = Path(__file__).parents[2]
PACKAGE = "cardmaker"
FLOOR, ROOM, WIDTH, HEIGHT = 74, 112, 96, 34  # from floor to floor, from room to room, a room's own size
ENDS = 14  # how far below or above a room an arrow begins to bend

Graph = Mapping[str, set[str]]


class Spot(NamedTuple):
    """The middle of a room's box."""

    x: float
    y: float


def main() -> None:
    """Print the picture."""
    sys.stdout.write(svg(floors(), rooms_graph()))


def floors() -> list[list[str]]:
    """The rooms by floor, the highest first, as the contract on layers has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (layers,) = (one["layers"] for one in settings["contracts"] if one["type"] == "layers")
    return [[room.strip(" ()") for room in layer.replace(":", "|").split("|")] for layer in layers]


def rooms_graph() -> dict[str, set[str]]:
    """Each room with those that it imports."""
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    found: dict[str, set[str]] = {}
    for module in graph.modules:
        room = _room(module)
        found.setdefault(room, set()).update(map(_room, graph.find_modules_directly_imported_by(module)))
    return {room: others - {room, ""} for room, others in found.items() if room}


def drawn(graph: Graph) -> Iterator[tuple[str, str]]:
    """The arrows that no way over another room implies."""
    reach: dict[str, set[str]] = {}

    def reached(room: str, seen: frozenset[str] = frozenset()) -> set[str]:
        if room not in reach:
            onward = (other for other in graph.get(room, ()) if other not in seen)
            reach[room] = set().union(*({other} | reached(other, seen | {room}) for other in onward))
        return reach[room]

    for room in sorted(graph):
        for other in sorted(graph[room]):
            if not any(other in reached(between) for between in graph[room] - {other}):
                yield room, other


def svg(rows: list[list[str]], graph: Graph) -> str:
    """The picture as SVG, in the colours of text and of a link, so that it suits light and dark pages."""
    across = max(map(len, rows))
    size = (across * ROOM, len(rows) * FLOOR)
    spots = {
        room: Spot((across - len(row)) * ROOM / 2 + (index + 0.5) * ROOM, (floor + 0.5) * FLOOR)
        for floor, row in enumerate(rows)
        for index, room in enumerate(row)
    }
    arrows = [
        _arrow(spots[one], spots[other]) for one, other in drawn(graph) if one in spots and other in spots
    ]
    boxes = [_box(room, spot, len(graph.get(room, ()))) for room, spot in spots.items()]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]:g} {size[1]:g}" role="img"'
            ' font-family="sans-serif" font-size="13" text-anchor="middle">',
            "<title>The rooms of cardmaker and what they import</title>",
            f'<rect width="{size[0]:g}" height="{size[1]:g}" fill="#FFFFFF"/>',
            '<g fill="none" stroke="#7DB5BA" stroke-width="1.2">',
            *arrows,
            "</g>",
            *boxes,
            "</svg>\n",
        ]
    )


def _room(module: str) -> str:
    """The room that a module is in; '' for the package itself."""
    return module.split(".")[1] if module.count(".") else ""


def _arrow(one: Spot, other: Spot) -> str:
    """A line from a room's lower edge down to the upper edge of one below, with a dot where it ends."""
    top, foot = one.y + HEIGHT / 2, other.y - HEIGHT / 2
    bend = f"C {one.x:g} {top + ENDS * 2:g} {other.x:g} {foot - ENDS * 2:g}"
    line = f'<path d="M {one.x:g} {top:g} {bend} {other.x:g} {foot - 2:g}"/>'
    return f'{line}<circle cx="{other.x:g}" cy="{foot - 2:g}" r="1.8" fill="#7DB5BA" stroke="none"/>'


def _box(room: str, spot: Spot, imports: int) -> str:
    """A room's box with its name; the title says how many others it imports."""
    x, y = spot.x - WIDTH / 2, spot.y - HEIGHT / 2
    name = escape(room)
    return (
        f'<g><title>{name} imports {imports} others</title><rect x="{x:g}" y="{y:g}" width="{WIDTH}" height="{HEIGHT}"'
        f' rx="5" fill="#EEF3F3" stroke="#0F4C5C"/>'
        f'<text x="{spot.x:g}" y="{spot.y + 4.5:g}" fill="#15232B">{name}</text></g>'
    )


if __name__ == "__main__":
    main()
