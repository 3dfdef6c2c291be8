"""A race → VDOT, equivalent races and training paces, by the equations of Daniels and Gilbert.

J. Daniels and J. Gilbert, Oxygen Power: Performance Tables for Distance Runners, 1979. Speeds are in metres a minute,
times in seconds, oxygen in millilitres for each kilogram of body and minute.
"""

from math import exp, sqrt
from typing import Final

_AT_REST, _PER_SPEED, _PER_SPEED_SQUARED = -4.60, 0.182258, 0.000104

SHORTEST_M: Final = 800.0
"""Below this a race is run by more than oxygen."""
SHORTEST_S, LONGEST_S = 120.0, 6 * 3600.0
"""The fraction of the maximum that is held is known for about three and a half minutes to four hours; a little more is
let pass, as walkers finish marathons in six."""
LOWEST, HIGHEST = 10.0, 90.0
"""Outside of these a result is a slip: a walk of 15 min/km, or faster than anyone has run."""

_MOST_STEPS: Final = 100
_EXACT_S: Final = 1e-7
"""A race's time is sought in steps, each of which leaves a sixth of the error for a runner, and half for a walker."""
_PLACES: Final = 5
"""The time of the race that a VDOT comes from is that very time, 18:00, which is in the group that begins with it."""


def oxygen_cost(speed: float) -> float:
    """Oxygen used at a steady speed, in metres a minute."""
    return _AT_REST + _PER_SPEED * speed + _PER_SPEED_SQUARED * speed * speed


def speed_for(oxygen: float) -> float:
    """The speed, in metres a minute, at which so much oxygen is used: the inverse of `oxygen_cost`."""
    root = sqrt(_PER_SPEED * _PER_SPEED + 4 * _PER_SPEED_SQUARED * (oxygen - _AT_REST))
    return (root - _PER_SPEED) / (2 * _PER_SPEED_SQUARED)


def fraction_held(seconds: float) -> float:
    """The fraction of the maximal oxygen uptake at which a race of this many seconds is run."""
    minutes = seconds / 60
    return 0.8 + 0.1894393 * exp(-0.012778 * minutes) + 0.2989558 * exp(-0.1932605 * minutes)


def vdot(metres: float, seconds: float) -> float:
    """The VDOT of a race; ValueError for one that is too short, too long, or can't be."""
    if metres < SHORTEST_M or not SHORTEST_S <= seconds <= LONGEST_S:
        raise ValueError("paces are worked out from races of 800 m and more that take up to 6 hours")
    value = oxygen_cost(60 * metres / seconds) / fraction_held(seconds)
    if not LOWEST <= value <= HIGHEST:
        raise ValueError(
            "nobody runs so fast" if value > HIGHEST else "too slow for a race; is the time right?"
        )
    return value


def race_time(value: float, metres: float) -> float:
    """Seconds for a race over a distance in metres at a VDOT; found step by step, as the equations have no inverse.

    The VDOT that a time needs falls nearly as the time grows, so that their ratio leads from one time to a better one.
    """
    seconds = 60 * metres / speed_for(value)
    for _ in range(_MOST_STEPS):
        needs = oxygen_cost(60 * metres / seconds) / fraction_held(seconds)
        before, seconds = seconds, seconds * needs / value
        if abs(seconds - before) < _EXACT_S:
            break
    return round(seconds, _PLACES)


def pace_at(value: float, fraction: float) -> float:
    """Seconds a kilometre at a fraction of a VDOT."""
    return 60_000 / speed_for(value * fraction)
