"""Places for a pencil: set boxes, labelled fields and lines."""

from cardmaker.frame import Path, Placed, Role
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.handout import SetTarget
from cardmaker.layout.context import Context
from cardmaker.layout.engine import BoxKind, always, register, tagged
from cardmaker.layout.shapes import line, rect, stroked
from cardmaker.layout.type import fit_line
from cardmaker.theme.content import FieldBox, LinesBox, SetsBox
from cardmaker.theme.theme import Style

PAD = 0.95
"""From a cell's line to its text, mm: the hair line's width and a letter's side bearing look like 1 mm."""
_LEAST_PITCH = 6.0
"""From one line to write on to the next, mm: the narrowest ruled paper that is sold has about as much."""
_LEAST_TARGET = 8.8
"""How wide a box is at least that says its set's own target, mm."""
_HANDWRITING = 4.0
"""What a pencil needs below a target, mm."""
_SPARE = (0.9, 0.7)
"""How boxes beyond the prescribed sets are broken, mm."""
_INSET = 0.24
"""From a box's edge to the number in its corner, in ems."""
_FOOT = 0.32
"""From the foot of a field to its label, in ems: what goes below the line is clear of the box in large type, too."""
_FIELD = 6.0
"""How high a field is that doesn't say it, mm: a line of small handwriting."""


def capital(ctx: Context, style: Style) -> float:
    """How high a style's capitals are, in mm."""
    return ctx.measurer.metrics(style.weight).cap_height * style.size * MM_PER_PT


# Set boxes -------------------------------------------------------------------------------------------


