"""A distance and a level → how far one runs in the first week, how far at most, and which runs are hard.

Distances are in kilometres and as plans of clubs have them: a long run that grows by a tenth a week at most
(rule CM203), a hard run a week, or two for the advanced, and a taper of one to three weeks (rule CM206).
"""

from collections.abc import Mapping
from typing import Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.quantity import METRES_PER_MILE
from cardmaker.plan.starters.order import Distance, StarterLevel, StarterUnits


class LongRun(NamedTuple):
    """Kilometres: the first one at least and at most, and the longest of all."""

    least: float
    most: float
    longest: float


class Goal(NamedTuple):
    """What a distance asks for: the race as plans write it, weeks of taper, and hard runs of phase after phase.

    Lengths in braces are kilometres, to be put in the athlete's unit; metres are those of a track.
    """

    title: str
    run: str
    taper: int
    less: int
    build: tuple[str, str]
    peak: tuple[str, str]


RACES: Final[Mapping[Distance, Goal]] = {
    "5k": Goal("5 km", "5 km race", 1, 45,
               ("{2} wu / 4 x 600 m @ 5k w/ 300 m jog / {1} cd", "Intervals"),
               ("{2} wu / 4 x 800 m @ 5k w/ 2 min jog / {1} cd", "Race pace")),
    "10k": Goal("10 km", "10 km race", 2, 50,
                ("{2} wu / 4 x 800 m @ 5k w/ 400 m jog / {1} cd", "Intervals"),
                ("{2} wu / 4 x 1 km @ 10k w/ 90 s jog / {1} cd", "Race pace")),
    "half": Goal("Half marathon", "half marathon race", 2, 50,
                 ("{2} wu / 5 x 1 km @ threshold w/ 1 min jog / {1} cd", "Threshold repeats"),
                 ("{2} wu / {6} half / {1} cd", "Race pace")),
    "marathon": Goal("Marathon", "marathon race", 3, 50,
                     ("{2} wu / 4 x 1.5 km @ threshold w/ 2 min jog / {1} cd", "Threshold repeats"),
                     ("{2} wu / {8} marathon / {1} cd", "Race pace")),
}  # fmt: skip

LONG: Final[Mapping[tuple[Distance, StarterLevel], LongRun]] = {
    ("5k", "beginner"): LongRun(4, 5, 7),
    ("5k", "intermediate"): LongRun(6, 8, 11),
    ("5k", "advanced"): LongRun(9, 12, 14),
    ("10k", "beginner"): LongRun(5, 8, 11),
    ("10k", "intermediate"): LongRun(8, 10, 14),
    ("10k", "advanced"): LongRun(11, 14, 18),
    ("half", "beginner"): LongRun(7, 10, 16),
    ("half", "intermediate"): LongRun(9, 13, 18),
    ("half", "advanced"): LongRun(12, 16, 22),
    ("marathon", "beginner"): LongRun(11, 16, 28),
    ("marathon", "intermediate"): LongRun(13, 18, 30),
    ("marathon", "advanced"): LongRun(16, 22, 33),
}

EASY: Final[Mapping[StarterLevel, float]] = {"beginner": 0.5, "intermediate": 0.6, "advanced": 0.65}
"""How long easy runs are, of the long run of the first week."""
TEMPO: Final[Mapping[Distance, float]] = {"5k": 3, "10k": 4, "half": 5, "marathon": 6}
"""Kilometres of tempo in the first phase, about as far as the hard runs after it."""


class LongSteps(NamedTuple):
    """By how much a long run grows each week, in km or mi; by *more* from *far* on, where that is a tenth at most."""

    unit: float
    less: float
    more: float
    far: float

    def at(self, first: float) -> float:
        """The step of a long run that begins with so many kilometres or miles."""
        return self.more if first >= self.far else self.less


STEPS: Final[Mapping[StarterUnits, LongSteps]] = {
    "metric": LongSteps(1.0, 1.0, 1.5, 15.0),
    "imperial": LongSteps(METRES_PER_MILE / 1000, 0.5, 1.0, 10.0),
}
"""A kilometre, or half a mile, is too little to be remarked on, however short the run."""


def long_runs(long: LongRun, units: StarterUnits, growing: int) -> tuple[float, float, float]:
    """How long the long run is in the first week, by how much it grows in so many others, and how long it gets.

    In the athlete's unit, halves of it.
    """
    steps = STEPS[units]
    least, most, longest = (round(2 * km / steps.unit) / 2 for km in long)
    first = min(most, max(least, longest - steps.less * growing))
    if first >= steps.far:
        first = min(most, max(steps.far, longest - steps.more * growing))
    step = steps.at(first)
    return first, step, min(longest, first + step * growing)
