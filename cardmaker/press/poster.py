"""A frame and how many pages it is to cover → tiles that overlap, to be trimmed at two edges and glued.

The tiles of a row go from left to right, the rows from the top down. Each tile but the first of its row is
trimmed at its left edge and laid on the strip that its left neighbour has kept at its right; rows likewise.
"""

from collections.abc import Callable, Iterator, Sequence
from string import ascii_uppercase

from cardmaker.errors import PaperError
from cardmaker.frame import Frame, Group, Link, Path, Placed, Role
from cardmaker.geometry import Insets, Point, Rect, Size
from cardmaker.page import Bookmark, Page, Placement
from cardmaker.press.seams import cut, starts
from cardmaker.record import record

MARGIN = 10.0
"""Of paper kept free around each tile, mm: more than any printer needs, and room for what the tile is called."""
OVERLAP = 10.0
"""Of two neighbours, mm."""
MOST = 100
"""Tiles of one poster."""
_LESS = (0.0, 0.03, 0.06, 0.09, 0.12, 0.15, 0.18)
"""How much smaller than tiles allow a poster may be, so that their seams cut through less."""
_SPARING = 0.92
"""So much of a size a poster has at least, where that takes fewer pages."""
_SMALLER = 200.0
"""What it costs to be smaller by all of its size: a line of type for 5 %."""
_WIDTH = 0.2
_COLOUR = "#000000"
_DASH = (1.0, 0.8)
_TICK = 5.0
_GAP = 1.0
_BESIDE = 4.0
"""From what is trimmed to a tile's name, mm."""

_Places = Sequence[float]


@record
class Enlargement:
    """How large a poster is: columns and rows of pages, or the largest that fits a *size*, mm."""

    columns: int = 0
    rows: int = 0
    size: Size | None = None

    def scale(self, frame: Size) -> float:
        """How much a frame is enlarged to go into the size, either way up."""
        assert self.size is not None
        width, height = _way_up(self.size, frame)
        return min(width / frame.width, height / frame.height)


@record
class Tiling:
    """Columns and rows of tiles on a paper; *overlap* and *margin* in mm."""

    paper: Size
    columns: int
    rows: int
    overlap: float = OVERLAP
    margin: float = MARGIN

    def __post_init__(self) -> None:
        if min(self.tile) <= self.overlap:
            raise PaperError(
                f"paper of {self.paper.width:g} × {self.paper.height:g} mm is too small for tiles"
            )

    @property
    def tile(self) -> Size:
        """What of the poster is seen on one page."""
        area = Rect(0, 0, *self.paper).inset(Insets.all(self.margin))
        return area.size

    @property
    def whole(self) -> Size:
        """The size of all tiles glued together."""
        tile = self.tile
        return Size(
            tile.width + (self.columns - 1) * (tile.width - self.overlap),
            tile.height + (self.rows - 1) * (tile.height - self.overlap),
        )

    def scale(self, frame: Size) -> float:
        """How much a frame is enlarged to fill the poster."""
        return min(self.whole.width / frame.width, self.whole.height / frame.height)


def of_tiles(columns: int, rows: int, paper: Size, frame: Size, margin: float = MARGIN) -> Tiling:
    """So many tiles, the paper upright or on its side, whichever shows the frame larger."""
    upright = Size(min(paper), max(paper))
    tilings = [Tiling(sheet, columns, rows, margin=margin) for sheet in (upright, upright.turned)]
    return max(tilings, key=lambda tiling: tiling.scale(frame))


def of_size(target: Size, paper: Size, frame: Size, margin: float = MARGIN) -> Tiling:
    """The fewest tiles that cover a frame as large as it goes into a target size, or a little smaller, either way up.

    PaperError if they are too many.
    """
    wanted = _way_up(target, frame)
    scale = min(wanted.width / frame.width, wanted.height / frame.height)
    upright = Size(min(paper), max(paper))
    tilings = [
        _covering(Size(frame.width * scale * share, frame.height * scale * share), sheet, margin)
        for share in (1.0, _SPARING)
        for sheet in (upright, upright.turned)
    ]
    best = min(tilings, key=lambda tiling: tiling.columns * tiling.rows)
    if best.columns * best.rows > MOST:
        raise PaperError(
            f"a poster of {wanted.width:g} × {wanted.height:g} mm takes {best.columns * best.rows} pages;"
            " choose a smaller one, or larger paper"
        )
    return best


def _way_up(size: Size, frame: Size) -> Size:
    return Size(max(size), min(size)) if frame.landscape else Size(min(size), max(size))


