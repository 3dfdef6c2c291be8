"""Places for a pencil: the log grid, set boxes, labelled fields and lines."""

from collections.abc import Iterator
from contextlib import suppress

from cardmaker.frame import Path, Placed, Role
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.handout import LogRow, SetTarget
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.engine import BoxKind, always, register, tagged
from cardmaker.layout.shapes import line, poly, rect, stroked, tray
from cardmaker.layout.type import fit_line
from cardmaker.theme.content import FieldBox, GridBox, LinesBox, SetsBox
from cardmaker.theme.theme import Style

_PAD = 0.95
"""From a cell's line to its text, mm: the hair line's width and a letter's side bearing look like 1 mm."""
_LEAST_PITCH = 6.0
"""From one line to write on to the next, mm: the narrowest ruled paper that is sold has about as much."""
_LEAST_BOX = 6.6
"""How wide a box for a set is at least, mm: two digits by a pencil, 2.5 mm each, and room around them."""
_LEAST_COLUMN = 8.0
"""How wide a set's column of the log is at least, mm: '10×40' in small handwriting."""
_LEAST_TARGET = 8.8
"""How wide a box is at least that says its set's own target, mm."""
_SPARE = (0.9, 0.7)
"""How boxes beyond the prescribed sets are broken, mm."""
_FOOT = 1.8
"""How far up the sides of open boxes go in the log."""


def _capital(ctx: Context, style: Style) -> float:
    return ctx.measurer.metrics(style.weight).cap_height * style.size * MM_PER_PT


def _cell_text(ctx: Context, text: str, style: Style, cell: Rect, field: str) -> list[Placed]:
    """A line in the middle of a cell's height."""
    if not text:
        return []
    block = fit_line(ctx, text, style, cell.width - _PAD - 0.3, field)
    size = block.lines[0][0].style
    base = cell.y + (cell.height + _capital(ctx, size)) / 2
    return [p._replace(y=base) for p in block.placed(Rect(cell.x + _PAD, cell.y, cell.width, cell.height))]


# Log grid --------------------------------------------------------------------------------------------


def _grid_height(_ctx: Context, box: GridBox, _width: float) -> float:
    return box.head_height + box.least_rows * box.row_height


