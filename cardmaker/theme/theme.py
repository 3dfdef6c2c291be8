"""Themes as data: colours, surfaces, strokes and type, each by name."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from cardmaker.theme.box import Length, Model
from cardmaker.theme.colour import parse_colour

Colour = Annotated[str, AfterValidator(parse_colour)]


class Style(Model):
    """Type: size and leading in pt, weight, colour token, tracking in em; it may shrink to `min` pt."""

    size: float = Field(gt=0, le=200)
    leading: float = 0.0
    weight: Literal["regular", "medium", "bold"] = "regular"
    colour: str = "ink"
    tracking: float = 0.0
    min: float = 0.0

    def model_post_init(self, _context: Any) -> None:
        """Fill in a leading of 1.2, and a smallest size of 0.8 that never goes under 6 pt."""
        if not self.leading:
            object.__setattr__(self, "leading", self.size * 1.2)
        if not self.min:
            object.__setattr__(self, "min", min(self.size, max(6.0, self.size * 0.8)))

    def at(self, size: float) -> "Style":
        """The style at another size, leading in proportion."""
        if size == self.size:
            return self
        changes = {"size": size, "leading": self.leading * size / self.size, "min": min(self.min, size)}
        return self.model_copy(update=changes)

    def in_colour(self, colour: str) -> "Style":
        """The style in another colour token."""
        return self.model_copy(update={"colour": colour}) if colour and colour != self.colour else self

    def in_weight(self, weight: str) -> "Style":
        """The style in another weight."""
        return self.model_copy(update={"weight": weight}) if weight and weight != self.weight else self


class Surface(Model):
    """What fills a shape: colour tokens for fill, outline and the text on it; a hatch is (pitch, line) in mm."""

    fill: str = ""
    stroke: str = ""
    width: Length = 0.0
    hatch: tuple[float, float] | None = None
    text: str = "ink"
    dash: tuple[float, ...] = ()


class Theme(Model):
    """Everything about the look that isn't a place: faces and sheets name these tokens.

    `club`: whether a club's colours may take the place of the theme's.
    """

    name: str
    extends: str = ""
    club: bool = True
    colours: dict[str, Colour]
    surfaces: dict[str, Surface]
    strokes: dict[str, Length]
    radii: dict[str, Length]
    type: dict[str, dict[str, Style]]

    def colour(self, token: str) -> str:
        """The '#RRGGBB' of a token, or of a colour written out."""
        return self.colours.get(token, token)

    def style(self, group: str, name: str) -> Style:
        """A style of a type group, or of the group 'all'; KeyError if neither has it."""
        found = self.type.get(group, {}).get(name)
        return found if found is not None else self.type["all"][name]
