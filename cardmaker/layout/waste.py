"""Words and a length → small frames for the paper around the cards: which sheet it is, and a rule to check it by."""

from cardmaker.frame import Frame, Path, Placed
from cardmaker.geometry import Rect, Size
from cardmaker.layout.cards import Studio
from cardmaker.layout.type import Block, set_line
from cardmaker.record import record

_SIZE_PT = 6.5
_LONG, _SHORT = 2.4, 1.2
"""Of a rule's marks at its ends and between them, mm."""
_STROKE = 0.2
_GAP = 1.5
_INK = "#000000"


@record
class SheetLine:
    """Says in small type which sheet it is, of how many: words for fronts and for backs, with {n} and {count}."""

    studio: Studio
    front: str
    back: str

    def __call__(self, sheet: int, sheets: int, back: bool) -> Frame:
        """A line for one side of a sheet, as large as it is."""
        words = self.back if back else self.front
        text = words.replace("{n}", str(sheet)).replace("{count}", str(sheets))

        def make() -> Frame:
            line = _line(self.studio, text)
            whole = Rect(0, 0, line.width, line.height)
            return Frame(Size(line.width, line.height), tuple(line.placed(whole)))

        return self.studio.once(SheetLine, make, text)


def check_rule(studio: Studio, length: float, step: float, text: str) -> Frame:
    """A rule *length* mm long with a mark each *step* mm, and what it is, *text*, to the right of it."""

    def make() -> Frame:
        line = _line(studio, text)
        height = max(_LONG, line.height)
        marks = [(n * step, _SHORT) for n in range(1, round(length / step))]
        marks += [(0.0, _LONG), (length, _LONG)]
        strokes = [f"M {x:.3f} {height - high:.3f} L {x:.3f} {height:.3f}" for x, high in marks]
        data = " ".join((f"M 0 {height:.3f} L {length:.3f} {height:.3f}", *strokes))
        words = Rect(length + _GAP, height - line.height, line.width, line.height)
        items = (Placed(0.0, 0.0, Path(data, stroke=_INK, width=_STROKE)), *line.placed(words))
        return Frame(Size(words.right, height), items)

    return studio.once(check_rule, make, length, step, text)


def _line(studio: Studio, text: str) -> Block:
    ctx = studio.context({}, "sheet", "sheet line")
    return set_line(ctx, text, ctx.style("label").at(_SIZE_PT).in_colour(_INK), "sheet line")
