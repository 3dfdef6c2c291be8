"""An athlete: name, and what they have run, lifted and measured, from which paces, loads and heart rates follow."""

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Any, ClassVar, Final, Literal

from cardmaker.patterns import Pattern
from cardmaker.plan.fields import EasyPace, ExerciseName, MaybeLine, at_most, known, read_by
from cardmaker.plan.quantity import METRES_PER_MILE, decimal
from cardmaker.plan.refusal import PartMistake, refuse
from cardmaker.plan.scanner import Scanner
from cardmaker.record import record
from cardmaker.training.lifting import MOST_REPS, one_rep_max
from cardmaker.training.paces import HALF_M, MARATHON_M, Result
from cardmaker.training.plates import KG_PER_LB
from cardmaker.training.vdot import vdot
from cardmaker.validation import shown
from cardmaker.validation.marks import Info, SchemaMark
from cardmaker.validation.model import Model

Level = Literal["", "beginner", "intermediate", "advanced"]
Units = Literal["metric", "imperial"]

_CLOCK: Final = Pattern(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d+)?(?: ?(?:min|h))?", ":", re.UNICODE)
_RUN_TOGETHER: Final = Pattern(r"(?:(\d{1,2})([0-5]\d)|(\d{1,2}))([0-5]\d)", r"\d")
_RACES: Final = {
    "mile": METRES_PER_MILE,
    "parkrun": 5_000.0,
    "half": HALF_M,
    "half marathon": HALF_M,
    "halbmarathon": HALF_M,
    "hm": HALF_M,
    "marathon": MARATHON_M,
    "m": MARATHON_M,
}
_WEIGHT: Final = Pattern(r"(\d{1,4}(?:[.,]\d{1,3})?) ?(kg|kgs|kilos?|lb|lbs|pounds?)", "", re.IGNORECASE)
_LIFT: Final = Pattern(
    rf"(?:(\d{{1,3}}) ?(?:x|@|reps?(?: @| at| of)?) ?)?{_WEIGHT.written}(?: ?x ?(\d{{1,3}}))?",
    "",
    re.IGNORECASE,
)
_HEAVIEST_KG: Final = 600.0
"""More than anybody has lifted in a contest."""


@record
class Weight:
    """So many kilograms or pounds."""

    value: float
    unit: Literal["kg", "lb"]

    @property
    def kg(self) -> float:
        """In kilograms."""
        return self.value * (1.0 if self.unit == "kg" else KG_PER_LB)

    def in_unit(self, unit: Literal["kg", "lb"]) -> float:
        """Its number in kilograms or pounds."""
        if unit == self.unit:
            return self.value
        return self.kg if unit == "kg" else self.kg / KG_PER_LB

    def __str__(self) -> str:
        return f"{decimal(self.value)} {self.unit}"


@record
class LiftResult:
    """The most repetitions that were done with a weight; one is the most that can be lifted once."""

    weight: Weight
    reps: int = 1

    @property
    def maximum(self) -> Weight:
        """The most that goes once, estimated after Brzycki."""
        return Weight(one_rep_max(self.weight.value, self.reps), self.weight.unit)

    def __str__(self) -> str:
        return f"{self.weight}" if self.reps == 1 else f"{self.reps} x {self.weight}"


def read_weight(value: object) -> Weight | None:
    """A weight with its unit, such as '62.5 kg'."""
    if value is None:
        return None
    found = _WEIGHT.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        bare = isinstance(value, int | float) or (isinstance(value, str) and value.strip().isdigit())
        form = f"'{value} kg' or '{value} lb'" if bare else "a weight such as '62.5 kg'"
        raise ValueError(f"write {form}, not {shown(value)}")
    return _weight(found[1], found[2])


def _weight(number: str, unit: str) -> Weight:
    weight = Weight(float(number.replace(",", ".")), "kg" if unit.lower().startswith("k") else "lb")
    if not 0 < weight.kg <= _HEAVIEST_KG:
        raise ValueError(f"a weight should be more than 0 and at most {_HEAVIEST_KG:g} kg, not {weight}")
    return weight


