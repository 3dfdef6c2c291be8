"""What a coach says of a week or a workout is printed in every theme and form, however full the page is."""

import pytest

from cardmaker.pipeline.order import Order
from cardmaker.theme.shelf import Shelf
from tests.kit import in_the_widest_and_one_more, mostly_deep, shared_workshop

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


NOTED = [(form, theme) for form in FORMS for theme in THEMES if (form, theme) != ("pocket", "large-print")]
"""No pocket book has large print."""


@pytest.mark.parametrize(("form", "theme"), mostly_deep(NOTED, [*in_the_widest_and_one_more(NOTED)]))
def test_a_week_note_is_never_dropped(form: str, theme: str) -> None:
    workshop = shared_workshop()
    job = workshop.make(workshop.load(PLAN), FORMS[form].but(theme=theme))
    said = [side.frame.text.count("Weeknote flat") for part in job.parts for side in part.sides]
    if form in ("landscape", "portrait"):
        assert said == [1] * len(said), "on each page of the week"
    else:
        assert sum(said) == 1


SENTENCE = "A sentence of ninety letters that a coach may well write as a note for one exercise, truly"
TITLE = "Lower body strength and core stability"
EXERCISES = ("squat", "plank", "calf raise", "dead bug", "lunge", "hip thrust")


@pytest.mark.parametrize("noted", [1, 6])
@pytest.mark.parametrize("theme", THEMES)
def test_all_that_is_said_of_a_workout_is_on_its_gym_cards(theme: str, noted: int) -> None:
    """A long name on two lines, the workout's note and warm-up, and a sentence on its exercises."""
    rows = [
        {"exercise": name, "sets": "3x8 @ RPE 7", **({"note": SENTENCE} if number < noted else {})}
        for number, name in enumerate(EXERCISES)
    ]
    about = {"name": TITLE, "note": "Stop if the knee hurts", "warm_up": "5 min easy bike", "exercises": rows}
    workshop = shared_workshop()
    plan = workshop.load({"title": "T", "weeks": [{"mon": [{"strength": "a"}]}], "workouts": {"a": about}})
    job = workshop.make(plan, Order(theme=theme, parts=("sheets", "gym")))
    sheets, gym = job.parts
    pages = [" ".join(side.frame.text.split()) for side in gym.sides]
    assert all("Stop if the knee hurts" in page for page in pages)
    assert "5 min easy bike" in pages[0]
    assert sum(page.count("RPE 7") for page in pages) == len(EXERCISES)
    assert sum(page.count(SENTENCE) for page in pages) == noted
    for page in (*pages, " ".join(sheets.sides[0].frame.text.split())):
        assert TITLE in page
