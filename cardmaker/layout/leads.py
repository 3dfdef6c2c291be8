"""The leading cell of a prescription strip: sets and repetitions, what they are counted in, and the side."""

from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache

from cardmaker.geometry import Rect
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.scope import present
from cardmaker.layout.slots import capital_of, slot_needs
from cardmaker.layout.stripgrid import FIGURE_SIZES, LEAST_PAD, PAD, StripGrid, StripNeed, strip_grid
from cardmaker.layout.type import Block, fit_line, fit_lines, set_line
from cardmaker.namedtuple import NamedTuple
from cardmaker.record import replace
from cardmaker.theme.content import StripBox, StripCell
from cardmaker.theme.options import BoxOptions
from cardmaker.theme.theme import Style

NBSP = "\u00a0"

_LEAST_AIR = 0.45
"""Above, between and below the lines of a cell whose label takes two, mm."""
# Two figures of the same strip may differ in size: six characters go to 0.9, more to 0.7, or 0.6 in a wider cell.
_SIZES = (1.0, 0.9, 0.8, 0.7)
_WIDER_SIZES = (0.7, 0.6)
_SHARE = 0.55
_FIXED_SIZES = (*FIGURE_SIZES, *(percent / 100 for percent in range(70, 44, -2)))
"""Of figures in a cell that keeps its width."""
_LEAST_BESIDE = 0.5
"""Of figures with the side behind them; if they had to be smaller, the side is below."""
_ALONE = 0.58
"""Of figures that are longer than those of others, with the side behind them: the cell is wide enough for these."""
_AT_THE_END = 1.4
"""Of a label's usual size, on the line of the figures: between theirs and that of labels below."""
_SIDE_SHARE, _UNIT_SHARE = 0.6, 0.7
"""Of the size of the number that a side or a unit follows: the most of the one, the other."""


class Lead(NamedTuple):
    """What the leading cell says: its value, and the side where that has no room behind it."""

    value: Block
    side: str = ""


def is_fixed(box: StripBox) -> bool:
    """Whether cells have places of their own, the same on all cards."""
    return any(cell.width for cell in box.strip)


def strip_need(ctx: Context, body: BoxOptions) -> StripNeed | None:
    """How wide the values in the strip of a side are; None if there is no strip whose cells have places."""
    box = fixed_strip(body)
    if box is None:
        return None
    return _need(ctx, box)


def _need(ctx: Context, box: StripBox) -> StripNeed:
    """Widths grow with the size of type, so each part is measured once."""
    text, side = _said(ctx, box)
    if not text:
        return StripNeed((0.0,) * len(FIGURE_SIZES), tuple(slot_needs(ctx, box)))
    alone = _valued(ctx, box, text, side, _ALONE).width
    parts = _parts(ctx, box, text, side)
    each = [set_line(ctx, said, style.at(1.0), "sets").width for said, style in parts]
    leads = tuple(
        sum(width * pt for width, pt in zip(each, _sizes_pt(ctx, box, size), strict=True))
        for size in FIGURE_SIZES
    )
    return StripNeed(leads, tuple(slot_needs(ctx, box)), alone, label_at_the_end(ctx, box).width)


def grid_of(ctx: Context, box: StripBox, width: float) -> StripGrid:
    """The grid of the deck, or the card's own if it is laid out alone."""
    return ctx.settings.strip or strip_grid(box, [_need(ctx, box)], width)


@lru_cache(maxsize=64)
def fixed_strip(body: BoxOptions) -> StripBox | None:
    """The strip in a side whose cells have places of their own: the same one for each card."""
    return next((box for box in body.inner() if isinstance(box, StripBox) and is_fixed(box)), None)


def _said(ctx: Context, box: StripBox) -> tuple[str, str]:
    """Sets and repetitions, and the side, each '' if there is none."""
    if is_fixed(box):
        return ctx.scope.fill(box.strip[0].value), ctx.scope.fill(box.side) if box.side else ""
    cells = [cell for cell in box.strip if present(ctx.scope.fill(cell.value))]
    return ctx.scope.fill(cells[0].value) if cells else "", ctx.scope.fill(box.side) if box.side else ""


def leads(ctx: Context, box: StripBox, width: float, grid: StripGrid | None) -> Iterator[Lead]:
    """Sets and repetitions for the leading cell, the best first; Overflow if none fits.

    The side is behind them if it has room there, else below. Without a grid what is too long makes the cell wider.
    """
    text, side = _said(ctx, box)
    if grid:
        yield from _in_grid(ctx, box, text, side, grid)
        return
    usual, most = box.lead_width - 2 * LEAST_PAD, width * _SHARE - 2 * LEAST_PAD
    for behind, below in ((side, ""), ("", side))[: 2 if side else 1]:
        value = next(
            (one for size in _SIZES if (one := _valued(ctx, box, text, behind, size)).width <= usual), None
        )
        if value:
            yield Lead(value, below)
            return
        wider = [_valued(ctx, box, text, behind, size) for size in _WIDER_SIZES]
        if fitted := [value for value in wider if value.width <= most]:
            yield from (Lead(value, below) for value in fitted)
            return
    raise ctx.too_wide("sets", _valued(ctx, box, text, "", _WIDER_SIZES[-1]).width, most, text)


