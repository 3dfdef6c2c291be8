"""A plan's weeks → calendar pages: a page for each month, or for a few weeks of a plan without dates."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from cardmaker.handout import MonthDay, MonthSession, MonthSheet, MonthWeek, StrengthSession, Stretch
from cardmaker.plan.items import Item
from cardmaker.plan.runs.run import Run
from cardmaker.resolve.days import in_brief
from cardmaker.resolve.phases import race_of, race_tile
from cardmaker.resolve.planner import LEAST_SCALE_KM, Planner, distance_of, kind_word
from cardmaker.resolve.waves import exercises_of
from cardmaker.wording.formats import NBSP
from cardmaker.wording.wording import capital

_WEEK = timedelta(days=7)
_Month = tuple[int, int]
"""A year and its month."""
_EASY = ("easy", "recovery", "steady", "long", "jog", "walk", "strides", "race")
"""Runs whose name says enough."""


def month_pages(
    planner: Planner, weeks: Sequence[int], most: int, sets: Sequence[int] = ()
) -> list[MonthSheet]:
    """A page for each month that has a day of *weeks*; without dates, pages of at most *most* weeks.

    A month of one week is on the page of the month next to it, if that has at most one week more than *most* then.
    *sets* are those of strength in each week.
    """
    start = planner.sources.plan.start
    if start is None:
        each = -(-len(weeks) // -(-len(weeks) // most)) if weeks else most
        pages = [weeks[first : first + each] for first in range(0, len(weeks), each)]
        return [_undated(planner, page, sets) for page in pages]
    return [
        _month(planner, start, months, frozenset(weeks), sets)
        for months in _shared_out(start, weeks, most + 1)
    ]


def _shared_out(start: date, weeks: Sequence[int], rows: int) -> list[tuple[_Month, ...]]:
    """The months of each page: one, and a month of a single week next to it, on at most so many *rows*."""
    pages: list[tuple[_Month, ...]] = []
    for month in dict.fromkeys((on.year, on.month) for week in weeks for on in _dates(start, week)):
        before = pages[-1] if pages else ()
        alone = any(len(_rows_of(start, weeks, page)) == 1 for page in (before, (month,)))
        joined = (*before, month)
        adjacent = bool(before) and _follows(before[-1], month)
        if alone and adjacent and len(_rows_of(start, weeks, joined)) <= rows:
            pages[-1] = joined
        else:
            pages.append((month,))
    return pages


def _follows(before: _Month, month: _Month) -> bool:
    return 12 * before[0] + before[1] + 1 == 12 * month[0] + month[1]


def _rows_of(start: date, weeks: Iterable[int], months: Sequence[_Month]) -> range:
    """The weeks of the plan in a page's rows: from the first that has a day of its months to the last."""
    own = [week for week in weeks if any(_is_in(months, on) for on in _dates(start, week))]
    return range(min(own), max(own) + 1) if own else range(0)


def _undated(planner: Planner, weeks: Sequence[int], sets: Sequence[int]) -> MonthSheet:
    say = planner.sources.wording
    first, last = weeks[0] + 1, weeks[-1] + 1
    several = say.say("weeks_span", first=first, last=last)
    name = several if last > first else say.say("week_number", week=first)
    rows = (_week(planner, week, tuple(_day(planner, week, day) for day in range(7)), sets) for week in weeks)
    return _sheet(planner, name, rows, range(len(planner.sources.plan.weeks)))


def _month(
    planner: Planner, start: date, months: Sequence[_Month], weeks: frozenset[int], sets: Sequence[int]
) -> MonthSheet:
    """A page's rows: weeks as the plan counts them, each day with its date."""
    rows = tuple(_rows(planner, start, months, weeks, sets))
    name = planner.sources.wording.months([date(year, month, 1) for year, month in months])
    return _sheet(planner, name, rows, [int(row.number) - 1 for row in rows if row.number])


def _rows(
    planner: Planner, start: date, months: Sequence[_Month], weeks: frozenset[int], sets: Sequence[int]
) -> Iterator[MonthWeek]:
    rows = _rows_of(start, weeks, months)
    named = _dates(start, rows[0])[0] if len(months) > 1 else None
    for row in rows:
        week = row if row in weeks else None
        days = tuple(
            _day(planner, week, index, on, outside=not _is_in(months, on), named=on.day == 1 or on == named)
            for index, on in enumerate(_dates(start, row))
        )
        yield _week(planner, week, days, sets)


def _dates(start: date, week: int) -> list[date]:
    return [start + week * _WEEK + timedelta(days=day) for day in range(7)]


def _is_in(months: Sequence[_Month], on: date) -> bool:
    return (on.year, on.month) in months


def _sheet(planner: Planner, name: str, rows: Iterable[MonthWeek], shown: Sequence[int]) -> MonthSheet:
    """A page of *rows*, which says under its name that it is of the weeks *shown*."""
    sources, made, race = planner.sources, tuple(rows), race_of(planner)
    days = (sum(run.km for run in day.runs) for week in planner.days for day in week)
    return MonthSheet(
        head=planner.head,
        name=name,
        subtitle="  ·  ".join([sources.plan.title, planner.weeks_said(shown)]),
        day_names=tuple(sources.calendar.name(day) for day in sources.calendar.days),
        weeks=made,
        scale_km=max([LEAST_SCALE_KM, *days]),
        mix_km=max(LEAST_SCALE_KM, planner.most_km),
        shades=planner.shades(bar for week in made for bar in (week.mix, *(day.bar for day in week.days))),
        race=race_tile(planner, race) if race else None,
        estimate=planner.estimate(planner.totals),
    )


