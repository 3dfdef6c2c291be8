"""How much is run on each day → by how much less it is before a race than in the hardest week before.

About two weeks with 41 to 60 % less, as hard and as often as before, work best (L. Bosquet, J. Montpetit, D. Arvisais
and I. Mujika, Medicine & Science in Sports & Exercise 39, 2007).
"""

from collections.abc import Sequence
from typing import Final

from cardmaker.namedtuple import NamedTuple

TAPER_LEAST, TAPER_MOST = 0.41, 0.60
"""By how much less is run in a taper that works."""
TAPER_DAYS: Final = 7
_DAYS_OF_PEAK: Final = 49
"""How far back the hardest seven days are sought: a taper of three weeks, and four before it."""


class TaperCut(NamedTuple):
    """How much is run in the seven days before a race, and in the hardest seven days before these."""

    last: float
    peak: float

    @property
    def less(self) -> float:
        """By how much less, as a share."""
        return 1 - self.last / self.peak

    @property
    def works(self) -> bool:
        """Whether it is neither too little less nor too much, in whole per cent."""
        return TAPER_LEAST <= round(self.less, 2) <= TAPER_MOST


def taper_cut(days: Sequence[float], race: int) -> TaperCut | None:
    """The cut before a race on day number *race*, from 0, of the amounts of *days*; None if nothing is run before."""

    def before(end: int) -> float:
        return sum(days[max(0, end - TAPER_DAYS) : max(0, end)])

    ends = range(max(TAPER_DAYS, race - _DAYS_OF_PEAK), race - TAPER_DAYS + 1)
    peak = max(map(before, ends), default=0.0)
    return TaperCut(before(race), peak) if peak else None
