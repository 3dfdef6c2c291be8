"""A page and what it is about → the page of its kind that was laid out before, whose boxes it takes over where it can.

The athletes of a roster have the same week sheet but for their name, paces and loads, the same card but for its load.
Weeks of a plan have days in common. A box that reads the same fields, and gets the same room, comes out the same: it
is neither measured nor drawn again.
"""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Final

from cardmaker.frame import Frame
from cardmaker.geometry import Rect, Size
from cardmaker.handout import ExerciseCard, GymCard, WeekSheet
from cardmaker.layout.context import Context, Precedent
from cardmaker.layout.ladder import DeckGrid
from cardmaker.recent import Recent
from cardmaker.record import replace

if TYPE_CHECKING:
    from cardmaker.layout.redrawing import KnownAnswers

_MOST: Final = 150
"""Pages kept, each some 300 KB: those of a plan of twelve weeks with forty exercises."""
_LONGEST: Final = 3_000
"""What is remembered of one page from those that follow, as widths differ endlessly; then another takes its place."""

_MOST_ANSWERS: Final = 6_000
"""Of boxes that read something else than on the page they follow: some twenty on a page, half of them drawn."""


class Precedents:
    """For each kind of page the one that others follow: the second of its kind, as most pages are made once."""

    def __init__(self) -> None:
        self._kept: Recent[Hashable, list[Precedent]] = Recent(_MOST)
        self._known: KnownAnswers = Recent(_MOST_ANSWERS)

    def follow(self, ctx: Context, kinds: Sequence[Hashable]) -> Context:
        """*ctx*, for a page that is of *kinds*, the narrowest first.

        The page follows another, or is the one that others follow, of the first kind that it isn't the first page of.
        """
        for number, kind in enumerate(kinds):
            if kind not in self._kept:
                self._kept.once(kind, list)
                continue
            known = self._kept.once(kind, list)
            if not known or known[0].frame is None or known[0].gathered > _LONGEST:
                if known:
                    known[0].forget()
                from cardmaker.layout.replay import LayoutTrace

                trace = LayoutTrace(ctx.scope, self._known) if number == 0 else None
                known[:] = [Precedent(ctx.scope, trace)]
                return replace(ctx, precedent=known[0], trace=trace)
            if known[0].trace is not None:
                known[0].trace.close()
            ctx.scope.follow(known[0].scope)
            return replace(ctx, precedent=known[0])
        return ctx


def settled(ctx: Context, frame: Frame) -> Frame:
    """What was laid out in *ctx*, from now on to be followed, or like what it followed."""
    precedent = ctx.precedent
    if precedent is None:
        return frame
    if ctx.sets_precedent:
        precedent.settle(frame)
        return frame
    if precedent.trace is None or frame.like is precedent.frame:
        return frame
    return replace(frame, like=precedent.frame)


def kinds_of(template: object, content: object, size: Size) -> tuple[Hashable, ...]:
    """What pages have in common that are worth comparing, the most first; *template* lives as long as the studio."""
    wide = id(template), size, type(content).__name__
    own = (*wide, _about(content))
    return (own, wide) if isinstance(content, WeekSheet) else (own,)


def frame_key(body: object, size: Size, area: Rect, grid: DeckGrid) -> Hashable:
    """By what a page is known that was laid out; *body* lives as long as the studio."""
    return "frame", id(body), size, area, grid


def _about(content: object) -> Hashable:
    match content:
        case ExerciseCard():
            return content.exercise
        case GymCard():
            return content.workout, content.part
        case WeekSheet():
            return content.slot
    return None