def read_weights(value: object) -> tuple[Weight, ...]:
    """The plates there are: '20, 15, 10, 5, 2.5, 1.25 kg', or a list of weights."""
    if value is None:
        return ()
    parts = re.split(r"[,;]\s+|[;/]\s*", value.strip()) if isinstance(value, str) else value
    if not isinstance(parts, list | tuple) or not parts:
        raise ValueError(f"write the plates as '20, 10, 5, 2.5 kg', not {shown(value)}")
    last = str(parts[-1]).strip().lower()
    unit = next((unit for unit in ("kg", "lb") if unit in last), "")
    weights = [read_weight(f"{part} {unit}" if _is_bare(part) and unit else part) for part in parts]
    return tuple(sorted((one for one in weights if one), key=lambda one: -one.kg))


def _is_bare(part: object) -> bool:
    return bool(re.fullmatch(r"\d+(?:[.,]\d+)?", str(part).strip()))


def read_lift(value: object) -> LiftResult:
    """What was lifted: '100 kg' once, '5 x 90 kg' or '90 kg x 5'."""
    found = _LIFT.fullmatch(" ".join(value.replace("×", "x").split())) if isinstance(value, str) else None
    if not found or (found[1] and found[4]):
        bare = isinstance(value, int | float)
        form = f"'{value} kg' or '{value} lb'" if bare else "'100 kg' or '5 x 90 kg'"
        raise ValueError(f"write {form}, not {shown(value)}")
    reps = int(found[1] or found[4] or 1)
    if not 1 <= reps <= MOST_REPS:
        raise ValueError(
            f"a maximum is estimated from 1 to {MOST_REPS} reps, not {reps}; write a heavier set"
        )
    return LiftResult(_weight(found[2], found[3]), reps)


def read_race(distance: str, time: object) -> Result:
    """A result: its distance, such as '10 km' or 'half', and its time, such as '42:30'.

    ValueError for what isn't one, or that nobody runs.
    """
    metres = race_metres(distance)
    readings = _seconds(time)
    faults = []
    for seconds in readings:
        try:
            vdot(metres, seconds)
        except ValueError as fault:
            faults.append(str(fault))
        else:
            return Result(metres, seconds)
    raise ValueError(f"{shown(time)} for {distance.strip()}: {faults[0]}")


def race_metres(text: str) -> float:
    """The distance that a race is called by, in metres: '10 km', 'half'. ValueError for other words."""
    words = " ".join(text.casefold().split())
    if words in _RACES:
        return _RACES[words]
    scan = Scanner(words)
    quantity = scan.quantity()
    if quantity is None or scan.rest or quantity.metres is None:
        raise ValueError(f"write a distance such as '10 km', 'half' or 'marathon', not {shown(text)}")
    return quantity.metres


def _seconds(value: object) -> tuple[float, ...]:
    """What a time may mean, in seconds: '1:32' is minutes and seconds, or else hours and minutes."""
    text = value.strip() if isinstance(value, str) else ""
    if found := _CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        short = (60.0 * (60 * hours + minutes) + seconds,)
        return short if found[1] else (*short, 60.0 * (60 * minutes + seconds))
    scan = Scanner(text) if text else None
    quantity = scan.quantity() if scan else None
    if scan is None or quantity is None or scan.rest or quantity.seconds is None:
        message = f"write a time such as '42:30' or '1:32:10', not {shown(value)}"
        raise ValueError(f"{message}{_with_colons(text)}")
    return (quantity.seconds,)


def _with_colons(text: str) -> str:
    """'; did you mean …?' for figures that lack the colons of a time alone, '4730'; else ''."""
    found = _RUN_TOGETHER.fullmatch(text)
    return f"; did you mean '{':'.join(filter(None, found.groups()))}'?" if found else ""


def read_races(value: object) -> tuple[Result, ...]:
    """Races by their distances: {5 km: '19:57', half: '1:32:10'}; mistakes are reported by distance."""
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise ValueError(f"write races as {{10 km: '42:30'}}, not {shown(value)}")
    found, mistakes = [], []
    for distance, time in value.items():
        try:
            found.append(read_race(str(distance), time))
        except ValueError as fault:
            mistakes.append(PartMistake((distance,), str(fault), time))
    if mistakes:
        refuse(mistakes)
    return tuple(sorted(found, key=lambda result: result.metres))


