"""Whether a plan is a therapist's, whose cards have room for a note of how much pain is allowed."""

import re
from collections.abc import Iterator

from cardmaker.plan.model import Plan

_THERAPY = re.compile(r"physio|\btherap|\brehab|\breha\b|(?:\bpain|schmerz)\D{0,20}\d", re.IGNORECASE)


def in_therapy(plan: Plan) -> bool:
    """Whether its title, coach, club or workouts speak of therapy, or say how much pain is allowed."""
    return any(map(_THERAPY.search, _texts(plan)))


def _texts(plan: Plan) -> Iterator[str]:
    yield from (plan.title, plan.coach, plan.club.name)
    for workout in plan.workouts.values():
        yield from (workout.name, workout.note)
