"""A Progression and where its race is → for each week its phase, whether it grows or is lighter, and the taper."""

from collections.abc import Mapping, Sequence
from typing import Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.progression.keys import PhaseKeys, Progression, SaidChange
from cardmaker.plan.progression.record import LighterWeeks
from cardmaker.plan.weeks import Path

_MOST_OF_A_WEEK: Final = 4
"""Days of a week from which on it is counted as what most of it is."""


class WeekPlace(NamedTuple):
    """A week: its place in the plan and in its phase, both from 0."""

    number: int
    phase: PhaseKeys
    within: int


class Timeline:
    """Knows of each week what happens in it. *race* is counted in days after the plan's first."""

    def __init__(self, progression: Progression, race: int | None) -> None:
        self._said, self.race = progression, race
        self.weeks: Sequence[WeekPlace] = _places(progression)
        taper = progression.taper if race is not None else None
        self._taper = taper
        self.taper_start = race - taper.days if taper and race is not None else None

    def changes(self, week: int) -> Mapping[str, SaidChange]:
        """What changes in a week: what its phase says, and else what the plan says."""
        phase = self.weeks[week].phase
        return {} if phase.unchanging else {**self._said.changes, **phase.changes}

    def lighter(self, week: int) -> tuple[LighterWeeks, Path] | None:
        """By how much a week is lighter, and where the plan says it; a taper is lighter by itself."""
        place = self.weeks[week]
        phase = place.phase
        if self.in_taper(week):
            return None
        if phase.own_lighter:
            found, path = phase.lighter, (*phase.path, "lighter")
            number = place.within + 1
        else:
            found, path = self._said.lighter, ("lighter",)
            number = place.number + 1
        if found is None:
            return None
        is_last = found.last and place.within + 1 == phase.weeks
        return (found, path) if is_last or found.has(number, 0) else None

    def grows(self, week: int) -> bool:
        """Whether what grows does so in a week."""
        return week > 0 and not self.in_taper(week) and self.lighter(week) is None

    def in_taper(self, week: int) -> bool:
        """Whether most of a week is in the taper, or after the race that it is for."""
        return self.taper_start is not None and 7 * week + 7 - self.taper_start >= _MOST_OF_A_WEEK

    def kept(self, day: int) -> float:
        """What share of the training a day has, counted from the plan's first; 1 before the taper.

        What comes after the race stays as low.
        """
        if self._taper is None or self.race is None or self.taper_start is None or day < self.taper_start:
            return 1.0
        return self._taper.kept(max(1, self.race - day))

    def week_kept(self, week: int) -> float:
        """The same of a week's middle, for what is said by the week."""
        return self.kept(7 * week + 3) if self.in_taper(week) else 1.0

    def is_last_days(self, day: int) -> bool:
        """Whether a day is one of the seven before the race."""
        return self.taper_start is not None and self.race is not None and 0 < self.race - day <= 7


def _places(progression: Progression) -> list[WeekPlace]:
    places: list[WeekPlace] = []
    for phase in progression.phases:
        places += [WeekPlace(len(places) + within, phase, within) for within in range(phase.weeks)]
    return places
