"""The log on a card's back: a row for each session, with its date, its load, its sets and how hard they were."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from cardmaker.frame import Path, Placed, Role
from cardmaker.geometry import Rect
from cardmaker.handout import LogRow
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.engine import BoxKind, always, register, tagged
from cardmaker.layout.shapes import line, poly, stroked
from cardmaker.layout.type import fit_line
from cardmaker.layout.writing import PAD, capital
from cardmaker.namedtuple import NamedTuple
from cardmaker.theme.content import GridBox
from cardmaker.theme.theme import Style

_LEAST_COLUMN = 8.0
"""How wide a set's column is at least, mm: '10×40' in small handwriting."""
_LEAST_AMID = 7.0
"""How wide it is at least between columns for the load and the effort, mm: repetitions alone, '8 | 8'."""
_FOOT = 1.4
"""How far up the sides of open boxes go."""


class _Columns(NamedTuple):
    """How wide the columns are, in mm: the date, the load, each of *shown* sets, the effort; 0 for what isn't there.

    *sets* are more than *shown* where the last column takes several. *bare* says that like sets may do without targets.
    """

    date: float
    load: float
    each: float
    effort: float
    shown: int
    sets: int
    bare: bool

    @property
    def widths(self) -> list[float]:
        """Of all that are there, from the left."""
        return [
            self.date,
            *[self.load] * bool(self.load),
            *[self.each] * self.shown,
            *[self.effort] * bool(self.effort),
        ]

    def lefts(self, x: float) -> list[float]:
        """Where each begins, the first at *x*."""
        lefts = [x]
        for width in self.widths[:-1]:
            lefts.append(lefts[-1] + width)
        return lefts


def _log_height(_ctx: Context, box: GridBox, _width: float) -> float:
    return box.head_height + box.least_rows * box.row_height


