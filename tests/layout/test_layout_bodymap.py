"""A body map stands at the right of its figure, high enough to read, and takes no room where there is none."""

import pytest

from cardmaker import assets
from cardmaker.frame import Art, Frame, Placed, Role
from cardmaker.geometry import Size
from cardmaker.handout import BodyMap
from cardmaker.layout.bodymap import LEAST, MOST
from cardmaker.picture.artwork import load_artwork
from cardmaker.picture.bodymap import FILE
from tests.layout.layout_kit import MONO, figure, groups, laid

BOX = "{figure: '{figure}', alt: '{name}', body_map: '{body_map}', height: fill}"
LABELS = {"figure_start": "Start", "figure_finish": "Finish"}
MAP = BodyMap(load_artwork(assets.illustrations() / FILE), ("quads",), ("abs",))


def shown(body_map: BodyMap | None, height: float = 40.0) -> Frame:
    content = {"figure": figure(), "name": "Squat", "body_map": body_map, "cues": ()}
    return laid(f"stack: [{BOX}]", content, 64, height, labels=LABELS, measurer=MONO)


def split(frame: Frame) -> tuple[list[Placed], list[Placed]]:
    """The figure's positions, and the bodies of the map."""
    found = [placed for placed in frame.walk() if isinstance(placed.item, Art)]
    sizes = {pane.size for pane in MAP.artwork.panes}
    bodies = [one for one in found if Size(one.item.artwork.width, one.item.artwork.height) in sizes]
    return [placed for placed in found if placed not in bodies], bodies


@pytest.mark.parametrize("height", [20.0, 30.0, 44.0])
def test_front_and_back_are_high_enough_and_clear_of_the_figure(height: float) -> None:
    positions, bodies = split(shown(MAP, height))
    assert len(bodies) == 2
    for body in bodies:
        assert LEAST - 0.01 <= body.item.height <= MOST + 0.01
        assert body.x + body.item.width <= 64.01 and body.y + body.item.height <= height + 0.01
    left = min(body.x for body in bodies)
    assert all(one.x + one.item.width <= left for one in positions)


def test_it_is_part_of_the_figure_for_those_who_listen() -> None:
    (group,) = groups(shown(MAP).items, Role.FIGURE)
    assert sum(isinstance(placed.item, Art) for placed in group.items) == 4


def test_no_map_no_room() -> None:
    _, none = split(shown(None))
    assert not none
    plain = "{figure: '{figure}', alt: '{name}', height: fill}"
    content = {"figure": figure(), "name": "Squat", "cues": ()}
    without = laid(f"stack: [{plain}]", content, 64, 40, labels=LABELS, measurer=MONO)
    places = [(placed.x, placed.y) for placed in without.walk()]
    assert [(placed.x, placed.y) for placed in shown(None).walk()] == places
