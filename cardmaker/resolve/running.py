"""A run → its title, profile, distance and the lines that tell how to run it."""

from dataclasses import dataclass

from cardmaker.handout import Rich, Stretch
from cardmaker.plan.quantity import Quantity
from cardmaker.plan.runs import HARDNESS, Pace, Part, Repeat, Run, Step
from cardmaker.wording.wording import Wording

NBSP = "\u00a0"
_KM_PER_MI = 1.609344
_RAMP = {0: "easy", 1: "easy", 2: "long", 3: "tempo", 4: "fast"}
# Only to draw a step that is given by time: an ordinary runner's seconds a km. Never printed.
_DRAWN_PACE = {"easy": 360.0, "long": 350.0, "tempo": 300.0, "fast": 270.0}
_HARD = 3
_AIMED = ("marathon", "half", "10k", "5k", "3k", "mile")


@dataclass(frozen=True, slots=True)
class Distance:
    """What is known of a run's length: km and seconds, each None if some part leaves it open."""

    km: float | None
    seconds: float | None
    drawn_km: float
    effort: str


class Runner:
    """Puts runs into words. *units* is 'metric' or 'imperial'."""

    def __init__(self, wording: Wording, units: str) -> None:
        self.wording, self.units = wording, units

    @property
    def unit(self) -> str:
        """The reader's word for a kilometre or mile."""
        return self.wording.units["mi" if self.units == "imperial" else "km"]

    def in_unit(self, km: float) -> float:
        """Kilometres in the reader's unit."""
        return km / _KM_PER_MI if self.units == "imperial" else km

    def measure(self, run: Run) -> Distance:
        """How long a run is, as far as it is known, and how hard."""
        metres, seconds = run.distance_m, run.duration_s
        effort = _RAMP[_run_hardness(run)]
        drawn = sum(stretch.km for stretch in self.profile(run))
        return Distance(None if metres is None else metres / 1000, seconds, drawn, effort)

    def amount(self, run: Run) -> tuple[str, str]:
        """The number and unit beside a run's title: its distance, else its time, else what is known and '+'."""
        known = self.measure(run)
        if known.km is not None and known.km > 0:
            return self.wording.number(self.in_unit(known.km), 1, 1), self.unit
        if known.seconds:
            return self.clock(known.seconds)
        if run.known_distance_m:
            return self.wording.number(self.in_unit(run.known_distance_m / 1000), 1, 1) + "+", self.unit
        return "", ""

    def clock(self, seconds: float) -> tuple[str, str]:
        """A duration: ('40', 'min') or ('1:20', 'h')."""
        minutes = round(seconds / 60)
        if minutes < 100:
            return str(minutes), self.wording.units["min"]
        return f"{minutes // 60}:{minutes % 60:02}", self.wording.units["h"]

    def profile(self, run: Run) -> tuple[Stretch, ...]:
        """The run as stretches; neighbours of one effort that aren't repeats stay apart, as they are run."""
        stretches = []
        repeated = _repeated(run.parts)
        for step in run.steps():
            effort = _RAMP[_hardness(step, repeated)]
            metres = step.distance_m
            if metres is None:
                metres = 1000 * (step.duration_s or 0.0) / _DRAWN_PACE[effort]
            stretches.append(Stretch(metres / 1000, effort, gap=step.effort == "rest"))
        return tuple(stretches)

    def title(self, run: Run) -> str:
        """What a run without a name is called."""
        efforts = {step.effort for step in _main(run)}
        if "race" in efforts:
            return self.wording.say("run_race")
        if efforts == {"walk"}:
            return _capital(self.wording.efforts["walk"])
        if any(isinstance(part, Repeat) for part in run.parts):
            return self.wording.say("run_strides" if _only_strides(run) else "run_intervals")
        hardest = max((HARDNESS[effort] for effort in efforts), default=1)
        if "long" in efforts and hardest == 2:
            return self.wording.say("run_long")
        names = {2: "run_steady", 3: "run_tempo", 4: "run_intervals"}
        return self.wording.say(names.get(hardest, "run_easy"))

    def lines(self, run: Run) -> tuple[Rich, ...]:
        """How to run it: nothing for a single easy stretch, one line if there are no repeats, else one a part."""
        if len(run.parts) == 1 and isinstance(run.parts[0], Step):
            step = run.parts[0]
            return (Rich(((self._step(step), True),)),) if step.pace else ()
        told = [self._part(part) for part in run.parts]
        if not any(isinstance(part, Repeat) for part in run.parts):
            joined: list[tuple[str, bool]] = []
            for parts in told:
                joined += [(", ", False)] * bool(joined) + list(parts)
            return (Rich(tuple(joined)),)
        return tuple(Rich(tuple(parts)) for parts in told)

    def short(self, run: Run) -> str:
        """A run in a few words, for a small cell: its main part, or how it is run."""
        main = max(run.parts, key=_part_hardness)
        if isinstance(main, Repeat) and _only_strides(run):
            return _capital(self.wording.efforts["strides"])
        if _part_hardness(main) < _HARD:
            effort = run.hardest or "easy"
            return _capital(self.wording.efforts["long" if effort == "long" else effort])
        if isinstance(main, Step) and main.effort == "race":
            return f"{self.wording.say('run_race')} {self._quantity(main.amount, as_written=True)}"
        if isinstance(main, Repeat):
            inner = main.parts[0]
            if len(main.parts) == 1 and isinstance(inner, Step):
                return f"{main.count}{NBSP}×{NBSP}{self._quantity(inner.amount, as_written=True)}"
            return f"{main.count}{NBSP}× ({' / '.join(self._bare(part) for part in main.parts)})"
        return self._step(main)

    def _bare(self, part: Part) -> str:
        if isinstance(part, Step):
            return self._quantity(part.amount, as_written=True)
        return f"{part.count}{NBSP}×{NBSP}{' / '.join(self._bare(inner) for inner in part.parts)}"

    def _part(self, part: Part, *, as_written: bool = False) -> list[tuple[str, bool]]:
        strong = _part_hardness(part) >= _HARD
        if isinstance(part, Step):
            return [(self._step(part, as_written=as_written), strong)]
        inner = " + ".join(self._words(one) for one in part.parts)
        if len(part.parts) > 1 or isinstance(part.parts[0], Repeat):
            inner = f"({inner})"
        told = [(f"{part.count}{NBSP}×{NBSP}{inner}", strong)]
        if part.recovery:
            recovery = self._step(part.recovery, as_written=True)
            told.append((f", {self.wording.say('with_recovery', recovery=recovery)}", False))
        return told

    def _words(self, part: Part) -> str:
        return "".join(text for text, _ in self._part(part, as_written=True))

    def _step(self, step: Step, *, as_written: bool = False) -> str:
        amount = self._quantity(step.amount, as_written=as_written or step.effort == "race")
        pace = f" {self.wording.say('at_pace', pace=self._pace(step.pace))}" if step.pace else ""
        if step.role:
            role = self.wording.say("warm_up_run" if step.role == "warm-up" else "cool_down_run")
            effort = self.wording.efforts[step.effort or "easy"]
            return f"{amount} {role}, {effort}{pace}"
        if step.effort in _AIMED:
            return f"{amount} {self.wording.say('at_pace', pace=self.wording.efforts[step.effort])}{pace}"
        return f"{amount} {self.wording.efforts[step.effort]}{pace}" if step.effort else f"{amount}{pace}"

    def _pace(self, pace: Pace) -> str:
        """A pace by the reader's unit: '4:30/km'."""
        per = "mi" if self.units == "imperial" else "km"
        seconds = round(pace.s_per_km * (_KM_PER_MI if per == "mi" else 1))
        return f"{seconds // 60}:{seconds % 60:02}/{self.wording.units[per]}"

    def _quantity(self, amount: Quantity, *, as_written: bool = False) -> str:
        """An amount in the reader's unit; repeats and races stay as written: they belong to a track or have a name."""
        value, unit = amount.value, amount.unit
        if as_written:
            pass
        elif unit == "km" and self.units == "imperial":
            value, unit = value / _KM_PER_MI, "mi"
        elif unit == "mi" and self.units == "metric":
            value, unit = value * _KM_PER_MI, "km"
        if unit == "m:ss":
            return f"{int(value) // 60}:{int(value) % 60:02}{NBSP}{self.wording.units['min']}"
        if unit == "h min":
            return f"{int(value) // 60}:{int(value) % 60:02}{NBSP}{self.wording.units['h']}"
        number = self.wording.number(value, 2 if unit == amount.unit else 1)
        return f"{number}{NBSP}{self.wording.units.get(unit, unit)}"


