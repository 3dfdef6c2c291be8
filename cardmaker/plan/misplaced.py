"""Keys that stand where they don't belong → a message that says where they do."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, Final

from cardmaker.errors import Problem
from cardmaker.patterns import Pattern
from cardmaker.plan.daynames import DayNames
from cardmaker.plan.source import Source
from cardmaker.plan.workouts import Workout

_WEEK: Final = Pattern(r"(?:week|wk|w) ?\d+", "w", re.IGNORECASE)
_OF_WORKOUTS: Final = tuple(one.name for one in fields(Workout))


def in_place(problems: Sequence[Problem], data: Mapping[str, Any], source: Source) -> list[Problem]:
    """*problems* with those of misplaced keys said as that, and without what only follows from them."""
    found = dict(_misplaced(data))
    kept = [
        problem
        for problem in problems
        if not any(problem.field == field or problem.field.startswith(f"{field}.") for field in found)
        and not (
            problem.message.startswith("is empty") and f"{problem.field.rpartition('.')[0]}" in _of(found)
        )
    ]
    said = [
        Problem(source.name, source.lines.at(tuple(field.split("."))), field, message)
        for field, message in found.items()
        if any(problem.field.startswith(field) for problem in problems)
    ]
    return [*kept, *said]


def _of(found: Mapping[str, str]) -> set[str]:
    return {field.partition(".")[0] for field in found if "." in field}


def _misplaced(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The fields of such keys, and what to say of each."""
    found = []
    for key in data:
        if _WEEK.fullmatch(key.strip()):
            found.append((key, "weeks are a list; write 'weeks:', and begin each week below it with '- '"))
        elif key.casefold() in ("note", "notes"):
            found.append((key, "a plan's notes go under 'tips:', each with '- '"))
        elif _is_day(key):
            found.append((key, f"a day belongs to a week; write 'weeks:' and below it '- {key}: …'"))
    workouts = data.get("workouts")
    workouts = workouts if isinstance(workouts, dict) else {}
    for key in workouts:
        if key in _OF_WORKOUTS and not isinstance(workouts[key], dict):
            message = f"'{key}' is a part of a workout; indent it below the workout's name"
            found.append((f"workouts.{key}", message))
    return found


def _is_day(key: str) -> bool:
    try:
        return bool(DayNames().days(key)) and key != "days"
    except ValueError:
        return False
