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
from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.athlete import AthleteGroup
from cardmaker.plan.quantity import Extent
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.targets import Pace, clock
from cardmaker.resolve.days import Sources, day_row, run_sessions
from cardmaker.resolve.paces import Paces
from cardmaker.resolve.personal import best_distance, paces_from
from cardmaker.resolve.planner import Planner
from cardmaker.resolve.running import Runner
from cardmaker.resolve.weeks import profile_scale
from cardmaker.wording.formats import NBSP, in_one_line
from cardmaker.wording.wording import Wording

_MOST: Final = 6
"""Groups on a page: a column is 33 mm wide then, room for a pace's range and a few words on a line."""

_TOKEN: Final = re.compile(r"[,·]|[^\s,·]+")
_TIMES: Final = re.compile(r"\d+–\d+ min")
"""A group's name, if it is what a race takes those in it."""
_HOUR_S: Final = 3600
_LONG_S: Final = 5700
"""From which a time is in hours, next to times under an hour too."""
_SEPARATED: Final = "  ·  "
_MARKS: Final = frozenset(",·")
_PACE: Final = re.compile(r"\d+:\d\d(–\d+:\d\d)?(/\w+)?(?!\d|\s*h\b)")
"""A pace or time, or from which to which: '4:25–6:25/km', '1:26–1:46'; not how long a run takes, '1:42 h'."""
_HYPHEN: Final = "\u2011"
"""One at which words don't break."""
_ON_TRACK: Final = ("m", "yd")
"""Units of repeats whose figure is their time, and not a pace."""

_Rows = tuple[DayRow, ...]


class _Target(NamedTuple):
    """What a run is for a group: what of it its pace is for, or the time and pace of a race.

    Where none of its steps has a pace the *figure* is that of its warm-up and cool-down.
    """

    lap: str = ""
    figure: str = ""
    about: str = ""


_NO_TARGET: Final = _Target()


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
        groups=tuple(
            GroupHead(*_named(group, sources.wording), ", ".join(group.members)) for group in groups
        ),
        days=tuple(
            _day(common, own, names, [_targets(sources, week, index, group, groups) for group in groups])
            for index, (common, *own) in enumerate(zip(_rows(_of_nobody(sources), week), *rows, strict=True))
        ),
        scale_km=profile_scale(planner),
        week_note="\n".join(line for line in about.note.split("\n") if line),
    )


def _named(group: AthleteGroup, say: Wording) -> tuple[str, str]:
    """What a group is called, times such as '18–22 min' with what takes them, and where its paces come from."""
    if not group.races or not _TIMES.fullmatch(group.name):
        return group.name, paces_from(group, say)
    named = f"{best_distance(group, say)} {in_one_line(say.say('in_split', time=group.name))}"
    return named, say.say("paces_for", time=clock(round(group.races[0].seconds)))


def _of_group(sources: Sources, group: AthleteGroup) -> Sources:
    return _with_paces(sources, Paces(group, sources.plan.easy_pace))


def _of_nobody(sources: Sources) -> Sources:
    return _with_paces(sources, Paces(AthleteGroup(), sources.plan.easy_pace))


def _with_paces(sources: Sources, paces: Paces) -> Sources:
    return replace(sources, runner=Runner(sources.wording, sources.plan.units, paces))


def _rows(sources: Sources, week: int) -> _Rows:
    return tuple(day_row(sources, week, day, last=False) for day in sources.calendar.days)


def _targets(
    sources: Sources, week: int, day: int, group: AthleteGroup, groups: Sequence[AthleteGroup]
) -> list[_Target]:
    """What is to be known of each of a day's runs beyond its lines, for a group among *groups*."""
    runner = _of_group(sources, group).runner
    items = sources.plan.weeks[week].day(sources.calendar.days[day])
    sessions = (item.runs or run_sessions(sources, item) for item in items if item.kind != "strength")
    paces = [Paces(one, sources.plan.easy_pace) for one in groups]
    return [
        _target(runner, run, paces) if isinstance(run, Run) else _NO_TARGET
        for runs in sessions
        for run in runs
    ]


def _target(runner: Runner, run: Run, paces: Sequence[Paces]) -> _Target:
    """What a run is for a group; *paces* are those of all groups on the page."""
    races = [step.distance.middle for step in run.steps() if step.effort == "race"]
    metres = races[0] if len(races) == 1 and run.sport == "run" else None
    pace = runner.paces.of_race(metres) if metres else None
    if metres is None or pace is None:
        lap = _lap(runner, run)
        return _Target(lap) if lap or races else _around(runner, run)
    ends = _race_seconds(pace, metres)
    time = runner.clock(Extent(ends[0], ends[-1]), hours=_in_hours(metres, paces))
    return _Target("", NBSP.join(time), runner.paced(pace))


