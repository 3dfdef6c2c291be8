"""'#RRGGBB' and pictures → what a file says in its own inks: light on a screen, or a printer's four."""

from collections.abc import Hashable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from PIL.Image import Image


class Inks(Hashable, Protocol):
    """How colours are set. *space* is what see-through pictures are blended in."""

    @property
    def space(self) -> str:
        """The name of the colour space."""
        ...

    def fill(self, canvas: Canvas, hexadecimal: str, fine: bool = False) -> None:
        """Set '#RRGGBB' for filling; *fine*: for small type, which four inks would hardly meet in."""
        ...

    def stroke(self, canvas: Canvas, hexadecimal: str) -> None:
        """Set '#RRGGBB' for stroking."""
        ...

    def picture(self, picture: "Image") -> "Image":
        """A raster of mode L or RGB in these inks: L, RGB or CMYK."""
        ...

    def coverage(self, hexadecimal: str) -> int:
        """How much ink '#RRGGBB' takes, in per cent of one ink; 0 for light."""
        ...


class Srgb:
    """Light: colours stay what they are."""

    space = "/DeviceRGB"

    def fill(self, canvas: Canvas, hexadecimal: str, fine: bool = False) -> None:
        """Grey is one number."""
        red, green, blue = _light(hexadecimal)
        if red == green == blue:
            canvas.setFillGray(red)
        else:
            canvas.setFillColorRGB(red, green, blue)

    def stroke(self, canvas: Canvas, hexadecimal: str) -> None:
        """Grey is one number."""
        red, green, blue = _light(hexadecimal)
        if red == green == blue:
            canvas.setStrokeGray(red)
        else:
            canvas.setStrokeColorRGB(red, green, blue)

    def picture(self, picture: "Image") -> "Image":
        """The raster itself."""
        return picture

    def coverage(self, hexadecimal: str) -> int:
        """None."""
        return 0


SRGB = Srgb()


@cache
def _light(hexadecimal: str) -> tuple[float, float, float]:
    """Red, green and blue from 0 to 1, in thousandths: a 255th is four of them."""
    red, green, blue = (round(int(hexadecimal[i : i + 2], 16) / 255, 3) for i in (1, 3, 5))
    return red, green, blue


@cache
def srgb_profile() -> bytes:
    """The ICC profile of sRGB, half a kilobyte.

    `tests/tools/build_srgb.py` makes the file from the figures of IEC 61966-2-1, so it is under this project's
    licence; ReportLab has none, and Pillow's has the clock in it.
    """
    return Path(__file__).with_name("srgb.icc").read_bytes()
