"""Text: words in a style → set lines, each on its baseline."""

from collections.abc import Iterator

from cardmaker.frame import Placed, Role, Text
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.handout import Rich
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.engine import BoxKind, least_width, linked, natural_width, register, tagged
from cardmaker.layout.scope import present
from cardmaker.record import record
from cardmaker.text.measure import Shaped
from cardmaker.text.wrap import StyledText as Piece
from cardmaker.text.wrap import widest_word_em, wrap
from cardmaker.theme.content import TextBox
from cardmaker.theme.options import BoxOptions, Span, Words
from cardmaker.theme.theme import Style

_STEP_PT = 0.25
_OPEN_EM = 1e6
_MIXED = (100, 95, 90, 85, 80)  # per cent


@record
class Bit:
    """Shaped text with its type: style and colour."""

    shaped: Shaped
    style: Style
    fill: str

    @property
    def width(self) -> float:
        """Its advance in mm."""
        style, width = self.style, self.shaped.width_em
        if style.tracking:
            width += style.tracking * sum(len(run.ids) for run in self.shaped.runs)
        return width * style.size * MM_PER_PT


@record
class Block:
    """Set lines of one leading; *rise* is from a line's top to its baseline, mm."""

    lines: tuple[tuple[Bit, ...], ...]
    leading: float
    rise: float

    @property
    def height(self) -> float:
        """All lines, in mm."""
        return len(self.lines) * self.leading

    @property
    def width(self) -> float:
        """The widest line, in mm."""
        return max((sum(bit.width for bit in line) for line in self.lines), default=0.0)

    def placed(self, rect: Rect, align: str = "left") -> list[Placed]:
        """The lines from the top of a rectangle."""
        items = []
        for row, line in enumerate(self.lines):
            x = rect.x
            if align != "left":
                spare = rect.width - sum(bit.width for bit in line)
                x += spare / 2 if align == "center" else spare
            for bit in line:
                y = rect.y + row * self.leading + self.rise
                style = bit.style
                items.append(Placed(x, y, Text(bit.shaped.runs, style.size, bit.fill, style.tracking)))
                x += bit.width
        return items


def words(ctx: Context, text: Words, style: str, colour: str = "") -> list[tuple[str, Style]]:
    """A template's pieces with their styles; absent pieces are left out, strong ones turn bold."""
    pieces: list[tuple[str, Style]] = []
    for part in text:
        if isinstance(part, Span):
            template = part.text
            own = ctx.style(part.style or style, part.colour or colour).in_weight(part.weight)
        else:
            template, own = part, ctx.style(style, colour)
        value = ctx.scope.raw(template) if template.startswith("{") else ctx.scope.fill(template)
        if isinstance(value, Rich):
            bold = own.in_weight("bold")
            pieces += [(piece, bold if strong else own) for piece, strong in value.parts if piece]
        elif present(value):
            pieces.append((ctx.scope.fill(template), own))
    return pieces


def _pieces(ctx: Context, box: TextBox) -> list[tuple[str, Style]]:
    """A text box's words, which are asked for at several widths; not to be changed."""
    text = box.short if box.short and ctx.settings.more_lines else box.text
    return ctx.once("pieces", box, 0.0, lambda: words(ctx, text, box.style, box.colour))


def set_line(ctx: Context, text: str, style: Style, field: str) -> Block:
    """One piece of text on one line, however wide."""
    return _block(ctx, [_bits(ctx, [(text, style)], field)], style)


def fit_line(ctx: Context, text: str, style: Style, width: float, field: str) -> Block:
    """One line at the largest size, down to the style's smallest, that fits a width; else Overflow."""
    for size in sizes_of(style):
        block = set_line(ctx, text, style.at(size), field)
        if block.width <= width + 1e-6:
            return block
    raise ctx.too_wide(field, block.width, width, text)


def fit_lines(ctx: Context, text: str, style: Style, width: float, field: str) -> Block:
    """One line if it fits, else as many as texts may take more, at the style's smallest size; else Overflow."""
    try:
        return fit_line(ctx, text, style, width, field)
    except Overflow:
        pieces = [(text, style.at(list(sizes_of(style))[-1]))]
        word, _ = _least_width(ctx, pieces, field)
        if word * pieces[0][1].size > width:
            raise
        block = _wrapped(ctx, pieces, width, field)
        if len(block.lines) > 1 + ctx.settings.more_lines:
            raise
        return block


