"""Large print: nothing under 14 pt on any page, larger cards where the plan's are too small, and how it is reported."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest

from cardmaker import assets
from cardmaker.errors import NotFoundError
from cardmaker.frame import Path, Text
from cardmaker.pipeline import Order
from cardmaker.press.poster import Enlargement
from cardmaker.theme.colour import contrast
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import load_stock
from cardmaker.theme.suiting import face_for, sheet_for
from tests.kit import make
from tests.theme.theme_kit import PLANS, frames, job

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


def test_larger_cards_are_taken_and_reported() -> None:
    made = job("large-print")
    assert any("exercise cards are printed on A6, not on A7" in note for note in made.notes)
    assert any("gym cards are printed on A5, not on A6" in note for note in made.notes)
    cards = made.parts[1].document.pages[0]
    assert cards.size == pytest.approx(load_stock("a6").size)


def test_cards_that_are_asked_for_are_refused_in_a_line() -> None:
    with pytest.raises(NotFoundError) as caught:
        make(RUNNERS_WEEK, Order(theme="large-print", stock="poker"))
    reported = str(caught.value)
    assert reported.startswith("no face for exercise cards with type of 14 pt, of Poker size")
    assert "choose" in reported
    assert "\n" not in reported


def test_sheet_that_is_asked_for_is_taken_in_large_print_and_reported() -> None:
    made = make(RUNNERS_WEEK, Order(theme="large-print", parts=("sheets",), sheets=("week-landscape",)))
    said = "theme large-print has type of 14 pt and more: large-print-week is printed for week-landscape"
    assert said in made.notes


def test_faces_and_sheets_in_large_type_are_taken_only_when_asked_for() -> None:
    shelf = Shelf()
    assert face_for(shelf, "exercise", load_stock("a6")).id == "large"
    assert face_for(shelf, "exercise", load_stock("a6"), least_pt=14).id == "large-print"
    assert face_for(shelf, "gym", load_stock("a5"), least_pt=14).id == "large-print-gym"
    week, block = shelf.sheet("week-landscape"), shelf.sheet("block")
    assert sheet_for(shelf, week, 0) is week
    assert sheet_for(shelf, week, 14).id == "large-print-week"
    assert sheet_for(shelf, block, 14).id == "large-print-block"
    assert sheet_for(shelf, week, 40) is week, (
        "there is none; its type is raised, and what doesn't fit is reported"
    )


def test_night_on_paper_is_reported() -> None:
    made = make(RUNNERS_WEEK, Order(theme="night", parts=("gym",)))
    assert made.notes == ("theme night is meant for screens: on paper its dark ground takes much ink",)
    assert "Brighter" not in "".join(frame.text for frame in frames(made))


@pytest.mark.parametrize("for_screen", [False, True], ids=["paper", "screen"])
@pytest.mark.parametrize(("theme", "harder"), [("night", "brighter"), ("classic", "darker")])
def test_ramp_is_described_as_it_goes(theme: str, harder: str, for_screen: bool) -> None:
    order = Order(theme=theme, parts=("sheets",), medium="screen" if for_screen else "print", weeks=(1, 2))
    made = make(assets.templates("plans") / "ten-k-build.yaml", order)
    words = "\n".join(frame.text for frame in frames(made))
    assert words.count(f"{harder} is harder") == len(made.handout.weeks)
    assert words.count(f"{harder.capitalize()} is harder") == len(made.handout.blocks)
    (other,) = {"darker", "brighter"} - {harder}
    assert f"{other} is harder" not in words.lower()


# Books -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("plan", PLANS)
def test_a_week_of_a_booklet_takes_two_pages_that_face_each_other(plan: str) -> None:
    order = Order(theme="large-print", book="booklet", parts=("sheets",))
    made = make(assets.templates("plans") / f"{plan}.yaml", order)
    names = [side.title for side in made.parts[0].sides]
    weeks = [name for name in names if name not in ("Cover", "Tips", "notes")]
    assert len(weeks) == 2 * len(made.handout.weeks)
    assert weeks[::2] == weeks[1::2], "left and right, as the first page after the cover is a left one"
    texts = ["".join(side.frame.text.split()) for side in made.parts[0].sides]
    for left, right in zip(texts[1::2], texts[2::2], strict=False):
        if "Mon" in left:
            assert all(day in left for day in ("Mon", "Tue", "Wed"))
            assert ("Thu" in left) != ("Thu" in right), "on the left if its exercises have room there"
            assert all(day in right for day in ("Fri", "Sat", "Sun"))
    placed = (one.item for side in made.parts[0].sides for one in side.frame.walk())
    assert min(item.size_pt for item in placed if isinstance(item, Text)) >= 14


def test_a_cover_counts_weeks_not_pages_and_counts_all() -> None:
    order = Order(theme="large-print", book="booklet", parts=("sheets",))
    made = make(assets.templates("plans") / "ten-k-build.yaml", order)
    cover = made.parts[0].sides[0].frame.text
    assert "8 weeks" in cover
    assert "16 weeks" not in cover
    assert "1 of 2" not in cover
    assert not made.notes


def test_a_pocket_book_is_refused_in_a_line() -> None:
    with pytest.raises(NotFoundError) as caught:
        make(RUNNERS_WEEK, Order(theme="large-print", book="pocket"))
    assert "\n" not in str(caught.value)
    assert "--book booklet" in str(caught.value)


@pytest.mark.parametrize("book", ["booklet", "pocket"])
def test_a_dark_ground_fills_all_pages_of_a_book(book: str) -> None:
    """Covers and pages for notes, too; and the marks show on it."""
    theme = Shelf().theme("night")
    for page in make(RUNNERS_WEEK, Order(theme="night", book=book)).parts[0].document.pages:
        covered = 0.0
        for one in page.placements:
            first = next(placed.item for placed in one.frame.walk() if isinstance(placed.item, Path))
            assert first.fill == theme.colour("paper")
            covered += one.frame.size.width * one.frame.size.height
        assert covered == pytest.approx(page.size.width * page.size.height, rel=0.002)
        marks = [placed.item for placed in page.marks.walk()] if page.marks else []
        assert {mark.stroke for mark in marks if isinstance(mark, Path)} <= {theme.colour("ink")}


def test_what_is_next_to_a_poster_is_dark_on_bare_paper() -> None:
    order = Order(theme="night", parts=("gym",), poster=Enlargement(columns=2, rows=2))
    page = make(RUNNERS_WEEK, order).parts[0].document.pages[0]
    frames = [*(one.frame for one in page.placements), *([page.marks] if page.marks else [])]
    captions = [one.item for frame in frames for one in frame.walk()
                if isinstance(one.item, Text) and "A1" in one.item.content]  # fmt: skip
    assert captions
    assert all(contrast(one.fill, "#FFFFFF") > 7 for one in captions)


@dataclass(frozen=True, slots=True)
class Sheets:
    """Sheets by their ids: orientation and least type."""

    known: dict[str, tuple[str, float]]

    def names(self, _: str) -> tuple[str, ...]:
        return tuple(self.known)

    def sheet(self, name: str) -> SimpleNamespace:
        orientation, least_pt = self.known[name]
        return SimpleNamespace(id=name, kind="week", orientation=orientation, least_pt=least_pt)


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_a_sheet_in_large_type_keeps_the_orientation(orientation: str) -> None:
    """Though one in the other orientation comes first by its type and its name."""
    other = {"portrait": "landscape", "landscape": "portrait"}[orientation]
    shelf: Any = Sheets({"a-other": (other, 14), "b-same": (orientation, 18), "c-small": (orientation, 8)})
    assert sheet_for(shelf, shelf.sheet("c-small"), 14).id == "b-same"
    assert sheet_for(shelf, shelf.sheet("c-small"), 19).id == "c-small"


# Cards -----------------------------------------------------------------------------------------------


def backs(plan: str) -> tuple[list[tuple[str, set[float]]], tuple[str, ...]]:
    """What each card's back says and the sizes of what is to be done instead of mistakes, and what is noted."""
    order = Order(theme="large-print", stock="a6", parts=("cards",))
    made = make(assets.templates("plans") / f"{plan}.yaml", order)
    sides = [side.frame for side in made.parts[0].sides][1::2]
    return [
        (
            frame.text,
            {
                placed.item.size_pt
                for placed in frame.walk()
                if isinstance(placed.item, Text) and placed.item.content.startswith(" – ")
            },
        )
        for frame in sides
    ], made.notes


@pytest.mark.parametrize(
    ("plan", "size"), [("runners-week", 15), ("laufwoche", 15), ("drei-tage-studio", 14)]
)
def test_mistakes_have_what_to_do_instead_and_are_two_only_where_smaller_type_has_no_room_for_three(
    plan: str, size: float
) -> None:
    """Of a size that a deck has in common: 14 pt as soon as one of its cards needs it."""
    cards, notes = backs(plan)
    assert [sizes for _, sizes in cards] == [{size}] * len(cards)
    fewer = [note for note in notes if "no room for all mistakes" in note]
    assert len(fewer) == (plan == "drei-tage-studio"), (
        "one with three two-line remedies, a stop of three and two targets"
    )


@pytest.mark.parametrize("plan", ["halbmarathon", "zehn-kilometer"])
def test_long_holds_have_room_next_to_the_longest_names_of_places(plan: str) -> None:
    order = Order(theme="large-print", stock="a6", parts=("cards",))
    made = make(assets.templates("plans") / f"{plan}.yaml", order)
    fronts = [side.frame.text.replace("\xa0", " ") for side in made.parts[0].sides][::2]
    assert any("1–2 × 20–3" in text and "Seite" in text for text in fronts)
    assert any("Pause/Rd." in text for text in fronts)
