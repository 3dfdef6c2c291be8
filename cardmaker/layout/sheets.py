"""What sheets for the wall say → the frames of their pages."""

from cardmaker.frame import Frame
from cardmaker.geometry import Size
from cardmaker.handout import SheetContent
from cardmaker.layout.cards import Studio
from cardmaker.layout.enlarging import enlarged
from cardmaker.layout.fit import compose
from cardmaker.theme.face import Sheet
from cardmaker.theme.stock import load_paper

_REMEDY = "shorten it, or choose a larger paper"


def lay_out_sheet(studio: Studio, sheet: Sheet, content: SheetContent, paper: Size) -> Frame:
    """One page on a paper, in the sheet's orientation; DoesNotFitError names what is too long."""
    upright = Size(min(paper), max(paper))
    size = upright.turned if sheet.orientation == "landscape" else upright
    ctx = studio.context(content, sheet.type, f"sheet '{content.name}'")
    by = _enlargement(sheet, upright)

    def make() -> Frame:
        drawn = Size(size.width / by, size.height / by)
        frame = compose(ctx, sheet.body, sheet.ladder, drawn, sheet.margin, _REMEDY)
        return enlarged(frame, by) if by > 1 else frame

    return studio.once(sheet, make, content, size)


def _enlargement(sheet: Sheet, paper: Size) -> float:
    """How many times as large as it was drawn a sheet is on a paper that is larger than its own."""
    if not sheet.enlarged_from:
        return 1.0
    own = load_paper(sheet.enlarged_from).size
    return max(1.0, min(paper.width / own.width, paper.height / own.height))
