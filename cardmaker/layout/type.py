"""Text: words in a style → set lines, each on its baseline."""

from collections.abc import Iterator

from cardmaker.frame import Placed, Text
from cardmaker.geometry import MM_PER_PT, Rect
from cardmaker.handout import Rich
from cardmaker.layout.context import Context, Overflow
from cardmaker.layout.ladder import IN_WORDS
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import surface
from cardmaker.record import record
from cardmaker.text.measure import Shaped
from cardmaker.text.wrap import StyledText as Piece
from cardmaker.text.wrap import widest_word_em, wrap
from cardmaker.theme.options import Span, Words
from cardmaker.theme.theme import Style

_STEP_PT = 0.25
_OPEN_EM = 1e6
_BROKEN_EM = 4.0
"""What is left of a word together where words are broken: seven letters or so."""
_LONGEST_WORD = 40
"""Letters; German compounds have up to some 35, and what is longer is a mistake to be reported."""
_ON = "|"
"""Between the colour of a piece and the surface that it is a chip on."""
_BEFORE, _AFTER = "\u00a0\u00a0", "\u00a0"
"""The blanks of a chip in a line, which keep it on the line of the word before it."""
_CHIP_PAD, _CHIP_RADIUS = 0.6, 0.5
"""Around the figures of a chip in a line, and its corners, mm."""


@record
class Bit:
    """Shaped text with its type: style and colour; *behind* is what it lies on, from its own start on the baseline."""

    shaped: Shaped
    style: Style
    fill: str
    behind: tuple[Placed, ...] = ()

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
                items += [one._replace(x=x + one.x, y=y + one.y) for one in bit.behind]
                items.append(Placed(x, y, Text(bit.shaped.runs, style.size, bit.fill, style.tracking)))
                x += bit.width
        return items


def words(ctx: Context, text: Words, style: str, colour: str = "") -> list[tuple[str, Style]]:
    """A template's pieces with their styles; absent pieces are left out, strong ones turn bold."""
    pieces: list[tuple[str, Style]] = []
    for part in text:
        if isinstance(part, Span):
            template = part.text
            own = (
                ctx.style(part.style or style, part.colour or colour).in_weight(part.weight).on(part.surface)
            )
        else:
            template, own = part, ctx.style(style, colour)
        value = ctx.scope.raw(template) if template.startswith("{") else ctx.scope.fill(template)
        if isinstance(value, Rich):
            bold = own.in_weight("bold")
            pieces += [(piece, bold if strong else own) for piece, strong in value.parts if piece]
        elif present(value):
            said = ctx.scope.fill(template)
            pieces.append((f"{_BEFORE}{said}{_AFTER}" if own.surface else said, own))
    return pieces


def set_line(ctx: Context, text: str, style: Style, field: str) -> Block:
    """One piece of text on one line, however wide."""
    return block_of(ctx, [bits_of(ctx, [(text, style)], field)], style)


def line_width(ctx: Context, text: str, style: Style, field: str) -> float:
    """How wide a piece of text is on one line, in mm: the width of what `set_line` gives, without setting it."""
    if style.tracking:
        return set_line(ctx, text, style, field).width
    return ctx.measurer.width_em(text, style.weight, f"{ctx.name}, {field}") * style.size * MM_PER_PT


def fit_line(ctx: Context, text: str, style: Style, width: float, field: str) -> Block:
    """One line at the largest size, down to the style's smallest, that fits a width; else Overflow.

    What was set before is taken again: cells of a table mostly say the same.
    """
    key = "line", text, style, width, _ink(ctx, style)
    block: Block = ctx.shared.words.once(key, lambda: _fitted(ctx, text, style, width, field))
    return block


def _fitted(ctx: Context, text: str, style: Style, width: float, field: str) -> Block:
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
        word, _ = least_widths(ctx, pieces, field)
        if word * pieces[0][1].size > width:
            raise
        block = wrapped(ctx, pieces, width, field)
        if len(block.lines) > 1 + ctx.settings.more_lines:
            raise
        return block


