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
"""From the plate to the foot, at least, mm."""
_BELOW = 0.36
"""From the name to the plate, to the size of its type."""
_FOOT_PT = 9.0
"""Of what all of a roster have at the foot, such as their club."""
_SHARE = 0.66
"""Of the height, that the name may take if something is below it."""
_STEP = 0.94
"""From one size of type to the next smaller one that is tried."""
_WORTH = 1.5
"""So many times as large type has to be to be worth a second line."""
_MOST_LINES = 3
_EVEN = 1.0
"""So much longer than it might be a name's longest line may be, mm."""


@record
class Plate:
    """Where names are set: the size in mm, its margin, the type of the largest name in pt, and what is at the foot.

    A name is on one line, unless type on several is *worth* times as large. Of plates that go together *name_mm* is how
    high the highest name is, and *below_pt* the type of what is below the names.
    """

    size: Size
    margin: float
    most_pt: float = LARGEST_PT
    foot: str = ""
    worth: float = _WORTH
    name_mm: float = 0.0
    below_pt: float = _PLATE_MOST_PT

    @property
    def width(self) -> float:
        """Inside the margins, in mm."""
        return self.size.width - 2 * self.margin

    @property
    def height(self) -> float:
        """Inside the margins and above the foot, in mm."""
        return (
            self.size.height - 2 * self.margin - (1.2 * _FOOT_PT * MM_PER_PT + _APART if self.foot else 0.0)
        )


def of_one_size(studio: Studio, names: Sequence[tuple[str, str]], plate: Plate) -> Plate:
    """The plate with the largest type that all names fit in, each with what is below it, on two lines if need be.

    The last line of each name, and what is below it, are then in the same places on all.
    """
    parted = any(below for _, below in names)
    contexts = [studio.context({}, "sheet", f"the name '{name}'") for name, _ in names]
    blocks = [_name(ctx, name, plate, 1.0, parted) for ctx, (name, _) in zip(contexts, names, strict=True)]
    size = min((_size(block) for block in blocks), default=plate.most_pt)
    plate = replace(plate, most_pt=size, worth=1.0)
    blocks = [_name(ctx, name, plate, 1.0, parted) for ctx, (name, _) in zip(contexts, names, strict=True)]
    plate = replace(plate, name_mm=max((block.height for block in blocks), default=0.0))
    if not parted:
        return plate
    plates = [
        _on_plate(ctx, below, _room_below(plate, size), _below_pt(size))
        for ctx, (_, below) in zip(contexts, names, strict=True)
        if below
    ]
    return replace(plate, below_pt=min(_size(block) for block, _ in plates))


def lay_out_nameplate(studio: Studio, name: str, below: str, plate: Plate) -> Frame:
    """A *name* as large as there is room for, in the middle, and what is *below* it; '' for nothing.

    MissingGlyphError for characters that no font has.
    """

    def make() -> Frame:
        ctx = studio.context({}, "sheet", f"the name '{name}'")
        head = _name(ctx, name, plate, plate.worth, bool(below))
        size, tall = _size(head), max(plate.name_mm, head.height)
        used, plated = tall, list[Placed]()
        if below:
            most = min(_below_pt(size), plate.below_pt)
            block, area = _on_plate(ctx, below, _room_below(replace(plate, name_mm=tall), size), most)
            used += _gap(size) + area.height
        y = plate.margin + (plate.height - used) / 2
        if below:
            corner = Rect((plate.size.width - area.width) / 2, y + used - area.height, *area)
            plated = _plated(ctx, block, corner)
        items = [_centred(head, Role.H1, plate.margin, y + tall - head.height, plate.width), *plated]
        if plate.foot:
            foot = _largest(ctx, plate.foot, ctx.style("label"), plate.width, plate.size.height, _FOOT_PT)
            items.append(
                _centred(
                    foot, Role.P, plate.margin, plate.size.height - plate.margin - foot.height, plate.width
                )
            )
        return on_ground(studio.theme, Frame(plate.size, tuple(items)))

    return studio.once(lay_out_nameplate, make, name, below, plate)


def _name(ctx: Context, name: str, plate: Plate, worth: float, parted: bool) -> Block:
    """A name in the largest type that its part of the plate has room for, its lines about as long as each other."""
    room, style = plate.height * (_SHARE if parted else 1.0), ctx.style("title").in_weight("bold")
    block = _largest(ctx, name, style, plate.width, room, plate.most_pt, worth)
    return _balanced(ctx, name, _at(style, _size(block)), block)


def _balanced(ctx: Context, text: str, style: Style, block: Block) -> Block:
    """The text as *block* has it, in as many lines, the longest of which is as short as goes."""
    least, most = block.width / len(block.lines), block.width
    while len(block.lines) > 1 and most - least > _EVEN:
        width = (least + most) / 2
        tried = wrapped(ctx, [(text, style)], width, "name")
        if len(tried.lines) == len(block.lines) and tried.width <= width:
            block, most = tried, tried.width
        else:
            least = width
    return block


def _size(block: Block) -> float:
    return block.lines[0][0].style.size


def _gap(size: float) -> float:
    """From a name in type of a size to what is below it, in mm."""
    return _BELOW * size * MM_PER_PT


def _below_pt(size: float) -> float:
    """The largest type below a name in type of a size."""
    return min(max(_FOOT_PT, _SMALLER * size), _PLATE_MOST_PT)


def _room_below(plate: Plate, size: float) -> Size:
    """What is left below the highest name, in type of a size."""
    return Size(plate.width, plate.height - plate.name_mm - _gap(size))


def fits_on_a_line(studio: Studio, text: str, plate: Plate) -> bool:
    """Whether a text goes on one line at the foot of a plate."""
    ctx = studio.context({}, "sheet", f"the label's foot '{text}'")
    _, whole = least_widths(ctx, [(text, ctx.style("label"))], "name")
    return whole * _LEAST_PT <= plate.width


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
