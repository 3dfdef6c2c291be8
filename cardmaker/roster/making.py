"""A plan and an athlete of a roster → their job, and its PDF; what athletes have in common is made once."""

from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING

from cardmaker.errors import CardmakerError, PlanError
from cardmaker.paint import Painter
from cardmaker.pipeline import Job, Order
from cardmaker.plan.load import check_plan
from cardmaker.plan.model import Plan as PlanModel
from cardmaker.plan.source import Source
from cardmaker.recent import Recent
from cardmaker.record import record, replace
from cardmaker.roster.entry import RosterEntry
from cardmaker.roster.locking import digest_of_password, locked
from cardmaker.roster.personal import personal_plan
from cardmaker.roster.placeholders import Placeholders, filled

if TYPE_CHECKING:
    from cardmaker.pipeline import JobMaker
    from cardmaker.pipeline.workshop import Plan

_MOST_PLANS = 64
"""Plans with different words in their texts that are kept: groups have the same, athletes don't."""

_OWN = ("paper", "person", "figures")
"""What a row may say of printing."""
_MOST_FRAMES = 768
"""Of those that are painted: a year of weeks with 200 cards has about 600."""
_FEWEST_FRAMES, _FRAMES_OF = 800, 3
"""Frames that are kept: at least so many, and so many times those of one athlete, in languages and units.

Of each athlete five or ten are new, and a card with one's load is often that of somebody before.
"""
_MOST_FILES = 12
"""Athletes' files that others are made from: each is of another shape, for other exercises or longer texts."""


@record
class PersonalFile:
    """An athlete's PDF, what there is to say of it, a line each, the title of their plan, and their calendar if any."""

    data: bytes
    notes: tuple[str, ...] = ()
    title: str = ""
    calendar: bytes = b""


class PersonalMaker:
    """Makes the plan that *source* holds for athlete after athlete of the roster called *roster*, with *calendars*."""

    def __init__(
        self,
        workshop: "JobMaker",
        source: Source,
        placeholders: Placeholders,
        order: Order,
        roster: str,
        *,
        calendars: bool = False,
    ) -> None:
        self.calendars = calendars
        self.workshop, self._source, self._order, self.roster = workshop, source, order, roster
        self.placeholders = placeholders
        self._plans: Recent[tuple[str, ...], Plan] = Recent(_MOST_PLANS)
        self._painter = Painter(most_frames=_MOST_FRAMES, standing=_MOST_FILES)
        self._spared = False

    def job(self, entry: RosterEntry, order: Order | None = None) -> Job:
        """What is to be printed for an athlete, by the maker's *order* or another. Raises CardmakerErrors."""
        loaded = self._loaded(entry)
        plan = personal_plan(loaded.plan, entry, self.roster)
        if plan is not loaded.plan:
            loaded = replace(loaded, plan=plan)
        return self.workshop.make(loaded, order_of(entry, order or self._order), entry.athlete)

    def plan(self, entry: RosterEntry) -> PlanModel:
        """The plan with an athlete's words, before what else is theirs. PlanError with all that is wrong with it."""
        return self._loaded(entry).plan

    def file(self, entry: RosterEntry) -> PersonalFile:
        """An athlete's PDF, everything in one file. Raises CardmakerErrors."""
        from cardmaker.deliver.prints import paint_job

        job = self.job(entry)
        if not self._spared:  # of each athlete a few dozen frames are new, and come never again
            sides = sum(len(part.sides) for part in job.parts)
            self.workshop.keep_frames(max(_FEWEST_FRAMES, _FRAMES_OF * sides))
            self._spared = True
        (made,) = paint_job(job, self._painter, together=True)
        data = locked(made.data, entry.password) if entry.password else made.data
        return PersonalFile(data, job.notes, job.title, self._calendar(job, entry) if self.calendars else b"")

    def _calendar(self, job: Job, entry: RosterEntry) -> bytes:
        """The days of an athlete's plan for their calendar. PlanError if it has no dates."""
        from cardmaker.export.files import export_plan
        from cardmaker.export.order import ExportOrder

        (data,) = export_plan(self.workshop, job.loaded, ExportOrder("ics", entry.athlete)).files.values()
        return data

    def _loaded(self, entry: RosterEntry) -> "Plan":
        """The plan with the athlete's words in its texts."""
        words = {name: entry.words.get(name, "") for name in sorted(self.placeholders.names)}
        place = f"{self.roster}:{entry.line}"
        return self._plans.once(
            tuple(words.values()),
            lambda: check_plan(filled(self._source, self.placeholders, words, place), self.workshop.names),
        )


def order_of(entry: RosterEntry, order: Order) -> Order:
    """*order* with what an athlete's row says of printing, where the command line says nothing."""
    own = {name: value for name in _OWN if (value := getattr(entry, name)) and name not in order.given}
    return order.but(**own) if own else order


def calendar_name(name: str) -> str:
    """What the calendar next to an athlete's file is called."""
    return f"{name.removesuffix('.pdf')}.ics"


def inputs_of(entry: RosterEntry, placeholders: Placeholders, common: str) -> str:
    """A digest of all that an athlete's file is made of; *common* is that of what all files are made of."""
    own = (
        entry.athlete,
        entry.paper,
        entry.person,
        entry.figures,
        entry.start,
        entry.note,
        sorted(entry.swaps.items()),
        entry.left_out,
        sorted((name, str(sets)) for name, sets in entry.loads.items()),
        digest_of_password(entry.password, common),
        [(name, entry.words.get(name, "")) for name in sorted(placeholders.names)],
    )
    return sha256(f"{common}\n{own!r}".encode("utf-8", "surrogatepass")).hexdigest()


def problems_of_row(fault: CardmakerError, entry: RosterEntry, roster: str) -> tuple[str, ...]:
    """What keeps an athlete's file from being made, a line each; what is wrong with the plan is said as it is."""
    if isinstance(fault, PlanError):
        return tuple(map(str, fault.problems))
    return tuple(f"{roster}:{entry.line}: {entry.name}: {line}" for line in str(fault).splitlines())


def common_digest(parts: Iterable[str]) -> str:
    """A digest of what all files of a roster are made of."""
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
