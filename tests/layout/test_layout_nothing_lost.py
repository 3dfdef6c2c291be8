"""What small faces, large print and sheets in short may leave out is on a page, or in a note of the build."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

import cardmaker
from cardmaker.pipeline.job import Job
from cardmaker.pipeline.order import Order
from cardmaker.theme.shelf import Shelf
from tests.kit import PLANS, in_the_widest_and_one_more, mostly_deep, shared_workshop

WORKSHOP = shared_workshop()
THEMES = Shelf().names("themes")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NOTE = "Keep the ribs down and breathe out on the way up"
STRENGTH = {
    "title": "P",
    "weeks": [
        {
            "mon": [{"run": "8 km easy", "note": "Stay on grass"}, {"strength": "a"}],
            "tue": [{"note": "Sleep"}],
        }
    ],
    "workouts": {
        "a": {
            "note": "Warm up first",
            "exercises": [
                {"exercise": "squat", "sets": "3x8 60 kg @ RPE 7-8, rest 90 s, tempo 3-1-1-0", "note": NOTE},
                {"exercise": "Zercher march", "sets": "3x8 @ RPE 9", "note": NOTE},
            ],
        }
    },
}


def made(plan: Mapping[str, Any], **order: Any) -> Job:
    return WORKSHOP.make(WORKSHOP.load(plan), Order(**order))


def full_week(runs: Sequence[int], *, tips: int, note: str) -> dict[str, Any]:
    """A plan of a week with so many hard runs on its days, and so many tips."""
    hard = {"run": "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd", "note": "some words"}
    days = {day: [hard] * count for day, count in zip(DAYS, runs, strict=True)}
    week = {"note": note, **days} if note else days
    return {
        "title": "P",
        "tips": [f"Tip {number} is a sentence of some length" for number in range(1, tips + 1)],
        "weeks": [week],
    }


def text_of(job: Job, *parts: str) -> str:
    sides = (side for part in job.parts if part.name in parts for side in part.sides)
    return " ".join(" ".join(side.frame.text.split()) for side in sides)


SMALL_CARDS = [
    (stock, theme)
    for stock in ("mini", "business-eu", "business-us", "a8", "poker", "trading-card")
    for theme in THEMES
    if theme != "large-print"
]


@pytest.mark.parametrize(
    ("stock", "theme"), mostly_deep(SMALL_CARDS, [*in_the_widest_and_one_more(SMALL_CARDS)])
)
def test_efforts_and_notes_are_on_small_cards(stock: str, theme: str) -> None:
    """Of known exercises and of those that nobody knows."""
    job = made(STRENGTH, theme=theme, stock=stock, parts=("cards",))
    text, notes = text_of(job, "cards"), " ".join(job.notes)
    for said, called in (("RPE 7–8", "effort"), ("RPE 9", "effort"), (NOTE, "note"), ("3-1-1-0", "tempo")):
        assert said in text or re.search(rf"no room for its [a-z ]*\b{called}\b", notes)
    assert "RPE 9" in text


@pytest.mark.parametrize("stock", ["a6", "a5"])
def test_large_print_has_all_notes(stock: str) -> None:
    """Of the day, of the run, of the workout, of exercises that are known and of those that nobody knows."""
    job = made(STRENGTH, theme="large-print", stock=stock)
    sheets, cards, gym = (text_of(job, part) for part in ("sheets", "cards", "gym"))
    assert all(note in sheets for note in ("Stay on grass", "Sleep"))
    assert cards.count(NOTE) == 2
    assert "Warm up first" in gym
    assert all(name in cards and name in gym for name in ("Squat", "Zercher march"))
    assert all(effort in cards for effort in ("RPE 7–8", "RPE 9"))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sheet", ["week-landscape", "week-portrait"])
def test_a_weeks_note_stays_when_tips_go(sheet: str, theme: str) -> None:
    plan = full_week([2, 2, 2, 1, 1, 1, 1], tips=8, note="Stay easy")
    job = made(plan, theme=theme, sheets=(sheet,), parts=("sheets",))
    text = text_of(job, "sheets")
    assert "Stay easy" in text
    assert "Tip 1 " in text or any("no room for the tips" in note for note in job.notes)


MANY, MORE, MOST = [2, 2, 2, 1, 1, 1, 1], [2] * 7, [3] * 7
AFTER_ONE_ANOTHER = [
    [(MOST, 0, ""), (MANY, 1, "Stay easy")],
    [(MORE, 8, ""), (MORE, 8, "Stay easy"), (MORE, 0, "")],
]


@pytest.mark.parametrize("plans", AFTER_ONE_ANOTHER)
def test_notes_of_a_build_say_nothing_of_the_builds_before(
    plans: Sequence[tuple[list[int], int, str]],
) -> None:
    """Pages of one form with more, fewer or no tips, made in one workshop as each in its own."""
    order = Order(theme="bold", sheets=("week-portrait",), parts=("sheets",))
    one = cardmaker.Workshop()
    for runs, tips, note in plans:
        plan, alone = full_week(runs, tips=tips, note=note), cardmaker.Workshop()
        notes = one.make(one.load(plan), order).notes
        assert notes == alone.make(alone.load(plan), order).notes
        assert tips or not any("tip" in said for said in notes)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sheet", ["block", "month"])
def test_walks_are_called_so_on_sheets_in_short(sheet: str, theme: str) -> None:
    week = {"mon": [{"run": "30 min walk"}], "thu": [{"run": "8 x 1 min run w/ 1 min walk"}]}
    text = text_of(
        made({"title": "P", "weeks": [week, week]}, theme=theme, sheets=(sheet,), parts=("sheets",)), "sheets"
    )
    assert text.count("Walk") >= 2
    assert text.count("1 min walk".replace(" min", "\N{NO-BREAK SPACE}min")) + text.count("1 min walk") >= 2


REST = {
    "title": "P",
    "weeks": [
        {
            "mon": [{"run": "8 km easy"}],
            "tue": [{"rest": "", "workout": "a"}],
            "wed": [{"recovery": "walk", "workout": "b"}],
            "thu": [{"run": "8 km easy"}],
            "fri": [{"run": "8 km easy"}],
        }
    ],
    "workouts": {
        "a": {"name": "Hips and ankles", "exercises": [{"plank": "3x40 s"}, {"squat": "3x10"}]},
        "b": {"name": "Breathing and stretching before going to bed early", "exercises": [{"lunge": "3x8"}]},
    },
}
ROOMS: Mapping[str, Mapping[str, Any]] = {
    "landscape": {"sheets": ("week-landscape",), "parts": ("sheets",)},
    "portrait": {"sheets": ("week-portrait",), "parts": ("sheets",)},
    "booklet": {"book": "booklet", "parts": ("sheets",)},
    "screen": {"medium": "screen"},
}


@pytest.mark.parametrize("form", ROOMS)
@pytest.mark.parametrize("theme", THEMES)
def test_a_workout_on_a_day_of_rest_has_its_name_there(form: str, theme: str) -> None:
    """Short and long ones."""
    job = made(REST, theme=theme, **ROOMS[form])
    page = " ".join(" ".join(side.frame.text.split()) for part in job.parts for side in part.sides[:2])
    for name in ("Hips and ankles", "Breathing and stretching before going to bed early"):
        assert name in page.replace("\N{NO-BREAK SPACE}", " ")


PHASED = """\
title: P
weeks:
  - name: {name}
    mon: {{run: 8 km easy}}
  - {{repeat: {more}, mon: {{run: 9 km easy}}}}
