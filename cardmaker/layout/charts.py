"""Days, phases and weeks as bars: length or height is distance, darker is harder."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cardmaker.frame import Path, Placed, Role, Text
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.handout import Stretch, WeekBar
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.engine import BoxKind, register, tagged
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import filled, line, surface
from cardmaker.layout.type import Block, fit_line, line_width, set_line, sizes_of
from cardmaker.theme.chartboxes import BandBox, BarsBox, ColumnBox
from cardmaker.theme.colour import contrast
from cardmaker.theme.theme import Style

_SEAM = 0.35
_NUMBERS_APART, _LABELS_APART = 0.8, 0.6
"""Between the numbers of two bars, and between those below them, which are in order, mm."""
_VISIBLE = 0.05
"""What is narrower isn't drawn, mm."""
_BAND_END = 1.0
"""How far a word stays away from the ends of its band, mm."""
_ESTIMATED = "≈"
_CLEAR = 0.4
"""Between a number and bars next to it, mm."""
_WIDEST_KM = "88.8"
"""As wide as the label of a lying bar is: what is wider is set smaller where its bar leaves no room."""
_LABEL_GAP = 1.0
"""Between a day's bar and its label, mm."""
_LEAST_WIDTH = 0.7
"""How much of its width a bar keeps at least next to a wide label, which is set smaller then."""
_BAR_SHARE = 0.55
"""How much of its box's width a standing bar takes at most, so that there is room for its label."""


# One day's column ------------------------------------------------------------------------------------


def _column_draw(ctx: Context, box: ColumnBox, area: Rect) -> list[Placed]:
    return _lying_bar(ctx, box, area) if box.lying else _standing_bar(ctx, box, area)


def _lying_bar(ctx: Context, box: ColumnBox, area: Rect) -> list[Placed]:
    style = ctx.style(box.style)
    label_room = max(set_line(ctx, _WIDEST_KM, style, "km").width, _widest(ctx, box)) + _LABEL_GAP
    length = _share_of_scale(ctx, box) * (area.width - label_room)
    bar = Rect(area.x, area.bottom - box.bar_width, length, box.bar_width)
    label = fit_line(ctx, ctx.scope.fill(box.label), style, area.width - length - _LABEL_GAP, "km")
    capital = ctx.measurer.metrics(style.weight).cap_height * label.lines[0][0].style.size * MM_PER_PT
    base = area.bottom - (box.bar_width - capital) / 2
    return _labelled(ctx, _parts(ctx, box, bar), [p._replace(y=base) for p in label.placed(_beside(bar))])


def _standing_bar(ctx: Context, box: ColumnBox, area: Rect) -> list[Placed]:
    height = area.height * _share_of_scale(ctx, box)
    width = min(box.bar_width, area.width * _BAR_SHARE)
    width = max(min(width, area.width - _LABEL_GAP - _widest(ctx, box)), width * _LEAST_WIDTH)
    bar = Rect(area.x, area.bottom - height, width, height)
    label = fit_line(
        ctx, ctx.scope.fill(box.label), ctx.style(box.style), area.width - bar.width - _LABEL_GAP, "km"
    )
    text = [p._replace(y=area.bottom - 0.75) for p in label.placed(_beside(bar))]
    return _labelled(ctx, _parts(ctx, box, bar), text)


def _widest(ctx: Context, box: ColumnBox) -> float:
    """How wide the widest label of the page is."""
    widest = ctx.scope.fill(box.widest)
    return set_line(ctx, widest, ctx.style(box.style), "km").width if widest else 0.0


def _share_of_scale(ctx: Context, box: ColumnBox) -> float:
    km = sum(run.km for run in ctx.scope.raw(box.column))
    return float(min(1.0, km / float(ctx.scope.raw(box.scale))))


def _parts(ctx: Context, box: ColumnBox, bar: Rect) -> list[Placed]:
    """A day's runs along its bar: from left to right, or from the foot up."""
    runs: tuple[Stretch, ...] = ctx.scope.raw(box.column)
    total = sum(run.km for run in runs)
    items: list[Placed] = []
    done = 0.0
    for run in runs:
        before, share = done / total, run.km / total
        seam = _SEAM if done else 0.0
        if box.lying:
            part = Rect(bar.x + before * bar.width + seam, bar.y, share * bar.width - seam, bar.height)
        else:
            top = bar.bottom - (before + share) * bar.height
            part = Rect(bar.x, top, bar.width, share * bar.height - seam)
        if min(part.width, part.height) > _VISIBLE:
            items += surface(ctx.theme, run.effort, part)
        done += run.km
    return items


def _beside(bar: Rect) -> Rect:
    return Rect(bar.right + _LABEL_GAP, 0, 20, 5)


def _labelled(ctx: Context, bar: list[Placed], label: list[Placed]) -> list[Placed]:
    return [*bar, *label] if ctx.bare else [tagged(Role.ARTIFACT, bar), tagged(Role.P, label)]


register(
    ColumnBox,
    BoxKind(
        lambda c, b: present(c.scope.raw(b.column)),
        lambda c, b: 0.0,
        lambda c, b, w: b.bar_width if b.lying else 5.0,
        _column_draw,
    ),
)


# A phase of several weeks -----------------------------------------------------------------------------


