"""Plates with words on them: numbers of cards and exercises, and the index tabs at the edges."""

from collections.abc import Iterator
from contextlib import suppress

from cardmaker.frame import Path, Placed, Role
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.engine import BoxKind, least_height, register, tagged
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import line, surface
from cardmaker.layout.type import Block, fit_line, set_line
from cardmaker.layout.writing import capital
from cardmaker.theme.content import ChipBox, TabBox
from cardmaker.theme.theme import Style

_LEAST_AIR = 0.3
"""Left and right of a number on its plate, mm: three figures of 6 pt have room on one of 4.2."""

_MOST_GAP = 0.62
"""Between a number and the note below it, in heights of a capital: on a high plate they stay together."""

# Chip ------------------------------------------------------------------------------------------------


def _chip_draw(ctx: Context, box: ChipBox, area: Rect) -> list[Placed]:
    plate = surface(ctx.theme, box.surface, area, ctx.theme.radii["chip"])
    ink = ctx.theme.surfaces[box.surface].text
    inner = area.width - 2 * _LEAST_AIR
    number = ctx.scope.fill(box.chip)
    style = ctx.style(box.style).in_colour(ink)
    head = fit_line(ctx, number, style, inner, box.called)
    low = _chip_note(ctx, box, ink, inner)
    capital = ctx.measurer.metrics(style.weight).cap_height * head.lines[0][0].style.size * MM_PER_PT
    if low is None:
        base = area.y + (area.height + capital) / 2
        texts = _at(head.placed(area, "center"), base)
    else:
        small = ctx.measurer.metrics("medium").x_height * low.lines[0][0].style.size * MM_PER_PT
        gap = min((area.height - capital - small) / 3.1, capital * _MOST_GAP)
        base = area.y + (area.height - capital - small - gap) / 2.1 + capital
        texts = [
            *_at(head.placed(area, "center"), base),
            *_at(low.placed(area, "center"), base + gap + small),
        ]
    return [*plate, *texts] if ctx.bare or box.role else [*plate, tagged(Role.P, texts)]


def _chip_note(ctx: Context, box: ChipBox, ink: str, width: float) -> Block | None:
    """What is said below the number, where there is room for it."""
    note = ctx.scope.fill(box.note) if box.note else ""
    if note:
        with suppress(Overflow):
            return fit_line(ctx, note, ctx.style(box.note_style).in_colour(ink), width, "note")
    return None


def _at(placed: list[Placed], base: float) -> list[Placed]:
    return [one._replace(y=base) for one in placed]


def _chip_width(ctx: Context, box: ChipBox) -> float:
    return set_line(ctx, ctx.scope.fill(box.chip), ctx.style(box.style), "chip").width + 2.0


def _chip_height(ctx: Context, box: ChipBox, _width: float) -> float:
    return capitals(ctx, box.style) + (capitals(ctx, box.note_style) if box.note else 0.0)


def _chip_baseline(ctx: Context, box: ChipBox, width: float) -> float:
    """That of its number, which is in the middle of the plate."""
    return (least_height(ctx, box, width) + capitals(ctx, box.style)) / 2


register(
    ChipBox,
    BoxKind(
        lambda c, b: present(c.scope.fill(b.chip)),
        _chip_width,
        _chip_height,
        _chip_draw,
        _chip_baseline,
    ),
)


def capitals(ctx: Context, name: str) -> float:
    """The height of a style's capitals, in mm."""
    style = ctx.style(name)
    return ctx.measurer.metrics(style.weight).cap_height * style.size * MM_PER_PT


# Tab -------------------------------------------------------------------------------------------------

_ASIDE = 2.0
"""How near words on a tab's rule come to the tab, mm."""
_ABOVE_RULE = 0.5
"""How far above the rule an index of numbers ends, mm."""


