"""The colours a figure wears before a theme recolours it, one for each class of its paths.

Read in grey, muscles are the darkest, kit is in the middle, and far limbs are lighter than near ones. Muscles are
darker than whatever they can lie on, primary darker than secondary: at least 15 L* each time.
"""

from typing import Final

FILLS: Final[dict[str, str]] = {
    "skin": "#F5DAC3",
    "skin-far": "#FAEBDD",
    "top": "#C4DEE5",
    "shorts": "#B0D1DC",
    "shorts-far": "#D3E4EA",
    "hair": "#85624C",
    "shoe": "#6E8391",
    "shoe-far": "#B3C0C8",
    "sole": "#F4F4F2",
    "sole-far": "#F4F4F2",
    "muscle": "#B3190F",
    "muscle-far": "#C25A4C",
    "muscle2": "#DF8474",
    "mat": "#B9CCD1",
    "prop": "#A7B0B6",
    "prop-light": "#D3D9DC",
    "prop-dark": "#7A868E",
    "metal": "#E6EAEC",
    "band": "#D9A227",
    "taper": "#22303A",
    "arrow": "#1E2A33",
    "paper": "#FFFFFF",
}
STROKES: Final[dict[str, str]] = {
    "outline": "#22303A",
    "line": "#22303A",
    "detail": "#22303A",
    "fibre": "#E0796C",
    "hatch": "#B23A2B",
    "muscle-edge": "#6E140C",
    "floor": "#AEB7BC",
}
