"""Plans written as text, resolved with the bundled library and English words."""

from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

from cardmaker.errors import PlanError
from cardmaker.handout import ExerciseCard, Handout
from cardmaker.plan.load import check_plan
from cardmaker.plan.model import Plan
from cardmaker.plan.source import Source
from cardmaker.resolve import Choice, SheetMaker, resolve
from cardmaker.resolve.blocks import block_pages
from cardmaker.resolve.months import month_pages
from cardmaker.resolve.names import Catalogue, open_catalogue
from cardmaker.resolve.weeks import week_pages
from cardmaker.wording.wording import Wording, load_wording
from cardmaker.yaml12 import parse_yaml

NBSP = "\u00a0"
EN: Wording = load_wording("en")


@cache
def catalogue() -> Catalogue:
    """The bundled names."""
    return open_catalogue()


def read(text: str) -> tuple[Plan, Catalogue]:
    """A plan and the names it may use, its own among them."""
    document = parse_yaml(text, "plan.yaml", PlanError)
    loaded = check_plan(Source("plan.yaml", Path(), document.data, document.lines), catalogue())
    return loaded.plan, loaded.names


def handout(
    text: str,
    weeks: tuple[int, ...] = (),
    exercises: tuple[str, ...] = (),
    block_weeks: int = 8,
    month_weeks: int = 5,
) -> Handout:
    """What a plan's papers say."""
    plan, names = read(text)
    sheets: dict[str, SheetMaker] = {
        "week": week_pages,
        "block": partial(block_pages, most=block_weeks),
        "month": partial(month_pages, most=month_weeks),
    }
    return resolve(plan, names.library, EN, Choice(weeks, exercises), sheets=sheets)


def week_of(days: str, head: str = "") -> str:
    """A plan of one week: *days* are its lines, such as 'mon: rest'."""
    lines = "\n    ".join(days.strip().splitlines())
    return f"title: Plan\n{head}\nweeks:\n  - note: ''\n    {lines}\n{STRENGTH}"


def spaced(text: str) -> str:
    """The text with plain blanks for those that don't break."""
    return text.replace(NBSP, " ")


def card(made: Handout, exercise: str) -> ExerciseCard:
    """An exercise's card."""
    return next(card for card in made.exercises if card.exercise == exercise)


def ids(cards: Sequence[ExerciseCard]) -> list[str]:
    """The exercises of cards."""
    return [card.exercise for card in cards]


STRENGTH = """\
workouts:
  lower: {duration: 45 min, exercises: [squat: 3x8-12, plank: 2x30 s]}
  core: {exercises: [plank: 3x45 s, dead-bug: 3x8/side]}
"""
