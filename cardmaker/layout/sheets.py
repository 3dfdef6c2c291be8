"""What sheets for the wall say → the frames of their pages."""

from cardmaker.frame import Frame
from cardmaker.geometry import Size
from cardmaker.handout import SheetContent
from cardmaker.layout.cards import Studio
from cardmaker.layout.fit import compose
from cardmaker.theme.face import Sheet

_REMEDY = "shorten it, or choose a larger paper"


def lay_out_sheet(studio: Studio, sheet: Sheet, content: SheetContent, paper: Size) -> Frame:
    """One page on a paper, in the sheet's orientation; DoesNotFitError names what is too long."""
    upright = Size(min(paper), max(paper))
    size = upright.turned if sheet.orientation == "landscape" else upright
    ctx = studio.context(content, sheet.type, f"sheet '{content.name}'")
    return studio.once(
        sheet, lambda: compose(ctx, sheet.body, sheet.ladder, size, sheet.margin, _REMEDY), content, size
    )
