"""Pages of folded books → their frames: from a page template, or several cards on one page."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cardmaker.frame import Frame, FrameLoss, Group, Placed, Role
from cardmaker.geometry import Point, Rect, Size
from cardmaker.handout import Cover, GymCard, WeekSheet
from cardmaker.layout.cards import Studio
from cardmaker.layout.climbing import Usual
from cardmaker.layout.fit import compose, on_ground
from cardmaker.layout.shapes import line, stroked
from cardmaker.layout.type import set_line
from cardmaker.layout.unsaid import with_unsaid
from cardmaker.theme.face import BookletPage

FOOT = 7.0
"""Of a booklet's page, kept for its number, mm."""
_BASELINE = 5.4
_HEAD_BASELINE = 4.4
"""Of the number at the head of a page of a pocket book, mm: heads are inside the sheet, where every printer prints."""
_REMEDY = "shorten it, or print it in another form"


def lay_out_leaf(
    studio: Studio,
    leaf: BookletPage,
    content: Cover | WeekSheet | GymCard,
    size: Size,
    *,
    parted: bool = True,
) -> Frame:
    """One page of a book at a size; DoesNotFitError names what is too long.

    What isn't *parted*, and may go on on another page, gives up no more than what the first ladder says.
    """
    ctx = studio.context(content, leaf.type, f"book page '{content.name}'")

    ladder = leaf.whole_ladder if parted else leaf.ladder

    def make() -> Frame:
        frame = compose(ctx, leaf.body, ladder, size, leaf.margin, _REMEDY, usual=Usual(leaf.body))
        return with_unsaid(frame, content, head=False) if isinstance(content, WeekSheet) else frame

    return studio.once(leaf, make, content, size, parted)


def gathered(
    studio: Studio,
    frames: Sequence[tuple[Point, Frame]],
    size: Size,
    rules: Sequence[float] = (),
    margin: float = 0.0,
) -> Frame:
    """Several frames as one page; *rules* are the heights of lines between them, a *margin* from its edges."""

    def make() -> Frame:
        items = [Placed(x, y, Group(Role.SECT, frame.items)) for (x, y), frame in frames]
        path = stroked(studio.theme, "hair", "rule", line(size.width - 2 * margin, 0))
        lines = tuple(Placed(margin, y, path) for y in rules)
        ruled = (*items, Placed(0.0, 0.0, Group(Role.ARTIFACT, lines)))
        return on_ground(studio.theme, Frame(size, ruled, _losses(frame for _, frame in frames)))

    return studio.once(gathered, make, tuple(frames), size, tuple(rules), margin)


def headed(studio: Studio, frame: Frame, number: int, margin: float) -> Frame:
    """A page with its number in the margin at its head, at the edge that is turned."""

    def make() -> Frame:
        ctx = studio.context({}, "gym", "page number")
        block = set_line(ctx, str(number), ctx.style("notes"), "number")
        place = Rect(margin, _HEAD_BASELINE - block.rise, frame.size.width - 2 * margin, block.height)
        side = "right" if number % 2 else "left"
        items = Placed(0.0, 0.0, Group(Role.ARTIFACT, tuple(block.placed(place, side))))
        return replace(frame, items=(*frame.items, items))

    return studio.once(headed, make, frame, number, margin)


def filling(studio: Studio, frame: Frame, size: Size) -> Frame:
    """A page in the middle of its leaf, which a theme's ground fills to the edge."""
    if not studio.theme.ground or frame.size == size:
        return frame

    def make() -> Frame:
        x, y = (size.width - frame.size.width) / 2, (size.height - frame.size.height) / 2
        return on_ground(
            studio.theme, Frame(size, (Placed(x, y, Group(Role.SECT, frame.items)),), frame.losses)
        )

    return studio.once(filling, make, frame, size)


def numbered(studio: Studio, frame: Frame, number: int, size: Size) -> Frame:
    """A page, its frame no larger than *size* without the foot, with its number in the middle of the foot."""

    def make() -> Frame:
        ctx = studio.context({}, "sheet", "page number")
        block = set_line(ctx, str(number), ctx.style("label"), "number")
        place = Rect(0, size.height - _BASELINE - block.rise, size.width, block.height)
        foot = Placed(0.0, 0.0, Group(Role.ARTIFACT, tuple(block.placed(place, "center"))))
        x, y = (size.width - frame.size.width) / 2, (size.height - FOOT - frame.size.height) / 2
        page = Placed(x, y, Group(Role.SECT, frame.items))
        return on_ground(studio.theme, Frame(size, (page, foot), frame.losses))

    return studio.once(numbered, make, frame, number, size)


def caption(studio: Studio, text: str) -> Frame:
    """A line of small type for the bare paper, as large as it is."""

    def make() -> Frame:
        ctx = studio.context({}, "sheet", "caption")
        style = ctx.style("detail").in_colour(studio.theme.ground)
        block = set_line(ctx, text, style, "caption")
        size = Size(block.width, block.height)
        return Frame(size, tuple(block.placed(Rect(0, 0, *size))))

    return studio.once(caption, make, text)


def _losses(frames: Iterable[Frame]) -> tuple[FrameLoss, ...]:
    """What was left out of all frames, each once."""
    return tuple(dict.fromkeys(loss for frame in frames for loss in frame.losses))
