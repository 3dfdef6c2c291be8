"""A side of a card or sheet and its content → a Frame, going down the fit ladder until everything fits."""

from collections.abc import Callable, Iterable, Mapping
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
from cardmaker.layout.climbing import Climb, Usual, flights_of
from cardmaker.layout.context import Context, Memo, Overflow
from cardmaker.layout.engine import SLACK, draw, has_no_room, least_height, tagged
from cardmaker.layout.ladder import IN_WORDS, MORE_LINES, NO_GRID, DeckGrid
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
    begin: int = 0,
    usual: Usual | None = None,
) -> Frame:
    """Lay out a body inside the margins, and no less than *clear* mm from the top.

    *grid* is what it has in common with others of its deck, *begin* the first rung that may have enough room, *usual*
    where others of its template and size end on the ladder. DoesNotFitError names what is too large on the last rung.
    """
    area = area_of(size, margin, clear)
    key = frame_key(body, size, area, grid)
    if ctx.follows is not None:
        known = ctx.follows.frame(key, ctx, ctx.memo)
        if known is not None:
            ctx.forget()
            return known
    way = _Way(
        ladder,
        lambda one: Frame(size, tuple(draw(one, body, area))),
        lambda one: has_no_room(one, body, area),
        body.within.swapped,
        grid,
        begin,
        usual,
    )
    frame = _first_that_fits(ctx, way, remedy)
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

    return _first_that_fits(ctx, _Way(ladder, attempt), remedy)


@record
class _Way:
    """How a page is laid out: on a *ladder*, as far as known what *refused* it; *grid*, *begin* and *usual* as above.

    *swapped* are the ids of boxes that others are there instead of, once they are dropped.
    """

    ladder: tuple[LadderStep, ...]
    attempt: Callable[[Context], Frame]
    refused: Callable[[Context], bool] = lambda _: False
    swapped: frozenset[str] = frozenset()
    grid: DeckGrid = NO_GRID
    begin: int = 0
    usual: Usual | None = None


def _first_that_fits(ctx: Context, way: _Way, remedy: str) -> Frame:
    more_lines = 0
    made: Frame | Overflow | MissingGlyphError
    try:
        made = _down(ctx, way, 0)
        for more in (MORE_LINES, IN_WORDS):
            if isinstance(made, Overflow) and made.wide:
                more_lines = more
                made = _down(ctx, replace(way, begin=0, usual=None), more_lines)
    except MissingGlyphError as fault:
        made = fault
    if isinstance(made, Frame):
        return on_ground(ctx.theme, made)
    first = _refusal(ctx, made, remedy)
    first.others = lambda: _others(ctx, way, more_lines, first)
    raise first


def _refusal(ctx: Context, fault: Overflow | MissingGlyphError, remedy: str) -> PageError:
    """What is said of a page on which something doesn't fit."""
    if isinstance(fault, MissingGlyphError):
        fault.content = ctx.scope.content
        return fault
    where, needed, available = fault.where, fault.needed, fault.available
    content = ctx.scope.content
    return DoesNotFitError(ctx.name, where, needed, available, remedy, content=content, text=fault.text)


def _others(ctx: Context, way: _Way, more_lines: int, first: PageError) -> list[PageError]:
    """What else doesn't fit on the last rung of the ladder, after the first such thing."""
    *_, rung = ctx.shared.rungs(way.ladder, way.grid)
    survey: list[Overflow | MissingGlyphError] = []
    with suppress(Overflow, MissingGlyphError):
        way.attempt(
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


def _down(ctx: Context, way: _Way, more_lines: int) -> Frame | Overflow:
    """The frame on the first rung on which all fits, or what doesn't on the last one."""
    if more_lines:  # in which all text may come out otherwise
        ctx = replace(ctx, precedent=None, trace=None)
    precedent = ctx.sets_precedent
    memo = ctx.memo_to_begin_with()
    try:
        return _climbed(ctx, memo, way, more_lines)
    finally:  # what is remembered knows the contexts it was made in, which know it: nothing else would free it soon
        if not precedent:
            memo.clear()
            ctx.scope.forget()


def _climbed(ctx: Context, memo: Memo, way: _Way, more_lines: int) -> Frame | Overflow:
    rungs = ctx.shared.rungs(way.ladder, way.grid)

    def on(number: int) -> Context:
        settings = rungs[number].settings
        return ctx.on_rung(replace(settings, more_lines=more_lines) if more_lines else settings, memo)

    usual = way.usual
    climb = Climb(on, way.attempt, way.refused, usual.rung if usual else 0)
    made = climb.through(flights_of(way.ladder, rungs, way.swapped, way.begin))
    if isinstance(made, Overflow):
        return made
    number, frame = made
    if usual:
        usual.rung = number
    rung, tried = rungs[number], on(number)
    lost = (loss.text for loss in rung.loses if not loss.boxes or tried.missing(loss.boxes))
    losses = tuple(dict.fromkeys(FrameLoss(ctx.name, text) for text in lost))
    swapped = rung.settings.dropped & usual.swapped if usual else frozenset()
    return replace(frame, losses=losses, restyled=tuple(rung.settings.restyle.items()), swapped=swapped)
