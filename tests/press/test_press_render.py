"""Sheets as they are printed: painted, rendered, turned over and looked through."""

import io
from functools import cache

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from cardmaker.frame import Frame, Group, Path, Placed, Role
from cardmaker.geometry import Size
from cardmaker.page import Document, Page
from cardmaker.paint import write_pdf
from cardmaker.press.duplex import Flip
from cardmaker.press.grid import Grid, arrange, pack
from cardmaker.press.sheets import PrintCard, impose
from cardmaker.press.ticket import Ticket
from cardmaker.theme.stock import load_paper, load_stock

BOOK, CALENDAR = Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.FLIP_TOP_BOTTOM


def side(size: Size, colour: str, back: bool) -> Frame:
    """A bar along the top and a block in a corner: the right one of a back lies behind the left one of a front."""
    x = size.width - 18 if back else 8
    bar = Path(f"M 8 8 L {size.width - 8:g} 8", stroke=colour, width=2)
    block = Path(f"M {x:g} 12 L {x + 10:g} 12 L {x + 10:g} 30 L {x:g} 30 Z", fill=colour)
    return Frame(size, (Placed(0, 0, Group(Role.ARTIFACT, (Placed(0, 0, bar), Placed(0, 0, block)))),))


def deck(size: Size, count: int) -> list[PrintCard]:
    """Cards that differ in colour."""
    colours = [f"#{40 * (n % 6):02X}{70 * (n % 3):02X}{25 * n % 256:02X}" for n in range(count)]
    return [
        PrintCard(side(size, colour, False), side(size, colour, True), f"card {n}")
        for n, colour in enumerate(colours)
    ]


def rendered(pages: tuple[Page, ...]) -> list[Image.Image]:
    """The pages at two pixels a millimetre."""
    pdf = pypdfium2.PdfDocument(io.BytesIO(write_pdf(Document(pages, "Cards"))))
    return [page.render(scale=2 * 25.4 / 72).to_pil() for page in pdf]


def difference(front: Image.Image, back: Image.Image) -> float:
    """How much two pictures differ, in the mean of all pixels, of 255."""
    assert front.size == back.size
    return sum(ImageStat.Stat(ImageChops.difference(front, back)).mean) / 3


@cache
def stock_grid(stock: str, paper: str) -> Grid:
    """The grid of a bundled stock."""
    cards = load_stock(stock)
    return arrange(cards.size, load_paper(paper).size, cards.on(paper))


@pytest.mark.parametrize(
    ("stock", "paper"),
    [("a7", "a4"), ("a6", "a4"), ("poker", "a4"), ("poker", "letter"), ("index-3x5", "letter")],
)
@pytest.mark.parametrize(("flip", "turn"), [(Flip.LONG, BOOK), (Flip.SHORT, CALENDAR)])
def test_bundled_sheets_register(stock: str, paper: str, flip: Flip, turn: Image.Transpose) -> None:
    grid = stock_grid(stock, paper)
    cards = deck(grid.card, grid.capacity - 1)
    front, back = rendered(impose(cards, grid, Ticket(flip=flip).unmarked))
    assert difference(front, back.transpose(turn)) < 0.5
    assert difference(front, back) > 2


def test_landscape_sheet_turns_over_its_level_long_edge() -> None:
    grid = pack(Size(74, 105), Size(297, 210))
    assert (grid.columns, grid.rows, grid.turn) == (4, 2, 0)
    front, back = rendered(impose(deck(grid.card, 7), grid, Ticket().unmarked))
    assert difference(front, back.transpose(CALENDAR)) < 0.5
    assert difference(front, back.transpose(BOOK)) > 2


def test_marks_are_drawn_on_fronts_and_stay_clear_of_live_areas() -> None:
    grid = stock_grid("a7", "a4")
    blank = PrintCard(Frame(grid.card, ()), Frame(grid.card, ()), "blank")
    front, back = rendered(impose([blank], grid))
    assert back.convert("L").getextrema() == (255, 255)
    ink = front.convert("L").point(lambda value: 255 if value < 250 else 0)
    assert ink.getbbox() is not None
    for cell in grid.cells():
        live = [round(2 * value) for value in (cell.x + 5, cell.y + 5, cell.right - 5, cell.bottom - 5)]
        assert ink.crop((live[0], live[1], live[2], live[3])).getbbox() is None
    left, top, right, bottom = ink.getbbox() or (0, 0, 0, 0)
    assert min(left, top) >= 5
    assert max(right - 420, bottom - 594) <= -5
