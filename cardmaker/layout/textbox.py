"""Text boxes: words in styles → set lines that fit their box, smaller or on more lines where they have to."""

from cardmaker.frame import Placed, Role
from cardmaker.geometry import Rect
from cardmaker.layout.context import Context
from cardmaker.layout.engine import BoxKind, asked, least_width, linked, natural_width, register, tagged
from cardmaker.layout.scope import present
from cardmaker.layout.type import (
    Bit,
    Block,
    bits_of,
    block_of,
    least_widths,
    one_line,
    sizes_of,
    words,
    wrapped,
)
from cardmaker.theme.content import TextBox
from cardmaker.theme.options import BoxOptions, Span
from cardmaker.theme.theme import Style

_MIXED, _SMALLER = (100, 95, 90, 85, 80), (75, 70, 65)  # per cent


def pieces_of(ctx: Context, box: TextBox) -> list[tuple[str, Style]]:
    """A text box's words, which are asked for at several widths; not to be changed."""
    return ctx.once("pieces", box, 0.0, _worded)


def _worded(ctx: Context, box: TextBox, _width: float) -> list[tuple[str, Style]]:
    text = box.short if box.short and ctx.settings.more_lines else box.text
    pieces = words(ctx, text, box.style, box.colour)
    share = ctx.settings.sizes.get(box.style, 1.0)
    return pieces if share == 1.0 else [(said, _scaled(ctx, style, 100 * share)) for said, style in pieces]


def set_words(ctx: Context, box: TextBox, width: float) -> Block:
    """A text box's lines at a width: it wraps, then shrinks if its number of lines is limited."""
    return ctx.once("words", box, width, _set_words)


def _set_words(ctx: Context, box: TextBox, width: float) -> Block:
    """What was set before in the same words, styles and colours is taken again, on whatever page that was."""
    pieces = pieces_of(ctx, box)
    inks = tuple(ctx.theme.colour(style.colour) for _, style in pieces)
    style = None if pieces else ctx.style(box.style)
    lines = (box.lines, ctx.settings.more_lines)
    key = (tuple(pieces), inks, style, width, lines, box.shrink, _shrinks_first(ctx, box), _is_heading(box))
    block: Block = ctx.shared.words.once(key, lambda: _lines(ctx, box, pieces, width))
    return block


def _lines(ctx: Context, box: TextBox, pieces: list[tuple[str, Style]], width: float) -> Block:
    field = box.called
    if len({style.size for _, style in pieces}) > 1:
        return _mixed(ctx, box, pieces, width)
    style = pieces[0][1] if pieces else ctx.style(box.style)
    line = one_line(ctx, pieces, width, field)
    if line is not None:
        return block_of(ctx, [line], style)
    if not box.lines:
        return wrapped(ctx, pieces, width, field, balanced=_is_heading(box))
    most = _most_lines(ctx, box)
    sizes = list(sizes_of(style, box.shrink))
    tries = [(size, 1 if _shrinks_first(ctx, box) else box.lines) for size in sizes]
    needs = least_widths(ctx, pieces, field)
    for size, lines in [*tries, *((sizes[-1], lines) for lines in range(box.lines, most + 1))]:
        if needs[0 if lines > 1 else 1] * size > width + 1e-3:
            continue
        sized = [(text, own.at(size)) for text, own in pieces]
        block = wrapped(ctx, sized, width, field, balanced=_is_heading(box))
        if len(block.lines) <= lines:
            return block
    smallest = [(text, own.at(sizes[-1])) for text, own in pieces]
    raise ctx.too_wide(field, _needed(ctx, smallest, needs, most, field), width, _text(pieces))


def _shrinks_first(ctx: Context, box: TextBox) -> bool:
    """Whether it is rather smaller than on two lines; a text in the size of its deck isn't."""
    return box.shrink_first and box.style not in ctx.settings.sizes


def _is_heading(box: TextBox) -> bool:
    """Whether it is the name of a session, a sheet or a book, whose lines are about equally long."""
    return box.role == "H3" or box.style in ("cover", "title")


def _most_lines(ctx: Context, box: TextBox) -> int:
    """How many lines a text may take; 0: as many as it needs."""
    return box.lines and box.lines + ctx.settings.more_lines


def _levelled(pieces: list[tuple[str, Style]]) -> list[tuple[str, Style]]:
    """The pieces in the smallest of their sizes."""
    least = min((style for _, style in pieces), key=lambda style: style.size)
    return [
        (text, style.but(size=least.size, leading=least.leading, min=least.min)) for text, style in pieces
    ]


def _text(pieces: list[tuple[str, Style]]) -> str:
    return "".join(text for text, _ in pieces)


def _needed(
    ctx: Context, pieces: list[tuple[str, Style]], needs: tuple[float, float], lines: int, field: str
) -> float:
    """The width at which pieces take no more than that many lines, to a tenth of a mm."""
    size = pieces[0][1].size
    low, high = needs[0] * size, needs[1] * size
    if lines == 1 or len(wrapped(ctx, pieces, high, field).lines) > lines:
        return high
    while high - low > 0.1:
        middle = (low + high) / 2
        fits = len(wrapped(ctx, pieces, middle, field).lines) <= lines
        low, high = (low, middle) if fits else (middle, high)
    return high


