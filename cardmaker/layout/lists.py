"""Lists: items with their markers, in one column or several."""

from functools import lru_cache

from cardmaker.frame import Path, Placed, Role
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.layout.context import Context
from cardmaker.layout.engine import BoxKind, is_present, natural_width, register, tagged
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import circle, num
from cardmaker.layout.shapes import rect as shape_of
from cardmaker.layout.textbox import set_words
from cardmaker.layout.type import Block, set_line
from cardmaker.theme.content import ListBox, TextBox
from cardmaker.theme.options import Words
from cardmaker.theme.theme import Style

_MARKER_MM_PER_PT = 0.375
_LEAST_PT = 6.0
"""Of the number in a ring, however small the text next to it."""
_COLUMN_GAP = 6.0
_TICK_SHARE = 0.82
"""How high a box to tick is, of its line: boxes of lines below each other stay apart."""
_TICK_RADIUS = 0.4


def _columns(box: ListBox, width: float) -> int:
    """As many columns as there is room for."""
    if not box.column_width:
        return 1
    return max(1, int((width + _COLUMN_GAP + 1e-6) // (box.column_width + _COLUMN_GAP)))


def _items(ctx: Context, box: ListBox, columns: int) -> list[tuple[Context, TextBox]]:
    return ctx.once_here("items", box, columns, _make_items)


def _make_items(ctx: Context, box: ListBox, columns: float) -> list[tuple[Context, TextBox]]:
    template = box.item
    if box.id in ctx.settings.short:
        template = tuple(
            part.replace("{text}", "{short}") if isinstance(part, str) else part for part in box.item
        )
    line = _line(template, box.style, box.id)
    path = box.items.strip("{}")
    limit = ctx.settings.limit.get(box.id, len(ctx.scope.value(path))) * int(columns)
    items = [(inner, line) for inner in ctx.members(path) if is_present(inner, line)]
    most = min(box.most or limit, limit)
    if min(len(items), box.most or len(items)) > limit:
        ctx.note_missing(box.id)
    if box.ends and 1 < most < len(items):
        return [*items[: most - 1], items[-1]]
    return items[:most]


@lru_cache(maxsize=256)
def _line(text: Words, style: str, own: str) -> TextBox:
    """The box of an item, the same one for all items of all cards."""
    return TextBox(text=text, style=style, id=own)


def _columns_of(ctx: Context, box: ListBox, width: float) -> tuple[float, list[list[Block]]]:
    """A column's width, and the blocks of each column, one column filled before the next."""
    columns = _columns(box, width)
    items = _items(ctx, box, columns)
    columns = min(columns, max(1, len(items)))
    own = (width - (columns - 1) * _COLUMN_GAP) / columns
    blocks = [set_words(inner, line, own - box.indent) for inner, line in items]
    each = -(-len(blocks) // columns)
    return own, [blocks[start : start + each] for start in range(0, len(blocks), each)] if blocks else []


def _column_height(box: ListBox, blocks: list[Block]) -> float:
    return sum(block.height for block in blocks) + box.gap * max(0, len(blocks) - 1)


def _height(ctx: Context, box: ListBox, width: float) -> float:
    _, columns = _columns_of(ctx, box, width)
    return max((_column_height(box, blocks) for blocks in columns), default=0.0)


def _draw(ctx: Context, box: ListBox, rect: Rect) -> list[Placed]:
    width, columns = _columns_of(ctx, box, rect.width)
    marks = _marks(ctx, box, _columns(box, rect.width))
    entries: list[Placed] = []
    number = 1
    for index, blocks in enumerate(columns):
        x = rect.x + index * (width + _COLUMN_GAP)
        gap = box.gap + min(box.spread, (rect.height - _column_height(box, blocks)) / max(1, len(blocks) - 1))
        y = rect.y
        for block in blocks:
            marker = number if marks[number - 1] else 0
            entries += _entry(ctx, box, marker, block, Rect(x, y, width, block.height))
            y += block.height + gap
            number += 1
    return entries if ctx.bare else [tagged(Role.L, entries)]


def _marks(ctx: Context, box: ListBox, columns: int) -> list[bool]:
    """Which items have a marker."""
    items = _items(ctx, box, columns)
    return [not box.marked or present(inner.scope.value(box.marked)) for inner, _ in items]


def _entry(ctx: Context, box: ListBox, number: int, block: Block, area: Rect) -> list[Placed]:
    body = block.placed(Rect(area.x + box.indent, area.y, area.width - box.indent, area.height))
    marker = (
        _marker(ctx, box, number, block, Rect(area.x, area.y, box.indent, block.leading)) if number else []
    )
    if ctx.bare:
        return [*marker, *body]
    return [tagged(Role.LI, [*marker, tagged(Role.LBODY, body)])]


def _marker(ctx: Context, box: ListBox, number: int, block: Block, rect: Rect) -> list[Placed]:
    style = ctx.style(box.style)
    ink = ctx.theme.colour(style.colour)
    middle = rect.y + block.rise - ctx.measurer.metrics(style.weight).x_height * style.size * MM_PER_PT / 2
    if box.marker == "number":
        return _numbered(ctx, number, style, rect.x, middle)
    if box.marker == "cross":
        arm, width = max(1.7, 0.17 * style.size), 1.2 * ctx.theme.strokes["tick"]
        data = f"M 0 0 L {num(arm)} {num(arm)} M {num(arm)} 0 L 0 {num(arm)}"
        shape = Path(data, stroke=ink, width=width, round=False)
        return [_artifact(ctx, [Placed(rect.x + width / 2, middle - arm / 2, shape)])]
    if box.marker == "box":
        return [_artifact(ctx, [_tick(ctx, style, rect.x, middle)])]
    if box.marker == "dash":
        shape = Path("M 0 0 L 1.6 0", stroke=ink, width=0.25)
        return [_artifact(ctx, [Placed(rect.x, middle, shape)])]
    return []


def _tick(ctx: Context, style: Style, x: float, middle: float) -> Placed:
    """A box to tick, as high as the line lets it be."""
    stroke = ctx.theme.strokes["tick"]
    size = style.leading * MM_PER_PT * _TICK_SHARE - stroke
    edge = Path(shape_of(size, size, _TICK_RADIUS), stroke=ctx.theme.colour("ink"), width=stroke)
    return Placed(x + stroke / 2, middle - size / 2, edge)


def _artifact(ctx: Context, items: list[Placed]) -> Placed:
    return tagged(Role.ARTIFACT, items)


def _numbered(ctx: Context, number: int, style: Style, x: float, middle: float) -> list[Placed]:
    """A number in a ring, as on the figure; the ring sits on the middle of the x-height's line."""
    ink = ctx.theme.colour(style.colour)
    diameter, stroke = style.size * _MARKER_MM_PER_PT, ctx.theme.strokes["set"]
    capital = ctx.measurer.metrics("bold").cap_height
    small = style.at(max(style.size * 0.78, ctx.theme.least_pt, _LEAST_PT)).in_weight("bold")
    label = set_line(ctx, str(number), small, "number")
    middle -= 0.1
    ring = Path(circle(diameter - stroke), stroke=ink, width=stroke)
    text = label.placed(Rect(x, 0, diameter, label.height), "center")
    base = middle + capital * small.size * MM_PER_PT / 2
    moved = [placed._replace(y=base) for placed in text]
    drawn = _artifact(ctx, [Placed(x + stroke / 2, middle - diameter / 2 + stroke / 2, ring)])
    return [drawn, *moved] if ctx.bare else [drawn, tagged(Role.LBL, moved)]


register(
    ListBox,
    BoxKind(
        lambda c, b: present(c.scope.value(b.items.strip("{}"))),
        lambda c, b: max((natural_width(i, t) for i, t in _items(c, b, 1)), default=0.0) + b.indent,
        _height,
        _draw,
    ),
)
