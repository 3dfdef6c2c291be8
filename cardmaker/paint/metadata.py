"""What a document says of itself → information, XMP, viewer preferences, page labels and outline."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reportlab.pdfbase import pdfdoc

from cardmaker import __version__
from cardmaker.page import Document, Page
from cardmaker.paint.container import Container, Plain, Stream, deflated
from cardmaker.paint.srgb import profile
from cardmaker.paint.tokens import PT_PER_MM, escape, number, string

_CREATOR = f"cardmaker {__version__}"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{more}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer><xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>{claims}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
# An archive wants to be told what 'pdfuaid' is.
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
    """What a file says it conforms to beside PDF/UA-1: descriptions in its XMP, and its output intents."""

    xmp: str = ""
    intents: str = ""


def archive(pdf: Container) -> Claims:
    """The claim to be PDF/A-2a, for files whose colours are all grey or RGB."""
    colours = pdf.add(deflated("/N 3", profile()))
    intent = f"/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/DestOutputProfile {colours}"
    return Claims(_ARCHIVE, f"[<</Type/OutputIntent{intent}>>]")


def describe(pdf: Container, document: Document, pages: Sequence[str], claims: Claims) -> None:
    """Add all that concerns the document and none of its content; *pages* are references."""
    info, catalog = pdf.info, pdf.Catalog
    info.title, info.author, info.subject = document.title, document.author, document.subject
    info.creator = _CREATOR
    catalog.Metadata = Stream("/Type/Metadata/Subtype/XML", _xmp(pdf, document, claims).encode("utf-8"))
    if claims.intents:
        catalog.OutputIntents = Plain(claims.intents)
    catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    catalog.ViewerPreferences = _preferences(document)
    if document.for_screen and pages:
        catalog.PageLayout = Plain("/OneColumn")
        catalog.OpenAction = Plain(f"[{pages[0]}/FitH null]")
    if any(page.label for page in document.pages):
        catalog.PageLabels = Plain(f"<</Nums[{' '.join(_labels(document.pages))}]>>")
    outline = Outline(pdf)
    for page, reference in zip(document.pages, pages, strict=True):
        for mark in page.bookmarks:
            top = (page.size.height - mark.y) * PT_PER_MM
            outline.add(mark.level, mark.title, f"[{reference}/XYZ null {number(top)} null]")
    catalog.Outlines = outline.finish()


def _preferences(document: Document) -> pdfdoc.ViewerPreferencesPDFDictionary:
    preferences = pdfdoc.ViewerPreferencesPDFDictionary()
    preferences["DisplayDocTitle"] = "true"
    if document.for_screen:
        return preferences
    preferences["PrintScaling"] = "None"
    if document.duplex:
        preferences["Duplex"] = document.duplex
    return preferences


def _labels(pages: Sequence[Page]) -> Iterator[str]:
    """A label for each page: its own, or its number."""
    for index, page in enumerate(pages):
        yield f"{index} <</P{string(page.label)}>>" if page.label else f"{index} <</S/D/St {index + 1}>>"


def date(pdf: Container) -> str:
    """When the document was made, as XMP writes it."""
    year, month, day, hour, minute, second = pdf._timeStamp.YMDhms
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"


def _xmp(pdf: Container, document: Document, claims: Claims) -> str:
    more = ""
    if document.author:
        more += f"<dc:creator><rdf:Seq><rdf:li>{escape(document.author)}</rdf:li></rdf:Seq></dc:creator>\n"
    if document.subject:
        subject = f'<rdf:li xml:lang="x-default">{escape(document.subject)}</rdf:li>'
        more += f"<dc:description><rdf:Alt>{subject}</rdf:Alt></dc:description>\n"
    return _XMP.format(
        title=escape(document.title),
        more=more,
        claims=claims.xmp,
        language=escape(document.language),
        producer=escape(pdf.info.producer),
        creator=escape(_CREATOR),
        date=date(pdf),
    )


@dataclass(slots=True)
class _Entry:
    title: str
    target: str
    plain: Plain
    reference: str
    kids: list["_Entry"] = field(default_factory=list)


class Outline:
    """Bookmarks, nested by level; one that skips a level goes one deeper than the one before it."""

    def __init__(self, pdf: Container) -> None:
        self._pdf = pdf
        self._top: list[_Entry] = []

    def add(self, level: int, title: str, target: str) -> None:
        """Append an entry at a level, 0 the outermost."""
        siblings = self._top
        while level > 0 and siblings:
            siblings, level = siblings[-1].kids, level - 1
        plain = Plain()
        siblings.append(_Entry(title, target, plain, self._pdf.add(plain)))

    def finish(self) -> Plain | None:
        """Write the entries; None if there are none."""
        if not self._top:
            return None
        root = Plain()
        ends = self._write(self._top, self._pdf.add(root))
        root.body = f"<</Type/Outlines{ends}/Count {_count(self._top)}>>"
        return root

    def _write(self, entries: list[_Entry], parent: str) -> str:
        """Write siblings; what their parent says of them."""
        for index, entry in enumerate(entries):
            before = f"/Prev {entries[index - 1].reference}" if index else ""
            after = f"/Next {entries[index + 1].reference}" if index + 1 < len(entries) else ""
            inner = ""
            if entry.kids:
                inner = f"{self._write(entry.kids, entry.reference)}/Count {_count(entry.kids)}"
            entry.plain.body = (
                f"<</Title{string(entry.title)}/Parent {parent}{before}{after}{inner}/Dest{entry.target}>>"
            )
        return f"/First {entries[0].reference}/Last {entries[-1].reference}"


def _count(entries: list[_Entry]) -> int:
    """How many entries show when all are open."""
    return sum(1 + _count(entry.kids) for entry in entries)
