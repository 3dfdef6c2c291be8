"""Sets that were lifted → the most that can be lifted once, and a share of it.

M. Brzycki, Strength Testing: Predicting a One-Rep Max from Reps-to-Fatigue, 1993: w / (1.0278 - 0.0278 r).
"""

from typing import Final

MOST_REPS: Final = 10
"""Above this the formula says little of what goes once."""


def one_rep_max(weight: float, reps: int) -> float:
    """The most that goes once, in the unit of *weight*; a single repetition is itself.

    ValueError for less than one or more than ten repetitions.
    """
    if not 1 <= reps <= MOST_REPS:
        raise ValueError(f"a maximum is estimated from 1 to {MOST_REPS} reps, not {reps}")
    return weight if reps == 1 else weight / (1.0278 - 0.0278 * reps)
