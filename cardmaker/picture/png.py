"""A raster → the bytes of a PNG that says what its colours mean and what it shows; a PNG → the picture alone."""

import struct
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_PERCEPTUAL = b"\0"  # how the chunk 'sRGB' wants colours shown (ISO/IEC 15948, 11.3.3.5)


_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PICTURE = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"sBIT")
)


def stripped(data: bytes) -> bytes:
    """The picture without what else is in the file: texts, times, places, thumbnails, other frames.

    ValueError if the file isn't whole.
    """
    kept = [_SIGNATURE]
    position = len(_SIGNATURE)
    while position + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, position)
        end = position + 12 + length
        if kind in _PICTURE:
            kept.append(data[position:end])
        if kind == b"IEND":
            return b"".join(kept)
        position = end
    raise ValueError("truncated")


def labelled(raster: "Image", title: str, dpi: int) -> bytes:
    """Encode a raster in sRGB of a number of dots per inch."""
    from PIL.PngImagePlugin import PngInfo

    chunks = PngInfo()
    chunks.add(b"sRGB", _PERCEPTUAL)
    chunks.add_itxt("Title", title)
    stream = BytesIO()
    raster.save(stream, "PNG", dpi=(dpi, dpi), pnginfo=chunks)
    return stream.getvalue()
