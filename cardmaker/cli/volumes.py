"""A plan and a roster → one PDF with the pages of all athletes, for a print shop."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardmaker.cli import terminal
from cardmaker.cli.asked import Task
from cardmaker.cli.columns import count_of, size_of
from cardmaker.cli.rostering import chosen, in_groups, open_task, report_remarks
from cardmaker.cli.rosteroptions import Rostering
from cardmaker.errors import CardmakerError, ExitCode, SourceError

if TYPE_CHECKING:
    from cardmaker.page import Page
    from cardmaker.pipeline import Job
    from cardmaker.roster.entry import RosterEntry
    from cardmaker.roster.opening import OpenRoster


def build_volume(task: Task, wish: Rostering, output: str) -> None:
    """Make one PDF with the pages of all athletes."""
    from cardmaker.deliver.files import write_files
    from cardmaker.paint import write_volume
    from cardmaker.roster.making import problems_of_row
    from cardmaker.roster.places import place_at
    from cardmaker.roster.volume import volume_of

    if wish.separators and wish.by == "sheet":
        raise SourceError(
            "--separators go before each athlete's pages, which --by sheet takes apart; leave out one"
        )
    folder, _, name = output.rpartition("/")
    store = place_at(folder) if "://" in output else None
    opened = open_task(task, wish.roster, wish.mapped)
    report_remarks(opened.roster)
    everybody = chosen(opened.roster, wish.athletes, keep_going=wish.keep_going)
    entries = in_groups(opened.roster, everybody, wish.group)
    jobs, faults = [], list[str]()
    with terminal.counting("of {total} athletes", len(entries)) as step:
        for done, entry in enumerate(entries):
            step(done)
            try:
                jobs.append((entry.name, opened.maker.job(entry)))
            except CardmakerError as fault:
                if not wish.keep_going:
                    raise
                faults += problems_of_row(fault, entry, opened.roster.source)
    for line in faults:
        terminal.report(line)
    if not jobs:
        raise SourceError(f"{opened.roster.source}: nobody's pages could be made")
    parted = _separators(opened, entries, jobs[0][1]) if wish.separators else None
    document = volume_of(jobs, Path(output).stem, by=wish.by, separator=parted)
    data = write_volume(document, tagged=not wish.untagged)
    if store:
        store.write(name, [data])
    else:
        write_files({Path(output): data})
    pages, people = count_of(len(document.pages), "page", "pages"), count_of(len(jobs), "athlete", "athletes")
    terminal.say(f"{output}: {pages} for {people}, {size_of(len(data))}")
    if faults or opened.roster.problems:
        raise click.exceptions.Exit(ExitCode.PLAN)


def _separators(
    opened: "OpenRoster", entries: "Sequence[RosterEntry]", first_job: "Job"
) -> "Callable[[str, Page], Page]":
    """What makes the page that goes before an athlete's: the name, and the group if they have one."""
    from cardmaker.pipeline.nameplates import separator

    groups = {entry.name: "" if entry.group == entry.name else entry.group for entry in entries}
    workshop, order = opened.maker.workshop, opened.order
    colours = first_job.loaded.plan.club.colours
    return lambda name, first: separator(workshop, (name, groups.get(name, "")), first.size, order, colours)
