"""Each exercise of the library on each stock, in each face that suits it and each theme, with a long prescription.

The usual run takes the classic theme, some sizes, and the exercises that have the most to say; `pytest -m deep` takes
all.
"""

from collections.abc import Callable, Sequence
from functools import cache

import pytest

from cardmaker import assets
from cardmaker.errors import DoesNotFitError
from cardmaker.frame import Frame
from cardmaker.geometry import Insets, Rect
from cardmaker.handout.cards import ExerciseCard
from cardmaker.layout.cards import Studio, lay_out_card
from cardmaker.library.library import open_library
from cardmaker.theme.kinds import KINDS
from cardmaker.theme.stock import load_stock
from cardmaker.wording.wording import load_wording, wording_names
from tests.layout.layout_kit import LONG_SETS, book, deck, face_named, outside, theme_named

EXERCISES = open_library().ids
THEMES = sorted(path.stem for path in assets.templates("themes").glob("*.yaml"))
FACES = sorted(path.stem for path in assets.templates("faces").glob("*.yaml"))
EXERCISE_FACES = [face for face in FACES if face_named(face).kind == "exercise"]
SIZES = {load_stock(stock).size: stock for stock in reversed(KINDS["stocks"].names())}
"""One stock of each size."""
SUITING = [
    (stock, face)
    for size, stock in SIZES.items()
    for face in EXERCISE_FACES
    if face_named(face).suits.includes(*size)
]
SAMPLE = [
    pair for pair in SUITING if pair[0] in ("a7", "a6", "a5", "poker", "business-eu", "mini", "avery-5305")
]
PLAIN = "3x8, rest 60 s"
IN_THEMES = [
    (stock, face, theme)
    for stock, face in SUITING
    for theme in THEMES
    if face_named(face).least_pt >= theme_named(theme).least_pt
]
SMALLEST = [
    ("a6", "large-print", "large-print"),
    *(("poker", "small", theme) for theme in ("bold", "low-ink")),
]
"""Themes whose type is wider or larger than classic's, or lighter, on the smallest cards with a figure."""
TIGHT = [
    ("mini", "mini", "classic"),
    ("poker", "small", "classic"),
    ("business-eu", "wallet", "bold"),
    ("a6", "large-print", "large-print"),
]
"""Cards on which long words have the least room."""
OTHERS = [language for language in wording_names() if language != "en"]


MOST = 2


@cache
def demanding(language: str) -> tuple[str, ...]:
    """The exercises whose texts or figures take the most room in one way or another, *MOST* for each way."""
    cards = deck(EXERCISES, PLAIN, language).exercises
    ways: tuple[Callable[[ExerciseCard], float], ...] = (
        lambda card: len(card.name),
        lambda card: max(map(len, card.name.split())),
        lambda card: len(card.primary) + len(card.secondary),
        lambda card: len(card.start),
        lambda card: sum(len(cue.text) for cue in card.cues),
        lambda card: sum(len(mistake.wrong) + len(mistake.instead) for mistake in card.mistakes),
        lambda card: len(card.breathing) + len(card.why) + len(card.stop),
        lambda card: len(card.kit) + len(card.side),
        lambda card: sum(len(one.text) for one in (card.easier, card.harder, card.no_equipment) if one),
        lambda card: len(card.cues),
    )
    most = (sorted(cards, key=way, reverse=True)[:MOST] for way in ways)
    return tuple(sorted({card.exercise for some in most for card in some}))


def refusals(
    stock: str, face: str, theme: str, language: str, sets: str, exercises: Sequence[str] = EXERCISES
) -> list[str]:
    """What doesn't fit, or lies outside the margins."""
    size, own = load_stock(stock).size, face_named(face)
    studio = Studio(theme_named(theme), book(), load_wording(language).labels)
    live = Rect(0, 0, *size).inset(Insets.all(own.margin))
    found = []
    for card in deck(exercises, sets, language).exercises:
        try:
            made = lay_out_card(studio, own, card, size)
        except DoesNotFitError as fault:
            found.append(str(fault))
            continue
        for whole in filter(None, (made.front, made.back)):
            frame = Frame(whole.size, whole.items[1:]) if studio.theme.ground else whole
            found += [f"{card.name}: {one}" for one in outside(frame, live, book())]
        front = _unbroken(made.front.text)
        missing = [reported for reported in (card.name, card.sets) if _unbroken(reported) not in front]
        found += [f"{card.name}: lacks {reported}" for reported in missing]
    return found


def _unbroken(text: str) -> str:
    """*text* without blanks and line ends, as names with hyphens break at them."""
    return "".join(text.split())


def test_there_is_much_to_try() -> None:
    assert len(EXERCISES) >= 40
    assert {stock for stock, _ in SUITING} == set(SIZES.values())
    assert {face for _, face in SAMPLE} == {face for _, face in SUITING} == set(EXERCISE_FACES)


@pytest.mark.parametrize(("stock", "face"), SAMPLE)
def test_every_exercise_fits_with_a_long_prescription(stock: str, face: str) -> None:
    assert refusals(stock, face, "classic", "en", LONG_SETS, demanding("en")) == []


@pytest.mark.parametrize(("stock", "face", "theme"), SMALLEST)
def test_every_exercise_fits_the_smallest_cards_of_a_theme(stock: str, face: str, theme: str) -> None:
    assert refusals(stock, face, theme, "en", LONG_SETS, demanding("en")) == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(("stock", "face", "theme"), TIGHT)
def test_every_exercise_fits_tight_cards_in_every_language(
    stock: str, face: str, theme: str, language: str
) -> None:
    cards = deck(["squat"], PLAIN, language).exercises
    assert [card.name for card in cards] == [open_library().in_language(language).name("squat")]
    assert refusals(stock, face, theme, language, LONG_SETS, demanding(language)) == []


@pytest.mark.deep
@pytest.mark.parametrize("sets", [LONG_SETS, PLAIN])
@pytest.mark.parametrize("language", wording_names())
@pytest.mark.parametrize(("stock", "face", "theme"), IN_THEMES)
def test_every_exercise_fits_in_every_theme_and_language(
    stock: str, face: str, theme: str, language: str, sets: str
) -> None:
    assert refusals(stock, face, theme, language, sets) == []
