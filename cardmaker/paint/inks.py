"""'#RRGGBB' and pictures → what a file says in its own inks: light on a screen, or a printer's four."""

from collections.abc import Hashable
from typing import TYPE_CHECKING, Protocol

from cardmaker.paint.tokens import colour

if TYPE_CHECKING:
    from PIL.Image import Image


class Inks(Hashable, Protocol):
    """How colours are told. *space* is what see-through pictures are blended in."""

    @property
    def space(self) -> str:
        """The name of the colour space."""
        ...

    def operator(self, hexadecimal: str, stroke: bool = False) -> str:
        """The operator that sets '#RRGGBB' for filling or stroking."""
        ...

    def picture(self, picture: "Image") -> "Image":
        """A raster of mode L or RGB in these inks: L, RGB or CMYK."""
        ...


class Srgb:
    """Light: colours stay what they are."""

    space = "/DeviceRGB"

    def operator(self, hexadecimal: str, stroke: bool = False) -> str:
        """Grey is one number."""
        return colour(hexadecimal, stroke)

    def picture(self, picture: "Image") -> "Image":
        """The raster itself."""
        return picture


SRGB = Srgb()
