"""The athletes of a roster → groups that train together: by a column, or by how fast they are."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from statistics import median
from typing import Any, Final

from cardmaker.errors import NotFoundError, PlanError, Problem
from cardmaker.plan.athlete import AthleteGroup
from cardmaker.plan.runs.targets import clock
from cardmaker.record import record
from cardmaker.roster.columns import placeholder
from cardmaker.roster.entry import RosterEntry
from cardmaker.roster.reading import Roster
from cardmaker.roster.shortnames import short_names
from cardmaker.training.paces import Result, best_vdot
from cardmaker.training.vdot import race_time, vdot
from cardmaker.validation import did_you_mean, shown

PACE: Final = "pace"
_BAND_S: Final = 240
"""Groups by pace are so many seconds of 5 km wide, 18 to 22 min, 22 to 26 min: a coach can run between their ends."""
_FIRST_S: Final = 120
_STEP_S: Final = 15
"""What paces follow from is in quarters of a minute."""
_FIVE_KM: Final = 5000.0
_MOST_OF_A_NUMBER: Final = 2
"""Letters that say nothing by themselves: 'A', 'B2'."""


@record
class TrainingGroup:
    """Athletes that train together: what the group is called, an entry for all of them, and their names.

    *entry* has what all have in common, and what 5 km take who is in the middle, and the quickest and the slowest: no
    athlete's own figures, to the second. *times* are these, '20:15 (18:45–21:15)', '' where nobody's races are known.
    *called* are the members by first and last name.
    """

    name: str
    entry: RosterEntry
    members: tuple[str, ...]
    called: tuple[tuple[str, str], ...]
    times: str = ""


def groups_of(roster: Roster, entries: Sequence[RosterEntry], column: str) -> tuple[TrainingGroup, ...]:
    """The groups of *entries* by a column, as it is called in the table, or by 'pace': the quickest first.

    NotFoundError for a column that there isn't; PlanError with all who are in no group.
    """
    by_pace = placeholder(column) == PACE and PACE not in roster.columns.placeholders
    found: dict[str, list[RosterEntry]] = {}
    problems: list[Problem] = []
    if not by_pace:
        _check(roster, column)
    for entry in sorted(entries, key=_seconds) if by_pace else entries:
        name = _band(entry) if by_pace else _titled(roster, column, entry.words.get(placeholder(column), ""))
        if name:
            found.setdefault(name, []).append(entry)
        else:
            lacks = "no race result to find a group by" if by_pace else f"nothing under {shown(column)}"
            remedy = "write one" if by_pace else "name a group"
            problems.append(Problem(roster.source, entry.line, "", f"{entry.name}: {lacks}; {remedy}"))
    if problems:
        raise PlanError(problems)
    return tuple(_group(name, members) for name, members in found.items())


def _titled(roster: Roster, column: str, cell: str) -> str:
    """What a group is called after its cell: 'Red', but 'Lane 1', with the column's heading, for a number."""
    name = cell.strip()
    if len(name) > _MOST_OF_A_NUMBER and any(letter.isalpha() for letter in name):
        return name
    headings = (one.heading for one in roster.columns.columns)
    heading = " ".join(next((one for one in headings if placeholder(one) == placeholder(column)), "").split())
    return f"{heading[:1].upper()}{heading[1:]} {name}" if heading and name else name


def _check(roster: Roster, column: str) -> None:
    known = roster.columns.placeholders
    if placeholder(column) not in known:
        hint = (
            did_you_mean(placeholder(column), known) or f"; there are {', '.join(sorted(known))}, and 'pace'"
        )
        raise NotFoundError(f"--group: {roster.source} has no column {shown(column)}{hint}")


def _seconds(entry: RosterEntry) -> float:
    """What 5 km would take an athlete, in seconds; 0 where no race says it."""
    return race_time(best_vdot(entry.athlete.races), _FIVE_KM) if entry.athlete.races else 0.0


