"""A club's name and logo on exercise cards: in one place through a deck, in type to be read, or named in a note."""

from dataclasses import replace
from pathlib import Path

import pytest

from cardmaker.frame import Frame, Text
from cardmaker.layout.cards import LaidOutCard, Studio, lay_out_card
from cardmaker.layout.deckgrid import deck_grids
from cardmaker.pipeline import Order
from cardmaker.theme.club import in_club_colours
from cardmaker.theme.colour import contrast
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import load_stock
from cardmaker.theme.suiting import face_for
from cardmaker.theme.theme import Theme
from cardmaker.wording.wording import load_wording
from tests.kit import make
from tests.layout.layout_kit import book, deck, theme_named
from tests.layout.test_layout_fits import THEMES

CLUB = "Harbour Runners"
EXERCISES = ("squat", "hip-flexor-stretch", "plank", "push-up", "glute-bridge")
BRIGHT = "#FFE600"


def laid(stock: str, theme: Theme, club: str = CLUB) -> list[LaidOutCard]:
    """A deck of all sections, and so with tabs in all places."""
    own = load_stock(stock)
    face = face_for(Shelf(), "exercise", own, least_pt=theme.least_pt)
    studio = Studio(theme, book(), load_wording("en").labels)
    cards = [replace(card, club=club) for card in deck(EXERCISES, "3x8").exercises]
    grids, _ = deck_grids(studio, face, cards, own.size)
    return [lay_out_card(studio, face, card, own.size, grids=grids) for card in cards]


def name_on(frame: Frame, club: str = CLUB) -> list[tuple[float, float, Text]]:
    """Where the club's name is."""
    found = [one for one in frame.walk() if isinstance(one.item, Text) and one.item.content == club]
    return [(round(one.x, 2), round(one.y, 2), one.item) for one in found if isinstance(one.item, Text)]


@pytest.mark.parametrize("stock", ["a7", "a6", "a5", "index-5x8", "poker", "postcard"])
def test_name_is_on_all_fronts_at_one_height_at_the_end_of_the_rule_that_the_tab_leaves_free(
    stock: str,
) -> None:
    places = [name_on(card.front) for card in laid(stock, theme_named("classic"))]
    assert all(len(found) == 1 for found in places)
    assert len({y for [(_, y, _)] in places}) == 1
    assert len({x for [(x, _, _)] in places}) <= 2
    assert all(said.size_pt >= 6.5 for [(_, _, said)] in places)


@pytest.mark.parametrize(
    ("stock", "club", "printed"),
    [("mini", "Riverside", True), ("mini", "Riverside Runners", False), ("a7", "Riverside Runners", True)],
)
def test_all_cards_of_a_deck_have_the_name_or_none(stock: str, club: str, printed: bool) -> None:
    """A tab in the middle leaves less room than one at an end."""
    found = [name_on(card.front, club) for card in laid(stock, theme_named("classic"), club)]
    assert {len(names) for names in found} == {int(printed)}


@pytest.mark.parametrize("theme", [name for name in THEMES if name != "large-print"])
def test_name_is_legible_in_a_bright_club_colour_in_every_theme(theme: str) -> None:
    look, _ = in_club_colours(theme_named(theme), BRIGHT, None)
    paper = look.colours[look.ground] if look.ground else "#FFFFFF"
    for card in laid("a7", look):
        [(_, _, said)] = name_on(card.front)
        assert contrast(said.fill, paper) >= 4.5


def test_a_name_that_no_rule_has_room_for_is_left_out_and_named_in_a_note(tmp_path: Path) -> None:
    club = "Sportverein Musterstadt von 1886 e. V."
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        f"title: T\nclub: {{name: '{club}'}}\nworkouts: {{a: {{exercises: [squat: 3x8, plank: 3x30 s]}}}}\n",
        "utf-8",
    )
    notes = make(plan, Order(stock="mini", parts=("cards",))).notes
    assert any("no room for its club" in note for note in notes)
    assert not any(
        "no room for its club" in note for note in make(plan, Order(stock="a5", parts=("cards",))).notes
    )


def test_logo_is_at_one_place_on_all_backs(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9H0Z"/></svg>', "utf-8"
    )
    plan = tmp_path / "plan.yaml"
    rows = ", ".join(f"{name}: 3x8" for name in EXERCISES)
    plan.write_text(
        f"title: T\nclub: {{logo: logo.svg}}\nworkouts: {{a: {{exercises: [{rows}]}}}}\n", "utf-8"
    )
    for stock in ("a7", "a6", "a5", "a8"):
        pages = make(plan, Order(stock=stock, parts=("cards",), imposition="single")).parts[0].document.pages
        backs = [page.placements[0].frame for page in pages[1::2]]
        places = {
            (round(one.x, 2), round(one.y, 2), round(one.item.width, 2))
            for back in backs
            for one in back.walk()
            if type(one.item).__name__ == "Art" and one.item.width < 13
        }
        assert len(places) == 1, stock


@pytest.mark.parametrize(
    ("club", "theme", "printed"),
    [
        (CLUB, "classic", True),
        (
            f"{CLUB} and Walkers of the Old Town and the Villages Around It, Section of Athletics",
            "classic",
            True,
        ),
        (CLUB, "large-print", False),
    ],
)
def test_gym_cards_have_the_club_next_to_their_notes(
    tmp_path: Path, club: str, theme: str, printed: bool
) -> None:
    """All of a plan's cards, on one or several lines, or none of them and a note about it."""
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        f"title: T\nclub: {{name: '{club}'}}\n"
        "workouts: {a: {duration: 45 min, exercises: [squat: 3x8]}, b: {exercises: [plank: 3x30 s]},"
        " c: {duration: 45 min, exercises: [lunge: 3x8]}}\n",
        "utf-8",
    )
    job = make(plan, Order(parts=("gym",), theme=theme, imposition="single"))
    texts = (page.placements[0].frame.text for page in job.parts[0].document.pages)
    fronts = [" ".join(text.replace("\u00a0", " ").split()) for text in texts]
    assert [club in text for text in fronts] == [printed] * 3
    assert [("about 45 min" in text) for text in fronts] == [True, False, True]
    assert any("no room for its club" in note for note in job.notes) is not printed
