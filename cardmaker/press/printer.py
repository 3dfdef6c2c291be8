"""Pages and what is known of a printer → the pages as this printer has to get them, and what it can't print.

The readings of a calibration sheet are kept as they were read. They are of an upright page, turned like a page
in a book: flipped on its long edge. A printer turns the paper in one way only. Asked to flip on the short edge
it prints the back's picture the other way up, so that a back which came out low and to the left now comes out
high and to the right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from cardmaker.frame import Frame, Item, Link, Path, Placed, Text
from cardmaker.geometry import MM_PER_PT, Insets, Point, Rect, Size
from cardmaker.namedtuple import NamedTuple
from cardmaker.page import AS_IT_IS, Adjustment, Page, Placement
from cardmaker.press.duplex import Flip
from cardmaker.record import record

SCALES = Size(125.0, 170.0)
"""How far apart the scales are that fronts are read from, mm: those for down across, those for right down."""
_SLACK = 0.05
"""Less than this is not worth a word, mm."""


_NOWHERE, _TRUE, _NONE = Point(0.0, 0.0), Size(1.0, 1.0), Insets.all(0.0)


@record
class Printer:
    """What a printer does to an upright page.

    *back*: how far a back comes out from behind its front, mm to the right and down, looking at the back.
    *stretch*: what a length of 1 comes out as, across and down. *margin*: which part of a page at its edges isn't
    printed, mm of the page from each of them, looking at the front. *front*: how far a front comes out from where it
    belongs on the paper, mm to the right and down; *skew*: how far it is turned there, degrees clockwise.
    """

    name: str
    back: Point = _NOWHERE
    stretch: Size = _TRUE
    margin: Insets = _NONE
    front: Point = _NOWHERE
    skew: float = 0.0

    def adjustment(self, page: Size, flip: Flip | None = None) -> Adjustment:
        """What makes good stretch, shift and skew; of a back that is flipped over this edge, its own shift.

        Backs aren't turned: how they are skewed isn't read. A landscape page is turned by the printer or the viewer,
        one knows not which way: it is moved nowhere.
        """
        stretch = self.stretch.turned if page.landscape else self.stretch
        across, down = 1 / stretch.width, 1 / stretch.height
        if page.landscape:
            return Adjustment(0.0, 0.0, across, down)
        if flip in (None, Flip.NONE):
            return Adjustment(-self.front.x * across, -self.front.y * down, across, down, -self.skew)
        way = 1 if flip is Flip.LONG else -1
        out = Point(self.back.x - self.front.x, self.back.y + self.front.y)  # from behind, left is right
        return Adjustment(-way * out.x * across, -way * out.y * down, across, down)

    def unprintable(self, page: Size, flip: Flip | None = None) -> Insets:
        """The margins of the paper; of a landscape page the larger of two opposite ones counts for both."""
        top, right, bottom, left = self._on_paper(page.turned if page.landscape else page)
        if page.landscape:
            ends, sides = max(top, bottom), max(left, right)
            return Insets(sides, ends, sides, ends)
        seen_from_behind = flip not in (None, Flip.NONE)
        return Insets(top, left, bottom, right) if seen_from_behind else Insets(top, right, bottom, left)

    def _on_paper(self, page: Size) -> Insets:
        """The margins as they are on the paper: what was read from a sheet was stretched and moved with it."""
        if self.margin == _NONE:
            return _NONE
        top, right, bottom, left = self.margin
        x, y = page.width / 2, page.height / 2
        edges = (
            y - (y - top) * self.stretch.height + self.front.y,
            x - (x - right) * self.stretch.width - self.front.x,
            y - (y - bottom) * self.stretch.height - self.front.y,
            x - (x - left) * self.stretch.width + self.front.x,
        )
        return Insets(*(max(0.0, edge) for edge in edges))


class Loss(NamedTuple):
    """What of one placement can't be printed: how many mm at the worst edge, and which edge that is."""

    section: str
    back: bool
    edge: str
    depth: float


def for_printer(
    pages: Sequence[Page], printer: Printer, flip: Flip, *, backs: str = "odd"
) -> tuple[Page, ...]:
    """The pages adjusted to a printer; of pages that are flipped every second one is a back.

    *backs* is 'odd', or 'all' or 'none' for pages of one side that were sorted out to be printed by themselves.
    """
    return tuple(
        replace(page, adjustment=_or_as_it_is(printer.adjustment(page.size, flip if back else None)))
        for page, back in _sides(pages, flip, backs)
    )


