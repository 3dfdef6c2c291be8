"""What is wanted of a plan in another program's format, and what comes of it."""

import datetime
from collections.abc import Mapping
from typing import Final, Literal, get_args

from cardmaker.plan.athlete import Athlete
from cardmaker.record import record

ExportFormat = Literal["ics", "csv", "xlsx", "json", "intervals", "fit"]
FORMATS: Final[tuple[ExportFormat, ...]] = get_args(ExportFormat)
FOLDERS: Final[tuple[ExportFormat, ...]] = ("intervals", "fit")
"""Formats of a file for each session."""
MORNING: Final = datetime.time(7)
"""When a run of the morning begins, if nothing else is asked for."""


@record
class Timetable:
    """When a calendar's sessions begin.

    *at* is when a day's first session begins, None for whole days; others follow it, *morning* is for runs of the
    morning. *zone* is a name such as 'Europe/Berlin'; without one, hours are those of wherever one is. *alarm* is how
    long before the beginning it rings.
    """

    at: datetime.time | None = None
    morning: datetime.time = MORNING
    zone: str = ""
    alarm: datetime.timedelta | None = None


@record
class ExportOrder:
    """What is wanted: a format, for one athlete.

    *start* goes before the plan's. *modified*, with a zone, is when the plan was changed last; None is
    SOURCE_DATE_EPOCH, else now.
    """

    form: ExportFormat
    athlete: Athlete | None = None
    start: datetime.date | None = None
    timetable: Timetable = Timetable()
    modified: datetime.datetime | None = None


@record
class Exported:
    """Files by their names, *notes* on what they can't hold, and how many sessions there are."""

    files: Mapping[str, bytes]
    notes: tuple[str, ...]
    sessions: int
