"""Pictures of the reader's own and QR codes in their boxes."""

from cardmaker.frame import Art, Image, Path, Placed, Role
from cardmaker.geometry import Rect
from cardmaker.handout import OwnPicture
from cardmaker.layout.context import Context
from cardmaker.layout.engine import BoxKind, register, tagged
from cardmaker.layout.scope import present
from cardmaker.layout.shapes import num, rect
from cardmaker.theme.content import ImageBox, QrBox

# A module's side in mm: what any phone reads, and what a good one still does.
_GOOD_MODULE, _LEAST_MODULE = 0.33, 0.25
# The light modules that a code keeps around it, on a plate of its own where the paper isn't light.
_QUIET = 4


def _contained(item: Art | Image, area: Rect, raised: float = 0.0) -> Placed:
    """The picture as large as it goes, in the middle of its box, on its foot.

    *raised*: how much of the room above it goes below it instead.
    """
    factor = min(area.width / item.width, area.height / item.height)
    width, height = item.width * factor, item.height * factor
    scaled = Art(item.artwork, width) if isinstance(item, Art) else Image(item.data, width, height)
    y = area.bottom - height - raised * (area.height - height)
    return Placed(area.x + (area.width - width) / 2, y, scaled)


def own_picture(ctx: Context, picture: OwnPicture, area: Rect) -> list[Placed]:
    """A picture of the reader's own, in the middle of the box of an exercise's figure."""
    return _on_plate(ctx, _contained(picture.shown(area.width, area.height), area, 0.5))


def _on_plate(ctx: Context, placed: Placed) -> list[Placed]:
    """A picture on a light ground of its own where the paper is dark, as it may be drawn in black on nothing."""
    plate = ctx.theme.colour("plate")
    if plate == ctx.theme.colour("paper") or not isinstance(placed.item, Art | Image):
        return [placed]
    ground = Path(rect(placed.item.width, placed.item.height), fill=plate)
    return [Placed(placed.x, placed.y, ground), placed]


def _image_draw(ctx: Context, box: ImageBox, area: Rect) -> list[Placed]:
    picture: OwnPicture = ctx.scope.raw(box.image)
    items = _on_plate(ctx, _contained(picture.shown(area.width, area.height), area))
    return items if ctx.bare else [tagged(Role.FIGURE, items, alt=ctx.scope.fill(box.alt))]


register(
    ImageBox,
    BoxKind(lambda c, b: present(c.scope.raw(b.image)), lambda c, b: 0.0, lambda c, b, w: 0.0, _image_draw),
)


# QR --------------------------------------------------------------------------------------------------


def _qr_draw(ctx: Context, box: QrBox, area: Rect) -> list[Placed]:
    """Runs of dark modules as rectangles in one path; the quiet zone is the card's own white."""
    side = min(area.width, area.height)
    plate = ctx.theme.colour("plate")
    quiet = _QUIET if plate != ctx.theme.colour("paper") else 0
    rows = _modules(ctx.scope.fill(box.qr), side, quiet)
    module = side / (len(rows) + 2 * quiet)
    if module < _LEAST_MODULE:
        raise ctx.overflow(box.called, (len(rows) + 2 * quiet) * _LEAST_MODULE, side)
    parts = []
    for line, row in enumerate(rows):
        x = 0
        while x < len(row):
            if not row[x]:
                x += 1
                continue
            end = x
            while end < len(row) and row[end]:
                end += 1
            parts.append(_block((x + quiet) * module, (line + quiet) * module, (end - x) * module, module))
            x = end
    code = Path(" ".join(parts), fill=ctx.theme.colour("qr"))
    y = area.bottom - module * (len(rows) + 2 * quiet)
    shapes = [Placed(area.x, y, code)]
    if quiet:
        shapes.insert(0, Placed(area.x, y, Path(rect(side, side), fill=plate)))
    return shapes if ctx.bare else [tagged(Role.FIGURE, shapes, alt=ctx.scope.fill(box.alt))]


def _modules(link: str, side: float, quiet: int) -> list[bytes]:
    """The code's rows; a long link gets less room for damage, so that its modules stay large."""
    import segno

    for spare in ("m", "l"):
        rows = [bytes(row) for row in segno.make(link, error=spare, micro=False).matrix]
        if side / (len(rows) + 2 * quiet) >= _GOOD_MODULE:
            break
    return rows


def _block(x: float, y: float, width: float, height: float) -> str:
    left, top, right, foot = num(x), num(y), num(x + width), num(y + height)
    return f"M {left} {top} L {right} {top} L {right} {foot} L {left} {foot} Z"


register(
    QrBox,
    BoxKind(lambda c, b: present(c.scope.fill(b.qr)), lambda c, b: 13.5, lambda c, b, w: 10.0, _qr_draw),
)
