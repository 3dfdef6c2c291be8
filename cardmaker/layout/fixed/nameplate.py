"""A name and a few words below it → a label, or the page that goes before somebody's sheets in a pile."""

from cardmaker.frame import Frame, Group, Placed, Role
from cardmaker.geometry import Rect, Size
from cardmaker.layout.cards import Studio
from cardmaker.layout.context import Context
from cardmaker.layout.fit import on_ground
from cardmaker.layout.type import Block, least_widths, wrapped
from cardmaker.theme.theme import Style

LARGEST_PT = 54.0
"""Of the name: read on a table from where one stands."""
_LEAST_PT = 7.0
_SMALLER = 0.5
"""What is below the name, to its size."""
_SHARE = 0.66
"""Of the height, that the name may take if something is below it."""
_STEP = 0.94
"""From one size of type to the next smaller one that is tried."""
_WORTH = 1.5
"""So many times as large type has to be to be worth a second line."""
_MOST_LINES = 3


def lay_out_nameplate(studio: Studio, name: str, below: str, size: Size, margin: float) -> Frame:
    """A *name* as large as there is room for, in the middle, and what is *below* it; '' for nothing.

    MissingGlyphError for characters that no font has.
    """

    def make() -> Frame:
        ctx = studio.context({}, "sheet", f"the name '{name}'")
        width, height = size.width - 2 * margin, size.height - 2 * margin
        head = _largest(ctx, name, ctx.style("title"), width, height * (_SHARE if below else 1.0))
        blocks = [(Role.H1, head)]
        if below:
            most = _SMALLER * head.lines[0][0].style.size
            blocks.append(
                (Role.P, _largest(ctx, below, ctx.style("label"), width, height - head.height, most))
            )
        y = margin + max(0.0, (height - sum(block.height for _, block in blocks)) / 2)
        items = []
        for role, block in blocks:
            placed = block.placed(Rect(margin, y, width, block.height), "center")
            items.append(Placed(0.0, 0.0, Group(role, tuple(placed))))
            y += block.height
        return on_ground(studio.theme, Frame(size, tuple(items)))

    return studio.once(lay_out_nameplate, make, name, below, size, margin)


def _largest(
    ctx: Context, text: str, style: Style, width: float, height: float, most: float = LARGEST_PT
) -> Block:
    """The text in the largest type there is room for, *most* pt at most: on one line if that isn't much smaller."""
    sizes = [most]
    while sizes[-1] * _STEP > _LEAST_PT:
        sizes.append(sizes[-1] * _STEP)
    word, whole = least_widths(ctx, [(text, style)], "name")
    for size in sizes:
        if word * size > width:
            continue
        block = wrapped(ctx, [(text, _at(style, size))], width, "name")
        alone = min(size, width / whole) if whole else size
        if len(block.lines) > 1 and size < _WORTH * alone:
            continue
        if len(block.lines) <= _MOST_LINES and block.height <= height:
            return block
    return wrapped(ctx, [(text, _at(style, _LEAST_PT))], width, "name")


def _at(style: Style, size: float) -> Style:
    """A style in another size, its lines as far apart as they were to it."""
    return style.but(size=size, leading=size * style.leading / style.size, min=min(style.min, size))
