"""Which edge a sheet is turned over in; where its back page's cards lie and which way up they stand out.

Turn a printed sheet over about an upright axis, as a page in a book, and what lies x mm from its left edge
has its back x mm from the right edge: x' = W − x − w, y' = y. About a level axis, as a leaf of a wall
calendar, it is y' = H − y − h, x' = x. A finished card is always turned like a page in a book, about its own
upright axis, whichever way the sheet went. So the back's own top must lie behind the front's top, and a front
turned by t degrees needs its back turned by −t on a sheet that goes about the upright axis, by 180 − t on one
that goes about the level axis.

'Long edge' speaks of the paper, not of the picture on the screen. A printer's paper is portrait, and a
landscape page is turned to go on it, by the viewer, the driver or the printer. On a portrait page the long
edge is upright: the book. On a landscape page it is level: the calendar, and backs must are upside down
to come out right. Print dialogs, drivers and devices disagree about landscape pages: some turn the second
side with the binding, some against it, some quietly swap the edge. They agree about portrait pages. So our
stocks are portrait pages, with the cards lying on their sides where more go on the sheet that way: the usual
setting, 'two-sided, flip on long edge', then means the book everywhere. A stock that asks for a landscape
page gets the calendar, which is right wherever long edge is taken at its word.
"""

from enum import StrEnum

from cardmaker.geometry import Rect, Size


class Flip(StrEnum):
    """How the printer turns the paper: over its long edge, over its short edge, or not at all."""

    LONG = "long"
    SHORT = "short"
    NONE = "none"

    @property
    def viewer_preference(self) -> str:
        """The value of /Duplex that asks a print dialog for it."""
        return _PREFERENCES[self]


class Axis(StrEnum):
    """The line that a page is turned about, as it is seen upright."""

    UPRIGHT = "upright"
    LEVEL = "level"


_PREFERENCES = {
    Flip.LONG: "DuplexFlipLongEdge",
    Flip.SHORT: "DuplexFlipShortEdge",
    Flip.NONE: "Simplex",
}


def axis(flip: Flip, sheet: Size) -> Axis | None:
    """The axis that turns a page of this size over; None if it isn't turned. A square counts as portrait."""
    match flip:
        case Flip.LONG:
            return Axis.LEVEL if sheet.landscape else Axis.UPRIGHT
        case Flip.SHORT:
            return Axis.UPRIGHT if sheet.landscape else Axis.LEVEL
        case Flip.NONE:
            return None


def behind(place: Rect, sheet: Size, about: Axis | None) -> Rect:
    """The place on the back page that lies behind a place on the front page."""
    match about:
        case Axis.UPRIGHT:
            return place._replace(x=sheet.width - place.right)
        case Axis.LEVEL:
            return place._replace(y=sheet.height - place.bottom)
        case None:
            return place


def back_turn(turn: int, about: Axis | None) -> int:
    """How far a back is turned, degrees clockwise, so that its top lies behind the top of its front."""
    match about:
        case Axis.UPRIGHT:
            return -turn % 360
        case Axis.LEVEL:
            return (180 - turn) % 360
        case None:
            return turn
