"""A run that was read in English → the same with its notes in the words in which the coach wrote them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step
from cardmaker.plan.runs.run import Run

Words = Callable[[str], str]


def in_own_words(run: Run, own: Mapping[str, str]) -> Run:
    """*run* with each English phrase of its notes as *own* has it; efforts stay ours, which any language has."""
    phrases = "|".join(re.escape(english) for english in sorted(own, key=len, reverse=True) if english)
    if not phrases or not _has_notes(run):
        return run
    pattern = re.compile(rf"(?<![\w-])(?:{phrases})(?!\w)")
    return _run(run, lambda text: pattern.sub(lambda found: own[found[0]], text))


def _has_notes(run: Run) -> bool:
    return any(one.note or any(map(_noted, one.parts)) for one in run.sessions())


def _noted(part: Part) -> bool:
    match part:
        case Step():
            return bool(part.note)
        case Repeat():
            return bool(part.recovery and part.recovery.note) or any(map(_noted, part.parts))
        case Ladder():
            return bool(part.recovery and part.recovery.note) or any(map(_noted, part.rungs))
    return bool(part.step.note) or any(map(_noted, part.inside))


def _run(run: Run, words: Words) -> Run:
    return replace(
        run,
        parts=tuple(_part(part, words) for part in run.parts),
        note=words(run.note),
        later=_run(run.later, words) if run.later else None,
    )


def _part(part: Part, words: Words) -> Part:
    match part:
        case Step():
            return _step(part, words)
        case Repeat():
            inner = tuple(_part(one, words) for one in part.parts)
            return replace(part, parts=inner, recovery=_recovery(part.recovery, words))
        case Ladder():
            rungs = tuple(_step(rung, words) for rung in part.rungs)
            return replace(part, rungs=rungs, recovery=_recovery(part.recovery, words))
    return replace(part, step=_step(part.step, words), inside=tuple(_part(one, words) for one in part.inside))


def _recovery(step: Step | None, words: Words) -> Step | None:
    return _step(step, words) if step else None


def _step(step: Step, words: Words) -> Step:
    return replace(step, note=words(step.note)) if step.note else step
