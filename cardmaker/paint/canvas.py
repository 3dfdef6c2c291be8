"""ReportLab's canvas with marked content: where frames and artwork are recorded, each once."""

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from cardmaker.frame import Role


class _GlyphFace:
    name = "glyphs"


class GlyphFont:
    """What stands where ReportLab asks for a font: one that writes nothing by itself.

    ReportLab's fonts turn strings into codes, and a canvas without any starts with Helvetica, which isn't
    embedded. Lines of glyph ids name their own fonts, which `fonts.embed` adds to the document.
    """

    fontName = "glyphs"  # noqa: N815 - ReportLab's name for it
    face = _GlyphFace
    _dynamicFont = _multiByte = True  # noqa: N815


NO_FONT = GlyphFont.fontName
pdfmetrics.registerFont(GlyphFont)

GAP = "\0"
"""Where a marked-content number will be: it is the page's to give."""


class RecordingCanvas(Canvas):  # type: ignore[misc]
    """A canvas to record operators on. Its millimetres go down from the top left, as a frame's do.

    It adds marked content to ReportLab's: sequences that an element of the structure tree owns, and artifacts.
    """

    def __init__(self) -> None:
        super().__init__(None, bottomup=0, invariant=1, initialFontName=NO_FONT)

    def begin_marked(self, role: Role | None) -> None:
        """Begin a marked-content sequence with a number; without a role an artifact, which has none."""
        self.addLiteral(f"/{role} <</MCID {GAP}>> BDC" if role else "/Artifact BMC")

    def end_marked(self) -> None:
        """End the sequence."""
        self.addLiteral("EMC")
