"""The bytes of a PNG or JPEG → the picture to embed, and nothing else: upright, in sRGB, no finer than print shows."""

import io
import math
import struct
import warnings
import zlib
from types import TracebackType

from PIL import Image as Pillow
from PIL import ImageChops, ImageOps

from cardmaker.errors import PictureError
from cardmaker.frame import Image
from cardmaker.geometry import MM_PER_INCH, Size
from cardmaker.picture import jpeg, png
from cardmaker.picture.colour_profile import changes, in_srgb

MEGAPIXELS = 40
LONGEST = 30_000
"""Pixels along a side: 2.5 m at 300 dpi. Decoders take a row's worth of room many times over."""
DPI = 300
JPEG_QUALITY = 90
FLAT_COLOURS = 4096
"""A picture with no more colours than this was drawn, not photographed, and stays a PNG."""

_ORIENTATION = 0x0112
_PNG_DEPTH = 24  # where a PNG gives its bits a pixel
_LEVEL_STEPS = {2: 85, 4: 17}  # from levels of 2 and 4 bits to those of 8
_DAMAGE = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, struct.error, zlib.error)


class Raster:
    """An open PNG or JPEG. Use it as a context: `with Raster(data, name) as raster: …`."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the picture; PictureError if it isn't one or holds more than 40 megapixels."""
        self._data, self._name = data, name
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)
                self._pillow = _open(data)
        except Pillow.DecompressionBombError:
            raise self._too_large() from None
        except _DAMAGE:
            raise PictureError(f"{name}: damaged, or not a PNG or JPEG picture; save it again") from None
        width, height = self._pillow.size
        if width * height > MEGAPIXELS * 1_000_000:
            raise self._too_large()
        if max(width, height) > LONGEST:
            raise PictureError(f"{name}: more than {LONGEST:,} pixels long; save a shorter picture")
        if self._pillow.format != "PNG" and jpeg.passes(data) * width * height > jpeg.LIMIT_PASSES * 1e6:
            raise PictureError(f"{name}: coded in too many passes; save the picture again")
        self._orientation = self._exif_orientation()

    def __enter__(self) -> "Raster":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pillow.close()

    @property
    def shape(self) -> Size:
        """Width and height in pixels, as the picture is meant to be seen."""
        size = Size(*self._pillow.size)
        return size.turned if self._orientation >= 5 else size

    def check(self) -> None:
        """Decode it; PictureError if it is damaged or cut off."""
        try:
            _open(self._data).verify()  # the check sums of a PNG, which decoding alone passes over
            self._check_whole()
        except _DAMAGE as error:
            raise self._damaged(error) from None

    def image(self, size: Size) -> Image:
        """The picture at a size in mm: its own pixels as they are coded if that will do, else coded again.

        Check it first.
        """
        pixels = Size(*(math.ceil(side / MM_PER_INCH * DPI) for side in size))
        too_fine = self.shape.width > pixels.width and self.shape.height > pixels.height
        try:
            if not too_fine and self._embeddable():
                return Image(_stripped(self._data), *size)
            return Image(_stripped(self._encoded(pixels if too_fine else None)), *size)
        except _DAMAGE as error:
            raise self._damaged(error) from None

    def _embeddable(self) -> bool:
        pillow = self._pillow
        photo = pillow.format == "JPEG"
        return (
            (photo or pillow.format == "PNG")
            and pillow.mode in (("L", "RGB") if photo else ("L", "RGB", "RGBA"))
            and self._orientation == 1
            and "transparency" not in pillow.info
            and not changes(pillow.mode.removesuffix("A"), _profile(pillow))
            and (not photo or jpeg.embeddable(self._data))
        )

    def _check_whole(self) -> None:
        """Decode it, at an eighth of its size if it is a JPEG, so that a damaged one is found now."""
        self._pillow.draft(None, (1, 1))
        self._pillow.load()

    def _encoded(self, pixels: Size | None) -> bytes:
        pillow = self._pillow
        photo = pillow.format != "PNG"
        if pixels:
            wanted = pixels.turned if self._orientation >= 5 else pixels
            pillow.draft(None, (int(2 * wanted.width), int(2 * wanted.height)))
        pillow.load()
        if self._orientation != 1:
            pillow = ImageOps.exif_transpose(pillow)
        if pillow.mode == "CMYK" and not jpeg.is_adobe(self._data):
            profile = _profile(pillow)
            pillow = ImageChops.invert(pillow)  # as Pillow takes all for Adobe's
            pillow.info["icc_profile"] = profile
        if pillow.mode == "L" and isinstance(pillow.info.get("transparency"), int):
            pillow.info["transparency"] *= _LEVEL_STEPS.get(self._data[_PNG_DEPTH], 1)
        pillow = _plain(pillow)
        if not photo:
            photo = pillow.mode == "RGB" and pillow.getcolors(FLAT_COLOURS) is None
        if pixels:
            size = int(pixels.width), int(pixels.height)
            pillow = pillow.resize(size, Pillow.Resampling.LANCZOS, reducing_gap=3.0)
        stream = io.BytesIO()
        if photo:
            pillow.save(stream, "JPEG", quality=JPEG_QUALITY, optimize=True)
        else:
            pillow.save(stream, "PNG")
        return stream.getvalue()

    def _exif_orientation(self) -> int:
        try:
            value = self._pillow.getexif().get(_ORIENTATION, 1)
        except _DAMAGE:
            self._pillow = _open(
                self._data
            )  # so that the damage is met again, and reported, when it is decoded
            return 1
        return value if isinstance(value, int) and 1 <= value <= 8 else 1

    def _damaged(self, error: Exception) -> PictureError:
        what = "cut off" if "truncated" in str(error).lower() else "damaged"
        return PictureError(f"{self._name}: the picture is {what}; save or download it again")

    def _too_large(self) -> PictureError:
        return PictureError(f"{self._name}: more than {MEGAPIXELS} megapixels; save a smaller picture")


