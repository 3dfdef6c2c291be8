"""A printer's profile → what a file says to be PDF/X-4 (ISO 15930-7): its XMP and its output intent."""

import hashlib

from cardmaker.paint.container import Container, Stream, deflated
from cardmaker.paint.metadata import Claims, date
from cardmaker.paint.tokens import string
from cardmaker.picture.icc import OutputProfile

_XMP = """
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdf:Trapped>False</pdf:Trapped>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{uuid}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>"""


def press(pdf: Container, profile: OutputProfile) -> Claims:
    """The claim to be PDF/X-4 for the condition that a profile stands for; all pages must be written."""
    inks = pdf.add(deflated("/N 4", profile.data))
    name = string(profile.name)
    intent = (
        f"/S/GTS_PDFX/OutputConditionIdentifier(Custom)/OutputCondition{name}/Info{name}"
        f"/DestOutputProfile {inks}"
    )
    xmp = _XMP.format(date=date(pdf), uuid=_identifier(pdf))
    return Claims(xmp, f"[<</Type/OutputIntent{intent}>>]")


def _identifier(pdf: Container) -> str:
    """A UUID (RFC 9562, version 8) made of all that is drawn, so that the same pages have the same."""
    digest = hashlib.sha256()
    for thing in pdf.idToObject.values():
        if isinstance(thing, Stream):
            digest.update(thing.data)
    bits = digest.digest()[:16]
    marked = bytes([*bits[:6], bits[6] & 0x0F | 0x80, bits[7], bits[8] & 0x3F | 0x80, *bits[9:]]).hex()
    return "-".join((marked[:8], marked[8:12], marked[12:16], marked[16:20], marked[20:]))
