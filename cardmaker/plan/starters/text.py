"""What is asked for → a starter plan's text."""

import datetime
from collections.abc import Iterator
from typing import Final

from cardmaker.plan.starters.cuts import best, usual_cut
from cardmaker.plan.starters.order import PlanDates, StarterOrder, dates_of
from cardmaker.plan.starters.week import StarterWeek

_WORDS: Final = ("no", "one", "two", "three", "four", "five", "six")
_SETS: Final = {"beginner": 2, "intermediate": 3, "advanced": 3}

_TIPS: Final = (
    "Run and strength on one day? Run first.",
    "Easy means easy. You can talk in full sentences.",
    "All reps in all sets? Then a little more weight.",
    "Missed a day? Skip it. Never stack two hard days.",
    "Ill or sore? Repeat the week instead of chasing it.",
    "Nothing new on race day, neither shoes nor breakfast.",
)


def starter_plan(order: StarterOrder, today: datetime.date, name: str = "plan.yaml") -> str:
    """A plan in YAML that draws no finding of the check; *name* is the file's.

    ValueError with the remedy for what can't be fitted.
    """
    dates = dates_of(order, today)
    return best(
        usual_cut(order), lambda cut: _written(StarterWeek(order, dates, cut), order, dates, name), dates
    )


def _written(week: StarterWeek, order: StarterOrder, dates: PlanDates, name: str) -> str:
    parts = [*_head(order, dates, name, week), *_training(week), *_workouts(order), *_print()]
    return "\n".join(parts) + "\n"


def _head(order: StarterOrder, dates: PlanDates, name: str, week: StarterWeek) -> Iterator[str]:
    yield "# yaml-language-server: $schema=plan.schema.json"
    yield "#"
    often = f"{_WORDS[order.days]} runs and two strength sessions a week"
    yield f"# {dates.weeks} weeks to {_race_in_words(order)}, {often},"
    yield f"# for someone who runs about {week.far(week.week_km())} a week and {week.far(week.first)} at once already."
    yield f"# Every week follows from the first: 'cardmaker expand {name}' prints them all."
    yield ""
    yield f"title: {week.race.title} in {dates.weeks} weeks"
    yield "# with a race, athlete: {level: beginner, races: {10 km: '50:00'}}, runs get their paces"
    yield f"athlete: {{level: {order.level}}}"
    yield 'coach: ""'
    yield f"units: {order.units}"
    note = "note: The first part held back."
    if dates.start and order.race:
        race = f"{order.race:%A} {order.race.day} {order.race:%B}"
        yield f"start: {dates.start}           # a {dates.start:%A}; the race is on {race}"
        yield f"week_start: {'sunday' if dates.first else 'monday'}"
        yield f"race: {{date: {order.race}, run: {week.race.run}, {note}}}"
    else:
        yield "# start: 2027-03-01         # a Monday; without a start, the sheets carry no dates"
        yield f"race: {{week: {dates.weeks}, day: sun, run: {week.race.run}, {note}}}"
    yield ""


def _race_in_words(order: StarterOrder) -> str:
    words = {"5k": "a 5 km race", "10k": "a 10 km race", "half": "a half marathon", "marathon": "a marathon"}
    return words[order.distance]


def _training(week: StarterWeek) -> Iterator[str]:
    yield "phases:"
    for phase in week.phases():
        if not phase.hard:
            yield f"  {phase.name}: {{weeks: {phase.weeks}, focus: {phase.focus}}}"
            continue
        yield f"  {phase.name}:"
        yield from (f"    weeks: {phase.weeks}", f"    focus: {phase.focus}")
        yield f"    {week.hard_day}: {phase.hard}"
    yield from ("", "base_week:", *week.base_week(), "", "change:", *week.change())
    if week.lighter:
        yield "lighter: every 4th week, runs -25%, sets -1"
    yield f"taper: {week.race.taper} week{'s' * (week.race.taper > 1)}, -{week.cut.less}%"
    own = list(week.last_weeks())
    yield from ["weeks:                      # rest before the race, and after it", *own] if own else []


def _workouts(order: StarterOrder) -> Iterator[str]:
    sets = _SETS[order.level]
    first = "goblet-squat" if order.level == "beginner" else "split-squat"
    side = "" if order.level == "beginner" else "/side"
    yield from (
        "",
        "workouts:",
        "  lower-body:",
        "    name: Lower body",
        "    label: A",
        "    duration: 40 min",
        "    warm_up: 5 min easy bike or brisk walk, 10 leg swings each way",
        "    exercises:",
        f"      - {first}: {sets}x8-12{side} @ RPE 7, rest 90 s, then +2 kg",
        f"      - {'glute-bridge' if order.level == 'beginner' else 'hip-thrust'}: {sets}x8-12 @ RPE 7, rest 90 s",
        f"      - calf-raise: {sets}x12-15 @ RPE 7, rest 45 s",
        f"      - plank: {sets}x20 s, rest 30 s, +5 s a week, to 45 s",
        "",
        "  upper-body:",
        "    name: Upper body and core",
        "    label: B",
        "    duration: 30 min",
        "    warm_up: 10 arm circles each way, 10 push-ups against a wall",
        "    exercises:",
        "      - superset:",
        f"          - push-up: {sets}x6-12",
        f"          - band-row: {sets}x10-15 @ RPE 7",
        "        rest: 60 s",
        "      - side-plank: 2x20-30 s/side",
        "      - dead-bug: 2x8/side, rest 30 s",
        "      - monster-walk: 2x10/way @ RPE 7, rest 30 s",
    )


def _print() -> Iterator[str]:
    yield from (
        "",
        "tips:",
        *(f"  - {tip}" for tip in _TIPS),
        "",
        "print:",
        "  theme: classic",
        "  stock: a7",
    )
    yield from ("  gym_stock: a6", "  paper: a4", "  sheets: [week-landscape, block]")