def _week(planner: Planner, week: int | None, days: tuple[MonthDay, ...], sets: Sequence[int]) -> MonthWeek:
    if week is None:
        return MonthWeek("", "", days)
    totals = planner.totals[week]
    total, unit = planner.total(totals, rounded=bool(planner.estimate(planner.totals)))
    count = sets[week] if sets else 0
    lifted = planner.sources.wording.count("sets_count", count) if count else ""
    phase = planner.sources.plan.weeks[week].name
    return MonthWeek(str(week + 1), phase, days, total, unit, planner.mix(totals), lifted)


def _day(
    planner: Planner,
    week: int | None,
    index: int,
    on: date | None = None,
    *,
    outside: bool = False,
    named: bool = False,
) -> MonthDay:
    """A day of a week, *outside* the page's months or in one of them; *named* with its month in any case."""
    sources = planner.sources
    words = ""
    if on:
        words = sources.wording.day(on, short=True) if outside or named else str(on.day)
    first = on is not None and on.day == 1 and not outside
    if week is None:
        return MonthDay(words, first=first, outside=outside)
    row = planner.days[week][index]
    items = sources.plan.weeks[week].day(sources.calendar.days[index])
    work = tuple(_sessions(planner, items, row.strength))
    keys = dict.fromkeys(item.cards for item in items if item.cards)
    race = any(run.hardest == "race" for item in items for run in item.runs)
    distance = distance_of(sources.runner, row.runs)
    said = race and any(f" {distance} " in f" {session.text.replace(NBSP, ' ')} " for session in work)
    return MonthDay(
        date=words,
        sessions=work or (_rest(planner, items),),
        rest=not work,
        letters=tuple(sources.plan.labels[key] for key in keys),
        bar=tuple(Stretch(run.km, run.effort) for run in row.runs if run.km),
        distance="" if said else distance,
        race=race,
        first=first,
        outside=outside,
    )


def _sessions(
    planner: Planner, items: Sequence[Item], strength: Sequence[StrengthSession]
) -> Iterator[MonthSession]:
    """What is to be done on a day, in the plan's order; *strength* is what its workouts are made of."""
    sources, workouts = planner.sources, iter(strength)
    for item in items:
        if item.kind == "run":
            yield from _runs(planner, item)
        elif item.kind == "strength":
            name = item.name or sources.plan.workout_name(item.cards)
            lifts = exercises_of(next(workouts, None), planner.waves.get(item.cards, frozenset()))
            waves = "".join(f"\n{one.name}\n{one.sets}\n{one.load}".rstrip() for one in lifts if one.wave)
            yield MonthSession(
                name, capital(sources.wording.say("strength_word")), name if waves else "", waves
            )
        elif item.sport:
            runner = sources.runner
            name = item.name or runner.title(item.sport)
            yield MonthSession(name, f"{name} {' '.join(runner.amount(item.sport))}".strip())
        elif item.kind in ("recovery", "cross-training"):
            name = item.name or _flat(item.text)
            yield MonthSession(name, in_brief(name) or kind_word(sources.wording, item))
        elif item.kind == "note":
            note = _flat(f"{item.name}: {item.note}" if item.name else item.note)
            yield MonthSession(note, in_brief(note) or sources.wording.say("day_note"), tick=False)


def _runs(planner: Planner, item: Item) -> Iterator[MonthSession]:
    """The runs of an entry, of which the first carries its name, and what it is unless the name says enough."""
    for index, run in enumerate(item.runs):
        short = planner.sources.runner.short(run)
        name = item.name if index == 0 else ""
        called = planner.sources.runner.called(run)
        text = f"{name}: {short}" if name and run.hardest not in _EASY else name or called
        how = _how(planner, run)
        title = name or (planner.sources.runner.title(run) if how else called)
        when = f"{run.when} · " if run.when else ""
        yield MonthSession(
            f"{when}{text}", short, f"{when}{title if how else text}", f"\n{how}" if how else ""
        )


def _how(planner: Planner, run: Run) -> str:
    """How what is hardest in a run is done, if that needs saying: where nothing is hard, what is repeated."""
    lines = planner.sources.runner.lines(run)
    hard = (str(line) for line in lines if any(strong for _, strong in line.parts))
    repeated = (str(line) for line in lines if "×" in str(line))
    return next(hard, "") or next(repeated, "")


def _rest(planner: Planner, items: Sequence[Item]) -> MonthSession:
    """'Rest', by the name it has, and what may be done instead."""
    word = planner.sources.wording.say("rest_day")
    if not items:
        return MonthSession(word, word, tick=False)
    first = items[0]
    text = " ".join(filter(None, [first.name or word, _flat(first.text)]))
    return MonthSession(text, in_brief(first.name) or word, tick=bool(first.cards))


def _flat(text: str) -> str:
    return " ".join(text.split())
