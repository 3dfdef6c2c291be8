"""Words and a paper size → the two sides of a calibration sheet, to be read and then typed in.

Everything to read with lies in the same place on each paper, about its middle line, and clear of the outer 16 mm:
there the stairs climb to the paper's edge.
"""

from collections.abc import Mapping

from cardmaker.errors import PaperError
from cardmaker.frame import Frame, Path, Placed, Role
from cardmaker.geometry import Point, Rect, Size
from cardmaker.layout.cards import Studio
from cardmaker.layout.fixed.drawing import BLACK, LIVE, STROKE, SheetDrawing
from cardmaker.layout.gauges import COARSE, FINE, Comb, PinTarget, Segment, Stair, arrow, rule
from cardmaker.layout.shapes import circle, rect, surface
from cardmaker.namedtuple import NamedTuple
from cardmaker.record import record

LEAST = Size(205.0, 272.0)
"""The smallest paper that holds the sheet, mm."""
_THIN = 0.2


@record
class Gauges:
    """All that is read from a sheet of one size."""

    sheet: Size

    @property
    def left(self) -> float:
        """Where the live area begins."""
        return (self.sheet.width - LIVE) / 2

    @property
    def combs(self) -> tuple[Comb, ...]:
        """Across and down, a fine and a coarse one each."""
        middle = self.sheet.width / 2
        return (
            Comb("across", FINE, 8.0, 5.0, 2.2, Point(middle, 179.0)),
            Comb("across", COARSE, 6.7, 4.0, 1.8, Point(middle, 195.8)),
            Comb("down", FINE, 8.0, 3.4, 1.5, Point(middle, 212.4)),
            Comb("down", COARSE, 6.7, 2.8, 1.3, Point(middle, 226.2)),
        )

    @property
    def stairs(self) -> tuple[Stair, ...]:
        """To the four edges."""
        return Stair("top"), Stair("right"), Stair("bottom"), Stair("left")

    @property
    def target(self) -> PinTarget:
        """For paper that light doesn't go through."""
        return PinTarget(Point(self.left + 141.0, 99.0))


class SheetSides(NamedTuple):
    """Front and back; *turned* is upside down on the back, where a short-edge flip sets it upright."""

    front: Frame
    back: Frame
    turned: Frame


def lay_out_calibration(studio: Studio, words: Mapping[str, str], paper: Size) -> SheetSides:
    """The sides of the sheet on an upright paper, for a printer that flips it on its long edge.

    *words* are the phrases 'calibrate_…' without that beginning. PaperError if the paper is too small.
    """
    sheet = Size(min(paper), max(paper))
    if sheet.width < LEAST.width or sheet.height < LEAST.height:
        raise PaperError(
            f"a calibration sheet doesn't fit on {sheet.width:g} × {sheet.height:g} mm;"
            " take A4, Letter or larger: what is read holds for smaller paper too"
        )
    ctx = studio.context({}, "sheet", "calibration sheet")
    front, back, turned = (SheetDrawing(ctx, words) for _ in range(3))
    gauges = Gauges(sheet)
    _front(front, gauges)
    _back(back, gauges)
    _verdict(turned, gauges.left, sheet.height - 146, "is_short")
    return SheetSides(*(Frame(sheet, tuple(side.items)) for side in (front, back, turned)))


def _front(page: SheetDrawing, gauges: Gauges) -> None:
    left, column = gauges.left, 116.0
    page.put("title", "title", Rect(left, 18, 112, 10), Role.H1)
    page.put("how", "subtitle", Rect(left, 28, 130, 5))
    page.put("printer", "label", Rect(left + 120, 18.6, 54, 4))
    page.rule(left + 120, 31.6, 54, "pencil")
    page.rule(left, 35, LIVE, "primary", 0.35)
    _size(page, gauges, column)
    page.step(2, "turn", left, 84)
    end = page.put("turn_text", "detail", Rect(left + 9, 91, column, 12))
    for x, key in ((left + 9, "long"), (left + 44, "short")):
        tick = Path(rect(4, 4, 0.5), stroke=page.colour("ink"), width=0.35)
        page.group(Role.ARTIFACT, [Placed(x, end + 1.6, tick)])
        page.put(key, "detail", Rect(x + 6, end + 1.4, 75, 5))
    page.step(3, "margin", left, 115)
    page.put("margin_text", "detail", Rect(left + 9, 122, column, 12))
    for number, key in enumerate(("top", "right", "bottom", "left")):
        page.field(page.words[key], left + 9 + number * 27, 133.4)
    _light(page, gauges)
    _type(page, gauges)
    _stairs(page, gauges)


def _size(page: SheetDrawing, gauges: Gauges, column: float) -> None:
    left = gauges.left
    page.step(1, "size", left, 41)
    page.put("size_text", "detail", Rect(left + 9, 48, column, 9))
    for start, upright in ((Point(left + 9, 62.0), False), (Point(left + 161, 42.0), True)):
        ends, ticks = rule(start, 100, upright=upright)
        marks = [*page.strokes(ticks, _THIN), *page.strokes(ends, _THIN)]
        page.group(Role.FIGURE, marks, page.words["rule_alt"])
        for mm in (0, 50, 100):
            at = (
                Point(start.x + 6.4 + 0.9 * len(str(mm)), start.y + mm)
                if upright
                else Point(start.x + mm, start.y + (-3.9 if mm != 50 else 5.2))
            )
            page.group(Role.ARTIFACT, page.label(str(mm), "label", at))
    page.field(page.words["across"], left + 9, 70.6)
    page.field(page.words["down"], left + 36, 70.6)


