"""The bytes of a JPEG → whether every PDF viewer shows them as they are, how much work they make; the picture alone."""

import re
from collections.abc import Iterator

_SOI = b"\xff\xd8"
_EOI = b"\xff\xd9"
_SOS = 0xDA
_BARE = frozenset((0x01, *range(0xD0, 0xD9)))  # markers without a length
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_COMMON_FRAMES = frozenset((0xC0, 0xC1, 0xC2))  # Huffman-coded: baseline, extended, progressive
ADOBE = 0xEE
_JFIF = 0xE0
_PROFILE = 0xE2
_TABLES = frozenset(
    (0xC4, 0xCC, 0xDB, 0xDC, 0xDD)
)  # Huffman and arithmetic codes, quantization, lines, restarts
_MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")  # not one that belongs to coded pixels
_JFIF_HEAD = 12  # up to the size of its thumbnail
_NAMED_RGB = b"RGB"

LIMIT_PASSES = 1000.0
"""The most passes times megapixels: a progressive photograph of 40 megapixels in 25 passes."""


def embeddable(data: bytes) -> bool:
    """Whether a PDF may hold these bytes untouched (ISO 32000-1, 7.4.8): whole to its last marker, in Huffman
    code of 8 bits, in grey or in colours that say how they are to be read."""
    adobe = False
    for marker, segment in segments(data):
        adobe = adobe or (marker == ADOBE and segment.startswith(b"Adobe"))
        if marker in FRAMES:
            common = marker in _COMMON_FRAMES and segment[:1] == b"\x08"
            named = segment[6::3][:3] == _NAMED_RGB and not adobe
            return common and not named and data.rstrip(b"\0").endswith(_EOI)
    return False


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a picture that a PDF may hold untouched; ValueError if it may not."""
    for marker, segment in segments(data):
        if marker in FRAMES and embeddable(data) and segment[5] in (1, 3):
            height, width = int.from_bytes(segment[1:3], "big"), int.from_bytes(segment[3:5], "big")
            if width and height:
                return width, height
    raise ValueError("size")


def stripped(data: bytes) -> bytes:
    """The picture without what else is in the file: where and when it was taken, by whom, thumbnails, comments.

    The coded pixels stay as they are, and so does what says how to read their colours: JFIF, ICC, Adobe.
    ValueError if the file isn't whole.
    """
    kept = [_SOI]
    position = len(_SOI)
    while found := _MARKER.search(data, position):  # what lies between segments means nothing
        marker, position = data[found.end() - 1], found.end()
        if marker == _EOI[1]:
            return b"".join((*kept, _EOI))
        if marker in _BARE:
            continue
        end = position + int.from_bytes(data[position : position + 2], "big")
        if marker == _SOS:
            following = _MARKER.search(data, end)
            end = following.start() if following else len(data)
        segment = data[position:end]
        if marker == _JFIF and segment[2:7] == b"JFIF\0":
            kept.append(b"\xff\xe0\0\x10" + segment[2 : 2 + _JFIF_HEAD] + b"\0\0")
        elif _is_needed(marker, segment[2:]):
            kept.append(bytes((0xFF, marker)) + segment)
        position = end
    raise ValueError("truncated")


def _is_needed(marker: int, segment: bytes) -> bool:
    return (
        marker in FRAMES
        or marker in _TABLES
        or marker == _SOS
        or (marker == _PROFILE and segment.startswith(b"ICC_PROFILE\0"))
        or (marker == ADOBE and segment.startswith(b"Adobe"))
    )


def is_adobe(data: bytes) -> bool:
    """Whether an Adobe program wrote it, which keeps printers' colours upside down."""
    return any(marker == ADOBE and segment.startswith(b"Adobe") for marker, segment in segments(data))


def passes(data: bytes) -> int:
    """How often decoding goes over the picture, a preview inside counted too."""
    return data.count(bytes((0xFF, _SOS)))


def segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Markers and what they hold, up to the first scan (ITU-T T.81, B.1.1)."""
    position = len(_SOI)
    while position + 4 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xFF or marker in _BARE:
            position += 1 if marker == 0xFF else 2
            continue
        if marker == _SOS:
            return
        length = int.from_bytes(data[position + 2 : position + 4], "big")
        yield marker, data[position + 4 : position + 2 + length]
        position += 2 + max(2, length)
