"""The log on a card's back: a row for each session, with its date, its load, its sets and how hard they were."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from cardmaker.frame import Path, Placed, Role
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.handout import LogRow
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.engine import BoxKind, always, register, tagged
from cardmaker.layout.logrows import as_many, in_one, rows_within, run_over, wrapped
from cardmaker.layout.shapes import line, stroked
from cardmaker.layout.type import fit_line, line_width, set_line, sizes_of
from cardmaker.layout.writing import PAD, capital
from cardmaker.namedtuple import NamedTuple
from cardmaker.record import replace
from cardmaker.theme.content import GridBox
from cardmaker.theme.theme import Style

_LEAST_COLUMN = 8.0
"""How wide a set's column is at least, mm: '10×40' in small handwriting."""
_NARROWEST, _NARROWEST_ROOMY = 4.9, 7.0
"""Where there are more sets than columns of that width: two figures, as on squared paper; on cards with rows as high
as the other, and for two sides, that."""
_ABOVE_RULE, _CLEAR = 1.1, 0.45
"""From the baseline of heads to their rule, mm, and from descenders of large type."""
_TIMES = "×"
"""What stands for repetitions in the column of loads."""
_CORNER = 0.6
"""From a cell's edges to what is asked for in its corner, mm."""
_SIDES, _ASIDE = " | ", 0.8
"""Between what is asked for of two sides; such a target is farther from the next one, mm, so that they stay apart."""
_ABOVE = 0.26
"""Above it, next to how high its capitals are: in large type, as much as a firm rule and a gap."""


class _Columns(NamedTuple):
    """How wide the columns are, in mm: the date, the load, each of *shown* sets, the effort; 0 for what isn't there.

    *sets* are more than *shown* where the last column takes several. *bare* says that like sets may do without targets,
    *one_load* that the load is the same in all rows, *in_full* that targets have both of their sides.
    """

    date: float
    load: float
    each: float
    effort: float
    shown: int
    sets: int
    bare: bool
    one_load: bool
    in_full: bool = False

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


def _log_draw(ctx: Context, box: GridBox, area: Rect) -> list[Placed]:
    """With a column for each set while their targets have room in them."""
    rows: tuple[LogRow, ...] = ctx.scope.raw(box.grid)
    made = as_many(rows, rows_within(box, area.height))
    sided = bool(box.sides and ctx.scope.fill(box.sides))
    narrowest = _NARROWEST_ROOMY if sided or box.row_height >= _NARROWEST_ROOMY else _NARROWEST
    joined = any(row.listed for row in made)
    tried = list(_column_sets(box, made, area.width, narrowest, joined=joined))
    for columns in tried[:-1]:
        with suppress(Overflow):
            return _log(ctx, box, area, made, columns)
    return _log(ctx, box, area, made, tried[-1])


