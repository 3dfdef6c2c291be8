"""Load, effort and rest in places of their own in a strip: a value over its label, or a dash where there is none."""

from collections.abc import Iterator

from cardmaker.frame import Frame, Path, Placed, Role
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.layout.context import Context
from cardmaker.layout.engine import tagged
from cardmaker.layout.shapes import line
from cardmaker.layout.stripgrid import SlotNeed, StripGrid, slot_air
from cardmaker.layout.type import Block, fit_line, set_line, sizes_of
from cardmaker.theme.content import StripBox, StripCell
from cardmaker.theme.theme import Style

NBSP = "\u00a0"
_DASH = 3.0
_SMALLER = 0.72
"""Of a value on two lines, next to its usual size: 9 pt on A7."""
_LEAST_PT, _LINE = 6.0, 1.12
_UNDER_RULE = 0.35
"""From the strip's upper rule to capitals of two lines, mm: as far as two lines of small type are from each other."""


def has_dash(frame: Frame) -> bool:
    """Whether a strip has a place without a value."""
    dash = line(_DASH, 0)
    return any(isinstance(placed.item, Path) and placed.item.data == dash for placed in frame.walk())


def capital_of(ctx: Context, style: Style) -> float:
    """The height of a style's capitals, mm."""
    return ctx.measurer.metrics(style.weight).cap_height * style.size * MM_PER_PT


def on_others(ctx: Context, style: Style, usual: str = "") -> Style:
    """A style as it reads on the surface of the cells after the leading one."""
    ink = ctx.theme.surfaces["strip-others"].text
    return style.in_colour(usual if ink == "ink" else ink)


def slot_needs(ctx: Context, box: StripBox) -> Iterator[SlotNeed]:
    """How much room what is in each place needs."""
    style, label_style = ctx.style(box.style), ctx.style(box.label_style)
    for cell in box.strip[1:]:
        label = set_line(ctx, ctx.scope.fill(cell.label), label_style, cell.label).width
        small = label * min(label_style.min / label_style.size, 1.0)
        if text := ctx.scope.fill(cell.value):
            ways = [*_ways(ctx, cell, text, style)]
            usual = _width(ctx, cell, style, *ways[_in_words(text)])
            yield SlotNeed(
                usual, label, small, max(small, min(_width(ctx, cell, style, *way) for way in ways[-2:]))
            )
        else:
            yield SlotNeed(0.0, label, small, max(small, _DASH))


def _width(ctx: Context, cell: StripCell, style: Style, size: float, texts: list[str]) -> float:
    return max(set_line(ctx, one, style.at(size), cell.label).width for one in texts)


def draw_slots(
    ctx: Context, box: StripBox, grid: StripGrid, area: Rect, base: tuple[float, float]
) -> list[Placed]:
    """Values in the places of a grid, from the left of an area; *base* are the baselines of values and labels."""
    style = on_others(ctx, ctx.style(box.style))
    style = style.at(max(style.size * grid.values, style.min))
    label_style = on_others(ctx, ctx.style(box.label_style), "ink2")
    items: list[Placed] = []
    x = area.x
    for cell, width in zip(box.strip[1:], grid.slots, strict=True):
        if not width:
            continue
        place = Rect(x, area.y, width - slot_air(cell.width), area.height)
        label = fit_line(ctx, ctx.scope.fill(cell.label), label_style, place.width, cell.label)
        if text := ctx.scope.fill(cell.value):
            items.append(_valued(ctx, cell, text, style, label, place, base))
        else:
            dash = Path(line(_DASH, 0), stroke=ctx.theme.colour("rule"), width=ctx.theme.strokes["field"])
            below = [one._replace(y=base[1]) for one in label.placed(place)]
            middle = base[0] - capital_of(ctx, style) / 2
            items.append(tagged(Role.ARTIFACT, [Placed(x, middle, dash), *below]))
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
    """A value over its label: figures on one line, smaller if they are too long; words and what is longer on two."""
    low = [placed._replace(y=base[1]) for placed in label.placed(place)]
    for size, texts in _ways(ctx, cell, text, style):
        lines = [set_line(ctx, one, style.at(size), cell.label) for one in texts]
        if max(one.width for one in lines) <= place.width + 1e-6:
            return tagged(Role.P, [*_stacked(ctx, lines, style.at(size), place, base, label), *low])
    raise ctx.too_wide("load and rest", max(one.width for one in lines), place.width, text)


def _ways(ctx: Context, cell: StripCell, text: str, style: Style) -> Iterator[tuple[float, list[str]]]:
    """The lines that a value may be set in and their size, the best first: words on two lines before they shrink."""
    small = max(style.size * _SMALLER, ctx.theme.least_pt, _LEAST_PT)
    halves = _halves(ctx, text, style, cell.label)
    yield style.size, [text]
    if _in_words(text):
        yield small, halves
    yield from ((size, [text]) for size in [*sizes_of(style)][1:])
    yield small, halves


def _in_words(text: str) -> bool:
    """Whether a value is no number: 'light band'."""
    return not any(sign.isdecimal() for sign in text)


def _stacked(
    ctx: Context, lines: list[Block], style: Style, place: Rect, base: tuple[float, float], label: Block
) -> Iterator[Placed]:
    """One line on its baseline; two in the middle between the strip's rule and the label."""
    if len(lines) == 1:
        yield from (placed._replace(y=base[0]) for placed in lines[0].placed(place))
        return
    step, capital = style.size * _LINE * MM_PER_PT, capital_of(ctx, style)
    top, foot = place.y + ctx.theme.strokes["strip"], base[1] - capital_of(ctx, label.lines[0][0].style)
    first = top + max(_UNDER_RULE, (foot - top - step - capital) / 2) + capital
    for number, one in enumerate(lines):
        yield from (placed._replace(y=first + step * number) for placed in one.placed(place))


def _halves(ctx: Context, text: str, style: Style, field: str) -> list[str]:
    """Text on two lines, parted where both come out about equally long; a unit may leave its number for it."""
    spots = [at for at, sign in enumerate(text) if sign in f" {NBSP}–" and 0 < at < len(text) - 1]
    parted = [(text[: at + 1].rstrip(f" {NBSP}"), text[at + 1 :]) for at in spots]
    if not parted:
        return [text]
    return [*min(parted, key=lambda two: max(set_line(ctx, one, style, field).width for one in two))]
