"""The colours a figure wears before a theme recolours it, one for each class of its paths.

Muscles are darker than whatever they can lie on, primary darker than secondary: at least 15 L* each time, so
that they read in grey.
"""

from typing import Final

FILLS: Final[dict[str, str]] = {
    "skin": "#F5DAC3",
    "skin-shade": "#E6C3A8",
    "skin-far": "#CDB6A5",
    "top": "#C4DEE5",
    "top-shade": "#AFCED7",
    "shorts": "#B0D1DC",
    "shorts-far": "#86A6B2",
    "hair": "#4A3228",
    "shoe": "#3E5462",
    "shoe-far": "#55666F",
    "sole": "#F4F4F2",
    "sole-far": "#CFD3D3",
    "muscle": "#C4281A",
    "muscle-far": "#9A3A2C",
    "muscle2": "#DF8474",
    "mat": "#9DB7BD",
    "mat-shade": "#7F979D",
    "prop": "#8A959C",
    "prop-light": "#C3CACE",
    "prop-dark": "#47525A",
    "prop-dark-far": "#7F888E",
    "metal": "#DDE2E5",
    "band": "#D9A227",
    "band-shade": "#B98618",
    "arrow": "#1E2A33",
    "paper": "#FFFFFF",
}
STROKES: Final[dict[str, str]] = {
    "line": "#22303A",
    "detail": "#22303A",
    "feature": "#22303A",
    "brow": "#4A3228",
    "fibre": "#E0796C",
    "hatch": "#B23A2B",
    "muscle-edge": "#6E140C",
    "cable": "#22303A",
    "floor": "#AEB7BC",
    "prop-line": "#B4BCC1",
}
