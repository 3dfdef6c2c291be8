"""What is between things on cards, in mm: cues and the strip, a name and the muscles, labels side by side."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest

from cardmaker import assets
from cardmaker.frame import Frame, Placed, Text
from cardmaker.geometry import MM_PER_PT
from cardmaker.layout.cards import Studio, lay_out_card
from cardmaker.layout.deckgrid import deck_grids
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import load_stock
from cardmaker.theme.suiting import face_for
from cardmaker.wording.wording import load_wording
from tests.layout.layout_kit import MONO, book, extent, resolved, shapes, theme_named

DESCENDER = 0.21
"""Of the faces that cards are set in, next to their size."""


@cache
def sides(stock: str, theme: str, plan: str, language: str = "en", *, back: bool = False) -> dict[str, Frame]:
    """The fronts of a bundled plan's deck, or its backs, by the numbers of the cards."""
    own, look = load_stock(stock), theme_named(theme)
    face = face_for(Shelf(), "exercise", own, least_pt=look.least_pt)
    studio = Studio(look, book(), load_wording(language).labels)
    cards = resolved((assets.templates("plans") / f"{plan}.yaml").read_text("utf-8"), language).exercises
    grids, _ = deck_grids(studio, face, cards, own.size)
    laid = {card.number: lay_out_card(studio, face, card, own.size, grids=grids) for card in cards}
    return {number: one.back if back and one.back else one.front for number, one in laid.items()}


def texts(frame: Frame) -> Iterator[Placed]:
    """All words on a side."""
    return (one for one in frame.walk() if isinstance(one.item, Text))


def strip_top(frame: Frame) -> float:
    """Where what is at the foot of a front begins: the surface of its sets."""
    foot = max(one.bottom for one in shapes(frame))
    return min(
        one.y for one in shapes(frame) if foot - one.bottom < 0.6 and one.height > 5 and one.width > 12
    )


@pytest.mark.parametrize(
    ("stock", "theme"),
    [("mini", "classic"), ("a8", "classic"), ("business-eu", "classic"), ("cr80", "classic"), ("poker", "classic"),
     ("a7", "classic"), ("a7", "low-ink"), ("a6", "large-print")],
)  # fmt: skip
def test_the_last_cue_is_clear_of_the_strip(stock: str, theme: str) -> None:
    for number, front in sides(stock, theme, "runners-week").items():
        top = strip_top(front)
        feet = [
            one.y + one.item.size_pt * MM_PER_PT * DESCENDER
            for one in texts(front)
            if isinstance(one.item, Text) and one.y < top
        ]
        assert top - max(feet) >= 1.49, f"card {number}"


def test_names_of_one_line_are_next_to_their_muscles_where_others_have_two() -> None:
    gaps = set()
    for front in sides("a7", "classic", "drei-tage-studio", "de").values():
        name, muscles = (_lowest(front, size) for size in (14, 7.5))
        gaps.add(round(muscles - name, 1))
    assert max(gaps) - min(gaps) <= 0.5, "and not with a hole between"


def _lowest(front: Frame, size: float) -> float:
    """The last baseline in a head, of words about as large as *size*, pt, without what is on the plate."""
    head = [one for one in texts(front) if isinstance(one.item, Text) and one.y < 26]
    return max(
        one.y for one in head if isinstance(one.item, Text) and 0 <= size - one.item.size_pt < size / 5
    )


def test_large_labels_of_a_strip_are_apart() -> None:
    for front in sides("a6", "large-print", "runners-week").values():
        named = [one for one in texts(front) if isinstance(one.item, Text) and one.y > strip_top(front)]
        places = {
            one.item.content: extent(one, MONO)
            for one in named
            if isinstance(one.item, Text) and one.item.content in ("Load", "RPE", "Rest", "Rest/round")
        }
        row = sorted(places.values(), key=lambda one: one.x)
        assert len(row) == 3
        assert all(b.x - a.right >= 2.4 for a, b in pairwise(row))


def test_on_a_sign_numbers_sides_and_loads_keep_their_places_through_the_deck() -> None:
    for plan in ("runners-week", "strength-waves"):
        numbers, below, loads = set[float](), set[float](), set[float]()
        for front in sides("avery-5305", "classic", plan).values():
            block = [one for one in texts(front) if isinstance(one.item, Text) and one.x < 60 and one.y > 22]
            by_size = sorted(
                ((one.item.size_pt, round(one.y, 3)) for one in block if isinstance(one.item, Text)),
                reverse=True,
            )
            numbers.add(by_size[0][1])
            below |= {y for size, y in by_size[1:] if size > 15}
            loads |= {max(small)} if (small := [y for size, y in by_size if size < 15]) else set()
        assert (len(numbers), len(below), len(loads)) == (1, 1, 1), plan
        assert max(numbers) < max(below) < max(loads)


def test_what_replaces_equipment_is_next_to_what_is_easier_and_harder() -> None:
    own = sides("a7", "classic", "runners-week", back=True)
    lines = {one.item.content: one.y for one in texts(own["02"]) if isinstance(one.item, Text)}
    [without] = [y for words, y in lines.items() if words.startswith("No equipment?")]
    above = max(y for y in lines.values() if y < without - 1)
    assert without - above <= 5.5
    assert min(y for y in lines.values() if y > without + 1) - without >= 8, (
        "with spare room above when to stop"
    )
