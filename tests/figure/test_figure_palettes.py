"""Muscles read in grey: at least 15 L* between a muscle and whatever it lies on, in every bundled palette."""

from collections.abc import Mapping

import pytest

from cardmaker.figure.palette import FILLS, STROKES
from cardmaker.theme.colour import luminance
from cardmaker.theme.palette import AREAS, LINES, Hatch, Palette
from cardmaker.theme.shelf import Shelf

APART = 15.0
NEAR = ("skin", "top", "shorts")
FAR = ("skin-far", "shorts-far")
SHELF = Shelf()
NAMES = SHELF.names("palettes")
OWN = {**FILLS, **STROKES}


def lightness(y: float) -> float:
    """L* of the CIE 1976 colour space, from the luminance relative to white."""
    return 116 * y ** (1 / 3) - 16 if y > 216 / 24389 else y * 24389 / 27


def tones(colours: Mapping[str, str], hatch: Mapping[str, Hatch] = {}) -> dict[str, float]:
    """How light each class is, lines and gaps of a hatched one taken together."""
    found = {}
    for name, colour in colours.items():
        y = luminance(colour) if colour != "none" else 1.0
        if lines := hatch.get(name):
            y = lines.cover * luminance(lines.colour) + (1 - lines.cover) * y
        found[name] = lightness(y)
    return found


def too_close(tone: Mapping[str, float], hatched: bool = True) -> list[str]:
    """The pairs that can't be distinguished in grey; a pale secondary muscle may be known by its hatching."""
    pairs = [("muscle", under) for under in NEAR] + [("muscle-far", under) for under in FAR]
    pairs += [("muscle", "muscle2")]
    reported = hatched and tone["muscle2"] - tone["hatch"] >= 2 * APART
    pairs += [] if reported else [("muscle2", under) for under in NEAR]
    return [f"{one} on {other}" for one, other in pairs if abs(tone[other] - tone[one]) < APART]


def tones_of(palette: Palette) -> dict[str, float]:
    return tones({**OWN, **palette.colours}, palette.hatch)


def test_there_are_the_palettes_that_are_promised() -> None:
    assert {"natural", "mannequin", "dark", "line"} <= set(NAMES)


def test_palettes_know_every_class_of_the_figures() -> None:
    of_map = {"map", "map-line"}  # of the small body next to a figure, which isn't drawn with it
    assert set(AREAS) - of_map == FILLS.keys()
    assert set(LINES) - of_map == STROKES.keys()


def test_natural_is_what_figures_are_drawn_in() -> None:
    colours = SHELF.palette("natural").colours
    assert colours.items() <= OWN.items()
    assert OWN.keys() - colours.keys() == {"arrow", "paper", "floor"}


@pytest.mark.parametrize("name", NAMES)
def test_muscles_stand_out_from_what_they_lie_on(name: str) -> None:
    assert too_close(tones_of(SHELF.palette(name))) == []


@pytest.mark.parametrize("name", SHELF.names("themes"))
def test_so_they_do_in_every_theme(name: str) -> None:
    theme = SHELF.theme(name)
    assert too_close(tones({**OWN, **theme.palette}, theme.hatch)) == []


@pytest.mark.parametrize("name", ["natural", "dark", "line"])
def test_secondary_muscles_need_no_lines_over_them(name: str) -> None:
    assert too_close(tones_of(SHELF.palette(name)), hatched=False) == []


def test_line_art_has_no_tone_but_its_lines() -> None:
    palette = SHELF.palette("line")
    tone = tones({**OWN, **palette.colours})
    assert all(tone[area] == pytest.approx(100) for area in AREAS if area not in ("arrow", "taper"))
    assert {"muscle", "muscle-far", "muscle2"} == palette.hatch.keys()
    assert palette.hatch["muscle"].cover > 1.5 * palette.hatch["muscle2"].cover


def test_lightness_is_that_of_the_standard() -> None:
    assert lightness(luminance("#FFFFFF")) == pytest.approx(100)
    assert lightness(luminance("#777777")) == pytest.approx(50, abs=0.5)
    assert lightness(0) == 0


@pytest.mark.parametrize("slip", [{"shorts": "#86A6B2"}, {"muscle": "#DF8474"}, {"skin-far": "#8A5A4A"}])
def test_too_little_between_them_is_noticed(slip: dict[str, str]) -> None:
    assert too_close(tones({**OWN, "hatch": "#DF8474", **slip}))
