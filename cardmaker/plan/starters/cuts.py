"""A starter plan's tapers, some per cent more or less → the text of the one that leaves about half of the running.

What a taper leaves isn't what it asks for: runs have least lengths and are rounded, the day before the race is free,
and the race may be on any day. So plans are read, and measured as rule CM206 does.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from cardmaker.errors import PlanError
from cardmaker.plan.load import check_plan
from cardmaker.plan.model import Plan
from cardmaker.plan.source import Source
from cardmaker.plan.starters.order import MOST_DAYS, PlanDates, StarterOrder
from cardmaker.plan.starters.training import RACES
from cardmaker.plan.starters.week import Cut
from cardmaker.training.taper import TAPER_LEAST, TAPER_MOST, taper_cut
from cardmaker.yaml12 import parse_yaml

_LESS: Final = {("5k", "beginner"): 55, ("5k", "intermediate"): 40, ("10k", "beginner"): 40}
"""Per cent that are usually asked for where runs are short, so that about half is left in the end."""
_LEAST, _MOST, _STEP = 20, 75, 5
_MIDDLE: Final = (TAPER_LEAST + TAPER_MOST) / 2
_MOST_LEFT_OUT: Final = 3
_ENOUGH: Final = 0.02
"""So far from the limits of what works a cut isn't improved on."""


def usual_cut(order: StarterOrder) -> Cut:
    """The cut that is tried first; where runs are so short that half of them is too little, one is left out."""
    less = _LESS.get((order.distance, order.level), RACES[order.distance].less)
    if order.level == "beginner":
        return Cut(less, int(order.distance in ("5k", "10k")))
    is_short = order.level == "intermediate" and order.distance == "5k" and order.days < MOST_DAYS
    return Cut(less, int(is_short))


def best(usual: Cut, written: Callable[[Cut], str], dates: PlanDates) -> str:
    """The text of the cut nearest to the usual one that leaves about half, or else of the one that leaves it nearly."""
    texts: dict[str, float] = {}
    for left_out in sorted(range(-1, _MOST_LEFT_OUT + 1), key=lambda count: abs(count - usual.left_out)):
        for text, off in _tried(Cut(usual.less, left_out), written, dates):
            if abs(off) <= _MIDDLE - TAPER_LEAST - _ENOUGH:
                return text
            texts.setdefault(text, abs(off))
    return min(texts, key=texts.__getitem__)


def _tried(cut: Cut, written: Callable[[Cut], str], dates: PlanDates) -> Iterator[tuple[str, float]]:
    """Texts of cuts from one on towards the middle of what works, and how far they are off; up to the first past it."""
    step, found = 0, [9.0, 9.0]
    while _LEAST <= cut.less <= _MOST:
        text = written(cut)
        off = _less(text, dates) - _MIDDLE
        yield text, off
        way = -_STEP if off > 0 else _STEP
        if (step and way != step) or found[-2:] == [
            off,
            off,
        ]:  # past it, or all runs have their least lengths
            return
        step, cut = way, cut._replace(less=cut.less + way)
        found.append(off)


def _less(text: str, dates: PlanDates) -> float:
    """By how much less is run before a plan's race."""
    plan = _read(text)
    days = [
        sum(run.estimated_m() for item in week.day(day) for run in item.runs)
        for week in plan.weeks
        for day in plan.days
    ]
    cut = taper_cut(days, 7 * (dates.weeks - 1) + dates.race)
    return cut.less if cut else 0.0


def _read(text: str) -> Plan:
    document = parse_yaml(text, "plan.yaml", PlanError)
    return check_plan(Source("plan.yaml", Path(), document.data, document.lines), None).plan
