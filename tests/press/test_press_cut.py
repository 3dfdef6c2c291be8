"""Sheets cut by program: rendered, cut where the crop marks are in the pixels, fronts and backs matched by content."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from PIL import Image

from cardmaker.geometry import Size
from cardmaker.press.duplex import Flip
from cardmaker.press.fold import pair_up
from cardmaker.press.grid import Grid, arrange
from cardmaker.press.sheets import impose
from cardmaker.press.ticket import Stacking, Ticket
from tests.press.press_kit import A4, A7, LETTER, POKER, How, coded_cards, read_code, rendered

DOTS = 6
"""A millimetre."""


def runs(dark: Sequence[bool]) -> list[float]:
    """The middles of stretches of dark pixels."""
    edges = [n for n, (a, b) in enumerate(pairwise([False, *dark, False])) if a != b]
    return [(start + end) / 2 for start, end in zip(edges[::2], edges[1::2], strict=True)]


def marks_along(picture: Image.Image) -> list[float]:
    """Where crop marks stand along the paper's upper edge: dark for 2 mm on end, as dashes of folds are not."""
    high = round(2 * DOTS)
    grey = picture.convert("L").point(lambda value: 255 if value < 170 else 0)
    for y in range(round(3.2 * DOTS), grey.height // 3):
        band = grey.crop((0, y, grey.width, y + 1)).tobytes()
        if not any(band):
            continue
        solid = [
            all(grey.getpixel((x, y + k)) for k in range(high)) if dark else False
            for x, dark in enumerate(band)
        ]
        if len(found := runs(solid)) >= 2:
            return found
    raise AssertionError("no crop marks")


def cuts(picture: Image.Image) -> tuple[list[float], list[float]]:
    """Where the knife goes, read from the marks at the head and at the left of the sheet."""
    return marks_along(picture), marks_along(picture.transpose(Image.Transpose.TRANSPOSE))


def pieces(picture: Image.Image, at: tuple[list[float], list[float]], card: Size) -> list[Image.Image]:
    """The pieces of about a card's size, row by row."""
    xs, ys = at
    sizes = (card, card.turned)
    return [
        picture.crop((round(left), round(top), round(right), round(bottom)))
        for top, bottom in pairwise(ys)
        for left, right in pairwise(xs)
        if any(
            abs(right - left - width * DOTS) < 4 and abs(bottom - top - height * DOTS) < 4
            for width, height in sizes
        )
    ]


def turned_over(picture: Image.Image, flip: Flip) -> Image.Image:
    """A back as it is seen through the paper from the front."""
    upright = (flip is Flip.LONG) != (picture.width > picture.height)
    way = Image.Transpose.FLIP_LEFT_RIGHT if upright else Image.Transpose.FLIP_TOP_BOTTOM
    return picture.transpose(way)


def card_of(front: Image.Image, behind: Image.Image) -> tuple[int, int] | None:
    """The numbers on both sides of a piece: turned until its front is upright, then turned like a page."""
    if front.resize((1, 1)).getpixel((0, 0)) > (250, 250, 250):
        return None
    for turn in (0, 90, 180, 270):
        upright = front.rotate(turn, expand=True)
        try:
            number = read_code(upright)
        except ValueError:
            continue
        back = behind.rotate(turn, expand=True).transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        return number, read_code(back)
    raise AssertionError("a piece that no turn brings upright")


def cut(pages: Sequence[Image.Image], card: Size, flip: Flip) -> list[list[tuple[int, int] | None]]:
    """Each sheet's pieces in the order of its rows, by the numbers on both sides; None for white ones."""
    sheets = []
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        at, seen = cuts(front), turned_over(back, flip)
        both = zip(pieces(front, at, card), pieces(seen, at, card), strict=True)
        sheets.append([card_of(*piece) for piece in both])
    return sheets


GRIDS = {
    "shared cuts": (POKER, A4, How()),
    "gutters": (POKER, A4, How(gutter=4)),
    "off centre": (POKER, A4, How(columns=2, rows=2, origin=None, gutter=7)),
    "lying": (Size(55, 85), LETTER, How(columns=2, rows=4, turn=270, gutter=3)),
    "lying the other way": (Size(55, 85), LETTER, How(columns=2, rows=4, turn=90)),
    "landscape page": (POKER, A4, How(landscape=True)),
}


def grid_of(name: str) -> Grid:
    card, paper, how = GRIDS[name]
    return arrange(card, paper, how)


@pytest.mark.parametrize("flip", [Flip.LONG, Flip.SHORT])
@pytest.mark.parametrize("name", GRIDS)
def test_cut_along_the_marks_fronts_have_their_backs(name: str, flip: Flip) -> None:
    grid = grid_of(name)
    count = grid.capacity + 3
    pages = impose(coded_cards(grid.card, count), grid, Ticket(flip=flip))
    sheets = cut(rendered(pages, DOTS), grid.card, flip)
    found = [piece for sheet in sheets for piece in sheet if piece]
    assert all(front == back for front, back in found)
    assert sorted(front for front, _ in found) == list(range(count))


def test_bled_cards_are_cut_without_a_white_edge() -> None:
    grid = arrange(POKER, A4, How(gutter=6, margin=8.5))
    pages = impose(coded_cards(POKER, grid.capacity), grid, Ticket(bleed=3))
    front, back = rendered(pages, DOTS)
    (sheet,) = cut([front, back], POKER, Flip.LONG)
    assert sorted(piece[0] for piece in sheet if piece) == list(range(grid.capacity))
    at = cuts(front)
    for off in (-2 * DOTS, 2 * DOTS):
        aside = ([x + off for x in at[0]], [y + off for y in at[1]])
        for picture in (front, turned_over(back, Flip.LONG)):
            for piece in pieces(picture, aside, POKER):
                edges = [piece.getpixel((x, piece.height // 2)) for x in (0, piece.width - 1)]
                edges += [piece.getpixel((piece.width // 2, y)) for y in (0, piece.height - 1)]
                assert all(pixel != (255, 255, 255) for pixel in edges), "two millimetres off"


@pytest.mark.parametrize("start", [1, 4])
@pytest.mark.parametrize("copies", [1, 2])
def test_a_pile_cut_at_once_and_stacked_is_in_order(start: int, copies: int) -> None:
    grid = grid_of("gutters")
    ticket = Ticket(stacking=Stacking.STACKED, start_at=start, copies=copies)
    pages = impose(coded_cards(POKER, 13), grid, ticket)
    sheets = cut(rendered(pages, DOTS), POKER, Flip.LONG)
    assert len(sheets) == -(-(13 * copies + start - 1) // grid.capacity)
    piles = zip(*sheets, strict=True)
    stack = [piece for pile in piles for piece in pile if piece]
    assert stack == [(number, number) for number in [*range(13)] * copies]


@pytest.mark.parametrize("card", [POKER, A7])
def test_fold_over_cards_cut_and_folded(card: Size) -> None:
    pairs = pair_up(card, A4, How(gutter=4, margin=7))
    (page,) = impose(coded_cards(card, pairs.capacity), pairs, Ticket(fold=True))
    (picture,) = rendered([page], DOTS)
    found = []
    for piece in pieces(picture, cuts(picture), pairs.grid.card):
        wide = piece.width > piece.height
        half = (piece.width // 2, piece.height) if wide else (piece.width, piece.height // 2)
        first = piece.crop((0, 0, *half))
        second = piece.crop((piece.width - half[0], piece.height - half[1], piece.width, piece.height))
        way = Image.Transpose.FLIP_LEFT_RIGHT if wide else Image.Transpose.FLIP_TOP_BOTTOM
        found.append(card_of(first, second.transpose(way)))
    assert sorted(filter(None, found)) == [(number, number) for number in range(pairs.capacity)]


def test_the_cutter_says_a_wrong_turn() -> None:
    """Backs that were printed for the other edge don't match."""
    grid = grid_of("shared cuts")
    pages = rendered(impose(coded_cards(POKER, 9), grid, Ticket(flip=Flip.SHORT)), DOTS)
    with pytest.raises(ValueError, match="doesn't stand upright"):
        cut(pages, POKER, Flip.LONG)
