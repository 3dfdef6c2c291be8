"""A ReportLab canvas and inks → drawing that sets colours, lines and type only where they change."""

from typing import Any

from reportlab.pdfgen.canvas import FILL_EVEN_ODD, FILL_NON_ZERO, Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from cardmaker.frame import Path
from cardmaker.paint.inks import Inks
from cardmaker.paint.reportlab_private import append
from cardmaker.paint.shapes import CanvasPath, check
from cardmaker.paint.tokens import number

_ROUND = 1  # cap and join alike


PenState = tuple[object, ...]
"""What a pen has set."""


class Pen:
    """Draws on a canvas and remembers the graphics state.

    A form starts with whatever its caller left, a page with what the standard says: *known* says which.
    Numbers are rounded to a thousandth of a millimetre, type to a tenth of that.
    """

    def __init__(self, canvas: Canvas, inks: Inks, known: bool = True) -> None:
        self.canvas = canvas
        self.colours: set[str] = set()
        self._inks = inks
        self._fill = "#000000" if known else ""
        self._stroke = ""
        self._width = -1.0
        self._dash: tuple[float, ...] | None = () if known else None
        self._round = False if known else None
        self._tracking = 0.0
        self._font, self._size = "", 0.0

    @property
    def state(self) -> PenState:
        """What is set now."""
        return (
            *(self._fill, self._stroke, self._width, self._dash, self._round),
            *(self._tracking, self._font, self._size),
        )

    def go_on_from(self, state: PenState) -> None:
        """Draw as after what another pen has set."""
        known: Any = state
        self._fill, self._stroke, self._width, self._dash, self._round = known[:5]
        self._tracking, self._font, self._size = known[5:]

    def become(self, state: PenState) -> None:
        """Set all that another pen has set, outside text objects."""
        wanted: Any = state
        fill, stroke, width, dash, rounded, tracking, font, size = wanted
        if fill != self._fill:
            colour, _, fine = fill.partition(" ")
            self.fill(colour, fine=bool(fine))
        if stroke:
            self.prepare(Path("", None, stroke, width, dash, rounded))
        if tracking != self._tracking:
            self._tracking = tracking
            self.canvas.addLiteral(f"{number(tracking, 4)} Tc")
        if font and (font, size) != (self._font, self._size):
            self._font, self._size = font, size
            self.canvas.addLiteral(f"/{font} {number(size, 4)} Tf")

    def fill(self, hexadecimal: str, fine: bool = False) -> None:
        """Set the fill colour; *fine*: of small type."""
        self.colours.add(hexadecimal)
        if (wanted := self._fine(hexadecimal) if fine else hexadecimal) != self._fill:
            self._fill = wanted
            self._inks.fill(self.canvas, hexadecimal, fine)

    def _fine(self, hexadecimal: str) -> str:
        """What a colour of small type is kept as: itself, unless these inks set it apart."""
        return f"{hexadecimal} fine" if self._inks.space == "/DeviceCMYK" else hexadecimal

    def lettering(self, text: PDFTextObject, font: str, size: float) -> None:
        """Set font and size, in mm, inside a text object."""
        if font != self._font or size != self._size:
            self._font, self._size = font, size
            append(text, f"/{font} {number(size, 4)} Tf")

    def tracking(self, text: PDFTextObject, space: float) -> None:
        """Set the space after each glyph, in mm, inside a text object."""
        if space != self._tracking:
            self._tracking = space
            text.setCharSpace(round(space, 4))

    def draw(self, path: Path) -> None:
        """Draw a path in its colours."""
        if check(path):
            self.prepare(path)
            self.canvas.drawPath(
                CanvasPath(path.data),
                stroke=int(path.stroke is not None),
                fill=int(path.fill is not None),
                fillMode=FILL_EVEN_ODD if path.even_odd else FILL_NON_ZERO,
            )

    def prepare(self, path: Path) -> None:
        """Set what a path is painted with."""
        if path.fill is not None:
            self.fill(path.fill)
        if path.stroke is None:
            return
        if path.stroke != self._stroke:
            self._stroke = path.stroke
            self.colours.add(path.stroke)
            self._inks.stroke(self.canvas, path.stroke)
        if path.width != self._width:
            self._width = path.width
            self.canvas.setLineWidth(round(path.width, 3))
        if path.dash != self._dash:
            self._dash = path.dash
            self.canvas.setDash([round(length, 3) for length in path.dash])
        if path.round != self._round:
            self._round = path.round
            self.canvas.setLineCap(_ROUND * path.round)
            self.canvas.setLineJoin(_ROUND * path.round)

    def suits(self, path: Path) -> bool:
        """Whether a path can be painted with what is set."""
        if path.fill is not None and path.fill != self._fill:
            return False
        stroke = (self._stroke, self._width, self._dash, self._round)
        return path.stroke is None or stroke == (path.stroke, path.width, path.dash, path.round)