def losses(pages: Sequence[Page], printer: Printer, flip: Flip, *, backs: str = "odd") -> tuple[Loss, ...]:
    """What of these pages, adjusted already, falls into the printer's margin."""
    return tuple(
        loss
        for page, back in _sides(pages, flip, backs)
        for placement in page.placements
        for loss in _lost(page, placement, back, printer.unprintable(page.size, flip if back else None))
    )


def _sides(pages: Sequence[Page], flip: Flip, backs: str) -> Iterator[tuple[Page, bool]]:
    for number, page in enumerate(pages):
        yield page, flip is not Flip.NONE and (backs == "all" or (backs == "odd" and number % 2 == 1))


def _or_as_it_is(adjustment: Adjustment) -> Adjustment:
    return AS_IT_IS if adjustment == AS_IT_IS else adjustment


def _lost(page: Page, placement: Placement, back: bool, margin: Insets) -> Iterator[Loss]:
    ink = extent(placement.frame)
    if ink is None:
        return
    box = _on_paper(placement, ink)
    safe = Rect(0, 0, *page.size).inset(margin)
    depths = {
        "top": safe.y - box.y,
        "right": box.right - safe.right,
        "bottom": box.bottom - safe.bottom,
        "left": safe.x - box.x,
    }
    edge = max(depths, key=lambda name: depths[name])
    if depths[edge] > _SLACK:
        yield Loss(placement.section, back, edge, depths[edge])


def _on_paper(placement: Placement, ink: Rect) -> Rect:
    """Where a frame's ink ends up: at its place, as the page's adjustment makes good the printer's fault."""
    (width, height), scale = placement.frame.size, placement.scale
    match placement.turn:
        case 90:
            ink = Rect(height - ink.bottom, ink.x, ink.height, ink.width)
        case 180:
            ink = Rect(width - ink.right, height - ink.bottom, *ink.size)
        case 270:
            ink = Rect(ink.y, width - ink.right, ink.height, ink.width)
    x, y = placement.x + ink.x * scale, placement.y + ink.y * scale
    box = Rect(x, y, ink.width * scale, ink.height * scale)
    shown = placement.window
    if shown:
        x, y = max(box.x, shown.x), max(box.y, shown.y)
        box = Rect(x, y, min(box.right, shown.right) - x, min(box.bottom, shown.bottom) - y)
    return box


_PAPER = "#FFFFFF"
_ASCENT, _DESCENT = 0.75, 0.22
"""How far letters reach above and below their baseline, in em."""


@lru_cache(maxsize=4096)
def extent(frame: Frame) -> Rect | None:
    """Around everything that is drawn, in the frame's mm; None if nothing is. White on nothing isn't ink."""
    boxes = [box for placed in frame.walk() for box in _boxes(placed)]
    return Rect.holding(boxes) if boxes else None


def inked(frame: Frame) -> Iterator[tuple[Rect, Item]]:
    """The rectangle around each thing that is drawn, and what it is."""
    return ((box, placed.item) for placed in frame.walk() for box in _boxes(placed))


def _boxes(placed: Placed) -> Iterator[Rect]:
    x, y, item = placed
    match item:
        case Path():
            yield from _shape(item, x, y)
        case Text() if item.content.strip():
            em = item.size_pt * MM_PER_PT
            yield item.covers(x, y, _ASCENT * em, _DESCENT * em)
        case Text() | Link():
            return
        case thing:
            yield Rect(x, y, thing.width, thing.height)  # type: ignore[union-attr]


def _shape(path: Path, x: float, y: float) -> Iterator[Rect]:
    """The box around a path's points: curves stay within those of their handles."""
    if not path.stroke and path.fill in (None, _PAPER):
        return
    numbers = [float(token) for token in path.data.split() if not token.isalpha()]
    if not numbers:
        return
    xs, ys = numbers[0::2], numbers[1::2]
    half = path.width / 2 if path.stroke else 0.0
    left, top = x + min(xs) - half, y + min(ys) - half
    yield Rect(left, top, x + max(xs) + half - left, y + max(ys) + half - top)
