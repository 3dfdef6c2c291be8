"""What a coach says of a week or a workout is printed in every theme and form, however full the page is."""

import pytest

from cardmaker.api import Workshop
from cardmaker.pipeline.order import Order
from cardmaker.theme.shelf import Shelf

INTERVALS = {"run": "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd", "note": "some words"}
EASY = {"run": "6 km easy"}
PLAN = {
    "title": "Full",
    "tips": ["Sleep well and drink enough."] * 6,
    "weeks": [
        {
            "note": "Weeknote flat",
            "mon": [EASY, {"strength": "a"}],
            "tue": [INTERVALS],
            "wed": [EASY, {"cross-training": "30 min bike"}],
            "thu": [INTERVALS],
            "fri": [EASY, {"strength": "a"}],
            "sat": [{"run": "18 km long", "note": "some words"}],
            "sun": "rest",
        }
    ],
    "workouts": {"a": {"exercises": [{"squat": "3x10"}]}},
}
THEMES = Shelf().names("themes")
FORMS = {
    "landscape": Order(sheets=("week-landscape",), parts=("sheets",)),
    "portrait": Order(sheets=("week-portrait",), parts=("sheets",)),
    "pocket": Order(book="pocket"),
    "booklet": Order(book="booklet"),
    "screen": Order(medium="screen"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("theme", THEMES)
def test_a_week_note_is_never_dropped(theme: str, form: str) -> None:
    if theme == "large-print" and form == "pocket":
        pytest.skip("no pocket book has large print")
    workshop = Workshop()
    job = workshop.make(workshop.load(PLAN), FORMS[form].but(theme=theme))
    assert sum(side.frame.text.count("Weeknote flat") for part in job.parts for side in part.sides) == 1
