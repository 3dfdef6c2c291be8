"""Pages of paper with frames placed on them: what press arranges and paint writes."""


from cardmaker.frame import Frame
from cardmaker.geometry import Rect, Size
from cardmaker.record import record


@record
class Placement:
    """A frame on a page: its top left corner before turning is brought so that the turned frame's
    bounding box has its top left at (x, y) mm. *turn* is 0, 90, 180 or 270 degrees clockwise.

    *section* names what the frame belongs to: the front and the back of one card share a section, and are
    read one after the other however many pages lie between them.
    """

    frame: Frame
    x: float
    y: float
    turn: int = 0
    section: str = ""

    @property
    def box(self) -> Rect:
        """The rectangle that the turned frame covers."""
        size = self.frame.size.turned if self.turn % 180 else self.frame.size
        return Rect(self.x, self.y, *size)


@record
class Bookmark:
    """An outline entry that leads to a place on its page; level 0 is the outermost."""

    title: str
    level: int = 0
    y: float = 0.0


@record
class Page:
    """One side of a sheet. *marks* are drawn as artifacts over the page; *trims* are the finished cards' edges."""

    size: Size
    placements: tuple[Placement, ...]
    label: str = ""
    marks: Frame | None = None
    trims: tuple[Rect, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()


@record
class Document:
    """Pages in printing order with what a viewer shows of them. *duplex*: '', 'Simplex', 'DuplexFlipLongEdge',
    'DuplexFlipShortEdge'."""

    pages: tuple[Page, ...]
    title: str
    author: str = ""
    language: str = "en"
    subject: str = ""
    duplex: str = ""
