"""A plan → the exercises that it puts a barbell on: a squat with 60 kg isn't the squat that needs nothing."""

from typing import Final

from cardmaker.plan.model import Plan
from cardmaker.plan.sets import Load, SetGroup, Sets

_LIGHTEST: Final = {"kg": 15.0, "lb": 33.0}
"""What the bar itself weighs at least; a lighter weight is held in the hands."""
_TOOLS: Final = ("", "barbell", "total")


def with_barbell(plan: Plan) -> frozenset[str]:
    """The ids of the exercises that are prescribed with a barbell in some week of the plan."""
    return frozenset(
        entry.exercise
        for entry in plan.entries
        if any(sets and _on_bar(sets) for sets in (entry.sets, *entry.weeks))
    )


def _on_bar(sets: Sets) -> bool:
    return any(_group_on_bar(group) for group in sets.groups)


def _group_on_bar(group: SetGroup) -> bool:
    """A bar by name, a weight in no other thing's name that a bar has, or a share of what was lifted with one."""
    if group.load is not None:
        return _is_bar(group.load)
    return bool(group.maximum) or (group.percent is not None and group.percent_of != "bodyweight")


def _is_bar(load: Load) -> bool:
    if load.kind in ("bar", "rm"):
        return True
    if load.kind != "weight" or load.amount is None or load.count != 1:
        return False
    heavy = load.tool == "barbell" or load.amount.high >= _LIGHTEST.get(load.unit, 0.0)
    return load.tool in _TOOLS and heavy
