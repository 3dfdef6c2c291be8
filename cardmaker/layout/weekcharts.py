"""A plan's weeks as charts that line up one under the other: bars, and bands for what several weeks have in common."""

from cardmaker.frame import Path, Placed, Role
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.handout import Chart, ChartBar, ChartSpan, Stretch
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.engine import BoxKind, register, tagged
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import filled, line, surface
from cardmaker.layout.type import fit_line, set_line, sizes_of
from cardmaker.theme.chartboxes import ChartBox, SpansBox
from cardmaker.theme.colour import contrast
from cardmaker.theme.theme import Style

_SHARE = 0.66
"""How much of a week's column its bar takes."""
_SEAM = 0.35
"""Between the parts of a bar, and between bands, mm."""
_OVER, _UNDER = 0.9, 0.6
"""From a bar to the number above it, and from the ground to those below, mm."""
_APART = 0.8
"""The least between two numbers next to each other, mm."""
_BAND_INSET = 1.2
"""How far a word stays away from the ends of its band, mm."""
_LEAST = 10.0


def _pitch(area: Rect, weeks: int) -> float:
    """How wide a week's column is."""
    return area.width / weeks


def _draw(ctx: Context, box: ChartBox, area: Rect) -> list[Placed]:
    chart: Chart = ctx.scope.raw(box.chart)
    pitch = _pitch(area, len(chart.bars))
    style = _fitting(ctx, [bar.value for bar in chart.bars], ctx.style(box.style), pitch)
    label = _fitting(ctx, [bar.label for bar in chart.bars], ctx.style(box.label_style), pitch)
    ground = area.bottom - (label.leading * MM_PER_PT + _UNDER if box.labelled else 0.0)
    room = ground - area.y - style.leading * MM_PER_PT
    width = min(pitch * _SHARE, box.bars_most)
    step = _step(ctx, [bar.value for bar in chart.bars], style, pitch)
    items: list[Placed] = []
    for place, bar in enumerate(chart.bars):
        middle = area.x + (place + 0.5) * pitch
        height = room * bar.amount / chart.most
        items += _bar(ctx, bar.parts, Rect(middle - width / 2, ground - height, width, height))
        if bar.value and (place % step == 0 or bar.strong):
            items += _number(ctx, bar, bar.value, style, middle, ground - height - _OVER)
        if box.labelled and (place % step == 0 or bar.strong):
            items += _number(ctx, bar, bar.label, label, middle, area.bottom - _UNDER)
    foot = Path(
        line(pitch * len(chart.bars), 0), stroke=ctx.theme.colour("ink"), width=ctx.theme.strokes["hair"]
    )
    items.append(Placed(area.x, ground, foot))
    alt = ", ".join(f"{bar.label}: {bar.value}" for bar in chart.bars if bar.value)
    return items if ctx.bare else [tagged(Role.FIGURE, items, alt=alt)]


def _bar(ctx: Context, parts: tuple[Stretch, ...], area: Rect) -> list[Placed]:
    """The parts of a bar from the ground up; a seam is part of what lies below it."""
    whole, foot, items = sum(part.km for part in parts), area.bottom, []
    for part in parts:
        height = area.height * part.km / whole
        seam = min(_SEAM, height / 4) if part is not parts[-1] else 0.0
        if height > 0.05:
            items += surface(
                ctx.theme, part.effort, Rect(area.x, foot - height + seam, area.width, height - seam)
            )
        foot -= height
    return items


def _number(ctx: Context, bar: ChartBar, text: str, style: Style, middle: float, base: float) -> list[Placed]:
    own = style.in_weight("bold") if bar.strong else style
    set_ = set_line(ctx, text, own, "chart")
    cell = Rect(middle - set_.width / 2, 0, set_.width, 5)
    return [placed._replace(y=base) for placed in set_.placed(cell)]


def _fitting(ctx: Context, texts: list[str], style: Style, pitch: float) -> Style:
    """The style in the largest size that all texts fit their columns in, else in its smallest."""
    sizes = list(sizes_of(style))
    for size in sizes:
        if _widest(ctx, texts, style.at(size)) + _APART <= pitch:
            return style.at(size)
    return style.at(sizes[-1])


def _widest(ctx: Context, texts: list[str], style: Style) -> float:
    bold = style.in_weight("bold")
    return max((set_line(ctx, text, bold, "chart").width for text in texts if text), default=0.0)


def _step(ctx: Context, texts: list[str], style: Style, pitch: float) -> int:
    """Every how many columns there is room for a text."""
    step = 1
    while _widest(ctx, texts, style) + _APART > step * pitch and step < len(texts):
        step += 1
    return step


def _height(_ctx: Context, _box: ChartBox, _width: float) -> float:
    return _LEAST


register(ChartBox, BoxKind(lambda c, b: present(c.scope.raw(b.chart)), lambda c, b: 0.0, _height, _draw))


# What weeks have in common ----------------------------------------------------------------------------


def _spans_draw(ctx: Context, box: SpansBox, area: Rect) -> list[Placed]:
    spans: tuple[ChartSpan, ...] = ctx.scope.raw(box.spans)
    pitch = _pitch(area, sum(span.weeks for span in spans))
    x, items, words = area.x, [], []
    for span in spans:
        width = span.weeks * pitch
        look = ctx.theme.surfaces[span.effort].but(hatch=None, dash=())  # type over hatching can't be read
        band = Rect(x + _SEAM / 2, area.y, width - _SEAM, area.height)
        items += filled(ctx.theme, look, band)
        words += _word(ctx, box, span, band, ctx.theme.colour(look.fill or "paper"))
        x += width
    return [*items, *words] if ctx.bare else [tagged(Role.ARTIFACT, items), tagged(Role.P, words)]


def _word(ctx: Context, box: SpansBox, span: ChartSpan, band: Rect, ground: str) -> list[Placed]:
    """A band's name in its middle, in what reads best on it; none where it is too long for its few weeks."""
    ink, paper = ctx.theme.colour("ink"), ctx.theme.colour("paper")
    colour = "ink" if contrast(ink, ground) >= contrast(paper, ground) else "paper"
    style = ctx.style(box.style).in_colour(colour)
    try:
        word = fit_line(ctx, span.name, style, band.width - 2 * _BAND_INSET, "spans")
    except Overflow:
        return []
    size = word.lines[0][0].style
    capital = ctx.measurer.metrics(size.weight).cap_height * size.size * MM_PER_PT
    base = band.y + (band.height + capital) / 2
    return [placed._replace(y=base) for placed in word.placed(band, "center")]


register(
    SpansBox,
    BoxKind(lambda c, b: present(c.scope.raw(b.spans)), lambda c, b: 0.0, lambda c, b, w: 5.0, _spans_draw),
)
