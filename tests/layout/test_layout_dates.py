"""Every day of the year has room on every sheet of weeks, whatever the theme."""

import pytest

from cardmaker.pipeline.order import Order
from cardmaker.theme.shelf import Shelf
from tests.kit import shared_workshop

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SHEETS = ("week-landscape", "week-portrait", "block")


@pytest.mark.parametrize("theme", Shelf().names("themes"))
def test_the_longest_dates_fit(theme: str) -> None:
    """The last days of September, at work and at rest."""
    week = {day: [{"run": "5 km easy"}] if number % 2 else "rest" for number, day in enumerate(DAYS)}
    workshop = shared_workshop()
    plan = workshop.load({"title": "Autumn", "start": "2027-09-20", "weeks": [week, week]})
    for sheet in (*SHEETS, *(["large-print-week"] if theme == "large-print" else [])):
        job = workshop.make(plan, Order(theme=theme, sheets=(sheet,), parts=("sheets",)))
        assert len(job.parts[0].document.pages) >= 1
