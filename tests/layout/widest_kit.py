"""The widest that the product itself says: dates, figures, units, totals, numbers of cards, in a language."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, partial
from typing import Any, Final

from cardmaker.api import Workshop
from cardmaker.errors import CardmakerError
from cardmaker.handout import (
    AthleteSheet,
    BlockSheet,
    ExerciseCard,
    GroupsSheet,
    GymCard,
    Handout,
    MonthSheet,
    OverviewSheet,
    SheetContent,
    WeekSheet,
)
from cardmaker.layout.cards import Studio, lay_out_card
from cardmaker.layout.sheets import lay_out_sheet
from cardmaker.pipeline.cards import dealt
from cardmaker.pipeline.order import Order
from cardmaker.plan.athlete import AthleteGroup
from cardmaker.theme.face import Face
from cardmaker.theme.stock import load_paper, load_stock
from cardmaker.training.paces import Result
from cardmaker.wording.wording import Wording
from tests.layout.layout_kit import LONG_SETS, book, face_named, sheet_named, theme_named
from tests.layout.test_layout_fits import FACES, IN_THEMES, SIZES, THEMES

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
UNITS = ("metric", "imperial")
PAPERS = ("a4", "letter", "legal", "a3")
SHEETS = ("week-landscape", "week-portrait", "block", "month", "athlete", "overview", "groups")
LARGE_SHEETS = (
    "large-print-week",
    "large-print-block",
    "large-print-month",
    "large-print-athlete",
    "large-print-overview",
    "large-print-groups",
)
PAGES = [
    *((sheet, theme) for sheet in SHEETS for theme in THEMES if theme != "large-print"),
    *((sheet, "large-print") for sheet in LARGE_SHEETS),
]
"""Each sheet in each theme that is printed on it."""
NUMBER, OF = "888", "of 999"
GROUPS = AthleteGroup(
    groups=tuple(
        AthleteGroup(
            name=f"{start}–{start + 4} min",
            races=(Result(5000.0, start * 60 + 120),),
            quickest=(Result(5000.0, start * 60),),
            slowest=(Result(5000.0, start * 60 + 240),),
        )
        for start in range(38, 62, 4)
    )
)
"""As many as a page has columns, so slow that paces have two figures of minutes."""
_YEAR = [date(2027, 1, 1) + timedelta(days=day) for day in range(365)]


def monday(on: date) -> date:
    """The Monday of a day's week, on which plans begin."""
    return on - timedelta(days=on.weekday())


def widest_week(words: Wording) -> date:
    """The Monday before the day of the year whose date is widest."""
    on = max(_YEAR, key=lambda day: book().shape(words.day(day), "bold").width_em)
    return monday(on)


def plan(language: str, units: str, start: date, weeks: int = 2) -> dict[str, Any]:
    """Every other week has a race and long runs, and in each is what sheets say in words of their own."""
    unit, far = ("km", 188.8) if units == "metric" else ("mi", 128.8)
    hard = {
        "mon": [{"run": f"{far} {unit} easy, 8888 m climb"}, {"strength": "a"}],
        "tue": [{"run": f"2.8 {unit} wu / 28 x 888 m @ half marathon w/ 8:58 jog / 2.8 {unit} cd"}],
        "wed": [{"run": f"100-158 {unit} steady"}],
        "thu": [{"run": "8:58:58 h at marathon pace"}, {"strength": "a"}],
        "fri": [{"bike": f"{far} {unit}"}, {"swim": "8888 m"}],
        "sat": [{"run": f"8 {unit} easy / 28 x 100 m strides w/ 100 m walk"}],
        "sun": [{"run": f"100.8 {unit} race"}],
    }
    light = {day: [{"run": f"88.8 {unit} long"}] if day == "sat" else "rest" for day in DAYS}
    rows = [{name: LONG_SETS} for name in ("single-leg deadlift", "incline dumbbell bench press", "plank")]
    return {
        "title": "Plan",
        "athlete": {
            "races": {"5 km": "28:58", "half": "2:28:58"},
            "lifts": {"squat": "188.5 kg", "incline dumbbell bench press": "5 x 88.5 kg"},
            "heart_rate": {"max": 188, "resting": 58},
        },
        "start": start.isoformat(),
        "language": language,
        "units": units,
        "weeks": [hard if number % 2 else light for number in range(weeks)],
        "workouts": {"a": {"duration": "1:28 h", "exercises": rows}},
    }


def page_faults(workshop: Workshop, content: dict[str, Any], sheet: str, theme: str, paper: str) -> list[str]:
    """What is said of a plan whose sheets don't fit."""
    order = Order(theme=theme, sheets=(sheet,), parts=("sheets",), paper=paper)
    try:
        made = workshop.make(workshop.load(content), order, GROUPS if "groups" in sheet else None)
    except CardmakerError as fault:
        return str(fault).splitlines()
    return _faults_with_large_figures(made.handout, sheet, theme, paper)