def _column_sets(
    box: GridBox, rows: tuple[LogRow, ...], width: float, narrowest: float, *, joined: bool
) -> Iterator[_Columns]:
    """What columns there may be, the best first: those for load and effort go before a set's target does.

    More sets than a log usually has get narrower ones before some share a column, if need be instead of the effort's;
    where targets of two sides need wider ones, there are fewer than usual. Where the least that a log is to have
    would be too narrow to write in, or the last of so few would take more than two sets with one target, all sets
    share one. Sets *joined* with their loads have no further columns if they have more room then, and none for effort
    if all would share one.
    """
    asked = max((len(row.targets) for row in rows), default=0)
    sets = max(box.columns, asked)
    one_load = len({row.load for row in rows}) == 1
    amid = (
        [(0.0, box.effort_width)] if joined else [(box.load_width, box.effort_width), (box.load_width, 0.0)]
    )
    for load, effort in amid if asked > box.columns and not joined else ():
        each = (width - box.first_width - load - effort) / asked
        if load and each >= narrowest:
            yield _Columns(box.first_width, load, each, effort, asked, asked, False, one_load)
    if any(row.targets != row.short for row in rows) and not joined and asked <= box.columns:
        load, effort = amid[0]
        room = width - box.first_width - load - effort
        most = int((room + 1e-6) // _LEAST_COLUMN)
        for count in range(min(sets, most), asked - 1, -1) if most >= box.columns else ():
            yield _Columns(box.first_width, load, room / count, effort, count, count, False, one_load, True)
    for load, effort in dict.fromkeys((*amid, (0.0, 0.0))):
        room = width - box.first_width - load - effort
        most = int((room + 1e-6) // _LEAST_COLUMN)
        fewest = min(box.columns, asked) if joined else box.columns
        fewest = fewest if fewest <= most else 1
        counts = [*range(min(sets, most), fewest - 1, -1)] if fewest > 1 else []
        if most <= box.columns < sets - 1 and not any(run_over(row, most) for row in rows):
            counts = []
        for count in [*counts, *[1] * ((joined and not effort) or not counts)]:
            bare = bool(load) and count == fewest
            each = room / count
            own = sets if count > 1 and not joined else asked or sets
            yield _Columns(box.first_width, load, each, effort, count, own, bare, one_load)


def _log(ctx: Context, box: GridBox, area: Rect, rows: tuple[LogRow, ...], columns: _Columns) -> list[Placed]:
    if columns.shown == 1:
        rows = tuple(map(in_one, rows))
    elif any(run_over(row, columns.shown) for row in rows):
        rows = tuple(part for row in rows for part in wrapped(row, columns.shown))
        columns = columns._replace(sets=columns.shown)
    apart = any(row.loads for row in rows)
    if apart:
        rows = tuple(half for row in rows for half in _halves(ctx, box, row))
    count = rows_within(box, area.height)
    count -= apart and count % 2
    pitch = (area.height - box.head_height) / count
    body = Rect(area.x, area.y + box.head_height, area.width, pitch * count)
    last = _last_time(ctx, box, rows, count // 2 if apart else count)
    first = LogRow(last, ())
    rows = (*(_halves(ctx, box, first) if apart else [first]), *rows) if last else rows
    style, rows = _sized(ctx, box, rows[:count], columns)
    lefts = columns.lefts(area.x)
    table = [_log_head(ctx, box, area, columns, apart=apart)]
    for number in range(count):
        row = rows[number] if number < len(rows) else LogRow("", ())
        top = body.y + number * pitch
        cells = [Rect(x, top, w, pitch) for x, w in zip(lefts, columns.widths, strict=True)]
        table.append(_log_row(ctx, box, row, style, cells, columns))
    firm = range(2, count, 2) if apart else (1,) if last else ()
    rules = tagged(Role.ARTIFACT, _rules(ctx, count, body, lefts[1:], firm))
    return [rules, tagged(Role.TABLE, table)]


def _last_time(ctx: Context, box: GridBox, rows: tuple[LogRow, ...], count: int) -> str:
    """What the first row is for, '' if the sessions that have dates need it, or its words have no room."""
    last = ctx.scope.fill(box.last) if box.last else ""
    if not last or sum(bool(row.date) for row in rows) >= count:
        return ""
    with suppress(Overflow):
        fit_line(ctx, last, ctx.style(box.date_style), box.first_width - 2 * _CORNER, "log date")
        return last
    return ""


def _halves(ctx: Context, box: GridBox, row: LogRow) -> tuple[LogRow, LogRow]:
    """A session whose sets have loads of their own, as a row for these and one for the repetitions."""
    unit = ctx.scope.fill(box.load) if box.load else ""
    return LogRow(row.date, row.loads, row.loads, unit), LogRow("", row.targets, row.short, _TIMES)


def _log_head(ctx: Context, box: GridBox, area: Rect, columns: _Columns, *, apart: bool) -> Placed:
    """The columns' names; the last one of the sets takes all that have none of their own."""
    style = ctx.style(box.head_style)
    above = max(_ABOVE_RULE, ctx.measurer.metrics(style.weight).descent * style.size * MM_PER_PT + _CLEAR)
    numbers = [str(number) for number in range(1, columns.shown + 1)]
    if columns.sets > columns.shown:
        numbers[-1] = f"{columns.shown}–{columns.sets}"
    load = "" if apart else ctx.scope.fill(box.load)  # which is in its rows then
    before = [ctx.scope.fill(box.head), *[load] * bool(columns.load)]
    after = [ctx.scope.fill(box.effort)] * bool(columns.effort)
    first = f"{ctx.scope.fill(box.first)} {numbers[0]}"
    sides = ctx.scope.fill(box.sides) if box.sides else ""
    with suppress(Overflow):
        if sides:
            sided = f"{numbers[0]} {sides}"
            fit_line(ctx, sided, style, columns.each - PAD, "log")
            first = sided
    if not sides and line_width(ctx, first, style, "log") > columns.each - PAD:
        first = numbers[0]  # as large as those of the others
    names = [*before, first, *numbers[1:], *after]
    cells = []
    for name, x, width in zip(names, columns.lefts(area.x), columns.widths, strict=True):
        texts: list[Placed] = []
        if name:
            block = fit_line(ctx, name, style, width - PAD, "log")
            base = area.y + box.head_height - above
            place, align = Rect(x, area.y, width, box.head_height), "center" if x > area.x else "left"
            texts = [p._replace(y=base) for p in block.placed(place, align)]
        cells.append(tagged(Role.TH, texts, scope="Column"))
    return tagged(Role.TR, cells)


def _sized(
    ctx: Context, box: GridBox, rows: tuple[LogRow, ...], columns: _Columns
) -> tuple[Style, tuple[LogRow, ...]]:
    """The largest style in which all targets have room, and the rows with these in full, or in short.

    Overflow where sets with their loads next to them would be smaller in columns of their own than all in one.
    """
    style = ctx.style(box.style)
    in_full = columns.in_full or (columns.shown > 1 and any(row.listed for row in rows))
    in_short = tuple(replace(row, targets=row.short) for row in rows)
    close = tuple(replace(row, targets=tuple(map(_close, row.targets))) for row in rows)
    for said in (rows, close) if columns.in_full else (rows, close, in_short):
        texts = {
            (text, _inside(columns.each) - _ASIDE * (_SIDES in text))
            for row in said
            for text in row.targets[: columns.shown]
        }
        texts |= {(row.load, _inside(columns.load)) for row in said if columns.load and not columns.one_load}
        for size in sizes_of(style, shrink=not in_full):
            sized = style.at(size)
            wide = ((set_line(ctx, text, sized, "log target").width, room) for text, room in texts if text)
            if all(width <= room for width, room in wide):
                return sized, said
    if in_full:
        longest = max(row.listed or max(row.targets, key=len, default="") for row in rows)
        raise ctx.too_wide("log target", box.first_width, columns.each, longest)
    return style, in_short


def _close(target: str) -> str:
    """What is asked for of both sides, with no more than the line between them: '10|10'."""
    return target.replace(_SIDES, _SIDES.strip())


def _inside(width: float) -> float:
    return width - 2 * _CORNER + 1e-6


def _log_row(
    ctx: Context, box: GridBox, row: LogRow, style: Style, cells: list[Rect], columns: _Columns
) -> Placed:
    date, *others = cells
    load, effort = bool(columns.load), bool(columns.effort)
    sets = others[load : len(others) - effort]
    said = [_ghost(ctx, row.date, ctx.style(box.date_style), date, "log date")]
    if load:
        said += _targets(ctx, (row.load,), style, others[:1], bare=columns.one_load)
    said += _targets(ctx, row.targets, style, sets, bare=columns.bare)
    said += [[]] * effort
    return tagged(Role.TR, [tagged(Role.TD, entry) for entry in said])


def _targets(
    ctx: Context, texts: tuple[str, ...], style: Style, cells: list[Rect], *, bare: bool
) -> list[list[Placed]]:
    """What cells ask for; where they ask for the same and have no room for it, the target line has it alone."""
    with suppress(Overflow):
        return _in_cells(ctx, texts, style, cells)
    return _in_cells(ctx, () if bare and len(set(texts)) == 1 else texts, style, cells)


def _in_cells(ctx: Context, texts: tuple[str, ...], style: Style, cells: list[Rect]) -> list[list[Placed]]:
    filled = [*texts, *[""] * len(cells)][: len(cells)]
    return [_ghost(ctx, text, style, cell, "log target") for text, cell in zip(filled, cells, strict=True)]


def _ghost(ctx: Context, text: str, style: Style, cell: Rect, field: str) -> list[Placed]:
    """What is asked for, in the upper left corner of a cell: a pencil has the rest of it."""
    if not text:
        return []
    block = fit_line(ctx, text, style, cell.width - 2 * _CORNER, field)
    high = capital(ctx, block.lines[0][0].style)
    base = cell.y + max(_CORNER, high * _ABOVE) + high
    return [p._replace(x=p.x + _CORNER, y=base) for p in block.placed(cell)]


def _rules(ctx: Context, rows: int, body: Rect, inner: list[float], after: Sequence[int]) -> list[Placed]:
    """The lines of a table; those *after* so many rows are firmer."""
    theme, pitch = ctx.theme, body.height / rows
    heavy = Path(line(body.width, 0), stroke=theme.colour("ink"), width=theme.strokes["tick"])
    across = stroked(theme, "line", "pencil", line(body.width, 0))
    items = [Placed(body.x, body.y + pitch * row, across) for row in range(1, rows + 1)]
    items += [Placed(body.x, body.y + pitch * row, heavy) for row in after]
    half = theme.strokes["line"] / 2
    down = stroked(theme, "line", "pencil", line(0, body.height))
    items += [Placed(x, body.y, down) for x in (body.x + half, *inner, body.right - half)]
    return [*items, Placed(body.x, body.y, heavy)]


register(GridBox, BoxKind(always, lambda c, b: 0.0, _log_height, _log_draw))