def _main(run: Run) -> list[Step]:
    """The steps that are neither warm-up nor cool-down; all of them if nothing else is left."""
    steps = [step for step in run.steps() if not step.role]
    return steps or list(run.steps())


def _only_strides(run: Run) -> bool:
    """Whether all that is fast in a run is strides."""
    efforts = {step.effort for step in _main(run)}
    return "strides" in efforts and all(HARDNESS[effort] < _HARD for effort in efforts - {"strides"})


def _repeated(parts: tuple[Part, ...], inside: bool = False) -> frozenset[int]:
    """The steps of repeats, without their recoveries, by identity."""
    found: frozenset[int] = frozenset()
    for part in parts:
        if isinstance(part, Repeat):
            found |= _repeated(part.parts, inside=True)
        elif inside:
            found |= {id(part)}
    return found


def _hardness(step: Step, repeated: frozenset[int]) -> int:
    """How hard a step is; what is repeated and doesn't say, as with a pace alone, is meant to be fast."""
    return HARDNESS["fast"] if not step.effort and id(step) in repeated else HARDNESS[step.effort]


def _run_hardness(run: Run) -> int:
    """How hard a run is as a whole: strides don't make it hard."""
    repeated = _repeated(run.parts)
    steps = [step for step in _main(run) if step.effort != "strides"]
    return max((_hardness(step, repeated) for step in steps), default=HARDNESS["easy"])


def _part_hardness(part: Part) -> int:
    if isinstance(part, Step):
        return HARDNESS[part.effort]
    repeated = _repeated((part,))
    return max(
        _hardness(inner, repeated) if isinstance(inner, Step) else _part_hardness(inner)
        for inner in part.parts
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
