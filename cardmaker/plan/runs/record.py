"""The parts of a run, as '6 x 400 m @ 5k': steps, repeats, ladders, wholes; how far and long they are."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Final, Literal

from cardmaker.plan.quantity import NOTHING, OPEN, UNKNOWN, Extent, Quantity
from cardmaker.plan.runs.efforts import AIMED, Effort, Role, hardest_of
from cardmaker.plan.runs.meaning import effort_of
from cardmaker.plan.runs.targets import Pace, Target
from cardmaker.record import record

Place = Literal["", "start", "end"]
"""Where in a whole the parts inside it are run; '' where that is left to the runner."""

_SHORT_ROLES: Final = {"warm-up": "wu", "cool-down": "cd"}


@record(slots=False)
class Step:
    """One stretch of a run: how far or how long, how hard, and what it is for.

    *said* holds the coach's own words for the effort or the kind of run where they aren't our name of it, *to* the
    effort that a progression ends at, *also* the time a distance should take or the distance a time should cover,
    and *note* words that say no more than what they say.
    """

    amount: Quantity
    effort: Effort = ""
    pace: Pace | None = None
    role: Role = ""
    said: str = ""
    to: Effort = ""
    targets: tuple[Target, ...] = ()
    also: Quantity | None = None
    climb: Quantity | None = None
    note: str = ""

    @cached_property
    def distance(self) -> Extent:
        """Metres, given or known from time and pace. Standing still covers none."""
        return self._known("distance")

    @cached_property
    def duration(self) -> Extent:
        """Seconds, given or known from distance and pace."""
        return self._known("duration")

    @cached_property
    def hardest(self) -> Effort:
        """The harder of its effort and the one that it ends at."""
        return hardest_of((self.effort, self.to or self.effort))

    def _known(self, what: Literal["distance", "duration"]) -> Extent:
        for amount in (self.amount, self.also or OPEN):
            span: Extent = getattr(amount, what)
            if span.most is not None:
                return span
        if what == "distance" and self.effort == "rest":
            return NOTHING
        if not self.pace:
            return UNKNOWN
        if what == "distance":
            seconds = self.amount.duration
            return Extent(
                1000 * seconds.least / self.pace.span.most,  # type: ignore[operator]
                None if seconds.most is None else 1000 * seconds.most / self.pace.span.least,
            )
        metres = self.amount.distance
        slowest = self.pace.span.most or 0.0
        return Extent(
            metres.least / 1000 * self.pace.span.least,
            None if metres.most is None else metres.most / 1000 * slowest,
        )

    def __str__(self) -> str:
        said = f"@ {self.said}" if self.said[:1].isdigit() else self.said
        words = [str(self.amount), _SHORT_ROLES.get(self.role, ""), said]
        if not (self.said and self.effort == effort_of(self.said)) and not (
            self.role and self.effort == "easy"
        ):
            words.append(f"@ {self.effort}" if self.effort in AIMED else self.effort)
        words += [str(target) for target in self.targets if target.unit == "offset"]
        words += [f"to {self.to}"] if self.to else []
        words += [f"@ {self.pace}"] if self.pace else []
        words += [str(target) for target in self.targets if target.unit != "offset"]
        if self.also:
            words.append(f"in {self.also}" if self.also.seconds is not None else f"({self.also})")
        words += [f"{self.climb} climb"] if self.climb else []
        words += [f"“{self.note}”"] if self.note else []
        return " ".join(filter(None, words))


@record
class Repeat:
    """Parts run *count* times, or *count* to *most* times, each time with the recovery after them."""

    count: int
    parts: "tuple[Part, ...]"
    recovery: Step | None = None
    most: int | None = None

    @property
    def times(self) -> str:
        """How often: '6' or '6-8'."""
        return str(self.count) if self.most is None else f"{self.count}-{self.most}"

    def __str__(self) -> str:
        body = joined(self.parts) if len(self.parts) > 1 else str(self.parts[0])
        if len(self.parts) > 1 or not isinstance(self.parts[0], Step):
            body = f"({body})"
        return f"{self.times} x {body}{f' w/ {_recovery(self.recovery)}' if self.recovery else ''}"


@record
class Ladder:
    """Rungs run one after the other, with the recovery between them; an *equal* one is as long as each rung."""

    rungs: tuple[Step, ...]
    recovery: Step | None = None
    equal: bool = False

    def __str__(self) -> str:
        rungs = ", ".join(map(str, self.rungs))
        if not self.recovery:
            return f"({rungs})"
        return f"({rungs}) w/ {'equal ' if self.equal else ''}{_recovery(self.recovery)}"

    def steps(self) -> Iterator[Step]:
        """Rungs and recoveries in order. An equal recovery follows the last rung too, another doesn't."""
        for index, rung in enumerate(self.rungs):
            yield rung
            if self.recovery and self.equal:
                yield replace(self.recovery, amount=rung.amount)
            elif self.recovery and index < len(self.rungs) - 1:
                yield self.recovery


@record
class Whole:
    """A stretch of which *inside* is a part: '8 mi with 4 mi at threshold' is 8 miles in all."""

    step: Step
    inside: "tuple[Part, ...]"
    place: Place = ""

    def __str__(self) -> str:
        joint = {"": "with", "start": "starting with", "end": "finishing with"}[self.place]
        return f"{self.step} {joint} [{joined(self.inside) if len(self.inside) > 1 else self.inside[0]}]"


Part = Step | Repeat | Ladder | Whole


def joined(parts: "tuple[Part, ...]") -> str:
    """Parts in the notation: 'then' where a step behind repeats isn't their recovery."""
    if len(parts) == 1 and isinstance(parts[0], Step):
        return _spelled(parts[0])
    text = ""
    for index, part in enumerate(parts):
        before = parts[index - 1] if index else None
        after_repeats = before and isinstance(part, Step) and not part.role and _open_repeats(before)
        text += (" then " if after_repeats or far_and_long(before, part) else " / " if index else "") + str(
            part
        )
    return text


def far_and_long(one: "Part | None", other: "Part") -> bool:
    """Whether two bare amounts, a distance and a time, may as well be one stretch: '8 km, 45 min'."""
    if not isinstance(one, Step) or not isinstance(other, Step):
        return False
    if (
        one != Step(one.amount, climb=one.climb)
        or replace(other, effort="", said="", climb=None) != Step(other.amount)
        or other.effort in ("walk", "jog", "rest")
    ):
        return False
    far = one.distance.middle or other.distance.middle
    long = one.duration.middle or other.duration.middle
    return bool(far and long and 170 <= 1000 * long / far <= 540 and one.amount.unit != other.amount.unit)


def _spelled(step: Step) -> str:
    """A step that is all of a run; as little as 300 m would be read as minutes."""
    short = step.amount.unit == "m" and step.amount.value < 400
    return str(step).replace(" m", " metres", 1) if short and " metres" not in str(step.amount) else str(step)


def _open_repeats(part: "Part") -> bool:
    """Whether a recovery could follow *part*."""
    if isinstance(part, Whole):
        return _open_repeats(part.inside[-1])
    return isinstance(part, Repeat | Ladder) and part.recovery is None


def _recovery(step: Step) -> str:
    """A recovery; what is unsaid of it, stays so."""
    plain = step.effort == "recovery" and not step.said and step.amount.given
    return str(replace(step, effort="") if plain else step)
