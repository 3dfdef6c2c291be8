"""A plan's weeks → block sheets: many weeks on one page."""

from collections.abc import Sequence

from cardmaker.handout import BlockDay, BlockSheet, BlockWeek, DayRow
from cardmaker.plan.items import Item
from cardmaker.plan.model import Day
from cardmaker.plan.runs.record import Run
from cardmaker.resolve.planner import RAMP, Planner, distance_of, hardest_run

_LEAST_SCALE_KM = 40 / 3
"""Of a day's bar as high as its box, so that a plan of short runs doesn't look like one of long ones."""


def block_pages(planner: Planner, weeks: Sequence[int], most: int) -> list[BlockSheet]:
    """Pages of at most *most* weeks, of about equal length; none if it is 0."""
    if not weeks or not most:
        return []
    pages = -(-len(weeks) // most)
    each = -(-len(weeks) // pages)
    blocks = [weeks[start : start + each] for start in range(0, len(weeks), each)]
    say = planner.sources.wording.say
    return [
        _block(planner, block, say("part", part=n, parts=len(blocks)) if len(blocks) > 1 else "")
        for n, block in enumerate(blocks, 1)
    ]


def _block(planner: Planner, weeks: Sequence[int], part: str) -> BlockSheet:
    sources, say = planner.sources, planner.sources.wording
    count = say.count("weeks", len(sources.plan.weeks))
    span = sources.calendar.span(weeks[0], weeks[-1])
    return BlockSheet(
        head=planner.head,
        subtitle="  ·  ".join(filter(None, [count, span, part])),
        day_names=tuple(sources.calendar.name(day) for day in sources.calendar.days),
        weeks=tuple(_week(planner, week) for week in weeks),
        note=say.say("block_note"),
        scale_km=max(_LEAST_SCALE_KM, planner.longest_km),
        mix_km=planner.most_km,
        name=" ".join(filter(None, [say.say("block"), part])),
    )


def _week(planner: Planner, week: int) -> BlockWeek:
    sources, totals = planner.sources, planner.totals[week]
    total, unit = planner.total(totals)
    days = zip(sources.calendar.days, planner.days[week], strict=True)
    return BlockWeek(
        number=str(week + 1),
        phase=sources.plan.weeks[week].name,
        dates=sources.calendar.span_lines(week),
        days=tuple(_day(planner, week, day, row) for day, row in days),
        total=total,
        unit=unit,
        mix=planner.mix(totals),
        strength=planner.strength(totals),
    )


def _day(planner: Planner, week: int, day: Day, row: DayRow) -> BlockDay:
    sources = planner.sources
    on = sources.calendar.date(week, day)
    items = sources.plan.weeks[week].day(day)
    hardest = hardest_run(sources.runner, items)
    return BlockDay(
        date=str(on.day) if on else "",
        text=_in_short(planner, items, hardest),
        strong=bool(hardest and hardest.hardest == "race"),
        strength=any(item.kind == "strength" for item in items),
        km=sum(run.km for run in row.runs if not run.sport),
        distance=distance_of(sources.runner, row.runs),
        effort=max((run.effort for run in row.runs if not run.sport), key=RAMP.index, default="easy"),
        rest=row.rest is not None or not items,
    )


def _in_short(planner: Planner, items: Sequence[Item], hardest: Run | None) -> str:
    """What is most of a day, in a word or two."""
    say = planner.sources.wording.say
    if hardest:
        return planner.sources.runner.short(hardest)
    others = [item for item in items if item.sport or item.kind in ("cross-training", "recovery")]
    if others:
        sport = others[0].sport
        return others[0].name or (planner.sources.runner.title(sport) if sport else others[0].text)
    return say("strength_word") if any(item.kind == "strength" for item in items) else say("rest_day")
