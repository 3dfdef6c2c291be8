"""Sets that were lifted → the most that can be lifted once, and how often a share of it goes.

M. Brzycki, Strength Testing: Predicting a One-Rep Max from Reps-to-Fatigue, 1993: w / (1.0278 - 0.0278 r).
"""

from typing import Final

MOST_REPS: Final = 10
"""Above this the formula says little of what goes once."""
_IN_RESERVE: Final = (3, 2)
"""Repetitions that working sets leave, as most programmes for strength have them: RPE 7 to 8."""
_MANY: Final = 12
"""Working sets of more than this are rarely planned by a percentage."""


def one_rep_max(weight: float, reps: int) -> float:
    """The most that goes once, in the unit of *weight*; a single repetition is itself.

    ValueError for less than one or more than ten repetitions.
    """
    if not 1 <= reps <= MOST_REPS:
        raise ValueError(f"a maximum is estimated from 1 to {MOST_REPS} reps, not {reps}")
    return weight if reps == 1 else weight / (1.0278 - 0.0278 * reps)


def working_reps(share: float) -> tuple[int, int | None]:
    """From how many to how many repetitions a set has at a *share* of the maximum, two or three left in reserve.

    The share is a fraction, 0.7; the higher end is None where it is twelve or more.
    """
    fresh = (1.0278 - share) / 0.0278
    low, high = (max(1, round(fresh - left)) for left in _IN_RESERVE)
    return (low, high) if low < _MANY else (_MANY, None)
