"""Palettes as data: the colours of the classes of a figure's paths, and the hatching of those that have no tone."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Annotated, Final

from cardmaker.spelling import did_you_mean
from cardmaker.theme.colour import parse_colour
from cardmaker.theme.measures import FieldPath
from cardmaker.validation.marks import check, number
from cardmaker.validation.model import Model

NOTHING: Final = "none"
"""Where no colour at all is meant."""

BASE: Final = "natural"
"""The palette under one that is chosen for a theme: what that doesn't name mustn't be left as the theme has it."""

Paint = Annotated[str, check(lambda text: text if text == NOTHING else parse_colour(text))]

AREAS: Final = (
    *("skin", "skin-far", "hair", "top", "shorts", "shorts-far"),
    *("shoe", "shoe-far", "sole", "sole-far", "muscle", "muscle-far", "muscle2"),
    *("mat", "prop", "prop-light", "prop-dark", "metal", "band", "map"),
    *("taper", "arrow", "paper"),
)
"""The classes of areas; `taper` is the end of a line, which narrows, and has the line's colour."""

LINES: Final = ("outline", "line", "detail", "fibre", "hatch", "muscle-edge", "floor", "map-line")
"""The classes of lines."""

_Cm = Annotated[float, number(gt=0, le=20, allow_inf_nan=False)]


class Hatch(Model):
    """Lines across an area in place of a tone: their distance and width in cm of the body, which 0.25 mm stand
    for on a card; their colour; and how steep they are, in degrees."""

    pitch: Annotated[float, number(ge=0.5, le=20, allow_inf_nan=False)]
    width: _Cm
    colour: Annotated[str, check(parse_colour)] = "#22303A"
    angle: Annotated[float, number(ge=-90, le=90, allow_inf_nan=False)] = 45.0

    @property
    def cover(self) -> float:
        """The share of the area that the lines take."""
        return min(1.0, self.width / self.pitch)


class Palette(Model):
    """What figures wear. A class that isn't named keeps the colour it was drawn in; `none` leaves it out."""

    name: str
    about: str = ""
    colours: Mapping[str, Paint] = field(default_factory=dict)
    hatch: Mapping[str, Hatch] = field(default_factory=dict)

    def over(self, base: "Palette") -> "Palette":
        """The palette with another's colours where it has none."""
        return self.but(colours={**base.colours, **self.colours})

    def unknown(self) -> Iterator[tuple[FieldPath, str]]:
        """The classes that no figure has: (path, message)."""
        for key, known in (("colours", (*AREAS, *LINES)), ("hatch", AREAS)):
            for name in getattr(self, key):
                if name not in known:
                    yield (key, name), f"no class '{name}'{did_you_mean(name, known)}"
