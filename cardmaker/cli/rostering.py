"""A plan and a roster → a PDF for each athlete, and what there is to say of them."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardmaker.cli import interruption, terminal
from cardmaker.cli.asked import SET, Task
from cardmaker.cli.columns import count_of, size_of
from cardmaker.cli.rosteroptions import Rostering
from cardmaker.errors import CardmakerError, ExitCode, OutputError, PlanError, SourceError
from cardmaker.textfile import STDIN, read_bytes, source_name

if TYPE_CHECKING:
    from cardmaker.roster.entry import RosterEntry
    from cardmaker.roster.grouping import TrainingGroup
    from cardmaker.roster.opening import OpenRoster
    from cardmaker.roster.places import OutputPlace
    from cardmaker.roster.reading import Roster
    from cardmaker.roster.run import RosterReport

LIMIT_BYTES = 64 * 1024 * 1024
_MOST_NOTES = 12
_MOST_NAMES = 3


def build_roster(task: Task, wish: Rostering, output: str) -> None:
    """Make the plan of *task* for each athlete of a roster, a file each in the folder *output*."""
    from cardmaker.cache.builds import program_state
    from cardmaker.cache.inputs import watched
    from cardmaker.cli.executors import executor_for
    from cardmaker.cli.volumes import build_volume
    from cardmaker.deliver.destination import read_file
    from cardmaker.roster.filenames import file_names
    from cardmaker.roster.places import place_at
    from cardmaker.roster.run import changed_names, make_all

    if wish.name_labels:
        _build_labels(task, wish, read_file(output, "labels.pdf"))
        return
    if wish.names and not wish.side_by_side:
        raise SourceError("--names is for the sheet for the wall; add --group pace --side-by-side")
    if wish.side_by_side:
        _build_wall(task, wish, read_file(output, "groups.pdf"))
        return
    if output.lower().endswith(".pdf"):
        build_volume(task, wish, output)
        return
    if wish.untagged:
        raise SourceError(
            "--untagged is for one file that goes on paper, -o FILE.pdf; files of athletes are tagged, so that"
            " everybody can read them"
        )
    target = _folder(output)
    with watched() as inputs:
        opened = open_task(task, wish.roster, wish.mapped)
        roster, maker = opened.roster, opened.maker
        maker.calendars = wish.calendars
        report_remarks(roster)
        entries = in_groups(roster, chosen(roster, wish.athletes, keep_going=wish.keep_going), wish.group)
        if not maker.placeholders.names:
            maker.plan(entries[0])
        with suppress(CardmakerError):  # which is reported when it is made
            maker.job(entries[0])
    ours = {str(Path(wish.roster).absolute()), *sys.path}  # where Python looks for packages the first time
    read = [
        f"{path} {state and state.digest}"
        for path, state in sorted(inputs.states.items())
        if path.rstrip(os.sep) not in ours
    ]
    templates = (str(path) for one in task.local.folders for path in sorted(one.rglob("*")) if path.is_file())
    recipe = opened.recipe(task.local.folders, [program_state(), *read, *map(_content, templates)])
    names = file_names(wish.file_names, task.path.stem if str(task.path) != STDIN else "plan", entries)
    place = place_at(target)
    if wish.changed:
        for name in changed_names(recipe, entries, names, place):
            terminal.say(place.shown(name))
        return
    about = {"plan": opened.source.name, "roster": roster.source, "rows": roster.rows}
    with (
        interruption.ResumedLater(),
        executor_for(wish.jobs, wish.dask) as executor,
        terminal.counting("of {total} athletes", len(entries)) as step,
    ):
        report = make_all(
            recipe, entries, names, place,
            about=about, keep_going=wish.keep_going, anonymous=wish.anonymous, executor=executor, maker=maker,
            step=step,
        )  # fmt: skip
    _report(report, roster, target, place)


def _build_labels(task: Task, wish: Rostering, output: Path) -> None:
    """Make one PDF of labels with the athletes' names, their groups below them, club and plan at the foot."""
    from cardmaker.deliver.files import write_files
    from cardmaker.paint import write_pdf
    from cardmaker.pipeline.nameplates import name_labels

    opened = open_task(task, wish.roster, wish.mapped)
    report_remarks(opened.roster)
    entries = chosen(opened.roster, wish.athletes, keep_going=wish.keep_going)
    names = [(entry.name, _group_of(opened.roster, entry, wish.group)) for entry in entries]
    document = name_labels(
        opened.maker.workshop, names, wish.name_labels, opened.order,
        sender=_sender(opened, entries), colours=opened.maker.plan(entries[0]).club.colours,
    )  # fmt: skip
    data = write_pdf(document)
    write_files({output: data})
    pages, labels = count_of(len(document.pages), "page", "pages"), count_of(len(names), "label", "labels")
    terminal.say(f"{output}: {pages} with {labels}, {size_of(len(data))}")


