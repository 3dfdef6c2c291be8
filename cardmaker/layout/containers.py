"""Stacks, layers and panels: boxes that hold boxes, one under the other or over each other."""

from dataclasses import replace

from cardmaker.frame import Placed
from cardmaker.geometry import Rect
from cardmaker.layout.context import Context
from cardmaker.layout.engine import (
    SLACK,
    BoxKind,
    asked,
    baseline,
    draw,
    expand,
    is_present,
    least_height,
    least_width,
    natural_width,
    register,
    too_high,
    weight,
)
from cardmaker.layout.shapes import surface
from cardmaker.layout.shares import level_out, share_out
from cardmaker.theme.box import LayersBox, PanelBox, StackBox
from cardmaker.theme.content import LinesBox, MarkBox, RuleBox, SpaceBox
from cardmaker.theme.options import BoxOptions

Child = tuple[Context, BoxOptions]
OPEN = 1e6
DECOR = (SpaceBox, RuleBox, MarkBox, LinesBox)


def any_present(ctx: Context, boxes: tuple[BoxOptions, ...]) -> bool:
    """Whether some box with content is there; a container of nothing but decoration always is."""
    for _, box in expand(ctx, boxes):
        if not isinstance(box, DECOR):
            return True
    return all(isinstance(box, DECOR) for box in boxes)


# Stack -----------------------------------------------------------------------------------------------


def _stack_children(ctx: Context, box: StackBox) -> list[Child]:
    return expand(ctx, box.stack)


def _stack_width(ctx: Context, box: StackBox) -> float:
    return max((natural_width(c, b) for c, b in _stack_children(ctx, box)), default=0.0)


def _stack_least(ctx: Context, box: StackBox) -> float:
    return max((least_width(c, b) for c, b in _stack_children(ctx, box)), default=0.0)


def _stack_height(ctx: Context, box: StackBox, width: float) -> float:
    children = _stack_children(ctx, box)
    gaps = box.gap * max(0, len(children) - 1)
    return sum(least_height(c, b, width) for c, b in children) + gaps


def _share(ctx: Context, box: BoxOptions) -> float:
    return asked("share", ctx, box, _own_share)


def _own_share(ctx: Context, box: BoxOptions) -> float:
    own = weight(box.space if isinstance(box, SpaceBox) else ctx.height_of(box))
    return own * len(ctx.scope.value(box.share)) if own and box.share else own


def _growth(ctx: Context, box: BoxOptions, width: float) -> float:
    """How much higher than its least a box can usefully become, in mm; a stack no more than what is in it."""
    return asked("growth", ctx, box, _own_growth, width)


def _own_growth(ctx: Context, box: BoxOptions, width: float) -> float:
    members = len(ctx.scope.value(box.share)) if box.share else 1
    most = (box.max_height * members if box.max_height else OPEN) - least_height(ctx, box, width)
    if not isinstance(box, StackBox):
        return max(0.0, most)
    filling = [(c, b) for c, b in _stack_children(ctx, box) if _share(c, b)]
    inner = sum(_growth(c, b, width) for c, b in filling) if filling else OPEN
    slack = least_height(ctx, box, width) - _stack_height(ctx, box, width)
    return max(0.0, min(most, inner - slack))


def _levelled(heights: list[float], wants: list[tuple[float, float]], spare: float) -> list[float]:
    """What each box gets beyond its least height so that those that fill are as high as each other."""
    filling = [i for i, (share, _) in enumerate(wants) if share]
    asked = [(wants[i][0], heights[i], heights[i] + wants[i][1]) for i in filling]
    levels = dict(zip(filling, level_out(spare + sum(heights[i] for i in filling), asked), strict=True))
    return [levels.get(i, height) - height for i, height in enumerate(heights)]


