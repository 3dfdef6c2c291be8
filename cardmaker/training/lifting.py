"""Sets that were lifted → the most that can be lifted once, and a share of it.

B. Epley, Poundage Chart, 1985: w (1 + r / 30). M. Brzycki, Strength Testing: Predicting a One-Rep Max from
Reps-to-Fatigue, 1993: w / (1.0278 - 0.0278 r). Both give the same at ten repetitions, and drift apart above them.
"""

from typing import Final, Literal

MOST_REPS: Final = 10
"""Above this the formulas say little of what goes once."""

Formula = Literal["epley", "brzycki"]


def one_rep_max(weight: float, reps: int, formula: Formula = "brzycki") -> float:
    """The most that goes once, in the unit of *weight*; a single repetition is itself.

    ValueError for less than one or more than ten repetitions.
    """
    if not 1 <= reps <= MOST_REPS:
        raise ValueError(f"a maximum is estimated from 1 to {MOST_REPS} reps, not {reps}")
    if reps == 1:
        return weight
    return weight * (1 + reps / 30) if formula == "epley" else weight / (1.0278 - 0.0278 * reps)
