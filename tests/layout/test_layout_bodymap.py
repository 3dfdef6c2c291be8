"""The body map: front and back as high as their box, as wide as that makes them, and read aloud."""

import pytest

from cardmaker import assets
from cardmaker.frame import Art, Frame, Placed, Role
from cardmaker.handout import BodyMap
from cardmaker.picture.artwork import load_artwork
from cardmaker.picture.bodymap import FILE
from tests.layout.layout_kit import MONO, extent, groups, laid, theme

MAP = BodyMap(load_artwork(assets.illustrations() / FILE), ("quads",), ("abs",))
BOX = "row: [{{text: x, width: fill}}, {{body_map: '{{body_map}}', alt: '{{said}}', height: {height}}}]"


def shown(body_map: BodyMap | None, height: float = 12.0) -> Frame:
    content = {"body_map": body_map, "said": "Quads work most; abs help"}
    return laid(BOX.format(height=height), content, 64, height, measurer=MONO)


def bodies(frame: Frame) -> list[Placed]:
    return [placed for placed in frame.walk() if isinstance(placed.item, Art)]


@pytest.mark.parametrize("height", [8.0, 12.0, 18.0])
def test_front_and_back_fill_the_height_next_to_each_other_at_the_right_edge(height: float) -> None:
    front, back = bodies(shown(MAP, height))
    inks = [extent(body, MONO) for body in (front, back)]
    for ink in inks:
        assert (ink.y, ink.height) == (pytest.approx(0.0, abs=0.1), pytest.approx(height, abs=0.1))
    assert inks[1].right == pytest.approx(64.0, abs=0.1)
    assert inks[1].x - inks[0].right == pytest.approx(0.6, abs=0.1)


def test_those_who_listen_hear_which_muscles_are_marked() -> None:
    (group,) = groups(shown(MAP).items, Role.FIGURE)
    assert group.alt == "Quads work most; abs help"


def test_no_map_no_room() -> None:
    assert not bodies(shown(None))


def test_muscles_in_surfaces_of_their_own_have_their_colours_and_lines() -> None:
    surfaces = (("quads", "sets-many"), ("chest", "sets-few"))
    front, back = bodies(shown(BodyMap(MAP.artwork, (), surfaces=surfaces), 60.0))
    signal = theme().colour("signal")
    paths = [path for body in (front, back) if isinstance(body.item, Art) for path in body.item.artwork.paths]
    assert sum(path.fill == signal for path in paths) == 1, "the quads, from the front"
    hatching = [path for path in paths if path.stroke == signal and "Z" not in path.data]
    assert len(hatching) == 1
    assert isinstance(front.item, Art)
    scale = front.item.width / front.item.artwork.width
    assert hatching[0].width * scale == pytest.approx(0.18, abs=0.01), "mm, as on bars in that surface"
