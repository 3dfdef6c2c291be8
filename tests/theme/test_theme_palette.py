"""Palettes: what a theme's figures wear, what is chosen over it, and mistakes in palette files."""

from pathlib import Path

import pytest

from cardmaker.errors import NotFoundError, TemplateError
from cardmaker.theme.shelf import Shelf

SHELF = Shelf()


def test_a_theme_wears_its_palette() -> None:
    assert SHELF.theme("low-ink").figures == "mannequin"
    assert SHELF.theme("low-ink").palette.keys() >= SHELF.palette("mannequin").colours.keys()
    assert SHELF.theme("classic").palette == SHELF.palette("natural").colours


def test_a_palette_asked_for_goes_over_the_themes() -> None:
    natural = SHELF.palette("natural").colours
    assert SHELF.theme("low-ink", "natural").palette.items() >= natural.items()
    dark = SHELF.theme("low-ink", "dark").palette
    assert dark["skin"] == SHELF.palette("dark").colours["skin"] and dark["shoe"] == natural["shoe"]
    assert SHELF.theme("night", "dark").palette["arrow"] == SHELF.theme("night").palette["arrow"]
    line = SHELF.theme("classic", "line")
    assert line.palette["skin"] == "#FFFFFF" and line.hatch.keys() == {"muscle", "muscle-far", "muscle2"}


def test_a_themes_own_colours_go_over_its_palette_but_under_one_asked_for(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "ours.yaml").write_text(
        'name: Ours\nextends: low-ink\npalette: {hair: "#AA0000", muscle: "#222222"}\n'
        "hatch: {muscle: {pitch: 2, width: 1}}\n"
    )
    shelf = Shelf((tmp_path,))
    theme = shelf.theme("ours")
    assert (
        theme.palette["hair"] == "#AA0000" and theme.palette["skin"] == "#FFFFFF" and "muscle" in theme.hatch
    )
    chosen = shelf.theme("ours", "dark")
    assert chosen.palette["hair"] == "#4A3A32" and "muscle" not in chosen.hatch


def test_one_of_ones_own_is_checked_with_its_lines(tmp_path: Path) -> None:
    (tmp_path / "palettes").mkdir()
    (tmp_path / "palettes" / "ours.yaml").write_text('name: Ours\ncolours:\n  skn: "#FFFFFF"\n')
    with pytest.raises(
        TemplateError, match=r"ours\.yaml:3: colours\.skn: no class 'skn'; did you mean 'skin'"
    ):
        Shelf((tmp_path,)).palette("ours")


def test_a_palette_that_isnt_there(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no palette 'natral'; did you mean 'natural'"):
        SHELF.theme("classic", "natral")
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "ours.yaml").write_text("name: Ours\nextends: classic\nfigures: natral\n")
    with pytest.raises(TemplateError, match=r"ours\.yaml:3: figures: no palette 'natral'"):
        Shelf((tmp_path,)).theme("ours")
