"""A run → its title, profile, distance and the lines that say how to run it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cardmaker.handout import Rich, Stretch
from cardmaker.plan.quantity import METRES, METRES_PER_MILE, NOTHING, Extent, Quantity
from cardmaker.plan.runs.efforts import AIMED, HARDNESS, effort_of
from cardmaker.plan.runs.hardness import (
    main_steps,
    part_hardness,
    repeated_steps,
    run_hardness,
    step_hardness,
)
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step, Whole, flat, span_of
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.sports import USUAL, Sport, sport_named
from cardmaker.plan.runs.targets import Pace, Target, clock
from cardmaker.record import record
from cardmaker.resolve.paces import NOBODYS, Paces
from cardmaker.wording.wording import Wording

NBSP: Final = "\u00a0"
_KM_PER_MI: Final = METRES_PER_MILE / 1000
_RAMP: Final = {0: "easy", 1: "easy", 2: "long", 3: "tempo", 4: "fast"}
# Of the easy pace: steady running is a little faster, tempo by a sixth, repeats by a quarter.
_SHARES: Final = {"easy": 1.0, "long": 0.97, "tempo": 5 / 6, "fast": 0.75, "walk": 1.8}
_HARD: Final = 3
_SHORT_SWIM: Final = 10_000
"""Swims up to here are given in metres, as swimmers do."""


@record
class Distance:
    """How long a run is: metres and seconds as far as they are said, and *km* with an estimate of the rest."""

    metres: Extent
    seconds: Extent
    km: float
    effort: str

    @property
    def estimated(self) -> bool:
        """Whether a part of *km* is an estimate."""
        return self.metres.most is None


class Runner:
    """Puts runs into words, in 'metric' or 'imperial' *units*, with the *paces* of whoever runs them."""

    def __init__(self, wording: Wording, units: str, paces: Paces = NOBODYS) -> None:
        self.wording, self.units, self.paces = wording, units, paces
        self.easy_pace = paces.easy

    @property
    def unit(self) -> str:
        """The reader's word for a kilometre or mile."""
        return self.wording.units["mi" if self.units == "imperial" else "km"]

    def in_unit(self, km: float) -> float:
        """Kilometres in the reader's unit."""
        return km / _KM_PER_MI if self.units == "imperial" else km

    def measure(self, run: Run) -> Distance:
        """How long a run is, as far as it is said, and how hard."""
        metres = run.distance
        effort = _RAMP[run_hardness(run)]
        known = replace(run, optional=False).distance.middle if run.sport == "run" else None
        km = sum(stretch.km for stretch in self.profile(run)) if known is None else known / 1000
        return Distance(metres, run.duration, km, effort)

    def amount(self, run: Run) -> tuple[str, str]:
        """The number and unit next to a run's title: its distance, else its time, else what is known and '+'."""
        known = self.measure(replace(run, optional=False))
        if run.sport == "swim" and known.metres.most and known.metres.most < _SHORT_SWIM:
            return self.wording.number(known.metres.most), self.wording.units["m"]
        if known.metres.most is not None and known.metres != NOTHING:
            return self.kilometres(known.metres), self.unit
        if known.seconds.most:
            return self.clock(known.seconds)
        if known.metres.least:
            if run.sport != "run":
                return f"{self.kilometres(Extent(known.metres.least, known.metres.least))}+", self.unit
            return f"≈{self.wording.number(self.in_unit(known.km), 1, 1)}", self.unit
        if known.seconds.least:
            number, unit = self.clock(Extent(known.seconds.least, known.seconds.least))
            return f"{number}+", unit
        return "", ""

    def kilometres(self, metres: Extent) -> str:
        """A distance or a range of it in the reader's unit: '8.0', '30–34'."""
        least = self.in_unit(metres.least / 1000)
        if metres.most is None or metres.most == metres.least:
            return self.wording.number(least, 1, 1)
        most = self.in_unit(metres.most / 1000)
        return f"{self.wording.number(least, 1)}–{self.wording.number(most, 1)}"

    def clock(self, seconds: Extent) -> tuple[str, str]:
        """A duration or a range of it: ('40', 'min') or ('1:20', 'h')."""
        least, most = seconds.least, seconds.least if seconds.most is None else seconds.most
        in_hours = round(most / 60) >= 100
        ends = dict.fromkeys(_hours(end) if in_hours else str(round(end / 60)) for end in (least, most))
        return "–".join(ends), self.wording.units["h" if in_hours else "min"]

    def open_seconds(self, run: Run) -> float:
        """Seconds of what is run by time, where its distance isn't said."""
        return sum(map(_open_seconds, run.parts))

    @property
    def easy(self) -> str:
        """The easy pace by which distances are estimated."""
        return self.paced(Pace(round(self.easy_pace), "km"))

    def climb(self, metres: float) -> str:
        """Metres of climb in the reader's unit."""
        feet = self.units == "imperial"
        unit = "ft" if feet else "m"
        return f"{self.wording.number(metres / METRES['ft'] if feet else metres)}{NBSP}{self.wording.units[unit]}"

    # Profiles ---------------------------------------------------------------------------------------

    def profile(self, run: Run) -> tuple[Stretch, ...]:
        """The run as stretches; neighbours of one effort that aren't repeats stay apart, as they are run."""
        repeated = repeated_steps(run.parts)
        if run.sport != "run":
            return tuple(self._as_long(step, run.sport, repeated) for step in run.steps())
        return tuple(stretch for part in run.parts for stretch in self._stretches(part, repeated))

    def _as_long(self, step: Step, sport: Sport, repeated: frozenset[int]) -> Stretch:
        """A stretch of another sport, as long as what is run in its time."""
        effort = _RAMP[step_hardness(step, repeated)]
        pace = USUAL[sport_named(step.said) or sport].easy_pace
        seconds = step.duration.middle or (step.distance.middle or 0.0) / 1000 * pace
        return Stretch(seconds / self.easy_pace, effort, gap=step.effort == "rest")

    def _stretches(self, part: Part, repeated: frozenset[int]) -> Iterator[Stretch]:
        if isinstance(part, Whole):
            yield from self._whole(part, repeated)
        else:
            for step in flat((part,)):
                yield self._stretch(step, repeated)

    def _stretch(self, step: Step, repeated: frozenset[int]) -> Stretch:
        effort = _RAMP[step_hardness(step, repeated)]
        return Stretch(self._km(step, effort), effort, gap=step.effort == "rest")

    def _km(self, step: Step, effort: str) -> float:
        """Kilometres of a step, estimated from its time where they aren't known; 0 if its amount is open."""
        metres = step.distance.middle
        if metres is not None:
            return metres / 1000
        return (step.duration.middle or 0.0) / self._seconds_per_km(step, effort)

    def _seconds_per_km(self, step: Step, effort: str) -> float:
        """The athlete's pace for a step, else a share of the easy pace."""
        own = self.paces.of_step(step)
        return own.s_per_km if own else self.easy_pace * _SHARES["walk" if step.effort == "walk" else effort]

    def seconds(self, run: Run) -> float:
        """How long a run takes, with an estimate of what isn't said; 0 if nothing is known of the athlete."""
        if not self.paces.known or run.sport != "run":
            return 0.0
        known = replace(run, optional=False).duration.middle
        return sum(self._takes(part) for part in run.parts) if known is None else known

    def _takes(self, part: Part) -> float:
        known = span_of(part, "duration").middle
        if known is not None:
            return known
        if isinstance(part, Whole):
            rest = part.remainder
            left = self._takes(rest) if rest.amount.given else 0.0
            return left + sum(self._takes(inner) for inner in part.inside)
        return sum(self._step_takes(step) for step in flat((part,)))

    def _step_takes(self, step: Step) -> float:
        known = step.duration.middle
        if known is not None:
            return known
        effort = _RAMP[HARDNESS[step.hardest]]
        return (step.distance.middle or 0.0) / 1000 * self._seconds_per_km(step, effort)

    def _whole(self, part: Whole, repeated: frozenset[int]) -> Iterator[Stretch]:
        """What is inside a whole, and what is left of it around."""
        inside = [stretch for inner in part.inside for stretch in self._stretches(inner, repeated)]
        rest = part.remainder
        effort = _RAMP[HARDNESS[rest.effort]]
        left = self._km(rest, effort) if rest.amount.given else self._left(part, inside, effort)
        before, after = part.around
        each = left / 2 if before and after else left
        if before and each:
            yield Stretch(each, effort)
        yield from inside
        if after and each:
            yield Stretch(each, effort)

    def _left(self, part: Whole, inside: list[Stretch], effort: str) -> float:
        if part.step.distance.middle is not None or not part.step.duration.middle:
            return max(0.0, self._km(part.step, effort) - sum(stretch.km for stretch in inside))
        taken = sum(stretch.km * self.easy_pace * _SHARES[stretch.effort] for stretch in inside)
        return max(0.0, part.step.duration.middle - taken) / (self.easy_pace * _SHARES[effort])

    # Words --------------------------------------------------------------------------------------------

    def title(self, run: Run) -> str:
        """What a run without a name is called: the coach's word for it, else ours; another sport by its name."""
        if run.sport != "run":
            return self.wording.say(f"sport_{run.sport}")
        if run.title:
            return _capital(run.title)
        only = run.parts[0] if len(run.parts) == 1 else None
        if isinstance(only, Step | Whole):
            step = only if isinstance(only, Step) else only.step
            if step.said:
                return _capital(self._said(step))
            if isinstance(only, Whole) and step.effort == "long":
                return self.wording.say("run_long")
        efforts = {step.effort for step in main_steps(run)}
        if "race" in efforts:
            return self.wording.say("run_race")
        if efforts == {"walk"}:
            return _capital(self.wording.efforts["walk"])
        if any(isinstance(step, Repeat | Ladder) for step in _all(run.parts)):
            return self.wording.say("run_strides" if _only_strides(run) else "run_intervals")
        if _only_strides(run) and len(efforts) > 1:
            return self.wording.say("run_strides")
        hardest = max((HARDNESS[step.hardest] for step in main_steps(run)), default=1)
        if "long" in efforts and hardest == 2:
            return self.wording.say("run_long")
        names = {2: "run_steady", 3: "run_tempo", 4: "run_intervals"}
        return self.wording.say(names.get(hardest, "run_easy"))

    def lines(self, run: Run) -> tuple[Rich, ...]:
        """How to run it, and about how long that takes an athlete whose paces are known."""
        lines = self._how(run)
        taken = 0.0 if run.duration.most is not None else self.seconds(run)
        if not taken or not lines:
            return lines
        about = self.wording.say("about_time", time=NBSP.join(self.clock(Extent(taken, taken))))
        return (*lines[:-1], Rich((*lines[-1].parts, (f" · {about}", False))))

    def _how(self, run: Run) -> tuple[Rich, ...]:
        """How to run it: nothing for a single easy stretch, one line if there are no repeats, else one a part."""
        words = [run.note, self.wording.say("or_rest") if run.optional else ""]
        notes = tuple(Rich(((text, False),)) for text in words if text)
        if run.sport == "run" and len(run.parts) == 1 and isinstance(run.parts[0], Step):
            return (*self._single(run.parts[0]), *notes)
        spans = [self._part(part) for part in run.parts]
        if not any(isinstance(part, Repeat | Ladder | Whole) for part in run.parts):
            joined: list[tuple[str, bool]] = []
            for parts in spans:
                joined += [(", ", False)] * bool(joined) + list(parts)
            return (Rich(tuple(joined)), *notes)
        return (*(Rich(tuple(parts)) for parts in spans), *notes)

    def _single(self, step: Step) -> tuple[Rich, ...]:
        """The line of a run of one stretch: what its title and its amount don't say."""
        if step.pace or step.targets or step.also or step.to or step.climb:
            return (Rich(((self._step(step), True),)),)
        own = self.paces.of_step(step)
        words = [self.paced(own) if own else "", step.note]
        said = ", ".join(filter(None, words))
        return (Rich(((said, False),)),) if said else ()

    def short(self, run: Run) -> str:
        """A run in a few words, for a small cell: its main part, or how it is run."""
        main = max(run.parts, key=part_hardness)
        if isinstance(main, Whole):
            inside = max(main.inside, key=part_hardness)
            main = inside if part_hardness(inside) >= _HARD else main.step
        if isinstance(main, Repeat) and _only_strides(run):
            return _capital(self.wording.efforts["strides"])
        if part_hardness(main) < _HARD:
            if isinstance(main, Step) and main.said:
                return _capital(self._said(main))
            effort = run.hardest or "easy"
            return _capital(self.wording.efforts["easy" if effort == "strides" else effort])
        if isinstance(main, Step) and main.effort == "race":
            return f"{self.wording.say('run_race')} {self._quantity(main.amount, as_written=True)}"
        if isinstance(main, Repeat):
            inner = main.parts[0]
            if len(main.parts) == 1 and isinstance(inner, Step):
                return f"{_times(main)}{NBSP}×{NBSP}{self._bare(inner)}{self._walked(main)}"
            return f"{_times(main)}{NBSP}× ({' / '.join(self._bare(part) for part in main.parts)})"
        if isinstance(main, Step):
            return (
                _capital(self._said(main) or self._effort(main))
                if main.to
                else self._step(replace(main, note="", climb=None))
            )
        return self._bare(main)

    def pace(self, run: Run) -> str:
        """The pace of what is hardest in a run, if it has one: '4:30–4:40/km'."""
        repeated = repeated_steps(run.parts)
        hard = [step for step in run.steps() if step_hardness(step, repeated) >= _HARD]
        paced = [step for step in hard if step.pace or self.paces.of_step(step)]
        hardest = max(paced, key=lambda step: step_hardness(step, repeated), default=None)
        pace = hardest and (hardest.pace or self.paces.of_step(hardest))
        return self.paced(pace) if pace else ""

    def _walked(self, repeat: Repeat) -> str:
        """The recovery of run and walk, which is half of what it is."""
        recovery = repeat.recovery
        return f" / {self._step(recovery, as_written=True)}" if recovery and recovery.effort == "walk" else ""

    def _bare(self, part: Part) -> str:
        if isinstance(part, Step):
            return (
                self._quantity(part.amount, as_written=True)
                or self._said(part)
                or self.wording.efforts[part.effort or "fast"]
            )
        if isinstance(part, Ladder):
            return self._in_few_words(part)
        if isinstance(part, Whole):
            return self._bare(part.step)
        return f"{_times(part)}{NBSP}×{NBSP}{' / '.join(self._bare(inner) for inner in part.parts)}"

    def _part(self, part: Part, *, as_written: bool = False) -> list[tuple[str, bool]]:
        strong = part_hardness(part) >= _HARD
        if isinstance(part, Step):
            return [(self._step(part, as_written=as_written), strong)]
        if isinstance(part, Ladder):
            return self._ladder(part, strong)
        if isinstance(part, Whole):
            return self._containing(part, as_written)
        inner = " + ".join(self._words(one) for one in part.parts)
        if len(part.parts) > 1 or not isinstance(part.parts[0], Step):
            inner = f"({inner})"
        spans = [(f"{_times(part)}{NBSP}×{NBSP}{inner}", strong)]
        if part.recovery:
            recovery = self._step(part.recovery, as_written=True)
            spans.append((f", {self.wording.say('with_recovery', recovery=recovery)}", False))
        return spans

    def _ladder(self, part: Ladder, strong: bool) -> list[tuple[str, bool]]:
        spans = [(self._rungs(part), strong)]
        if part.recovery and part.equal:
            recovery = self._effort(part.recovery)
            spans.append((f", {self.wording.say('equal_recovery', recovery=recovery)}", False))
        elif part.recovery:
            recovery = self._step(part.recovery, as_written=True)
            spans.append((f", {self.wording.say('recovery_between', recovery=recovery)}", False))
        return spans

    def _rungs(self, part: Ladder) -> str:
        """'400–800–400 m at 5k pace' where the rungs are alike but for their length."""
        first, *others = [self._after(rung, as_written=True) for rung in part.rungs]
        if any(other != first for other in others):
            return ", ".join(self._step(rung, as_written=True) for rung in part.rungs)
        return f"{self._lengths(part)}{first}"

    def _lengths(self, part: Ladder) -> str:
        """'400–800–400 m', the unit once where it is the same."""
        amounts = [self._quantity(rung.amount, as_written=True) for rung in part.rungs]
        units = {rung.amount.unit for rung in part.rungs}
        if len(units) == 1 and units <= {"m", "km", "mi", "min", "s"}:
            amounts = [amount.partition(NBSP)[0] for amount in amounts[:-1]] + amounts[-1:]
        return "–".join(amounts)

    def _in_few_words(self, part: Ladder) -> str:
        """'5 × 400–1200 m' for a ladder of five rungs."""
        amounts = [rung.amount for rung in part.rungs]
        if len({amount.unit for amount in amounts}) > 1:
            return f"{len(amounts)}{NBSP}×"
        least, most = (pick(amounts, key=lambda amount: amount.value) for pick in (min, max))
        whole = replace(least, most=most.value if most.value > least.value else None)
        return f"{len(amounts)}{NBSP}×{NBSP}{self._quantity(whole, as_written=True)}"

    def _containing(self, part: Whole, as_written: bool) -> list[tuple[str, bool]]:
        joint = {"": "with_inside", "start": "with_start", "end": "with_end"}[part.place]
        spans: list[tuple[str, bool]] = [(self._step(part.step, as_written=as_written), False)]
        for index, inner in enumerate(part.inside):
            before = self.wording.say(joint) if not index else "+"
            spans += [(f" {before} ", False), *self._part(inner)]
        return spans

    def _words(self, part: Part) -> str:
        return "".join(text for text, _ in self._part(part, as_written=True))

    def _step(self, step: Step, *, as_written: bool = False) -> str:
        amount = self._quantity(step.amount, as_written=as_written or step.effort == "race")
        return f"{amount}{self._after(step, as_written=as_written)}".strip()

    def _after(self, step: Step, *, as_written: bool) -> str:
        """All that is said of a step behind its amount."""
        pace = f" {self.wording.say('at_pace', pace=self.paced(step.pace))}" if step.pace else self._own(step)
        if step.role:
            role = self.wording.say("warm_up_run" if step.role == "warm-up" else "cool_down_run")
            words = f" {role}, {self._effort(step)}"
        else:
            words = f" {self._effort(step)}" if step.effort or step.said else ""
        spans = [
            words,
            *(f" {self._target(target)}" for target in step.targets if target.unit == "offset"),
            pace,
        ]
        spans += [f" {self._target(target)}" for target in step.targets if target.unit != "offset"]
        if step.also:
            also = self._quantity(step.also, as_written=True)
            spans.append(
                f" {self.wording.say('in_split', time=also)}"
                if step.also.seconds is not None
                else f" ({also})"
            )
        if step.climb:
            spans.append(f", {self.wording.say('climb', climb=self._climb(step.climb))}")
        return "".join(spans) + (f", {step.note}" if step.note else "")

    def _own(self, step: Step) -> str:
        """The athlete's pace for a step; of one on the track, the time that it takes."""
        pace = self.paces.of_step(step)
        if pace is None:
            return ""
        metres = step.amount.metres if step.amount.most is None else None
        if metres and step.amount.unit in ("m", "yd"):
            ends = [round(metres / 1000 * (end or 0.0)) for end in pace.span]
            time = "–".join(dict.fromkeys(clock(end) for end in ends))
            return f" {self.wording.say('in_split', time=time)}"
        return f" {self.wording.say('at_pace', pace=self.paced(pace))}"

    def _effort(self, step: Step) -> str:
        """The coach's words for the effort, else ours; the pace of a race with 'at'."""
        efforts, said = self.wording.efforts, self._said(step)
        effort = step.effort or "easy"
        if step.to:
            ours = self.wording.say("effort_to", effort=efforts[effort], harder=efforts[step.to])
            return f"{said}, {ours}" if said else ours
        if said and effort_of(step.said) == step.effort:
            return said
        ours = efforts[effort]
        if step.effort in AIMED:
            ours = self.wording.say("at_effort", effort=ours)
        return f"{said} {ours}" if said and step.effort else said or ours

    def _said(self, step: Step) -> str:
        """What the coach called it, in the reader's language."""
        return self.wording.coachs(step.said)

    def paced(self, pace: Pace) -> str:
        """A pace or a range of it by the reader's unit: '4:30/km'."""
        per = "mi" if self.units == "imperial" else "km"
        factor = _KM_PER_MI if per == "mi" else 1.0
        ends = [round((end or 0.0) * factor) for end in pace.span]
        spans = "–".join(dict.fromkeys(f"{end // 60}:{end % 60:02}" for end in ends))
        return f"{spans}/{self.wording.units[per]}"

    def _target(self, target: Target) -> str:
        words = target.words.replace(" ", NBSP).replace("-", "–", 1 if target.unit != "offset" else 0)
        if target.unit in ("offset", "send-off"):
            return words
        return self.wording.say("at_target", target=words)

    def _climb(self, climb: Quantity) -> str:
        return self._quantity(climb, as_written=True)

    def _quantity(self, amount: Quantity, *, as_written: bool = False) -> str:
        """An amount in the reader's unit; repeats and races stay as written: they belong to a track or have a name."""
        if not amount.given:
            return ""
        unit, factor = amount.unit, 1.0
        if as_written:
            pass
        elif unit == "km" and self.units == "imperial":
            unit, factor = "mi", 1 / _KM_PER_MI
        elif unit == "mi" and self.units == "metric":
            unit, factor = "km", _KM_PER_MI
        values = (
            [amount.value * factor] if amount.most is None else [amount.value * factor, amount.most * factor]
        )
        if unit in ("m:ss", "h min"):
            spans = "–".join(f"{int(value) // 60}:{int(value) % 60:02}" for value in values)
            return f"{spans}{NBSP}{self.wording.units['min' if unit == 'm:ss' else 'h']}"
        places = 2 if unit == amount.unit else 1
        spans = "–".join(self.wording.number(value, places) for value in values)
        return f"{spans}{NBSP}{self.wording.units.get(unit, unit)}"


def _hours(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def _open_seconds(part: Part) -> float:
    if span_of(part, "distance").most is not None:
        return 0.0
    whole = span_of(part, "duration")
    if isinstance(part, Step | Whole):
        return whole.middle or 0.0
    return sum(step.duration.middle or 0.0 for step in flat((part,)) if step.distance.most is None)


def _times(repeat: Repeat) -> str:
    return repeat.times.replace("-", "–")


def _only_strides(run: Run) -> bool:
    """Whether all that is fast in a run is strides."""
    efforts = {step.effort for step in main_steps(run)}
    return "strides" in efforts and all(HARDNESS[effort] < _HARD for effort in efforts - {"strides"})


def _all(parts: tuple[Part, ...]) -> Iterator[Part]:
    """The parts, and those inside wholes."""
    for part in parts:
        yield part
        if isinstance(part, Whole):
            yield from _all(part.inside)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
