"""The prescription strip: sets and repetitions on a surface, then load, rest and tempo, each with its label."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from cardmaker.frame import Path, Placed, Role
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.engine import BoxKind, register, tagged
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import line, surface
from cardmaker.layout.type import Block, fit_line, fit_lines, set_line, sizes_of
from cardmaker.theme.content import StripBox, StripCell
from cardmaker.theme.theme import Style

NBSP = "\u00a0"

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
_FIXED_SIZES = (1.0, 0.9, 0.8, 0.72, 0.64, 0.58, 0.52, 0.46)
"""Of a figure in a cell that keeps its width."""
_DASH = 3.0
_SLOT_AIR, _AIR_SHARE, _PAD_SHARE = 1.3, 0.1, 0.045
"""Between a value and the next place: so many mm, or that share of the place on small cards."""
_WIDEST = 1.25
"""How much wider than on the card that they were chosen for places may be."""
_SMALLEST = 0.64
"""Of a value on two lines, next to its usual size."""


class _Lead(NamedTuple):
    """What the leading cell says: its value, and the side where that has no room behind it."""

    value: Block
    side: str = ""


def _cells(ctx: Context, box: StripBox) -> list[StripCell]:
    return [cell for cell in box.strip if present(ctx.scope.fill(cell.value))]


def _is_fixed(box: StripBox) -> bool:
    """Whether cells have places of their own, the same on all cards."""
    return any(cell.width for cell in box.strip)


def _slots(ctx: Context, box: StripBox) -> list[StripCell]:
    """The cells that are drawn: those with a place of their own even where they have no value."""
    return [cell for cell in box.strip if cell.width or present(ctx.scope.fill(cell.value))]


def _draw(ctx: Context, box: StripBox, area: Rect) -> list[Placed]:
    """With sets and repetitions as large as the other cells leave room for."""
    fault = None
    for lead in _leads(ctx, box, area.width):
        try:
            return _strip(ctx, box, area, lead)
        except Overflow as overflow:
            fault = overflow
    assert fault is not None
    raise fault


def _strip(ctx: Context, box: StripBox, area: Rect, said: _Lead) -> list[Placed]:
    lead, *others = _slots(ctx, box)
    value, label = said.value, _lead_label(ctx, box, lead, area, said)
    stroke = ctx.theme.strokes["strip"]
    rule = Path(line(area.width, 0), stroke=ctx.theme.colour("strip-rule"), width=stroke)
    items = [Placed(area.x, area.y + stroke / 2, rule), Placed(area.x, area.bottom - stroke / 2, rule)]
    width = max(box.lead_width, value.width + 2 * _LEAST_PAD, label.width + _PAD + _LEAST_PAD)
    width = box.lead_width if _is_fixed(box) else width
    lead_rect = Rect(area.x, area.y, width, area.height)
    rest = Rect(lead_rect.right, area.y, area.width - lead_rect.width, area.height)
    items += surface(ctx.theme, "strip-others", rest)
    items += surface(ctx.theme, "strip", lead_rect)
    base = _lead_base(ctx, box, area, label)
    items.append(_lead(value, label, lead_rect, base))
    if others:
        air = ctx.theme.surfaces["strip-others"].padding[0]
        room = Rect(rest.x, rest.y, rest.width - air, rest.height)
        items += (
            _fixed(ctx, box, others, room, base) if _is_fixed(box) else _others(ctx, box, others, room, base)
        )
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


def _leads(ctx: Context, box: StripBox, width: float) -> Iterator[_Lead]:
    """Sets and repetitions for the leading cell, the best first.

    What is too long for a cell that may be wider makes it so; then the side goes below.
    """
    style = ctx.style(box.lead_style).in_colour(ctx.theme.surfaces["strip"].text)
    text, side = ctx.scope.fill(_cells(ctx, box)[0].value), ctx.scope.fill(box.side) if box.side else ""
    usual, most = box.lead_width - 2 * _LEAST_PAD, width * _LEAD_SHARE - 2 * _LEAST_PAD

    def at(factor: float, behind: str) -> Block:
        return _with_side(ctx, text, behind, style.at(max(style.size * factor, ctx.theme.least_pt)))

    for behind, below in ((side, ""), ("", side))[: 2 if side else 1]:
        sizes = _FIXED_SIZES if _is_fixed(box) else _LEAD_SIZES
        value = next((one for one in (at(size, behind) for size in sizes) if one.width <= usual), None)
        if value:
            yield _Lead(value, below)
            return
        wider = [] if _is_fixed(box) else [at(size, behind) for size in _WIDER_SIZES]
        if fitting := [value for value in wider if value.width <= most]:
            yield from (_Lead(value, below) for value in fitting)
            return
    least = at((_FIXED_SIZES if _is_fixed(box) else _WIDER_SIZES)[-1], "")
    raise ctx.too_wide("sets", least.width, usual if _is_fixed(box) else most, text)


def _with_side(ctx: Context, text: str, side: str, style: Style) -> Block:
    """Sets and repetitions, and smaller behind them the side."""
    value = set_line(ctx, text, style, "sets")
    if not side:
        return value
    own = ctx.style("strip-side").in_colour(style.colour)
    small = own.at(max(ctx.theme.least_pt, own.min or 0.0, min(own.size, style.size * _MOST_SIDE)))
    behind = set_line(ctx, f"{NBSP}{side}", small, "side")
    return replace(value, lines=((*value.lines[0], *behind.lines[0]),))


_MOST_SIDE = 0.6
"""Of the size of the number that a side follows."""


def _fixed(
    ctx: Context, box: StripBox, cells: list[StripCell], area: Rect, base: tuple[float, float]
) -> list[Placed]:
    """Values in places of their own; a dash where there is none."""
    style = _on_others(ctx, ctx.style(box.style))
    label_style = _on_others(ctx, ctx.style(box.label_style), "ink2")
    items: list[Placed] = []
    pad = min(_PAD, area.width * _PAD_SHARE)
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
            items.append(tagged(Role.ARTIFACT, [Placed(x, base[0] - _capital(ctx, style) / 2, dash), *below]))
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
    top = [
        placed._replace(y=base[0] - step * (len(lines) - 1 - index))
        for index, one in enumerate(lines)
        for placed in one.placed(place)
    ]
    return tagged(Role.P, [*top, *low])


_LEAST_PT, _LINE = 6.0, 1.12


def _halves(ctx: Context, text: str, style: Style, field: str) -> list[str]:
    """Text on two lines, parted where both come out about equally long; a unit may leave its number for it."""
    spots = [at for at, sign in enumerate(text) if sign in f" {NBSP}–" and 0 < at < len(text) - 1]
    parted = [(text[: at + 1].rstrip(f" {NBSP}"), text[at + 1 :]) for at in spots]
    if not parted:
        return [text]
    return [*min(parted, key=lambda two: max(set_line(ctx, one, style, field).width for one in two))]


def _capital(ctx: Context, style: Style) -> float:
    return ctx.measurer.metrics(style.weight).cap_height * style.size * MM_PER_PT


def _lead_label(ctx: Context, box: StripBox, cell: StripCell, area: Rect, said: _Lead) -> Block:
    """What is said of the sets: in their cell, in short, in a wider one, or where texts may take more lines, on two."""
    style = ctx.style(box.label_style).in_colour(ctx.theme.surfaces["strip"].text)
    texts = [f"{ctx.scope.fill(one)} {said.side}".strip() for one in (cell.label, cell.short) if one]
    width = box.lead_width if _is_fixed(box) else max(box.lead_width, said.value.width + 2 * _LEAST_PAD)
    inner = width - min(_PAD, (width - said.value.width) / 2) - _LEAST_PAD
    for text in texts:
        with suppress(Overflow):
            return fit_line(ctx, text, style, inner, "sets label")
    with suppress(Overflow):
        lines = fit_lines(ctx, texts[-1], style, inner, "sets label")
        _lead_base(ctx, box, area, lines)
        return lines
    if _is_fixed(box):  # a strip too low for two lines: the side matters more than the label
        return fit_lines(ctx, said.side or texts[-1], style, inner, "sets label")
    return fit_lines(
        ctx, texts[0], style, max(inner, area.width * _LEAD_SHARE - _PAD - _LEAST_PAD), "sets label"
    )


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
