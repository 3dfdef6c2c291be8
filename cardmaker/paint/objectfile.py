"""Numbered objects → a PDF file whose small objects are packed into compressed streams, written as they come.

It adds to ReportLab's files, which have a plain cross-reference table and can't compress anything but streams:
most of a tagged document is none, and all of it would have to be held until the end.
"""

import hashlib
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import accumulate, groupby
from struct import Struct

from cardmaker.namedtuple import NamedTuple

_HEADER = b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n"
_PER_STREAM = 400
_FREE, _DIRECT, _PACKED = 0, 1, 2
# Where an object is: its kind, its offset or the number of the stream that it is in, and its place in that.
_ROW = Struct(">BIH")
_WIDTHS = "1 4 2"
_OFFSET, _OFFSET_AT = Struct(">I"), 1


_LEVEL = 7
"""Of zlib: 8 and 9 take a third and a half longer and gain less than half a per cent here."""
_TABLE_LEVEL = 3
"""Of the cross-reference table: 7 takes three times as long and gains 90 bytes of 1,100."""
_HIGHEST = 9
_LEAST_FOR_AN_OBJECT = 3
"""Bytes: qpdf, and with it many programs, takes a file with more objects than a third of its bytes for a damaged one.

Where elements are written in columns, an athlete's two thousand take less; blanks make up for it.
"""
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
    """The bytes of a stream object whose data is compressed now."""
    return packed(entries, compress(data))


def packed(entries: str, data: bytes) -> bytes:
    """The bytes of a stream object whose data is compressed already."""
    return stream(f"{entries}/Filter/FlateDecode", data)


class _Part(NamedTuple):
    """An object as it is in a file, and its digest."""

    data: bytes
    digest: bytes

    @classmethod
    def of(cls, number: int, body: bytes) -> "_Part":
        """An object of a number."""
        data = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        return cls(data, hashlib.sha256(data).digest())


class _Run(NamedTuple):
    """Objects that follow each other as they will be in the file, their digests, and where in it they begin.

    That is where in the table's rows it is entered, and by how many bytes an object is behind the first.
    """

    data: bytes
    digests: bytes
    places: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, parts: Iterable[tuple[int, _Part]]) -> "_Run":
        """Some numbered objects."""
        numbers, some = zip(*parts, strict=True)
        starts = accumulate((len(one.data) for one in some), initial=0)
        places = [(number * _ROW.size + _OFFSET_AT, at) for number, at in zip(numbers, starts, strict=False)]
        return cls(b"".join(one.data for one in some), b"".join(one.digest for one in some), places)