def _whole(low: int, high: int, what: str) -> SchemaMark:
    """Reads a whole number within sensible limits, or nothing."""

    def reader(value: object) -> int | None:
        if value is None:
            return None
        number = re.fullmatch(r"(\d{1,3})(?: ?bpm| years?)?", str(value).strip())
        if isinstance(value, bool) or not number or not low <= int(number[1]) <= high:
            raise ValueError(f"write {what} from {low} to {high}, not {shown(value)}")
        return int(number[1])

    return read_by(reader, "whole")


# The limits are beyond what has been measured of people who exercise.
MaximumRate = Annotated[int | None, _whole(120, 230, "the highest heart rate measured")]
RestingRate = Annotated[int | None, _whole(25, 110, "the heart rate at rest")]
ThresholdRate = Annotated[int | None, _whole(90, 215, "the heart rate at threshold")]
Age = Annotated[int | None, _whole(5, 110, "an age in years")]
MaybeWeight = Annotated[Weight | None, read_by(read_weight)]
MaybeLanguage = Annotated[MaybeLine, known("language")]


class HeartRates(Model):
    """Heart rates that were measured, in beats a minute."""

    KEYS: ClassVar = {"maximum": "max"}

    maximum: MaximumRate = None
    resting: RestingRate = None
    threshold: ThresholdRate = None

    def __post_init__(self) -> None:
        """ValueError if they are out of order."""
        known = [one for one in (self.resting, self.threshold, self.maximum) if one is not None]
        if known != sorted(set(known)):
            raise ValueError("resting, threshold and max should rise in this order")


class Athlete(Model):
    """Whom a plan is for. What is left empty isn't known, and nothing is worked out from it."""

    KEYS: ClassVar = {"max_lifts": "lifts"}

    name: MaybeLine = ""
    """Empty: a line to write a name on."""
    units: Literal["", "metric", "imperial"] = ""
    """Empty: those of the plan."""
    language: MaybeLanguage = ""
    """Empty: that of the plan."""
    level: Level = ""
    age: Age = None
    bodyweight: MaybeWeight = None
    races: Annotated[tuple[Result, ...], read_by(read_races)] = ()
    """Results, from the shortest to the longest distance."""
    easy_pace: EasyPace = None
    threshold_pace: EasyPace = None
    heart_rate: HeartRates = HeartRates()
    max_lifts: Mapping[ExerciseName, Annotated[LiftResult, read_by(read_lift)]] = field(default_factory=dict)
    """What was lifted of an exercise, by its id."""
    bar: MaybeWeight = None
    plates: Annotated[tuple[Weight, ...], read_by(read_weights), at_most(30)] = ()

    @classmethod
    def spelt_out(cls, data: Any, info: Info) -> Any:
        """A name alone, or nothing."""
        if data is None:
            return {}
        return {"name": data} if isinstance(data, str | int | float) and not isinstance(data, bool) else data

    def over(self, other: "Athlete") -> "Athlete":
        """This athlete, with what *other* says in place of what is said here."""
        said = {
            name: value
            for name, value in vars(other).items()
            if value not in _NOTHING and name in other._known
        }
        if type(other) is not type(self):
            own = {name: value for name, value in vars(self).items() if name in other._known}
            return type(other)(**own | said)
        return self.but(**said) if said else self


class AthleteGroup(Athlete):
    """Athletes who train together, as one: *races* are those of who is in the middle."""

    quickest: tuple[Result, ...] = ()
    """What the quickest has run."""
    slowest: tuple[Result, ...] = ()
    """What the slowest has run."""
    members: tuple[str, ...] = ()
    """Who is in it, as they are called on a page for all, if they are to be named there."""
    groups: "tuple[AthleteGroup, ...]" = ()
    """Groups that are to be side by side; what they have in common is this one's."""


_NOTHING: Final[tuple[object, ...]] = ("", None, (), {}, HeartRates())
