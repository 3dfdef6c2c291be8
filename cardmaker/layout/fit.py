"""A side of a card or sheet and its content → a Frame, going down the fit ladder until everything fits."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress

from cardmaker.errors import DoesNotFitError, MissingGlyphError, PageError
from cardmaker.frame import Frame, FrameLoss, Path, Placed, Role
from cardmaker.geometry import Insets, Rect, Size
from cardmaker.layout import (  # noqa: F401 - they register their kinds
    bodymap,
    charts,
    containers,
    figures,
    flows,
    lists,
    log,
    pictures,
    plates,
    profiles,
    rows,
    samples,
    signs,
    skylines,
    strip,
    textbox,
    weekcharts,
    writing,
)
from cardmaker.layout.context import Context, Memo, Overflow
from cardmaker.layout.engine import SLACK, draw, least_height, tagged
from cardmaker.layout.ladder import IN_WORDS, MORE_LINES, NO_GRID, DeckGrid, Rung
from cardmaker.layout.precedents import frame_key
from cardmaker.layout.shapes import rect
from cardmaker.record import record, replace
from cardmaker.theme.face import LadderStep
from cardmaker.theme.options import BoxOptions
from cardmaker.theme.theme import Theme


def on_ground(theme: Theme, frame: Frame) -> Frame:
    """The frame on the colour that a theme gives the whole page, if it does."""
    if not theme.ground:
        return frame
    ground = Placed(0.0, 0.0, Path(rect(*frame.size), fill=theme.colour(theme.ground)))
    return replace(frame, items=(tagged(Role.ARTIFACT, [ground]), *frame.items))


class Usual:
    """Where pages of one template and size end on its ladder: *rung* is the one that the latest took, 0 the floor.

    *swapped* are the ids of boxes that others are there instead of, once they are dropped: the page is then laid out
    in another way, in which what fitted before may need more room.
    """

    def __init__(self, body: BoxOptions) -> None:
        self.rung = 0
        self.swapped = body.within.swapped


@record
class Fit:
    """How a body comes to fit: its first rung with enough room, and how high boxes may then be, by their ids.

    *ctx* remembers what was measured for that; drawing begins with it.
    """

    rung: int
    room: Mapping[str, float]
    ctx: Context


def measured(
    ctx: Context,
    body: BoxOptions,
    ladder: tuple[LadderStep, ...],
    area: Rect,
    level: Iterable[str],
    grid: DeckGrid = NO_GRID,
) -> Fit | None:
    """How a body fits into an area, without drawing it; None if it doesn't. *grid* is what is known of its deck."""
    memo = ctx.memo_to_begin_with()
    rungs = ctx.shared.rungs(ladder, grid)
    key = ("fit", id(body), area, level_ids := tuple(level), grid)
    if ctx.follows is not None and (known := ctx.follows.answer(key, ctx, memo)):
        number, room = known
        return Fit(number, room, ctx.on_rung(rungs[number].settings, memo))
    for number, rung in enumerate(rungs):
        tried = ctx.on_rung(rung.settings, memo)
        with suppress(Overflow, MissingGlyphError):
            if least_height(tried, body, area.width) <= area.height + SLACK:
                room = {box: area.height - _without(tried, body, area.width, box) for box in level_ids}
                if ctx.trace is not None:
                    ctx.trace.keep(key, (number, room))
                return Fit(number, room, tried)
    if not ctx.sets_precedent:
        memo.clear()
    return None


def _without(ctx: Context, body: BoxOptions, width: float, box: str) -> float:
    """How high a body is at least if the box of an id takes no room."""
    return least_height(ctx.on_rung(ctx.settings.without(box), ctx.memo), body, width)


def area_of(size: Size, margin: float, clear: float = 0.0) -> Rect:
    """The room inside the margins, and no less than *clear* mm from the top."""
    return Rect(0, 0, *size).inset(Insets.all(margin)._replace(top=max(margin, clear)))


