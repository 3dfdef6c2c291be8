"""The bytes of a PDF for a print shop → what keeps them from being PDF/X-4, as far as reading them can show.

It reads the file again, by its own cross-reference stream, and knows nothing of how it was painted. ISO 15930-7
asks for more than a program can see here: `NOT_CHECKED` says what.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

CHECKED = "inks, fonts, page boxes, output intent, no links"
NOT_CHECKED = "trapping, overprint, and whether the profile is the one for this paper"

_OPERATORS = frozenset(
    b"q Q cm w J j M d m l c v y h re n S s f f* B B* b b* W W* k K g G "
    b"BT ET Tf Td Tm Tj TJ Tc Tw Tz TL Tr Ts Do BDC BMC EMC".split()
)
_FOREIGN = frozenset(
    b"/DeviceRGB /CalRGB /CalGray /Lab /ICCBased /Indexed /Pattern /Separation /DeviceN /Annots /AA /OpenAction "
    b"/JavaScript /Encrypt /EmbeddedFiles /AcroForm /OPI /Alternates /ArtBox".split()
)
_XMP_NEEDS = (
    b"PDF/X-4</pdfxid:",
    b"<pdf:Trapped>False<",
    b"<xmpMM:DocumentID>",
    b"<xmp:CreateDate>",
    b"<dc:title>",
)
_INFO_NEEDS = (b"/Trapped", b"/Title", b"/CreationDate", b"/ModDate")
_STRING = re.compile(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>", re.DOTALL)
_NAME = re.compile(rb"/[^\s/<>\[\]()]+")
_WORD = re.compile(rb"[^\s/<>\[\]()]+")
_NUMBER = re.compile(rb"[-+.]?\d[\d.]*")
_BOX = r"/{}\s*\[([^\]]*)\]"
_SLACK = 0.001


def faults(data: bytes) -> list[str]:
    """All that is wrong, a few words each; [] if nothing was found."""
    try:
        file = _read(data)
        found = [*_head(data, file), *_colours(file), *_fonts(file), *_pages(file), *_intent(file)]
    except (zlib.error, ValueError, LookupError, AttributeError, TypeError) as error:
        return [f"the file can't be read ({error})"]
    return list(dict.fromkeys(found))


@dataclass(slots=True)
class _Thing:
    """An object: its tokens, strings blanked, and the data of a stream."""

    body: bytes
    stream: bytes | None = None
    text: bytes = b""

    @property
    def data(self) -> bytes:
        """A stream's data, decompressed if it is by Flate alone."""
        flat = b"/FlateDecode" in self.body and b"/Predictor" not in self.body
        return zlib.decompress(self.stream) if self.stream and flat else self.stream or b""

    def box(self, name: str) -> list[float] | None:
        match = re.search(_BOX.format(name).encode(), self.body)
        return [float(edge) for edge in match[1].split()] if match else None


@dataclass(slots=True)
class _File:
    trailer: bytes
    things: dict[int, _Thing] = field(default_factory=dict)

    def at(self, body: bytes, key: bytes) -> _Thing:
        """What a key of a dictionary refers to."""
        match = re.search(key + rb"\s*\[?\s*(\d+) 0 R", body)
        if match is None:
            raise ValueError(f"no {key.decode()}")
        return self.things[int(match[1])]

    def of_type(self, name: bytes) -> Iterator[_Thing]:
        pattern = re.compile(rb"/Type\s*/" + name + rb"(?![A-Za-z0-9])")
        return (thing for thing in self.things.values() if pattern.search(thing.body))


# Reading ---------------------------------------------------------------------------------------------


def _read(data: bytes) -> _File:
    start = int(data.rsplit(b"startxref", 1)[1].split()[0])
    table = _object(data, start)
    widths = [int(width) for width in re.search(rb"/W\s*\[([^\]]*)\]", table.body)[1].split()]  # type: ignore[index]
    file = _File(table.body)
    packed: list[_Thing] = []
    for number, (kind, second, _) in enumerate(_rows(zlib.decompress(table.stream or b""), widths)):
        if kind == 1 and second != start:
            thing = file.things[number] = _object(data, second)
            if b"/ObjStm" in thing.body:
                packed.append(thing)
    for holder in packed:
        file.things |= _unpacked(holder)
    return file


def _object(data: bytes, at: int) -> _Thing:
    """The object that begins at an offset: up to 'endobj', or with so much of a stream as it says."""
    body_at = data.index(b" obj", at) + 4
    end = data.index(b"endobj", body_at)
    stream = data.find(b"stream\n", body_at, end)
    if stream < 0:
        return _thing(data[body_at:end])
    head = data[body_at:stream]
    (length,) = re.findall(rb"/Length (\d+)", head)
    return _thing(head, data[stream + 7 : stream + 7 + int(length)])


