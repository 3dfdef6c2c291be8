"""What was laid out for the parts of a job → one part in its place: each sheet and each front as a poster in tiles."""

from collections.abc import Sequence

from cardmaker.errors import NotFoundError
from cardmaker.frame import Frame
from cardmaker.geometry import Size
from cardmaker.handout import Handout
from cardmaker.layout.cards import Studio
from cardmaker.layout.leaves import caption
from cardmaker.page import Page
from cardmaker.pipeline.job import JobPart
from cardmaker.pipeline.order import Order
from cardmaker.pipeline.paper import document_of
from cardmaker.pipeline.setting import Setting
from cardmaker.pipeline.sides import PageSide
from cardmaker.press.duplex import Flip
from cardmaker.press.poster import MARGIN, Enlargement, Tiling, of_size, of_tiles, tiled
from cardmaker.theme.face import Sheet
from cardmaker.theme.stock import load_paper

_BACK = "-back"


def make_poster(
    setting: Setting, studio: Studio, handout: Handout, parts: Sequence[JobPart], wanted: Enlargement
) -> JobPart:
    """All sides but backs, enlarged as it is *wanted*; PaperError if that takes too many pages."""
    paper = load_paper(setting.prints.paper, setting.shelf.folders)
    sides = [side for part in parts for side in part.sides if not side.name.endswith(_BACK)]
    if not sides:
        raise NotFoundError(f"{setting.source.name}: nothing to make a poster of with these choices")
    pages = tuple(page for side in sides for page in _poster(setting, studio, side, wanted, paper.size))
    document = document_of(setting, handout, "poster_part", pages, Flip.NONE)
    return JobPart("poster", document, Flip.NONE, paper=paper.name, sides=tuple(sides))


def on_poster(order: Order, wanted: Enlargement, sheet: Sheet, paper: Size) -> Size:
    """What a sheet is laid out on: the size of the poster that is made of it.

    So it has the margins and the weeks of so large a sheet. Tiles that lie across an upright sheet, or the other way
    round, and a poster smaller than the paper show the page as it is.
    """
    own = Size(min(paper), max(paper))
    if sheet.orientation == "landscape":
        own = own.turned
    size = wanted.size or of_tiles(wanted.columns, wanted.rows, paper, own, _margin(order)).whole
    larger = min(size) >= min(paper) and max(size) >= max(paper)
    return size if larger and (wanted.size or size.landscape == own.landscape) else paper


def _margin(order: Order) -> float:
    return max(MARGIN, *order.printer.margin) if order.printer else MARGIN


def _poster(
    setting: Setting, studio: Studio, side: PageSide, wanted: Enlargement, paper: Size
) -> tuple[Page, ...]:
    frame, name = side.frame, side.title
    margin = _margin(setting.order)
    if wanted.size:
        tiling = of_size(wanted.size, paper, frame.size, margin)
        scale = min(wanted.scale(frame.size), tiling.scale(frame.size))
    else:
        tiling, scale = of_tiles(wanted.columns, wanted.rows, paper, frame.size, margin), None

    def below(tile: str) -> Frame:
        return caption(studio, _tile_words(setting, name, tile, tiling))

    return tiled(frame, name, tiling, below, scale)


def _tile_words(setting: Setting, name: str, tile: str, tiling: Tiling) -> str:
    return setting.wording.say("poster_tile", name=name, tile=tile, columns=tiling.columns, rows=tiling.rows)
