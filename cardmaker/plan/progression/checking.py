"""What a progression changes → whether there is such a thing in the plan, and whether it can change so."""

from collections.abc import Callable, Collection, Iterator, Mapping

from cardmaker.plan.names import Checks
from cardmaker.plan.progression.items import ALL_RUNS, DayEntry, entries_of, subject
from cardmaker.plan.progression.keys import Progression, SaidChange
from cardmaker.plan.progression.lifts import refuse_unfit
from cardmaker.plan.progression.runs import GrowingPart, grown, listed
from cardmaker.plan.progression.workouts import LiftEntry
from cardmaker.plan.runs.run import Run
from cardmaker.plan.weeks import DAY_KEYS, Path
from cardmaker.spelling import did_you_mean
from cardmaker.validation import any_of, shown

Report = Callable[[Path, str], None]


def check_changes(
    said: Progression, exercises: Callable[[str], Collection[LiftEntry]], checks: Checks, report: Report
) -> None:
    """Report changes of what isn't in the base week, of what may be two things, and those that don't fit."""
    parts = list(_parts(said, checks))
    for key, one in _all_changes(said):
        wanted = subject(key, checks)
        found = [(run, part) for run, part, names in parts if wanted in names]
        entries = exercises(key)
        if found and entries:
            report(
                one.path,
                f"'{key}' is a kind of run and a workout or an exercise, too; give the workout another name",
            )
        elif entries:
            _try(one, entries, report)
        elif not found:
            report(one.path, _nothing(key, [name for _, _, names in parts for name in names]))
        for run, part in found if not entries else ():
            if fault := _misfit(part, one):
                report(one.path, f"'{run}' {fault}")
                break


def _all_changes(said: Progression) -> Iterator[tuple[str, SaidChange]]:
    yield from said.changes.items()
    seen = set()
    for phase in said.phases:
        for key, one in phase.changes.items():
            if one.path not in seen:  # a phase that is repeated is there several times
                seen.add(one.path)
                yield key, one


def _parts(said: Progression, checks: Checks) -> Iterator[tuple[Run, GrowingPart, tuple[str, ...]]]:
    """What grows in the base week and in the days of phases."""
    weeks: list[Mapping[str, object]] = [said.base, *(phase.keys for phase in said.phases)]
    for week in weeks:
        for day in DAY_KEYS:
            entries: tuple[DayEntry, ...] = entries_of(week[day], checks) if day in week else ()  # type: ignore[arg-type]
            for entry in entries:
                for number, part, names in entry.parts:
                    yield entry.sessions[number], part, names


def _nothing(key: str, names: Collection[str]) -> str:
    known = list(dict.fromkeys(name for name in names if name != ALL_RUNS))
    if not known:
        return f"the base week has no runs, and no workout or exercise is called {shown(key)}"
    hint = did_you_mean(key, known) or f"; there are {any_of(map(shown, known))}"
    return f"no run of the base week, workout or exercise is called {shown(key)}{hint}"


def _misfit(part: GrowingPart, one: SaidChange) -> str:
    change = one.change
    if change.share:
        return f"has no {change.share}; write '+10% a week'"
    if change.per != "week":
        return "changes by the week; write '+1 km a week' or '+10% a week'"
    try:
        if change.values:
            listed(part, change.values[0], change)
        elif not change.is_none:
            grown(part, part.amount, change)
    except ValueError as fault:
        return str(fault)
    return ""


def _try(one: SaidChange, entries: Collection[LiftEntry], report: Report) -> None:
    for entry in entries:
        if entry.weeks or entry.progress or (one.change.is_none and not one.change.values):
            continue  # what it says itself goes first
        try:
            refuse_unfit(entry.sets, one.change)
        except ValueError as fault:
            report(one.path, str(fault))
            return