def compose(
    ctx: Context,
    body: BoxOptions,
    ladder: tuple[LadderStep, ...],
    size: Size,
    margin: float,
    remedy: str,
    clear: float = 0.0,
    grid: DeckGrid = NO_GRID,
    fit: Fit | None = None,
    usual: Usual | None = None,
) -> Frame:
    """Lay out a body inside the margins, and no less than *clear* mm from the top.

    *grid* is what it has in common with others of its deck, *fit* how it was found to fit, *usual* where others of its
    template and size end on the ladder. DoesNotFitError names what is still too large on the last rung.
    """
    area = area_of(size, margin, clear)
    key = frame_key(body, size, area, grid)
    if ctx.follows is not None:
        memo = fit.ctx.memo if fit else {}
        known = ctx.follows.frame(key, ctx, memo)
        if known is not None or fit is None:
            memo.clear()
        if known is not None:
            ctx.scope.forget()
            return known
    frame = _first_that_fits(
        ctx, ladder, remedy, lambda one: Frame(size, tuple(draw(one, body, area))), grid, fit, usual
    )
    if ctx.trace is not None:
        ctx.trace.keep(key, frame)
    return frame


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
    ctx: Context,
    ladder: tuple[LadderStep, ...],
    remedy: str,
    attempt: Callable[[Context], Frame],
    grid: DeckGrid = NO_GRID,
    fit: Fit | None = None,
    usual: Usual | None = None,
) -> Frame:
    more_lines = 0
    made: Frame | Overflow | MissingGlyphError
    try:
        made = _down(ctx, ladder, attempt, 0, grid, fit, usual)
        for more in (MORE_LINES, IN_WORDS):
            if isinstance(made, Overflow) and made.wide:
                more_lines = more
                made = _down(ctx, ladder, attempt, more_lines, grid)
    except MissingGlyphError as fault:
        made = fault
    if isinstance(made, Frame):
        return on_ground(ctx.theme, made)
    first = _refusal(ctx, made, remedy)
    first.others = lambda: _others(ctx, ladder, attempt, more_lines, first, grid)
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
    grid: DeckGrid,
) -> list[PageError]:
    """What else doesn't fit on the last rung of the ladder, after the first such thing."""
    *_, rung = ctx.shared.rungs(ladder, grid)
    survey: list[Overflow | MissingGlyphError] = []
    with suppress(Overflow, MissingGlyphError):
        attempt(
            replace(
                ctx,
                settings=replace(rung.settings, more_lines=more_lines),
                survey=survey,
                memo={},
                precedent=None,
                trace=None,
            )
        )
    remedy = first.remedy if isinstance(first, DoesNotFitError) else ""
    found = {str(one): one for one in (_refusal(ctx, fault, remedy) for fault in survey)}
    found.pop(str(first), None)
    return list(found.values())


def _down(
    ctx: Context,
    ladder: tuple[LadderStep, ...],
    attempt: Callable[[Context], Frame],
    more_lines: int,
    grid: DeckGrid,
    fit: Fit | None = None,
    usual: Usual | None = None,
) -> Frame | Overflow:
    """The frame on the first rung on which all fits, or what doesn't on the last one."""
    if more_lines:  # in which all text may come out otherwise
        ctx = replace(ctx, precedent=None, trace=None)
    precedent = ctx.sets_precedent
    memo = fit.ctx.memo if fit else ctx.memo_to_begin_with()
    rungs = ctx.shared.rungs(ladder, grid)[fit.rung if fit else 0 :]
    try:
        above = _just_above(usual, ladder) if usual else 0
        if above and not _fits(ctx, memo, rungs[above], attempt):
            return _tried(ctx, memo, rungs, attempt, more_lines, usual, above + 1)
        return _tried(ctx, memo, rungs, attempt, more_lines, usual)
    finally:  # what is remembered knows the contexts it was made in, which know it: nothing else would free it soon
        if not precedent:
            memo.clear()
            ctx.scope.forget()


def _just_above(usual: Usual, ladder: tuple[LadderStep, ...]) -> int:
    """The rung above the usual one: what doesn't fit there doesn't on those before either, which give up less.

    0 where there is none, or where on the way the ladder begins again or boxes are swapped for others.
    """
    taken = ladder[: usual.rung]
    other = any(step.afresh or not usual.swapped.isdisjoint(step.drop) for step in taken)
    return 0 if other else max(0, usual.rung - 1)


def _fits(ctx: Context, memo: Memo, rung: Rung, attempt: Callable[[Context], Frame]) -> bool:
    """Whether all fits on a rung; if so, what was remembered of it is forgotten, as more may be left out there."""
    try:
        attempt(ctx.on_rung(rung.settings, memo))
    except Overflow:
        return False
    memo.clear()
    return True


def _tried(
    ctx: Context,
    memo: Memo,
    rungs: Sequence[Rung],
    attempt: Callable[[Context], Frame],
    more_lines: int,
    usual: Usual | None = None,
    begin: int = 0,
) -> Frame | Overflow:
    made: Frame | Overflow | None = None
    for number, rung in enumerate(rungs[begin:], begin):
        settings = replace(rung.settings, more_lines=more_lines) if more_lines else rung.settings
        tried = ctx.on_rung(settings, memo)
        try:
            frame = attempt(tried)
        except Overflow as overflow:
            made = overflow.with_traceback(None)  # which knows this frame, and so what is made of it
        else:
            if usual:
                usual.rung = number
            lost = (loss.text for loss in rung.loses if not loss.boxes or tried.missing(loss.boxes))
            losses = tuple(dict.fromkeys(FrameLoss(ctx.name, text) for text in lost))
            swapped = rung.settings.dropped & usual.swapped if usual else frozenset()
            restyled = tuple(rung.settings.restyle.items())
            return replace(frame, losses=losses, restyled=restyled, swapped=swapped)
    assert made is not None
    return made