class _Growing:
    """A file that objects are written into; *rows* are those of its cross-reference table, one for each of them."""

    def __init__(self, version: str, rows: bytearray) -> None:
        self._rows, self._file, self._digest = rows, BytesIO(), hashlib.sha256()
        self._file.write(_HEADER % version.encode("ascii"))

    def add(self, number: int, body: bytes) -> None:
        """Write an object, and where it is."""
        data, digest = _Part.of(number, body)
        _OFFSET.pack_into(self._rows, number * _ROW.size + _OFFSET_AT, self._file.tell())
        self._file.write(data)
        self._digest.update(digest)

    def add_run(self, run: _Run) -> None:
        """The same of objects that are as they will be in the file."""
        rows, enter, start = self._rows, _OFFSET.pack_into, self._file.tell()
        for row, at in run.places:
            enter(rows, row, start + at)
        self._file.write(run.data)
        self._digest.update(run.digests)

    def close(self, number: int, root: str, info: str) -> bytes:
        """Write the table as an object; the whole file. The identifier is made from all objects before it."""
        rows, start = self._rows, self._file.tell()
        _OFFSET.pack_into(rows, number * _ROW.size + _OFFSET_AT, start)
        identifier = self._digest.hexdigest()[:32].upper()
        entries = (
            f"/Type/XRef/Size {len(rows) // _ROW.size}/W[{_WIDTHS}]/Root {root}/Info {info}"
            f"/ID[<{identifier}><{identifier}>]/DecodeParms<</Predictor 12/Columns {_ROW.size}>>"
        )
        shrinking = zlib.compressobj(_TABLE_LEVEL)
        data = b"".join([*map(shrinking.compress, differences(rows, _ROW.size)), shrinking.flush()])
        self._file.write(b"%d 0 obj\n%b\nendobj\n" % (number, packed(entries, data)))
        missing = _LEAST_FOR_AN_OBJECT * (len(rows) // _ROW.size) - self._file.tell()
        if missing > 0:
            self._file.write(b" " * (missing - 1) + b"\n")
        self._file.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return self._file.getvalue()


class Standing:
    """A file in parts, from which others are made that differ in their *own* objects, which are streams.

    *parts* are numbered objects in their order, *rows* those of the cross-reference table without the offsets of the
    parts; *table* are its number and the references to the catalog and to what the file says of itself.
    """

    def __init__(
        self,
        version: str,
        parts: Iterable[tuple[int, _Part]],
        rows: bytearray,
        own: Collection[int],
        table: tuple[int, str, str],
    ) -> None:
        self._version, self._rows, self._table = version, rows, table
        self._pieces: list[int | _Run] = []
        for is_own, group in groupby(parts, lambda part: part[0] in own):
            some = [*group]
            self._pieces += [number for number, _ in some] if is_own else [_Run.of(some)]

    def file(self, own: Mapping[int, bytes]) -> bytes:
        """The whole file, with its own objects by their numbers."""
        growing = _Growing(self._version, self._rows.copy())
        for piece in self._pieces:
            if isinstance(piece, int):
                growing.add(piece, own[piece])
            else:
                growing.add_run(piece)
        return growing.close(*self._table)


class ObjectFile:
    """A file that grows as objects come, or with *standing* their parts, from which files will be made.

    *next_number* gives the numbers of the streams that small objects are packed into.
    """

    def __init__(self, version: str, next_number: Callable[[], int], *, standing: bool = False) -> None:
        self._version, self._next_number = version, next_number
        self._small: dict[str, list[tuple[int, bytes]]] = {}
        self._rows = bytearray(_ROW.pack(_FREE, 0, 0xFFFF))
        self._parts: list[tuple[int, _Part]] = []
        self._growing = None if standing else _Growing(version, self._rows)

    def write(self, number: int, body: bytes) -> None:
        """Write an object by itself, as a stream has to be."""
        self._place(number, _DIRECT, 0)
        if self._growing:
            self._growing.add(number, body)
        else:
            self._parts.append((number, _Part.of(number, body)))

    def pack(self, number: int, body: bytes, kind: str = "") -> None:
        """Write an object that is no stream, together with others of its kind, which compress best."""
        small = self._small.setdefault(kind, [])
        small.append((number, body))
        if len(small) == _PER_STREAM:
            self._pack(small)

    def write_packed(
        self, numbers: Sequence[int], first: int, entries: str, parts: Iterable[bytes | bytearray]
    ) -> None:
        """Write a stream of small objects that is put together already, in *parts*; the first one begins at *first*."""
        holder = self._next_number()
        for index, number in enumerate(numbers):
            self._place(number, _PACKED, holder, index)
        shrinking = zlib.compressobj(_HIGHEST)
        data = b"".join([*map(shrinking.compress, parts), shrinking.flush()])
        self.write(holder, packed(f"/Type/ObjStm/N {len(numbers)}/First {first}{entries}", data))

    def whole(self, root: str, info: str) -> bytes:
        """All of a file that grew."""
        number = self._last()
        assert self._growing, "it isn't kept in parts"
        return self._growing.close(number, root, info)

    def standing(self, root: str, info: str, own: Collection[int]) -> Standing:
        """All that is needed for files of these parts, but for each one's *own*."""
        table = self._last(), root, info
        return Standing(self._version, self._parts, self._rows, own, table)

    def _last(self) -> int:
        """Pack what isn't yet; the number of the cross-reference table, which comes last."""
        for small in filter(None, self._small.values()):
            self._pack(small)
        number = self._next_number()
        self._place(number, _DIRECT, 0)
        return number

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


def differences(rows: bytes | bytearray, wide: int) -> Iterator[bytearray]:
    """Each row, so many bytes *wide*, as what it adds to the one above (PNG's filter 'Up').

    A cross-reference table compresses to a fifth so. Some rows at once: 200 copies of each card have 400,000 of them.
    Their bytes are subtracted together, as two numbers of thousands of digits: a bit that is set before keeps each from
    borrowing of its neighbour.
    """
    above = bytes(wide)
    for start in range(0, len(rows), _ROWS_AT_ONCE * wide):
        part = bytes(rows[start : start + _ROWS_AT_ONCE * wide])
        high, low = (int.from_bytes(bytes([mask]) * len(part), "big") for mask in (0x80, 0x7F))
        here, before = (int.from_bytes(some, "big") for some in (part, above + part[:-wide]))
        less = ((here | high) - (before & low)) ^ ((here ^ ~before) & high)
        more, above = less.to_bytes(len(part), "big"), part[-wide:]
        written = bytearray(b"\2" * (len(part) // wide * (wide + 1)))
        for column in range(wide):
            written[column + 1 :: wide + 1] = more[column::wide]
        yield written
