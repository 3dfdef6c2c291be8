"""Colours of a screen → a printer's four inks, by the profile of press and paper; what looks grey in black alone.

Colours are converted relative to the paper's white, the darkest black kept (relative colorimetric with black
point compensation). Type and lines in a near-grey colour would need all four inks to meet exactly, so what
looks grey is printed in black alone, of the same lightness, and what looks black in full black.
"""

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from cardmaker.errors import SourceError
from cardmaker.paint.inks import srgb_profile

if TYPE_CHECKING:
    from PIL.Image import Image

Mix = tuple[int, int, int, int]
"""Cyan, magenta, yellow and black, each from 0 to 255."""

# Tuned to the bundled themes. Their inks for type are slates: dark ones of C* up to 8.8 (#3C4350), light ones up
# to 6.2 (#7E8C92); what is to stay a colour begins at 9.6 among the dark (#2F464C) and at 6.7 among the light
# (#E9EBF8). No grey has an L* between 42 and 49. Blacks reach an L* of 15 (#1E272C), greys begin at 28.
_BLACK = 20.0  # L* up to which a grey is printed in full black
_DARK = 45.0
_GREY, _DARK_GREY = 6.5, 9.0  # C* up to which a colour counts as grey, light and dark ones
_FINE_GREY = (
    12.0  # of small type: slates to write on reach 10.9 (#6A7284), colours that mean something begin at 19
)


class Cmyk:
    """The inks of one profile."""

    space = "/DeviceCMYK"

    def __init__(self, profile: bytes, name: str) -> None:
        """Prepare the conversion; SourceError if the profile's tables can't be used."""
        from PIL import ImageCms

        intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
        try:
            screen = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
            press = ImageCms.ImageCmsProfile(BytesIO(profile))
            self._there = ImageCms.buildTransform(screen, press, "RGB", "CMYK", intent, flags)
            back = ImageCms.buildTransform(press, screen, "CMYK", "RGB", intent, flags)
        except (ImageCms.PyCMSError, OSError) as fault:
            raise SourceError(
                f"{name}: its tables can't be used: {fault}; ask for the profile again"
            ) from None
        self._apply = ImageCms.applyTransform
        self._black_of = _blacks(self._converted(_black_ramp(), back))
        self._mixes: dict[tuple[str, bool], Mix] = {}

    def mix(self, hexadecimal: str, fine: bool = False) -> Mix:
        """The inks of '#RRGGBB', or of *fine* type in it."""
        if (hexadecimal, fine) not in self._mixes:
            self._mixes[hexadecimal, fine] = self._mixed(hexadecimal, fine)
        return self._mixes[hexadecimal, fine]

    def coverage(self, hexadecimal: str) -> int:
        """How much ink '#RRGGBB' takes, in per cent of one ink."""
        return _percent(sum(self.mix(hexadecimal)))

    def fill(self, canvas: Canvas, hexadecimal: str, fine: bool = False) -> None:
        """All four inks, from 0 to 1; *fine* type of a dull colour in black alone."""
        canvas.setFillColorCMYK(*self._thousandths(hexadecimal, fine))

    def stroke(self, canvas: Canvas, hexadecimal: str) -> None:
        """All four inks, from 0 to 1."""
        canvas.setStrokeColorCMYK(*self._thousandths(hexadecimal))

    def _thousandths(self, hexadecimal: str, fine: bool = False) -> tuple[float, ...]:
        return tuple(round(ink / 255, 3) for ink in self.mix(hexadecimal, fine))

    def picture(self, picture: "Image") -> "Image":
        """A grey raster stays grey, as light as black ink makes it; colours become four channels."""
        if picture.mode == "L":
            return picture.point([255 - black for black in self._black_of])
        return self._converted(picture, self._there)

    def _mixed(self, hexadecimal: str, fine: bool) -> Mix:
        from PIL import Image

        rgb = int(hexadecimal[1:3], 16), int(hexadecimal[3:5], 16), int(hexadecimal[5:7], 16)
        lightness, chroma = _looks(rgb)
        if chroma <= (_FINE_GREY if fine else _DARK_GREY if lightness < _DARK else _GREY):
            return 0, 0, 0, 255 if lightness <= _BLACK else self._black_of[_grey(rgb)]
        cyan, magenta, yellow, black = self._converted(Image.new("RGB", (1, 1), rgb), self._there).tobytes()
        return cyan, magenta, yellow, black

    def _converted(self, picture: "Image", transform: object) -> "Image":
        converted = self._apply(picture, transform)  # type: ignore[arg-type]
        assert converted is not None
        return converted


def _black_ramp() -> "Image":
    """White to full black in black ink alone."""
    from PIL import Image

    return Image.frombytes("CMYK", (256, 1), b"".join(bytes([0, 0, 0, black]) for black in range(256)))


def _blacks(ramp: "Image") -> list[int]:
    """For each grey of a screen, the black ink that comes out as light. *ramp* is what each black looks like."""
    seen = ramp.convert("L").tobytes()
    return [min(range(256), key=lambda black: (abs(seen[black] - grey), black)) for grey in range(256)]


def most_ink(picture: "Image") -> int:
    """The most that all four inks of a pixel add up to, in per cent of one ink, to within 2."""
    from PIL import ImageChops

    cyan, magenta, yellow, black = picture.split()
    half = ImageChops.add(ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2), 2)
    extrema = half.getextrema()
    return _percent(4 * int(extrema[1]))  # type: ignore[arg-type]


def _percent(levels: int) -> int:
    return round(levels / 255 * 100)


def _linear(level: int) -> float:
    """IEC 61966-2-1."""
    value = level / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _grey(rgb: tuple[int, int, int]) -> int:
    """The grey of a screen that is as light as a colour."""
    red, green, blue = map(_linear, rgb)
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    value = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return min(255, round(255 * value))


def _looks(rgb: tuple[int, int, int]) -> tuple[float, float]:
    """Lightness L* and chroma C* (CIE 1976, white D65)."""
    red, green, blue = map(_linear, rgb)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z))
    return 116 * y - 16, ((500 * (x - y)) ** 2 + (200 * (y - z)) ** 2) ** 0.5
