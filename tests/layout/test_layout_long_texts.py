"""What a coach writes at length is printed on every card: long names, a sentence as a note, all of a prescription."""

from functools import cache

import pytest

from cardmaker.frame import Frame
from cardmaker.geometry import Insets, Rect
from cardmaker.handout import ExerciseCard
from cardmaker.layout.cards import Studio, lay_out_card
from cardmaker.theme.stock import load_stock
from cardmaker.wording.wording import load_wording
from tests.kit import WIDE
from tests.layout.layout_kit import LONG_SETS, book, face_named, outside, resolved, theme_named
from tests.layout.test_layout_fits import IN_THEMES

NAMES = {
    "goblet squat": "Bulgarian split squat, rear foot elevated, dumbbells, paused",
    "plank": "Chest-supported incline dumbbell row with a slow return down",
    "tyre flip": "Half-kneeling single-arm landmine press with a pause at chin",
}
"""Names of 60 letters, of exercises with a high picture, a wide one, and none."""
NOTE = "Keep the ribs down and breathe out on the way up; stop two reps before it becomes a grind"
ROOMY = 74 * 105
"""The area of A7, on which everything has room, mm²."""
SMALL_AND_ROOMY = {
    (face, theme, size.width * size.height >= ROOMY): (stock, face, theme)
    for size, stock, face, theme in sorted(
        ((load_stock(stock).size, stock, face, theme) for stock, face, theme in IN_THEMES if theme in WIDE),
        key=lambda place: place[0].width * place[0].height,
        reverse=True,
    )
}
USUAL = [*SMALL_AND_ROOMY.values()]
"""Each face in the themes with the widest and the largest type, on the smallest card, and the smallest with room."""


@cache
def cards() -> tuple[ExerciseCard, ...]:
    entries = "".join(
        f"\n      - {{exercise: {key}, name: '{name}', sets: '{LONG_SETS}', note: '{NOTE}'}}"
        for key, name in NAMES.items()
    )
    return resolved(f"title: P\nworkouts:\n  a:\n    exercises:{entries}\n").exercises


def bare(text: str) -> str:
    return "".join(text.split())


def faults(stock: str, face: str, theme: str) -> list[str]:
    """What lies outside the margins or is said neither on the card nor in a note."""
    size, own = load_stock(stock).size, face_named(face)
    studio = Studio(theme_named(theme), book(), load_wording("en").labels)
    live = Rect(0, 0, *size).inset(Insets.all(own.margin))
    found = []
    for card in cards():
        made = lay_out_card(studio, own, card, size)
        sides = [made.front, *([made.back] if made.back else [])]
        for side in sides:
            frame = Frame(side.size, side.items[1:]) if studio.theme.ground else side
            found += outside(frame, live, book())
        found += [f"{card.name}: lacks its name" for side in sides if bare(card.name) not in bare(side.text)]
        said = bare("".join(side.text for side in sides))
        noted = "; ".join(loss.what for side in sides for loss in side.losses)
        lacks = [name for name, text in card.prescribed.items() if bare(text) not in said]
        found += [f"{card.name}: lacks {name}" for name in lacks if name not in noted]
        if size.width * size.height >= ROOMY and made.back:
            found += [f"{card.name}: no room for {name}" for name in lacks]
    return found


@pytest.mark.parametrize(("stock", "face", "theme"), USUAL)
def test_names_of_60_letters_and_a_sentence_are_on_every_card(stock: str, face: str, theme: str) -> None:
    assert len(NOTE) == 89
    assert all(len(name) == 60 for name in NAMES.values())
    assert faults(stock, face, theme) == []


@pytest.mark.deep
@pytest.mark.parametrize(("stock", "face", "theme"), IN_THEMES)
def test_names_of_60_letters_are_on_every_card_in_every_theme(stock: str, face: str, theme: str) -> None:
    """The same on each stock, and in the themes with narrower and smaller type."""
    assert faults(stock, face, theme) == []
