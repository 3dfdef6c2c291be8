"""A plan's weeks and the sets in them → overviews: how far, how hard and how strong, week by week."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from cardmaker.handout import (
    Chart,
    ChartBar,
    ChartSpan,
    GroupRow,
    OverviewFact,
    OverviewSheet,
    RunSession,
    Stretch,
    WaveChart,
)
from cardmaker.record import record
from cardmaker.resolve.phases import bands_of, race_of, race_tile
from cardmaker.resolve.planner import Planner, exactly
from cardmaker.resolve.waves import lifts_in_waves
from cardmaker.wording.formats import NBSP

_EASY: Final = ("easy", "long")
"""Efforts at which one can talk; the others are hard."""
MANY, SOME = 10, 5
"""Sets a week for a muscle: about ten make it larger, and half of them still make it stronger (ACSM 2026)."""
_SHORT = 4
"""Weeks of which none need say what they leave out: of longer plans muscles without sets have a row, too."""
_FEW_BARS = 16
"""As many bars leave room for a per cent sign over each."""
_SETS = "sets"
_LEVELS: Final = ("sets-few", "sets-some", "sets-many")


@record
class WeekOfSets:
    """A week's strength: its sessions, its sets, those of each muscle group, and those of muscles in no group."""

    sessions: int
    sets: int
    groups: Mapping[str, int]


@record
class Trained:
    """What is lifted in a plan, for each of its weeks, and which of a group's muscles any of it is for."""

    weeks: tuple[WeekOfSets, ...]
    muscles: Mapping[str, tuple[str, ...]]


