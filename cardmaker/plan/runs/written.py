"""A run however it is written → Run; the grammar is imported for what takes it."""

from collections.abc import Callable
from typing import Final

from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.simple import simple_run
from cardmaker.plan.runs.sports import Sport
from cardmaker.plan.runs.usual import Unit

STEP_KEYS: Final = ("distance", "time", "effort", "pace", "role")
REPEAT_KEYS: Final = ("repeat", "steps", "recovery")


def run_from(value: object, sport: Sport = "run", usual: Unit = "") -> Run:
    """Read a run in the notation, or written out; ValueError, or pydantic's own error for its parts.

    *usual* is the unit of a distance that has none.
    """
    if isinstance(value, Run):
        return value
    if isinstance(value, str) and sport == "run" and (run := simple_run(value)):
        return run
    from cardmaker.plan.runs.writtenout import read_run

    return read_run(value, sport, usual)


def sport_from(sport: Sport) -> Callable[[object], Run]:
    """A reader of another sport, which is written like a run."""

    def run_from_sport(value: object) -> Run:
        return run_from(value, sport)

    run_from_sport.__name__ = run_from.__name__  # the schema of a run
    return run_from_sport
