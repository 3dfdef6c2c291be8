"""The order for a print run: how sheets are turned, filled, marked and stacked."""

from dataclasses import replace
from enum import StrEnum

from cardmaker.press.duplex import Flip
from cardmaker.press.grid import PAPER_EDGE
from cardmaker.record import record


class Sides(StrEnum):
    """Which sides of the sheets are printed in this run."""

    BOTH = "both"
    FRONTS = "fronts"
    BACKS = "backs"


class Stacking(StrEnum):
    """How cards follow one another: sheet after sheet, or down through the pile of sheets.

    Stacked sheets are cut all at once, and the piles put on each other are in order: cut and stack.
    """

    COLLATED = "collated"
    STACKED = "stacked"


class Mark(StrEnum):
    """What may be drawn around the cards.

    CROP: where to cut, outside the cards. FOLD: where to fold, dashed. REGISTRATION: targets in the sheet's
    corners, which meet when both sides do. GUIDES: whole lines along each cut, where there is waste to draw
    them on. CORNERS: the arc to round a corner along. HOLE: where to punch for a ring. CUTTER: the square and the two
    corners that cutting machines look for, on fronts.
    """

    CROP = "crop"
    FOLD = "fold"
    REGISTRATION = "registration"
    GUIDES = "guides"
    CORNERS = "corners"
    HOLE = "hole"
    CUTTER = "cutter"


USUAL_MARKS = frozenset({Mark.CROP, Mark.FOLD})


@record
class Ticket:
    """What a printer gets with a job; pages are a pure function of cards, grid and ticket.

    *fold* puts front and back side by side on one side of the paper, to be folded. *last_first* gives backs
    from the last sheet to the first. *start_at* is the first free position of the first sheet, counted from 1,
    from the sheet's top left, row by row. *copies* are of each card that doesn't say otherwise. *gutter* is the
    paper between cards, None if that is the stock's affair; *bleed* how far grounds go on beyond the trim; *edge*
    how near to the paper's edge marks and bleed may come; *corner_radius* is that of the finished card: in mm.
    """

    flip: Flip = Flip.LONG
    sides: Sides = Sides.BOTH
    last_first: bool = False
    fold: bool = False
    start_at: int = 1
    copies: int = 1
    stacking: Stacking = Stacking.COLLATED
    gutter: float | None = None
    bleed: float = 0.0
    marks: frozenset[Mark] = USUAL_MARKS
    edge: float = PAPER_EDGE
    corner_radius: float = 0.0

    @property
    def turned(self) -> Flip:
        """How the printer itself turns the paper: not at all when one side is printed at a time."""
        return self.flip if self.sides is Sides.BOTH and not self.fold else Flip.NONE

    @property
    def unmarked(self) -> "Ticket":
        """The same without any marks: for sheets that come cut."""
        return replace(self, marks=frozenset())
