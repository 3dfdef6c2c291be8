"""Colours: reading them, known contrasts, darkening to legibility, mixing; the figures of the bundled palette."""

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardmaker.theme.colour import READABLE, blend, channels, contrast, luminance, parse_colour, readable
from cardmaker.theme.shelf import Shelf

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06X}".format)
WHITE, BLACK = "#FFFFFF", "#000000"

# Contrast with white, as the look was worked out, and how light each step of the run ramp is.
CONTRASTS = {
    "ink": 16.1,
    "ink2": 7.0,
    "primary": 9.5,
    "signal": 5.7,
    "rule": 1.9,
    "pencil": 3.0,
    "ghost": 2.9,
    "tint": 1.1,
}
LIGHTNESS = {"easy": 86, "long": 70, "tempo": 49, "fast": 30}


def lightness(colour: str) -> float:
    """CIE L* from relative luminance (CIE 15)."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > (6 / 29) ** 3 else y * 903.3


@pytest.mark.parametrize(
    ("text", "colour"), [("#0f4c5c", "#0F4C5C"), ("#abc", "#AABBCC"), ("#FFF", WHITE), ("#000000", BLACK)]
)
def test_colour_is_read(text: str, colour: str) -> None:
    assert parse_colour(text) == colour


@pytest.mark.parametrize("text", ["", "teal", "0F4C5C", "#12", "#1234", "#12345G", "#0F4C5CFF", " #0F4C5C"])
def test_no_colour(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a colour; write '#0F4C5C'"):
        parse_colour(text)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (BLACK, WHITE, 21.0),
        (WHITE, WHITE, 1.0),
        ("#767676", WHITE, 4.54),  # the lightest grey that may carry text on white
        ("#777777", WHITE, 4.48),
        ("#FF0000", WHITE, 4.0),
        ("#0000FF", WHITE, 8.59),
        ("#808080", BLACK, 5.32),
    ],
)
def test_known_contrasts(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.006)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize(("token", "ratio"), CONTRASTS.items())
def test_palette_has_the_contrast_it_was_chosen_for(token: str, ratio: float) -> None:
    assert contrast(Shelf().theme("classic").colours[token], WHITE) == pytest.approx(ratio, abs=0.051)


@pytest.mark.parametrize(("effort", "light"), LIGHTNESS.items())
def test_run_ramp_is_told_apart_without_hue(effort: str, light: int) -> None:
    assert lightness(Shelf().theme("classic").colours[effort]) == pytest.approx(light, abs=0.6)


@given(COLOURS)
def test_readable_reaches_the_contrast(colour: str) -> None:
    dark = readable(colour)
    assert contrast(dark, WHITE) >= READABLE
    assert luminance(dark) <= luminance(colour) + 1e-9


@given(COLOURS)
def test_readable_leaves_dark_colours_alone(colour: str) -> None:
    if contrast(colour, WHITE) >= READABLE:
        assert readable(colour) == colour


@given(COLOURS)
def test_readable_keeps_the_hue(colour: str) -> None:
    hue, light, vivid = colorsys.rgb_to_hls(*channels(colour))
    dark_hue, dark_light, _ = colorsys.rgb_to_hls(*channels(readable(colour)))
    if vivid > 0.3 and 0.1 < light < 0.95 and dark_light > 0.05:  # else rounding says more than the colour
        turn = abs(hue - dark_hue)
        assert min(turn, 1 - turn) < 0.03


def test_readable_goes_no_further_than_it_must() -> None:
    assert contrast(readable("#FFD700"), WHITE) < READABLE + 0.4


@given(COLOURS, COLOURS)
def test_blend_goes_from_paper_to_colour(colour: str, paper: str) -> None:
    assert blend(colour, paper, 1) == colour
    assert blend(colour, paper, 0) == paper
    for channel, low, high in zip(
        channels(blend(colour, paper, 0.5)), channels(colour), channels(paper), strict=True
    ):
        assert channel == pytest.approx((low + high) / 2, abs=1 / 255)
