"""A run, a ride or a row → steps on a watch, with its repeats as loops, and paces or heart rates as targets."""

from collections.abc import Iterator
from typing import Final

from cardmaker.export.fit.steps import Aim, Block, Intensity, Lasts, WatchStep, looped
from cardmaker.plan.quantity import METRES_PER_MILE, Quantity
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step, Whole
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.spans import around
from cardmaker.plan.runs.targets import Pace, Target
from cardmaker.resolve.pulse import Rates, zones_of
from cardmaker.resolve.running import Runner
from cardmaker.wording.wording import capital

_LEEWAY_S: Final = 5.0
"""Seconds a kilometre on each side of a single pace: what a watch's own pace swings by on level ground, so that it
doesn't beep all the time."""
_LEEWAY_RATE: Final = 3
"""The same for a single heart rate, in beats."""
_LEEWAY_SHARE: Final = 0.03
"""The same for a single power, as a share."""
_LOWEST_RATE: Final = 40
"""Below an upper limit of heart rates: lower than anybody's when they move."""
_ROLES: Final[dict[str, Intensity]] = {"warm-up": "warmup", "cool-down": "cooldown"}


def blocks_of(run: Run, runner: Runner) -> tuple[Block, ...]:
    """All of a run in order. Loops hold no loops: the outer of two repeats is written turn by turn."""
    return tuple(_blocks(run.parts, runner))


def _blocks(parts: tuple[Part, ...], runner: Runner, *, drop_last: bool = False) -> Iterator[Block]:
    """*parts* as `cardmaker.plan.runs.record.flat` unrolls them, without the very last recovery if *drop_last*."""
    for index, part in enumerate(parts):
        match part:
            case Step():
                yield step_of(part, runner)
            case Ladder():
                yield from (step_of(step, runner) for step in part.steps())
            case Whole():
                before, after = (
                    step_of(step, runner) if step and (step.amount.value or not step.amount.given) else None
                    for step in around(part)
                )
                yield from filter(None, [before])
                yield from _blocks(part.inside, runner)
                yield from filter(None, [after])
            case Repeat():
                yield from _repeated(part, runner, followed=drop_last and index == len(parts) - 1)


def _repeated(repeat: Repeat, runner: Runner, *, followed: bool) -> Iterator[Block]:
    """A repeat; where it is *followed* by a recovery of its own turns' kind, its last one is left out."""
    times = repeat.most or repeat.count
    body = tuple(_blocks(repeat.parts, runner, drop_last=bool(repeat.recovery)))
    between = (step_of(repeat.recovery, runner),) if repeat.recovery else ()
    ends_bare = followed and bool(between)
    plain = [block for block in body if isinstance(block, WatchStep)]
    if len(plain) == len(body):
        yield from looped([*plain, *between], times - 1 if ends_bare else times)
        yield from plain if ends_bare else ()
        return
    for turn in range(times):
        yield from body
        if not (ends_bare and turn == times - 1):
            yield from between


def step_of(step: Step, runner: Runner) -> WatchStep:
    """One stretch; the notes have all that the plan says of it."""
    lasts, amount = _extent(step.amount)
    words = runner.step(step)
    return WatchStep(
        name=_name(step, runner),
        lasts=lasts,
        amount=amount,
        aim=_aim(step, runner),
        intensity=_intensity(step),
        notes=words,
    )


def _extent(amount: Quantity) -> tuple[Lasts, float]:
    """How long or far; the least of a range."""
    if amount.seconds is not None:
        return "time", amount.seconds
    return ("open", 0.0) if amount.metres is None else ("distance", amount.metres)


def _name(step: Step, runner: Runner) -> str:
    """What it is for, or how hard, in the plan's language."""
    wording = runner.wording
    if step.role:
        return wording.say("warm_up_run" if step.role == "warm-up" else "cool_down_run").capitalize()
    name = wording.coachs(step.said) or wording.efforts[step.effort or "easy"]
    return capital(name)


def _intensity(step: Step) -> Intensity:
    if step.role:
        return _ROLES[step.role]
    if step.effort == "rest":
        return "rest"
    return "recovery" if step.effort in ("walk", "jog", "recovery") else "active"


def _aim(step: Step, runner: Runner) -> Aim | None:
    """What the plan says itself, before what follows from the athlete's numbers."""
    if step.pace:
        return _at_pace(step.pace)
    for target in step.targets:
        if found := _at_target(target):
            return found
    if rates := runner.pulse.of_step(step):
        return _at_rates(rates)
    if zones := zones_of(step):
        return Aim("zone", *zones) if zones[0] == zones[1] <= _ZONES else None
    if step.amount.given and step.also and step.distance.exact and step.duration.exact:
        return _at_pace(Pace(round(1000 * step.duration.exact / step.distance.exact), "km"))
    pace = runner.paces.of_step(step)
    return _at_pace(pace) if pace else None


_ZONES: Final = 5
"""Watches have zones 1 to 5."""


def _at_pace(pace: Pace) -> Aim:
    """From the slower to the faster end."""
    fast, slow = pace.span.least, pace.span.most or pace.span.least
    if fast == slow:
        fast, slow = fast - _LEEWAY_S, slow + _LEEWAY_S
    return Aim("speed", 1000 / slow, 1000 / fast)


def _at_rates(rates: Rates) -> Aim:
    low = _LOWEST_RATE if rates.low is None else rates.low
    if low == rates.high:
        return Aim("heart_rate", low - _LEEWAY_RATE, low + _LEEWAY_RATE)
    return Aim("heart_rate", min(low, rates.high), rates.high)


def _at_target(target: Target) -> Aim | None:
    """A figure that means the same to everybody: beats, speeds, watts."""
    match target.unit:
        case "bpm":
            return _at_rates(Rates(None if target.low is None else round(target.low), round(target.high)))
        case "km/h" | "mph":
            factor = (1.0 if target.unit == "km/h" else METRES_PER_MILE / 1000) / 3.6
            low = target.high if target.low is None else target.low
            if low == target.high:
                per_km = 1000 / (low * factor)
                return Aim("speed", 1000 / (per_km + _LEEWAY_S), 1000 / max(1.0, per_km - _LEEWAY_S))
            return Aim("speed", low * factor, target.high * factor)
        case "W":
            low = 0.0 if target.low is None else target.low
            if low == target.high:
                return Aim("power", low * (1 - _LEEWAY_SHARE), low * (1 + _LEEWAY_SHARE))
            return Aim("power", low, target.high)
    return None


def says_more(run: Run, runner: Runner) -> bool:
    """Whether a run says what steps have in words only: the upper end of a range, effort by feel, climbs."""
    return bool(run.note or run.optional) or any(_says_more(step, runner) for step in run.steps())


def _says_more(step: Step, runner: Runner) -> bool:
    aimed = _aim(step, runner) is not None
    unsaid = [target for target in step.targets if not (aimed and target.unit != "RPE")]
    return bool(unsaid or step.to or step.climb or step.note or step.amount.most is not None)
