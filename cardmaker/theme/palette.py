"""Palettes as data: the colours of the classes of a figure's paths, and the hatching of those that have no tone."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from cardmaker.theme.colour import parse_colour
from cardmaker.theme.measures import FieldPath, Model
from cardmaker.validation import did_you_mean

NOTHING: Final = "none"
"""Where no colour at all is meant."""

BASE: Final = "natural"
"""The palette under one that is chosen for a theme: what that doesn't name mustn't be left as the theme has it."""

Paint = Annotated[str, AfterValidator(lambda text: text if text == NOTHING else parse_colour(text))]

AREAS: Final = (
    *("skin", "skin-shade", "skin-far", "hair", "top", "top-shade", "shorts", "shorts-far"),
    *("shoe", "shoe-far", "sole", "sole-far", "muscle", "muscle-far", "muscle2"),
    *("mat", "mat-shade", "prop", "prop-light", "prop-dark", "prop-dark-far", "metal", "band", "band-shade"),
    *("arrow", "paper"),
)
"""The classes of areas."""

LINES: Final = (
    *("line", "detail", "feature", "brow", "fibre", "hatch", "muscle-edge", "cable", "floor", "prop-line"),
)
"""The classes of lines."""

_Cm = Annotated[float, Field(gt=0, le=20, allow_inf_nan=False)]


class Hatch(Model):
    """Lines across an area in place of a tone: their distance and width in cm of the body, which 0.25 mm stand
    for on a card; their colour; and how steep they are, in degrees."""

    pitch: Annotated[float, Field(ge=0.5, le=20, allow_inf_nan=False)]
    width: _Cm
    colour: Annotated[str, AfterValidator(parse_colour)] = "#22303A"
    angle: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)] = 45.0

    @property
    def cover(self) -> float:
        """The share of the area that the lines take."""
        return min(1.0, self.width / self.pitch)


class Palette(Model):
    """What figures wear. A class that isn't named keeps the colour it was drawn in; `none` leaves it out."""

    name: str
    about: str = ""
    colours: Mapping[str, Paint] = {}
    hatch: Mapping[str, Hatch] = {}

    def over(self, base: "Palette") -> "Palette":
        """The palette with another's colours where it has none."""
        return self.model_copy(update={"colours": {**base.colours, **self.colours}})

    def unknown(self) -> Iterator[tuple[FieldPath, str]]:
        """The classes that no figure has: (path, message)."""
        for field, known in (("colours", (*AREAS, *LINES)), ("hatch", AREAS)):
            for name in getattr(self, field):
                if name not in known:
                    yield (field, name), f"no class '{name}'{did_you_mean(name, known)}"
