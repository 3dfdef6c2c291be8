"""The prescription strip: sets and repetitions on a surface, then load, rest and tempo, each with its label."""

from cardmaker.frame import Path, Placed, Role
from cardmaker.geometry import Rect
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.engine import BoxKind, register, tagged
from cardmaker.layout.leads import Lead, grid_of, is_fixed, label_at_the_end, lead_base, lead_label, leads
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import line, surface
from cardmaker.layout.slots import capital_of, draw_slots, on_others
from cardmaker.layout.stripgrid import LEAST_PAD, PAD, StripGrid, lead_pad
from cardmaker.layout.type import Block, set_line, sizes_of
from cardmaker.theme.content import StripBox, StripCell
from cardmaker.theme.theme import Style

_LEAD_GAP = 2.6
_AIR = 1.9


def _cells(ctx: Context, box: StripBox) -> list[StripCell]:
    return [cell for cell in box.strip if present(ctx.scope.fill(cell.value))]


def _draw(ctx: Context, box: StripBox, area: Rect) -> list[Placed]:
    """With sets and repetitions as large as the other cells leave room for."""
    grid = grid_of(ctx, box, area.width) if is_fixed(box) else None
    fault = None
    for lead in leads(ctx, box, area.width, grid):
        try:
            return _strip(ctx, box, area, lead, grid)
        except Overflow as overflow:
            fault = overflow
    assert fault is not None
    raise fault


def _strip(ctx: Context, box: StripBox, area: Rect, said: Lead, grid: StripGrid | None) -> list[Placed]:
    lead, *others = box.strip if grid else _cells(ctx, box)
    one_line = bool(grid and grid.one_line and not said.side)
    value = said.value
    label = label_at_the_end(ctx, box) if one_line else lead_label(ctx, box, lead, area, said, grid)
    stroke = ctx.theme.strokes["strip"]
    rule = Path(line(area.width, 0), stroke=ctx.theme.colour("strip-rule"), width=stroke)
    items = [Placed(area.x, area.y + stroke / 2, rule), Placed(area.x, area.bottom - stroke / 2, rule)]
    width = max(box.lead_width, value.width + 2 * LEAST_PAD, label.width + PAD + LEAST_PAD)
    lead_rect = Rect(area.x, area.y, grid.lead if grid else width, area.height)
    rest = Rect(lead_rect.right, area.y, area.width - lead_rect.width, area.height)
    if rest.width > 0:
        items += surface(ctx.theme, "strip-others", rest)
    items += surface(ctx.theme, "strip", lead_rect)
    if one_line:
        return [*items, _on_one_line(ctx, value, label, area)]
    base = lead_base(ctx, box, area, label, grid.figures if grid else 1.0)
    items.append(_lead(value, label, lead_rect, base))
    if grid:
        pad = lead_pad(box)
        items += draw_slots(ctx, box, grid, Rect(rest.x + pad, rest.y, rest.width - pad, rest.height), base)
    elif others:
        air = ctx.theme.surfaces["strip-others"].padding[0]
        items += _others(ctx, box, others, Rect(rest.x, rest.y, rest.width - air, rest.height), base)
    return items


def _lead(value: Block, label: Block, area: Rect, base: tuple[float, float]) -> Placed:
    pad = min(PAD, (area.width - value.width) / 2, area.width - label.width - LEAST_PAD)
    return _entry(value, label, Rect(area.x + pad, area.y, area.width - pad - LEAST_PAD, area.height), base)


def _on_one_line(ctx: Context, value: Block, label: Block, area: Rect) -> Placed:
    """A strip of nothing but sets: what is said of them at its other end."""
    base = area.y + (area.height + capital_of(ctx, value.lines[0][0].style)) / 2
    inner = Rect(area.x + PAD, area.y, area.width - 2 * PAD, area.height)
    ends = (*value.placed(inner), *label.placed(inner, "right"))
    return tagged(Role.P, [one._replace(y=base) for one in ends])


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
        on_others(ctx, ctx.style(box.style)),
        on_others(ctx, ctx.style(box.label_style), "ink2"),
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
