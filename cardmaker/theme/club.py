"""A club's colours on a theme: dark ones in place of its own, bright ones as grounds under type."""

import colorsys
from typing import Final

from cardmaker.theme.colour import blend, channels, contrast, readable
from cardmaker.theme.theme import Surface, Theme

_RAMP: Final = {"easy": 0.25, "long": 0.5, "tempo": 0.8, "fast": 1.0}
"""How much of the club's colour is in each step, the rest being paper."""
_NEUTRAL: Final = {"easy": "#D9DFE2", "long": "#A6B1B7", "tempo": "#687782", "fast": "#2C3A43"}
"""L* 88, 72, 49 and 24: evenly apart, next to any colour."""
_APART: Final = 60
"""Degrees of hue between a ramp and the muscles' red, so that red is the body's alone."""
_GREY: Final = 0.15
"""Saturation of what has no hue to speak of."""
_LINES: Final = ("note-bar", "now", "month")
"""Surfaces that are lines and bars: no ground for type."""
_EDGED: Final = 3.0
"""Contrast with the paper under which a ground gets an edge."""
_WHITE: Final = "#FFFFFF"


def in_club_colours(theme: Theme, primary: str | None, accent: str | None) -> tuple[Theme, tuple[str, ...]]:
    """The theme in a club's colours, and a sentence for each colour that isn't printed everywhere as it is.

    Text and structure keep the theme's contrast, 4.5 : 1 or more, with what they stand on. On white paper one that is
    too bright for that is the ground of tabs, chips, strips and covers, under type that can be read on it. The accent
    fills the tab, and whatever the theme itself fills with an accent. A theme that saves ink keeps its own colours.
    """
    if not theme.club or not (primary or accent):
        return theme, ()
    changed: list[str] = []
    if primary:
        theme = _with_primary(theme, primary, changed)
    if accent:
        theme = _with_accent(theme, accent, changed)
    return theme, tuple(changed)


def _with_primary(theme: Theme, primary: str, changed: list[str]) -> Theme:
    colours = theme.colours
    text = _text_on(primary, theme)
    if text and contrast(primary, colours["paper"]) < theme.contrast and not theme.brightens:
        changed.append(
            f"club colour {primary} is a ground under type only: its contrast with white is"
            f" {contrast(primary, colours['paper']):.1f} : 1, and type and lines need {theme.contrast:g} : 1"
        )
        lines = dict.fromkeys(("primary", "tab-rule", "strip-rule"), colours["ink"])
        grounds = {
            name: _ground(surface, "club", primary, text, theme)
            for name, surface in theme.surfaces.items()
            if surface.fill == "primary" and name not in _LINES
        }
        return theme.but(
            colours={**colours, **lines, **_NEUTRAL, "club": primary}, surfaces={**theme.surfaces, **grounds}
        )
    main = _legible(primary, theme, changed)
    lines = dict.fromkeys(("primary", "tab-rule", "strip-rule"), main)
    ramp = {step: blend(main, colours["paper"], share) for step, share in _RAMP.items()}
    if _near_in_hue(main, colours["signal"]):
        dark = {step: blend(colours["ink"], colours["paper"], share) for step, share in _RAMP.items()}
        ramp = dark if theme.brightens else _NEUTRAL
    return theme.but(colours={**colours, **lines, **ramp})


def _with_accent(theme: Theme, accent: str, changed: list[str]) -> Theme:
    text = _text_on(accent, theme)
    own = [name for name, surface in theme.surfaces.items() if surface.fill == "accent"]
    colour = accent if text else _legible(accent, theme, changed)
    grounds = {
        name: _ground(theme.surfaces[name], "accent", colour, text or "paper", theme)
        for name in (*own, "tab")
    }
    return theme.but(colours={**theme.colours, "accent": colour}, surfaces={**theme.surfaces, **grounds})


def _ground(surface: Surface, fill: str, colour: str, text: str, theme: Theme) -> Surface:
    """A surface filled with a colour, with an edge where that hardly differs from the paper."""
    pale = contrast(colour, theme.colours["paper"]) < _EDGED
    return surface.but(fill=fill, stroke="ink" if pale else "", width=0.25 if pale else 0.0, text=text)


def _near_in_hue(one: str, other: str) -> bool:
    """Whether two colours have hues so near that one is taken for the other; grey is near to none."""
    hue, _, saturation = colorsys.rgb_to_hls(*channels(one))
    apart = abs(hue - colorsys.rgb_to_hls(*channels(other))[0]) * 360
    return saturation >= _GREY and min(apart, 360 - apart) < _APART


def _text_on(ground: str, theme: Theme) -> str:
    """The token of the text that reads best on a ground; '' if none does."""
    tokens = [token for token in ("paper", "ink", "accent-ink") if token in theme.colours]
    best = max(tokens, key=lambda token: contrast(theme.colours[token], ground))
    return best if contrast(theme.colours[best], ground) >= theme.contrast else ""


def _legible(colour: str, theme: Theme, changed: list[str]) -> str:
    paper, least = theme.colours["paper"], theme.contrast
    printed = readable(colour, paper, least)
    if printed != colour:
        ground = "white" if paper == _WHITE else f"the theme's {paper}"
        changed.append(
            f"club colour {colour} is printed as {printed}: its contrast with {ground} is "
            f"{contrast(colour, paper):.1f} : 1, and text needs {least:g} : 1"
        )
    return printed
