"""The records of what changes from week to week: steps, lighter weeks, a taper, the rule of a lift."""

from dataclasses import field
from typing import Final, Literal

from cardmaker.record import record

Unit = Literal["km", "mi", "m", "min", "s", "%", "repeats", "reps", "sets", "kg", "lb", "points"]
"""Points are per cent of a maximum: from 70 % to 72.5 % are 2.5."""
Per = Literal["week", "cycle", "time"]
Share = Literal["", "load", "sets", "reps", "runs"]

NONE: Final = "none"
"""What a phase writes where nothing changes."""


@record
class Change:
    """So much more, or less, each *every*-th time; *share* says what a percentage is of.

    *values* are the amounts week by week instead.
    """

    amount: float
    unit: Unit
    share: Share = ""
    per: Per = "week"
    every: int = 1
    limit: float | None = None
    """As far as it goes, in *limit_unit*."""
    limit_unit: str = ""
    values: tuple[float, ...] = ()

    @property
    def is_none(self) -> bool:
        """Whether nothing changes."""
        return not self.amount and not self.values


@record
class LighterWeeks:
    """Which weeks are lighter, every *every*-th, some by number or the last, and what there is less of in them."""

    every: int = 0
    weeks: tuple[int, ...] = ()
    last: bool = False
    changes: tuple[Change, ...] = ()

    def of(self, share: Share) -> Change | None:
        """What changes of runs, sets, reps or loads; a bare percentage is one of runs and of sets."""
        found = next((change for change in self.changes if change.share == share), None)
        if found is None and share in ("runs", "sets"):
            found = next((change for change in self.changes if not change.share), None)
        return found

    def has(self, number: int, count: int) -> bool:
        """Whether week *number* of *count*, from 1, is one of them."""
        if self.every:
            return number % self.every == 0
        return number in self.weeks or (self.last and number == count)


@record
class Taper:
    """So many days before a race in which there is less and less, *less* of one in its last seven days."""

    days: int
    less: float

    def kept(self, ahead: int) -> float:
        """What share of the training is left, *ahead* days before the race."""
        steps = -(-self.days // 7)
        step = min(max(-(-ahead // 7), 1), steps)
        return 1 - self.less * (steps - step + 1) / steps


@record
class Progress:
    """The rule by which an exercise gets harder.

    *double* is double progression: the repetitions rise from the lower end of their range to the upper one, *then* the
    load does. *repeated* are weeks that come over and over.
    """

    change: Change | None = None
    double: bool = False
    repeated: bool = False
    deload: LighterWeeks | None = None
    said: str = field(default="", compare=False)
    """As the plan has it."""

    @property
    def is_computed(self) -> bool:
        """Whether the weeks follow from it; else it depends on how the athlete does."""
        if self.double or (self.change is not None and self.change.per == "time"):
            return False
        return bool(self.change or self.repeated or self.deload)
