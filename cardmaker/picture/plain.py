"""A PNG or JPEG as Studio's page codes it → the picture to embed, where nothing is there that decodes others.

The page has the browser turn pictures upright, into sRGB and to a size that print shows; it codes PNGs without filters,
since undoing these byte by byte takes Python seconds.
"""

import struct
import zlib
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from typing import Final

from cardmaker.errors import PictureError
from cardmaker.frame import Image
from cardmaker.geometry import Size
from cardmaker.namedtuple import NamedTuple

_JPEG: Final = b"\xff\xd8"
_HEAD: Final = struct.Struct(">IIBBBBB")
_CHANNELS: Final = {(8, 2, 0, 0, 0): 3, (8, 6, 0, 0, 0): 4}
"""How many a PNG has that is coded plainly, by its depth, colour type, compression, filter and interlace methods."""
_MOST_DOTS: Final = 4_000_000
"""More than the page ever sends, and no more memory than a page has."""


class PlainDots(NamedTuple):
    """The pixels of a PNG: red, green and blue of each, and how opaque each is, None where all are."""

    size: tuple[int, int]
    colours: bytes
    alpha: bytes | None


@cache
def decodes_all() -> bool:
    """Whether what decodes any PNG and JPEG is there, which in the browser it isn't."""
    return find_spec("PIL.ImageOps") is not None


def dots_of(data: bytes) -> PlainDots:
    """The pixels of a PNG that is coded plainly; ValueError if it is not, or damaged."""
    chunks = [*_chunks(data)]
    width, height, *coded = _HEAD.unpack(chunks[0])
    channels = _CHANNELS.get(tuple(coded))
    if channels is None or not 0 < width * height <= _MOST_DOTS:
        raise ValueError("method")
    row = 1 + width * channels
    rows = zlib.decompressobj().decompress(b"".join(chunks[1:]), row * height)
    if len(rows) != row * height or any(rows[::row]):
        raise ValueError("filter")
    dots = b"".join(rows[start + 1 : start + row] for start in range(0, len(rows), row))
    if channels == 3:
        return PlainDots((width, height), dots, None)
    colours = bytearray(3 * width * height)
    for channel in range(3):
        colours[channel::3] = dots[channel::4]
    alpha = dots[3::4]
    return PlainDots((width, height), bytes(colours), None if alpha.count(255) == len(alpha) else alpha)


def _chunks(data: bytes) -> Iterator[bytes]:
    """What a PNG's head and its pixels' chunks hold."""
    position = 8
    while position + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, position)
        if kind in (b"IHDR", b"IDAT"):
            yield data[position + 8 : position + 8 + length]
        position += 12 + length


class PlainRaster:
    """An open PNG or JPEG that is coded plainly, as `Raster` is for any."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the picture; PictureError if it isn't one, or is coded otherwise."""
        from cardmaker.picture import jpeg, png

        self._data = data
        try:
            if data.startswith(_JPEG):
                self.shape = Size(*jpeg.size_of(data))
                self._embedded = jpeg.stripped(data)
            else:
                self.shape = Size(*dots_of(data).size)
                self._embedded = png.stripped(data)
        except (ValueError, IndexError, struct.error, zlib.error):
            raise PictureError(f"{name}: damaged, or not a PNG or JPEG picture; save it again") from None

    def __enter__(self) -> "PlainRaster":
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is to be closed."""

    def check(self) -> None:
        """Nothing: opening it has read it."""

    def image(self, size: Size) -> Image:
        """The picture at a size in mm, its own pixels as they are coded."""
        return Image(self._embedded, *size)
