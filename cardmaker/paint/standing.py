"""Files that were written → the next ones, of which only what differs is written again.

Printers keep type standing that they will print again. What a file is made of besides the operators of its pages and
what it says of itself, its shape, is the same for most athletes of a roster: elements, resources, outline, all numbers.
"""

from collections.abc import Callable, Hashable, Sequence
from operator import attrgetter

from cardmaker.namedtuple import NamedTuple
from cardmaker.page import Document, Page
from cardmaker.paint.contents import PageContent
from cardmaker.paint.metadata import Claims
from cardmaker.paint.objectfile import Standing, packed
from cardmaker.recent import Recent


class Written(NamedTuple):
    """A file, and the numbers of its objects that the next one has of its own: *contents* are those of its pages."""

    file: Standing
    contents: Sequence[int]
    information: int
    metadata: int
    claims: Claims


class StandingFiles:
    """The latest *most* files by their shapes."""

    def __init__(self, most: int) -> None:
        self._kept: Recent[Hashable, Written] = Recent(most)

    def file(
        self,
        document: Document,
        contents: Sequence[PageContent],
        information: bytes,
        metadata: Callable[[Written], bytes],
        write: Callable[[], Written],
    ) -> bytes:
        """The file of a document with these *contents*, as *write* would make it.

        *information* and *metadata* are the objects in which it says what it is.
        """
        written = self._kept.once(self._shape_of(document, contents), write)
        others = {
            number: packed("", data)
            for number, data in zip(
                written.contents, (data for one in contents for data in one.streams), strict=True
            )
        }
        others[written.information], others[written.metadata] = information, metadata(written)
        return written.file.file(others)

    def _shape_of(self, document: Document, contents: Sequence[PageContent]) -> Hashable:
        """All that a file depends on besides the operators of its pages, and what it says of itself.

        Pages of the same content share its stream, so it is also which of them are alike.
        """
        first: dict[tuple[bytes, ...], int] = {}
        alike = tuple(first.setdefault(one.streams, at) for at, one in enumerate(contents))
        pages = tuple(
            self._shape_of_page(page, content) for page, content in zip(document.pages, contents, strict=True)
        )
        return document.language, document.duplex, document.for_screen, alike, pages

    def _shape_of_page(self, page: Page, content: PageContent) -> Hashable:
        boxes = page.size, page.trim, page.bleed, page.adjustment, page.label, page.bookmarks
        placed = tuple(map(_place, page.placements)), tuple(map(_shape, content.placed))
        return boxes, placed, tuple(map(_shape, content.under)), content.marks and _shape(content.marks)


_place = attrgetter("x", "y", "turn", "section", "scale", "window", "anchors", "frame.size")
"""Where a frame is, and what it belongs to."""
_shape = attrgetter("shape", "fonts")
"""How a frame is read, and what it is drawn with."""
