"""Themes as data: colours, surfaces, strokes and type, each by name."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from typing import Annotated, Literal

from cardmaker.spelling import did_you_mean
from cardmaker.theme.colour import READABLE, is_colour, luminance, parse_colour
from cardmaker.theme.measures import FieldPath, Length, Points, Some
from cardmaker.theme.palette import Hatch, Paint, Palette
from cardmaker.validation.marks import check, number
from cardmaker.validation.model import Model

Colour = Annotated[str, check(parse_colour)]

Weight = Literal["light", "regular", "medium", "bold"]
CardKind = Literal["exercise", "gym"]

EFFORTS = ("easy", "long", "tempo", "fast")
"""How hard a stretch of a run is: the names of its colour and of its surface."""

# What boxes draw with of themselves; a theme that extends no other has to have all of it.
NEEDED: Mapping[str, tuple[str, ...]] = {
    "colours": (
        *("ink", "ink2", "paper", "primary", "rule", "pencil"),
        *("tab-rule", "strip-rule", "profile-foot", "ground", "qr", "plate", *EFFORTS),
    ),
    "surfaces": ("tab", "chip", "stop", "strip", "strip-others", *EFFORTS, "walk", "done", "now", "coming"),
    "strokes": ("hair", "ground", "index-sheet", "strip", "bracket", "tick", "set", "field", "line"),
    "radii": ("box", "chip"),
    "type": ("all",),
}


class Style(Model):
    """Type: size and leading in pt, weight, colour token, tracking in em; it may shrink to `min` pt.

    With a `surface` it is set as a chip in its line.
    """

    size: Annotated[float, number(gt=0, le=200, allow_inf_nan=False)]
    leading: Points = 0.0
    weight: Weight = "regular"
    colour: str = "ink"
    tracking: Annotated[float, number(ge=-0.2, le=2, allow_inf_nan=False)] = 0.0
    min: Points = 0.0
    surface: str = ""

    def __post_init__(self) -> None:
        """Fill in a leading of 1.2, and a smallest size of 0.8 that never goes under 6 pt."""
        if not self.leading:
            self.__dict__["leading"] = self.size * 1.2
        if not self.min:
            self.__dict__["min"] = min(self.size, max(6.0, self.size * 0.8))

    def at(self, size: float) -> "Style":
        """The style at another size, leading in proportion."""
        return self if size == self.size else _sized(self, size)

    def at_least(self, size: float) -> "Style":
        """The style, or where it is smaller, or may become so, the same no smaller than a size."""
        raised = self.at(max(self.size, size))
        return raised.but(min=max(raised.min, size)) if raised.min < size else raised

    def in_colour(self, colour: str) -> "Style":
        """The style in another colour token."""
        return _changed(self, "colour", colour) if colour and colour != self.colour else self

    def in_weight(self, weight: str) -> "Style":
        """The style in another weight."""
        return _changed(self, "weight", weight) if weight and weight != self.weight else self

    def on(self, surface: str) -> "Style":
        """The style as a chip on a surface."""
        return _changed(self, "surface", surface) if surface else self


@lru_cache(maxsize=1000)
def _sized(style: Style, size: float) -> Style:
    return style.but(size=size, leading=style.leading * size / style.size, min=min(style.min, size))


@lru_cache(maxsize=1000)
def _changed(style: Style, field: str, value: str) -> Style:
    return style.but(**{field: value})


Stroke = Some


class Surface(Model):
    """What fills a shape: colour tokens for fill, outline and the text on it; a hatch is (pitch, line) in mm.

    `padding`, across and down, is what a panel on it adds to its own.
    """

    fill: str = ""
    stroke: str = ""
    width: Length = 0.0
    hatch: tuple[Stroke, Stroke] | None = None
    text: str = "ink"
    dash: tuple[Stroke, ...] = ()
    padding: tuple[Length, Length] = (0.0, 0.0)


class Theme(Model):
    """Everything about the look that isn't a place: faces and sheets name these tokens.

    `about`: what it is for, in a line. `medium`: what it is meant for; `ground`: the colour of the whole page.
    `contrast`: the least contrast of text with its background. `least_pt`: no type is smaller, nor becomes so;
    `stocks` are the cards it then needs where the plan's are too small. `weights`: which weight is taken for
    another. `figures`: the palette that figures wear, and over it `palette` and `hatch`, of their classes;
    `person`: who is in them, if there are drawings of it.
    `club`: whether a club's colours may take the place of its own. `dashes`: strokes that are broken, on and off in mm.
    """

    name: str
    about: str = ""
    extends: str = ""
    medium: Literal["paper", "screen"] = "paper"
    ground: str = ""
    club: bool = True
    contrast: Annotated[float, number(ge=1, le=21)] = READABLE
    least_pt: Points = 0.0
    stocks: dict[CardKind, str] = field(default_factory=dict)
    weights: dict[Weight, Weight] = field(default_factory=dict)
    colours: dict[str, Colour]
    surfaces: dict[str, Surface]
    strokes: dict[str, Length]
    dashes: dict[str, tuple[Stroke, ...]] = field(default_factory=dict)
    radii: dict[str, Length]
    type: dict[str, dict[str, Style]]
    figures: str = "natural"
    person: str = "woman"
    palette: dict[str, Paint] = field(default_factory=dict)
    hatch: dict[str, Hatch] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise what is smaller than the theme's smallest type."""
        if self.least_pt:
            for styles in self.type.values():
                styles |= {name: style.at_least(self.least_pt) for name, style in styles.items()}

    def on(self, surface: str) -> "Theme":
        """The theme as text on a surface sees it: in the surface's own colour, if it has one."""
        text = self.surfaces[surface].text
        if text == "ink":
            return self
        inks = dict.fromkeys(("ink", "ink2", "signal", "pencil"), self.colour(text))
        return self.but(colours={**self.colours, **inks})

    def wearing(self, palette: Palette, *, over: bool = False) -> "Theme":
        """The theme with its figures in a palette, which goes *over* what the theme itself says of them or under it."""
        own, worn = (self.palette, self.hatch), (palette.colours, palette.hatch)
        under, upper = (own, worn) if over else (worn, own)
        hatch = {name: one for name, one in under[1].items() if name not in upper[0]} | dict(upper[1])
        return self.but(palette={**under[0], **upper[0]}, hatch=hatch)

    @property
    def brightens(self) -> bool:
        """Whether harder runs are brighter, as on a dark ground."""
        return luminance(self.colours["fast"]) > luminance(self.colours["easy"])

    def colour(self, token: str) -> str:
        """The '#RRGGBB' of a token, or of a colour written out."""
        return self.colours.get(token, token)

    def style(self, group: str, name: str) -> Style:
        """A style of a type group, or of the group 'all'; KeyError if neither has it."""
        found = self.type.get(group, {}).get(name)
        return found if found is not None else self.type["all"][name]

    def unknown(self) -> Iterator[tuple[FieldPath, str]]:
        """What is missing, and the colours that nothing uses: (path, message)."""
        for kind, names in NEEDED.items():
            for name in names:
                if name not in getattr(self, kind):
                    yield (kind,), f"'{name}' is missing; add it, or begin with 'extends: classic'"
        for name in self.dashes:
            if name not in self.strokes:
                yield ("dashes", name), f"no stroke '{name}'{did_you_mean(name, self.strokes)}"
        yield from self._unknown_colour(("ground",), self.ground)
        for name, surface in self.surfaces.items():
            for part in ("fill", "stroke", "text"):
                yield from self._unknown_colour(("surfaces", name, part), getattr(surface, part))
        for group, styles in self.type.items():
            for name, style in styles.items():
                yield from self._unknown_colour(("type", group, name, "colour"), style.colour)

    def _unknown_colour(self, path: FieldPath, token: str) -> Iterator[tuple[FieldPath, str]]:
        if token and token not in self.colours and not is_colour(token):
            yield path, f"no colour '{token}'{did_you_mean(token, self.colours)}"
