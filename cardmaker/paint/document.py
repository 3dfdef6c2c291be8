"""Pages → the bytes of a tagged PDF, the same on every machine and every day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from cardmaker.frame import Artwork
from cardmaker.geometry import Insets, Rect
from cardmaker.page import Document, Page, Placement
from cardmaker.paint.compiled import Compiled, compiled, compiled_marks
from cardmaker.paint.container import Container, Plain, deflated
from cardmaker.paint.fonts import embed
from cardmaker.paint.inks import SRGB, Inks
from cardmaker.paint.metadata import Claims, archive, describe
from cardmaker.paint.pictures import add_artwork, add_image, image_name, is_cmyk
from cardmaker.paint.placing import in_points, matrix_of, paper, window
from cardmaker.paint.structure import Sheet, StructureTree, Target, targets_of
from cardmaker.text.faces import face

if TYPE_CHECKING:
    from cardmaker.paint.cmyk import Cmyk
    from cardmaker.picture.icc import OutputProfile


def write_pdf(document: Document) -> bytes:
    """Paint a document: PDF 1.7, tagged for PDF/UA-1 and PDF/A-2a, fonts embedded, nothing random.

    The date is SOURCE_DATE_EPOCH's, or a fixed one. Raises PictureError or OutputError.
    """
    pdf = Container(document.language)
    pages = [Plain() for _ in document.pages]
    references = [pdf.add(page) for page in pages]
    resources = _painted(pdf, document, pages, references, SRGB, targets_of(document.pages, references))
    describe(pdf, document, references, Claims() if resources.printers_colours else archive(pdf))
    return pdf.encoded()


def write_press_pdf(document: Document, inks: "Cmyk", profile: "OutputProfile") -> bytes:
    """Paint a document for a print shop: PDF/X-4, all in *inks*, which are those of *profile*, without links.

    Tagged as others are. Raises PictureError or OutputError.
    """
    from cardmaker.paint.prepress import press

    pdf = Container(document.language, version="1.6")
    pages = [Plain() for _ in document.pages]
    references = [pdf.add(page) for page in pages]
    _painted(pdf, document, pages, references, inks, None)
    describe(pdf, replace(document, duplex=""), references, press(pdf, profile))
    return pdf.encoded()


def _painted(
    pdf: Container,
    document: Document,
    pages: Sequence[Plain],
    references: Sequence[str],
    inks: Inks,
    targets: Mapping[str, Target] | None,
) -> "_Resources":
    """Write all pages; what they draw with."""
    tree = StructureTree(pdf, len(pages), targets)
    resources = _Resources(pdf, inks)
    for index, (page, plain) in enumerate(zip(document.pages, pages, strict=True)):
        sheet = Sheet(references[index], index, page.size, page.adjustment)
        plain.body = _page(pdf, page, sheet, tree, resources)
        pdf.Pages.addPage(plain)
    resources.finish()
    tree.finish()
    pdf.Catalog.StructTreeRoot = tree.reference
    return resources


def _page(pdf: Container, page: Page, sheet: Sheet, tree: StructureTree, resources: "_Resources") -> str:
    """Write a page's content; the page's dictionary."""
    parts = [f"{paper(page)} cm\n"]
    xobjects: dict[str, str] = {}
    for ground in page.grounds:
        beneath = compiled(ground.frame, resources.inks)
        parts += [f"q {_placed(ground)}\n", *beneath.segments, "\nQ\n"]
        xobjects |= resources.of(beneath)
    for placement in page.placements:
        ready, matrix = compiled(placement.frame, resources.inks), matrix_of(placement)
        parts += [f"q {_placed(placement)}\n", *_numbered(ready, len(sheet.owners)), "\nQ\n"]
        xobjects |= resources.of(ready)
        tree.place(ready, matrix, sheet, placement.section)
    if page.marks:
        marks = compiled_marks(page.marks, resources.inks)
        parts += ["q\n", *marks.segments, "\nQ\n"]
        xobjects |= resources.of(marks)
    contents = pdf.add(deflated("", "".join(parts).encode("ascii")))
    blending = ""
    if any(name.startswith("I") for name in xobjects):  # where see-through images are blended
        blending = f"/Group<</S/Transparency/CS{resources.inks.space}>>"
    drawn = " ".join(f"/{name} {reference}" for name, reference in sorted(xobjects.items()))
    return (
        f"<</Type/Page/Parent {pdf.add(pdf.Pages)}"
        f"{_boxes(page)}"
        f"/Resources<</Font {resources.fonts}{f'/XObject<<{drawn}>>' if drawn else ''}>>"
        f"{blending}/Contents {contents}{tree.close_page(sheet)}>>"
    )


def _placed(placement: Placement) -> str:
    """The operators that bring a frame where it belongs, and hide what is not to show."""
    shown = window(placement.window) if placement.window else ""
    return f"{shown}{matrix_of(placement).operands} cm"


def _boxes(page: Page) -> str:
    """The page's boxes.

    A card's page is trimmed to the card. A sheet with many is delivered whole, so it is its own trim, as PDF/X
    has it; where its cards are cut, the marks tell. An ArtBox may not stand beside a TrimBox (ISO 15930-7).
    """
    whole = Rect(0, 0, *page.size)
    media = in_points(whole, page.size)
    if page.trim is None:
        return f"/MediaBox{media}/TrimBox{media}"
    trim = in_points(page.trim, page.size, page.adjustment)
    bleed = page.trim.inset(Insets.all(-page.bleed))
    return f"/MediaBox{media}/BleedBox{in_points(bleed, page.size, page.adjustment)}/TrimBox{trim}"


def _numbered(ready: Compiled, first: int) -> Iterator[str]:
    """A frame's content with its marked-content numbers counted on from the page's."""
    yield ready.segments[0]
    for number, segment in zip(count(first), ready.segments[1:], strict=False):
        yield str(number)
        yield segment


class _Resources:
    """What the document's pages draw with, each thing embedded once."""

    def __init__(self, pdf: Container, inks: Inks) -> None:
        self._pdf, self.inks = pdf, inks
        self._keys: set[str] = set()
        self._xobjects: dict[str, str] = {}
        self.printers_colours = False
        self._fonts = pdf.idToObject[pdfdoc.BasicFonts]
        self.fonts = pdf.add(self._fonts)

    def of(self, ready: Compiled) -> dict[str, str]:
        """The names and references of a frame's artworks and images; its fonts are noted."""
        self._keys |= ready.fonts
        images = {image_name(image): image for image in ready.images}
        names: list[tuple[str, Artwork | bytes]] = [*sorted(ready.artworks.items()), *sorted(images.items())]
        return {name: self._xobject(name, thing) for name, thing in names}

    def _xobject(self, name: str, thing: Artwork | bytes) -> str:
        if name not in self._xobjects:
            if isinstance(thing, bytes):
                self._xobjects[name] = add_image(self._pdf, thing, self.inks)
                self.printers_colours = self.printers_colours or is_cmyk(thing)
            else:
                self._xobjects[name] = add_artwork(self._pdf, thing, self.inks)
        return self._xobjects[name]

    def finish(self) -> None:
        """Embed the fonts."""
        for key in sorted(self._keys):
            self._fonts[face(key).tag] = embed(self._pdf, key)