def _in_grid(ctx: Context, box: StripBox, text: str, side: str, grid: StripGrid) -> Iterator[Lead]:
    """In a cell that keeps its width, in the size of the deck if they fit in it."""
    if not text:  # only a rest, say
        yield Lead(Block((), 0.0, 0.0))
        return
    room = grid.lead - 2 * LEAST_PAD + 1e-6
    sizes = [size for size in _FIXED_SIZES if size <= grid.figures + 1e-6]
    beside = [size for size in sizes if not side or size >= _LEAST_BESIDE]
    ways = [*((size, side, "") for size in beside), *((size, "", side) for size in sizes if side)]
    fits = False
    for size, behind, below in ways:
        value = _valued(ctx, box, text, behind, size)
        if value.width <= room:
            fits = True
            yield Lead(value, below)
    if not fits:
        least = _valued(ctx, box, text, "", _FIXED_SIZES[-1])
        raise ctx.too_wide("sets", least.width, room, text)


def _valued(ctx: Context, box: StripBox, text: str, side: str, factor: float) -> Block:
    """Sets and repetitions at a share of their usual size; behind them, smaller, their unit and the side."""
    sizes = _sizes_pt(ctx, box, factor)
    number, *behind = [
        set_line(ctx, said, style.at(size), "sets")
        for (said, style), size in zip(_parts(ctx, box, text, side), sizes, strict=True)
        if said
    ]
    return replace(number, lines=(tuple(bit for one in (number, *behind) for bit in one.lines[0]),))


def _parts(ctx: Context, box: StripBox, text: str, side: str) -> tuple[tuple[str, Style], ...]:
    """The number, its unit and the side, each '' where there is none, in their styles."""
    number, unit = parted(text) if is_fixed(box) else (text, "")
    style = ctx.style(box.lead_style).in_colour(ctx.theme.surfaces["strip"].text)
    own = ctx.style("strip-side").in_colour(style.colour)
    behind = ((f"{NBSP}{said}" if said else "", own) for said in (unit, side))
    return (number, style), *behind


def _sizes_pt(ctx: Context, box: StripBox, factor: float) -> tuple[float, float, float]:
    """The sizes of the number, of its unit and of the side at a share of the usual ones."""
    own, least = ctx.style("strip-side"), ctx.theme.least_pt
    number = max(ctx.style(box.lead_style).size * factor, least)
    floor = max(least, own.min)
    return number, max(floor, number * _UNIT_SHARE), max(floor, min(own.size, number * _SIDE_SHARE))


def parted(text: str) -> tuple[str, str]:
    """'3 × 30–45 s' → '3 × 30–45', 's'; a text that doesn't end in a number and a unit has none."""
    number, _, unit = text.rpartition(NBSP)
    return (number, unit) if unit.isalpha() and number[-1:].isdecimal() else (text, "")


def lead_base(ctx: Context, box: StripBox, area: Rect, lines: Block, size: float) -> tuple[float, float]:
    """The baselines of values and last lines of labels: the air above, between and below is shared out.

    *size* is that of the deck's figures, next to their usual one.
    """
    lead, label = ctx.style(box.lead_style), ctx.style(box.label_style)
    capital = capital_of(ctx, lead) * size
    small = capital_of(ctx, label)
    more = lines.height - lines.leading
    air = (area.height - capital - small - more) / 3
    if more and air < _LEAST_AIR:
        needed = area.height + 3 * (_LEAST_AIR - air)
        raise ctx.overflow("sets label", needed, area.height, ctx.scope.fill(box.strip[0].label))
    top = area.y + air * 0.9 + capital
    return top, area.bottom - air * 1.0


def label_at_the_end(ctx: Context, box: StripBox) -> Block:
    """What is said of the sets, as large as it may be on the line of their figures."""
    style = ctx.style(box.label_style).in_colour(ctx.theme.surfaces["strip"].text)
    return set_line(ctx, ctx.scope.fill(box.strip[0].label), style.at(style.size * _AT_THE_END), "sets label")


def lead_label(
    ctx: Context, box: StripBox, cell: StripCell, area: Rect, said: Lead, grid: StripGrid | None
) -> Block:
    """What is said of the sets: in their cell, in short, in a wider one, or where texts may take more lines, on two."""
    style = ctx.style(box.label_style).in_colour(ctx.theme.surfaces["strip"].text)
    texts = [f"{ctx.scope.fill(cell.label)} {said.side}".strip()]
    if cell.short:
        texts.append(" · ".join(filter(None, [said.side, ctx.scope.fill(cell.short)])))
    width = grid.lead if grid else max(box.lead_width, said.value.width + 2 * LEAST_PAD)
    inner = width - min(PAD, (width - said.value.width) / 2) - LEAST_PAD
    for text in texts:
        with suppress(Overflow):
            return fit_line(ctx, text, style, inner, "sets label")
    with suppress(Overflow):
        lines = fit_lines(ctx, texts[-1], style, inner, "sets label")
        lead_base(ctx, box, area, lines, grid.figures if grid else 1.0)
        return lines
    if grid:  # a strip too low for two lines: the side matters more than the label
        return fit_lines(ctx, said.side or texts[-1], style, inner, "sets label")
    return fit_lines(ctx, texts[0], style, max(inner, area.width * _SHARE - PAD - LEAST_PAD), "sets label")
