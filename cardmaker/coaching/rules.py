"""A plan → advice on what is likely an oversight, or asks much of a runner."""

from collections.abc import Iterator, Sequence

from cardmaker.plan.model import Day, Plan
from cardmaker.plan.runs.record import Run
from cardmaker.record import record

MOST_MORE = 0.10
"""How much more than in the weeks before a week should ask for, at most."""

_WEEKS_BEFORE = 3
_LITTLE_M, _LITTLE_S = 1000.0, 600.0
_DAY_NAMES: dict[Day, str] = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}


@record
class Advice:
    """Something to look at: the path of its field in the plan, and what it is."""

    field: tuple[str | int, ...]
    message: str


def advise(plan: Plan) -> tuple[Advice, ...]:
    """All advice on a plan, in the order of the plan."""
    return (*_strength_first(plan), *_great_steps(plan), *without_cards(plan))


def _strength_first(plan: Plan) -> Iterator[Advice]:
    """Days on which strength comes before a run: tired legs run badly."""
    for number, week in enumerate(plan.weeks):
        for day in plan.days:
            kinds = [item.kind for item in week.day(day)]
            if "strength" in kinds and "run" in kinds[kinds.index("strength") :]:
                yield Advice(
                    ("weeks", number, day),
                    f"strength comes before the run on {_DAY_NAMES[day]} of week {number + 1}; "
                    "run first where both are on one day",
                )


def _great_steps(plan: Plan) -> Iterator[Advice]:
    """Weeks that ask for more than a tenth more than any of the three before.

    The highest of those counts, so that the return from a lighter week is no step.
    """
    runs = [[run for item in week.items for run in item.runs] for week in plan.weeks]
    for totals, little, amount in (
        ([_distance_m(week) for week in runs], _LITTLE_M, _kilometres),
        ([_duration_s(week) for week in runs], _LITTLE_S, _minutes),
    ):
        for number, more in _steps(totals, little):
            before = max(total for total in totals[max(0, number - _WEEKS_BEFORE) : number] if total)
            yield Advice(
                ("weeks", number),
                f"week {number + 1} has {amount(before + more)} of running after {amount(before)}, "
                f"{more / before:.0%} more; a tenth is plenty",
            )


def _steps(totals: Sequence[float | None], little: float) -> Iterator[tuple[int, float]]:
    """The numbers of weeks that are a great step up, and by how much."""
    for number, total in enumerate(totals):
        before = totals[max(0, number - _WEEKS_BEFORE) : number]
        known = [one for one in before if one]
        if total is None or not known or None in before:
            continue
        more = total - max(known)
        if more > max(known) * MOST_MORE + 1e-6 and more > little:
            yield number, more


def _distance_m(runs: Sequence[Run]) -> float | None:
    """Metres in all; None if some run's distance isn't known."""
    distances = [run.distance_m for run in runs]
    return None if None in distances else sum(filter(None, distances))


def _duration_s(runs: Sequence[Run]) -> float | None:
    """Seconds in all, for weeks that are given by time alone; None for others."""
    if any(run.distance_m is not None for run in runs):
        return None
    durations = [run.duration_s for run in runs]
    return None if None in durations else sum(filter(None, durations))


def _kilometres(metres: float) -> str:
    return f"{metres / 1000:.1f} km"


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.0f} min"


def without_cards(plan: Plan) -> tuple[Advice, ...]:
    """What the plan has of which nothing is printed."""
    return (*_never_done(plan), *_never_used(plan))


def _never_done(plan: Plan) -> Iterator[Advice]:
    """Workouts that no day of the weeks names."""
    done = {item.cards for week in plan.weeks for item in week.items}
    for key in plan.workouts if plan.weeks else ():
        if key not in done:
            yield Advice(("workouts", key), f"no day has the workout '{key}', so it gets no cards")


def _never_used(plan: Plan) -> Iterator[Advice]:
    """The plan's own exercises, and exercises with a picture of the plan, that no workout names."""
    from cardmaker.library.names import slug

    used = {slug(entry.exercise) for workout in plan.workouts.values() for entry in workout.entries}
    for key in plan.exercises:
        if slug(key) not in used:
            yield Advice(("exercises", key), f"no workout has the exercise '{key}', so it gets no card")
    for key in plan.pictures:
        if slug(key) not in used:
            yield Advice(("pictures",), f"no workout has the exercise '{key}', so its picture isn't printed")
