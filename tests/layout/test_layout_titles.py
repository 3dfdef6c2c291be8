"""The title card of a deck: what it says, and that it fits every size in every language and theme."""

from dataclasses import replace

import pytest

from cardmaker.frame import Art, Frame, Placed
from cardmaker.geometry import Insets, Rect
from cardmaker.handout import (
    SheetHead,
    SkylineWeek,
    Stretch,
    TitleCard,
    TitleEntry,
    TitlePicture,
    TitleWorkout,
)
from cardmaker.layout.cards import LaidOutCard, Studio, lay_out_card
from cardmaker.theme.stock import load_stock
from cardmaker.wording.wording import load_wording, wording_names
from tests.layout.layout_kit import book, deck, face_named, outside, theme_named
from tests.layout.test_layout_fits import EXERCISE_FACES, FACES, SIZES, THEMES

TITLES = [face for face in FACES if face_named(face).kind == "title"]
SUITING = [
    (stock, face)
    for size, stock in SIZES.items()
    for face in TITLES
    if face_named(face).suits.includes(*size)
]
HEAD = SheetHead("10 km build", "", "Coach", "Riverside Runners", "club@example.org", None)
WEEK = (3.0, 0.0, 7.6, 0.0, 7.2, 11.0, 0.0)


def title(cards: int = 33, head: SheetHead = HEAD, *, drawn: bool = False) -> TitleCard:
    """The card of a deck of eight weeks; with *drawn* of one without runs."""
    weeks = tuple(
        SkylineWeek(str(week), tuple(Stretch(km, "easy") for km in WEEK), race=5 if week == 8 else None)
        for week in range(1, 9)
    )
    squat, *_ = deck(["squat"], "3x8").exercises
    assert squat.figure
    entries = tuple(TitleEntry(f"{n:02}", "Bulgarian split squat") for n in range(1, cards + 1))
    numbers = " ".join(entry.number for entry in entries[: cards // 3])
    return TitleCard(
        name="Title",
        tab="",
        slot=0,
        slots=1,
        number="00",
        head=head,
        kind="Exercise cards",
        facts=f"{cards} cards · 3 workouts · 8 weeks",
        entries=entries,
        workouts=tuple(TitleWorkout(f"Workout {letter}", "Lower body", numbers) for letter in "ABC"),
        skyline=() if drawn else weeks,
        pictures=(TitlePicture(squat.figure, "Squat"),) * 4 if drawn else (),
    )


def made(face: str, stock: str, card: TitleCard, theme: str = "classic", language: str = "en") -> LaidOutCard:
    """The card laid out."""
    studio = Studio(theme_named(theme), book(), load_wording(language).labels)
    return lay_out_card(studio, face_named(face), card, load_stock(stock).size)


def said(frame: Frame | None) -> str:
    """All words of a side in one line."""
    return " ".join(frame.text.split()) if frame else ""


def test_every_size_of_exercise_cards_has_a_title() -> None:
    for face in EXERCISE_FACES:
        stocks = [stock for size, stock in SIZES.items() if face_named(face).suits.includes(*size)]
        least = face_named(face).least_pt
        for stock in stocks:
            faces = [one for of, one in SUITING if of == stock and face_named(one).least_pt >= least]
            assert faces, f"{stock}: no title for {face}"


@pytest.mark.parametrize(("stock", "face"), SUITING)
def test_titles_fit_their_cards(stock: str, face: str) -> None:
    own = face_named(face)
    theme = "large-print" if own.least_pt else "classic"
    live = Rect(0, 0, *load_stock(stock).size).inset(Insets.all(own.margin))
    long = replace(
        HEAD, title="Marathon block of the second group, weeks five to eighteen", athlete="A. Other"
    )
    for language in wording_names():
        for card in (title(), title(12, long), title(6, drawn=True)):
            laid = made(face, stock, card, theme, language)
            for side in filter(None, (laid.front, laid.back)):
                assert outside(side, live, book()) == []
            assert " ".join(card.head.title.split()[:2]) in said(laid.front)
            assert card.head.club in said(laid.front)


@pytest.mark.parametrize("theme", [theme for theme in THEMES if not theme_named(theme).least_pt])
def test_titles_fit_in_every_theme(theme: str) -> None:
    for face in (one for one in TITLES if not face_named(one).least_pt):
        stock = next(stock for stock, one in SUITING if one == face)
        made(face, stock, title(), theme)


def test_all_cards_are_listed_in_two_columns() -> None:
    laid = made("title", "a7", title(20))
    assert laid.back
    numbers = [
        one for one in laid.back.walk() if getattr(one.item, "content", "") in ("01", "10", "11", "20")
    ]
    left, right = {round(one.x, 1) for one in numbers[:2]}, {round(one.x, 1) for one in numbers[2:]}
    assert len(left) == len(right) == 1 and left != right
    assert said(laid.back).count("Bulgarian split squat") == 20
    assert laid.front.losses == laid.back.losses == ()


def test_more_cards_than_there_is_room_for_are_not_dropped_silently() -> None:
    laid = made("small-title", "mini", title(60))
    assert laid.back and [loss.what for loss in laid.back.losses]


def test_the_ground_takes_what_room_figures_leave() -> None:
    def arts(frame: Frame) -> list[Placed]:
        return [one for one in frame.walk() if isinstance(one.item, Art)]

    barred, drawn = (made("title", "a7", title(6, drawn=drawn)).front for drawn in (False, True))
    assert not arts(barred) and len(arts(drawn)) == 4
    assert min(one.y for one in arts(drawn)) > 60