def _grid_rows(box: GridBox, height: float) -> int:
    """As many sessions as the height allows."""
    return max(box.least_rows, min(box.rows, int((height - box.head_height + 1e-6) // box.row_height)))


def _grid_columns(box: GridBox, rows: tuple[LogRow, ...], width: float) -> tuple[int, int]:
    """How many columns for sets there are, and how many sets: more, where a pencil needs the room."""
    sets = max([box.columns, *(len(row.targets) for row in rows)])
    room = int((width - box.first_width + 1e-6) // _LEAST_COLUMN)
    return min(sets, max(room, box.columns)), sets


def _grid_draw(ctx: Context, box: GridBox, area: Rect) -> list[Placed]:
    """With a column for each set while their targets have room in them."""
    rows: tuple[LogRow, ...] = ctx.scope.raw(box.grid)
    most, sets = _grid_columns(box, rows, area.width)
    for columns in range(most, box.columns, -1):
        with suppress(Overflow):
            return _grid(ctx, box, area, rows, columns, sets)
    return _grid(ctx, box, area, rows, box.columns, sets)


def _grid(
    ctx: Context, box: GridBox, area: Rect, rows: tuple[LogRow, ...], columns: int, sets: int
) -> list[Placed]:
    if any(_runs_over(row, columns) for row in rows):
        rows, sets = tuple(part for row in rows for part in _wrapped(row, columns)), columns
    count = _grid_rows(box, area.height)
    pitch = (area.height - box.head_height) / count
    column = (area.width - box.first_width) / columns
    lefts = [area.x, *(area.x + box.first_width + i * column for i in range(columns))]
    widths = [box.first_width, *[column] * columns]
    body = Rect(area.x, area.y + box.head_height, area.width, pitch * count)
    table = [_grid_head(ctx, box, area, lefts, widths, sets)]
    for number in range(count):
        row = rows[number] if number < len(rows) else LogRow("", ())
        row = LogRow(row.date, ()) if box.blank else row
        top = body.y + number * pitch
        cells = [Rect(x, top, w, pitch) for x, w in zip(lefts, widths, strict=True)]
        table.append(_grid_row(ctx, box, row, cells))
    rules = tagged(Role.ARTIFACT, _grid_rules(ctx, count, body, lefts[1:]))
    return [rules, tagged(Role.TABLE, table)]


def _runs_over(row: LogRow, columns: int) -> bool:
    """Whether targets of their own stand in a session's sets beyond the last column."""
    return len(set(row.targets[columns - 1 :])) > 1


def _wrapped(row: LogRow, columns: int) -> Iterator[LogRow]:
    """A session as rows of so many sets; those after the first say in place of the date which sets they are."""
    starts = range(0, max(1, len(row.targets)), columns)
    for start in starts:
        end = min(start + columns, len(row.targets))
        which = f"{start + 1}–{end}" if end > start + 1 else str(end)
        yield LogRow(row.date if not start else which, row.targets[start:end], row.short[start:end])


def _grid_head(
    ctx: Context, box: GridBox, area: Rect, lefts: list[float], widths: list[float], sets: int
) -> Placed:
    """The columns' names; the last column takes all sets that have none of their own."""
    style = ctx.style(box.head_style)
    columns = len(widths) - 1
    numbers = [str(number) for number in range(1, columns + 1)]
    if sets > columns:
        numbers[-1] = f"{columns}–{sets}"
    numbers[0] = f"{ctx.scope.fill(box.first)} {numbers[0]}"
    names = [ctx.scope.fill(box.head), *numbers]
    cells = []
    for name, x, width in zip(names, lefts, widths, strict=True):
        block = fit_line(ctx, name, style, width - _PAD, "log")
        base = area.y + box.head_height - 1.1
        pad = _PAD if x > area.x else 0.0
        texts = [p._replace(y=base) for p in block.placed(Rect(x + pad, area.y, width, box.head_height))]
        cells.append(tagged(Role.TH, texts, scope="Column"))
    return tagged(Role.TR, cells)


def _grid_row(ctx: Context, box: GridBox, row: LogRow, cells: list[Rect]) -> Placed:
    date, *sets = cells
    style = ctx.style(box.style)
    first = _cell_text(ctx, row.date, ctx.style(box.date_style), date, "log date")
    try:
        entries = _targets(ctx, row.targets, style, sets)
    except Overflow:
        entries = _targets(ctx, row.short, style, sets)
    return tagged(Role.TR, [tagged(Role.TD, first), *(tagged(Role.TD, entry) for entry in entries)])


def _targets(ctx: Context, texts: tuple[str, ...], style: Style, cells: list[Rect]) -> list[list[Placed]]:
    filled = [*texts, *[""] * len(cells)][: len(cells)]
    return [
        _cell_text(ctx, text, style, cell, "log target") for text, cell in zip(filled, cells, strict=True)
    ]


def _grid_rules(ctx: Context, rows: int, body: Rect, inner: list[float]) -> list[Placed]:
    theme, pitch = ctx.theme, body.height / rows
    heavy = Path(line(body.width, 0), stroke=theme.colour("ink"), width=theme.strokes["tick"])
    across = stroked(theme, "line", "pencil", line(body.width, 0))
    items = [Placed(body.x, body.y + pitch * row, across) for row in range(1, rows + 1)]
    half = theme.strokes["line"] / 2
    if theme.boxes == "open":
        feet = " ".join(poly((0, pitch * row - _FOOT), (0, pitch * row)) for row in range(1, rows + 1))
        down = Path(feet, stroke=theme.colour("pencil"), width=theme.strokes["line"])
    else:
        down = stroked(theme, "line", "pencil", line(0, body.height))
    items += [Placed(x, body.y, down) for x in (body.x + half, *inner, body.right - half)]
    return [*items, Placed(body.x, body.y, heavy)]


register(GridBox, BoxKind(always, lambda c, b: 0.0, _grid_height, _grid_draw))


# Set boxes -------------------------------------------------------------------------------------------


def _sets_shape(ctx: Context, box: SetsBox, width: float) -> tuple[int, int]:
    """Columns that fit the width, and rows for all boxes."""
    wanted = max(box.columns, int(ctx.scope.raw(box.sets)))
    least = _LEAST_TARGET if _set_targets(ctx, box) else _LEAST_BOX
    columns = max(1, int((width + box.gap + 1e-6) // (least + box.gap)))
    columns = min(columns, wanted)
    rows = -(-wanted // columns)
    return -(-wanted // rows), rows


def _set_targets(ctx: Context, box: SetsBox) -> tuple[SetTarget, ...]:
    """What each set asks for, where they differ."""
    targets: tuple[SetTarget, ...] = ctx.scope.raw(box.targets) if box.targets else ()
    return targets


def _sets_width(box: SetsBox, columns: int, width: float) -> float:
    """A box as wide as asked for, or narrower so that all of a row find room."""
    return min(box.size[0], (width - (columns - 1) * box.gap) / columns)


def _sets_height(ctx: Context, box: SetsBox, width: float) -> float:
    _, rows = _sets_shape(ctx, box, width)
    return rows * box.size[1] + (rows - 1) * box.gap


def _sets_draw(ctx: Context, box: SetsBox, area: Rect) -> list[Placed]:
    sets = int(ctx.scope.raw(box.sets))
    columns, rows = _sets_shape(ctx, box, area.width)
    stroke = ctx.theme.strokes["set"]
    width, height = _sets_width(box, columns, area.width), box.size[1]
    shape = _outline(ctx, width - stroke, height - stroke)
    style = ctx.style(box.style)
    targets = _set_targets(ctx, box)
    items: list[Placed] = []
    said: list[Placed] = []
    for index in range(columns * rows):
        x = area.x + (index % columns) * (width + box.gap)
        y = area.y + (index // columns) * (height + box.gap)
        wanted = index < sets
        colour = "pencil" if wanted else "rule"
        edge = Path(shape, stroke=ctx.theme.colour(colour), width=stroke, dash=() if wanted else _SPARE)
        items.append(Placed(x + stroke / 2, y + stroke / 2, edge))
        if wanted:
            label = fit_line(ctx, str(index + 1), style, width, "set")
            base = y + (height - 1.2 if ctx.theme.boxes == "open" else 0.75 + _capital(ctx, style))
            items += [p._replace(y=base) for p in label.placed(Rect(x + 0.95, y, width, height))]
        if index < len(targets):
            said += _set_target(ctx, targets[index], style, Rect(x, y, width - 0.95, height))
    shown = items if ctx.bare else [tagged(Role.ARTIFACT, items)]
    return [*shown, tagged(Role.P, said)] if said else shown


def _set_target(ctx: Context, target: SetTarget, style: Style, area: Rect) -> list[Placed]:
    """A set's work in the corner across from its number, its load at the foot, or below in an open box."""
    style = style.in_colour("ink2")
    capital = _capital(ctx, style)
    top = area.y + 0.75 + capital
    low = top + style.leading * MM_PER_PT if ctx.theme.boxes == "open" else area.bottom - 1.1
    placed = []
    for text, base, width in ((target.work, top, area.width - 2.2), (target.aim, low, area.width - 0.6)):
        line_of = fit_line(ctx, text, style, width, "set target")
        placed += [p._replace(y=base) for p in line_of.placed(area, "right")]
    return placed


register(
    SetsBox,
    BoxKind(
        always,
        lambda c, b: b.columns * b.size[0] + (b.columns - 1) * b.gap,
        _sets_height,
        _sets_draw,
    ),
)


def _outline(ctx: Context, width: float, height: float) -> str:
    """A box to write in."""
    return tray(width, height) if ctx.theme.boxes == "open" else rect(width, height, ctx.theme.radii["box"])


# Fields and lines ------------------------------------------------------------------------------------


def _field_draw(ctx: Context, box: FieldBox, area: Rect) -> list[Placed]:
    stroke = ctx.theme.strokes["field"]
    edge = stroked(ctx.theme, "field", "pencil", _outline(ctx, area.width - stroke, area.height - stroke))
    items = [Placed(area.x + stroke / 2, area.y + stroke / 2, edge)]
    text = ctx.scope.fill(box.field)
    if text:
        label = fit_line(ctx, text, ctx.style(box.style), area.width - 1.6, "field")
        base = area.bottom - 1.15
        room = Rect(area.x, area.y, area.width - 1.0, area.height)
        items += [p._replace(y=base) for p in label.placed(room, "right")]
    return items if ctx.bare else [tagged(Role.ARTIFACT, items)]


register(
    FieldBox,
    BoxKind(always, lambda c, b: 20.0, lambda c, b, w: 6.0, _field_draw, plain=True),
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
        lines = [Placed(area.x, area.y + box.lines * i, shape) for i in range(1, count + 1)]
    else:
        pitch = box.lines if box.count else min(area.height / count, box.lines * 1.1)
        lines = [Placed(area.x, area.bottom - pitch * i, shape) for i in reversed(range(count))]
    return lines if ctx.bare else [tagged(Role.ARTIFACT, lines)]


register(
    LinesBox,
    BoxKind(always, lambda c, b: 0.0, lambda c, b, w: b.lines * max(0, b.count - 1), _lines_draw, plain=True),
)
