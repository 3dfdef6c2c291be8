"""Outlines of glyphs: the same as another reader of fonts finds, for every glyph of every font."""

import pytest
from fontTools.ttLib import TTFont

from cardmaker import assets
from cardmaker.text.faces import face
from cardmaker.text.outlines import Spot, outlines

KEYS = sorted(path.stem for path in assets.templates("fonts").glob("*.ttf"))


def opened(key: str) -> TTFont:
    return TTFont(face(key).file)


@pytest.mark.parametrize("key", KEYS)
def test_each_glyph_has_its_points(key: str) -> None:
    font, found = opened(key), outlines(key)
    assert found.units == font["head"].unitsPerEm
    glyphs, order = font["glyf"], font.getGlyphOrder()
    for gid, name in enumerate(order):
        contours = found.glyph(gid)
        coordinates, ends, flags = glyphs[name].getCoordinates(glyphs)
        assert [spot for contour in contours for spot in contour] == [
            Spot(x, y, bool(flag & 1)) for (x, y), flag in zip(coordinates, flags, strict=True)
        ]
        assert [len(contour) for contour in contours] == [
            end - start for start, end in zip([-1, *ends], ends, strict=False)
        ]


def test_a_blank_has_no_outline() -> None:
    key = "roboto-condensed-regular-western"
    assert outlines(key).glyph(face(key).gids[" "]) == ()


def test_compound_glyphs_are_tried() -> None:
    assert any(
        font["glyf"][name].isComposite() for font in map(opened, KEYS) for name in font.getGlyphOrder()
    )
