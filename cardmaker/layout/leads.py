"""The leading cell of a prescription strip: sets and repetitions, what they are counted in, and the side."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache

from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.scope import present
from cardmaker.layout.type import Block, fit_line, fit_lines, set_line
from cardmaker.namedtuple import NamedTuple
from cardmaker.theme.content import StripBox, StripCell
from cardmaker.theme.options import BoxOptions
from cardmaker.theme.theme import Style

NBSP = "\u00a0"

PAD = 1.75
LEAST_PAD = 1.3
_LEAST_AIR = 0.45
"""Above, between and below the lines of a cell whose label takes two, mm."""
# Two figures of the same strip may differ in size: six characters go to 0.9, more to 0.7, or 0.6 in a wider cell.
_SIZES = (1.0, 0.9, 0.8, 0.7)
_WIDER_SIZES = (0.7, 0.6)
_SHARE = 0.55
_FIXED_SIZES = tuple(percent / 100 for percent in range(100, 44, -2))
"""Of a figure in a cell that keeps its width."""
_LEAST_SHARED = 0.72
"""The size that all cards of a deck have at least: one whose figures are longer still is smaller on its own."""
_MOST_SIDE = 0.6
"""Of the size of the number that a side or a unit follows."""


class Lead(NamedTuple):
    """What the leading cell says: its value, and the side where that has no room behind it."""

    value: Block
    side: str = ""


def is_fixed(box: StripBox) -> bool:
    """Whether cells have places of their own, the same on all cards."""
    return any(cell.width for cell in box.strip)


def shared_size(ctx: Context, body: BoxOptions) -> float:
    """How large sets and repetitions can be in the strips of a side, next to their usual size: 1 at most.

    All cards of a deck take the least of these.
    """
    found = [size for box in _fixed_strips(body) if (size := _size(ctx, box))]
    return max(_LEAST_SHARED, min(found, default=1.0))


@lru_cache(maxsize=64)
def _fixed_strips(body: BoxOptions) -> tuple[StripBox, ...]:
    """The strips in a side whose cells have places of their own: the same ones for each card."""
    return tuple(box for box in body.inner() if isinstance(box, StripBox) and is_fixed(box))


def _size(ctx: Context, box: StripBox) -> float:
    """The size at which a strip's figures fit, with their side, or if that is too small without it; 0 without any."""
    text, side = _said(ctx, box)
    if not text:
        return 0.0
    size = next((size for size, _ in _fixed(ctx, box, text, side)), 0.0)
    if size >= _LEAST_SHARED:
        return size
    return max(size, next((size for size, _ in _fixed(ctx, box, text, "")), 0.0))


def _said(ctx: Context, box: StripBox) -> tuple[str, str]:
    """Sets and repetitions, and the side, each '' if there is none."""
    cells = [cell for cell in box.strip if present(ctx.scope.fill(cell.value))]
    return ctx.scope.fill(cells[0].value) if cells else "", ctx.scope.fill(box.side) if box.side else ""


def leads(ctx: Context, box: StripBox, width: float) -> Iterator[Lead]:
    """Sets and repetitions for the leading cell, the best first; Overflow if none fits.

    The side is behind them if it fits there at the deck's size, else below. What is too long for a cell that may be
    wider makes it so.
    """
    text, side = _said(ctx, box)
    ways = ((side, ""), ("", side))[: 2 if side else 1]
    if is_fixed(box):
        fitting = [
            (size, Lead(value, below))
            for behind, below in ways
            for size, value in _fixed(ctx, box, text, behind)
        ]
        yield from (lead for _, lead in sorted(fitting, key=lambda one: -one[0]))
        if not fitting:
            least = _valued(ctx, box, text, "", _FIXED_SIZES[-1])
            raise ctx.too_wide("sets", least.width, box.lead_width - 2 * LEAST_PAD, text)
        return
    usual, most = box.lead_width - 2 * LEAST_PAD, width * _SHARE - 2 * LEAST_PAD
    for behind, below in ways:
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


