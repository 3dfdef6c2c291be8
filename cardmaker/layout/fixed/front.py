"""Words and a paper size → the sheet that is folded to see where a front lands on the paper.

Folded edge to edge, a sheet has its crease in its middle, whatever the printer did. On the crease lie ladders: a
stroke for each step, in a row of its own, as far from the page's middle as the step says. The one that the crease
lies on says how far the page is out. Two ladders for each crease, far apart, show whether it is skewed, too.
"""

from collections.abc import Iterator, Mapping

from cardmaker.errors import PaperError
from cardmaker.frame import Frame, Role
from cardmaker.geometry import Point, Rect, Size
from cardmaker.layout.cards import Studio
from cardmaker.layout.fixed.drawing import LIVE, SheetDrawing
from cardmaker.layout.gauges import Segment
from cardmaker.namedtuple import NamedTuple

STEPS = tuple(step / 4 for step in range(-10, 11))
"""How far fronts may be out to be read here, mm."""
PITCH = 2.6
_HALF = 1.0
"""Of a stroke along the crease."""
_NUMBER_AT = 6.5
_LEAST = Size(200.0, 260.0)
_STROKE = 0.2


class CreaseLadder(NamedTuple):
    """Strokes along an *upright* or a level crease; *centre* is where that of 0 lies."""

    upright: bool
    centre: Point

    def places(self) -> Iterator[tuple[float, Point]]:
        """Each step and the middle of its stroke: a page that is out to the right has its crease on the left."""
        for number, step in enumerate(STEPS):
            along = (number - len(STEPS) // 2) * PITCH
            x, y = self.centre
            yield step, Point(x - step, y + along) if self.upright else Point(x + along, y - step)

    def strokes(self) -> Iterator[Segment]:
        """The strokes."""
        for _, (x, y) in self.places():
            if self.upright:
                yield Segment(Point(x, y - _HALF), Point(x, y + _HALF))
            else:
                yield Segment(Point(x - _HALF, y), Point(x + _HALF, y))


def ladders(sheet: Size, scales: Size) -> tuple[CreaseLadder, CreaseLadder, CreaseLadder, CreaseLadder]:
    """Those at the top, the bottom, the left and the right; *scales* apart."""
    x, y = sheet.width / 2, sheet.height / 2
    return (
        CreaseLadder(True, Point(x, y - scales.height / 2)),
        CreaseLadder(True, Point(x, y + scales.height / 2)),
        CreaseLadder(False, Point(x - scales.width / 2, y)),
        CreaseLadder(False, Point(x + scales.width / 2, y)),
    )


def lay_out_front(studio: Studio, words: Mapping[str, str], paper: Size, scales: Size) -> Frame:
    """The sheet on an upright paper; *words* are the phrases 'front_…'. PaperError if the paper is too small."""
    sheet = Size(min(paper), max(paper))
    if sheet.width < _LEAST.width or sheet.height < _LEAST.height:
        raise PaperError(
            f"this sheet doesn't fit on {sheet.width:g} × {sheet.height:g} mm; take A4 or Letter"
        )
    page = SheetDrawing(studio.context({}, "sheet", "front sheet"), words)
    left, right, middle = (sheet.width - LIVE) / 2, sheet.width / 2 + 18, sheet.height / 2
    end = page.put("title", "title", Rect(left, 18, 76, 10), Role.H1)
    page.put("how", "detail", Rect(left, end + 1, 70, 12))
    page.step(1, "across", right, 24)
    end = page.put("across_text", "detail", Rect(right + 9, 31, 58, 40))
    for number, name in enumerate(("top", "bottom")):
        page.field(words[name], right + 9 + 27 * number, end + 2)
    page.step(2, "down", left, middle - 42)
    page.put("down_text", "detail", Rect(left + 9, middle - 35, 58, 30))
    for number, name in enumerate(("left", "right")):
        page.field(words[name], left + 9 + 27 * number, middle + 13)
    page.step(3, "type", right, middle + 24)
    page.put("type_text", "detail", Rect(right + 9, middle + 31, 58, 50))
    for ladder in ladders(sheet, scales):
        marks = [*page.strokes(ladder.strokes(), _STROKE)]
        for step, at in ladder.places():
            if ladder.upright or step * 2 == int(step * 2):
                text = f"{step:g}".replace("-", "−")
                where = (
                    Point(ladder.centre.x + _NUMBER_AT, at.y)
                    if ladder.upright
                    else Point(at.x, ladder.centre.y + _NUMBER_AT)
                )
                marks += page.label(text, "label" if step == int(step) else "field", where)
        page.group(Role.FIGURE, marks, words["ladder"])
    return Frame(sheet, tuple(page.items))
