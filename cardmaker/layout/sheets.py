"""What sheets for the wall say → the frames of their pages."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from cardmaker.errors import DoesNotFitError
from cardmaker.frame import Frame
from cardmaker.geometry import Size
from cardmaker.handout import BlockSheet, SheetContent
from cardmaker.layout.cards import Studio
from cardmaker.layout.climbing import Usual
from cardmaker.layout.enlarging import enlarged
from cardmaker.layout.fit import compose
from cardmaker.layout.ladder import NO_GRID, DeckGrid
from cardmaker.layout.precedents import kinds_of, settled
from cardmaker.layout.unsaid import with_unsaid
from cardmaker.theme.enlarging import enlargements
from cardmaker.theme.face import LadderStep, Sheet

_REMEDY = "shorten it, or choose a larger paper"


def lay_out_sheet(
    studio: Studio, sheet: Sheet, content: SheetContent, paper: Size, swapped: frozenset[str] = frozenset()
) -> Frame:
    """One page on a paper, in the sheet's orientation; DoesNotFitError names what is too long.

    Boxes of the ids *swapped* give way to those that are there instead of them, though there be room.
    """
    upright = Size(min(paper), max(paper))
    size = upright.turned if sheet.orientation == "landscape" else upright

    weeks = len(content.weeks) if isinstance(content, BlockSheet) else 0
    ladder, grid = _from_where(sheet.ladder, weeks), NO_GRID
    if swapped:
        ladder, grid = (LadderStep(drop=tuple(sorted(swapped))), *ladder), DeckGrid(taken=frozenset([0]))

    def make(by: float) -> Frame:
        drawn = Size(size.width / by, size.height / by)
        kinds = kinds_of(sheet, content, drawn)
        ctx = studio.context(content, sheet.type, f"sheet '{content.name}'", kinds)
        usual = studio.usual.once((kinds[-1], swapped), lambda: Usual(sheet.body))
        frame = compose(ctx, sheet.body, ladder, drawn, sheet.margin, _REMEDY, grid=grid, usual=usual)
        frame = enlarged(frame, by) if by > 1 else frame
        return settled(ctx, with_unsaid(frame, content))

    return studio.once(
        sheet, lambda: _largest(make, enlargements(sheet, upright, weeks)), content, size, swapped
    )


def _from_where(ladder: tuple[LadderStep, ...], weeks: int) -> tuple[LadderStep, ...]:
    """The rungs for a page of so many weeks."""
    starts = [
        at for at, rung in enumerate(ladder) if rung.from_weeks is not None and weeks >= rung.from_weeks
    ]
    return ladder[max(starts) :] if starts else ladder


def _largest(make: Callable[[float], Frame], sizes: Sequence[float]) -> Frame:
    """The page at the largest size that leaves nothing out; else at the last one, which has most room."""
    for by in sizes[:-1]:
        with suppress(DoesNotFitError):
            frame = make(by)
            if not frame.losses:
                return frame
    return make(sizes[-1])
