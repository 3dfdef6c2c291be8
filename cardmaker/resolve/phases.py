"""A plan's weeks → the phases that they are in, and the race that they lead to."""

from collections.abc import Sequence
from itertools import groupby

from cardmaker.handout import Race
from cardmaker.plan.items import Item
from cardmaker.plan.model import DAYS, Day
from cardmaker.plan.runs.run import Run
from cardmaker.record import record
from cardmaker.resolve.planner import Planner


@record
class RaceDay:
    """A race and where it is in the plan: its entry, its week counted from 0, its day, and *days* after the first."""

    item: Item
    run: Run
    week: int
    day: Day
    days: int


def race_of(planner: Planner) -> RaceDay | None:
    """The last race of a plan, which all before it leads to; None if it has none."""
    plan = planner.sources.plan
    found: RaceDay | None = None
    for week, content in enumerate(plan.weeks):
        for column, day in enumerate(plan.days):
            for item in content.day(day):
                for run in item.runs:
                    if run.hardest == "race":
                        found = RaceDay(item, run, week, day, 7 * week + column)
    return found


def race_tile(planner: Planner, race: RaceDay) -> Race:
    """What is said of the race at the head of a block."""
    sources = planner.sources
    say, runner = sources.wording, sources.runner
    on = sources.calendar.date(race.week, race.day)
    weekday = say.dates.days_long[DAYS.index(race.day)]
    number, unit = runner.amount(race.run)
    distance = f"{number} {unit}"
    name = race.item.name or say.say("run_race")
    when = say.day(on) if on else say.say("in_which_week", week=race.week + 1)
    return Race(
        name=name,
        day=say.say("weekday_date", weekday=weekday, date=when),
        distance="" if number.removesuffix(f"{say.numbers.decimal}0") in name else distance,
        days=say.number(race.days),
    )


def bands_of(planner: Planner) -> tuple[tuple[str, str], ...]:
    """For each week its phase, and how hard that looks: 'easy', 'long', 'tempo' or 'fast'."""
    names = phase_names(planner)
    phases = [(name, len(list(weeks))) for name, weeks in groupby(names)]
    means, start = [], 0
    for _, count in phases:
        means.append(sum(totals.km for totals in planner.totals[start : start + count]) / count)
        start += count
    efforts = _efforts(means, race_last=race_of(planner) is not None)
    bands = zip(phases, efforts, strict=True)
    return tuple((name, effort) for (name, count), effort in bands for _ in range(count))


def phase_names(planner: Planner) -> tuple[str, ...]:
    """For each week the name of its phase: weeks that are only lighter, or the race's, are part of the one before."""
    plan, say = planner.sources.plan, planner.sources.wording
    within = {word.strip().casefold() for word in say.say("weeks_within_a_phase").split(",")}
    found: list[str] = []
    for week in plan.weeks:
        inside = not week.name or week.name.casefold() in within
        found.append(found[-1] if inside and found else "" if inside else week.name)
    first = next(filter(None, found), "")
    return tuple(name or first for name in found)


def _efforts(means: Sequence[float], *, race_last: bool) -> list[str]:
    """The way into a plan and out of it look light; what is between gets darker with the distance run in it.

    A last phase with the most of it is no way out.
    """
    efforts = ["long"] * len(means)
    efforts[0] = "easy"
    if (len(means) > 2 or race_last) and not means[-1] > max(means[:-1], default=means[-1]):
        efforts[-1] = "easy"
    middle = range(1, len(means) - 1) if efforts[-1] == "easy" else range(1, len(means))
    if len(means) == 2 and efforts[-1] == "easy":
        middle = range(1)
    if middle:
        hardest = max(middle, key=lambda index: means[index])
        efforts[hardest] = "fast" if len(middle) > 1 else "tempo"
    return efforts
