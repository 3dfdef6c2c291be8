"""Colours as '#RRGGBB': reading them, their contrast, and making one dark enough to read."""

import colorsys
import re

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
READABLE = 4.5
# The luminance from which black and white are equally far.
_MIDDLE = 0.179


def parse_colour(text: str) -> str:
    """'#0f4c5c' or '#abc' as '#RRGGBB'; ValueError says what is allowed."""
    if not _HEX.fullmatch(text):
        raise ValueError(f"'{text}' is not a colour; write '#0F4C5C'")
    digits = text[1:]
    if len(digits) == 3:
        digits = "".join(d * 2 for d in digits)
    return f"#{digits.upper()}"


def is_colour(text: str) -> bool:
    """Whether text is a colour as layout passes it on: '#RRGGBB'."""
    return len(text) == 7 and bool(_HEX.fullmatch(text))


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue from 0 to 1."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, 'relative luminance')."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, 'contrast ratio')."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, paper: str = "#FFFFFF", least: float = READABLE) -> str:
    """The colour itself, or the nearest one of its hue that reaches the contrast: darker, or lighter on dark paper."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*channels(colour))
    step, end = (0.01, 1.0) if luminance(paper) < _MIDDLE else (-0.01, 0.0)
    candidate = colour
    while contrast(candidate, paper) < least and lightness != end:
        lightness = min(1.0, max(0.0, lightness + step))
        rgb = colorsys.hls_to_rgb(hue, lightness, saturation)
        candidate = "#" + "".join(f"{round(c * 255):02X}" for c in rgb)
    return candidate


def blend(colour: str, paper: str, share: float) -> str:
    """The colour mixed into paper: share 1 is the colour itself."""
    mixed = (c * share + p * (1 - share) for c, p in zip(channels(colour), channels(paper), strict=True))
    return "#" + "".join(f"{round(c * 255):02X}" for c in mixed)
