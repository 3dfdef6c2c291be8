"""A printer's profile → what a file says to be PDF/X-4 (ISO 15930-7): its XMP and its output intent."""

from datetime import UTC, datetime

from reportlab.pdfgen.canvas import Canvas

from cardmaker.paint.metadata import Claims, xmp_date
from cardmaker.paint.objectfile import compress
from cardmaker.paint.reportlab_private import Stream, add
from cardmaker.paint.tokens import string
from cardmaker.picture.icc import OutputProfile

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""PDF/X has to have a date; the same plan is the same bytes, so it isn't the clock's."""

_XMP = """
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdf:Trapped>False</pdf:Trapped>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{uuid}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>"""


def press(canvas: Canvas, profile: OutputProfile, made: datetime, digest: bytes) -> Claims:
    """The claim to be PDF/X-4 for the printing condition of a profile. *digest* is of all that is drawn."""
    inks = add(canvas, Stream("/N 4/Filter/FlateDecode", compress(profile.data)))
    name = string(profile.name)
    intent = (
        f"/S/GTS_PDFX/OutputConditionIdentifier(Custom)/OutputCondition{name}/Info{name}"
        f"/DestOutputProfile {inks}"
    )
    return Claims(_XMP.format(date=xmp_date(made), uuid=_identifier(digest)), intent)


def _identifier(digest: bytes) -> str:
    """A UUID (RFC 9562, version 8) made of a digest, so that the same pages have the same."""
    bits = digest[:16]
    marked = bytes([*bits[:6], bits[6] & 0x0F | 0x80, bits[7], bits[8] & 0x3F | 0x80, *bits[9:]]).hex()
    return "-".join((marked[:8], marked[8:12], marked[12:16], marked[16:20], marked[20:]))
