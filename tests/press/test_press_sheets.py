"""Pages: each card once, labels, bookmarks, sections, and how many sheets of paper they take."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.frame import Frame
from cardmaker.geometry import Rect, Size
from cardmaker.page import Bookmark, Page
from cardmaker.press.duplex import Flip
from cardmaker.press.grid import pack
from cardmaker.press.sheets import (
    Impositions,
    Labels,
    PrintCard,
    impose,
    one_up,
    pages_of,
    sheets_of_paper,
    together,
)
from cardmaker.press.ticket import Ticket
from cardmaker.recent import Recent

A4, POKER, A7 = Size(210, 297), Size(63, 88), Size(74, 105)
POKER_ON_A4 = pack(POKER, A4)


def cards(count: int, size: Size = POKER, backs: bool = True) -> list[PrintCard]:
    """Cards with frames of their own."""
    return [
        PrintCard(Frame(size, ()), Frame(size, ()) if backs else None, f"card {n + 1}") for n in range(count)
    ]


def round_rect(rect: Rect) -> Rect:
    """To a micrometre."""
    return Rect(*(round(value, 3) for value in rect))


def names(page: Page) -> list[str]:
    """The sections on a page, in order."""
    return [placement.section for placement in page.placements]


def test_two_sheets_front_and_back() -> None:
    pages = impose(cards(11), POKER_ON_A4)
    assert [page.label for page in pages] == ["1", "1 back", "2", "2 back"]
    assert names(pages[0]) == [f"card {n}" for n in range(1, 10)]
    assert names(pages[1]) == [f"card {n}" for n in (3, 2, 1, 6, 5, 4, 9, 8, 7)]
    assert names(pages[3]) == ["card 11", "card 10"]
    assert [p.x for p in pages[3].placements] == [73.5, 136.5]
    assert pages[2].trims == (Rect(10.5, 16.5, 63, 88), Rect(73.5, 16.5, 63, 88))
    assert pages[0].marks is pages[2].marks


@pytest.mark.parametrize("bleed", [0.0, 2.0])
def test_pages_that_are_known_get_the_cards_of_each_deck_and_none_of_another_shape(bleed: float) -> None:
    known: Impositions = Recent(8)
    ticket, grid = Ticket(bleed=bleed), pack(POKER, A4, gutter=2 * bleed)
    fewer, renamed = cards(11), [replace(card, name=f"other {card.name}") for card in cards(11)]
    fewer[4] = replace(fewer[4], back=None)
    for deck in (cards(11), cards(11), fewer, cards(11, backs=False), renamed, cards(11)):
        assert impose(deck, grid, ticket, known=known) == impose(deck, grid, ticket)


def test_turned_sheet_is_read_upright_on_both_sides() -> None:
    front, back = impose(cards(8, A7), pack(A7, A4))
    assert front.size == A4
    assert [p.turn for p in front.placements] == [270] * 8
    assert [p.turn for p in back.placements] == [90] * 8
    assert (front.placements[0].x, front.placements[0].y) == (0, 222.875)
    assert names(back) == [f"card {n}" for n in (4, 3, 2, 1, 8, 7, 6, 5)]


def test_bookmarks_lead_to_fronts() -> None:
    front, back = impose(cards(4), POKER_ON_A4)
    assert front.bookmarks == (
        Bookmark("card 1", 0, 16.5),
        Bookmark("card 2", 0, 16.5),
        Bookmark("card 3", 0, 16.5),
        Bookmark("card 4", 0, 104.5),
    )
    assert back.bookmarks == ()


def test_labels_of_any_language() -> None:
    pages = impose(cards(1), POKER_ON_A4, labels=Labels("K{n}", "K{n} Rückseite", first=4))
    assert [page.label for page in pages] == ["K4", "K4 Rückseite"]


def test_card_without_back_leaves_its_cell_empty() -> None:
    deck = cards(3)
    deck[1] = PrintCard(deck[1].front, None, deck[1].name)
    _, back = impose(deck, POKER_ON_A4)
    assert names(back) == ["card 3", "card 1"]
    assert [p.x for p in back.placements] == [10.5, 136.5]


def test_no_backs_no_back_pages() -> None:
    assert [page.label for page in impose(cards(10, backs=False), POKER_ON_A4)] == ["1", "2"]
    assert len(one_up(cards(3, backs=False))) == 3


def test_sheet_without_backs_among_two_sided_ones_keeps_its_side_free() -> None:
    """Or the next sheet's front would be printed on this sheet's back."""
    deck = cards(9, backs=False) + [PrintCard(c.front, c.back, f"more {c.name}") for c in cards(2)]
    pages = impose(deck, POKER_ON_A4)
    assert [len(page.placements) for page in pages] == [9, 0, 2, 2]
    assert [len(page.placements) for page in impose(deck, POKER_ON_A4, Ticket(flip=Flip.NONE))] == [9, 2, 2]


def test_unflipped_backs_stand_where_fronts_do_with_marks_of_their_own() -> None:
    front, back = impose(cards(4), POKER_ON_A4, Ticket(flip=Flip.NONE))
    assert names(front) == names(back)
    assert [p.box for p in front.placements] == [p.box for p in back.placements]
    assert back.marks is front.marks


def test_marks_can_be_left_out() -> None:
    assert all(page.marks is None for page in impose(cards(2), POKER_ON_A4, Ticket().unmarked))


def test_one_up_alternates() -> None:
    deck = cards(2)
    pages = one_up(deck)
    assert [page.placements[0].frame for page in pages] == [
        deck[0].front,
        deck[0].back,
        deck[1].front,
        deck[1].back,
    ]
    assert {page.size for page in pages} == {POKER}
    assert [page.label for page in pages] == ["1", "1 back", "2", "2 back"]
    assert all(page.trims == (Rect(0, 0, *POKER),) and page.marks is None for page in pages)


def test_copies_have_sections_of_their_own() -> None:
    deck = cards(1) * 3
    front, back = impose(deck, POKER_ON_A4)
    assert names(front) == ["card 1", "card 1 (2)", "card 1 (3)"]
    assert sorted(names(back)) == names(front)


def test_plain_sheets() -> None:
    frame = Frame(A4.turned, ())
    (page,) = pages_of([("Week 1", frame)])
    assert page.size == A4.turned
    assert page.label == "Week 1"
    assert page.bookmarks == (Bookmark("Week 1", 0, 0.0),)
    assert names(page) == ["Week 1"]
    assert page.trims == ()


def test_fronts_begin_on_fresh_sheets() -> None:
    """Of three pages of weeks the third's back stays empty, so that the cards' first front isn't printed there."""
    weeks = pages_of([(f"Week {n}", Frame(A4, ())) for n in range(3)])
    deck, more = impose(cards(2), POKER_ON_A4), pages_of([("Gym", Frame(A4, ()))])
    one_sided = Flip.NONE
    joined = together([(weeks, one_sided), ((), Flip.LONG), (deck, Flip.LONG), (more, one_sided)])
    assert joined[3].placements == ()
    assert (joined[:3], joined[4:]) == (weeks, (*deck, *more))
    (notes,) = pages_of([("Notes", Frame(A4, ()))])
    parts = [(weeks, one_sided), (deck, Flip.LONG)]
    assert together(parts, lambda size: notes if size == A4 else weeks[0]) == (*weeks, notes, *deck)
    assert together([(weeks, one_sided), (deck, one_sided)]) == weeks + deck
    assert together([(weeks[:2], one_sided), (deck, Flip.SHORT)]) == weeks[:2] + deck


