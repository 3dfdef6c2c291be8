"""What a pencil has in the logs of exercise cards, on every stock, whatever is asked for: boxes of 8 × 7 mm and more,
on cards narrower than A6 of 8 × 6 mm; of more sets than usual each still has a box, narrower, before some share one.

The usual run takes some sizes in the classic theme, and each theme and language once; `pytest -m deep` takes all.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, product

import pytest

from cardmaker.frame import Frame, Group, Path, Placed, Role, Text
from cardmaker.geometry import MM_PER_PT
from cardmaker.handout import ExerciseCard
from cardmaker.layout.cards import LaidOutCard, Studio, lay_out_card
from cardmaker.layout.deckgrid import deck_grids
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import load_stock
from cardmaker.theme.suiting import face_for, suits_some_face
from cardmaker.wording.wording import load_wording, wording_names
from tests.layout.layout_kit import MONO, book, extent, resolved, theme_named
from tests.layout.test_layout_fits import SIZES, THEMES

WIDE, HIGH = 8.0, 7.0
"""A pencil's box, mm."""
USUAL, NARROW, NARROW_ON_SMALL = 3, 7.0, 4.8
"""How many sets have boxes as wide, and how wide those of more are: 7 mm as lines are apart, or figures as on squared
paper."""
SMALL, HIGH_ON_SMALL = 98.0, 6.0
"""Cards narrower than this, mm, have lower rows: figures 3 to 4 mm high have room in them below the target, and a row
more is worth more on a small card than air above them. Lines for words stay 7 mm apart."""
SETS = {
    "barbell-squat": "5/5/5+ @ 65/75/85% TM -> 3/3/3+ @ 70/80/90% TM -> 5/3/1+ @ 75/85/95% TM, +5 kg a cycle",
    "deadlift": "6x3 @ 80%",
    "split-squat": "4x8-12/side 2x17.5 kg @ RPE 7-8, rest 90-120 s",
    "plank": "3x30-45 s",
    "push-up": "2x10-15, rest 60 s",
    "pull-up": "10x10",
}
FEW = ("a7", "a6", "a5", "index-5x8", "a8", "mini", "business-eu", "poker", "cr80")
EVERY = [
    (stock, theme, language)
    for stock, theme, language in product(SIZES.values(), THEMES, wording_names())
    if suits_some_face(Shelf(), "exercise", load_stock(stock), theme_named(theme).least_pt)
]
SOME = {
    *((stock, "classic", "en") for stock in FEW),
    *(("a7", theme, "de") for theme in THEMES if theme != "large-print"),
    *(("a8", theme, "de") for theme in THEMES if theme != "large-print"),
    ("a6", "large-print", "de"), ("a5", "large-print", "en"),
}  # fmt: skip


@cache
def cards(language: str) -> tuple[ExerciseCard, ...]:
    """Of all that a log may be for, done in twelve weeks."""
    rows = "".join(f"      - {name}: '{sets}'\n" for name, sets in SETS.items())
    plan = (
        "title: P\nathlete: {lifts: {barbell-squat: 100 kg, deadlift: 140 kg}}\nphases: {Base: 12}\n"
        f"base_week: {{mon: {{strength: a}}}}\nworkouts:\n  a:\n    exercises:\n{rows}"
    )
    return resolved(plan, language).exercises


def laid(stock: str, theme: str, language: str) -> Iterator[LaidOutCard]:
    """The deck as it is printed."""
    own, look = load_stock(stock), theme_named(theme)
    face = face_for(Shelf(), "exercise", own, least_pt=look.least_pt)
    studio = Studio(look, book(), load_wording(language).labels)
    grids, _ = deck_grids(studio, face, cards(language), own.size)
    for card in cards(language):
        yield lay_out_card(studio, face, card, own.size, grids=grids)


