"""Whatever is asked for: every card as often as wanted, backs behind fronts, all apart and on the sheet."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.errors import CardmakerError, PaperError
from cardmaker.geometry import Point, Rect, Size
from cardmaker.page import Page, Placement
from cardmaker.press.duplex import Flip
from cardmaker.press.fold import Pairs, pair_up
from cardmaker.press.grid import Grid, arrange
from cardmaker.press.marks import Imposition, grid_of
from cardmaker.press.sheets import PrintCard, impose
from cardmaker.press.ticket import Sides, Stacking, Ticket
from tests.press.press_kit import A4, LETTER, How, corners, imposition, plain_cards, stocks_on_papers

PAPERS = [A4, A4.turned, LETTER, Size(148, 210), Size(297, 420)]
lengths = st.integers(300, 1400).map(lambda tenths: tenths / 10)


def through(point: Point, page: Size, flip: Flip) -> Point:
    """A point of a back page, seen through the paper from the front: a portrait's long edge is upright."""
    upright = (flip is Flip.LONG) != page.landscape
    return Point(page.width - point.x, point.y) if upright else Point(point.x, page.height - point.y)


def spots(placement: Placement) -> list[Point]:
    return [Point(round(p.x, 5), round(p.y, 5)) for p in corners(placement)]


def behind(front: Page, back: Page, flip: Flip) -> None:
    """Each side on the back lies behind the front of its card, with its top at the front's top."""
    fronts = {one.section: spots(one) for one in front.placements}
    for one in back.placements:
        top_left, top_right, bottom_right, bottom_left = fronts[one.section]
        seen = [through(corner, back.size, flip) for corner in corners(one)]
        assert [Point(round(p.x, 5), round(p.y, 5)) for p in seen] == [
            top_right,
            top_left,
            bottom_left,
            bottom_right,
        ]


def tidy(page: Page) -> None:
    """Nothing overlaps, nothing is off the sheet."""
    boxes = [one.box for one in page.placements]
    paper = Rect(0, 0, *page.size)
    assert all(paper.contains(box) for box in boxes)
    assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


@st.composite
def impositions(draw: st.DrawFn) -> Imposition:
    """Bundled stocks, and sizes, gutters and papers at random; for cards or for pairs."""
    if draw(st.booleans()):
        stock, paper = draw(st.sampled_from(stocks_on_papers()))
        try:
            return imposition(
                stock, paper, Ticket(fold=draw(st.booleans()), bleed=draw(st.sampled_from([0.0, 3.0])))
            )
        except PaperError:
            return imposition(stock, paper)
    how = How(gutter=draw(st.integers(0, 6)), landscape=draw(st.booleans()))
    card, paper_size = Size(draw(lengths), draw(lengths)), draw(st.sampled_from(PAPERS))
    for make in (pair_up, arrange) if draw(st.booleans()) else (arrange,):
        try:
            return make(card, paper_size, how)
        except CardmakerError:
            continue
    return arrange(Size(30, 30), paper_size, how)


@st.composite
def tickets(draw: st.DrawFn, capacity: int) -> Ticket:
    """Everything a ticket can say that moves cards."""
    return Ticket(
        flip=draw(st.sampled_from(Flip)),
        sides=draw(st.sampled_from(Sides)),
        last_first=draw(st.booleans()),
        start_at=draw(st.integers(1, capacity)),
        copies=draw(st.integers(1, 3)),
        stacking=draw(st.sampled_from(Stacking)),
        bleed=draw(st.sampled_from([0.0, 3.0])),
    )


def decks(size: Size, wants: list[tuple[bool, int | None]]) -> list[PrintCard]:
    cards = plain_cards(size, len(wants))
    return [
        PrintCard(card.front, card.back if two_sided else None, card.name, copies)
        for card, (two_sided, copies) in zip(cards, wants, strict=True)
    ]


wants = st.lists(st.tuples(st.booleans(), st.sampled_from([None, None, 0, 1, 2])), min_size=1, max_size=25)


@given(st.data(), impositions(), wants)
@settings(max_examples=250, deadline=None)
def test_whatever_is_asked_for(
    data: st.DataObject, on: Imposition, wanted: list[tuple[bool, int | None]]
) -> None:
    ticket = data.draw(tickets(on.capacity))
    deck = decks(on.card, [(True, 1), *wanted])
    pages = impose(deck, on, ticket)
    for page in pages:
        tidy(page)
        assert page.size == grid_of(on).sheet
        assert len(page.trims) == len({one.section for one in page.placements})
    shown = Counter(id(one.frame) for page in pages for one in page.placements)
    folded = isinstance(on, Pairs)
    for card in deck:
        copies = ticket.copies if card.copies is None else card.copies
        assert shown[id(card.front)] == (copies if folded or ticket.sides is not Sides.BACKS else 0)
        backs = copies if card.back and (folded or ticket.sides is not Sides.FRONTS) else 0
        assert shown[id(card.back)] == backs or card.back is None
    if not folded and ticket.flip is not Flip.NONE:
        for front, back in in_pairs(deck, on, ticket):
            behind(front, back, ticket.flip)


def in_pairs(deck: list[PrintCard], on: Grid | Pairs, ticket: Ticket) -> list[tuple[Page, Page]]:
    """Fronts and the backs that are printed behind them, in whatever runs they are printed."""
    from dataclasses import replace

    if ticket.sides is Sides.BOTH:
        pages = impose(deck, on, ticket)
        return list(zip(pages[::2], pages[1::2], strict=True))
    fronts = impose(deck, on, replace(ticket, sides=Sides.FRONTS))
    backs = impose(deck, on, replace(ticket, sides=Sides.BACKS))
    assert len(fronts) == len(backs), "as many backs as sheets lie in the tray"
    return list(zip(fronts, reversed(backs) if ticket.last_first else backs, strict=True))


@given(st.data(), impositions(), st.integers(1, 40))
@settings(max_examples=100, deadline=None)
def test_marks_are_the_same_on_every_sheet(data: st.DataObject, on: Imposition, count: int) -> None:
    ticket = data.draw(tickets(on.capacity))
    pages = impose(plain_cards(on.card, count), on, ticket)
    assert len({id(page.marks) for page in pages}) <= 2
    assert len({id(page.marks) for page in pages[::2]}) <= 1 or ticket.sides is not Sides.BOTH


@given(st.data(), impositions(), st.integers(1, 30))
@settings(max_examples=50, deadline=None)
def test_pages_are_a_pure_function(data: st.DataObject, on: Imposition, count: int) -> None:
    ticket, cards = data.draw(tickets(on.capacity)), plain_cards(on.card, count)
    assert impose(cards, on, ticket) == impose(cards, on, ticket)


def test_a_position_that_a_sheet_has_not() -> None:
    on = arrange(Size(63, 88), A4, How())
    for wrong in (0, 10):
        with pytest.raises(
            PaperError, match=f"a sheet has 9 positions, and none is number {wrong}; start at 1 to 9"
        ):
            impose(plain_cards(Size(63, 88), 2), on, Ticket(start_at=wrong))
    (front, back) = impose(plain_cards(Size(63, 88), 1), on, Ticket(start_at=9))
    assert front.trims == (on.cell(8),)
    assert back.placements[0].x == pytest.approx(on.cell(6).x), (
        "the first column of the last row, from behind"
    )
