"""A page and what it is about → the page of its kind that was laid out before, whose boxes it takes over where it can.

The athletes of a roster have the same week sheet but for their name, paces and loads, the same card but for its load. A
box that reads the same fields, and gets the same room, comes out the same: it is neither measured nor drawn again.
"""

from collections.abc import Hashable
from dataclasses import replace
from typing import Final

from cardmaker.frame import Frame
from cardmaker.geometry import Size
from cardmaker.handout import ExerciseCard, GymCard, WeekSheet
from cardmaker.layout.context import Context, Precedent
from cardmaker.recent import Recent

_MOST: Final = 150
"""Pages kept, each some 300 KB: those of a plan of twelve weeks with forty exercises."""
_LONGEST: Final = 3_000
"""What is remembered of one page; then another takes its place, as the widths of later ones differ endlessly."""


class Precedents:
    """For each kind of page the one that others follow: the second of its kind, as most plans are made once."""

    def __init__(self) -> None:
        self._kept: Recent[Hashable, list[Precedent]] = Recent(_MOST)

    def follow(self, ctx: Context, kind: Hashable) -> Context:
        """*ctx*, for a page of a *kind*, so that the page follows another, or is the one that others follow."""
        seen = kind in self._kept
        known = self._kept.once(kind, list)
        if not seen:
            return ctx
        if not known or known[0].frame is None or len(known[0].memo) > _LONGEST:
            known[:] = [Precedent(ctx.scope)]
        else:
            ctx.scope.follow(known[0].scope)
        return replace(ctx, precedent=known[0])


def settled(ctx: Context, frame: Frame) -> Frame:
    """What was laid out in *ctx*, from now on to be followed, or like what it followed."""
    precedent = ctx.precedent
    if precedent is None:
        return frame
    if ctx.sets_precedent:
        precedent.frame = frame
        return frame
    return replace(frame, like=precedent.frame)


def kind_of(template: object, content: object, size: Size) -> Hashable:
    """What pages have in common that are worth comparing; *template* lives as long as the studio."""
    return id(template), size, type(content).__name__, _about(content)


def _about(content: object) -> Hashable:
    match content:
        case ExerciseCard():
            return content.exercise
        case GymCard():
            return content.workout, content.part
        case WeekSheet():
            return content.slot
    return None
