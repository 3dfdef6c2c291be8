"""Sets that are read, but look like an oversight → what to ask the coach."""

import re
from collections.abc import Iterator
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets.record import ONE, SetGroup, Sets

_MORE: Final = Pattern(r"\b(\d+(?:\.\d+)?)%\+", "%+", re.UNICODE)
_MANY_REPS: Final = 300
_MANY_SETS: Final = 12
_MANY_IN_ONE: Final = 50
"""A range up to so many, as in '50-100 push-ups', is mostly one of all sets together."""
_SHORTEST_HOLD: Final = 5
"""Seconds: less is no hold that anybody plans, but a hold once, as in '1x1' of apps that count only repetitions."""


def doubts(sets: Sets, measure: str = "", *, barbell: bool = False) -> tuple[str, ...]:
    """What may be meant otherwise, each in a sentence; *measure* is what the exercise's sets count."""
    found = (
        doubt for group in sets.groups for doubt in (*_of_group(group, measure), *_of_load(group, barbell))
    )
    return tuple(dict.fromkeys(found))


def _of_load(group: SetGroup, barbell: bool) -> Iterator[str]:
    load = group.load
    if barbell and load and load.amount and load.kind in ("bodyweight", "assistance"):
        sign, of = ("+", "on top of") if load.kind == "bodyweight" else ("-", "taken off")
        more = f"{sign}{load.amount} {load.unit}".rstrip()
        yield f"{more} is {of} the body's weight; a change since last time is written 'next time {more}'"


def _of_group(group: SetGroup, measure: str) -> Iterator[str]:
    if group.percent and (more := _MORE.search(group.note)):
        yield (
            f"'{more[0]}' is kept as words, {more[1]}% or more; if the last set is open, "
            f"write '{group.reps or 5}+ @ {more[1]}%' for it"
        )
    reps = group.reps
    if reps is None:
        return
    if measure == "hold" and not group.hold_s and not group.noun:
        if reps.high < _SHORTEST_HOLD:
            yield f"a hold; how long? write it like {group.sets}x30s"
        else:
            yield f"a hold; did you mean {group.sets}x{reps}s?"
    if group.sets.low > _MANY_SETS and reps.high < group.sets.low:
        yield f"{group.sets} sets of {reps}; did you mean {reps}x{group.sets}?"
    if reps.high > _MANY_REPS:
        yield f"{reps} reps; is that right?"
    if group.sets == ONE and reps.high >= _MANY_IN_ONE and reps.high > reps.low:
        yield f"{reps} reps in one set; did you mean '{reps} total'?"
    if group.open_ended and group.count > 1:
        yield (
            f"every set of {group.sets}x{reps}+ is open; if only the last is, "
            f"write '{group.count - 1}x{reps}, 1x{reps}+'"
        )
