"""A run → a workout in intervals.icu's text: '- easy 2km' under headings such as '6x'."""

import re
from collections.abc import Iterator
from typing import Final

from cardmaker.export.agenda import Agenda
from cardmaker.plan.quantity import Quantity, decimal
from cardmaker.plan.runs.efforts import AIMED
from cardmaker.plan.runs.record import Part, Repeat, Step
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.spans import flat
from cardmaker.resolve.paces import Paces

_ZONE: Final = re.compile(r"z(?:one)? ?([1-7])")


def workout_text(run: Run, paces: Paces) -> str:
    """All steps of a run; repeats inside repeats, and ladders, step by step."""
    blocks: list[list[str]] = []
    single = False
    for part in run.parts:
        lines = list(_lines(part, paces))
        if isinstance(part, Repeat):
            blocks.append(lines)
        elif single:
            blocks[-1] += lines
        else:
            blocks.append(lines)
        single = not isinstance(part, Repeat)
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def is_writable(run: Run) -> bool:
    """Whether all its steps have an amount: the text has no open ones."""
    return all(_amount(step.amount) for step in flat(run.parts))


def _lines(part: Part, paces: Paces) -> Iterator[str]:
    if isinstance(part, Repeat):
        yield f"{part.most or part.count}x"
        steps = [*flat(part.parts), *filter(None, [part.recovery])]
    else:
        steps = list(flat((part,)))
    for step in steps:
        yield " ".join(filter(None, ["-", _cue(step), _amount(step.amount), _aim(step, paces)]))


def _cue(step: Step) -> str:
    """What it is for, or the words for how hard it is."""
    if step.role:
        return "Warmup" if step.role == "warm-up" else "Cooldown"
    effort = f"@ {step.effort}" if step.effort in AIMED else step.effort
    return step.said if step.said and not any(letter.isdigit() for letter in step.said) else effort


def _amount(amount: Quantity) -> str:
    """'400mtr', '2km', '1m30s', the least of a range; '' for an open one."""
    if amount.seconds is not None:
        hours, rest = divmod(round(amount.seconds), 3600)
        minutes, seconds = divmod(rest, 60)
        parts = zip((hours, minutes, seconds), "hms", strict=True)
        return "".join(f"{number}{unit}" for number, unit in parts if number)
    if amount.metres is None:
        return ""
    if amount.unit in ("km", "mi"):
        return f"{decimal(amount.value)}{amount.unit}"
    return f"{decimal(round(amount.metres))}mtr"


def _aim(step: Step, paces: Paces) -> str:
    """The pace, its own or the athlete's; else the zone that the coach names."""
    pace = step.pace or paces.of_step(step)
    if pace:
        return f"{pace} Pace"
    zone = _ZONE.fullmatch(step.said.lower())
    return f"Z{zone[1]} HR" if zone else ""


def says_more(run: Run) -> bool:
    """Whether a run says what the text has no place for: targets but a pace, ranges, climbs, words."""
    return bool(run.note or run.optional) or any(map(_says_more, run.steps()))


def _says_more(step: Step) -> bool:
    ranged = step.amount.most is not None
    return bool(step.targets or step.to or step.also or step.climb or step.note or ranged)


def write_workouts(agenda: Agenda) -> dict[str, bytes]:
    """A file for each run, by its week, day and place in the day: 'week-01-tue-1.txt'."""
    paces = agenda.sources.runner.paces
    return {
        f"week-{one.week:02}-{one.day}-{one.place}.txt": workout_text(one.run, paces).encode()
        for one in agenda.appointments
        if one.run and one.run.sport == "run" and is_writable(one.run)
    }


def workout_notes(agenda: Agenda) -> Iterator[str]:
    """What isn't in the workouts."""
    busy = [one for one in agenda.appointments if not one.idle]
    others = sum(one.run is None or one.run.sport != "run" for one in busy)
    runs = [one.run for one in busy if one.run and one.run.sport == "run"]
    if others:
        yield f"only runs are written; strength and other sports are left out: {others}"
    if unwritable := sum(not is_writable(run) for run in runs):
        yield f"runs with a step that has no distance or time are left out: {unwritable}"
    if more := sum(is_writable(run) and says_more(run) for run in runs):
        yield f"runs of which targets, ranges, climbs or words have no place in the text: {more}"
