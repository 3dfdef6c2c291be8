"""What ReportLab has no public name for: all that paint uses of it is here, and nothing of it anywhere else.

A `Canvas` is public; the document behind it (`pdfdoc`) and every name with a leading underscore are not, so
that a new version may change them. `tests/paint/test_paint_private.py` then says which.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from cardmaker.paint.objectfile import stream

# Settings of the user's own ReportLab that would change bytes or colours.
rl_config.canvas_baseColor = None
rl_config.pdfMultiLine = rl_config.pdfComments = 0


class Tokens(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object of which every byte is written already; ReportLab keeps its number."""

    def __init__(self, body: str) -> None:
        self.body = body

    def format(self, document: object) -> bytes:
        """The tokens."""
        return self.body.encode("ascii")


class Stream(pdfdoc.PDFObject):  # type: ignore[misc]
    """A stream whose data is encoded already; *entries* are its dictionary's, without the length."""

    __RefOnly__ = 1

    def __init__(self, entries: str, data: bytes) -> None:
        self.entries, self.data = entries, data

    def format(self, document: object = None) -> bytes:
        """Dictionary and data."""
        return stream(self.entries, self.data)


class _GlyphFace:
    name = "glyphs"


class GlyphFont:
    """A font for the places where ReportLab asks for one: it writes nothing by itself.

    ReportLab's fonts turn strings into codes, and a canvas without any starts with Helvetica, which isn't
    embedded. Lines of glyph ids name their own fonts, which `fonts.embed` adds to the document.
    """

    fontName = "glyphs"  # noqa: N815 - ReportLab's name for it
    face = _GlyphFace
    _dynamicFont = _multiByte = True  # noqa: N815 - likewise


NO_FONT = GlyphFont.fontName
pdfmetrics.registerFont(GlyphFont)


# Numbers and references ------------------------------------------------------------------------------


def add(canvas: Canvas, thing: pdfdoc.PDFObject) -> str:
    """Give an object a number and return the reference to it: '12 0 R'."""
    return _resolved(canvas, canvas._doc.Reference(thing))


def reserve(canvas: Canvas, count: int = 1) -> int:
    """The first of *count* numbers for objects that are written without ReportLab."""
    first: int = canvas._doc.objectcounter + 1
    canvas._doc.objectcounter += count
    return first


def objects(canvas: Canvas) -> Iterator[tuple[int, bytes, bool]]:
    """Each of ReportLab's objects: number, bytes, whether it is a stream. Writing one may add others."""
    document, outline = canvas._doc, canvas._doc.Outlines
    outline.prepare(document, canvas)
    if outline.ready < 0:
        document.Catalog.Outlines = None
    else:  # prepare() counts each nested list again
        outline.count = pdfdoc.count(outline.mydestinations, outline.closedict)
    number = 0
    while number < document.objectcounter:
        number += 1
        if number in document.numberToId:
            thing = document.idToObject[document.numberToId[number]]
            yield number, thing.format(document).rstrip(b"\n"), isinstance(thing, Stream)


def catalog(canvas: Canvas) -> str:
    """The reference to the catalog."""
    return add(canvas, canvas._doc.Catalog)


def _resolved(canvas: Canvas, reference: pdfdoc.PDFObjectReference) -> str:
    number, generation = canvas._doc.idToObjectNumberAndVersion[reference.name]
    return f"{number} {generation} R"


# What a document holds -------------------------------------------------------------------------------


def add_entries(thing: Any, **entries: object) -> None:
    """Give a page or a catalog entries, those that its class doesn't know too; a string is written as it is."""
    thing.__NoDefault__ = [*thing.__NoDefault__, *entries]
    for name, value in entries.items():
        setattr(thing, name, value)


def add_catalog_entries(canvas: Canvas, **tokens: str) -> None:
    """Give the catalog entries that are written already: setCatalogEntry() makes text of a string."""
    add_entries(canvas._doc.Catalog, **tokens)


def add_font(canvas: Canvas, name: str, font: Tokens) -> None:
    """Let all pages draw with a font by its resource name."""
    canvas._doc.idToObject[pdfdoc.BasicFonts].dict[name] = canvas._doc.Reference(font)


def add_form(canvas: Canvas, name: str, stream: Stream) -> None:
    """Let pages draw a form or an image by its name, as after endForm()."""
    canvas._doc.addForm(name, stream)


# Pages and what is on them ---------------------------------------------------------------------------


def transform_exactly(canvas: Canvas, operands: str) -> None:
    """The same as transform() on a new page, to the last digit: that keeps a thousandth of what is over 1000."""
    canvas.addLiteral(f"{operands} cm")
    canvas._currentMatrix = tuple(map(float, operands.split()))


def take_operators(canvas: Canvas) -> str:
    """What was drawn since the last time."""
    taken, canvas._code = "\n".join(canvas._code), []
    return taken


def note_forms(canvas: Canvas, names: Iterable[str]) -> None:
    """Say which forms the page's content draws, as doForm() does when it draws one."""
    canvas._formsinuse.extend(names)


def last_annotation(canvas: Canvas) -> str:
    """The reference to the annotation that was added last."""
    return _resolved(canvas, canvas._annotationrefs[-1])


def let_link_be_tagged(canvas: Canvas, key: int) -> None:
    """Let the link added last name its place in the parent tree, which linkRect() refuses."""
    link = canvas._doc.idToObject[canvas._annotationrefs[-1].name]
    link.permitted = (*link.permitted, "StructParent")
    link.otherkw["StructParent"] = key


def last_page(canvas: Canvas, number: int = 0) -> tuple[Any, str]:
    """The page that showPage() ended last, without its empty transition, and the reference to it.

    With a *number* that was reserved for it, it has this one instead of the next.
    """
    document, page = canvas._doc, canvas._doc.Pages.pages[-1]
    page.Trans = None
    reference = add(canvas, page)
    if number:
        given = int(reference.split()[0])
        name = document.numberToId.pop(given)
        document.idToObjectNumberAndVersion[name], document.numberToId[number] = (number, 0), name
        if given == document.objectcounter:
            document.objectcounter -= 1
    return page, add(canvas, page)


def take_page(canvas: Canvas) -> tuple[int, bytes]:
    """The number and the bytes of the last page, which the document is no longer to hold."""
    document, page = canvas._doc, canvas._doc.Pages.pages[-1]
    reference = add(canvas, page)
    number = int(reference.split()[0])
    body: bytes = page.format(document).rstrip(b"\n")
    del document.idToObject[document.numberToId.pop(number)]
    document.Pages.pages[-1] = reference
    return number, body


def append(text: PDFTextObject, operators: str) -> None:
    """Add operators to a text object, which takes strings in fonts of ReportLab's only."""
    text._code.append(operators)
