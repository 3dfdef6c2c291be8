"""A plan's weeks → week sheets: their days, totals, the weeks among which they are."""

from collections.abc import Mapping, Sequence
from typing import Final

from cardmaker.handout import EffortKey, WeekBar, WeekSheet
from cardmaker.plan.runs.efforts import Effort
from cardmaker.resolve.planner import RAMP, Planner, Totals, exactly

_LEAST_SCALE_KM = 10.0
"""Of a profile as wide as its column, so that a plan of short runs doesn't look like one of long ones."""
_PROFILE_SHARE = 1.1
"""The longest run takes ten elevenths of the width, which leaves its end inside the column."""

_FEW_WALKS = 0.05
"""A share of what is run that isn't worth a row in the key."""
_PACED: Final[Mapping[str, Effort]] = {
    "easy": "easy",
    "long": "long",
    "tempo": "threshold",
    "fast": "interval",
}


def week_pages(planner: Planner, weeks: Sequence[int]) -> list[WeekSheet]:
    """A page for each of the weeks."""
    return [_week(planner, week) for week in weeks]


def _week(planner: Planner, week: int) -> WeekSheet:
    sources = planner.sources
    plan, say = sources.plan, sources.wording.say
    weeks = len(plan.weeks)
    about = plan.weeks[week]
    tab = say("week_of", week=week + 1, weeks=weeks) if weeks > 1 else about.name or say("this_week")
    focus = say("focus", focus=about.focus) if about.focus else ""
    lighter = say("lighter_week") if about.lighter else ""
    phase = about.name if weeks > 1 else ""
    totals = planner.totals[week]
    total, unit = planner.total(totals)
    return WeekSheet(
        head=planner.head,
        subtitle="  ·  ".join(filter(None, [sources.calendar.span(week, week), phase, lighter, focus])),
        tab=tab,
        slot=week,
        slots=weeks,
        days=planner.days[week],
        total=total,
        total_unit=unit,
        total_lines=_total_lines(planner, totals),
        bars=_bars(planner, week),
        tips=plan.tips,
        scale_km=profile_scale(planner),
        credit=_credit(planner, week),
        week_note="\n".join(line for line in about.note.split("\n") if line),
        name=say("week_number", week=week + 1) if weeks > 1 else tab,
        key=(*_walks(planner, week), *effort_key(planner)),
    )


def _walks(planner: Planner, week: int) -> tuple[EffortKey, ...]:
    """What walks are like, in a week that has more than those between a few strides: their bars look other."""
    say = planner.sources.wording.say
    stretches = [one for day in planner.days[week] for run in day.runs for one in run.profile]
    if sum(one.km for one in stretches if one.walk) <= _FEW_WALKS * sum(one.km for one in stretches):
        return ()
    pace = "–" if planner.sources.runner.paces.known else ""
    return (EffortKey("walk", say("key_walk"), say("talk_walk"), say("rpe_walk"), pace),)


def effort_key(planner: Planner) -> tuple[EffortKey, ...]:
    """How hard the plan's runs are, the easiest first: only what it has."""
    say = planner.sources.wording.say
    used = {
        stretch.effort for week in planner.days for day in week for run in day.runs for stretch in run.profile
    }
    return tuple(
        EffortKey(
            effort, say(f"key_{effort}"), say(f"talk_{effort}"), say(f"rpe_{effort}"), _pace(planner, effort)
        )
        for effort in RAMP
        if effort in used
    )


def _pace(planner: Planner, effort: str) -> str:
    """The pace of runs as hard as that, of the hardest that of intervals; a dash where only others are known."""
    runner = planner.sources.runner
    if not runner.paces.known:
        return ""
    pace = runner.paces.of(_PACED[effort])
    return runner.pace_span(pace) if pace else "–"


def _credit(planner: Planner, week: int) -> str:
    """The line that names who made the pictures of a week's strength sessions."""
    plan = planner.sources.plan
    workouts = {item.cards for item in plan.weeks[week].items if item.kind == "strength" and item.cards}
    entries = (entry for key in plan.workouts if key in workouts for entry in plan.workouts[key].entries)
    return planner.sources.deck.gallery.credit(*dict.fromkeys(entry.exercise for entry in entries))


def profile_scale(planner: Planner) -> float:
    """How many km are as long as a profile's box."""
    return max(_LEAST_SCALE_KM, planner.longest_km * _PROFILE_SHARE)


def _total_lines(planner: Planner, totals: Totals) -> tuple[str, ...]:
    say, runner = planner.sources.wording, planner.sources.runner
    lines = []
    if totals.runs:
        line = say.count("runs", totals.runs)
        if totals.whole_time and totals.seconds:
            line += f", {say.say('in_time', time=' '.join(runner.clock(exactly(totals.seconds))))}"
        elif totals.about_s:
            line += f", {say.say('about_time', time=' '.join(runner.clock(exactly(totals.about_s))))}"
        lines.append(line)
    if totals.estimated:
        distance = f"{say.number(runner.in_unit(totals.km))} {runner.unit}"
        time = " ".join(runner.clock(exactly(totals.open_s)))
        phrase = "estimated" if totals.whole_time else "estimated_with" if totals.open_s else "estimated_at"
        lines.append(say.say(phrase, distance=distance, time=time, pace=runner.easy))
    if totals.climb_m:
        lines.append(say.say("climb", climb=runner.climb(totals.climb_m)))
    lines += _sport_lines(planner, totals)
    if totals.strength:
        lines.append(say.count("strengths", totals.strength))
    if totals.crosses and lines:  # next to others: alone it is no total
        lines.append(say.count("crosses", totals.crosses))
    return tuple(lines)


def _sport_lines(planner: Planner, totals: Totals) -> list[str]:
    """'Bike 60 km, 1:30 h': each other sport added up, the distances that are said and the times of the others."""
    runner, say = planner.sources.runner, planner.sources.wording.say
    lines = []
    for sport in dict.fromkeys(run.sport for run in totals.sports):
        runs = [run for run in totals.sports if run.sport == sport]
        metres = sum(run.distance.least for run in runs)
        seconds = sum(run.duration.middle or 0.0 for run in runs if run.distance.most is None)
        amounts = [f"{runner.kilometres(exactly(metres))} {runner.unit}"] if metres else []
        amounts += [" ".join(runner.clock(exactly(seconds)))] if seconds else []
        lines.append(f"{say(f'sport_{sport}')} {', '.join(amounts)}".strip())
    return lines


def _bars(planner: Planner, now: int) -> tuple[WeekBar, ...]:
    """All weeks as bars; none where they are all alike, which shows nothing."""
    if len({round(totals.km, 3) for totals in planner.totals}) == 1:
        return ()
    states = ("done", "now", "coming")
    return tuple(
        WeekBar(
            label=str(week + 1),
            value=planner.in_bar(totals),
            km=sum(planner.amounts(totals).values()),
            state=states[(week >= now) + (week > now)],
        )
        for week, totals in enumerate(planner.totals)
    )
