"""ReportLab's canvas with marked content: where frames and artwork are recorded, each once."""

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.canvas import Canvas

from cardmaker.frame import Role
from cardmaker.paint.reportlab_private import NO_FONT

GAP = "\0"
"""Where a marked-content number will be: it is the page's to give."""


class RecordingCanvas(Canvas):  # type: ignore[misc]
    """A canvas to record operators on. Its millimetres go down from the top left, as a frame's do.

    It adds marked content to ReportLab's: sequences that an element of the structure tree owns, and artifacts. Of
    ReportLab's twenty attributes of its state only these are put by: the pen knows what is set.
    """

    STATE_ATTRIBUTES = ("_extgstate",)

    def __init__(self) -> None:
        super().__init__(None, bottomup=0, invariant=1, initialFontName=NO_FONT)

    def transform(self, a: float, b: float, c: float, d: float, e: float, f: float) -> None:
        """Place what follows; where that is on the page nobody asks a canvas that records."""
        self.addLiteral(f"{fp_str(a, b, c, d, e, f)} cm")

    def begin_marked(self, role: Role | None) -> None:
        """Begin a marked-content sequence with a number; without a role an artifact, which has none."""
        self.addLiteral(f"/{role} <</MCID {GAP}>> BDC" if role else "/Artifact BMC")

    def end_marked(self) -> None:
        """End the sequence."""
        self.addLiteral("EMC")
