"""Amounts of which a line says nothing → a question, as most likely they belong to another part."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.quantity import OPEN
from cardmaker.plan.runs.accounting.written import WrittenRun
from cardmaker.plan.runs.efforts import RESTING
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step
from cardmaker.plan.runs.spans import span_of

SLOWEST_PACE: Final = 720.0
"""Seconds a mile that a pace may have; a clock without a word that is no longer may be one."""
_SHORT: Final = 300.0
"""Seconds that are no run by themselves."""
_SHORT_METRES: Final = 1000.0
"""Metres that nobody runs by themselves behind repeats."""
_PACES: Final = Pattern(
    r"(?:@|\bat) ?(\d{1,2}:\d\d), ?\d{1,2}:\d\d(?! ?(?:min|rest|rec|jog|walk))", ":", re.UNICODE
)
_FAR: Final = 10_000.0
"""Metres behind which nobody runs a few by themselves: they are climbed."""


def amounts_lost(written: WrittenRun) -> Iterator[str]:
    """Questions: a few minutes or metres that are a part of their own, and are no part of any run."""
    parts = written.run.parts
    if (found := _PACES.search(written.line)) and any(step.amount.unit == "m:ss" for step in written.steps):
        yield _which(found[1])
    if written.line == written.read or len(parts) < 2 or _takes_turns(parts):
        return
    for at, part in enumerate(parts):
        before = parts[at - 1] if at else None
        if at + 1 < len(parts) and _rests(parts[at + 1]) and not isinstance(before, Repeat | Ladder):
            continue  # '3 min (90 s), 2 min (60 s)'
        behind = isinstance(before, Repeat | Ladder)
        recovered = isinstance(part, Ladder) and part.recovery is not None
        for step in part.rungs if behind and isinstance(part, Ladder) else (part,):
            if not isinstance(step, Step):
                continue
            clock = step.amount.unit == "m:ss"
            bare = Step(step.amount, also=step.also, note=step.note if clock else "")
            if step == bare and (clock or not recovered):
                yield from _bare(step, parts[0] if at else None, behind)
        if isinstance(part, Ladder):
            yield from _paces_in_turn(part, written.line)
        if isinstance(before, Repeat) and isinstance(part, Step):
            yield from _unsaid_recovery(before, part)


def _rests(part: Part) -> bool:
    return isinstance(part, Step) and part.effort in ("rest", "recovery") and part.amount.given


def _takes_turns(parts: tuple[Part, ...]) -> bool:
    """Whether a run has only stretches of running and walking: 'run 3 min, walk 90 s, run 5 min'."""
    steps = [part for part in parts if isinstance(part, Step) and part.amount.seconds is not None]
    return len(steps) == len(parts) and any(step.effort in RESTING for step in steps)


def _bare(step: Step, first: Part | None, behind: bool) -> Iterator[str]:
    far, long = step.distance.most or 0, 0 if step.also else step.duration.most or 0
    if far and step.amount.unit == "m" and first and span_of(first, "distance").least >= _FAR:
        yield f"'{step.amount}': climb, or more to run? write '{step.amount} climb', or '/ {step.amount} easy'"
    if step.amount.unit == "m:ss" and 0 < long <= SLOWEST_PACE:
        yield (
            f"'{step.amount}': a part of its own, or how fast another is? write it like '{step.amount} easy',"
            " '8 km @ 5:30/km' or '400 m in 1:30'"
        )
    if 0 < long < _SHORT or (behind and 0 < far <= _SHORT_METRES):
        yield (
            f"'{step.amount}': a part of its own, or of another? write how it is run, '{step.amount} easy', or what it"
            f" comes after, '6 x 400 m w/ {step.amount} rest'"
        )


def _paces_in_turn(ladder: Ladder, line: str) -> Iterator[str]:
    """'12 km, 4 km each @ 5:30, 5:00, 4:30': clocks of which the first is a pace are paces, all of them."""
    first = ladder.rungs[0]
    clock = str(first.amount).removesuffix(" min") if isinstance(first, Step) else ""
    if isinstance(first, Step) and first.amount.unit == "m:ss" and re.search(rf"(?:@|\bat) ?{clock}\b", line):
        yield _which(clock)


def _which(clock: str) -> str:
    return f"'@ {clock}, …': how fast which part is? write each with its pace, '4 km @ {clock}/km / 4 km @ …'"


def _unsaid_recovery(repeat: Repeat, behind: Step) -> Iterator[str]:
    """'3 x 2 km, TP 3 min': a short stretch of unknown words behind repeats without a recovery may well be theirs."""
    few = 0 < (behind.duration.most or 0) <= _SHORT or 0 < (behind.distance.most or 0) <= _SHORT_METRES
    if repeat.recovery or len(repeat.parts) > 1 or not few or not behind.note or repeat.count < 2:
        return
    (rep,) = repeat.parts
    titled = Step(OPEN, rep.effort, said=rep.said) if isinstance(rep, Step) else Step(OPEN)
    if behind in (replace(one, amount=behind.amount, note=behind.note) for one in (Step(OPEN), titled)):
        yield (
            f"'{behind.note}' behind '{repeat}': after each, or once? write '{repeat} w/ {behind.amount} rest',"
            f" or '{repeat} then {behind}'"
        )