def tables(items: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The rules of each table: they are put right before its cells."""
    for before, placed in zip([None, *items], items, strict=False):
        if not isinstance(placed.item, Group):
            continue
        if placed.item.role is Role.TABLE and before and isinstance(before.item, Group):
            yield [one for one in before.item.items if isinstance(one.item, Path)]
        else:
            yield from tables(placed.item.items)


def boxes(frame: Frame) -> Iterator[tuple[float, float]]:
    """How wide each column of a log is, and how high each of its rows."""
    for rules in tables(frame.items):
        about = [extent(rule, MONO) for rule in rules]
        xs = sorted({round(one.x, 2) for one in about if not one.width})
        ys = sorted({round(one.y, 2) for one in about if one.width})
        widths, heights = ([b - a for a, b in pairwise(at)] for at in (xs, ys))
        yield min(widths), min(heights)


def too_small(stock: str, theme: str, language: str) -> list[str]:
    """The cards whose logs have boxes that a pencil has no room in."""
    found, seen = [], 0
    small = load_stock(stock).size.width < SMALL
    least, narrow = (HIGH_ON_SMALL, NARROW_ON_SMALL) if small else (HIGH, NARROW)
    for card in laid(stock, theme, language):
        assert isinstance(card.card, ExerciseCard)
        many = max(len(row.targets) for row in card.card.log) > USUAL
        sets = (NARROW if card.card.side else narrow) if many else WIDE
        for wide, high in boxes(card.back or card.front):
            seen += 1
            if wide < sets - 0.02 or high < least - 0.02:
                found.append(f"{card.card.name}: {wide:.2f} × {high:.2f} mm")
    assert seen or not card.back
    return found


@pytest.mark.parametrize(("stock", "theme", "language"), sorted(SOME))
def test_a_pencil_has_room_in_every_box_of_a_log(stock: str, theme: str, language: str) -> None:
    assert too_small(stock, theme, language) == []


@pytest.mark.deep
@pytest.mark.parametrize(("stock", "theme", "language"), sorted({*EVERY} - SOME))
def test_a_pencil_has_room_on_every_stock_in_every_theme_and_language(
    stock: str, theme: str, language: str
) -> None:
    assert too_small(stock, theme, language) == []


@pytest.mark.parametrize(("stock", "columns"), [("a7", 9), ("poker", 9), ("business-eu", 8), ("a6", 9)])
def test_each_of_six_sets_has_a_column(stock: str, columns: int) -> None:
    """Besides date and load, and the effort where there is room for it, too."""
    made = next(one for one in laid(stock, "classic", "en") if one.card.key == "deadlift")
    assert made.back
    [rules] = tables(made.back.items)
    xs = {round(extent(rule, MONO).x, 2) for rule in rules if not extent(rule, MONO).width}
    assert len(xs) - 1 == columns


def test_a_pocket_card_has_six_rows_to_write_in() -> None:
    for made in laid("a7", "classic", "en"):
        assert made.back
        [rules] = tables(made.back.items)
        rows = {round(extent(rule, MONO).y, 2) for rule in rules if extent(rule, MONO).width}
        assert len(rows) - 1 >= 6, made.card.name


def test_cells_of_a_log_are_whole_and_targets_in_their_upper_half() -> None:
    """Else a target is read as what the row above is for; the row for the last time has the firmest rule."""
    seen = firmer = 0
    ink = theme_named("low-ink").colour("ink")
    for made in laid("a7", "low-ink", "en"):
        assert made.back
        [rules] = tables(made.back.items)
        about = [extent(rule, MONO) for rule in rules]
        down = [one for one in about if not one.width]
        ys = sorted({round(one.y, 2) for one in about if one.width})
        assert all((round(one.y, 2), round(one.bottom, 2)) == (ys[0], ys[-1]) for one in down)
        firm = [rule.y for rule in rules if isinstance(rule.item, Path) and rule.item.stroke == ink]
        assert firm[-1] == pytest.approx(ys[0], abs=0.01)
        assert firm[:-1] in ([], [pytest.approx(ys[1], abs=0.01)])
        firmer += len(firm[:-1])
        ghost = theme_named("low-ink").colours["ghost"]
        for one in made.back.walk():
            if isinstance(one.item, Text) and one.item.fill == ghost:
                middle = one.y - one.item.size_pt * MM_PER_PT * 0.711 / 2
                row = max(y for y in ys if y < one.y)
                assert 0.5 < middle - row < (ys[-1] - ys[0]) / (len(ys) - 1) / 2, "a pencil has the lower one"
                seen += 1
    assert seen
    assert firmer
