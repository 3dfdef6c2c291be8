"""Rules of running: how much more at once, hard days, rest, and the taper to a race."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from cardmaker.coaching.facts import Facts, Training
from cardmaker.coaching.rule import Found, weeks_in_words
from cardmaker.training.taper import TAPER_DAYS, TAPER_LEAST, TAPER_MOST, taper_cut

MOST_MORE: Final = 0.10
"""By how much a week, or the longest run, may grow before it is remarked on."""
TWO_WEEKS_MORE: Final = 0.30
_WEEKS_BEFORE: Final = 3
_DAYS_BEFORE: Final = 30
_LITTLE: Final = {False: 1.0, True: 10.0}
"""Kilometres, and minutes in a plan by time: plans are rounded to halves and fives, so less than this is no step."""

_RACE_TO_TAPER_FOR_KM: Final = 5.0
_FEWEST_WEEKS_TO_TAPER: Final = 4


def week_steps(facts: Facts) -> Iterator[Found]:
    """Weeks of more than a tenth above the most of the three before, so that the return from a lighter one is none."""
    for week, size, before in _steps(facts, range(-_WEEKS_BEFORE, 0), MOST_MORE):
        amounts = f"{facts.amount(size)} of running after {facts.amount(before)}"
        yield ("weeks", week), f"week {week + 1} has {amounts}, {size / before - 1:.0%} more"


def two_week_steps(facts: Facts) -> Iterator[Found]:
    """Weeks of more than 30 % above the most of those two weeks and more before, but in the last four."""
    for week, size, before in _steps(facts, range(-4, -1), TWO_WEEKS_MORE):
        amounts = f"{facts.amount(size)} of running, two weeks after {facts.amount(before)}"
        yield ("weeks", week), f"week {week + 1} has {amounts}: {size / before - 1:.0%} more"


def _steps(facts: Facts, back: range, most: float) -> Iterator[tuple[int, float, float]]:
    """Weeks that grow by more than *most* over the largest of the weeks *back* from them, with both sizes.

    Runs that may be left out don't count, and races neither: they are what the weeks lead to.
    """
    sizes = [
        facts.size([run for day in week for run in day.runs if not run.optional and run.hardest != "race"])
        for week in facts.weeks
    ]
    for week, size in enumerate(sizes):
        before = max((sizes[week + step] for step in back if week + step >= 0), default=0.0)
        if before and _is_step(facts, size, before, most):
            yield week, size, before


def _is_step(facts: Facts, size: float, before: float, most: float) -> bool:
    """Whether *size* is more than *most* above what was *before*, and by more than plans are rounded by."""
    return size > before * (1 + most) + 1e-6 and size - before > _LITTLE[facts.by_time]


def longest_runs(facts: Facts) -> Iterator[Found]:
    """Runs of more than a tenth above the longest of the 30 days before, from the second week on, but races."""
    longest: list[tuple[int, float]] = []
    for day in facts.days:
        for run in day.runs:
            size = facts.size([run])
            known = [other for number, other in longest if 0 < day.number - number <= _DAYS_BEFORE]
            before = max(known, default=0.0)
            if day.week and before and _is_step(facts, size, before, MOST_MORE) and run.hardest != "race":
                yield (
                    day.path,
                    f"{facts.amount(size)} on {day.name} of week {day.week + 1} is {size / before - 1:.0%} longer than "
                    f"the longest run of the {_DAYS_BEFORE} days before, {facts.amount(before)}"
                    f"{_band(size / before - 1)}",
                )
            longest.append((day.number, size))


def _band(more: float) -> str:
    """Which of the bands that were studied it falls into."""
    if more > 1:
        return "; more than twice as long"
    return "; from 30 % on" if more > TWO_WEEKS_MORE else ""


def hard_days(facts: Facts) -> Iterator[Found]:
    """Two days running with a hard run each."""
    pairs: dict[tuple[str, str], list[Training]] = defaultdict(list)
    for day, after in zip(facts.days, facts.days[1:], strict=False):
        if day.is_hard and after.is_hard:
            pairs[day.name, after.name].append(after)
    for (first, second), days in pairs.items():
        weeks = weeks_in_words(sorted({day.week for day in days}))
        yield days[0].path, f"{first} and {second} both have a hard run ({weeks})"


def no_rest(facts: Facts) -> Iterator[Found]:
    """Weeks in which something is done on every day."""
    weeks = [number for number, week in enumerate(facts.weeks) if not any(day.is_free for day in week)]
    if weeks:
        yield ("weeks", weeks[0]), f"no day of rest in {weeks_in_words(weeks)}"


def taper_volume(facts: Facts) -> Iterator[Found]:
    """Too little or too much less running in the week before a race than in the most of the weeks before it."""
    race = _race_to_taper_for(facts)
    if not race:
        return
    cut = taper_cut([facts.size(day.runs) for day in facts.days], race.number)
    if not cut or cut.works:
        return
    amounts = f"{facts.amount(cut.last)} after {facts.amount(cut.peak)} in the hardest seven days"
    what = "only " if cut.less < TAPER_LEAST else ""
    yield (
        race.path,
        f"the seven days before the race have {what}{max(0.0, cut.less):.0%} less running: {amounts}; "
        f"{TAPER_LEAST:.0%} to {TAPER_MOST:.0%} less works best",
    )


def taper_intensity(facts: Facts) -> Iterator[Found]:
    """No hard run in the fortnight before a race, where there were some before."""
    race = _race_to_taper_for(facts)
    if not race:
        return
    hard = [day.number for day in facts.days[: race.number] if day.is_hard]
    if hard and race.number - hard[-1] > 2 * TAPER_DAYS:
        yield (
            race.path,
            f"the last hard run is {race.number - hard[-1]} days before the race; keep some, but less of it",
        )


def heavy_in_taper(facts: Facts) -> Iterator[Found]:
    """Heavy lifting for the legs in the week of a race."""
    race = facts.race
    if not race or facts.km(race.race or race.runs[0]) < _RACE_TO_TAPER_FOR_KM:
        return
    for day in facts.days[max(0, race.number - TAPER_DAYS) : race.number]:
        heavy = [
            one.name for session in day.sessions for one in session.lifted if one.is_heavy and one.groups
        ]
        if heavy:
            ahead = race.number - day.number
            yield (
                day.path,
                f"{heavy[0]} is heavy on {day.name} of week {day.week + 1}, {ahead} day{'s' * (ahead > 1)} before the "
                "race",
            )


def _race_to_taper_for(facts: Facts) -> Training | None:
    """The race that a plan is long enough to taper for."""
    race = facts.race
    if not race or race.number < 7 * _FEWEST_WEEKS_TO_TAPER:
        return None
    return race if race.race and facts.km(race.race) >= _RACE_TO_TAPER_FOR_KM else None
