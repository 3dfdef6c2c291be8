"""Decks whose cards say more and less: titles, prescriptions and what is above the log are alike on all of them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import cycle

import pytest

from cardmaker.frame import Frame, Text
from cardmaker.handout import ExerciseCard
from cardmaker.layout.cards import LaidOutCard, Studio, lay_out_card
from cardmaker.layout.deckgrid import deck_grids
from cardmaker.theme.stock import load_stock
from cardmaker.wording.wording import load_wording
from tests.kit import mostly_deep
from tests.layout.layout_kit import book, deck, face_named, resolved, theme_named

EXERCISES = (
    "squat",
    "overhead-triceps-extension",
    "nordic-hamstring-curl",
    "bulgarian-split-squat",
    "glute-bridge",
    "thoracic-rotation",
    "plank",
)
SHORT, LONG = "3x8, rest 90 s", "3x8-12/side 2x17.5 kg @ RPE 7-8, rest 90-120 s, tempo 3-1-1-0"
LANGUAGES = ("en", "de")
PAPER = ("classic", "bold", "low-ink", "high-contrast")
STOCKS = {
    "a7": "pocket",
    "poker": "small",
    "business-us": "wallet",
    "a8": "mini",
    "mini": "mini",
    "a6": "large",
    "a5": "grand",
}
DECKS = [
    *(
        (stock, face, theme, language)
        for stock, face in STOCKS.items()
        for theme in PAPER
        for language in LANGUAGES
    ),
    *((stock, "large-print", "large-print", language) for stock in ("a6", "a5") for language in LANGUAGES),
]
USUAL = [
    *((stock, face, "bold", "de") for stock, face in STOCKS.items()),
    *((stock, face, theme, "en") for (stock, face), theme in zip(STOCKS.items(), cycle(PAPER), strict=False)),
    *(deck for deck in DECKS if deck[2] == "large-print"),
]
"""German in the widest theme on each stock, English in one that changes about."""


@cache
def cards(language: str) -> tuple[ExerciseCard, ...]:
    """Cards of one plan, of which one asks for much more than the others."""
    sets = {name: LONG if name == "bulgarian-split-squat" else SHORT for name in EXERCISES}
    plan = "".join(f"      - {name}: '{said}'\n" for name, said in sets.items())
    text = f"title: P\nweeks: [{{mon: [{{strength: a}}]}}]\nworkouts:\n  a:\n    exercises:\n{plan}"
    return resolved(text, language).exercises


def laid_out(
    own: Sequence[ExerciseCard], stock: str, face: str, theme: str, language: str
) -> list[LaidOutCard]:
    """The cards as a deck."""
    size, side = load_stock(stock).size, face_named(face)
    studio = Studio(theme_named(theme), book(), load_wording(language).labels)
    grids, _ = deck_grids(studio, side, own, size)
    return [lay_out_card(studio, side, card, size, grids=grids) for card in own]


def size_of(frame: Frame, text: str) -> float:
    """How large the line is that begins what is said."""
    lines = [one.item for one in frame.walk() if isinstance(one.item, Text)]
    return next(line.size_pt for line in lines if line.content[:4] == text[:4])


def baseline(frame: Frame, text: str) -> float:
    """Where a line is, from the top."""
    return next(
        round(one.y, 3)
        for one in frame.walk()
        if isinstance(one.item, Text) and one.item.content.strip() == text
    )


def first_baseline(frame: Frame, text: str) -> float:
    """Where the first line of a text is that may be on several, from the top."""
    return next(
        round(one.y, 3)
        for one in frame.walk()
        if isinstance(one.item, Text) and one.item.content[:4] == text[:4]
    )


@pytest.mark.parametrize(("stock", "face", "theme", "language"), mostly_deep(DECKS, USUAL))
def test_a_deck_has_one_size_of_titles_and_one_height_of_heads(
    stock: str, face: str, theme: str, language: str
) -> None:
    made = laid_out(cards(language), stock, face, theme, language)
    date = load_wording(language).labels["date"]
    for side in ("front", "back"):
        frames = [(one.card, getattr(one, side)) for one in made]
        assert len({size_of(frame, card.name) for card, frame in frames}) == 1, side
    if face != "large-print":  # on whose back the target goes on in more lines
        assert len({baseline(one.back, date) for one in made if one.back}) == 1
    if face == "large-print":  # whose names are in the middle of their heads
        assert len({baseline(one.front, primary) for one in made if (primary := shown_muscle(one))}) == 1
    else:
        assert len({first_baseline(one.front, one.card.name) for one in made}) == 1


def shown_muscle(one: LaidOutCard) -> str:
    """A line of the front that names the muscles, if they are on one."""
    assert isinstance(one.card, ExerciseCard)
    lines = {placed.item.content for placed in one.front.walk() if isinstance(placed.item, Text)}
    return one.card.primary if one.card.primary in lines else ""


@pytest.mark.parametrize("stock", ["business-us", "mini"])
def test_a_prescription_is_in_one_size_on_cards_without_places_for_its_parts(stock: str) -> None:
    own = cards("en")
    fronts = [one.front for one in laid_out(own, stock, STOCKS[stock], "classic", "en")]
    pairs = list(zip(fronts, own, strict=True))
    assert len({size_of(front, card.sets) for front, card in pairs}) == 1
    assert len({size_of(front, card.under) for front, card in pairs}) == 1
    assert len({baseline(front, card.sets) for front, card in pairs}) == 1, "with one line below or two"


def test_a_name_that_nearly_fits_makes_all_titles_a_little_smaller() -> None:
    plain, long = deck(["squat", "plank"]).exercises, deck(["squat", "nordic-hamstring-curl"]).exercises
    sizes = []
    for own in (plain, long):
        made = laid_out(own, "a7", "pocket", "classic", "en")
        sizes.append({size_of(one.front, one.card.name) for one in made})
    assert sizes[0] == {14.0}
    [smaller] = sizes[1]
    assert 14.0 * 0.75 <= smaller < 14.0
    assert all(one.card.name in one.front.text for one in made), "on one line"


def test_a_name_much_too_long_goes_on_in_a_second_line_and_heads_are_as_high_on_all_cards() -> None:
    first, second = deck(["squat", "plank"]).exercises
    own = [replace(first, name="Barbell back squat to a low box with a pause"), second]
    made = laid_out(own, "a7", "pocket", "classic", "en")
    alone = laid_out(own[1:], "a7", "pocket", "classic", "en")
    fronts = [(one.front, one.card) for one in (*made, *alone)]
    muscles = [baseline(front, card.primary) for front, card in fronts if isinstance(card, ExerciseCard)]
    assert muscles[0] > muscles[1] + 2, "next to its name"
    numbers = [baseline(front, card.number) for front, card in fronts if isinstance(card, ExerciseCard)]
    assert numbers[0] == numbers[1] > numbers[2] + 1, "in the middle of plates as high as the heads"