def _sets_shape(ctx: Context, box: SetsBox, width: float) -> tuple[int, int]:
    """Columns in which a pencil has room, and rows for all boxes; both even, so that lines are about equally long."""
    own = int(ctx.scope.raw(box.sets))
    wanted = max(box.columns, int(ctx.scope.raw(box.across)) if box.across else own)
    least = _LEAST_TARGET if _set_targets(ctx, box) else float(box.least)
    most = max(1, int((width + box.gap + 1e-6) // (least + box.gap)))
    columns = -(-wanted // -(-wanted // most))
    if box.across:
        columns = max(columns, min(box.columns, most))
    return columns, -(-max(own, 1) // columns) if box.across else -(-wanted // columns)


def _set_targets(ctx: Context, box: SetsBox) -> tuple[SetTarget, ...]:
    """What each set asks for, where they differ."""
    targets: tuple[SetTarget, ...] = ctx.scope.raw(box.targets) if box.targets else ()
    return targets


def _sets_natural(ctx: Context, box: SetsBox) -> float:
    """All boxes next to each other."""
    columns = max(box.columns, int(ctx.scope.raw(box.sets)))
    return columns * box.size[0] + (columns - 1) * box.gap


def _sets_width(box: SetsBox, columns: int, width: float) -> float:
    """A box as wide as asked for, or narrower so that all of a row find room."""
    if box.across:
        return (width - (columns - 1) * box.gap) / columns
    return min(box.size[0], (width - (columns - 1) * box.gap) / columns)


def _sets_height(ctx: Context, box: SetsBox, width: float) -> float:
    _, rows = _sets_shape(ctx, box, width)
    high = max(box.size[1], ctx.least_of(box)) if _set_targets(ctx, box) else box.size[1]
    return rows * high + (rows - 1) * box.gap


def _sets_draw(ctx: Context, box: SetsBox, area: Rect) -> list[Placed]:
    sets = int(ctx.scope.raw(box.sets))
    columns, rows = _sets_shape(ctx, box, area.width)
    stroke = ctx.theme.strokes["set"]
    width, height = _sets_width(box, columns, area.width), box.size[1]
    targets = _set_targets(ctx, box)
    if targets:  # boxes that say their sets' own are as high as there is room
        height = max(height, (area.height - (rows - 1) * box.gap) / rows)
    shape = _outline(ctx, width - stroke, height - stroke)
    style = ctx.style(box.style)
    items: list[Placed] = []
    said: list[Placed] = []
    for index in range(columns * rows):
        x = area.x + (index % columns) * (width + box.gap)
        y = area.y + (index // columns) * (height + box.gap)
        wanted = index < sets
        open_ = wanted or not sets  # nothing is prescribed: all of them are to be used
        edge = Path(
            shape,
            stroke=ctx.theme.colour("pencil"),
            width=stroke if open_ else min(stroke, ctx.theme.strokes["hair"]),
            dash=() if open_ else _SPARE,
        )
        items.append(Placed(x + stroke / 2, y + stroke / 2, edge))
        if wanted:
            label = fit_line(ctx, str(index + 1), style, width, "set")
            inset = max(0.75, style.size * MM_PER_PT * _INSET)
            base = y + inset + capital(ctx, style)
            items += [p._replace(y=base) for p in label.placed(Rect(x + inset + 0.2, y, width, height))]
        if index < len(targets):
            said += _set_target(ctx, targets[index], style, Rect(x, y, width - 0.95, height))
    shown = items if ctx.bare else [tagged(Role.ARTIFACT, items)]
    return [*shown, tagged(Role.P, said)] if said else shown


def _set_target(ctx: Context, target: SetTarget, style: Style, area: Rect) -> list[Placed]:
    """A set's work in the corner across from its number, its load below if a pencil has room left, else at the foot."""
    style = style.in_colour("ink2")
    high = capital(ctx, style)
    top = area.y + 0.75 + high
    below = top + style.leading * MM_PER_PT
    low = below if area.bottom - below > _HANDWRITING else area.bottom - 1.1
    placed = []
    for text, base, width in ((target.work, top, area.width - 2.2), (target.aim, low, area.width - 0.6)):
        line_of = fit_line(ctx, text, style, width, "set target")
        placed += [p._replace(y=base) for p in line_of.placed(area, "right")]
    return placed


register(
    SetsBox,
    BoxKind(
        always,
        _sets_natural,
        _sets_height,
        _sets_draw,
    ),
)


def _outline(ctx: Context, width: float, height: float) -> str:
    """A box to write in."""
    return rect(width, height, ctx.theme.radii["box"])


# Fields and lines ------------------------------------------------------------------------------------


def _field_height(_ctx: Context, box: FieldBox, _width: float) -> float:
    return float(box.height) if isinstance(box.height, int | float) else _FIELD


def _field_draw(ctx: Context, box: FieldBox, area: Rect) -> list[Placed]:
    stroke = ctx.theme.strokes["field"]
    edge = stroked(ctx.theme, "field", "pencil", _outline(ctx, area.width - stroke, area.height - stroke))
    items = [Placed(area.x + stroke / 2, area.y + stroke / 2, edge)]
    text = ctx.scope.fill(box.field)
    if text:
        style = ctx.style(box.style)
        middle = box.align == "center"
        label = fit_line(ctx, text, style, area.width - (0.6 if middle else 1.6), "field")
        foot = max(1.15, style.size * MM_PER_PT * _FOOT)
        base = area.y + (area.height + capital(ctx, style)) / 2 if middle else area.bottom - foot
        room = area if middle else Rect(area.x, area.y, area.width - 1.0, area.height)
        items += [p._replace(y=base) for p in label.placed(room, "center" if middle else "right")]
    if words := ctx.scope.fill(box.asked):
        style = ctx.style(box.asked_style or box.style)
        asked = fit_line(ctx, words, style, area.width - 1.6, "field")
        top = Rect(area.x + PAD, area.y, area.width - PAD, area.height)
        said = [p._replace(y=area.y + 0.9 + capital(ctx, style)) for p in asked.placed(top)]
        return [*(items if ctx.bare else [tagged(Role.ARTIFACT, items)]), tagged(Role.P, said)]
    return items if ctx.bare else [tagged(Role.ARTIFACT, items)]


register(
    FieldBox,
    BoxKind(always, lambda c, b: 20.0, _field_height, _field_draw, plain=True),
)


def _lines_count(box: LinesBox, height: float) -> int:
    if box.count:
        return box.count
    if box.clear is not None:
        return max(0, int((height - box.clear + 1e-6) // box.lines))
    return max(0, int((height + 0.35) // max(box.lines, _LEAST_PITCH)))


def _lines_draw(ctx: Context, box: LinesBox, area: Rect) -> list[Placed]:
    """Lines a pitch apart, the last on the foot of the box; as many as fit share out its height.

    Those that keep clear of the foot are counted from the head.
    """
    count = _lines_count(box, area.height)
    if not count:
        return []
    shape = stroked(ctx.theme, "line", box.colour, line(area.width, 0))
    if box.clear is not None and not box.count:
        head = area.bottom - box.clear - box.lines * count if box.foot else area.y
        lines = [Placed(area.x, head + box.lines * i, shape) for i in range(1, count + 1)]
    else:
        pitch = box.lines if box.count else min(area.height / count, box.lines * 1.1)
        lines = [Placed(area.x, area.bottom - pitch * i, shape) for i in reversed(range(count))]
    return lines if ctx.bare else [tagged(Role.ARTIFACT, lines)]


register(
    LinesBox,
    BoxKind(always, lambda c, b: 0.0, lambda c, b, w: b.lines * max(0, b.count - 1), _lines_draw, plain=True),
)