def _mixed(ctx: Context, box: TextBox, pieces: list[tuple[str, Style]], width: float) -> Block:
    """Pieces of several sizes on one baseline; they shrink together, and not under their least; by a fifth at most, or
    by a third where they shrink first.

    If that isn't enough, pieces go on in another line, whole and in their own sizes. Where texts may take more lines
    than they ask for, they do so in the smallest of the sizes.
    """
    for percent in (*_MIXED, *_SMALLER * box.shrink_first):
        scaled = [(text, _scaled(ctx, style, percent)) for text, style in pieces]
        line = bits_of(ctx, scaled, box.called)
        if sum(bit.width for bit in line) <= width + 1e-6:
            return block_of(ctx, [line], max((s for _, s in scaled), key=lambda s: s.size))
    lines = _piece_by_piece(ctx, box, pieces, width)
    if lines and (not box.lines or len(lines) <= box.lines):
        return block_of(ctx, lines, max((s for _, s in pieces), key=lambda s: s.size))
    if ctx.settings.more_lines:
        return _lines(ctx, box, _levelled(pieces), width)
    raise ctx.too_wide(box.called, sum(bit.width for bit in line), width, _text(pieces))


def _piece_by_piece(
    ctx: Context, box: TextBox, pieces: list[tuple[str, Style]], width: float
) -> list[tuple[Bit, ...]]:
    """Lines that break between pieces alone; none if a piece is too wide by itself."""
    lines: list[tuple[Bit, ...]] = [()]
    for text, style in pieces:
        added = bits_of(ctx, [(text, style)], box.called)
        if lines[-1] and sum(bit.width for bit in (*lines[-1], *added)) > width + 1e-6:
            lines.append(())
            added = bits_of(ctx, [(text.lstrip(" "), style)], box.called)
        lines[-1] = (*lines[-1], *added)
        if sum(bit.width for bit in lines[-1]) > width + 1e-6:
            return []
    return lines


def _scaled(ctx: Context, style: Style, percent: float) -> Style:
    return style.at(max(style.size * percent / 100, min(style.size, max(style.min, ctx.theme.least_pt))))


def _text_present(ctx: Context, box: TextBox) -> bool:
    templates = [part.text if isinstance(part, Span) else part for part in box.text if not _optional(part)]
    asked = [t for t in templates if "{" in t and not t.startswith("{t.")]
    return any(present(ctx.scope.raw(t)) for t in asked or templates)


def _optional(part: Span | str) -> bool:
    return isinstance(part, Span) and part.optional


def _text_width(ctx: Context, box: TextBox) -> float:
    pieces = pieces_of(ctx, box)
    return sum(bit.width for bit in bits_of(ctx, pieces, box.called)) + 1e-6


def least_on_one_line(ctx: Context, box: BoxOptions) -> float:
    """The width that a box can do with, and a text that shrinks first without taking more than one line."""
    return asked("least line", ctx, box, _least_on_one_line)


def _least_on_one_line(ctx: Context, box: BoxOptions) -> float:
    least = least_width(ctx, box)
    if not (isinstance(box, TextBox) and box.shrink_first and isinstance(box.width, str | None)):
        return least
    natural = natural_width(ctx, box)
    pieces = pieces_of(ctx, box)
    if len({style.size for _, style in pieces}) != 1:
        return least
    _, line = least_widths(ctx, pieces, box.called)
    return min(natural, max(least, line * list(sizes_of(pieces[0][1], box.shrink))[-1] + 1e-6))


def _text_least(ctx: Context, box: TextBox) -> float:
    """All on as many lines as it may have, at the smallest size."""
    pieces = pieces_of(ctx, box)
    if len({style.size for _, style in pieces}) > 1:
        if not ctx.settings.more_lines:
            return _text_width(ctx, box) * _MIXED[-1] / 100
        pieces = _levelled(pieces)
    style = pieces[0][1]
    word, line = least_widths(ctx, pieces, box.called)
    if not box.lines:
        return word * style.size
    return max(word, line / _most_lines(ctx, box)) * list(sizes_of(style, box.shrink))[-1] + 1e-6


def _text_draw(ctx: Context, box: TextBox, rect: Rect) -> list[Placed]:
    block = set_words(ctx, box, rect.width)
    spare = rect.height - block.height
    shift = {"top": 0.0, "middle": spare / 2, "bottom": spare}[box.valign]
    area = Rect(rect.x, rect.y + shift, rect.width, block.height)
    items = block.placed(area, box.align)
    url = ctx.scope.fill(box.link) if box.link else ""
    if url:
        items = [linked(items, url, area._replace(width=min(block.width, area.width)))]
    if ctx.bare or box.role:
        return items
    return [tagged(Role.P, items)]


def _text_baseline(ctx: Context, box: TextBox, width: float) -> float:
    return set_words(ctx, box, width).rise


register(
    TextBox,
    BoxKind(
        _text_present,
        _text_width,
        lambda c, b, w: set_words(c, b, w).height,
        _text_draw,
        _text_baseline,
        least=_text_least,
    ),
)
