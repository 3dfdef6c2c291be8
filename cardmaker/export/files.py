"""A plan that is loaded → the files of one format, and what the format can't hold."""

import datetime
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from cardmaker.errors import NotFoundError, PlanError, Problem
from cardmaker.export.agenda import Agenda, agenda_of
from cardmaker.export.order import Exported, ExportFormat, ExportOrder
from cardmaker.paint.dates import source_date
from cardmaker.plan.load import LoadedPlan
from cardmaker.plan.model import Plan, check_start
from cardmaker.resolve import planner_of
from cardmaker.resolve.athlete import plan_for
from cardmaker.resolve.names import Catalogue

if TYPE_CHECKING:
    from cardmaker.pipeline.workshop import JobMaker


def export_plan(workshop: "JobMaker", loaded: LoadedPlan[Catalogue], order: ExportOrder) -> Exported:
    """The files of a plan; PlanError if there is nothing to do in it, or it lacks a start, NotFoundError for a start
    or a time zone that can't be."""
    plan = _begun(plan_for(loaded.plan, order.athlete), order.start)
    if not plan.weeks:
        raise PlanError(
            [Problem(loaded.source.name, 0, "", "it has no weeks, so there is nothing to export")]
        )
    wording = workshop.wording(plan.language, plan.print.paper)
    agenda = agenda_of(planner_of(plan, loaded.names.library.in_language(plan.language), wording))
    files, notes = _WRITERS[order.form](agenda, loaded, order)
    return Exported(files, notes, sum(not one.idle for one in agenda.appointments))


def _begun(plan: Plan, start: datetime.date | None) -> Plan:
    """The plan, begun on another day."""
    if start is None:
        return plan
    try:
        check_start(start, plan.week_start)
    except ValueError as fault:
        raise NotFoundError(f"--start: {fault}") from None
    return plan.but(start=start)


_Made = tuple[Mapping[str, bytes], tuple[str, ...]]


def _calendar(agenda: Agenda, loaded: LoadedPlan[Catalogue], order: ExportOrder) -> _Made:
    from cardmaker.export.calendar import calendar_notes, write_calendar

    if agenda.plan.start is None:
        name = loaded.source.name
        message = "a calendar needs dates; write 'start: 2027-03-01', or give --start 2027-03-01"
        raise PlanError([Problem(name, 0, "start", message)])
    now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    modified = source_date() or order.modified or now
    data = write_calendar(agenda, order.timetable, modified)
    return {"plan.ics": data}, tuple(calendar_notes(agenda, order.timetable))


def _table(agenda: Agenda, loaded: LoadedPlan[Catalogue], order: ExportOrder) -> _Made:
    from cardmaker.export import tables

    write = {"csv": tables.write_csv, "xlsx": tables.write_xlsx, "json": tables.write_json}[order.form]
    return {f"plan.{order.form}": write(agenda)}, tuple(tables.table_notes(agenda))


def _intervals(agenda: Agenda, loaded: LoadedPlan[Catalogue], order: ExportOrder) -> _Made:
    from cardmaker.export.intervals import workout_notes, write_workouts

    files = write_workouts(agenda)
    if not files:
        message = "it has no runs that intervals.icu's text can say"
        raise PlanError([Problem(loaded.source.name, 0, "", message)])
    return files, tuple(workout_notes(agenda))


def _watch(agenda: Agenda, loaded: LoadedPlan[Catalogue], order: ExportOrder) -> _Made:
    from cardmaker.export.fit.files import watch_notes, write_watch_files

    files = write_watch_files(agenda, source_date() or order.modified)
    if not files:
        message = "it has no runs, rides, rows or strength sessions for a watch"
        raise PlanError([Problem(loaded.source.name, 0, "", message)])
    return files, tuple(watch_notes(agenda))


_WRITERS: Final[Mapping[ExportFormat, Callable[[Agenda, LoadedPlan[Catalogue], ExportOrder], _Made]]] = {
    "ics": _calendar,
    "csv": _table,
    "xlsx": _table,
    "json": _table,
    "intervals": _intervals,
    "fit": _watch,
}
