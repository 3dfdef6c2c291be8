"""What a workout on a watch is made of: steps one after the other, and loops of steps."""

from collections.abc import Sequence
from typing import Final, Literal

from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.runs.sports import Sport
from cardmaker.record import record

MOST_STEPS: Final = 50
"""More are refused by common watches; loops count as one step more than what they repeat."""

Lasts = Literal["open", "time", "distance", "reps", "calories"]
Intensity = Literal["active", "warmup", "cooldown", "recovery", "rest"]


class Aim(NamedTuple):
    """What to keep to, from *low* to *high*: metres a second, beats a minute, a zone of the watch's own, watts."""

    kind: Literal["speed", "heart_rate", "zone", "power"]
    low: float
    high: float


class Movement(NamedTuple):
    """An exercise: its name on paper, and its category and name in FIT, '' where it has no such exercise."""

    name: str
    category: str = ""
    exercise: str = ""


@record
class WatchStep:
    """One stretch or set. *amount* is in seconds, metres, repetitions or kilocalories, after *lasts*; an open step
    ends when its button is pressed. *load* is in kilograms, *unit* is how to show it."""

    name: str
    lasts: Lasts = "open"
    amount: float = 0.0
    aim: Aim | None = None
    intensity: Intensity = "active"
    notes: str = ""
    movement: Movement | None = None
    load: float = 0.0
    unit: Literal["", "kg", "lb"] = ""


@record
class Loop:
    """Steps done *times* times over, or for *seconds*; loops hold no loops, as watches know none inside others."""

    steps: tuple[WatchStep, ...]
    times: int = 0
    seconds: float = 0.0


Block = WatchStep | Loop


@record
class WatchWorkout:
    """One session: a name, its *blocks*, and what about it has no place in them."""

    name: str
    sport: Sport | Literal["strength"]
    blocks: tuple[Block, ...]
    about: str = ""
    lossy: bool = False
    """Whether targets, ranges or repeats in it aren't said by its steps, but in words only."""

    @property
    def count(self) -> int:
        """How many steps it takes on a watch."""
        return sum(len(block.steps) + 1 if isinstance(block, Loop) else 1 for block in self.blocks)


def looped(steps: Sequence[WatchStep], times: int) -> tuple[Block, ...]:
    """*steps* so often; once is no loop."""
    if times <= 1:
        return tuple(steps) if times == 1 else ()
    return (Loop(tuple(steps), times),)
