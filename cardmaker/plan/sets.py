"""The record of a strength prescription, '3x8-12/side 2x8 kg @ RPE 7, rest 90 s', and its normal form."""

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from cardmaker.plan.quantity import decimal

Per = Literal["", "side", "way"]
LoadKind = Literal["weight", "bodyweight", "band"]

MAX_SETS: Final = 50


class Span(NamedTuple):
    """From *low* to *high*; the same twice where one number is meant."""

    low: float
    high: float

    def __str__(self) -> str:
        return decimal(self.low) if self.low == self.high else f"{decimal(self.low)}-{decimal(self.high)}"


@dataclass(frozen=True, slots=True)
class Load:
    """What is lifted: *count* weights of *amount* each, a weight added to the body's own, or a band."""

    kind: LoadKind
    amount: float = 0.0
    unit: Literal["", "kg", "lb"] = ""
    count: int = 1
    strength: str = ""
    """How strong a band: light, medium, heavy; '' if it isn't said."""

    def __str__(self) -> str:
        weight = f"{decimal(self.amount)} {self.unit}" if self.unit else ""
        if self.kind == "band":
            return f"{self.strength} band".lstrip()
        if self.kind == "bodyweight":
            return f"bodyweight + {weight}" if weight else "bodyweight"
        return f"{self.count}x{weight}" if self.count > 1 else weight


@dataclass(frozen=True, slots=True)
class Sets:
    """A strength prescription. One of *reps*, *hold_s* and *distance* is given, or none for AMRAP."""

    sets: int
    reps: Span | None = None
    open_ended: bool = False
    """As many more as possible: '5+', or AMRAP if there are no reps."""
    hold_s: Span | None = None
    distance: Span | None = None
    distance_unit: Literal["", "m", "yd"] = ""
    per: Per = ""
    load: Load | None = None
    percent: Span | None = None
    """Of the one-repetition maximum."""
    rpe: Span | None = None
    rir: Span | None = None
    rest_s: Span | None = None
    tempo: str = ""
    """Seconds down, paused, up and, if given, paused at the top: '3-1-1-0'; X is explosive."""

    @property
    def work(self) -> str:
        """What one set is, in normal form: '8-12/side', '30 s', '20 m', 'AMRAP'."""
        side = f"/{self.per}" if self.per else ""
        if self.hold_s:
            return f"{seconds(self.hold_s)}{side}"
        if self.distance:
            return f"{self.distance} {self.distance_unit}{side}"
        if self.reps is None:
            return f"AMRAP{side}"
        return f"{self.reps}{'+' if self.open_ended else ''}{side}"

    def __str__(self) -> str:
        head = f"{self.sets}x{self.work}"
        if self.load:
            head += f" {self.load}"
        aims = [
            f"{self.percent}%" if self.percent else "",
            f"RPE {self.rpe}" if self.rpe else "",
            f"RIR {self.rir}" if self.rir else "",
        ]
        if aim := ", ".join(filter(None, aims)):
            head += f" @ {aim}"
        if self.rest_s:
            head += f", rest {seconds(self.rest_s)}"
        return f"{head}, tempo {self.tempo}" if self.tempo else head


def seconds(span: Span) -> str:
    """A span of seconds in normal form: '90 s', '30-45 s'; whole minutes from two on as '2 min'."""
    if span.low >= 120 and span.low % 60 == 0 and span.high % 60 == 0:
        return f"{Span(span.low / 60, span.high / 60)} min"
    return f"{span} s"
