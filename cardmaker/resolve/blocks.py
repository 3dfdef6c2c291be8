"""A plan's weeks → block sheets: many weeks on one page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from cardmaker.handout import (
    BlockDay,
    BlockSession,
    BlockSheet,
    BlockWeek,
    DayRow,
    Rich,
    StrengthSession,
    Stretch,
)
from cardmaker.plan.items import Item
from cardmaker.plan.model import Day
from cardmaker.plan.runs.run import Run
from cardmaker.resolve.days import in_brief, run_sessions
from cardmaker.resolve.phases import RaceDay, bands_of, race_of, race_tile
from cardmaker.resolve.planner import (
    LEAST_SCALE_KM,
    Planner,
    bar_of,
    distance_of,
    hardest_run,
    kind_word,
)
from cardmaker.resolve.waves import exercises_of
from cardmaker.wording.wording import capital

_COMPOUND = 14
"""Letters of a word as wide as a day's cell."""
_SEVERAL = 2
"""Letters that leave no room for the month next to them."""


def block_pages(
    planner: Planner, weeks: Sequence[int], most: int, sets: Sequence[int] = ()
) -> list[BlockSheet]:
    """Pages of at most *most* weeks, of about equal length; none if it is 0. *sets* are those of each week."""
    if not weeks or not most:
        return []
    parts = list(_block(planner, weeks, sets).in_parts(most))
    if len(parts) == 1:
        return parts
    return [in_part(planner, part, number, len(parts)) for number, part in enumerate(parts, 1)]


def in_part(planner: Planner, part: BlockSheet, number: int, parts: int) -> BlockSheet:
    """A page of several, which says under its title which one it is."""
    say = planner.sources.wording.say
    which = say("page_part", part=number, parts=parts)
    name = f"{part.name} {say('part', part=number, parts=parts)}"
    return replace(part, subtitle=f"{part.subtitle}  ·  {which}", name=name)


def _block(planner: Planner, weeks: Sequence[int], sets: Sequence[int]) -> BlockSheet:
    sources, say = planner.sources, planner.sources.wording
    count = planner.weeks_said(weeks)
    span = sources.calendar.span(weeks[0], weeks[-1])
    bands = bands_of(planner)
    race = race_of(planner)
    estimate = planner.estimate(planner.totals)
    rows = tuple(
        _week(planner, week, bands[week], race, sets[week] if sets else 0, rounded=bool(estimate))
        for week in weeks
    )
    return BlockSheet(
        head=planner.head,
        subtitle="  ·  ".join(filter(None, [count, span])),
        day_names=tuple(sources.calendar.name(day) for day in sources.calendar.days),
        weeks=rows,
        note=say.say("block_note"),
        scale_km=max(LEAST_SCALE_KM, _longest_km(planner)),
        mix_km=max(LEAST_SCALE_KM, planner.most_km) if planner.running else max(sets, default=1),
        name=say.say("block"),
        race=race_tile(planner, race) if race else None,
        shades=planner.shades(bar for week in rows for bar in (week.mix, *(day.bar for day in week.days))),
        estimate=estimate,
    )


def _longest_km(planner: Planner) -> float:
    """The longest day that is drawn as a bar: one with a race has a tile."""
    plan, runner = planner.sources.plan, planner.sources.runner
    barred = (
        sum(run.km for run in row.runs if not run.sport)
        for week, rows in zip(plan.weeks, planner.days, strict=True)
        for day, row in zip(plan.days, rows, strict=True)
        if not _is_race(hardest_run(runner, week.day(day)))
    )
    return max(barred, default=0.0)


def _is_race(run: Run | None) -> bool:
    return run is not None and run.hardest == "race"


def _week(
    planner: Planner, week: int, band: tuple[str, str], race: RaceDay | None, sets: int, *, rounded: bool
) -> BlockWeek:
    sources, totals = planner.sources, planner.totals[week]
    total, unit = planner.total(totals, rounded=rounded)
    days = zip(sources.calendar.days, planner.days[week], strict=True)
    left = race.days - 7 * week if race else 0
    return BlockWeek(
        number=str(week + 1),
        phase=sources.plan.weeks[week].name,
        dates=sources.calendar.span_lines(week),
        days=tuple(_day(planner, week, day, row) for day, row in days),
        total=total,
        unit=unit,
        mix=planner.mix(totals) if planner.running else (Stretch(sets, "sets"),),
        strength=planner.strength(totals),
        span=sources.calendar.short_span(week),
        to_go=sources.wording.count("days_to_go", left) if left > 0 else "",
        band=band[0],
        band_effort=band[1],
        done=planner.done_word(unit),
        sets=sources.wording.count("sets_count", sets) if sets else "",
    )


def _day(planner: Planner, week: int, day: Day, row: DayRow) -> BlockDay:
    sources = planner.sources
    on, column = sources.calendar.date(week, day), sources.calendar.days.index(day)
    first = on is not None and (on.day == 1 or (week == 0 and column == 0))
    items = sources.plan.weeks[week].day(day)
    hardest = hardest_run(sources.runner, items)
    race = _is_race(hardest)
    text = " + ".join([_in_short(planner, items, hardest), *_others(planner, items, hardest)])
    pace = sources.runner.pace(hardest) if hardest else ""
    keys = dict.fromkeys(item.cards for item in items if item.cards)
    letters = tuple(sources.plan.labels[key] for key in keys)
    rest = row.rest is not None or not items
    named = race or (first and len(letters) < _SEVERAL)
    return BlockDay(
        date=(sources.wording.day(on, short=True) if named else str(on.day)) if on else "",
        text=text,
        short=_in_a_word(planner, items, hardest),
        strong=race,
        strength=any(item.kind == "strength" for item in items),
        bar=bar_of(row.runs),
        distance=distance_of(sources.runner, row.runs),
        rest=rest,
        pace="" if pace in text else pace,
        letters=letters,
        tick=bool(letters) or not rest,
        first=first,
        month_above=on is not None and on.day <= 7 and week > 0,
        month_left=on is not None and on.day == 1 and column > 0,
        sessions=() if rest else tuple(_sessions(planner, items, row.strength)),
    )