def _fixed(ctx: Context, box: StripBox, text: str, behind: str) -> Iterator[tuple[float, Block]]:
    """The sizes at which figures fit a cell that keeps its width, no larger than the deck's."""
    for size in _FIXED_SIZES:
        if size <= ctx.settings.lead + 1e-6:
            value = _valued(ctx, box, text, behind, size)
            if value.width <= box.lead_width - 2 * LEAST_PAD:
                yield size, value


def _valued(ctx: Context, box: StripBox, text: str, side: str, factor: float) -> Block:
    """Sets and repetitions at a share of their usual size; smaller behind them their unit and the side."""
    style = ctx.style(box.lead_style).in_colour(ctx.theme.surfaces["strip"].text)
    style = style.at(max(style.size * factor, ctx.theme.least_pt))
    number, unit = parted(text) if is_fixed(box) else (text, "")
    value = set_line(ctx, number, style, "sets")
    small = f"{NBSP}{unit}" * bool(unit) + f"{NBSP}{side}" * bool(side)
    if not small:
        return value
    own = ctx.style("strip-side").in_colour(style.colour)
    size = max(ctx.theme.least_pt, own.min or 0.0, min(own.size, style.size * _MOST_SIDE))
    behind = set_line(ctx, small, own.at(size), "side")
    return replace(value, lines=((*value.lines[0], *behind.lines[0]),))


def parted(text: str) -> tuple[str, str]:
    """'3 × 30–45 s' → '3 × 30–45', 's'; a text that doesn't end in a number and a unit has none."""
    number, _, unit = text.rpartition(NBSP)
    return (number, unit) if unit.isalpha() and number[-1:].isdecimal() else (text, "")


def lead_base(ctx: Context, box: StripBox, area: Rect, lines: Block) -> tuple[float, float]:
    """The baselines of values and last lines of labels: the air above, between and below is shared out."""
    lead, label = ctx.style(box.lead_style), ctx.style(box.label_style)
    capital = capital_of(ctx, lead) * (ctx.settings.lead if is_fixed(box) else 1.0)
    small = capital_of(ctx, label)
    more = lines.height - lines.leading
    air = (area.height - capital - small - more) / 3
    if more and air < _LEAST_AIR:
        needed = area.height + 3 * (_LEAST_AIR - air)
        raise ctx.overflow("sets label", needed, area.height, ctx.scope.fill(box.strip[0].label))
    top = area.y + air * 0.9 + capital
    return top, area.bottom - air * 1.0


def capital_of(ctx: Context, style: Style) -> float:
    """The height of a style's capitals, mm."""
    return ctx.measurer.metrics(style.weight).cap_height * style.size * MM_PER_PT


def lead_label(ctx: Context, box: StripBox, cell: StripCell, area: Rect, said: Lead) -> Block:
    """What is said of the sets: in their cell, in short, in a wider one, or where texts may take more lines, on two."""
    style = ctx.style(box.label_style).in_colour(ctx.theme.surfaces["strip"].text)
    texts = [f"{ctx.scope.fill(one)} {said.side}".strip() for one in (cell.label, cell.short) if one]
    width = box.lead_width if is_fixed(box) else max(box.lead_width, said.value.width + 2 * LEAST_PAD)
    inner = width - min(PAD, (width - said.value.width) / 2) - LEAST_PAD
    for text in texts:
        with suppress(Overflow):
            return fit_line(ctx, text, style, inner, "sets label")
    with suppress(Overflow):
        lines = fit_lines(ctx, texts[-1], style, inner, "sets label")
        lead_base(ctx, box, area, lines)
        return lines
    if is_fixed(box):  # a strip too low for two lines: the side matters more than the label
        return fit_lines(ctx, said.side or texts[-1], style, inner, "sets label")
    return fit_lines(ctx, texts[0], style, max(inner, area.width * _SHARE - PAD - LEAST_PAD), "sets label")
