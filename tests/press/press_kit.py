"""Cards that differ, sheets as they are seen, and paper that is turned, folded and cut."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import pypdfium2
from PIL import Image

from cardmaker.errors import CardmakerError
from cardmaker.frame import Frame, Group, Path, Placed, Role
from cardmaker.geometry import Point, Rect, Size
from cardmaker.page import Document, Page, Placement
from cardmaker.paint import write_pdf
from cardmaker.press.grid import PlainArrangement
from cardmaker.press.marks import Imposition
from cardmaker.press.sheets import PrintCard
from cardmaker.press.ticket import Ticket
from cardmaker.theme.kinds import KINDS
from cardmaker.theme.stock import load_paper, load_stock

How = PlainArrangement
A4, LETTER = Size(210, 297), Size(215.9, 279.4)
A7, A6, POKER = Size(74, 105), Size(105, 148), Size(63, 88)
CELLS = 7
"""Squares in a code: seven bits, which name 128 sides."""


def rectangle(x: float, y: float, width: float, height: float, fill: str) -> Placed:
    """A filled rectangle."""
    return Placed(x, y, Path(f"M 0 0 L {width:g} 0 L {width:g} {height:g} L 0 {height:g} Z", fill=fill))


def coded(size: Size, number: int, ground: str) -> Frame:
    """A ground to the edges, and along the top, from the left, a row of squares: the number, lowest bit first.

    Before them a red square marks the top left corner.
    """
    unit = min(size) / 12
    squares = [rectangle(unit, unit, unit, unit, "#FF0000")] + [
        rectangle((2 + bit) * unit, unit, unit, unit, "#000000" if number >> bit & 1 else "#FFFFFF")
        for bit in range(CELLS)
    ]
    items = (rectangle(0, 0, *size, ground), *squares)
    return Frame(size, (Placed(0, 0, Group(Role.ARTIFACT, items)),))


def _rgb(picture: Image.Image, x: int, y: int) -> tuple[int, int, int]:
    colour = picture.getpixel((x, y))
    assert isinstance(colour, tuple)
    red, green, blue = colour
    return red, green, blue


def read_code(picture: Image.Image) -> int:
    """The number on an upright picture of a side; ValueError if its corner isn't where it should be."""
    unit = min(picture.size) / 12
    pixels = [_rgb(picture, round((i + 1.5) * unit), round(1.5 * unit)) for i in range(CELLS + 1)]
    if not (pixels[0][0] > 200 and max(pixels[0][1:]) < 80):
        raise ValueError("the side doesn't stand upright, or isn't where it should be")
    return sum(1 << bit for bit, (red, green, blue) in enumerate(pixels[1:]) if max(red, green, blue) < 100)


FRONT, BACK = "#BFDCDD", "#F3E2B3"


def coded_cards(size: Size, count: int) -> list[PrintCard]:
    """Cards 0, 1, 2, ...: front and back carry the same number on grounds of two colours."""
    return [
        PrintCard(coded(size, number, FRONT), coded(size, number, BACK), f"card {number}")
        for number in range(count)
    ]


def plain_cards(size: Size, count: int) -> list[PrintCard]:
    """Cards with frames of their own, and nothing on them."""
    return [PrintCard(Frame(size, ()), Frame(size, ()), f"card {number}") for number in range(count)]


def rendered(pages: Sequence[Page], dots_a_mm: float = 4) -> list[Image.Image]:
    """The pages as a printer draws them."""
    pdf = pypdfium2.PdfDocument(io.BytesIO(write_pdf(Document(tuple(pages), "Cards"))))
    return [page.render(scale=dots_a_mm * 25.4 / 72).to_pil().convert("RGB") for page in pdf]


@dataclass(frozen=True)
class Seen:
    """A side as it lies on a page: where, and which way its top is."""

    name: str
    box: Rect
    turn: int


def seen(page: Page) -> list[Seen]:
    """All sides on a page."""
    return [Seen(one.section, one.box, one.turn) for one in page.placements]


def corners(placement: Placement) -> list[Point]:
    """The frame's corners, from its own top left clockwise, where they lie on the page."""
    box = placement.box
    around = [
        Point(box.x, box.y), Point(box.right, box.y), Point(box.right, box.bottom), Point(box.x, box.bottom)
    ]  # fmt: skip
    first = placement.turn // 90
    return around[first:] + around[:first]


@cache
def stocks_on_papers() -> tuple[tuple[str, str], ...]:
    """Every bundled stock on every paper it goes on."""
    found = []
    for name in KINDS["stocks"].names():
        stock = load_stock(name)
        for paper in KINDS["papers"].names():
            try:
                imposition(name, paper)
            except CardmakerError:
                continue
            found.append((name, stock.paper_for(paper)))
    return tuple(dict.fromkeys(found))


def imposition(stock: str, paper: str, ticket: Ticket | None = None) -> Imposition:
    """How a bundled stock stands on a paper."""
    from cardmaker.pipeline.ticketing import imposition_on

    one = load_stock(stock)
    return imposition_on(load_paper(paper).size, paper, one, ticket or Ticket())
