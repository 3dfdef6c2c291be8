"""Decks laid out one after the other in one studio, as those of a roster: each is as if there had been no other."""

from collections.abc import Callable, Sequence

import pytest

from cardmaker.frame import Frame
from cardmaker.handout import Card, Handout
from cardmaker.layout.cards import LaidOutCard, Studio, lay_out_card
from cardmaker.layout.deckgrid import DeckGrids, deck_grids
from cardmaker.layout.ladder import DeckGrid
from cardmaker.theme.stock import load_stock
from cardmaker.wording.wording import load_wording
from tests.layout.layout_kit import book, face_named, resolved, shapes, sizes, theme_named, words

SETS = [
    "3x8 60 kg",
    "3x8 62.5 kg",
    "3x8 7 kg",
    "3x8 100 kg",
    "5x5 @ RPE 7-8",
    "3x8-12/side 2x17.5 kg @ RPE 7-8, rest 90-120 s, tempo 3-1-1-0",
    "3x8 60 kg, rest 2 min",
    "2x30 s",
    "3x8 61 kg",
    "10x10-12/side 2x107.5 kg @ RPE 7-8, rest 90-120 s, tempo 3-1-1-0",
    "3x8 102.5 kg",
    "3x8-10/side 60 kg, last set 12/side",  # its line of sets is too long for a gym card's usual type
]
EXERCISES = (lambda handout: handout.exercises, lambda handout: handout.workouts)


def studio_for_all() -> Studio:
    return Studio(theme_named("classic"), book(), load_wording("en").labels)


def handout_with(sets: str) -> Handout:
    """A plan of which one exercise is done as *sets* say."""
    return resolved(
        "title: P\nweeks: [{mon: [{strength: a}]}]\nworkouts:\n  a:\n    exercises:\n"
        f"      - squat: '{sets}'\n      - bent-over-row: 3x8 40 kg\n      - plank: 3x30 s\n"
    )


def made(studio: Studio, face: str, stock: str, cards: Sequence[Card]) -> tuple[DeckGrids, list[LaidOutCard]]:
    """The deck's grids, and its cards."""
    side, size = face_named(face), load_stock(stock).size
    grids, _ = deck_grids(studio, side, cards, size)
    return grids, [lay_out_card(studio, side, card, size, grids=grids) for card in cards]


def drawn(frame: Frame | None) -> object:
    """All words and shapes of a page, at their places."""
    return (words(frame), sizes(frame), shapes(frame)) if frame else None


@pytest.mark.parametrize(
    ("stock", "face", "cards_of"),
    [
        ("a7", "pocket", EXERCISES[0]),
        ("poker", "small", EXERCISES[0]),
        ("a8", "mini", EXERCISES[0]),
        ("a6", "large", EXERCISES[0]),
        ("a6", "gym", EXERCISES[1]),
    ],
)
def test_decks_are_as_they_are_without_those_before(
    stock: str, face: str, cards_of: Callable[[Handout], Sequence[Card]]
) -> None:
    studio = studio_for_all()
    grids: set[DeckGrid] = set()
    for sets in SETS:
        cards = cards_of(handout_with(sets))
        (common, laid), (own_common, own) = (
            made(one, face, stock, cards) for one in (studio, studio_for_all())
        )
        assert list(common.grids.values()) == list(own_common.grids.values()), sets
        for one, other in zip(laid, own, strict=True):
            for side, its in ((one.front, other.front), (one.back, other.back)):
                assert drawn(side) == drawn(its), (sets, one.card.name)
        grids.update(common.grids.values())
    assert len(grids) > 1, "they differ in what they have in common"