def _covering(need: Size, paper: Size, margin: float) -> Tiling:
    one = Tiling(paper, 1, 1, margin=margin)
    steps = [
        max(1, -int(-(length - one.overlap - 1e-6) // (tile - one.overlap)))
        for length, tile in zip(need, one.tile, strict=True)
    ]
    return Tiling(paper, steps[0], steps[1], margin=margin)


def called(row: int, column: int) -> str:
    """A tile's name: A1, A2, … in the first row."""
    return f"{ascii_uppercase[row] if row < 26 else row + 1}{column + 1}"


def tiled(
    frame: Frame,
    name: str,
    tiling: Tiling,
    caption: Callable[[str], Frame],
    scale: float | None = None,
) -> tuple[Page, ...]:
    """A page for each tile; *caption* draws what is below it, given the tile's name.

    The poster is enlarged by *scale*, or about as much as the tiles allow, and lies about in their middle: where tiles
    have room to spare, seams are where they cut through least. To a reader's voice the first tile says everything, the
    others are pictures.
    """
    scale, across, down = min(
        (_seams(frame, tiling, size) for size in ((scale,) if scale else _scales(frame, tiling))),
        key=lambda found: found[0],
    )[1]
    window = Rect(tiling.margin, tiling.margin, *tiling.tile)
    poster = Size(frame.size.width * scale, frame.size.height * scale)
    silent = Frame(frame.size, (Placed(0.0, 0.0, Group(Role.ARTIFACT, tuple(_unlinked(frame)))),))
    spoken = Frame(frame.size, tuple(_without_links(frame.items)))
    pages = []
    for row, y in enumerate(down):
        for column, x in enumerate(across):
            first = not (row or column)
            place = Point(window.x - x, window.y - y)
            pages.append(
                Page(
                    tiling.paper,
                    (Placement(spoken if first else silent, *place, 0, name, scale, window),),
                    f"{name} {called(row, column)}",
                    _marks(tiling, (across, down), (column, row), caption(called(row, column)), poster),
                    bookmarks=(Bookmark(name),) if first else (),
                )
            )
    return tuple(pages)


def _scales(frame: Frame, tiling: Tiling) -> Sequence[float]:
    """How much a frame may be enlarged, the most first: a little less leaves seams a choice.

    What was laid out for the size of the tiles fills them.
    """
    most = tiling.scale(frame.size)
    return [most * (1 - share) for share in _LESS] if most > 1 + max(_LESS) else [most]


def _seams(frame: Frame, tiling: Tiling, scale: float) -> tuple[float, tuple[float, _Places, _Places]]:
    """What the seams of a frame that is enlarged so much cost, with that scale and where tiles begin."""
    cost, begins = _SMALLER * (1 - scale / tiling.scale(frame.size)), []
    for across, (length, tile, count) in enumerate(
        zip(frame.size, tiling.tile, (tiling.columns, tiling.rows), strict=True)
    ):
        of_seam = cut(frame, scale, across=bool(across))
        places = starts(length * scale, tile, tiling.overlap, count, of_seam)
        begins.append(places)
        cost += sum(map(of_seam, places[1:]))
    return cost, (scale, begins[0], begins[1])


def _unlinked(frame: Frame) -> Iterator[Placed]:
    return (placed for placed in frame.walk() if not isinstance(placed.item, Link))


def _without_links(items: tuple[Placed, ...]) -> Iterator[Placed]:
    """What is on paper can't be clicked: links become plain text."""
    for placed in items:
        item = placed.item
        if isinstance(item, Group):
            role = Role.SPAN if item.role is Role.LINK else item.role
            inner = tuple(_without_links(item.items))
            yield placed._replace(item=Group(role, inner, item.alt, item.scope))
        elif not isinstance(item, Link):
            yield placed


def _marks(
    tiling: Tiling,
    seams: tuple[Sequence[float], Sequence[float]],
    at: tuple[int, int],
    caption: Frame,
    poster: Size,
) -> Frame:
    """Where to trim, solid, also at the poster's edges; where the next tile's edge comes to lie, dashed; its name."""
    (width, height), m, over = tiling.paper, tiling.margin, tiling.overlap
    (across, down), (column, row) = seams, at
    lines: list[Placed] = []
    left = m if column else m - across[0]
    top = m if row else m - down[0]
    cuts_x = [left, *[m - across[-1] + poster.width] * (column + 1 == tiling.columns)]
    cuts_y = [top, *[m - down[-1] + poster.height] * (row + 1 == tiling.rows)]
    for x in cuts_x:
        lines += [_tick(x, m, 0, -1), _tick(x, height - m, 0, 1)]
    for y in cuts_y:
        lines += [_tick(m, y, -1, 0), _tick(width - m, y, 1, 0)]
    if column + 1 < tiling.columns:
        x = m + across[column + 1] - across[column]
        lines += [_tick(x, m, 0, -1, _DASH), _tick(x, height - m, 0, 1, _DASH)]
    if row + 1 < tiling.rows:
        y = m + down[row + 1] - down[row]
        lines += [_tick(m, y, -1, 0, _DASH), _tick(width - m, y, 1, 0, _DASH)]
    said = Placed(max(m + over, left) + _BESIDE, height - m + 1.4, Group(Role.ARTIFACT, caption.items))
    return Frame(tiling.paper, (Placed(0.0, 0.0, Group(Role.ARTIFACT, (*lines, said))),))


def _tick(x: float, y: float, dx: int, dy: int, dash: tuple[float, ...] = ()) -> Placed:
    """A mark in the margin that points away from the tile."""
    far = _GAP + _TICK
    data = f"M {x + dx * _GAP:.3f} {y + dy * _GAP:.3f} L {x + dx * far:.3f} {y + dy * far:.3f}"
    return Placed(0.0, 0.0, Path(data, stroke=_COLOUR, width=_WIDTH, dash=dash))
