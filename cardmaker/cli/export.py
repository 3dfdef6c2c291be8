"""A plan → files for other programs."""

import datetime
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardmaker.cli import terminal
from cardmaker.cli.asked import PlanName, plan_path, stem_of
from cardmaker.cli.columns import count_of
from cardmaker.cli.params import OneOf, OptionReader, force_option, templates_option
from cardmaker.cli.starting import DateType
from cardmaker.deliver.destination import keep_existing
from cardmaker.errors import OutputError
from cardmaker.export.order import FOLDERS, FORMATS, MORNING, ExportFormat, ExportOrder, Timetable
from cardmaker.paths import is_folder
from cardmaker.valuetypes import ValueType

if TYPE_CHECKING:
    from cardmaker.api import Exported

_EPILOG = """
\b
Examples:
  cardmaker export my-plan.yaml -o plan.ics --start 2027-03-01
  cardmaker export my-plan.yaml -o plan.ics --start 2027-03-01 --at 18:00
      --zone Europe/Berlin --alarm 30m
  cardmaker export my-plan.yaml -o plan.xlsx
  cardmaker export my-plan.yaml --as intervals -o runs
  cardmaker export my-plan.yaml --as fit -o watch

Import a calendar again after the plan was changed: its events are replaced, even
on other dates, as long as the plan's title and the athlete's name stay.
"""


class _TimeType(ValueType[datetime.time]):
    metavar = "HH:MM"

    def read(self, text: str) -> datetime.time:
        found = re.fullmatch(r"(\d{1,2}):(\d\d)", text.strip())
        if not found or int(found[1]) > 23 or int(found[2]) > 59:
            raise ValueError(f"write a time of day as 18:00, not '{text}'")
        return datetime.time(int(found[1]), int(found[2]))


class _SpanType(ValueType[datetime.timedelta]):
    metavar = "TIME"

    def read(self, text: str) -> datetime.timedelta:
        found = re.fullmatch(r"(\d{1,4}) ?(m|min|h|d)", text.strip().lower())
        if not found:
            raise ValueError(f"write how long before as 30m, 2h or 1d, not '{text}'")
        minutes = {"m": 1, "min": 1, "h": 60, "d": 24 * 60}[found[2]]
        return datetime.timedelta(minutes=int(found[1]) * minutes)


@click.command("export", epilog=_EPILOG)
@click.argument("plan", type=PlanName(), metavar="PLAN")
@click.option(
    "-o", "--output", default="", metavar="FILE", help="Where to write it; its suffix says the format."
)
@click.option("--as", "form", type=OneOf(FORMATS), help="The format, if not by FILE's suffix.")
@click.option("--start", type=OptionReader(DateType()), help="The first day, in place of the plan's.")
@click.option(
    "--at",
    type=OptionReader(_TimeType()),
    help="When a day's sessions begin; without it, events last all day.",
)
@click.option(
    "--morning", type=OptionReader(_TimeType()), default=f"{MORNING:%H:%M}", help="When runs marked AM begin."
)
@click.option("--zone", default="", metavar="NAME", help="The time zone of --at, such as Europe/Berlin.")
@click.option("--alarm", type=OptionReader(_SpanType()), help="Ring so long before: 30m, 2h.")
@force_option
@templates_option("exercises and languages")
def command(plan: str, output: str, form: ExportFormat | None, force: bool, **asked: Any) -> None:
    """Write PLAN as a calendar or a table for other programs: ics, csv, xlsx, json.

    With --as intervals, each run becomes a workout in a folder, as text for intervals.icu; with --as fit, each
    run and strength session one for a watch.
    """
    from cardmaker.api import Workshop

    chosen = form or _form_of(output)
    workshop = Workshop(asked["templates"])
    path = plan_path(plan, asked["templates"])
    table = Timetable(asked["at"], asked["morning"], asked["zone"], asked["alarm"])
    _check_times(table)
    loaded = workshop.load(path)
    if chosen in FOLDERS:
        target = Path(output or f"{stem_of(path, loaded.plan.title)}-{chosen}")
    else:
        target = _target(output, f"{stem_of(path, loaded.plan.title)}.{chosen}", force)
    order = ExportOrder(chosen, start=asked["start"], timetable=table, modified=_modified(path))
    made = workshop.export(loaded, order)
    for note in made.notes:
        terminal.report(f"{loaded.source.name}: note: {note}")
    _write(target, made, chosen, force)


def _form_of(output: str) -> ExportFormat:
    suffix = Path(output).suffix.lower().removeprefix(".")
    for form in FORMATS:
        if suffix == form and form not in FOLDERS:
            return form
    if suffix in FOLDERS:
        raise click.UsageError(
            f"'{output}' would be one file, and a {suffix} file holds one workout; write all of them to a folder"
            f" with --as {suffix} -o {Path(output).stem or suffix}"
        )
    said = f"'{output}' says no format" if output else "which format?"
    raise click.UsageError(
        f"{said}; name a file such as plan.{FORMATS[0]} with -o, or give --as {'|'.join(FORMATS)}"
    )


def _check_times(table: Timetable) -> None:
    """A zone without a time of day would be for nothing."""
    if table.zone and table.at is None:
        raise click.UsageError("--zone is for times of day; give one with --at")


def _target(output: str, name: str, force: bool) -> Path:
    path = Path(output or name)
    if is_folder(path):
        raise OutputError(f"{path}: this is a folder; name a file in it, such as '{path / name}'")
    keep_existing([path], force, "with -o")
    return path


def _write(target: Path, made: "Exported", form: ExportFormat, force: bool) -> None:
    from cardmaker.deliver.files import make_folder, write_files

    if form in FOLDERS:
        files = {target / name: data for name, data in made.files.items()}
        keep_existing(files, force, "folder with -o")
        make_folder(target)
        write_files(files)
        terminal.say(f"wrote {target}: {count_of(len(files), 'file', 'files')}")
        return
    (data,) = made.files.values()
    write_files({target: data})
    terminal.say(f"wrote {target}: {count_of(made.sessions, 'session', 'sessions')}")


def _modified(path: str) -> datetime.datetime | None:
    """When the plan's file was changed last; None for what is piped in."""
    try:
        seconds = int(Path(path).stat().st_mtime)
    except OSError:
        return None
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC)