def _thing(text: bytes, stream: bytes | None = None) -> _Thing:
    return _Thing(_STRING.sub(b"()", text), stream, text)


def _rows(data: bytes, widths: list[int]) -> Iterator[tuple[int, ...]]:
    """The rows of a cross-reference stream, each stored as its difference from the one above."""
    wide = sum(widths)
    above = bytes(wide)
    for at in range(0, len(data), wide + 1):
        row = data[at + 1 : at + 1 + wide]
        above = bytes((new + old) & 0xFF for new, old in zip(row, above, strict=True))
        first, second = widths[0], widths[0] + widths[1]
        yield tuple(
            int.from_bytes(part, "big") for part in (above[:first], above[first:second], above[second:])
        )


def _unpacked(holder: _Thing) -> dict[int, _Thing]:
    """The objects in an object stream."""
    data = holder.data
    (first,) = re.findall(rb"/First (\d+)", holder.body)
    heads = [int(number) for number in data[: int(first)].split()]
    starts = heads[1::2]
    ends = [*starts[1:], len(data) - int(first)]
    return {
        number: _thing(data[int(first) + start : int(first) + end])
        for number, start, end in zip(heads[::2], starts, ends, strict=True)
    }


# Checks ----------------------------------------------------------------------------------------------


def _head(data: bytes, file: _File) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.[3-6]\n", data):
        yield "the version is later than 1.6"
    if b"/ID" not in file.trailer:
        yield "no file identifier"
    info = file.at(file.trailer, b"/Info")
    for key in _INFO_NEEDS:
        if key not in info.body:
            yield f"no {key.decode()[1:]} in the information"
    metadata = file.at(file.at(file.trailer, b"/Root").body, b"/Metadata")
    if b"/Filter" in metadata.body:
        yield "compressed metadata"
    for wanted in _XMP_NEEDS:
        if wanted not in metadata.data:
            yield f"no {wanted.decode()} in the metadata"


def _colours(file: _File) -> Iterator[str]:
    for thing in file.things.values():
        for name in set(_NAME.findall(thing.body)) & _FOREIGN:
            yield f"{name.decode()} in the file"
    for content in _contents(file):
        words = _WORD.findall(_NAME.sub(b" ", _STRING.sub(b" ", content)))
        for word in set(words) - _OPERATORS:
            if not _NUMBER.fullmatch(word):
                yield f"the operator {word.decode('latin-1')}"


def _contents(file: _File) -> Iterator[bytes]:
    """Pages and the forms on them."""
    for page in file.of_type(b"Page"):
        yield file.at(page.body, b"/Contents").data
    for form in file.of_type(b"XObject"):
        if b"/Form" in form.body:
            yield form.data


def _fonts(file: _File) -> Iterator[str]:
    fonts = list(file.of_type(b"Font"))
    for font in fonts:
        if b"/Subtype/Type0" in font.body:
            descriptor = file.at(file.at(font.body, b"/DescendantFonts").body, b"/FontDescriptor")
            if not file.at(descriptor.body, b"/FontFile2").data:
                yield "a font that is not embedded"
        elif b"/CIDFontType2" not in font.body:
            yield "a font of another kind"


def _pages(file: _File) -> Iterator[str]:
    for page in file.of_type(b"Page"):
        media, trim = page.box("MediaBox"), page.box("TrimBox")
        bleed = page.box("BleedBox") or media
        if media is None or trim is None or bleed is None:
            yield "a page without a trim"
        elif not (_holds(media, bleed) and _holds(bleed, trim)):
            yield "a page whose boxes are not one within the other"
        if b"/CS" in page.body and b"/CS/DeviceCMYK" not in page.body:
            yield "pictures that are blended in other inks"


def _holds(outer: list[float], inner: list[float]) -> bool:
    lower = all(one <= other + _SLACK for one, other in zip(outer[:2], inner[:2], strict=True))
    return lower and all(one >= other - _SLACK for one, other in zip(outer[2:], inner[2:], strict=True))


def _intent(file: _File) -> Iterator[str]:
    root = file.at(file.trailer, b"/Root")
    if root.body.count(b"/S/GTS_PDFX") != 1 or root.body.count(b"/Type/OutputIntent/") != 1:
        yield "not just one output intent for printing"
        return
    profile = file.at(root.body, b"/DestOutputProfile")
    data = profile.data
    if b"/N 4" not in profile.body or data[12:20] != b"prtrCMYK" or data[36:40] != b"acsp":
        yield "an output intent that is no printer's profile"
