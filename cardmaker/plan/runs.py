"""The record of a run, '2 km wu / 6 x 400 m @ 5k / 2 km cd': its steps, totals and normal form."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from cardmaker.plan.quantity import Quantity

Effort = Literal[
    "",
    "rest",
    "walk",
    "jog",
    "recovery",
    "easy",
    "long",
    "steady",
    "marathon",
    "half",
    "tempo",
    "threshold",
    "10k",
    "5k",
    "3k",
    "mile",
    "fast",
    "strides",
    "race",
]
"""How hard; '' where it isn't said."""

Role = Literal["", "warm-up", "cool-down"]

EFFORTS: Final[tuple[Effort, ...]] = get_args(Effort)[1:]

HARDNESS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("rest", "walk"), 0),
    **dict.fromkeys(("", "jog", "recovery", "easy"), 1),
    **dict.fromkeys(("long", "steady"), 2),
    **dict.fromkeys(("marathon", "half", "tempo", "threshold"), 3),
    **dict.fromkeys(("10k", "5k", "3k", "mile", "fast", "strides", "race"), 4),
}
"""0 not running, 1 easy, 2 steady, 3 tempo, 4 fast."""

_AIMED: Final = ("marathon", "half", "10k", "5k", "3k", "mile")
_SHORT_ROLES: Final = {"warm-up": "wu", "cool-down": "cd"}


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds for each km or mile."""

    seconds: int
    per: Literal["km", "mi"]

    @property
    def s_per_km(self) -> float:
        """Seconds a kilometre."""
        return self.seconds if self.per == "km" else self.seconds / 1.609344

    def __str__(self) -> str:
        return f"{self.seconds // 60}:{self.seconds % 60:02}/{self.per}"


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of a run: how far or how long, how hard, and what it is for."""

    amount: Quantity
    effort: Effort = ""
    pace: Pace | None = None
    role: Role = ""

    @property
    def distance_m(self) -> float | None:
        """Metres; None unless given, or known from time and pace. Standing still covers none."""
        if self.amount.metres is not None:
            return self.amount.metres
        if self.effort == "rest":
            return 0.0
        seconds = self.amount.seconds
        return 1000 * seconds / self.pace.s_per_km if self.pace and seconds is not None else None

    @property
    def duration_s(self) -> float | None:
        """Seconds; None unless given, or known from distance and pace."""
        if self.amount.seconds is not None:
            return self.amount.seconds
        metres = self.amount.metres
        return metres / 1000 * self.pace.s_per_km if self.pace and metres is not None else None

    def __str__(self) -> str:
        words = [str(self.amount), _SHORT_ROLES.get(self.role, "")]
        if self.effort in _AIMED:
            words.append(f"@ {self.effort}")
        elif not (self.role and self.effort == "easy"):
            words.append(self.effort)
        if self.pace:
            words.append(f"@ {self.pace}")
        return " ".join(filter(None, words))


@dataclass(frozen=True, slots=True)
class Repeat:
    """Steps run *count* times, each time with the recovery after them."""

    count: int
    parts: "tuple[Step | Repeat, ...]"
    recovery: Step | None = None

    def __str__(self) -> str:
        body = " / ".join(map(str, self.parts))
        if len(self.parts) > 1 or isinstance(self.parts[0], Repeat):
            body = f"({body})"
        return f"{self.count} x {body}{f' w/ {self.recovery}' if self.recovery else ''}"


Part = Step | Repeat


@dataclass(frozen=True, slots=True)
class Run:
    """A run: steps and repeats, in order."""

    parts: tuple[Part, ...]

    def steps(self) -> tuple[Step, ...]:
        """All steps in running order, recoveries among them.

        A recovery follows each repetition, the last too; where the recovery of an outer repeat comes next,
        only that one is taken.
        """
        return tuple(_flat(self.parts))

    @property
    def distance_m(self) -> float | None:
        """Metres in all; None if some step has no known distance."""
        return _total(step.distance_m for step in self.steps())

    @property
    def duration_s(self) -> float | None:
        """Seconds in all; None if some step has no known duration."""
        return _total(step.duration_s for step in self.steps())

    @property
    def known_distance_m(self) -> float:
        """Metres of the steps whose distance is known."""
        return sum(step.distance_m or 0.0 for step in self.steps())

    @property
    def hardest(self) -> Effort:
        """The hardest effort in the run; of equals, the first."""
        return max((step.effort for step in self.steps()), key=HARDNESS.__getitem__, default="")

    def __str__(self) -> str:
        return " / ".join(map(str, self.parts))


def count_steps(parts: Iterable[Part]) -> int:
    """How many steps *parts* unroll to, without unrolling them."""
    return sum(
        1 if isinstance(part, Step) else part.count * (count_steps(part.parts) + bool(part.recovery))
        for part in parts
    )


def _flat(parts: tuple[Part, ...], drop_last: bool = False) -> Iterator[Step]:
    for index, part in enumerate(parts):
        if isinstance(part, Step):
            yield part
            continue
        followed = drop_last and index == len(parts) - 1
        for turn in range(part.count):
            yield from _flat(part.parts, drop_last=bool(part.recovery))
            if part.recovery and not (followed and turn == part.count - 1):
                yield part.recovery


def _total(amounts: Iterable[float | None]) -> float | None:
    total = 0.0
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total
