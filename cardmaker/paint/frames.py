"""A frame → its content with gaps for marked-content numbers, its elements, and what it draws with.

Everything is relative to the frame, so that a frame is compiled once wherever and however often it is placed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate

from cardmaker.frame import Art, Artwork, Frame, Group, Image, Path, Placed, Role, Text
from cardmaker.geometry import Rect
from cardmaker.namedtuple import NamedTuple
from cardmaker.paint.canvas import GAP, RecordingCanvas
from cardmaker.paint.inks import Inks
from cardmaker.paint.lettering import letter
from cardmaker.paint.pen import Pen, PenState
from cardmaker.paint.pictures import artwork_name, image_name
from cardmaker.paint.reading import Reading, Sequence
from cardmaker.paint.reportlab_private import take_operators
from cardmaker.paint.tags import Element, LinkArea
from cardmaker.record import record


class DrawnSequence(NamedTuple):
    """What was drawn for one element, or as an artifact: operators, the pen before and after, what is drawn with.

    The *operators* of an element's are in two parts, between which the number of its marked content will be.
    """

    operators: tuple[str, ...]
    before: PenState
    after: PenState
    fonts: frozenset[str]
    colours: frozenset[str]

    @property
    def unmarked(self) -> str:
        """The operators as they are on paper alone: without the first and the last, which say whose they are."""
        return GAP.join(self.operators).partition("\n")[2].rpartition("\n")[0]


Again = Callable[[int, PenState], DrawnSequence]


@record(eq=False, slots=False)
class Compiled:
    """*sequences* are what is drawn; *owners* has the element that each numbered one belongs to.

    *element_count* is the number of elements, *boxes* are those of figures, by their elements' indexes; artworks and
    images are by the names they are drawn by. It is plain data, so it may be kept; two are compared by identity.
    """

    sequences: tuple[DrawnSequence, ...]
    elements: tuple[Element, ...]
    owners: tuple[int, ...]
    element_count: int
    fonts: frozenset[str]
    colours: frozenset[str]
    artworks: Mapping[str, Artwork]
    images: Mapping[str, bytes]
    links: tuple[LinkArea, ...]
    boxes: Mapping[int, Rect]
    again: Again
    """Draws a sequence by its number as it is after what another pen has set."""
    like: "Compiled | None" = None
    changed: tuple[int, ...] = ()
    """The numbers of sequences that are others than in the frame that it is *like*."""
    numbered: dict[int, list[str]] = field(default_factory=dict)
    """What was put together for frames like this one, by the number of its first marked content."""

    def operators(self, first: int) -> str:
        """All that is drawn, its marked content numbered from *first* on."""
        like = self.like
        if like is None:
            return "\n".join(self.lines_of(range(len(self.sequences)), first))
        if first not in like.numbered:
            like.numbered[first] = like.lines_of(range(len(self.sequences)), first)
        lines = [*like.numbered[first]]
        for at, line in zip(self.changed, self.lines_of(self.changed, first), strict=True):
            lines[at] = line
        return "\n".join(lines)

    def lines_of(self, which: Iterable[int], first: int) -> list[str]:
        """Some sequences, their marked content numbered."""
        chosen = [(self.sequences[at].operators, self.marks[at]) for at in which]
        return [str(first + mark).join(operators) for operators, mark in chosen]

    @cached_property
    def marks(self) -> list[int]:
        """How many sequences with marked content there are before each."""
        if self.like is not None:
            return self.like.marks
        return [0, *accumulate(len(one.operators) - 1 for one in self.sequences)]

    @cached_property
    def shape(self) -> bytes:
        """A digest of how it is read, and of its pictures."""
        if self.like is not None and self.like.elements is self.elements:
            return self.like.shape
        pictures = tuple(self.artworks), tuple(self.images)
        elements = tuple(map(_facts_of, self.elements))
        facts = elements, self.owners, self.links, tuple(self.boxes.items()), pictures
        return blake2b(repr(facts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _facts_of(element: Element) -> tuple[object, ...]:
    """What an element is, and what is in it."""
    kids = tuple(_facts_of(kid) if isinstance(kid, Element) else kid for kid in element.kids)
    return str(element.role), element.alt, element.scope, element.numbering, element.box, element.index, kids


def compile_frame(frame: Frame, inks: Inks) -> Compiled:
    """Draw all of a frame on a canvas of its own."""
    reading = Reading(frame)
    broken = reading.broken_lines()
    drawing = FrameDrawing(inks, broken)

    def again(number: int, before: PenState) -> DrawnSequence:
        other = FrameDrawing(inks, broken)
        other.pen.go_on_from(before)
        return other.sequence(reading.sequences[number])

    return compiled(reading, [drawing.sequence(one) for one in reading.sequences], drawing, again)


def compiled(
    reading: Reading, drawn: Iterable[DrawnSequence], drawing: "FrameDrawing", again: Again
) -> Compiled:
    """A frame that was read and drawn, sequences of which are drawn *again* by that."""
    drawn = tuple(drawn)
    return Compiled(
        sequences=drawn,
        elements=reading.root.elements,
        owners=tuple(owner.index for owner in reading.owners),
        element_count=reading.element_count,
        fonts=frozenset().union(*(one.fonts for one in drawn)),
        colours=frozenset().union(*(one.colours for one in drawn)),
        artworks=drawing.artworks,
        images=drawing.images,
        links=tuple(reading.links),
        boxes=reading.boxes,
        again=again,
    )


def compile_marks(frame: Frame, inks: Inks) -> Compiled:
    """The same for a frame that is all artifacts, whatever its groups say."""
    return compile_frame(Frame(frame.size, (Placed(0, 0, Group(Role.ARTIFACT, frame.items)),)), inks)


class FrameDrawing:
    """Draws items on a canvas; what they draw with is gathered. *broken* are the ids of lines that go on."""

    def __init__(self, inks: Inks, broken: set[int]) -> None:
        self.canvas = RecordingCanvas()
        self.pen = Pen(self.canvas, inks)
        self._fonts: set[str] = set()
        self.artworks: dict[str, Artwork] = {}
        self.images: dict[str, bytes] = {}
        self.broken = broken
        self._inks = inks
        self._shift = (0.0, 0.0)

    def sequence(self, sequence: Sequence) -> DrawnSequence:
        """Draw what belongs together."""
        before = self.pen.state
        self.pen.colours, self._fonts = set(), set()
        self.canvas.begin_marked(sequence.owner.role if sequence.owner else None)
        for placed in sequence.items:
            self._draw(placed)
        self._unshift()
        self.canvas.end_marked()
        operators = tuple(take_operators(self.canvas).split(GAP))
        fonts, colours = frozenset(self._fonts), frozenset(self.pen.colours)
        return DrawnSequence(operators, before, self.pen.state, fonts, colours)

    def _draw(self, placed: Placed) -> None:
        """Draw one item at its place."""
        x, y, item = placed
        match item:
            case Path():
                self._path(item, x, y)
            case Text():
                self._unshift()
                letter(item, x, y, self.pen, goes_on=id(placed) in self.broken)
                self._fonts.update(run.font for run in item.runs)
            case Art(artwork, width):
                name, scale = artwork_name(artwork, self._inks), width / artwork.width
                self.artworks[name] = artwork
                self._form(name, round(scale, 6), round(scale, 6), x, y)
            case Image(data, width, height):
                name = image_name(data)
                self.images[name] = data
                self._form(name, round(width, 3), -round(height, 3), x, y + height)

    def _form(self, name: str, across: float, down: float, x: float, y: float) -> None:
        """Draw a form or an image, whose size is 1, by its name."""
        self._unshift()
        self.canvas.saveState()
        self.canvas.transform(across, 0, 0, down, round(x, 3), round(y, 3))
        self.canvas.doForm(name)
        self.canvas.restoreState()

    def _path(self, path: Path, x: float, y: float) -> None:
        """Draw a path; those at one place in the same colours share the move to it."""
        shift = round(x, 3), round(y, 3)
        if shift != self._shift or not self.pen.suits(path):
            self._unshift()
            self.pen.prepare(path)
            if any(shift):
                self.canvas.saveState()
                self.canvas.translate(*shift)
            self._shift = shift
        self.pen.draw(path)

    def _unshift(self) -> None:
        """Go back to the frame's own corner."""
        if any(self._shift):
            self.canvas.restoreState()
        self._shift = (0.0, 0.0)