def set_words(ctx: Context, box: TextBox, width: float) -> Block:
    """A text box's lines at a width: it wraps, then shrinks if it may take only so many lines."""
    return ctx.once("words", box, width, lambda: _set_words(ctx, box, width))


def _set_words(ctx: Context, box: TextBox, width: float) -> Block:
    """What was set before in the same words, styles and colours is taken again, on whatever page that was."""
    pieces = _pieces(ctx, box)
    inks = tuple(ctx.theme.colour(style.colour) for _, style in pieces)
    style = None if pieces else ctx.style(box.style)
    lines = (box.lines, ctx.settings.more_lines)
    key = (tuple(pieces), inks, style, width, lines, box.shrink, box.shrink_first)
    block: Block = ctx.shared.words.once(key, lambda: _lines(ctx, box, pieces, width))
    return block


def _lines(ctx: Context, box: TextBox, pieces: list[tuple[str, Style]], width: float) -> Block:
    field = box.called
    if len({style.size for _, style in pieces}) > 1:
        return _mixed(ctx, box, pieces, width)
    style = pieces[0][1] if pieces else ctx.style(box.style)
    line = _one_line(ctx, pieces, width, field)
    if line is not None:
        return _block(ctx, [line], style)
    if not box.lines:
        return _wrapped(ctx, pieces, width, field)
    most = _most_lines(ctx, box)
    sizes = list(sizes_of(style, box.shrink))
    tries = [(size, 1 if box.shrink_first else box.lines) for size in sizes]
    needs = _least_width(ctx, pieces, field)
    for size, lines in [*tries, *((sizes[-1], lines) for lines in range(box.lines, most + 1))]:
        if needs[0 if lines > 1 else 1] * size > width + 1e-3:
            continue
        block = _wrapped(ctx, [(text, own.at(size)) for text, own in pieces], width, field)
        if len(block.lines) <= lines:
            return block
    smallest = [(text, own.at(sizes[-1])) for text, own in pieces]
    raise ctx.too_wide(field, _needed(ctx, smallest, needs, most, field), width, _text(pieces))


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


def _least_width(ctx: Context, pieces: list[tuple[str, Style]], field: str) -> tuple[float, float]:
    """In mm, at 1 pt: the widest word, which is not to be broken, and all on one line."""
    spans = tuple(Piece(text, style.weight, "") for text, style in pieces)
    where = f"{ctx.name}, {field}"
    word = widest_word_em(spans, ctx.measurer, where)
    lines = wrap(spans, _OPEN_EM, ctx.measurer, where)
    return word * MM_PER_PT, max((line.width_em for line in lines), default=0.0) * MM_PER_PT


def _needed(
    ctx: Context, pieces: list[tuple[str, Style]], needs: tuple[float, float], lines: int, field: str
) -> float:
    """The width at which pieces take no more than that many lines, to a tenth of a mm."""
    size = pieces[0][1].size
    low, high = needs[0] * size, needs[1] * size
    if lines == 1 or len(_wrapped(ctx, pieces, high, field).lines) > lines:
        return high
    while high - low > 0.1:
        middle = (low + high) / 2
        fits = len(_wrapped(ctx, pieces, middle, field).lines) <= lines
        low, high = (low, middle) if fits else (middle, high)
    return high


def _one_line(
    ctx: Context, pieces: list[tuple[str, Style]], width: float, field: str
) -> tuple[Bit, ...] | None:
    """The pieces as one line if it fits as it is, which most text does; else None."""
    if not pieces or any("\n" in text for text, _ in pieces):
        return None
    bits = _bits(ctx, pieces, field)
    return bits if sum(bit.width for bit in bits) <= width else None


def sizes_of(style: Style, shrink: bool = True) -> Iterator[float]:
    """The sizes that a style may be set in, the largest first: from its own down to its smallest."""
    size = style.size
    yield size
    while shrink and size - _STEP_PT >= style.min:
        size -= _STEP_PT
        yield size