def test_sheets_of_paper() -> None:
    pages = impose(cards(19), POKER_ON_A4)
    assert sheets_of_paper(pages, Flip.LONG) == 3
    assert sheets_of_paper(pages, Flip.NONE) == 6
    assert sheets_of_paper(pages[:3], Flip.SHORT) == 2


def test_frame_larger_than_its_card_is_refused() -> None:
    with pytest.raises(ValueError, match="larger than its card"):
        impose(cards(1, A7), POKER_ON_A4)


def test_frame_smaller_than_its_card_is_centred() -> None:
    front, back = impose(cards(1, Size(61, 86)), POKER_ON_A4)
    assert front.placements[0].box == Rect(11.5, 17.5, 61, 86)
    assert back.placements[0].box == Rect(137.5, 17.5, 61, 86)


@given(st.integers(0, 60), st.sampled_from(Flip), st.sampled_from([A7, POKER, Size(105, 148), Size(88, 63)]))
@settings(max_examples=60, deadline=None)
def test_each_side_once_on_the_paper_and_apart(count: int, flip: Flip, size: Size) -> None:
    deck = cards(count, size)
    pages = impose(deck, pack(size, A4), Ticket(flip=flip))
    shown = [placement.frame for page in pages for placement in page.placements]
    assert len(shown) == 2 * count
    assert {id(frame) for frame in shown} == {id(side) for card in deck for side in (card.front, card.back)}
    for page in pages:
        boxes = [placement.box for placement in page.placements]
        assert all(Rect(0, 0, *page.size).contains(box) for box in boxes)
        assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
        assert [round_rect(trim) for trim in page.trims] == [round_rect(box) for box in boxes]