def _sender(opened: "OpenRoster", entries: "tuple[RosterEntry, ...]") -> tuple[str, str]:
    """The club and the plan's title, if they are the same for everybody."""
    first = opened.maker.plan(entries[0])
    titled = [first] if not opened.maker.placeholders.names else map(opened.maker.plan, entries)
    titles = {plan.title for plan in titled}
    return first.club.name, first.title if len(titles) == 1 else ""


def _build_wall(task: Task, wish: Rostering, output: Path) -> None:
    """Make one PDF of sheets for the wall, a page a week, with the paces of all groups side by side."""
    from cardmaker.deliver.files import write_files
    from cardmaker.deliver.prints import paint_job
    from cardmaker.roster.grouping import side_by_side

    if not wish.group:
        raise SourceError("--side-by-side is for groups; name what makes them: --group pace")
    opened = open_task(task, wish.roster, wish.mapped)
    report_remarks(opened.roster)
    everybody = chosen(opened.roster, wish.athletes, keep_going=wish.keep_going)
    groups = _groups(opened.roster, everybody, wish.group)
    order = opened.order.but(parts=("sheets",), sheets=("groups",))
    job = opened.maker.job(side_by_side(groups, names=wish.names), order)
    terminal.report_notes(job.notes)
    (made,) = paint_job(job, together=True)
    write_files({output: made.data})
    pages, there = count_of(made.pages, "page", "pages"), count_of(len(groups), "group", "groups")
    terminal.say(f"{output}: {pages} for {there}, {size_of(len(made.data))}")


def _group_of(roster: "Roster", entry: "RosterEntry", column: str) -> str:
    """What goes below a name: the group by the column that is asked for, else by the one of that name."""
    if not column:
        return entry.group
    from cardmaker.roster.grouping import groups_of

    return groups_of(roster, (entry,), column)[0].name


def in_groups(roster: "Roster", entries: "tuple[RosterEntry, ...]", column: str) -> "tuple[RosterEntry, ...]":
    """An entry for each group by a column, with a note on who is in it; without one the athletes as they are."""
    return tuple(group.entry for group in _groups(roster, entries, column)) if column else entries


def _groups(roster: "Roster", entries: "tuple[RosterEntry, ...]", column: str) -> "tuple[TrainingGroup, ...]":
    from cardmaker.roster.grouping import groups_of

    groups = groups_of(roster, entries, column)
    for group in groups:
        who = count_of(len(group.members), "athlete", "athletes")
        paces = f", paces for 5 km in {group.times}" if group.times else ", no paces"
        terminal.report(f"note: group {group.name}: {who}{paces}")
    return groups


def open_task(task: Task, roster: str, mapped: Mapping[str, str]) -> "OpenRoster":
    """The roster in a file, read for the plan of *task*."""
    from cardmaker.api import Workshop

    if roster == STDIN and str(task.path) == STDIN:
        raise SourceError("the plan and the roster can't both come from standard input; name a file for one")
    table = read_bytes(roster, LIMIT_BYTES)
    return Workshop(task.local.folders).open_roster(
        task.path,
        table,
        source_name(roster),
        task.order,
        mapped=mapped,
        overrides=task.local.settings,
        place=SET,
    )


