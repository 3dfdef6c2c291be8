"""ReportLab's document → a PDF file with its small objects packed into compressed object streams.

ReportLab keeps the numbers, the catalog, the page tree and the information; its own files have a plain
cross-reference table and can't compress anything but streams, and most of a tagged document is none.
"""

import hashlib
import zlib
from collections.abc import Iterator
from typing import Any, ClassVar

from reportlab.pdfbase import pdfdoc

_HEADER = b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n"
_PER_STREAM = 400


def compress(data: bytes) -> bytes:
    """Small: zlib's levels 8 and 9 take a third and a half longer than 7 and gain less than half a per cent here."""
    return zlib.compress(data, 7)


class Plain(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object whose tokens are written already."""

    def __init__(self, body: str = "") -> None:
        self.body = body

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The tokens."""
        return self.body.encode("ascii")


class Stream(pdfdoc.PDFObject):  # type: ignore[misc]
    """A stream whose data is encoded already; *entries* are its dictionary's but for the length."""

    __RefOnly__ = 1

    def __init__(self, entries: str, data: bytes) -> None:
        self.entries, self.data = entries, data

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Dictionary and data, with the line end before 'endstream' that ReportLab's streams lack.

        After data that ends in a carriage return it is both, lest that is read as the line end's half.
        """
        head = f"<<{self.entries}/Length {len(self.data)}>>\nstream\n"
        end = b"\r\n" if self.data.endswith(b"\r") else b"\n"
        return head.encode("ascii") + self.data + end + b"endstream"


def deflated(entries: str, data: bytes) -> Stream:
    """A compressed stream."""
    return Stream(f"{entries}/Filter/FlateDecode", compress(data))


class _Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]
    """A catalog that knows of output intents."""

    __NoDefault__: ClassVar = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]


class Container(pdfdoc.PDFDocument):  # type: ignore[misc]
    """A document that gives references as tokens, and writes itself small."""

    def __init__(self, language: str, version: str = "1.7") -> None:
        super().__init__(invariant=1, lang=language, pdfVersion=(1, 7))
        self._version = version
        self.Catalog = _Catalog()
        self.Catalog.Pages = self.Pages
        self.Catalog.Lang = pdfdoc.PDFString(language)

    def add(self, thing: str | pdfdoc.PDFObject) -> str:
        """Give an object a number and return the reference to it: '12 0 R'."""
        reference = self.Reference(Plain(thing) if isinstance(thing, str) else thing)
        number, _ = self.idToObjectNumberAndVersion[reference.name]
        return f"{number} 0 R"

    def encoded(self) -> bytes:
        """The whole file."""
        root, info = self.add(self.Catalog), self.add(self.info)
        file = _File(self._version)
        small: list[tuple[int, bytes]] = []
        for number, body, is_stream in self._bodies():
            if is_stream:
                file.direct(number, body)
            else:
                small.append((number, body))
        next_number = len(self.numberToId) + 1
        for start in range(0, len(small), _PER_STREAM):
            file.packed(next_number, small[start : start + _PER_STREAM])
            next_number += 1
        return file.finish(next_number, f"/Root {root}/Info {info}")

    def _bodies(self) -> Iterator[tuple[int, bytes, bool]]:
        """Each object's number, tokens, and whether it is a stream; formatting one may add others."""
        number = 1
        while number in self.numberToId:
            thing: Any = self.idToObject[self.numberToId[number]]
            yield number, thing.format(self), isinstance(thing, Stream | pdfdoc.PDFStream)
            number += 1


class _File:
    """Bytes so far, and where each object is: in the file at an offset, or in a stream at an index."""

    def __init__(self, version: str) -> None:
        self._parts = [_HEADER % version.encode("ascii")]
        self._size = len(self._parts[0])
        self._digest = hashlib.sha256()
        self._entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFFFF)}

    def direct(self, number: int, body: bytes) -> None:
        """Write an object by itself."""
        self._entries[number] = (1, self._size, 0)
        part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        self._parts.append(part)
        self._size += len(part)
        self._digest.update(part)

    def packed(self, number: int, small: list[tuple[int, bytes]]) -> None:
        """Write objects together in one stream."""
        offset, heads = 0, []
        for index, (inner, body) in enumerate(small):
            self._entries[inner] = (2, number, index)
            heads.append(f"{inner} {offset}")
            offset += len(body) + 1
        head = " ".join(heads).encode("ascii") + b"\n"
        data = head + b"\n".join(body for _, body in small)
        stream = deflated(f"/Type/ObjStm/N {len(small)}/First {len(head)}", data)
        self.direct(number, stream.format(None))

    def finish(self, number: int, trailer: str) -> bytes:
        """Write the cross-reference stream; the identifier is made from everything before it."""
        start = self._size
        self._entries[number] = (1, start, 0)
        identifier = self._digest.hexdigest()[:32].upper()
        wide = max(2, (start.bit_length() + 7) // 8)
        rows = [
            bytes([kind]) + second.to_bytes(wide, "big") + third.to_bytes(2, "big")
            for kind, second, third in (self._entries[n] for n in range(number + 1))
        ]
        entries = (
            f"/Type/XRef/Size {number + 1}/W[1 {wide} 2]{trailer}/ID[<{identifier}><{identifier}>]"
            f"/DecodeParms<</Predictor 12/Columns {wide + 3}>>"
        )
        self.direct(number, deflated(entries, _differences(rows)).format(None))
        return b"".join([*self._parts, b"startxref\n%d\n%%%%EOF\n" % start])


def _differences(rows: list[bytes]) -> bytes:
    """Each row as what it adds to the one above (PNG's filter 'Up'), which compresses to a fifth."""
    wide = len(rows[0])
    flat = b"".join(rows)
    above = bytes(wide) + flat[:-wide]
    added = bytes([(new - old) & 0xFF for new, old in zip(flat, above, strict=True)])
    return b"".join(b"\2" + added[start : start + wide] for start in range(0, len(added), wide))