def _around(runner: Runner, run: Run) -> _Target:
    """How easily a group runs before and after what has no pace, such as '8 × 200 m fast'."""
    steps, easy, say = run.steps(), runner.paces.of("easy"), runner.wording.say
    said = {"warm-up": say("warm_up_run"), "cool-down": say("cool_down_run")}
    roles = tuple(dict.fromkeys(said[step.role] for step in steps if step.role))
    if not roles or easy is None or run.sport != "run" or any(map(runner.paces.of_step, steps)):
        return _NO_TARGET
    return _Target(", ".join(role.replace("-", _HYPHEN) for role in roles), runner.paced(easy))


def _race_seconds(pace: Pace, metres: float) -> list[float]:
    """How long a race takes, from the faster end of a pace to the slower one."""
    return [metres / 1000 * (end or 0.0) for end in pace.span]


def _in_hours(metres: float, paces: Sequence[Paces]) -> bool:
    """Whether all groups' times of a race are in hours: everybody takes one, or somebody takes long."""
    known = filter(None, (one.of_race(metres) for one in paces))
    ends = [end for pace in known for end in _race_seconds(pace, metres)]
    return min(ends, default=0.0) >= _HOUR_S or max(ends, default=0.0) >= _LONG_S


def _lap(runner: Runner, run: Run) -> str:
    """What of a run a pace is for, unless for all of it: 'each 400 m', '1.5 km in 5:48–7:21', 'for 20 min'."""
    repeated = run.repeated
    paced = {
        step: id(step) in repeated
        for step in run.steps()
        if runner.paces.of_step(step) and not runner.rates(step)
    }
    if len(run.steps()) == 1 or len(paced) != 1:
        return in_one_line(runner.short(run)) if len(paced) > 1 else ""
    ((step, again),) = paced.items()
    lap, say = runner.quantity(step.amount, as_written=again), runner.wording.say
    pace, metres = runner.paces.of_step(step), step.amount.metres if step.amount.most is None else None
    if again and (not metres or step.amount.value == 1 or step.amount.unit in _ON_TRACK):
        return in_one_line(say("each_lap", lap=lap))
    if not metres or pace is None or step.effort in ("easy", "long"):
        return in_one_line(say("for_lap", lap=lap)) if lap else ""
    time = "–".join(dict.fromkeys(clock(round(metres / 1000 * (end or 0.0))) for end in pace.span))
    said = in_one_line(f"{lap} {say('in_split', time=time)}")
    return said.replace(f"{NBSP}{time}", f" {time}")  # where it may break in a narrow column


def _day(
    common: DayRow, own: Sequence[DayRow], names: Sequence[str], targets: Sequence[Sequence[_Target]]
) -> GroupsDay:
    """A day as all groups have it, and as each has it."""
    runs = tuple(_runs(common, own, names, targets))
    return GroupsDay(common.name, common.date_short, common.rest, runs, common.strength, common.notes)


def _runs(
    common: DayRow, own: Sequence[DayRow], names: Sequence[str], targets: Sequence[Sequence[_Target]]
) -> Iterator[GroupsSession]:
    for number, run in enumerate(common.runs):
        yield _session(run, [row.runs[number] for row in own], names, [target[number] for target in targets])


def _session(
    run: RunSession, own: Sequence[RunSession], names: Sequence[str], targets: Sequence[_Target]
) -> GroupsSession:
    """A run with what all groups have said once: all of it, if they differ in one figure only, else its lines."""
    if run.race and all(target.figure for target in targets):
        raced = [(target.figure, target.about) for target in targets]
        cells = tuple(GroupCell(name, (), *said) for name, said in zip(names, raced, strict=True))
        return GroupsSession(run.title, run.distance, run.unit, run.lines, cells, run.profile)
    figures = [figure_of(run.lines, one.lines) for one in own]
    found = tuple(
        GroupCell(name, (), figure[0] or target.figure, figure[1], target.lap if any(figure) else "")
        for name, figure, target in zip(names, figures, targets, strict=True)
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
    rest = (in_one_line(words) for words in said if words not in paces)
    return found.group() if found else "", _SEPARATED.join(rest)
