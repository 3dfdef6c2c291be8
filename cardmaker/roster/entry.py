"""What a roster says of one athlete."""

import datetime
from collections.abc import Mapping
from dataclasses import field

from cardmaker.plan.athlete import Athlete
from cardmaker.plan.sets import Sets
from cardmaker.record import record


@record
class RosterEntry:
    """An athlete of a roster, and how the plan is to be changed for them.

    *line* is that of the file, or the row of a spreadsheet, counted from 1. *person* is who is in the figures and
    *figures* what they wear, '' as the plan says. *swaps* are exercises by the ids of those that they take the place
    of, *left_out* the ids of others. *loads* are by exercises' ids, each on sets that say nothing else. *words* are the
    cells by what stands for them in the plan's texts.
    """

    line: int
    athlete: Athlete
    email: str = ""
    group: str = ""
    password: str = field(default="", repr=False)
    paper: str = ""
    person: str = ""
    figures: str = ""
    start: datetime.date | None = None
    note: str = ""
    swaps: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    loads: Mapping[str, Sets] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The athlete's name."""
        return self.athlete.name
