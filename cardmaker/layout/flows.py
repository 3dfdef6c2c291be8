"""Flows: boxes side by side that go on in the next line, or in columns."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from cardmaker.frame import Placed
from cardmaker.geometry import Rect
from cardmaker.layout.containers import Child, any_present
from cardmaker.layout.context import Context
from cardmaker.layout.engine import SLACK, BoxKind, draw, expand, least_height, natural_width, register
from cardmaker.theme.box import FlowBox

_Line = list[tuple[Child, float]]


def _flow_lines(ctx: Context, box: FlowBox, width: float) -> list[_Line]:
    """Lines of boxes with their widths."""
    children = expand(ctx, box.flow)
    if box.columns:
        own = _column_width(box, box.columns, width)
        return [
            [(child, own) for child in children[at : at + box.columns]]
            for at in range(0, len(children), box.columns)
        ]
    lines: list[_Line] = [[]]
    used = 0.0
    sized = [(child, natural_width(*child)) for child in children]
    squeezed = _squeezed([own for _, own in sized], width, box)
    for child, own in sized:
        own = min(own * squeezed, width)
        if lines[-1] and used + own > width + SLACK:
            lines.append([])
            used = 0.0
        lines[-1].append((child, own))
        used += own + box.gap
    return lines


def _column_width(box: FlowBox, columns: int, width: float) -> float:
    return (width - box.gap * (columns - 1)) / columns


def _squeezed(widths: list[float], room: float, box: FlowBox) -> float:
    """How much of their widths boxes get so that they stay on one line; 1 if that is asking too much."""
    needed, spare = sum(widths), room - box.gap * (len(widths) - 1)
    return spare / needed if box.squeeze * needed <= spare < needed else 1.0


def _flow_width(ctx: Context, box: FlowBox) -> float:
    children = expand(ctx, box.flow)
    return sum(natural_width(c, b) for c, b in children) + box.gap * max(0, len(children) - 1)


def _line_height(line: _Line) -> float:
    return max((least_height(c, b, w) for (c, b), w in line), default=0.0)


# Columns that are filled downwards --------------------------------------------------------------------


def _columns(ctx: Context, box: FlowBox, width: float) -> list[list[tuple[Child, float]]]:
    """Columns of boxes with their heights, the highest column as low as can be; earlier ones have more."""
    count = box.columns or 1
    own = _column_width(box, count, width)
    sized = [(child, least_height(*child, own)) for child in expand(ctx, box.flow)]
    heights = [height for _, height in sized]
    edges = range(1, len(sized))
    best = min(
        combinations(edges, min(count - 1, len(edges))),
        key=lambda cuts: (_highest(box, heights, cuts), [-cut for cut in cuts]),
    )
    return [sized[a:b] for a, b in pairwise((0, *best, len(sized)))]


def _highest(box: FlowBox, heights: Sequence[float], cuts: Sequence[int]) -> float:
    columns = (heights[a:b] for a, b in pairwise((0, *cuts, len(heights))))
    return round(max(_column_height(box, column) for column in columns), 3)


def _column_height(box: FlowBox, heights: Sequence[float]) -> float:
    return sum(heights) + box.line_gap * max(0, len(heights) - 1)


# Either way -------------------------------------------------------------------------------------------


def _flow_height(ctx: Context, box: FlowBox, width: float) -> float:
    if box.down:
        columns = ctx.once_here("columns", box, width, _columns)
        return max(_column_height(box, [height for _, height in column]) for column in columns)
    lines = _flow_lines(ctx, box, width)
    return sum(map(_line_height, lines)) + box.line_gap * (len(lines) - 1)


def _flow_draw(ctx: Context, box: FlowBox, rect: Rect) -> list[Placed]:
    return _columns_draw(ctx, box, rect) if box.down else _lines_draw(ctx, box, rect)


def _columns_draw(ctx: Context, box: FlowBox, rect: Rect) -> list[Placed]:
    own = _column_width(box, box.columns or 1, rect.width)
    items: list[Placed] = []
    for place, column in enumerate(ctx.once_here("columns", box, rect.width, _columns)):
        y = rect.y
        for (c, b), height in column:
            items += draw(c, b, Rect(rect.x + place * (own + box.gap), y, own, height))
            y += height + box.line_gap
    return items


def _lines_draw(ctx: Context, box: FlowBox, rect: Rect) -> list[Placed]:
    items: list[Placed] = []
    y = rect.y
    for row in _flow_lines(ctx, box, rect.width):
        x, height = rect.x, _line_height(row)
        for (c, b), width in row:
            items += draw(c, b, Rect(x, y, width, height))
            x += width + box.gap
        y += height + box.line_gap
    return items


register(
    FlowBox,
    BoxKind(lambda c, b: any_present(c, b.flow), _flow_width, _flow_height, _flow_draw, holds=True),
)
