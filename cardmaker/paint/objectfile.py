"""Numbered objects → a PDF file whose small objects are packed into compressed streams, written as they come.

It adds to ReportLab's files, which have a plain cross-reference table and can't compress anything but streams:
most of a tagged document is none, and all of it would have to be held until the end.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from struct import Struct

_HEADER = b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n"
_PER_STREAM = 400
_FREE, _DIRECT, _PACKED = 0, 1, 2
# Where an object is: its kind, its offset or the number of the stream that it is in, and its place in that.
_ROW = Struct(">BIH")
_WIDTHS = "1 4 2"


_LEVEL = 7
"""Of zlib: 8 and 9 take a third and a half longer and gain less than half a per cent here."""
_ROWS_AT_ONCE = 4096


def compress(data: bytes) -> bytes:
    """Data, made small."""
    return zlib.compress(data, _LEVEL)


def stream(entries: str, data: bytes) -> bytes:
    """The bytes of a stream object; *entries* are its dictionary's, without the length.

    ReportLab's streams lack the line end before 'endstream'. After data that ends in a carriage return it is
    both characters, or that would be read as half of the line end.
    """
    end = b"\r\n" if data.endswith(b"\r") else b"\n"
    return b"<<%b/Length %d>>\nstream\n%b%bendstream" % (entries.encode("ascii"), len(data), data, end)


def deflated(entries: str, data: bytes) -> bytes:
    """The bytes of a stream object whose data is compressed."""
    return stream(f"{entries}/Filter/FlateDecode", compress(data))


class ObjectFile:
    """A file that grows. *next_number* gives the numbers of the streams that small objects are packed into."""

    def __init__(self, version: str, next_number: Callable[[], int]) -> None:
        self._next_number = next_number
        self._file = BytesIO()
        self._file.write(_HEADER % version.encode("ascii"))
        self._digest = hashlib.sha256()
        self._small: dict[str, list[tuple[int, bytes]]] = {}
        self._rows = bytearray(_ROW.pack(_FREE, 0, 0xFFFF))

    def write(self, number: int, body: bytes) -> None:
        """Write an object by itself, as a stream has to be."""
        self._place(number, _DIRECT, self._file.tell())
        part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        self._file.write(part)
        self._digest.update(part)

    def pack(self, number: int, body: bytes, kind: str = "") -> None:
        """Write an object that is no stream, together with others of its kind, which compress best."""
        small = self._small.setdefault(kind, [])
        small.append((number, body))
        if len(small) == _PER_STREAM:
            self._pack(small)

    def finish(self, root: str, info: str) -> bytes:
        """Write the cross-reference stream; the whole file. The identifier is made from everything before it."""
        for small in filter(None, self._small.values()):
            self._pack(small)
        number, start = self._next_number(), self._file.tell()
        self._place(number, _DIRECT, start)
        identifier = self._digest.hexdigest()[:32].upper()
        entries = (
            f"/Type/XRef/Size {len(self._rows) // _ROW.size}/W[{_WIDTHS}]/Root {root}/Info {info}"
            f"/ID[<{identifier}><{identifier}>]/DecodeParms<</Predictor 12/Columns {_ROW.size}>>"
        )
        shrinking = zlib.compressobj(_LEVEL)
        data = b"".join([*map(shrinking.compress, _differences(self._rows)), shrinking.flush()])
        body = stream(f"{entries}/Filter/FlateDecode", data)
        self._file.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        self._file.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return self._file.getvalue()

    def _pack(self, small: list[tuple[int, bytes]]) -> None:
        """Write small objects in one stream."""
        holder, offset, heads = self._next_number(), 0, []
        for index, (number, body) in enumerate(small):
            self._place(number, _PACKED, holder, index)
            heads.append(b"%d %d" % (number, offset))
            offset += len(body) + 1
        head = b" ".join(heads) + b"\n"
        data = head + b"\n".join(body for _, body in small)
        self.write(holder, deflated(f"/Type/ObjStm/N {len(small)}/First {len(head)}", data))
        small.clear()

    def _place(self, number: int, kind: int, where: int, index: int = 0) -> None:
        missing = (number + 1) * _ROW.size - len(self._rows)
        if missing > 0:
            self._rows.extend(bytes(missing))
        _ROW.pack_into(self._rows, number * _ROW.size, kind, where, index)


def _differences(rows: bytearray) -> Iterator[bytearray]:
    """Each row as what it adds to the one above (PNG's filter 'Up'), which compresses to a fifth.

    Some rows at once: 200 copies of each card have 400,000 of them.
    """
    wide, above = _ROW.size, bytes(_ROW.size)
    for start in range(0, len(rows), _ROWS_AT_ONCE * wide):
        part = rows[start : start + _ROWS_AT_ONCE * wide]
        more = bytes([(new - old) & 0xFF for new, old in zip(part, above + part[:-wide], strict=True)])
        written = bytearray(b"\2" * (len(part) // wide * (wide + 1)))
        for column in range(wide):
            written[column + 1 :: wide + 1] = more[column::wide]
        above = bytes(part[-wide:])
        yield written
