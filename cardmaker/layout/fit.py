"""A side of a card or sheet and its content → a Frame, going down the fit ladder until everything fits."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from cardmaker.errors import DoesNotFitError, MissingGlyphError, PageError
from cardmaker.frame import Frame, FrameLoss, Path, Placed, Role
from cardmaker.geometry import Insets, Rect, Size
from cardmaker.layout import (  # noqa: F401 - they register their kinds
    charts,
    containers,
    figures,
    lists,
    log,
    pictures,
    rows,
    signs,
    strip,
    type,
    writing,
)
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.engine import draw, least_height, tagged
from cardmaker.layout.shapes import rect
from cardmaker.theme.face import LadderStep
from cardmaker.theme.options import BoxOptions
from cardmaker.theme.theme import Theme

_MORE_LINES = 2
"""How many lines a text may take beyond those it asks for, before a page is refused: a long word and its neighbours
in the narrowest columns."""


def on_ground(theme: Theme, frame: Frame) -> Frame:
    """The frame on the colour that a theme gives the whole page, if it does."""
    if not theme.ground:
        return frame
    ground = Placed(0.0, 0.0, Path(rect(*frame.size), fill=theme.colour(theme.ground)))
    return replace(frame, items=(tagged(Role.ARTIFACT, [ground]), *frame.items))


def compose(
    ctx: Context,
    body: BoxOptions,
    ladder: tuple[LadderStep, ...],
    size: Size,
    margin: float,
    remedy: str,
    clear: float = 0.0,
) -> Frame:
    """Lay out a body inside the margins, and no less than *clear* mm from the top.

    DoesNotFitError names what is still too large on the last rung.
    """
    area = Rect(0, 0, *size).inset(Insets.all(margin)._replace(top=max(margin, clear)))
    return _first_that_fits(ctx, ladder, remedy, lambda one: Frame(size, tuple(draw(one, body, area))))


def compose_as_high(
    ctx: Context, body: BoxOptions, ladder: tuple[LadderStep, ...], least: Size, margin: float, remedy: str
) -> Frame:
    """Lay out a body in a width, as high as it comes out and no lower than *least*."""

    def attempt(one: Context) -> Frame:
        width = least.width - 2 * margin
        size = Size(least.width, max(least.height, least_height(one, body, width) + 2 * margin))
        return Frame(size, tuple(draw(one, body, Rect(0, 0, *size).inset(Insets.all(margin)))))

    return _first_that_fits(ctx, ladder, remedy, attempt)


def _first_that_fits(
    ctx: Context, ladder: tuple[LadderStep, ...], remedy: str, attempt: Callable[[Context], Frame]
) -> Frame:
    more_lines = 0
    made: Frame | Overflow | MissingGlyphError
    try:
        made = _down(ctx, ladder, attempt)
        if isinstance(made, Overflow) and made.wide:
            more_lines = _MORE_LINES
            made = _down(ctx, ladder, attempt, more_lines)
    except MissingGlyphError as fault:
        made = fault
    if isinstance(made, Frame):
        return on_ground(ctx.theme, made)
    first = _refusal(ctx, made, remedy)
    first.others = lambda: _others(ctx, ladder, attempt, more_lines, first)
    raise first


def _refusal(ctx: Context, fault: Overflow | MissingGlyphError, remedy: str) -> PageError:
    """What is said of a page on which something doesn't fit."""
    if isinstance(fault, MissingGlyphError):
        fault.content = ctx.scope.content
        return fault
    where, needed, available = fault.where, fault.needed, fault.available
    content = ctx.scope.content
    return DoesNotFitError(ctx.name, where, needed, available, remedy, content=content, text=fault.text)


def _others(
    ctx: Context,
    ladder: tuple[LadderStep, ...],
    attempt: Callable[[Context], Frame],
    more_lines: int,
    first: PageError,
) -> list[PageError]:
    """What else doesn't fit on the last rung of the ladder, after the first such thing."""
    *_, rung = ctx.shared.rungs(ladder)
    survey: list[Overflow | MissingGlyphError] = []
    with suppress(Overflow, MissingGlyphError):
        attempt(replace(ctx, settings=replace(rung.settings, more_lines=more_lines), survey=survey, memo={}))
    remedy = first.remedy if isinstance(first, DoesNotFitError) else ""
    found = {str(one): one for one in (_refusal(ctx, fault, remedy) for fault in survey)}
    found.pop(str(first), None)
    return list(found.values())


def _down(
    ctx: Context, ladder: tuple[LadderStep, ...], attempt: Callable[[Context], Frame], more_lines: int = 0
) -> Frame | Overflow:
    """The frame on the first rung on which all fits, or what doesn't on the last one."""
    memo: dict[tuple[object, ...], Any] = {}
    try:
        return _tried(ctx, memo, ladder, attempt, more_lines)
    finally:  # what is remembered knows the contexts it was made in, which know it: nothing else would free it soon
        memo.clear()
        ctx.scope.forget()


def _tried(
    ctx: Context,
    memo: dict[tuple[object, ...], Any],
    ladder: tuple[LadderStep, ...],
    attempt: Callable[[Context], Frame],
    more_lines: int,
) -> Frame | Overflow:
    made: Frame | Overflow | None = None
    for rung in ctx.shared.rungs(ladder):
        settings = replace(rung.settings, more_lines=more_lines) if more_lines else rung.settings
        tried = replace(ctx, settings=settings, memo=memo)
        try:
            frame = attempt(tried)
        except Overflow as overflow:
            made = overflow
        else:
            lost = (loss.text for loss in rung.loses if not loss.boxes or tried.missing(loss.boxes))
            losses = tuple(dict.fromkeys(FrameLoss(ctx.name, text) for text in lost))
            return replace(frame, losses=losses, restyled=tuple(rung.settings.restyle.items()))
    assert made is not None
    return made
