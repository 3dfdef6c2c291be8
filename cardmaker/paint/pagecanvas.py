"""ReportLab's canvas with compiled frames on its pages, links that are tagged, and a file that stays small."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from cardmaker.errors import OutputError
from cardmaker.geometry import Rect
from cardmaker.page import Page, Placement
from cardmaker.paint.contents import EMPTY, PageContent
from cardmaker.paint.fonts import embed
from cardmaker.paint.frames import Compiled
from cardmaker.paint.objectfile import ObjectFile, Standing, packed
from cardmaker.paint.painter import Painter
from cardmaker.paint.pictures import XObject, form_of, image_of, is_cmyk
from cardmaker.paint.placing import matrix_of, paper
from cardmaker.paint.reportlab_private import (
    NO_FONT,
    Stream,
    add,
    add_catalog_entries,
    add_entries,
    add_form,
    catalog,
    last_annotation,
    last_page,
    let_link_be_tagged,
    note_forms,
    objects,
    reserve,
    take_page,
    transform_exactly,
)
from cardmaker.paint.tagging import Annotation, PlacedFrame, StructureTree
from cardmaker.paint.tags import LinkArea
from cardmaker.paint.tokens import PT_PER_MM, string

if TYPE_CHECKING:
    from cardmaker.paint.columntree import ColumnTree

_SCHEMES = ("https://", "http://", "mailto:")
_PRINTED = 4  # the flag of an annotation that doesn't vanish when its page is printed


class PageCanvas(Canvas):  # type: ignore[misc]
    """A document's canvas. What is drawn is content that is put together already.

    *anchors* are the names of the places that links inside the document may lead to, and what is there; with
    None there are no links at all. Pages of the same content share its stream, and what is written already is
    no longer held; with *standing* the file is kept in parts, of which others are made. *shapes* are the numbers of
    pages that are of one shape; with them elements are written at the end, those of one shape together. What isn't
    *tagged* has neither elements nor links.
    """

    def __init__(
        self,
        painter: Painter,
        pages: int,
        language: str,
        version: str,
        anchors: Mapping[str, str] | None,
        *,
        standing: bool = False,
        shapes: Sequence[Sequence[int]] = (),
        tagged: bool = True,
    ) -> None:
        super().__init__(None, invariant=1, pdfVersion=(1, 7), lang=language, initialFontName=NO_FONT)
        self.file = ObjectFile(version, lambda: reserve(self), standing=standing)
        self.tree = self._tree(pages, in_columns=bool(shapes)) if tagged else None
        self._reserved = self._numbered(shapes) if shapes else {}
        self.drawn = hashlib.sha256()
        self.most_ink = 0
        self.has_cmyk = False
        self.page_references: list[str] = []
        self.content_numbers: list[int] = []
        self._painter, self._anchors = painter, anchors
        self._unbound = set(anchors or ())
        self._contents: dict[bytes, int] = {}
        self._fonts: set[str] = set()
        self._xobjects: dict[str, XObject] = {}
        self._colours: set[str] = set()
        self._frames: list[PlacedFrame] = []
        self._numbers = 0
        self._blended = False
        self._content = EMPTY

    def _tree(self, pages: int, *, in_columns: bool) -> "StructureTree | ColumnTree":
        """What the elements are written in."""
        number = partial(reserve, self)
        if not in_columns:
            return StructureTree(self.file, number, pages)
        from cardmaker.paint.columntree import ColumnTree

        return ColumnTree(self.file, number, pages)

    def _numbered(self, shapes: Sequence[Sequence[int]]) -> dict[int, int]:
        """The numbers that pages are to have where those of one shape go together."""
        from cardmaker.paint.columns import numbered

        return numbered(shapes, partial(reserve, self))

    # Drawing -----------------------------------------------------------------------------------------

    def begin(self, page: Page, content: PageContent) -> None:
        """Go over to a page's millimetres, which go down from its top left; *content* is what will be drawn."""
        transform_exactly(self, paper(page))
        self._content = content
        self._numbers = sum(len(compiled.owners) for compiled in content.under)
        for compiled in content.drawn:
            self._draws_with(compiled)

    def place(self, placement: Placement, compiled: Compiled) -> None:
        """Let a frame be read and its links clicked where it lies."""
        links: list[Annotation | None] = []
        boxes: dict[int, tuple[float, ...]] = {}
        if compiled.links or compiled.boxes:
            self.saveState()
            self.transform(*matrix_of(placement))
            links = [self._link(area) for area in compiled.links]
            boxes = {index: self._absolute(box) for index, box in compiled.boxes.items()}
            self.restoreState()
        self._frames.append(PlacedFrame(compiled, placement.section, self._numbers, boxes, links))
        self._numbers += len(compiled.owners)

    def anchor(self, placement: Placement, page: Page) -> None:
        """Let links lead to the top of a frame; of several anchors of one name the first counts."""
        for name in self._unbound.intersection(placement.anchors):
            self.bookmarkPage(
                _key(name), fit="XYZ", top=round((page.size.height - placement.y) * PT_PER_MM, 3)
            )
        self._unbound.difference_update(placement.anchors)

    def _draws_with(self, compiled: Compiled) -> None:
        """Have what a frame is drawn with in the file, and in the page's resources."""
        self._fonts |= compiled.fonts
        self._colours |= compiled.colours
        note_forms(self, (*compiled.artworks, *compiled.images))
        self._blended = self._blended or bool(compiled.images)
        for name, artwork in compiled.artworks.items():
            if name not in self._xobjects:
                self._add(name, form_of(artwork, self._painter.inks))
        for name, data in compiled.images.items():
            if name not in self._xobjects:
                self._add(name, image_of(data, self._painter.inks))
                self.has_cmyk = self.has_cmyk or is_cmyk(data)

    def _add(self, name: str, thing: XObject) -> None:
        """Embed a form or an image."""
        mask = f"/SMask {add(self, Stream(thing.mask.entries, thing.mask.data))}" if thing.mask else ""
        add_form(self, name, Stream(thing.entries + mask, thing.data))
        self._xobjects[name] = thing
        self._colours |= thing.colours
        self.most_ink = max(self.most_ink, thing.ink)
        self.drawn.update(thing.data)

    # Links -------------------------------------------------------------------------------------------

    def _link(self, area: LinkArea) -> Annotation | None:
        """Add a link at the current place; None if there is nothing for it to lead to."""
        if self._anchors is None or self.tree is None:
            return None
        if area.url.startswith("#") and area.url[1:] not in self._anchors:
            return None
        key = self.tree.next_key()
        if area.url.startswith("#"):
            contents = self._anchors[area.url[1:]] or area.description or area.url
            self.linkRect(contents, _key(area.url[1:]), _corners(area.box), relative=1, F=_PRINTED)
            let_link_be_tagged(self, key)
        elif area.url.lower().startswith(_SCHEMES):
            more = {"F": _PRINTED, "StructParent": key, "Contents": string(area.description or area.url)}
            self.linkURL(_ascii(area.url), _corners(area.box), relative=1, **more)
        else:
            raise OutputError(f"'{area.url}' is not a link that may be printed; use http, https or mailto")
        return Annotation(last_annotation(self), key)

    def _absolute(self, box: Rect) -> tuple[float, ...]:
        """Left, bottom, right and top in points of what is now a rectangle, which turns by quarters."""
        (x0, y0), (x1, y1) = self.absolutePosition(box.x, box.y), self.absolutePosition(box.right, box.bottom)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    # Pages and the file ------------------------------------------------------------------------------

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End a page: write its content and its elements."""
        super().showPage()
        page, reference = last_page(self, self._reserved.get(len(self.page_references), 0))
        numbers = [self._written(data) for data in self._content.streams]
        self.content_numbers += numbers
        references = " ".join(f"{number} 0 R" for number in numbers)
        page.Contents, page.stream = references if len(numbers) == 1 else f"[{references}]", None
        entries: dict[str, object] = {"Tabs": "/S"} if self.tree else {}
        if self.tree and self.tree.add_page(len(self.page_references), reference, self._frames):
            entries["StructParents"] = len(self.page_references)
        if self._blended:
            entries["Group"] = f"<</S/Transparency/CS{self._painter.inks.space}>>"
        add_entries(page, **entries)
        self.file.pack(*take_page(self), kind="page")
        self.page_references.append(reference)
        self._frames, self._numbers, self._blended = [], 0, False

    def _written(self, content: bytes) -> int:
        """The number of a stream of compressed operators, written unless it has been."""
        digest = hashlib.sha256(content).digest()
        if digest not in self._contents:
            self._contents[digest] = number = reserve(self)
            self.file.write(number, packed("", content))
        self.drawn.update(digest)
        return self._contents[digest]

    def finish_drawing(self) -> None:
        """Embed the fonts, write the structure tree and sum up the ink."""
        for key in sorted(self._fonts):
            embed(self, key)
        if self.tree:
            add_catalog_entries(self, StructTreeRoot=self.tree.finish())
        self.most_ink = max([self.most_ink, *map(self._painter.inks.coverage, self._colours)])

    def whole(self, info: str) -> bytes:
        """The file. *info* is the reference to what it says of itself."""
        return self.file.whole(self._root(), info)

    def standing(self, info: str, own: Collection[int]) -> Standing:
        """The same in parts, of a canvas that keeps them *standing*, but for those of each file's *own*."""
        return self.file.standing(self._root(), info, own)

    def _root(self) -> str:
        """Write what ReportLab holds; the reference to the catalog."""
        root = catalog(self)
        for number, body, is_stream in objects(self):
            if is_stream:
                self.file.write(number, body)
            else:
                self.file.pack(number, body)
        return root


def _key(anchor: str) -> str:
    """The name of an anchor's destination; bookmarks have others."""
    return f"anchor {anchor}"


def _corners(box: Rect) -> tuple[float, float, float, float]:
    return box.x, box.y, box.right, box.bottom


def _ascii(url: str) -> str:
    """A URI is ASCII: what isn't goes out as percent-encoded UTF-8."""
    from urllib.parse import quote

    return quote(url, safe="%/:?#[]@!$&'()*+,;=~-._")
