"""Rows: boxes side by side, sharing out the width, and what goes or gives way where it is short."""

from cardmaker.frame import Placed
from cardmaker.geometry import Rect
from cardmaker.layout.containers import OPEN, Child, any_present
from cardmaker.layout.context import Context
from cardmaker.layout.engine import (
    SLACK,
    BoxKind,
    Part,
    baseline,
    draw,
    expand,
    least_height,
    least_width,
    natural_width,
    register,
    said,
    weight,
)
from cardmaker.layout.shares import share_out
from cardmaker.layout.textbox import least_on_one_line
from cardmaker.theme.box import RowBox
from cardmaker.theme.content import SpaceBox


def _row_layout(ctx: Context, box: RowBox, width: float) -> list[tuple[Child, float]]:
    """The children that stay, each with its width."""
    return ctx.once_here("row", box, width, _share_width)


def _share_width(ctx: Context, box: RowBox, width: float) -> list[tuple[Child, float]]:
    children = list(expand(ctx, box.row))
    while True:
        gaps = box.gap * max(0, len(children) - 1)
        shares = [weight(b.width if not isinstance(b, SpaceBox) else b.space) for _, b in children]
        widths = [0.0 if s else natural_width(c, b) for (c, b), s in zip(children, shares, strict=True)]
        spare = width - sum(widths) - gaps
        if spare >= -SLACK:
            extra = share_out(max(spare, 0.0), [(s, OPEN) for s in shares])
            return [(child, w + e) for child, w, e in zip(children, widths, extra, strict=True)]
        if not _went(children, True):
            squeezed = _squeezed(children, shares, widths, -spare)
            if squeezed:
                return list(zip(children, squeezed, strict=True))
            if not _went(children, "late"):
                break
    widest, _ = max(zip(children, widths, strict=True), key=lambda child: child[1])
    raise widest[0].too_wide(widest[1].called, width - spare, width, said(*widest))


def _went(children: list[Child], how: object) -> bool:
    """Whether there was a box that yields, the last of which goes."""
    yielding = [i for i, (_, b) in enumerate(children) if b.yields is how or b.yields == how]
    if yielding:
        del children[yielding[-1]]
    return bool(yielding)


def _squeezed(
    children: list[Child], shares: list[float], widths: list[float], excess: float
) -> list[float] | None:
    """Too narrow: boxes give up what they can do without, in proportion; None if that isn't enough.

    What had rather be smaller than take a second line takes one only if nothing else helps.
    """
    for least in (least_on_one_line, least_width):
        gives = [
            0.0 if share else width - least(*child)
            for child, share, width in zip(children, shares, widths, strict=True)
        ]
        if sum(gives) >= excess - SLACK:
            return [width - give * excess / sum(gives) for width, give in zip(widths, gives, strict=True)]
    return None


def _row_width(ctx: Context, box: RowBox) -> float:
    children = expand(ctx, box.row)
    return sum(natural_width(c, b) for c, b in children) + box.gap * max(0, len(children) - 1)


def _row_least(ctx: Context, box: RowBox) -> float:
    staying = [(c, b) for c, b in expand(ctx, box.row) if not b.yields]
    return sum(least_width(c, b) for c, b in staying) + box.gap * max(0, len(staying) - 1)


def _row_height(ctx: Context, box: RowBox, width: float) -> float:
    sized = _row_layout(ctx, box, width)
    if box.cells == "baseline":
        tops = _baseline_tops(sized)
        boxes = [one for one in zip(sized, tops, strict=True) if not isinstance(one[0][0][1], SpaceBox)]
        return max((t + least_height(c, b, w) for ((c, b), w), t in boxes), default=0)
    return max((least_height(c, b, w) for (c, b), w in sized if not isinstance(b, SpaceBox)), default=0.0)


def _baseline_tops(sized: list[tuple[Child, float]]) -> list[float]:
    lines = [0.0 if isinstance(b, SpaceBox) else baseline(c, b, w) for (c, b), w in sized]
    deepest = max(lines, default=0.0)
    return [deepest - own for own in lines]


def _row_baseline(ctx: Context, box: RowBox, width: float) -> float:
    return max((baseline(c, b, w) for (c, b), w in _row_layout(ctx, box, width)), default=0.0)


def _row_draw(ctx: Context, box: RowBox, rect: Rect) -> list[Placed]:
    sized = _row_layout(ctx, box, rect.width)
    tops = _baseline_tops(sized) if box.cells == "baseline" else [0.0] * len(sized)
    used = sum(w for _, w in sized) + box.gap * max(0, len(sized) - 1)
    x = rect.x + {"left": 0.0, "center": (rect.width - used) / 2, "right": rect.width - used}[box.align]
    items: list[Placed] = []
    for ((c, b), width), top in zip(sized, tops, strict=True):
        y, height = rect.y, rect.height
        if isinstance(b, SpaceBox):
            x += width + box.gap
            continue
        if not weight(c.height_of(b)) or box.cells == "baseline":
            own = least_height(c, b, width)
            y += {"top": 0.0, "middle": (height - own) / 2, "bottom": height - own, "baseline": top}[
                box.cells
            ]
            height = own
        items += draw(c, b, Rect(x, y, width, height))
        x += width + box.gap
    return items


def _row_parts(ctx: Context, box: RowBox, width: float) -> list[Part]:
    return [(c, b, w) for (c, b), w in _row_layout(ctx, box, width)]


register(
    RowBox,
    BoxKind(
        lambda c, b: any_present(c, b.row),
        _row_width,
        _row_height,
        _row_draw,
        _row_baseline,
        _row_parts,
        _row_least,
        holds=True,
    ),
)
