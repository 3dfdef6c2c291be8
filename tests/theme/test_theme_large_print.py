"""Large print: nothing under 14 pt on any page, larger cards where the plan's are too small, and how it is told."""

import pytest
from theme_kit import PLANS, frames, job

from cardmaker import assets
from cardmaker.errors import NotFoundError
from cardmaker.frame import Text
from cardmaker.pipeline import Order, make
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import load_stock
from cardmaker.theme.suiting import face_for, sheet_for

RUNNERS_WEEK = assets.templates("plans") / "runners-week.yaml"


@pytest.mark.parametrize("plan", PLANS)
def test_no_type_is_smaller_than_14_pt(plan: str) -> None:
    sizes = [
        (placed.item.size_pt, placed.item.content)
        for frame in frames(job("large-print", plan))
        for placed in frame.walk()
        if isinstance(placed.item, Text)
    ]
    assert len(sizes) > 500
    assert not [one for one in sizes if one[0] < 14]


def test_every_style_is_raised_even_of_faces_that_are_not_for_it() -> None:
    for group, styles in Shelf().theme("large-print").type.items():
        for name, style in styles.items():
            assert style.size >= 14, (group, name)
            assert style.min >= 14, (group, name)


def test_larger_cards_are_taken_and_told() -> None:
    made = job("large-print")
    assert "exercise cards are printed on A6, not on A7" in made.notes[0]
    assert "gym cards are printed on A5, not on A6" in made.notes[1]
    cards = made.parts[1].document.pages[0]
    assert cards.size == pytest.approx(load_stock("a6").size)


def test_cards_that_are_asked_for_are_refused_in_a_line() -> None:
    with pytest.raises(NotFoundError) as caught:
        make(RUNNERS_WEEK, Order(theme="large-print", stock="poker"))
    told = str(caught.value)
    assert told.startswith("no face for exercise cards with type of 14 pt, of Poker size")
    assert "choose" in told
    assert "\n" not in told


def test_sheet_that_is_asked_for_is_taken_in_large_print_and_told() -> None:
    made = make(RUNNERS_WEEK, Order(theme="large-print", parts=("sheets",), sheets=("week-landscape",)))
    (note,) = made.notes
    assert note == "theme large-print has type of 14 pt and more: large-print-week is printed for week-landscape"


def test_faces_and_sheets_in_large_type_are_taken_only_when_asked_for() -> None:
    shelf = Shelf()
    assert face_for(shelf, "exercise", load_stock("a6")).id == "large"
    assert face_for(shelf, "exercise", load_stock("a6"), least_pt=14).id == "large-print"
    assert face_for(shelf, "gym", load_stock("a5"), least_pt=14).id == "large-print-gym"
    week, block = shelf.sheet("week-landscape"), shelf.sheet("block")
    assert sheet_for(shelf, week, 0) is week
    assert sheet_for(shelf, week, 14).id == "large-print-week"
    assert sheet_for(shelf, block, 14).id == "large-print-block"
    assert sheet_for(shelf, week, 40) is week, "there is none; its type is raised, and what doesn't fit is told"


def test_night_on_paper_is_told() -> None:
    made = make(RUNNERS_WEEK, Order(theme="night", parts=("gym",)))
    assert made.notes == ("theme night is meant for screens: on paper its dark ground takes much ink",)
    assert "Brighter" not in "".join(frame.text for frame in frames(made))


def test_brighter_is_harder_on_a_dark_ground() -> None:
    words = "\n".join(frame.text for frame in frames(job("night", parts=("sheets",))))
    assert "brighter is harder" in words
    assert "darker is harder" not in words
