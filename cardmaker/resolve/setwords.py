"""A group of sets → its work, load, effort and technique in the reader's words and units."""

from collections.abc import Iterator, Mapping
from typing import Final

from cardmaker.plan.quantity import Quantity
from cardmaker.plan.sets import Load, NumberRange, SetGroup, Sets
from cardmaker.training.plates import KG_PER_LB
from cardmaker.wording.formats import NBSP, in_one_line
from cardmaker.wording.wording import Wording

_STEPS_LB = (2.5, 0.5)
_STEPS_KG = (0.5, 0.25)
_OFF = 0.1
_MINUTES_FROM_S = 120
_HOURS_FROM_MIN = 100
_OFTEN: Final[Mapping[tuple[float, float], str]] = {(1, 1): "once", (2, 2): "twice"}
_BAND_WORDS = ("light", "medium", "heavy")


class SetWords:
    """Puts groups into words. *units* is 'metric' or 'imperial'; loads are converted to round weights."""

    def __init__(self, wording: Wording, units: str) -> None:
        self.wording, self.units = wording, units

    def span(self, span: NumberRange, places: int = 1) -> str:
        """'8', or '8–12'."""
        low = self.wording.number(span.low, places)
        return low if span.low == span.high else f"{low}–{self.wording.number(span.high, places)}"

    def seconds(self, span: NumberRange) -> str:
        """'90 s', '30–45 s'; whole minutes from two on as '2 min'."""
        if span.low >= _MINUTES_FROM_S and span.low % 30 == 0 and span.high % 30 == 0:
            return f"{self.span(span.times(1 / 60))}{NBSP}{self.wording.units['min']}"
        return f"{self.span(span)}{NBSP}{self.wording.units['s']}"

    def duration(self, amount: Quantity) -> str:
        """'45 min', '1:15 h'."""
        minutes = round((amount.seconds or 0) / 60)
        if minutes < _HOURS_FROM_MIN:
            return f"{minutes}{NBSP}{self.wording.units['min']}"
        return f"{minutes // 60}:{minutes % 60:02}{NBSP}{self.wording.units['h']}"

    def work(self, group: SetGroup) -> str:
        """What one set is: '8–12', '30 s', '20 m', 'max', '8+3+2', '5RM'."""
        more = "+" if group.open_ended else ""
        if group.maximum:
            return f"{group.maximum}RM"
        if group.parts:
            return "+".join(map(str, group.parts))
        if group.distance:
            unit = self.wording.units.get(group.distance_unit, group.distance_unit)
            return f"{self.span(group.distance, 2)}{more}{NBSP}{unit}"
        if group.calories:
            return f"{self.span(group.calories)}{more}{NBSP}{self.wording.units['cal']}"
        if group.hold_s and not group.reps:
            return self.seconds(group.hold_s) + more
        if group.reps is None:
            return self.wording.say("max") if group.has_work or group.technique == "to failure" else ""
        small = f"+{group.small_sets[0]}×{group.small_sets[1]}" if group.small_sets else ""
        return f"{self.span(group.reps)}{more}{small}"

    def count(self, group: SetGroup) -> str:
        """A group's sets and work: '3 × 8–12'; an attempt at a maximum has no number of sets."""
        work = self.work(group)
        if group.maximum:
            return work
        return f"{self.span(group.sets)}{NBSP}×{NBSP}{work}" if work else self.sets(group.sets)

    def sets(self, span: NumberRange) -> str:
        """'1 set', '3 sets', '2–3 sets'."""
        if span.low != span.high:
            return f"{self.span(span)}{NBSP}{self.wording.say('sets')}"
        return in_one_line(self.wording.count("sets_count", int(span.low)))

    def label(self, group: SetGroup, side: str = "") -> str:
        """What is counted, or on which side: 'reps', 'hold', 'each side', 'left side'."""
        if group.per:
            return self.wording.say(f"each_{group.per}")
        return self.wording.say(f"side_{side}") if side else self.counted(group)

    def counted(self, group: SetGroup) -> str:
        """What is counted, whichever side it is done on: 'reps', 'hold', 'distance'; '' if nothing is."""
        say = self.wording.say
        if group.maximum:
            return say("maximum")
        if group.noun:
            return self.wording.coachs(group.noun)
        if group.technique == "to failure":
            return say("technique_failure")
        if group.hold_s and not group.reps:
            return say("hold")
        if group.distance:
            return say("walk")
        if group.calories or not (group.has_work or group.technique):
            return ""
        return say("rep" if group.reps == (1, 1) and not group.open_ended else "reps")

    def by_side(self, group: SetGroup) -> str:
        """'/ side', '/ way', as it follows a number in large type; '' for sets of both sides at once."""
        return in_one_line(self.wording.say(f"by_{group.per}")) if group.per else ""

    def short_side(self, group: SetGroup) -> str:
        """'/side', '/way'; '' for sets of both sides at once."""
        return self.wording.say(f"per_{group.per}") if group.per else ""

    def role(self, group: SetGroup) -> str:
        """'warm-up', 'top set', 'back-off'; '' for what is plainly work."""
        role = group.role.replace("-", "").replace(" ", "")
        return self.wording.say(f"role_{role}") if role else ""

    def load(self, group: SetGroup) -> str:
        """What is lifted, and of which maximum how much."""
        parts = [self.weight(group.load)] if group.load else []
        if group.percent:
            more = "+" if _or_more(group) in group.note else ""
            parts.append(f"{self.span(group.percent)}{NBSP}%{more}{self._of(group)}")
        return " · ".join(parts)

    def remark(self, group: SetGroup) -> str:
        """The coach's own words, without the '85%+' that is with the load."""
        said = group.note.split("; ")
        return "; ".join(one for one in said if not group.percent or one != _or_more(group))

    def _of(self, group: SetGroup) -> str:
        """What a percentage is of, where that isn't the one-repetition maximum as it was measured: ' TM + 5 kg'."""
        if group.percent_of == "1RM" and not group.gain:
            return ""
        base = "1RM" if group.percent_of == "1RM" else self.wording.say(f"of_{group.percent_of.lower()}")
        gain = f" +{NBSP}{self.weight(group.gain)}" if group.gain else ""
        return f"{NBSP}{base}{gain}"

    def effort(self, group: SetGroup) -> str:
        """'RPE 7–8', 'RIR 2'."""
        if group.rpe:
            return self.wording.say("rpe", rpe=self.span(group.rpe))
        return self.wording.say("rir", rir=self.span(group.rir)) if group.rir else ""

    def scale(self, effort: str) -> tuple[str, str]:
        """An effort's scale and its number, 'RPE' and '7–8'; ('', effort) where the number isn't last."""
        names = [self.wording.say(key, **{key: ""}) for key in ("rpe", "rir")]
        found = next((name for name in names if name.strip() and effort.startswith(name)), "")
        if not effort:
            return names[0].strip(), ""
        return found.strip(), effort.removeprefix(found)

    def weight(self, load: Load) -> str:
        """A load: '60 kg', '2 × 12 kg', 'body + 10 kg', 'red band'."""
        say = self.wording.say
        amount = self._amount(load) if load.amount else ""
        match load.kind:
            case "band":
                return self._band(load.words)
            case "bodyweight":
                return f"{say('body')} + {amount}" if amount else say("no_weight")
            case "assistance":
                return say("assistance", load=amount)
            case "bar":
                return f"{say('bar')} + {amount}" if amount else say("bar")
            case "rm":
                return f"{amount}RM"
            case "words":
                return self.wording.coachs(load.words)
        amount = f"{load.count}{NBSP}×{NBSP}{amount}" if load.count > 1 else amount
        tool = load.tool.replace(" ", "").replace("-", "")
        return f"{amount} {say(f'tool_{tool}')}" if tool else amount

    def technique(self, group: SetGroup) -> Iterator[str]:
        """How a set is done: to failure, drop sets, pauses inside it, how long each repetition is held."""
        say = self.wording.say
        if group.technique == "drop set":
            drops = f" × {group.drops}" if group.drops else ""
            percent = f" {self.wording.number(group.drop_percent, 1)}{NBSP}%" if group.drop_percent else ""
            yield f"{say('drop_set')}{percent}{drops}"
        elif group.technique and not (group.technique == "to failure" and group.reps is None):
            yield say(f"technique_{group.technique.replace('-', '').replace('to ', '')}")
        if group.hold_s and group.reps:
            yield say("hold_each", hold=self.seconds(group.hold_s))
        if group.pause_s:
            yield say("pause", pause=self.seconds(group.pause_s))
        if group.change:
            percent = f"{self.wording.number(abs(group.change), 1)}{NBSP}%"
            yield say("heavier" if group.change > 0 else "lighter", percent=percent)

    def times(self, sets: Sets) -> Iterator[str]:
        """How often: 'twice a day', '3–4 × a week'."""
        for span, period in ((sets.times_a_day, "day"), (sets.times_a_week, "week")):
            if span:
                often = _OFTEN.get((span.low, span.high), "times")
                yield self.wording.say(f"{often}_a_{period}", times=self.span(span))

    def _band(self, words: str) -> str:
        say = self.wording.say
        if words in _BAND_WORDS:
            return say(f"band_{words}")
        own = self.wording.coachs(f"{words} band")
        return own if own != f"{words} band" else f"{words} {say('band')}".lstrip()

    def _amount(self, load: Load) -> str:
        """The weight in the reader's unit, as round numbers there are weights for."""
        assert load.amount is not None
        if not load.unit:
            return self.span(load.amount, 2)
        unit = "lb" if self.units == "imperial" else "kg"
        if unit == load.unit:
            return f"{self.span(load.amount, 2)}{NBSP}{self.wording.units[unit]}"
        factor, steps = (1 / KG_PER_LB, _STEPS_LB) if unit == "lb" else (KG_PER_LB, _STEPS_KG)
        low, high = (rounded(value * factor, steps) for value in load.amount)
        return f"{self.span(NumberRange(low, high), 2)}{NBSP}{self.wording.units[unit]}"


def rounded(value: float, steps: tuple[float, ...]) -> float:
    """The nearest multiple of the first step that comes within a tenth; of the last one at least."""
    for step in steps:
        near = round(value / step) * step
        if abs(near - value) <= _OFF * value:
            return near
    return max(near, step)


def _or_more(group: SetGroup) -> str:
    """A percentage with a plus, as the notation keeps it."""
    return f"{group.percent}%+"
