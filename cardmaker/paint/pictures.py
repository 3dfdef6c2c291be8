"""Artwork and images → the bytes of form and image XObjects, each named after its content."""

import hashlib
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from cardmaker.errors import PictureError
from cardmaker.frame import Artwork
from cardmaker.namedtuple import NamedTuple
from cardmaker.paint import readyforms
from cardmaker.paint.canvas import RecordingCanvas
from cardmaker.paint.inks import SRGB, Inks
from cardmaker.paint.objectfile import compress
from cardmaker.paint.pen import Pen
from cardmaker.paint.readyforms import ReadyForm
from cardmaker.paint.tokens import numbers
from cardmaker.picture.jpeg import ADOBE, FRAMES, segments
from cardmaker.picture.plain import decodes_all, dots_of

if TYPE_CHECKING:
    from PIL import Image

_JPEG = b"\xff\xd8"
_PNG = b"\x89PNG\r\n\x1a\n"
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}


class XObject(NamedTuple):
    """A form or an image that is encoded already, so that documents share it.

    *entries* are its dictionary's, *mask* is a greyscale image of how much shows, *colours* are those of a form,
    *ink* is the most of all pixels, in per cent of one ink.
    """

    entries: str
    data: bytes
    mask: "XObject | None" = None
    colours: frozenset[str] = frozenset()
    ink: int = 0


# Artwork ---------------------------------------------------------------------------------------------


@lru_cache(maxsize=512)
def _form(artwork: Artwork, inks: Inks) -> tuple[str, XObject]:
    """An artwork's name and its form, which may be ready in the inks of screens.

    The bounding box is so wide that it never cuts off what reaches over the artwork's edge.
    """
    edges = numbers(-artwork.width, -artwork.height, 2 * artwork.width, 2 * artwork.height)
    form = readyforms.find(artwork.source) if inks is SRGB else None
    if form is None:
        form = _recorded(artwork, inks, edges)
        if inks is SRGB:
            readyforms.keep(artwork.source, form)
    entries = f"/Type/XObject/Subtype/Form/BBox[{edges}]/Resources<<>>/Filter/FlateDecode"
    return form.name, XObject(entries, form.data, colours=form.colours)


def _recorded(artwork: Artwork, inks: Inks, edges: str) -> ReadyForm:
    """Draw an artwork on a canvas of its own.

    ReportLab's own forms (beginForm) belong to one document each and would be compressed again for each.
    """
    canvas = RecordingCanvas()
    pen = Pen(canvas, inks, known=False)
    for path in artwork.paths:
        pen.draw(path)
    operators = canvas.getCurrentPageContent().encode("ascii")
    name = f"A{_digest(operators + edges.encode('ascii'))}"
    return ReadyForm(name, compress(operators), frozenset(pen.colours))


def artwork_name(artwork: Artwork, inks: Inks = SRGB) -> str:
    """The resource name of an artwork."""
    return _form(artwork, inks)[0]


def form_of(artwork: Artwork, inks: Inks = SRGB) -> XObject:
    """An artwork as a form."""
    return _form(artwork, inks)[1]


# Images ----------------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def image_name(data: bytes) -> str:
    """The resource name of an image."""
    return f"I{_digest(data)}"


@lru_cache(maxsize=32)
def image_of(data: bytes, inks: Inks = SRGB) -> XObject:
    """An image: a JPEG's bytes as they are, a PNG's pixels with its transparency as a soft mask.

    `Canvas.drawImage` would decode either and compress the pixels again. In other inks than light a JPEG is no
    longer its own bytes, unless it was in printers' colours already.
    """
    if data.startswith(_JPEG) and (inks is SRGB or _jpeg_size(data)[2] == 4):
        return XObject(f"{_entries(*_jpeg_size(data))}/Filter/DCTDecode", data)
    if data.startswith((_JPEG, _PNG)):
        return _raster(data, inks)
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
    adobe = False
    for marker, segment in segments(data):
        if marker in FRAMES and len(segment) >= 6 and segment[5] in _SPACES:
            height, width = int.from_bytes(segment[1:3], "big"), int.from_bytes(segment[3:5], "big")
            return width, height, segment[5], adobe and segment[5] == 4
        adobe = adobe or (marker == ADOBE and segment.startswith(b"Adobe"))
    raise PictureError("a JPEG has no readable size; save the picture again")


def _raster(data: bytes, inks: Inks) -> XObject:
    if inks is SRGB and not decodes_all():
        return _plain(data)
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
        raise PictureError("a picture is damaged; save the picture again") from error
    mask = _pixels(whole.getchannel("A")) if see_through else None
    return _pixels(inks.picture(colours))._replace(mask=mask)


def _plain(data: bytes) -> XObject:
    """The pixels of a PNG that Studio's page has coded."""
    size, colours, alpha = dots_of(data)
    mask = XObject(f"{_entries(*size, 1)}/Filter/FlateDecode", compress(alpha)) if alpha else None
    return XObject(f"{_entries(*size, 3)}/Filter/FlateDecode", compress(colours), mask)


def _pixels(picture: "Image.Image") -> XObject:
    """A grey or RGB raster in PNG's own compression, which PDF reads as it is; CMYK has no PNG."""
    if picture.mode == "CMYK":
        from cardmaker.paint.cmyk import most_ink

        entries = f"{_entries(*picture.size, 4)}/Filter/FlateDecode"
        return XObject(entries, compress(picture.tobytes()), ink=most_ink(picture))
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
    return XObject(f"{_entries(*picture.size, components)}{filters}", b"".join(pixels))