def _tab_draw(ctx: Context, box: TabBox, area: Rect) -> list[Placed]:
    slots, slot = max(1, int(ctx.scope.raw(box.slots))), int(ctx.scope.raw(box.slot))
    pitch = box.slot_width or area.width / slots
    pitch = min(pitch, area.width / slots)
    style = ctx.style(box.style)
    text = ctx.scope.fill(box.tab)
    natural = set_line(ctx, text, style, "tab").width + 2.4
    width = min(max(pitch, natural), area.width)
    left = min(area.x + pitch * slot + (pitch - width) / 2, area.right - width)
    plate = Rect(max(area.x, left), area.y, width, area.height)
    stroke = ctx.theme.strokes[box.stroke]
    ink = ctx.theme.surfaces["tab"].text
    rule = Path(line(area.width, 0), stroke=ctx.theme.colour("tab-rule"), width=stroke)
    items = [Placed(area.x, area.bottom - stroke / 2, rule), *surface(ctx.theme, "tab", plate)]
    label = fit_line(ctx, text, style.in_colour(ink), width - 1.0, "tab")
    lowest = area.bottom - stroke - _ABOVE_RULE if box.others else area.bottom
    items += _within(ctx, label.placed(plate, "center"), plate, style.weight, lowest)
    others = _other_tabs(ctx, box, area, slots, pitch, plate, lowest) if box.others else []
    aside = _tab_aside(ctx, box, area, plate)
    if ctx.bare:
        return [*items, *aside]
    spoken = [tagged(Role.P, aside)] if aside else []
    return [tagged(Role.ARTIFACT, others), tagged(Role.P, items), *spoken]


def _tab_aside(ctx: Context, box: TabBox, area: Rect, plate: Rect) -> list[Placed]:
    """Words at the end of the rule, or at its beginning where the tab is at its end."""
    ways = [box.aside, *[box.aside_short] * bool(box.aside_short)]
    for way in ways:
        try:
            if text := ctx.scope.fill(way):
                return _aside(ctx, box, area, plate, text)
        except Overflow:
            if way == ways[-1] and not box.aside_yields:
                raise
    return []


def _aside(ctx: Context, box: TabBox, area: Rect, plate: Rect, text: str) -> list[Placed]:
    left, right = plate.x - area.x - _ASIDE, area.right - plate.right - _ASIDE
    style = ctx.style(box.aside_style or box.style)
    at_end = right >= set_line(ctx, text, style, "tab").width or right >= left
    room = max(left, right)
    if box.aside_yields:
        room = min(room, _everywhere(ctx, box, area))
    block = fit_line(ctx, text, style, room, "tab")
    above = min(1.1, area.height - capital(ctx, block.lines[0][0].style))
    return [one._replace(y=area.bottom - above) for one in block.placed(area, "right" if at_end else "left")]


def _everywhere(ctx: Context, box: TabBox, area: Rect) -> float:
    """How much room a rule has for words wherever its tab is, so that all cards of a deck have them, or none."""
    slots = max(1, int(ctx.scope.raw(box.slots)))
    pitch = min(box.slot_width or area.width / slots, area.width / slots)
    lefts = [pitch * slot for slot in range(slots)]
    return min(max(left, area.width - left - pitch) for left in lefts) - _ASIDE


def _within(ctx: Context, texts: list[Placed], plate: Rect, weight: str, lowest: float) -> list[Placed]:
    """Words at the middle of their plate, or higher where the rule is heavy."""
    size = max((p.item.size_pt for p in texts), default=0.0)  # type: ignore[union-attr]
    capital = ctx.measurer.metrics(weight).cap_height * size * MM_PER_PT
    return _at(texts, min(plate.y + (plate.height + capital) / 2, lowest))


def _other_tabs(
    ctx: Context, box: TabBox, area: Rect, slots: int, pitch: float, plate: Rect, lowest: float
) -> list[Placed]:
    """The numbers of the other places, where there is room for them: on each page the same but for its own."""
    style = ctx.style(f"{box.style}-other")
    key = "tabs", area, slots, pitch, lowest, style, ctx.theme.colour(style.colour)
    numbers: list[tuple[Rect, list[Placed]]] = ctx.shared.words.once(
        key, lambda: list(_numbers(ctx, style, area, slots, pitch, lowest))
    )
    return [one for middle, items in numbers if not middle.overlaps(plate) for one in items]


def _numbers(
    ctx: Context, style: Style, area: Rect, slots: int, pitch: float, lowest: float
) -> Iterator[tuple[Rect, list[Placed]]]:
    """The numbers of all places that have room for theirs, and how much of it these take."""
    for slot in range(slots):
        cell = Rect(area.x + pitch * slot, area.y, pitch, area.height)
        label = set_line(ctx, str(slot + 1), style, "tab")
        middle = Rect(cell.x + (pitch - label.width) / 2, cell.y, label.width, cell.height)
        if label.width <= pitch:
            yield middle, _within(ctx, label.placed(cell, "center"), cell, style.weight, lowest)


register(
    TabBox,
    BoxKind(
        lambda c, b: present(c.scope.fill(b.tab)),
        lambda c, b: 0.0,
        lambda c, b, w: capitals(c, b.style),
        _tab_draw,
    ),
)