def _open(data: bytes) -> Pillow.Image:
    return Pillow.open(io.BytesIO(data), formats=("PNG", "JPEG"))


def _stripped(data: bytes) -> bytes:
    """A PNG or JPEG without what its camera and its author wrote with the picture."""
    return jpeg.stripped(data) if data.startswith(b"\xff\xd8") else png.stripped(data)


def _plain(pillow: Pillow.Image) -> Pillow.Image:
    """The picture in sRGB, 8 bits, as L, RGB or, where something shows through, RGBA; without any extras."""
    profile = _profile(pillow)
    pillow, alpha = _parted(pillow)
    if pillow.mode not in ("L", "RGB", "CMYK"):
        pillow = pillow.convert("L" if pillow.mode in ("1", "LA") else "RGB")
    pillow = in_srgb(pillow, profile)
    if pillow.mode not in ("L", "RGB"):
        pillow = pillow.convert("RGB")
    if alpha is not None and alpha.getextrema() != (255, 255):
        pillow = pillow.convert("RGB")
        pillow.putalpha(alpha)
    pillow.info.clear()
    return pillow


def _parted(pillow: Pillow.Image) -> tuple[Pillow.Image, Pillow.Image | None]:
    """The picture's colours, and how opaque it is where; 16 bits of grey are made 8."""
    if pillow.mode.startswith("I"):
        seen_through = pillow.info.get("transparency")
        levels = pillow.convert("I")
        grey = levels.point(lambda value: value * (1 / 257)).convert("L")
        if not isinstance(seen_through, int):
            return grey, None
        above = levels.point(lambda value: value * 255 - 255 * seen_through).convert("L")
        below = levels.point(lambda value: value * -255 + 255 * seen_through).convert("L")
        return grey, ImageChops.lighter(above, below)
    if pillow.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in pillow.info:
        whole = pillow.convert("RGBA")
        colours = "L" if pillow.mode in ("LA", "La", "L", "1") else "RGB"
        return whole.convert(colours), whole.getchannel("A")
    return pillow, None


def _profile(pillow: Pillow.Image) -> bytes:
    """The colour profile that came with a picture, b'' if none did."""
    profile: bytes = pillow.info.get("icc_profile") or b""
    return profile
