"""The closed set of drawables and the Frame that holds them: what layout decides and paint obeys.

Everything is in millimetres from the frame's top left, y down. Type sizes are in points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import field
from enum import StrEnum
from functools import cached_property

from cardmaker.geometry import MM_PER_PT, Rect, Size
from cardmaker.namedtuple import NamedTuple
from cardmaker.record import record


class Role(StrEnum):
    """The PDF structure type a group stands for; ARTIFACT is what a reader's voice skips."""

    SECT = "Sect"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    P = "P"
    L = "L"
    LI = "LI"
    LBL = "Lbl"
    LBODY = "LBody"
    TABLE = "Table"
    TR = "TR"
    TH = "TH"
    TD = "TD"
    FIGURE = "Figure"
    LINK = "Link"
    SPAN = "Span"
    ARTIFACT = "Artifact"


class Glyphs(NamedTuple):
    """Glyphs of one font in visual order.

    *font* is a font key; *advances* are 1/1000 em with kerning in them; *text* is the characters each glyph
    stands for ('' for the later glyphs of a cluster); *offsets*, if any, move a mark by (dx, dy) 1/1000 em, y up.
    """

    font: str
    ids: tuple[int, ...]
    advances: tuple[int, ...]
    text: tuple[str, ...]
    offsets: tuple[tuple[int, int], ...] | None = None


@record
class Text:
    """One line of type, placed by the left end of its baseline; *tracking_em* is added after each glyph.

    A *rising* line is turned a quarter to the left and reads upwards: its place is the lower end of its baseline.
    *like* is a line that differs from this one in its digits alone, and has as wide ones.
    """

    runs: tuple[Glyphs, ...]
    size_pt: float
    fill: str
    tracking_em: float = 0.0
    rising: bool = False
    like: "Text | None" = field(default=None, compare=False, repr=False)

    @property
    def content(self) -> str:
        """The characters, as they are to be copied and read aloud."""
        return "".join("".join(run.text) for run in self.runs)

    @property
    def width(self) -> float:
        """The advance width in mm."""
        em = sum(sum(run.advances) / 1000 + self.tracking_em * len(run.ids) for run in self.runs)
        return em * self.size_pt * MM_PER_PT

    def covers(self, x: float, y: float, above: float, below: float) -> Rect:
        """The rectangle it takes at a place, reaching *above* and *below* its baseline, all in mm."""
        if self.rising:
            return Rect(x - above, y - self.width, above + below, self.width)
        return Rect(x, y - above, self.width, above + below)


@record
class Path:
    """A shape: *data* is 'M x y L x y C x1 y1 x2 y2 x y Z' tokens between single spaces, absolute, in mm.

    Fill and stroke are '#RRGGBB' or None; *width* and *dash* are mm; *round* gives round caps and joins.
    """

    data: str
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()
    round: bool = False
    even_odd: bool = False


class ArtworkSource(NamedTuple):
    """What an artwork was made of: a bundled figure and the digest of its file, a position of it, a look's digest."""

    figure: str
    digest: str
    pane: str
    look: str


@record
class Artwork:
    """A vector picture in its own units, top left origin, y down; compiled once however often it is used.

    One that has a *source* may have been compiled ahead of time; its paths are then never looked at.
    """

    width: float
    height: float
    paths: Sequence[Path]
    source: ArtworkSource | None = None


@record
class Art:
    """A use of an artwork, scaled to a width in mm."""

    artwork: Artwork
    width: float

    @property
    def height(self) -> float:
        """The height in mm, in the artwork's proportion."""
        return self.width * self.artwork.height / self.artwork.width


@record
class Image:
    """A raster picture, shown at a size in mm.

    *data* is encoded bytes that can be embedded as they are: a baseline or progressive JPEG, or a PNG.
    """

    data: bytes
    width: float
    height: float


@record
class Link:
    """An area that opens a URL, inside a LINK group that holds its text.

    '#name' leads to the placement with that anchor in the same document; where there is none it is no link.
    """

    url: str
    width: float
    height: float
    description: str


class Placed(NamedTuple):
    """A drawable at a place, mm from the frame's top left."""

    x: float
    y: float
    item: "Item"


@record
class Group:
    """Drawables that mean something together; their places are relative to the group's.

    *alt* is spoken instead of a FIGURE; *scope* ('Row' or 'Column') is for a TH; *clip* never occurs:
    layout makes things fit. *like* is a group that differs from this one in its lines' digits alone, which here are
    *digits*.
    """

    role: Role
    items: tuple[Placed, ...]
    alt: str = ""
    scope: str = ""
    like: "Group | None" = field(default=None, compare=False, repr=False)
    digits: str = field(default="", compare=False, repr=False)


Item = Text | Path | Art | Image | Link | Group


class FrameLoss(NamedTuple):
    """What was left out for lack of room that a reader would miss, and where: a card's side, a page.

    *text* is what the plan says and nobody can read there, '' where it isn't one field's.
    """

    where: str
    what: str
    text: str = ""


@record(eq=False, slots=False)
class Frame:
    """A finished surface: its size, and what is on it in reading order.

    *restyled* are the styles that gave way to smaller ones, with those, for lack of room, *swapped* the ids of boxes
    that gave way to others. *like* is a frame that many of the items are taken from. Frames compare by identity: equal
    input gives the same Frame from layout's cache.
    """

    size: Size
    items: tuple[Placed, ...]
    losses: tuple[FrameLoss, ...] = ()
    restyled: tuple[tuple[str, str], ...] = ()
    swapped: frozenset[str] = frozenset()
    like: "Frame | None" = field(default=None, repr=False)

    def walk(self) -> Iterator[Placed]:
        """Every drawable that is not a group, with its place on the frame."""
        return _walk(self.items, 0.0, 0.0)

    @cached_property
    def text(self) -> str:
        """All text in reading order, a line for each drawable."""
        lines: list[str] = []
        _add_said(self.items, self.like._lines if self.like else {}, lines)
        return "\n".join(lines)

    @cached_property
    def _lines(self) -> dict[int, list[str]]:
        """The text of all that is placed, by its id: a frame like this one has most of it, too."""
        found: dict[int, list[str]] = {}
        _gather(self.items, found)
        return found


def _add_said(items: tuple[Placed, ...], known: dict[int, list[str]], lines: list[str]) -> None:
    """Add the text of items to *lines*, one for each drawable."""
    for placed, found in zip(items, map(known.get, map(id, items)), strict=True):
        if found is not None:
            lines += found
        elif type(placed.item) is Group:
            _add_said(placed.item.items, known, lines)
        elif type(placed.item) is Text:
            lines.append(placed.item.content)


def _gather(items: tuple[Placed, ...], found: dict[int, list[str]]) -> None:
    """Add the text of items, and of those in them."""
    for placed in items:
        if isinstance(placed.item, Group):
            _gather(placed.item.items, found)
        lines: list[str] = []
        _add_said((placed,), found, lines)
        found[id(placed)] = lines


def _walk(items: tuple[Placed, ...], x: float, y: float) -> Iterator[Placed]:
    for placed in items:
        if isinstance(placed.item, Group):
            yield from _walk(placed.item.items, x + placed.x, y + placed.y)
        else:
            yield Placed(x + placed.x, y + placed.y, placed.item)