"""


@pytest.mark.parametrize(
    ("name", "more", "printed"),
    [
        ("Base", 3, True),
        ("Wettkampfvorbereitung", 3, True),
        ("Wettkampfvorbereitung", 15, True),
        ("Donaudampfschifffahrtsgesellschaftswettkampfvorbereitungswochen" * 2, 1, False),
    ],
)
def test_a_phase_without_room_for_its_word_is_noted_with_its_line(
    name: str, more: int, printed: bool
) -> None:
    """A word too long for its week is on the band; where that is too short, too, a note has its line."""
    text = PHASED.format(name=name, more=more)
    job = WORKSHOP.make(cardmaker.load(text, name="plan.yaml"), Order(sheets=("block",), parts=("sheets",)))
    assert (name in text_of(job, "sheets")) is printed
    noted = [note for note in job.notes if note.startswith("plan.yaml:3: weeks.0.name: ")]
    assert len(noted) == (not printed)


def test_a_card_gives_up_no_more_than_it_needs_once_its_deck_has_lower_figures() -> None:
    """For which the card itself is the reason: it keeps all words of what it is done with."""
    workshop = cardmaker.Workshop()
    job = workshop.make(workshop.load(PLANS["prehab"]), Order(stock="business-us", parts=("cards",)))
    assert any("figures are lower" in note and "'Step-up'" in note for note in job.notes)
    assert "Box or step" in text_of(job, "cards")