def _light(page: SheetDrawing, gauges: Gauges) -> None:
    left = gauges.left
    page.rule(left, 147, LIVE)
    page.step(4, "light", left, 149.6)
    page.put("light_text", "detail-small", Rect(left + 9, 156.6, 112, 12))
    page.field(page.words["across"], left + 124, 158.4, 24)
    page.field(page.words["down"], left + 150, 158.4, 24)
    heads = ("row_across", "row_far", "row_down", "row_far")
    for comb, head in zip(gauges.combs, heads, strict=True):
        reach = comb.half if comb.way == "across" else 1.5 if comb.steps is FINE else 3.5
        reach = max(reach, 4.2 if comb.steps is COARSE else reach)
        page.group(
            Role.FIGURE,
            [
                *page.strokes(comb.front()),
                *(item for step, at in comb.places() for item in _number(page, step, at, reach)),
            ],
            page.words[head],
        )
        if head == "row_far":
            continue
        page.put(head, "label", Rect(left + 3, comb.centre.y - reach - 4.0, LIVE, 4))
    x, y = gauges.target.centre
    ring = Path(circle(5), stroke=BLACK, width=_THIN)
    cross = [
        Segment(Point(x - 4, y), Point(x + 4, y)),
        Segment(Point(x, y - 4), Point(x, y + 4)),
    ]
    page.group(
        Role.FIGURE,
        [Placed(x - 2.5, y - 2.5, ring), *page.strokes(cross, 0.12)],
        page.words["pin"],
    )
    page.put("pin", "label", Rect(x - 12, y + 5, 24, 4), align="center")


def _number(page: SheetDrawing, step: float, at: Point, reach: float) -> list[Placed]:
    """A step's number below its stroke; full ones stand out."""
    text = f"{step:g}".replace("-", "−")
    style = "label" if step == int(step) else "field"
    return page.label(text, style, Point(at.x, at.y + reach + 1.9), "ink" if style == "label" else "ink2")


def _type(page: SheetDrawing, gauges: Gauges) -> None:
    left, top = gauges.left, 238.0
    page.group(Role.ARTIFACT, surface(page.ctx.theme, "rest", Rect(left, top, LIVE, 22), 1.0))
    page.step(5, "type", left + 3, top + 2.4)
    page.put("type_text", "detail-small", Rect(left + 68, top + 3.6, LIVE - 72, 5), align="right")
    command = "cardmaker calibrate  --printer ________  --rule ______x______  --back ______,______"
    block = page.set(f"{command}  --margin ____,____,____,____", "detail", LIVE - 8)
    page.group(Role.P, block.placed(Rect(left + 12, top + 12.6, LIVE - 8, 6)))


def _stairs(page: SheetDrawing, gauges: Gauges) -> None:
    for stair in gauges.stairs:
        marks = page.strokes(stair.strokes(gauges.sheet), _THIN)
        for number, distance in enumerate(stair.distances()):
            if distance == int(distance):
                along = (number - (stair.bars - 1) / 2) * stair.pitch
                at = stair.at(gauges.sheet, along, stair.foot + 2.2)
                marks += page.label(f"{distance:g}", "label", at)
        page.group(Role.FIGURE, marks, page.words[stair.edge])


def _back(page: SheetDrawing, gauges: Gauges) -> None:
    for comb in gauges.combs:
        page.group(Role.ARTIFACT, page.strokes(comb.back(gauges.sheet)))
    _verdict(page, gauges.left, 24, "is_long")
    _pin(page, gauges)
    page.put("reads", "label", Rect(gauges.left, 245, LIVE, 4), align="center")


def _verdict(page: SheetDrawing, left: float, top: float, key: str) -> None:
    """An arrow up, the name of an edge, and what to do."""
    shape = Path(arrow(Rect(0, 0, 26, 34)), fill=page.colour("primary"))
    if key == "is_short":
        shape = Path(arrow(Rect(0, 0, 26, 34)), stroke=page.colour("primary"), width=0.7)
    page.group(Role.ARTIFACT, [Placed(left + 4, top, shape)])
    below = page.put(key, "title", Rect(left + 42, top + 4, 132, 10), Role.H2)
    page.put(f"{key}_text", "rest", Rect(left + 42, below + 2, 118, 12))


def _pin(page: SheetDrawing, gauges: Gauges) -> None:
    x, y = gauges.target.behind(gauges.sheet)
    middle, others = gauges.target.grid(gauges.sheet)
    marks = [*page.strokes(others, 0.1), *page.strokes(middle, STROKE)]
    reach = gauges.target.reach
    for mm in (-4, 0, 4):
        sign = f"{-mm:g}".replace("-", "−")
        marks += page.label(sign, "field", Point(x + mm, y + reach + 2))
        marks += page.label(sign, "field", Point(x + reach + 2.4, y + mm))
    page.group(Role.FIGURE, marks, page.words["pin"])
    page.put("pin_text", "detail", Rect(gauges.left + 50, y - 9, 118, 16))
