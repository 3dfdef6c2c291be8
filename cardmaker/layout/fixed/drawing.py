"""What is put on a sheet of measures, word by word and stroke by stroke → the items of its frame."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from cardmaker.frame import Group, Path, Placed, Role
from cardmaker.geometry import Point, Rect
from cardmaker.layout.context import Context
from cardmaker.layout.gauges import Segment, drawn
from cardmaker.layout.shapes import line, rect, surface
from cardmaker.layout.textbox import set_words
from cardmaker.layout.type import Block
from cardmaker.theme.content import TextBox

BLACK = "#000000"
LIVE = 174.0
"""The width of everything but what is at the paper's edges, mm."""
STROKE = 0.3


@dataclass(slots=True)
class SheetDrawing:
    """A side while it is drawn."""

    ctx: Context
    words: Mapping[str, str]
    items: list[Placed] = field(default_factory=list)

    def put(
        self, key: str, style: str, place: Rect, role: Role = Role.P, *, colour: str = "", align: str = "left"
    ) -> float:
        """Set the words of a key in a column; where they end below."""
        block = self.set(self.words[key], style, place.width, colour)
        self.group(role, block.placed(place, align))
        return place.y + block.height

    def set(self, text: str, style: str, width: float, colour: str = "") -> Block:
        """Words as lines."""
        box = TextBox(text=(text,), style=style, colour=colour)
        return set_words(replace(self.ctx, memo={}), box, width)

    def label(self, text: str, style: str, at: Point, colour: str = "") -> list[Placed]:
        """A word whose capitals' middle is at a point."""
        block = self.set(text, style, 60.0, colour)
        metrics = self.ctx.measurer.metrics(block.lines[0][0].style.weight)
        capital = metrics.cap_height * block.lines[0][0].style.size * 25.4 / 72
        top = at.y + capital / 2 - block.rise
        return block.placed(Rect(at.x - block.width / 2, top, block.width, block.height))

    def group(self, role: Role, items: Iterable[Placed], alt: str = "") -> None:
        """Add items that mean something together."""
        self.items.append(Placed(0.0, 0.0, Group(role, tuple(items), alt)))

    def strokes(self, strokes: Iterable[Segment], width: float = STROKE, colour: str = BLACK) -> list[Placed]:
        """Lines as one path."""
        return [Placed(0.0, 0.0, Path(drawn(list(strokes)), stroke=colour, width=width))]

    def colour(self, token: str) -> str:
        """A colour of the theme."""
        return self.ctx.theme.colour(token)

    def rule(self, x: float, y: float, width: float, token: str = "rule", stroke: float = 0.2) -> None:
        """A level line."""
        path = Path(line(width, 0), stroke=self.colour(token), width=stroke)
        self.group(Role.ARTIFACT, [Placed(x, y, path)])

    def step(self, number: int, heading: str, x: float, y: float) -> None:
        """The number and the heading of a step."""
        theme = self.ctx.theme
        plate = surface(theme, "chip", Rect(x, y, 6.4, 6.4), theme.radii["chip"])
        ink = theme.surfaces["chip"].text
        figure = self.label(str(number), "chip", Point(x + 3.2, y + 3.2), ink)
        self.group(Role.ARTIFACT, plate)
        words = self.set(self.words[heading], "session", LIVE).placed(Rect(x + 9, y + 0.3, LIVE, 6))
        self.group(Role.H2, [*figure, *words])

    def field(self, text: str, x: float, y: float, width: float = 25.0) -> None:
        """A box to write in, its unit or name at its lower right."""
        theme = self.ctx.theme
        edge = Path(
            rect(width, 8, theme.radii["box"]), stroke=self.colour("pencil"), width=theme.strokes["field"]
        )
        block = self.set(text, "field", width)
        name = block.placed(Rect(x, y + 8 - block.height - 0.4, width - 1.0, block.height), "right")
        self.group(Role.ARTIFACT, [Placed(x, y, edge)])
        self.group(Role.P, name)
