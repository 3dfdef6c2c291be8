"""What the product itself says fits at its widest: dates, figures, units, totals, numbers of cards, in each language.

The usual run takes each page and face in the widest theme, in both languages, and in one more theme in one of them;
`pytest -m deep` takes every theme, month, paper and stock in both.
"""

from datetime import date

import pytest

from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import load_stock
from cardmaker.wording.wording import load_wording, wording_names
from tests.kit import WIDE, in_the_widest_and_one_more, shared_workshop
from tests.layout.layout_kit import face_named, sheet_named, theme_named
from tests.layout.test_layout_fits import FACES, THEMES
from tests.layout.widest_kit import (
    CARDS,
    PAGES,
    PAPERS,
    UNITS,
    card_faults,
    monday,
    page_faults,
    plan,
    widest_week,
)

WORKSHOP = shared_workshop()
LANGUAGES = wording_names()
MONTHS = [monday(date(2027, month, 24)) for month in range(1, 13)]
SMALLEST = {
    (face, theme): stock
    for stock, face, theme in sorted(CARDS, key=lambda card: load_stock(card[0]).size.width, reverse=True)
}
"""The narrowest stock of each face and theme."""
USUAL_PAGES = [*in_the_widest_and_one_more(PAGES)]
USUAL_CARDS = [*in_the_widest_and_one_more(SMALLEST)]


def languages(number: int, theme: str) -> tuple[str, ...]:
    """All in the themes with the widest type; in the others one, which changes about."""
    return LANGUAGES if theme in WIDE else LANGUAGES[number % len(LANGUAGES) :][:1]


def test_every_sheet_and_face_is_tried() -> None:
    assert {sheet for sheet, _ in PAGES} == set(Shelf().names("sheets"))
    before = {face for face in FACES if face_named(face).kind in ("key", "title")}
    assert {face for _, face, _ in CARDS} == set(FACES) - before
    assert {sheet for sheet, _ in USUAL_PAGES} == {sheet for sheet, _ in PAGES}
    assert {face for face, _ in USUAL_CARDS} == {face for face, _ in SMALLEST}
    assert {theme for _, theme in USUAL_PAGES} == {theme for _, theme in USUAL_CARDS} == set(THEMES)
    assert all(sheet_named(sheet).least_pt == theme_named(theme).least_pt for sheet, theme in PAGES)


@pytest.mark.parametrize(("number", "sheet", "theme"), [(i, *page) for i, page in enumerate(USUAL_PAGES)])
def test_the_widest_dates_and_figures_fit_each_sheet(number: int, sheet: str, theme: str) -> None:
    """Languages and units change about from page to page."""
    for turn, language in enumerate(languages(number, theme)):
        units, paper = UNITS[(number + turn) % 2], PAPERS[(number + turn) % 2]
        content = plan(language, units, widest_week(load_wording(language)))
        assert page_faults(WORKSHOP, content, sheet, theme, paper) == []


@pytest.mark.parametrize(("number", "face", "theme"), [(i, *card) for i, card in enumerate(USUAL_CARDS)])
def test_the_widest_words_fit_the_narrowest_card_of_each_face(number: int, face: str, theme: str) -> None:
    for language in languages(number, theme):
        assert card_faults(WORKSHOP, language, SMALLEST[face, theme], face, theme) == []


@pytest.mark.deep
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("sheet", "theme"), PAGES)
def test_all_months_fit_each_sheet(sheet: str, theme: str, language: str) -> None:
    """Papers and units change about from month to month, each with each."""
    for month, day in enumerate(MONTHS):
        paper, units = PAPERS[month % len(PAPERS)], UNITS[month // len(PAPERS) % 2]
        assert page_faults(WORKSHOP, plan(language, units, day), sheet, theme, paper) == []


@pytest.mark.deep
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("stock", "face", "theme"), CARDS)
def test_the_widest_words_fit_every_card(stock: str, face: str, theme: str, language: str) -> None:
    assert card_faults(WORKSHOP, language, stock, face, theme) == []
