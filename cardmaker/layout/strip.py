"""The prescription strip: sets and repetitions on a surface, then load, rest and tempo, each with its label."""

from cardmaker.frame import Path, Placed, Role
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.engine import BoxKind, register, tagged
from cardmaker.layout.leads import (
    LEAST_PAD,
    NBSP,
    PAD,
    Lead,
    capital_of,
    is_fixed,
    lead_base,
    lead_label,
    leads,
)
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import line, surface
from cardmaker.layout.type import Block, fit_line, set_line, sizes_of
from cardmaker.theme.content import StripBox, StripCell
from cardmaker.theme.theme import Style

_LEAD_GAP = 2.6
_AIR = 1.9
_DASH = 3.0
_SLOT_AIR, _AIR_SHARE, _PAD_SHARE = 1.3, 0.1, 0.045
"""Between a value and the next place: in mm, or as a share of the place on small cards."""
_WIDEST = 1.25
"""How much wider than on the card that they were chosen for places may be."""
_SMALLEST = 0.64
"""Of a value on two lines, next to its usual size."""


def _cells(ctx: Context, box: StripBox) -> list[StripCell]:
    return [cell for cell in box.strip if present(ctx.scope.fill(cell.value))]


def _slots(ctx: Context, box: StripBox) -> list[StripCell]:
    """The cells that are drawn: those with a place of their own even where they have no value."""
    return [cell for cell in box.strip if cell.width or present(ctx.scope.fill(cell.value))]


def _draw(ctx: Context, box: StripBox, area: Rect) -> list[Placed]:
    """With sets and repetitions as large as the other cells leave room for."""
    fault = None
    for lead in leads(ctx, box, area.width):
        try:
            return _strip(ctx, box, area, lead)
        except Overflow as overflow:
            fault = overflow
    assert fault is not None
    raise fault


def _strip(ctx: Context, box: StripBox, area: Rect, said: Lead) -> list[Placed]:
    lead, *others = _slots(ctx, box)
    value, label = said.value, lead_label(ctx, box, lead, area, said)
    stroke = ctx.theme.strokes["strip"]
    rule = Path(line(area.width, 0), stroke=ctx.theme.colour("strip-rule"), width=stroke)
    items = [Placed(area.x, area.y + stroke / 2, rule), Placed(area.x, area.bottom - stroke / 2, rule)]
    width = max(box.lead_width, value.width + 2 * LEAST_PAD, label.width + PAD + LEAST_PAD)
    width = box.lead_width if is_fixed(box) else width
    lead_rect = Rect(area.x, area.y, width, area.height)
    rest = Rect(lead_rect.right, area.y, area.width - lead_rect.width, area.height)
    items += surface(ctx.theme, "strip-others", rest)
    items += surface(ctx.theme, "strip", lead_rect)
    base = lead_base(ctx, box, area, label)
    items.append(_lead(value, label, lead_rect, base))
    if others:
        air = ctx.theme.surfaces["strip-others"].padding[0]
        room = Rect(rest.x, rest.y, rest.width - air, rest.height)
        items += (
            _fixed(ctx, box, others, room, base) if is_fixed(box) else _others(ctx, box, others, room, base)
        )
    return items


def _fixed(
    ctx: Context, box: StripBox, cells: list[StripCell], area: Rect, base: tuple[float, float]
) -> list[Placed]:
    """Values in places of their own; a dash where there is none."""
    style = _on_others(ctx, ctx.style(box.style))
    label_style = _on_others(ctx, ctx.style(box.label_style), "ink2")
    items: list[Placed] = []
    pad = min(PAD, area.width * _PAD_SHARE)
    x, widths = area.x + pad, sum(cell.width for cell in cells)
    for cell in cells:
        width = cell.width / widths * min(area.width - pad, widths * _WIDEST)
        place = Rect(x, area.y, width - min(_SLOT_AIR, width * _AIR_SHARE), area.height)
        label = fit_line(ctx, ctx.scope.fill(cell.label), label_style, place.width, cell.label)
        if text := ctx.scope.fill(cell.value):
            items.append(_valued(ctx, cell, text, style, label, place, base))
        else:
            dash = Path(line(_DASH, 0), stroke=ctx.theme.colour("rule"), width=ctx.theme.strokes["field"])
            below = [one._replace(y=base[1]) for one in label.placed(place)]
            items.append(
                tagged(Role.ARTIFACT, [Placed(x, base[0] - capital_of(ctx, style) / 2, dash), *below])
            )
        x += width
    return items


