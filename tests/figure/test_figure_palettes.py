"""Muscles read in grey: at least 15 L* between a muscle and whatever it lies on, in every bundled palette."""

import pytest

from cardmaker import assets
from cardmaker.figure.palette import FILLS, STROKES
from cardmaker.theme.colour import luminance
from cardmaker.yaml12 import load_yaml_file

APART = 15.0
NEAR = ("skin", "skin-shade", "top", "top-shade", "shorts")
FAR = ("skin-far", "shorts-far")


def lightness(colour: str) -> float:
    """L* of the CIE 1976 colour space, from the luminance relative to white."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 216 / 24389 else y * 24389 / 27


def palettes() -> dict[str, dict[str, str]]:
    found = {"own": {**FILLS, **STROKES}}
    for path in sorted(assets.templates("themes").glob("*.yaml")):
        data, _ = load_yaml_file(path)
        if data.get("palette"):
            found[path.stem] = {**FILLS, **STROKES, **data["palette"]}
    return found


PALETTES = palettes()


def too_close(palette: dict[str, str]) -> list[str]:
    """The pairs that can't be told apart in grey; a pale secondary muscle may be told by its hatching."""
    tone = {name: lightness(colour) for name, colour in palette.items() if colour != "none"}
    pairs = [("muscle", under) for under in NEAR] + [("muscle-far", under) for under in FAR]
    pairs += [("muscle", "muscle2")]
    hatched = tone["muscle2"] - tone["hatch"] >= 2 * APART
    pairs += [] if hatched else [("muscle2", under) for under in NEAR]
    return [f"{one} on {other}" for one, other in pairs if tone[other] - tone[one] < APART]


@pytest.mark.parametrize("name", PALETTES)
def test_muscles_are_darker_than_what_they_lie_on(name: str) -> None:
    assert too_close(PALETTES[name]) == []


def test_secondary_muscles_of_the_own_palette_need_no_hatching() -> None:
    assert too_close({**PALETTES["own"], "hatch": PALETTES["own"]["muscle2"]}) == []


def test_lightness_is_that_of_the_standard() -> None:
    assert lightness("#FFFFFF") == pytest.approx(100)
    assert lightness("#777777") == pytest.approx(50, abs=0.5)
    assert lightness("#000000") == 0


@pytest.mark.parametrize("slip", [{"shorts": "#86A6B2"}, {"muscle": "#DF8474"}, {"skin-far": "#8A5A4A"}])
def test_too_little_between_them_is_noticed(slip: dict[str, str]) -> None:
    assert too_close({**PALETTES["own"], "hatch": "#DF8474", **slip})
