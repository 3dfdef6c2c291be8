"""Pages → the bytes of a tagged PDF, the same on every machine and every day."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from cardmaker.geometry import Insets
from cardmaker.namedtuple import NamedTuple
from cardmaker.page import Document, Page
from cardmaker.paint.contents import PageContent
from cardmaker.paint.dates import source_date
from cardmaker.paint.metadata import (
    Claims,
    Outline,
    archive,
    claim,
    describe,
    described,
    information,
    label,
    open_at,
)
from cardmaker.paint.pagecanvas import PageCanvas
from cardmaker.paint.painter import SCREEN, Painter
from cardmaker.paint.placing import edges, in_points
from cardmaker.paint.reportlab_private import reserve

if TYPE_CHECKING:
    from cardmaker.paint.standing import Written
    from cardmaker.picture.icc import OutputProfile


class PressFile(NamedTuple):
    """A PDF for a print shop, and the most ink in one place, in per cent of one ink."""

    data: bytes
    ink: int


def write_pdf(document: Document, painter: Painter = SCREEN) -> bytes:
    """Paint a document: PDF 1.7, tagged for PDF/UA-1 and PDF/A-2a, fonts embedded, nothing random.

    The date is SOURCE_DATE_EPOCH's; without it the file has none. Give the same painter again and again, and
    what it has compiled is used again. Raises PictureError, OutputError or SettingError.
    """
    made = source_date()
    if painter.standing is None:
        contents = (painter.contents.of(page, painter) for page in document.pages)
        canvas, own = _drawn(document, painter, contents, made)
        return canvas.whole(f"{own.information} 0 R")
    known = [painter.contents.of(page, painter) for page in document.pages]
    return painter.standing.file(
        document,
        known,
        information(document, made),
        lambda written: described(document, written.claims, made),
        lambda: _written(document, painter, known, made),
    )


def write_volume(document: Document, *, tagged: bool = True) -> bytes:
    """Paint a document of many athletes, of whose pages most differ in a few words.

    It is what `write_pdf` makes, page for page, in a fraction of the room: what pages of one shape have alike is
    written once, and their elements together. What is for paper alone need be neither *tagged* nor have links.
    Raises PictureError, OutputError or SettingError.
    """
    from cardmaker.paint.sharedcontents import SharedContents

    made, painter = source_date(), Painter(standing=1)
    shared = SharedContents(painter, tagged=tagged)
    for page in document.pages:
        shared.add(page)
    canvas, own = _drawn(document, painter, shared.contents(), made, shapes=shared.shapes, tagged=tagged)
    return canvas.whole(f"{own.information} 0 R")


class _Own(NamedTuple):
    """The numbers of the objects in which a file says what it is, and what it claims."""

    information: int
    metadata: int
    claims: Claims


def _written(
    document: Document, painter: Painter, contents: Iterable[PageContent], made: datetime | None
) -> "Written":
    """All that is in a document's file, in parts."""
    from cardmaker.paint.standing import Written

    canvas, own = _drawn(document, painter, contents, made, standing=True)
    numbers = {*canvas.content_numbers, own.information, own.metadata}
    return Written(canvas.standing(f"{own.information} 0 R", numbers), canvas.content_numbers, *own)


def _drawn(
    document: Document,
    painter: Painter,
    contents: Iterable[PageContent],
    made: datetime | None,
    *,
    standing: bool = False,
    shapes: Sequence[Sequence[int]] = (),
    tagged: bool = True,
) -> tuple[PageCanvas, _Own]:
    """A canvas with all of a document on it."""
    canvas = PageCanvas(
        *(painter, len(document.pages), document.language, "1.7", _anchors(document) if tagged else None),
        standing=standing,
        shapes=shapes,
        tagged=tagged,
    )
    _draw(canvas, document, contents)
    if document.for_screen and canvas.page_references:
        open_at(canvas, canvas.page_references[0])
    claims = Claims(tagged=tagged) if canvas.has_cmyk else archive(canvas, tagged=tagged)
    return canvas, _describe(canvas, document, claims, made)


def write_press_pdf(document: Document, painter: Painter, profile: "OutputProfile") -> PressFile:
    """Paint a document for a print shop: PDF/X-4, all in the painter's inks, those of *profile*, without links.

    Tagged as others are. Raises PictureError, OutputError or SettingError.
    """
    from cardmaker.paint.prepress import UNDATED, press

    made = source_date() or UNDATED
    document = replace(document, duplex="")
    canvas = PageCanvas(painter, len(document.pages), document.language, "1.6", None)
    _draw(canvas, document, (painter.contents.of(page, painter) for page in document.pages))
    own = _describe(canvas, document, press(canvas, profile, made, canvas.drawn.digest()), made)
    return PressFile(canvas.whole(f"{own.information} 0 R"), canvas.most_ink)


def _describe(canvas: PageCanvas, document: Document, claims: Claims, made: datetime | None) -> _Own:
    """Write what a file says of itself."""
    information_number = reserve(canvas, 2)
    metadata_number = information_number + 1
    canvas.file.write(information_number, information(document, made))
    canvas.file.write(metadata_number, described(document, claims, made))
    claim(canvas, claims, metadata_number)
    return _Own(information_number, metadata_number, claims)


def _anchors(document: Document) -> dict[str, str]:
    """The places that links may lead to, and the title of what is there; of several of one name the first."""
    found: dict[str, str] = {}
    for page in document.pages:
        for placement in page.placements:
            for anchor in placement.anchors:
                found.setdefault(anchor, placement.section)
    return found


def _draw(canvas: PageCanvas, document: Document, contents: Iterable[PageContent]) -> None:
    """Draw all pages."""
    describe(canvas, document, tagged=canvas.tree is not None)
    outline = Outline(canvas)
    for page, content in zip(document.pages, contents, strict=True):
        _set_boxes(canvas, page)
        outline.add(page)
        canvas.begin(page, content)
        for placement, compiled in zip(page.placements, content.placed, strict=True):
            canvas.anchor(placement, page)
            canvas.place(placement, compiled)
        canvas.showPage()
    label(canvas, document.pages)
    canvas.finish_drawing()


def _set_boxes(canvas: PageCanvas, page: Page) -> None:
    """Set the boxes of the page that is being drawn.

    A card's page is trimmed to the card. A sheet with many is delivered whole, so it is its own trim, as PDF/X
    has it; where its cards are cut, the marks show. An ArtBox may not go with a TrimBox (ISO 15930-7).
    """
    canvas.setPageSize(in_points(page.size))
    if page.trim is None:
        canvas.setTrimBox((0, 0, *in_points(page.size)))
        canvas.setBleedBox(None)
    else:
        canvas.setTrimBox(edges(page.trim, page))
        canvas.setBleedBox(edges(page.trim.inset(Insets.all(-page.bleed)), page))