def _band(entry: RosterEntry) -> str:
    """The group by pace: '22–26 min'; '' for who has no race result."""
    seconds = _seconds(entry)
    if not seconds:
        return ""
    least = int((seconds - _FIRST_S) // _BAND_S * _BAND_S + _FIRST_S)
    return f"{least // 60}–{(least + _BAND_S) // 60} min"


def _quartered(seconds: float, rounded: Callable[[float], int]) -> Result:
    """A result over 5 km in so many seconds, to whole quarters of a minute if anybody runs that."""
    quarters = float(_STEP_S * rounded(seconds / _STEP_S))
    try:
        vdot(_FIVE_KM, quarters)
    except ValueError:
        quarters = float(round(seconds))
    return Result(_FIVE_KM, quarters)


def _results(members: Sequence[RosterEntry]) -> tuple[Result, ...]:
    """What paces follow from, of who is in the middle, quickest and slowest; none where nobody's races are known."""
    seconds = sorted(found for one in members if (found := _seconds(one)))
    if not seconds:
        return ()
    rounded = ((median(seconds), round), (seconds[0], math.floor), (seconds[-1], math.ceil))
    return tuple(_quartered(*one) for one in rounded)


def _group(name: str, members: Sequence[RosterEntry]) -> TrainingGroup:
    """One entry for a group: what is the same for all, and what its paces follow from."""
    first, results = members[0], _results(members)
    athlete = AthleteGroup(
        name=name,
        **_common(members, "units", "language", "level"),
        races=results[:1],
        quickest=results[1:2],
        slowest=results[2:],
    )
    words = {
        key: word for key, word in first.words.items() if all(one.words.get(key) == word for one in members)
    }
    entry = RosterEntry(first.line, athlete, group=name, words={**words, **_names(name)})
    shared = {
        field: getattr(first, field)
        for field in ("paper", "person", "figures", "start", "note", "swaps", "left_out", "loads")
        if all(getattr(one, field) == getattr(first, field) for one in members)
    }
    names = tuple(one.name for one in members)
    middle, *ends = (clock(round(result.seconds)) for result in results) if results else ("",)
    times = f"{middle} ({'–'.join(dict.fromkeys(ends))})" if ends else ""
    return TrainingGroup(name, replace(entry, **shared), names, tuple(map(_called, members)), times)


def _called(entry: RosterEntry) -> tuple[str, str]:
    """An athlete's first name, and the rest of the name."""
    first = entry.words.get("first name", "") or entry.name.partition(" ")[0]
    return first, entry.name.removeprefix(first).strip()


def side_by_side(made: Sequence[TrainingGroup], *, names: bool = False) -> RosterEntry:
    """One entry for all groups, by which their paces are printed next to each other; with *names* who is in each.

    These are first names with an initial, by the alphabet: nobody reads off them who is quicker.
    """
    groups = [group.entry for group in made]
    first = groups[0]
    short = iter(short_names([one for group in made for one in group.called]) if names else ())
    athletes = tuple(
        group.entry.athlete.but(members=tuple(sorted(islice(short, len(group.called)), key=str.casefold)))
        for group in made
        if isinstance(group.entry.athlete, AthleteGroup)
    )
    everybody = AthleteGroup(**_common(groups, "units", "language", "level"), groups=athletes)
    words = {
        key: word for key, word in first.words.items() if all(one.words.get(key) == word for one in groups)
    }
    start = first.start if all(one.start == first.start for one in groups) else None
    return RosterEntry(first.line, everybody, words=words, start=start)


def _common(members: Sequence[RosterEntry], *fields: str) -> dict[str, Any]:
    """What athletes have in common; '' where they differ."""
    said = {field: {getattr(member.athlete, field) for member in members} for field in fields}
    return {field: values.pop() if len(values) == 1 else "" for field, values in said.items()}


def _names(name: str) -> Mapping[str, str]:
    return {"name": name, "first name": name}