def _faults_with_large_figures(handout: Handout, sheet: str, theme: str, paper: str) -> list[str]:
    own, studio = sheet_named(sheet), Studio(theme_named(theme), book(), handout.labels)
    light, *_ = handout.sheets[own.kind]
    try:
        lay_out_sheet(studio, own, with_large_figures(light), load_paper(paper).size)
    except CardmakerError as fault:
        return str(fault).splitlines()
    return []


def with_large_figures(content: SheetContent) -> SheetContent:
    """A page with totals of five figures, and cards with numbers of three."""
    total = "9999.9"
    match content:
        case AthleteSheet() | GroupsSheet():
            return content
        case OverviewSheet():
            columns = tuple(replace(bar, value="9999", label="88") for bar in content.distance.bars)
            facts = tuple(replace(fact, value=f"{total}\u00a0km") for fact in content.facts)
            rows = tuple(replace(row, sets="99.9", span="88–99") for row in content.groups)
            return replace(
                content, facts=facts, groups=rows, distance=replace(content.distance, bars=columns)
            )
        case WeekSheet():
            days = tuple(
                replace(
                    day,
                    strength=tuple(
                        replace(
                            one,
                            cards=(NUMBER,) * len(one.cards),
                            rows=tuple(replace(row, number=NUMBER) for row in one.rows),
                        )
                        for one in day.strength
                    ),
                )
                for day in content.days
            )
            bars = tuple(replace(bar, value="9999", label="88") for bar in content.bars)
            return replace(content, days=days, total=total, bars=bars)
        case BlockSheet():
            return replace(
                content, weeks=tuple(replace(week, number="88", total=total) for week in content.weeks)
            )
        case MonthSheet():
            return replace(
                content, weeks=tuple(replace(week, number="88", total=total) for week in content.weeks)
            )


# Cards -----------------------------------------------------------------------------------------------

GYM_FACES = [face for face in FACES if face_named(face).kind == "gym"]
CARDS = [
    *IN_THEMES,
    *(
        (stock, face, theme)
        for size, stock in SIZES.items()
        for face in GYM_FACES
        for theme in THEMES
        if face_named(face).suits.includes(*size) and face_named(face).least_pt >= theme_named(theme).least_pt
    ),
]
"""Stocks, the faces that suit them, and themes."""
_FORMATS: Final[tuple[dict[str, str], ...]] = (
    {},
    {"emom": "20 min"},
    {"amrap": "88 min"},
    {"for time": "10 rounds"},
    {"tabata": "8 rounds"},
)


@cache
def deck(workshop: Workshop, language: str) -> Handout:
    """Cards of exercises with long names, muscles or cues, with dates in their logs."""
    names = workshop.names.library.in_language(language)
    words = workshop.wording(language)
    longest = {
        max(names.ids, key=key)
        for key in (
            lambda one: len(names.get(one).name),
            lambda one: len(words.muscle_names(names.get(one).primary)),
            lambda one: len(words.muscle_names((*names.get(one).primary, *names.get(one).secondary))),
            lambda one: sum(len(cue.text) for cue in names.get(one).cues),
        )
    }
    usual = {
        "duration": "1:28 h",
        "warm_up": "10 min",
        "exercises": [{one: LONG_SETS} for one in sorted(longest)],
    }
    timed = {
        f"w{number}": {**written, "exercises": [{one: 18} for one in sorted(longest)]}
        for number, written in enumerate(_FORMATS)
        if written
    }
    content = plan(language, "metric", widest_week(words))
    content["workouts"] = {"a": usual, **timed}
    content["weeks"] = [
        {day: [{"strength": name}] for day, name in zip(DAYS, ("a", *timed, "a"), strict=False)}
    ] * 2
    return workshop.make(workshop.load(content), Order(parts=("gym",))).handout


def card_faults(workshop: Workshop, language: str, stock: str, face: str, theme: str) -> list[str]:
    """What is said of cards that don't fit."""
    own, handout = face_named(face), deck(workshop, language)
    lay_out = partial(
        lay_out_card,
        Studio(theme_named(theme), book(), handout.labels),
        own,
        size=load_stock(stock).size,
    )
    faults = []
    for card in _numbered(handout, own, lay_out):
        try:
            lay_out(card)
        except CardmakerError as fault:
            faults += str(fault).splitlines()
    return faults


def _numbered(
    handout: Handout, face: Face, lay_out: Callable[[ExerciseCard | GymCard], object]
) -> Iterator[ExerciseCard | GymCard]:
    """The cards as those of a deck of 999; workouts on as many cards as they need."""
    if face.kind == "exercise":
        yield from (replace(card, number=NUMBER, of=OF) for card in handout.exercises)
        return
    workouts = [
        replace(card, rows=tuple(replace(row, number=NUMBER) for row in card.rows))
        for card in handout.workouts
    ]
    yield from dealt(workouts, face.rows, "{part} of {parts}", lay_out)
