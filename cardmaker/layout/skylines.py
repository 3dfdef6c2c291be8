"""All days of a block as one skyline: a bar a day, weeks numbered below, the race named above its bar."""

from collections.abc import Iterator, Sequence

from cardmaker.frame import Path, Placed, Role
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.handout import SkylineWeek
from cardmaker.layout.context import Context
from cardmaker.layout.engine import BoxKind, register, tagged
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import line, surface
from cardmaker.layout.type import set_line
from cardmaker.theme.chartboxes import SkylineBox
from cardmaker.theme.theme import Style

_TICK = 0.8
"""From the ground to the weeks' numbers, and from a bar to the word above it, mm."""
_APART = 0.6
"""The least between two numbers, mm."""
_DAY_SHARE, _DAY_MOST = 0.72, 5.0
"""How much of a day's width its bar takes, and the most that it takes, mm: few days are no thick slabs."""
_LEAST = 12.0


def _draw(ctx: Context, box: SkylineBox, area: Rect) -> list[Placed]:
    weeks: tuple[SkylineWeek, ...] = ctx.scope.raw(box.skyline)
    style = ctx.style(box.style)
    head = style.leading * MM_PER_PT
    races = list(_races(weeks))
    word = ctx.scope.fill(box.race) if races else ""
    ground = area.bottom - head - _TICK
    top = area.y + (head if word else 0.0)
    bars = _bars(weeks, Rect(area.x, top, area.width, ground - top))
    efforts = [day.effort for week in weeks for day in week.days]
    items: list[Placed] = []
    for bar, effort in zip(bars, efforts, strict=True):
        items += surface(ctx.theme, effort, bar) if bar.height > 0 else []
    items += _numbers(ctx, weeks, style, Rect(area.x, ground + _TICK, area.width, head))
    if word:
        items += _race(ctx, word, style.in_weight("bold"), bars, bars[races[-1]], area)
    foot = Path(
        line(area.width, 0), stroke=ctx.theme.colour("primary"), width=ctx.theme.strokes["index-sheet"]
    )
    items.append(Placed(area.x, ground, foot))
    alt = ", ".join(f"{week.label}: {week.said or f'{week.km:.0f} km'}" for week in weeks)
    return items if ctx.bare else [tagged(Role.FIGURE, items, alt=alt)]


def _bars(weeks: Sequence[SkylineWeek], room: Rect) -> list[Rect]:
    """The bar of each day, in the middle of its column; the longest is as high as there is room."""
    days = [day for week in weeks for day in week.days]
    pitch = room.width / len(days)
    width = min(pitch * _DAY_SHARE, _DAY_MOST)
    most = max(day.km for day in days) or 1.0
    heights = [room.height * day.km / most for day in days]
    return [
        Rect(room.x + (place + 0.5) * pitch - width / 2, room.bottom - height, width, height)
        for place, height in enumerate(heights)
    ]


def _numbers(ctx: Context, weeks: Sequence[SkylineWeek], style: Style, area: Rect) -> Iterator[Placed]:
    """The weeks' numbers below them; of many weeks every second or third, so that all are alike."""
    labels = [set_line(ctx, week.label, style, "skyline") for week in weeks]
    pitch = area.width / sum(len(week.days) for week in weeks)
    wholes = [len(week.days) * pitch for week in weeks]
    needed = max(label.width for label in labels) + _APART
    step = -(-needed // min(wholes))
    x = area.x
    for place, (label, whole) in enumerate(zip(labels, wholes, strict=True)):
        if place % step == 0 and label.width < area.width:
            yield from label.placed(Rect(x, area.y, whole, area.height), "center")
        x += whole


def _races(weeks: Sequence[SkylineWeek]) -> Iterator[int]:
    """Which days are races, counted from the first."""
    first = 0
    for week in weeks:
        if week.race is not None:
            yield first + week.race
        first += len(week.days)


def _race(
    ctx: Context, word: str, style: Style, bars: Sequence[Rect], race: Rect, area: Rect
) -> list[Placed]:
    """A word above the race's bar, and above those next to it that are higher."""
    set_ = set_line(ctx, word, style, "skyline")
    right = min(area.right, race.x + race.width / 2 + set_.width / 2)
    left = right - set_.width
    top = min(bar.y for bar in bars if bar.right > left and bar.x < right)
    return [item._replace(y=top - _TICK) for item in set_.placed(Rect(left, 0, set_.width, 5))]


register(
    SkylineBox,
    BoxKind(lambda c, b: present(c.scope.raw(b.skyline)), lambda c, b: 0.0, lambda c, b, w: _LEAST, _draw),
)
