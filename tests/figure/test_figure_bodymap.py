"""The body map: every muscle has its place, in front or behind, and the committed one is drawn from the rig."""

import re

import pytest

from cardmaker import assets
from cardmaker.figure.bodymap import PREFIX, body_map
from cardmaker.figure.muscles import BANDS
from cardmaker.frame import Artwork
from cardmaker.picture.artwork import Look, load_artwork, read_artwork
from cardmaker.picture.bodymap import FILE, mapped
from cardmaker.picture.hatching import Hatching

COMMITTED = assets.illustrations() / FILE
FIGURE = load_artwork(COMMITTED)


def test_it_is_drawn_from_the_rig() -> None:
    text = body_map()
    drawn, committed = read_artwork(text, "drawn"), load_artwork(COMMITTED)
    assert [path.area for pane in drawn.panes for path in pane.paths] == [
        path.area for pane in committed.panes for path in pane.paths
    ]
    assert drawn.panes[0].size == pytest.approx(committed.panes[0].size, abs=2)
    assert len(text.encode()) < 16 * 1024


def test_every_muscle_of_the_rig_is_on_it() -> None:
    classes = set(re.findall(rf'class="{PREFIX}([\w-]+)"', COMMITTED.read_text(encoding="utf-8")))
    assert classes == BANDS.keys() - {"feet"}  # under the soles, which are on the ground


@pytest.mark.parametrize(
    ("muscle", "front", "back"),
    [("quads", True, False), ("hamstrings", False, True), ("abs", True, False), ("shoulders", True, True)],
)
def test_muscles_are_seen_from_their_side(muscle: str, front: bool, back: bool) -> None:
    for pane, there in zip(FIGURE.panes, (front, back), strict=True):
        assert (f"{PREFIX}{muscle}" in {path.area for path in pane.paths}) is there


def colours(art: Artwork) -> list[str]:
    return [colour for path in art.paths for colour in (path.fill, path.stroke) if colour]


def test_only_the_muscles_of_the_exercise_are_coloured() -> None:
    look = Look({"muscle": "#AA0000", "muscle2": "#DDAAAA", "hatch": "#BB0000"})
    front, back = FIGURE.panes
    assert "#AA0000" in colours(mapped(FIGURE, front, look, ("quads",), ("hamstrings",)))
    assert "#AA0000" not in colours(mapped(FIGURE, back, look, ("quads",), ("hamstrings",)))
    assert {"#DDAAAA", "#BB0000"} <= set(colours(mapped(FIGURE, back, look, ("quads",), ("hamstrings",))))
    assert len(mapped(FIGURE, front, look, (), ()).paths) == 2  # ground and outline


def test_line_art_hatches_primary_muscles_too() -> None:
    look = Look({"muscle": "#FFFFFF"}, {"muscle": Hatching(2, 1, "#111111", 45)})
    assert "#111111" in colours(mapped(FIGURE, FIGURE.panes[0], look, ("quads",), ()))
