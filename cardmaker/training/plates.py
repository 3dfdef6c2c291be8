"""A load that was worked out → the nearest one that can be put on a bar."""

from collections.abc import Sequence
from functools import cache
from typing import Final

KG_PER_LB: Final = 0.45359237

BAR: Final = {"kg": 20.0, "lb": 45.0}
PLATES: Final = {"kg": (25.0, 20.0, 15.0, 10.0, 5.0, 2.5, 1.25), "lb": (45.0, 35.0, 25.0, 10.0, 5.0, 2.5)}
"""The plates most gyms have, in pairs, for each unit."""
STEP: Final = {"kg": 2.0, "lb": 5.0}
"""From one dumbbell or kettlebell to the next, where nothing is said."""

_SCALE: Final = 1000
"""Sums are of thousandths, so that fractions of a pound add up exactly."""
_MOST_A_SIDE: Final = 300.0


def on_bar(load: float, bar: float, plates: Sequence[float]) -> float:
    """The nearest load that a bar with pairs of plates makes, as many of each as it takes; a tie goes down.

    Never less than the bar alone.
    """
    if load <= bar or not plates:
        return bar
    side = min((load - bar) / 2, _MOST_A_SIDE)
    sums = _sums(tuple(sorted(round(plate * _SCALE) for plate in plates)))
    wanted = side * _SCALE
    best = min(sums, key=lambda total: (abs(total - wanted), total))
    return bar + 2 * best / _SCALE


@cache
def _sums(plates: tuple[int, ...]) -> tuple[int, ...]:
    """All that plates for one side add up to, each taken any number of times."""
    limit = round(_MOST_A_SIDE * _SCALE) + max(plates)
    reached = {0}
    edge = {0}
    while edge:
        edge = {total + plate for total in edge for plate in plates if total + plate <= limit} - reached
        reached |= edge
    return tuple(sorted(reached))


def on_step(load: float, step: float) -> float:
    """The nearest multiple of *step*, at least one; halves go down."""
    whole, rest = divmod(load, step)
    return max(step, (whole + (rest > step / 2)) * step)
