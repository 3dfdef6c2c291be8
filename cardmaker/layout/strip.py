"""The prescription strip: sets and repetitions on a surface, then load, rest and tempo, each with its label."""

from collections.abc import Iterator

from cardmaker.frame import Path, Placed, Role
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.engine import BoxKind, register, tagged
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import line, surface
from cardmaker.layout.type import Block, fit_lines, set_line, sizes_of
from cardmaker.theme.content import StripBox, StripCell
from cardmaker.theme.theme import Style

_PAD = 1.75
_LEAST_PAD = 1.3
_LEAD_GAP = 2.6
_AIR = 1.9
_LEAST_AIR = 0.45
"""Above, between and below the lines of a cell whose label takes two, mm."""
# Two figures of the same strip may differ in size: six characters go to 0.9, more to 0.7, or 0.6 in a wider cell.
_LEAD_SIZES = (1.0, 0.9, 0.8, 0.7)
_WIDER_SIZES = (0.7, 0.6)
_LEAD_SHARE = 0.55


def _cells(ctx: Context, box: StripBox) -> list[StripCell]:
    return [cell for cell in box.strip if present(ctx.scope.fill(cell.value))]


def _draw(ctx: Context, box: StripBox, area: Rect) -> list[Placed]:
    """With sets and repetitions as large as the other cells leave room for."""
    fault = None
    for value in _lead_values(ctx, box, area.width):
        try:
            return _strip(ctx, box, area, value)
        except Overflow as overflow:
            fault = overflow
    assert fault is not None
    raise fault


def _strip(ctx: Context, box: StripBox, area: Rect, value: Block) -> list[Placed]:
    lead, *others = _cells(ctx, box)
    label = _lead_label(ctx, box, lead, area, value)
    stroke = ctx.theme.strokes["strip"]
    rule = Path(line(area.width, 0), stroke=ctx.theme.colour("strip-rule"), width=stroke)
    items = [Placed(area.x, area.y + stroke / 2, rule), Placed(area.x, area.bottom - stroke / 2, rule)]
    width = max(box.lead_width, value.width + 2 * _LEAST_PAD, label.width + _PAD + _LEAST_PAD)
    lead_rect = Rect(area.x, area.y, width, area.height)
    rest = Rect(lead_rect.right, area.y, area.width - lead_rect.width, area.height)
    items += surface(ctx.theme, "strip-others", rest)
    items += surface(ctx.theme, "strip", lead_rect)
    base = _lead_base(ctx, box, area, label)
    items.append(_lead(value, label, lead_rect, base))
    if others:
        air = ctx.theme.surfaces["strip-others"].padding[0]
        items += _others(ctx, box, others, Rect(rest.x, rest.y, rest.width - air, rest.height), base)
    return items


def _lead_base(ctx: Context, box: StripBox, area: Rect, lines: Block) -> tuple[float, float]:
    """The baselines of values and last lines of labels: the air above, between and below is shared out."""
    lead, label = ctx.style(box.lead_style), ctx.style(box.label_style)
    capital = ctx.measurer.metrics(lead.weight).cap_height * lead.size * MM_PER_PT
    small = ctx.measurer.metrics(label.weight).cap_height * label.size * MM_PER_PT
    more = lines.height - lines.leading
    air = (area.height - capital - small - more) / 3
    if more and air < _LEAST_AIR:
        needed = area.height + 3 * (_LEAST_AIR - air)
        raise ctx.overflow("sets label", needed, area.height, ctx.scope.fill(box.strip[0].label))
    top = area.y + air * 0.9 + capital
    return top, area.bottom - air * 1.0


def _lead_values(ctx: Context, box: StripBox, width: float) -> Iterator[Block]:
    """Sets and repetitions for the leading cell, the best first; what is too long makes the cell wider."""
    style = ctx.style(box.lead_style).in_colour(ctx.theme.surfaces["strip"].text)
    text = ctx.scope.fill(_cells(ctx, box)[0].value)

    def at(factor: float) -> Block:
        return set_line(ctx, text, style.at(max(style.size * factor, ctx.theme.least_pt)), "sets")

    usual = box.lead_width - 2 * _LEAST_PAD
    value = next((value for value in map(at, _LEAD_SIZES) if value.width <= usual), None)
    if value:
        yield value
        return
    room = width * _LEAD_SHARE - 2 * _LEAST_PAD
    wider = [at(factor) for factor in _WIDER_SIZES]
    if wider[-1].width > room:
        raise ctx.too_wide("sets", wider[-1].width, room, text)
    yield from (value for value in wider if value.width <= room)


def _lead_label(ctx: Context, box: StripBox, cell: StripCell, area: Rect, value: Block) -> Block:
    """What is said of the sets: in their cell, in a wider one, or where texts may take more lines, on two."""
    style = ctx.style(box.label_style).in_colour(ctx.theme.surfaces["strip"].text)
    text = ctx.scope.fill(cell.label)
    width = max(box.lead_width, value.width + 2 * _LEAST_PAD)
    inner = width - min(_PAD, (width - value.width) / 2) - _LEAST_PAD
    widest = area.width * _LEAD_SHARE - _PAD - _LEAST_PAD
    try:
        return fit_lines(ctx, text, style, inner, "sets label")
    except Overflow:
        return fit_lines(ctx, text, style, max(inner, widest), "sets label")


def _lead(value: Block, label: Block, area: Rect, base: tuple[float, float]) -> Placed:
    pad = min(_PAD, (area.width - value.width) / 2, area.width - label.width - _LEAST_PAD)
    return _entry(value, label, Rect(area.x + pad, area.y, area.width - pad - _LEAST_PAD, area.height), base)


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
