"""Sheets as they are printed: front and back overlaid, turned over or folded, and their trims found in the pixels."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from cardmaker.errors import PaperError
from cardmaker.frame import Frame, Group, Path, Placed, Role
from cardmaker.geometry import Rect, Size
from cardmaker.page import Page
from cardmaker.press.duplex import Flip
from cardmaker.press.fold import Pairs
from cardmaker.press.sheets import PrintCard, impose
from cardmaker.press.ticket import Sides, Ticket
from tests.press.press_kit import imposition, rendered, stocks_on_papers

DOTS = 3
"""A millimetre: 76 dpi."""
Box = tuple[int, int, int, int]

MODES = {
    "long": Ticket(),
    "short": Ticket(flip=Flip.SHORT),
    "fronts, then backs": Ticket(sides=Sides.BACKS),
    "backs, last first": Ticket(sides=Sides.BACKS, last_first=True),
    "backs by themselves": Ticket(flip=Flip.NONE),
    "used sheet": Ticket(start_at=2),
    "bleed": Ticket(bleed=3.0),
}
SAMPLE = {("a7", "a4"), ("poker", "letter"), ("avery-5371", "letter"), ("geha-p68", "a4")}
SHEETS = [
    pytest.param(*both, marks=() if both in SAMPLE else pytest.mark.deep, id="-".join(both))
    for both in stocks_on_papers()
]


def shade(number: int) -> str:
    """A colour for each card, none of them the paper's, and all apart."""
    return f"#{40 + 23 * (number % 8):02X}{30 + 53 * (number // 8 % 4):02X}{20 + 41 * (number // 32 % 5):02X}"


def solid(size: Size, colour: str) -> Frame:
    """A side of one colour."""
    width, height = size
    ground = Path(f"M 0 0 L {width:g} 0 L {width:g} {height:g} L 0 {height:g} Z", fill=colour)
    return Frame(size, (Placed(0, 0, Group(Role.ARTIFACT, (Placed(0, 0, ground),))),))


def cards_of(size: Size, count: int) -> list[PrintCard]:
    return [
        PrintCard(solid(size, shade(number)), solid(size, shade(number)), f"card {number}")
        for number in range(count)
    ]


def extents(picture: Image.Image, count: int) -> dict[int, Box]:
    """The outermost pixels of each card's own colour."""
    found = {}
    for number in range(count):
        own = Image.new("RGB", picture.size, shade(number))
        red, green, blue = ImageChops.difference(picture, own).split()
        apart = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        if box := apart.point(lambda value: 0 if value else 255).getbbox():
            found[number] = box
    return found


def near(box: Box, place: Rect, picture: Image.Image, page: Page) -> bool:
    """Whether pixels end where a rectangle of the page does, within one pixel."""
    across, down = picture.width / page.size.width, picture.height / page.size.height
    edges = (place.x * across, place.y * down, place.right * across, place.bottom * down)
    return all(abs(pixel - edge) <= 1.01 for pixel, edge in zip(box, edges, strict=True))


def turned_over(picture: Image.Image, flip: Flip) -> Image.Image:
    """A back as it is seen through the paper from the front."""
    upright = (flip is Flip.LONG) != (picture.width > picture.height)
    way = Image.Transpose.FLIP_LEFT_RIGHT if upright else Image.Transpose.FLIP_TOP_BOTTOM
    return picture.transpose(way)


def both_sides(cards: Sequence[PrintCard], stock: str, paper: str, ticket: Ticket) -> list[tuple[Page, Page]]:
    """The sheets that come of a mode, front and back."""
    on = imposition(stock, paper, ticket)
    if ticket.sides is Sides.BOTH:
        pages = impose(cards, on, ticket)
        return list(zip(pages[::2], pages[1::2], strict=True))
    backs = impose(cards, on, ticket)
    fronts = impose(cards, on, replace(ticket, sides=Sides.FRONTS))
    return list(zip(fronts, reversed(backs) if ticket.last_first else backs, strict=True))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("stock", "paper"), SHEETS)
def test_fronts_and_backs_meet(stock: str, paper: str, mode: str) -> None:
    ticket = MODES[mode].unmarked
    try:
        on = imposition(stock, paper, ticket)
    except PaperError:
        pytest.skip("with this bleed the paper is too small")
    if ticket.start_at > on.capacity:
        ticket = replace(ticket, start_at=1)
    count = on.capacity + 1 if on.capacity > 1 else 1
    cards = cards_of(on.card, count)
    found: set[int] = set()
    for front, back in both_sides(cards, stock, paper, ticket):
        above, below = rendered((front, back), DOTS)
        below = below if ticket.flip is Flip.NONE else turned_over(below, ticket.flip)
        ahead, behind = extents(above, count), extents(below, count)
        assert ahead.keys() == behind.keys()
        trims = {
            int(one.section.split()[1]): trim for one, trim in zip(front.placements, front.trims, strict=True)
        }
        assert trims.keys() == ahead.keys()
        found |= trims.keys()
        for number, trim in trims.items():
            shown = trim if not ticket.bleed else grown(front, number)
            assert near(ahead[number], shown, above, front), (number, ahead[number], shown)
            assert near(behind[number], shown, below, front), (number, behind[number], shown)
    assert found == set(range(count))


def grown(page: Page, number: int) -> Rect:
    """A card with its bleed."""
    own = next(ground for ground in page.grounds if ground.section == f"card {number}")
    assert own.window
    return own.window


@pytest.mark.parametrize(("stock", "paper"), SHEETS)
def test_folded_halves_meet(stock: str, paper: str) -> None:
    try:
        pairs = imposition(stock, paper, Ticket(fold=True))
    except PaperError as fault:
        assert "fold-over" in str(fault)
        return
    assert isinstance(pairs, Pairs)
    cards = [
        PrintCard(solid(pairs.card, shade(2 * n)), solid(pairs.card, shade(2 * n + 1)), f"card {n}")
        for n in range(pairs.capacity)
    ]
    (page,) = impose(cards, pairs, Ticket(fold=True).unmarked)
    (picture,) = rendered([page], DOTS)
    found = extents(picture, 2 * pairs.capacity)
    for number in range(pairs.capacity):
        crease = pairs.crease(number)
        front, back = found[2 * number], found[2 * number + 1]
        assert near(front, pairs.front(number).place, picture, page)
        assert near(back, folded(pairs.front(number).place, crease), picture, page)


def folded(place: Rect, crease: Rect) -> Rect:
    """Where the half lies that will be behind a place, laid flat."""
    if crease.width:
        return place._replace(y=2 * crease.y - place.bottom)
    return place._replace(x=2 * crease.x - place.right)


def test_the_comparison_rejects_a_back_half_a_millimetre_off() -> None:
    on = imposition("poker", "a4")
    front, back = impose(cards_of(on.card, 2), on, Ticket().unmarked)
    moved = replace(back, placements=tuple(replace(one, x=one.x + 0.7) for one in back.placements))
    above, below = rendered((front, moved), DOTS)
    for picture, meets in ((above, True), (turned_over(below, Flip.LONG), False)):
        found = extents(picture, 2)
        assert all(near(found[n], front.trims[n], picture, front) for n in (0, 1)) is meets