def _log_rows(box: GridBox, height: float) -> int:
    """As many sessions as the height allows."""
    return max(box.least_rows, min(box.rows, int((height - box.head_height + 1e-6) // box.row_height)))


def _log_draw(ctx: Context, box: GridBox, area: Rect) -> list[Placed]:
    """With a column for each set while their targets have room in them."""
    rows: tuple[LogRow, ...] = ctx.scope.raw(box.grid)
    tried = list(_column_sets(box, rows, area.width))
    for columns in tried[:-1]:
        with suppress(Overflow):
            return _log(ctx, box, area, rows, columns)
    return _log(ctx, box, area, rows, tried[-1])


def _column_sets(box: GridBox, rows: tuple[LogRow, ...], width: float) -> Iterator[_Columns]:
    """What columns there may be, the best first: those for load and effort go before a set's target does."""
    apart = any(row.apart for row in rows)
    sets = max([box.columns, *(len(row.targets) for row in rows)])
    amid = [] if apart else [(box.load_width, box.effort_width), (box.load_width, 0.0)]
    for load, effort in dict.fromkeys((*amid, (0.0, 0.0))):
        room = width - box.first_width - load - effort
        least = _LEAST_AMID if load else _LEAST_COLUMN
        for count in range(max(box.columns, min(sets, int((room + 1e-6) // least))), box.columns - 1, -1):
            yield _Columns(
                box.first_width, load, room / count, effort, count, sets, bool(load) and count == box.columns
            )


def _log(ctx: Context, box: GridBox, area: Rect, rows: tuple[LogRow, ...], columns: _Columns) -> list[Placed]:
    if any(_runs_over(row, columns.shown) for row in rows):
        rows = tuple(part for row in rows for part in _wrapped(row, columns.shown))
        columns = columns._replace(sets=columns.shown)
    count = _log_rows(box, area.height)
    pitch = (area.height - box.head_height) / count
    body = Rect(area.x, area.y + box.head_height, area.width, pitch * count)
    last = _last_time(ctx, box, rows, count)
    rows = (*[LogRow(last, ())] * bool(last), *rows)
    lefts = columns.lefts(area.x)
    table = [_log_head(ctx, box, area, columns)]
    for number in range(count):
        row = rows[number] if number < len(rows) else LogRow("", ())
        row = LogRow(row.date, ()) if box.blank else row
        top = body.y + number * pitch
        cells = [Rect(x, top, w, pitch) for x, w in zip(lefts, columns.widths, strict=True)]
        table.append(_log_row(ctx, box, row, cells, columns))
    rules = tagged(Role.ARTIFACT, _rules(ctx, count, body, lefts[1:], after_first=bool(last)))
    return [rules, tagged(Role.TABLE, table)]


def _last_time(ctx: Context, box: GridBox, rows: tuple[LogRow, ...], count: int) -> str:
    """What the first row is for, '' if the sessions that have dates need it, or its words have no room."""
    last = ctx.scope.fill(box.last) if box.last else ""
    if not last or sum(bool(row.date) for row in rows) >= count:
        return ""
    with suppress(Overflow):
        fit_line(ctx, last, ctx.style(box.date_style), box.first_width - PAD - 0.3, "log date")
        return last
    return ""


def _runs_over(row: LogRow, columns: int) -> bool:
    """Whether targets of their own stand in a session's sets beyond the last column."""
    return len(set(row.targets[columns - 1 :])) > 1


def _wrapped(row: LogRow, columns: int) -> Iterator[LogRow]:
    """A session as rows of a number of sets each; rows after the first name their sets in place of the date."""
    starts = range(0, max(1, len(row.targets)), columns)
    for start in starts:
        end = min(start + columns, len(row.targets))
        which = f"{start + 1}–{end}" if end > start + 1 else str(end)
        part = replace(row, targets=row.targets[start:end], short=row.short[start:end])
        yield replace(part, date=which) if start else part


def _log_head(ctx: Context, box: GridBox, area: Rect, columns: _Columns) -> Placed:
    """The columns' names; the last one of the sets takes all that have none of their own."""
    style = ctx.style(box.head_style)
    numbers = [str(number) for number in range(1, columns.shown + 1)]
    if columns.sets > columns.shown:
        numbers[-1] = f"{columns.shown}–{columns.sets}"
    before = [ctx.scope.fill(box.head), *[ctx.scope.fill(box.load)] * bool(columns.load)]
    after = [ctx.scope.fill(box.effort)] * bool(columns.effort)
    first = f"{ctx.scope.fill(box.first)} {numbers[0]}"
    sides = ctx.scope.fill(box.sides) if box.sides else ""
    with suppress(Overflow):
        if sides:
            sided = f"{numbers[0]} {sides}"
            fit_line(ctx, sided, style, columns.each - PAD, "log")
            first = sided
    names = [*before, first, *numbers[1:], *after]
    cells = []
    for name, x, width in zip(names, columns.lefts(area.x), columns.widths, strict=True):
        texts: list[Placed] = []
        if name:
            block = fit_line(ctx, name, style, width - PAD, "log")
            base = area.y + box.head_height - 1.1
            pad = PAD if x > area.x else 0.0
            texts = [p._replace(y=base) for p in block.placed(Rect(x + pad, area.y, width, box.head_height))]
        cells.append(tagged(Role.TH, texts, scope="Column"))
    return tagged(Role.TR, cells)


def _log_row(ctx: Context, box: GridBox, row: LogRow, cells: list[Rect], columns: _Columns) -> Placed:
    date, *others = cells
    style = ctx.style(box.style)
    load, effort = bool(columns.load), bool(columns.effort)
    sets = others[load : len(others) - effort]
    said = [_cell_text(ctx, row.date, ctx.style(box.date_style), date, "log date")]
    if load:
        said.append(_cell_text(ctx, row.load, style, others[0], "log load", "center"))
    said += _targets(ctx, row, style, sets, bare=columns.bare)
    said += [[]] * effort
    return tagged(Role.TR, [tagged(Role.TD, entry) for entry in said])


def _targets(ctx: Context, row: LogRow, style: Style, cells: list[Rect], *, bare: bool) -> list[list[Placed]]:
    """In full, or in short; sets that are alike are left to the target line where neither has room."""
    with suppress(Overflow):
        return _in_cells(ctx, row.targets, style, cells)
    with suppress(Overflow):
        return _in_cells(ctx, row.short, style, cells)
    return _in_cells(ctx, () if bare and len(set(row.short)) == 1 else row.short, style, cells)


def _in_cells(ctx: Context, texts: tuple[str, ...], style: Style, cells: list[Rect]) -> list[list[Placed]]:
    filled = [*texts, *[""] * len(cells)][: len(cells)]
    return [
        _cell_text(ctx, text, style, cell, "log target", "center")
        for text, cell in zip(filled, cells, strict=True)
    ]


def _cell_text(
    ctx: Context, text: str, style: Style, cell: Rect, field: str, align: str = "left"
) -> list[Placed]:
    """A line in the middle of a cell's height."""
    if not text:
        return []
    block = fit_line(ctx, text, style, cell.width - (PAD if align == "left" else 0.9) - 0.3, field)
    size = block.lines[0][0].style
    base = cell.y + (cell.height + capital(ctx, size)) / 2
    area = Rect(cell.x + PAD, cell.y, cell.width, cell.height) if align == "left" else cell
    return [p._replace(y=base) for p in block.placed(area, align)]


def _rules(ctx: Context, rows: int, body: Rect, inner: list[float], *, after_first: bool) -> list[Placed]:
    theme, pitch = ctx.theme, body.height / rows
    heavy = Path(line(body.width, 0), stroke=theme.colour("ink"), width=theme.strokes["tick"])
    across = stroked(theme, "line", "pencil", line(body.width, 0))
    items = [Placed(body.x, body.y + pitch * row, across) for row in range(1, rows + 1)]
    if after_first:
        firm = "row" if theme.boxes == "open" else "tick"  # whole among dotted lines is firm enough
        items.append(Placed(body.x, body.y + pitch, stroked(theme, firm, "pencil", line(body.width, 0))))
    half = theme.strokes["line"] / 2
    if theme.boxes == "open":
        feet = " ".join(poly((0, pitch * row - _FOOT), (0, pitch * row)) for row in range(1, rows + 1))
        down = Path(feet, stroke=theme.colour("pencil"), width=theme.strokes["line"])
    else:
        down = stroked(theme, "line", "pencil", line(0, body.height))
    items += [Placed(x, body.y, down) for x in (body.x + half, *inner, body.right - half)]
    return [*items, Placed(body.x, body.y, heavy)]


register(GridBox, BoxKind(always, lambda c, b: 0.0, _log_height, _log_draw))
