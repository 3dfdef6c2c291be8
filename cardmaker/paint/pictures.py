"""Artwork and images → form and image XObjects, each named after its content and embedded once."""

import hashlib
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from cardmaker.errors import PictureError
from cardmaker.frame import Artwork
from cardmaker.paint.container import Container, Stream, compress
from cardmaker.paint.inks import SRGB, Inks
from cardmaker.paint.shapes import Pen, painted
from cardmaker.paint.tokens import numbers

if TYPE_CHECKING:
    from PIL import Image

_JPEG = b"\xff\xd8"
_PNG = b"\x89PNG\r\n\x1a\n"
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}
# Start-of-frame markers: C4, C8 and CC in their midst are something else.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a length
_ADOBE = 0xEE


@lru_cache(maxsize=512)
def _form(artwork: Artwork, inks: Inks) -> tuple[str, str, bytes]:
    """The name, bounding box and compressed operators of an artwork."""
    pen = Pen(known=False, inks=inks)
    for path in artwork.paths:
        shape = painted(path)
        if shape:
            pen.prepare(path)
            pen.code.append(shape)
    operators = "\n".join(pen.code).encode("ascii")
    width, height = artwork.width, artwork.height
    edges = numbers(-width, -height, 2 * width, 2 * height)
    name = f"A{_digest(operators + edges.encode('ascii'))}"
    return name, edges, compress(operators)


def artwork_name(artwork: Artwork, inks: Inks = SRGB) -> str:
    """The resource name of an artwork."""
    return _form(artwork, inks)[0]


def add_artwork(pdf: Container, artwork: Artwork, inks: Inks = SRGB) -> str:
    """Add a form, with a bounding box so wide that it never cuts off what reaches over the artwork's edge."""
    _, edges, operators = _form(artwork, inks)
    entries = f"/Type/XObject/Subtype/Form/BBox[{edges}]/Resources<<>>/Filter/FlateDecode"
    return pdf.add(Stream(entries, operators))


@lru_cache(maxsize=256)
def image_name(data: bytes) -> str:
    """The resource name of an image."""
    return f"I{_digest(data)}"


def add_image(pdf: Container, data: bytes, inks: Inks = SRGB) -> str:
    """Add an image: a JPEG's bytes as they are, a PNG's pixels with its transparency as a soft mask.

    In other inks than light a JPEG is no longer its own bytes, unless it was in printers' colours already.
    """
    if data.startswith(_JPEG) and (inks is SRGB or _jpeg_size(data)[2] == 4):
        return pdf.add(Stream(f"{_entries(*_jpeg_size(data))}/Filter/DCTDecode", data))
    if data.startswith((_JPEG, _PNG)):
        return _add_raster(pdf, data, inks)
    raise PictureError("a picture is neither JPEG nor PNG; save it as one of these")


def is_cmyk(data: bytes) -> bool:
    """Whether an image is in printers' colours."""
    return data.startswith(_JPEG) and _jpeg_size(data)[2] == 4


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:12]


def _entries(width: int, height: int, components: int, inverted: bool = False) -> str:
    decode = "/Decode[1 0 1 0 1 0 1 0]" if inverted else ""
    return (
        f"/Type/XObject/Subtype/Image/Width {width}/Height {height}"
        f"/ColorSpace{_SPACES[components]}/BitsPerComponent 8{decode}"
    )


def _jpeg_size(data: bytes) -> tuple[int, int, int, bool]:
    """Width, height, components, and whether it is Adobe's upside-down CMYK (ITU-T T.81, B.2.2)."""
    position, adobe = 2, False
    while position + 4 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xFF or marker in _BARE:
            position += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[position + 2 : position + 4], "big")
        segment = data[position + 4 : position + 2 + length]
        if marker in _FRAMES and len(segment) >= 6 and segment[5] in _SPACES:
            height, width = int.from_bytes(segment[1:3], "big"), int.from_bytes(segment[3:5], "big")
            return width, height, segment[5], adobe and segment[5] == 4
        adobe = adobe or (marker == _ADOBE and segment.startswith(b"Adobe"))
        position += 2 + length
    raise PictureError("a JPEG has no readable size; save the picture anew")


def _add_raster(pdf: Container, data: bytes, inks: Inks) -> str:
    from PIL import Image, UnidentifiedImageError  # 40 ms, for those who need it

    try:
        with Image.open(BytesIO(data)) as file:
            file.load()
            picture: Image.Image = file
            if picture.mode.startswith("I"):  # 16 bits, which convert() would clip
                picture = picture.point(lambda level: level / 256)
            grey = picture.mode in ("1", "L", "LA", "I", "I;16")
            see_through = picture.has_transparency_data
            whole = picture.convert("RGBA") if see_through else picture
            colours = whole.convert("L" if grey else "RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise PictureError("a picture is damaged; save the picture anew") from error
    mask = ""
    if see_through:
        mask = f"/SMask {_add_pixels(pdf, whole.getchannel('A'))}"
    return _add_pixels(pdf, inks.picture(colours), mask)


def _add_pixels(pdf: Container, picture: "Image.Image", more: str = "") -> str:
    """Add a grey or RGB raster in PNG's own compression, which PDF reads as it is; CMYK has no PNG."""
    if picture.mode == "CMYK":
        entries = f"{_entries(*picture.size, 4)}{more}/Filter/FlateDecode"
        return pdf.add(Stream(entries, compress(picture.tobytes())))
    buffer = BytesIO()
    picture.save(buffer, "PNG", compress_level=9)
    data, position, pixels = buffer.getvalue(), len(_PNG), []
    while position < len(data):
        length = int.from_bytes(data[position : position + 4], "big")
        if data[position + 4 : position + 8] == b"IDAT":
            pixels.append(data[position + 8 : position + 8 + length])
        position += length + 12
    components = len(picture.getbands())
    filters = (
        "/Filter/FlateDecode/DecodeParms"
        f"<</Predictor 15/Colors {components}/BitsPerComponent 8/Columns {picture.width}>>"
    )
    entries = _entries(*picture.size, components)
    return pdf.add(Stream(f"{entries}{more}{filters}", b"".join(pixels)))
