"""Whom a plan is printed for → the plan with that reader's name and units."""

from typing import Any, Final, Literal, get_args

from cardmaker.errors import NotFoundError, SourceError
from cardmaker.plan.model import Plan
from cardmaker.record import record
from cardmaker.yaml12 import bad_character, describe_character

Units = Literal["metric", "imperial"]
_UNITS: Final[tuple[str, ...]] = get_args(Units)


@record
class Athlete:
    """The reader of a handout; what is left empty is as the plan says."""

    name: str = ""
    units: Units | Literal[""] = ""
    language: str = ""


def plan_for(plan: Plan, athlete: Athlete | None) -> Plan:
    """The plan as it is for one athlete; NotFoundError for other units, SourceError for a name that can't be set."""
    if athlete is None:
        return plan
    if athlete.units and athlete.units not in _UNITS:
        raise NotFoundError(f"no units '{athlete.units}'; there are: {', '.join(_UNITS)}")
    if bad := bad_character(athlete.name):
        raise SourceError(f"the athlete's name: {describe_character(bad)}")
    said = {"athlete": athlete.name.strip(), "units": athlete.units, "language": athlete.language}
    update: dict[str, Any] = {key: value for key, value in said.items() if value}
    return plan.but(**update) if update else plan
