"""Every word that a plan says is on each product, or a note of the build has it or says what it was.

The usual run takes each product in the widest theme, in large print and in one more; `pytest -m deep` takes all themes.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from cardmaker.pipeline.job import Job
from cardmaker.pipeline.order import Order
from cardmaker.theme.shelf import Shelf
from tests.kit import in_the_widest_and_one_more, mostly_deep, shared_workshop

WORKSHOP = shared_workshop()
THEMES = Shelf().names("themes")
HEAD: Mapping[str, Any] = {
    "title": "Avocet",
    "athlete": "Bittern",
    "coach": "Crake",
    "club": {"name": "Dabchick", "contact": "Egret"},
    "tips": ["Fulmar"],
    "start": "2026-09-07",
}
WEEK: Mapping[str, Any] = {
    "name": "Heron",
    "focus": "Ibis",
    "note": "Jackdaw",
    "mon": [
        {"run": "8 km easy", "name": "Kestrel", "note": "Lapwing"},
        {"strength": "a", "name": "Magpie", "note": "Nuthatch"},
    ],
    "tue": [{"rest": "or yoga with Osprey", "name": "Petrel", "note": "Quail", "workout": "b"}],
    "wed": [
        {"run": "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd", "note": "Redshank"},
        {"note": "Siskin"},
    ],
    "thu": [
        {"swim": "8 x 100 m", "name": "Teal", "note": "Turnstone"},
        {"strength": "c", "note": "Whimbrel"},
    ],
    "fri": [{"recovery": "Wigeon", "name": "Yaffle", "note": "Dunlin", "workout": "b"}],
    "sat": [{"brick": "40 km bike + 5 km run", "name": "Goosander", "note": "Knot"}],
    "sun": [{"run": "20 km trail, 600 m climb", "name": "Plover", "note": "Sanderling"}],
}
WORKOUTS: Mapping[str, Any] = {
    "a": {
        "name": "Shoveler",
        "note": "Garganey",
        "warm_up": "Pintail",
        "cool_down": "Pochard",
        "duration": "45 min",
        "exercises": [
            {"exercise": "squat", "name": "Smew", "sets": "3x8 60 kg @ RPE 7-8, rest 90 s, tempo 3-1-1-0",
             "note": "Scaup", "next": "Scoter"},
            {"superset": [
                {"exercise": "lunge", "sets": "3x8 / side 20 kg", "note": "Shelduck"},
                {"exercise": "plank", "sets": "3x40 s", "note": "Eider"},
            ], "rest": "75 s", "note": "Goldeneye"},
            {"exercise": "Merganser", "sets": "1x8 50 kg, 1x6 55 kg, 1x4+ 62.5 kg", "note": "Grebe"},
        ],
    },
    "b": {"name": "Moorhen", "note": "Coot", "exercises": [{"exercise": "calf raise", "sets": "2x15", "note": "Rail"}]},
    "c": {"name": "Snipe", "note": "Curlew", "format": "EMOM 12 min", "exercises": [
        {"exercise": "burpee", "sets": "10", "note": "Godwit"},
        {"exercise": "kettlebell swing", "sets": "15 24 kg", "note": "Ruff"},
    ]},
}  # fmt: skip
PLAN = {**HEAD, "weeks": [WEEK], "workouts": WORKOUTS}
_NOTED = {
    **{key: key for key in ("title", "athlete", "coach", "club", "contact", "tips", "focus", "note")},
    "next": "progression",
    "7–8": "effort",
    "90 s": "rest",
    "3-1-1-0": "tempo",
}
"""What a note of the build calls the text of a key, or a figure, that has no room."""


def said(node: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each capitalised word of a plan, with the keys that lead to it."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield from said(value, (*path, str(key)))
    elif isinstance(node, list):
        for value in node:
            yield from said(value, path)
    else:
        for word in str(node).split():
            if word[0].isupper() and word not in ("RPE", "EMOM"):
                yield path, word


def words(*places: object, without: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    return {word: path for place in places for path, word in said(place) if word not in without}


SHEET_WORDS = words(HEAD, WEEK, {"name": ["Moorhen", "Snipe"]})
EXERCISES = [entry for one in WORKOUTS.values() for entry in one["exercises"]]
CARD_WORDS = words(EXERCISES, without=("Goldeneye",))
FIGURES = ("7–8", "3-1-1-0", "90 s", "40 s", "/ side", "62.5", "4+")
FORMS = {
    "landscape": (Order(sheets=("week-landscape",), parts=("sheets",)), SHEET_WORDS, ("600 m", "8 × 100")),
    "portrait": (Order(sheets=("week-portrait",), parts=("sheets",)), SHEET_WORDS, ("600 m", "8 × 100")),
    "mini": (Order(stock="mini", parts=("cards",)), CARD_WORDS, FIGURES),
    "a8": (Order(stock="a8", parts=("cards",)), CARD_WORDS, FIGURES),
    "a7": (Order(stock="a7", parts=("cards",)), CARD_WORDS, FIGURES),
    "tent": (Order(stock="avery-5305", parts=("cards",)), CARD_WORDS, FIGURES),
    "a5": (
        Order(stock="a5", gym_stock="a5", parts=("cards", "gym")),
        words(WORKOUTS),
        (*FIGURES, "75 s", "EMOM 12"),
    ),
    "a6": (
        Order(stock="a6", gym_stock="a6", parts=("cards", "gym")),
        words(WORKOUTS),
        (*FIGURES, "75 s", "EMOM 12"),
    ),
    "pocket": (Order(book="pocket"), words(PLAN), (*FIGURES, "75 s", "EMOM 12", "45 min", "600 m")),
    "booklet": (Order(book="booklet"), words(PLAN), (*FIGURES, "75 s", "EMOM 12", "45 min", "600 m")),
    "screen": (Order(medium="screen"), words(PLAN), (*FIGURES, "75 s", "EMOM 12", "45 min", "600 m")),
}
TOO_SMALL = {("large-print", form) for form in ("mini", "a8", "a7", "a6", "tent", "pocket")}
"""Forms that large print refuses in a line."""


def text_of(job: Job) -> str:
    text = " ".join(" ".join(side.frame.text.split()) for part in job.parts for side in part.sides)
    return text.replace("\u00a0", " ")


FORMS_IN_THEMES = [(form, theme) for theme in THEMES for form in FORMS if (theme, form) not in TOO_SMALL]


@pytest.mark.parametrize(
    ("form", "theme"), mostly_deep(FORMS_IN_THEMES, [*in_the_widest_and_one_more(FORMS_IN_THEMES)])
)
def test_every_word_is_printed_or_noted(form: str, theme: str) -> None:
    order, expected, figures = FORMS[form]
    job = WORKSHOP.make(WORKSHOP.load(PLAN), order.but(theme=theme))
    text, notes = text_of(job), " ".join(job.notes)
    wanted = {**expected, **{figure: (figure,) for figure in figures}}
    lost = [
        word
        for word, path in wanted.items()
        if word not in text
        and word not in notes
        and not any(_NOTED[key] in notes for key in path if key in _NOTED)
    ]
    assert lost == []
