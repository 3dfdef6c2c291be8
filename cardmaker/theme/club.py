"""A club's colours on a theme: the nearest readable tones, and the run ramp made from the first."""

from cardmaker.theme.colour import blend, contrast, readable
from cardmaker.theme.theme import Surface, Theme

# How much of the club's colour is in each step from easy to fast, the rest being paper.
_RAMP = {"easy": 0.25, "long": 0.5, "tempo": 0.8, "fast": 1.0}
_WHITE = "#FFFFFF"


def in_club_colours(theme: Theme, primary: str | None, accent: str | None) -> tuple[Theme, tuple[str, ...]]:
    """The theme in a club's colours, and a sentence for each colour that had to be changed.

    Text and structure keep the theme's contrast, 4.5 : 1 or more, with what they stand on. The accent fills the
    tab, and whatever the theme itself fills with an accent. A theme that saves ink keeps its own colours.
    """
    if not theme.club or not (primary or accent):
        return theme, ()
    paper = theme.colours["paper"]
    changed: list[str] = []
    colours, surfaces = dict(theme.colours), dict(theme.surfaces)
    if primary:
        main = _legible(primary, theme, changed)
        colours |= {"primary": main, "tab-rule": main, "strip-rule": main}
        colours |= {step: blend(main, paper, share) for step, share in _RAMP.items()}
    if accent:
        own = [name for name, surface in surfaces.items() if surface.fill == "accent"]
        text = _text_on(accent, theme) if own else ""
        colours["accent"] = accent if text else _legible(accent, theme, changed)
        surfaces |= {name: _filled(surfaces[name], text or "paper") for name in (*own, "tab")}
    return theme.but(colours=colours, surfaces=surfaces), tuple(changed)


def _filled(surface: Surface, text: str) -> Surface:
    return surface.but(fill="accent", stroke="", width=0.0, text=text)


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
