"""A run → its title, and the lines that say how to run it."""

from dataclasses import replace
from typing import Final

from cardmaker.handout import Rich
from cardmaker.plan.quantity import Extent
from cardmaker.plan.runs.efforts import AIMED, HARDNESS
from cardmaker.plan.runs.hardness import main_steps, part_hardness, step_hardness
from cardmaker.plan.runs.meaning import effort_of
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step, Whole
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.sports import Sport
from cardmaker.plan.runs.targets import Target, clock
from cardmaker.resolve.paces import NOBODYS
from cardmaker.resolve.runprofiles import RunProfiles
from cardmaker.resolve.runsteps import all_parts, times
from cardmaker.wording.formats import NBSP, in_one_line
from cardmaker.wording.wording import capital

_HARD: Final = 3
_LONG_NAMES: Final = ("marathon", "half")
"""Efforts whose names have no room in a small cell."""


class Runner(RunProfiles):
    """Puts runs into words, in 'metric' or 'imperial' *units*, with the *paces* of whoever runs them."""

    def title(self, run: Run) -> str:
        """What a run without a name is called: the coach's word for it, else ours; another sport by its name."""
        if run.sport != "run":
            return self.wording.say(f"sport_{run.sport}")
        if run.title:
            return capital(run.title)
        only = run.parts[0] if len(run.parts) == 1 else None
        if isinstance(only, Step | Whole):
            step = only if isinstance(only, Step) else only.step
            if step.said:
                return capital(self._said(step))
            if isinstance(only, Whole) and step.effort == "long":
                return self.wording.say("run_long")
        efforts = {step.effort for step in main_steps(run)}
        if "race" in efforts:
            return self.wording.say("run_race")
        if efforts == {"walk"}:
            return capital(self.wording.efforts["walk"])
        hardest = max((HARDNESS[step.hardest] for step in main_steps(run)), default=1)
        sets = [part for part in all_parts(run.parts) if isinstance(part, Repeat | Ladder)]
        if sets and not _only_strides(run):
            walked = hardest < _HARD and any(isinstance(one, Repeat) and self._walked(one) for one in sets)
            return self.wording.say("run_walk" if walked else "run_intervals")
        if _only_strides(run) and (sets or len(efforts) > 1):
            return self.wording.say("run_strides")
        if "long" in efforts and hardest == 2:
            return self.wording.say("run_long")
        names = {2: "run_steady", 3: "run_tempo", 4: "run_intervals"}
        return self.wording.say(names.get(hardest, "run_easy"))

    def of_sport(self, sport: Sport) -> "Runner":
        """The same athlete in a *sport*: what is known of their running says nothing of how fast they ride or swim."""
        return self if sport == "run" else Runner(self.wording, self.units, NOBODYS, self.pulse)

    def lines(self, run: Run) -> tuple[Rich, ...]:
        """How to run it, and about how long that takes an athlete whose paces are known."""
        lines = self.of_sport(run.sport)._how(run)
        taken = 0.0 if run.duration.most is not None else self.seconds(run)
        if not taken or not lines:
            return lines
        about = self.wording.say("about_time", time=NBSP.join(self.clock(Extent(taken, taken))))
        if len(lines) > 1:
            return (*lines, Rich(((self.wording.say("in_time", time=about), False),)))
        return (Rich((*lines[0].parts, (f" · {about}", False))),)

    def _how(self, run: Run) -> tuple[Rich, ...]:
        """How to run it: nothing for a single easy stretch, else a line for each part."""
        words = [run.note, self.wording.say("or_rest") if run.optional else ""]
        notes = tuple(Rich(((text, False),)) for text in words if text)
        if run.sport == "run" and len(run.parts) == 1 and isinstance(run.parts[0], Step):
            return (*self._single(run.parts[0]), *notes)
        return (*(Rich(tuple(self._part(part))) for part in run.parts), *notes)

    def _single(self, step: Step) -> tuple[Rich, ...]:
        """The line of a run of one stretch: what its title and its amount don't say."""
        if step.pace or step.targets or step.also or step.to or step.climb:
            return (Rich(((self.step(step), True),)),)
        own = self.paces.of_step(step)
        words = [self.rates(step) or (self.paced(own) if own else ""), step.note]
        said = ", ".join(filter(None, words))
        return (Rich(((said, False),)),) if said else ()

    def called(self, run: Run) -> str:
        """A run in a few words, by its title where those are no more than how hard it is: 'Easy run', '6 × 400 m'."""
        short = self.short(run)
        effort = "easy" if run.hardest == "strides" else run.hardest or "easy"
        return self.title(run) if short == capital(self.wording.efforts[effort]) else short

    def short(self, run: Run) -> str:
        """A run in a few words, for a small cell: its main part, or how it is run."""
        main = max(run.parts, key=part_hardness)
        if isinstance(main, Whole):
            inside = max(main.inside, key=part_hardness)
            main = inside if part_hardness(inside) >= _HARD else main.step
        if isinstance(main, Repeat) and _only_strides(run):
            alone = run.parts == (main,)
            return capital(self.wording.efforts["strides"]) if alone else self.wording.say("short_strides")
        if part_hardness(main) < _HARD and not (isinstance(main, Repeat) and self._walked(main)):
            if isinstance(main, Step) and main.said:
                return capital(self._said(main))
            effort = run.hardest or "easy"
            return capital(self.wording.efforts["easy" if effort == "strides" else effort])
        if isinstance(main, Step) and main.effort == "race":
            return f"{self.wording.say('run_race')} {self.quantity(main.amount, as_written=True)}"
        if isinstance(main, Repeat):
            inner = main.parts[0]
            if len(main.parts) == 1 and isinstance(inner, Step):
                return f"{times(main)}{NBSP}×{NBSP}{self._bare(inner)}{self._walked(main)}"
            return f"{times(main)}{NBSP}× ({' / '.join(self._bare(part) for part in main.parts)})"
        if isinstance(main, Step):
            return capital(self._said(main) or self._effort(main)) if main.to else self._brief(main)
        return self._bare(main)

    def _brief(self, step: Step) -> str:
        """A stretch in words, its race pace in letters: '8 km HM pace'."""
        whole = self.step(replace(step, note="", climb=None))
        key = f"brief_{step.effort}"
        return (
            whole.replace(self._effort(step), self.wording.say(key)) if step.effort in _LONG_NAMES else whole
        )

    def pace(self, run: Run) -> str:
        """The pace of what is hardest in a run, if it has one: '4:30–4:40/km'."""
        repeated = run.repeated
        hard = [step for step in run.steps() if step_hardness(step, repeated) >= _HARD]
        paced = [step for step in hard if step.pace or self.paces.of_step(step)]
        hardest = max(paced, key=lambda step: step_hardness(step, repeated), default=None)
        pace = hardest and (hardest.pace or self.paces.of_step(hardest))
        return self.paced(pace) if pace else ""

    def _walked(self, repeat: Repeat) -> str:
        """The recovery of run and walk, which is half of what it is."""
        recovery = repeat.recovery
        return f" / {self.step(recovery, as_written=True)}" if recovery and recovery.effort == "walk" else ""

    def _bare(self, part: Part) -> str:
        if isinstance(part, Step):
            return (
                self.quantity(part.amount, as_written=True)
                or self._said(part)
                or self.wording.efforts[part.effort or "fast"]
            )
        if isinstance(part, Ladder):
            return self._in_few_words(part)
        if isinstance(part, Whole):
            return self._bare(part.step)
        return f"{times(part)}{NBSP}×{NBSP}{' / '.join(self._bare(inner) for inner in part.parts)}"

    def _part(self, part: Part, *, as_written: bool = False) -> list[tuple[str, bool]]:
        strong = part_hardness(part) >= _HARD
        if isinstance(part, Step):
            return [(self.step(part, as_written=as_written), strong)]
        if isinstance(part, Ladder):
            return self._ladder(part, strong)
        if isinstance(part, Whole):
            return self._containing(part, as_written)
        inner = " + ".join(self._words(one) for one in part.parts)
        if len(part.parts) > 1 or not isinstance(part.parts[0], Step):
            inner = f"({inner})"
        spans = [(f"{times(part)}{NBSP}×{NBSP}{inner}", strong)]
        if part.recovery:
            recovery = self.step(part.recovery, as_written=True)
            spans.append((f", {self.wording.say('with_recovery', recovery=recovery)}", False))
        return spans

    def _ladder(self, part: Ladder, strong: bool) -> list[tuple[str, bool]]:
        spans = [(self._rungs(part), strong)]
        if part.recovery and part.equal:
            recovery = self._effort(part.recovery)
            spans.append((f", {self.wording.say('equal_recovery', recovery=recovery)}", False))
        elif part.recovery:
            recovery = self.step(part.recovery, as_written=True)
            spans.append((f", {self.wording.say('recovery_between', recovery=recovery)}", False))
        return spans

    def _rungs(self, part: Ladder) -> str:
        """'400–800–400 m at 5k pace' where the rungs are alike but for their length."""
        first, *others = [self._after(rung, as_written=True) for rung in part.rungs]
        if any(other != first for other in others):
            return ", ".join(self.step(rung, as_written=True) for rung in part.rungs)
        return f"{self._lengths(part)}{first}"

    def _lengths(self, part: Ladder) -> str:
        """'400–800–400 m', the unit once where it is the same."""
        amounts = [self.quantity(rung.amount, as_written=True) for rung in part.rungs]
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
        return f"{len(amounts)}{NBSP}×{NBSP}{self.quantity(whole, as_written=True)}"

    def _containing(self, part: Whole, as_written: bool) -> list[tuple[str, bool]]:
        joint = {"": "with_inside", "start": "with_start", "end": "with_end"}[part.place]
        spans: list[tuple[str, bool]] = [(self.step(part.step, as_written=as_written), False)]
        for index, inner in enumerate(part.inside):
            before = self.wording.say(joint) if not index else "+"
            spans += [(f" {before} ", False), *self._part(inner)]
        return spans

    def _words(self, part: Part) -> str:
        return "".join(text for text, _ in self._part(part, as_written=True))

    def step(self, step: Step, *, as_written: bool = False) -> str:
        """A stretch in words: how far or long, how hard, and at which pace or heart rates."""
        amount = self.quantity(step.amount, as_written=as_written or step.effort == "race")
        return f"{amount}{self._after(step, as_written=as_written)}".strip()

    def _after(self, step: Step, *, as_written: bool) -> str:
        """All that is said of a step behind its amount."""
        pace = f" {self.wording.say('at_pace', pace=self.paced(step.pace))}" if step.pace else self._own(step)
        if step.role:
            role = self.wording.say("warm_up_run" if step.role == "warm-up" else "cool_down_run")
            words = f" {role}" if self._is_easy(step) else f" {role}, {self._effort(step)}"
        else:
            words = f" {self._effort(step)}" if step.effort or step.said else ""
        spans = [
            words,
            *(f" {self._target(target)}" for target in step.targets if target.unit == "offset"),
            pace,
        ]
        spans += [f" {self._target(target)}" for target in step.targets if target.unit != "offset"]
        if rates := self.rates(step):
            spans.append(f", {rates}")
        if step.also:
            also = self.quantity(step.also, as_written=True)
            spans.append(
                f" {self.wording.say('in_split', time=also)}"
                if step.also.seconds is not None
                else f" ({also})"
            )
        if step.climb:
            spans.append(f", {self.wording.say('climb', climb=self.quantity(step.climb, as_written=True))}")
        return "".join(spans) + (f", {step.note}" if step.note else "")

    def _own(self, step: Step) -> str:
        """The athlete's pace for a step; of one on the track, the time that it takes. Zones are heart rates."""
        pace = self.paces.of_step(step)
        if pace is None or self.rates(step):
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

    def _is_easy(self, step: Step) -> bool:
        """Whether all that is said of its effort is that it is easy, which warm-up and cool-down mean anyway."""
        return self._effort(step) == self.wording.efforts["easy"]

    def _said(self, step: Step) -> str:
        """What the coach called it, in the reader's language."""
        return self.wording.coachs(step.said)

    def _target(self, target: Target) -> str:
        words = in_one_line(target.words).replace("-", "–", 1 if target.unit != "offset" else 0)
        if target.unit in ("offset", "send-off"):
            return words
        return self.wording.say("at_target", target=words)


def _only_strides(run: Run) -> bool:
    """Whether all that is fast in a run is strides."""
    efforts = {step.effort for step in main_steps(run)}
    return "strides" in efforts and all(HARDNESS[effort] < _HARD for effort in efforts - {"strides"})