def _stack_draw(ctx: Context, box: StackBox, rect: Rect) -> list[Placed]:
    children = _stack_children(ctx, box)
    heights = [least_height(c, b, rect.width) for c, b in children]
    spare = rect.height - sum(heights) - box.gap * max(0, len(children) - 1)
    if spare < -SLACK:
        raise too_high(ctx, box, rect.width, -spare)
    shares = [_share(c, b) for c, b in children]
    wants = [
        (share, _growth(c, b, rect.width) if share else 0.0)
        for share, (c, b) in zip(shares, children, strict=True)
    ]
    extra = _levelled(heights, wants, spare) if box.even else share_out(spare, wants)
    left = spare - sum(extra)
    y = rect.y + {"top": 0.0, "middle": left / 2, "bottom": left}[box.valign]
    items: list[Placed] = []
    for (c, b), least, more in zip(children, heights, extra, strict=True):
        if not isinstance(b, SpaceBox):
            items += draw(c, b, Rect(rect.x, y, rect.width, least + more))
        y += least + more + box.gap
    return items


# Layers ----------------------------------------------------------------------------------------------


def _layers_height(ctx: Context, box: LayersBox, width: float) -> float:
    return max((least_height(c, b, width) for c, b in expand(ctx, box.layers)), default=0.0)


def _layers_draw(ctx: Context, box: LayersBox, rect: Rect) -> list[Placed]:
    return [item for c, b in expand(ctx, box.layers) for item in draw(c, b, rect)]


# Panel -----------------------------------------------------------------------------------------------


def _panel_inner(ctx: Context, box: PanelBox) -> Context:
    """The context on the panel's surface, whose text may have another colour."""
    return ctx.once_here("on", box, 0.0, _on_surface)


def _on_surface(ctx: Context, box: PanelBox, _width: float) -> Context:
    theme = ctx.theme.on(box.surface)
    return ctx if theme is ctx.theme else replace(ctx, theme=theme)


def _panel_padding(ctx: Context, box: PanelBox) -> tuple[float, float]:
    """What the box and the surface ask for, together."""
    own = ctx.theme.surfaces[box.surface].padding
    return box.padding[0] + own[0], box.padding[1] + own[1]


def _panel_height(ctx: Context, box: PanelBox, width: float) -> float:
    across, down = _panel_padding(ctx, box)
    return least_height(_panel_inner(ctx, box), box.panel, width - 2 * across) + 2 * down


def _panel_baseline(ctx: Context, box: PanelBox, width: float) -> float:
    across, down = _panel_padding(ctx, box)
    return baseline(_panel_inner(ctx, box), box.panel, width - 2 * across) + down


def _panel_draw(ctx: Context, box: PanelBox, rect: Rect) -> list[Placed]:
    across, down = _panel_padding(ctx, box)
    inner = Rect(rect.x + across, rect.y + down, rect.width - 2 * across, rect.height - 2 * down)
    plate = surface(ctx.theme, box.surface, rect, box.radius)
    return [*plate, *draw(_panel_inner(ctx, box), box.panel, inner)]


register(
    StackBox,
    BoxKind(
        lambda c, b: any_present(c, b.stack),
        _stack_width,
        _stack_height,
        _stack_draw,
        parts=lambda c, b, width: [(inner, one, width) for inner, one in _stack_children(c, b)],
        least=_stack_least,
        holds=True,
    ),
)
register(
    LayersBox,
    BoxKind(
        lambda c, b: any_present(c, b.layers),
        lambda c, b: max((natural_width(*child) for child in expand(c, b.layers)), default=0.0),
        _layers_height,
        _layers_draw,
        parts=lambda c, b, width: [(inner, one, width) for inner, one in expand(c, b.layers)],
        least=lambda c, b: max((least_width(*child) for child in expand(c, b.layers)), default=0.0),
        holds=True,
    ),
)
register(
    PanelBox,
    BoxKind(
        lambda c, b: is_present(_panel_inner(c, b), b.panel),
        lambda c, b: natural_width(_panel_inner(c, b), b.panel) + 2 * _panel_padding(c, b)[0],
        _panel_height,
        _panel_draw,
        _panel_baseline,
        parts=lambda c, b, width: [(_panel_inner(c, b), b.panel, width - 2 * _panel_padding(c, b)[0])],
        least=lambda c, b: least_width(_panel_inner(c, b), b.panel) + 2 * _panel_padding(c, b)[0],
        holds=True,
    ),
)
