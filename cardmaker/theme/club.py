"""A club's colours on a theme: the nearest readable tones, and the run ramp made from the first."""

from cardmaker.theme.colour import READABLE, blend, contrast, readable
from cardmaker.theme.theme import Theme

# How much of the club's colour is in each step from easy to fast, the rest being paper.
_RAMP = {"easy": 0.25, "long": 0.5, "tempo": 0.8, "fast": 1.0}


def in_club_colours(theme: Theme, primary: str | None, accent: str | None) -> tuple[Theme, tuple[str, ...]]:
    """The theme in a club's colours, and a sentence for each colour that had to be made darker.

    Text and structure keep a contrast of 4.5 : 1 with the paper. A theme that saves ink keeps its own colours.
    """
    if not theme.club or not (primary or accent):
        return theme, ()
    paper = theme.colours["paper"]
    changed: list[str] = []
    colours = dict(theme.colours)
    if primary:
        main = _legible(primary, paper, changed)
        colours |= {"primary": main, "tab-rule": main, "strip-rule": main}
        colours |= {step: blend(main, paper, share) for step, share in _RAMP.items()}
    if accent:
        colours["accent"] = _legible(accent, paper, changed)
    surfaces = dict(theme.surfaces)
    if accent:
        surfaces["tab"] = surfaces["tab"].model_copy(update={"fill": "accent"})
    return theme.model_copy(update={"colours": colours, "surfaces": surfaces}), tuple(changed)


def _legible(colour: str, paper: str, changed: list[str]) -> str:
    dark = readable(colour, paper)
    if dark != colour:
        changed.append(
            f"club colour {colour} is printed as {dark}: its contrast with white is "
            f"{contrast(colour, paper):.1f} : 1, and text needs {READABLE} : 1"
        )
    return dark
