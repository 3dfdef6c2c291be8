"""A side of a card or sheet and its content → a Frame, going down the fit ladder until everything fits."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from cardmaker.errors import DoesNotFitError
from cardmaker.frame import Frame, FrameLoss, Path, Placed, Role
from cardmaker.geometry import Insets, Rect, Size
from cardmaker.layout import (  # noqa: F401 - they register their kinds
    charts,
    containers,
    figures,
    lists,
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
    fault = None
    memo: dict[tuple[object, ...], Any] = {}
    for rung in ctx.shared.rungs(ladder):
        tried = replace(ctx, settings=rung.settings, memo=memo)
        try:
            made = attempt(tried)
        except Overflow as overflow:
            fault = overflow
        else:
            lost = (loss.text for loss in rung.loses if not loss.boxes or tried.missing(loss.boxes))
            losses = tuple(dict.fromkeys(FrameLoss(ctx.name, text) for text in lost))
            return on_ground(ctx.theme, replace(made, losses=losses))
    assert fault is not None
    raise DoesNotFitError(
        ctx.name,
        fault.where,
        fault.needed,
        fault.available,
        remedy,
        content=ctx.scope.content,
        text=fault.text,
    )
