"""A plan's weeks and the groups that it is for → pages on which all groups' paces are side by side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from cardmaker.handout import (
    DayRow,
    GroupCell,
    GroupHead,
    GroupsDay,
    GroupsSession,
    GroupsSheet,
    Rich,
    RunSession,
)
from cardmaker.plan.athlete import AthleteGroup
from cardmaker.resolve.days import Sources, day_row
from cardmaker.resolve.paces import Paces
from cardmaker.resolve.personal import paces_from
from cardmaker.resolve.planner import Planner
from cardmaker.resolve.running import Runner
from cardmaker.resolve.rununits import NBSP
from cardmaker.resolve.weeks import profile_scale

_MOST: Final = 6
"""Groups on a page: a column is 33 mm wide then, room for a pace's range and a few words on a line."""

_TOKEN: Final = re.compile(r"[,·]|[^\s,·]+")
_MARKS: Final = frozenset(",·")
_PACE: Final = re.compile(r"\d+:\d\d(–\d+:\d\d)?(/\w+)?")
"""A pace or time, or from which to which: '4:25–6:25/km', '1:26–1:46'."""

_Rows = tuple[DayRow, ...]


def group_pages(planner: Planner, weeks: Sequence[int]) -> list[GroupsSheet]:
    """A page for each week and up to six groups; none for a plan that isn't for groups."""
    athlete = planner.sources.plan.athlete
    groups = athlete.groups if isinstance(athlete, AthleteGroup) else ()
    parts = -(-len(groups) // _MOST)
    most = -(-len(groups) // parts) if parts else 1
    shares = [groups[first : first + most] for first in range(0, len(groups), most)]
    return [_page(planner, week, share) for week in weeks for share in shares]


def _page(planner: Planner, week: int, groups: Sequence[AthleteGroup]) -> GroupsSheet:
    sources = planner.sources
    plan, say = sources.plan, sources.wording.say
    about, weeks = plan.weeks[week], len(plan.weeks)
    number = say("week_of", week=week + 1, weeks=weeks) if weeks > 1 else ""
    phase = about.name or ("" if weeks > 1 else say("this_week"))
    names = [group.name for group in groups]
    rows = [_rows(_of_group(sources, group), week) for group in groups]
    return GroupsSheet(
        head=planner.head,
        name=say("week_number", week=week + 1) if weeks > 1 else phase,
        subtitle="  ·  ".join(filter(None, [number, sources.calendar.span(week, week), phase])),
        groups=tuple(GroupHead(group.name, paces_from(group, sources.wording)) for group in groups),
        days=tuple(
            _day(common, own, names)
            for common, *own in zip(_rows(_of_nobody(sources), week), *rows, strict=True)
        ),
        scale_km=profile_scale(planner),
        week_note="\n".join(line for line in about.note.split("\n") if line),
    )


def _of_group(sources: Sources, group: AthleteGroup) -> Sources:
    return _with_paces(sources, Paces(group, sources.plan.easy_pace))


def _of_nobody(sources: Sources) -> Sources:
    return _with_paces(sources, Paces(AthleteGroup(), sources.plan.easy_pace))


def _with_paces(sources: Sources, paces: Paces) -> Sources:
    return replace(sources, runner=Runner(sources.wording, sources.plan.units, paces))


def _rows(sources: Sources, week: int) -> _Rows:
    return tuple(day_row(sources, week, day, last=False) for day in sources.calendar.days)


def _day(common: DayRow, own: Sequence[DayRow], names: Sequence[str]) -> GroupsDay:
    """A day as all groups have it, and as each has it."""
    runs = tuple(_runs(common, own, names))
    return GroupsDay(common.name, common.date_short, common.rest, runs, common.strength, common.notes)


def _runs(common: DayRow, own: Sequence[DayRow], names: Sequence[str]) -> Iterator[GroupsSession]:
    for number, run in enumerate(common.runs):
        yield _session(run, [row.runs[number] for row in own], names)


def _session(run: RunSession, own: Sequence[RunSession], names: Sequence[str]) -> GroupsSession:
    """A run with what all groups have said once: all of it, if they differ in one figure only, else its lines."""
    figures = [figure_of(run.lines, one.lines) for one in own]
    found = tuple(
        GroupCell(name, (), *figure)
        for name, figure in zip(names, figures, strict=True)
        if figure is not None
    )
    if len(found) == len(names):
        return GroupsSession(run.title, run.distance, run.unit, run.lines, found, run.profile)
    lines = tuple(line for line in run.lines if all(line in one.lines for one in own))
    cells = tuple(
        GroupCell(name, tuple(line for line in one.lines if line not in lines))
        for name, one in zip(names, own, strict=True)
    )
    return GroupsSession(run.title, run.distance, run.unit, lines, cells, run.profile)


def figure_of(common: Sequence[Rich], own: Sequence[Rich]) -> tuple[str, str] | None:
    """The pace or time that a group has beyond what is common, if any, and what else; None if there are several."""
    from difflib import SequenceMatcher

    before, after = (_TOKEN.findall("\n".join(map(str, lines))) for lines in (common, own))
    added: list[str] = []
    for change, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if change != "equal":
            if any(token not in _MARKS for token in before[start:end]):
                return None
            added += " ".join(after[first:last]).replace(",", "·").split("·")
    said = [words for words in map(str.strip, added) if words]
    paces = [words for words in said if _PACE.search(words)]
    if len(paces) > 1 or not said:
        return None
    found = _PACE.search(paces[0]) if paces else None
    rest = (words.replace(" ", NBSP) for words in said if words not in paces)
    return found.group() if found else "", "  ·  ".join(rest)