def least_widths(ctx: Context, pieces: list[tuple[str, Style]], field: str) -> tuple[float, float]:
    """In mm, at 1 pt: the widest word, which is broken only where all else failed, and all on one line."""
    spans = tuple(Piece(text, style.weight, "") for text, style in pieces)
    where = f"{ctx.name}, {field}"
    word = widest_word_em(spans, ctx.measurer, where)
    if ctx.settings.more_lines == IN_WORDS and _are_words(pieces):
        word = min(word, _BROKEN_EM)
    lines = wrap(spans, _OPEN_EM, ctx.measurer, where)
    return word * MM_PER_PT, max((line.width_em for line in lines), default=0.0) * MM_PER_PT


def _are_words(pieces: list[tuple[str, Style]]) -> bool:
    """Whether there is nothing longer than a word of a language is."""
    return all(len(word) <= _LONGEST_WORD for text, _ in pieces for word in text.split())


def one_line(
    ctx: Context, pieces: list[tuple[str, Style]], width: float, field: str
) -> tuple[Bit, ...] | None:
    """The pieces as one line if it fits as it is, which most text does; else None."""
    if not pieces or any("\n" in text for text, _ in pieces):
        return None
    if (
        len(pieces) == 1 and not pieces[0][1].tracking
    ):  # measured first: shaping a long text takes three times as long
        text, style = pieces[0]
        if ctx.measurer.width_em(text, style.weight, f"{ctx.name}, {field}") * style.size * MM_PER_PT > width:
            return None
    bits = bits_of(ctx, pieces, field)
    return bits if sum(bit.width for bit in bits) <= width else None


def sizes_of(style: Style, shrink: bool = True) -> Iterator[float]:
    """The sizes that a style may be set in, the largest first: from its own down to its smallest."""
    size = style.size
    yield size
    while shrink and size - _STEP_PT >= style.min:
        size -= _STEP_PT
        yield size


def bits_of(ctx: Context, pieces: list[tuple[str, Style]], field: str) -> tuple[Bit, ...]:
    where = f"{ctx.name}, {field}"
    return tuple(
        _bit(ctx, ctx.measurer.shape(text, style.weight, where), style, _ink(ctx, style))
        for text, style in pieces
    )


def _ink(ctx: Context, style: Style) -> str:
    """What distinguishes pieces of a line: their colour, and the surface that they are chips on."""
    if not style.surface:
        return ctx.theme.colour(style.colour)
    return f"{ctx.theme.colour(ctx.theme.surfaces[style.surface].text)}{_ON}{style.surface}"


def _bit(ctx: Context, shaped: Shaped, style: Style, ink: str) -> Bit:
    """A piece of a line, and where it is a chip, what it lies on."""
    fill, _, under = ink.partition(_ON)
    bit = Bit(shaped, style, fill)
    if not under:
        return bit
    em = style.size * MM_PER_PT
    before, after = (ctx.measurer.shape(blank, style.weight).width_em * em for blank in (_BEFORE, _AFTER))
    capital = ctx.measurer.metrics(style.weight).cap_height * em
    width = bit.width - before - after + 2 * _CHIP_PAD
    area = Rect(before - _CHIP_PAD, -capital - _CHIP_PAD, width, capital + 2 * _CHIP_PAD)
    return Bit(shaped, style, fill, tuple(surface(ctx.theme, under, area, _CHIP_RADIUS)))


def wrapped(
    ctx: Context, pieces: list[tuple[str, Style]], width: float, field: str, *, balanced: bool = False
) -> Block:
    if not pieces:
        return Block((), 0.0, 0.0)
    style = pieces[0][1]
    spans = tuple(Piece(text, s.weight, _ink(ctx, s)) for text, s in pieces)
    em = style.size * MM_PER_PT
    lines = wrap(spans, max(width, 0.1) / em, ctx.measurer, f"{ctx.name}, {field}", balanced=balanced)
    rows = [tuple(_bit(ctx, shaped, style, ink) for shaped, ink in line.parts) for line in lines]
    return block_of(ctx, rows, style)


def block_of(ctx: Context, lines: list[tuple[Bit, ...]], style: Style) -> Block:
    metrics = ctx.measurer.metrics(style.weight)
    leading, em = style.leading * MM_PER_PT, style.size * MM_PER_PT
    rise = (leading - (metrics.ascent + metrics.descent) * em) / 2 + metrics.ascent * em
    return Block(tuple(lines), leading, rise)
