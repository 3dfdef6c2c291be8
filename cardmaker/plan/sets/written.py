"""A prescription however it is written → Sets; the grammar is imported for what takes it."""

from typing import Final

from cardmaker.plan.sets.record import NumberRange, Sets, Timing
from cardmaker.plan.sets.simple import simple_rest, simple_sets

WORK: Final = {"reps": "8-12", "hold": "40 s", "distance": "20 m", "calories": "15"}
"""The keys of what one set is, written out, and what may be written there."""
BEHIND: Final = {
    "per": "/{}",
    "load": " {}",
    "percent": " @ {}",
    "rpe": " @ RPE {}",
    "rir": " @ RIR {}",
    "rest": ", rest {}",
    "tempo": ", tempo {}",
    "next": ', next time "{}"',
}
"""The keys of what is said of the work, and what surrounds each in the notation."""
PARTS: Final = ("sets", *WORK, *BEHIND)


def sets_from(value: object) -> Sets:
    """Read a prescription in the notation, or written out; ValueError, or pydantic's own error for parts."""
    if isinstance(value, Sets):
        return value
    if isinstance(value, str) and (sets := simple_sets(value)):
        return sets
    from cardmaker.plan.sets.writtenout import read_sets

    return read_sets(value)


def weeks_from(value: object) -> tuple[Sets, ...]:
    """Read a prescription a week, as a list or in one line."""
    from cardmaker.plan.sets.writtenout import read_weeks

    return read_weeks(value)


def rest_from(value: object) -> NumberRange:
    """Read a rest, '60 s' or '1-2 min', as seconds; ValueError if it isn't one."""
    if isinstance(value, NumberRange):
        return value
    if isinstance(value, str) and (rest := simple_rest(value)):
        return rest
    from cardmaker.plan.sets.writtenout import read_rest

    return read_rest(value)


def format_from(value: object) -> Timing:
    """Read a format against the clock, 'EMOM 12 min', '5 rounds for time'; ValueError if it isn't one."""
    if isinstance(value, Timing):
        return value
    from cardmaker.plan.sets.writtenout import read_format

    return read_format(value)


def is_weekly(text: str) -> bool:
    """Whether a text has a prescription for each of several weeks."""
    if simple_sets(text):
        return False
    from cardmaker.plan.sets.weekly import is_weekly

    return is_weekly(text)
