"""A side of a card or sheet and its content → a Frame, going down the fit ladder until everything fits."""

from dataclasses import replace

from cardmaker.errors import DoesNotFitError
from cardmaker.frame import Frame
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
from cardmaker.layout.engine import draw
from cardmaker.theme.box import Options
from cardmaker.theme.face import Step


def compose(
    ctx: Context, body: Options, ladder: tuple[Step, ...], size: Size, margin: float, remedy: str
) -> Frame:
    """Lay out a body inside the margins; DoesNotFitError names what is still too large on the last rung."""
    area = Rect(0, 0, *size).inset(Insets.all(margin))
    settings = ctx.settings
    fault = None
    for step in (None, *ladder):
        if step is not None:
            settings = settings.after(step)
        try:
            items = draw(replace(ctx, settings=settings, memo={}), body, area)
        except Overflow as overflow:
            fault = overflow
            continue
        return Frame(size, tuple(items))
    assert fault is not None
    raise DoesNotFitError(ctx.name, fault.where, fault.needed, fault.available, remedy)
