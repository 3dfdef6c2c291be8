"""A plan's weeks and the groups that it is for → pages on which all groups' paces are side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from cardmaker.handout import DayRow, GroupCell, GroupHead, GroupsDay, GroupsSession, GroupsSheet, RunSession
from cardmaker.plan.athlete import AthleteGroup
from cardmaker.resolve.days import Sources, day_row
from cardmaker.resolve.paces import Paces
from cardmaker.resolve.personal import paces_from
from cardmaker.resolve.planner import Planner
from cardmaker.resolve.running import Runner

_MOST: Final = 6
"""Groups on a page: a column is 33 mm wide then, room for a pace's range and a few words on a line."""

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
    """A run with the lines that all groups have said once."""
    lines = tuple(line for line in run.lines if all(line in one.lines for one in own))
    cells = tuple(
        GroupCell(name, tuple(line for line in one.lines if line not in lines))
        for name, one in zip(names, own, strict=True)
    )
    return GroupsSession(run.title, run.distance, run.unit, lines, cells)