def _others(planner: Planner, items: Sequence[Item], hardest: Run | None) -> Iterator[str]:
    """The day's runs but the hardest, in a word or two."""
    for item in items:
        for run in item.runs:
            if run is not hardest:
                short = planner.sources.runner.short(run)
                yield short[:1].lower() + short[1:] if short[1:2].islower() else short


def _sessions(
    planner: Planner, items: Sequence[Item], strength: Sequence[StrengthSession]
) -> Iterator[BlockSession]:
    """What is to be done on a day, one by one, in the plan's order; *strength* is what its workouts are made of."""
    workouts = iter(strength)
    for item in items:
        if item.runs:
            for index, (run, how) in enumerate(
                zip(item.runs, run_sessions(planner.sources, item), strict=True)
            ):
                yield _session_of(planner, run, "" if index else item.name, how.lines)
        elif item.kind == "strength":
            name = item.name or planner.sources.plan.workout_name(item.cards)
            first = frozenset[int]() if planner.running else frozenset([0])
            exercises = exercises_of(next(workouts, None), planner.waves.get(item.cards) or first)
            yield BlockSession(in_brief(name) or _strength_word(planner), exercises=exercises)
        elif item.kind == "note" and all(one.kind == "note" for one in items):
            words = in_brief(item.name, item.note)
            said = Rich(((item.note, False),))
            called = words or planner.sources.wording.say("day_note")
            yield BlockSession(called, steps=() if words == item.note else (said,))
        elif item.sport or item.kind in ("cross-training", "recovery"):
            steps = tuple(line for how in run_sessions(planner.sources, item) for line in how.lines)
            yield BlockSession(_in_short(planner, [item], None), steps=steps)


def _session_of(planner: Planner, run: Run, name: str, steps: tuple[Rich, ...]) -> BlockSession:
    """A run, with its name unless that says the same, the pace of what is hardest in it, and its *steps*."""
    text, pace = _unbroken(_but_its_pace(planner, run)), planner.sources.runner.pace(run)
    alike = text.casefold() in name.casefold() or _words_of(name) <= _words_of(text) | _JOINING
    named = "" if alike else in_brief(name)
    said = " · ".join(filter(None, [named, "" if pace in text else pace]))
    again = any(text.replace("\u2011", "-") in str(step) for step in steps)
    plain = not said and planner.sources.runner.called(run) != planner.sources.runner.short(run)
    title = _unbroken(in_brief(name) or planner.sources.runner.title(run)) if again or plain else ""
    return BlockSession(text, said, steps, title=title)


_JOINING: Final = frozenset({"with", "and", "mit", "und"})
"""Words that say no more than a sign between others: 'Easy with strides' is 'Easy + strides'."""


def _words_of(text: str) -> frozenset[str]:
    """A text's words, without the signs between them."""
    return frozenset(word.strip("+,:·()") for word in text.casefold().replace("\xad", "").split()) - {""}


def _but_its_pace(planner: Planner, run: Run) -> str:
    """A run in short, without the pace at its end, which has a line of its own."""
    runner = planner.sources.runner
    text, pace = runner.short(run), runner.pace(run)
    return text.removesuffix(f" {planner.sources.wording.say('at_pace', pace=pace)}") if pace else text


def _unbroken(text: str) -> str:
    """A run whose compounds stay whole in a narrow cell, as 'half-marathon', but for those that have no room there."""
    words = text.split(" ")
    return " ".join(word.replace("-", "\u2011") if len(word) <= _COMPOUND else word for word in words)


def _in_short(planner: Planner, items: Sequence[Item], hardest: Run | None) -> str:
    """What is most of a day, in a word or two."""
    say = planner.sources.wording.say
    if hardest:
        return _unbroken(_but_its_pace(planner, hardest))
    others = [item for item in items if item.sport or item.kind in ("cross-training", "recovery")]
    if others:
        first = others[0]
        sport = planner.sources.runner.title(first.sport) if first.sport else ""
        return (
            in_brief(first.name) or in_brief(sport or first.text) or kind_word(planner.sources.wording, first)
        )
    lifts = next((item for item in items if item.kind == "strength"), None)
    if lifts:
        named = lifts.name or (planner.sources.plan.workout_name(lifts.cards) if lifts.cards else "")
        return in_brief(named) or _strength_word(planner)
    rest = next((item for item in items if item.kind == "rest"), None)
    if rest is None:
        words = in_brief(*(text for item in items for text in (item.name, item.note)))
        return words or say("day_note" if items else "rest_day")
    name = in_brief(rest.name) or say("rest_day")
    return in_brief(f"{name} {rest.rest}".strip()) or name


def _in_a_word(planner: Planner, items: Sequence[Item], hardest: Run | None) -> str:
    """What kind of day it is, where there is room for no more."""
    say = planner.sources.wording.say
    others = [item for item in items if item.sport or item.kind in ("cross-training", "recovery")]
    if not (hardest or others) and any(item.kind == "strength" for item in items):
        return _strength_word(planner)
    if hardest or not (others or all(item.kind == "rest" for item in items)):
        return _in_short(planner, items, hardest)
    if not others:
        return say("rest_day")
    sport = others[0].sport
    return planner.sources.runner.title(sport) if sport else kind_word(planner.sources.wording, others[0])


def _strength_word(planner: Planner) -> str:
    return capital(planner.sources.wording.say("strength_word"))