def _valued(
    ctx: Context,
    cell: StripCell,
    text: str,
    style: Style,
    label: Block,
    place: Rect,
    base: tuple[float, float],
) -> Placed:
    """A value over its label: on one line, smaller if it is too long, else on two."""
    room = place.width
    low = [placed._replace(y=base[1]) for placed in label.placed(place)]
    size = style.size
    while size >= style.min:
        value = set_line(ctx, text, style.at(size), cell.label)
        if value.width <= room:
            return tagged(Role.P, [*(one._replace(y=base[0]) for one in value.placed(place)), *low])
        size -= 0.25
    small = style.at(max(style.size * _SMALLEST, ctx.theme.least_pt, _LEAST_PT))
    lines = [set_line(ctx, one, small, cell.label) for one in _halves(ctx, text, small, cell.label)]
    if max(one.width for one in lines) > room:
        raise ctx.too_wide("load and rest", max(one.width for one in lines), room, text)
    step = small.size * _LINE * MM_PER_PT
    under = place.y + ctx.theme.strokes["strip"] + _UNDER_RULE + capital_of(ctx, small)
    first = max(base[0] - step * (len(lines) - 1), under)  # low strips: not into the rule over it
    top = [
        placed._replace(y=first + step * index)
        for index, one in enumerate(lines)
        for placed in one.placed(place)
    ]
    return tagged(Role.P, [*top, *low])


_LEAST_PT, _LINE = 6.0, 1.12
_UNDER_RULE = 0.35
"""From the strip's upper rule to capitals of two lines, mm: as far as two lines of small type are from each other."""


def _halves(ctx: Context, text: str, style: Style, field: str) -> list[str]:
    """Text on two lines, parted where both come out about equally long; a unit may leave its number for it."""
    spots = [at for at, sign in enumerate(text) if sign in f" {NBSP}–" and 0 < at < len(text) - 1]
    parted = [(text[: at + 1].rstrip(f" {NBSP}"), text[at + 1 :]) for at in spots]
    if not parted:
        return [text]
    return [*min(parted, key=lambda two: max(set_line(ctx, one, style, field).width for one in two))]


def _lead(value: Block, label: Block, area: Rect, base: tuple[float, float]) -> Placed:
    pad = min(PAD, (area.width - value.width) / 2, area.width - label.width - LEAST_PAD)
    return _entry(value, label, Rect(area.x + pad, area.y, area.width - pad - LEAST_PAD, area.height), base)


def _others(
    ctx: Context, box: StripBox, cells: list[StripCell], area: Rect, base: tuple[float, float]
) -> list[Placed]:
    """Values at one size; what room is left goes between them in equal parts."""
    blocks = _sized(ctx, box, cells, area.width)
    widths = [max(value.width, label.width) for value, label in blocks]
    free = area.width - sum(widths)
    lead_gap = min(_LEAD_GAP, free / (len(blocks) + 0.2))
    gap = (free - lead_gap - min(0.8, free * 0.06)) / max(1, len(blocks) - 1)
    gap = min(gap, area.width / 3)
    x = area.x + lead_gap
    items = []
    for (value, label), width in zip(blocks, widths, strict=True):
        items.append(_entry(value, label, Rect(x, area.y, width, area.height), base))
        x += width + gap
    return items


def _sized(ctx: Context, box: StripBox, cells: list[StripCell], width: float) -> list[tuple[Block, Block]]:
    """Values and labels at the largest size that leaves air between them; then yielding cells go."""
    style, label_style = (
        _on_others(ctx, ctx.style(box.style)),
        _on_others(ctx, ctx.style(box.label_style), "ink2"),
    )
    staying = list(cells)
    small = label_style.at(min(label_style.min, label_style.size))
    while True:
        for labels in (label_style, small):
            for size in sizes_of(style):
                blocks = [_pair(ctx, cell, style.at(size), labels) for cell in staying]
                needed = sum(max(value.width, label.width) for value, label in blocks) + _AIR * len(blocks)
                if needed <= width:
                    return blocks
        yielding = [index for index, cell in enumerate(staying) if cell.yields]
        if not yielding:
            longest = max((ctx.scope.fill(cell.value) for cell in staying), key=len)
            raise ctx.too_wide("load and rest", needed, width, longest)
        del staying[yielding[-1]]


def _on_others(ctx: Context, style: Style, usual: str = "") -> Style:
    """A style as it reads on the surface of the other cells."""
    ink = ctx.theme.surfaces["strip-others"].text
    return style.in_colour(usual if ink == "ink" else ink)


def _pair(ctx: Context, cell: StripCell, style: Style, label_style: Style) -> tuple[Block, Block]:
    value = set_line(ctx, ctx.scope.fill(cell.value), style, cell.label)
    return value, set_line(ctx, ctx.scope.fill(cell.label), label_style, cell.label)


def _entry(value: Block, label: Block, area: Rect, base: tuple[float, float]) -> Placed:
    """A value over its label, read as one paragraph."""
    top = [placed._replace(y=base[0]) for placed in value.placed(area)]
    first = base[1] - (label.height - label.leading) - label.rise
    low = label.placed(area._replace(y=first))
    return tagged(Role.P, [*top, *low])


register(
    StripBox,
    BoxKind(lambda c, b: bool(_cells(c, b)), lambda c, b: 0.0, lambda c, b, w: 0.0, _draw),
)
