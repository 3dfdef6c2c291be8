"""The bytes of an SVG, PNG or JPEG → a picture that is whole, to be shown in any box without being stretched."""

from functools import lru_cache
from typing import TYPE_CHECKING

from cardmaker.errors import PictureError
from cardmaker.frame import Art, Artwork, Image
from cardmaker.geometry import Size
from cardmaker.picture.plain import PlainRaster, decodes_all
from cardmaker.record import record

if TYPE_CHECKING:
    from cardmaker.picture.raster import Raster

_OTHER_FORMATS = (
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"%PDF", "a PDF"),
    (b"%!PS", "an EPS picture"),
    (b"\x1f\x8b", "compressed (SVGZ, perhaps)"),
)


@record(eq=False)
class OwnPicture:
    """A picture of the reader's own: an SVG's artwork, or the bytes of a PNG or JPEG. *name* is for messages.

    Pictures compare by identity: the same bytes of the same name give the same picture.
    """

    name: str
    content: Artwork | bytes
    shape: Size

    def shown(self, width: float, height: float) -> Art | Image:
        """The picture as large as its shape allows in a box of *width* × *height* mm.

        The item carries its own size in mm. PictureError if it can't be printed after all.
        """
        return _shown(self, fit_into(self.shape, Size(width, height)))


def picture_in(data: bytes, name: str) -> OwnPicture:
    """The picture in a file's bytes; PictureError, which begins with *name*, if it is damaged, of another kind,
    too large, or has in it what can't be printed."""
    found = _known(data, name)
    if isinstance(found, PictureError):
        raise PictureError(str(found))
    return found


def fit_into(size: Size, box: Size) -> Size:
    """The largest size of the same shape that goes into a box."""
    scale = min(box.width / size.width, box.height / size.height)
    return Size(size.width * scale, size.height * scale)


@lru_cache(maxsize=64)
def _shown(picture: OwnPicture, size: Size) -> Art | Image:
    if isinstance(picture.content, Artwork):
        return Art(picture.content, size.width)
    with _opened(picture.content, picture.name) as raster:
        return raster.image(size)


@lru_cache(maxsize=64)
def _known(data: bytes, name: str) -> OwnPicture | PictureError:
    """The picture, or why it can't be used: what takes long to find out is asked once."""
    try:
        return _raster(data, name) if data.startswith((b"\x89PNG", b"\xff\xd8")) else _drawing(data, name)
    except PictureError as error:
        return error


def _raster(data: bytes, name: str) -> OwnPicture:
    with _opened(data, name) as raster:
        shape = raster.shape  # which decoding a part of it changes
        raster.check()
    return OwnPicture(name, data, shape)


def _opened(data: bytes, name: str) -> "Raster | PlainRaster":
    if not decodes_all():
        return PlainRaster(data, name)
    from cardmaker.picture.raster import Raster

    return Raster(data, name)


def _drawing(data: bytes, name: str) -> OwnPicture:
    from cardmaker.picture.svg import read_svg

    if not data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"):
        raise PictureError(f"{name}: {_kind(data)}; save it as SVG, PNG or JPEG")
    artwork = read_svg(data, name)
    return OwnPicture(name, artwork, Size(artwork.width, artwork.height))


def _kind(data: bytes) -> str:
    if not data:
        return "the file is empty"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "this is a WebP picture"
    if data[4:8] == b"ftyp":
        return "this is a HEIC or AVIF picture"
    found = next((kind for head, kind in _OTHER_FORMATS if data.startswith(head)), "")
    return f"this is {found}" if found else "not a picture that is known here"