def overview_pages(
    planner: Planner, weeks: Sequence[int], most: int, trained: Trained
) -> list[OverviewSheet]:
    """Pages of at most *most* weeks, of about equal length, on one scale; all else on them is of all these weeks."""
    if not weeks:
        return []
    pages = -(-len(weeks) // most)
    each = -(-len(weeks) // pages)
    parts = [weeks[start : start + each] for start in range(0, len(weeks), each)]
    return [
        _overview(planner, part, weeks, trained, (number, len(parts)) if len(parts) > 1 else None)
        for number, part in enumerate(parts, 1)
    ]


def _overview(
    planner: Planner,
    weeks: Sequence[int],
    chosen: Sequence[int],
    trained: Trained,
    page: tuple[int, int] | None,
) -> OverviewSheet:
    """The page of some weeks, of all those *chosen* for such pages."""
    sources, say = planner.sources, planner.sources.wording
    race = race_of(planner)
    last = race.week if race else -1
    lifting = [trained.weeks[week] for week in chosen if trained.weeks[week].sessions]
    groups = tuple(_groups(planner, trained, lifting))
    which = say.say("page_part", part=page[0], parts=page[1]) if page else ""
    part = say.say("part", part=page[0], parts=page[1]) if page else ""
    sign = f"{NBSP}%" if len(weeks) <= _FEW_BARS else ""
    count, span = planner.weeks_said(chosen), sources.calendar.span(weeks[0], weeks[-1])
    return OverviewSheet(
        head=planner.head,
        subtitle="  ·  ".join(filter(None, [count, span, which])),
        facts=tuple(_facts(planner, chosen, trained)),
        spans=tuple(_spans(planner, weeks)),
        distance=_chart(weeks, last, [_distance(planner, week) for week in _all(planner)]),
        longest=_chart(weeks, last, [_longest(planner, week) for week in _all(planner)]),
        shares=_chart(weeks, last, [_share(planner, week, sign) for week in _all(planner)]),
        sets=_chart(weeks, last, [_sets(planner, week) for week in trained.weeks]),
        waves=tuple(_waves(planner, weeks, last)),
        groups=tuple(row for row in groups if row.bar or len(weeks) > _SHORT),
        groups_most=max((row.bar[0].km for row in groups if row.bar), default=1.0),
        groups_note=say.say("groups_note", weeks=say.count("weeks", len(lifting))),
        body=sources.deck.gallery.body_in(_marks(groups, trained)),
        body_alt="; ".join(f"{row.name}: {row.sets}" for row in groups if row.bar),
        race=race_tile(planner, race) if race else None,
        name=" ".join(filter(None, [say.say("overview"), part])),
        shades=planner.shades(planner.mix(planner.totals[week]) for week in weeks),
        estimate=planner.estimate([planner.totals[week] for week in chosen]),
    )


def _all(planner: Planner) -> range:
    return range(len(planner.totals))


_Bar = tuple[str, tuple[Stretch, ...]]
"""What is said above a bar, and its parts."""


def _chart(weeks: Sequence[int], race: int, bars: Sequence[_Bar]) -> Chart:
    """The bars of some weeks, on the scale of all of them."""
    most = max((sum(part.km for part in parts) for _, parts in bars), default=0.0) or 1.0
    shown = tuple(ChartBar(str(week + 1), *bars[week], strong=week == race) for week in weeks)
    return Chart(shown, most)


def _distance(planner: Planner, week: int) -> _Bar:
    totals = planner.totals[week]
    mix = planner.mix(totals)
    return planner.in_bar(totals) if mix else "", mix


def _longest(planner: Planner, week: int) -> _Bar:
    run = _longest_run(planner, [week])
    if run is None:
        return "", ()
    if planner.by_time and run.unit != planner.sources.runner.unit:
        return run.distance, (Stretch(run.km, run.effort),)
    about = "" if run.unit == planner.sources.runner.unit else "≈"
    return f"{about}{_far(planner, run.km)}", (Stretch(run.km, run.effort),)


def _longest_run(planner: Planner, weeks: Iterable[int]) -> RunSession | None:
    """The longest run of some weeks, races apart."""
    runs = (run for week in weeks for day in planner.days[week] for run in day.runs)
    trained = (run for run in runs if run.km and not (run.sport or run.race))
    return max(trained, key=lambda one: one.km, default=None)


def _far(planner: Planner, km: float) -> str:
    return planner.sources.wording.number(planner.sources.runner.in_unit(km), 1)


def _share(planner: Planner, week: int, sign: str) -> _Bar:
    """How much of a week's running, races apart, is easy, in per cent, with what is hard on top of it."""
    by_effort = planner.training(week)
    whole = sum(by_effort.values())
    if not whole:
        return "", ()
    easy = round(100 * sum(by_effort[effort] for effort in _EASY) / whole)
    hard = {effort: amount for effort, amount in by_effort.items() if effort not in _EASY}
    unit = (100 - easy) / (sum(hard.values()) or 1.0)  # of what the easy part leaves, since that is rounded
    parts = [Stretch(easy, "easy"), *(Stretch(unit * amount, effort) for effort, amount in hard.items())]
    return f"{planner.sources.wording.number(easy)}{sign}", tuple(part for part in parts if part.km)


def _sets(planner: Planner, week: WeekOfSets) -> _Bar:
    if not week.sets:
        return "", ()
    return planner.sources.wording.number(week.sets), (Stretch(week.sets, _SETS),)


def _waves(planner: Planner, weeks: Sequence[int], race: int) -> Iterator[WaveChart]:
    """The heaviest set of each lift that goes in waves, week by week."""
    say, deck = planner.sources.wording, planner.sources.deck
    for wave in lifts_in_waves(planner.sources.plan, planner.waves):
        bars = [
            (say.number(wave.tops[week], 1), (Stretch(wave.tops[week], _SETS),))
            if week in wave.tops
            else ("", ())
            for week in _all(planner)
        ]
        sign, _, base = wave.unit.partition(" ")
        of = say.say(f"of_{base.lower()}") if base not in ("", "1RM") else ""
        unit = f"{say.units.get(sign, sign)}{NBSP}{of}".rstrip()
        yield WaveChart(
            deck.library.get(wave.exercise).name,
            say.say("heaviest_set", unit=unit),
            _chart(weeks, race, bars),
        )


def _spans(planner: Planner, weeks: Sequence[int]) -> Iterator[ChartSpan]:
    bands = bands_of(planner)
    for (name, effort), within in groupby(weeks, lambda week: bands[week]):
        yield ChartSpan(name, effort, len(list(within)))


def _facts(planner: Planner, weeks: Sequence[int], trained: Trained) -> Iterator[OverviewFact]:
    """The numbers of some weeks in all."""
    every, lifted = [planner.totals[week] for week in weeks], [trained.weeks[week] for week in weeks]
    say, runner = planner.sources.wording, planner.sources.runner
    whole = sum(sum(planner.amounts(totals).values()) for totals in every)
    longest = _longest_run(planner, weeks)
    if whole:
        about = "≈" if any(totals.estimated and not planner.by_time for totals in every) else ""
        in_all = (
            runner.clock(exactly(whole))
            if planner.by_time
            else (say.number(runner.in_unit(whole)), runner.unit)
        )
        yield OverviewFact(f"{about}{NBSP.join(in_all)}", say.say("fact_distance"))
        yield OverviewFact(say.number(sum(totals.runs for totals in every)), say.say("fact_runs"))
    if longest:
        runs = [planner.training(week) for week in weeks]
        easy = sum(amounts[effort] for amounts in runs for effort in _EASY)
        far = (
            (longest.distance, longest.unit) if planner.by_time else (_far(planner, longest.km), runner.unit)
        )
        share = 100 * easy / sum(sum(amounts.values()) for amounts in runs)
        yield OverviewFact(NBSP.join(far), say.say("fact_longest"))
        easily = say.say("fact_easy_by_time" if planner.by_time else "fact_easy")
        yield OverviewFact(f"{say.number(share)}{NBSP}%", easily)
    sets = sum(week.sets for week in lifted)
    if sets:
        yield OverviewFact(say.number(sum(week.sessions for week in lifted)), say.say("fact_sessions"))
        yield OverviewFact(say.number(sets), say.say("fact_sets"))


def _groups(planner: Planner, trained: Trained, lifting: Sequence[WeekOfSets]) -> Iterator[GroupRow]:
    """What is trained, muscle by muscle, and what isn't; none in a plan without strength."""
    say = planner.sources.wording
    for group in trained.muscles if any(week.sets for week in lifting) else ():
        found = [week.groups.get(group, 0) for week in lifting]
        mean = sum(found) / len(found)
        ends = dict.fromkeys((min(found), max(found)))
        yield GroupRow(
            name=say.muscle_names([group]) if group in say.muscles else say.say(f"group_{group}"),
            sets=say.number(mean, 1) if mean else "–",
            span="–".join(map(say.number, ends)) if len(ends) > 1 else "",
            bar=(Stretch(mean, _level(mean)),) if mean else (),
        )


def _level(mean: float) -> str:
    return _LEVELS[(mean >= SOME) + (mean >= MANY)]


def _marks(groups: Sequence[GroupRow], trained: Trained) -> tuple[tuple[str, str], ...]:
    """The surface of each muscle that anything is done for: that of its group."""
    rows = zip(groups, trained.muscles.values(), strict=bool(groups))
    return tuple((muscle, row.bar[0].effort) for row, muscles in rows if row.bar for muscle in muscles)
