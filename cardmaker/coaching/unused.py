"""A plan → what of it is not printed: workouts on no day, exercises and pictures in no workout."""

from collections.abc import Iterator

from cardmaker.coaching.rule import Found
from cardmaker.library.names import slug
from cardmaker.plan.model import Plan


def without_cards(plan: Plan) -> Iterator[Found]:
    """What of the plan is not printed."""
    yield from never_done(plan)
    yield from exercises_never_used(plan)
    yield from pictures_never_used(plan)


def never_done(plan: Plan) -> Iterator[Found]:
    """Workouts that no day of the weeks names."""
    done = {item.cards for week in plan.weeks for item in week.items}
    for key in plan.workouts if plan.weeks else ():
        if key not in done:
            yield ("workouts", key), f"no day has the workout '{key}', so it gets no cards"


def exercises_never_used(plan: Plan) -> Iterator[Found]:
    """The plan's own exercises that no workout names."""
    used = _used(plan)
    for key in plan.exercises:
        if slug(key) not in used:
            yield ("exercises", key), f"no workout has the exercise '{key}', so it gets no card"


def pictures_never_used(plan: Plan) -> Iterator[Found]:
    """Exercises with a picture of the plan that no workout names."""
    used = _used(plan)
    for key in plan.pictures:
        if slug(key) not in used:
            yield ("pictures",), f"no workout has the exercise '{key}', so its picture isn't printed"


def _used(plan: Plan) -> frozenset[str]:
    return frozenset(slug(entry.exercise) for entry in plan.entries)
