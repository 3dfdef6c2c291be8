"""The record of a strength prescription, '3x8-12/side 2x8 kg @ RPE 7, rest 90 s', group by group of like sets."""

from dataclasses import field
from typing import Final, Literal

from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.quantity import decimal
from cardmaker.record import record

Per = Literal["", "side", "way"]
Role = Literal["", "warm-up", "top set", "back-off"]
Technique = Literal["", "rest-pause", "myo-reps", "cluster", "drop set", "to failure"]
LoadKind = Literal["weight", "bodyweight", "assistance", "band", "bar", "rm", "words"]
DistanceUnit = Literal["", "m", "km", "yd", "ft", "mi"]
Base = Literal["1RM", "TM", "bodyweight"]
Format = Literal["emom", "amrap", "for time", "intervals", "rounds"]

MAX_SETS: Final = 50


class NumberRange(NamedTuple):
    """From *low* to *high*; the same twice where one number is meant."""

    low: float
    high: float

    def __str__(self) -> str:
        return decimal(self.low) if self.low == self.high else f"{decimal(self.low)}-{decimal(self.high)}"

    def times(self, factor: float) -> "NumberRange":
        """Both ends multiplied."""
        return NumberRange(round(self.low * factor, 4), round(self.high * factor, 4))


ONE: Final = NumberRange(1.0, 1.0)
_LONGEST_PART: Final = 5


def are_a_cluster(parts: tuple[int, ...]) -> bool:
    """Whether '(2+2+2)' alone says cluster: at least three short parts, all alike; '(2+1)' may be two lifts."""
    return len(parts) > 2 and len(set(parts)) == 1 and parts[0] <= _LONGEST_PART


@record
class Load:
    """What is lifted: *count* weights of *amount* each, a weight added to or taken off the body's own, a band."""

    kind: LoadKind
    amount: NumberRange | None = None
    unit: Literal["", "kg", "lb"] = ""
    count: int = 1
    tool: str = ""
    """What the weight is: kettlebell, dumbbells, plate, vest; 'each' for one in each hand."""
    words: str = ""
    """How strong a band is, as its light, medium, heavy or colour; or the coach's own words."""


@record
class SetGroup:
    """Sets that are alike. At most one of *reps*, *distance* and *calories* is given, or *hold_s* alone.

    *hold_s* next to *reps* is how long each repetition is held.
    """

    sets: NumberRange = ONE
    role: Role = ""
    reps: NumberRange | None = None
    open_ended: bool = False
    """As many more as possible: '5+', or AMRAP if there is no amount."""
    hold_s: NumberRange | None = None
    distance: NumberRange | None = None
    distance_unit: DistanceUnit = ""
    calories: NumberRange | None = None
    noun: str = ""
    """What repetitions are called, if it is something else: steps, breaths."""
    parts: tuple[int, ...] = ()
    """One set in parts with short pauses between them: 8+3+2."""
    small_sets: tuple[int, int] | None = None
    """Myo-reps: how many small sets follow the first, and of how many repetitions."""
    technique: Technique = ""
    drops: int = 0
    drop_percent: float = 0.0
    pause_s: NumberRange | None = None
    """Between the parts of one set."""
    maximum: int = 0
    """Work up to the most that goes for so many repetitions."""
    per: Per = ""
    load: Load | None = None
    percent: NumberRange | None = None
    percent_of: Base = "1RM"
    gain: Load | None = None
    """By how much the maximum that the percentage is of has grown since it was measured."""
    change: float = 0.0
    """Per cent heavier or lighter than the sets before."""
    rpe: NumberRange | None = None
    rir: NumberRange | None = None
    rest_s: NumberRange | None = None
    tempo: str = ""
    """Seconds down, paused, up and, if given, paused at the top: '3-1-1-0'; X is explosive."""
    note: str = ""
    """Words that the notation doesn't know, as they are."""

    @property
    def count(self) -> int:
        """How many sets at most."""
        return int(self.sets.high)

    @property
    def has_work(self) -> bool:
        """Whether it says what one set is."""
        return bool(
            self.reps
            or self.hold_s
            or self.distance
            or self.calories
            or self.parts
            or self.maximum
            or self.open_ended
        )


@record
class Timing:
    """Work against the clock: every minute, as many rounds as possible, for time, intervals, rounds."""

    format: Format
    every_s: float = 0.0
    total_s: float = 0.0
    rounds: NumberRange | None = None
    work_s: NumberRange | None = None
    rest_s: NumberRange | None = None
    """After each interval of work."""
    round_rest_s: NumberRange | None = None
    cap_s: float = 0.0
    named: Literal["", "tabata", "circuit"] = ""
    note: str = ""


@record
class Sets:
    """A strength prescription: groups of like sets in order, warm-up sets among them."""

    groups: tuple[SetGroup, ...]
    side: Literal["", "left", "right"] = ""
    """The only side that works."""
    times_a_day: NumberRange | None = None
    times_a_week: NumberRange | None = None
    total_reps: NumberRange | None = None
    """Repetitions in as many sets as it takes; there are no groups."""
    timing: Timing | None = None
    note: str = ""
    """Words on a prescription without groups."""
    next_time: str = ""
    """What changes the next time, in the coach's own words: '+2.5 kg'."""
    counted: bool = field(default=True, compare=False)
    """Whether the number of sets is written; '5' alone is enough in a round."""

    @property
    def working(self) -> tuple[SetGroup, ...]:
        """The groups that aren't warm-up; all of them if there is nothing else."""
        return tuple(group for group in self.groups if group.role != "warm-up") or self.groups

    @property
    def warm_up(self) -> tuple[SetGroup, ...]:
        """The groups before the working ones."""
        return tuple(group for group in self.groups if group not in self.working)

    @property
    def main(self) -> SetGroup | None:
        """The first working group."""
        return self.working[0] if self.groups else None

    @property
    def each(self) -> tuple[SetGroup, ...]:
        """Every set in order, as a group of its own."""
        return tuple(group for group in self.groups for _ in range(group.count))

    def __str__(self) -> str:
        from cardmaker.plan.sets.normal import normal

        return normal(self)
