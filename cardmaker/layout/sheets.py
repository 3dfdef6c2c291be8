"""What sheets for the wall say → the frames of their pages."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from cardmaker.errors import DoesNotFitError
from cardmaker.frame import Frame
from cardmaker.geometry import Size
from cardmaker.handout import SheetContent
from cardmaker.layout.cards import Studio
from cardmaker.layout.enlarging import enlarged
from cardmaker.layout.fit import Usual, compose
from cardmaker.layout.precedents import kinds_of, settled
from cardmaker.layout.unsaid import with_unsaid
from cardmaker.theme.face import Sheet
from cardmaker.theme.stock import load_paper

_REMEDY = "shorten it, or choose a larger paper"
_NOTICEABLE = 1.1
"""On paper that is hardly larger, a sheet rather has more room: Legal is as wide as A4."""
_HEAD_AND_FOOT = 70.0
"""What a block's head, foot and margins take of a page's length, mm."""
_STEPS = 3
"""Sizes from the largest to the one that a sheet was drawn in: on A3 1.41, 1.26, 1.12 and 1."""


def lay_out_sheet(studio: Studio, sheet: Sheet, content: SheetContent, paper: Size) -> Frame:
    """One page on a paper, in the sheet's orientation; DoesNotFitError names what is too long."""
    upright = Size(min(paper), max(paper))
    size = upright.turned if sheet.orientation == "landscape" else upright

    def make(by: float) -> Frame:
        drawn = Size(size.width / by, size.height / by)
        kinds = kinds_of(sheet, content, drawn)
        ctx = studio.context(content, sheet.type, f"sheet '{content.name}'", kinds)
        usual = studio.usual.once(kinds[-1], lambda: Usual(sheet.body))
        frame = compose(ctx, sheet.body, sheet.ladder, drawn, sheet.margin, _REMEDY, usual=usual)
        frame = enlarged(frame, by) if by > 1 else frame
        return settled(ctx, with_unsaid(frame, content))

    return studio.once(sheet, lambda: _largest(make, _enlargements(sheet, upright)), content, size)


def weeks_on(sheet: Sheet, paper: Size) -> int:
    """The most weeks on one page of a block, of which there are more on paper that is longer than the sheet's own."""
    if sheet.kind != "block" or not sheet.enlarged_from:
        return sheet.weeks
    own = load_paper(sheet.enlarged_from).size
    return max(sheet.weeks, int(sheet.weeks * (max(paper) - _HEAD_AND_FOOT) / (max(own) - _HEAD_AND_FOOT)))


def _largest(make: Callable[[float], Frame], sizes: Sequence[float]) -> Frame:
    """The page at the largest size that leaves nothing out; else at the last one, which has most room."""
    for by in sizes[:-1]:
        with suppress(DoesNotFitError):
            frame = make(by)
            if not frame.losses:
                return frame
    return make(sizes[-1])


def _enlargements(sheet: Sheet, paper: Size) -> list[float]:
    """How many times as large as it was drawn a sheet may be on a paper that is larger than its own, the most first."""
    own = load_paper(sheet.enlarged_from).size if sheet.enlarged_from else paper
    most = min(paper.width / own.width, paper.height / own.height)
    if most < _NOTICEABLE:
        return [1.0]
    return [most ** (step / _STEPS) for step in reversed(range(_STEPS + 1))]
