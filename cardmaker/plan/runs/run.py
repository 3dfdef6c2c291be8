"""The record of a run: its parts, totals and normal form."""

from dataclasses import field, replace
from functools import cached_property
from typing import Literal

from cardmaker.plan.quantity import Extent
from cardmaker.plan.runs.efforts import Effort, hardest_of
from cardmaker.plan.runs.record import Part, Step, joined
from cardmaker.plan.runs.spans import flat, repeated_steps, span_of, sum_of, written_steps
from cardmaker.plan.runs.sports import Sport, sport_named
from cardmaker.record import record
from cardmaker.training.paces import EASY_PACE


@record(slots=False)
class Run:
    """A run: its parts in order; *later* is a second run on the same day.

    *title* are words before a colon, *note* words that belong to no part. *remarks* say how something was
    read that could have been written more clearly. What follows from that is worked out once, as many athletes may
    have the run.
    """

    parts: tuple[Part, ...]
    title: str = ""
    note: str = ""
    when: Literal["", "AM", "PM"] = ""
    optional: bool = False
    later: "Run | None" = None
    sport: Sport = "run"
    remarks: tuple[str, ...] = field(default=(), compare=False)

    def by_sport(self) -> "dict[Sport, Run]":
        """A brick's stretches, sport by sport; any other run by its own."""
        if self.sport != "brick":
            return {self.sport: self}
        found: dict[Sport, list[Part]] = {}
        for step in self.steps():
            found.setdefault(sport_named(step.said) or "brick", []).append(step)
        return {sport: Run(tuple(parts), sport=sport) for sport, parts in found.items()}

    def sessions(self) -> "tuple[Run, ...]":
        """The runs of the day, each by itself."""
        return (replace(self, later=None), *self.later.sessions()) if self.later else (self,)

    def steps(self) -> tuple[Step, ...]:
        """All steps of this run in running order, recoveries among them, the most of a range of repeats.

        A recovery follows each repetition, the last too; where the recovery of an outer repeat comes next,
        only that one is taken.
        """
        return self._steps

    @cached_property
    def _steps(self) -> tuple[Step, ...]:
        return tuple(flat(self.parts))

    @cached_property
    def distance(self) -> Extent:
        """Metres in all, of one session; the upper end is open if some part has no known distance."""
        return self._total("distance")

    @cached_property
    def duration(self) -> Extent:
        """Seconds in all, of one session; the upper end is open if some part has no known duration."""
        return self._total("duration")

    @property
    def distance_m(self) -> float | None:
        """Metres in all, the middle of a range; None if some part has no known distance."""
        return self.distance.middle

    @property
    def duration_s(self) -> float | None:
        """Seconds in all, the middle of a range; None if some part has no known duration."""
        return self.duration.middle

    @property
    def known_distance_m(self) -> float:
        """Metres of the parts whose distance is known, the middle of a range."""
        return self.distance.least if self.distance_m is None else self.distance_m

    def estimated_m(self, easy_pace: float = EASY_PACE) -> float:
        """Metres of one session, those of what is by time at an easy pace, in seconds a kilometre."""
        known = self.distance_m
        if known is not None:
            return known
        return sum(
            step.distance.middle
            if step.distance.middle is not None
            else (step.duration.middle or 0.0) * 1000 / easy_pace
            for step in self.steps()
        )

    @cached_property
    def climb_m(self) -> float:
        """Metres of climb, the middle of a range."""
        return sum(step.climb.distance.middle or 0.0 for step in written_steps(self.parts) if step.climb)

    @cached_property
    def hardest(self) -> Effort:
        """The hardest effort in the run; of equals, the first."""
        return hardest_of(step.hardest for step in self.steps())

    @cached_property
    def repeated(self) -> frozenset[int]:
        """The steps of repeats, without their recoveries, by identity."""
        return repeated_steps(self.parts)

    def _total(self, what: Literal["distance", "duration"]) -> Extent:
        total = sum_of(span_of(part, what) for part in self.parts)
        return Extent(0.0, total.most) if self.optional else total

    def __str__(self) -> str:
        named = any(letter.isdigit() for letter in self.title)  # quoted, as figures in a name are no amounts
        title = f"“{self.title}”" if named else self.title
        text = f"{title + ': ' if title else ''}{joined(self.parts)}"
        text = f"{'rest or ' if self.optional else ''}{self.when + ' ' if self.when else ''}{text}"
        text += f" / “{self.note}”" if self.note else ""
        return f"{text}; {self.later}" if self.later else text