def _band_draw(ctx: Context, box: BandBox, area: Rect) -> list[Placed]:
    """The surface, and the word in its middle, in what reads best on it."""
    look = ctx.theme.surfaces[str(ctx.scope.raw(box.effort))]
    plain = look.but(hatch=None, dash=())  # type over hatching can't be read
    plate = filled(ctx.theme, plain, area)
    ground = ctx.theme.colour(look.fill or "paper")
    ink = max(("ink", "paper"), key=lambda token: contrast(ctx.theme.colour(token), ground))
    style = ctx.style(box.style).in_colour(ink)
    try:
        word = fit_line(ctx, ctx.scope.fill(box.band), style, area.height - 2 * _BAND_END, "band")
    except Overflow:
        return plate if ctx.bare else [tagged(Role.ARTIFACT, plate)]
    size = word.lines[0][0].style
    capital = ctx.measurer.metrics(size.weight).cap_height * size.size * MM_PER_PT
    x, y = area.x + (area.width + capital) / 2, area.y + (area.height + word.width) / 2
    letters = [
        Placed(x, y - (placed.x - area.x), replace(placed.item, rising=True))
        for placed in word.placed(area)
        if isinstance(placed.item, Text)
    ]
    items = [*plate, *letters]
    return items if ctx.bare else [tagged(Role.ARTIFACT, items)]


register(
    BandBox,
    BoxKind(lambda c, b: present(c.scope.fill(b.band)), lambda c, b: 0.0, lambda c, b, w: 0.0, _band_draw),
)


# Weeks -----------------------------------------------------------------------------------------------


def _bars_draw(ctx: Context, box: BarsBox, area: Rect) -> list[Placed]:
    bars: tuple[WeekBar, ...] = ctx.scope.raw(box.bars)
    value_style, label_style = ctx.style(box.style), ctx.style(box.label_style)
    head, foot = value_style.leading * MM_PER_PT, label_style.leading * MM_PER_PT + 0.4
    pitch = min(box.bar_width + box.gap, area.width / len(bars))
    width = pitch - min(box.gap, pitch * 0.2)
    most = max(bar.km for bar in bars) or 1.0
    room = area.height - head - foot
    ground = area.bottom - foot
    items: list[Placed] = []
    drawn = [
        Rect(area.x + index * pitch, ground - room * bar.km / most, width, room * bar.km / most)
        for index, bar in enumerate(bars)
    ]
    tops = _said(ctx, bars, _values(bars, value_style), _NUMBERS_APART, pitch)
    lows = _said(ctx, bars, _labels(bars, label_style), _LABELS_APART, pitch)
    for index, (bar, own) in enumerate(zip(bars, drawn, strict=True)):
        items += surface(ctx.theme, bar.state, own)
        cell = Rect(own.x - pitch, 0, width + 2 * pitch, head)
        if index in tops:
            over = _highest(drawn, own.x + width / 2, tops[index].width + 2 * _CLEAR)
            items += [p._replace(y=over - 0.9) for p in tops[index].placed(cell, "center")]
        if index in lows:
            items += [p._replace(y=area.bottom - 0.6) for p in lows[index].placed(cell, "center")]
    rule = Path(
        line(pitch * len(bars) - (pitch - width), 0),
        stroke=ctx.theme.colour("ink"),
        width=ctx.theme.strokes["hair"],
    )
    items.append(Placed(area.x, ground, rule))
    alt = ", ".join(f"{bar.label}: {bar.value}" for bar in bars)
    return items if ctx.bare else [tagged(Role.FIGURE, items, alt=alt)]


def _highest(bars: list[Rect], middle: float, width: float) -> float:
    """The head of the highest bar below a number: where numbers are left out it is over its neighbours, too."""
    return min(bar.y for bar in bars if bar.right > middle - width / 2 and bar.x < middle + width / 2)


_Try = tuple[Style, Sequence[str]]
"""The numbers of all bars, and the type they are set in."""


def _values(bars: Sequence[WeekBar], style: Style) -> Iterator[_Try]:
    """What may be said over bars, the best first: estimates marked as such, or none of them, and in smaller type."""
    yield style, [bar.value for bar in bars]
    bare = [bar.value.removeprefix(_ESTIMATED) for bar in bars]
    yield from ((style.at(size), bare) for size in sizes_of(style))


def _labels(bars: Sequence[WeekBar], style: Style) -> Iterator[_Try]:
    yield from ((style.at(size), [bar.label for bar in bars]) for size in sizes_of(style))


def _said(
    ctx: Context, bars: Sequence[WeekBar], tries: Iterable[_Try], apart: float, pitch: float
) -> dict[int, Block]:
    """The numbers of the bars that have one, by the first of the *tries* that has room at every bar, else at most."""
    now = next((index for index, bar in enumerate(bars) if bar.state == "now"), 0)
    best: _Try | None = None
    most = frozenset[int]()
    for style, texts in tries:
        widths = [
            line_width(ctx, text, own, "bars") + apart
            for text, own in zip(texts, _styles(bars, style), strict=True)
        ]
        written = _apart(now, widths, pitch)
        if len(written) > len(most):
            best, most = (style, texts), written
        if len(written) == len(bars):
            break
    if best is None:
        return {}
    styles = _styles(bars, best[0])
    return {index: set_line(ctx, best[1][index], styles[index], "bars") for index in sorted(most)}


def _styles(bars: Sequence[WeekBar], style: Style) -> list[Style]:
    """The style of each bar's number: that of this week's is bold."""
    bold = style.in_weight("bold")
    return [bold if bar.state == "now" else style for bar in bars]


def _apart(now: int, widths: Sequence[float], pitch: float) -> frozenset[int]:
    """The numbers that are written: this week's and every one, every second, third … from it, so that none touch."""
    for step in range(1, len(widths)):
        written = range(now % step, len(widths), step)
        if all((widths[one] + widths[other]) / 2 <= step * pitch for one, other in pairwise(written)):
            return frozenset(written)
    return frozenset([now])


register(
    BarsBox,
    BoxKind(lambda c, b: present(c.scope.raw(b.bars)), lambda c, b: 0.0, lambda c, b, w: 10.0, _bars_draw),
)
