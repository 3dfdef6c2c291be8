"""Whom a plan is printed for → the plan with that reader's numbers, units and language."""

from typing import Any, Final, get_args

from cardmaker.errors import NotFoundError, SourceError
from cardmaker.plan.athlete import Athlete, Units
from cardmaker.plan.model import Plan
from cardmaker.yaml12 import bad_character, describe_character

_UNITS: Final[tuple[str, ...]] = get_args(Units)


def plan_for(plan: Plan, athlete: Athlete | None) -> Plan:
    """The plan as it is for one athlete, who goes before the one it names.

    NotFoundError for other units, SourceError for a name that can't be set.
    """
    whom = plan.athlete.over(athlete) if athlete else plan.athlete
    if whom.units and whom.units not in _UNITS:
        raise NotFoundError(f"no units '{whom.units}'; there are: {', '.join(_UNITS)}")
    if bad := bad_character(whom.name):
        raise SourceError(f"the athlete's name: {describe_character(bad)}")
    whom = whom.but(name=whom.name.strip())
    said = {"units": whom.units, "language": whom.language}
    update: dict[str, Any] = {key: value for key, value in said.items() if value}
    return plan.but(athlete=whom, **update) if update or whom != plan.athlete else plan
