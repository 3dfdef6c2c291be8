"""What an athlete has run → the pace of each effort, in seconds a kilometre.

Training paces are fractions of VDOT after Daniels and Gilbert (`vdot.py`); races over other distances than those run
are predicted after P. Riegel, Athletic Records and Human Endurance, American Scientist 69, 1981. To the marathon that
is too fast by ten minutes and more for half of recreational runners (A. Vickers and E. Vertosick, BMC Sports Science,
Medicine and Rehabilitation 8:26, 2016), so a prediction across that gap carries a warning.
"""

from collections.abc import Sequence
from typing import Final, Literal

from cardmaker.namedtuple import NamedTuple
from cardmaker.training.vdot import pace_at, vdot

RIEGEL: Final = 1.06
"""The exponent with which a race's time grows with its distance."""

EASY_PACE: Final = 360.0
"""Seconds a kilometre that an athlete whose easy pace isn't known is taken to run easily."""

MARATHON_M: Final = 42_195.0
HALF_M: Final = 21_097.5

Training = Literal["easy", "long", "threshold", "interval", "repetition"]

FRACTIONS: Final[dict[Training, tuple[float, float]]] = {
    "easy": (0.59, 0.74),
    "long": (0.59, 0.74),
    "threshold": (0.83, 0.88),
    "interval": (0.95, 1.00),
    "repetition": (1.05, 1.05),
}
"""From the slower to the faster end of each effort, as fractions of VDOT."""


class PaceRange(NamedTuple):
    """Seconds a kilometre, from the faster to the slower end."""

    faster: float
    slower: float


class Result(NamedTuple):
    """A race: how many metres in how many seconds."""

    metres: float
    seconds: float


class Prediction(NamedTuple):
    """Seconds for a race; *far* where it is a marathon predicted from half of one or less."""

    seconds: float
    far: bool


def best_vdot(results: Sequence[Result]) -> float:
    """The VDOT of the best of the results; ValueError if there is none, or one can't be."""
    if not results:
        raise ValueError("no race to work paces out from")
    return max(vdot(*result) for result in results)


def training_pace(value: float, effort: Training) -> PaceRange:
    """The pace of an effort at a VDOT."""
    slower, faster = FRACTIONS[effort]
    return PaceRange(pace_at(value, faster), pace_at(value, slower))


def riegel(result: Result, metres: float) -> float:
    """Seconds for a race over a distance in metres, from one over another distance: T2 = T1 (D2 / D1) ^ 1.06."""
    return result.seconds * float((metres / result.metres) ** RIEGEL)


def predicted(results: Sequence[Result], metres: float) -> Prediction:
    """The time for a race, from the result that is nearest to it in distance; one over that distance counts itself.

    ValueError if there is none.
    """
    if not results:
        raise ValueError("no race to predict another from")
    nearest = min(results, key=lambda result: max(result.metres, metres) / min(result.metres, metres))
    far = metres >= MARATHON_M and nearest.metres <= HALF_M + 1
    return Prediction(riegel(nearest, metres), far)
