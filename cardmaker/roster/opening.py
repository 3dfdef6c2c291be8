"""A plan, and the file of a roster → all that is needed to make the athletes' plans, or to look the table through."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cardmaker.pipeline import Order
from cardmaker.plan.load import names_for
from cardmaker.plan.source import Source
from cardmaker.record import record
from cardmaker.roster.making import PersonalMaker, common_digest
from cardmaker.roster.placeholders import placeholders_in
from cardmaker.roster.reading import PlanFacts, Roster, read_roster
from cardmaker.roster.tongues import EveryTongue
from cardmaker.roster.workers import Recipe
from cardmaker.wording.wording import wording_names

if TYPE_CHECKING:
    from cardmaker.pipeline import JobMaker


@record
class OpenRoster:
    """A roster that was read, what makes the plans of its athletes, and what their plan is called."""

    roster: Roster
    maker: PersonalMaker
    source: Source
    order: Order

    def recipe(self, templates: Iterable[Path] = (), common: Iterable[str] = ()) -> Recipe:
        """What workers have to know; *common* says what else the files are made of than the plan and the order."""
        made = ["calendars"] if self.maker.calendars else []
        parts = *common, *made, self.source.name, repr(self.source.data), repr(self.order)
        key = common_digest(parts)
        placeholders = self.maker.placeholders
        calendars = self.maker.calendars
        return Recipe(
            tuple(templates), self.source, placeholders, self.order, self.roster.source, key, calendars
        )


def open_roster(
    workshop: "JobMaker",
    source: Source,
    data: bytes,
    name: str,
    order: Order | None = None,
    mapped: Mapping[str, str] | None = None,
) -> OpenRoster:
    """The roster in the bytes of a file called *name*, for the plan of *source*.

    *mapped* says what columns mean, by their headings. SourceError if there is no table in it; PlanError if the plan
    has places for words that the table doesn't have.
    """
    roster = read_roster(data, name, facts_of(workshop, source), mapped)
    placeholders = placeholders_in(source, roster.columns.placeholders)
    order = order or Order()
    return OpenRoster(roster, PersonalMaker(workshop, source, placeholders, order, name), source, order)


def facts_of(workshop: "JobMaker", source: Source) -> PlanFacts:
    """What a roster is read against; a plan that is wrong is reported when it is made."""
    said = source.data if isinstance(source.data, dict) else {}
    week_start = said.get("week_start")
    return PlanFacts(
        EveryTongue(names_for(source, workshop.names), wording_names(workshop.names.shelf.folders)),
        said.get("units") == "imperial",
        week_start if week_start in ("monday", "sunday", "saturday") else "monday",
    )
