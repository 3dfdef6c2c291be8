"""A name and a few words below it → a label, or the page that goes before somebody's sheets in a pile."""

from collections.abc import Sequence
from dataclasses import replace

from cardmaker.frame import Frame, Group, Placed, Role
from cardmaker.geometry import MM_PER_PT, Rect, Size
from cardmaker.layout.cards import Studio
from cardmaker.layout.context import Context
from cardmaker.layout.fit import on_ground
from cardmaker.layout.shapes import filled
from cardmaker.layout.type import Block, least_widths, wrapped
from cardmaker.record import record
from cardmaker.theme.theme import Style

LARGEST_PT = 54.0
"""Of the name: read on a table from where one stands."""
_LEAST_PT = 7.0
_SMALLER = 0.5
"""What is below the name, on a plate of its own, to its size."""
_PLATE_MOST_PT = 18.0
"""Of what is on the plate: it is found at a glance, and the name is read first."""
_INSET, _OVER = 0.75, 0.3
"""On the plate, at the sides of its words and above them, in their size."""
_APART = 1.6
"""From the plate to what is above and below it, mm."""
_TALLEST = 70.0
"""Name and plate are no farther apart than on a label so high, mm: on a page they are in its middle."""
_FOOT_PT = 9.0
"""Of what all of a roster have at the foot, such as their club."""
_SHARE = 0.66
"""Of the height, that the name may take if something is below it."""
_STEP = 0.94
"""From one size of type to the next smaller one that is tried."""
_WORTH = 1.5
"""So many times as large type has to be to be worth a second line."""
_MOST_LINES = 3


@record
class Plate:
    """Where names are set: the size in mm, its margin, the type of the largest name in pt, and what is at the foot.

    A name is on one line, unless type on several is *worth* times as large.
    """

    size: Size
    margin: float
    most_pt: float = LARGEST_PT
    foot: str = ""
    worth: float = _WORTH

    @property
    def width(self) -> float:
        """Inside the margins, in mm."""
        return self.size.width - 2 * self.margin

    @property
    def height(self) -> float:
        """Inside the margins and above the foot, in mm."""
        return self.size.height - 2 * self.margin - (1.2 * _FOOT_PT * MM_PER_PT if self.foot else 0.0)


def of_one_size(studio: Studio, names: Sequence[tuple[str, str]], plate: Plate) -> Plate:
    """The plate with the largest type that all names fit in, each with what is below it, on two lines if need be."""
    sizes = []
    for name, below in names:
        ctx = studio.context({}, "sheet", f"the name '{name}'")
        room = plate.height * (_SHARE if below else 1.0)
        block = _largest(ctx, name, ctx.style("title"), plate.width, room, plate.most_pt, 1.0)
        sizes.append(block.lines[0][0].style.size)
    return replace(plate, most_pt=min(sizes, default=plate.most_pt), worth=1.0)


def lay_out_nameplate(studio: Studio, name: str, below: str, plate: Plate) -> Frame:
    """A *name* as large as there is room for, in the middle, and what is *below* it; '' for nothing.

    MissingGlyphError for characters that no font has.
    """

    def make() -> Frame:
        ctx = studio.context({}, "sheet", f"the name '{name}'")
        width, height = plate.width, plate.height
        room = height * (_SHARE if below else 1.0)
        head = _largest(ctx, name, ctx.style("title"), width, room, plate.most_pt, plate.worth)
        used, plated = 0.0, list[Placed]()
        tall = min(height, max(_TALLEST, head.height / _SHARE))
        top = plate.margin + (height - tall) / 2
        if below:
            most = min(max(_FOOT_PT, _SMALLER * head.lines[0][0].style.size), _PLATE_MOST_PT)
            air = _APART if plate.foot else 0.0
            block, size = _on_plate(ctx, below, Size(width, tall - head.height - _APART - air), most)
            corner = Rect((plate.size.width - size.width) / 2, top + tall - air - size.height, *size)
            plated, used = _plated(ctx, block, corner), size.height + _APART + air
        y = top + max(0.0, (tall - used - head.height) / 2)
        items = [_centred(head, Role.H1, plate.margin, y, width), *plated]
        if plate.foot:
            foot = _largest(ctx, plate.foot, ctx.style("label"), width, plate.size.height, _FOOT_PT)
            items.append(_centred(foot, Role.P, plate.margin, plate.margin + plate.height, width))
        return on_ground(studio.theme, Frame(plate.size, tuple(items)))

    return studio.once(lay_out_nameplate, make, name, below, plate)


def _on_plate(ctx: Context, text: str, room: Size, most: float) -> tuple[Block, Size]:
    """Words as they are on a plate, and how large that is."""
    look = ctx.theme.surfaces["chip"]
    style = ctx.style("label").in_weight("bold").in_colour(look.text)
    inset, over = (share * most * MM_PER_PT for share in (_INSET, _OVER))
    block = _largest(ctx, text, style, room.width - 2 * inset, room.height - 2 * over, most)
    return block, Size(min(room.width, block.width + 2 * inset), block.height + 2 * over)


def _plated(ctx: Context, block: Block, area: Rect) -> list[Placed]:
    """Words in the middle of their plate."""
    ground = filled(ctx.theme, ctx.theme.surfaces["chip"], area, ctx.theme.radii["chip"])
    words = _centred(block, Role.P, area.x, area.y + (area.height - block.height) / 2, area.width)
    return [Placed(0.0, 0.0, Group(Role.ARTIFACT, tuple(ground))), words]


def _centred(block: Block, role: Role, x: float, y: float, width: float) -> Placed:
    return Placed(0.0, 0.0, Group(role, tuple(block.placed(Rect(x, y, width, block.height), "center"))))


def _largest(
    ctx: Context,
    text: str,
    style: Style,
    width: float,
    height: float,
    most: float = LARGEST_PT,
    worth: float = _WORTH,
) -> Block:
    """The text in the largest type there is room for, *most* pt at most.

    On one line, unless type on several is *worth* times as large.
    """
    sizes = [most]
    while sizes[-1] * _STEP > _LEAST_PT:
        sizes.append(sizes[-1] * _STEP)
    word, whole = least_widths(ctx, [(text, style)], "name")
    for size in sizes:
        if word * size > width:
            continue
        block = wrapped(ctx, [(text, _at(style, size))], width, "name")
        alone = min(size, width / whole) if whole else size
        if len(block.lines) > 1 and size < worth * alone:
            continue
        if len(block.lines) <= _MOST_LINES and block.height <= height:
            return block
    return wrapped(ctx, [(text, _at(style, _LEAST_PT))], width, "name")


def _at(style: Style, size: float) -> Style:
    """A style in another size, its lines as far apart as they were to it."""
    return style.but(size=size, leading=size * style.leading / style.size, min=min(style.min, size))
