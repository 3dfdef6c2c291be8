"""Pages of paper with frames placed on them: what press arranges and paint writes."""

import math

from cardmaker.frame import Frame
from cardmaker.geometry import Point, Rect, Size
from cardmaker.record import record


@record
class Placement:
    """A frame on a page: its top left corner before turning is brought so that the turned frame's
    bounding box has its top left at (x, y) mm. *turn* is 0, 90, 180 or 270 degrees clockwise.

    *section* names what the frame belongs to: the front and the back of one card share a section, and are
    read one after the other however many pages lie between them. *scale* enlarges the frame; of what lies
    outside *window*, a rectangle of the page, nothing is shown. Links find it by its *anchors*.
    """

    frame: Frame
    x: float
    y: float
    turn: int = 0
    section: str = ""
    scale: float = 1.0
    window: Rect | None = None
    anchors: tuple[str, ...] = ()

    @property
    def box(self) -> Rect:
        """The rectangle that the turned and scaled frame covers."""
        width, height = self.frame.size.turned if self.turn % 180 else self.frame.size
        return Rect(self.x, self.y, width * self.scale, height * self.scale)


@record
class Bookmark:
    """An outline entry that leads to a place on its page; level 0 is the outermost; *closed*, it hides those below."""

    title: str
    level: int = 0
    y: float = 0.0
    closed: bool = False


@record
class Adjustment:
    """What makes good how a printer moves, stretches and skews a page: all that is drawn is stretched about the page's
    middle by *across* and *down*, turned about it by *turn* degrees clockwise, then moved by (*dx*, *dy*) mm."""

    dx: float = 0.0
    dy: float = 0.0
    across: float = 1.0
    down: float = 1.0
    turn: float = 0.0

    def at(self, point: Point, page: Size) -> Point:
        """Where a point of a page goes."""
        x, y = (point.x - page.width / 2) * self.across, (point.y - page.height / 2) * self.down
        sine, cosine = (math.sin(math.radians(self.turn)), math.cos(math.radians(self.turn)))
        return Point(
            page.width / 2 + cosine * x - sine * y + self.dx,
            page.height / 2 + sine * x + cosine * y + self.dy,
        )

    def of(self, box: Rect, page: Size) -> Rect:
        """Where a rectangle of a page goes, but that it isn't turned."""
        x, y = page.width / 2, page.height / 2
        return Rect(
            x + (box.x - x) * self.across + self.dx,
            y + (box.y - y) * self.down + self.dy,
            box.width * self.across,
            box.height * self.down,
        )


AS_IT_IS = Adjustment()


def centred(frame: Frame, place: Rect, turn: int, section: str) -> Placement:
    """A frame in the middle of a place."""
    size = frame.size.turned if turn % 180 else frame.size
    x = place.x + (place.width - size.width) / 2
    return Placement(frame, x, place.y + (place.height - size.height) / 2, turn, section)


@record
class Page:
    """One side of a sheet. *marks* are drawn as artifacts over the page; *trims* are the finished cards' edges.

    *grounds* are what goes on of the cards beyond their trims, drawn first, as artifacts; so are *slugs*, what is
    printed next to the cards on paper that is cut away. A page that is one card has its *trim* and as much *bleed*
    around it, in mm; a sheet of many is trimmed by hand and has none.
    """

    size: Size
    placements: tuple[Placement, ...]
    label: str = ""
    marks: Frame | None = None
    trims: tuple[Rect, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    adjustment: Adjustment = AS_IT_IS
    grounds: tuple[Placement, ...] = ()
    slugs: tuple[Placement, ...] = ()
    trim: Rect | None = None
    bleed: float = 0.0


@record
class Document:
    """Pages in printing order with what a viewer shows of them. *duplex*: '', 'Simplex', 'DuplexFlipLongEdge',
    'DuplexFlipShortEdge'. *for_screen*: it is to be read and not printed, so it says nothing of printing."""

    pages: tuple[Page, ...]
    title: str
    author: str = ""
    language: str = "en"
    subject: str = ""
    duplex: str = ""
    for_screen: bool = False
