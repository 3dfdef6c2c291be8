"""A raster → the bytes of a PNG that says what its colours mean, how large it is, and what it shows."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_PERCEPTUAL = b"\0"  # how the chunk 'sRGB' wants colours shown (ISO/IEC 15948, 11.3.3.5)


def labelled(raster: "Image", title: str, dpi: int) -> bytes:
    """Encode a raster in sRGB of so many dots per inch."""
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add(b"sRGB", _PERCEPTUAL)
    told.add_itxt("Title", title)
    stream = BytesIO()
    raster.save(stream, "PNG", dpi=(dpi, dpi), pnginfo=told)
    return stream.getvalue()