def chosen(roster: "Roster", athletes: Sequence[str], *, keep_going: bool) -> "tuple[RosterEntry, ...]":
    """The athletes to make files for; PlanError with all that is wrong with the table, if they aren't to be made."""
    if roster.problems and not (keep_going and roster.entries):
        raise PlanError(roster.problems)
    if roster.bad_rows * 2 > roster.rows:
        for problem in roster.problems:
            terminal.report(str(problem))
        raise SourceError(
            f"{roster.source}: {roster.bad_rows} of {roster.rows} rows are wrong; mend the table, or map its columns"
        )
    for problem in roster.problems:
        terminal.report(str(problem))
    entries = roster.entries
    if athletes:
        entries = tuple(_named(entries, athletes, roster.source))
    if not entries:
        raise SourceError(f"{roster.source}: no athletes under the headings; write a row for each")
    return entries


def _named(entries: "Sequence[RosterEntry]", athletes: Sequence[str], source: str) -> "Iterator[RosterEntry]":
    wanted = {" ".join(name.casefold().split()): name for name in athletes}
    there = {entry.name.casefold() for entry in entries}
    for low, name in wanted.items():
        if low not in there:
            from cardmaker.errors import NotFoundError
            from cardmaker.validation import did_you_mean, shown

            hint = did_you_mean(name, [entry.name for entry in entries]) or ""
            raise NotFoundError(f"{source}: no athlete {shown(name)}{hint}")
    return (entry for entry in entries if entry.name.casefold() in wanted)


def report_remarks(roster: "Roster") -> None:
    """Report what of the file isn't read."""
    for remark in roster.remarks:
        terminal.report(f"note: {roster.source}: {remark}")


def _folder(output: str) -> str:
    from cardmaker.deliver.destination import DEFAULT_FOLDER

    if output == "-":
        raise OutputError("each athlete has a file of their own; name a folder, such as 'mail/'")
    return output or str(DEFAULT_FOLDER)


def _content(path: str) -> str:
    from cardmaker.roster.manifest import digest_of

    try:
        return digest_of(Path(path).read_bytes())
    except OSError:
        return ""


def _report(report: "RosterReport", roster: "Roster", target: str, place: "OutputPlace") -> None:
    """Say what was made, and exit with an error if something wasn't."""
    for note, whose in report.notes[:_MOST_NOTES]:
        terminal.report(f"note: {_those(whose, len(roster.entries))}: {note}")
    if len(report.notes) > _MOST_NOTES:
        terminal.report(f"note: {len(report.notes) - _MOST_NOTES} more notes; 'cardmaker roster' has all")
    for name in report.strangers:
        terminal.report(f"note: {place.shown(name)}: of nobody in this roster; it is left as it is")
    for line in report.faults:
        terminal.report(line)
    made, there = len(report.changed), len(report.current)
    bad = roster.bad_rows + report.failed
    parts = [f"wrote {count_of(made, 'file', 'files')}" + (f", {size_of(report.size)}" if made else "")]
    parts += [f"{there} unchanged"] if there else []
    parts += [f"{bad} not made"] if bad else []
    terminal.say(f"{target}: {'; '.join(parts)}")
    if report.given_up:
        terminal.report("error: given up; with --keep-going the others are made, unless more than half fail")
    if report.failed or roster.problems:
        raise click.exceptions.Exit(ExitCode.PLAN)


def _those(whose: Sequence[str], count: int) -> str:
    """Whose plans a note is about."""
    if len(whose) == count and count > 1:
        return "everybody"
    more = f" and {len(whose) - _MOST_NAMES} more" if len(whose) > _MOST_NAMES else ""
    return f"{', '.join(whose[:_MOST_NAMES])}{more}"
