"""What a document says of itself → information, XMP, viewer preferences, page labels and outline."""

from collections.abc import Sequence
from datetime import datetime

from reportlab.pdfgen.canvas import Canvas

from cardmaker import __version__
from cardmaker.namedtuple import NamedTuple
from cardmaker.page import Document, Page
from cardmaker.paint.inks import srgb_profile
from cardmaker.paint.objectfile import compress, stream
from cardmaker.paint.reportlab_private import Stream, add, add_catalog_entries
from cardmaker.paint.tokens import PT_PER_MM, escape, string

_CREATOR = f"cardmaker {__version__}"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"{spaces}>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{more}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{creator}</pdf:Producer><xmp:CreatorTool>{creator}</xmp:CreatorTool>
{dates}{accessible}
</rdf:Description>{claims}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
_SPACE = ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
_ACCESSIBLE = "<pdfuaid:part>1</pdfuaid:part>"
_PLAIN_ARCHIVE = """
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
</rdf:Description>"""
# PDF/A has to have the namespace 'pdfuaid' described.
_ARCHIVE = """
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


class Claims(NamedTuple):
    """What a file says it conforms to besides PDF/UA-1: descriptions in its XMP, and its output intent.

    What isn't *tagged* isn't PDF/UA-1 either.
    """

    xmp: str = ""
    intent: str = ""
    tagged: bool = True


def archive(canvas: Canvas, *, tagged: bool = True) -> Claims:
    """The claim to be PDF/A-2a, or PDF/A-2u if it isn't *tagged*, for files whose colours are all grey or RGB."""
    colours = add(canvas, Stream("/N 3/Filter/FlateDecode", compress(srgb_profile())))
    intent = f"/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/DestOutputProfile {colours}"
    return Claims(_ARCHIVE if tagged else _PLAIN_ARCHIVE, intent, tagged)


def describe(canvas: Canvas, document: Document, *, tagged: bool) -> None:
    """Say how a document is shown and printed, and that it is *tagged*, before its pages are drawn."""
    if tagged:
        canvas.setCatalogEntry("MarkInfo", {"Marked": "true"})
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if document.for_screen:
        return
    canvas.setViewerPreference("PrintScaling", "None")
    if document.duplex:
        canvas.setViewerPreference("Duplex", document.duplex)


def information(document: Document, made: datetime | None) -> bytes:
    """What a document is: the information dictionary."""
    said = {"Title": document.title, "Author": document.author, "Subject": document.subject}
    said |= {"Creator": _CREATOR, "Producer": _CREATOR}
    if made:
        said["CreationDate"] = said["ModDate"] = made.strftime("D:%Y%m%d%H%M%SZ")
    entries = "".join(f"/{name} {string(text)}" for name, text in said.items() if text)
    return f"<<{entries}/Trapped/False>>".encode("ascii")


def open_at(canvas: Canvas, page: str) -> None:
    """Let a viewer begin at a page, as wide as the screen, and go on downwards. *page* is the reference to it."""
    add_catalog_entries(canvas, PageLayout="/OneColumn", OpenAction=f"[{page}/FitH null]")


def label(canvas: Canvas, pages: Sequence[Page]) -> None:
    """Label each page with its own label, or its number."""
    if any(page.label for page in pages):
        for index, page in enumerate(pages):
            if page.label:
                canvas.addPageLabel(index, prefix=page.label)
            else:
                canvas.addPageLabel(index, style="ARABIC", start=index + 1)


def claim(canvas: Canvas, claims: Claims, metadata: int) -> None:
    """Say what the file claims to be; *metadata* is the number of its XMP."""
    add_catalog_entries(canvas, Metadata=f"{metadata} 0 R")
    if claims.intent:
        add_catalog_entries(canvas, OutputIntents=f"[<</Type/OutputIntent{claims.intent}>>]")


def described(document: Document, claims: Claims, made: datetime | None) -> bytes:
    """What a document is, and what it claims to be: the stream of its XMP."""
    return stream("/Type/Metadata/Subtype/XML", _xmp(document, claims, made).encode("utf-8"))


def _xmp(document: Document, claims: Claims, made: datetime | None) -> str:
    more = dates = ""
    if document.author:
        more += f"<dc:creator><rdf:Seq><rdf:li>{escape(document.author)}</rdf:li></rdf:Seq></dc:creator>\n"
    if document.subject:
        subject = f'<rdf:li xml:lang="x-default">{escape(document.subject)}</rdf:li>'
        more += f"<dc:description><rdf:Alt>{subject}</rdf:Alt></dc:description>\n"
    if made:
        written = xmp_date(made)
        dates = f"<xmp:CreateDate>{written}</xmp:CreateDate><xmp:ModifyDate>{written}</xmp:ModifyDate>\n"
    return _XMP.format(
        title=escape(document.title),
        more=more,
        claims=claims.xmp,
        spaces=_SPACE if claims.tagged else "",
        accessible=_ACCESSIBLE if claims.tagged else "",
        language=escape(document.language),
        creator=escape(_CREATOR),
        dates=dates,
    )


def xmp_date(made: datetime) -> str:
    """A date as XMP has it."""
    return made.strftime("%Y-%m-%dT%H:%M:%SZ")


class Outline:
    """Bookmarks, nested by level; one that skips a level goes one deeper than the one before it."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._count = 0
        self._level = -1

    def add(self, page: Page) -> None:
        """Add the entries that lead to the page that is being drawn."""
        for mark in page.bookmarks:
            key = f"bookmark {self._count}"
            self._count += 1
            self._level = min(mark.level, self._level + 1)
            top = round((page.size.height - mark.y) * PT_PER_MM, 3)
            self._canvas.bookmarkPage(key, fit="XYZ", top=top)
            self._canvas.addOutlineEntry(mark.title, key, self._level, mark.closed)
