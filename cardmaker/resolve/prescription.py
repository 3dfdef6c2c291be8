"""A prescription → the words of the strip, the log's targets and the gym card's detail."""

from dataclasses import dataclass

from cardmaker.plan.quantity import Quantity
from cardmaker.plan.sets import Load, Sets, Span
from cardmaker.wording.wording import Wording

NBSP = "\u00a0"
_KG_PER_LB = 0.45359237
_STEPS_LB = (2.5, 0.5)
_STEPS_KG = (0.5, 0.25)
_OFF = 0.1
_MINUTES_FROM_S = 120
_HOURS_FROM_MIN = 100


@dataclass(frozen=True, slots=True)
class Prescription:
    """One exercise's sets in the reader's words and units."""

    sets: str
    sets_label: str
    load: str
    effort: str
    rest: str
    tempo: str
    target: str
    ghost: str
    work: str
    set_count: int


UNSAID = Prescription("", "", "", "", "", "", "", "", "", 0)
"""Where the plan names an exercise and leaves its sets open."""


class Prescriber:
    """Puts sets into words. *units* is 'metric' or 'imperial'; loads are converted to round weights."""

    def __init__(self, wording: Wording, units: str) -> None:
        self.wording, self.units = wording, units

    def prescribe(self, sets: Sets | None, *, unloaded: bool) -> Prescription:
        """The words for sets; *unloaded*: the exercise needs no equipment, so no load means the body."""
        if sets is None:
            return UNSAID
        load = self._load(sets, unloaded)
        effort = self._effort(sets)
        main = f"{sets.sets}{NBSP}×{NBSP}{self._work(sets)}"
        aim = load if sets.load or sets.percent else effort
        lifted = load.replace(f"{NBSP}×{NBSP}", "×") if sets.load or sets.percent else ""
        ghost = " · ".join(filter(None, [self._work(sets), lifted]))
        return Prescription(
            sets=main,
            sets_label=self._label(sets),
            load=load,
            effort=effort,
            rest=self.seconds(sets.rest_s) if sets.rest_s else "",
            tempo=sets.tempo,
            target=" · ".join(filter(None, [main, aim])),
            ghost=ghost,
            work=self._work(sets),
            set_count=sets.sets,
        )

    def span(self, span: Span, places: int = 1) -> str:
        """'8', or '8–12'."""
        low, high = self.wording.number(span.low, places), self.wording.number(span.high, places)
        return low if span.low == span.high else f"{low}–{high}"

    def seconds(self, span: Span) -> str:
        """'90 s', '30–45 s'; whole minutes from two on as '2 min'."""
        if span.low >= _MINUTES_FROM_S and span.low % 30 == 0 and span.high % 30 == 0:
            return f"{self.span(Span(span.low / 60, span.high / 60))}{NBSP}{self.wording.units['min']}"
        return f"{self.span(span)}{NBSP}{self.wording.units['s']}"

    def duration(self, amount: Quantity) -> str:
        """'45 min', '1:15 h'."""
        minutes = round((amount.seconds or 0) / 60)
        if minutes < _HOURS_FROM_MIN:
            return f"{minutes}{NBSP}{self.wording.units['min']}"
        return f"{minutes // 60}:{minutes % 60:02}{NBSP}{self.wording.units['h']}"

    def _work(self, sets: Sets) -> str:
        if sets.hold_s:
            return self.seconds(sets.hold_s)
        if sets.distance:
            return f"{self.span(sets.distance)}{NBSP}{self.wording.units.get(sets.distance_unit, sets.distance_unit)}"
        if sets.reps is None:
            return self.wording.say("max")
        return self.span(sets.reps) + ("+" if sets.open_ended else "")

    def _label(self, sets: Sets) -> str:
        if sets.per:
            return self.wording.say(f"each_{sets.per}")
        if sets.hold_s:
            return self.wording.say("hold")
        if sets.distance:
            return self.wording.say("walk")
        return self.wording.say("rep" if sets.reps == (1, 1) and not sets.open_ended else "reps")

    def _load(self, sets: Sets, unloaded: bool) -> str:
        parts = [self._weight(sets.load)] if sets.load else []
        if sets.percent:
            parts.append(f"{self.span(sets.percent)}{NBSP}%")
        if parts:
            return " · ".join(parts)
        return self.wording.say("body") if unloaded else ""

    def _weight(self, load: Load) -> str:
        amount = self._amount(load) if load.unit else ""
        if load.kind == "band":
            return self.wording.say(f"band_{load.strength}" if load.strength else "band")
        if load.kind == "bodyweight":
            return f"{self.wording.say('body')} + {amount}" if amount else self.wording.say("body")
        return f"{load.count}{NBSP}×{NBSP}{amount}" if load.count > 1 else amount

    def _amount(self, load: Load) -> str:
        """The weight in the reader's unit, as a round number there is a weight for."""
        value, unit = load.amount, load.unit
        if self.units == "imperial" and unit == "kg":
            value, unit = _rounded(value / _KG_PER_LB, _STEPS_LB), "lb"
        elif self.units == "metric" and unit == "lb":
            value, unit = _rounded(value * _KG_PER_LB, _STEPS_KG), "kg"
        return f"{self.wording.number(value, 2)}{NBSP}{self.wording.units[unit]}"

    def _effort(self, sets: Sets) -> str:
        if sets.rpe:
            return self.wording.say("rpe", rpe=self.span(sets.rpe))
        return self.wording.say("rir", rir=self.span(sets.rir)) if sets.rir else ""


def _rounded(value: float, steps: tuple[float, ...]) -> float:
    """The nearest multiple of the first step that comes within a tenth; of the last one at least."""
    for step in steps:
        near = round(value / step) * step
        if abs(near - value) <= _OFF * value:
            return near
    return max(near, step)
