"""Files that were written → the next ones, of which only what differs is written again.

Printers keep type standing that they will print again. What a file is made of besides the operators of its pages and
what it says of itself, its shape, is the same for most athletes of a roster: elements, resources, outline, all numbers.
"""

from collections.abc import Callable, Hashable, Sequence
from hashlib import blake2b

from cardmaker.namedtuple import NamedTuple
from cardmaker.page import Document, Page, Placement
from cardmaker.paint.contents import PageContent
from cardmaker.paint.frames import Compiled
from cardmaker.paint.metadata import Claims
from cardmaker.paint.objectfile import Standing, packed
from cardmaker.paint.tags import Element
from cardmaker.recent import Recent

_MOST_SHAPES = 4096


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
        self._shapes: Recent[int, tuple[object, Hashable]] = Recent(_MOST_SHAPES)

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
        placed = tuple(map(_place, page.placements)), tuple(map(self._shape, content.placed))
        return (
            boxes,
            placed,
            tuple(map(self._shape, content.under)),
            content.marks and self._shape(content.marks),
        )

    def _shape(self, compiled: Compiled) -> Hashable:
        """How a frame is read, and what it is drawn with; worked out once for frames of the same elements."""
        elements = compiled.elements
        read = self._shapes.once(id(elements), lambda: (elements, shape_of(compiled)))[1]
        return read, compiled.fonts


def shape_of(compiled: Compiled) -> Hashable:
    """A digest of how a frame is read, and of its pictures."""
    pictures = tuple(compiled.artworks), tuple(compiled.images)
    elements = tuple(map(_facts_of, compiled.elements))
    facts = elements, compiled.owners, compiled.links, tuple(compiled.boxes.items()), pictures
    return blake2b(repr(facts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _facts_of(element: Element) -> tuple[object, ...]:
    """What an element is, and what is in it."""
    kids = tuple(_facts_of(kid) if isinstance(kid, Element) else kid for kid in element.kids)
    return str(element.role), element.alt, element.scope, element.numbering, element.box, element.index, kids


def _place(one: Placement) -> Hashable:
    """Where a frame is, and what it belongs to."""
    return one.x, one.y, one.turn, one.section, one.scale, one.window, one.anchors, one.frame.size
