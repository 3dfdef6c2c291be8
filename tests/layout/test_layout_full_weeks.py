"""Full weeks are printed: two sessions a day on one page, what is too much for it upright or on several."""

import re
from collections.abc import Mapping

import pytest

from cardmaker.api import Workshop
from cardmaker.pipeline.order import Order

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EASY = {"run": "6 km easy"}
HARD = {"run": "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd", "note": "some words"}
DOUBLES = {key: [EASY, EASY] for key in DAYS}
FOUR_HARD = {key: [HARD] for key in DAYS[:4]} | {key: [EASY] for key in DAYS[4:]}
WORDY = {"run": "6 km easy", "note": "some words and some more of them " * 30}
FOUR_WORDY = {key: [WORDY] for key in DAYS[:4]}
ALL_HARD_TRIPLES = {key: [HARD, HARD, HARD] for key in DAYS}


def made(week: Mapping[str, object], theme: str, sheet: str) -> tuple[list[str], tuple[str, ...]]:
    """What is on each page, and the notes."""
    workshop = Workshop()
    plan = workshop.load({"title": "Full", "weeks": [week]})
    job = workshop.make(plan, Order(theme=theme, sheets=(sheet,), parts=("sheets",)))
    return [side.frame.text for side in job.parts[0].sides], job.notes


@pytest.mark.parametrize("week", [DOUBLES, FOUR_HARD], ids=["doubles", "intervals"])
@pytest.mark.parametrize("sheet", ["week-landscape", "week-portrait"])
@pytest.mark.parametrize("theme", ["classic", "bold", "low-ink", "high-contrast"])
def test_ordinary_full_weeks_take_one_page(week: Mapping[str, object], sheet: str, theme: str) -> None:
    pages, notes = made(week, theme, sheet)
    assert len(pages) == 1
    assert not any("too full" in note for note in notes)


def test_a_week_too_full_for_a_lying_page_is_printed_upright() -> None:
    pages, notes = made(FOUR_WORDY, "classic", "week-landscape")
    assert len(pages) == 1
    assert "sheet 'This week': too full for week-landscape; week-portrait is printed for it" in notes


@pytest.mark.parametrize("theme", ["classic", "low-ink", "large-print"])
@pytest.mark.parametrize("sheet", ["week-landscape", "week-portrait"])
def test_a_week_too_full_for_any_page_goes_on(sheet: str, theme: str) -> None:
    pages, notes = made({"note": "Stay easy", **ALL_HARD_TRIPLES}, theme, sheet)
    count = len(pages)
    assert count > 1
    assert any(
        re.match(rf"sheet 'This week': too full for one page; printed on {count}", note) for note in notes
    )
    assert [text.count("Stay easy") for text in pages] == [1] + [0] * (count - 1)
    assert all(f"{number} of {count}" in text for number, text in enumerate(pages, 1))
    named = sum(text.count("Intervals") for text in pages) - sum("You can say" in text for text in pages)
    assert named == 21, "once for each, and in the key to efforts"