def _mixed(ctx: Context, box: TextBox, pieces: list[tuple[str, Style]], width: float) -> Block:
    """Pieces of several sizes on one baseline; they shrink together by a fifth at most.

    Where texts may take more lines, they do so in the smallest of the sizes.
    """
    for percent in _MIXED:
        scaled = [(text, _scaled(ctx, style, percent)) for text, style in pieces]
        line = _bits(ctx, scaled, box.called)
        if sum(bit.width for bit in line) <= width + 1e-6:
            return _block(ctx, [line], max((s for _, s in scaled), key=lambda s: s.size))
    if ctx.settings.more_lines:
        return _lines(ctx, box, _levelled(pieces), width)
    raise ctx.too_wide(box.called, sum(bit.width for bit in line), width, _text(pieces))


def _scaled(ctx: Context, style: Style, percent: float) -> Style:
    return style.at(max(style.size * percent / 100, min(style.size, ctx.theme.least_pt)))


def _bits(ctx: Context, pieces: list[tuple[str, Style]], field: str) -> tuple[Bit, ...]:
    where = f"{ctx.name}, {field}"
    return tuple(
        Bit(ctx.measurer.shape(text, style.weight, where), style, ctx.theme.colour(style.colour))
        for text, style in pieces
    )


def _wrapped(ctx: Context, pieces: list[tuple[str, Style]], width: float, field: str) -> Block:
    if not pieces:
        return Block((), 0.0, 0.0)
    style = pieces[0][1]
    spans = tuple(Piece(text, s.weight, ctx.theme.colour(s.colour)) for text, s in pieces)
    em = style.size * MM_PER_PT
    lines = wrap(spans, max(width, 0.1) / em, ctx.measurer, f"{ctx.name}, {field}")
    rows = [tuple(Bit(shaped, style, fill) for shaped, fill in line.parts) for line in lines]
    return _block(ctx, rows, style)


def _block(ctx: Context, lines: list[tuple[Bit, ...]], style: Style) -> Block:
    metrics = ctx.measurer.metrics(style.weight)
    leading, em = style.leading * MM_PER_PT, style.size * MM_PER_PT
    rise = (leading - (metrics.ascent + metrics.descent) * em) / 2 + metrics.ascent * em
    return Block(tuple(lines), leading, rise)


# Text box --------------------------------------------------------------------------------------------


def _text_present(ctx: Context, box: TextBox) -> bool:
    templates = [part.text if isinstance(part, Span) else part for part in box.text if not _optional(part)]
    asked = [t for t in templates if "{" in t and not t.startswith("{t.")]
    return any(present(ctx.scope.raw(t)) for t in asked or templates)


def _optional(part: Span | str) -> bool:
    return isinstance(part, Span) and part.optional


def _text_width(ctx: Context, box: TextBox) -> float:
    pieces = _pieces(ctx, box)
    return sum(bit.width for bit in _bits(ctx, pieces, box.called)) + 1e-6


def least_on_one_line(ctx: Context, box: BoxOptions) -> float:
    """The width that a box can do with, and a text that shrinks first without taking more than one line."""
    least = least_width(ctx, box)
    if not (isinstance(box, TextBox) and box.shrink_first and isinstance(box.width, str | None)):
        return least
    natural = natural_width(ctx, box)
    pieces = _pieces(ctx, box)
    if len({style.size for _, style in pieces}) != 1:
        return least
    _, line = _least_width(ctx, pieces, box.called)
    return min(natural, max(least, line * list(sizes_of(pieces[0][1], box.shrink))[-1] + 1e-6))


def _text_least(ctx: Context, box: TextBox) -> float:
    """All on as many lines as it may have, at the smallest size."""
    pieces = _pieces(ctx, box)
    if len({style.size for _, style in pieces}) > 1:
        if not ctx.settings.more_lines:
            return _text_width(ctx, box) * _MIXED[-1] / 100
        pieces = _levelled(pieces)
    style = pieces[0][1]
    word, line = _least_width(ctx, pieces, box.called)
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
